#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

#include "labs/scenario/parts.h"
#include "labs/scenario/shape.h"
#include "labs/scenario/vocabulary.h"

namespace stillhouse::scenario {
namespace {

/// What each word of an instrument may measure.
struct InstrumentWord {
  const char* word;
  InstrumentKind kind;
  std::vector<const char*> units;  // one of these; empty: anything
};

const std::vector<InstrumentWord>& instrument_words() {
  static const std::vector<InstrumentWord> kWords = {
      {"thermocouple", InstrumentKind::thermocouple, {"K"}},
      {"pt100", InstrumentKind::pt100, {"K"}},
      {"pressure_transmitter", InstrumentKind::pressure_transmitter, {"Pa"}},
      {"level_transmitter", InstrumentKind::level_transmitter, {"1", "m", "m^3", "kg", "mol"}},
      {"hydrostatic_level", InstrumentKind::hydrostatic_level, {"1", "m"}},
      {"orifice_meter", InstrumentKind::orifice_meter, {"kg/s", "m^3/s"}},
      {"flow_meter", InstrumentKind::flow_meter, {"mol/s", "kg/s", "m^3/s"}},
      {"power_meter", InstrumentKind::power_meter, {"W"}},
      {"position_indicator", InstrumentKind::position_indicator, {}},
      {"analyser", InstrumentKind::analyser, {"1", "mol/m^3"}},
      {"hydrometer", InstrumentKind::hydrometer, {"kg/m^3"}},
  };
  return kWords;
}

class PlantReader {
 public:
  PlantReader(Scope& scope, Findings& findings) : scope_(scope), findings_(findings) {}

  void read(const PlantEntries& entries) {
    each(entries.instruments, scope_.plant.instruments,
         [&](auto& item, auto& reader) { return instrument(item, reader); });
    each(entries.handles, scope_.plant.handles, [&](auto& item, auto& reader) { return handle(item, reader); });
    each(secondaries_first(entries.controllers), scope_.plant.controllers,
         [&](auto& item, auto& reader) { return read_controller(item, reader, scope_); });
    sort_as_written(entries.controllers);
    check_movers();
    check_cascades();
    name_phases(entries);
    each(entries.sequences, scope_.plant.sequences,
         [&](auto& item, auto& reader) { return read_sequence(item, reader, scope_); });
    each(entries.interlocks, scope_.plant.interlocks,
         [&](auto& item, auto& reader) { return interlock(item, reader); });
    each(entries.alarms, scope_.plant.alarms, [&](auto& item, auto& reader) { return alarm(item, reader); });
    each(entries.sample_points, scope_.plant.sample_points,
         [&](auto& item, auto& reader) { return read_sample_point(item, reader, scope_); });
  }

 private:
  template <class Item, class Read>
  void each(const Entries& entries, std::vector<Item>& items, Read read) {
    for (const auto& [tag, node] : entries) {
      const NodeReader reader(*node, findings_);
      if (const auto [before, fresh] = seen_.emplace(tag, node->source); !fresh) {
        findings_.add(node->source, "the tag `" + tag + "` is used twice, first at " + before->second.file + ":" +
                                        std::to_string(before->second.line) + "; allowed: each tag once");
        continue;
      }
      if (tag.find('.') != std::string::npos || tag == "all") {
        findings_.add(node->source, "`" + tag + "` is no tag; allowed are letters, digits and -, as in TI-112");
        scope_.broken.insert(tag);
        continue;
      }
      Item item;
      item.tag = tag;
      item.source = node->source;
      item.says = reader.text("says");
      if (read(item, reader))
        items.push_back(std::move(item));
      else
        scope_.broken.insert(tag);
    }
  }

  // the signal or input of a field, or nothing and told
  const NameInfo* plant_name(const NodeReader& reader, const std::string& field, const std::vector<NameInfo>& names,
                             const std::string& what) {
    const std::string name = reader.string(field);
    if (name.empty()) return nullptr;
    for (const NameInfo& info : names)
      if (info.name == name) return &info;
    reader.add_unknown(field, name, what, names_of(names));
    return nullptr;
  }

