#pragma once

#include <string>
#include <vector>

#include "engine/base/text.h"
#include "labs/scenario/condition.h"
#include "labs/scenario/lab.h"

namespace stillhouse {

class Session;

/// One thing that a condition asks for, and how it stands now.
struct AskedPart {
  Text asked;          ///< "TI-112 above 60 °C for 20 s"
  Text now;            ///< "TI-112 54.2 °C"; empty where there is no value to show
  bool holds = false;  ///< at this moment; of a time that must pass, whether what must last holds
  std::string tag;     ///< instrument, handle or controller to look at; may be empty
};

/// Condition of a task in parts that can be looked at one by one.
struct AskedCondition {
  Text joined_by;  ///< "all of these", "one of these", "none of these"; empty for a single part
  std::vector<AskedPart> parts;
};

/// What the step of a procedure asks for: to begin, and to be done.
struct StepConditions {
  std::string task;
  std::vector<Text> after;  ///< tasks that come first and are not completed yet, in quotes
  AskedCondition start, done;
};

/// The steps that are open or come next, with what they ask for and what is seen now. Only what instruments show: a
/// task asks about nothing else.
std::vector<StepConditions> step_conditions(const Session& session);

}  // namespace stillhouse
