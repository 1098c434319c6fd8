#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "labs/scenario/parts.h"
#include "labs/scenario/vocabulary.h"

namespace stillhouse::scenario {
namespace {

const std::map<std::string, CriterionKind>& kinds() {
  static const std::map<std::string, CriterionKind> kKinds = {
      {"steps", CriterionKind::steps},
      {"time_in_band", CriterionKind::time_in_band},
      {"recovery_time", CriterionKind::recovery_time},
      {"ratio", CriterionKind::ratio},
      {"alarm_response", CriterionKind::alarm_response},
      {"final_value", CriterionKind::final_value},
      {"total", CriterionKind::total},
      {"answers", CriterionKind::answers},
      {"closure", CriterionKind::closure},
  };
  return kKinds;
}

AlarmPriority priority_of(const std::string& word) {
  if (word == "critical") return AlarmPriority::critical;
  if (word == "high") return AlarmPriority::high;
  return word == "medium" ? AlarmPriority::medium : AlarmPriority::low;
}

class CriterionReader {
 public:
  CriterionReader(const Node& node, const Scope& scope, Findings& findings)
      : reader_(node, findings), scope_(scope), word_(node.word->name) {}

  Criterion read() {
    criterion_.kind = kinds().at(word_);
    criterion_.source = reader_.source();
    criterion_.full = reader_.number("full");
    criterion_.none = reader_.number("none");
    criterion_.unit = "s";
    criterion_.requires_ = read_condition_field(reader_, "requires", scope_, Where::judging);
    switch (criterion_.kind) {
      case CriterionKind::steps:
        read_steps();
        break;
      case CriterionKind::time_in_band:
        read_band();
        criterion_.at_least = reader_.number("at_least");
        criterion_.unit = "%";
        break;
      case CriterionKind::recovery_time:
        read_band();
        criterion_.hold = reader_.number("hold");
        criterion_.fault = read_fault("after_fault");
        break;
      case CriterionKind::ratio:
        read_ratio();
        break;
      case CriterionKind::alarm_response:
        criterion_.priority = priority_of(reader_.string("priority"));
        break;
      case CriterionKind::final_value:
      case CriterionKind::total:
        read_value();
        break;
      case CriterionKind::answers:
        criterion_.honesty = reader_.number("honesty");
        criterion_.coverage = reader_.number("coverage");
        criterion_.digits = reader_.number("digits");
        if (criterion_.honesty + criterion_.digits > 1.0)
          reader_.add("digits",
                      "`honesty` and `digits` of answers are more than the whole; allowed: together up to 100 %");
        read_questions();
        return std::move(criterion_);
      case CriterionKind::closure:
        criterion_.sum = reader_.number("sum");
        read_questions();
        read_unit_of_all();
        check_ramp();
        return std::move(criterion_);
    }
    read_window();
    check_ramp();
    return std::move(criterion_);
  }

 private:
  std::string read_task(const std::string& field) {
    const std::string name = reader_.string(field);
    if (!name.empty() && !scope_.has_task(name)) reader_.add_unknown(field, name, "task", scope_.tasks);
    return name;
  }

  std::string read_fault(const std::string& field) {
    const std::string name = reader_.string(field);
    if (!name.empty() && !scope_.has_fault(name)) reader_.add_unknown(field, name, "fault", scope_.faults);
    return name;
  }

  void add(int line, const std::string& message) { reader_.findings().add({reader_.source().file, line}, message); }

  // what is added up has one unit
  void read_unit_of_all() {
    criterion_.unit.clear();
    for (const Question& question : scope_.questions)
      for (const WeightedTask& entry : criterion_.tasks) {
        if (entry.task != question.id) continue;
        if (criterion_.unit.empty()) criterion_.unit = question.unit;
        if (criterion_.unit != question.unit)
          reader_.findings().add(reader_.source(), "closure adds answers in `" + criterion_.unit + "` and `" +
                                                       question.unit + "`; allowed: questions of one unit");
      }
  }