  bool instrument(Instrument& item, const NodeReader& reader) {
    const std::string word = reader.node().word->name;
    const auto declared = std::find_if(instrument_words().begin(), instrument_words().end(),
                                       [&](const InstrumentWord& entry) { return word == entry.word; });
    item.kind = declared->kind;
    const std::string field = item.works_by_samples() ? "samples" : "reads";
    const NameInfo* signal = plant_name(reader, field, scope_.names.signals, "signal of the plant");
    if (!signal) return false;
    item.signal = signal->name;

    // a thermocouple measures temperatures, not flows
    Target target = target_of(*signal);
    const auto suits = [&](const char* symbol) { return unit(symbol).dimension == target.unit.dimension; };
    if (!declared->units.empty() && std::none_of(declared->units.begin(), declared->units.end(), suits)) {
      std::vector<std::string> kinds;
      for (const char* symbol : declared->units) kinds.push_back(kind_of(unit(symbol)));
      reader.add(field, word + " cannot measure `" + signal->name + "`, a " + kind_of(target.unit) +
                            "; allowed: " + listing(kinds));
      return false;
    }

    // the scale may be wider than what the signal can reach
    target.minimum = -std::numeric_limits<double>::infinity();
    target.maximum = std::numeric_limits<double>::infinity();
    const auto range = reader.range("range", target, &item.unit);
    if (!range) return false;
    std::tie(item.range_low, item.range_high) = *range;
    item.lag = reader.number("lag");
    if (item.kind == InstrumentKind::orifice_meter) target = Target{.unit = unit("Pa"), .display = "Pa"};
    read_sensor(item, reader, *signal);
    item.noise = reader.difference("noise", target);
    item.bias_spread = reader.difference("bias", target);
    item.resolution = reader.difference("resolution", target);
    if (reader.has("drift_per_hour")) item.drift = reader.difference("drift_per_hour", target) / 3600.0;
    if (item.works_by_samples()) {
      item.delay = reader.number("delay");
      item.budget = static_cast<int>(reader.number("budget"));
    }
    if (item.kind == InstrumentKind::hydrometer) {
      const NameInfo* temperature = plant_name(reader, "temperature", scope_.names.signals, "signal of the plant");
      if (temperature && unit(temperature->unit).dimension != unit("K").dimension)
        reader.add("temperature", "`" + temperature->name + "` is no temperature");
      if (temperature) item.temperature_signal = temperature->name;
    }
    return true;
  }

  void read_sensor(Instrument& item, const NodeReader& reader, const NameInfo& signal) {
    if (item.kind == InstrumentKind::thermocouple) {
      const std::string type = reader.string("type");
      if (type == "K") item.junction = ThermocoupleType::K;
      if (type == "J") item.junction = ThermocoupleType::J;
      if (type == "T") item.junction = ThermocoupleType::T;
      item.cold_junction_error = reader.difference("cold_junction_error", Target{.unit = unit("K"), .display = "K"});
      if (reader.has("cold_junction_error") && type.empty())
        reader.add("cold_junction_error", "`cold_junction_error` of thermocouple needs a `type`; allowed: K, J or T");
    }
    if (item.kind == InstrumentKind::pt100) {
      const std::string tolerance = reader.string("class");
      item.tolerance = tolerance == "AA"  ? PlatinumClass::AA
                       : tolerance == "A" ? PlatinumClass::A
                       : tolerance == "C" ? PlatinumClass::C
                                          : PlatinumClass::B;
      item.lead_resistance = reader.number("lead_resistance");
    }
    if (item.kind != InstrumentKind::hydrostatic_level && item.kind != InstrumentKind::orifice_meter) return;

    item.calibrated_density = reader.number("calibrated_density");
    if (reader.has("density")) {
      const NameInfo* density = plant_name(reader, "density", scope_.names.signals, "signal of the plant");
      if (density && unit(density->unit).dimension != unit("kg/m^3").dimension)
        reader.add("density", "`" + density->name + "` is no density");
      if (density) item.density_signal = density->name;
    }
    if (item.kind != InstrumentKind::orifice_meter) return;
    if (reader.has("density") != reader.has("calibrated_density"))
      reader.add("density", "orifice_meter has one of `density` and `calibrated_density`; allowed: both or none");
    if (item.range_low != 0.0)
      reader.add("range", "`range` of orifice_meter does not begin at 0; allowed is { 0, high }");
    item.by_mass = unit(signal.unit).dimension == unit("kg/s").dimension;
    item.dp_full = reader.number("dp_full");
    item.cut_off = reader.number("cut_off");
  }

