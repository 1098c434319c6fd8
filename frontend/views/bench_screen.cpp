#include "frontend/views/bench_screen.h"

#include <algorithm>
#include <cmath>

#include "frontend/views/entries.h"
#include "frontend/views/line_breaks.h"
#include "frontend/views/palette.h"
#include "frontend/views/panels.h"
#include "frontend/views/sample_points.h"
#include "frontend/views/trend_axes.h"
#include "frontend/views/widgets.h"

namespace stillhouse {

namespace {

/// What the screen keeps for itself.
struct BenchView {
  int device = 0;     ///< instrument that samples are sent to
  int analysis = -1;  ///< shown; -1: the last
  std::string renew;  ///< "GC.column": asked whether it is to be replaced
};

const BenchFace::Device* chosen_device(const Ui& ui, const BenchFace& bench) {
  const int device = ui.view.own<BenchView>().device;
  if (bench.devices.empty()) return nullptr;
  return &bench.devices[static_cast<std::size_t>(std::clamp(device, 0, static_cast<int>(bench.devices.size()) - 1))];
}

void samples_content(Ui& ui) {
  const BenchFace& bench = *ui.screen.bench;
  const BenchFace::Device* device = chosen_device(ui, bench);
  ImGui::PushFont(ui.fonts.normal);
  ImGui::TextUnformatted(ui("bench.samples"_word));
  ImGui::PopFont();
  const float form = (4.6f + static_cast<float>(sample_point_lines(bench))) * ImGui::GetFrameHeightWithSpacing();
  ImGui::BeginChild("flasks", {0.0f, -form});
  for (const BenchFace::Flask& flask : bench.flasks) {
    const std::string name = "bench.sample." + flask.label;
    if (device) {
      if (push_button(ui, name + ".analyse", device->tag.c_str(), {.small = true}))
        ui.send("analyse", device->tag, 0.0, flask.label);
      ImGui::SameLine(0.0f, ui.px(6));
    }
    ImGui::AlignTextToFramePadding();
    ImGui::TextUnformatted(flask.label.c_str());
    note_widget(ui, name, true, flask.amount);
    ImGui::SameLine(0.0f, ui.px(8));
    std::string amount = flask.amount;
    if (flask.ready > ui.screen.time)
      amount = ui("text.and"_word, {amount, ui("bench.ready_at"_word) + (" " + clock_text(flask.ready))});
    quiet_text(ui, amount.c_str());
    if (flask.open && push_button(ui, name + ".close", ui("bench.close"_word), {.small = true}))
      ui.send("close", flask.label);
    if (!flask.says.empty()) quiet_paragraph(ui, ui(flask.says));
    if (!flask.how.empty()) quiet_paragraph(ui, flask.how.c_str());
    ImGui::Separator();
  }
  ImGui::EndChild();

  sample_points(ui, bench);

  // preparing
  const float width = ImGui::GetContentRegionAvail().x;
  text_entry(ui, "bench.prepare.label", ui("bench.label"_word), ui.px(90));
  ImGui::SameLine(0.0f, ui.px(6));
  bool go = push_button(ui, "bench.prepare", ui("bench.prepare"_word));
  go |= text_entry(ui, "bench.prepare.recipe", ui("bench.recipe"_word), width);
  const std::string label = ui.view.typed["bench.prepare.label"], recipe = ui.view.typed["bench.prepare.recipe"];
  if (go && !label.empty() && !recipe.empty()) ui.send("prepare", label, 0.0, recipe);
  refusal_line(ui, label);
}

void draw_curve(Ui& ui, const AnalysisPicture& picture, float height) {
  const ImVec2 place = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float left = place.x + ui.px(56), right = place.x + width - ui.px(10);
  const float top = place.y + ui.px(18), bottom = place.y + height - ui.px(20);
  list.AddRectFilled({left, top}, {right, bottom}, palette::kSheet);
  const auto x = [&](float value) {
    return left + (right - left) * (value - picture.left) / (picture.right - picture.left);
  };
  const float room = picture.marks.empty() ? 1.0f : 1.1f;  // for a mark on the highest peak
  const auto y = [&](float value) {
    return bottom - (bottom - top) * (value - picture.low) / (room * (picture.high - picture.low));
  };
  ImFont* font = ui.fonts.small;
  const auto text = [&](float at, float line, float anchor, const std::string& words) {
    const float wide = font->CalcTextSizeA(font->FontSize, 1e9f, 0.0f, words.c_str()).x;
    const float from = std::min(at - anchor * wide, place.x + width - wide);
    list.AddText(font, font->FontSize, {std::floor(from), std::floor(line)}, palette::kQuiet, words.c_str());
  };
  for (const double tick : value_ticks(picture.low, picture.high, 6)) {
    const float line = y(static_cast<float>(tick));
    list.AddLine({left, line}, {right, line}, palette::kGrid);
    text(left - ui.px(4), line - 0.5f * font->FontSize, 1.0f, rounded(tick, 6));
  }
  for (const double tick : value_ticks(picture.left, picture.right, 10)) {
    const float line = x(static_cast<float>(tick));
    list.AddLine({line, top}, {line, bottom}, palette::kGrid);
    text(line, bottom + ui.px(3), 0.5f, rounded(tick, 6));
  }
  list.AddRect({left, top}, {right, bottom}, palette::kFaint);
  text(left, place.y, 0.0f, ui(picture.up));
  text(right, place.y, 1.0f, ui(picture.along));

  std::vector<ImVec2> points;
  points.reserve(picture.curve.size());
  for (const auto& [along, up] : picture.curve) points.emplace_back(x(along), y(up));
  if (points.size() > 1)
    list.AddPolyline(points.data(), static_cast<int>(points.size()), palette::kPen[0], 0, ui.px(1.2f));
  // each mark stands on its peak; what would cover another is left out
  ImVec2 before{left - ui.px(30), bottom};
  for (const auto& [along, words] : picture.marks) {
    const float at = x(along);
    if (at > right) continue;
    float peak = bottom;
    for (const ImVec2& point : points)
      if (std::abs(point.x - at) < ui.px(3)) peak = std::min(peak, point.y);
    const float line = std::max(top, peak - font->FontSize - ui.px(1));
    if (at < before.x + ui.px(14) && std::abs(line - before.y) < font->FontSize) continue;
    text(at, line, 0.5f, words);
    before = {at, line};
  }
  ImGui::Dummy({width, height});
}

void result_table(Ui& ui, const AnalysisPicture& picture) {
  std::string numbers;
  for (const Text& line : picture.lines) numbers += (numbers.empty() ? "" : "    ") + std::string(ui(line));
  if (!numbers.empty()) quiet_paragraph(ui, numbers.c_str());
  for (const Text& message : picture.messages) quiet_paragraph(ui, ui(message));
  const int columns = static_cast<int>(picture.heads.size()) + 1;
  if (picture.rows.empty() || columns < 2) return;
  if (!ImGui::BeginTable("results", columns,
                         ImGuiTableFlags_BordersInnerH | ImGuiTableFlags_SizingFixedFit | ImGuiTableFlags_ScrollX))
    return;
  ImGui::TableNextRow();
  ImGui::TableNextColumn();
  for (const Text& head : picture.heads) {
    ImGui::TableNextColumn();
    quiet_text(ui, ui(head));
  }
  for (const std::vector<std::string>& row : picture.rows) {
    ImGui::TableNextRow();
    for (const std::string& text : row) {
      ImGui::TableNextColumn();
      ImGui::TextUnformatted(text.c_str());
    }
  }
  ImGui::EndTable();
}

/// A button for each part that can be replaced; since that takes time and costs, a second click says that it is meant.
void parts_of_device(Ui& ui, const BenchFace::Device& device) {
  BenchView& view = ui.view.own<BenchView>();
  bool first = true;
  for (const BenchFace::Device::Part& part : device.parts) {
    if (!first) ImGui::SameLine(0.0f, ui.px(6));
    first = false;
    const std::string whole = device.tag + "." + part.name, name = "bench.replace." + whole;
    const std::string label = ui("bench.replace"_word, {ui(part.title)});
    if (view.renew != whole) {
      if (push_button(ui, name, label.c_str(), {.small = true})) view.renew = whole;
      continue;
    }
    ImGui::AlignTextToFramePadding();
    quiet_text(ui, (label + " (" + part.takes + ")?").c_str());
    ImGui::SameLine(0.0f, ui.px(6));
    if (push_button(ui, name + ".yes", ui("bench.replace.yes"_word), {.small = true})) {
      ui.send("replace", device.tag, 0.0, part.name);
      view.renew.clear();
    }
    ImGui::SameLine(0.0f, ui.px(4));
    if (push_button(ui, name + ".no", ui("alarms.cancel"_word), {.small = true})) view.renew.clear();
  }
}

void device_content(Ui& ui) {
  const BenchFace& bench = *ui.screen.bench;
  BenchView& view = ui.view.own<BenchView>();
  for (std::size_t i = 0; i < bench.devices.size(); ++i) {
    if (i > 0) ImGui::SameLine(0.0f, ui.px(4));
    const bool chosen = &bench.devices[i] == chosen_device(ui, bench);
    if (push_button(ui, "bench.device." + bench.devices[i].tag, bench.devices[i].tag.c_str(), {.chosen = chosen}))
      view.device = static_cast<int>(i);
  }
  const BenchFace::Device* device = chosen_device(ui, bench);
  if (!device) return;
  ImGui::SameLine(0.0f, ui.px(10));
  std::string cost = std::string(ui("bench.cost"_word)) + " " + rounded(bench.cost, 4);
  if (bench.money > 0.0) cost += " / " + rounded(bench.money, 5);
  quiet_text(ui, cost.c_str());
  note_widget(ui, "bench.cost", true, cost);
  quiet_paragraph(ui, ui(device->says));
  quiet_paragraph(ui, device->method.c_str());
  if (!device->condition.empty()) {
    quiet_paragraph(ui, device->condition.c_str());
    note_widget(ui, "bench.condition", true, device->condition);
  }
  // settings are typed as they stand above: the first two as an example
  const std::size_t second = device->method.find(", ");
  const std::string example =
      device->method.substr(0, second == std::string::npos ? second : device->method.find(", ", second + 2));
  const float button = ui.px(80);
  bool set = text_entry(ui, "bench.method." + device->tag, example.c_str(), ImGui::GetContentRegionAvail().x - button);
  ImGui::SameLine(0.0f, ui.px(6));
  set |= push_button(ui, "bench.method." + device->tag + ".set", ui("face.apply"_word));
  std::string& method = ui.view.typed["bench.method." + device->tag];
  if (set && !method.empty()) {
    ui.send("method", device->tag, 0.0, method);
    method.clear();
  }
  parts_of_device(ui, *device);
  refusal_line(ui, device->tag);
  std::string queue = std::string(ui("bench.idle"_word));
  if (!device->running.empty())
    queue = std::string(ui("bench.runs"_word)) + " " + device->running + "  " + clock_text(device->ends);
  else if (device->back > ui.screen.time)
    queue = std::string(ui("bench.replacing"_word)) + " " + clock_text(device->back);
  if (!device->queue.empty()) {
    queue += "   " + std::string(ui("bench.waiting"_word)) + ":";
    for (const std::string& label : device->queue) queue += " " + label;
  }
  quiet_paragraph(ui, queue.c_str());
  note_widget(ui, "bench.queue", true, queue);
  ImGui::Separator();

  // finished analyses, and the chosen one
  if (bench.analyses.empty()) {
    quiet_text(ui, ui("samples.no_results"_word));
    return;
  }
  const int last = static_cast<int>(bench.analyses.size()) - 1;
  if (view.analysis > last) view.analysis = -1;
  const int shown_one = view.analysis < 0 ? last : view.analysis;
  if (push_button(ui, "bench.analysis.before", "<", {.enabled = shown_one > 0, .small = true}))
    view.analysis = shown_one - 1;
  ImGui::SameLine(0.0f, ui.px(4));
  if (push_button(ui, "bench.analysis.after", ">", {.enabled = shown_one < last, .small = true}))
    view.analysis = shown_one + 1 == last ? -1 : shown_one + 1;
  ImGui::SameLine(0.0f, ui.px(8));
  const AnalysisPicture& picture = *bench.analyses[static_cast<std::size_t>(shown_one)];
  ImGui::AlignTextToFramePadding();
  ImGui::TextUnformatted(picture.title.c_str());
  note_widget(ui, "bench.analysis", true, picture.title);
  ImGui::SameLine(0.0f, ui.px(8));
  quiet_text(ui, (clock_text(picture.started) + " – " + clock_text(picture.ended)).c_str());
  if (!picture.curve.empty()) draw_curve(ui, picture, std::max(ui.px(90), 0.45f * ImGui::GetContentRegionAvail().y));
  ImGui::BeginChild("results_of_one");
  result_table(ui, picture);
  ImGui::EndChild();
}

void question_content(Ui& ui) {
  const BenchFace& bench = *ui.screen.bench;
  ImGui::TextUnformatted(ui("bench.questions"_word));
  ImGui::BeginChild("questions");
  for (const BenchFace::Ask& ask : bench.questions) {
    const std::string name = "bench.answer." + ask.id;
    wrapped_text(ui, ui(ask.says));
    bool go = text_entry(ui, name, ask.printed.c_str(), ui.px(74));
    if (ask.wants_uncertainty) {
      ImGui::SameLine(0.0f, ui.px(4));
      go |= text_entry(ui, name + ".u", ui("bench.uncertainty"_word), ui.px(60));
    }
    ImGui::SameLine(0.0f, ui.px(6));
    go |= push_button(ui, name + ".give", ui("bench.answer"_word), {.enabled = ask.open});
    std::string& typed = ui.view.typed[name];
    if (go && ask.open && !typed.empty()) {
      if (const std::optional<double> number = typed_number(typed)) {
        ui.view.complaint.erase(ask.id);
        ui.send("answer", ask.id, answer_value(ask, *number), ui.view.typed[name + ".u"]);
        typed.clear();
      } else {
        ui.view.complaint[ask.id] = ui("face.not_a_number"_word);
      }
    }
    if (!ask.given.empty()) {
      quiet_text(ui, ask.given.c_str());
      note_widget(ui, name + ".given", true, ask.given);
    }
    refusal_line(ui, ask.id);
    ImGui::Separator();
  }
  ImGui::EndChild();
}

/// Names and sentences of the bench are in none of the files that typefaces are made for.
void add_letters(Ui& ui, const BenchFace& bench) {
  for (const BenchFace::Device& device : bench.devices) {
    ui.letters += device.says.zh;
    for (const BenchFace::Device::Part& part : device.parts) ui.letters += part.title.zh;
  }
  for (const BenchFace::Flask& flask : bench.flasks) ui.letters += flask.says.zh + flask.label;
  for (const BenchFace::Point& point : bench.points) ui.letters += point.says.zh;
  for (const BenchFace::Ask& ask : bench.questions) ui.letters += ask.says.zh;
  for (const auto& analysis : bench.analyses) {
    for (const auto* texts : {&analysis->messages, &analysis->heads, &analysis->lines})
      for (const Text& text : *texts) ui.letters += text.zh;
    ui.letters += analysis->along.zh + analysis->up.zh;
  }
}

}  // namespace

void bench_screen(Ui& ui) {
  const auto [low, high] = screen_area(ui);
  if (!ui.screen.bench) {
    ImGui::SetCursorScreenPos({low.x + ui.px(12), low.y + ui.px(12)});
    quiet_text(ui, ui("bench.none"_word));
    return;
  }
  add_letters(ui, *ui.screen.bench);
  const float gap = ui.px(6), width = high.x - low.x - 2.0f * gap;
  const float first = std::floor(low.x + 0.27f * width), second = std::floor(low.x + 0.77f * width);
  panel(ui, "bench_samples", low, {first, high.y}, samples_content);
  panel(ui, "bench_device", {first + gap, low.y}, {second, high.y}, device_content);
  panel(ui, "bench_questions", {second + gap, low.y}, high, question_content);
}

}  // namespace stillhouse
