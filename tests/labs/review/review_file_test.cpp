#include "labs/record/review_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/base/error.h"
#include "labs/record/reader.h"
#include "labs/record/writer.h"
#include "tests/labs/record/sample_run.h"

namespace stillhouse {
namespace {

using testing::HasSubstr;

class Review : public testing::Test {
 protected:
  Review() { write_sample_run(run_path()); }

  std::filesystem::path run_path() const { return folder_ / "a.run"; }
  std::filesystem::path path() const { return folder_ / "a.run.review"; }
  RunRecord run() const { return read_run(run_path()); }

  void mark(const std::string& criterion, double points, const std::string& reason = "Seen on the recording.",
            const std::string& by = "Li Wei") const {
    add_mark(run(), {.criterion = criterion, .points = points, .computed = 3.0, .reason = reason, .by = by});
  }

  std::string refusal(const std::function<void()>& act) const {
    try {
      act();
    } catch (const RecordError& error) {
      return error.what();
    }
    return "";
  }

  TemporaryFolder folder_;
};

TEST_F(Review, StandsBesideTheRunAndLeavesItAsItWas) {
  const std::string before = bytes_of(run_path());
  mark("a", 5.0);
  mark("b", 1.5, "他在第 3 步已检查。", "王老师");
  mark("a", 4.0, "Second thoughts.");
  EXPECT_EQ(bytes_of(run_path()), before);
  EXPECT_EQ(review_path(run_path()), path());

  const ReviewFile review = read_review(path());
  EXPECT_TRUE(review.intact());
  EXPECT_TRUE(review.is_of(run()));
  EXPECT_EQ(review.header.run, "a.run");
  EXPECT_EQ(review.header.run_chain, run().chain);
  ASSERT_EQ(review.marks.size(), 3u) << "what was decided before stays";
  EXPECT_EQ(review.marks[1].by, "王老师");
  EXPECT_EQ(review.marks[1].computed, 3.0);
  EXPECT_EQ(review.marks[1].wall.size(), std::string("2026-03-01T09:30:00.250Z").size());
  ASSERT_NE(review.mark_of("a"), nullptr);
  EXPECT_EQ(review.mark_of("a")->points, 4.0) << "the last counts";
  EXPECT_EQ(review.mark_of("c"), nullptr);
}

TEST_F(Review, RefusesAMarkWithoutReasonOrName) {
  EXPECT_THAT(refusal([&] { mark("a", 5.0, " \n"); }), HasSubstr("only with a reason"));
  EXPECT_THAT(refusal([&] { mark("a", 5.0, "because", ""); }), HasSubstr("give a name"));
  EXPECT_THAT(refusal([&] { mark("", 5.0); }), HasSubstr("needs a criterion"));
  EXPECT_THAT(refusal([&] { mark("a", std::numeric_limits<double>::quiet_NaN()); }), HasSubstr("finite"));
  EXPECT_THAT(refusal([&] { mark("a", 1.0, "\xff"); }), HasSubstr("UTF-8"));
  EXPECT_FALSE(std::filesystem::exists(path())) << "nothing of it is left";
}

TEST_F(Review, IsFoundChangedByAnyByte) {
  mark("a", 5.0);
  mark("b", 1.0);
  const std::string whole = bytes_of(path());
  int found = 0;
  for (std::size_t i = 0; i < whole.size(); i += 7) {
    std::string other = whole;
    other[i] = other[i] == 'x' ? 'y' : 'x';
    put_bytes(path(), other);
    try {
      found += read_review(path()).intact() ? 0 : 1;
    } catch (const RecordError&) {
      ++found;
    }
  }
  EXPECT_EQ(found, static_cast<int>((whole.size() + 6) / 7));
  // and nothing is added to it then
  std::string other = whole;
  other[whole.size() - 100] ^= 1;
  put_bytes(path(), other);
  EXPECT_THAT(refusal([&] { mark("a", 2.0); }), HasSubstr("cannot be trusted"));
  EXPECT_EQ(bytes_of(path()), other);
}

TEST_F(Review, OfAnotherStateOfTheRunIsNotGoneOnWith) {
  mark("a", 5.0);
  auto [writer, so_far] = RunWriter::reopen(run_path());
  writer.add(NoteRecord{.scan = 900, .time = 900.0, .kind = "note", .text = {"More.", "更多。"}});
  writer.close();
  EXPECT_FALSE(read_review(path()).is_of(run()));
  EXPECT_THAT(refusal([&] { mark("a", 2.0); }), HasSubstr("another state of the run"));
}

TEST_F(Review, GoesOnAfterATornLine) {
  mark("a", 5.0);
  const std::string whole = bytes_of(path());
  put_bytes(path(), whole + R"({"n":2,"type":"mark","crit)");
  EXPECT_TRUE(read_review(path()).intact());
  mark("b", 1.0);
  const ReviewFile review = read_review(path());
  EXPECT_TRUE(review.intact());
  EXPECT_EQ(review.marks.size(), 2u);
}

TEST_F(Review, SaysThatAForeignFileIsNone) {
  for (const std::string bytes :
       {std::string(), std::string("hello\n"), bytes_of(run_path()), std::string(300, '\0')}) {
    put_bytes(path(), bytes);
    EXPECT_THAT(refusal([&] { read_review(path()); }), HasSubstr("not a review file"));
  }
  EXPECT_THAT(refusal([&] { read_review(folder_ / "none.review"); }), HasSubstr("no such review"));
  EXPECT_THAT(refusal([&] { read_run(path()); }), HasSubstr("not a run file"));
}

}  // namespace
}  // namespace stillhouse
