#include "frontend/presenter/start_page_reader.h"

#include <atomic>
#include <mutex>
#include <stdexcept>

#include <gtest/gtest.h>

namespace stillhouse {
namespace {

TEST(StartPageReader, LetsNobodyWaitAndReadsAgainWhenAsked) {
  std::mutex gate;
  std::atomic<int> pages{0}, woken{0};
  std::unique_lock closed(gate);
  StartPageReader reader([&] { ++woken; },
                         [&] {
                           const std::lock_guard lock(gate);
                           if (++pages == 2) throw std::runtime_error("the folder has gone");
                           StartPage page;
                           page.labs.resize(static_cast<std::size_t>(pages));
                           return page;
                         });
  EXPECT_EQ(reader.page(), nullptr) << "asked while it reads";
  closed.unlock();
  reader.wait();
  ASSERT_TRUE(reader.page());
  EXPECT_EQ(reader.page()->labs.size(), 1u);
  // one that cannot be read leaves the one before
  reader.read_again();
  reader.wait();
  EXPECT_EQ(pages, 2);
  EXPECT_EQ(reader.page()->labs.size(), 1u);
  reader.read_again();
  reader.wait();
  EXPECT_EQ(reader.page()->labs.size(), 3u);
  EXPECT_GE(woken, 2);
}

}  // namespace
}  // namespace stillhouse
