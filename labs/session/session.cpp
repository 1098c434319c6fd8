#include "labs/session/session.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "engine/base/quantity.h"
#include "labs/session/formula_value.h"
#include "labs/session/lab_plant.h"
#include "labs/session/photograph.h"
#include "labs/session/session_facts.h"

namespace stillhouse {

namespace {

/// Custody of a sample begins where it was drawn.
void note_jars(const SamplingState& sampling, std::int64_t scan, std::vector<BenchEntry>& journal) {
  for (const DrawnSample& jar : sampling.samples) {
    if (jar.taken_at != scan) continue;
    const std::string volume = rounded(1e6 * jar.volume, 4) + " mL", T = shown(jar.T_drawn, unit("degC"));
    const std::string run = rounded(1e6 * jar.purged, 4) + " mL";
    journal.push_back(
        {scan,
         false,
         {"jar " + jar.label + " filled at " + jar.point + ": " + volume + " of " + T + ", after " + run + " let run",
          "样品瓶 " + jar.label + " 已在 " + jar.point + " 取满：" + volume + "，" + T + "，取样前置换 " + run}});
  }
}

}  // namespace

using scenario::Effect;
using scenario::EffectKind;

struct Session::Checkpoint {
  SessionState state;
};

std::uint64_t seed_of_student(const std::string& lab_id, const std::string& student) {
  const Digest digest = sha256(lab_id + " / " + student);
  std::uint64_t seed = 0;
  for (std::size_t i = 0; i < 8; ++i) seed = seed << 8 | digest[i];
  return seed;
}

Session::Session(std::shared_ptr<const scenario::Lab> lab, SessionSettings settings)
    : lab_(std::move(lab)), settings_(std::move(settings)) {
  const std::shared_ptr<const Flowsheet> plant = build_plant(*lab_, settings_.seed);
  simulator_ = std::make_unique<Simulator>(plant, settings_.simulator);
  room_ = std::make_unique<ControlRoom>(lab_->plant, directory_of(*plant), settings_.seed, scan_length());
  sampling_ = std::make_unique<Sampling>(lab_->plant, *plant, scan_length());
  bench_ = std::make_unique<InstrumentBench>(lab_->bench, settings_.seed, scan_length());
  facts_ = std::make_unique<Facts>(*this);

  // rules of tasks and faults
  const auto monitor = [this](const scenario::Condition& c) { return ConditionMonitor(c, *facts_, scan_length()); };
  for (const scenario::Task& task : lab_->tasks) {
    TaskRule rule{std::nullopt, monitor(task.done), {}};
    if (task.start) rule.start = monitor(*task.start);
    for (const std::string& id : task.after) {
      for (std::size_t i = 0; i < lab_->tasks.size(); ++i) {
        if (lab_->tasks[i].id == id) rule.after.push_back(static_cast<int>(i));
      }
    }
    TaskProgress progress;
    progress.done = rule.done.initial();
    if (rule.start) progress.start = rule.start->initial();
    state_.progress.tasks.push_back(std::move(progress));
    tasks_.push_back(std::move(rule));
  }
  for (const scenario::Fault& fault : lab_->faults) {
    FaultRule rule;
    if (fault.when) rule.when = monitor(*fault.when);
    for (const Effect& effect : fault.does) rule.inputs.push_back(plant->find_input(effect.target));
    FaultProgress progress;
    if (rule.when) progress.when = rule.when->initial();
    progress.input_before.assign(fault.does.size(), 0.0);
    state_.progress.faults.push_back(std::move(progress));
    faults_.push_back(std::move(rule));
  }
  judge_ = std::make_unique<Judge>(*lab_, *facts_, scan_length());
  instructor_ = std::make_unique<Instructor>(*lab_, *plant, *room_, *facts_);

  state_.progress.answers.resize(lab_->questions.size());
  state_.bench = bench_->initial();
  state_.inputs = start_inputs(*lab_, *plant, settings_.seed);
  state_.room = room_->initial(truth());
  state_.sampling = sampling_->initial(truth());
  state_.judge = judge_->initial();
  state_.plant = simulator_->state();
  state_.outside_validity.assign(plant->signals().size(), 0);
  keep_checkpoint();
}

Session::~Session() = default;

TruthView Session::truth() const {
  return [this](int signal) { return simulator_->signal(signal); };
}

const ConditionDirectory& Session::conditions_directory() const {
  return *facts_;
}
const ConditionView& Session::conditions() const {
  return *facts_;
}

std::optional<Refusal> Session::query(const Command& command) const {
  if (!running()) return Refusal{"the run has ended", "本次运行已经结束"};
  if (command.verb == "finish") return std::nullopt;
  if (command.verb == "hint") {
    for (std::size_t i = 0; i < lab_->tasks.size(); ++i) {
      if (lab_->tasks[i].id != command.tag) continue;
      if (lab_->mode == scenario::LabMode::exam) return Refusal{"there are no hints in an exam", "考试模式没有提示"};
      if (!lab_->tasks[i].hint) return Refusal{"this task has no hint", "此任务没有提示"};
      if (state_.progress.tasks[i].hint_taken) return Refusal{"this hint has been taken", "此提示已经取用"};
      return std::nullopt;
    }
    return Refusal{"this lab has no task \"" + command.tag + "\"", "本实验没有任务“" + command.tag + "”"};
  }
  if (is_about_a_fault(command)) return query_fault(command);
  if (Instructor::knows(command.verb)) return instructor_->query(state_.instructor, command);
  if (Sampling::knows(command.verb)) return sampling_->query(state_.sampling, command);
  if (command.verb == "answer") return query_answer(command);
  if (InstrumentBench::is_verb(command.verb)) return bench_->query(state_.bench, command, around());
  if (command.verb == "note") {
    if (command.tag.empty() && command.text.empty())
      return Refusal{"there is nothing to write down", "没有可记录的内容"};
    return std::nullopt;
  }
  if (command.verb == "photograph") return photograph_mistake(*this, command.text);
  return room_->query(state_.room, command);
}

std::optional<Refusal> Session::execute(Command command) {
  if (std::optional<Refusal> refusal = query(command)) return refusal;
  command.scan = scan();
  if (command.verb == "finish") {
    state_.end = SessionEnd::finished;
  } else if (command.verb == "hint") {
    for (std::size_t i = 0; i < lab_->tasks.size(); ++i) {
      if (lab_->tasks[i].id == command.tag) state_.progress.tasks[i].hint_taken = true;
    }
  } else if (is_about_a_fault(command)) {
    execute_fault(command);
  } else if (Instructor::knows(command.verb)) {
    instructor_->execute(state_.instructor, state_.room, state_.inputs, command);
    if (command.verb == "clear") fail_again();
  } else if (Sampling::knows(command.verb)) {
    sampling_->execute(state_.sampling, command);
  } else if (command.verb == "answer") {
    answer(command);
  } else if (InstrumentBench::is_verb(command.verb)) {
    bench_->execute(state_.bench, command, around());
  } else if (command.verb != "note" && command.verb != "photograph") {
    // these two are kept among the commands, and change nothing
    room_->execute(state_.room, command);
  }
  commands_.push_back(std::move(command));
  return std::nullopt;
}

InstrumentBench::Surroundings Session::around() const {
  const Flowsheet& plant = simulator_->plant();
  const scenario::LabBench& bench = lab_->bench;
  const double T = bench.temperature_signal.empty() ? bench.temperature
                                                    : simulator_->signal(plant.find_signal(bench.temperature_signal));
  return {scan(), T, [this](const std::string& label) -> std::optional<Sample> {
            const DrawnSample* jar = Sampling::find(state_.sampling, label);
            if (!jar || jar->taken_at < 0) return std::nullopt;
            return sampling_->sample(*jar);
          }};
}

std::optional<Refusal> Session::query_answer(const Command& command) const {
  for (std::size_t i = 0; i < lab_->questions.size(); ++i) {
    const scenario::Question& question = lab_->questions[i];
    if (question.id != command.tag) continue;
    const std::optional<double> u = stated_uncertainty_in(command.text);
    if (!std::isfinite(command.value)) return Refusal{"An answer is a number.", "答案应为数字。"};
    if (!u || !(*u >= 0.0))
      return Refusal{
          "'" + command.text + "' is no standard uncertainty; a number of 0 or more in " + question.unit + ".",
          "“" + command.text + "”不是标准不确定度；应为不小于 0 的数，单位 " + question.unit + "。"};
    if (question.tries > 0 && state_.progress.answers[i].count >= question.tries)
      return Refusal{"This question has been answered as often as it may be.", "此题的作答次数已用完。"};
    return std::nullopt;
  }
  return Refusal{"this lab has no question \"" + command.tag + "\"", "本实验没有问题“" + command.tag + "”"};
}

void Session::answer(const Command& command) {
  for (std::size_t i = 0; i < lab_->questions.size(); ++i) {
    const scenario::Question& question = lab_->questions[i];
    if (question.id != command.tag) continue;
    AnswerProgress& progress = state_.progress.answers[i];
    progress.given = scan();
    ++progress.count;
    progress.value = from_si(command.value, unit(question.unit));
    progress.u = stated_uncertainty_in(command.text).value_or(0.0);
    progress.truth = formula_value(question.truth, *this, {});
  }
}

void Session::scan_tasks() {
  for (std::size_t i = 0; i < tasks_.size(); ++i) {
    TaskProgress& task = state_.progress.tasks[i];
    const TaskRule& rule = tasks_[i];
    const bool start_holds = !rule.start || rule.start->scan(task.start, *facts_, scan());
    const bool done_holds = rule.done.scan(task.done, *facts_, scan());
    const bool due = std::all_of(rule.after.begin(), rule.after.end(), [this](int before) {
      return state_.progress.tasks[static_cast<std::size_t>(before)].finished >= 0;
    });
    if (task.started < 0 && due && start_holds) task.started = scan();
    const bool came_true = done_holds && !task.done_held;
    task.done_held = done_holds;
    if (task.finished >= 0) continue;
    if (came_true && !due) task.out_of_order = true;
    if (done_holds && task.started >= 0) task.finished = scan();
  }
}

void Session::scan_faults() {
  for (std::size_t i = 0; i < faults_.size(); ++i) {
    const scenario::Fault& fault = lab_->faults[i];
    FaultProgress& progress = state_.progress.faults[i];
    const FaultRule& rule = faults_[i];
    const bool holds = !rule.when || rule.when->scan(progress.when, *facts_, scan());
    if (progress.armed < 0 && holds) progress.armed = scan();
    const auto elapsed = [&](std::int64_t since) { return static_cast<double>(scan() - since) * scan_length(); };

    if (progress.armed >= 0 && progress.waits() && elapsed(progress.armed) >= fault.after) begin_fault(i);
    if (progress.acts() && fault.lasts && elapsed(progress.began) >= *fault.lasts) {
      end_fault(i);
      if (!state_.instructor.malfunctions.empty()) fail_again();
    }
  }
}

void Session::begin_fault(std::size_t index) {
  const scenario::Fault& fault = lab_->faults[index];
  FaultProgress& progress = state_.progress.faults[index];
  progress.began = scan();
  progress.ended = -1;
  for (std::size_t e = 0; e < fault.does.size(); ++e) {
    const int input = faults_[index].inputs[e];
    if (input >= 0) progress.input_before[e] = state_.inputs[static_cast<std::size_t>(input)];
    room_->begin(state_.room, fault.does[e]);
  }
}

void Session::end_fault(std::size_t index) {
  FaultProgress& progress = state_.progress.faults[index];
  if (progress.acts())
    for (const Effect& effect : lab_->faults[index].does) room_->end(state_.room, effect);
  progress.ended = scan();
}

/// The plant's inputs as operators and controllers want them, changed by the faults that act now.
std::vector<double> Session::disturbed_inputs() const {
  std::vector<double> inputs = state_.inputs;
  for (std::size_t i = 0; i < faults_.size(); ++i) {
    const FaultProgress& progress = state_.progress.faults[i];
    if (!progress.acts()) continue;
    const double elapsed = static_cast<double>(scan() - progress.began) * scan_length();
    for (std::size_t e = 0; e < faults_[i].inputs.size(); ++e) {
      if (faults_[i].inputs[e] < 0) continue;
      double& input = inputs[static_cast<std::size_t>(faults_[i].inputs[e])];
      const Effect& effect = lab_->faults[i].does[e];
      if (effect.kind == EffectKind::scale) input *= effect.value;
      if (effect.kind == EffectKind::set_input) input = effect.value;
      if (effect.kind == EffectKind::ramp) {
        const double share = effect.duration > 0.0 ? std::min(1.0, elapsed / effect.duration) : 1.0;
        input = progress.input_before[e] + share * (effect.value - progress.input_before[e]);
      }
    }
  }
  instructor_->disturb(state_.instructor, scan(), scan_length(), inputs);
  return inputs;
}

JudgeView Session::judge_view() const {
  return {*facts_, state_.progress, state_.room.alarm_journal};
}

/// What happens at a boundary after the commands: devices are scanned, then tasks, faults and the judge look.
void Session::observe_boundary() {
  room_->scan(truth(), scan(), state_.room, state_.inputs);
  sampling_->scan(truth(), scan(), state_.sampling, state_.inputs);
  note_jars(state_.sampling, scan(), state_.bench.journal);
  bench_->scan(state_.bench, around());
  scan_tasks();
  scan_faults();
  if (instructor_->scan(state_.instructor, *facts_, scan(), scan_length(), state_.room, state_.inputs)) fail_again();
  judge_->scan(state_.judge, judge_view(), scan());
  if (state_.judge.aborted) state_.end = SessionEnd::aborted;
}

void Session::advance() {
  if (!running()) return;
  observe_boundary();
  if (!running()) return;
  const std::vector<double> inputs = disturbed_inputs();
  for (std::size_t i = 0; i < inputs.size(); ++i) simulator_->set_input(static_cast<int>(i), inputs[i]);
  try {
    simulator_->advance();
  } catch (const SolveError& error) {
    fail(error);
    return;
  }
  state_.plant = simulator_->state();
  note_retry();
  note_validity();
  if (time() >= lab_->duration) state_.end = SessionEnd::duration;
  if (simulator_->at_checkpoint()) keep_checkpoint();
}

void Session::fail(const SolveError& error) {
  state_.end = SessionEnd::failed;
  failed_equations_ = error.equations();
  failure_ = std::string(error.what()) + "; last commands:";
  const std::size_t first = commands_.size() > 3 ? commands_.size() - 3 : 0;
  for (std::size_t i = first; i < commands_.size(); ++i) {
    const Command& c = commands_[i];
    failure_ += (i > first ? ", " : " ") + c.verb + " " + c.tag + " at scan " + std::to_string(c.scan);
  }
  if (commands_.empty()) failure_ += " none";
}

/// Says that the scan just done was solved only when it was tried again, and how.
void Session::note_retry() {
  const std::optional<RetriedScan>& retried = simulator_->retried();
  if (!retried || !retried->rung) return;
  const Text rung = rung_text(*retried->rung);
  std::string equations;
  for (const std::string& equation : retried->setback.equations)
    equations += (equations.empty() ? "" : ", ") + equation;
  const std::string reached = std::to_string(retried->setback.time);
  notes_.push_back(
      {scan(),
       "retry",
       {"the solver came to t = " + reached + " s in this scan and tried it again; solved by " + rung.en +
            "; worst: " + equations,
        "求解器在本次扫描中到达 t = " + reached + " s 后重新求解；成功方法：" + rung.zh + "；残差最大：" + equations}});
}

/// Says once for each signal that it has left the range for which its model is valid.
void Session::note_validity() {
  for (int signal : simulator_->outside_validity()) {
    char& told = state_.outside_validity[static_cast<std::size_t>(signal)];
    if (told) continue;
    told = 1;
    const SignalInfo& info = simulator_->plant().signals()[static_cast<std::size_t>(signal)];
    notes_.push_back({scan(),
                      "warning",
                      {info.name + " (" + info.sentence + ") left the range for which its model is valid",
                       info.name + " 超出其模型的有效范围"}});
  }
}

Grade Session::grade() const {
  Grade grade = judge_->grade(state_.judge, judge_view(), scan());
  for (const SessionNote& note : notes_) {
    if (note.kind == "warning") grade.flags.push_back(note.text);
  }
  const auto again = [](const SessionNote& note) { return note.kind == "retry"; };
  if (const auto retries = std::count_if(notes_.begin(), notes_.end(), again); retries > 0) {
    const auto first = std::find_if(notes_.begin(), notes_.end(), again)->scan;
    const std::string count = std::to_string(retries), when = std::to_string(first);
    grade.flags.push_back({"the solver had to try " + count + (retries == 1 ? " scan" : " scans") +
                               " again, the first before scan " + when,
                           "求解器重新求解 " + count + " 次扫描，首次在第 " + when + " 次扫描之前"});
  }
  if (const int own = backtracks_ - backtracks_by_instructor_; own > 0) {
    const std::string count = std::to_string(own);
    grade.flags.push_back({"went back in time " + count + (own == 1 ? " time" : " times"), "回退 " + count + " 次"});
  }
  add_interventions(grade);
  if (state_.end == SessionEnd::failed)
    grade.flags.push_back({"the simulation failed: " + failure_, "仿真失败：" + failure_});
  return grade;
}

void Session::keep_checkpoint() {
  auto checkpoint = std::make_unique<Checkpoint>(Checkpoint{state_});
  checkpoints_.push_back(std::move(checkpoint));
}

void Session::restore(const SessionState& state) {
  state_ = state;
  simulator_->restore(state.plant);
  std::erase_if(notes_, [this](const SessionNote& note) { return note.scan > scan(); });
  failure_.clear();
  failed_equations_.clear();
}

void Session::backtrack(std::int64_t target, bool by_instructor) {
  target = std::clamp<std::int64_t>(target, 0, scan());
  while (checkpoints_.size() > 1 && checkpoints_.back()->state.plant.scan > target) checkpoints_.pop_back();
  std::vector<Command> again;
  for (Command& command : commands_) {
    if (command.scan < target) again.push_back(std::move(command));
  }
  restore(checkpoints_.back()->state);
  checkpoints_.pop_back();
  keep_checkpoint();

  // from the checkpoint to the target the commands that stood are given once more
  commands_.clear();
  std::size_t next = 0;
  while (next < again.size() && again[next].scan < scan()) commands_.push_back(std::move(again[next++]));
  while (scan() < target && running()) {
    while (next < again.size() && again[next].scan == scan()) execute(again[next++]);
    advance();
  }
  ++backtracks_;
  if (by_instructor) ++backtracks_by_instructor_;
}

Digest Session::digest() const {
  const std::vector<double> room = room_->numbers(state_.room);
  std::vector<double> progress;
  for (const TaskProgress& task : state_.progress.tasks) {
    progress.push_back(static_cast<double>(task.started));
    progress.push_back(static_cast<double>(task.finished));
  }
  for (const FaultProgress& fault : state_.progress.faults) {
    progress.push_back(static_cast<double>(fault.began));
    progress.push_back(static_cast<double>(fault.ended));
  }
  instructor_->add_numbers(state_.instructor, progress);
  const std::vector<double> sampled = Sampling::numbers(state_.sampling);
  progress.insert(progress.end(), sampled.begin(), sampled.end());
  const PlantState& plant = simulator_->state();
  // a lab without a bench has the digests it always had
  if (lab_->bench.instruments.empty() && lab_->questions.empty())
    return state_digest(plant.y, plant.inputs, plant.modes, std::array{plant.first_step}, room, progress);
  for (const AnswerProgress& given : state_.progress.answers)
    for (const double number : {static_cast<double>(given.given), given.value, given.u}) progress.push_back(number);
  const std::vector<double> bench = bench_->numbers(state_.bench);
  return state_digest(plant.y, plant.inputs, plant.modes, std::array{plant.first_step}, room, progress, bench);
}

}  // namespace stillhouse
