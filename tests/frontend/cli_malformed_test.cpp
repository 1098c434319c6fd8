#include <algorithm>
#include <functional>
#include <sstream>

#include "labs/record/reader.h"
#include "labs/record/writer.h"
#include "tests/folders.h"
#include "tests/frontend/cli_test.h"

namespace stillhouse {
namespace {

using testing::HasSubstr;

/// The small column with one mistake in it.
struct Mistake {
  const char* name;
  const char* text;     ///< what stands in the lab
  const char* instead;  ///< what the author wrote
  int line;
  const char* says;
};

std::ostream& operator<<(std::ostream& out, const Mistake& mistake) {
  return out << mistake.name;
}

class MalformedLab : public Cli, public testing::WithParamInterface<Mistake> {};

TEST_P(MalformedLab, IsToldWithFileLineAndNearestWord) {
  const Mistake& mistake = GetParam();
  std::ifstream file(STILLHOUSE_SOURCE_DIR "/tests/labs/fixtures/library/small_column/lab.lua");
  std::string text(std::istreambuf_iterator<char>(file), {});
  const std::size_t place = text.find(mistake.text);
  ASSERT_NE(place, std::string::npos);
  put("mine/lab.lua", text.replace(place, std::string(mistake.text).size(), mistake.instead));

  const Ended checked = program({"check", "mine"});
  EXPECT_EQ(checked.code, 1);
  EXPECT_THAT(checked.out, HasSubstr("mine/lab.lua:" + std::to_string(mistake.line) + ": "));
  EXPECT_THAT(checked.out, HasSubstr(mistake.says));
  expect_sentence({"run", "mine"}, 1, "mine/lab.lua:");
}

const Mistake mistakes[] = {
    {"Word", "minutes(5)", "minuets(5)", 3, "nearest: minutes"},
    {"Unit", "duration = minutes(5)", "duration = kelvin(5)", 3, "duration"},
    {"NumberWithoutUnit", "minutes(5)", "300", 3, "duration"},
    {"Tag", "above(\"FI-400\"", "above(\"FI-401\"", 11, "nearest: FI-400"},
    {"Quantity", "kg_per_h(100)", "celsius(100)", 11, "allowed is a mass flow"},
    {"Task", "after = { \"water\" }", "after = { \"watre\" }", 13, "nearest: water"},
    {"Plant", "use_plant \"small_column\"", "use_plant \"smal_column\"", 5, "no plant file"},
    {"Parameter", "heat_loss = 0.9", "heat_los = 0.9", 5, "nearest: heat_loss"},
    {"ParameterRange", "heat_loss = 0.9", "heat_loss = 90", 5, "heat_loss"},
    {"Input", "scale(\"cooling_water.valve\"", "scale(\"cooling_water.vale\"", 20, "nearest: cooling_water.valve"},
    {"Format", "format = 1", "format = 2", 3, "format"},
    {"SumOfPoints", "points(6,", "points(7,", 23, "11"},
    {"Field", "within = minutes(2)", "whitin = minutes(2)", 11, "nearest: within"},
    {"Function", "done = above(\"JI-101\", kW(1))", "done = function() end", 14, "function"},
    {"Loop", "return lab {", "while true do end return lab {", 2, "while"},
    {"Library", "return lab {", "os.exit(0) return lab {", 2, "os"},
    {"Brace", "return lab {", "return lab {{", 30, ""},
    {"Truth", "above(\"TI-100\", celsius(25))", "above(\"kettle.T\", celsius(25))", 16, "kettle.T"},
};

INSTANTIATE_TEST_SUITE_P(Labs, MalformedLab, testing::ValuesIn(mistakes),
                         [](const auto& info) { return std::string(info.param.name); });

TEST_F(Cli, RefusesAFileThatIsNoLab) {
  put("empty/lab.lua", "");
  put("binary/lab.lua", std::string("\x1bLua\0\xff\xfe", 7));
  put("number/lab.lua", "return 7\n");
  put("operator/lab.lua", "return operator { says = { en = \"a\", zh = \"b\" }, steps = {} }\n");
  for (const char* name : {"empty", "binary", "number", "operator"}) {
    const Ended checked = program({"check", name});
    EXPECT_EQ(checked.code, 1) << name;
    EXPECT_THAT(checked.out, HasSubstr(std::string(name) + "/lab.lua:")) << name;
    EXPECT_EQ(checked.err, "") << name;
  }
}

/// A run of the small column, and ways to spoil it.
class MalformedRun : public Cli {
 protected:
  MalformedRun() {
    const Ended played = program({"run", "small_column", "--operator", "good", "--until", "30s", "--out", "a.run"});
    EXPECT_EQ(played.code, 0) << played.err;
    std::istringstream stream(bytes("a.run"));
    for (std::string line; std::getline(stream, line);) lines_.push_back(line + "\n");
  }

