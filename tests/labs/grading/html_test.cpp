#include "labs/grading/html.h"

#include <gtest/gtest.h>

#include <limits>

namespace stillhouse::html {
namespace {

TEST(Html, EscapesWhatWouldBeMisread) {
  EXPECT_EQ(escaped("<script>alert(\"1\" & '2')</script>"),
            "&lt;script&gt;alert(&quot;1&quot; &amp; &#39;2&#39;)&lt;/script&gt;");
  EXPECT_EQ(escaped("精馏 °C − 😀"), "精馏 °C − 😀");
  EXPECT_EQ(escaped("tab\tand\nline"), "tab\tand\nline");
}

TEST(Html, ReplacesWhatNoDocumentMayHold) {
  EXPECT_EQ(escaped(std::string("a\0b\x1b", 4)), "a\uFFFDb\uFFFD");
  EXPECT_EQ(escaped("\xff\xc3"), "\uFFFD\uFFFD");
  EXPECT_EQ(escaped("\xc0\xaf"), "\uFFFD\uFFFD") << "overlong slash";
  EXPECT_EQ(escaped("\xed\xa0\x80"), "\uFFFD\uFFFD\uFFFD") << "half of a pair";
  EXPECT_EQ(escaped("\xef\xbf\xbe"), "\uFFFD") << "not a character";
  EXPECT_EQ(escaped("\xf4\x90\x80\x80"), "\uFFFD\uFFFD\uFFFD\uFFFD") << "beyond Unicode";
}

TEST(Html, GivesBothLanguagesOrTheOneThereIs) {
  EXPECT_EQ(both("level", "液位"),
            "<span class=\"en\" lang=\"en\">level</span><span class=\"zh\" lang=\"zh\">液位</span>");
  EXPECT_EQ(both("PI-101", ""), "PI-101");
  EXPECT_EQ(both("", "液位"), "液位");
  EXPECT_EQ(both("60 s", "60 s"), "60 s");
  EXPECT_EQ(both_in_svg({"a", ""}, "x=\"1\""), "<text x=\"1\">a</text>");
}

TEST(Html, WritesNumbersForPeople) {
  EXPECT_EQ(fixed(12.46, 1), "12.5");
  EXPECT_EQ(fixed(-0.04, 1), "0.0");
  EXPECT_EQ(number(0.35), "0.35");
  EXPECT_EQ(number(1.0), "1");
  EXPECT_EQ(number(1013.25), "1013");
  EXPECT_EQ(number(296.15), "296.1");
  EXPECT_EQ(number(1.25e-5), "1.25e-05");
  EXPECT_EQ(number(-3000.0), "-3000");
  EXPECT_EQ(number(std::numeric_limits<double>::quiet_NaN()), "–");
  EXPECT_EQ(points(12.0), "12.0");
  EXPECT_EQ(points(9.47), "9.47");
  EXPECT_EQ(points(-2.0), "−2.0");
}

TEST(Html, WritesTimesAsOnAClock) {
  EXPECT_EQ(clock(0.0), "0:00:00");
  EXPECT_EQ(clock(3599.6), "1:00:00");
  EXPECT_EQ(clock(36061.0), "10:01:01");
  EXPECT_EQ(clock(-5.0), "-0:00:05");
  EXPECT_EQ(clock_interval(5.0, 65.0), "0:00:05–0:01:05");
  EXPECT_EQ(clock_interval(5.0, 5.0), "0:00:05");
}

}  // namespace
}  // namespace stillhouse::html
