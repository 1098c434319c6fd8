#include "frontend/cli/verb.h"
#include "labs/session/versions.h"
#include "tests/folders.h"
#include "tests/frontend/cli_test.h"

namespace stillhouse {
namespace {

using testing::HasSubstr;

TEST_F(Cli, HelpsWithEveryVerb) {
  const Ended help = program({"--help"});
  EXPECT_EQ(help.code, 0);
  EXPECT_EQ(help.err, "");
  for (const cli::Verb& verb : cli::all_verbs()) {
    EXPECT_THAT(help.out, HasSubstr(std::string("\n  ") + verb.name + " "));
    const Ended own = program({verb.name, "--help"});
    EXPECT_EQ(own.code, 0) << verb.name;
    EXPECT_THAT(own.out, HasSubstr(std::string("usage: stillhouse ") + verb.name));
    for (const cli::Option& option : verb.options)
      EXPECT_THAT(own.out, HasSubstr(std::string("--") + option.name)) << verb.name;
  }
}

TEST_F(Cli, HasTheVerbsOfTheManual) {
  std::vector<std::string> names;
  for (const cli::Verb& verb : cli::all_verbs()) names.emplace_back(verb.name);
  EXPECT_THAT(names, testing::ElementsAre("list", "check", "run", "grade", "verify", "report", "review", "mark",
                                          "linearize", "describe", "plant", "vle", "fit-vle", "property", "flash",
                                          "instrument", "preview", "open"));
}

TEST_F(Cli, SaysItsVersion) {
  const Ended version = program({"--version"});
  EXPECT_EQ(version.code, 0);
  EXPECT_THAT(version.out, HasSubstr(std::string("stillhouse ") + program_version));

  // the one number that stands in two places
  std::ifstream file(STILLHOUSE_SOURCE_DIR "/CMakeLists.txt");
  const std::string text(std::istreambuf_iterator<char>(file), {});
  EXPECT_THAT(text, HasSubstr(std::string("project(stillhouse VERSION ") + program_version + " "));
}

TEST_F(Cli, WithoutAVerbShowsItsHelp) {
  const Ended ended = program({});
  EXPECT_EQ(ended.code, 2);
  EXPECT_EQ(ended.out, "");
  EXPECT_THAT(ended.err, HasSubstr("usage: stillhouse VERB"));
}

TEST_F(Cli, NamesTheNearestWord) {
  expect_sentence({"verfy"}, 2, "there is no verb 'verfy'; did you mean 'verify'?");
  expect_sentence({"--versoin"}, 2, "did you mean '--version'?");
  expect_sentence({"run", "small_column", "--oprator", "good"}, 2, "did you mean '--operator'?");
  expect_sentence({"list", "--jsn"}, 2, "did you mean '--json'?");
  expect_sentence({"run", "small_colunm"}, 1, "nearest: small_column");
  expect_sentence({"run", "small_column", "--operator", "godo"}, 1, "nearest: good");
  expect_sentence({"describe", "sustaned"}, 2, "did you mean 'sustained'?");
  expect_sentence({"vle", "--components", "methanol,watr", "--x", "0.5", "--pressure", "1e5"}, 2,
                  "did you mean 'water'?");
}

TEST_F(Cli, RefusesWhatItDoesNotUnderstand) {
  expect_sentence({"run"}, 2, "needs LAB|RUN");
  expect_sentence({"grade"}, 2, "needs RUN");
  expect_sentence({"check", "a", "b"}, 2, "does not know what to do with 'b'");
  expect_sentence({"list", "--op"}, 2, "no option '--op'");
  expect_sentence({"run", "small_column", "--until"}, 2, "--until");
  expect_sentence({"run", "small_column", "--until", "5"}, 2, "600s, 10min or 1.5h");
  expect_sentence({"run", "small_column", "--until", "s"}, 2, "is not a time");
  expect_sentence({"run", "small_column", "--seed", "-3"}, 2, "");
  expect_sentence({"run", "small_column", "--seed", "ten"}, 2, "is not a whole number");
  expect_sentence({"run", "small_column", "--seed", "1", "--seed", "2"}, 2, "twice");
  expect_sentence({"run", "small_column", "--seed", "1", "--student", "a"}, 2, "use one of them");
  expect_sentence({"report", "a.run"}, 2, "needs --out");
  expect_sentence({"vle", "--components", "methanol,water", "--x", "0.5"}, 2, "either --pressure");
  expect_sentence({"vle", "--components", "methanol", "--x", "0.5", "--pressure", "1e5"}, 2, "two names");
  expect_sentence({"vle", "--components", "methanol,water", "--x", "a", "--pressure", "1e5"}, 2, "is not a number");
  expect_sentence({"vle", "--components", "methanol,water", "--x", "2", "--pressure", "1e5"}, 1, "outside 0 to 1");
  expect_sentence({"vle", "--components", "benzene,toluene", "--x", "2", "--pressure", "1e5"}, 1, "outside 0 to 1");
  expect_sentence({"vle", "--components", "benzene,toluene", "--pressure", "1e5"}, 2, "needs --x");
  expect_sentence({"vle", "--components", "benzene,tolune", "--pressure", "1atm"}, 2, "did you mean 'toluene'?");
  expect_sentence({"vle", "--components", "benzene,toluene", "--x", "0.5", "--pressure", "350K"}, 2, "is no pressure");
  expect_sentence({"vle", "--components", "benzene,toluene,water", "--x", "0.5", "--pressure", "1e5"}, 2,
                  "needs 3 mole fractions");
  expect_sentence({"vle", "--components", "benzene,toluene", "--x", "0.5", "--pressure", "1e5", "--model", "nrlt"}, 2,
                  "did you mean 'nrtl'?");
  expect_sentence({"vle", "--components", "water,glycerol", "--x", "0.5", "--pressure", "1e5", "--model", "nrtl"}, 1,
                  "there are no nrtl parameters for water and glycerol");
  expect_sentence(
      {"vle", "--components", "benzene,toluene,water", "--x", "0.2:0.3:0.5", "--pressure", "1e5", "--svg", "a.svg"}, 2,
      "--svg draws two components");
}

TEST(Times, AreWrittenWithTheirUnit) {
  EXPECT_EQ(cli::seconds_in("until", "600s"), 600.0);
  EXPECT_EQ(cli::seconds_in("until", "10min"), 600.0);
  EXPECT_EQ(cli::seconds_in("until", "1.5h"), 5400.0);
  for (const char* text : {"", "10", "min", "1.2.3s", "-5s", "5 s", "5sec", "1e3s"})
    EXPECT_THROW(cli::seconds_in("until", text), cli::UsageError) << text;
}

}  // namespace
}  // namespace stillhouse
