#include "frontend/presenter/review_desk.h"

#include <exception>
#include <fstream>

#include "labs/record/reader.h"
#include "labs/session/lab_library.h"
#include "labs/session/replay.h"

namespace stillhouse {

namespace fs = std::filesystem;

ReviewDesk::ReviewDesk(std::string name, std::vector<fs::path> paths, PdfWriter pdf, bool verify)
    : name_(std::move(name)),
      paths_(std::move(paths)),
      pdf_(std::move(pdf)),
      state_(std::make_shared<const ClassState>()) {
  thread_ = std::thread([this, verify] { work(verify); });
}

ReviewDesk::~ReviewDesk() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
    wake_ = {};
  }
  thread_.join();
}

std::shared_ptr<const ClassState> ReviewDesk::state() const {
  const std::lock_guard lock(mutex_);
  return state_;
}

void ReviewDesk::on_change(std::function<void()> wake) {
  if (open_ && open_->playback) open_->playback->on_change(wake);
  const std::lock_guard lock(mutex_);
  wake_ = std::move(wake);
}

void ReviewDesk::wait() {
  std::unique_lock lock(mutex_);
  finished_.wait(lock, [this] { return state_->done(); });
}

void ReviewDesk::publish() {
  ClassState state;
  std::function<void()> wake;
  {
    const std::lock_guard lock(mutex_);
    state.runs = runs_;
    state.read = read_;
    state.verified = verified_;
    wake = wake_;
  }
  state.labs = class_statistics(state.runs);
  {
    const std::lock_guard lock(mutex_);
    state_ = std::make_shared<const ClassState>(std::move(state));
  }
  finished_.notify_all();
  if (wake) wake();
}

void ReviewDesk::work(bool verify) {
  const auto stopped = [this] {
    const std::lock_guard lock(mutex_);
    return stopping_;
  };
  for (const fs::path& path : paths_) {
    ReviewedRun run = look_at_run(path);
    const std::lock_guard lock(mutex_);
    if (stopping_) return;
    runs_.push_back(std::move(run));
  }
  {
    const std::lock_guard lock(mutex_);
    read_ = true;
    verified_ = verify && !runs_.empty() ? 0.0 : 1.0;
  }
  publish();
  if (!verify) return;

  GoodOperators operators;
  for (std::size_t i = 0; i < paths_.size(); ++i) {
    ReviewedRun run;
    {
      const std::lock_guard lock(mutex_);
      run = runs_[i];
    }
    note_haste(run, operators);
    check_run(run, [&](double) { return !stopped(); });
    {
      // somebody may have given marks meanwhile
      const std::lock_guard lock(mutex_);
      if (stopping_) return;
      run.grade = runs_[i].grade;
      run.review_fault = runs_[i].review_fault;
      runs_[i] = std::move(run);
      verified_ = static_cast<double>(i + 1) / static_cast<double>(paths_.size());
    }
    publish();
  }
}

void ReviewDesk::look_again(std::size_t row) {
  const ReviewedRun now = look_at_run(paths_[row]);
  {
    const std::lock_guard lock(mutex_);
    runs_[row].grade = now.grade;
    runs_[row].review_fault = now.review_fault;
  }
  publish();
}

void ReviewDesk::open(std::size_t row) {
  open_.reset();
  if (row >= paths_.size()) return;
  open_ = std::make_unique<RunUnderReview>();
  open_->row = row;
  try {
    const RunRecord raw = read_run(paths_[row]);
    require_intact(raw);
    open_->record = std::make_shared<const RunRecord>(without_undone(raw));
    open_->playback = std::make_unique<ReviewPlayback>(std::make_shared<const RunRecord>(raw));
    const std::lock_guard lock(mutex_);
    open_->playback->on_change(wake_);
  } catch (const std::exception& error) {
    open_->failure = error.what();
  }
}

