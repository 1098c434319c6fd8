#include "labs/record/chained_file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include "engine/base/error.h"
#include "labs/record/line.h"

namespace stillhouse {
namespace {

std::string advice(const std::string& what, int error_number) {
  switch (error_number) {
    case EEXIST:
      return "the file exists already; choose another name, or continue that " + what;
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
      return "the file has reached the largest size allowed here; raise the limit (ulimit -f) and continue the " + what;
    default:
      return std::string("the system says: ") + std::strerror(error_number);
  }
}

}  // namespace

ChainedFile::ChainedFile(std::filesystem::path path, const char* what, int descriptor)
    : path_(std::move(path)), what_(what), descriptor_(descriptor) {}

ChainedFile ChainedFile::create(const std::filesystem::path& path, const char* what) {
  ChainedFile file(path, what, ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC, 0644));
  if (file.descriptor_ < 0) file.refuse("cannot begin the " + std::string(what), errno);
  file.lock();
  return file;
}

ChainedFile ChainedFile::open(const std::filesystem::path& path, const char* what) {
  ChainedFile file(path, what, ::open(path.c_str(), O_RDWR | O_APPEND | O_CLOEXEC));
  if (file.descriptor_ < 0) {
    const std::string kind = what;
    if (errno == ENOENT) {
      throw RecordError(path.string(), 0, "no such " + kind + "; give the name of a " + kind + " file");
    }
    file.refuse("cannot continue the " + kind, errno);
  }
  file.lock();
  return file;
}

void ChainedFile::go_on_after(std::int64_t lines, std::uint64_t bytes, const std::string& chain) {
  struct stat status {};
  const std::string kind = what_;
  if (::fstat(descriptor_, &status) != 0) refuse("cannot continue the " + kind, errno);
  if (static_cast<std::uint64_t>(status.st_size) != bytes && ::ftruncate(descriptor_, static_cast<off_t>(bytes)) != 0) {
    refuse("cannot cut off the torn last line", errno);
  }
  next_ = lines;
  written_ = bytes;
  chain_ = chain;
}

// the lock goes away with the descriptor, also when the program is killed
void ChainedFile::lock() {
  int answer = 0;
  do {
    answer = ::flock(descriptor_, LOCK_EX | LOCK_NB);
  } while (answer != 0 && errno == EINTR);
  if (answer == 0) return;
  const int error_number = errno;
  ::close(std::exchange(descriptor_, -1));
  const std::string kind = what_;
  if (error_number == EWOULDBLOCK) {
    throw RecordError(path_.string(), 0, "another program is writing this " + kind + "; close it there first");
  }
  refuse("cannot lock the " + kind, error_number);
}

ChainedFile::ChainedFile(ChainedFile&& other) noexcept
    : path_(std::move(other.path_)),
      what_(other.what_),
      descriptor_(std::exchange(other.descriptor_, -1)),
      next_(other.next_),
      written_(other.written_),
      chain_(std::move(other.chain_)),
      pending_(std::move(other.pending_)) {
  other.pending_.clear();
}

ChainedFile& ChainedFile::operator=(ChainedFile&& other) noexcept {
  // what this one held goes away with `other`
  std::swap(path_, other.path_);
  std::swap(what_, other.what_);
  std::swap(descriptor_, other.descriptor_);
  std::swap(next_, other.next_);
  std::swap(written_, other.written_);
  std::swap(chain_, other.chain_);
  std::swap(pending_, other.pending_);
  return *this;
}

ChainedFile::~ChainedFile() {
  if (descriptor_ < 0) return;
  try {
    flush();
  } catch (const RecordError&) {
    // nobody is left to be told; the file holds whole lines
  }
  ::close(descriptor_);
}

void ChainedFile::add(std::string_view body) {
  chain_ = chain_after(chain_, body);
  pending_ += whole_line(body, chain_);
  ++next_;
}

void ChainedFile::flush() {
  if (pending_.empty()) return;
  const std::string kind = what_;
  if (descriptor_ < 0) throw RecordError(path_.string(), 0, "the " + kind + " is closed; open it again to go on");
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
      refuse("cannot write to the " + kind, error_number);
    }
    done += static_cast<std::size_t>(count);
  }
  written_ += pending_.size();
  pending_.clear();
}

void ChainedFile::close() {
  if (descriptor_ < 0) return;
  flush();
  const std::string kind = what_;
  // a file system that cannot be asked (a pipe, some network shares) says EINVAL; that is no loss
  if (::fsync(descriptor_) != 0 && errno != EINVAL && errno != EROFS) {
    refuse("cannot put the " + kind + " on the disk", errno);
  }
  const int descriptor = std::exchange(descriptor_, -1);
  if (::close(descriptor) != 0 && errno != EINTR) refuse("cannot close the " + kind, errno);
}

void ChainedFile::discard() {
  pending_.clear();
  ::unlink(path_.c_str());
}

void ChainedFile::refuse(const std::string& doing, int error_number) const {
  throw RecordError(path_.string(), 0, doing + ": " + advice(what_, error_number));
}

}  // namespace stillhouse
