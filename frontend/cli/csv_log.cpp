#include "frontend/cli/csv_log.h"

#include <cmath>
#include <stdexcept>

namespace stillhouse::cli {

namespace {

Unit unit_or_none(const std::string& symbol) {
  return unit_from(symbol).value_or(Unit{.symbol = symbol});
}

std::string cell(double value, const Unit& unit) {
  return std::isfinite(value) ? "," + shortest(from_si(value, unit)) : ",";
}

}  // namespace

CsvLog::CsvLog(const std::string& path, const Session& session)
    : path_(path), file_(path, std::ios::binary | std::ios::trunc) {
  const scenario::Plant& plant = session.lab().plant;
  std::string tags = "time_s", units = "s";
  const auto add = [&](const std::string& tag, const std::string& symbol, std::vector<Unit>& list) {
    list.push_back(unit_or_none(symbol));
    tags += "," + tag;
    units += "," + list.back().symbol;
  };
  for (const scenario::Instrument& instrument : plant.instruments)
    add(instrument.tag, instrument.unit, instrument_units_);
  for (const scenario::Handle& handle : plant.handles) add(handle.tag, handle.unit, handle_units_);
  for (const scenario::Sequence& sequence : plant.sequences) {
    tags += "," + sequence.tag + ".phase";
    units += ",1";
  }
  file_ << tags << "\n" << units << "\n";
  check();
}

void CsvLog::row(const Session& session) {
  if (session.scan() == written_at_) return;
  written_at_ = session.scan();
  std::string line = shortest(session.time());
  const std::vector<TagReading> readings = session.room().readings(session.room_state());
  for (std::size_t i = 0; i < readings.size(); ++i) line += cell(readings[i].value, instrument_units_[i]);
  for (std::size_t i = 0; i < handle_units_.size(); ++i)
    line += cell(session.room().handle_position(session.room_state(), static_cast<int>(i)), handle_units_[i]);
  for (const Sequence::State& sequence : session.room_state().sequences)
    line += "," + std::to_string(sequence.phase + 1);
  file_ << line << "\n";
}

void CsvLog::close() {
  file_.close();
  check();
}

void CsvLog::check() const {
  if (!file_) throw std::runtime_error(path_ + ": the table could not be written; choose another file, or free space");
}

}  // namespace stillhouse::cli
