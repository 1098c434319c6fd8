#include "models/separation/packing.h"

#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <type_traits>

#include "engine/base/error.h"
#include "tests/models/smooth_curve.h"

namespace stillhouse {
namespace {

TEST(Packing, IsFoundByName) {
  EXPECT_EQ(find_packing("pall_ring_metal_50").a, 112.6);
  try {
    find_packing("pal_ring_metal_50");
    ADD_FAILURE() << "a packing that does not exist was found";
  } catch (const ModelError& error) {
    EXPECT_NE(std::string(error.what()).find("did you mean 'pall_ring_metal_50'"), std::string::npos) << error.what();
  }
}
TEST(Packing, TableMakesSense) {
  for (const Packing& packing : packings) {
    EXPECT_GT(packing.a, 50.0) << packing.name;
    EXPECT_LT(packing.eps, 1.0) << packing.name;
    EXPECT_GT(packing.eps, 0.6) << packing.name;
  }
}

}  // namespace
}  // namespace stillhouse
