#include "tests/frontend/cli_test.h"

namespace stillhouse {
namespace {

using testing::HasSubstr;

TEST_F(Cli, ListsInstruments) {
  EXPECT_TRUE(json({"instrument"})["instruments"].is_array());
  expect_sentence({"instrument", "astrolabe"}, 2, "there is no instrument \"astrolabe\"");
}

}  // namespace
}  // namespace stillhouse
