// The writer: killed at any moment, cut off by the power, two at once, disk full, continued.

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <functional>

#include "engine/base/error.h"
#include "engine/base/hash.h"
#include "labs/record/line.h"
#include "labs/record/reader.h"
#include "labs/record/wall_clock.h"
#include "labs/record/writer.h"
#include "tests/labs/record/sample_run.h"

namespace stillhouse {
namespace {

std::string error_of(const std::function<void()>& act) {
  try {
    act();
  } catch (const RecordError& error) {
    return error.what();
  }
  return "no error";
}

bool says(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

DigestRecord digest_of(Scan scan) {
  return {.scan = scan, .digest = to_hex(sha256(std::to_string(scan)))};
}

TEST(RecordWriter, GoesOnWithTheChainAfterReopening) {
  const TemporaryFolder folder;
  // once in one go, once in three sittings
  RunWriter whole = RunWriter::create(folder / "whole", sample_header());
  for (Scan scan = 1; scan <= 30; ++scan) whole.add(digest_of(scan));
  whole.close();

  RunWriter::create(folder / "parts", sample_header()).close();
  for (Scan first : {1, 11, 21}) {
    auto [writer, run] = RunWriter::reopen(folder / "parts");
    EXPECT_EQ(run.lines, first);
    EXPECT_EQ(run.digests.size(), static_cast<std::size_t>(first - 1));
    EXPECT_EQ(writer.chain(), run.chain);
    for (Scan scan = first; scan < first + 10; ++scan) writer.add(digest_of(scan));
    writer.close();
  }
  EXPECT_EQ(bytes_of(folder / "parts"), bytes_of(folder / "whole"));
  EXPECT_TRUE(read_run(folder / "parts").intact());
}

TEST(RecordWriter, DropsATornLineOfAnyLengthAndGoesOn) {
  const TemporaryFolder folder;
  write_sample_run(folder / "run");
  const std::string bytes = bytes_of(folder / "run");
  const std::size_t last = bytes.rfind('\n', bytes.size() - 2) + 1;
  for (std::size_t length = last + 1; length < bytes.size(); ++length) {
    put_bytes(folder / "torn", bytes.substr(0, length));
    const RunRecord torn = read_run(folder / "torn");
    ASSERT_TRUE(torn.intact()) << length;
    ASSERT_TRUE(says(torn.torn, "line 14 was cut short")) << torn.torn;
    ASSERT_EQ(torn.intact_bytes, last);
    ASSERT_EQ(torn.result(), nullptr);

    // the record that was lost, written again, gives the file that was to be
    auto [writer, run] = RunWriter::reopen(folder / "torn");
    writer.add(sample_records().back());
    writer.close();
    ASSERT_EQ(bytes_of(folder / "torn"), bytes) << length;
  }
}

TEST(RecordWriter, DoesNotGoOnWithAChangedRun) {
  const TemporaryFolder folder;
  write_sample_run(folder / "run");
  std::string bytes = bytes_of(folder / "run");
  bytes[bytes.find("LIC-101")] = 'T';
  put_bytes(folder / "run", bytes);
  EXPECT_TRUE(says(error_of([&] { RunWriter::reopen(folder / "run"); }), "run:3: the line was changed"));
  EXPECT_EQ(bytes_of(folder / "run"), bytes);
  // and does not keep it locked
  EXPECT_TRUE(says(error_of([&] { RunWriter::reopen(folder / "run"); }), "run:3: the line was changed"));
}

TEST(RecordWriter, LosesNothingFlushedWhenKilled) {
  const TemporaryFolder folder;
  for (int round = 0; round < 8; ++round) {
    const std::filesystem::path path = folder / ("run" + std::to_string(round));
    int pipe_ends[2];
    ASSERT_EQ(::pipe(pipe_ends), 0);
    const pid_t child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
      // flush a scan, tell the parent of it, and so on until killed
      RunWriter writer = RunWriter::create(path, sample_header());
      for (Scan scan = 1;; ++scan) {
        writer.add(digest_of(scan));
        writer.add(TaskRecord{.scan = scan, .time = static_cast<double>(scan), .id = "cool", .state = "open"});
        writer.flush();
        if (::write(pipe_ends[1], &scan, sizeof(scan)) != sizeof(scan)) ::_exit(1);
      }
    }
    ::close(pipe_ends[1]);

    // kill it in the middle of its writing, each round at another moment
    Scan told = 0;
    const Scan enough = 20 + 37 * round;
    while (told < enough) ASSERT_EQ(::read(pipe_ends[0], &told, sizeof(told)), static_cast<ssize_t>(sizeof(told)));
    ASSERT_EQ(::kill(child, SIGKILL), 0);
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    EXPECT_TRUE(WIFSIGNALED(status));
    while (::read(pipe_ends[0], &told, sizeof(told)) == static_cast<ssize_t>(sizeof(told))) {
    }
    ::close(pipe_ends[0]);

    // everything the child knew to be flushed is there, and the run goes on
    auto [writer, run] = RunWriter::reopen(path);
    EXPECT_TRUE(run.intact());
    ASSERT_GE(run.digests.size(), static_cast<std::size_t>(told));
    EXPECT_LE(run.digests.size(), static_cast<std::size_t>(told) + 1);
    EXPECT_GE(run.tasks.size(), static_cast<std::size_t>(told));
    writer.add(digest_of(run.digests.back().scan + 1));
    writer.close();
    EXPECT_TRUE(read_run(path).intact());
  }
}

TEST(RecordWriter, IsTheOnlyOne) {
  const TemporaryFolder folder;
  RunWriter first = RunWriter::create(folder / "run", sample_header());
  EXPECT_TRUE(says(error_of([&] { RunWriter::reopen(folder / "run"); }), "another program is writing this run"));
  EXPECT_TRUE(says(error_of([&] { RunWriter::create(folder / "run", sample_header()); }), "exists already"));

  // reading is free meanwhile
  first.add(digest_of(1));
  first.flush();
  EXPECT_EQ(read_run(folder / "run").digests.size(), 1u);
  first.close();
  EXPECT_NO_THROW(RunWriter::reopen(folder / "run"));
}

TEST(RecordWriter, TakesBackAHalfWrittenBatchWhenTheDiskIsFull) {
  const TemporaryFolder folder;
  const std::filesystem::path path = folder / "run";
  // a limit on the size of files stands for a full disk; in a child, because it cannot be told from the tests' own
  const pid_t child = ::fork();
  ASSERT_GE(child, 0);
  if (child == 0) {
    ::signal(SIGXFSZ, SIG_IGN);
    RunWriter writer = RunWriter::create(path, sample_header());
    writer.add(digest_of(1));
    writer.flush();
    const std::uint64_t whole = std::filesystem::file_size(path);
    rlimit limit{};
    ::getrlimit(RLIMIT_FSIZE, &limit);
    const rlim_t before = limit.rlim_cur;
    limit.rlim_cur = whole + 100;
    ::setrlimit(RLIMIT_FSIZE, &limit);

    writer.add(digest_of(2));
    writer.add(digest_of(3));
    if (!says(error_of([&] { writer.flush(); }), "largest size allowed")) ::_exit(2);
    if (std::filesystem::file_size(path) != whole) ::_exit(3);
    if (!says(error_of([&] { writer.flush(); }), "largest size allowed")) ::_exit(4);

    // room again: nothing was lost, nothing is there twice
    limit.rlim_cur = before;
    ::setrlimit(RLIMIT_FSIZE, &limit);
    writer.add(digest_of(4));
    writer.close();
    ::_exit(0);
  }
  int status = 0;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  ASSERT_TRUE(WIFEXITED(status));
  ASSERT_EQ(WEXITSTATUS(status), 0);
  const RunRecord run = read_run(path);
  EXPECT_TRUE(run.intact());
  EXPECT_EQ(run.digests.size(), 4u);
}

TEST(RecordWriter, SaysWhatToDo) {
  const TemporaryFolder folder;
  EXPECT_TRUE(says(error_of([&] { RunWriter::create(folder / "no/run", sample_header()); }), "folder does not exist"));
  EXPECT_TRUE(says(error_of([&] { RunWriter::reopen(folder / "none"); }), "no such run"));
  EXPECT_TRUE(says(error_of([&] { RunWriter::reopen(std::filesystem::temp_directory_path()); }), "this is a folder"));
  EXPECT_TRUE(says(error_of([&] { RunWriter::create("/proc/stillhouse_run", sample_header()); }), "cannot begin"));

  // a header that cannot be written leaves no file behind
  HeaderRecord broken = sample_header();
  broken.lab = "\xff";
  EXPECT_TRUE(says(error_of([&] { RunWriter::create(folder / "run", broken); }), "not UTF-8"));
  EXPECT_FALSE(std::filesystem::exists(folder / "run"));

  RunWriter writer = RunWriter::create(folder / "run", sample_header());
  writer.close();
  EXPECT_TRUE(says(error_of([&] { writer.add(digest_of(1)); }), "the run is closed"));
  writer.close();
}

TEST(RecordWriter, CanBeMoved) {
  const TemporaryFolder folder;
  RunWriter first = RunWriter::create(folder / "first", sample_header());
  RunWriter second = RunWriter::create(folder / "second", sample_header());
  second.add(digest_of(1));
  first = std::move(second);
  first.add(digest_of(2));
  first.close();
  EXPECT_EQ(read_run(folder / "second").digests.size(), 2u);
}

TEST(WallClock, IsIsoInUtc) {
  const std::string now = wall_time_now();
  ASSERT_EQ(now.size(), 24u) << now;
  EXPECT_EQ(now[10], 'T');
  EXPECT_EQ(now[19], '.');
  EXPECT_EQ(now.back(), 'Z');
  EXPECT_EQ(std::count(now.begin(), now.end(), '-'), 2);
}

}  // namespace
}  // namespace stillhouse
