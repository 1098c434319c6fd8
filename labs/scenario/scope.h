#pragma once

#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "engine/base/quantity.h"
#include "labs/scenario/lab.h"
#include "labs/scenario/plant_names.h"

namespace stillhouse::scenario {

/// What a number is written for: its unit, its limits, and the unit it is shown in.
struct Target {
  Unit unit;
  double minimum = -std::numeric_limits<double>::infinity();
  double maximum = std::numeric_limits<double>::infinity();
  std::string display;
};

Target target_of(const NameInfo& info);

/// A subject by name, with what its values are measured in.
struct FoundSubject {
  Subject subject;
  Target target;
  bool any_unit = false;  ///< a result of an instrument: what it is measured in is known when it is there
};

/// Every name a lab may use, of the plant and of the lab itself. Filled while a lab is read, top to bottom.
struct Scope {
  PlantNames names;
  Plant plant;
  std::vector<std::string> tasks;
  std::vector<std::string> faults;
  LabBench bench;
  std::vector<Question> questions;
  bool tasks_whole = true;  ///< false: one has a mistake, so an unknown id may be its
  bool faults_whole = true;

  bool has_task(const std::string& id) const;
  bool has_fault(const std::string& id) const;

  const NameInfo* signal(const std::string& name) const;
  const NameInfo* input(const std::string& name) const;
  const NameInfo* parameter(const std::string& name) const;
  const ChoiceInfo* choice(const std::string& name) const;
  const Instrument* instrument(const std::string& tag) const;
  const Handle* handle(const std::string& tag) const;
  const Controller* controller(const std::string& tag) const;
  const Sequence* sequence(const std::string& tag) const;
  const Interlock* interlock(const std::string& tag) const;
  const Alarm* alarm(const std::string& tag) const;

  /// "TI-112", "HIC-101", "LIC-101.setpoint", "LIC-101.output", "US-101.phase" or a signal.
  std::optional<FoundSubject> subject(const std::string& name) const;

  /// Limits and unit of what an instrument shows, a handle or input takes, a controller is set to or puts out.
  Target target(const Instrument& instrument) const;
  Target target(const Handle& handle) const;
  Target setpoint_target(const Controller& controller) const;
  Target output_target(const Controller& controller) const;

  /// The controller of "FIC-201.setpoint"; null if the name is not of that form or there is none.
  const Controller* setpoint_of(const std::string& name) const;

  std::vector<std::string> subject_names(bool with_signals) const;

  /// Phases of each sequence, known before its turn comes: conditions name them.
  std::vector<std::pair<std::string, std::vector<std::string>>> phases;
  std::vector<std::string> interlock_tags, alarm_tags;  ///< for the conditions of sequences, which are read first

  // tags whose entry holds a mistake that is told already: naming them elsewhere is no further mistake
  std::set<std::string> broken;
};

template <class Item>
std::vector<std::string> tags_of(const std::vector<Item>& items) {
  std::vector<std::string> tags;
  for (const Item& item : items) tags.push_back(item.tag);
  return tags;
}

template <class Item>
std::vector<std::string> names_of(const std::vector<Item>& items) {
  std::vector<std::string> names;
  for (const Item& item : items) names.push_back(item.name);
  return names;
}

}  // namespace stillhouse::scenario
