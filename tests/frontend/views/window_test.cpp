// The program's own window, on a display that exists only in memory.
#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <stb_image.h>
#include <sys/wait.h>

#include "tests/folders.h"

namespace stillhouse {
namespace {

const std::string kProgram = std::string(STILLHOUSE_BINARY_DIR) + "/stillhouse";

struct Outcome {
  int code = -1;
  std::string said;
};

Outcome run(const std::string& command) {
  Outcome outcome;
  FILE* pipe = popen((command + " 2>&1").c_str(), "r");
  if (pipe == nullptr) return outcome;
  std::array<char, 512> buffer{};
  while (std::fgets(buffer.data(), buffer.size(), pipe) != nullptr) outcome.said += buffer.data();
  const int status = pclose(pipe);
  outcome.code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  return outcome;
}

TEST(Window, TakesItsPictureInBothLanguages) {
  std::vector<std::size_t> sums;
  // by the environment, and by the option against it
  const std::pair<std::string, std::string> choices[] = {{"C", ""}, {"zh_CN.UTF-8", ""}, {"C", " --language zh"}};
  for (const auto& [language, option] : choices) {
    const std::string png = testing::TempDir() + "stillhouse_window_" + language + ".png";
    std::filesystem::remove(png);
    const Outcome outcome =
        run("LC_ALL=" + language + " xvfb-run -a -s '-screen 0 1280x720x24' " + kProgram +
            " open methanol_water_distillation --screenshot " + png + " --at 60s --operator good" + option);
    ASSERT_EQ(outcome.code, 0) << outcome.said;

    int width = 0, height = 0, channels = 0;
    unsigned char* pixels = stbi_load(png.c_str(), &width, &height, &channels, 3);
    ASSERT_NE(pixels, nullptr) << png;
    EXPECT_EQ(width, 1280);
    EXPECT_EQ(height, 720);
    // light grey, with much on it
    std::size_t light = 0, sum = 0;
    std::set<int> colours;
    for (int i = 0; i < width * height; ++i) {
      const unsigned char* p = pixels + 3 * i;
      light += p[0] > 0xD8 && p[1] > 0xD8 && p[2] > 0xD8 ? 1 : 0;
      colours.insert(p[0] << 16 | p[1] << 8 | p[2]);
      sum = sum * 31 + p[0];
    }
    stbi_image_free(pixels);
    EXPECT_GT(light, static_cast<std::size_t>(width * height) * 7 / 10);
    EXPECT_LT(light, static_cast<std::size_t>(width * height) * 97 / 100);
    EXPECT_GT(colours.size(), 100u);
    sums.push_back(sum);
    std::filesystem::remove(png);
  }
  EXPECT_NE(sums[1], sums[0]) << "both languages look the same";
  EXPECT_EQ(sums[2], sums[1]) << "--language does nothing";
}

TEST(Window, SaysWhatScreensAndSizesThereAre) {
  const std::string lab = kProgram + " open methanol_water_distillation --screenshot /nonexistent.png ";
  const auto said = [&](const std::string& options) {
    const Outcome outcome = run(options);
    EXPECT_EQ(outcome.code, 2) << options;
    return outcome.said;
  };
  using testing::HasSubstr;
  EXPECT_THAT(said(lab + "--screen plnt"), HasSubstr("'plnt' is not known; allowed: start, plant"));
  EXPECT_THAT(said(kProgram + " open methanol_water_distillation --screenshots /nonexistent --screen plant,plnt"),
              HasSubstr("'plnt' is not known"));
  EXPECT_THAT(said(lab + "--size 1280"), HasSubstr("from 1280x720"));
  EXPECT_THAT(said(lab + "--size 640x480"), HasSubstr("from 1280x720"));
  EXPECT_THAT(said(lab + "--scale 9"), HasSubstr("from 0.5 to 4"));
  EXPECT_THAT(said(lab + "--as guest"), HasSubstr("allowed: student, instructor, assessor"));
  EXPECT_THAT(said(kProgram + " open --screenshot a.png --screen plant"), HasSubstr("needs a LAB or a RUN"));
  EXPECT_THAT(said(lab + "--screen station"), HasSubstr("not for the student; it is there with --as instructor"));
  EXPECT_THAT(said(kProgram + " open --operator good"), HasSubstr("--operator needs a LAB"));
}

TEST(Window, SaysWhatToDoWithoutADisplay) {
  const Outcome outcome = run("env -u DISPLAY -u WAYLAND_DISPLAY " + kProgram +
                              " open methanol_water_distillation --screenshot /nonexistent.png --at 0s");
  EXPECT_EQ(outcome.code, 1);
  EXPECT_NE(outcome.said.find("no display"), std::string::npos) << outcome.said;
}

TEST(Window, SaysThatThePictureCannotBeWritten) {
  const Outcome outcome = run("xvfb-run -a -s '-screen 0 1280x720x24' " + kProgram +
                              " open methanol_water_distillation --screenshot /nonexistent/a.png --at 0s");
  EXPECT_EQ(outcome.code, 1);
  EXPECT_NE(outcome.said.find("cannot write /nonexistent/a.png"), std::string::npos) << outcome.said;
}

}  // namespace
}  // namespace stillhouse
