#include <algorithm>
#include <cmath>

#include "frontend/views/panels.h"
#include "frontend/views/picture_canvas.h"
#include "frontend/views/picture_tag.h"
#include "frontend/views/plant_picture.h"

namespace stillhouse {

namespace {

using namespace equipment;

void draw_pipes(const PictureCanvas& sheet, const ColumnPicture& column) {
  const float overhead = kColumn.low.y - 14.0f;
  const float column_middle = kColumn.middle().x;

  // overhead: vapour to the condenser, condensate to the drum
  sheet.pipe(
      {{column_middle, overhead}, {column_middle, kCondenser.middle().y}, {kCondenser.low.x, kCondenser.middle().y}},
      column.vapour_rises);
  sheet.pipe({{kCondenser.middle().x, kCondenser.high.y}, {kDrum.middle().x, kDrum.low.y}}, column.vapour_rises);
  // reflux and distillate
  const bool pumped = column.reflux_flows || column.distillate_flows;
  sheet.pipe({{kDrum.middle().x, kDrum.high.y}, kSplitter}, pumped, false);
  sheet.pipe({kSplitter, {763, kSplitter.y}, {763, kColumn.low.y - 5.0f}, {kColumn.high.x, kColumn.low.y - 5.0f}},
             column.reflux_flows);
  sheet.pipe(
      {kSplitter, {kDistillateTank.middle().x, kSplitter.y}, {kDistillateTank.middle().x, kDistillateTank.low.y}},
      column.distillate_flows);
  // vent and relief, overflow
  sheet.pipe({{895, kDrum.low.y}, {895, 126}}, column.vent_flows || column.relief_lifted);
  sheet.pipe({{808, kDrum.high.y}, {808, kCatchPot.low.y}}, column.overflows);
  // cooling water
  sheet.pipe({{1192, kWaterValve.y}, {kCondenser.high.x - 7.0f, kWaterValve.y}}, column.cooling_flows);
  sheet.pipe({{815, kCondenser.low.y}, {815, 16}}, column.cooling_flows);
  // column to kettle and back
  sheet.pipe({{column_middle - 26.0f, kColumn.high.y + 10.0f}, {column_middle - 26.0f, kKettle.low.y}},
             !column.trays.empty() && column.trays.front().clear_liquid > 1e-3);
  sheet.pipe({{column_middle + 26.0f, kKettle.low.y}, {column_middle + 26.0f, kColumn.high.y + 10.0f}},
             column.kettle.T > 343.15);
  // bottoms
  sheet.pipe({{kKettle.high.x, kBottomsValve.y},
              {kBottomsTank.low.x - 20.0f, kBottomsValve.y},
              {kBottomsTank.low.x, kBottomsValve.y}},
             column.bottoms_flow);
  // feed
  if (column.feed_tray > 0 && !column.trays.empty()) {
    const float y = tray_box(column.feed_tray, static_cast<int>(column.trays.size())).middle().y;
    sheet.pipe({{kFeedTank.high.x, kFeedPump.y},
                {kPreheater.middle().x, kFeedPump.y},
                {kPreheater.middle().x, kPreheater.high.y}},
               column.feed_flows, false);
    sheet.pipe({{kPreheater.middle().x, kPreheater.low.y}, {kPreheater.middle().x, y}, {kColumn.low.x, y}},
               column.feed_flows);
  }
}

void draw_equipment(const Ui& ui, const PictureCanvas& sheet, const ColumnPicture& column) {
  sheet.column_shell(kColumn);
  const int trays = static_cast<int>(column.trays.size());
  for (int k = trays; k >= 1; --k)
    sheet.tray(tray_box(k, trays), column.trays[static_cast<std::size_t>(k - 1)], column.tray_spacing, k % 2 == 0);
  for (int k = 1; k <= trays; ++k) {
    const SheetBox cell = tray_box(k, trays);
    const TrayPicture& tray = column.trays[static_cast<std::size_t>(k - 1)];
    sheet.label({cell.low.x - 12.0f, cell.middle().y}, std::to_string(k).c_str());
    if (tray.near_flooding())
      sheet.tray_mark({cell.middle().x, cell.middle().y}, 'F', tray.floods());
    else if (tray.weeps())
      sheet.tray_mark({cell.middle().x, cell.middle().y}, 'W', false);
  }

  sheet.vessel(kKettle, column.kettle, 30.0f);
  sheet.heater_coil(kKettle, column.kettle.active);
  sheet.valve(kBottomsValve, column.bottoms_flow, false);
  sheet.vessel(kBottomsTank, column.bottoms_tank, 5.0f);
  sheet.condenser(kCondenser, column.cooling_flows, column.condenser.T);
  sheet.valve(kWaterValve, column.cooling_flows, false);
  sheet.vessel(kDrum, column.drum, 24.0f);
  sheet.pump(kRefluxPump, column.drum.active, false);
  sheet.splitter(kSplitter);
  sheet.vessel(kCatchPot, column.catch_pot, 4.0f);
  sheet.vessel(kDistillateTank, column.distillate_tank, 5.0f);
  sheet.vessel(kFeedTank, column.feed_tank, 5.0f);
  sheet.pump(kFeedPump, column.feed_flows, false);
  sheet.preheater(kPreheater, column.preheater);

  const auto name = [&](SheetPoint place, Word word) { sheet.label(place, ui(word)); };
  name({kKettle.middle().x, kKettle.high.y + 12.0f}, "picture.kettle"_word);
  name({kCondenser.middle().x + 28.0f, kCondenser.low.y - 13.0f}, "picture.condenser"_word);
  name({kDrum.high.x - 12.0f, kDrum.high.y + 14.0f}, "picture.drum"_word);
  name({kCatchPot.middle().x, kCatchPot.high.y + 12.0f}, "picture.catch_pot"_word);
  name({kDistillateTank.middle().x, kDistillateTank.high.y + 12.0f}, "picture.distillate"_word);
  name({kBottomsTank.middle().x, kBottomsTank.high.y + 12.0f}, "picture.bottoms"_word);
  name({kFeedTank.middle().x, kFeedTank.high.y + 12.0f}, "picture.feed_tank"_word);
  name({kPreheater.high.x + 46.0f, kPreheater.high.y - 10.0f}, "picture.preheater"_word);
  name({1130, kWaterValve.y + 16.0f}, "picture.cooling_water"_word);
  name({926, 122}, column.relief_lifted ? "picture.relief"_word : "picture.vent"_word);
}

void draw_legend(const Ui& ui, const PictureCanvas& sheet) {
  const float left = 14.0f, top = 30.0f, wide = 22.0f;
  ImDrawList& list = sheet.list();
  const float height = ui.fonts.small->FontSize;
  const auto text = [&](SheetPoint place, const char* words) {
    list.AddText(ui.fonts.small, height, sheet.at(place), palette::kQuiet, words);
  };
  text({left, top - 22.0f}, ui("picture.temperature_scale"_word));
  for (int i = 0; i < palette::kTemperatures; ++i) {
    const float x = left + wide * static_cast<float>(i);
    list.AddRectFilled(sheet.at({x, top}), sheet.at({x + wide, top + 12.0f}), palette::kTemperature[i]);
  }
  list.AddRect(sheet.at({left, top}), sheet.at({left + 8 * wide, top + 12.0f}), palette::kQuiet);
  for (int i = 0; i <= 4; ++i) {
    const std::string degrees = std::to_string(20 + 20 * i);
    sheet.label({left + 2.0f * wide * static_cast<float>(i), top + 24.0f}, degrees.c_str());
  }
  // liquid, froth, marks
  const auto sample = [&](float row, ImU32 colour, Word word) {
    const float y = top + 44.0f + 26.0f * row;
    list.AddRectFilled(sheet.at({left, y}), sheet.at({left + 16.0f, y + 13.0f}), colour);
    list.AddRect(sheet.at({left, y}), sheet.at({left + 16.0f, y + 13.0f}), palette::kQuiet);
    text({left + 24.0f, y - 3.0f}, ui(word));
  };
  sample(0, palette::kLiquid, "picture.clear_liquid"_word);
  sample(1, palette::kFroth, "picture.froth"_word);
  const auto mark = [&](float row, char letter, bool strong, Word word) {
    const float y = top + 44.0f + 26.0f * row;
    sheet.tray_mark({left + 94.0f, y + 6.0f}, letter, strong);
    text({left + 110.0f, y - 3.0f}, ui(word));
  };
  mark(0, 'F', true, "picture.flooding"_word);
  mark(1, 'F', false, "picture.near_flooding"_word);
  mark(2, 'W', false, "picture.weeping"_word);
}

void draw_tag(Ui& ui, const PictureCanvas& sheet, const PlacedTag& placed, ImVec2 size) {
  if (placed.anchor.x >= 0.0f) {
    // leader from the nearer side
    const SheetPoint anchor = placed.anchor;
    const float middle = placed.place.y + 0.5f * size.y / sheet.length(1.0f);
    const float right = placed.place.x + size.x / sheet.length(1.0f);
    const float x = anchor.x > right ? right : anchor.x < placed.place.x ? placed.place.x : anchor.x;
    sheet.dashed({x, std::abs(x - anchor.x) < 1.0f ? placed.place.y : middle}, anchor, palette::kQuiet);
  }
  picture_tag(ui, placed.kind, placed.index, sheet.at(placed.place), size, false);
}

}  // namespace

void process_picture(Ui& ui) {
  if (ui.screen.column.trays.empty()) return plant_picture(ui);
  const ImVec2 room = ImGui::GetContentRegionAvail(), low = ImGui::GetCursorScreenPos();
  const float k = std::min(room.x / kSheetWidth, room.y / kSheetHeight);
  if (k <= 0.0f) return;
  const ImVec2 origin{std::floor(low.x + 0.5f * (room.x - k * kSheetWidth)),
                      std::floor(low.y + 0.5f * (room.y - k * kSheetHeight))};
  const PictureCanvas sheet(*ImGui::GetWindowDrawList(), origin, k, ui.fonts.small);

  draw_pipes(sheet, ui.screen.column);
  draw_equipment(ui, sheet, ui.screen.column);
  draw_legend(ui, sheet);
  const ImVec2 size{ui.px(114), ui.fonts.normal->FontSize + ui.px(3)};
  for (const PlacedTag& placed : placed_tags(ui.screen, size.x / k, size.y / k)) draw_tag(ui, sheet, placed, size);
}

}  // namespace stillhouse
