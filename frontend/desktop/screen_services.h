#pragma once

#include <memory>
#include <string>

#include "frontend/desktop/graphics.h"
#include "frontend/desktop/speaker.h"
#include "frontend/presenter/file_keeper.h"
#include "frontend/views/ui.h"

namespace stillhouse {

/// What screens ask of the computer: files and sounds.
class ScreenServices {
 public:
  /// Exports go to this folder. Without sound nothing is ever heard.
  ScreenServices(std::string folder, bool with_sound);

  /// Between the drawing of a frame and its end: a picture is wanted of what has been drawn.
  void before_end(const ViewState& view, Graphics& graphics);
  /// After the end of the frame: files are given away, and alarms are heard.
  void after_end(ViewState& view, const ScreenState& screen, Graphics& graphics);

 private:
  FileKeeper keeper_;
  AlarmHorn horn_;
  std::unique_ptr<Speaker> speaker_;  ///< null: without sound
};

}  // namespace stillhouse
