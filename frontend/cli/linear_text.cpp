#include <algorithm>
#include <charconv>
#include <cmath>

#include "engine/base/quantity.h"
#include "frontend/cli/linear_plant.h"

namespace stillhouse::cli {

namespace {

constexpr std::size_t inputs_abreast = 6;
constexpr std::size_t most_modes = 12;
constexpr double hour = 3600.0;

std::string padded(std::string text, std::size_t width) {
  text.resize(std::max(width, text.size() + 1), ' ');
  return text;
}

std::string right(const std::string& text, std::size_t width) {
  return std::string(text.size() < width ? width - text.size() : 1, ' ') + text;
}

/// Four digits, by powers of ten where a plain number would be long.
std::string number(double value) {
  if (value == 0.0) return "0";
  const double size = std::abs(value);
  if (size >= 1e-3 && size < 1e6) return rounded(value, 4);
  char text[32];
  return {text, std::to_chars(text, text + sizeof text, value, std::chars_format::scientific, 3).ptr};
}

std::string with_unit(double value, const std::string& unit) {
  return number(value) + (unit == "1" ? "" : " " + unit);
}

std::string span_of(double seconds) {
  if (seconds >= 2.0 * hour) return rounded(seconds / hour, 3) + " h";
  if (seconds >= 120.0) return rounded(seconds / 60.0, 3) + " min";
  return rounded(seconds, 3) + " s";
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

std::string quantities(const char* title, const std::vector<LinearQuantity>& list, const LinearPlant& plant,
                       bool numbered) {
  std::string text = std::string("\n") + title + "\n";
  for (std::size_t i = 0; i < list.size(); ++i) {
    const LinearQuantity& q = list[i];
    const auto tags = plant.tags.find(q.name);
    const std::string label = numbered ? "[" + std::to_string(i + 1) + "] " : "";
    text += padded("  " + label + q.name, 34) + padded(with_unit(q.value, q.unit), 20) +
            padded(tags == plant.tags.end() ? "" : joined(tags->second), 18) + q.sentence + "\n";
  }
  return text;
}

/// Rows of outputs, columns of inputs, some abreast; cells by a function.
template <class Cell>
std::string matrix(const LinearModel& model, const char* per, const Cell& cell) {
  std::string text;
  for (std::size_t first = 0; first < model.inputs.size(); first += inputs_abreast) {
    const std::size_t last = std::min(first + inputs_abreast, model.inputs.size());
    text += padded("", 34);
    for (std::size_t c = first; c < last; ++c)
      text += right(
          "[" + std::to_string(c + 1) + "]" + (model.inputs[c].unit == "1" ? "" : " /" + model.inputs[c].unit), 12);
    text += "\n";
    for (std::size_t r = 0; r < model.outputs.size(); ++r) {
      std::string cells;
      for (std::size_t c = first; c < last; ++c) cells += right(cell(static_cast<int>(r), static_cast<int>(c)), 12);
      if (cells.find_first_not_of(' ') == std::string::npos) continue;
      const LinearQuantity& y = model.outputs[r];
      text += padded("  " + y.name + (y.unit == "1" && !per[0] ? "" : ", " + y.unit + per), 34);
      text += cells + "\n";
    }
  }
  return text;
}

/// Whether a gain is nothing but round-off beside what states and inputs of nominal size do to the output.
bool no_gain(const LinearPlant& plant, int r, int c) {
  const LinearModel& model = plant.model;
  double size = 0.0;
  for (int k = 0; k < model.C.columns; ++k)
    size += std::abs(model.C(r, k)) * model.states[static_cast<std::size_t>(k)].nominal;
  for (int k = 0; k < model.D.columns; ++k)
    size += std::abs(model.D(r, k)) * model.inputs[static_cast<std::size_t>(k)].nominal;
  return std::abs(plant.response.gains(r, c)) * model.inputs[static_cast<std::size_t>(c)].nominal <= 1e-12 * size;
}

std::string gains_text(const LinearPlant& plant) {
  const LinearModel& model = plant.model;
  const LinearResponse& response = plant.response;
  if (model.inputs.empty() || model.outputs.empty()) return "";
  std::string text =
      "\nStep gains: by how much an output has changed at rest after an input was raised by one unit (where none is\n"
      "written, from 0 to 1)\n" +
      matrix(model, "", [&](int r, int c) {
        if (std::isnan(response.gains(r, c))) return std::string("ramps");
        return no_gain(plant, r, c) ? "0" : number(response.gains(r, c));
      });
  const bool any =
      std::any_of(response.ramps.values.begin(), response.ramps.values.end(), [](double ramp) { return ramp != 0.0; });
  if (!any) return text;
  return text +
         "\nRamps: an integrating mode lies between the two, so that the output does not come to rest but goes on\n"
         "at this pace for one unit more of the input\n" +
         matrix(model, "/s",
                [&](int r, int c) { return response.ramps(r, c) == 0.0 ? "" : number(response.ramps(r, c)); });
}

std::string participants(const std::vector<Participation>& list, const LinearModel& model) {
  std::string text;
  for (const Participation& who : list) {
    if (who.share < 0.05 && !text.empty()) break;
    text += (text.empty() ? "" : ", ") + model.states[static_cast<std::size_t>(who.state)].name + " " +
            rounded(100.0 * who.share, 2) + " %";
  }
  return text;
}

std::string mode_line(const LinearMode& mode, const LinearModel& model) {
  std::string eigenvalue = number(mode.re);
  if (mode.im != 0.0) eigenvalue += " +- " + number(mode.im) + "i";
  return padded("  " + span_of(mode.time_constant), 14) + padded(eigenvalue, 28) +
         participants(mode.participation, model) + "\n";
}

std::string modes_text(const LinearPlant& plant) {
  const LinearModel& model = plant.model;
  std::string settling, growing;
  std::size_t integrating = 0, shown = 0, more = 0;
  for (const LinearMode& mode : plant.response.modes) {
    if (mode.kind == ModeKind::integrating) ++integrating;
    if (mode.kind == ModeKind::integrating || mode.im < 0.0) continue;
    if (mode.kind == ModeKind::growing)
      growing += mode_line(mode, model);
    else if (shown < most_modes)
      ++shown, settling += mode_line(mode, model);
    else
      ++more;
  }
  const std::string head = padded("  time const.", 14) + padded("eigenvalue, 1/s", 28) + "states that take part\n";
  std::string text;
  if (!settling.empty()) text += "\nDominant modes, slowest first\n" + head + settling;
  if (more > 0) text += "  and " + std::to_string(more) + " faster ones (--json lists all eigenvalues)\n";
  if (!growing.empty()) text += "\nGrowing modes: left alone, the plant runs off from this point\n" + head + growing;
  if (integrating > 0) {
    text += "\nIntegrating modes: " + std::to_string(integrating) +
            ". These states keep what they are given (share of " + "the " + std::to_string(integrating) + ")\n";
    std::size_t lines = 0;
    for (const Participation& who : plant.response.integrating) {
      if (who.share < 0.05 || ++lines > 12) break;
      const LinearQuantity& state = model.states[static_cast<std::size_t>(who.state)];
      text += padded("  " + state.name, 34) + padded(rounded(who.share, 2), 8) + state.sentence + "\n";
    }
  }
  return text;
}

std::string steady_text(const LinearPlant& plant) {
  std::string text = "\nBrought to rest from there with all inputs held: " + span_of(plant.steady->time) +
                     " were simulated, Newton's method did the rest.\n";
  if (plant.steady->in_words.empty()) text += "  Everything is at rest.\n";
  for (const std::string& sentence : plant.steady->in_words) text += "  Not at rest: " + sentence + "\n";
  if (plant.changed.empty()) return text + "  Nothing moved: the plant was at rest already.\n";
  text += "  What changed most on the way\n";
  for (const ChangedSignal& signal : plant.changed)
    text += padded("    " + signal.name, 34) + padded(with_unit(signal.from, signal.unit), 16) + "to " +
            with_unit(signal.to, signal.unit) + "\n";
  return text;
}

}  // namespace

std::vector<std::string> unrest(const LinearModel& model) {
  std::vector<std::pair<double, std::string>> moving;
  for (std::size_t i = 0; i < model.states.size(); ++i) {
    const LinearQuantity& state = model.states[i];
    const double share = std::abs(model.rates[i]) * hour / state.nominal;
    if (share <= 0.01) continue;
    moving.emplace_back(share, state.name + (model.rates[i] > 0.0 ? " rises by " : " falls by ") +
                                   with_unit(std::abs(model.rates[i]) * hour, state.unit) + " an hour");
  }
  std::stable_sort(moving.begin(), moving.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<std::string> sentences;
  for (auto& [share, sentence] : moving) sentences.push_back(std::move(sentence));
  return sentences;
}

std::vector<std::string> reservations(const LinearPlant& plant) {
  std::vector<std::string> list = {
      "Small deviations only; the smallest where a flow is about to turn round. Inputs are held where they stand: "
      "controllers are open, and instruments, their lags and "
      "noise are not in the model.",
      "Discrete events (a relief valve that pops) are not seen."};
  const std::vector<std::string> moving = unrest(plant.model);
  if (!moving.empty())
    list.push_back(std::to_string(moving.size()) + " of " + std::to_string(plant.model.states.size()) +
                   " states are not at rest, most of all: " + moving.front() +
                   ". The model is that of a moving point; --steady linearizes at rest instead.");
  if (plant.steady && !moving.empty())
    list.back().erase(list.back().find("; --steady"), std::string::npos), list.back() += ".";
  bool growing = false;
  double worst = 0.0;
  std::size_t settling = 0;
  for (const LinearMode& mode : plant.response.modes) {
    growing = growing || mode.kind == ModeKind::growing;
    if (mode.kind == ModeKind::integrating || settling++ >= most_modes) continue;
    worst = std::max(worst, mode.uncertainty / std::sqrt(mode.re * mode.re + mode.im * mode.im));
  }
  if (growing)
    list.push_back("A mode grows: the gains are those of the balances, the plant would not come to rest there.");
  if (plant.response.chained)
    list.push_back("Integrating modes feed each other: ramps grow with time, those given are the paces at first.");
  if (!plant.outside_validity.empty())
    list.push_back("Outside the range of their model: " + joined(plant.outside_validity) + ".");
  list.push_back("Round-off may have changed the slowest eigenvalues by " + number(worst) + " of themselves" +
                 (worst > 0.01 ? ": do not trust their digits." : "."));
  return list;
}

std::string linear_text(const LinearPlant& plant) {
  std::string text = plant.lab + ", " + clock_time(plant.time) + " (scan " + std::to_string(plant.scan) + "), " +
                     std::to_string(plant.model.states.size()) + " states\n";
  if (plant.steady) text += steady_text(plant);
  text += quantities("Inputs", plant.model.inputs, plant, true) +
          quantities("Outputs", plant.model.outputs, plant, false) + gains_text(plant) + modes_text(plant);
  text += "\nHow far to trust this\n";
  for (const std::string& sentence : reservations(plant)) text += "  " + sentence + "\n";
  return text;
}

}  // namespace stillhouse::cli
