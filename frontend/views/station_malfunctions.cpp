// What may go wrong, what does, and what has.
#include <algorithm>
#include <cmath>

#include "frontend/views/line_breaks.h"
#include "frontend/views/palette.h"
#include "frontend/views/review_parts.h"
#include "frontend/views/station_parts.h"
#include "frontend/views/widgets.h"

namespace stillhouse {

namespace {

bool contains(const std::string& text, const std::string& part) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  const auto same = [&](char a, char b) { return lower(a) == lower(b); };
  return std::search(text.begin(), text.end(), part.begin(), part.end(), same) != text.end();
}

const MalfunctionTarget* chosen_target(const StationState& station, const StationView& view) {
  for (const MalfunctionTarget& target : station.facts->targets)
    if (target.name == view.target && static_cast<int>(target.group) == view.group) return &target;
  return nullptr;
}

void choose_kind(StationView& view, const MalfunctionTarget& target, int kind) {
  view.kind = std::clamp(kind, 0, static_cast<int>(target.kinds.size()) - 1);
  const MalfunctionKind& chosen = target.kinds[static_cast<std::size_t>(view.kind)];
  if (chosen.has_value) view.value = static_cast<float>(shown_number(chosen.start, chosen.format));
}

/// Things that may fail, of the chosen group.
void target_list(Ui& ui, ImVec2 size) {
  StationView& view = ui.view.own<StationView>();
  ImGui::BeginChild("targets", size, true);
  ImGui::Dummy({0.0f, 0.0f});  // a row's ground reaches above its letters
  for (const MalfunctionTarget& target : ui.screen.station->facts->targets) {
    if (static_cast<int>(target.group) != view.group) continue;
    const std::string says = ui(target.says);
    if (!view.filter.empty() && !contains(target.name, view.filter) && !contains(says, view.filter)) continue;
    const bool chosen = target.name == view.target;
    ImGui::PushID(target.name.c_str());
    if (ImGui::Selectable("##target", chosen, ImGuiSelectableFlags_None,
                          {0.0f, 2.0f * ImGui::GetTextLineHeight() - ui.px(2)})) {
      view.target = target.name;
      choose_kind(view, target, 0);
    }
    note_widget(ui, "station.target." + target.name, true, target.name);
    const ImVec2 low = ImGui::GetItemRectMin();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddText({low.x + ui.px(6), low.y + ui.px(1)}, palette::kText, target.name.c_str());
    list.AddText(ui.fonts.small, ui.fonts.small->FontSize, {low.x + ui.px(6), low.y + ImGui::GetTextLineHeight()},
                 palette::kQuiet, cut_to(ui, says, ImGui::GetItemRectMax().x - low.x - ui.px(10)).c_str());
    ImGui::PopID();
  }
  ImGui::EndChild();
}

/// A number of seconds; what cannot be read is told and counts as nothing.
std::optional<double> seconds_row(Ui& ui, const char* name, Word label, std::string& text, float label_width) {
  const float left = ImGui::GetCursorPosX();
  quiet_text(ui, ui(label));
  ImGui::SameLine(left + ui.px(label_width));
  text_entry(ui, std::string("station.") + name, text, 70.0f);
  ImGui::SameLine();
  quiet_text(ui, "s");
  return typed_number(text);
}

/// What an order waits for: the chosen subject or fact, with its limit.
std::string subject_name(const Ui& ui, const StationFacts& facts, int index) {
  if (index < static_cast<int>(facts.subjects.size())) return facts.subjects[static_cast<std::size_t>(index)].name;
  const TriggerFact& fact = facts.facts[static_cast<std::size_t>(index) - facts.subjects.size()];
  const Word what = fact.kind == scenario::ConditionKind::completed      ? "station.task_done"_word
                    : fact.kind == scenario::ConditionKind::started      ? "station.task_started"_word
                    : fact.kind == scenario::ConditionKind::alarm_active ? "station.alarm_stands"_word
                                                                         : "station.interlock_acts"_word;
  return ui(what, {fact.name});
}

void when_row(Ui& ui, const StationFacts& facts) {
  StationView& view = ui.view.own<StationView>();
  const int count = static_cast<int>(facts.subjects.size() + facts.facts.size());
  if (count == 0) return;
  view.subject = std::clamp(view.subject, 0, count - 1);
  ImGui::SetNextItemWidth(ui.px(122));
  const bool open = ImGui::BeginCombo("##when", subject_name(ui, facts, view.subject).c_str());
  note_widget(ui, "station.when", true, subject_name(ui, facts, view.subject));
  if (open) {
    for (int i = 0; i < count; ++i) {
      ImGui::PushID(i);
      if (ImGui::Selectable(subject_name(ui, facts, i).c_str(), i == view.subject)) {
        view.subject = i;
        view.limit.clear();
      }
      note_widget(ui, "station.when." + std::to_string(i), true, subject_name(ui, facts, i));
      ImGui::PopID();
    }
    ImGui::EndCombo();
  }
  if (view.subject >= static_cast<int>(facts.subjects.size())) return;
  const TriggerSubject& subject = facts.subjects[static_cast<std::size_t>(view.subject)];
  ImGui::SameLine();
  if (push_button(ui, "station.above", view.above ? ui("station.above"_word) : ui("station.below"_word)))
    view.above = !view.above;
  ImGui::SameLine();
  const std::string hint = number_text(0.5 * (subject.low + subject.high), subject.format);
  text_entry(ui, "station.limit", view.limit, 64.0f, hint.c_str());
  ImGui::SameLine();
  quiet_text(ui, subject.format.printed.c_str());
}

std::optional<scenario::Condition> chosen_condition(const StationView& view, const StationFacts& facts) {
  scenario::Condition when;
  if (view.subject < static_cast<int>(facts.subjects.size())) {
    const TriggerSubject& subject = facts.subjects[static_cast<std::size_t>(view.subject)];
    const std::optional<double> typed = typed_number(view.limit);
    if (!typed && !view.limit.empty()) return {};
    const double limit = typed ? si_number(*typed, subject.format) : 0.5 * (subject.low + subject.high);
    when.kind = view.above ? scenario::ConditionKind::above : scenario::ConditionKind::below;
    when.subject.name = subject.name;
    (view.above ? when.low : when.high) = limit;
    return when;
  }
  const TriggerFact& fact = facts.facts[static_cast<std::size_t>(view.subject) - facts.subjects.size()];
  when.kind = fact.kind;
  when.name = fact.name;
  return when;
}

/// The last answer to an order of the station's; nothing if it was done.
const Text* last_refusal(const ScreenState& screen) {
  if (screen.replies.empty()) return nullptr;
  const Reply& reply = screen.replies.back();
  for (const char* verb : {"malfunction", "clear", "field", "message", "restore", "snapshot"})
    if (reply.verb == verb) return reply.refusal ? &*reply.refusal : nullptr;
  return nullptr;
}

void complaint_line(Ui& ui) {
  const StationView& view = ui.view.own<StationView>();
  const Text* refusal = last_refusal(ui.screen);
  if (view.complaint.empty() && refusal == nullptr) return;
  const std::string text = view.complaint.empty() ? ui(*refusal) : view.complaint;
  wrapped_text(ui, ("! " + text).c_str());
  note_widget(ui, "station.refusal", true, text);
}

/// Size, ramp, trigger and length of what is chosen, and the button that orders it.
void order_form(Ui& ui, const MalfunctionTarget& target) {
  StationView& view = ui.view.own<StationView>();
  const StationFacts& facts = *ui.screen.station->facts;
  ImGui::TextUnformatted(target.name.c_str());
  quiet_paragraph(ui, ui(target.says));
  view.kind = std::clamp(view.kind, 0, static_cast<int>(target.kinds.size()) - 1);
  float left = ImGui::GetContentRegionAvail().x;
  for (int i = 0; i < static_cast<int>(target.kinds.size()); ++i) {
    const char* says = ui(target.kinds[static_cast<std::size_t>(i)].says);
    const float width = ImGui::CalcTextSize(says).x + ui.px(18);
    if (i > 0 && width < left) ImGui::SameLine(0.0f, ui.px(3));
    if (i == 0 || width >= left) left = ImGui::GetContentRegionAvail().x;
    left -= width;
    if (push_button(ui, "station.kind." + std::to_string(i), says, {.chosen = i == view.kind, .small = true}))
      choose_kind(view, target, i);
  }
  const MalfunctionKind& kind = target.kinds[static_cast<std::size_t>(view.kind)];
  constexpr float kLabels = 92.0f;
  bool readable = true;
  if (kind.has_value) {
    const float low = static_cast<float>(shown_number(kind.low, kind.format));
    const float high = static_cast<float>(shown_number(kind.high, kind.format));
    const std::string format = "%." + std::to_string(kind.format.decimals) + "f " +
                               (kind.format.printed == "%" ? std::string("%%") : kind.format.printed);
    ImGui::SetNextItemWidth(ImGui::GetContentRegionAvail().x);
    ImGui::PushStyleVar(ImGuiStyleVar_GrabMinSize, ui.px(14));
    ImGui::PushStyleColor(ImGuiCol_SliderGrab, palette::kIdle);
    ImGui::PushStyleColor(ImGuiCol_SliderGrabActive, palette::kFaint);
    ImGui::SliderFloat("##severity", &view.value, low, high, format.c_str(), ImGuiSliderFlags_AlwaysClamp);
    ImGui::PopStyleColor(2);
    ImGui::PopStyleVar();
    note_widget(ui, "station.severity", true, plain_number(static_cast<double>(view.value), kind.format.decimals));
  }
  double ramp = 0.0, every = 0.0, after = 0.0;
  const auto take = [&](const std::optional<double>& number, double& to) {
    if (number) to = *number;
    readable &= number.has_value();
  };
  if (kind.grows) take(seconds_row(ui, "ramp", "station.ramp"_word, view.ramp, kLabels), ramp);
  if (kind.repeats) take(seconds_row(ui, "every", "station.every"_word, view.every, kLabels), every);
  view.trigger =
      tab_row(ui, "station.trigger", {ui("station.now"_word), ui("station.after_a_time"_word), ui("station.when"_word)},
              view.trigger);
  if (view.trigger == 2) when_row(ui, facts);
  if (view.trigger > 0) take(seconds_row(ui, "after", "station.after"_word, view.after, kLabels), after);
  std::optional<double> lasts = seconds_row(ui, "lasts", "station.lasts"_word, view.lasts, kLabels);
  readable &= lasts.has_value() || view.lasts.empty();

  if (push_button(ui, "station.order", ui("station.order"_word), {.enabled = !ui.screen.ended()})) {
    MalfunctionOrder asked = order_of(target, kind, si_number(static_cast<double>(view.value), kind.format));
    asked.ramp = ramp;
    asked.effect.duration = every;
    asked.after = after;
    asked.lasts = lasts;
    if (view.trigger == 2) {
      asked.when = chosen_condition(view, facts);
      readable &= asked.when.has_value();
    }
    view.complaint = readable ? std::string() : ui("face.not_a_number"_word);
    if (readable) ui.run.command(malfunction_command(asked));
  }
  complaint_line(ui);
}

/// Lamp of a malfunction: filled as far as it has grown, a ring while it waits, faint when it is over.
void lamp(Ui& ui, const MalfunctionLine& line) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImVec2 place = ImGui::GetCursorScreenPos();
  const float height = ImGui::GetFrameHeight(), w = ui.px(12);
  const ImVec2 low{place.x, place.y + 0.5f * (height - w)}, high{place.x + w, low.y + w};
  list.AddRectFilled(low, high, palette::kSheet);
  if (line.look == MalfunctionLook::acting)
    list.AddRectFilled({low.x, high.y - static_cast<float>(line.grown) * w}, high, palette::kText);
  list.AddRect(low, high, line.look == MalfunctionLook::ended ? palette::kFaint : palette::kText, 0.0f, 0, ui.px(1.2f));
  ImGui::Dummy({w, height});
}

