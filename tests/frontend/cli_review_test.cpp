#include <algorithm>

#include "tests/frontend/cli_test.h"

namespace stillhouse {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using Json = nlohmann::json;

/// A class of the small column, which lasts two minutes.
class CliReview : public Cli {
 protected:
  void play(const std::string& student, const std::string& player, const std::string& until = "") const {
    std::vector<std::string> words = {"run",       "small_column", "--operator", player,
                                      "--student", student,        "--out",      "class/" + student + ".run"};
    if (!until.empty()) words.insert(words.end(), {"--until", until});
    std::filesystem::create_directories(folder_ + "/class");
    EXPECT_EQ(program(words).code, 0);
  }
};

TEST_F(CliReview, ShowsAClassAndWritesItsReports) {
  play("anna", "good");
  play("王芳", "good", "100s");
  play("zeno", "idle", "20s");
  put("class/essay.run", "I could not come.\n");
  const Ended ended = program({"review", "class", "--html", "c.html", "--csv", "c.csv", "--pdf", "c.pdf"});
  EXPECT_EQ(ended.code, 1) << "one file is foreign";
  EXPECT_THAT(ended.out, AllOf(HasSubstr("anna"), HasSubstr("verified: Simulated again"), HasSubstr("王芳"),
                               HasSubstr("cannot be read: this is not a run file"), HasSubstr("3 runs counted"),
                               HasSubstr("Procedure (procedure)")));
  EXPECT_THAT(bytes("c.html"), AllOf(HasSubstr("王芳"), HasSubstr("班级报告"), HasSubstr("Report of a class")));
  EXPECT_THAT(bytes("c.csv"), AllOf(HasSubstr("essay.run,"), HasSubstr("procedure_computed"), HasSubstr("王芳.run,")));
  // the letters used are embedded, also the Chinese ones
  const std::string pdf = bytes("c.pdf");
  EXPECT_THAT(pdf, testing::StartsWith("%PDF-"));
  EXPECT_THAT(pdf, AllOf(HasSubstr("+WenQuanYiMicroHei"), HasSubstr("/FontFile2"), HasSubstr("/ToUnicode")));

  std::filesystem::remove(folder_ + "/class/essay.run");
  const Json review = json({"review", "class", "--no-verify"});
  ASSERT_EQ(review["runs"].size(), 3u);
  EXPECT_EQ(review["runs"][0]["student"], "anna");
  EXPECT_EQ(review["runs"][0]["flags"][0]["id"], "check");
  EXPECT_GE(review["runs"][0]["score"], 9.0);
  EXPECT_EQ(review["labs"][0]["runs"], 3);
  EXPECT_EQ(review["labs"][0]["items"].size(), 2u);
}

TEST_F(CliReview, FindsAnEditedRun) {
  play("anna", "good", "60s");
  std::string run = bytes("class/anna.run");
  run[run.size() - 400] ^= 1;
  put("class/anna.run", run);
  const Json review = json({"review", "class/anna.run"}, 1);
  std::vector<std::string> ids;
  for (const Json& flag : review["runs"][0]["flags"]) ids.push_back(flag["id"]);
  EXPECT_THAT(ids, testing::Contains("edited"));
}

TEST_F(CliReview, MarksByHandWithoutTouchingTheRun) {
  play("zeno", "idle", "20s");
  const std::string before = bytes("class/zeno.run");
  const Ended marked = program({"mark", "class/zeno.run", "--criterion", "procedure", "--points", "2.5", "--reason",
                                "Opened the water by the field valve.", "--by", "Dr. Li"});
  EXPECT_EQ(marked.code, 0) << marked.err;
  EXPECT_THAT(marked.out, AllOf(HasSubstr("procedure: 2.5 of 6"), HasSubstr("computed 0; given by Dr. Li at "),
                                HasSubstr("Score: 2.5 of 10 (computed 0)"), HasSubstr("class/zeno.run.review")));
  EXPECT_EQ(bytes("class/zeno.run"), before);
  EXPECT_EQ(json({"verify", "class/zeno.run"})["identical"], true);
  const Json review = json({"review", "class"});
  EXPECT_EQ(review["runs"][0]["score"], 2.5);
  EXPECT_EQ(review["runs"][0]["score_computed"], 0.0);
  EXPECT_EQ(review["runs"][0]["criteria"][0]["mark"]["by"], "Dr. Li");
  // the other views of the run show both marks too
  EXPECT_THAT(program({"grade", "class/zeno.run"}).out, HasSubstr("given by hand: 2.5, by Dr. Li"));
  EXPECT_EQ(program({"report", "class/zeno.run", "--out", "z.html"}).code, 0);
  EXPECT_THAT(bytes("z.html"), HasSubstr("Opened the water by the field valve."));
}

TEST_F(CliReview, SaysWhatIsWrongWithItsArguments) {
  play("zeno", "idle", "20s");
  expect_sentence({"review"}, 2, "needs FOLDER|RUN");
  expect_sentence({"review", "nowhere"}, 1, "no such file or folder");
  std::filesystem::create_directory(folder_ + "/empty");
  expect_sentence({"review", "empty"}, 1, "the folder holds no run");
  expect_sentence({"review", "class", "--htm", "x"}, 2, "did you mean '--html'?");
  expect_sentence({"review", "class", "--language", "fr"}, 2, "allowed: en, zh");
  expect_sentence({"mark", "class/zeno.run"}, 2, "needs --criterion ID");
  expect_sentence({"mark", "class/zeno.run", "--criterion", "procedure", "--points", "2", "--by", "x"}, 2,
                  "needs --reason");
  expect_sentence(
      {"mark", "class/zeno.run", "--criterion", "procedure", "--points", "two", "--reason", "r", "--by", "x"}, 2,
      "points");
  expect_sentence({"mark", "class/zeno.run", "--criterion", "procedur", "--points", "2", "--reason", "r", "--by", "x"},
                  1, "did you mean procedure?");
  expect_sentence({"mark", "class/zeno.run", "--criterion", "procedure", "--points", "7", "--reason", "r", "--by", "x"},
                  1, "0 to 6 points, not 7");
  expect_sentence(
      {"mark", "class/zeno.run", "--criterion", "procedure", "--points", "-1", "--reason", "r", "--by", "x"}, 1,
      "0 to 6 points");
  EXPECT_FALSE(std::filesystem::exists(folder_ + "/class/zeno.run.review"));
  const Ended unwritable = program({"review", "class", "--pdf", "/nonexistent/c.pdf"});
  EXPECT_EQ(unwritable.code, 1);
  EXPECT_THAT(unwritable.err, HasSubstr("/nonexistent/c.pdf"));
}

}  // namespace
}  // namespace stillhouse
