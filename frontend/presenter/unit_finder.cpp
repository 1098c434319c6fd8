#include "frontend/presenter/unit_finder.h"

#include <algorithm>

namespace stillhouse {

const Blueprint::Unit* UnitFinder::unit(const std::string& name) const {
  for (const Blueprint::Unit& each : units())
    if (each.name == name) return &each;
  return nullptr;
}

const Blueprint::Unit* UnitFinder::unit_of_kind(const std::string& kind) const {
  for (const Blueprint::Unit& each : units())
    if (each.kind == kind) return &each;
  return nullptr;
}

double UnitFinder::setting(const std::string& name, const std::string& setting, double otherwise) const {
  const Blueprint::Unit* found = unit(name);
  if (found == nullptr) return otherwise;
  for (const ParameterValue& value : found->values)
    if (value.name == setting) return value.number;
  return otherwise;
}

const StreamInfo* UnitFinder::into(const std::string& unit, const std::string& port) const {
  for (const StreamInfo& stream : streams_)
    if (stream.to == unit && stream.in == port) return &stream;
  return nullptr;
}

const StreamInfo* UnitFinder::out_of(const std::string& unit, const std::string& port) const {
  for (const StreamInfo& stream : streams_)
    if (stream.from == unit && stream.out == port) return &stream;
  return nullptr;
}

std::vector<const StreamInfo*> UnitFinder::all_out_of(const std::string& unit) const {
  std::vector<const StreamInfo*> found;
  for (const StreamInfo& stream : streams_)
    if (stream.from == unit) found.push_back(&stream);
  return found;
}

std::string UnitFinder::handle(const std::string& input) const {
  for (const scenario::Handle& each : plant_.handles)
    if (each.input == input) return each.tag;
  return {};
}

std::string UnitFinder::flow_of(const StreamInfo& stream) const {
  const std::string read = reading(stream.name + ".F");
  return read.empty() ? handle(stream.from + ".F") : read;
}

std::string UnitFinder::instrument(const std::string& signal, bool by_samples, bool hydrometer) const {
  for (const scenario::Instrument& each : plant_.instruments)
    if (each.signal == signal && each.works_by_samples() == by_samples &&
        (each.kind == scenario::InstrumentKind::hydrometer) == hydrometer)
      return each.tag;
  return {};
}

}  // namespace stillhouse
