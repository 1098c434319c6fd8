#include "frontend/views/plant_picture.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <utility>

#include "frontend/presenter/diagram_symbols.h"
#include "frontend/views/picture_tag.h"
#include "frontend/views/plant_symbols.h"
#include "frontend/views/sheet_zoom.h"
#include "frontend/views/widgets.h"

namespace stillhouse {

namespace {

std::size_t at(int index) {
  return static_cast<std::size_t>(index);
}

const std::string& tag_of(const Ui& ui, const DrawnTag& tag) {
  switch (tag.kind) {
    case TagKind::instrument:
      return ui.screen.instruments[tag.index].tag;
    case TagKind::controller:
      return ui.screen.controllers[tag.index].tag;
    case TagKind::handle:
      break;
  }
  return ui.screen.handles[tag.index].tag;
}

bool is_shown(const Ui& ui, const DrawnTag& tag) {
  switch (tag.kind) {
    case TagKind::instrument:
      return tag.index < ui.screen.instruments.size();
    case TagKind::controller:
      return tag.index < ui.screen.controllers.size();
    case TagKind::handle:
      break;
  }
  return tag.index < ui.screen.handles.size();
}

/// A click on a unit opens what moves it, else what is read there.
void unit_button(Ui& ui, const PlantSymbols& symbols, std::size_t unit) {
  const PlantDrawing& drawing = ui.screen.lab->drawing;
  const DrawnTag* meant = nullptr;
  for (const DrawnTag& tag : drawing.tags) {
    if (at(tag.unit) != unit || !is_shown(ui, tag)) continue;
    const bool better = meant == nullptr || (meant->kind == TagKind::instrument && tag.kind != TagKind::instrument);
    if (better) meant = &tag;
  }
  if (meant == nullptr) return;
  const Box& body = drawing.placed.units[unit].body;
  const ImVec2 low = symbols.at({body.x, body.y}), high = symbols.at({body.right(), body.bottom()});
  ImGui::SetCursorScreenPos(low);
  const std::string name = "picture.unit." + drawing.diagram.units[unit].name;
  if (ImGui::InvisibleButton(name.c_str(), {std::max(high.x - low.x, 1.0f), std::max(high.y - low.y, 1.0f)}))
    ui.view.selected = tag_of(ui, *meant);
  note_widget(ui, name);
  if (ImGui::IsItemHovered())
    ImGui::GetWindowDrawList()->AddRect({low.x - ui.px(2), low.y - ui.px(2)}, {high.x + ui.px(2), high.y + ui.px(2)},
                                        palette::kSelect, ui.px(3));
}

/// Units of the catalogue's flowsheets have words for names; those that are spelt out have tags.
std::string shown_name(const Ui& ui, const std::string& name) {
  static constexpr std::pair<std::string_view, Word> kNames[] = {
      {"feed", "picture.feed"_word},
      {"column", "picture.column"_word},
      {"condenser", "picture.condenser"_word},
      {"reboiler", "picture.reboiler"_word},
      {"distillate", "picture.distillate"_word},
      {"bottoms", "picture.bottoms"_word},
      {"reservoir", "picture.reservoir"_word},
      {"reactor", "picture.reactor"_word},
      {"vessel", "picture.reactor"_word},
      {"drain", "picture.drain"_word},
      {"vent_valve", "picture.vent"_word},
      {"rupture_disc", "picture.rupture_disc"_word},
  };
  for (const auto& [key, word] : kNames)
    if (key == name) return ui(word);
  // pump_1, tank_3
  const std::size_t end = name.find('_');
  if (end == std::string::npos) return name;
  const std::string stem = name.substr(0, end), number = name.substr(end + 1);
  if (stem == "pump") return ui("picture.pump"_word, {number});
  if (stem == "tank") return ui("picture.tank"_word, {number});
  if (stem == "valve") return ui("picture.valve"_word, {number});
  return name;
}

void write_name(const Ui& ui, const PlantSymbols& symbols, std::size_t unit) {
  const PlantDrawing& drawing = ui.screen.lab->drawing;
  const DiagramUnit& drawn = drawing.diagram.units[unit];
  const PlacedUnit& placed = drawing.placed.units[unit];
  ImFont* font = ui.fonts.small;
  const auto width = [&](const std::string& text) {
    return font->CalcTextSizeA(font->FontSize, 1e9f, 0.0f, text.c_str()).x;
  };
  const auto write = [&](const std::string& text, ImVec2 middle) {
    ImGui::GetWindowDrawList()->AddText(font, font->FontSize,
                                        {std::floor(middle.x - 0.5f * width(text)), std::floor(middle.y)},
                                        palette::kQuiet, text.c_str());
  };
  const ImVec2 foot = symbols.at(placed.tag);
  write(shown_name(ui, drawn.name), {foot.x, foot.y - font->FontSize});
  if (drawn.symbol != Symbol::box || drawn.kind == drawn.name) return;
  const Box& body = placed.body;
  const ImVec2 middle = symbols.at({body.x + 0.5 * body.width, body.y + 0.5 * body.height});
  if (width(drawn.kind) < symbols.length(body.width)) write(drawn.kind, {middle.x, middle.y - 0.5f * font->FontSize});
}

/// The loop of the tag on the faceplate: what is read, what decides, what is moved.
void draw_loop(const Ui& ui, const PlantSymbols& symbols) {
  const PlantDrawing& drawing = ui.screen.lab->drawing;
  const auto middle_of = [&](TagKind kind, const std::string& tag) -> const Box* {
    for (const DrawnTag& each : drawing.tags)
      if (each.kind == kind && is_shown(ui, each) && tag_of(ui, each) == tag) return &each.box;
    return nullptr;
  };
  const auto join = [&](const Box* from, const Box* to) {
    if (from == nullptr || to == nullptr) return;
    // level, then upright: signals are told from pipes by their dashes
    const ImVec2 a = symbols.at({from->x + 0.5 * from->width, from->y + 0.5 * from->height});
    const ImVec2 b = symbols.at({to->x + 0.5 * to->width, to->y + 0.5 * to->height});
    symbols.dashed(a, {b.x, a.y}, palette::kSelect);
    symbols.dashed({b.x, a.y}, b, palette::kSelect);
  };
  for (const ControllerFace& face : ui.screen.controllers) {
    const bool of_handle = std::any_of(ui.screen.handles.begin(), ui.screen.handles.end(), [&](const HandleFace& h) {
      return h.tag == ui.view.selected && h.moved_by == face.tag;
    });
    if (ui.view.selected != face.tag && ui.view.selected != face.reads && !of_handle) continue;
    const Box* own = middle_of(TagKind::controller, face.tag);
    join(middle_of(TagKind::instrument, face.reads), own);
    join(own, middle_of(TagKind::controller, face.moves));
    for (const HandleFace& handle : ui.screen.handles)
      if (handle.moved_by == face.tag) join(own, middle_of(TagKind::handle, handle.tag));
  }
}

/// One line: the scale of temperatures, and what is drawn in columns where there is one.
void draw_legend(const Ui& ui, const PlantSymbols& symbols, ImVec2 low, float width) {
  const PlantDrawing& drawing = ui.screen.lab->drawing;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  ImFont* font = ui.fonts.small;
  const float band = ui.px(12), tall = ui.px(9), top = low.y + 0.5f * (font->FontSize - tall);
  float x = low.x;
  const auto text = [&](const std::string& words) {
    list.AddText(font, font->FontSize, {x, low.y}, palette::kQuiet, words.c_str());
    x += font->CalcTextSizeA(font->FontSize, 1e9f, 0.0f, words.c_str()).x;
  };
  const bool warm = std::any_of(ui.screen.plant.units.begin(), ui.screen.plant.units.end(), [](const UnitPicture& u) {
    return std::isfinite(u.T) ||
           std::any_of(u.stages.begin(), u.stages.end(), [](const TrayPicture& tray) { return std::isfinite(tray.T); });
  });
  if (warm) {
    text(std::to_string(static_cast<int>(std::lround(drawing.coldest - 273.15))) + " ");
    for (int i = 0; i < palette::kTemperatures; ++i) {
      const double T = drawing.coldest + (drawing.hottest - drawing.coldest) * (i + 0.5) / palette::kTemperatures;
      list.AddRectFilled({x, top}, {x + band, top + tall}, symbols.temperature(T));
      x += band;
    }
    list.AddRect({x - band * palette::kTemperatures, top}, {x, top + tall}, palette::kQuiet);
    text(" " + std::to_string(static_cast<int>(std::lround(drawing.hottest - 273.15))) + " °C");
    x += ui.px(16);
  }
  const auto sample = [&](ImU32 colour, Word word) {
    const std::string words = ui(word);
    if (x + font->CalcTextSizeA(font->FontSize, 1e9f, 0.0f, words.c_str()).x + ui.px(20) > low.x + width) return;
    list.AddRectFilled({x, top}, {x + band, top + tall}, colour);
    list.AddRect({x, top}, {x + band, top + tall}, palette::kQuiet);
    x += band + ui.px(4);
    text(words);
    x += ui.px(12);
  };
  const auto mark = [&](const char* letter, bool strong, Word word) {
    const std::string words = ui(word);
    if (x + font->CalcTextSizeA(font->FontSize, 1e9f, 0.0f, words.c_str()).x + ui.px(20) > low.x + width) return;
    list.AddRectFilled({x, top - 1.0f}, {x + tall + 2.0f, top + tall + 1.0f},
                       strong ? palette::kText : palette::kSheet);
    list.AddRect({x, top - 1.0f}, {x + tall + 2.0f, top + tall + 1.0f}, palette::kText);
    const ImVec2 extent = font->CalcTextSizeA(tall + 1.0f, 1e9f, 0.0f, letter);
    list.AddText(font, tall + 1.0f, {x + 0.5f * (tall + 2.0f - extent.x), top + 0.5f * (tall - extent.y)},
                 strong ? palette::kSheet : palette::kText, letter);
    x += tall + ui.px(6);
    text(words);
    x += ui.px(12);
  };
  bool trays = false, packed = false;
  for (const DiagramUnit& unit : drawing.diagram.units) {
    trays = trays || unit.symbol == Symbol::column;
    packed = packed || unit.symbol == Symbol::packed_column;
  }
  if (trays) sample(palette::kFroth, "picture.froth"_word);
  if (packed) sample(palette::kLiquid, "picture.clear_liquid"_word);
  if (!trays && !packed) return;
  mark("F", true, "picture.flooding"_word);
  mark("F", false, "picture.near_flooding"_word);
  if (trays) mark("W", false, "picture.weeping"_word);
}

}  // namespace

void plant_picture(Ui& ui) {
  const PlantDrawing& drawing = ui.screen.lab->drawing;
  ImVec2 room = ImGui::GetContentRegionAvail();
  const ImVec2 low = ImGui::GetCursorScreenPos();
  const float legend = ui.fonts.small->FontSize + ui.px(4);
  room.y -= legend;
  if (drawing.placed.width <= 0.0 || room.x <= 0.0f || room.y <= 0.0f) return;
  const float width = static_cast<float>(drawing.placed.width), height = static_cast<float>(drawing.placed.height);
  const float whole = std::min(room.x / width, room.y / height);
  const ImVec2 sheet{whole * width, whole * height};
  SheetZoom& zoom = SheetZoom::of(ui);
  const ImVec2 origin = zoom.origin(low, room, sheet);
  ImGui::PushClipRect(low, {low.x + room.x, low.y + room.y}, true);
  const float k = zoom.times() * whole;
  const PlantSymbols symbols(ui, *ImGui::GetWindowDrawList(), origin, k);

  const PlantPicture& plant = ui.screen.plant;
  for (std::size_t i = 0; i < drawing.diagram.streams.size() && i < plant.flows.size(); ++i)
    symbols.pipe(i, plant.flows[i]);
  for (std::size_t i = 0; i < drawing.diagram.units.size() && i < plant.units.size(); ++i) {
    unit_button(ui, symbols, i);
    symbols.unit(i, plant.units[i]);
    write_name(ui, symbols, i);
  }
  draw_loop(ui, symbols);
  for (const DrawnTag& tag : drawing.tags) {
    if (!is_shown(ui, tag)) continue;
    const ImVec2 place = symbols.at({tag.box.x, tag.box.y});
    if (tag.beside) {
      const Box& body = drawing.placed.units[at(tag.unit)].body;
      const double y = body.bottom() - body.height * (0.06 + 0.88 * tag.share);
      symbols.dashed(symbols.at({body.right(), y}), symbols.at({tag.box.x, tag.box.y + 0.5 * tag.box.height}),
                     palette::kQuiet);
    }
    const float gap = ui.px(1);
    picture_tag(ui, tag.kind, tag.index, {std::floor(place.x), std::floor(place.y)},
                {std::floor(symbols.length(tag.box.width) - gap), std::floor(symbols.length(tag.box.height) - gap)},
                drawing.two_lines);
  }
  ImGui::PopClipRect();
  zoom.steer(low, room, sheet);
  const float top = low.y + room.y;
  const float buttons = zoom.buttons(ui, {low.x + room.x, top});
  draw_legend(ui, symbols, {low.x, top + ui.px(3)}, room.x - buttons);
}

}  // namespace stillhouse