RunUnderReview* ReviewDesk::open_run() {
  if (!open_ || !open_->playback) return open_.get();
  RunUnderReview& run = *open_;
  const bool was_ready = run.seen && run.seen->ready;
  run.seen = run.playback->state();
  if (!run.seen->failure.empty()) run.failure = run.seen->failure;
  if (run.seen->ready && !was_ready)
    run.timeline = timeline_of(*run.record, *run.seen->grade, run.seen->recorded, run.seen->end);
  if (!run.other || run.compared || !run.seen->ready) return &run;
  const auto other = run.other->state();
  run.other_failure = other->failure;
  if (!other->ready) return &run;
  run.compared = true;
  run.steps = step_times(*run.seen->grade, *other->grade);
  run.parting = first_parting(run.seen->commands, other->commands, run.seen->screen->scan_length);
  return &run;
}

void ReviewDesk::compare_with_good() {
  if (!open_ || !open_->record) return;
  end_comparison();
  open_->other_name = "good";
  try {
    const auto lab = carried_lab(*open_->record).lab;
    const auto place = LabLibrary::standard().find(lab->id);
    scenario::Operator good = load_operator(find_operator(place, "good"), *lab);
    open_->other = std::make_unique<ReviewPlayback>(open_->record, std::move(good));
    const std::lock_guard lock(mutex_);
    open_->other->on_change(wake_);
  } catch (const std::exception& error) {
    open_->other_failure = error.what();
  }
}

void ReviewDesk::compare_with(std::size_t row) {
  if (!open_ || !open_->record || row >= paths_.size()) return;
  end_comparison();
  open_->other_name = paths_[row].filename().string();
  try {
    auto raw = std::make_shared<RunRecord>(read_run(paths_[row]));
    require_intact(*raw);
    if (raw->header.lab != open_->record->header.lab) {
      open_->other_failure = "it is of another lab: " + raw->header.lab;
      return;
    }
    open_->other = std::make_unique<ReviewPlayback>(std::move(raw));
    const std::lock_guard lock(mutex_);
    open_->other->on_change(wake_);
  } catch (const std::exception& error) {
    open_->other_failure = error.what();
  }
}

void ReviewDesk::end_comparison() {
  if (!open_) return;
  open_->other.reset();
  open_->other_name.clear();
  open_->other_failure.clear();
  open_->steps.clear();
  open_->parting.reset();
  open_->compared = false;
}

std::string ReviewDesk::mark(const std::string& criterion, double points, const std::string& reason,
                             const std::string& by) {
  if (!open_ || !open_->record) return "no run is open";
  try {
    const ReviewedRun now = look_at_run(paths_[open_->row]);
    if (!now.closed) return "the run was not closed: it has no marks to change";
    if (!now.review_fault.empty()) return now.review_fault;
    mark_criterion(read_run(paths_[open_->row]), now.grade,
                   {.criterion = criterion, .points = points, .reason = reason, .by = by});
  } catch (const std::exception& error) {
    return error.what();
  }
  look_again(open_->row);
  return "";
}

std::string ReviewDesk::write(Paper paper, bool chinese, bool* failed) {
  *failed = true;
  if (paths_.empty()) return "there is no run";
  const char* ending = paper == Paper::html ? ".html" : paper == Paper::csv ? ".csv" : ".pdf";
  const fs::path folder = paths_.front().parent_path();
  std::error_code error;
  fs::path path = folder / ("class" + std::string(ending));
  for (int i = 2; fs::exists(path, error); ++i) path = folder / ("class-" + std::to_string(i) + ending);
  const auto state = this->state();
  const ClassReportInput input{.name = name_, .runs = state->runs, .labs = state->labs, .chinese_first = chinese};
  try {
    if (paper == Paper::pdf) {
      if (!pdf_) return "this window cannot write PDF";
      pdf_(path.string(), input);
    } else {
      std::ofstream file(path, std::ios::binary | std::ios::trunc);
      file << (paper == Paper::html ? class_html(input) : class_csv(state->runs));
      file.close();
      if (!file) return path.string() + ": the file could not be written";
    }
  } catch (const std::exception& fault) {
    return fault.what();
  }
  *failed = false;
  return path.string();
}

}  // namespace stillhouse
