#include <algorithm>

#include "engine/base/quantity.h"
#include "labs/scenario/findings.h"
#include "labs/session/instrument_bench.h"
#include "models/instruments/instrument_kind.h"

namespace stillhouse {

std::vector<InstrumentBench::Replacement> InstrumentBench::replacements(int index) const {
  const scenario::BenchInstrument& item = bench_.instruments[static_cast<std::size_t>(index)];
  std::vector<Replacement> list;
  for (const ReplaceablePart& part : stillhouse::find_instrument(item.kind).parts) {
    if (item.may_replace &&
        std::find(item.may_replace->begin(), item.may_replace->end(), part.name) == item.may_replace->end())
      continue;
    Replacement one{&part, part.price, part.duration};
    for (const scenario::PartReplacement& here : item.replacements) {
      if (here.part != part.name) continue;
      one.price = here.price.value_or(one.price);
      one.duration = here.duration.value_or(one.duration);
    }
    list.push_back(one);
  }
  return list;
}

std::optional<Refusal> InstrumentBench::query_replace(const BenchState& state, const Command& command,
                                                      const Surroundings& around) const {
  const int index = find_instrument(command.tag);
  std::vector<std::string> parts;
  for (const Replacement& one : replacements(index)) parts.push_back(one.part->name);
  if (parts.empty())
    return Refusal{"Nothing of " + command.tag + " can be replaced.", command.tag + " 没有可更换的部件。"};
  const std::string listed = scenario::listing(parts);
  if (std::find(parts.begin(), parts.end(), command.text) == parts.end())
    return Refusal{"'" + command.text + "' of " + command.tag + " cannot be replaced; parts: " + listed + ".",
                   command.tag + " 的“" + command.text + "”不能更换；可更换：" + listed + "。"};
  const BenchInstrumentState& instrument = state.instruments[static_cast<std::size_t>(index)];
  if (instrument.running >= 0)
    return Refusal{command.tag + " is analysing; a part is replaced when it stands still.",
                   command.tag + " 正在分析；停止后才能更换部件。"};
  if (instrument.back > around.scan)
    return Refusal{command.tag + " is being worked on.", command.tag + " 正在更换部件。"};
  if (bench_.money > 0.0 && state.cost >= bench_.money)
    return Refusal{"The money for analyses is used up.", "分析经费已用完。"};
  return std::nullopt;
}

void InstrumentBench::replace(BenchState& state, const Command& command, const Surroundings& around) const {
  const int index = find_instrument(command.tag);
  const scenario::BenchInstrument& item = bench_.instruments[static_cast<std::size_t>(index)];
  BenchInstrumentState& instrument = state.instruments[static_cast<std::size_t>(index)];
  for (const Replacement& one : replacements(index)) {
    if (one.part->name != command.text) continue;
    instrument.back = std::max(around.scan, state.hands_free) + scans_in(one.duration);
    state.hands_free = instrument.back;
    state.cost += one.price;
    ++state.replaced;
    instrument.memory.renew(stillhouse::find_instrument(item.kind), instrument.method, *one.part,
                            scan_length_ * static_cast<double>(instrument.back));
    const std::string minutes = rounded(one.duration / 60.0, 3), price = rounded(one.price, 4);
    state.journal.push_back({around.scan,
                             false,
                             {item.tag + ": new " + one.part->name + ", ready in " + minutes + " min, price " + price,
                              item.tag + "：更换" + one.part->title.zh + "，需 " + minutes + " min，费用 " + price}});
    return;
  }
}

}  // namespace stillhouse
