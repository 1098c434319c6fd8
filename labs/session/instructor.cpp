#include "labs/session/instructor.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "engine/base/error.h"
#include "engine/base/quantity.h"
#include "labs/grading/evidence_text.h"

namespace stillhouse {

using scenario::ConditionKind;
using scenario::EffectKind;

namespace {

constexpr std::array<std::string_view, 11> kVerbs = {"malfunction", "clear",       "field",     "message",
                                                     "confirm",     "freeze",      "run",       "speed",
                                                     "snapshot",    "start_fault", "stop_fault"};

/// Position of "M3" or "3" in a list of so many; nothing if it is none of them.
std::optional<std::size_t> numbered(std::string_view name, std::string_view letter, std::size_t count) {
  if (!name.starts_with(letter)) return {};
  name.remove_prefix(letter.size());
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number);
  if (error != std::errc() || end != name.data() + name.size() || number < 1 || number > count) return {};
  return number - 1;
}

bool compares(const scenario::Condition& when) {
  return when.kind == ConditionKind::above || when.kind == ConditionKind::below;
}

/// An unlimited range is written as 1e300.
bool is_limit(double value) {
  return std::abs(value) < 1e290;
}

std::string input_value(const InputInfo& input, double value) {
  return value_text(value, shown_unit(input));
}

/// What he did at the controls, as a student might.
Text operated(const Command& command, const scenario::Lab& lab) {
  const std::string &verb = command.verb, &tag = command.tag;
  std::string unit_symbol;
  for (const scenario::Handle& handle : lab.plant.handles)
    if (handle.tag == tag && verb == "set") unit_symbol = handle.unit;
  for (const scenario::Controller& controller : lab.plant.controllers) {
    if (controller.tag != tag) continue;
    if (verb == "setpoint") unit_symbol = controller.setpoint_unit;
    if (verb == "output") unit_symbol = controller.output_unit;
  }
  std::string words = verb + (tag.empty() ? "" : " " + tag);
  if (!unit_symbol.empty()) words += " " + value_text(command.value, unit_symbol);
  if (!command.text.empty()) words += " " + command.text;
  return plain(words);
}

}  // namespace

std::string malfunction_name(std::size_t index) {
  return "M" + std::to_string(index + 1);
}

std::string shown_unit(const InputInfo& input) {
  return display_unit(unit(input.unit.empty() ? "1" : input.unit)).symbol;
}

bool is_intervention(const Command& command) {
  if (command.actor != "instructor") return false;
  return command.verb != "snapshot" && command.verb != "speed" && command.verb != "run" && command.verb != "confirm";
}

bool Instructor::knows(std::string_view verb) {
  return std::find(kVerbs.begin(), kVerbs.end(), verb) != kVerbs.end();
}

std::optional<Refusal> Instructor::query(const InstructorState& state, const Command& command) const {
  const std::string& verb = command.verb;
  if (verb == "confirm") {
    const auto message = numbered(command.tag, "", state.messages.size());
    if (!message) return Refusal{"There is no such message.", "没有这条消息。"};
    if (state.messages[*message].confirmed >= 0)
      return Refusal{"This message has been confirmed already.", "此消息已经确认。"};
    return {};
  }
  if (command.actor != "instructor") return Refusal{"Only the instructor may do this.", "只有教师可以执行此操作。"};
  if (verb == "malfunction") return query_order(state, command);
  if (verb == "field") return query_field(command);
  if (verb == "clear") {
    if (command.tag == "all") {
      const auto& all = state.malfunctions;
      const bool any = std::any_of(all.begin(), all.end(), [](const Malfunction& it) { return it.ended < 0; });
      if (any) return {};
      return Refusal{"There is no malfunction to clear.", "没有需要解除的故障。"};
    }
    const auto place = numbered(command.tag, "M", state.malfunctions.size());
    if (!place) return Refusal{"There is no malfunction '" + command.tag + "'.", "没有故障“" + command.tag + "”。"};
    if (state.malfunctions[*place].ended >= 0)
      return Refusal{"Malfunction " + command.tag + " has ended already.", "故障 " + command.tag + " 已经结束。"};
    return {};
  }
  if (verb == "message") {
    const bool blank = command.text.find_first_not_of(' ') == std::string::npos;
    if (blank) return Refusal{"A message needs words.", "消息不能为空。"};
    if (command.text.size() > kLongestMessage)
      return Refusal{"A message has at most 500 bytes (about 160 Chinese characters).",
                     "消息最多 500 字节（约 160 个汉字）。"};
    const bool printable = std::none_of(command.text.begin(), command.text.end(),
                                        [](char c) { return static_cast<unsigned char>(c) < 0x20; });
    if (!printable) return Refusal{"A message is one line.", "消息只能是一行。"};
    return {};
  }
  if (verb == "snapshot" && command.tag.empty()) return Refusal{"A snapshot needs a name.", "快照需要名称。"};
  if (verb == "speed" && !(std::isfinite(command.value) && command.value > 0.0))
    return Refusal{"The speed is a number above zero.", "速度必须大于零。"};
  return {};
}

