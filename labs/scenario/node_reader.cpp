#include "labs/scenario/node_reader.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "labs/scenario/shape.h"
#include "labs/scenario/vocabulary.h"

namespace stillhouse::scenario {
namespace {

const Value* usable(const Value* value) {
  if (!value || value->kind == Value::Kind::mistake || value->kind == Value::Kind::nothing) return nullptr;
  return value;
}

std::optional<double> fallback_number(const Node& node, const std::string& field) {
  const Field* declared = find_field(*node.word, field);
  if (!declared) return std::nullopt;
  const std::string_view text = declared->fallback;
  double number = 0.0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

bool is_number(const Value& value) {
  return value.kind == Value::Kind::quantity || value.kind == Value::Kind::number;
}

}  // namespace

std::string written_unit(const Value& value) {
  return value.kind == Value::Kind::quantity ? value.unit.symbol : std::string();
}

const Value* NodeReader::value(const std::string& field) const {
  const std::vector<Field>& positional = node_.word->positional;
  for (std::size_t i = 0; i < positional.size() && i < items().size(); ++i)
    if (field == positional[i].name) return usable(&items()[i]);
  return usable(node_.content.field(field));
}

SourceLine NodeReader::source_of(const std::string& field) const {
  const Value* found = value(field);
  return found ? SourceLine{node_.source.file, found->line} : node_.source;
}

std::string NodeReader::string(const std::string& field) const {
  const Value* found = value(field);
  if (found && found->kind == Value::Kind::string) return found->text;
  const Field* declared = find_field(*node_.word, field);
  return declared && !found ? declared->fallback : "";
}

bool NodeReader::boolean(const std::string& field) const {
  const Value* found = value(field);
  if (found && found->kind == Value::Kind::boolean) return found->boolean;
  const Field* declared = find_field(*node_.word, field);
  return declared && std::string_view(declared->fallback) == "true";
}

std::optional<double> NodeReader::number_if_given(const std::string& field) const {
  const Value* found = value(field);
  const Field* declared = find_field(*node_.word, field);
  if (!found || !is_number(*found) || !declared) return std::nullopt;

  // what is outside the declared limits is told already and must not get any further
  const bool inside = found->number >= declared->minimum && found->number <= declared->maximum;
  return inside ? std::optional(found->number) : std::nullopt;
}

double NodeReader::number(const std::string& field) const {
  return number_if_given(field).value_or(fallback_number(node_, field).value_or(0.0));
}

Text NodeReader::text(const std::string& field) const {
  Text text;
  const Value* found = value(field);
  if (!found || found->kind != Value::Kind::table) return text;
  if (const Value* en = found->table->field("en")) text.en = en->text;
  if (const Value* zh = found->table->field("zh")) text.zh = zh->text;
  return text;
}

const Node* NodeReader::word(const std::string& field) const {
  const Value* found = value(field);
  return found && found->kind == Value::Kind::word ? found->node : nullptr;
}

std::vector<const Node*> NodeReader::words(const std::string& field) const {
  std::vector<const Node*> nodes;
  const Value* found = value(field);
  if (found && found->kind == Value::Kind::table)
    for (const Value& item : found->table->items)
      if (item.kind == Value::Kind::word) nodes.push_back(item.node);
  return nodes;
}

std::optional<double> NodeReader::checked(const std::string& field, const Value& value, const Target& target) const {
  if (!is_number(value) || !check_unit(node_, field, value, target.unit, findings_)) return std::nullopt;

  // an end of a range that is written in another unit may differ by rounding
  const double slack = 1e-9 * std::max(std::abs(target.minimum), std::abs(target.maximum));
  const bool bounded = slack < 1e200;
  const double low = bounded ? target.minimum - slack : target.minimum;
  const double high = bounded ? target.maximum + slack : target.maximum;
  if (value.number >= low && value.number <= high) return std::clamp(value.number, target.minimum, target.maximum);
  check_range(node_, field, value, unit(target.display.empty() ? target.unit.symbol : target.display), target.minimum,
              target.maximum, findings_);
  return std::nullopt;
}

std::optional<double> NodeReader::quantity(const std::string& field, const Target& target) const {
  const Value* found = value(field);
  if (!found) return std::nullopt;
  return checked(field, *found, target);
}

double NodeReader::difference(const std::string& field, const Target& target) const {
  const double fallback = fallback_number(node_, field).value_or(0.0);
  const Value* found = value(field);
  const Field* declared = find_field(*node_.word, field);
  if (!found || !declared || !is_number(*found)) return fallback;
  Target difference{difference_of(target.unit), declared->minimum, declared->maximum, ""};
  return checked(field, *found, difference).value_or(fallback);
}

std::optional<std::pair<double, double>> NodeReader::range(const std::string& field, const Target& target,
                                                           std::string* written) const {
  const Value* pair = value(field);
  if (!pair || pair->kind != Value::Kind::table || pair->table->items.size() != 2) return std::nullopt;
  const Value& first = pair->table->items[0];
  const Value& second = pair->table->items[1];
  const std::optional<double> low = checked(field, first, target);
  const std::optional<double> high = checked(field, second, target);
  if (!low || !high) return std::nullopt;
  if (!(*low < *high)) {
    add(field, "`" + field + "` of " + node_.word->name + " begins with " + found(first) + " and ends with " +
                   found(second) + "; allowed is { low, high } with low less than high");
    return std::nullopt;
  }
  if (written) {
    const std::string symbol = written_unit(first);
    *written = symbol.empty() ? target.display : symbol;
  }
  return std::pair(*low, *high);
}

void NodeReader::add_unknown(const std::string& field, const std::string& name, const std::string& what,
                             const std::vector<std::string>& allowed) const {
  add(field, "`" + name + "` is no " + what + (allowed.empty() ? "; there is none" : "; allowed: " + listing(allowed)) +
                 nearest_of(name, allowed));
}

}  // namespace stillhouse::scenario
