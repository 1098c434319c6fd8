#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>

#include "labs/scenario/parts.h"
#include "labs/scenario/vocabulary.h"
#include "models/control/pid_forms.h"
#include "models/control/split_range.h"

namespace stillhouse::scenario {
namespace {

class ControllerReader {
 public:
  ControllerReader(const Scope& scope, Findings& findings) : scope_(scope), findings_(findings) {}

  bool read(Controller& item, const NodeReader& reader) {
    item.reads = reader.string("reads");
    const Instrument* instrument = scope_.instrument(item.reads);
    if (!instrument) {
      if (!item.reads.empty() && !scope_.broken.contains(item.reads))
        reader.add_unknown("reads", item.reads, "instrument", tags_of(scope_.plant.instruments));
      return false;
    }
    if (instrument->works_by_samples()) {
      reader.add("reads",
                 "`" + item.reads + "` works by samples; allowed is an instrument that shows a value all the time");
      return false;
    }

    // what it moves
    const bool two_position = reader.node().word->name == std::string("on_off");
    item.moves = reader.string("moves");
    Target moved;
    if (!two_position && reader.has("moves") == reader.has("split_range")) {
      reader.findings().add(reader.source(), "pid has " + std::string(reader.has("moves") ? "both" : "none") +
                                                 " of `moves` and `split_range`; allowed: one of the two");
      return false;
    }
    if (!two_position && reader.has("split_range")) {
      const Node* split = reader.word("split_range");
      if (!split || split->word->kind != WordKind::split) return false;
      if (!read_split(item, NodeReader(*split, findings_))) return false;
      moved = Target{unit("1"), 0.0, 1.0, "%"};
      item.output_start = start_of(item.split);
    } else if (const Handle* handle = scope_.handle(item.moves)) {
      item.moves_handle = true;
      moved = scope_.target(*handle);
      item.output_start = handle->start;
    } else if (const NameInfo* input = scope_.input(item.moves)) {
      moved = target_of(*input);
      item.output_start = moved.minimum;
    } else if (const Controller* secondary = two_position ? nullptr : scope_.setpoint_of(item.moves)) {
      item.secondary = secondary->tag;
      moved = scope_.setpoint_target(*secondary);
      item.output_start = secondary->setpoint;
      if (reader.has("output_range"))
        reader.add(
            "output_range",
            "`output_range` of pid is that of the set point it moves; allowed: setpoint_range of " + secondary->tag);
    } else {
      if (!item.moves.empty() && !scope_.broken.contains(item.moves.substr(0, item.moves.find(".setpoint")))) {
        std::vector<std::string> allowed = tags_of(scope_.plant.handles);
        for (const NameInfo& info : scope_.names.inputs) allowed.push_back(info.name);
        if (!two_position)
          for (const Controller& other : scope_.plant.controllers) allowed.push_back(other.tag + ".setpoint");
        reader.add_unknown("moves", item.moves, two_position ? "handle or input" : "handle, input or set point",
                           allowed);
      }
      return false;
    }

    // limits first, then the values that must lie within them
    item.output_unit = moved.display;
    if (reader.has("output_range")) {
      const auto range = reader.range("output_range", moved, &item.output_unit);
      if (!range) return false;
      std::tie(moved.minimum, moved.maximum) = *range;
    } else if (!std::isfinite(moved.minimum) || !std::isfinite(moved.maximum) || moved.minimum < -1e200 ||
               moved.maximum > 1e200) {
      reader.add("output_range", std::string(reader.node().word->name) + " lacks `output_range`: the input `" +
                                     item.moves + "` has no limits of its own");
      return false;
    }
    item.output_low = moved.minimum;
    item.output_high = moved.maximum;
    item.output_start = std::clamp(item.output_start, item.output_low, item.output_high);
    if (!two_position) item.output_start = reader.quantity("output", moved).value_or(item.output_start);

    Target measured = scope_.target(*instrument);
    item.setpoint_unit = instrument->unit;
    if (const auto range = reader.range("setpoint_range", measured, &item.setpoint_unit))
      std::tie(measured.minimum, measured.maximum) = *range;
    item.setpoint_low = measured.minimum;
    item.setpoint_high = measured.maximum;
    item.setpoint = reader.quantity("setpoint", measured).value_or(measured.minimum);

    const std::string mode = reader.string("mode");
    item.mode = mode == "auto" ? PidMode::automatic : mode == "cascade" ? PidMode::cascade : PidMode::manual;
    if (const Node* source = reader.word("setpoint_from"); source && source->word->kind == WordKind::setpoint_source)
      read_setpoint_source(item, NodeReader(*source, findings_), *instrument, measured);
    item.reverse = reader.string("action") == "reverse";
    if (two_position) {
      item.output_start = item.output_low;
      item.two_position = TwoPosition{reader.difference("differential", measured), reader.number("at_least_on"),
                                      reader.number("at_least_off")};
      return true;
    }

    item.gain = reader.number("gain");
    item.reset = reader.number_if_given("reset").value_or(std::numeric_limits<double>::infinity());
    item.derivative = reader.number("derivative");
    read_form(item, reader);
    item.setpoint_weight = reader.number("setpoint_weight");
    item.derivative_limit = reader.number("derivative_limit");
    item.derivative_on_error = reader.string("derivative_on") == "error";
    item.filter = reader.number("filter");
    const std::string anti_windup = reader.string("anti_windup");
    item.anti_windup = anti_windup == "clamping" ? AntiWindup::clamping
                       : anti_windup == "none"   ? AntiWindup::none
                                                 : AntiWindup::back_calculation;
    item.tracking_time = reader.number("tracking_time");
    if (item.tracking_time > 0.0 && item.anti_windup != AntiWindup::back_calculation)
      reader.add("tracking_time", "`tracking_time` of pid belongs to back_calculation, not to " + anti_windup +
                                      "; allowed with anti_windup = \"back_calculation\" only");
    item.setpoint_rate = reader.difference("setpoint_per_minute", measured) / 60.0;
    item.setpoint_follows = reader.boolean("setpoint_follows");
    if (const Node* node = reader.word("feed_forward"); node && node->word->kind == WordKind::correction)
      read_feed_forward(item, NodeReader(*node, findings_));
    if (const Node* node = reader.word("gain_schedule"); node && node->word->kind == WordKind::schedule)
      read_schedule(item, NodeReader(*node, findings_));
    return true;
  }

