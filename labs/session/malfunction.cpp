#include "labs/session/malfunction.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <vector>

#include "engine/base/error.h"
#include "engine/base/quantity.h"
#include "labs/grading/condition_text.h"
#include "labs/grading/evidence_text.h"

namespace stillhouse {

using scenario::Condition;
using scenario::ConditionKind;
using scenario::EffectKind;

namespace {

constexpr std::array<std::pair<EffectKind, const char*>, 9> kWords = {{
    {EffectKind::scale, "scale"},
    {EffectKind::set_input, "set_input"},
    {EffectKind::sensor_drift, "sensor_drift"},
    {EffectKind::sensor_stuck, "sensor_stuck"},
    {EffectKind::sensor_fail, "sensor_fail"},
    {EffectKind::sensor_burst, "sensor_burst"},
    {EffectKind::sensor_spike, "sensor_spike"},
    {EffectKind::handle_stuck, "handle_stuck"},
    {EffectKind::disable_interlock, "disable_interlock"},
}};

constexpr double kLongest = 24.0 * 3600.0;  // s: longer than any lab

std::vector<std::string_view> split(std::string_view text, char at) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t end = text.find(at);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

std::optional<double> number_in(std::string_view text) {
  double number = 0.0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(number)) return {};
  return number;
}

template <class List>
std::vector<std::string> names_in(const List& list) {
  std::vector<std::string> names;
  for (const auto& item : list) {
    if constexpr (requires { item.tag; })
      names.push_back(item.tag);
    else
      names.push_back(item.id);
  }
  return names;
}

bool has(const std::vector<std::string>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// "There is no instrument 'TI-1'; did you mean 'TI-110'?"
Refusal no_such(const Text& what, std::string_view name, const std::vector<std::string>& names) {
  const std::string nearest = nearest_word(name, names), asked(name);
  Refusal refusal{"There is no " + what.en + " '" + asked + "'", "没有" + what.zh + "“" + asked + "”"};
  refusal.en += nearest.empty() ? "." : "; did you mean '" + nearest + "'?";
  refusal.zh += nearest.empty() ? "。" : "；是否指“" + nearest + "”？";
  return refusal;
}

const Text kInstrument{"instrument", "仪表"}, kHandle{"handle", "手操器"}, kInterlock{"interlock", "联锁"},
    kTask{"task", "任务"}, kAlarm{"alarm", "报警"};

/// Reads an order part by part; the first mistake is kept.
class OrderReader {
 public:
  OrderReader(const Command& command, const scenario::Lab& lab) : command_(command), lab_(lab) {}

  ReadOrder read() {
    const std::vector<std::string_view> words = split(command_.text, ' ');
    const std::optional<EffectKind> kind = effect_of(words.front());
    if (!kind) {
      std::string allowed;
      for (const auto& [known, name] : kWords) allowed += (allowed.empty() ? "" : ", ") + std::string(name);
      const std::string asked(words.front());
      return {{},
              {"'" + asked + "' is no malfunction; there are: " + allowed + ".",
               "没有故障类型“" + asked + "”；可用：" + allowed + "。"}};
    }
    order_.effect.kind = *kind;
    order_.effect.target = command_.tag;
    order_.effect.value = command_.value;
    for (std::size_t i = 1; i < words.size() && mistake_.empty(); ++i) read_field(words[i]);
    if (mistake_.empty()) check_effect();
    if (!mistake_.empty()) return {{}, mistake_};
    return {std::move(order_), {}};
  }

 private:
  void read_field(std::string_view field) {
    const std::size_t equals = field.find('=');
    const std::string name(field.substr(0, equals));
    const std::string_view value = equals == std::string_view::npos ? std::string_view() : field.substr(equals + 1);
    if (name == "when") return read_when(value);
    if (name != "ramp" && name != "every" && name != "after" && name != "lasts") {
      mistake_ = {"A malfunction has ramp, every, when, after and lasts, no '" + name + "'.",
                  "故障只有 ramp、every、when、after、lasts，没有“" + name + "”。"};
      return;
    }
    const std::optional<double> seconds = number_in(value);
    if (!seconds || *seconds < 0.0 || *seconds > kLongest) {
      const std::string asked(value);
      mistake_ = {"'" + name + "' is a time between 0 and 86400 s, not '" + asked + "'.",
                  "“" + name + "”应为 0 至 86400 秒，而不是“" + asked + "”。"};
      return;
    }
    if (name == "ramp") order_.ramp = *seconds;
    if (name == "every") order_.effect.duration = *seconds;
    if (name == "after") order_.after = *seconds;
    if (name == "lasts") order_.lasts = *seconds;
  }

  void read_when(std::string_view text) {
    const std::vector<std::string_view> parts = split(text, ':');
    const std::string kind(parts.front()), name(parts.size() > 1 ? parts[1] : std::string_view());
    Condition when;
    when.name = name;
    const bool compares = kind == "above" || kind == "below";
    const auto known = [&](const Text& what, const std::vector<std::string>& names) {
      if (!has(names, name)) mistake_ = no_such(what, name, names);
    };
    if (compares && parts.size() == 3) {
      const std::optional<double> limit = number_in(parts[2]);
      if (!limit) {
        mistake_ = {"'" + std::string(parts[2]) + "' is no number.", "“" + std::string(parts[2]) + "”不是数字。"};
        return;
      }
      when.kind = kind == "above" ? ConditionKind::above : ConditionKind::below;
      (kind == "above" ? when.low : when.high) = *limit;
      read_subject(name, when.subject);
    } else if (kind == "done" && parts.size() == 2) {
      when.kind = ConditionKind::completed;
      known(kTask, names_in(lab_.tasks));
    } else if (kind == "started" && parts.size() == 2) {
      when.kind = ConditionKind::started;
      known(kTask, names_in(lab_.tasks));
    } else if (kind == "alarm" && parts.size() == 2) {
      when.kind = ConditionKind::alarm_active;
      known(kAlarm, names_in(lab_.plant.alarms));
    } else if (kind == "tripped" && parts.size() == 2) {
      when.kind = ConditionKind::tripped;
      known(kInterlock, names_in(lab_.plant.interlocks));
    } else {
      mistake_ = {"'" + std::string(text) +
                      "' is no trigger; there are above:TAG:NUMBER, below:TAG:NUMBER, done:TASK, started:TASK, "
                      "alarm:TAG and tripped:TAG.",
                  "“" + std::string(text) +
                      "”不是触发条件；可用 "
                      "above:位号:数值、below:位号:数值、done:任务、started:任务、alarm:位号、tripped:位号。"};
      return;
    }
    order_.when = std::move(when);
  }

  void read_subject(const std::string& tag, scenario::Subject& subject) {
    std::vector<std::string> tags;
    for (const scenario::Instrument& instrument : lab_.plant.instruments) {
      tags.push_back(instrument.tag);
      if (instrument.tag == tag) subject = {scenario::SubjectKind::reading, tag, instrument.unit};
    }
    for (const scenario::Handle& handle : lab_.plant.handles) {
      tags.push_back(handle.tag);
      if (handle.tag == tag) subject = {scenario::SubjectKind::position, tag, handle.unit};
    }
    if (subject.name.empty()) mistake_ = no_such({"instrument or handle", "仪表或手操器"}, tag, tags);
  }

  void check_effect() {
    scenario::Effect& effect = order_.effect;
    const std::string name = word(effect.kind);
    if (order_.ramp > 0.0 && !may_grow(effect.kind)) {
      mistake_ = {"'" + name + "' has no ramp: it is there or it is not.", "“" + name + "”没有渐变时间：只有有或无。"};
      return;
    }
    if (effect.duration > 0.0 && effect.kind != EffectKind::sensor_spike) {
      mistake_ = {"'every' belongs to spikes.", "“every”只用于尖峰干扰。"};
      return;
    }
    if (!std::isfinite(effect.value)) {
      mistake_ = {"The size of a malfunction is a number.", "故障大小必须是数字。"};
      return;
    }
    switch (effect.kind) {
      case EffectKind::scale:
        effect.unit = "1";
        if (effect.value < 0.0 || effect.value > 10.0)
          mistake_ = {"An input is scaled by 0 to 10, not by " + rounded(effect.value, 4) + ".",
                      "输入的倍数应为 0 至 10，而不是 " + rounded(effect.value, 4) + "。"};
        return;
      case EffectKind::set_input:
      case EffectKind::ramp:
        return;
      case EffectKind::handle_stuck:
        if (const auto tags = names_in(lab_.plant.handles); !has(tags, effect.target))
          mistake_ = no_such(kHandle, effect.target, tags);
        return;
      case EffectKind::disable_interlock:
        if (const auto tags = names_in(lab_.plant.interlocks); !has(tags, effect.target))
          mistake_ = no_such(kInterlock, effect.target, tags);
        return;
      case EffectKind::sensor_drift:
      case EffectKind::sensor_stuck:
      case EffectKind::sensor_fail:
      case EffectKind::sensor_burst:
      case EffectKind::sensor_spike:
        return check_sensor();
    }
  }

  void check_sensor() {
    scenario::Effect& effect = order_.effect;
    const auto& instruments = lab_.plant.instruments;
    const auto place = std::find_if(instruments.begin(), instruments.end(),
                                    [&](const scenario::Instrument& it) { return it.tag == effect.target; });
    if (place == instruments.end()) {
      mistake_ = no_such(kInstrument, effect.target, names_in(instruments));
      return;
    }
    if (place->works_by_samples()) {
      mistake_ = {effect.target + " works by samples; only an instrument that shows a value all the time fails so.",
                  effect.target + " 是取样分析仪表；只有连续测量仪表才有此类故障。"};
      return;
    }
    effect.unit = difference_of(unit(place->unit)).symbol;
    const double span = place->range_high - place->range_low;
    const auto beyond = [&](const Text& what, double most) {
      if (std::abs(effect.value) <= most) return;
      const std::string limit = shown(most, unit(effect.unit));
      mistake_ = {what.en + " of " + effect.target + " are at most " + limit + ".",
                  effect.target + " 的" + what.zh + "不超过 " + limit + "。"};
    };
    if (effect.kind == EffectKind::sensor_fail && effect.value != 0.0 && effect.value != 1.0)
      mistake_ = {"A sensor fails to the low end (0) or to the high end (1) of its range.",
                  "传感器失效时读数到量程下限（0）或上限（1）。"};
    if (effect.kind == EffectKind::sensor_burst && effect.value < 0.0)
      mistake_ = {"Bursts have a standard deviation, which is not negative.", "突发噪声的标准差不得为负。"};
    if (effect.kind == EffectKind::sensor_burst) beyond({"Bursts", "突发噪声"}, span);
    if (effect.kind == EffectKind::sensor_spike) beyond({"Spikes", "尖峰"}, span);
    if (effect.kind == EffectKind::sensor_drift) beyond({"Drifts within a second", "每秒漂移"}, span);
    if (effect.kind == EffectKind::sensor_spike && effect.duration <= 0.0)
      mistake_ = {"Spikes need 'every': the seconds between them, on average.", "尖峰干扰需要平均间隔秒数 every。"};
  }

  const Command& command_;
  const scenario::Lab& lab_;
  MalfunctionOrder order_;
  Refusal mistake_;
};

Text effect_sentence(const MalfunctionOrder& order) {
  const scenario::Effect& effect = order.effect;
  const Text target = plain(effect.target);
  const auto value = [&] { return plain(value_text(effect.value, effect.unit.empty() ? "1" : effect.unit)); };
  switch (effect.kind) {
    case EffectKind::scale:
      return filled({"{0} goes to {1} of what it should be", "{0} 变为应有值的 {1}"},
                    {target, plain(rounded(100.0 * effect.value, 4) + " %")});
    case EffectKind::set_input:
    case EffectKind::ramp:
      return filled({"{0} goes to {1} and stays there", "{0} 变为 {1} 并保持"}, {target, value()});
    case EffectKind::sensor_drift:
      return filled({"{0} drifts by {1} an hour", "{0} 每小时漂移 {1}"},
                    {target, plain(value_text(3600.0 * effect.value, effect.unit))});
    case EffectKind::sensor_stuck:
      return filled({"{0} stays at its reading", "{0} 读数卡住不变"}, {target});
    case EffectKind::sensor_fail:
      return effect.value > 0.5
                 ? filled({"{0} fails to the top of its range", "{0} 失效，读数到量程上限"}, {target})
                 : filled({"{0} fails to the bottom of its range", "{0} 失效，读数到量程下限"}, {target});
    case EffectKind::sensor_burst:
      return filled({"{0} has bursts of noise of {1}", "{0} 出现 {1} 的突发噪声"}, {target, value()});
    case EffectKind::sensor_spike:
      return filled({"{0} has spikes of {1} every {2}", "{0} 每 {2}出现 {1} 的尖峰"},
                    {target, value(), duration_text(effect.duration)});
    case EffectKind::handle_stuck:
      return filled({"{0} does not move any more", "{0} 卡死不动"}, {target});
    case EffectKind::disable_interlock:
      return filled({"{0} does not act any more", "{0} 失去作用"}, {target});
  }
  return target;
}

}  // namespace

const char* word(EffectKind kind) {
  for (const auto& [known, name] : kWords)
    if (known == kind) return name;
  return "ramp";
}

std::optional<EffectKind> effect_of(std::string_view word) {
  for (const auto& [kind, name] : kWords)
    if (word == name) return kind;
  return {};
}

bool may_grow(EffectKind kind) {
  return kind == EffectKind::scale || kind == EffectKind::set_input || kind == EffectKind::sensor_burst ||
         kind == EffectKind::sensor_spike;
}

std::string order_text(const MalfunctionOrder& order) {
  std::string text = word(order.effect.kind);
  const auto add = [&text](const char* name, const std::string& value) {
    text += std::string(" ") + name + "=" + value;
  };
  if (order.ramp > 0.0) add("ramp", shortest(order.ramp));
  if (order.effect.duration > 0.0) add("every", shortest(order.effect.duration));
  if (order.when) {
    const Condition& when = *order.when;
    switch (when.kind) {
      case ConditionKind::above:
        add("when", "above:" + when.subject.name + ":" + shortest(when.low));
        break;
      case ConditionKind::below:
        add("when", "below:" + when.subject.name + ":" + shortest(when.high));
        break;
      case ConditionKind::completed:
        add("when", "done:" + when.name);
        break;
      case ConditionKind::started:
        add("when", "started:" + when.name);
        break;
      case ConditionKind::alarm_active:
        add("when", "alarm:" + when.name);
        break;
      default:
        add("when", "tripped:" + when.name);
    }
  }
  if (order.after > 0.0) add("after", shortest(order.after));
  if (order.lasts) add("lasts", shortest(*order.lasts));
  return text;
}

Command malfunction_command(const MalfunctionOrder& order) {
  return {.actor = "instructor",
          .verb = "malfunction",
          .tag = order.effect.target,
          .value = order.effect.value,
          .text = order_text(order)};
}

ReadOrder read_order(const Command& command, const scenario::Lab& lab) {
  return OrderReader(command, lab).read();
}

Text order_sentence(const MalfunctionOrder& order, const scenario::Lab& lab) {
  Text sentence = effect_sentence(order);
  if (order.ramp > 0.0) sentence = sentence + filled({", within {0}", "，在 {0}内渐变"}, {duration_text(order.ramp)});
  if (order.when) {
    sentence = sentence + filled({", once {0}", "，当{0}"}, {in_words(*order.when, lab)});
    if (order.after > 0.0)
      sentence = sentence + filled({" and {0} have passed", "后再过 {0}"}, {duration_text(order.after)});
  } else if (order.after > 0.0) {
    sentence = sentence + filled({", after {0}", "，{0}后"}, {duration_text(order.after)});
  }
  if (order.lasts) sentence = sentence + filled({", for {0}", "，持续 {0}"}, {duration_text(*order.lasts)});
  return sentence;
}

}  // namespace stillhouse
