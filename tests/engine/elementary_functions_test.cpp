#include <dlfcn.h>
#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

// Every program carries musl's elementary functions and gives them to its shared libraries, so that a run has the same
// bits on every processor (DECISIONS.md, "Bit-exact by construction"). CMake runs this suite a second time with the
// processor's FMA and AVX2 hidden; tests/reproducibility/check_bindings.sh looks at what SUNDIALS and Lua bind to.
namespace {

std::string object_of(void* address) {
  Dl_info info{};
  if (address == nullptr || dladdr(address, &info) == 0) return {};
  return info.dli_fname;
}

std::string this_program() {
  return object_of(reinterpret_cast<void*>(&object_of));
}

TEST(ElementaryFunctions, AreTheProgramsOwnForEveryLibrary) {
  for (const char* function :
       {"acos", "acosh", "asin",  "asinh", "atan",  "atan2", "atanh", "cbrt", "cos", "cosh", "erf", "exp",  "exp10",
        "exp2", "expm1", "hypot", "log",   "log10", "log1p", "log2",  "pow",  "sin", "sinh", "tan", "tanh", "sincos"}) {
    EXPECT_EQ(object_of(dlsym(RTLD_DEFAULT, function)), this_program()) << function;
  }
}

TEST(ElementaryFunctions, LeaveTheRestOfTheCLibraryAlone) {
  // malloc is not asked about: this program counts its calls (tests/allocations)
#ifdef STILLHOUSE_SANITIZE
  GTEST_SKIP() << "the sanitizer brings its own malloc and memcpy";
#endif
  for (const char* function : {"free", "printf", "memcpy", "strtod", "__stack_chk_fail"}) {
    EXPECT_NE(object_of(dlsym(RTLD_DEFAULT, function)), this_program()) << function;
  }
}

/// Values spread over [low, high] by a linear congruence: the same on every machine.
std::vector<double> arguments(double low, double high) {
  std::vector<double> values;
  std::uint64_t state = 1707;
  for (int i = 0; i < 100000; ++i) {
    state = state * 6364136223846793005u + 1442695040888963407u;
    values.push_back(low + (high - low) * (static_cast<double>(state >> 11) * 0x1p-53));
  }
  return values;
}

/// FNV-1a over the bits of the function's values.
template <class Function>
std::uint64_t digest(double low, double high, Function function) {
  std::uint64_t hash = 0xcbf29ce484222325u;
  for (const double x : arguments(low, high)) {
    const auto bits = std::bit_cast<std::uint64_t>(function(x));
    for (int shift = 0; shift < 64; shift += 8) hash = (hash ^ ((bits >> shift) & 0xff)) * 0x100000001b3u;
  }
  return hash;
}

// golden values: recorded with musl 1.2.3 from gcc -O2; the same from gcc -O0, clang -O2 and without FMA
TEST(ElementaryFunctions, GiveTheRecordedBits) {
  EXPECT_EQ(digest(-700.0, 700.0, [](double x) { return ::exp(x); }), 0x17950d9ba3375adbu);
  EXPECT_EQ(digest(1e-9, 1e6, [](double x) { return ::log(x); }), 0xea4e4c8ee83a8038u);
  EXPECT_EQ(digest(1e-9, 1e6, [](double x) { return ::log10(x); }), 0xc3d7e39a790f3599u);
  EXPECT_EQ(digest(-0.9, 10.0, [](double x) { return ::log1p(x); }), 0x311d10e4bcb96948u);
  EXPECT_EQ(digest(-20.0, 20.0, [](double x) { return ::expm1(x); }), 0x5e8953661f992da1u);
  EXPECT_EQ(digest(0.0, 50.0, [](double x) { return ::pow(x, 0.37); }), 0x347f7a8b3ccf8837u);
  EXPECT_EQ(digest(-3.0, 3.0, [](double x) { return ::tanh(x); }), 0x7c19ef88308db1f1u);
  EXPECT_EQ(digest(-1e5, 1e5, [](double x) { return ::sin(x) + 2.0 * ::cos(x); }), 0x5dc7157e739d4659u);
  EXPECT_EQ(digest(-1.5, 1.5, [](double x) { return ::atan(x) + 2.0 * ::cbrt(x); }), 0x31b8ff9af11e5a7fu);
}

}  // namespace
