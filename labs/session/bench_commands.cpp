#include <algorithm>
#include <array>
#include <cmath>

#include "engine/autodiff/functions.h"
#include "engine/base/error.h"
#include "engine/base/quantity.h"
#include "engine/base/random.h"
#include "labs/session/bench_recipe.h"
#include "labs/session/instrument_bench.h"
#include "models/instruments/calibration/bench.h"
#include "models/instruments/calibration/uncertainty.h"
#include "models/instruments/instrument_kind.h"
#include "models/instruments/method_text.h"

namespace stillhouse {

namespace {

constexpr std::array<std::string_view, 4> kVerbs = {"prepare", "method", "analyse", "replace"};
constexpr std::size_t kMostVials = 200;
constexpr double kCylinder = 0.01;  // relative error of a measuring cylinder and its reading
constexpr double kSpatula = 0.01;   // how near a weighed mass comes to what was meant, relative

template <class Item>
std::vector<std::string> labels_of(const std::vector<Item>& items) {
  std::vector<std::string> labels;
  for (const Item& item : items) labels.push_back(item.label);
  return labels;
}

Refusal unknown(const char* en, const char* zh, const std::string& name, const std::vector<std::string>& names) {
  const std::string nearest = nearest_word(name, names);
  Refusal refusal{std::string("There is no ") + en + " '" + name + "'", std::string("没有") + zh + "“" + name + "”"};
  refusal.en += nearest.empty() ? "." : "; did you mean '" + nearest + "'?";
  refusal.zh += nearest.empty() ? "。" : "；是否指“" + nearest + "”？";
  return refusal;
}

Refusal because(const ModelError& error) {
  return {error.what(), std::string("不可行：") + error.what()};
}

double seconds_for(RecipeStep::How how) {
  switch (how) {
    case RecipeStep::How::weigh:
      return 120.0;
    case RecipeStep::How::pipette:
      return 40.0;
    case RecipeStep::How::measure:
      return 20.0;
    default:
      return 60.0;
  }
}

/// A preparation under way.
struct Mixing {
  Vial vial;
  double taken = 0.0, stated = 0.0;  ///< m^3 of liquids in it, really and by the label