  bool handle(Handle& item, const NodeReader& reader) {
    const std::string word = reader.node().word->name;
    item.kind = word == "valve"    ? HandleKind::valve
                : word == "switch" ? HandleKind::on_off_switch
                                   : HandleKind::hand_station;
    const NameInfo* input = plant_name(reader, "moves", scope_.names.inputs, "input of the plant");
    if (!input) return false;
    item.input = input->name;

    // range: written, or the input's own
    const Target target = target_of(*input);
    item.unit = target.display;
    item.low = target.minimum;
    item.high = target.maximum;
    if (reader.has("range")) {
      const auto range = reader.range("range", target, &item.unit);
      if (!range) return false;
      std::tie(item.low, item.high) = *range;
    } else if (!std::isfinite(item.low) || !std::isfinite(item.high) || item.low < -1e200 || item.high > 1e200) {
      reader.add("range", word + " lacks `range`: the input `" + input->name + "` has no limits of its own");
      return false;
    }

    // where it stands at the start
    item.start = std::clamp(input->start.value_or(item.low), item.low, item.high);
    if (item.kind == HandleKind::on_off_switch) {
      if (reader.has("start")) item.start = reader.number("start") > 0.5 ? item.high : item.low;
    } else {
      const Target limits{target.unit, item.low, item.high, item.unit};
      item.start = reader.quantity("start", limits).value_or(item.start);
    }
    item.stroke = reader.number("stroke");
    item.in_field = reader.boolean("in_field");
    return true;
  }

  // a controller is read after the one whose set point it moves
  static Entries secondaries_first(const Entries& entries) {
    const auto moved_tag = [](const Node& node, Findings& ignored) {
      const std::string name = NodeReader(node, ignored).string("moves");
      const std::size_t dot = name.ends_with(".setpoint") ? name.rfind('.') : std::string::npos;
      return dot == std::string::npos ? std::string() : name.substr(0, dot);
    };
    Findings ignored;
    std::map<std::string, std::string> moves;
    for (const auto& [tag, node] : entries) moves[tag] = moved_tag(*node, ignored);
    const auto depth = [&](const std::string& tag) {
      std::size_t steps = 0;
      for (auto at = moves.find(tag); at != moves.end() && !at->second.empty() && steps < moves.size(); ++steps)
        at = moves.find(at->second);
      return steps;
    };
    Entries sorted = entries;
    std::stable_sort(sorted.begin(), sorted.end(),
                     [&](const auto& a, const auto& b) { return depth(a.first) < depth(b.first); });
    return sorted;
  }

  void sort_as_written(const Entries& entries) {
    const auto place = [&](const Controller& controller) {
      return std::find_if(entries.begin(), entries.end(),
                          [&](const auto& entry) { return entry.first == controller.tag; }) -
             entries.begin();
    };
    std::stable_sort(scope_.plant.controllers.begin(), scope_.plant.controllers.end(),
                     [&](const Controller& a, const Controller& b) { return place(a) < place(b); });
  }

  // one voice for each set point, and one at least for a controller that starts in cascade
  void check_cascades() {
    for (const Controller& primary : scope_.plant.controllers) {
      const Controller* secondary = scope_.controller(primary.secondary);
      if (secondary && (secondary->ratio || !secondary->program.empty()))
        findings_.add(primary.source, "`" + primary.tag + "` moves the set point of `" + secondary->tag +
                                          "`, which has a `setpoint_from`; allowed: one of the two");
    }
    for (const Controller& controller : scope_.plant.controllers)
      if (controller.mode == PidMode::cascade && !has_remote(scope_.plant, controller))
        findings_.add(controller.source,
                      "`" + controller.tag +
                          "` starts in cascade, but nothing says its set point; allowed: a controller "
                          "that moves " +
                          controller.tag + ".setpoint, or `setpoint_from`");
  }

