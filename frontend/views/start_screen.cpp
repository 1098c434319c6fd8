#include "frontend/views/start_screen.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "frontend/presenter/start_page_reader.h"
#include "frontend/views/line_breaks.h"
#include "frontend/views/palette.h"
#include "frontend/views/plant_thumbnail.h"
#include "frontend/views/review_parts.h"
#include "frontend/views/widgets.h"

namespace stillhouse {

namespace {

/// What the start page keeps between frames.
struct StartState {
  std::unique_ptr<StartPageReader> reader;
  std::shared_ptr<const StartPage> page;  ///< null: it is being read
  bool had_run = false;
  std::string chosen;   ///< id of the lab shown at the right
  std::string ordered;  ///< what was last asked to be opened
};

void take_page(Ui& ui, StartState& state) {
  if (!state.reader) {
    state.reader = std::make_unique<StartPageReader>(ui.desk.waker());
    state.had_run = ui.has_run;
  }
  // a run that has come or gone has left its file
  if (std::exchange(state.had_run, ui.has_run) != ui.has_run) state.reader->read_again();
  const std::shared_ptr<const StartPage> page = state.reader->page();
  if (page == state.page) return;
  state.page = page;
  const auto want = [&](const Text& text) { ui.letters += text.en + text.zh; };
  for (const LabCard& card : state.page->labs) {
    want(card.title);
    want(card.course);
    want(card.level);
    want(card.learns);
    want(card.notes);
    for (const Text& line : card.judged) want(line);
    ui.letters += card.mistake;
  }
  if (state.chosen.empty() && !state.page->labs.empty()) state.chosen = state.page->labs.front().id;
}

void open(Ui& ui, StartState& state, RunOrder order) {
  state.ordered = order.what;
  ui.desk.open_run(std::move(order));
}

/// "Bachelor, year 2 · 2:00:00 · 17 tasks · best 88.0 of 100 in 3 runs".
std::string facts_line(const Ui& ui, const LabCard& card) {
  std::string line = ui(card.level);
  line += (line.empty() ? "" : " · ") + clock_text(card.duration);
  if (card.tasks > 0) line += " · " + ui("start.tasks"_word, {std::to_string(card.tasks)});
  if (card.best)
    line += " · " + ui("start.best"_word,
                       {plain_number(*card.best, 1), plain_number(*card.total, 0), std::to_string(card.runs)});
  return line;
}

/// The first lines of a text in the small typeface; the last of them is cut if there are more.
std::string first_lines(Ui& ui, const std::string& text, int lines, float width) {
  const std::string broken = broken_text(*ui.fonts.small, text, width);
  std::size_t begin = 0;
  for (int line = 1; line < lines; ++line) {
    const std::size_t end = broken.find('\n', begin);
    if (end == std::string::npos) return broken;
    begin = end + 1;
  }
  const std::size_t end = broken.find('\n', begin);
  if (end == std::string::npos) return broken;
  // what stands on the next line makes it too long: it is cut to the width
  std::string last = broken.substr(begin);
  std::replace(last.begin(), last.end(), '\n', ' ');
  return broken.substr(0, begin) + cut_to(ui, last, width);
}

void lab_card(Ui& ui, StartState& state, const LabCard& card) {
  const float height = ui.px(84), width = ImGui::GetContentRegionAvail().x, margin = ui.px(6);
  const ImVec2 low = ImGui::GetCursorScreenPos(), high{low.x + width, low.y + height};
  const bool chosen = state.chosen == card.id;
  if (ImGui::InvisibleButton(card.id.c_str(), {width, height})) state.chosen = card.id;
  note_widget(ui, "start.lab." + card.id, true, ui(card.title));
  const bool focused = ImGui::IsItemHovered() || ImGui::IsItemFocused();

  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(low, high, palette::kSheet);
  list.AddRect(low, high, chosen || focused ? palette::kSelect : palette::kFaint, 0.0f, 0, ui.px(chosen ? 2.0f : 1.0f));
  const float picture = ui.px(132);
  plant_thumbnail(ui, list, card, {low.x + margin, low.y + margin}, {low.x + picture, high.y - margin});
  const float left = low.x + picture + 2.0f * margin, wrap = high.x - left - margin;
  const ImVec4 clip{left, low.y, high.x - margin, high.y};
  list.AddText(ui.fonts.normal, ui.fonts.normal->FontSize, {left, low.y + margin}, palette::kText, ui(card.title),
               nullptr, wrap, &clip);
  const float small = ui.fonts.small->FontSize, foot = high.y - margin - small;
  const float title = ui.fonts.normal->CalcTextSizeA(ui.fonts.normal->FontSize, 1e9f, wrap, ui(card.title)).y;
  // what one learns, as many lines of it as there is room for
  const float top = low.y + margin + title + ui.px(2);
  const auto lines = static_cast<int>((foot - ui.px(2) - top) / small);
  if (lines > 0 && !card.learns.empty()) {
    const std::string learns = first_lines(ui, ui(card.learns), lines, wrap);
    list.AddText(ui.fonts.small, small, {left, top}, palette::kQuiet, learns.c_str(), nullptr, 0.0f, &clip);
  }
  const std::string facts = card.mistake.empty() ? facts_line(ui, card) : std::string(ui("start.mistake"_word));
  list.AddText(ui.fonts.small, ui.fonts.small->FontSize, {left, foot}, palette::kQuiet, facts.c_str(), nullptr, 0.0f,
               &clip);
}

/// Cards of all labs under the names of their courses.
void lab_list(Ui& ui, StartState& state) {
  ImGui::BeginChild("labs");
  const Text* course = nullptr;
  for (const LabCard& card : state.page->labs) {
    if (course == nullptr || *course != card.course) {
      course = &card.course;
      ImGui::AlignTextToFramePadding();
      ImGui::TextUnformatted(course->empty() ? ui("start.no_course"_word) : ui(*course));
    }
    lab_card(ui, state, card);
  }
  ImGui::EndChild();
}

void open_runs(Ui& ui, StartState& state) {
  if (ui.has_run) {
    if (push_button(ui, "start.leave", ui("start.leave"_word))) ui.desk.leave_run();
    ImGui::SameLine(0.0f, ui.px(8));
    quiet_text(ui, ui(ui.screen.lab->title));
    ImGui::Separator();
  }
  if (!state.page) {
    quiet_text(ui, ui("start.reading"_word));
    note_widget(ui, "start.reading", true, ui("start.reading"_word));
    return;
  }
  if (state.page->open.empty()) return;
  ImGui::TextUnformatted(ui("start.interrupted"_word));
  int number = 0;
  for (const RunCard& run : state.page->open) {
    if (number == 4) break;  // the newest; others are opened by name
    const std::string name = "start.continue." + std::to_string(number++);
    if (push_button(ui, name, ui("start.go_on"_word), {.small = true})) open(ui, state, {.what = run.path.string()});
    ImGui::SameLine(0.0f, ui.px(8));
    const std::string line = run.path.filename().string() + " · " + clock_text(run.time) + " · " +
                             run.begun.substr(0, std::min<std::size_t>(run.begun.find('.'), 16));
    quiet_text(ui, line.c_str());
  }
  ImGui::Separator();
}

/// The chosen lab: what one does there, what is judged, and how to begin.
void lab_details(Ui& ui, StartState& state) {
  const auto card = std::find_if(state.page->labs.begin(), state.page->labs.end(),
                                 [&](const LabCard& lab) { return lab.id == state.chosen; });
  if (card == state.page->labs.end()) {
    quiet_text(ui, ui("start.no_labs"_word));
    return;
  }
  ImGui::PushFont(ui.fonts.large);
  wrapped_text(ui, ui(card->title));
  ImGui::PopFont();
  note_widget(ui, "start.title", true, ui(card->title));
  quiet_text(ui, facts_line(ui, *card).c_str());

  // the buttons stand above what may be long
  if (card->mistake.empty()) {
    if (!card->exam) {
      if (push_button(ui, "start.practice", ui("start.practice"_word), {.width = 150.0f}))
        open(ui, state, {.what = card->id});
      ImGui::SameLine(0.0f, ui.px(6));
    }
    if (push_button(ui, "start.exam", ui("start.exam"_word), {.width = 150.0f}))
      open(ui, state, {.what = card->id, .exam = true});
    quiet_paragraph(ui, ui("start.modes"_word));
  } else {
    wrapped_text(ui, card->mistake.c_str());
  }
  if (const auto wrong = ui.view.complaint.find(state.ordered); wrong != ui.view.complaint.end()) {
    const std::string line = std::string(ui("start.cannot_open"_word)) + " " + wrong->second;
    wrapped_text(ui, line.c_str());
    note_widget(ui, "start.complaint", true, line);
  }
  ImGui::Separator();
  ImGui::BeginChild("about");
  if (!card->learns.empty()) {
    wrapped_text(ui, ui("start.learns"_word));
    wrapped_text(ui, ui(card->learns));
    note_widget(ui, "start.learns", true, ui(card->learns));
    ImGui::Spacing();
  }
  wrapped_text(ui, ui(card->notes));
  ImGui::Spacing();
  if (!card->judged.empty()) ImGui::TextUnformatted(ui("start.judged_by"_word));
  for (const Text& line : card->judged) quiet_paragraph(ui, ui(line));
  ImGui::Spacing();
  const ImVec2 low = ImGui::GetCursorScreenPos(), room = ImGui::GetContentRegionAvail();
  const float height = std::max(ui.px(120), std::min(room.y, 0.5f * room.x));
  plant_thumbnail(ui, *ImGui::GetWindowDrawList(), *card, low, {low.x + room.x, low.y + height});
  ImGui::Dummy({room.x, height});
  ImGui::EndChild();
}

}  // namespace

void settle_start_page(ViewState& view) {
  StartState& state = view.own<StartState>();
  if (!state.reader) state.reader = std::make_unique<StartPageReader>();
  state.reader->wait();
}

void start_screen(Ui& ui) {
  StartState& state = ui.view.own<StartState>();
  take_page(ui, state);
  const auto [low, high] = screen_area(ui);
  const float gap = ui.px(6), left = std::floor(low.x + 0.56f * (high.x - low.x));
  panel(ui, "labs", low, {left, high.y}, [](Ui& inner) {
    StartState& kept = inner.view.own<StartState>();
    open_runs(inner, kept);
    if (kept.page) lab_list(inner, kept);
  });
  panel(ui, "details", {left + gap, low.y}, high, [](Ui& inner) {
    StartState& kept = inner.view.own<StartState>();
    if (kept.page) lab_details(inner, kept);
  });
}

}  // namespace stillhouse
