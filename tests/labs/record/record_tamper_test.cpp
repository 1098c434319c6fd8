// A changed byte anywhere is found, and the line is named.

#include <gtest/gtest.h>

#include <algorithm>

#include "engine/base/error.h"
#include "engine/base/hash.h"
#include "labs/record/line.h"
#include "labs/record/reader.h"
#include "labs/record/writer.h"
#include "tests/labs/record/sample_run.h"

namespace stillhouse {
namespace {

class RecordTamper : public testing::Test {
 protected:
  RecordTamper() {
    write_sample_run(folder_ / "run");
    bytes_ = bytes_of(folder_ / "run");
    lines_ = lines_of(bytes_);
  }

  /// The first line that is said to be wrong; 0 if all is said to be well.
  std::int64_t first_wrong_line(const std::string& bytes) {
    put_bytes(folder_ / "changed", bytes);
    try {
      const RunRecord run = read_run(folder_ / "changed");
      torn_ = !run.torn.empty();
      return run.intact() ? 0 : run.problems.front().line;
    } catch (const RecordError& error) {
      return error.line();
    }
  }

  TemporaryFolder folder_;
  std::string bytes_;
  std::vector<std::string> lines_;
  bool torn_ = false;
};

TEST_F(RecordTamper, FindsNothingInAnUntouchedRun) {
  EXPECT_EQ(first_wrong_line(bytes_), 0);
}

TEST_F(RecordTamper, FindsEveryChangedByte) {
  for (std::size_t i = 0; i < bytes_.size(); ++i) {
    const std::int64_t line = 1 + std::count(bytes_.begin(), bytes_.begin() + static_cast<std::ptrdiff_t>(i), '\n');
    // one bit, all bits, a space, a newline
    for (const char replacement : {static_cast<char>(bytes_[i] ^ 1), static_cast<char>(~bytes_[i]), ' ', '\n'}) {
      if (replacement == bytes_[i]) continue;
      std::string changed = bytes_;
      changed[i] = replacement;
      ASSERT_EQ(first_wrong_line(changed), line) << "byte " << i << " replaced by " << static_cast<int>(replacement);
    }
  }
}

TEST_F(RecordTamper, FindsEveryDeletedByte) {
  // without its last byte, the newline, the last line counts as torn and is told as such; any other is a change
  for (std::size_t i = 0; i + 1 < bytes_.size(); ++i) {
    std::string changed = bytes_;
    changed.erase(i, 1);
    ASSERT_NE(first_wrong_line(changed), 0) << "byte " << i;
  }
  EXPECT_EQ(first_wrong_line(bytes_.substr(0, bytes_.size() - 1)), 0);
  EXPECT_TRUE(torn_);
}

TEST_F(RecordTamper, FindsEveryInsertedSpace) {
  for (std::size_t i = 0; i <= bytes_.size(); ++i) {
    for (const char extra : {' ', '\n'}) {
      std::string changed = bytes_;
      changed.insert(i, 1, extra);
      ASSERT_NE(first_wrong_line(changed), 0) << "at byte " << i;
    }
  }
}

TEST_F(RecordTamper, FindsEveryDeletedLine) {
  // the file may end after any line: a run that was killed there looks the same
  for (std::size_t i = 0; i + 1 < lines_.size(); ++i) {
    std::vector<std::string> changed = lines_;
    changed.erase(changed.begin() + static_cast<std::ptrdiff_t>(i));
    ASSERT_EQ(first_wrong_line(joined(changed)), static_cast<std::int64_t>(i) + 1);
  }
}

TEST_F(RecordTamper, FindsEveryDuplicatedLine) {
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    std::vector<std::string> changed = lines_;
    changed.insert(changed.begin() + static_cast<std::ptrdiff_t>(i), lines_[i]);
    ASSERT_EQ(first_wrong_line(joined(changed)), static_cast<std::int64_t>(i) + 2);
  }
}

TEST_F(RecordTamper, FindsEverySwap) {
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    for (std::size_t j = i + 1; j < lines_.size(); ++j) {
      std::vector<std::string> changed = lines_;
      std::swap(changed[i], changed[j]);
      ASSERT_EQ(first_wrong_line(joined(changed)), static_cast<std::int64_t>(i) + 1);
    }
  }
}

TEST_F(RecordTamper, FindsALineOfAnotherRun) {
  // the same numbers and types, another student: only the chain tells them apart
  HeaderRecord other = sample_header();
  other.student = "s-43";
  RunWriter writer = RunWriter::create(folder_ / "other", other);
  for (const Record& record : sample_records()) writer.add(record);
  writer.close();
  const std::vector<std::string> lines = lines_of(bytes_of(folder_ / "other"));
  for (std::size_t i = 0; i < lines.size(); ++i) {
    std::vector<std::string> changed = lines_;
    changed[i] = lines[i];
    // a foreign header is a good header; what follows it does not fit
    ASSERT_EQ(first_wrong_line(joined(changed)), std::max<std::int64_t>(static_cast<std::int64_t>(i) + 1, 2));
  }
}

TEST_F(RecordTamper, FindsAnotherLabText) {
  // somebody writes the whole chain anew but leaves the digest of the file he changed
  HeaderRecord header = std::get<HeaderRecord>(record_in(cut_line(lines_[0])->body, 0));
  header.files["lab.lua"] += "-- easier";
  const std::string body = line_body(0, header);
  EXPECT_EQ(first_wrong_line(whole_line(body, chain_after("", body))), 1);
}

TEST_F(RecordTamper, NamesEachChangedLineOnce) {
  std::string& third = lines_[2];
  third[third.find("permitted")] = 'P';
  std::string& ninth = lines_[8];
  ninth[ninth.find("cool")] = 'C';
  put_bytes(folder_ / "changed", joined(lines_));
  const RunRecord run = read_run(folder_ / "changed");
  ASSERT_EQ(run.problems.size(), 2u);
  EXPECT_EQ(run.problems[0].line, 3);
  EXPECT_EQ(run.problems[1].line, 9);
  try {
    require_intact(run);
    FAIL() << "a changed run passed for an intact one";
  } catch (const RecordError& error) {
    EXPECT_EQ(error.line(), 3);
    EXPECT_NE(std::string(error.what()).find("/changed:3: the line was changed"), std::string::npos) << error.what();
    EXPECT_NE(std::string(error.what()).find("1 more"), std::string::npos) << error.what();
  }
}

}  // namespace
}  // namespace stillhouse
