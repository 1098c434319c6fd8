#include <algorithm>

#include "labs/scenario/parts.h"
#include "labs/scenario/vocabulary.h"

namespace stillhouse::scenario {

bool check_setting_number(const Value& value, const std::string& file, const std::string& name, const Target& target,
                          Findings& findings) {
  if (value.kind == Value::Kind::mistake) return false;
  const bool plain =
      value.kind == Value::Kind::number && target.unit.dimension == Dimension{} && target.unit.basis == Basis::none;
  if (!plain && !(value.kind == Value::Kind::quantity && fits(value.unit, target.unit))) {
    const std::vector<std::string> words = unit_words_for(target.unit.symbol);
    findings.add({file, value.line}, "`" + name + "` is " + found(value) + "; allowed is a " + kind_of(target.unit) +
                                         (words.empty() ? "" : ": " + listing(words, 6)) +
                                         (target.unit.symbol == "1" ? ", or a plain number" : ""));
    return false;
  }
  if (value.number >= target.minimum && value.number <= target.maximum) return true;
  const Unit shown_in = value.kind == Value::Kind::quantity ? value.unit : target.unit;
  findings.add({file, value.line}, "`" + name + "` is " + shown(value.number, shown_in, 6) +
                                       "; allowed: " + shown(target.minimum, shown_in, 6) + " to " +
                                       shown(target.maximum, shown_in, 6));
  return false;
}

std::vector<Setting> read_parameters(const Table& table, const std::string& file, const PlantNames& names,
                                     Findings& findings, const std::string& what) {
  std::vector<Setting> settings;
  Scope scope;
  scope.names = names;
  std::vector<std::string> allowed = names_of(names.parameters);
  for (const ChoiceInfo& choice : names.choices) allowed.push_back(choice.name);

  for (const auto& [name, value] : table.fields) {
    Setting setting;
    setting.name = name;
    setting.source = {file, value.line};
    if (value.kind == Value::Kind::mistake) continue;
    if (const ChoiceInfo* choice = scope.choice(name)) {
      const bool known = value.kind == Value::Kind::string &&
                         std::find(choice->allowed.begin(), choice->allowed.end(), value.text) != choice->allowed.end();
      if (!known) {
        findings.add(setting.source,
                     "`" + name + "` is " + found(value) + "; allowed: " + listing(choice->allowed) +
                         (value.kind == Value::Kind::string ? nearest_of(value.text, choice->allowed) : ""));
        continue;
      }
      setting.choice = value.text;
    } else if (const NameInfo* parameter = scope.parameter(name)) {
      const Target target = target_of(*parameter);
      if (!check_setting_number(value, file, name, target, findings)) continue;
      setting.number = value.number;
      setting.unit = written_unit(value).empty() ? target.unit.symbol : written_unit(value);
    } else {
      findings.add(setting.source,
                   "`" + name + "` is no " + what + "; allowed: " + listing(allowed, 40) + nearest_of(name, allowed));
      continue;
    }
    settings.push_back(std::move(setting));
  }
  return settings;
}

}  // namespace stillhouse::scenario
