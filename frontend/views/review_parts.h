#pragma once

#include <memory>
#include <string>

#include "frontend/presenter/review_desk.h"
#include "frontend/views/ui.h"

namespace stillhouse {

/// The assessor's seat at the window: the desk with the class, and what was chosen on both its screens.
struct ReviewSeat {
  std::shared_ptr<ReviewDesk> desk;  ///< null: no class was opened

  // the class
  ClassOrder order;
  std::size_t chosen = 0;  ///< row whose flags are told
  bool any_chosen = false;
  std::size_t lab = 0;     ///< whose distribution is shown
  std::string paper_says;  ///< where the last report was written, or why it was not
  bool paper_failed = false;

  // one run
  int tab = 0;     ///< 0 control room, 1 events, 2 marks, 3 comparison, 4 notebook
  ViewState room;  ///< what is chosen in the control room that is looked at
  bool room_begun = false;
  double pointed = -1.0;      ///< s: moment asked for; negative: the one shown
  std::string criterion;      ///< whose mark is being changed
  std::string mark_says;      ///< why a mark was refused
  std::size_t other_row = 0;  ///< run to compare with
  int pen = -1;               ///< compared
};

inline ReviewSeat& review_seat(Ui& ui) {
  return ui.view.own<ReviewSeat>();
}

/// The text, which may be anything that a file holds: its letters are asked for.
const char* lettered(Ui& ui, const std::string& text);
const char* lettered(Ui& ui, const Text& text);

/// The text, cut with an ellipsis to so many pixels of the small typeface.
std::string cut_to(Ui& ui, const std::string& text, float width);

/// A line to type any text into. Returns whether it has changed.
bool text_field(Ui& ui, const std::string& name, std::string& text, const char* hint, float width);

/// The signs of a run's flags in boxes: a serious one has a thick black frame. With `names` each is followed by its
/// name.
void flag_signs(Ui& ui, const ReviewedRun& run, bool names);

/// A bar that shows how far something has come, with a text over it.
void progress_bar(Ui& ui, const std::string& name, double share, const std::string& text, float width);

/// "12.5 / 20", and "(computed 10)" if a person changed a mark, "; 5 wait" if points wait for one.
std::string score_words(Ui& ui, const ReviewedRun& run);

}  // namespace stillhouse