  /// All verbs that read a run refuse it with a sentence that holds `says`.
  void refused(const std::string& text, const std::string& says) {
    put("b.run", text);
    for (const std::vector<std::string>& words : {std::vector<std::string>{"verify", "b.run"},
                                                  {"grade", "b.run"},
                                                  {"run", "b.run"},
                                                  {"report", "b.run", "--out", "b.html"}}) {
      const Ended ended = program(words);
      EXPECT_EQ(ended.code, 1) << words[0];
      EXPECT_THAT(ended.out + ended.err, HasSubstr("b.run")) << words[0];
      EXPECT_THAT(ended.out + ended.err, HasSubstr(says)) << words[0];
    }
  }

  /// The run with something changed, written with a whole chain.
  std::string forged(const std::function<void(RunRecord&)>& change) {
    RunRecord run = read_run(folder_ + "/a.run");
    change(run);
    std::filesystem::remove(folder_ + "/c.run");
    RunWriter writer = RunWriter::create(folder_ + "/c.run", run.header);
    for (const CommandRecord& command : run.commands) writer.add(command);
    for (const DigestRecord& digest : run.digests) writer.add(digest);
    writer.close();
    return bytes("c.run");
  }

  std::string joined(std::vector<std::string> lines) const {
    std::string text;
    for (const std::string& line : lines) text += line;
    return text;
  }

  std::vector<std::string> lines_;
};

TEST_F(MalformedRun, IsNoRunAtAll) {
  refused("", "the file is empty");
  refused("hello\n", "not a run file");
  refused("{\"n\":0}\n", "");
  refused(std::string(100, '\0'), "");
  refused("{\"n\":0,\"type\":\"header\"", "cut off");
  expect_sentence({"verify", "nowhere.run"}, 1, "no such run");
  expect_sentence({"grade", folder_}, 1, "this is a folder");
}

TEST_F(MalformedRun, HasOtherLines) {
  std::vector<std::string> lines = lines_;
  lines.erase(lines.begin() + 5);
  refused(joined(lines), "inserted, deleted or moved");
  lines = lines_;
  std::swap(lines[3], lines[4]);
  refused(joined(lines), "inserted, deleted or moved");
  lines = lines_;
  lines.insert(lines.begin() + 4, lines[4]);
  refused(joined(lines), "inserted, deleted or moved");
  lines = lines_;
  lines[4] = " " + lines[4];
  refused(joined(lines), "");
  lines = lines_;
  lines[2] = "\n";
  refused(joined(lines), "was changed");
  lines = lines_;
  lines.back() += "and more\n";
  refused(joined(lines), "was changed");
}

TEST_F(MalformedRun, CarriesALabThatCannotBeRead) {
  refused(forged([](RunRecord& run) { run.header.files["library/small_column/lab.lua"] = "return lab {}\n"; }),
          "the lab it carries cannot be read");
  put("b.run", forged([](RunRecord& run) { run.header.files.erase("plants/small_column.lua"); }));
  expect_sentence({"grade", "b.run"}, 1, "no plant file");
  put("b.run", forged([](RunRecord& run) { run.header.files.clear(); }));
  expect_sentence({"grade", "b.run"}, 1, "carries no lab");
  put("b.run", forged([](RunRecord& run) { run.header.lab = "another"; }));
  expect_sentence({"verify", "b.run"}, 1, "but carries small_column");
}

TEST_F(MalformedRun, HasImpossibleCommands) {
  const auto differs = [this](const std::function<void(RunRecord&)>& change, const std::string& says) {
    put("b.run", forged(change));
    const Ended ended = program({"verify", "b.run"});
    EXPECT_EQ(ended.code, 1);
    EXPECT_THAT(ended.out, testing::AllOf(testing::StartsWith("not identical"), HasSubstr(says)));
    EXPECT_EQ(program({"run", "b.run"}).code, 1);
  };
  differs([](RunRecord& run) { run.commands[0].verb = "explode"; }, "is refused now: explode");
  differs([](RunRecord& run) { run.commands[0].tag = "HIC-999"; }, "is refused now");
  differs([](RunRecord& run) { run.commands[1].value = 1e300; }, "is refused now");
  differs([](RunRecord& run) { run.commands[1].scan = 0; }, "not in the order");
  differs(
      [](RunRecord& run) {
        run.commands.push_back(run.commands.back());
        run.commands.back().scan = 1'000'000'000'000;
      },
      "the recorded one goes on");
  differs([](RunRecord& run) { run.digests.back().digest = std::string(64, '0'); }, "state of the plant");
}

}  // namespace
}  // namespace stillhouse
