#include "engine/modelling/declare.h"

#include <algorithm>
#include <map>

#include "engine/base/error.h"
#include "engine/modelling/structure_check.h"

namespace stillhouse {

namespace {

std::string number(double value) {
  std::string text = std::to_string(value);
  while (text.find('.') != std::string::npos && (text.back() == '0' || text.back() == '.')) {
    const bool point = text.back() == '.';
    text.pop_back();
    if (point) break;
  }
  return text;
}

template <class Info>
void refuse_duplicate(const std::vector<Info>& list, const std::string& name) {
  for (const Info& info : list) {
    if (info.name == name) throw ModelError(name + " is declared twice");
  }
}

}  // namespace

Variable Declare::add(Kind kind, std::string_view name, std::string_view unit, Range range, std::string_view sentence) {
  VariableInfo info;
  info.name = path_ + "." + std::string(name);
  info.unit = std::string(unit);
  info.kind = kind;
  info.range = range;
  info.sentence = std::string(sentence);
  info.defined_by = unit_;
  refuse_duplicate(builder_.plant_->variables_, info.name);
  if (!(range.nominal > 0.0)) throw ModelError(info.name + ": the nominal size must be positive");
  if (range.start < range.minimum || range.start > range.maximum) {
    throw ModelError(info.name + ": start " + number(range.start) + " " + info.unit + " is outside " +
                     number(range.minimum) + " .. " + number(range.maximum) + " " + info.unit);
  }
  builder_.plant_->variables_.push_back(std::move(info));
  return {static_cast<int>(builder_.plant_->variables_.size()) - 1};
}

Variable Declare::differential(std::string_view name, std::string_view unit, Range range, std::string_view sentence) {
  return add(Kind::differential, name, unit, range, sentence);
}

Variable Declare::algebraic(std::string_view name, std::string_view unit, Range range, std::string_view sentence) {
  return add(Kind::algebraic, name, unit, range, sentence);
}

Variable Declare::ledger(std::string_view name, Quantity quantity, double nominal, std::string_view sentence) {
  const std::string unit = builder_.plant_->quantities_[static_cast<std::size_t>(quantity.index)].unit;
  const Variable v = add(Kind::ledger, name, unit, {.nominal = nominal}, sentence);
  builder_.plant_->variables_.back().quantity = quantity.index;
  return v;
}

Input Declare::input(std::string_view name, std::string_view unit, Range range, std::string_view sentence) {
  InputInfo info{path_ + "." + std::string(name), std::string(unit), range, std::string(sentence)};
  refuse_duplicate(builder_.plant_->inputs_, info.name);
  builder_.plant_->inputs_.push_back(std::move(info));
  return {static_cast<int>(builder_.plant_->inputs_.size()) - 1};
}

Mode Declare::mode(std::string_view name, double start, std::string_view sentence) {
  ModeInfo info{path_ + "." + std::string(name), start, std::string(sentence)};
  refuse_duplicate(builder_.plant_->modes_, info.name);
  builder_.plant_->modes_.push_back(std::move(info));
  return {static_cast<int>(builder_.plant_->modes_.size()) - 1};
}

Observable Declare::observable(std::string_view name, std::string_view unit, Range range, std::string_view sentence) {
  ObservableInfo info{path_ + "." + std::string(name), std::string(unit), range, std::string(sentence)};
  refuse_duplicate(builder_.plant_->observables_, info.name);
  refuse_duplicate(builder_.plant_->variables_, info.name);
  builder_.plant_->observables_.push_back(std::move(info));
  return {static_cast<int>(builder_.plant_->observables_.size()) - 1};
}

Quantity Declare::conserved(std::string_view name, std::string_view unit) {
  std::vector<QuantityInfo>& list = builder_.plant_->quantities_;
  const auto found = std::find_if(list.begin(), list.end(), [&](const QuantityInfo& q) { return q.name == name; });
  if (found != list.end()) return {static_cast<int>(found - list.begin())};
  list.push_back({std::string(name), std::string(unit)});
  return {static_cast<int>(list.size()) - 1};
}

void Declare::defines(Variable shared) {
  VariableInfo& info = builder_.plant_->variables_[static_cast<std::size_t>(shared.index)];
  if (info.defined_by >= 0 && info.defined_by != unit_) {
    throw ModelError("both " + builder_.plant_->units_[static_cast<std::size_t>(info.defined_by)].path + " and " +
                     path_ + " define " + info.name + " (" + info.sentence + ")");
  }
  info.defined_by = unit_;
}

void Declare::check(std::string_view name, double value, double minimum, double maximum, std::string_view unit) const {
  if (value >= minimum && value <= maximum) return;
  throw ModelError(path_ + ": " + std::string(name) + " = " + number(value) + " " + std::string(unit) + " is outside " +
                   number(minimum) + " .. " + number(maximum) + " " + std::string(unit));
}

FlowsheetBuilder::FlowsheetBuilder() : plant_(std::make_shared<Flowsheet>()) {}
FlowsheetBuilder::~FlowsheetBuilder() = default;

Declare FlowsheetBuilder::stream(std::string path) {
  return {*this, std::move(path), -1};
}

Declare FlowsheetBuilder::begin_unit(const std::string& path) {
  for (const Flowsheet::Unit& unit : plant_->units_) {
    if (unit.path == path) throw ModelError("two units are called " + path);
  }
  Flowsheet::Unit unit;
  unit.path = path;
  plant_->units_.push_back(std::move(unit));
  return {*this, path, static_cast<int>(plant_->units_.size()) - 1};
}

void FlowsheetBuilder::end_unit(std::unique_ptr<UnitOperation> unit) {
  plant_->units_.back().operation = std::move(unit);
}

namespace {

/// Which unknowns and rates the unit's equations read, from their expressions.
void find_patterns_of(Flowsheet::Unit& unit) {
  ExpressionGraph graph;
  Equations<Traced> eq(graph);
  unit.operation->equations(eq);

  // unknowns in order of first use, by value or rate
  const auto is_read = [&](int node) {
    return (graph[node].op == Op::unknown || graph[node].op == Op::rate) && graph[node].index >= 0;
  };
  std::map<int, int> place;
  for (int node = 0; node < graph.size(); ++node) {
    if (is_read(node) && place.emplace(graph[node].index, static_cast<int>(unit.unknowns.size())).second)
      unit.unknowns.push_back(graph[node].index);
  }

  for (const auto& equation : eq.rows()) {
    Flowsheet::Row row{equation.name, {}, {}};
    const std::vector<char> needed = needed_nodes(graph, {equation.left, equation.right});
    for (int node = 0; node < graph.size(); ++node) {
      if (!needed[static_cast<std::size_t>(node)] || !is_read(node)) continue;
      (graph[node].op == Op::rate ? row.rates : row.reads).push_back(place.at(graph[node].index));
    }
    std::sort(row.reads.begin(), row.reads.end());
    std::sort(row.rates.begin(), row.rates.end());
    unit.rows.push_back(std::move(row));
  }
}

}  // namespace

void FlowsheetBuilder::find_patterns() {
  std::vector<double> y, inputs, modes;
  for (const VariableInfo& v : plant_->variables_) y.push_back(v.range.start);
  for (const InputInfo& u : plant_->inputs_) inputs.push_back(u.range.start);
  for (const ModeInfo& m : plant_->modes_) modes.push_back(m.start);

  int row = 0;
  int event = 0;
  for (Flowsheet::Unit& unit : plant_->units_) {
    find_patterns_of(unit);
    unit.first_row = row;
    row += static_cast<int>(unit.rows.size());

    Events events(y.data(), inputs.data(), modes.data(), nullptr, nullptr);
    unit.operation->events(events);
    unit.first_event = event;
    event += events.count();
  }
  plant_->event_count_ = event;
}

std::shared_ptr<const Flowsheet> FlowsheetBuilder::build() {
  find_patterns();
  for (const VariableInfo& v : plant_->variables_) plant_->signals_.push_back({v.name, v.unit, v.range, v.sentence});
  for (const ObservableInfo& o : plant_->observables_)
    plant_->signals_.push_back({o.name, o.unit, o.range, o.sentence});
  const std::vector<std::string> findings = structure_findings(*plant_);
  if (!findings.empty()) {
    std::string message = "the flowsheet cannot be solved:";
    for (const std::string& finding : findings) message += "\n  " + finding;
    throw ModelError(message);
  }
  return std::move(plant_);
}

}  // namespace stillhouse
