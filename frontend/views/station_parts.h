#pragma once

#include <string>

#include "frontend/presenter/station_state.h"
#include "frontend/views/ui.h"

/// Parts of the instructor's station, each the content of a panel.
namespace stillhouse {

/// What is chosen at the station.
struct StationView {
  int minute = -1;  ///< to go back to; -1: none is chosen
  std::string snapshot_name;
  std::string asks_restore;  ///< name of the snapshot that is asked about
  int group = 0;             ///< plant, instruments, handles, interlocks
  std::string filter, target;
  int kind = 0;
  float value = 0.0f;  ///< on the slider, in its unit
  std::string ramp = "0", every = "30", after = "60", lasts;
  int trigger = 0;  ///< 0 now, 1 after a time, 2 when a condition holds
  int subject = 0;  ///< of the condition: instruments and handles, then facts
  bool above = true;
  std::string limit;
  std::string message;
  int tab = 0;  ///< student: 0 deeds, 1 score, 2 tasks, 3 field
  std::string complaint;
};

void station_timeline(Ui& ui);
void station_snapshots(Ui& ui);
void station_composer(Ui& ui);
void station_malfunctions(Ui& ui);
void station_message(Ui& ui);
void station_student(Ui& ui);

/// A line to type into; true when enter is pressed.
bool text_entry(Ui& ui, const std::string& name, std::string& text, float width, const char* hint = "",
                std::size_t bytes = 64);
/// A command as the instructor's.
void order(Ui& ui, std::string verb, std::string tag, double value = 0.0, std::string text = {});

}  // namespace stillhouse
