#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "frontend/presenter/run_sink.h"
#include "frontend/presenter/screen_builder.h"
#include "frontend/presenter/snapshot.h"
#include "frontend/presenter/station_control.h"
#include "frontend/presenter/station_state.h"

namespace stillhouse {

/// Gives the commands of somebody who is not at the window (an operator file), before each scan.
using CommandSource = std::function<std::vector<Command>(const Session&)>;

struct RunnerOptions {
  CommandSource source;  ///< may be empty
  double speed = 1.0;
  bool frozen = true;             ///< at the start
  std::string actor = "student";  ///< of commands that come without one
  bool station = false;           ///< an instructor looks on: states carry what his station shows
  /// Hand that shows how the lab goes: where its tasks end become initial conditions.
  std::optional<scenario::Operator> model;
};

/// Drives a session on a thread of its own, at a pace, and publishes what screens show, at most 30 times a second.
///
/// Wishes from the screen are carried out between two scans. The pace, the screen and the wall clock decide only when a
/// scan is done, never what it does: the same commands at the same scans give the same run.
class Runner final : public RunControl {
 public:
  static constexpr double kSlowest = 1.0, kFastest = 1000.0;

  Runner(std::unique_ptr<Session> session, RunnerOptions options);
  ~Runner() override;

  // before `start`, on the caller's thread:

  /// Goes through a run that was recorded: `past` are its commands, `scans` how far it had come. Nobody is told.
  void relive(const std::vector<Command>& past, std::int64_t scans);
  /// Runs as fast as it can until a time, s, or the end of the session.
  void run_until(double time);

  /// Carries out what has been wished, without a scan of its own.
  void attend();

  /// Who keeps the run from here on; must live until `stop`. May be null.
  void tell(RunSink* sink) { sink_ = sink; }

  /// Starts the thread.
  void start();
  /// Ends the thread after the scan it is in, and closes the sink; the session then belongs to the caller again.
  void stop();
  /// Only while the thread does not run.
  const Session& session() const { return *session_; }

  /// The newest state. May be called at any time from any thread; never waits for a scan.
  std::shared_ptr<const ScreenState> screen() const;
  /// What the thread died of; empty if it lives.
  std::string failure() const;
  /// The instructor's own wishes: what he freezes, undoes and orders is recorded as his.
  StationControl& instructor() { return instructor_; }
  /// Called on the simulation's thread after each new state: to wake a window that sleeps.
  void on_publish(std::function<void()> wake) { wake_ = std::move(wake); }

  void command(Command command) override;
  void freeze(bool frozen) override;
  void set_speed(double speed) override;
  void step() override;
  void backtrack(std::int64_t scan) override;

 private:
  struct Wish {
    enum class Kind { command, freeze, run, speed, step, backtrack, snapshot, restore, find_initial } kind;
    Command command;
    double number = 0.0;
    std::int64_t scan = 0;
    std::string name;
    bool by_instructor = false;
  };

  /// The same wishes, as the instructor's. A command of a screen that the student has too stays the student's: both may
  /// sit at one window.
  class AsInstructor final : public StationControl {
   public:
    explicit AsInstructor(Runner& runner) : runner_(runner) {}
    StationControl* station() override { return this; }
    void command(Command command) override;
    void freeze(bool frozen) override;
    void set_speed(double speed) override;
    void step() override;
    void backtrack(std::int64_t scan) override;
    void take_snapshot(std::string name) override;
    void restore(std::string name) override;
    void find_initial_conditions() override;

   private:
    Runner& runner_;
  };

  void wish(Wish wish);
  void work();
  void loop();
  /// Carries out what is waiting; whether there was anything.
  bool take_wishes();
  void carry_out(Wish& wish);
  /// Answers are for who asked: those to a command source are not shown.
  void execute(Command command, bool from_screen);
  void go_back(std::int64_t scan, bool by_instructor);
  /// A wish of the instructor's that changes nothing in the plant, for the run file.
  void note_wish(const std::string& verb, const std::string& tag = {}, double value = 0.0);
  void take_snapshot(const std::string& name);
  void restore(const std::string& name);
  bool frozen_by_instructor() const;
  void relive(const Command& command);
  void add_station(ScreenState& screen);
  void advance();
  void refuse(const std::string& verb, Text why);
  void scan();
  void publish();

  std::unique_ptr<Session> session_;
  RunnerOptions options_;
  RunSink* sink_ = nullptr;
  ScreenBuilder builder_;
  TrendHistory history_;
  bool frozen_;
  double speed_;
  double speed_reached_ = 0.0;
  std::int64_t reply_number_ = 0;
  std::vector<Reply> replies_;
  std::shared_ptr<const Grade> grade_;
  AsInstructor instructor_;
  std::shared_ptr<const StationFacts> station_facts_;
  std::vector<Snapshot> snapshots_;
  Grade grade_so_far_;
  std::int64_t graded_at_ = -1;  ///< scan
  std::chrono::steady_clock::time_point graded_when_{};
  std::shared_ptr<const std::vector<Lesson>> lessons_;
  std::function<void()> wake_;

  std::thread thread_;
  std::mutex wishes_mutex_;
  std::condition_variable wished_;
  std::vector<Wish> wishes_;
  bool stopping_ = false;

  mutable std::mutex screen_mutex_;
  std::shared_ptr<const ScreenState> screen_;
  std::string failure_;
};

}  // namespace stillhouse