  // phases first: interlocks and sequences name them
  void name_phases(const PlantEntries& entries) {
    Findings ignored;
    for (const auto& [tag, node] : entries.sequences) scope_.phases.emplace_back(tag, phase_ids(*node, ignored));
    for (const auto& [tag, node] : entries.interlocks) scope_.interlock_tags.push_back(tag);
    for (const auto& [tag, node] : entries.alarms) scope_.alarm_tags.push_back(tag);
  }

  // two handles or controllers on one input would fight
  void check_movers() {
    std::map<std::string, std::string> mover;
    for (const Handle& handle : scope_.plant.handles) {
      const auto [other, fresh] = mover.emplace(handle.input, handle.tag);
      if (!fresh)
        findings_.add(handle.source, "`" + handle.tag + "` moves `" + handle.input + "`, which " + other->second +
                                         " moves already; allowed: one handle for each input");
    }
    for (const Controller& controller : scope_.plant.controllers) {
      std::vector<std::string> moved;
      for (const SplitPart& part : controller.split) moved.push_back(part.handle);
      if (moved.empty()) moved.push_back(controller.moves);
      for (const std::string& name : moved) {
        for (const Handle& handle : scope_.plant.handles)
          if (handle.tag == name && handle.in_field)
            findings_.add(controller.source,
                          "`" + controller.tag + "` moves `" + name +
                              "`, which is in the field; allowed: handles without `in_field = true`, for a "
                              "person moves the others by hand in the plant");
        const auto [other, fresh] = mover.emplace(name, controller.tag);
        if (!fresh)
          findings_.add(controller.source,
                        "`" + controller.tag + "` moves `" + name + "`, which " + other->second +
                            " moves already; allowed: one mover for each, and the handle itself where there is one");
      }
    }
  }

  bool interlock(Interlock& item, const NodeReader& reader) {
    const std::optional<Condition> when = read_condition_field(reader, "when", scope_, Where::safeguard);
    if (when) item.when = *when;
    item.delay = reader.number("delay");
    item.votes = static_cast<int>(reader.number("votes"));
    const int parts = item.when.kind == ConditionKind::any_of ? static_cast<int>(item.when.children.size()) : 1;
    if (when && item.votes > 1 && (item.votes > parts || parts > 8))
      reader.add("votes", "`votes` of interlock is " + std::to_string(item.votes) + ", but `when` has " +
                              std::to_string(parts) + " to vote; allowed: votes of an any_of of 2 to 8 conditions");
    const std::string failed = reader.string("failed");
    item.failed = failed == "trips"      ? FailedVote::trips
                  : failed == "abstains" ? FailedVote::abstains
                                         : FailedVote::as_read;
    item.latched = reader.boolean("latched");
    item.may_be_bypassed = reader.boolean("may_be_bypassed");

    const Value* forces = reader.value("forces");
    if (!forces || forces->kind != Value::Kind::table) return true;
    for (const auto& [name, value] : forces->table->fields) {
      const SourceLine line{reader.source().file, value.line};
      Forced forced;
      forced.target = name;
      Target target;
      if (const Handle* handle = scope_.handle(name)) {
        forced.is_handle = true;
        target = scope_.target(*handle);
      } else if (const NameInfo* input = scope_.input(name)) {
        target = target_of(*input);
      } else {
        if (scope_.broken.contains(name)) continue;
        std::vector<std::string> allowed = tags_of(scope_.plant.handles);
        for (const NameInfo& info : scope_.names.inputs) allowed.push_back(info.name);
        findings_.add(line,
                      "`" + name + "` is no handle or input; allowed: " + listing(allowed) + nearest_of(name, allowed));
        continue;
      }
      if (!check_setting_number(value, line.file, name, target, findings_)) continue;
      forced.value = value.number;
      forced.unit = written_unit(value).empty() ? target.display : written_unit(value);
      item.forces.push_back(std::move(forced));
    }
    if (forces->table->fields.empty())
      reader.add("forces", "interlock forces nothing; allowed are entries [\"HIC-101\"] = value");
    return true;
  }

