#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include <imgui.h>

namespace stillhouse {

/// What a frame offers to be clicked, by name: "toolbar.freeze", "face.LIC-101.auto". Filled anew each frame; tests
/// click by these names, and so may a reader for the blind.
class WidgetRegistry {
 public:
  struct Widget {
    ImVec2 low, high;  ///< corners, pixels
    bool enabled = true;
    std::string value;  ///< what it shows
    ImVec2 middle() const { return {0.5f * (low.x + high.x), 0.5f * (low.y + high.y)}; }
  };

  /// Where the keys can go: what answers to a click, in the order in which it is drawn, also beyond the edge of a list.
  struct Stop {
    std::string name;
    ImGuiID id = 0;
    ImVec2 low, high;
    ImGuiID window = 0;     ///< what scrolls with it
    bool seen = true;       ///< not beyond an edge
    bool in_popup = false;  ///< what is open above the screen has the keys alone
    bool types = false;     ///< text is typed into it
    ImVec2 middle() const { return {0.5f * (low.x + high.x), 0.5f * (low.y + high.y)}; }
  };

  void clear() {
    widgets_.clear();
    stops_.clear();
  }
  void add(const std::string& name, Widget widget) { widgets_[name] = std::move(widget); }
  void add(Stop stop) { stops_.push_back(std::move(stop)); }
  /// Null if there is none of that name in this frame.
  const Widget* find(const std::string& name) const {
    const auto place = widgets_.find(name);
    return place == widgets_.end() ? nullptr : &place->second;
  }
  const std::map<std::string, Widget>& all() const { return widgets_; }
  const std::vector<Stop>& stops() const { return stops_; }

  /// The stop that its list shall be scrolled to when it is drawn; empty: none.
  void want_seen(const std::string& name) { wanted_ = name; }
  const std::string& wanted() const { return wanted_; }

 private:
  std::map<std::string, Widget> widgets_;
  std::vector<Stop> stops_;
  std::string wanted_;
};

}  // namespace stillhouse