std::optional<Refusal> Instructor::query_order(const InstructorState& state, const Command& command) const {
  if (state.malfunctions.size() >= kMostMalfunctions)
    return Refusal{"A run has at most 100 malfunctions.", "每次运行最多 100 个故障。"};
  const Found found = find(command);
  if (!found.mistake.empty()) return found.mistake;
  if (found.malfunction.input >= 0) return {};
  for (std::size_t i = 0; i < state.malfunctions.size(); ++i) {
    const Malfunction& other = state.malfunctions[i];
    if (other.ended >= 0 || other.input >= 0 || other.order.effect.target != command.tag) continue;
    const std::string name = malfunction_name(i);
    return Refusal{command.tag + " has malfunction " + name + " already; clear it first.",
                   command.tag + " 已有故障 " + name + "；请先解除。"};
  }
  return {};
}

std::optional<Refusal> Instructor::beyond_limits(int input, double value) const {
  const InputInfo& info = plant_.inputs()[static_cast<std::size_t>(input)];
  const Range& range = info.range;
  if (std::isfinite(value) && value >= range.minimum && value <= range.maximum) return {};
  Refusal refusal{info.name + " cannot be " + input_value(info, value),
                  info.name + " 不能为 " + input_value(info, value)};
  if (is_limit(range.minimum) && is_limit(range.maximum)) {
    const std::string low = input_value(info, range.minimum), high = input_value(info, range.maximum);
    refusal.en += " (" + low + " to " + high + ")";
    refusal.zh += "（" + low + " 至 " + high + "）";
  }
  refusal.en += ".";
  refusal.zh += "。";
  return refusal;
}

std::optional<Refusal> Instructor::query_field(const Command& command) const {
  const int input = plant_.find_input(command.tag);
  if (input < 0) {
    std::vector<std::string> names;
    for (const InputInfo& info : plant_.inputs()) names.push_back(info.name);
    const std::string nearest = nearest_word(command.tag, names);
    return Refusal{
        "The plant has no input '" + command.tag + "'" + (nearest.empty() ? "." : "; did you mean '" + nearest + "'?"),
        "装置没有输入“" + command.tag + "”" + (nearest.empty() ? "。" : "；是否指“" + nearest + "”？")};
  }
  const auto moved_by = [&](const std::string& tag) {
    return Refusal{tag + " moves " + command.tag + "; operate that.",
                   command.tag + " 由 " + tag + " 控制；请操作 " + tag + "。"};
  };
  for (const scenario::Handle& handle : lab_.plant.handles)
    if (handle.input == command.tag) return moved_by(handle.tag);
  for (const scenario::Controller& controller : lab_.plant.controllers)
    if (controller.moves == command.tag) return moved_by(controller.tag);
  return beyond_limits(input, command.value);
}

