#include "frontend/cli/command_line.h"

#include <algorithm>
#include <boost/program_options.hpp>
#include <iostream>

#include "engine/base/error.h"
#include "frontend/cli/verb.h"
#include "labs/session/versions.h"

namespace stillhouse::cli {

namespace {

namespace po = boost::program_options;

std::string nearest_hint(const std::string& word, const std::vector<std::string>& allowed, const std::string& before) {
  const std::string nearest = nearest_word(word, allowed);
  return nearest.empty() ? "" : "; did you mean '" + before + nearest + "'?";
}

std::string usage_of(const Verb& verb) {
  std::string usage = std::string("stillhouse ") + verb.name;
  for (const char* word : verb.words) usage += std::string(" ") + word;
  return usage + " [options]";
}

std::string padded(std::string text, std::size_t width) {
  text.resize(std::max(width, text.size() + 2), ' ');
  return text;
}

std::string help_of(const Verb& verb) {
  std::string help = "usage: " + usage_of(verb) + "\n\n" + verb.says + "\n\n" + verb.details;
  help += "\noptions:\n";
  for (const Option& option : verb.options) {
    const std::string value = option.value[0] ? std::string(" ") + option.value : "";
    help += padded("  --" + std::string(option.name) + value, 26) + option.says + "\n";
  }
  return help + padded("  --help", 26) + "this text\n";
}

std::string help() {
  std::string help = "Stillhouse " + std::string(program_version) +
                     ": laboratory exercises on simulated plants, graded so that anyone can recompute the grade.\n\n"
                     "usage: stillhouse VERB [arguments] [--help]\n\nverbs:\n";
  for (const Verb& verb : all_verbs()) help += padded(std::string("  ") + verb.name, 12) + verb.says + "\n";
  return help +
         "\n  stillhouse --version    versions of the program and its parts\n"
         "\nA LAB is the id of a lab (stillhouse list), the path of a lab.lua, or of its folder. A RUN is the file "
         "that\n"
         "`stillhouse run` wrote. Labs are looked for in the folders of the environment variable STILLHOUSE_LABS, "
         "too.\n"
         "The exit code is 0 when all is well, 1 when something is wrong, 2 when the command was not understood.\n";
}

/// Words of a required argument have no brackets.
std::size_t required_words(const Verb& verb) {
  return static_cast<std::size_t>(
      std::count_if(verb.words.begin(), verb.words.end(), [](const char* word) { return word[0] != '['; }));
}

Arguments parsed(const Verb& verb, const std::vector<std::string>& words) {
  po::options_description options;
  options.add_options()("help", "");
  std::vector<std::string> names = {"help"};
  for (const Option& option : verb.options) {
    names.emplace_back(option.name);
    if (option.value[0])
      options.add_options()(option.name, po::value<std::string>(), "");
    else
      options.add_options()(option.name, "");
  }
  options.add_options()("words", po::value<std::vector<std::string>>(), "");
  po::positional_options_description positions;
  positions.add("words", -1);

  // half an option's name is not guessed: a later version may have another option with that beginning
  using Style = po::command_line_style::style_t;
  const int style = Style::unix_style & ~Style::allow_guessing & ~Style::allow_short;
  const std::string name = std::string("stillhouse ") + verb.name;
  po::variables_map given;
  try {
    po::store(po::command_line_parser(words).options(options).positional(positions).style(style).run(), given);
  } catch (const po::unknown_option& error) {
    std::string option = error.get_option_name();
    option.erase(0, option.find_first_not_of('-'));
    throw UsageError(name + " has no option '--" + option + "'" + nearest_hint(option, names, "--") + " (stillhouse " +
                     verb.name + " --help lists them)");
  } catch (const po::multiple_occurrences& error) {
    throw UsageError(name + ": the option '" + error.get_option_name() + "' is given twice");
  } catch (const po::error& error) {
    throw UsageError(name + ": " + error.what());
  }

  Arguments arguments;
  for (const auto& [key, value] : given) {
    if (key == "words")
      arguments.words = value.as<std::vector<std::string>>();
    else
      arguments.options[key] = value.empty() ? "" : value.as<std::string>();
  }
  if (arguments.has("help")) return arguments;
  const bool any_number = !verb.words.empty() && std::string_view(verb.words.back()).ends_with("...");
  if (arguments.words.size() > verb.words.size() && !any_number)
    throw UsageError(name + " does not know what to do with '" + arguments.words[verb.words.size()] +
                     "'; usage: " + usage_of(verb));
  if (arguments.words.size() < required_words(verb))
    throw UsageError(name + " needs " + verb.words[arguments.words.size()] + "; usage: " + usage_of(verb));
  return arguments;
}

int run_verb_of(const std::vector<std::string>& words) {
  if (words.empty()) {
    std::cerr << help();
    return not_understood;
  }
  const std::string& first = words.front();
  if (first == "--help" || first == "-h" || first == "help") {
    std::cout << help();
    return all_is_well;
  }
  if (first == "--version") {
    std::cout << "stillhouse " << program_version << " (engine " << engine_version << ", models " << models_version
              << ", grading " << grading_version << "; " << build_description() << ")\n";
    return all_is_well;
  }

  std::vector<std::string> names;
  for (const Verb& verb : all_verbs()) {
    names.emplace_back(verb.name);
    if (first != verb.name) continue;
    const Arguments arguments = parsed(verb, {words.begin() + 1, words.end()});
    if (arguments.has("help")) {
      std::cout << help_of(verb);
      return all_is_well;
    }
    return verb.run(arguments);
  }
  const bool option = first.starts_with("-");
  if (option) names = {"--help", "--version"};
  throw UsageError("there is no " + std::string(option ? "option" : "verb") + " '" + first + "'" +
                   nearest_hint(first, names, "") + " (stillhouse --help lists what there is)");
}

}  // namespace

int run_command_line(const std::vector<std::string>& words) {
  int code = not_well;
  try {
    code = run_verb_of(words);
  } catch (const UsageError& error) {
    std::cerr << "stillhouse: " << error.what() << "\n";
    return not_understood;
  } catch (const std::bad_alloc&) {
    std::cerr << "stillhouse: there is not enough memory\n";
  } catch (const std::exception& error) {
    std::cerr << "stillhouse: " << error.what() << "\n";
  }
  // a pipe that was closed or a full disk must not look like success
  std::cout.flush();
  if (!std::cout && code == all_is_well) {
    std::cerr << "stillhouse: the output could not be written\n";
    return not_well;
  }
  return code;
}

}  // namespace stillhouse::cli
