// What is written is what is read: every field of every record, every bit of every number, in every locale.

#include <gtest/gtest.h>

#include <bit>
#include <clocale>
#include <cmath>
#include <locale>
#include <stdexcept>

#include "engine/base/error.h"
#include "engine/base/hash.h"
#include "labs/record/line.h"
#include "labs/record/reader.h"
#include "labs/record/writer.h"
#include "tests/labs/record/sample_run.h"

namespace stillhouse {
namespace {

double value_through_file(double value) {
  const CommandRecord command{.verb = "set", .tag = "HIC-201", .value = value};
  return *std::get<CommandRecord>(record_in(line_body(3, command), 3)).value;
}

TEST(RecordRoundTrip, KeepsEveryRecord) {
  const TemporaryFolder folder;
  write_sample_run(folder / "run");
  const RunRecord run = read_run(folder / "run");
  EXPECT_TRUE(run.intact());
  EXPECT_EQ(run.torn, "");
  EXPECT_EQ(run.lines, static_cast<std::int64_t>(sample_records().size()) + 1);
  EXPECT_EQ(run.intact_bytes, std::filesystem::file_size(folder / "run"));

  // every record gives the same line again, so that no field was lost
  const std::vector<std::string> lines = lines_of(bytes_of(folder / "run"));
  std::size_t n = 1;
  for (const Record& record : sample_records()) {
    const RunLine cut = cut_line(lines.at(n)).value();
    EXPECT_EQ(line_body(static_cast<std::int64_t>(n), record), cut.body);
    EXPECT_EQ(line_body(static_cast<std::int64_t>(n), record_in(cut.body, static_cast<std::int64_t>(n))), cut.body);
    ++n;
  }
  EXPECT_EQ(run.chain, cut_line(lines.back())->chain);
}

TEST(RecordRoundTrip, KeepsEveryField) {
  const TemporaryFolder folder;
  write_sample_run(folder / "run");
  const RunRecord run = read_run(folder / "run");

  EXPECT_EQ(run.header.seed, 18446744073709551615u);
  EXPECT_EQ(run.header.files, sample_header().files);
  EXPECT_EQ(run.header.file_digests.at("chain"), to_hex(sha256("a trap")));
  EXPECT_EQ(run.header.student, "s-42");
  EXPECT_EQ(run.header.operator_name, "good");
  EXPECT_EQ(run.header.line, 1);

  ASSERT_EQ(run.commands.size(), 3u);
  EXPECT_EQ(run.commands[0].line, 2);
  EXPECT_EQ(run.commands[0].value, 0.1);
  EXPECT_TRUE(run.commands[0].accepted());
  EXPECT_EQ(run.commands[1].actor, Actor::instructor);
  EXPECT_EQ(run.commands[1].text, "auto\n\"quoted\" \x01");
  EXPECT_EQ(run.commands[1].refused, "not permitted: 不允许");
  EXPECT_FALSE(run.commands[1].accepted());
  EXPECT_FALSE(run.commands[1].value.has_value());
  EXPECT_EQ(run.commands[2].actor, Actor::operator_file);

  const std::map<std::string, double>& values = run.readings.at(0).values;
  EXPECT_EQ(values.at("TI-112"), 296.1500000000001);
  EXPECT_TRUE(std::signbit(values.at("PI-101")));
  EXPECT_EQ(values.at("chain"), 5e-324);
  EXPECT_TRUE(std::isnan(values.at("AI-130")));

  EXPECT_EQ(run.alarms.at(0).text, (Text{"Level low", "液位低"}));
  EXPECT_EQ(run.tasks.at(0).id, "cool");
  EXPECT_EQ(run.faults.at(0).state, "active");
  EXPECT_EQ(run.notes.at(0).kind, "warning");
  EXPECT_EQ(run.failures.at(0).time, 19.25);
  EXPECT_EQ(run.failures.at(0).equations.at(1), "rate law");
  EXPECT_EQ(run.backtracks.at(0).to, 12);

  const ResultRecord& result = *run.result();
  EXPECT_EQ(result.score, 66.6);
  EXPECT_EQ(result.criteria.at(1), std::make_pair(std::string("alarms"), 1.0 / 3.0));
  EXPECT_EQ(result.tasks.at(0).first, "cool");
  EXPECT_TRUE(result.aborted);
  EXPECT_EQ(result.abort_reason, "dry-out");
}

TEST(RecordRoundTrip, KeepsEveryBitOfANumber) {
  // all exponents, with significands from a multiplicative generator (Knuth, TAOCP 2, 3.3.4, MMIX line)
  std::uint64_t bits = 1;
  int tried = 0;
  for (int i = 0; i < 40000; ++i) {
    bits = bits * 6364136223846793005u + 1442695040888963407u;
    const double number = std::bit_cast<double>(bits ^ (bits >> 32));
    if (!std::isfinite(number)) continue;
    ASSERT_EQ(std::bit_cast<std::uint64_t>(value_through_file(number)), std::bit_cast<std::uint64_t>(number));
    ++tried;
  }
  EXPECT_GT(tried, 39000);
  for (const double number : {0.0, -0.0, 5e-324, 2.2250738585072014e-308, 1.7976931348623157e308, 9007199254740993.0,
                              1e22, 1e23, 600.0, -1.0, 18446744073709551616.0, 0.3}) {
    EXPECT_EQ(std::bit_cast<std::uint64_t>(value_through_file(number)), std::bit_cast<std::uint64_t>(number)) << number;
  }
}

/// A locale as a German or French desktop has it: comma for the point, points between thousands.
struct CommaPunctuation : std::numpunct<char> {
  char do_decimal_point() const override { return ','; }
  char do_thousands_sep() const override { return '.'; }
  std::string do_grouping() const override { return "\3"; }
};

TEST(RecordRoundTrip, DoesNotDependOnTheLocale) {
  const CommandRecord command{.scan = 1234567, .time = 1234567.5, .verb = "set", .value = 1234.5678};
  const std::string expected = line_body(1234567, command);
  EXPECT_NE(expected.find("1234.5678"), std::string::npos);

  const std::locale before = std::locale::global(std::locale(std::locale::classic(), new CommaPunctuation));
  EXPECT_EQ(line_body(1234567, command), expected);
  EXPECT_EQ(value_through_file(1234.5678), 1234.5678);
  std::locale::global(before);

  // the C library's locale, where such a one is installed
  const std::string c_before = std::setlocale(LC_ALL, nullptr);
  for (const char* name : {"de_DE.UTF-8", "de_DE.utf8", "fr_FR.UTF-8", "fr_FR.utf8", "de_DE"}) {
    if (std::setlocale(LC_ALL, name) == nullptr) continue;
    EXPECT_STREQ(std::localeconv()->decimal_point, ",");
    EXPECT_EQ(line_body(1234567, command), expected) << name;
    EXPECT_EQ(value_through_file(1234.5678), 1234.5678) << name;
    break;
  }
  std::setlocale(LC_ALL, c_before.c_str());
}

TEST(RecordRoundTrip, RefusesWhatAFileCannotHold) {
  EXPECT_THROW(line_body(1, CommandRecord{.verb = "set", .value = std::nan("")}), std::invalid_argument);
  EXPECT_THROW(line_body(1, CommandRecord{.time = HUGE_VAL, .verb = "set"}), std::invalid_argument);
  EXPECT_THROW(line_body(1, CommandRecord{.verb = "\xff\xfe"}), std::invalid_argument);
  EXPECT_THROW(line_body(1, CommandRecord{.verb = "\xc0\xaf"}), std::invalid_argument) << "overlong";
  EXPECT_THROW(line_body(1, CommandRecord{.scan = -1, .verb = "set"}), std::invalid_argument);

  // the writer says so with the file and goes on with the next record
  const TemporaryFolder folder;
  RunWriter writer = RunWriter::create(folder / "run", sample_header());
  EXPECT_THROW(writer.add(CommandRecord{.verb = "\xff"}), RecordError);
  writer.add(DigestRecord{.scan = 1, .digest = to_hex(sha256(""))});
  writer.close();
  const RunRecord run = read_run(folder / "run");
  EXPECT_TRUE(run.intact());
  EXPECT_EQ(run.digests.size(), 1u);
}

TEST(WithoutUndone, LeavesOutWhatABacktrackUndid) {
  RunRecord run;
  run.commands = {{.line = 2, .scan = 4}, {.line = 3, .scan = 5}, {.line = 6, .scan = 9}, {.line = 9, .scan = 5}};
  run.digests = {{.line = 4, .scan = 5}, {.line = 5, .scan = 6}, {.line = 10, .scan = 6}};
  run.alarms = {{.line = 7, .scan = 8}, {.line = 11, .scan = 8}};
  run.backtracks = {{.line = 8, .from = 10, .to = 5}};
  const RunRecord kept = without_undone(run);

  // a command of scan 5 came after the state at the beginning of scan 5; the digest of 5 scans is that state
  ASSERT_EQ(kept.commands.size(), 2u);
  EXPECT_EQ(kept.commands[0].line, 2);
  EXPECT_EQ(kept.commands[1].line, 9);
  ASSERT_EQ(kept.digests.size(), 2u);
  EXPECT_EQ(kept.digests[0].line, 4);
  EXPECT_EQ(kept.digests[1].line, 10);
  ASSERT_EQ(kept.alarms.size(), 1u);
  EXPECT_EQ(kept.alarms[0].line, 11);
  EXPECT_EQ(kept.backtracks.size(), 1u);
}

}  // namespace
}  // namespace stillhouse
