#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/base/quantity.h"
#include "labs/grading/trend.h"
#include "labs/scenario/lab.h"
#include "labs/session/condition_monitor.h"

namespace stillhouse {

class Session;

/// Panel of what an instrument shows.
TrendPanel panel_of(scenario::InstrumentKind kind);
/// Panel of a true signal or a handle, by what it measures.
TrendPanel panel_of(const Unit& unit);
/// The unit of a symbol; for an unknown one a number without unit under that name.
Unit unit_or_none(const std::string& symbol);

/// Gathers what a report draws while a session runs: every instrument, every handle, and the true signals that the
/// rubric judges, each in the unit of its face, with alarm limits and bands.
class TrendCollector {
 public:
  /// Looks every `interval` s of simulated time.
  TrendCollector(const Session& session, double interval);

  /// Call at every boundary; looks when it is due.
  void look(const Session& session);

  const std::vector<Trend>& trends() const { return trends_; }

 private:
  struct Source {
    SubjectRef subject;
    Unit unit;
  };

  void add(const Session& session, const scenario::Subject& subject, const Text& label, TrendPanel panel);
  void add_limits(const Session& session);

  std::int64_t scans_;
  std::int64_t looked_at_ = -1;
  std::vector<Source> sources_;
  std::vector<Trend> trends_;
};

}  // namespace stillhouse
