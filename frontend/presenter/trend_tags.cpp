#include "frontend/presenter/trend_tags.h"

#include <algorithm>
#include <cctype>

namespace stillhouse {

namespace {

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& letter : result) letter = static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
  return result;
}

bool found(const std::string& wanted, const std::string& tag, const Text& says) {
  return wanted.empty() || lower(tag).find(wanted) != std::string::npos ||
         lower(says.en).find(wanted) != std::string::npos || says.zh.find(wanted) != std::string::npos;
}

TagRow::Kind kind_of(PenKind kind) {
  switch (kind) {
    case PenKind::reading:
      return TagRow::Kind::reading;
    case PenKind::sample:
      return TagRow::Kind::sample;
    case PenKind::truth:
      return TagRow::Kind::truth;
    case PenKind::setpoint:
    case PenKind::output:
    case PenKind::position:
      break;
  }
  return TagRow::Kind::handle;
}

}  // namespace

std::vector<TagRow> tag_rows(const ScreenState& screen, std::string_view filter) {
  const std::string wanted = lower(filter);
  std::vector<TagRow> rows;
  for (const ControllerFace& face : screen.controllers) {
    TagRow row{TagRow::Kind::controller, face.tag, face.says, {}};
    for (const int pen : {face.pen, face.setpoint_pen, face.output_pen})
      if (pen >= 0) row.pens.push_back(pen);
    if (!row.pens.empty() && found(wanted, row.tag, row.says)) rows.push_back(std::move(row));
  }
  const auto singles = static_cast<std::ptrdiff_t>(rows.size());
  const std::vector<TrendPen>& pens = screen.lab->pens;
  for (std::size_t i = 0; i < pens.size(); ++i) {
    if (pens[i].kind == PenKind::truth && !screen.ended()) continue;
    if (found(wanted, pens[i].tag, pens[i].label))
      rows.push_back({kind_of(pens[i].kind), pens[i].tag, pens[i].label, {static_cast<int>(i)}});
  }
  std::stable_sort(rows.begin() + singles, rows.end(),
                   [](const TagRow& a, const TagRow& b) { return a.kind < b.kind; });
  return rows;
}

void keep_group(std::vector<PenGroup>& groups, std::string name, const LabFacts& lab, const std::vector<int>& pens) {
  const std::size_t first = name.find_first_not_of(' ');
  if (first == std::string::npos || pens.empty()) return;
  name = name.substr(first, name.find_last_not_of(' ') + 1 - first);
  PenGroup group{std::move(name), {}};
  for (const int pen : pens) group.tags.push_back(lab.pens[static_cast<std::size_t>(pen)].tag);
  const auto old = std::find_if(groups.begin(), groups.end(), [&](const PenGroup& g) { return g.name == group.name; });
  if (old != groups.end()) {
    *old = std::move(group);
  } else {
    groups.push_back(std::move(group));
  }
}

std::vector<int> pens_of(const PenGroup& group, const ScreenState& screen) {
  std::vector<int> pens;
  for (const std::string& tag : group.tags) {
    const int pen = pen_of(*screen.lab, tag);
    if (pen < 0) continue;
    if (screen.lab->pens[static_cast<std::size_t>(pen)].kind == PenKind::truth && !screen.ended()) continue;
    pens.push_back(pen);
  }
  return pens;
}

}  // namespace stillhouse
