#include "frontend/presenter/xy_plot.h"

#include <array>
#include <charconv>
#include <cmath>

#include "frontend/presenter/binary_column.h"
#include "frontend/presenter/screen_state.h"
#include "frontend/presenter/stirred_tank.h"

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

bool has_xy_plot(const ScreenState& screen, XyKind kind) {
  return kind == XyKind::heat_balance ? screen.lab->reactor != nullptr : screen.lab->column != nullptr;
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
      return mccabe_thiele_plot(moment, *moment.screen.lab->column);
    case XyKind::heat_balance:
      break;
  }
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
