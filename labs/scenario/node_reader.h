#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/base/text.h"
#include "labs/scenario/findings.h"
#include "labs/scenario/scope.h"
#include "labs/scenario/value.h"

namespace stillhouse::scenario {

/// Takes the fields of one use of a word. Shapes and fixed units are checked already (shape.h): what is missing or
/// wrong there has been told, and reads here as the declared fallback. What depends on the plant is checked here.
class NodeReader {
 public:
  NodeReader(const Node& node, Findings& findings) : node_(node), findings_(findings) {}

  const Node& node() const { return node_; }
  const SourceLine& source() const { return node_.source; }
  const std::vector<Value>& items() const { return node_.content.items; }

  /// The field's value by name, named or positional; null when it is left out or a mistake.
  const Value* value(const std::string& field) const;
  bool has(const std::string& field) const { return value(field) != nullptr; }

  /// Where a field stands; the word's own line when it is left out.
  SourceLine source_of(const std::string& field) const;

  std::string string(const std::string& field) const;
  bool boolean(const std::string& field) const;
  double number(const std::string& field) const;
  std::optional<double> number_if_given(const std::string& field) const;
  Text text(const std::string& field) const;
  const Node* word(const std::string& field) const;

  /// All words of a list field.
  std::vector<const Node*> words(const std::string& field) const;

  /// A quantity of a target: unit and limits are checked. Nothing when it is left out or wrong.
  std::optional<double> quantity(const std::string& field, const Target& target) const;

  /// A difference of two quantities of a target, within the field's own limits; the fallback when left out or wrong.
  double difference(const std::string& field, const Target& target) const;

  /// { low, high } within the target's limits, low < high. The unit it was written in goes to `written`.
  std::optional<std::pair<double, double>> range(const std::string& field, const Target& target,
                                                 std::string* written = nullptr) const;

  void add(const std::string& field, const std::string& message) const { findings_.add(source_of(field), message); }

  /// "`name` is no <what>; allowed: ...; nearest: ..."
  void add_unknown(const std::string& field, const std::string& name, const std::string& what,
                   const std::vector<std::string>& allowed) const;

  Findings& findings() const { return findings_; }

 private:
  std::optional<double> checked(const std::string& field, const Value& value, const Target& target) const;

  const Node& node_;
  Findings& findings_;
};

/// The symbol of the unit a quantity was written in; empty for a plain number.
std::string written_unit(const Value& value);

}  // namespace stillhouse::scenario
