#include "engine/base/hash.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <vector>

namespace stillhouse {
namespace {

// NIST, "SHA-256 example values" for FIPS 180-4: one block, two blocks; and the empty message
TEST(Hash, GivesThePublishedDigests) {
  EXPECT_EQ(to_hex(sha256("abc")), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(to_hex(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")),
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  EXPECT_EQ(to_hex(sha256("")), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST(Hash, TakesPiecesAndMayGoOn) {
  Sha256 hash;
  hash.update("a").update("").update("b");
  EXPECT_EQ(hash.digest(), sha256("ab"));
  EXPECT_EQ(hash.digest(), sha256("ab"));
  hash.update("c");
  EXPECT_EQ(hash.digest(), sha256("abc"));
  Sha256 copy = hash;
  copy.update("d");
  EXPECT_EQ(hash.digest(), sha256("abc"));
  EXPECT_EQ(copy.digest(), sha256("abcd"));
}

TEST(Hash, HexThereAndBack) {
  const Digest digest = sha256("abc");
  EXPECT_EQ(digest_from_hex(to_hex(digest)), digest);
  EXPECT_FALSE(digest_from_hex(""));
  EXPECT_FALSE(digest_from_hex(to_hex(digest).substr(1)));
  EXPECT_FALSE(digest_from_hex("BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD"));
  EXPECT_FALSE(digest_from_hex(std::string(63, '0') + "g"));
}

TEST(StateDigest, IsOfTheExactBits) {
  // the bytes by hand: length 2, then 1.0 and -2.5
  const std::string bytes("\x02\0\0\0\0\0\0\0\0\0\0\0\0\0\xf0\x3f\0\0\0\0\0\0\x04\xc0", 24);
  const std::vector<double> state = {1.0, -2.5};
  EXPECT_EQ(state_digest(state), sha256(bytes));

  const double up = std::nextafter(1.0, 2.0);
  EXPECT_NE(state_digest(std::vector{1.0}), state_digest(std::vector{up}));
  EXPECT_NE(state_digest(std::vector{0.0}), state_digest(std::vector{-0.0}));
  const double nan = std::numeric_limits<double>::quiet_NaN();
  EXPECT_EQ(state_digest(std::vector{nan}), state_digest(std::vector{nan}));
  EXPECT_NE(state_digest(std::vector{nan}), state_digest(std::vector{-nan}));
}

TEST(StateDigest, KnowsWhichArrayANumberStandsIn) {
  const std::vector<double> one = {1.0, 2.0};
  const std::vector<double> other = {3.0};
  const std::vector<double> all = {1.0, 2.0, 3.0};
  const std::vector<double> none;
  EXPECT_NE(state_digest(one, other), state_digest(all));
  EXPECT_NE(state_digest(one, other), state_digest(other, one));
  EXPECT_NE(state_digest(all, none), state_digest(all));
  EXPECT_EQ(state_digest(one, other), state_digest({one, other}));
}

}  // namespace
}  // namespace stillhouse
