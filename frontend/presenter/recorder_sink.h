#pragma once

#include <utility>

#include "frontend/presenter/run_sink.h"
#include "labs/session/run_recorder.h"

namespace stillhouse {

/// Writes what happens in the window into a run file.
class RecorderSink final : public RunSink {
 public:
  explicit RecorderSink(RunRecorder recorder) : recorder_(std::move(recorder)) {}

  void commanded(const Session& session, const Command& command, const std::optional<Refusal>& refusal) override {
    recorder_.command(session, command, refusal);
  }
  void scanned(const Session& session) override { recorder_.scanned(session); }
  void went_back(const Session& session, std::int64_t from, bool by_instructor) override {
    recorder_.backtrack(session, from, by_instructor);
  }
  void closed(const Session& session) override { recorder_.close(session); }

 private:
  RunRecorder recorder_;
};

}  // namespace stillhouse
