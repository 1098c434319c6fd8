#include "frontend/desktop/window.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <string_view>

#include "frontend/desktop/graphics.h"
#include "frontend/desktop/layout.h"
#include "frontend/desktop/theme.h"
#include "frontend/desktop/typefaces.h"

namespace stillhouse {

namespace {

constexpr double kIdleWait = 0.5;      // s: marks flash once a second, and nothing else moves by itself
constexpr double kSettleWait = 0.015;  // s
constexpr int kSettleFrames = 3;  // after input: what opens or grows is measured in one frame and drawn in the next

/// Chinese if the environment asks for it, as POSIX has it: the first of these that is not empty counts.
Language language_of_environment() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (value != nullptr && *value != '\0')
      return std::string_view(value).starts_with("zh") ? Language::zh : Language::en;
  }
  return Language::en;
}

/// What the window keeps between frames.
struct Shop {
  Graphics& graphics;
  Typefaces typefaces;
  ViewState view;
  WidgetRegistry widgets;
  float scale = 0.0f;
  std::shared_ptr<const ScreenState> shown;
};

/// One frame of the newest state.
bool draw(Shop& shop, Runner& runner, const std::string& png = {}) {
  const std::shared_ptr<const ScreenState> screen = runner.screen();
  if (screen != shop.shown) want_texts(shop.typefaces, *screen);
  shop.shown = screen;
  const float scale = scale_of(shop.graphics.width(), shop.graphics.height());
  if (scale != shop.scale) apply_theme(scale);
  shop.scale = scale;
  if (shop.typefaces.update(scale)) shop.graphics.reload_letters();

  shop.graphics.begin_frame();
  Ui ui{*screen, runner, shop.view, shop.widgets, shop.typefaces.fonts(), scale, ImGui::GetTime()};
  if (!png.empty()) ui.blink = 0.0;  // a picture shows marks in their bright half
  draw_screen(ui);
  return shop.graphics.end_frame(png);
}

int take_picture(Shop& shop, Runner& runner, const std::string& png) {
  shop.view.trend.length = std::max(600.0, runner.screen()->time);
  // the first frames measure: tables and wrapped texts settle
  for (int i = 0; i < 3; ++i) draw(shop, runner);
  if (!draw(shop, runner, png)) {
    std::fprintf(stderr, "stillhouse: cannot write %s\n", png.c_str());
    return 1;
  }
  return 0;
}

int stay(Shop& shop, Runner& runner) {
  runner.on_publish(&Graphics::wake);
  runner.start();
  int unsettled = kSettleFrames;
  while (!shop.graphics.wants_to_close()) {
    const bool came = shop.graphics.wait(unsettled > 0 ? kSettleWait : kIdleWait);
    unsettled = came ? kSettleFrames : unsettled - 1;
    if (const std::string failure = runner.failure(); !failure.empty()) {
      std::fprintf(stderr, "stillhouse: the run stopped: %s\n", failure.c_str());
      return 1;
    }
    draw(shop, runner);
  }
  return 0;
}

}  // namespace

int open_window(WindowOptions options) {
  try {
    const Language language = options.language.value_or(language_of_environment());
    const bool interactive = !options.screenshot;
    const std::string title = say(options.session->lab().title, language) + " - Stillhouse";
    Graphics graphics(title.c_str(), options.width, options.height, interactive);

    Runner runner(std::move(options.session), {.source = std::move(options.player)});
    runner.relive(options.past, options.past_scans);
    runner.tell(options.sink);
    runner.run_until(options.at);

    Shop shop{graphics, {}, {}, {}, 0.0f, nullptr};
    shop.view.language = language;
    shop.view.selected = options.selected;
    choose_first_pens(shop.view, *runner.screen());
    const int code = interactive ? stay(shop, runner) : take_picture(shop, runner, *options.screenshot);
    runner.stop();
    return code;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "stillhouse: %s\n", error.what());
    return 1;
  }
}

}  // namespace stillhouse
