#pragma once

#include <condition_variable>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace stillhouse {

/// Writes files on a thread of its own, so that a slow disk stalls no picture. A name that is taken gets a number:
/// nothing is overwritten.
class FileKeeper {
 public:
  /// What came of a file.
  struct Outcome {
    bool well = true;
    std::string told;  ///< the file's whole path, or why it could not be written
  };

  /// Files go to this folder, which is made when the first one comes.
  explicit FileKeeper(std::string folder);
  /// Waits for what is still to be written.
  ~FileKeeper();
  FileKeeper(const FileKeeper&) = delete;
  FileKeeper& operator=(const FileKeeper&) = delete;

  /// `ending` with its dot: ".csv".
  void keep(std::string name, std::string ending, std::string bytes);
  /// The newest outcome that has not been asked for yet.
  std::optional<Outcome> outcome();

 private:
  struct File {
    std::string name, ending, bytes;
  };
  void work();
  Outcome write(const File& file) const;

  std::string folder_;
  std::mutex mutex_;
  std::condition_variable came_;
  std::vector<File> files_;
  std::optional<Outcome> outcome_;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace stillhouse
