#include "labs/session/sampling.h"

#include <algorithm>

#include "engine/base/error.h"
#include "engine/base/quantity.h"
#include "engine/modelling/flowsheet.h"
#include "models/flow/material_stream.h"
#include "models/plant/chemistry.h"
#include "models/properties/component.h"
#include "models/properties/liquid_model.h"

namespace stillhouse {

namespace {

constexpr double least = 1e-9;          // m3: a jar is full, a purge is over
constexpr double share_of_flow = 0.01;  // of what is asked for, below which nothing comes
constexpr int longest_dry = 60;         // scans

/// The compound whose part of a signal's name this is.
std::string compound_of(const std::string& signal_part) {
  for (const std::string& name : Component::names())
    if (species_tag(name) == signal_part) return name;
  throw ModelError("there is no compound of the signal " + signal_part);
}

int found(int index, const std::string& name) {
  if (index < 0) throw ModelError("the plant has no " + name);
  return index;
}

}  // namespace

Sampling::Sampling(const scenario::Plant& plant, const Flowsheet& flowsheet, double scan_length)
    : room_T_(flowsheet.find_input("room.T")), room_p_(flowsheet.find_input("room.p")), dt_(scan_length) {
  for (const scenario::SamplePoint& it : plant.sample_points) {
    try {
      const std::string prefix = it.of + ".sample_";
      std::vector<int> signals;
      std::vector<std::string> parts, species;
      for (std::size_t i = 0; i < flowsheet.signals().size(); ++i) {
        const SignalInfo& signal = flowsheet.signals()[i];
        if (!signal.name.starts_with(prefix) || signal.unit != "mol/m^3") continue;
        signals.push_back(static_cast<int>(i));
        parts.push_back(signal.name.substr(prefix.size()));
        species.push_back(compound_of(parts.back()));
      }
      const LiquidModel model = plant.blueprint ? liquid_model(plant.blueprint->liquid_model) : LiquidModel::nrtl;
      const auto fluid = std::make_shared<const Fluid>(species, model);

      std::shared_ptr<const Kinetics> kinetics;
      if (plant.blueprint && !plant.blueprint->reactions.empty() && species == plant.blueprint->species)
        kinetics = read_chemistry(*plant.blueprint, *fluid, [](Phase, std::size_t, const std::string& message) {
                     throw ModelError(message);
                   }).liquid;

      std::vector<double> stands;
      if (!it.stands.empty()) {
        PerSpecies<double> x(species.size());
        for (const auto& [part, share] : it.stands) {
          const auto at = std::find(parts.begin(), parts.end(), part);
          if (at == parts.end()) throw ModelError(part + " does not flow at " + it.of);
          x[static_cast<std::size_t>(at - parts.begin())] = share;
        }
        const double v = fluid->liquid_molar_volume(x, 293.15);
        for (std::size_t i = 0; i < species.size(); ++i) stands.push_back(x[i] / v);
      }
      points_.push_back({it.tag, found(flowsheet.find_input(it.of + ".sample"), "input " + it.of + ".sample"),
                         found(flowsheet.find_signal(prefix + "flow"), "signal " + prefix + "flow"),
                         found(flowsheet.find_signal(prefix + "T"), "signal " + prefix + "T"), std::move(signals),
                         std::move(species), std::move(stands), SampleLine({it.dead_volume, it.cells}),
                         StandingSample(fluid, {}, std::move(kinetics)), it.flow, it.cooled_to});
    } catch (const ModelError& error) {
      throw ModelError(it.tag + ": " + error.what());
    }
  }
}

bool Sampling::knows(std::string_view verb) {
  return verb == "purge" || verb == "draw" || verb == "close";
}

std::optional<Refusal> Sampling::query(const SamplingState& state, const Command& command) const {
  if (command.verb == "purge") return may_purge(state, command.tag, command.value);
  if (command.verb == "draw") return may_draw(state, command.tag, command.value, command.text);
  return may_close(state, command.tag);
}

void Sampling::execute(SamplingState& state, const Command& command) const {
  if (command.verb == "purge") purge(state, command.tag, command.value);
  if (command.verb == "draw") draw(state, command.tag, command.value, command.text, command.scan);
  if (command.verb == "close") close(state, command.tag);
}

SamplingState Sampling::initial(const TruthView& truth) const {
  SamplingState state;
  for (const Point& point : points_) {
    SamplingState::Point now;
    for (const int signal : point.concentrations) now.flowing.push_back(truth(signal));
    now.line = point.line.filled(point.stands.empty() ? now.flowing : point.stands);
    state.points.push_back(std::move(now));
  }
  return state;
}

int Sampling::position(std::string_view tag) const {
  for (std::size_t i = 0; i < points_.size(); ++i)
    if (points_[i].tag == tag) return static_cast<int>(i);
  return -1;
}

void Sampling::scan(const TruthView& truth, std::int64_t scan, SamplingState& state, std::span<double> inputs) const {
  if (points_.empty()) return;
  for (DrawnSample& sample : state.samples)
    if (sample.taken_at >= 0)
      points_[static_cast<std::size_t>(position(sample.point))].standing.stand(
          sample.moles, sample.T, dt_, sample.open, inputs[static_cast<std::size_t>(room_T_)],
          inputs[static_cast<std::size_t>(room_p_)]);

  for (std::size_t i = 0; i < points_.size(); ++i) {
    const Point& point = points_[i];
    SamplingState::Point& now = state.points[i];
    std::vector<double> c;
    for (const int signal : point.concentrations) c.push_back(truth(signal));
    double& asked = inputs[static_cast<std::size_t>(point.input)];

    // what flowed in the scan that is over
    if (asked > 0.0) {
      std::vector<double> mean(c.size());
      for (std::size_t k = 0; k < c.size(); ++k) mean[k] = 0.5 * (now.flowing[k] + c[k]);
      const double flow = std::max(0.0, truth(point.flow));
      pass(point, now, mean, point.cooled_to.value_or(truth(point.T)), flow * dt_, state);
      now.dry = flow < share_of_flow * asked ? now.dry + 1 : 0;
      if (now.dry >= longest_dry) now.purging = now.filling = 0.0;
      if (now.sample >= 0 && now.purging + now.filling <= least) {
        state.samples[static_cast<std::size_t>(now.sample)].taken_at = scan;
        now.sample = -1;
        now.filling = now.purged = 0.0;
      }
    }
    now.flowing = std::move(c);
    const double wanted = now.purging + now.filling;
    asked = wanted > least ? std::min(point.rate, wanted / dt_) : 0.0;
  }
}

void Sampling::pass(const Point& point, SamplingState::Point& now, const std::vector<double>& c, double T,
                    double volume, SamplingState& state) const {
  const double let_run = std::min(volume, now.purging);
  point.line.push(now.line, c, let_run);
  now.purging -= let_run;
  now.purged += let_run;

  const double caught = std::min(volume - let_run, now.filling);
  if (!(caught > 0.0)) return;
  DrawnSample& sample = state.samples[static_cast<std::size_t>(now.sample)];
  sample.purged = now.purged;
  const std::vector<double> moles = point.line.push(now.line, c, caught);
  for (std::size_t i = 0; i < moles.size(); ++i) sample.moles[i] += moles[i];
  now.filling -= caught;
  const double filled = sample.volume - now.filling;
  sample.T += (T - sample.T) * caught / filled;
  sample.T_drawn = sample.T;
}

std::optional<Refusal> Sampling::is_free(const SamplingState& state, std::string_view tag) const {
  const std::string name(tag);
  const int at = position(tag);
  if (at < 0) return Refusal{"there is no sampling point " + name, "没有取样点 " + name};
  if (state.points[static_cast<std::size_t>(at)].sample >= 0)
    return Refusal{"a sample is being drawn at " + name, name + " 正在取样"};
  return std::nullopt;
}

std::optional<Refusal> Sampling::may_purge(const SamplingState& state, std::string_view tag, double volume) const {
  constexpr double largest = 1e-2;  // m3
  if (std::optional<Refusal> busy = is_free(state, tag)) return busy;
  if (volume >= least && volume <= largest) return std::nullopt;
  return Refusal{"up to 10 L can be let run, not " + shown(volume, unit("mL")),
                 "一次最多可排放 10 L，而不是 " + shown(volume, unit("mL"))};
}

void Sampling::purge(SamplingState& state, std::string_view tag, double volume) const {
  SamplingState::Point& now = state.points[static_cast<std::size_t>(position(tag))];
  now.purging += volume;
  now.dry = 0;
}

std::optional<Refusal> Sampling::may_draw(const SamplingState& state, std::string_view tag, double volume,
                                          std::string_view label) const {
  constexpr double smallest = 1e-6, largest = 1e-3;  // m3
  if (std::optional<Refusal> busy = is_free(state, tag)) return busy;
  if (!(volume >= smallest && volume <= largest))
    return Refusal{"a jar takes 1 mL to 1 L, not " + shown(volume, unit("mL")),
                   "样品瓶可取 1 mL 至 1 L，而不是 " + shown(volume, unit("mL"))};
  if (label.empty()) return Refusal{"a jar needs a label", "样品瓶需要标签"};
  if (find(state, label))
    return Refusal{"there is a jar of the label " + std::string(label) + " already",
                   "已经有标签为 " + std::string(label) + " 的样品瓶"};
  return std::nullopt;
}

void Sampling::draw(SamplingState& state, std::string_view tag, double volume, std::string_view label,
                    std::int64_t scan) const {
  const std::size_t at = static_cast<std::size_t>(position(tag));
  SamplingState::Point& now = state.points[at];
  now.sample = static_cast<std::int32_t>(state.samples.size());
  now.filling = volume;
  now.dry = 0;
  DrawnSample sample;
  sample.label = label;
  sample.point = tag;
  sample.asked_at = scan;
  sample.volume = volume;
  sample.moles.assign(points_[at].species.size(), 0.0);
  state.samples.push_back(std::move(sample));
}

std::optional<Refusal> Sampling::may_close(const SamplingState& state, std::string_view label) const {
  const DrawnSample* sample = find(state, label);
  const std::string name(label);
  if (!sample) return Refusal{"there is no jar of the label " + name, "没有标签为 " + name + " 的样品瓶"};
  if (!sample->open) return Refusal{name + " is closed already", name + " 已经盖好"};
  return std::nullopt;
}

void Sampling::close(SamplingState& state, std::string_view label) const {
  for (DrawnSample& sample : state.samples)
    if (sample.label == label) sample.open = false;
}

Sample Sampling::sample(const DrawnSample& drawn) const {
  Sample sample;
  sample.label = drawn.label;
  sample.T = drawn.T;
  const std::vector<std::string>& names = species(drawn.point);
  for (std::size_t i = 0; i < names.size(); ++i)
    if (drawn.moles[i] > 0.0) sample.portions.push_back({names[i], PortionKind::moles, drawn.moles[i]});
  return sample;
}

const std::vector<std::string>& Sampling::species(std::string_view tag) const {
  return points_[static_cast<std::size_t>(position(tag))].species;
}

const DrawnSample* Sampling::find(const SamplingState& state, std::string_view label) {
  for (const DrawnSample& sample : state.samples)
    if (sample.label == label) return &sample;
  return nullptr;
}

std::vector<double> Sampling::numbers(const SamplingState& state) {
  std::vector<double> list;
  for (const SamplingState::Point& point : state.points) {
    list.insert(list.end(), point.line.begin(), point.line.end());
    list.insert(list.end(), {point.purging, point.purged, point.filling, static_cast<double>(point.sample)});
  }
  for (const DrawnSample& sample : state.samples) {
    list.insert(list.end(), {sample.T, sample.open ? 1.0 : 0.0, static_cast<double>(sample.taken_at)});
    list.insert(list.end(), sample.moles.begin(), sample.moles.end());
  }
  return list;
}

}  // namespace stillhouse