Instructor::Found Instructor::find(const Command& command) const {
  ReadOrder read = read_order(command, lab_);
  Found found;
  if (!read.order) {
    found.mistake = read.mistake;
    return found;
  }
  Malfunction& malfunction = found.malfunction;
  malfunction.order = std::move(*read.order);
  scenario::Effect& effect = malfunction.order.effect;
  if (effect.kind == EffectKind::scale || effect.kind == EffectKind::set_input) {
    malfunction.input = plant_.find_input(effect.target);
    if (malfunction.input < 0) {
      std::vector<std::string> names;
      for (const InputInfo& info : plant_.inputs()) names.push_back(info.name);
      const std::string nearest = nearest_word(effect.target, names);
      found.mistake = {
          "The plant has no input '" + effect.target + "'" +
              (nearest.empty() ? "." : "; did you mean '" + nearest + "'?"),
          "装置没有输入“" + effect.target + "”" + (nearest.empty() ? "。" : "；是否指“" + nearest + "”？")};
      return found;
    }
    if (effect.kind == EffectKind::set_input) {
      effect.unit = shown_unit(plant_.inputs()[static_cast<std::size_t>(malfunction.input)]);
      if (auto refusal = beyond_limits(malfunction.input, effect.value)) found.mistake = *refusal;
    }
  }
  if (malfunction.order.when && found.mistake.empty()) {
    const scenario::Condition& when = *malfunction.order.when;
    if (compares(when))
      malfunction.subject = directory_.subject(when.subject);
    else
      malfunction.fact = directory_.fact(when);
  }
  return found;
}

void Instructor::execute(InstructorState& state, ControlRoomState& room, std::span<double> inputs,
                         const Command& command) const {
  if (command.verb == "malfunction") {
    Malfunction malfunction = find(command).malfunction;
    malfunction.ordered = command.scan;
    state.malfunctions.push_back(std::move(malfunction));
  } else if (command.verb == "clear") {
    const auto one = numbered(command.tag, "M", state.malfunctions.size());
    for (std::size_t i = 0; i < state.malfunctions.size(); ++i)
      if ((!one || *one == i) && state.malfunctions[i].ended < 0) end(state.malfunctions[i], command.scan, room);
  } else if (command.verb == "field") {
    inputs[static_cast<std::size_t>(plant_.find_input(command.tag))] = command.value;
  } else if (command.verb == "message") {
    state.messages.push_back({command.scan, command.text, -1});
  } else if (command.verb == "confirm") {
    state.messages[*numbered(command.tag, "", state.messages.size())].confirmed = command.scan;
  }
}

/// Share of a malfunction's size that it has reached.
double Instructor::grown(const Malfunction& malfunction, std::int64_t scan, double scan_length) const {
  if (malfunction.order.ramp <= 0.0) return 1.0;
  return std::min(1.0, static_cast<double>(scan - malfunction.began) * scan_length / malfunction.order.ramp);
}

void Instructor::end(Malfunction& malfunction, std::int64_t scan, ControlRoomState& room) const {
  malfunction.ended = scan;
  if (malfunction.began >= 0 && malfunction.input < 0) room_.end(room, malfunction.order.effect);
}

bool Instructor::scan(InstructorState& state, const ConditionView& view, std::int64_t scan, double scan_length,
                      ControlRoomState& room, std::span<const double> inputs) const {
  bool any_ended = false;
  for (Malfunction& it : state.malfunctions) {
    if (it.ended >= 0) continue;
    const auto elapsed = [&](std::int64_t since) { return static_cast<double>(scan - since) * scan_length; };
    if (it.armed < 0) {
      bool holds = true;
      if (const auto& when = it.order.when) {
        if (when->kind == ConditionKind::above)
          holds = view.value(it.subject) > when->low;
        else if (when->kind == ConditionKind::below)
          holds = view.value(it.subject) < when->high;
        else
          holds = view.holds(it.fact);
      }
      if (holds) it.armed = scan;
    }
    const bool begins = it.began < 0 && it.armed >= 0 && elapsed(it.armed) >= it.order.after;
    if (begins) {
      it.began = scan;
      if (it.input >= 0) it.input_before = inputs[static_cast<std::size_t>(it.input)];
    }
    // to the scan in which it has all of its size
    const bool grows = it.acts() && elapsed(it.began) < it.order.ramp + scan_length;
    if ((begins || grows) && it.input < 0) begin(it, scan, scan_length, room);
    if (it.acts() && it.order.lasts && elapsed(it.began) >= *it.order.lasts) {
      end(it, scan, room);
      any_ended = true;
    }
  }
  return any_ended;
}

