#include "frontend/presenter/xy_plot.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>

#include "frontend/presenter/absorber.h"
#include "frontend/presenter/binary_column.h"
#include "frontend/presenter/diagram_symbols.h"
#include "frontend/presenter/reactor_unit.h"
#include "frontend/presenter/screen_state.h"
#include "frontend/presenter/stirred_tank.h"
#include "frontend/presenter/words.h"
#include "labs/scenario/lab.h"

namespace stillhouse {

namespace {

void add_row(std::string& text, const std::string& name, const XyPlace& place) {
  std::array<char, 32> digits;
  text += '"' + name + '"';
  for (const double number : {place.x, place.y}) {
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number, std::chars_format::general, 7);
    text += ',';
    text.append(digits.data(), end.ptr);
  }
  text += "\r\n";
}

/// Value of a pen by its tag, SI; the newest of a moment that has no time.
std::optional<double> history_at(const XyMoment& moment, const std::string& tag) {
  const int index = pen_of(*moment.screen.lab, tag);
  if (index < 0) return {};
  const TrendView& trends = moment.screen.trends;
  const float value = moment.time >= 0.0 ? trends.at(index, moment.time) : trends.value(index, trends.end() - 1);
  if (std::isnan(value)) return {};
  return si_number(static_cast<double>(value), moment.screen.lab->pens[static_cast<std::size_t>(index)].format);
}

}  // namespace

void find_xy_plots(const scenario::Lab& lab, const Flowsheet& flowsheet, LabFacts& facts) {
  const scenario::Plant& plant = lab.plant;
  const std::vector<DiagramUnit>& units = facts.drawing.diagram.units;
  const auto shows = [&](auto is_meant) {
    return std::any_of(units.begin(), units.end(), [&](const DiagramUnit& unit) { return is_meant(unit.symbol); });
  };

  facts.column = binary_column(lab, flowsheet);
  if (facts.column) {
    if (!facts.column->pair) facts.no_boiling = words("xy.why_volatility"_word);
    if (facts.column->pair && facts.column->trays == 0) facts.no_mccabe = words("xy.why_still"_word);
  } else if (shows(is_column)) {
    if (plant.blueprint) facts.absorber = absorber_of_units(plant, flowsheet);
    const bool packed = shows([](Symbol symbol) { return symbol == Symbol::packed_column; });
    const auto why_no_column = [&] {
      if (facts.absorber) return words("xy.why_gas"_word);
      if (packed) return words("xy.why_packed"_word);
      if (!plant.blueprint) return words("xy.why_black_box"_word);
      const std::size_t species = condensing_species(plant).size();
      return species == 2 ? words("xy.why_kettle"_word) : words("xy.why_species"_word, {std::to_string(species)});
    };
    const Text why = why_no_column();
    facts.no_boiling = why;
    if (!facts.absorber) facts.no_mccabe = why;
  }

  facts.reactor = stirred_tank(lab);
  if (facts.reactor) return;
  if (plant.blueprint) {
    ReactorSearch found = reactor_of_units(plant, flowsheet);
    facts.reactor_unit = std::move(found.unit);
    facts.no_heat_balance = std::move(found.why_not);
  } else if (shows([](Symbol symbol) { return symbol == Symbol::stirred_vessel; })) {
    const bool fed = std::any_of(facts.drawing.diagram.streams.begin(), facts.drawing.diagram.streams.end(),
                                 [&](const DiagramStream& stream) {
                                   return units[static_cast<std::size_t>(stream.to)].symbol == Symbol::stirred_vessel;
                                 });
    facts.no_heat_balance = fed ? words("xy.why_several"_word) : words("xy.why_batch"_word);
  }
}

bool has_xy_plot(const ScreenState& screen, XyKind kind) {
  const LabFacts& lab = *screen.lab;
  switch (kind) {
    case XyKind::boiling:
      return lab.column != nullptr && lab.no_boiling.en.empty();
    case XyKind::mccabe_thiele:
      return (lab.column != nullptr && lab.no_mccabe.en.empty()) || lab.absorber != nullptr;
    case XyKind::heat_balance:
      break;
  }
  return lab.reactor != nullptr || lab.reactor_unit != nullptr;
}

const Text& why_no_xy_plot(const ScreenState& screen, XyKind kind) {
  switch (kind) {
    case XyKind::boiling:
      return screen.lab->no_boiling;
    case XyKind::mccabe_thiele:
      return screen.lab->no_mccabe;
    case XyKind::heat_balance:
      break;
  }
  return screen.lab->no_heat_balance;
}

std::optional<double> reading_at(const XyMoment& moment, const std::string& tag) {
  if (tag.empty()) return {};
  if (moment.time >= 0.0) return history_at(moment, tag);
  for (const InstrumentFace& face : moment.screen.instruments)
    if (face.tag == tag && face.quality != ValueQuality::bad && std::isfinite(face.value)) return face.value;
  return {};
}

std::optional<double> position_at(const XyMoment& moment, const std::string& tag) {
  if (moment.time >= 0.0) return history_at(moment, tag);
  for (const HandleFace& face : moment.screen.handles)
    if (face.tag == tag) return face.position;
  return {};
}

std::optional<double> truth_at(const XyMoment& moment, const std::string& signal) {
  if (!moment.screen.ended()) return {};
  return history_at(moment, signal);
}

XyPlot xy_plot(const XyMoment& moment, XyKind kind) {
  switch (kind) {
    case XyKind::boiling:
      return boiling_plot(moment, *moment.screen.lab->column);
    case XyKind::mccabe_thiele:
      if (moment.screen.lab->absorber) return absorption_plot(moment, *moment.screen.lab->absorber);
      return mccabe_thiele_plot(moment, *moment.screen.lab->column);
    case XyKind::heat_balance:
      break;
  }
  if (moment.screen.lab->reactor_unit) return reactor_heat_plot(moment, *moment.screen.lab->reactor_unit);
  return heat_balance_plot(moment, *moment.screen.lab->reactor);
}

std::string xy_csv(const XyPlot& plot) {
  std::string text = "\xEF\xBB\xBFwhat,\"" + plot.across.en + "\",\"" + plot.up.en + "\"\r\n";
  for (const XyCurve& curve : plot.curves)
    for (const XyPlace& place : curve.places) add_row(text, curve.name.en, place);
  for (const XyDot& dot : plot.dots)
    add_row(text, dot.label.empty() && dot.role == XyDot::Role::truth ? "truth" : dot.label, dot.place);
  return text;
}

}  // namespace stillhouse