  /// A share of another vial's contents: really `share` of its volume, by the label `said` of its stated volume, with a
  /// relative standard uncertainty.
  void add(const Vial& from, double share, double said, double u) {
    for (const Vial::Species& one : from.species) {
      auto same = std::find_if(vial.species.begin(), vial.species.end(),
                               [&](const Vial::Species& s) { return s.name == one.name; });
      if (same == vial.species.end()) {
        vial.species.push_back({one.name, one.facts, 0.0, 0.0, 0.0});
        same = vial.species.end() - 1;
      }
      const double mass = share * one.mass, stated_mass = said * one.stated;
      const double relative = one.stated > 0.0 ? one.u / one.stated : 0.0;
      const double added = stated_mass * sqrt(u * u + relative * relative + from.u_volume * from.u_volume);
      same->mass += mass;
      same->stated += stated_mass;
      same->u = sqrt(same->u * same->u + added * added);
    }
    taken += share * from.volume;
    stated += said * from.stated_volume;
  }
};

double mass_of(const Vial& vial) {
  double mass = 0.0;
  for (const Vial::Species& one : vial.species) mass += one.mass;
  return mass;
}

/// Labels that a command names.
std::vector<std::string> labels_in(const Command& command) {
  std::vector<std::string> labels;
  if (command.verb == "analyse") labels.push_back(command.text);
  if (command.verb != "prepare") return labels;
  labels.push_back(command.tag);
  for (const RecipeStep& step : recipe_from(command.text)) labels.push_back(step.label);
  return labels;
}

}  // namespace

bool InstrumentBench::is_verb(std::string_view verb) {
  return std::find(kVerbs.begin(), kVerbs.end(), verb) != kVerbs.end();
}

std::optional<Refusal> InstrumentBench::query(const BenchState& state, const Command& command,
                                              const Surroundings& around) const {
  if (!std::isfinite(command.value)) return Refusal{"The amount is no number.", "用量不是数字。"};
  if (command.verb == "method") return query_method(command);
  if (command.verb == "replace") {
    if (find_instrument(command.tag) >= 0) return query_replace(state, command, around);
    std::vector<std::string> tags;
    for (const scenario::BenchInstrument& one : bench_.instruments) tags.push_back(one.tag);
    return unknown("instrument on the bench", "分析仪器", command.tag, tags);
  }
  try {
    BenchState with_outside = state;
    for (const std::string& label : labels_in(command)) fetch(with_outside, label, around);
    return command.verb == "prepare" ? query_prepare(with_outside, command) : query_analyse(with_outside, command);
  } catch (const ModelError& error) {
    return because(error);
  }
}

std::optional<Refusal> InstrumentBench::query_new_label(const BenchState& state, const std::string& label) const {
  if (!scenario::is_label(label))
    return Refusal{"'" + label + "' cannot be written on a label: 1 to 40 bytes without blanks and ; [ ] ' \".",
                   "标签“" + label + "”无效：应为 1 至 40 字节，不含空格及 ; [ ] ' \"。"};
  if (find_vial(state, label))
    return Refusal{"There is a sample '" + label + "' already; choose another label.",
                   "已有样品“" + label + "”；请换一个标签。"};
  if (state.vials.size() >= kMostVials) return Refusal{"There are no vials left.", "样品瓶已用完。"};
  return std::nullopt;
}

std::optional<Refusal> InstrumentBench::query_prepare(const BenchState& state, const Command& command) const {
  if (const auto refusal = query_new_label(state, command.tag)) return refusal;
  std::vector<RecipeStep> steps;
  try {
    steps = recipe_from(command.text);
  } catch (const ModelError& error) {
    return because(error);
  }
  double volume = 0.0, flask = 0.0;
  std::vector<std::pair<const Vial*, double>> taken;
  for (const RecipeStep& step : steps) {
    const Vial* from = find_vial(state, step.label);
    if (!from) return unknown("bottle or sample", "试剂瓶或样品", step.label, labels_of(state.vials));
    const double mass = mass_of(*from);
    if (!(mass > 0.0)) return Refusal{"'" + step.label + "' is empty.", "“" + step.label + "”是空的。"};
    double needed = step.amount;
    if (step.how == RecipeStep::How::weigh) needed = step.amount / mass * from->volume;
    if (step.how == RecipeStep::How::fill) {
      flask = step.amount;
      needed = std::max(0.0, flask - volume);
    }
    volume += needed;
    // a sample is used up by all steps that take of it
    double of_it = needed;
    for (const auto& [vial, before] : taken)
      if (vial == from) of_it += before;
    if (of_it > from->left)
      return Refusal{"Of '" + step.label + "' only " + rounded(1e6 * from->left, 4) + " mL are left.",
                     "“" + step.label + "”仅余 " + rounded(1e6 * from->left, 4) + " mL。"};
    taken.emplace_back(from, needed);
  }
  if (flask > 0.0 && volume > flask * (1.0 + 1e-9))
    return Refusal{"That is " + rounded(1e6 * volume, 4) + " mL and does not go into a flask of " +
                       rounded(1e6 * flask, 4) + " mL.",
                   "共 " + rounded(1e6 * volume, 4) + " mL，容量瓶 " + rounded(1e6 * flask, 4) + " mL 装不下。"};
  return std::nullopt;
}

std::optional<Refusal> InstrumentBench::query_method(const Command& command) const {
  const int index = find_instrument(command.tag);
  std::vector<std::string> tags;
  for (const scenario::BenchInstrument& one : bench_.instruments) tags.push_back(one.tag);
  if (index < 0) return unknown("instrument on the bench", "分析仪器", command.tag, tags);
  const scenario::BenchInstrument& item = bench_.instruments[static_cast<std::size_t>(index)];
  const stillhouse::InstrumentKind& kind = stillhouse::find_instrument(item.kind);
  try {
    const std::vector<ParameterValue> values = method_from_text(kind, command.text);
    static_cast<void>(AnalysisMethod(kind, values));
    if (values.empty()) return Refusal{"No setting is given.", "未给出任何设定。"};
    for (const ParameterValue& value : values) {
      for (const RememberedSetting& remembered : kind.remembered)
        if (remembered.setting == value.name)
          return Refusal{value.name + " of " + item.tag + " is what use has made of it; it cannot be set.",
                         item.tag + " 的 " + value.name + " 由使用情况决定，不能设定。"};
      if (item.may_change &&
          std::find(item.may_change->begin(), item.may_change->end(), value.name) == item.may_change->end())
        return Refusal{value.name + " of " + item.tag + " may not be changed in this lab.",
                       "本实验不允许更改 " + item.tag + " 的 " + value.name + "。"};
      for (const scenario::MethodLimit& limit : item.limits) {
        const double slack = 1e-9 * (limit.high - limit.low);
        if (limit.setting != value.name || (value.number >= limit.low - slack && value.number <= limit.high + slack))
          continue;
        const Unit own = unit(limit.unit);
        const std::string asked = shown(value.number, own), low = shown(limit.low, own), high = shown(limit.high, own);
        return Refusal{value.name + " = " + asked + ": this lab allows " + low + " to " + high + ".",
                       value.name + " = " + asked + "：本实验允许 " + low + " 至 " + high + "。"};
      }
    }
  } catch (const ModelError& error) {
    return because(error);
  }
  return std::nullopt;
}

std::optional<Refusal> InstrumentBench::query_analyse(const BenchState& state, const Command& command) const {
  const int index = find_instrument(command.tag);
  std::vector<std::string> tags;
  for (const scenario::BenchInstrument& one : bench_.instruments) tags.push_back(one.tag);
  if (index < 0) return unknown("instrument on the bench", "分析仪器", command.tag, tags);
  const Vial* vial = find_vial(state, command.text);
  if (!vial) return unknown("bottle or sample", "试剂瓶或样品", command.text, labels_of(state.vials));
  const scenario::BenchInstrument& item = bench_.instruments[static_cast<std::size_t>(index)];
  const BenchInstrumentState& instrument = state.instruments[static_cast<std::size_t>(index)];
  if (static_cast<int>(instrument.queue.size()) >= std::max(1, item.queue))
    return Refusal{item.tag + " has no place left in its queue.", item.tag + " 的队列已满。"};
  if (bench_.money > 0.0 && state.cost >= bench_.money)
    return Refusal{"The money for analyses is used up.", "分析经费已用完。"};
  for (const Vial::Species& one : vial->species) {
    try {
      static_cast<void>(stillhouse::find_instrument(item.kind).species(one.name));
    } catch (const ModelError&) {
      // what is in a secret bottle is not told
      return Refusal{item.tag + " cannot take this sample: it knows nothing of what is in it.",
                     item.tag + " 不能分析此样品：仪器不识别其成分。"};
    }
  }
  return std::nullopt;
}

void InstrumentBench::prepare(BenchState& state, const Command& command, const Surroundings& around) const {
  PreparationBench::Settings settings;
  const double finer = bench_.balance_division / settings.balance.division;
  settings.balance.division *= finer;
  settings.balance.repeatability *= finer;
  settings.balance.linearity *= finer;
  settings.glass = bench_.glass;
  settings.temperature = around.temperature;
  PreparationBench hands(settings, seed_, state.operation);
  const RandomStream random(seed_, "hands");
  for (const std::string& label : labels_in(command)) fetch(state, label, around);

  Mixing mixing;
  double seconds = 0.0;
  std::string told;
  for (const RecipeStep& step : recipe_from(command.text)) {
    const auto found = std::find_if(state.vials.begin(), state.vials.end(),
                                    [&step](const Vial& vial) { return vial.label == step.label; });
    Vial& from = *found;
    const double deviate = random.gaussian(state.operation, static_cast<std::uint32_t>(mixing.vial.parts.size()));
    double volume = 0.0;  // that leaves the vial
    VialPart part{from.label, word_of(step.how), step.amount, step.amount, 0.0};
    switch (step.how) {
      case RecipeStep::How::weigh: {
        const double mass = step.amount * std::max(0.5, 1.0 + kSpatula * deviate);
        const PreparationBench::Weighing weighing = hands.weigh(mass);
        part.reading = weighing.reading;
        part.u = weighing.u;
        const double whole = mass_of(from), share = mass / whole;
        volume = share * from.volume;
        // the label's contents go by mass: its own whole, of which so much was weighed
        double stated_whole = 0.0;
        for (const Vial::Species& one : from.species) stated_whole += one.stated;
        const double said = stated_whole > 0.0 ? std::max(0.0, weighing.reading) / stated_whole : 0.0;
        mixing.add(from, share, said, weighing.reading > 0.0 ? weighing.u / weighing.reading : 0.0);
        break;
      }
      case RecipeStep::How::pipette: {
        const PreparationBench::Filling filling = hands.fill_pipette(step.amount);
        volume = std::min(filling.volume, from.left);
        part.u = filling.u * step.amount;
        mixing.add(from, volume / from.volume, step.amount / from.stated_volume, filling.u);
        break;
      }
      case RecipeStep::How::measure:
        volume = std::min(from.left, step.amount * (1.0 + kCylinder * deviate));
        part.u = kCylinder * step.amount;
        mixing.add(from, volume / from.volume, step.amount / from.stated_volume, kCylinder);
        break;
      case RecipeStep::How::fill: {
        const PreparationBench::Filling filling = hands.fill_flask(step.amount);
        volume = std::clamp(filling.volume - mixing.taken, 0.0, from.left);
        part.u = filling.u * step.amount;
        const double said = std::max(0.0, step.amount - mixing.stated) / from.stated_volume;
        mixing.add(from, volume / from.volume, said, kCylinder);
        mixing.taken = filling.volume;
        mixing.stated = step.amount;
        mixing.vial.u_volume = filling.u;
        break;
      }
    }
    from.left = std::max(0.0, from.left - volume);
    mixing.vial.secret = false;
    mixing.vial.parts.push_back(part);
    seconds += seconds_for(step.how);
    const bool by_mass = step.how == RecipeStep::How::weigh;
    told += (told.empty() ? "" : "; ") + part.how + " " + part.from + " " +
            (by_mass ? rounded(1e6 * part.reading, 6) + " mg" : rounded(1e6 * part.reading, 6) + " mL");
  }
  state.operation = hands.next_operation() + 1;

  Vial& vial = mixing.vial;
  vial.label = command.tag;
  vial.origin = Vial::Origin::prepared;
  vial.volume = vial.left = mixing.taken;
  vial.stated_volume = mixing.stated > 0.0 ? mixing.stated : mixing.taken;
  vial.T = around.temperature;
  vial.made = around.scan;
  vial.ready = std::max(around.scan, state.hands_free) + scans_in(seconds);
  state.hands_free = vial.ready;
  state.journal.push_back(
      {around.scan, false, {"sample " + vial.label + " made: " + told, "配制样品 " + vial.label + "：" + told}});
  state.vials.push_back(std::move(vial));
  ++state.prepared;
}

}  // namespace stillhouse
