#include "labs/record/writer.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <stdexcept>

#include "engine/base/error.h"
#include "engine/base/hash.h"
#include "labs/record/line.h"
#include "labs/record/reader.h"

namespace stillhouse {
namespace {

std::string advice(int error_number) {
  switch (error_number) {
    case EEXIST:
      return "the file exists already; choose another name, or continue that run";
    case ENOENT:
      return "the folder does not exist; make it, or choose another";
    case EACCES:
    case EPERM:
    case EROFS:
      return "writing is not permitted here; choose a folder of your own, or ask for permission";
    case EISDIR:
      return "this is a folder; give the name of a file in it";
    case ENOSPC:
    case EDQUOT:
      return "the disk is full; free some space and try again, nothing written so far is lost";
    case EFBIG:
      return "the file has reached the largest size allowed here; raise the limit (ulimit -f) and continue the run";
    default:
      return std::string("the system says: ") + std::strerror(error_number);
  }
}

[[noreturn]] void refuse(const std::filesystem::path& path, const std::string& doing, int error_number) {
  throw RecordError(path.string(), 0, doing + ": " + advice(error_number));
}

// the lock goes away with the descriptor, also when the program is killed
void lock(const std::filesystem::path& path, int descriptor) {
  int answer = 0;
  do {
    answer = ::flock(descriptor, LOCK_EX | LOCK_NB);
  } while (answer != 0 && errno == EINTR);
  if (answer == 0) return;
  const int error_number = errno;
  ::close(descriptor);
  if (error_number == EWOULDBLOCK) {
    throw RecordError(path.string(), 0, "another program is writing this run; close it there first");
  }
  refuse(path, "cannot lock the run", error_number);
}

}  // namespace

RunWriter RunWriter::create(const std::filesystem::path& path, const HeaderRecord& header) {
  const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC, 0644);
  if (descriptor < 0) refuse(path, "cannot begin the run", errno);
  lock(path, descriptor);
  RunWriter writer(path, descriptor);

  HeaderRecord complete = header;
  complete.format = run_format_version;
  complete.file_digests.clear();
  for (const auto& [name, text] : complete.files) complete.file_digests[name] = to_hex(sha256(text));
  try {
    writer.add(complete);
    writer.flush();
  } catch (...) {
    // a run without its header is of no use to anybody and would block the name
    writer.pending_.clear();
    ::unlink(path.c_str());
    throw;
  }
  return writer;
}

std::pair<RunWriter, RunRecord> RunWriter::reopen(const std::filesystem::path& path) {
  const int descriptor = ::open(path.c_str(), O_RDWR | O_APPEND | O_CLOEXEC);
  if (descriptor < 0) {
    if (errno == ENOENT) throw RecordError(path.string(), 0, "no such run; give the name of a run file");
    refuse(path, "cannot continue the run", errno);
  }
  // locked before it is read, so that nobody appends between the two
  lock(path, descriptor);
  RunWriter writer(path, descriptor);
  RunRecord run = read_run(path);
  require_intact(run);

  // what was torn was never part of the chain
  struct stat status {};
  if (::fstat(descriptor, &status) != 0) refuse(path, "cannot continue the run", errno);
  if (static_cast<std::uint64_t>(status.st_size) != run.intact_bytes &&
      ::ftruncate(descriptor, static_cast<off_t>(run.intact_bytes)) != 0) {
    refuse(path, "cannot cut off the torn last line", errno);
  }
  writer.next_ = run.lines;
  writer.written_ = run.intact_bytes;
  writer.chain_ = run.chain;
  return {std::move(writer), std::move(run)};
}

RunWriter::RunWriter(RunWriter&& other) noexcept
    : path_(std::move(other.path_)),
      descriptor_(std::exchange(other.descriptor_, -1)),
      next_(other.next_),
      written_(other.written_),
      chain_(std::move(other.chain_)),
      pending_(std::move(other.pending_)) {
  other.pending_.clear();
}

RunWriter& RunWriter::operator=(RunWriter&& other) noexcept {
  // what this one held goes away with `other`
  std::swap(path_, other.path_);
  std::swap(descriptor_, other.descriptor_);
  std::swap(next_, other.next_);
  std::swap(written_, other.written_);
  std::swap(chain_, other.chain_);
  std::swap(pending_, other.pending_);
  return *this;
}

RunWriter::~RunWriter() {
  if (descriptor_ < 0) return;
  try {
    flush();
  } catch (const RecordError&) {
    // nobody is left to be told; the file holds whole lines
  }
  ::close(descriptor_);
}

void RunWriter::add(const Record& record) {
  if (descriptor_ < 0) throw RecordError(path_.string(), 0, "the run is closed; open it again to go on");
  std::string body;
  try {
    body = line_body(next_, record);
  } catch (const std::invalid_argument& problem) {
    throw RecordError(path_.string(), static_cast<int>(next_ + 1), std::string("not written: ") + problem.what());
  }
  chain_ = chain_after(chain_, body);
  pending_ += whole_line(body, chain_);
  ++next_;
}

void RunWriter::flush() {
  if (pending_.empty()) return;
  if (descriptor_ < 0) throw RecordError(path_.string(), 0, "the run is closed; open it again to go on");
  std::size_t done = 0;
  while (done < pending_.size()) {
    const ssize_t count = ::write(descriptor_, pending_.data() + done, pending_.size() - done);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) {
      const int error_number = errno;
      // take back the part of the batch that went in, so that trying again does not write it twice; if even that
      // fails, remember how far it went and go on from there
      if (::ftruncate(descriptor_, static_cast<off_t>(written_)) != 0) {
        written_ += done;
        pending_.erase(0, done);
      }
      fail("cannot write to the run", error_number);
    }
    done += static_cast<std::size_t>(count);
  }
  written_ += pending_.size();
  pending_.clear();
}

void RunWriter::close() {
  if (descriptor_ < 0) return;
  flush();
  // a file system that cannot be asked (a pipe, some network shares) says EINVAL; that is no loss
  if (::fsync(descriptor_) != 0 && errno != EINVAL && errno != EROFS) fail("cannot put the run on the disk", errno);
  const int descriptor = std::exchange(descriptor_, -1);
  if (::close(descriptor) != 0 && errno != EINTR) fail("cannot close the run", errno);
}

void RunWriter::fail(const std::string& doing, int error_number) const {
  refuse(path_, doing, error_number);
}

}  // namespace stillhouse
