#include "frontend/presenter/start_page_reader.h"

#include <exception>
#include <utility>

namespace stillhouse {

StartPageReader::StartPageReader(std::function<void()> wake, std::function<StartPage()> read)
    : wake_(std::move(wake)), read_(std::move(read)), thread_([this] { work(); }) {}

StartPageReader::~StartPageReader() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  changed_.notify_all();
  thread_.join();
}

void StartPageReader::read_again() {
  {
    const std::lock_guard lock(mutex_);
    wanted_ = true;
  }
  changed_.notify_all();
}

std::shared_ptr<const StartPage> StartPageReader::page() const {
  const std::lock_guard lock(mutex_);
  return page_;
}

void StartPageReader::wait() const {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return !wanted_ && !reading_; });
}

void StartPageReader::work() {
  std::unique_lock lock(mutex_);
  for (;;) {
    changed_.wait(lock, [this] { return stopping_ || wanted_; });
    if (stopping_) return;
    wanted_ = false;
    reading_ = true;
    lock.unlock();
    std::shared_ptr<const StartPage> page;
    try {
      page = std::make_shared<const StartPage>(read_());
    } catch (const std::exception&) {
      // a folder that goes while it is read: what there is is shown, and an empty page says that there are no labs
    }
    lock.lock();
    reading_ = false;
    if (page) page_ = std::move(page);
    if (!page_) page_ = std::make_shared<const StartPage>();
    lock.unlock();
    changed_.notify_all();
    if (wake_) wake_();
    lock.lock();
  }
}

}  // namespace stillhouse
