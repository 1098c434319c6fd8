#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/quantity.h"
#include "engine/base/refusal.h"
#include "labs/grading/trend.h"
#include "labs/record/run_record.h"
#include "labs/session/condition_monitor.h"

namespace stillhouse {

class Session;

/// A trend as somebody saw it, kept in the notebook: which pens over which time. The values are the run's own, so it is
/// drawn again from the run.
struct Photograph {
  static constexpr std::size_t kMostPens = 12;

  double from = 0.0, to = 0.0;    ///< s
  std::vector<std::string> pens;  ///< instrument or handle "TI-112"; controller "LIC-101.SP", "LIC-101.OP"

  bool operator==(const Photograph&) const = default;
};

/// Text of the command of the verb `photograph` that keeps it: "from=600 to=1800 pens=TI-110,LIC-101.SP".
std::string photograph_text(const Photograph& photograph);
/// The photograph of such a text; nothing if it is none.
std::optional<Photograph> photograph_in(std::string_view text);

/// Why such a photograph cannot be kept now: a pen that the plant does not have, a time that has not come.
std::optional<Refusal> photograph_mistake(const Session& session, std::string_view text);

/// The photographs that a run keeps, in order; those that were refused or taken back are not among them.
std::vector<Photograph> photographs_of(const RunRecord& run);

/// Gathers what photographs show while a run is simulated again: every scan, each pen in the unit of its face.
class PhotographCollector {
 public:
  PhotographCollector(const Session& session, std::vector<Photograph> photographs);

  /// Call at every boundary.
  void look(const Session& session);

  /// One list of trends a photograph, in its pens' order.
  const std::vector<std::vector<Trend>>& pictures() const { return pictures_; }

 private:
  struct Source {
    SubjectRef subject;
    Unit unit;
  };

  std::vector<Photograph> photographs_;
  std::vector<std::vector<Source>> sources_;
  std::vector<std::vector<Trend>> pictures_;
  std::int64_t looked_at_ = -1;
};

}  // namespace stillhouse