std::string state_of(const Ui& ui, const MalfunctionLine& line) {
  switch (line.look) {
    case MalfunctionLook::waiting:
      return ui("station.waits"_word);
    case MalfunctionLook::acting: {
      std::string text = ui("station.acts_since"_word, {clock_text(line.began)});
      if (line.grown < 1.0) text = ui("text.and"_word, {text, plain_number(100.0 * line.grown, 0) + " %"});
      return text;
    }
    case MalfunctionLook::ended:
      break;
  }
  if (line.began < 0.0) return ui("station.cleared_before"_word);
  return clock_text(line.began) + " - " + clock_text(line.ended);
}

}  // namespace

void station_composer(Ui& ui) {
  StationView& view = ui.view.own<StationView>();
  ImGui::TextUnformatted(ui("station.new_malfunction"_word));
  ImGui::SameLine();
  const int before = view.group;
  view.group = tab_row(ui, "station.group",
                       {ui("station.group_plant"_word), ui("station.group_instruments"_word),
                        ui("station.group_handles"_word), ui("station.group_interlocks"_word)},
                       view.group);
  if (view.group != before) view.target.clear();
  const ImVec2 room = ImGui::GetContentRegionAvail();
  const float list = std::floor(0.42f * room.x);
  ImGui::BeginGroup();
  text_entry(ui, "station.filter", view.filter, list / ui.scale, ui("station.filter"_word));
  target_list(ui, {list, std::max(ui.px(60), ImGui::GetContentRegionAvail().y)});
  ImGui::EndGroup();
  ImGui::SameLine();
  ImGui::BeginChild("order", {0.0f, room.y});
  if (const MalfunctionTarget* target = chosen_target(*ui.screen.station, view)) {
    order_form(ui, *target);
  } else {
    quiet_paragraph(ui, ui("station.choose_target"_word));
    complaint_line(ui);
  }
  ImGui::EndChild();
}