 private:
  // an instrument that shows a value all the time, or null and told
  const Instrument* continuous(const NodeReader& reader, const std::string& field) {
    const std::string tag = reader.string(field);
    const Instrument* found = scope_.instrument(tag);
    if (found && !found->works_by_samples()) return found;
    std::vector<std::string> allowed;
    for (const Instrument& entry : scope_.plant.instruments)
      if (!entry.works_by_samples()) allowed.push_back(entry.tag);
    if (!tag.empty() && !scope_.broken.contains(tag))
      reader.add_unknown(field, tag, "instrument that shows a value all the time", allowed);
    return nullptr;
  }

  void read_setpoint_source(Controller& item, const NodeReader& source, const Instrument& measured_by,
                            const Target& measured) {
    if (source.node().word->name == std::string("ratio_station")) {
      const Instrument* wild = continuous(source, "reads");
      if (!wild) return;
      const Unit wild_unit = scope_.target(*wild).unit;
      if (wild_unit.dimension != measured.unit.dimension)
        source.add("reads", "`" + wild->tag + "` shows a " + kind_of(wild_unit) + " and `" + measured_by.tag + "` a " +
                                kind_of(measured.unit) + "; allowed: a ratio of two readings of one kind");
      item.ratio = Ratio{wild->tag, source.number("ratio"), source.difference("bias", measured)};
      return;
    }
    for (const Node* node : source.words("segments")) {
      if (node->word->kind != WordKind::segment) continue;
      const NodeReader segment(*node, findings_);
      item.program.push_back({segment.quantity("to", measured).value_or(measured.minimum),
                              segment.difference("per_minute", measured) / 60.0, segment.number("soak"),
                              segment.difference("hold_back", measured)});
    }
    if (item.program.empty()) source.add("segments", "program is empty; allowed are words segment { to = ... }");
  }

