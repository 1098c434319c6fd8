// assets/screenshots are what the program draws today.
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <stb_image.h>

#include "frontend/views/screens.h"
#include "tests/folders.h"

namespace stillhouse {
namespace {

namespace fs = std::filesystem;

/// A picture in grey squares. A square's mean tells a missing word or a moved line, and does not mind how a machine's
/// OpenGL rounds the edge of a letter.
class CoarsePicture {
 public:
  static constexpr int kSquare = 16;       // pixels
  static constexpr double kVisible = 3.0;  // of 255

  explicit CoarsePicture(const fs::path& png) {
    int width = 0, height = 0, channels = 0;
    unsigned char* pixels = stbi_load(png.string().c_str(), &width, &height, &channels, 1);
    if (pixels == nullptr) return;
    columns_ = width / kSquare;
    means_.assign(static_cast<std::size_t>(columns_ * (height / kSquare)), 0.0);
    for (int y = 0; y < height / kSquare * kSquare; ++y)
      for (int x = 0; x < columns_ * kSquare; ++x)
        means_[static_cast<std::size_t>(y / kSquare * columns_ + x / kSquare)] +=
            static_cast<double>(pixels[y * width + x]) / (kSquare * kSquare);
    stbi_image_free(pixels);
  }

  bool good() const { return !means_.empty(); }
  /// Squares whose grey differs visibly; all of them for pictures of different sizes.
  std::size_t differing(const CoarsePicture& other) const {
    if (columns_ != other.columns_ || means_.size() != other.means_.size()) return means_.size();
    std::size_t number = 0;
    for (std::size_t i = 0; i < means_.size(); ++i) number += std::abs(means_[i] - other.means_[i]) > kVisible ? 1 : 0;
    return number;
  }

 private:
  int columns_ = 0;
  std::vector<double> means_;
};

std::set<std::string> pictures_in(const fs::path& folder) {
  std::set<std::string> names;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder))
    if (entry.path().extension() == ".png") names.insert(entry.path().filename().string());
  return names;
}

// The same program draws all of them alike to the last pixel. A row of buttons moved by 6 pixels is 11 to 30 squares,
// two numbers that changed in the preview were 3 squares by 3 to 4.5.
TEST(Screenshots, AreWhatTheProgramDraws) {
  constexpr std::size_t kMostSquares = 2;
  const fs::path kept = fs::path(STILLHOUSE_SOURCE_DIR) / "assets" / "screenshots";
  std::string drawn = testing::TempDir() + "stillhouse_screenshots_XXXXXX";
  ASSERT_NE(mkdtemp(drawn.data()), nullptr);
  const std::string command =
      (kept / "draw.sh").string() + " " + STILLHOUSE_BINARY_DIR + "/stillhouse " + drawn + " > /dev/null 2>&1";
  ASSERT_EQ(std::system(command.c_str()), 0) << command;

  std::set<std::string> expected;
  for (const ScreenEntry& screen : screens())
    for (const char* language : {"-en.png", "-zh.png"}) expected.insert(std::string(screen.id) + language);
  EXPECT_EQ(pictures_in(drawn), expected) << "a screen that draw.sh does not draw, or one that is none";
  EXPECT_EQ(pictures_in(kept), expected) << "run assets/screenshots/draw.sh";
  for (const std::string& name : expected) {
    const CoarsePicture then(kept / name), now(fs::path(drawn) / name);
    ASSERT_TRUE(then.good() && now.good()) << name;
    EXPECT_LE(then.differing(now), kMostSquares) << name << " is no longer what the program draws: look at " << drawn
                                                 << "/" << name << ", then run assets/screenshots/draw.sh";
  }
  // what the measure is good for: the two languages are two pictures
  const CoarsePicture english(fs::path(drawn) / "plant-en.png"), chinese(fs::path(drawn) / "plant-zh.png");
  EXPECT_GT(english.differing(chinese), kMostSquares);
  if (!HasFailure()) fs::remove_all(drawn);
}

}  // namespace
}  // namespace stillhouse
