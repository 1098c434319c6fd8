#include "frontend/presenter/review_playback.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <exception>
#include <utility>

#include "labs/session/operator_player.h"
#include "labs/session/replay.h"

namespace stillhouse {

namespace {

using Clock = std::chrono::steady_clock;
constexpr std::chrono::milliseconds kTellEvery{50};

/// Nobody wants to see it any more.
struct Closed {};

}  // namespace

/// A session with all its commands and the trends of the whole run, that can stand at any of its scans.
class ReviewPlayback::Film {
 public:
  using Telling = std::function<void(double share)>;

  Film(const RunRecord& run, const Telling& tell) {
    Replay again =
        replay(run, {[this](const Session& session) { look(session); },
                     [&](Scan done, Scan all) { tell(static_cast<double>(done) / static_cast<double>(all)); }});
    difference_ = again.difference;
    session_ = std::move(again.session);
    for (const CommandRecord& command : without_undone(run).commands)
      recorded_.push_back(command_sentence(*session_, command_of(command)));
    finish();
  }

  Film(const RunRecord& run, const scenario::Operator& played, const Telling& tell) {
    const auto lab = carried_lab(run).lab;
    session_ = std::make_unique<Session>(lab, SessionSettings{run.header.seed, run.header.student});
    OperatorPlayer player(played, *session_);
    while (session_->running()) {
      look(*session_);
      for (const Command& command : player.next(*session_)) session_->execute(command);
      session_->advance();
      tell(session_->time() / lab->duration);
    }
    finish();
  }

  Scan last() const { return last_; }
  double seconds(Scan scan) const { return static_cast<double>(scan) * session_->scan_length(); }
  Scan scan_at(double time) const { return std::clamp<Scan>(std::llround(time / session_->scan_length()), 0, last_); }

  void go_to(Scan target) {
    if (target < session_->scan() || (target < last_ && !session_->running())) {
      session_->backtrack(target);
      // commands of the target's boundary come after it
      next_ = static_cast<std::size_t>(
          std::lower_bound(commands_.begin(), commands_.end(), target,
                           [](const Command& command, Scan scan) { return command.scan < scan; }) -
          commands_.begin());
    }
    while (session_->running() && session_->scan() < target) {
      give_commands();
      session_->advance();
    }
    if (target < last_) return;
    give_commands();
    // an abort and a failure come within the last scan
    if (session_->running() && ends_within_) session_->advance();
  }

  PlaybackState state() const {
    PlaybackState state{.progress = 1.0, .ready = true, .difference = difference_};
    state.moment = seconds(std::min(session_->scan(), last_));
    state.end = seconds(last_);
    TrendHistory shown = *history_;
    shown.truncate(session_->scan());
    auto screen = std::make_shared<ScreenState>(builder_->state(*session_, shown));
    if (session_->running()) screen->run = RunLook::frozen;
    screen->may_backtrack = screen->may_freeze = false;
    screen->backtracks = backtracks_;
    if (!session_->running()) screen->grade = grade_;
    state.screen = std::move(screen);
    state.whole = history_->view();
    state.grade = grade_;
    state.notebook = notebook_;
    state.commands = commands_;
    state.said = said_;
    state.recorded = recorded_;
    return state;
  }

 private:
  void look(const Session& session) {
    if (!builder_) {
      builder_ = std::make_unique<ScreenBuilder>(session);
      // none of the run may be forgotten
      const double scans = session.lab().duration / session.scan_length();
      const auto chunks = static_cast<std::size_t>(scans / static_cast<double>(TrendChunk::kRows)) + 2;
      history_ = std::make_unique<TrendHistory>(builder_->lab()->pens.size(), session.scan_length(), chunks);
    }
    if (session.scan() == history_->end() + 1) history_->append(builder_->row(session));
  }

  void finish() {
    look(*session_);
    last_ = session_->scan();
    commands_ = session_->commands();
    backtracks_ = session_->backtracks();
    for (const Command& command : commands_) said_.push_back(command_sentence(*session_, command));
    next_ = commands_.size();
    ends_within_ = session_->end() == SessionEnd::aborted || session_->end() == SessionEnd::failed;
    grade_ = std::make_shared<const Grade>(session_->grade());
    notebook_ = notebook_of(*session_);
  }

  void give_commands() {
    for (; next_ < commands_.size() && commands_[next_].scan <= session_->scan(); ++next_)
      session_->execute(commands_[next_]);
  }

  std::unique_ptr<Session> session_;
  std::unique_ptr<ScreenBuilder> builder_;
  std::unique_ptr<TrendHistory> history_;
  std::vector<Command> commands_;
  std::vector<Text> said_, recorded_;
  std::size_t next_ = 0;
  Scan last_ = 0;
  int backtracks_ = 0;
  bool ends_within_ = false;
  std::string difference_;
  std::shared_ptr<const Grade> grade_;
  std::vector<NotebookEntry> notebook_;
};

ReviewPlayback::ReviewPlayback(std::shared_ptr<const RunRecord> run, std::optional<scenario::Operator> played)
    : run_(std::move(run)), played_(std::move(played)), state_(std::make_shared<const PlaybackState>()) {
  thread_ = std::thread([this] { work(); });
}

ReviewPlayback::~ReviewPlayback() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
    wake_ = {};
  }
  changed_.notify_all();
  thread_.join();
}

void ReviewPlayback::seek(double time) {
  if (!std::isfinite(time)) return;
  {
    const std::lock_guard lock(mutex_);
    wanted_ = time;
    resting_ = over_;
  }
  changed_.notify_all();
}

std::shared_ptr<const PlaybackState> ReviewPlayback::state() const {
  const std::lock_guard lock(mutex_);
  return state_;
}

void ReviewPlayback::on_change(std::function<void()> wake) {
  const std::lock_guard lock(mutex_);
  wake_ = std::move(wake);
}

std::shared_ptr<const PlaybackState> ReviewPlayback::settled() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return resting_; });
  return state_;
}

void ReviewPlayback::publish(PlaybackState state) {
  std::function<void()> wake;
  {
    const std::lock_guard lock(mutex_);
    state_ = std::make_shared<const PlaybackState>(std::move(state));
    wake = wake_;
  }
  if (wake) wake();
}

void ReviewPlayback::work() {
  try {
    Clock::time_point told = Clock::now() - kTellEvery;
    const auto tell = [&](double share) {
      {
        const std::lock_guard lock(mutex_);
        if (stopping_) throw Closed{};
      }
      if (Clock::now() - told < kTellEvery) return;
      told = Clock::now();
      publish({.progress = std::clamp(share, 0.0, 1.0)});
    };
    Film film = played_ ? Film(*run_, *played_, tell) : Film(*run_, tell);
    publish(film.state());
    while (true) {
      double time = 0.0;
      {
        std::unique_lock lock(mutex_);
        resting_ = !wanted_;
        if (resting_) changed_.notify_all();
        changed_.wait(lock, [this] { return stopping_ || wanted_; });
        if (stopping_) return;
        time = *std::exchange(wanted_, std::nullopt);
      }
      film.go_to(film.scan_at(time));
      publish(film.state());
    }
  } catch (const Closed&) {
    return;
  } catch (const std::exception& error) {
    publish({.failure = error.what()});
  }
  const std::lock_guard lock(mutex_);
  over_ = resting_ = true;
  changed_.notify_all();
}

}  // namespace stillhouse
