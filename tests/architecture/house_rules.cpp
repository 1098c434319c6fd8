#include "tests/architecture/house_rules.h"

#include <algorithm>
#include <fstream>
#include <map>
#include <optional>
#include <regex>
#include <sstream>

namespace stillhouse::architecture {
namespace {

namespace fs = std::filesystem;

const std::vector<std::string> rooms = {"engine", "models", "labs", "frontend", "benchmarks", "tests", "assets"};
constexpr int longest_file = 900;

/// Who may include whom. The first prefix that fits a file is its rule; a file may always include its own prefix.
struct Arrow {
  std::string from;
  std::vector<std::string> to;
};
const std::vector<Arrow> arrows = {
    {"engine/base/", {}},
    {"engine/autodiff/", {"engine/base/"}},
    {"engine/modelling/", {"engine/base/", "engine/autodiff/"}},
    {"engine/compilation/", {"engine/base/", "engine/autodiff/", "engine/modelling/"}},
    {"engine/solve/", {"engine/base/", "engine/autodiff/", "engine/modelling/", "engine/compilation/"}},
    {"engine/simulation/", {"engine/base/", "engine/autodiff/", "engine/modelling/", "engine/solve/"}},
    {"models/", {"engine/base/", "engine/autodiff/", "engine/modelling/"}},
    {"labs/", {"engine/", "models/"}},
    // the one place that knows both the verbs and the window
    {"frontend/cli/main.cpp", {"frontend/cli/", "frontend/desktop/"}},
    {"frontend/cli/", {"engine/", "models/", "labs/", "frontend/presenter/", "frontend/paper/"}},
    {"frontend/paper/", {"engine/", "labs/", "frontend/presenter/"}},
    {"frontend/presenter/", {"engine/", "models/", "labs/"}},
    {"frontend/views/", {"frontend/presenter/"}},
    {"frontend/desktop/", {"frontend/views/", "frontend/presenter/"}},
    {"benchmarks/", {"engine/", "models/", "labs/", "frontend/"}},
    {"tests/", {"engine/", "models/", "labs/", "frontend/", "benchmarks/"}},
};

/// The one door of each library: `headers` may be included only below one of `doors`. Tests and benchmarks look behind
/// every door.
struct Door {
  std::string library;
  std::regex headers;
  std::vector<std::string> doors;
};
const std::vector<Door> doors = {
    {"Lua", std::regex("(lua5\\.4/)?(lua\\.hpp|lua\\.h|lauxlib\\.h|lualib\\.h|luaconf\\.h)"), {"labs/scenario/"}},
    {"SUNDIALS", std::regex("(sundials|arkode|cvode|cvodes|ida|idas|kinsol|nvector|sun[a-z]+)/.*"), {"engine/solve/"}},
    {"KLU", std::regex("(suitesparse/)?(klu|amd|btf|colamd|SuiteSparse_config)\\.h"), {"engine/solve/"}},
    {"Eigen", std::regex("(unsupported/)?Eigen/.*"), {"engine/"}},
    {"libsodium", std::regex("sodium(/.*|\\.h)"), {"engine/base/hash.cpp"}},
    {"Boost.Program_options", std::regex("boost/program_options.*"), {"frontend/cli/"}},
    {"nlohmann-json", std::regex("nlohmann/.*"), {"labs/record/", "labs/grading/", "labs/session/", "frontend/cli/"}},
    {"Dear ImGui",
     std::regex("((imgui|backends)/)?(imgui|imstb)[a-z0-9_]*\\.h"),
     {"frontend/views/", "frontend/desktop/"}},
    {"GLFW", std::regex("GLFW/.*"), {"frontend/desktop/"}},
    {"OpenGL", std::regex("(GL|GLES2|GLES3|EGL|KHR)/.*"), {"frontend/desktop/"}},
    {"FreeType", std::regex("ft2build\\.h|freetype/.*"), {"frontend/desktop/", "frontend/paper/"}},
    {"cairo", std::regex("(cairo/)?cairo[a-z-]*\\.h"), {"frontend/paper/"}},
    {"ALSA", std::regex("alsa/.*"), {"frontend/desktop/"}},
    {"stb", std::regex("(stb/)?stb_[a-z_]*\\.h"), {"frontend/desktop/"}},
    {"GoogleTest", std::regex("g(test|mock)/.*"), {"tests/"}},
};
// the operating system and the C library are not third-party libraries
const std::regex system_header(
    "[a-z_0-9]+|(cxxabi|dlfcn|fcntl|poll|signal|stdio|stdlib|termios|unistd)\\.h|sys/[a-z]+\\.h");

/// What makes a run depend on compiler, processor, clock or locale.
struct Ban {
  std::regex text;
  std::vector<std::string> where;
  std::vector<std::string> except;
  std::string says;
};
const std::vector<Ban> bans = {
    {std::regex("#\\s*include\\s*<random>"),
     {"engine/", "models/", "labs/", "frontend/"},
     {},
     "<random> differs between standard libraries; draw from engine/base/random"},
    {std::regex("#\\s*include\\s*<unordered_(map|set)>"),
     {"engine/", "models/", "labs/", "frontend/"},
     {},
     "unordered containers iterate in another order elsewhere; use std::map, std::set or a sorted vector"},
    {std::regex("\\bstd::(j?thread|async)\\b|#\\s*include\\s*<(thread|future)>"),
     {"engine/", "models/", "labs/"},
     {},
     "threads belong to frontend; below it a run is sequential"},
    {std::regex("#\\s*include\\s*<chrono>"),
     {"engine/", "models/"},
     {},
     "the wall clock must not reach the simulation; time is simulated time"},
    {std::regex(
         "(\\bstd::|(^|[^A-Za-z0-9_>])::)(acosh?|asinh?|atan[2h]?|cbrt|cosh?|erfc?|exp2?|expm1|hypot|log(10|1p|2)?|"
         "pow|sinh?|tanh?|[lt]gamma)\\s*\\("),
     {"engine/", "models/", "labs/"},
     // base lies below autodiff and has doubles only; there ::log(x) on a double is the same function
     {"engine/autodiff/functions.h", "engine/base/"},
     "elementary functions come from engine/autodiff/functions.h, called unqualified"},
    {std::regex("\\b(std::sto[fd]|std::stold|strtod|strtof|atof|setlocale|std::locale)\\b"),
     {"engine/", "models/", "labs/", "frontend/"},
     {},
     "numbers must not depend on the locale; use std::from_chars and std::to_chars"},
};

const std::regex forbidden_name("(utils?|common|core|misc|helpers?)(_.*)?|.*_(utils?|common|core|misc|helpers?)");

bool below(const std::string& file, const std::string& prefix) {
  return file.compare(0, prefix.size(), prefix) == 0;
}

bool below_any(const std::string& file, const std::vector<std::string>& prefixes) {
  return std::any_of(prefixes.begin(), prefixes.end(), [&](const auto& prefix) { return below(file, prefix); });
}

std::string list(const std::vector<std::string>& words) {
  std::string joined;
  for (const auto& word : words) joined += (joined.empty() ? "" : ", ") + word;
  return joined.empty() ? "nothing" : joined;
}

/// The text without comments, line breaks kept. A quote hides comment marks up to the next quote on the line.
std::string without_comments(const std::string& text) {
  std::string code;
  enum { plain, quoted, line_comment, block_comment } state = plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const char next = i + 1 < text.size() ? text[i + 1] : '\0';
    if (c == '\n') {
      code += c;
      if (state != block_comment) state = plain;
    } else if (state == plain && c == '/' && next == '/') {
      state = line_comment;
    } else if (state == plain && c == '/' && next == '*') {
      state = block_comment;
    } else if (state == block_comment && c == '*' && next == '/') {
      state = plain;
      ++i;
    } else if (state == plain || state == quoted) {
      code += c;
      if (state == quoted && c == '\\' && next != '\n') {
        code += next;
        ++i;
      } else if (c == '"') {
        state = state == plain ? quoted : plain;
      }
    }
  }
  return code;
}

std::optional<std::string> wrong_include(const std::string& file, const std::string& header, bool quoted) {
  // arrows between rooms
  if (below_any(header, {"engine/", "models/", "labs/", "frontend/", "benchmarks/", "tests/", "assets/"})) {
    for (const Arrow& arrow : arrows) {
      if (!below(file, arrow.from)) continue;
      if (below(header, arrow.from) || below_any(header, arrow.to)) return std::nullopt;
      return arrow.from + " must not include \"" + header + "\"; besides itself it sees " + list(arrow.to);
    }
    return "this file belongs to no room that may include \"" + header + "\"";
  }

  // doors to libraries
  for (const Door& door : doors) {
    if (!std::regex_match(header, door.headers)) continue;
    const bool free = door.library != "GoogleTest" && below_any(file, {"tests/", "benchmarks/"});
    if (free || below_any(file, door.doors)) return std::nullopt;
    return "<" + header + "> is a second door to " + door.library + "; its door is " + list(door.doors);
  }
  if (quoted) return "\"" + header + "\" is not written from the root of the repository (\"engine/base/error.h\")";
  if (std::regex_match(header, system_header)) return std::nullopt;
  return "<" + header + "> belongs to a library without a door; give it one in tests/architecture/house_rules.cpp";
}

void check_names(const std::string& file, std::vector<Violation>& found) {
  for (const fs::path& part : fs::path(file)) {
    const std::string name = part.stem().string();
    if (std::regex_match(name, forbidden_name)) {
      found.push_back({file, 0, "the name '" + name + "' says nothing; name the file or folder after what it holds"});
    }
  }
}

void check_source(const std::string& file, const std::string& text, std::vector<Violation>& found) {
  static const std::regex include("^\\s*#\\s*include\\s*([<\"])([^>\"]+)[>\"].*");
  std::istringstream lines(without_comments(text));
  std::string code;
  int line = 0;
  while (std::getline(lines, code)) {
    ++line;
    std::smatch match;
    if (std::regex_match(code, match, include)) {
      if (auto what = wrong_include(file, match[2], match[1] == "\"")) found.push_back({file, line, *what});
    }
    for (const Ban& ban : bans) {
      if (below_any(file, ban.where) && !below_any(file, ban.except) && std::regex_search(code, ban.text)) {
        found.push_back({file, line, ban.says});
      }
    }
  }
  if (line > longest_file) {
    found.push_back(
        {file, 0,
         std::to_string(line) + " lines; more than " + std::to_string(longest_file) + " hold more than one purpose"});
  }
  if (fs::path(file).extension() == ".h" && text.find("#pragma once") == std::string::npos) {
    found.push_back({file, 0, "a header starts with #pragma once"});
  }
}

/// Where each type is defined that other files can link with: "stillhouse::Flowsheet" and its file.
using Types = std::map<std::string, std::string>;

/// Two types of one name are linked as one, and what the one constructs the other destroys. Types of nameless
/// namespaces are their file's own; what lies inside a type or a function is indented and not looked at.
void check_types(const std::string& file, const std::string& text, Types& known, std::vector<Violation>& found) {
  static const std::regex opens("^(?:inline )?namespace ?([A-Za-z_0-9:]*) ?\\{\\s*");
  static const std::regex defines(
      "^(?:struct|class|enum class|enum) ([A-Za-z_0-9]+)(?: final)?(?:\\s*| ?:[^:].*| \\{.*)");
  std::vector<std::string> inside;
  std::istringstream lines(text);
  std::string code;
  for (int line = 1; std::getline(lines, code); ++line) {
    std::smatch match;
    if (code.rfind("}  // namespace", 0) == 0) {
      if (!inside.empty()) inside.pop_back();
    } else if (std::regex_match(code, match, opens)) {
      inside.push_back(match[1]);
    } else if (std::regex_match(code, match, defines)) {
      if (std::find(inside.begin(), inside.end(), "") != inside.end()) continue;
      std::string name;
      for (const std::string& space : inside) name += space + "::";
      const auto [first, fresh] = known.emplace(name + match[1].str(), file);
      if (!fresh) {
        found.push_back({file, line,
                         first->first + " is defined in " + first->second +
                             " already; two types of one name are linked as one: take another name"});
      }
    }
  }
}

}  // namespace

std::string in_words(const std::vector<Violation>& violations) {
  std::string text;
  for (const Violation& violation : violations) {
    text += violation.file + ":" + std::to_string(violation.line) + ": " + violation.what + "\n";
  }
  return text;
}

std::vector<Violation> violations(const std::filesystem::path& root) {
  std::vector<std::string> files;
  for (const std::string& room : rooms) {
    if (!fs::is_directory(root / room)) continue;
    for (const auto& entry : fs::recursive_directory_iterator(root / room)) {
      if (entry.is_regular_file()) files.push_back(fs::relative(entry.path(), root).generic_string());
    }
  }
  std::sort(files.begin(), files.end());

  std::vector<Violation> found;
  Types types;
  for (const std::string& file : files) {
    check_names(file, found);
    const fs::path extension = fs::path(file).extension();
    if (extension != ".h" && extension != ".cpp") continue;
    std::ifstream stream(root / file, std::ios::binary);
    std::ostringstream text;
    text << stream.rdbuf();
    check_source(file, text.str(), found);
    check_types(file, text.str(), types, found);
  }
  return found;
}

}  // namespace stillhouse::architecture