  void read_feed_forward(Controller& item, const NodeReader& reader) {
    const Instrument* disturbance = continuous(reader, "reads");
    if (!disturbance) return;
    const Target target = scope_.target(*disturbance);
    FeedForward forward{disturbance->tag, reader.number("gain"), reader.number("lead"), reader.number("lag"),
                        reader.quantity("rest", target).value_or(target.minimum)};
    if (forward.lead > 0.0 && forward.lag == 0.0)
      reader.add("lead", "`lead` of feed_forward needs a `lag`; allowed: both, or a lag alone");
    item.feed_forward = forward;
  }

  void read_schedule(Controller& item, const NodeReader& reader) {
    const Instrument* followed = continuous(reader, "reads");
    if (!followed) return;
    const Target target = scope_.target(*followed);
    for (const Node* node : reader.words("points")) {
      if (node->word->kind != WordKind::schedule_point) continue;
      const NodeReader point(*node, findings_);
      const double at = point.quantity("at", target).value_or(target.minimum);
      if (!item.schedule.empty() && !(at > item.schedule.back().at)) {
        point.add("at", "`at` of tuning_at is not above the point before; allowed are points that rise");
        return;
      }
      item.schedule.push_back({at, {point.number("gain"), point.number("reset"), point.number("derivative")}});
    }
    if (item.schedule.empty())
      reader.add("points", "gain_schedule is empty; allowed are words tuning_at { at = ..., gain = ... }");
    else
      item.scheduled_by = followed->tag;
  }

  // a series or parallel tuning as the standard form, in which the controller computes
  static void read_form(Controller& item, const NodeReader& reader) {
    const std::string form = reader.string("form");
    const bool parallel = form == "parallel";
    for (const char* field : {"reset", "derivative"})
      if (parallel && reader.has(field))
        reader.add(field, "`" + std::string(field) +
                              "` of pid is of the forms standard and series; allowed in the parallel "
                              "form: integral_gain, derivative_gain");
    for (const char* field : {"integral_gain", "derivative_gain"})
      if (!parallel && reader.has(field))
        reader.add(field, "`" + std::string(field) + "` of pid belongs to form = \"parallel\"; allowed in the form " +
                              form + ": reset, derivative");
    if (form == "standard") return;
    const PidTuning tuning =
        parallel ? standard(ParallelTuning{item.gain, reader.number("integral_gain"), reader.number("derivative_gain")})
                 : standard(SeriesTuning{item.gain, std::isfinite(item.reset) ? item.reset : 0.0, item.derivative});
    item.gain = tuning.gain;
    item.derivative = tuning.derivative_time;
    item.reset = tuning.integral_time > 0.0 ? tuning.integral_time : std::numeric_limits<double>::infinity();
  }

  // handles over parts of one output
  bool read_split(Controller& item, const NodeReader& reader) {
    bool good = true;
    for (const Node* node : reader.words("parts")) {
      if (node->word->kind != WordKind::split_part) continue;
      const NodeReader part(*node, findings_);
      const SplitPart read{part.string("moves"), part.number("from"), part.number("to")};
      if (read.from == read.to) {
        part.add(
            "to",
            "`to` of part is its `from`; allowed is another output: part { from = percent(50), to = percent(100) }");
        good = false;
      }
      if (!scope_.handle(read.handle)) {
        if (!read.handle.empty() && !scope_.broken.contains(read.handle))
          part.add_unknown("moves", read.handle, "handle", tags_of(scope_.plant.handles));
        good = false;
      }
      item.split.push_back(read);
    }
    const auto parts = static_cast<int>(item.split.size());
    if (parts >= 2 && parts <= SplitRange::kElements) return good;
    reader.add("parts", "split_range has " + std::to_string(parts) + " parts; allowed are 2 to " +
                            std::to_string(SplitRange::kElements) + ": part { moves = ..., from = ..., to = ... }");
    return false;
  }

  // the output at which the handles stand where they start: that of the first which is not shut
  double start_of(const std::vector<SplitPart>& split) const {
    for (const SplitPart& part : split) {
      const Handle& handle = *scope_.handle(part.handle);
      const double share = (handle.start - handle.low) / (handle.high - handle.low);
      if (share > 0.0) return part.from + share * (part.to - part.from);
    }
    return split.front().from;
  }

  const Scope& scope_;
  Findings& findings_;
};

}  // namespace

bool read_controller(Controller& item, const NodeReader& reader, const Scope& scope) {
  return ControllerReader(scope, reader.findings()).read(item, reader);
}

}  // namespace stillhouse::scenario
