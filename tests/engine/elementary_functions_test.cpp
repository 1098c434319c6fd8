#include <dlfcn.h>
#include <gtest/gtest.h>
#include <ida/ida.h>

#include <array>
#include <cmath>
#include <string>

// The executable must carry musl's elementary functions, and the shared libraries must call those.
namespace {

std::string object_of(void* address) {
  Dl_info info{};
  if (address == nullptr || dladdr(address, &info) == 0) return {};
  return info.dli_fname;
}

std::string this_program() { return object_of(reinterpret_cast<void*>(&object_of)); }

const std::array<const char*, 26> functions = {
    "acos", "acosh", "asin", "asinh", "atan", "atan2", "atanh", "cbrt", "cos",  "cosh",   "erf",  "exp", "exp10",
    "exp2", "expm1", "hypot", "log", "log10", "log1p", "log2", "pow", "sin", "sincos", "sinh", "tan", "tanh"};

TEST(ElementaryFunctions, DefaultLookupFindsTheProgramsOwn) {
  for (const char* function : functions) {
    void* found = dlsym(RTLD_DEFAULT, function);
    EXPECT_EQ(object_of(found), this_program()) << function << " is not exported to the shared libraries";
  }
}

}  // namespace
