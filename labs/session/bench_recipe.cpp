#include "labs/session/bench_recipe.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <span>

#include "engine/base/error.h"
#include "engine/base/quantity.h"
#include "models/instruments/calibration/glassware.h"

namespace stillhouse {

namespace {

constexpr std::array<const char*, 4> kWords = {"weigh", "pipette", "measure", "fill"};

std::string_view next_word(std::string_view& text) {
  text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
  const std::string_view word = text.substr(0, text.find(' '));
  text.remove_prefix(word.size());
  return word;
}

double amount_in(std::string_view text, const std::string& piece, const char* symbol, const char* example) {
  text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
  double number = 0.0;
  const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  std::string written(rest, text.data() + text.size());
  written.erase(0, written.find_first_not_of(' '));
  while (written.ends_with(' ')) written.pop_back();
  const std::optional<Unit> own = unit_from(written);
  if (error != std::errc() || !own || !fits(*own, unit(symbol)))
    throw ModelError("\"" + piece + "\" has no amount; allowed: one as " + example);
  return to_si(number, *own);
}

/// The volume itself, so that no rounding of units remains.
double glass_of(std::span<const double> volumes, double wanted, const std::string& piece) {
  std::string allowed;
  for (const double volume : volumes) {
    if (std::abs(volume - wanted) < 1e-9 * volume) return volume;
    allowed += (allowed.empty() ? "" : ", ") + rounded(1e6 * volume, 6);
  }
  throw ModelError("\"" + piece + "\": there is no glass of " + rounded(1e6 * wanted, 6) + " mL; allowed: " + allowed +
                   " mL");
}

RecipeStep step_from(std::string_view text) {
  const std::string piece(text);
  const std::string_view how = next_word(text);
  const auto found = std::find(kWords.begin(), kWords.end(), how);
  if (found == kWords.end())
    throw ModelError("\"" + std::string(how) +
                     "\" is nothing that can be done; allowed: weigh, pipette, measure, fill");
  RecipeStep step;
  step.how = static_cast<RecipeStep::How>(found - kWords.begin());
  step.label = next_word(text);
  const bool by_mass = step.how == RecipeStep::How::weigh;
  step.amount = amount_in(text, piece, by_mass ? "kg" : "m^3", by_mass ? "500 mg" : "10 mL");
  const double least = by_mass ? 1e-8 : 1e-7, most = by_mass ? 0.1 : 1e-2;
  if (!(step.amount >= least && step.amount <= most))
    throw ModelError("\"" + piece +
                     "\": the amount is out of range; allowed: " + (by_mass ? "0.01 mg to 100 g" : "0.1 mL to 10 L"));
  if (step.how == RecipeStep::How::pipette) step.amount = glass_of(pipette_volumes(), step.amount, piece);
  if (step.how == RecipeStep::How::fill) step.amount = glass_of(flask_volumes(), step.amount, piece);
  return step;
}

}  // namespace

const char* word_of(RecipeStep::How how) {
  return kWords[static_cast<std::size_t>(how)];
}

std::vector<RecipeStep> recipe_from(std::string_view text) {
  std::vector<RecipeStep> steps;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(';'), text.size());
    std::string_view piece = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    piece.remove_prefix(std::min(piece.find_first_not_of(' '), piece.size()));
    if (piece.empty()) continue;
    if (!steps.empty() && steps.back().how == RecipeStep::How::fill)
      throw ModelError("\"" + std::string(piece) +
                       "\" comes after the filling up to the mark; allowed: fill comes last");
    if (steps.size() >= 20) throw ModelError("more than 20 steps; allowed: a sample of fewer");
    steps.push_back(step_from(piece));
  }
  if (steps.empty()) throw ModelError("nothing is done; allowed: weigh, pipette, measure, fill");
  return steps;
}

}  // namespace stillhouse