void station_malfunctions(Ui& ui) {
  const StationState& station = *ui.screen.station;
  const bool any =
      std::any_of(station.malfunctions.begin(), station.malfunctions.end(),
                  [](const MalfunctionLine& line) { return !line.of_lab && line.look != MalfunctionLook::ended; });
  ImGui::TextUnformatted(ui("station.malfunctions"_word));
  const char* all = ui("station.clear_all"_word);
  ImGui::SameLine(ImGui::GetContentRegionMax().x - ImGui::CalcTextSize(all).x - ui.px(16));
  if (push_button(ui, "station.clear_all", all, {.enabled = any && !ui.screen.ended()})) order(ui, "clear", "all");
  if (!ImGui::BeginTable("lines", 4,
                         ImGuiTableFlags_BordersInnerH | ImGuiTableFlags_ScrollY | ImGuiTableFlags_SizingFixedFit))
    return;
  ImGui::TableSetupColumn("lamp");
  ImGui::TableSetupColumn("says", ImGuiTableColumnFlags_WidthStretch);
  ImGui::TableSetupColumn("state", ImGuiTableColumnFlags_WidthFixed, ui.px(118));
  ImGui::TableSetupColumn("clear");
  for (const MalfunctionLine& line : station.malfunctions) {
    const std::string name = "station.malfunction." + line.name;
    ImGui::TableNextRow();
    ImGui::TableNextColumn();
    lamp(ui, line);
    ImGui::TableNextColumn();
    const bool over = line.look == MalfunctionLook::ended;
    ImGui::PushStyleColor(ImGuiCol_Text, over ? palette::kQuiet : palette::kText);
    ImGui::AlignTextToFramePadding();
    const std::string whose = line.of_lab ? ui("station.of_the_lab"_word) + (" " + line.name) : line.name;
    wrapped_text(ui, ui("text.says"_word, {whose, ui(line.says)}).c_str());
    ImGui::PopStyleColor();
    note_widget(ui, name, true, ui(line.says));
    if (!line.trigger.empty()) {
      const std::string trigger = ui("text.says"_word, {ui("station.waits"_word), ui(line.trigger)});
      quiet_paragraph(ui, trigger.c_str());
      note_widget(ui, name + ".trigger", true, trigger);
    }
    ImGui::TableNextColumn();
    const std::string state = state_of(ui, line);
    quiet_paragraph(ui, state.c_str());
    note_widget(ui, name + ".state", true, state);
    ImGui::TableNextColumn();
    if (line.may_start &&
        push_button(ui, name + ".start", ui("station.start"_word), {.enabled = !ui.screen.ended(), .small = true}))
      order(ui, "start_fault", line.name);
    if (line.may_start && line.may_stop) ImGui::SameLine(0.0f, ui.px(3));
    if (line.may_stop &&
        push_button(ui, name + ".stop", ui("station.stop"_word), {.enabled = !ui.screen.ended(), .small = true}))
      order(ui, "stop_fault", line.name);
    if (!line.of_lab && !over &&
        push_button(ui, name + ".clear", ui("station.clear"_word), {.enabled = !ui.screen.ended(), .small = true}))
      order(ui, "clear", line.name);
  }
  ImGui::EndTable();
}

}  // namespace stillhouse
