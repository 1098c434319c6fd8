#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/base/text.h"
#include "frontend/presenter/flowsheet_diagram.h"
#include "frontend/presenter/run_cards.h"
#include "labs/session/lab_library.h"

namespace stillhouse {

/// A lab as the start page offers it.
struct LabCard {
  std::string id;
  std::string course_id;  ///< as the lab file has it: what cards are grouped by
  Text title, course, level;
  Text learns;               ///< what one learns; may be empty
  Text notes;                ///< what the lab says before the start
  std::vector<Text> judged;  ///< criteria with their points, most points first
  double duration = 0.0;     ///< s
  bool exam = false;         ///< it is an examination by its author's will
  int tasks = 0;
  Diagram plant;  ///< empty if it has none to draw
  PlacedDiagram drawing;
  std::vector<Point>
      signal;           ///< of a lab that is all on the bench, in a box of 1 by 1: its picture instead of the plant
  std::string mistake;  ///< why it cannot be opened; empty: it can

  // from the runs that are there
  int runs = 0;
  std::optional<double> best, total;  ///< points
};

struct StartPage {
  std::vector<LabCard> labs;  ///< by course, then in the order of their ids
  std::vector<RunCard> open;  ///< runs that were interrupted and can be gone on with, newest first
};

/// Reads the library and a folder of runs.
StartPage start_page(const LabLibrary& library, const std::filesystem::path& runs);

/// The standard library and the runs in the present folder.
StartPage start_page_here();

/// Name of a course or level as a lab file has it: the interface's word, or its own with blanks.
Text course_name(const std::string& id);
Text level_name(const std::string& id);

}  // namespace stillhouse
