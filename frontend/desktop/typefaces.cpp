#include "frontend/desktop/typefaces.h"

#include <cmath>
#include <stdexcept>

#include <imgui_freetype.h>

#include "frontend/presenter/screen_font.h"

namespace stillhouse {

namespace {

constexpr std::size_t kCodePoints = 0x10000;                      // the font has no more
constexpr float kSmall = 12.0f, kNormal = 14.0f, kLarge = 20.0f;  // points

}  // namespace

std::vector<char32_t> code_points(std::string_view text) {
  std::vector<char32_t> points;
  for (std::size_t i = 0; i < text.size();) {
    const auto first = static_cast<unsigned char>(text[i++]);
    int more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : first >= 0xC0 ? 1 : 0;
    char32_t point = more == 3 ? first & 0x07u : more == 2 ? first & 0x0Fu : more == 1 ? first & 0x1Fu : first;
    if (first >= 0x80 && more == 0) point = 0xFFFD;
    for (; more > 0 && i < text.size() && (static_cast<unsigned char>(text[i]) & 0xC0u) == 0x80u; --more)
      point = (point << 6) | (static_cast<unsigned char>(text[i++]) & 0x3Fu);
    points.push_back(more > 0 ? 0xFFFD : point);
  }
  return points;
}

const std::filesystem::path& Typefaces::file() {
  return screen_font();
}

Typefaces::Typefaces() : wanted_(kCodePoints, false) {
  if (!std::filesystem::exists(file()))
    throw std::runtime_error("the font " + file().string() +
                             " is missing; install the Debian package fonts-wqy-microhei");
  // Latin, and the signs that numbers and buttons use
  for (char32_t point = 0x20; point < 0x100; ++point) wanted_[point] = true;
  want("–—−×·°²³Δ→›…");
  for (const KeyedText& word : all_words()) want(word.text);
}

void Typefaces::want(std::string_view text) {
  for (const char32_t point : code_points(text)) {
    if (point < 0x80 || point >= kCodePoints || wanted_[point]) continue;
    wanted_[point] = true;
    changed_ = true;
  }
}

bool Typefaces::update(float scale) {
  if (!changed_ && scale == scale_) return false;
  changed_ = false;
  scale_ = scale;
  ranges_.clear();
  for (std::size_t point = 0x20; point < kCodePoints; ++point) {
    if (!wanted_[point]) continue;
    if (ranges_.empty() || static_cast<std::size_t>(ranges_.back()) + 1 != point) {
      ranges_.push_back(static_cast<ImWchar>(point));
      ranges_.push_back(static_cast<ImWchar>(point));
    }
    ranges_.back() = static_cast<ImWchar>(point);
  }
  ranges_.push_back(0);

  ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  atlas.Clear();
  atlas.FontBuilderIO = ImGuiFreeType::GetBuilderForFreeType();
  atlas.FontBuilderFlags = ImGuiFreeTypeBuilderFlags_LightHinting;
  const auto add = [&](float points) {
    const std::string path = file().string();
    ImFont* font = atlas.AddFontFromFileTTF(path.c_str(), std::floor(points * scale + 0.5f), nullptr, ranges_.data());
    if (font == nullptr) throw std::runtime_error("the font " + path + " cannot be read");
    return font;
  };
  fonts_.normal = add(kNormal);
  fonts_.small = add(kSmall);
  fonts_.large = add(kLarge);
  ImGui::GetIO().FontDefault = fonts_.normal;
  atlas.Build();
  return true;
}

void want_texts(Typefaces& typefaces, const ScreenState& screen) {
  typefaces.want(screen.lab->title);
  typefaces.want(screen.lab->notes);
  for (const TrendPen& pen : screen.lab->pens) typefaces.want(pen.label);
  for (const InstrumentFace& face : screen.instruments) typefaces.want(face.says);
  for (const ControllerFace& face : screen.controllers) typefaces.want(face.says);
  for (const HandleFace& face : screen.handles) typefaces.want(face.says);
  for (const InterlockFace& face : screen.interlocks) typefaces.want(face.says);
  for (const SequenceFace& face : screen.sequences) {
    typefaces.want(face.says);
    typefaces.want(face.state);
    typefaces.want(face.phase);
    for (const SequenceFace::Order& order : face.orders) typefaces.want(order.says);
  }
  for (const AlarmLine& line : screen.alarms) {
    typefaces.want(line.says);
    typefaces.want(line.response);
  }
  for (const TripLine& trip : screen.alarm_board.trips) {
    typefaces.want(trip.says);
    typefaces.want(trip.cause);
  }
  for (const TaskLine& line : screen.tasks) {
    typefaces.want(line.says);
    typefaces.want(line.hint);
  }
  const auto want_asked = [&](const AskedCondition& condition) {
    typefaces.want(condition.joined_by);
    for (const AskedPart& part : condition.parts) {
      typefaces.want(part.asked);
      typefaces.want(part.now);
    }
  };
  for (const StepConditions& step : screen.steps) {
    for (const Text& before : step.after) typefaces.want(before);
    want_asked(step.start);
    want_asked(step.done);
  }
  for (const NotebookEntry& entry : screen.notebook) typefaces.want(entry.reading + entry.text);
  for (const JournalLine& line : screen.journal) typefaces.want(line.text);
  for (const Reply& reply : screen.replies)
    if (reply.refusal) typefaces.want(*reply.refusal);
  typefaces.want(screen.failure);
  if (!screen.grade) return;
  if (screen.lessons)
    for (const Lesson& lesson : *screen.lessons) typefaces.want(lesson.says);
  typefaces.want(screen.grade->abort_reason);
  for (const Text& flag : screen.grade->flags) typefaces.want(flag);
  for (const CriterionGrade& criterion : screen.grade->criteria) {
    typefaces.want(criterion.title);
    for (const Evidence& evidence : criterion.evidence) {
      typefaces.want(evidence.text);
      typefaces.want(evidence.asked);
      typefaces.want(evidence.seen);
    }
  }
}

}  // namespace stillhouse
