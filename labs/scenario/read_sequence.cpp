#include <algorithm>

#include "labs/scenario/parts.h"
#include "labs/scenario/vocabulary.h"
#include "models/control/sequence.h"

namespace stillhouse::scenario {
namespace {

constexpr const char* kEnd = "end";

bool is_phase(const Node* node) {
  return node->word->kind == WordKind::phase;
}

std::vector<Branch> read_branches(const NodeReader& reader, const Scope& scope,
                                  const std::vector<std::string>& phases) {
  std::vector<Branch> branches;
  for (const Node* node : reader.words("branches")) {
    if (node->word->kind != WordKind::branch) continue;
    const NodeReader one(*node, reader.findings());
    std::optional<Condition> when = read_condition_field(one, "when", scope, Where::sequence);
    Branch branch{{}, one.string("to"), one.source()};
    if (branch.to != kEnd && !branch.to.empty() && std::find(phases.begin(), phases.end(), branch.to) == phases.end()) {
      std::vector<std::string> allowed = phases;
      allowed.push_back(kEnd);
      one.add_unknown("to", branch.to, "phase", allowed);
    }
    if (!when) continue;
    branch.when = std::move(*when);
    branches.push_back(std::move(branch));
  }
  return branches;
}

Phase read_phase(const NodeReader& reader, const Scope& scope, const std::vector<std::string>& phases) {
  Phase phase;
  phase.id = reader.string("id");
  phase.says = reader.text("says");
  phase.source = reader.source();
  phase.does = read_steps(reader, "does", scope, Where::sequence);
  phase.ends = read_condition_field(reader, "ends", scope, Where::sequence);
  phase.branches = read_branches(reader, scope, phases);
  phase.least = reader.number("at_least");
  phase.longest = reader.number_if_given("at_most").value_or(0.0);
  if (!reader.has("ends") && phase.least == 0.0)
    reader.findings().add(reader.source(), "phase `" + phase.id +
                                               "` says not when it ends; allowed: ends = ..., at_least = ..., or both");
  if (phase.id == kEnd) reader.add("id", "the id `end` is the end of the sequence; allowed is any other");
  if (phase.longest > 0.0 && !(phase.longest > phase.least))
    reader.add("at_most", "`at_most` of phase is not more than its `at_least`; allowed is a longer time");
  return phase;
}

}  // namespace

std::vector<std::string> phase_ids(const Node& sequence, Findings& findings) {
  const NodeReader reader(sequence, findings);
  std::vector<std::string> ids;
  for (const Node* node : reader.words("phases"))
    if (is_phase(node)) ids.push_back(NodeReader(*node, findings).string("id"));
  return ids;
}

bool read_sequence(Sequence& sequence, const NodeReader& reader, const Scope& scope) {
  std::vector<std::string> ids;
  for (const Node* node : reader.words("phases"))
    if (is_phase(node)) ids.push_back(NodeReader(*node, reader.findings()).string("id"));
  for (const Node* node : reader.words("phases")) {
    if (!is_phase(node)) continue;
    Phase phase = read_phase(NodeReader(*node, reader.findings()), scope, ids);
    const auto same = [&](const Phase& other) { return other.id == phase.id; };
    if (!phase.id.empty() && std::any_of(sequence.phases.begin(), sequence.phases.end(), same))
      reader.findings().add(phase.source,
                            "the phase `" + phase.id + "` is there already; allowed: each id once in a sequence");
    sequence.phases.push_back(std::move(phase));
  }
  const auto size = static_cast<int>(sequence.phases.size());
  if (size == 0 || size > stillhouse::Sequence::kPhases) {
    reader.add("phases", "sequence has " + std::to_string(size) + " phases; allowed are 1 to " +
                             std::to_string(stillhouse::Sequence::kPhases) + ": phase { id = ..., ... }");
    return false;
  }
  sequence.holds_when = read_condition_field(reader, "holds_when", scope, Where::sequence);
  sequence.aborts_when = read_condition_field(reader, "aborts_when", scope, Where::sequence);
  sequence.on_hold = read_steps(reader, "on_hold", scope, Where::sequence);
  sequence.on_abort = read_steps(reader, "on_abort", scope, Where::sequence);
  return true;
}

}  // namespace stillhouse::scenario
