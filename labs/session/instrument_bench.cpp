#include "labs/session/instrument_bench.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/base/error.h"
#include "engine/base/quantity.h"
#include "engine/base/random.h"
#include "labs/session/bench_recipe.h"
#include "models/control/scan_delay.h"
#include "models/instruments/calibration/uncertainty.h"
#include "models/instruments/instrument_kind.h"
#include "models/instruments/method_text.h"

namespace stillhouse {

namespace {

constexpr double kNothing = std::numeric_limits<double>::quiet_NaN();

std::size_t at(int index) {
  return static_cast<std::size_t>(index);
}

Sample sample_of(const std::string& label, double T, const std::vector<std::pair<std::string, double>>& masses) {
  Sample sample;
  sample.label = label;
  sample.T = T;
  for (const auto& [species, mass] : masses)
    if (mass > 0.0) sample.portions.push_back({species, PortionKind::mass, mass});
  return sample;
}

/// What the student may know of an analysis that could not be made.
std::shared_ptr<const Analysis> failed_analysis(const std::string& why) {
  Analysis analysis;
  analysis.fault("the analysis could not be made: " + why, "分析无法进行：" + why);
  analysis.duration = 60.0;
  return std::make_shared<const Analysis>(std::move(analysis));
}

/// What is known of a species: as a liquid before as something dissolved, and before what an instrument knows.
SpeciesFacts facts_of(std::string_view species) {
  std::optional<SpeciesFacts> known;
  const auto ask = [&](SpeciesFacts (*facts)(std::string_view)) {
    if (known && known->density > 0.0) return;
    try {
      const SpeciesFacts found = facts(species);
      if (!known || found.density > 0.0) known = found;
    } catch (const ModelError&) {
      // another may know it
    }
  };
  ask(component_facts);
  for (const stillhouse::InstrumentKind& kind : instrument_catalogue()) ask(kind.species);
  if (!known) throw ModelError("no instrument knows a species \"" + std::string(species) + "\"");
  return *known;
}

}  // namespace

InstrumentBench::InstrumentBench(const scenario::LabBench& bench, std::uint64_t seed, double scan_length)
    : bench_(bench), seed_(seed), scan_length_(scan_length) {}

std::int64_t InstrumentBench::scans_in(double seconds) const {
  return scans_of(seconds, scan_length_);
}

Vial InstrumentBench::vial_of(const scenario::Bottle& bottle) const {
  Vial vial;
  vial.label = bottle.label;
  vial.secret = bottle.secret;
  vial.T = bench_.temperature;

  // what is really in it, beside what it is meant to hold; shares are made whole again
  std::vector<Portion> really = bottle.holds;
  const RandomStream random(seed_, "bottle " + bottle.label);
  double stated = 0.0, changed = 0.0;
  bool rest = false;
  for (std::size_t i = 0; i < really.size(); ++i) {
    Portion& portion = really[i];
    if (portion.kind == PortionKind::rest) {
      rest = true;
      continue;
    }
    stated += portion.amount;
    portion.amount *= 1.0 + random.symmetric(bottle.varies, static_cast<std::int64_t>(i), 0) +
                      random.symmetric(bottle.tolerance, static_cast<std::int64_t>(i), 1);
    changed += portion.amount;
  }
  const bool shares = !really.empty() && std::any_of(really.begin(), really.end(), [](const Portion& portion) {
    return portion.kind == PortionKind::mole_fraction || portion.kind == PortionKind::mass_fraction ||
           portion.kind == PortionKind::volume_fraction;
  });
  for (Portion& portion : really)
    if (shares && changed > 0.0 && (!rest || changed > 1.0)) portion.amount *= std::min(stated, 1.0) / changed;

  const std::optional<double> volume = bottle.volume > 0.0 ? std::optional(bottle.volume) : std::nullopt;
  const SampleContents truth = contents_of({bottle.label, really, volume}, facts_of, bottle.volume, "water");
  const SampleContents label = contents_of({bottle.label, bottle.holds, volume}, facts_of, bottle.volume, "water");
  vial.volume = vial.left = truth.volume;
  vial.stated_volume = label.volume;
  for (const SampleContents::Species& one : truth.species) {
    const SampleContents::Species* said = label.find(one.name);
    const double mass = said && !bottle.secret ? said->mass : 0.0;
    vial.species.push_back({one.name, one.facts, one.mass, mass, mass * rectangular(bottle.tolerance)});
  }
  return vial;
}

BenchState InstrumentBench::initial() const {
  BenchState state;
  for (const scenario::Bottle& bottle : bench_.shelf) state.vials.push_back(vial_of(bottle));
  for (const scenario::BenchInstrument& item : bench_.instruments) {
    BenchInstrumentState& instrument = state.instruments.emplace_back();
    instrument.method = item.method;
  }
  return state;
}

int InstrumentBench::find_instrument(const std::string& tag) const {
  for (std::size_t i = 0; i < bench_.instruments.size(); ++i)
    if (bench_.instruments[i].tag == tag) return static_cast<int>(i);
  return -1;
}

const Vial* InstrumentBench::find_vial(const BenchState& state, const std::string& label) const {
  for (const Vial& vial : state.vials)
    if (vial.label == label) return &vial;
  return nullptr;
}

std::optional<Vial> InstrumentBench::vial_with_outside(const BenchState& state, const std::string& label,
                                                       const Surroundings& around) const {
  if (const Vial* vial = find_vial(state, label)) return *vial;
  BenchState fetched;
  fetch(fetched, label, around);
  return fetched.vials.empty() ? std::nullopt : std::optional(fetched.vials.front());
}

const BenchAnalysis* InstrumentBench::find_analysis(const BenchState& state, int instrument, const std::string& label,
                                                    int n) const {
  const BenchAnalysis* found = nullptr;
  int number = 0;
  for (const BenchAnalysis& analysis : state.analyses) {
    if (!analysis.finished || analysis.instrument != instrument || (!label.empty() && analysis.label != label))
      continue;
    found = &analysis;
    if (++number == n) return found;
  }
  return n == 0 ? found : nullptr;
}

int InstrumentBench::count(const BenchState& state, int instrument, const std::string& label) const {
  int number = 0;
  for (const BenchAnalysis& analysis : state.analyses)
    if (analysis.finished && analysis.instrument == instrument && (label.empty() || analysis.label == label)) ++number;
  return number;
}

void InstrumentBench::execute(BenchState& state, const Command& command, const Surroundings& around) const {
  if (command.verb == "prepare") {
    prepare(state, command, around);
  } else if (command.verb == "method") {
    const scenario::BenchInstrument& item = bench_.instruments[at(find_instrument(command.tag))];
    std::vector<ParameterValue>& method = state.instruments[at(find_instrument(command.tag))].method;
    for (ParameterValue& value : method_from_text(stillhouse::find_instrument(item.kind), command.text)) {
      const auto old = std::find_if(method.begin(), method.end(),
                                    [&value](const ParameterValue& one) { return one.name == value.name; });
      if (old == method.end())
        method.push_back(std::move(value));
      else
        *old = std::move(value);
    }
    state.journal.push_back(
        {around.scan, false, {item.tag + " set: " + command.text, item.tag + " 设定：" + command.text}});
  } else if (command.verb == "analyse") {
    const int instrument = find_instrument(command.tag);
    state.instruments[at(instrument)].queue.push_back({command.text, command.value, around.scan});
    fetch(state, command.text, around);
    scan(state, around);
  } else if (command.verb == "replace") {
    replace(state, command, around);
  }
}

/// A sample from outside is brought up to date: it stands there and changes.
void InstrumentBench::fetch(BenchState& state, const std::string& label, const Surroundings& around) const {
  const auto known =
      std::find_if(state.vials.begin(), state.vials.end(), [&label](const Vial& vial) { return vial.label == label; });
  if (!around.outside || (known != state.vials.end() && known->origin != Vial::Origin::drawn)) return;
  const std::optional<Sample> sample = around.outside(label);
  if (!sample) return;
  scenario::Bottle jar;
  jar.label = label;
  jar.holds = sample->portions;
  jar.volume = sample->volume.value_or(0.0);
  jar.secret = true;
  Vial vial = vial_of(jar);
  vial.origin = Vial::Origin::drawn;
  vial.T = sample->T;
  vial.made = vial.ready = around.scan;
  if (known == state.vials.end()) {
    state.vials.push_back(std::move(vial));
    return;
  }
  // what was taken from it is gone in the same share
  vial.left *= known->volume > 0.0 ? known->left / known->volume : 1.0;
  vial.made = known->made;
  *known = std::move(vial);
}

void InstrumentBench::scan(BenchState& state, const Surroundings& around) const {
  const std::int64_t scan = around.scan;
  for (std::size_t i = 0; i < state.instruments.size(); ++i) {
    BenchInstrumentState& instrument = state.instruments[i];
    if (instrument.running >= 0) {
      BenchAnalysis& running = state.analyses[at(instrument.running)];
      if (running.ends > scan) continue;
      running.finished = true;
      instrument.running = -1;
      const std::string& tag = bench_.instruments[i].tag;
      state.journal.push_back(
          {scan,
           false,
           {tag + " has finished the analysis of " + running.label, tag + " 已完成样品 " + running.label + " 的分析"}});
      for (const Analysis::Message& message : running.analysis->messages) {
        if (message.kind == Analysis::Kind::damage) ++state.damage;
        if (message.kind == Analysis::Kind::fault) ++state.faults;
        // what is in a sample is for the student to find
        if (message.names_species) continue;
        const bool bad = message.kind != Analysis::Kind::note;
        state.journal.push_back({scan, bad, {tag + ": " + message.text.en, tag + "：" + message.text.zh}});
      }
    }
    if (instrument.queue.empty() || instrument.back > scan) continue;
    const Vial* vial = find_vial(state, instrument.queue.front().label);
    if (vial && vial->ready <= scan) begin(state, static_cast<int>(i), around);
  }
}

/// The first of the queue goes in: its volume is taken, what the needle kept comes with it, the signal is worked out.
void InstrumentBench::begin(BenchState& state, int index, const Surroundings& around) const {
  const std::int64_t scan = around.scan;
  BenchInstrumentState& instrument = state.instruments[at(index)];
  const scenario::BenchInstrument& item = bench_.instruments[at(index)];
  const stillhouse::InstrumentKind& kind = stillhouse::find_instrument(item.kind);
  const BenchJob job = instrument.queue.front();
  instrument.queue.erase(instrument.queue.begin());
  fetch(state, job.label, around);
  Vial& vial =
      *std::find_if(state.vials.begin(), state.vials.end(), [&](const Vial& v) { return v.label == job.label; });
  const double wanted = job.volume > 0.0 ? job.volume : job.volume < 0.0 ? vial.left : kind.usual_volume;
  const double volume = std::min(wanted, vial.left);
  vial.left -= volume;

  std::vector<std::pair<std::string, double>> present;  // kg/m^3
  for (const Vial::Species& one : vial.species)
    present.emplace_back(one.name, volume > 0.0 ? one.mass / vial.volume : 0.0);
  for (const auto& [species, left] : instrument.residue) {
    const auto same = std::find_if(present.begin(), present.end(),
                                   [&species = species](const auto& one) { return one.first == species; });
    if (same != present.end())
      same->second += left;
    else
      present.emplace_back(species, left);
  }
  instrument.residue.clear();
  for (auto& [species, content] : present) {
    if (item.carry_over > 0.0) instrument.residue.emplace_back(species, item.carry_over * content);
    content *= (1.0 - item.carry_over) * (volume > 0.0 ? volume : kind.usual_volume);
  }

  BenchAnalysis analysis;
  analysis.instrument = index;
  analysis.label = job.label;
  analysis.asked = job.asked;
  analysis.started = scan;
  analysis.method = instrument.method;
  const std::uint64_t seed = RandomStream(seed_, "analysis").bits(static_cast<std::int64_t>(state.analyses.size()));
  try {
    Analysis result = kind.analyse(sample_of(job.label, vial.T, present), as_it_is(state, index, scan), seed);
    const bool failed =
        std::any_of(result.messages.begin(), result.messages.end(),
                    [](const Analysis::Message& message) { return message.kind == Analysis::Kind::fault; });
    // a blank is made of a solvent; a vial in which nothing is left is a mistake
    if (!(volume > 0.0) && !failed)
      result.fault("nothing was left of the sample: the analysis tells nothing", "样品已用完：本次分析无意义");
    analysis.analysis = std::make_shared<const Analysis>(std::move(result));
  } catch (const ModelError& error) {
    analysis.analysis = failed_analysis(error.what());
  }
  instrument.memory.add(kind, instrument.method, analysis.analysis->wear);
  for (const Analysis::Column& column : analysis.analysis->signal) {
    double sum = 0.0;
    for (const double point : column.values) sum += std::isfinite(point) ? point : 0.0;
    analysis.sums.push_back(sum);
  }
  for (const Analysis::Result& result : analysis.analysis->results)
    analysis.sums.push_back(std::isfinite(result.value) ? result.value : 0.0);
  analysis.ends = scan + std::max<std::int64_t>(1, scans_in(analysis.analysis->duration));
  analysis.cost = item.price.value_or(analysis.analysis->cost);
  state.cost += analysis.cost;
  instrument.running = static_cast<int>(state.analyses.size());
  const std::string taken = rounded(1e6 * volume, 4) + " mL";
  state.journal.push_back({scan,
                           false,
                           {item.tag + " begins with " + taken + " of " + job.label,
                            item.tag + " 开始分析 " + job.label + "，用量 " + taken}});
  state.analyses.push_back(std::move(analysis));
}

std::vector<ParameterValue> InstrumentBench::as_it_is(const BenchState& state, int index, std::int64_t scan) const {
  const BenchInstrumentState& now = state.instruments[at(index)];
  return method_as_it_is(bench_.instruments[at(index)], now.method, now.memory, seed_,
                         scan_length_ * static_cast<double>(scan));
}

std::string InstrumentBench::condition(const BenchState& state, int index, std::int64_t scan, bool all) const {
  const BenchInstrumentState& now = state.instruments[at(index)];
  return condition_text(bench_.instruments[at(index)], now.method, now.memory, seed_,
                        scan_length_ * static_cast<double>(scan), all);
}

double InstrumentBench::value(const BenchState& state, const scenario::BenchSubject& subject,
                              const std::string& symbol) const {
  const std::string& number = subject.number;
  if (subject.instrument.empty()) {
    if (number == "cost") return state.cost;
    if (number == "damage") return state.damage;
    if (number == "faults") return state.faults;
    if (number == "prepared") return state.prepared;
    if (number == "replaced") return state.replaced;
    double finished = 0.0, waiting = 0.0;
    for (const BenchAnalysis& analysis : state.analyses) ++(analysis.finished ? finished : waiting);
    for (const BenchInstrumentState& instrument : state.instruments)
      waiting += static_cast<double>(instrument.queue.size());
    return number == "analyses" ? finished : number == "waiting" ? waiting : kNothing;
  }
  const int instrument = find_instrument(subject.instrument);
  if (instrument < 0) return kNothing;
  if (number == "count" && subject.part.empty()) return count(state, instrument, subject.sample);
  const BenchAnalysis* found = find_analysis(state, instrument, subject.sample);
  if (!found) return kNothing;
  const Analysis& analysis = *found->analysis;
  if (subject.part.empty()) {
    if (number == "duration") return analysis.duration;
    if (number == "cost") return found->cost;
    const auto messages = [&](Analysis::Kind kind) {
      return static_cast<double>(
          std::count_if(analysis.messages.begin(), analysis.messages.end(),
                        [kind](const Analysis::Message& message) { return message.kind == kind; }));
    };
    if (number == "faults") return messages(Analysis::Kind::fault);
    if (number == "damage") return messages(Analysis::Kind::damage);
    if (number == "parts") {
      std::vector<std::string> parts;
      for (const Analysis::Result& result : analysis.results)
        if (!result.of.empty() && std::find(parts.begin(), parts.end(), result.of) == parts.end())
          parts.push_back(result.of);
      return static_cast<double>(parts.size());
    }
  }
  if (subject.part == "truth") {
    for (const Analysis::Result& result : analysis.truth)
      if (result.of.empty() && result.name == number) return to_si(result.value, unit(result.unit));
    return kNothing;
  }
  double best = kNothing;
  for (const Analysis::Result& result : analysis.results) {
    const bool any_part = subject.pick != scenario::BenchSubject::Pick::one && subject.part.empty();
    const bool of_part =
        result.of == subject.part || (!subject.part.empty() && result.of.starts_with(subject.part + " "));
    if (result.name != number || !(any_part || of_part)) continue;
    const std::optional<Unit> own = unit_from(result.unit.empty() ? "1" : result.unit);
    const std::optional<Unit> asked = unit_from(symbol.empty() ? "1" : symbol);
    if (own && asked && own->dimension != asked->dimension) continue;
    const double si = own ? to_si(result.value, *own) : result.value;
    if (std::isnan(si)) continue;
    const bool better = std::isnan(best) || subject.pick == scenario::BenchSubject::Pick::one ||
                        (subject.pick == scenario::BenchSubject::Pick::least ? si < best : si > best);
    if (better) best = si;
    if (subject.pick == scenario::BenchSubject::Pick::one) break;
  }
  return best;
}

std::vector<double> InstrumentBench::numbers(const BenchState& state) const {
  std::vector<double> list{state.cost, static_cast<double>(state.operation), static_cast<double>(state.hands_free)};
  for (const Vial& vial : state.vials) {
    for (const double number : {vial.volume, vial.stated_volume, vial.left, vial.T, static_cast<double>(vial.ready)})
      list.push_back(number);
    for (const Vial::Species& one : vial.species)
      for (const double number : {one.mass, one.stated, one.u}) list.push_back(number);
  }
  for (const BenchInstrumentState& instrument : state.instruments) {
    for (const ParameterValue& value : instrument.method) {
      list.push_back(value.number);
      list.push_back(static_cast<double>(name_hash(value.name + "=" + value.word) >> 12));
    }
    for (const BenchJob& job : instrument.queue) list.push_back(job.volume);
    for (const auto& [species, left] : instrument.residue) list.push_back(left);
    for (const InstrumentMemory::Grown& one : instrument.memory.grown) list.push_back(one.by);
    for (const InstrumentMemory::Renewed& one : instrument.memory.renewed) list.push_back(one.at);
    list.push_back(static_cast<double>(instrument.back));
    list.push_back(instrument.running);
  }
  for (const BenchAnalysis& analysis : state.analyses) {
    list.push_back(static_cast<double>(analysis.ends));
    list.insert(list.end(), analysis.sums.begin(), analysis.sums.end());
  }
  return list;
}

}  // namespace stillhouse
