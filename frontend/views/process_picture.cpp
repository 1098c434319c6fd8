#include <algorithm>
#include <cmath>

#include "frontend/views/panels.h"
#include "frontend/views/picture_canvas.h"
#include "frontend/views/widgets.h"

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

/// What a tag on the sheet says.
struct TagText {
  const std::string* tag;
  std::string value;
  const std::string* unit;
  ValueQuality quality = ValueQuality::good;
  const AlarmLine* alarm = nullptr;
  std::string mode;  ///< controllers: A, M; with an interlock on it: I
};

TagText tag_text(const Ui& ui, const PlacedTag& placed) {
  switch (placed.kind) {
    case TagKind::instrument: {
      const InstrumentFace& face = ui.screen.instruments[placed.index];
      const bool lost = face.quality == ValueQuality::bad && !face.by_samples;
      return {&face.tag,
              lost ? "---" : number_text(face.value, face.format),
              &face.format.printed,
              face.by_samples ? ValueQuality::good : face.quality,
              worst_alarm(ui.screen, face.tag),
              {}};
    }
    case TagKind::controller: {
      const ControllerFace& face = ui.screen.controllers[placed.index];
      return {&face.tag,
              number_text(face.output, face.output_format),
              &face.output_format.printed,
              ValueQuality::good,
              nullptr,
              !face.held_by.empty() ? "I"
              : face.automatic      ? "A"
              : face.cascade        ? "C"
                                    : "M"};
    }
    case TagKind::handle:
      break;
  }
  const HandleFace& face = ui.screen.handles[placed.index];
  const bool on_off = face.shape == HandleShape::on_off_switch;
  const bool on = face.position > 0.5 * (face.low + face.high);
  static const std::string nothing;
  return {&face.tag,
          on_off ? ui(on ? "face.is_on"_word : "face.is_off"_word) : number_text(face.position, face.format),
          on_off ? &nothing : &face.format.printed,
          ValueQuality::good,
          nullptr,
          !face.held_by.empty() ? "I" : ""};
}

void draw_tag(Ui& ui, const PictureCanvas& sheet, const PlacedTag& placed, ImVec2 size) {
  const TagText text = tag_text(ui, placed);
  const ImVec2 low = sheet.at(placed.place), high{low.x + size.x, low.y + size.y};
  ImDrawList& list = sheet.list();

  if (placed.anchor.x >= 0.0f) {
    // leader from the nearer side
    const SheetPoint anchor = placed.anchor;
    const float middle = placed.place.y + 0.5f * size.y / sheet.length(1.0f);
    const float right = placed.place.x + size.x / sheet.length(1.0f);
    const float x = anchor.x > right ? right : anchor.x < placed.place.x ? placed.place.x : anchor.x;
    sheet.dashed({x, std::abs(x - anchor.x) < 1.0f ? placed.place.y : middle}, anchor, palette::kQuiet);
  }

  ImGui::SetCursorScreenPos(low);
  const std::string name = "picture." + *text.tag;
  const bool clicked = ImGui::InvisibleButton(name.c_str(), size);
  note_widget(ui, name, true, text.value);
  if (clicked) ui.view.selected = *text.tag;
  const bool selected = ui.view.selected == *text.tag;
  const bool hand = placed.kind != TagKind::instrument;
  const float rounding = placed.kind == TagKind::controller ? 0.5f * size.y : 0.0f;

  list.AddRectFilled(low, high, hand ? palette::kSheet : palette::kPanel, rounding);
  const ImU32 edge = selected || ImGui::IsItemHovered() ? palette::kSelect : hand ? palette::kQuiet : palette::kFaint;
  list.AddRect(low, high, edge, rounding, 0, selected ? ui.px(2) : 1.0f);

  // tag left, value right, unit behind it
  const float small = ui.fonts.small->FontSize, normal = ui.fonts.normal->FontSize;
  const float pad = ui.px(hand ? 6.0f : 4.0f);
  list.AddText(ui.fonts.small, small, {low.x + pad, std::floor(low.y + 0.5f * (size.y - small))}, palette::kQuiet,
               text.tag->c_str());
  float right = high.x - ui.px(placed.kind == TagKind::controller ? 8.0f : 4.0f);
  const float unit_width = ui.fonts.small->CalcTextSizeA(small, 1e9f, 0.0f, text.unit->c_str()).x;
  const float unit_room = std::max(unit_width, ui.px(16));
  list.AddText(ui.fonts.small, small, {right - unit_room, std::floor(low.y + 0.5f * (size.y - small) + ui.px(1))},
               palette::kQuiet, text.unit->c_str());
  right -= unit_room + ui.px(3);
  const float value_width = ui.fonts.normal->CalcTextSizeA(normal, 1e9f, 0.0f, text.value.c_str()).x;
  list.AddText(ui.fonts.normal, normal, {right - value_width, std::floor(low.y + 0.5f * (size.y - normal))},
               palette::kValue, text.value.c_str());

  // marks outside the box: they hide nothing
  const float mark = 0.86f * size.y;
  const ImVec2 beside{low.x - 0.62f * mark, 0.5f * (low.y + high.y)};
  if (text.alarm != nullptr) {
    if (!text.alarm->waits() || ui.bright())
      alarm_mark(list, beside, mark, text.alarm->urgency, !text.alarm->stands(), ui.fonts.small);
  } else if (text.quality != ValueQuality::good) {
    quality_mark(list, beside, mark, text.quality, ui.fonts.small);
  }
  if (!text.mode.empty()) {
    const ImVec2 corner{right - value_width - ui.px(9), 0.5f * (low.y + high.y)};
    const ImVec2 extent = ui.fonts.small->CalcTextSizeA(small, 1e9f, 0.0f, text.mode.c_str());
    list.AddText(ui.fonts.small, small, {corner.x - 0.5f * extent.x, corner.y - 0.5f * extent.y}, palette::kText,
                 text.mode.c_str());
  }
}

}  // namespace

void process_picture(Ui& ui) {
  const ImVec2 room = ImGui::GetContentRegionAvail(), low = ImGui::GetCursorScreenPos();
  const float k = std::min(room.x / kSheetWidth, room.y / kSheetHeight);
  if (k <= 0.0f) return;
  const ImVec2 origin{std::floor(low.x + 0.5f * (room.x - k * kSheetWidth)),
                      std::floor(low.y + 0.5f * (room.y - k * kSheetHeight))};
  const PictureCanvas sheet(*ImGui::GetWindowDrawList(), origin, k, ui.fonts.small);

  if (!ui.screen.column.trays.empty()) {
    draw_pipes(sheet, ui.screen.column);
    draw_equipment(ui, sheet, ui.screen.column);
    draw_legend(ui, sheet);
  }
  const ImVec2 size{ui.px(114), ui.fonts.normal->FontSize + ui.px(3)};
  for (const PlacedTag& placed : placed_tags(ui.screen, size.x / k, size.y / k)) draw_tag(ui, sheet, placed, size);
}

}  // namespace stillhouse
