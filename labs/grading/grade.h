#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/base/text.h"

namespace stillhouse {

/// Why points were lost (or won): what was asked of which signal, from when to when, and what was seen.
struct Evidence {
  double from = 0.0;   ///< simulated time, s
  double to = 0.0;     ///< simulated time, s
  std::string signal;  ///< tag or path of the signal judged, empty if there is none
  Text text;           ///< the whole matter as one sentence
  Text asked;          ///< what was asked, with units, as "95 mol% or more"; may be empty
  Text seen;           ///< what was seen, with units; may be empty
  double lost = 0.0;   ///< points lost by this; 0 if it only explains
};

/// One line of the rubric. A deduction has 0 points and a score below zero.
struct CriterionGrade {
  std::string id;
  Text title;
  double points = 0.0;
  double score = 0.0;
  std::vector<Evidence> evidence;

  double lost() const { return points - score; }
};

/// A line of the rubric that is left to a person: nothing of it is computed.
struct PersonItemGrade {
  std::string id;
  Text title;
  Text look_at;  ///< what the person looks at
  double points = 0.0;
};

/// What became of one task.
struct TaskGrade {
  std::string id;
  Text title;
  std::string state;               ///< "waiting", "open", "done", "missed"
  std::optional<double> started;   ///< simulated time, s
  std::optional<double> finished;  ///< simulated time, s
};

/// The grade of a run: a pure function of the run. Score and total are those that are computed; what waits for a person
/// is beside them.
struct Grade {
  std::string lab;
  Text lab_title;
  double score = 0.0;
  double total = 0.0;
  bool aborted = false;
  Text abort_reason;
  std::vector<CriterionGrade> criteria;
  std::vector<PersonItemGrade> by_person;
  std::vector<TaskGrade> tasks;
  std::vector<Text> flags;  ///< what a marker should know, as "left the range of validity at 812 s"

  /// Points that a person marks.
  double open() const {
    double points = 0.0;
    for (const PersonItemGrade& item : by_person) points += item.points;
    return points;
  }
};

}  // namespace stillhouse
