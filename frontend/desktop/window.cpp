#include "frontend/desktop/window.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <fstream>
#include <string_view>
#include <utility>

#include "frontend/desktop/graphics.h"
#include "frontend/desktop/screen_services.h"
#include "frontend/desktop/theme.h"
#include "frontend/desktop/typefaces.h"
#include "frontend/presenter/runner.h"
#include "frontend/views/preview_screen.h"
#include "frontend/views/review_parts.h"
#include "frontend/views/screens.h"
#include "frontend/views/start_screen.h"

namespace stillhouse {

namespace {

constexpr double kIdleWait = 0.5;      // s: marks flash once a second, and nothing else moves by itself
constexpr double kSettleWait = 0.015;  // s
constexpr const char* kExports = "stillhouse-exports";  // in the present folder, as run files are
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

/// A run that is open in the window, and who keeps it.
class RunAtHand {
 public:
  RunAtHand(OpenedRun opened, Role role)
      : sink_(std::move(opened.sink)),
        runner(std::move(opened.session), {.source = std::move(opened.player),
                                           .station = role == Role::instructor,
                                           .model = std::move(opened.model)}) {
    runner.relive(opened.past, opened.past_scans);
    runner.tell(sink_.get());
  }

 private:
  std::unique_ptr<RunSink> sink_;  // first: it outlives the runner

 public:
  Runner runner;
};

/// Keeps what a screen asks of the program until the frame is over.
class DeskWishes final : public DeskControl {
 public:
  void open_run(RunOrder order) override { order_ = std::move(order); }
  void leave_run() override { leaves_ = true; }
  std::function<void()> waker() const override { return &Graphics::wake; }

  std::optional<RunOrder> take_order() { return std::exchange(order_, std::nullopt); }
  bool take_leave() { return std::exchange(leaves_, false); }

 private:
  std::optional<RunOrder> order_;
  bool leaves_ = false;
};

/// What a window shows that has no run.
std::shared_ptr<const ScreenState> no_state() {
  auto state = std::make_shared<ScreenState>();
  state->lab = std::make_shared<const LabFacts>();
  return state;
}

/// The window's contents between frames.
class Desk {
 public:
  Desk(Graphics& graphics, WindowOptions options)
      : graphics_(graphics),
        door_(std::move(options.door)),
        zoom_(static_cast<float>(options.zoom)),
        services_(kExports, !options.screenshot) {
    view_.language = options.language.value_or(language_of_environment());
    role_ = options.role;
    view_.selected = options.selected;
    review_ = options.review;
    view_.own<ReviewSeat>().desk = std::move(options.review);
    review_at_ = options.at;
    listed_ = options.widgets;
    if (options.run) take_up(std::move(*options.run), options.at);
    if (!options.preview.empty()) view_.own<PreviewView>().watch(options.preview);
    if (options.screen.empty()) return;
    view_.screen = options.screen;
    view_.saw_report = true;  // the result does not come in between
  }
  ~Desk() { close_run(); }
  Desk(const Desk&) = delete;
  Desk& operator=(const Desk&) = delete;

  void draw(const std::string& png = {}) {
    const std::shared_ptr<const ScreenState> screen = run_ ? run_->runner.screen() : no_run_;
    if (screen != shown_) want_texts(typefaces_, *screen);
    shown_ = screen;
    if (const auto looked_at = review_screen_state(); looked_at != looked_at_) {
      if (looked_at) want_texts(typefaces_, *looked_at);
      looked_at_ = looked_at;
    }
    typefaces_.want(letters_);
    letters_.clear();
    const float scale = zoom_ * scale_of(graphics_.width(), graphics_.height());
    if (scale != scale_) apply_theme(scale);
    scale_ = scale;
    if (typefaces_.update(scale)) graphics_.reload_letters();

    graphics_.begin_frame();
    RunControl& control = control_of_run();
    Ui ui{*screen, control, wishes_, view_, widgets_, letters_, typefaces_.fonts(), scale, ImGui::GetTime()};
    ui.has_run = run_ != nullptr && !hides_run_;
    ui.role = role_;
    if (!png.empty()) ui.blink = 0.0;  // a picture shows marks in their bright half
    if (const int key = Graphics::function_key(); key >= 0) go_to_screen(ui, key);
    draw_screens(ui);
    services_.before_end(view_, graphics_);
    written_ = graphics_.end_frame(png);
    services_.after_end(view_, *screen, graphics_);
    list_widgets();
    carry_out();
  }

