#include "frontend/presenter/runner.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <exception>
#include <utility>

#include "frontend/presenter/station_builder.h"
#include "frontend/presenter/words.h"

namespace stillhouse {

namespace {

using Clock = std::chrono::steady_clock;
using Seconds = std::chrono::duration<double>;

constexpr double kPublishEvery = 1.0 / 30.0;  // s of wall time
/// Scans that may be owed to the pace; what is more is given up, so that a slow computer stays answerable.
constexpr double kMostOwed = 1.0;  // s of wall time
constexpr std::size_t kReplies = 20;

double since(Clock::time_point then) {
  return Seconds(Clock::now() - then).count();
}

}  // namespace

Runner::Runner(std::unique_ptr<Session> session, RunnerOptions options)
    : session_(std::move(session)),
      options_(std::move(options)),
      builder_(*session_),
      history_(builder_.lab()->pens.size(), session_->scan_length()),
      frozen_(options_.frozen),
      speed_(std::clamp(options_.speed, kSlowest, kFastest)),
      instructor_(*this) {
  if (options_.station) {
    station_facts_ = station_facts(*session_);
    take_snapshot("start");
    snapshots_.back().says = words("station.start_of_lab"_word);
    snapshots_.back().initial = true;
  }
  publish();
}

Runner::~Runner() {
  try {
    stop();
  } catch (const std::exception&) {
    // whoever wants to know whether the keeper could close calls stop himself
  }
}

void Runner::relive(const std::vector<Command>& past, std::int64_t scans) {
  RunSink* const sink = std::exchange(sink_, nullptr);
  CommandSource source = std::exchange(options_.source, {});
  auto next = past.begin();
  while (session_->running() && session_->scan() < scans) {
    for (; next != past.end() && next->scan <= session_->scan(); ++next) relive(*next);
    scan();
  }
  for (; next != past.end(); ++next) relive(*next);
  sink_ = sink;
  options_.source = std::move(source);
  replies_.clear();
  publish();
}

void Runner::relive(const Command& command) {
  session_->execute(command);
  if (command.verb == "snapshot" && options_.station) take_snapshot(command.tag);
}

void Runner::run_until(double time) {
  while (session_->running() && session_->time() < time) scan();
  publish();
}

void Runner::attend() {
  take_wishes();
  publish();
}

void Runner::start() {
  stopping_ = false;
  thread_ = std::thread([this] { work(); });
}

void Runner::stop() {
  {
    const std::lock_guard lock(wishes_mutex_);
    stopping_ = true;
  }
  wished_.notify_all();
  if (thread_.joinable()) thread_.join();
  if (RunSink* const sink = std::exchange(sink_, nullptr)) sink->closed(*session_);
}

std::shared_ptr<const ScreenState> Runner::screen() const {
  const std::lock_guard lock(screen_mutex_);
  return screen_;
}

std::string Runner::failure() const {
  const std::lock_guard lock(screen_mutex_);
  return failure_;
}

void Runner::wish(Wish wish) {
  {
    const std::lock_guard lock(wishes_mutex_);
    wishes_.push_back(std::move(wish));
  }
  wished_.notify_all();
}

void Runner::command(Command command) {
  wish({.kind = Wish::Kind::command, .command = std::move(command)});
}

void Runner::freeze(bool frozen) {
  wish({.kind = frozen ? Wish::Kind::freeze : Wish::Kind::run});
}

void Runner::set_speed(double speed) {
  wish({.kind = Wish::Kind::speed, .number = speed});
}

void Runner::step() {
  wish({.kind = Wish::Kind::step});
}

void Runner::backtrack(std::int64_t scan) {
  wish({.kind = Wish::Kind::backtrack, .scan = scan});
}

void Runner::AsInstructor::command(Command command) {
  runner_.command(std::move(command));
}

void Runner::AsInstructor::freeze(bool frozen) {
  runner_.wish({.kind = frozen ? Wish::Kind::freeze : Wish::Kind::run, .by_instructor = true});
}

void Runner::AsInstructor::set_speed(double speed) {
  runner_.wish({.kind = Wish::Kind::speed, .number = speed, .by_instructor = true});
}

void Runner::AsInstructor::step() {
  runner_.wish({.kind = Wish::Kind::step, .by_instructor = true});
}

void Runner::AsInstructor::backtrack(std::int64_t scan) {
  runner_.wish({.kind = Wish::Kind::backtrack, .scan = scan, .by_instructor = true});
}

void Runner::AsInstructor::take_snapshot(std::string name) {
  runner_.wish({.kind = Wish::Kind::snapshot, .name = std::move(name), .by_instructor = true});
}

void Runner::AsInstructor::restore(std::string name) {
  runner_.wish({.kind = Wish::Kind::restore, .name = std::move(name), .by_instructor = true});
}

void Runner::AsInstructor::find_initial_conditions() {
  runner_.wish({.kind = Wish::Kind::find_initial, .by_instructor = true});
}

void Runner::work() {
  try {
    loop();
  } catch (const std::exception& error) {
    // the window shows it; a run that cannot go on must not take the program with it
    const std::lock_guard lock(screen_mutex_);
    failure_ = error.what();
  }
  if (wake_) wake_();
}

void Runner::loop() {
  Clock::time_point published = Clock::now() - std::chrono::seconds(1), last = Clock::now();
  Clock::time_point measured = Clock::now();
  double owed = 0.0;  // scans that the pace asks for by now
  std::int64_t scan_measured = session_->scan();
  bool changed = true;

  while (true) {
    {
      const std::lock_guard lock(wishes_mutex_);
      if (stopping_) break;
    }
    // wishes first: they belong to the boundary the session stands at
    changed |= take_wishes();

    // scans that are due
    const Clock::time_point now = Clock::now();
    const bool going = !frozen_ && session_->running();
    const double rate = speed_ / session_->scan_length();
    owed = going ? std::min(owed + Seconds(now - last).count() * rate, std::max(1.0, kMostOwed * rate)) : 0.0;
    last = now;
    while (owed >= 1.0 && session_->running() && since(now) < kPublishEvery) {
      scan();
      owed -= 1.0;
      changed = true;
    }

    if (since(measured) > 0.5) {
      const double scans = static_cast<double>(session_->scan() - scan_measured);
      const double reached = going ? std::max(scans, 0.0) * session_->scan_length() / since(measured) : 0.0;
      changed |= reached != speed_reached_;
      speed_reached_ = reached;
      measured = Clock::now();
      scan_measured = session_->scan();
    }
    if (changed && since(published) >= kPublishEvery) {
      publish();
      published = Clock::now();
      changed = false;
    }

    // sleep until the next scan is due, or somebody wishes something
    if (going && owed >= 1.0) continue;
    double pause = going ? (1.0 - owed) / rate : 0.25;
    if (changed) pause = std::min(pause, kPublishEvery);
    std::unique_lock lock(wishes_mutex_);
    wished_.wait_for(lock, Seconds(std::clamp(pause, 0.0005, 0.25)), [this] { return stopping_ || !wishes_.empty(); });
  }
  publish();
}

bool Runner::take_wishes() {
  std::vector<Wish> wishes;
  {
    const std::lock_guard lock(wishes_mutex_);
    wishes.swap(wishes_);
  }
  for (Wish& wish : wishes) carry_out(wish);
  return !wishes.empty();
}

void Runner::carry_out(Wish& wish) {
  switch (wish.kind) {
    case Wish::Kind::command:
      if (wish.command.actor.empty()) wish.command.actor = options_.actor;
      execute(std::move(wish.command), true);
      break;
    case Wish::Kind::freeze:
      if (builder_.lab()->exam && !wish.by_instructor) {
        refuse("freeze", words("refusals.exam_not_frozen"_word));
        break;
      }
      if (wish.by_instructor && !frozen_) note_wish("freeze");
      frozen_ = true;
      break;
    case Wish::Kind::run:
      // what the instructor froze in an examination only he lets go on
      if (builder_.lab()->exam && !wish.by_instructor && frozen_ && frozen_by_instructor()) {
        refuse("run", words("refusals.frozen_by_instructor"_word));
        break;
      }
      if (wish.by_instructor && frozen_) note_wish("run");
      frozen_ = false;
      break;
    case Wish::Kind::speed:
      if (!std::isfinite(wish.number)) break;
      speed_ = std::clamp(wish.number, kSlowest, kFastest);
      if (wish.by_instructor) note_wish("speed", {}, speed_);
      break;
    case Wish::Kind::step:
      if (builder_.lab()->exam && !wish.by_instructor) {
        refuse("step", words("refusals.exam_not_stepped"_word));
        break;
      }
      if (wish.by_instructor && !frozen_) note_wish("freeze");
      frozen_ = true;
      scan();
      break;
    case Wish::Kind::backtrack:
      go_back(wish.scan, wish.by_instructor);
      break;
    case Wish::Kind::snapshot:
      if (wish.name.empty()) {
        refuse("snapshot", words("refusals.snapshot_name"_word));
        break;
      }
      note_wish("snapshot", wish.name);
      take_snapshot(wish.name);
      break;
    case Wish::Kind::restore:
      restore(wish.name);
      break;
    case Wish::Kind::find_initial:
      if (!options_.model) break;
      for (Snapshot& found : initial_conditions(session_->shared_lab(), session_->settings(), *options_.model))
        snapshots_.push_back(std::move(found));
      options_.model.reset();
      break;
  }
}

void Runner::execute(Command command, bool from_screen) {
  command.scan = session_->scan();
  Reply reply{.number = ++reply_number_, .time = session_->time(), .tag = command.tag, .verb = command.verb};
  reply.refusal = session_->execute(command);
  if (sink_ != nullptr) sink_->commanded(*session_, command, reply.refusal);
  if (!from_screen) return;
  replies_.push_back(std::move(reply));
  if (replies_.size() > kReplies) replies_.erase(replies_.begin());
}

void Runner::refuse(const std::string& verb, Text why) {
  replies_.push_back({.number = ++reply_number_, .time = session_->time(), .verb = verb, .refusal = std::move(why)});
}

void Runner::note_wish(const std::string& verb, const std::string& tag, double value) {
  if (!session_->running()) return;
  execute({.actor = "instructor", .verb = verb, .tag = tag, .value = value}, false);
}

/// Whether the last to freeze or run it was the instructor, who froze it.
bool Runner::frozen_by_instructor() const {
  const std::vector<Command>& commands = session_->commands();
  for (auto command = commands.rbegin(); command != commands.rend(); ++command) {
    if (command->verb == "freeze") return true;
    if (command->verb == "run") return false;
  }
  return false;
}

void Runner::go_back(std::int64_t scan, bool by_instructor) {
  if (!by_instructor && !session_->may_backtrack()) {
    refuse("backtrack", words("refusals.no_going_back"_word));
    return;
  }
  const std::int64_t from = session_->scan();
  scan = std::clamp<std::int64_t>(scan, 0, from);
  session_->backtrack(scan, by_instructor);
  history_.truncate(session_->scan());
  grade_.reset();
  lessons_.reset();
  // whoever goes back wants to look first
  frozen_ = true;
  if (sink_ != nullptr) sink_->went_back(*session_, from, by_instructor);
}

void Runner::take_snapshot(const std::string& name) {
  std::erase_if(snapshots_, [&](const Snapshot& it) { return it.name == name && !it.initial; });
  snapshots_.push_back(snapshot_of(*session_, name));
}

void Runner::restore(const std::string& name) {
  const auto place =
      std::find_if(snapshots_.rbegin(), snapshots_.rend(), [&](const Snapshot& it) { return it.name == name; });
  if (place == snapshots_.rend()) {
    refuse("restore", words("refusals.no_snapshot"_word, {name}));
    return;
  }
  const Snapshot snapshot = *place;
  const WayTo way = way_to(snapshot, *session_);
  if (way.back) go_back(*way.back, true);
  frozen_ = true;
  // the commands that led there are given once more, and recorded as whoever gave them
  auto next = way.commands.begin();
  while (true) {
    for (; next != way.commands.end() && next->scan <= session_->scan(); ++next) execute(*next, false);
    if (session_->scan() >= snapshot.scan || !session_->running()) break;
    advance();
  }
}

void Runner::scan() {
  if (!session_->running()) return;
  if (options_.source)
    for (Command& command : options_.source(*session_)) execute(std::move(command), false);
  advance();
}

void Runner::advance() {
  const std::int64_t before = session_->scan();
  session_->advance();
  if (session_->scan() != before) {
    history_.append(builder_.row(*session_));
    if (sink_ != nullptr) sink_->scanned(*session_);
  }
}

void Runner::add_station(ScreenState& screen) {
  // a grade reads the whole run: often enough for a person is once a second
  const bool moved = graded_at_ != session_->scan();
  if (graded_at_ < 0 || (moved && (frozen_ || since(graded_when_) >= 1.0))) {
    grade_so_far_ = session_->grade();
    graded_at_ = session_->scan();
    graded_when_ = Clock::now();
  }
  auto station = std::make_shared<StationState>(station_state(*session_, station_facts_, snapshots_));
  station->may_find_initial = options_.model.has_value();
  add_grade(grade_so_far_, *station);
  screen.station = std::move(station);
  // what the student may not, the instructor may
  screen.may_freeze = screen.may_backtrack = true;
}

void Runner::publish() {
  if (!session_->running() && !grade_) {
    grade_ = std::make_shared<const Grade>(session_->grade());
    lessons_ = std::make_shared<const std::vector<Lesson>>(lessons_of(*grade_, session_->lab()));
  }
  auto screen = std::make_shared<ScreenState>(builder_.state(*session_, history_));
  if (frozen_ && session_->running()) screen->run = RunLook::frozen;
  screen->speed = speed_;
  screen->speed_reached = speed_reached_;
  screen->replies = replies_;
  screen->grade = grade_;
  if (options_.station) add_station(*screen);
  screen->lessons = lessons_;
  {
    const std::lock_guard lock(screen_mutex_);
    screen_ = std::move(screen);
  }
  if (wake_) wake_();
}

}  // namespace stillhouse
