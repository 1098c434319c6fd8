#include <algorithm>
#include <sstream>

#include "tests/frontend/cli_test.h"

namespace stillhouse {
namespace {

using testing::HasSubstr;
using Json = nlohmann::json;

TEST_F(Cli, PlaysGradesAndVerifiesARun) {
  const Ended played = program({"run", "small_column", "--operator", "good"});
  EXPECT_EQ(played.code, 0) << played.err;
  EXPECT_THAT(played.out, testing::AllOf(HasSubstr("task done   warm"), HasSubstr("alarm       FAL-400"),
                                         HasSubstr("Score: "), HasSubstr("small_column-good-7.run")));

  const Json grade = json({"grade", "small_column-good-7.run"});
  EXPECT_EQ(grade["lab"], "small_column");
  EXPECT_EQ(grade["total"], 10.0);
  EXPECT_GE(grade["score"], 9.0);
  double sum = 0.0;
  for (const Json& criterion : grade["criteria"]) {
    for (const char* key : {"id", "title", "points", "score", "evidence"}) EXPECT_TRUE(criterion.contains(key)) << key;
    sum += criterion["score"].get<double>();
  }
  EXPECT_NEAR(sum, grade["score"], 1e-9);
  ASSERT_EQ(grade["tasks"].size(), 3u);
  for (const Json& task : grade["tasks"]) {
    EXPECT_EQ(task["state"], "done");
    EXPECT_LE(task["started_s"], task["finished_s"]);
  }

  const Json verified = json({"verify", "small_column-good-7.run"});
  EXPECT_EQ(verified["identical"], true);
  EXPECT_EQ(verified["digest"].get<std::string>().size(), 64u);
  EXPECT_TRUE(verified["first_difference_s"].is_null());
  EXPECT_EQ(verified["score_recorded"], grade["score"]);
  EXPECT_EQ(verified["score_derived"], grade["score"]);
}

TEST_F(Cli, ShowsEvidenceForLostPoints) {
  const Json run = json({"run", "small_column", "--operator", "idle", "--out", "idle.run"});
  EXPECT_EQ(run["score"], 0.0);
  EXPECT_EQ(run["run"], "idle.run");
  EXPECT_EQ(run["operator"], "idle");
  EXPECT_EQ(run["end"], "finished");
  double lost = 0.0;
  for (const Json& criterion : run["criteria"]) {
    for (const Json& evidence : criterion["evidence"]) {
      for (const char* key : {"from_s", "to_s", "signal", "text"}) EXPECT_TRUE(evidence.contains(key)) << key;
      lost += evidence["lost"].get<double>();
    }
  }
  EXPECT_NEAR(lost, 10.0, 1e-9);
}

TEST_F(Cli, FindsAChangedByteAnywhere) {
  json({"run", "small_column", "--operator", "good", "--until", "60s", "--out", "a.run"});
  const std::string whole = bytes("a.run");
  for (int i = 1; i <= 12; ++i) {
    std::string changed = whole;
    changed[changed.size() * static_cast<std::size_t>(i) / 13] ^= 1;
    put("b.run", changed);
    const Ended ended = program({"verify", "b.run"});
    EXPECT_EQ(ended.code, 1) << "byte at " << i << "/13";
    EXPECT_THAT(ended.out + ended.err, HasSubstr("b.run:"));
    EXPECT_NE(program({"grade", "b.run"}).code, 0);
  }
  put("b.run", whole.substr(0, whole.size() / 2) + "x" + whole.substr(whole.size() / 2));
  const Json verified = json({"verify", "b.run"}, 1);
  EXPECT_EQ(verified["identical"], false);
  EXPECT_FALSE(verified["problems"].empty());
}

TEST_F(Cli, GoesOnWithARun) {
  const Json whole = json({"run", "small_column", "--operator", "good", "--out", "whole.run"});
  json({"run", "small_column", "--operator", "good", "--out", "part.run", "--until", "1min"});
  const Json part = json({"run", "part.run"});
  EXPECT_EQ(part["digest"], whole["digest"]);
  EXPECT_EQ(part["score"], whole["score"]);
  EXPECT_EQ(json({"verify", "part.run"})["identical"], true);
  expect_sentence({"run", "part.run"}, 1, "the run has ended");
  expect_sentence({"run", "part.run", "--seed", "4"}, 2, "belongs to the beginning");
}

TEST_F(Cli, KeepsWhatAKilledRunHasDone) {
  // a run of two hours that nobody touches, killed as soon as it has begun to write
  const std::string lab = "methanol_water_distillation";
  double time = 0.0;
  for (int milliseconds = 100; time == 0.0 && milliseconds < 10000; milliseconds *= 2) {
    std::filesystem::remove(folder_ + "/cut.run");
    const Ended killed = run_and_kill({"run", lab, "--out", "cut.run"}, folder_, milliseconds);
    ASSERT_EQ(killed.code, 128 + 9) << "the run was over before it could be killed";
    if (!std::filesystem::exists(folder_ + "/cut.run")) continue;
    const Json before = json({"verify", "cut.run"});
    EXPECT_EQ(before["identical"], true);
    EXPECT_TRUE(before["score_recorded"].is_null());
    time = before["time_s"].get<double>();
  }
  ASSERT_GT(time, 0.0);

  const std::string until = std::to_string(static_cast<int>(time) + 60) + "s";
  const Json whole = json({"run", lab, "--out", "whole.run", "--until", until});
  EXPECT_EQ(json({"run", "cut.run", "--until", until})["digest"], whole["digest"]);
  EXPECT_EQ(json({"verify", "cut.run"})["identical"], true);
}

TEST_F(Cli, DerivesTheSeedFromTheStudent) {
  const Json ann = json({"run", "small_column", "--student", "Ann", "--until", "5s", "--out", "a.run"});
  const Json again = json({"run", "small_column", "--student", "Ann", "--until", "5s", "--out", "b.run"});
  const Json bob = json({"run", "small_column", "--student", "Bob", "--until", "5s", "--out", "c.run"});
  EXPECT_EQ(ann["seed"], again["seed"]);
  EXPECT_EQ(ann["digest"], again["digest"]);
  EXPECT_NE(ann["seed"], bob["seed"]);
  EXPECT_NE(ann["digest"], bob["digest"]);
  EXPECT_EQ(json({"run", "small_column", "--until", "5s", "--out", "d.run"})["seed"], 7);
}

TEST_F(Cli, WritesATable) {
  json({"run", "small_column", "--operator", "good", "--until", "20s", "--csv", "a.csv"});
  std::istringstream table(bytes("a.csv"));
  std::vector<std::string> lines;
  for (std::string line; std::getline(table, line);) lines.push_back(line);
  ASSERT_EQ(lines.size(), 2u + 21u);
  EXPECT_THAT(lines[0], testing::StartsWith("time_s,"));
  EXPECT_THAT(lines[0], HasSubstr("TI-100"));
  EXPECT_THAT(lines[1], testing::StartsWith("s,"));
  EXPECT_THAT(lines[2], testing::StartsWith("0,"));
  EXPECT_THAT(lines[22], testing::StartsWith("20,"));
  for (const std::string& line : lines)
    EXPECT_EQ(std::count(line.begin(), line.end(), ','), std::count(lines[0].begin(), lines[0].end(), ','));
}

TEST_F(Cli, DoesNotOverwriteARun) {
  json({"run", "small_column", "--until", "5s", "--out", "a.run"});
  const std::string before = bytes("a.run");
  expect_sentence({"run", "small_column", "--until", "5s", "--out", "a.run"}, 1, "--force");
  EXPECT_EQ(bytes("a.run"), before);
  json({"run", "small_column", "--until", "5s", "--out", "a.run", "--force"});
  put("notes.txt", "mine");
  expect_sentence({"run", "small_column", "--until", "5s", "--out", "notes.txt", "--force"}, 1, "no run file");
  EXPECT_EQ(bytes("notes.txt"), "mine");
  expect_sentence({"run", "small_column", "--out", "no/such/folder/a.run"}, 1, "the folder does not exist");
}

TEST_F(Cli, WritesAReport) {
  json({"run", "small_column", "--operator", "idle", "--out", "a.run"});
  const Ended ended = program({"report", "a.run", "--out", "a.html"});
  EXPECT_EQ(ended.code, 0) << ended.err;
  EXPECT_EQ(ended.out, "a.html\n");
  const std::string page = bytes("a.html");
  EXPECT_THAT(
      page, testing::AllOf(HasSubstr("Small column"), HasSubstr("小型精馏塔"), HasSubstr("<svg"), HasSubstr("TI-100")));
  EXPECT_THAT(page, testing::Not(HasSubstr("<script")));
  expect_sentence({"report", "a.run", "--out", "no/such/a.html"}, 1, "could not be written");
}

}  // namespace
}  // namespace stillhouse