  void read_questions() {
    std::vector<std::string> ids;
    for (const Question& question : scope_.questions) ids.push_back(question.id);
    for (const Value& item : reader_.items()) {
      WeightedTask entry;
      if (item.kind == Value::Kind::string) {
        entry.task = item.text;
      } else if (item.kind == Value::Kind::word && item.node->word->kind == WordKind::weight) {
        const NodeReader weighted(*item.node, reader_.findings());
        entry.task = weighted.string("task");
        entry.weight = weighted.number("weight");
      } else {
        continue;
      }
      if (std::find(ids.begin(), ids.end(), entry.task) == ids.end())
        add(item.line,
            "`" + entry.task + "` is no question; allowed: " + listing(ids, 30) + nearest_of(entry.task, ids));
      criterion_.tasks.push_back(std::move(entry));
    }
  }

  void read_steps() {
    std::set<std::string> seen;
    for (const Value& item : reader_.items()) {
      WeightedTask entry;
      if (item.kind == Value::Kind::string) {
        entry.task = item.text;
      } else if (item.kind == Value::Kind::word && item.node->word->kind == WordKind::weight) {
        const NodeReader weighted(*item.node, reader_.findings());
        entry.task = weighted.string("task");
        entry.weight = weighted.number("weight");
      } else {
        continue;
      }
      if (!scope_.has_task(entry.task))
        add(item.line, "`" + entry.task + "` is no task; allowed: " + listing(scope_.tasks, 30) +
                           nearest_of(entry.task, scope_.tasks));
      else if (!seen.insert(entry.task).second)
        add(item.line, "the task `" + entry.task + "` is named twice in the same steps; allowed: once");
      criterion_.tasks.push_back(std::move(entry));
    }
  }

  void read_band() {
    std::optional<FoundSubject> found = read_subject(reader_, "signal", scope_, Where::judging);
    if (!found) return;
    take_written_unit(*found, reader_.value(reader_.has("above") ? "above" : "below"));
    criterion_.subject = found->subject;
    if (const std::optional<double> low = reader_.quantity("above", found->target)) criterion_.low = *low;
    if (const std::optional<double> high = reader_.quantity("below", found->target)) criterion_.high = *high;
    if (!reader_.has("above") && !reader_.has("below"))
      reader_.findings().add(reader_.source(), word_ + " lacks its band; allowed: above = ..., below = ... or both");
    if (!(criterion_.low < criterion_.high))
      reader_.add("above", word_ + " has an empty band; allowed: above less than below");
  }

  // full and none in a unit that follows from the subjects
  void read_ramp_in(const Unit& target, const std::string& unit_if_plain) {
    const Target limits{target, -std::numeric_limits<double>::infinity(), std::numeric_limits<double>::infinity(),
                        target.symbol};
    criterion_.full = reader_.quantity("full", limits).value_or(0.0);
    const std::optional<double> none = reader_.quantity("none", limits);
    criterion_.none = none.value_or(criterion_.full + 1.0);
    const Value* written = reader_.value("full");
    criterion_.unit = written && !written_unit(*written).empty() ? written_unit(*written) : unit_if_plain;
  }

  void read_ratio() {
    const std::optional<FoundSubject> of = read_subject(reader_, "of", scope_, Where::judging);
    const std::optional<FoundSubject> per = read_subject(reader_, "per", scope_, Where::judging);
    if (!of || !per) return;
    criterion_.subject = of->subject;
    criterion_.per = per->subject;
    const Unit target = quotient(of->target.unit, per->target.unit);
    read_ramp_in(target, target.symbol);
  }

  void read_value() {
    std::optional<FoundSubject> found = read_subject(reader_, "signal", scope_, Where::judging);
    if (!found) return;
    take_written_unit(*found, reader_.value("full"));
    criterion_.subject = found->subject;
    if (criterion_.kind == CriterionKind::final_value) {
      read_ramp_in(found->target.unit, found->target.display);
    } else {
      const Unit target = product(found->target.unit, unit("s"));
      read_ramp_in(target, target.symbol);
    }
  }

  void read_window() {
    criterion_.window.task = read_task("during");
    criterion_.window.from = read_condition_field(reader_, "from", scope_, Where::judging);
    criterion_.window.until = read_condition_field(reader_, "to", scope_, Where::judging);
    if (!criterion_.window.task.empty() && (criterion_.window.from || criterion_.window.until))
      reader_.add("during", word_ + " has `during` beside `from` or `to`; allowed is one of the two ways");
  }

