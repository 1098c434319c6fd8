#include "labs/session/instrument_memory.h"

#include <algorithm>

#include "engine/base/quantity.h"
#include "engine/base/random.h"
#include "labs/scenario/lab_bench.h"
#include "models/instruments/instrument_kind.h"
#include "models/instruments/method_text.h"

namespace stillhouse {

namespace {

const RememberedSetting* remembered_of(const InstrumentKind& kind, const std::string& setting) {
  for (const RememberedSetting& one : kind.remembered)
    if (one.setting == setting) return &one;
  return nullptr;
}

const ParameterInfo* number_of(const InstrumentKind& kind, const std::string& setting) {
  for (const ParameterInfo& info : kind.settings)
    if (info.name == setting) return &info;
  return nullptr;
}

ParameterValue value_of(const InstrumentKind& kind, const std::vector<ParameterValue>& set, const std::string& name) {
  for (const ParameterValue& value : set)
    if (value.name == name) return value;
  if (const ParameterInfo* info = number_of(kind, name)) return {name, to_si(info->standard, unit(info->unit)), ""};
  for (const ChoiceParameter& choice : kind.choices)
    if (choice.name == name) return {name, 0.0, choice.allowed.front()};
  return {name, 0.0, ""};
}

/// What tells a part from others, by the method that is set.
std::string part_of(const InstrumentKind& kind, const std::vector<ParameterValue>& set,
                    const RememberedSetting& remembered) {
  std::vector<ParameterValue> values;
  for (const std::string& name : remembered.part) values.push_back(value_of(kind, set, name));
  return method_text(kind, values);
}

void put(std::vector<ParameterValue>& values, const ParameterValue& value) {
  const auto same = std::find_if(values.begin(), values.end(),
                                 [&value](const ParameterValue& one) { return one.name == value.name; });
  if (same == values.end())
    values.push_back(value);
  else
    *same = value;
}

/// A number with what was added to it, within the range of its setting.
void grow(const InstrumentKind& kind, std::vector<ParameterValue>& values, const std::string& setting, double by,
          double low, double high) {
  const ParameterInfo* info = number_of(kind, setting);
  if (!info) return;
  const Unit own = unit(info->unit);
  ParameterValue value = value_of(kind, values, setting);
  value.number = std::clamp(value.number + by, std::max(low, to_si(info->minimum, own)),
                            std::min(high, to_si(info->maximum, own)));
  put(values, value);
}

constexpr double kAny = 1e300;

}  // namespace

void InstrumentMemory::add(const InstrumentKind& kind, const std::vector<ParameterValue>& method,
                           const std::vector<Analysis::Wear>& wear) {
  for (const Analysis::Wear& one : wear) {
    const RememberedSetting* remembered = remembered_of(kind, one.setting);
    if (!remembered) continue;
    const std::string part = part_of(kind, method, *remembered);
    const auto same = std::find_if(grown.begin(), grown.end(), [&](const Grown& before) {
      return before.part == part && before.setting == one.setting;
    });
    if (same == grown.end())
      grown.push_back({part, one.setting, one.by});
    else
      same->by += one.by;
  }
}

void InstrumentMemory::renew(const InstrumentKind& kind, const std::vector<ParameterValue>& method,
                             const ReplaceablePart& part, double seconds) {
  for (const std::string& setting : part.settings) {
    const RememberedSetting* remembered = remembered_of(kind, setting);
    if (!remembered) continue;
    const std::string own = part_of(kind, method, *remembered);
    std::erase_if(grown, [&](const Grown& one) { return one.part == own && one.setting == setting; });
    std::erase_if(renewed, [&](const Renewed& one) { return one.part == own && one.setting == setting; });
    renewed.push_back({own, setting, seconds});
  }
}

std::vector<ParameterValue> method_as_it_is(const scenario::BenchInstrument& item,
                                            const std::vector<ParameterValue>& set, const InstrumentMemory& memory,
                                            std::uint64_t seed, double seconds) {
  const InstrumentKind& kind = find_instrument(item.kind);
  std::vector<ParameterValue> method = set;
  for (const scenario::InstrumentVariation& own : item.student_variation) {
    const double by = bounded_variation(seed, "variation/" + item.tag + "." + own.setting, 0.0, own.spread);
    grow(kind, method, own.setting, by, own.low, own.high);
  }
  for (const RememberedSetting& remembered : kind.remembered) {
    const std::string part = part_of(kind, set, remembered);
    double since = 0.0;
    for (const InstrumentMemory::Renewed& one : memory.renewed) {
      if (one.setting != remembered.setting || one.part != part) continue;
      since = one.at;
      put(method, value_of(kind, {}, one.setting));
    }
    double by = remembered.per_second * (seconds - since);
    for (const InstrumentMemory::Grown& one : memory.grown)
      if (one.setting == remembered.setting && one.part == part) by += one.by;
    if (by != 0.0) grow(kind, method, remembered.setting, by, -kAny, kAny);
  }
  return method;
}

std::string visible_method(const InstrumentKind& kind, const std::vector<ParameterValue>& set) {
  std::vector<ParameterValue> values;
  for (const ParameterValue& value : set) {
    const bool secret = std::find(kind.secret.begin(), kind.secret.end(), value.name) != kind.secret.end();
    if (!secret && !remembered_of(kind, value.name)) values.push_back(value);
  }
  return method_text(kind, values);
}

std::string condition_text(const scenario::BenchInstrument& item, const std::vector<ParameterValue>& set,
                           const InstrumentMemory& memory, std::uint64_t seed, double seconds, bool all) {
  const InstrumentKind& kind = find_instrument(item.kind);
  std::string text;
  for (const ParameterValue& value : method_as_it_is(item, set, memory, seed, seconds)) {
    const RememberedSetting* remembered = remembered_of(kind, value.name);
    const bool own = std::any_of(item.student_variation.begin(), item.student_variation.end(),
                                 [&value](const auto& one) { return one.setting == value.name; });
    if (!(remembered && remembered->counted) && !(all && (remembered || own))) continue;
    const std::string& written = number_of(kind, value.name)->unit;
    text += (text.empty() ? "" : ", ") + value.name + "=" + rounded(from_si(value.number, unit(written)), 4) +
            (written == "1" ? "" : written);
  }
  return text;
}

}  // namespace stillhouse