  bool alarm(Alarm& item, const NodeReader& reader) {
    const Node* on = reader.word("on");
    if (on) {
      const std::string word = on->word->name;
      if (word != "above" && word != "below") {
        findings_.add(on->source,
                      "`on` of alarm is the word " + word + "; allowed is above(tag, limit) or below(tag, limit)");
        return false;
      }
      const Condition condition = read_condition(*on, scope_, Where::safeguard, findings_);
      item.high = word == "above";
      item.reads = condition.subject.name;
      item.limit = item.high ? condition.low : condition.high;
      const Instrument* instrument = scope_.instrument(item.reads);
      if (!instrument) {
        if (!item.reads.empty())
          findings_.add(on->source, "an alarm watches an instrument, not `" + item.reads +
                                        "`; allowed: " + listing(tags_of(scope_.plant.instruments)));
        return false;
      }
      item.unit = instrument->unit;
      item.deadband = reader.difference("deadband", scope_.target(*instrument));
    }
    item.delay = reader.number("delay");
    const std::string priority = reader.string("priority");
    item.priority = priority == "critical" ? AlarmPriority::critical
                    : priority == "high"   ? AlarmPriority::high
                    : priority == "medium" ? AlarmPriority::medium
                                           : AlarmPriority::low;
    item.response = reader.text("response");
    return on != nullptr;
  }

  Scope& scope_;
  Findings& findings_;
  std::map<std::string, SourceLine> seen_;
};

}  // namespace

void collect_entries(const NodeReader& reader, const std::string& field, Scope& scope, Entries& entries) {
  const Value* value = reader.value(field);
  if (!value || value->kind != Value::Kind::table) return;
  for (const auto& [tag, entry] : value->table->fields) {
    const auto same = [&tag = tag](const auto& other) { return other.first == tag; };
    const auto found = std::find_if(entries.begin(), entries.end(), same);
    if (entry.kind != Value::Kind::word) {
      scope.broken.insert(tag);
    } else if (found != entries.end()) {
      found->second = entry.node;
    } else {
      entries.emplace_back(tag, entry.node);
    }
  }
}

void collect_plant_entries(const NodeReader& reader, Scope& scope, PlantEntries& entries) {
  collect_entries(reader, "instruments", scope, entries.instruments);
  collect_entries(reader, "handles", scope, entries.handles);
  collect_entries(reader, "controllers", scope, entries.controllers);
  collect_entries(reader, "sequences", scope, entries.sequences);
  collect_entries(reader, "interlocks", scope, entries.interlocks);
  collect_entries(reader, "alarms", scope, entries.alarms);
  collect_entries(reader, "sample_points", scope, entries.sample_points);
}

void read_plant_entries(const PlantEntries& entries, Scope& scope, Findings& findings) {
  // a word of the wrong kind is told already by its shape
  PlantEntries sound = entries;
  const auto keep = [&](Entries& list, WordKind kind) {
    for (const auto& [tag, node] : list)
      if (node->word->kind != kind) scope.broken.insert(tag);
    std::erase_if(list, [&](const auto& entry) { return entry.second->word->kind != kind; });
  };
  keep(sound.instruments, WordKind::instrument);
  keep(sound.handles, WordKind::handle);
  keep(sound.controllers, WordKind::controller);
  keep(sound.sequences, WordKind::sequence);
  keep(sound.interlocks, WordKind::interlock);
  keep(sound.alarms, WordKind::alarm);
  keep(sound.sample_points, WordKind::sample_point);
  PlantReader(scope, findings).read(sound);
}

}  // namespace stillhouse::scenario
