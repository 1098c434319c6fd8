// The notebook of a run: words, pinned readings, photographs of trends that the run draws again.
#include "labs/session/notebook.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "labs/grading/notebook_section.h"
#include "labs/record/reader.h"
#include "labs/session/replay.h"
#include "labs/session/run_recorder.h"
#include "tests/labs/record/sample_run.h"
#include "tests/labs/session/small_column.h"

namespace stillhouse {
namespace {

using testing::HasSubstr;

/// A recorded run of the small column in which somebody writes into the notebook.
class NotebookOfARun : public testing::Test {
 protected:
  std::string give(const std::string& verb, const std::string& tag, double value, const std::string& text) {
    const Command command{0, "student", verb, tag, value, text};
    const std::optional<Refusal> refusal = session_->execute(command);
    recorder_.command(*session_, command, refusal);
    return refusal ? refusal->en : "";
  }
  void advance(int scans) {
    for (int i = 0; i < scans; ++i) {
      session_->advance();
      recorder_.scanned(*session_);
    }
  }

  TemporaryFolder folder_;
  std::unique_ptr<Session> session_ = small_session();
  RunRecorder recorder_ = RunRecorder::begin(folder_ / "a.run", *session_);
};

TEST(Photograph, IsATextAndBack) {
  const Photograph photograph{12.5, 60.0, {"TI-100", "LIC-101.SP"}};
  EXPECT_EQ(photograph_text(photograph), "from=12.5 to=60 pens=TI-100,LIC-101.SP");
  EXPECT_EQ(photograph_in(photograph_text(photograph)), photograph);
  for (const char* text :
       {"", "from=1", "from=1 to=2", "from=1 to=2 pens=", "from=2 to=2 pens=TI-100", "from=-1 to=2 pens=TI-100",
        "from=1 to=nan pens=TI-100", "from=1 to=2 pens=TI-100 x", "to=2 from=1 pens=TI-100"})
    EXPECT_FALSE(photograph_in(text)) << text;
}

TEST_F(NotebookOfARun, RefusesPhotographsOfWhatIsNotThere) {
  EXPECT_THAT(give("photograph", "", 0.0, "from=0 to=10 pens=TI-100"), HasSubstr("no trend yet"));
  advance(20);
  EXPECT_THAT(give("photograph", "", 0.0, "a picture"), HasSubstr("is no photograph"));
  EXPECT_THAT(give("photograph", "", 0.0, "from=0 to=10 pens=TI-101"), HasSubstr("did you mean 'TI-100'?"));
  EXPECT_THAT(give("photograph", "", 0.0, "from=0 to=10 pens=kettle.T"), HasSubstr("no pen 'kettle.T'"))
      << "the truth is no pen of a student's";
  std::string many = "from=0 to=10 pens=TI-100";
  for (std::size_t i = 0; i < Photograph::kMostPens; ++i) many += ",TI-100";
  EXPECT_THAT(give("photograph", "", 0.0, many), HasSubstr("at most 12"));
  EXPECT_EQ(give("photograph", "", 0.0, "from=0 to=10 pens=TI-100"), "");
}

TEST_F(NotebookOfARun, DrawsItsPhotographsAgainFromTheRecord) {
  give("set", "HV-400", 1.0, "");
  std::vector<double> seen;
  for (int i = 0; i < 40; ++i) {
    advance(1);
    if (session_->time() >= 10.0 && session_->time() <= 30.0)
      seen.push_back(session_->room().reading(session_->room_state(), "LI-101")->value);
  }
  EXPECT_EQ(give("note", "", 0.0, "Water is on."), "");
  EXPECT_EQ(give("note", "LI-101", 0.5, "as found"), "");
  EXPECT_EQ(give("photograph", "", 0.0, "from=10 to=30 pens=LI-101,HV-400"), "");
  EXPECT_NE(give("photograph", "", 0.0, "from=10 to=30 pens=LI-10"), "") << "refused";
  advance(20);
  give("finish", "", 0.0, "");
  recorder_.close(*session_);

  const std::vector<NotebookEntry> entries = notebook_of(*session_);
  ASSERT_EQ(entries.size(), 3u);
  EXPECT_EQ(entries[0].text, "Water is on.");
  EXPECT_EQ(entries[1].tag, "LI-101");
  EXPECT_THAT(entries[1].reading, HasSubstr("50"));
  ASSERT_TRUE(entries[2].photograph);
  EXPECT_EQ(entries[2].photograph->pens, (std::vector<std::string>{"LI-101", "HV-400"}));
  EXPECT_EQ(entries[2].text, "");

  // the same from the file alone
  const RunRecord record = read_run(folder_ / "a.run");
  const std::vector<Photograph> photographs = photographs_of(record);
  ASSERT_EQ(photographs.size(), 1u);
  std::unique_ptr<PhotographCollector> collector;
  ReplayWatch watch;
  watch.boundary = [&](const Session& session) {
    if (!collector) collector = std::make_unique<PhotographCollector>(session, photographs);
    collector->look(session);
  };
  const Replay again = replay(record, watch);
  EXPECT_TRUE(again.identical()) << again.difference;
  const std::vector<Trend>& picture = collector->pictures().at(0);
  ASSERT_EQ(picture.size(), 2u);
  ASSERT_EQ(picture[0].time.size(), 21u);
  EXPECT_EQ(picture[0].time.front(), 10.0);
  EXPECT_EQ(picture[0].time.back(), 30.0);
  for (std::size_t i = 0; i < seen.size(); ++i) EXPECT_DOUBLE_EQ(picture[0].value[i], 100.0 * seen[i]) << i;
  EXPECT_EQ(picture[0].unit, "%");

  const std::string page = notebook_section({entries, collector->pictures()}, record);
  EXPECT_THAT(page, HasSubstr("Water is on."));
  EXPECT_THAT(page, HasSubstr("0:00:10–0:00:30"));
  EXPECT_THAT(page, HasSubstr("<svg"));
  EXPECT_THAT(page, HasSubstr("HV-400"));
  EXPECT_EQ(notebook_section({}, record), "") << "an empty notebook has no heading";
}

}  // namespace
}  // namespace stillhouse