void Instructor::disturb(const InstructorState& state, std::int64_t scan, double scan_length,
                         std::span<double> inputs) const {
  for (const Malfunction& it : state.malfunctions) {
    if (!it.acts() || it.input < 0) continue;
    double& input = inputs[static_cast<std::size_t>(it.input)];
    const double share = grown(it, scan, scan_length);
    if (it.order.effect.kind == EffectKind::scale)
      input *= 1.0 + share * (it.order.effect.value - 1.0);
    else
      input = it.input_before + share * (it.order.effect.value - it.input_before);
  }
}

void Instructor::begin(const Malfunction& malfunction, std::int64_t scan, double scan_length,
                       ControlRoomState& room) const {
  scenario::Effect effect = malfunction.order.effect;
  if (malfunction.order.ramp > 0.0) effect.value *= grown(malfunction, scan, scan_length);
  room_.begin(room, effect);
}

void Instructor::act_again(const InstructorState& state, std::int64_t scan, double scan_length,
                           ControlRoomState& room) const {
  for (const Malfunction& it : state.malfunctions)
    if (it.acts() && it.input < 0) begin(it, scan, scan_length, room);
}

void Instructor::add_numbers(const InstructorState& state, std::vector<double>& numbers) const {
  const auto add = [&numbers](auto... values) { (numbers.push_back(static_cast<double>(values)), ...); };
  for (const Malfunction& it : state.malfunctions)
    add(it.order.effect.kind, it.order.effect.value, it.input, it.armed, it.began, it.ended, it.input_before);
  for (const InstructorMessage& it : state.messages) add(it.sent, it.confirmed);
}

Text instructor_sentence(const Command& command, const scenario::Lab& lab, const Flowsheet& plant) {
  const std::string &verb = command.verb, &tag = command.tag;
  if (verb == "malfunction") {
    ReadOrder read = read_order(command, lab);
    if (!read.order) return read.mistake;
    if (const int input = plant.find_input(tag); input >= 0 && read.order->effect.kind == EffectKind::set_input)
      read.order->effect.unit = shown_unit(plant.inputs()[static_cast<std::size_t>(input)]);
    return filled({"malfunction: {0}", "设置故障：{0}"}, {order_sentence(*read.order, lab)});
  }
  if (verb == "clear")
    return tag == "all" ? Text{"all malfunctions cleared", "解除全部故障"}
                        : filled({"malfunction {0} cleared", "解除故障 {0}"}, {plain(tag)});
  if (verb == "start_fault") return filled({"fault of the lab {0} started", "启动实验故障 {0}"}, {plain(tag)});
  if (verb == "stop_fault") return filled({"fault of the lab {0} stopped", "停止实验故障 {0}"}, {plain(tag)});
  if (verb == "field") {
    const int input = plant.find_input(tag);
    const std::string value = input < 0 ? shortest(command.value)
                                        : input_value(plant.inputs()[static_cast<std::size_t>(input)], command.value);
    return filled({"in the field: {0} to {1}", "现场操作：{0} 设为 {1}"}, {plain(tag), plain(value)});
  }
  if (verb == "message") return filled({"message: \"{0}\"", "消息：“{0}”"}, {plain(command.text)});
  if (verb == "confirm") return filled({"message {0} confirmed", "确认消息 {0}"}, {plain(tag)});
  if (verb == "freeze") return {"frozen", "冻结"};
  if (verb == "run") return {"running", "运行"};
  if (verb == "speed") return filled({"speed {0} times", "速度 {0} 倍"}, {plain(rounded(command.value, 4))});
  if (verb == "snapshot") return filled({"snapshot \"{0}\"", "快照“{0}”"}, {plain(tag)});
  return operated(command, lab);
}

}  // namespace stillhouse
