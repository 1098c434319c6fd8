#include "models/properties/liquid_model.h"

#include <gtest/gtest.h>

#include "engine/base/error.h"

namespace stillhouse {
namespace {

TEST(LiquidModel, HasANameThatIsRead) {
  for (const std::string& name : liquid_model_names()) EXPECT_EQ(name_of(liquid_model(name)), name);
  try {
    liquid_model("unifak");
    FAIL();
  } catch (const ModelError& error) {
    EXPECT_STREQ(error.what(),
                 "there is no liquid model 'unifak'; allowed: ideal nrtl wilson uniquac unifac peng_robinson srk; did "
                 "you mean 'unifac'?");
  }
}

}  // namespace
}  // namespace stillhouse
