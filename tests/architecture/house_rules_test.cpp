#include "tests/architecture/house_rules.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

#include "tests/folders.h"

namespace stillhouse::architecture {
namespace {

namespace fs = std::filesystem;

TEST(HouseRules, HoldInThisTree) {
  const fs::path root = STILLHOUSE_SOURCE_DIR;
  ASSERT_TRUE(fs::exists(root / "engine/base/error.h")) << root << " is not the source tree";
  EXPECT_EQ(in_words(violations(root)), "");
}

/// A tree of its own with one file in it.
class HouseRulesOf : public testing::Test {
 protected:
  HouseRulesOf() : root_(fs::temp_directory_path() / ("stillhouse_rules_" + std::to_string(getpid()))) {}
  ~HouseRulesOf() override { fs::remove_all(root_); }

  std::string words_on(const std::string& file, const std::string& text) {
    fs::remove_all(root_);
    fs::create_directories((root_ / file).parent_path());
    std::ofstream(root_ / file) << text;
    return in_words(violations(root_));
  }

 private:
  fs::path root_;
};

TEST_F(HouseRulesOf, IncludesRefuseTheWrongDirection) {
  using testing::HasSubstr;
  EXPECT_THAT(words_on("engine/base/error.cpp", "\n#include \"engine/solve/ida.h\"\n"),
              HasSubstr("engine/base/error.cpp:2: engine/base/ must not include \"engine/solve/ida.h\""));
  EXPECT_THAT(words_on("engine/modelling/flowsheet.cpp", "#include \"models/catalogue.h\"\n"), HasSubstr(":1:"));
  EXPECT_THAT(words_on("models/heat/kettle.cpp", "#include \"engine/solve/ida.h\"\n"), HasSubstr(":1:"));
  EXPECT_THAT(words_on("models/heat/kettle.cpp", "#include \"engine/simulation/simulator.h\"\n"), HasSubstr(":1:"));
  EXPECT_THAT(words_on("models/heat/kettle.cpp", "#include \"labs/session/session.h\"\n"), HasSubstr(":1:"));
  EXPECT_THAT(words_on("labs/session/session.cpp", "#include \"frontend/cli/run.h\"\n"), HasSubstr(":1:"));
  EXPECT_THAT(words_on("frontend/views/trend.cpp", "#include \"labs/session/session.h\"\n"), HasSubstr(":1:"));
  EXPECT_THAT(words_on("frontend/presenter/trend.cpp", "#include \"frontend/views/trend.h\"\n"), HasSubstr(":1:"));
  EXPECT_THAT(words_on("frontend/cli/run.cpp", "#include \"frontend/desktop/window.h\"\n"), HasSubstr(":1:"));
  EXPECT_THAT(words_on("engine/base/error.cpp", "#include \"tests/engine/error_test.h\"\n"), HasSubstr(":1:"));
}

TEST_F(HouseRulesOf, IncludesAllowTheRightDirection) {
  EXPECT_EQ(words_on("engine/solve/ida.cpp", "#include <ida/ida.h>\n#include \"engine/modelling/declare.h\"\n"), "");
  EXPECT_EQ(words_on("models/heat/kettle.cpp", "#include \"engine/autodiff/functions.h\"\n#include <vector>\n"), "");
  EXPECT_EQ(words_on("labs/session/session.cpp", "#include \"engine/simulation/simulator.h\"\n"), "");
  EXPECT_EQ(words_on("frontend/cli/main.cpp", "#include \"frontend/desktop/window.h\"\n"), "");
  EXPECT_EQ(words_on("tests/labs/session_test.cpp", "#include \"labs/session/session.h\"\n#include <gtest/gtest.h>\n"),
            "");
  EXPECT_EQ(words_on("labs/session/session.cpp", "// #include \"frontend/cli/run.h\"\n/* std::exp(1.0) */\n"), "");
}

TEST_F(HouseRulesOf, LibrariesHaveOneDoor) {
  using testing::HasSubstr;
  EXPECT_THAT(words_on("labs/session/session.cpp", "#include <lua5.4/lua.hpp>\n"), HasSubstr("second door to Lua"));
  EXPECT_THAT(words_on("models/heat/kettle.cpp", "#include <ida/ida.h>\n"), HasSubstr("second door to SUNDIALS"));
  EXPECT_THAT(words_on("engine/simulation/simulator.cpp", "#include <sunmatrix/sunmatrix_sparse.h>\n"),
              HasSubstr("second door to SUNDIALS"));
  EXPECT_THAT(words_on("labs/record/chain.cpp", "#include <sodium.h>\n"), HasSubstr("second door to libsodium"));
  EXPECT_THAT(words_on("labs/scenario/reader.cpp", "#include <nlohmann/json.hpp>\n"), HasSubstr("nlohmann-json"));
  EXPECT_THAT(words_on("frontend/presenter/trend.cpp", "#include <imgui.h>\n"), HasSubstr("Dear ImGui"));
  EXPECT_THAT(words_on("frontend/views/trend.cpp", "#include <GLFW/glfw3.h>\n"), HasSubstr("second door to GLFW"));
  EXPECT_THAT(words_on("labs/session/session.cpp", "#include <boost/program_options.hpp>\n"), HasSubstr("Boost"));
  EXPECT_THAT(words_on("engine/base/error.cpp", "#include <gtest/gtest.h>\n"), HasSubstr("GoogleTest"));
  EXPECT_THAT(words_on("engine/base/error.cpp", "#include <fmt/format.h>\n"), HasSubstr("without a door"));
  EXPECT_THAT(words_on("engine/base/error.cpp", "#include \"error.h\"\n"), HasSubstr("from the root"));
  EXPECT_EQ(words_on("engine/base/hash.cpp", "#include <sodium.h>\n"), "");
  EXPECT_EQ(words_on("labs/scenario/sandbox.cpp", "#include <lua5.4/lua.hpp>\n"), "");
}

TEST_F(HouseRulesOf, NamesSaySomething) {
  using testing::HasSubstr;
  EXPECT_THAT(words_on("engine/util/text.h", "#pragma once\n"), HasSubstr("the name 'util'"));
  EXPECT_THAT(words_on("labs/session/session_helpers.cpp", ""), HasSubstr("the name 'session_helpers'"));
  EXPECT_THAT(words_on("models/common.cpp", ""), HasSubstr("the name 'common'"));
  EXPECT_EQ(words_on("engine/base/score.h", "#pragma once\n"), "");
}

TEST_F(HouseRulesOf, FilesAreShort) {
  std::string long_text;
  for (int i = 0; i < 901; ++i) long_text += "int a" + std::to_string(i) + ";\n";
  EXPECT_THAT(words_on("engine/base/error.cpp", long_text), testing::HasSubstr("901 lines"));
  EXPECT_THAT(words_on("engine/base/error.h", "int a;\n"), testing::HasSubstr("#pragma once"));
}

TEST_F(HouseRulesOf, TypesOfOneNameAreSeen) {
  const std::string both =
      "namespace stillhouse {\nstruct Solution {\n  double T;\n};\n}  // namespace stillhouse\n"
      "namespace stillhouse {\nclass Solution final : public Base {\n};\n}  // namespace stillhouse\n";
  EXPECT_THAT(words_on("models/heat/kettle.cpp", both),
              testing::HasSubstr("kettle.cpp:7: stillhouse::Solution is defined in models/heat/kettle.cpp already"));
  EXPECT_EQ(words_on("models/heat/kettle.cpp",
                     "namespace stillhouse {\nclass Solution;\nstruct Solution {\n  struct Ion {};\n};\n"
                     "namespace {\nstruct Solution {};\n}  // namespace\nnamespace acids {\nstruct Solution {};\n"
                     "}  // namespace acids\n}  // namespace stillhouse\n"),
            "");
}

TEST_F(HouseRulesOf, RunsAreReproducible) {
  using testing::HasSubstr;
  EXPECT_THAT(words_on("labs/session/noise.cpp", "#include <random>\n"), HasSubstr("engine/base/random"));
  EXPECT_THAT(words_on("labs/session/noise.cpp", "#include <unordered_map>\n"), HasSubstr("another order"));
  EXPECT_THAT(words_on("engine/solve/ida.cpp", "void f() { std::thread t; }\n"), HasSubstr("sequential"));
  EXPECT_THAT(words_on("engine/solve/ida.cpp", "#include <chrono>\n"), HasSubstr("wall clock"));
  EXPECT_THAT(words_on("models/heat/kettle.cpp", "double a = std::exp(1.0);\n"), HasSubstr("functions.h"));
  EXPECT_THAT(words_on("models/heat/kettle.cpp", "double a = ::pow (2.0, 3.0);\n"), HasSubstr("functions.h"));
  EXPECT_THAT(words_on("labs/grading/ramp.cpp", "double a = std::log10(2.0);\n"), HasSubstr("functions.h"));
  EXPECT_THAT(words_on("labs/grading/ramp.cpp", "double a = std::stod(text);\n"), HasSubstr("locale"));
  EXPECT_EQ(words_on("models/heat/kettle.cpp", "double a = exp(1.0) + std::sqrt(2.0) + stillhouse::log(3.0);\n"), "");
  EXPECT_EQ(words_on("frontend/desktop/window.cpp", "#include <thread>\nstd::thread t;\n"), "");
  EXPECT_EQ(words_on("engine/autodiff/functions.h", "#pragma once\ninline double e(double x) { return ::exp(x); }\n"),
            "");
}

}  // namespace
}  // namespace stillhouse::architecture
