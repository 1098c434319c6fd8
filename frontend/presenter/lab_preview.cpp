#include "frontend/presenter/lab_preview.h"

#include <algorithm>
#include <chrono>
#include <filesystem>

#include "engine/base/error.h"
#include "frontend/presenter/screen_builder.h"
#include "frontend/presenter/words.h"
#include "labs/grading/condition_text.h"
#include "labs/grading/evidence_text.h"
#include "labs/session/lab_plant.h"
#include "labs/session/operator_player.h"
#include "labs/session/playing.h"
#include "labs/session/session.h"

namespace stillhouse {

namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr auto kLookEvery = std::chrono::milliseconds(300);
constexpr auto kTellEvery = std::chrono::milliseconds(100);
constexpr double kCurvePoints = 240.0;
constexpr std::size_t kRefusals = 10;

std::string line_of(const std::string& text, int line) {
  std::size_t begin = 0;
  for (int i = 1; i < line; ++i) {
    begin = text.find('\n', begin);
    if (begin == std::string::npos) return {};
    ++begin;
  }
  if (line < 1) return {};
  std::string found = text.substr(begin, text.find('\n', begin) - begin);
  if (!found.empty() && found.back() == '\r') found.pop_back();
  return found;
}

void add_mistakes(const LabPlace& place, const scenario::SourceFiles& files,
                  const std::vector<scenario::Diagnostic>& found, PreviewState& state) {
  for (const scenario::Diagnostic& mistake : found) {
    const std::string text = files.text(mistake.source.file).value_or("");
    state.mistakes.push_back(
        {place.shown(mistake.source.file), mistake.source.line, line_of(text, mistake.source.line), mistake.message});
  }
}

PreviewTask task_of(const scenario::Task& task, const scenario::Lab& lab) {
  PreviewTask shown{task.id, task.says, {}, in_words(task.done, lab), task.within};
  const auto add = [&shown](const Text& part) {
    if (!shown.starts.empty()) shown.starts = {shown.starts.en + ", ", shown.starts.zh + "，"};
    shown.starts = {shown.starts.en + part.en, shown.starts.zh + part.zh};
  };
  for (const std::string& id : task.after) add(words("preview.after"_word, {quoted_task(id, lab)}));
  if (task.start) add(words("preview.once"_word, {in_words(*task.start, lab)}));
  return shown;
}

void describe(const scenario::Lab& lab, PreviewState& state) {
  state.readable = true;
  state.title = lab.title;
  state.duration = lab.duration;
  state.total = lab.rubric.computed();
  state.exam = lab.mode == scenario::LabMode::exam;
  for (const scenario::Task& task : lab.tasks) state.tasks.push_back(task_of(task, lab));
  for (const scenario::Criterion& it : lab.rubric.criteria) state.criteria.push_back({it.id, it.title, it.points});
  for (const scenario::PersonItem& it : lab.rubric.by_person) state.by_person.push_back({it.id, it.title, it.points});
  for (const scenario::Deduction& it : lab.rubric.deductions) state.deductions.push_back({it.id, it.title, -it.most});
  for (const scenario::Fault& fault : lab.faults) state.faults.push_back({fault.id, fault.reveal});
  const std::shared_ptr<const Flowsheet> plant = build_plant(lab, lab.seed);
  state.counts = {{words("preview.units"_word), plant->units().size()},
                  {words("preview.unknowns"_word), plant->variables().size()},
                  {words("preview.inputs"_word), plant->inputs().size()},
                  {words("preview.instruments"_word), lab.plant.instruments.size()},
                  {words("preview.handles"_word), lab.plant.handles.size()},
                  {words("preview.controllers"_word), lab.plant.controllers.size()},
                  {words("preview.sequences"_word), lab.plant.sequences.size()},
                  {words("preview.interlocks"_word), lab.plant.interlocks.size()},
                  {words("preview.alarms"_word), lab.plant.alarms.size()},
                  {words("preview.faults"_word), lab.faults.size()}};
}

/// What the grade says of each criterion and deduction, by id.
void take_grade(const Grade& grade, const PreviewState& state, PreviewPlay& play) {
  const auto scores = [&](const std::vector<PreviewCriterion>& list) {
    std::vector<double> found;
    for (const PreviewCriterion& criterion : list) {
      const auto place = std::find_if(grade.criteria.begin(), grade.criteria.end(),
                                      [&](const CriterionGrade& it) { return it.id == criterion.id; });
      found.push_back(place == grade.criteria.end() ? 0.0 : place->score);
    }
    return found;
  };
  play.score = grade.score;
  play.criteria = scores(state.criteria);
  play.deductions = scores(state.deductions);
}

}  // namespace

