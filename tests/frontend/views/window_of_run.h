#pragma once

#include <memory>
#include <string>
#include <utility>

#include <gtest/gtest.h>

#include "frontend/presenter/runner.h"
#include "tests/frontend/views/headless_screen.h"

namespace stillhouse {

/// A run with a window on it; whatever is wished is carried out at once.
class WindowOfRun : public testing::Test {
 protected:
  WindowOfRun(std::unique_ptr<Session> session, Role role, const char* screen)
      : runner_(std::move(session), {.station = role == Role::instructor}), window_(*runner_.screen()) {
    if (role == Role::instructor)
      window_.control = &runner_.instructor();
    else
      window_.control = &runner_;
    window_.role = role;
    window_.view.screen = screen;
    window_.draw(3);
  }

  void click(const std::string& name) {
    window_.click(name);
    look();
  }
  void type(const std::string& name, const std::string& text) {
    window_.click(name);
    window_.type(text);
  }
  void look() {
    runner_.attend();
    window_.screen = *runner_.screen();
    window_.draw(2);
  }
  const Session& session() const { return runner_.session(); }

  Runner runner_;
  HeadlessScreen window_;
};

}  // namespace stillhouse
