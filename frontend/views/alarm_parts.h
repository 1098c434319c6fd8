#pragma once

#include "frontend/views/ui.h"

namespace stillhouse {

/// What a person has chosen at the alarm screen.
struct AlarmScreenState {
  int tab = 0;           ///< 0 list, 1 shelf, 2 history
  std::string chosen;    ///< tag
  std::string shelving;  ///< tag that the dialog asks about; empty: it is closed
  double shelf_time = 600.0;
  int least_urgency = 4;  ///< of the history: 1 to 4
  int event = -1;         ///< of the history: an AlarmEvent, -1 all
  bool only_chosen = false;
};

/// State of an alarm, and a change of one, as words.
const char* alarm_look_word(const Ui& ui, AlarmLook look);
const char* alarm_event_word(const Ui& ui, AlarmEvent event);

/// The mark of an alarm in a table's cell; it flashes while it waits.
void alarm_mark_cell(Ui& ui, const AlarmLine& alarm);

/// One row: how many came in the last ten minutes and in each before, flood, standing, chattering, first-out.
void alarm_measures(Ui& ui);
/// The chosen alarm: limit and value, what to do, what can be done with it.
void alarm_details(Ui& ui);
/// Asks for time and reason of a shelving, while ViewState wants that.
void shelving_dialog(Ui& ui);
/// Every change of every alarm, newest first, with filters.
void alarm_history(Ui& ui);
/// Trips of interlocks with the cause that stood first.
void trip_list(Ui& ui);
/// Switch and state of the sound, under a name.
void sound_button(Ui& ui, const std::string& name);

/// The alarm of a tag; null if there is none.
const AlarmLine* find_alarm(const ScreenState& screen, const std::string& tag);

}  // namespace stillhouse
