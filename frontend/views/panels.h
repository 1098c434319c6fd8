#pragma once

#include "frontend/views/ui.h"

/// The panels of the screen, one file each. A panel fills the rest of the ImGui window it is called in, unless it says
/// otherwise.
namespace stillhouse {

/// One row: state, freeze and speed, going back, time, end of the run.
void toolbar(Ui& ui);
/// One row: the most urgent alarm that waits, how many wait, acknowledge.
void alarm_banner(Ui& ui);
/// The plant with live values; a click on a tag puts it on the faceplate.
void process_picture(Ui& ui);
/// Faceplate of the selected tag.
void faceplate(Ui& ui);
void controller_face(Ui& ui, const ControllerFace& face);
void handle_face(Ui& ui, const HandleFace& face);
void instrument_face(Ui& ui, const InstrumentFace& face);
/// The sentence of the last refusal for a tag, or what was wrong with an entry.
void refusal_line(Ui& ui, const std::string& tag);

void trend_panel(Ui& ui);
void alarm_list(Ui& ui);
void journal_panel(Ui& ui);
void task_list(Ui& ui);
void sample_panel(Ui& ui);
void interlock_panel(Ui& ui);
void instruction_panel(Ui& ui);
/// Shows a lost point: its moment and signal on the trend, and what was asked and seen.
void show_moment(Ui& ui, const Evidence& evidence);
/// Grade, criteria and every lost point; a click on one shows its moment on the trend.
void report_panel(Ui& ui);

}  // namespace stillhouse
