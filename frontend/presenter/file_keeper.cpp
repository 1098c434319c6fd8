#include "frontend/presenter/file_keeper.h"

#include <filesystem>
#include <fstream>
#include <system_error>
#include <utility>

namespace stillhouse {

FileKeeper::FileKeeper(std::string folder) : folder_(std::move(folder)), thread_([this] { work(); }) {}

FileKeeper::~FileKeeper() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  came_.notify_all();
  thread_.join();
}

void FileKeeper::keep(std::string name, std::string ending, std::string bytes) {
  {
    const std::lock_guard lock(mutex_);
    files_.push_back({std::move(name), std::move(ending), std::move(bytes)});
  }
  came_.notify_all();
}

std::optional<FileKeeper::Outcome> FileKeeper::outcome() {
  const std::lock_guard lock(mutex_);
  return std::exchange(outcome_, std::nullopt);
}

void FileKeeper::work() {
  std::unique_lock lock(mutex_);
  for (;;) {
    came_.wait(lock, [this] { return stopping_ || !files_.empty(); });
    if (files_.empty()) return;
    const File file = std::move(files_.front());
    files_.erase(files_.begin());
    lock.unlock();
    Outcome outcome = write(file);
    lock.lock();
    outcome_ = std::move(outcome);
  }
}

FileKeeper::Outcome FileKeeper::write(const File& file) const {
  namespace fs = std::filesystem;
  std::error_code error;
  const fs::path folder = fs::absolute(folder_, error);
  if (!error) fs::create_directories(folder, error);
  if (error) return {false, folder_ + ": " + error.message()};
  fs::path path = folder / (file.name + file.ending);
  for (int i = 2; fs::exists(path, error); ++i) path = folder / (file.name + "-" + std::to_string(i) + file.ending);
  std::ofstream stream(path, std::ios::binary);
  stream.write(file.bytes.data(), static_cast<std::streamsize>(file.bytes.size()));
  stream.close();
  if (!stream) return {false, path.string()};
  return {true, path.string()};
}

}  // namespace stillhouse