  int take_picture(const std::string& png) {
    if (run_) view_.trend.length = std::max(600.0, run_->runner.screen()->time);
    if (review_) settle_review();
    if (const PreviewView& preview = view_.own<PreviewView>(); preview.watched) preview.watched->wait();
    if (view_.screen == "start") settle_start_page(view_);
    // the first frames measure: tables and wrapped texts settle
    for (int i = 0; i < 3; ++i) draw();
    draw(png);
    if (!written_) std::fprintf(stderr, "stillhouse: cannot write %s\n", png.c_str());
    return written_ ? 0 : 1;
  }

  /// "<screen>-<language>.png" of these screens, or of each that can be shown now.
  int take_pictures(const std::string& folder, const std::vector<std::string>& only) {
    std::filesystem::create_directories(folder);
    const bool over = run_ && run_->runner.screen()->ended();
    view_.saw_report = true;
    // a faceplate with much on it
    if (run_ && view_.selected.empty() && !run_->runner.screen()->controllers.empty())
      view_.selected = run_->runner.screen()->controllers.front().tag;
    for (const ScreenEntry& screen : screens()) {
      const bool asked_for = std::find(only.begin(), only.end(), screen.id) != only.end();
      if (only.empty() ? screen.after_run && !over : !asked_for) continue;
      role_ = screen.is_for(Role::student)      ? Role::student
              : screen.is_for(Role::instructor) ? Role::instructor
                                                : Role::assessor;
      for (const Language language : {Language::en, Language::zh}) {
        hides_run_ = !screen.needs_run;
        view_.screen = screen.id;
        view_.language = language;
        const std::string name = std::string(screen.id) + (language == Language::zh ? "-zh.png" : "-en.png");
        if (const int code = take_picture((std::filesystem::path(folder) / name).string()); code != 0) return code;
      }
    }
    return 0;
  }

  int stay() {
    start();
    int unsettled = kSettleFrames;
    while (!graphics_.wants_to_close()) {
      const bool came = graphics_.wait(unsettled > 0 ? kSettleWait : kIdleWait);
      unsettled = came ? kSettleFrames : unsettled - 1;
      if (const std::string failure = run_ ? run_->runner.failure() : std::string(); !failure.empty()) {
        std::fprintf(stderr, "stillhouse: the run stopped: %s\n", failure.c_str());
        return 1;
      }
      draw();
    }
    close_run();
    return 0;
  }

 private:
  void take_up(OpenedRun opened, double at = 0.0) {
    run_ = std::make_unique<RunAtHand>(std::move(opened), role_);
    run_->runner.run_until(at);
    begin_screens(view_, *run_->runner.screen());
    graphics_.name(say(run_->runner.screen()->lab->title, view_.language) + " - Stillhouse");
  }

  /// The control room that an assessor looks at; null if there is none.
  std::shared_ptr<const ScreenState> review_screen_state() const {
    const RunUnderReview* run = review_ ? review_->open_run() : nullptr;
    return run != nullptr && run->seen ? run->seen->screen : nullptr;
  }

  /// A picture of the class shows it verified, one of a run the moment asked for.
  void settle_review() {
    review_->wait();
    RunUnderReview* run = review_->open_run();
    if (run == nullptr || !run->playback) return;
    run->playback->settled();
    if (review_at_ > 0.0) run->playback->seek(review_at_);
    run->playback->settled();
  }

