#include "frontend/cli/verb.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "engine/base/quantity.h"

namespace stillhouse::cli {

std::optional<std::string> Arguments::value(const std::string& option) const {
  const auto found = options.find(option);
  if (found == options.end()) return std::nullopt;
  return found->second;
}

std::string Arguments::value(const std::string& option, const std::string& otherwise) const {
  return value(option).value_or(otherwise);
}

std::vector<Verb> all_verbs() {
  return {list_verb(),    check_verb(),    run_verb(),       grade_verb(),      verify_verb(),  report_verb(),
          review_verb(),  mark_verb(),     linearize_verb(), describe_verb(),   plant_verb(),   vle_verb(),
          fit_vle_verb(), property_verb(), flash_verb(),     instrument_verb(), preview_verb(), open_verb()};
}

double number_in(const std::string& option, std::string_view text) {
  double number = 0.0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(number))
    throw UsageError("--" + option + ": '" + std::string(text) + "' is not a number; write one as 0.5 or 101325");
  return number;
}

double quantity_in(const std::string& option, std::string_view text, const char* si_unit) {
  double number = 0.0;
  const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  std::string_view symbol = text.substr(static_cast<std::size_t>(rest - text.data()));
  while (!symbol.empty() && symbol.front() == ' ') symbol.remove_prefix(1);
  const Unit target = unit(si_unit);
  const std::optional<Unit> written = symbol.empty() ? std::optional<Unit>(target) : unit_from(symbol);
  if (error != std::errc() || !std::isfinite(number) || !written || !fits(*written, target)) {
    const Unit customary = display_unit(target);
    throw UsageError("--" + option + ": '" + std::string(text) + "' is no " + kind_of(target) +
                     "; write a number and a unit, as 350" + si_unit + " or " + "80" + customary.symbol);
  }
  return to_si(number, *written);
}

std::uint64_t whole_number_in(const std::string& option, std::string_view text) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size())
    throw UsageError("--" + option + ": '" + std::string(text) +
                     "' is not a whole number from 0 to 18446744073709551615");
  return number;
}

double seconds_in(const std::string& option, const std::string& text) {
  const std::size_t letters = text.find_first_not_of("0123456789.");
  const std::string unit = letters == std::string::npos ? "" : text.substr(letters);
  const double scale = unit == "s" ? 1.0 : unit == "min" ? 60.0 : unit == "h" ? 3600.0 : 0.0;
  if (scale == 0.0 || letters == 0)
    throw UsageError("--" + option + ": '" + text + "' is not a time; write one as 600s, 10min or 1.5h");
  return scale * number_in(option, std::string_view(text).substr(0, letters));
}

std::vector<std::string> items_in(const std::string& text) {
  std::vector<std::string> items;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(',', begin), text.size());
    items.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return items;
}

}  // namespace stillhouse::cli