std::vector<std::size_t> unearned_criteria(const PreviewState& state) {
  std::vector<std::size_t> found;
  const auto done = [](const PreviewPlay& play) { return play.look == PreviewPlay::Look::done; };
  if (std::none_of(state.plays.begin(), state.plays.end(), done)) return found;
  for (std::size_t i = 0; i < state.criteria.size(); ++i) {
    const auto earned = [&](const PreviewPlay& play) { return done(play) && play.criteria[i] > 0.0; };
    if (std::none_of(state.plays.begin(), state.plays.end(), earned)) found.push_back(i);
  }
  return found;
}

std::vector<std::size_t> uncovered_tasks(const PreviewState& state) {
  std::vector<std::size_t> found;
  const auto done = [](const PreviewPlay& play) { return play.look == PreviewPlay::Look::done; };
  if (std::none_of(state.plays.begin(), state.plays.end(), done)) return found;
  for (std::size_t i = 0; i < state.tasks.size(); ++i) {
    const auto covered = [&](const PreviewPlay& play) { return done(play) && play.tasks[i] >= 0.0; };
    if (std::none_of(state.plays.begin(), state.plays.end(), covered)) found.push_back(i);
  }
  return found;
}

ReadLab read_for_preview(const LabPlace& place) {
  ReadLab read;
  PreviewState& state = read.state;
  state.file = place.shown(place.file);
  const scenario::PlantCatalogue plants = plant_catalogue();
  auto found = scenario::check_lab(*place.files, place.file, plants);
  add_mistakes(place, *place.files, found.diagnostics, state);
  if (!found.value) return read;
  try {
    describe(*found.value, state);
  } catch (const ModelError& error) {
    state.readable = false;
    state.mistakes.push_back({state.file, 1, "", error.what()});
    return read;
  }
  read.lab = std::make_shared<const scenario::Lab>(std::move(*found.value));
  for (const std::string& name : place.operators()) {
    const OperatorPlace played = find_operator(place, name);
    auto hand = scenario::check_operator(*played.files, played.file, *read.lab, plants);
    add_mistakes(place, *played.files, hand.diagnostics, state);
    if (!hand.value) continue;
    read.operators.emplace(name, std::move(*hand.value));
    state.plays.push_back({.name = name});
  }
  return read;
}

PreviewPlay play_for_preview(const ReadLab& read, const std::string& name,
                             const std::function<bool(const PreviewPlay&)>& step) {
  PreviewPlay play{.name = name, .look = PreviewPlay::Look::playing};
  const scenario::Lab& lab = *read.lab;
  try {
    Session session(read.lab, {lab.seed, ""});
    OperatorPlayer player(read.operators.at(name), session);
    const double every = std::max(session.scan_length(), lab.duration / kCurvePoints);
    double next = 0.0;
    Clock::time_point told = Clock::now();
    bool goes_on = true;
    Playing playing;
    playing.player = &player;
    playing.boundary = [&](const Session& now) {
      if (now.time() >= next) {
        play.curve.push_back({now.time(), now.grade().score});
        next += every;
      }
      if (step && Clock::now() - told >= kTellEvery) {
        play.progress = now.time() / lab.duration;
        goes_on = step(play);
        told = Clock::now();
      }
      return goes_on;
    };
    playing.refused = [&](const Command& command, const Refusal& why) {
      const Text told = words("review.refused"_word, {command_sentence(session, command), Text{why.en, why.zh}});
      const bool again = std::find(play.refused.begin(), play.refused.end(), told) != play.refused.end();
      if (!again && play.refused.size() < kRefusals) play.refused.push_back(told);
    };
    if (!stillhouse::play(session, playing)) return play;
    play.progress = 1.0;
    play.curve.push_back({session.time(), session.grade().score});
    take_grade(session.grade(), read.state, play);
    for (const TaskProgress& task : session.progress().tasks)
      play.tasks.push_back(task.finished < 0 ? -1.0 : static_cast<double>(task.finished) * session.scan_length());
    play.look = PreviewPlay::Look::done;
    if (session.end() == SessionEnd::failed) play.failure = session.failure();
  } catch (const std::exception& error) {
    play.look = PreviewPlay::Look::failed;
    play.failure = error.what();
  }
  return play;
}