  /// An instructor's window asks as the instructor.
  RunControl& control_of_run() {
    if (!run_) return no_control_;
    if (role_ == Role::instructor) return run_->runner.instructor();
    return run_->runner;
  }

  void start() {
    stays_ = true;
    if (review_) review_->on_change(&Graphics::wake);
    if (!run_) return;
    run_->runner.on_publish(&Graphics::wake);
    run_->runner.start();
  }

  void close_run() {
    if (run_) run_->runner.stop();
    run_.reset();
  }

  /// What the frame's screens asked of the program.
  void carry_out() {
    std::optional<RunOrder> order = wishes_.take_order();
    if (wishes_.take_leave() || order) close_run();
    if (!order) return;
    try {
      take_up(door_(*order));
      view_.complaint.erase(order->what);
    } catch (const std::exception& error) {
      // the screen that asked shows it
      view_.complaint[order->what] = error.what();
      return;
    }
    if (stays_) start();
  }

  /// The number of the frame, then what can be clicked in it, a line each: name, left, top, right, bottom, whether it
  /// is enabled, what it shows.
  void list_widgets() const {
    if (listed_.empty()) return;
    const auto pixels = [](const ImVec2& corner) {
      return " " + std::to_string(std::lround(corner.x)) + " " + std::to_string(std::lround(corner.y));
    };
    std::string lines = "frame " + std::to_string(ImGui::GetFrameCount()) + "\n";
    for (const auto& [name, widget] : widgets_.all()) {
      std::string shown = widget.value;
      std::replace(shown.begin(), shown.end(), '\n', ' ');
      lines += name + pixels(widget.low) + pixels(widget.high) + (widget.enabled ? " 1 " : " 0 ") + shown + "\n";
    }
    // whoever reads sees a whole list
    std::ofstream(listed_ + ".new", std::ios::binary) << lines;
    std::error_code ignored;
    std::filesystem::rename(listed_ + ".new", listed_, ignored);
  }

  Graphics& graphics_;
  RunDoor door_;
  std::string listed_;
  float zoom_;
  ScreenServices services_;
  Role role_ = Role::student;
  std::shared_ptr<const ScreenState> no_run_ = no_state(), shown_;
  NoRunControl no_control_;
  DeskWishes wishes_;
  Typefaces typefaces_;
  ViewState view_;
  WidgetRegistry widgets_;
  std::string letters_;
  float scale_ = 0.0f;
  bool written_ = true, stays_ = false;
  bool hides_run_ = false;  ///< for pictures of what needs none
  std::unique_ptr<RunAtHand> run_;
  std::shared_ptr<ReviewDesk> review_;
  double review_at_ = 0.0;  ///< s
  std::shared_ptr<const ScreenState> looked_at_;
};

}  // namespace

int open_window(WindowOptions options) {
  try {
    const std::optional<std::string> screenshot = options.screenshot;
    const std::string screenshots = options.screenshots;
    const std::vector<std::string> pictured = options.pictured;
    const bool visible = !screenshot && screenshots.empty();
    Graphics graphics("Stillhouse", options.width, options.height, visible);
    Desk desk(graphics, std::move(options));
    if (screenshot) return desk.take_picture(*screenshot);
    return screenshots.empty() ? desk.stay() : desk.take_pictures(screenshots, pictured);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "stillhouse: %s\n", error.what());
    return 1;
  }
}

std::vector<ScreenName> screen_names() {
  std::vector<ScreenName> names;
  for (const ScreenEntry& screen : screens()) {
    ScreenName& name = names.emplace_back();
    name.id = screen.id;
    name.needs_run = screen.needs_run;
    if (screen.is_for(Role::student)) name.roles.push_back("student");
    if (screen.is_for(Role::instructor)) name.roles.push_back("instructor");
    if (screen.is_for(Role::assessor)) name.roles.push_back("assessor");
  }
  return names;
}

}  // namespace stillhouse
