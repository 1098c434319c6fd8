#include "tests/frontend/views/window_by_hand.h"

#include <array>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <thread>

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/folders.h"

namespace stillhouse {

namespace fs = std::filesystem;

namespace {

const std::string kProgramOfTheWindow = std::string(STILLHOUSE_BINARY_DIR) + "/stillhouse";
constexpr int kFramesOfAGesture = 3;  // one takes the input, one lets go, one shows it

/// Starts a program in a folder, with a display if it has one; its standard output goes to `output` if that is not
/// negative.
int started(const std::string& folder, const std::string& display, std::vector<std::string> words, int output) {
  const int child = fork();
  if (child != 0) return child;
  prctl(PR_SET_PDEATHSIG, SIGKILL);  // a test that is killed leaves nothing behind
  if (chdir(folder.c_str()) != 0) _exit(127);
  if (!display.empty()) setenv("DISPLAY", display.c_str(), 1);
  setenv("LC_ALL", "C", 1);
  const int said = open("said.txt", O_WRONLY | O_CREAT | O_APPEND, 0644);
  dup2(output >= 0 ? output : said, 1);
  dup2(said, 2);
  std::vector<char*> arguments;
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  execvp(arguments[0], arguments.data());
  _exit(127);
}

void end(int process, int how) {
  if (process <= 0) return;
  kill(process, how);
  waitpid(process, nullptr, 0);
}

}  // namespace

WindowByHand::WindowByHand(const std::string& name, std::vector<std::string> arguments) {
  if (std::system("command -v Xvfb > /dev/null && command -v xdotool > /dev/null") != 0)
    throw std::runtime_error("Xvfb or xdotool is missing: install what cmake/debian-packages.txt lists");
  std::string pattern = testing::TempDir() + "stillhouse_" + name + "_XXXXXX";
  if (mkdtemp(pattern.data()) == nullptr) return;
  folder_ = pattern;
  // the server chooses a free display and says which; one that is taken from under it ends, and another is started
  for (int i = 0; i < 5 && display_.empty(); ++i) start_server();
  if (display_.empty()) throw std::runtime_error("Xvfb does not start: " + text_of(folder_ + "/said.txt"));
  display_ = ":" + display_;
  std::vector<std::string> words{kProgramOfTheWindow, "open", "--widgets", "widgets.txt"};
  words.insert(words.end(), arguments.begin(), arguments.end());
  program_ = started(folder_, display_, words, -1);
}

void WindowByHand::start_server() {
  end(server_, SIGTERM);
  std::array<int, 2> ends{};
  if (pipe(ends.data()) != 0) return;
  server_ =
      started(folder_, "", {"Xvfb", "-displayfd", "1", "-screen", "0", "1280x720x24", "-nolisten", "tcp"}, ends[1]);
  ::close(ends[1]);
  char digit = 0;
  while (read(ends[0], &digit, 1) == 1 && digit != '\n') display_ += digit;
  ::close(ends[0]);
}

WindowByHand::~WindowByHand() {
  end(program_, SIGKILL);
  end(server_, SIGTERM);
  std::error_code ignored;
  const bool well = !testing::Test::HasFailure() && std::uncaught_exceptions() == 0;
  if (!folder_.empty() && well) fs::remove_all(folder_, ignored);
}

void WindowByHand::look() {
  std::istringstream file(text_of(folder_ + "/widgets.txt"));
  std::string name, line;
  int frame = 0;
  if (!(file >> name >> frame) || frame == frame_) return;
  frame_ = frame;
  seen_.clear();
  std::getline(file, line);
  while (std::getline(file, line)) {
    std::istringstream fields(line);
    Seen seen;
    fields >> name >> seen.left >> seen.top >> seen.right >> seen.bottom >> seen.enabled;
    std::getline(fields >> std::ws, seen.value);
    seen_[name] = seen;
  }
}

bool WindowByHand::comes(const std::function<bool()>& condition, double seconds) {
  using Clock = std::chrono::steady_clock;
  const Clock::time_point begin = Clock::now();
  while (true) {
    look();
    if (condition()) return true;
    if (std::chrono::duration<double>(Clock::now() - begin).count() > seconds) return false;
    if (waitpid(program_, nullptr, WNOHANG) == program_) {
      program_ = -1;
      throw std::runtime_error("the program has ended: " + text_of(folder_ + "/said.txt"));
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
}

bool WindowByHand::sees(const std::string& name, const std::string& part, double seconds) {
  return comes(
      [&] {
        const auto place = seen_.find(name);
        return place != seen_.end() && place->second.enabled && place->second.value.find(part) != std::string::npos;
      },
      seconds);
}

void WindowByHand::wait_for_frames(int number) {
  look();
  const int until = frame_ + number;
  comes([&] { return frame_ >= until; });
}

void WindowByHand::by_hand(const std::string& orders) {
  const std::string command = "DISPLAY=" + display_ + " xdotool " + orders;
  if (std::system(command.c_str()) != 0) throw std::runtime_error(command);
  wait_for_frames(kFramesOfAGesture);
}

void WindowByHand::click(const std::string& name) {
  if (!sees(name)) throw std::runtime_error(name + " cannot be clicked; what there was is in " + folder_);
  const Seen& place = seen_[name];
  by_hand("mousemove " + std::to_string((place.left + place.right) / 2) + " " +
          std::to_string((place.top + place.bottom) / 2) + " click 1");
}

void WindowByHand::drag(const std::string& name, double from, double to) {
  if (!sees(name)) throw std::runtime_error(name + " cannot be dragged; what there was is in " + folder_);
  const Seen place = seen_[name];
  const auto moved = [&](double share) {
    return "mousemove " + std::to_string(place.left + static_cast<int>(share * (place.right - place.left))) + " " +
           std::to_string((place.top + place.bottom) / 2);
  };
  by_hand(moved(from) + " mousedown 1");
  by_hand(moved(to));
  by_hand("mouseup 1");
}

void WindowByHand::key(const std::string& name) {
  by_hand("key " + name);
}

void WindowByHand::type(const std::string& text) {
  by_hand("type '" + text + "'");
}

std::string WindowByHand::says(const std::string& name) {
  look();
  const auto place = seen_.find(name);
  return place == seen_.end() ? std::string() : place->second.value;
}

bool WindowByHand::has(const std::string& name) {
  look();
  return seen_.contains(name);
}

std::vector<std::string> WindowByHand::names(const std::string& beginning) {
  look();
  std::vector<std::string> found;
  for (const auto& [name, seen] : seen_)
    if (name.starts_with(beginning)) found.push_back(name);
  return found;
}

std::string WindowByHand::file(const std::string& ending) const {
  std::vector<std::string> found;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder_))
    if (entry.path().extension() == ending) found.push_back(entry.path().string());
  EXPECT_EQ(found.size(), 1u) << ending;
  return found.empty() ? std::string() : found.front();
}

bool verifies(const std::string& run) {
  return std::system((kProgramOfTheWindow + " verify '" + run + "' > /dev/null 2>&1").c_str()) == 0;
}

std::string text_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

}  // namespace stillhouse