std::string stamp_of(const LabPlace& place) {
  std::vector<std::string> names{place.file};
  // a lab outside of any library may lie in a folder of a thousand other things
  for (const std::string& prefix :
       {place.folder().empty() ? std::string("operators/") : place.folder(), std::string("plants/")})
    for (const std::string& name : place.files->names(prefix)) names.push_back(name);
  std::string stamp;
  for (const std::string& name : names) {
    const fs::path path = place.files->path(name);
    std::error_code error;
    const auto when = fs::last_write_time(path, error).time_since_epoch().count();
    const auto size = error ? 0 : fs::file_size(path, error);
    stamp += name + " " + std::to_string(error ? 0 : when) + " " + std::to_string(error ? 0 : size) + "\n";
  }
  return stamp;
}

LabPreview::LabPreview(LabPlace place) : place_(std::move(place)) {
  look();
  thread_ = std::thread([this] { work(); });
}

LabPreview::~LabPreview() {
  stopping_ = true;
  asked_.notify_all();
  thread_.join();
}

std::shared_ptr<const PreviewState> LabPreview::state() const {
  const std::lock_guard lock(mutex_);
  return state_;
}

void LabPreview::play(const std::string& name) {
  {
    const std::lock_guard lock(mutex_);
    for (const PreviewPlay& play : state_->plays)
      if (name.empty() || play.name == name)
        if (std::find(orders_.begin(), orders_.end(), play.name) == orders_.end()) orders_.push_back(play.name);
  }
  asked_.notify_all();
}

void LabPreview::wait() const {
  const auto waits = [](const PreviewPlay& play) {
    return play.look == PreviewPlay::Look::waiting || play.look == PreviewPlay::Look::playing;
  };
  while (true) {
    const std::shared_ptr<const PreviewState> now = state();
    if (std::none_of(now->plays.begin(), now->plays.end(), waits)) return;
    std::this_thread::sleep_for(kTellEvery);
  }
}

void LabPreview::on_publish(std::function<void()> wake) {
  const std::lock_guard lock(mutex_);
  wake_ = std::move(wake);
}

/// Reads the files as they stand now. What was played before was of another lab: all play again.
void LabPreview::look() {
  stamp_ = stamp_of(place_);
  const int revision = read_.state.revision + 1;
  read_ = read_for_preview(place_);
  read_.state.revision = revision;
  publish();
  play("");
}

void LabPreview::publish() {
  auto state = std::make_shared<const PreviewState>(read_.state);
  std::function<void()> wake;
  {
    const std::lock_guard lock(mutex_);
    state_ = std::move(state);
    wake = wake_;
  }
  if (wake) wake();
}

void LabPreview::work() {
  while (!stopping_) {
    std::string name;
    {
      std::unique_lock lock(mutex_);
      asked_.wait_for(lock, kLookEvery, [this] { return stopping_ || !orders_.empty(); });
      if (stopping_) return;
      if (!orders_.empty()) {
        name = orders_.front();
        orders_.erase(orders_.begin());
      }
    }
    if (stamp_of(place_) != stamp_) {
      // everybody plays again, whoever was asked for with them
      look();
      continue;
    }
    const auto place = std::find_if(read_.state.plays.begin(), read_.state.plays.end(),
                                    [&](const PreviewPlay& play) { return play.name == name; });
    if (name.empty() || place == read_.state.plays.end()) continue;
    *place = play_for_preview(read_, name, [&](const PreviewPlay& so_far) {
      *place = so_far;
      publish();
      return !stops();
    });
    // stopped because somebody has saved a file: it plays again, after that has been read
    if (place->look == PreviewPlay::Look::playing) {
      *place = {.name = name};
      const std::lock_guard lock(mutex_);
      orders_.push_back(name);
    }
    publish();
  }
}

std::unique_ptr<LabPreview> preview_of(const std::string& id_or_path, std::string* complaint) {
  try {
    return std::make_unique<LabPreview>(LabLibrary::standard().find(id_or_path));
  } catch (const std::exception& error) {
    *complaint = error.what();
    return nullptr;
  }
}

}  // namespace stillhouse
