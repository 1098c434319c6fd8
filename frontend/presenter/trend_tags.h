#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "frontend/presenter/screen_state.h"

namespace stillhouse {

/// A row of the list that pens are taken from: one signal, or the three of a controller together.
struct TagRow {
  enum class Kind { controller, reading, sample, handle, truth };
  Kind kind = Kind::reading;
  std::string tag;  ///< "TIC-110" with its three pens, "TI-112"
  Text says;
  std::vector<int> pens;  ///< positions in LabFacts::pens
};

/// Rows for a person who looks for `filter` in tag or sentence (any case, empty: all). Controllers come first, then
/// instruments, samples, handles, set-points and outputs one by one. What is the plant's truth comes last, and only
/// when the run has ended.
std::vector<TagRow> tag_rows(const ScreenState& screen, std::string_view filter);

/// A choice of pens that is kept under a name.
struct PenGroup {
  std::string name;
  std::vector<std::string> tags;
};

/// Keeps the pens under a name, replacing a group of that name. A name of nothing but spaces is not taken.
void keep_group(std::vector<PenGroup>& groups, std::string name, const LabFacts& lab, const std::vector<int>& pens);
/// Pens of a group that the lab has.
std::vector<int> pens_of(const PenGroup& group, const ScreenState& screen);

}  // namespace stillhouse
