#include "labs/session/notebook.h"

#include <cmath>

#include "engine/base/quantity.h"
#include "labs/grading/evidence_text.h"
#include "labs/session/session.h"

namespace stillhouse {

namespace {

constexpr double kCoverage = 2.0;

/// "64.3 °C ± 0.6 °C"; the bare number of what is no instrument is left to its owner.
std::string reading_text(const scenario::Plant& plant, const Command& command) {
  for (const scenario::Instrument& instrument : plant.instruments) {
    if (instrument.tag != command.tag) continue;
    std::string text = value_text(command.value, instrument.unit);
    if (const auto uncertainty = reading_uncertainty(instrument)) {
      const Unit difference = difference_of(unit(instrument.unit.empty() ? "1" : instrument.unit));
      text += " ± " + shown(*uncertainty, difference, 2);
    }
    return text;
  }
  for (const scenario::Handle& handle : plant.handles)
    if (handle.tag == command.tag) return value_text(command.value, handle.unit);
  for (const scenario::Controller& controller : plant.controllers)
    if (controller.tag == command.tag) return value_text(command.value, controller.setpoint_unit);
  return {};
}

}  // namespace

std::optional<double> reading_uncertainty(const scenario::Instrument& instrument) {
  const double bias = instrument.bias_spread, step = instrument.resolution;
  const double variance = instrument.noise * instrument.noise + bias * bias / 3.0 + step * step / 12.0;
  if (!(variance > 0.0)) return {};
  return kCoverage * std::sqrt(variance);
}

std::vector<NotebookEntry> notebook_of(const Session& session) {
  std::vector<NotebookEntry> entries;
  for (const Command& command : session.commands()) {
    if (command.verb != "note" && command.verb != "photograph") continue;
    NotebookEntry entry{.time = static_cast<double>(command.scan) * session.scan_length(), .tag = command.tag};
    if (command.verb == "photograph")
      entry.photograph = photograph_in(command.text);
    else
      entry.text = command.text;
    if (!command.tag.empty()) entry.reading = reading_text(session.room().plant(), command);
    entries.push_back(std::move(entry));
  }
  return entries;
}

}  // namespace stillhouse
