#include "frontend/desktop/screen_services.h"

#include <utility>

namespace stillhouse {

ScreenServices::ScreenServices(std::string folder, bool with_sound) : keeper_(std::move(folder)) {
  if (with_sound) speaker_ = std::make_unique<Speaker>();
}

void ScreenServices::before_end(const ViewState& view, Graphics& graphics) {
  if (view.wanted_file && view.wanted_file->text.empty())
    graphics.want_part(view.wanted_file->low, view.wanted_file->high);
}

void ScreenServices::after_end(ViewState& view, const ScreenState& screen, Graphics& graphics) {
  if (view.wanted_file) {
    ExportWish wish = std::move(*view.wanted_file);
    view.wanted_file.reset();
    if (wish.text.empty()) {
      keeper_.keep(std::move(wish.name), ".png", graphics.take_part());
    } else {
      keeper_.keep(std::move(wish.name), ".csv", std::move(wish.text));
    }
  }
  if (const auto outcome = keeper_.outcome()) {
    view.trend.told = outcome->told;
    view.trend.told_well = outcome->well;
  }
  if (!speaker_) return;
  if (std::exchange(view.silence, false)) horn_.silence();
  if (const auto urgency = horn_.hear(screen.alarms, view.muted || screen.ended(), ImGui::GetTime()))
    speaker_->sound(*urgency);
}

}  // namespace stillhouse
