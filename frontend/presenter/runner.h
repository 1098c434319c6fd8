#pragma once

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "frontend/presenter/run_control.h"
#include "frontend/presenter/run_sink.h"
#include "frontend/presenter/screen_builder.h"

namespace stillhouse {

/// Gives the commands of somebody who is not at the window (an operator file), before each scan.
using CommandSource = std::function<std::vector<Command>(const Session&)>;

struct RunnerOptions {
  CommandSource source;  ///< may be empty
  double speed = 1.0;
  bool frozen = true;             ///< at the start
  std::string actor = "student";  ///< of commands that come without one
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
  /// Called on the simulation's thread after each new state: to wake a window that sleeps.
  void on_publish(std::function<void()> wake) { wake_ = std::move(wake); }

  void command(Command command) override;
  void freeze(bool frozen) override;
  void set_speed(double speed) override;
  void step() override;
  void backtrack(std::int64_t scan) override;

 private:
  struct Wish {
    enum class Kind { command, freeze, run, speed, step, backtrack } kind;
    Command command;
    double number = 0.0;
    std::int64_t scan = 0;
  };

  void wish(Wish wish);
  void work();
  void loop();
  /// Carries out what is waiting; whether there was anything.
  bool take_wishes();
  void carry_out(Wish& wish);
  /// Answers are for who asked: those to a command source are not shown.
  void execute(Command command, bool from_screen);
  void go_back(std::int64_t scan);
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
