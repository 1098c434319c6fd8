#pragma once

#include <map>
#include <string>

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

  void clear() { widgets_.clear(); }
  void add(const std::string& name, Widget widget) { widgets_[name] = std::move(widget); }
  /// Null if there is none of that name in this frame.
  const Widget* find(const std::string& name) const {
    const auto place = widgets_.find(name);
    return place == widgets_.end() ? nullptr : &place->second;
  }
  const std::map<std::string, Widget>& all() const { return widgets_; }

 private:
  std::map<std::string, Widget> widgets_;
};

}  // namespace stillhouse
