#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace stillhouse::cli {

// how a program may end
inline constexpr int all_is_well = 0;
inline constexpr int not_well = 1;        ///< it did what was asked, and found or met something wrong
inline constexpr int not_understood = 2;  ///< the command line itself was wrong; nothing was done

/// The command line cannot be understood. Says what was found, what is allowed, and the nearest word.
class UsageError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// What was given to a verb, checked against its declaration.
class Arguments {
 public:
  std::map<std::string, std::string> options;  ///< name without dashes -> value; flags have an empty one
  std::vector<std::string> words;              ///< arguments without a name, in order

  bool has(const std::string& option) const { return options.contains(option); }
  std::optional<std::string> value(const std::string& option) const;
  std::string value(const std::string& option, const std::string& otherwise) const;
};

struct Option {
  const char* name;   ///< without dashes
  const char* value;  ///< what stands after it, as "FILE"; empty for a flag
  const char* says;
};

/// One verb of the program. Everything the command line knows of it is here.
struct Verb {
  const char* name;
  std::vector<const char*>
      words;  ///< arguments without a name, in order: "LAB", "[UNIT|WORD]", "[FILE]..." for any number
  std::vector<Option> options;
  const char* says;     ///< one line for the list of verbs
  const char* details;  ///< some lines for its own help
  int (*run)(const Arguments& arguments);
};

/// All verbs, in the order of the help.
std::vector<Verb> all_verbs();

// one file each
Verb list_verb();
Verb check_verb();
Verb run_verb();
Verb grade_verb();
Verb verify_verb();
Verb report_verb();
Verb review_verb();
Verb mark_verb();
Verb linearize_verb();
Verb describe_verb();
Verb plant_verb();
Verb vle_verb();
Verb fit_vle_verb();
Verb property_verb();
Verb flash_verb();
Verb instrument_verb();
Verb preview_verb();
Verb open_verb();

/// Seconds of simulated time in "600s", "10min" or "1.5h". Throws UsageError.
double seconds_in(const std::string& option, const std::string& text);
/// A plain number; a whole number that is not negative. Throws UsageError.
double number_in(const std::string& option, std::string_view text);
std::uint64_t whole_number_in(const std::string& option, std::string_view text);
/// A number with or without a unit, "350", "77degC", "2.5 bar", in the SI unit it must fit; without one it is in that.
/// Throws UsageError.
double quantity_in(const std::string& option, std::string_view text, const char* si_unit);
/// "a,b,c" cut at its commas.
std::vector<std::string> items_in(const std::string& text);

}  // namespace stillhouse::cli