  // partial credit is a ramp, never a cliff
  void check_ramp() {
    if (criterion_.full == criterion_.none && reader_.value("full") && reader_.value("none"))
      reader_.add("none", "`full` and `none` of " + word_ +
                              " are equal; allowed are two different values, with a ramp between");
    if (criterion_.kind == CriterionKind::steps && criterion_.full > criterion_.none)
      reader_.add("none", "`none` of steps is earlier than `full`; allowed: full less than none");
    const bool time =
        criterion_.kind == CriterionKind::recovery_time || criterion_.kind == CriterionKind::alarm_response;
    if (time && criterion_.full > criterion_.none)
      reader_.add("none", "`none` of " + word_ + " is earlier than `full`; allowed: full less than none");
    if (criterion_.kind == CriterionKind::time_in_band && criterion_.full < criterion_.none)
      reader_.add("none", "`none` of time_in_band is more than `full`; allowed: full more than none");
  }

  NodeReader reader_;
  const Scope& scope_;
  std::string word_;
  Criterion criterion_;
};

class RubricReader {
 public:
  RubricReader(const Node& node, const Scope& scope, Findings& findings)
      : reader_(node, findings), scope_(scope), findings_(findings) {}

  Rubric read() {
    rubric_.total = reader_.number("total");
    rubric_.source = reader_.source();
    double sum = 0.0;
    for (const Value& item : reader_.items()) {
      if (item.kind != Value::Kind::word || item.node->word->kind != WordKind::rubric_line) continue;
      const NodeReader line(*item.node, findings_);
      const std::string word = item.node->word->name;
      if (word == "points") {
        sum += line.number("number");
        points(line);
      } else if (word == "by_person") {
        sum += line.number("number");
        by_person(line);
      } else if (word == "deduction") {
        deduction(line);
      } else {
        abort(line);
      }
    }
    if (reader_.has("total") && std::abs(sum - rubric_.total) > 1e-9)
      reader_.add("total", "the points of the rubric add up to " + rounded(sum, 9) + ", and `total` is " +
                               rounded(rubric_.total, 9) + "; allowed: the same");
    return std::move(rubric_);
  }

 private:
  // the written id, or one made from the kind and the place in the rubric
  std::string id_of(const NodeReader& line, const std::string& kind) {
    std::string id = line.string("id");
    if (id.empty()) id = kind + "_" + std::to_string(++counts_[kind]);
    if (!ids_.insert(id).second)
      line.add("id", "the id `" + id + "` is used twice in the rubric; allowed: each id once");
    return id;
  }

  void points(const NodeReader& line) {
    const Node* node = line.word("criterion");
    if (!node || node->word->kind != WordKind::criterion) return;
    Criterion criterion = CriterionReader(*node, scope_, findings_).read();
    criterion.points = line.number("number");
    criterion.title = line.text("title");
    criterion.id = id_of(line, node->word->name);
    rubric_.criteria.push_back(std::move(criterion));
  }

  void by_person(const NodeReader& line) {
    PersonItem item;
    item.id = id_of(line, "by_person");
    item.title = line.text("title");
    item.look_at = line.text("look_at");
    item.points = line.number("number");
    item.source = line.source();
    rubric_.by_person.push_back(std::move(item));
  }

  void deduction(const NodeReader& line) {
    Deduction entry;
    entry.id = id_of(line, "deduction");
    entry.title = line.text("title");
    entry.points = line.number("number");
    entry.per = line.number_if_given("per");
    entry.most = line.number_if_given("most").value_or(entry.points);
    entry.when = read_condition_field(line, "condition", scope_, Where::judging).value_or(Condition{});
    entry.source = line.source();
    if (entry.most < entry.points)
      line.add("most", "`most` of deduction is less than its number of points; allowed: " + rounded(entry.points, 6) +
                           " or more");
    rubric_.deductions.push_back(std::move(entry));
  }

  void abort(const NodeReader& line) {
    Abort entry;
    entry.id = id_of(line, "abort");
    entry.title = line.text("title");
    entry.at_most = line.number_if_given("at_most");
    entry.when = read_condition_field(line, "condition", scope_, Where::judging).value_or(Condition{});
    entry.source = line.source();
    rubric_.aborts.push_back(std::move(entry));
  }

  NodeReader reader_;
  const Scope& scope_;
  Findings& findings_;
  Rubric rubric_;
  std::map<std::string, int> counts_;
  std::set<std::string> ids_;
};

}  // namespace

Rubric read_rubric(const Node& node, const Scope& scope, Findings& findings) {
  return RubricReader(node, scope, findings).read();
}

}  // namespace stillhouse::scenario
