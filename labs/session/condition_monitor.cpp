#include "labs/session/condition_monitor.h"

#include <algorithm>
#include <cmath>

#include "models/control/scan_delay.h"

namespace stillhouse {

using scenario::ConditionKind;

ConditionMonitor::ConditionMonitor(const scenario::Condition& condition, const ConditionDirectory& directory,
                                   double scan_length)
    : scan_length_(scan_length) {
  root_ = add(condition, directory);
}

int ConditionMonitor::add(const scenario::Condition& condition, const ConditionDirectory& directory) {
  Node node{};
  node.kind = condition.kind;
  node.low = condition.low;
  node.high = condition.high;
  node.duration = condition.duration;
  switch (condition.kind) {
    case ConditionKind::above:
    case ConditionKind::below:
    case ConditionKind::between:
    case ConditionKind::steady:
      node.subject = directory.subject(condition.subject);
      break;
    case ConditionKind::all_of:
    case ConditionKind::any_of:
    case ConditionKind::none_of:
    case ConditionKind::sustained:
    case ConditionKind::after:
      break;
    default:
      node.fact = directory.fact(condition);
      break;
  }
  for (const scenario::Condition& child : condition.children) node.children.push_back(add(child, directory));

  // memory: how long it has stood; or how many values have been seen, and the values in a ring
  node.memory = memory_;
  if (node.kind == ConditionKind::sustained) memory_ += 1;
  if (node.kind == ConditionKind::steady) {
    node.window = std::max<std::int64_t>(1, scans_of(node.duration, scan_length_) + 1);
    memory_ += 1 + static_cast<std::size_t>(node.window);
  }
  nodes_.push_back(std::move(node));
  return static_cast<int>(nodes_.size()) - 1;
}

bool ConditionMonitor::scan(State& state, const ConditionView& view, std::int64_t scan) const {
  return holds(root_, state, view, scan);
}

bool ConditionMonitor::holds(int index, State& state, const ConditionView& view, std::int64_t scan) const {
  const Node& node = nodes_[static_cast<std::size_t>(index)];

  // all children first: their durations run whatever the others say
  int true_children = 0;
  for (const int child : node.children)
    if (holds(child, state, view, scan)) ++true_children;
  const int children = static_cast<int>(node.children.size());

  switch (node.kind) {
    case ConditionKind::above:
      return view.value(node.subject) > node.low;
    case ConditionKind::below:
      return view.value(node.subject) < node.high;
    case ConditionKind::between: {
      const double value = view.value(node.subject);
      return value >= node.low && value <= node.high;
    }
    case ConditionKind::steady:
      return steady(node, state, view.value(node.subject));
    case ConditionKind::all_of:
      return true_children == children;
    case ConditionKind::any_of:
      return true_children > 0;
    case ConditionKind::none_of:
      return true_children == 0;
    case ConditionKind::sustained: {
      double& standing = state[node.memory];
      standing = true_children == children ? standing + 1.0 : 0.0;
      return has_stood(static_cast<std::int64_t>(standing), node.duration, scan_length_);
    }
    case ConditionKind::after:
      return scan >= scans_of(node.duration, scan_length_);
    default:
      return view.holds(node.fact);
  }
}

bool ConditionMonitor::steady(const Node& node, State& state, double value) const {
  // a value that is not there begins the window anew
  double& seen = state[node.memory];
  if (std::isnan(value)) {
    seen = 0.0;
    return false;
  }
  const auto first = state.begin() + static_cast<std::ptrdiff_t>(node.memory + 1);
  const std::int64_t place = static_cast<std::int64_t>(seen) % node.window;
  *(first + place) = value;
  seen += 1.0;
  if (seen < static_cast<double>(node.window)) return false;
  const auto [smallest, largest] = std::minmax_element(first, first + node.window);
  return *largest - *smallest <= node.high;
}

}  // namespace stillhouse
