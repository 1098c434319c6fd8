#include "labs/grading/report.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <iterator>
#include <optional>
#include <regex>
#include <set>
#include <string_view>

#include "labs/grading/html.h"
#include "tests/labs/grading/sample_report.h"

namespace stillhouse {
namespace {

struct Tag {
  std::string name;
  bool closes = false;  ///< </name>
  bool empty = false;   ///< <name/>
};

/// The tag that is the whole text; nothing if it is not one. (By hand: std::regex recurses for every letter of a path.)
std::optional<Tag> tag_in(std::string_view text) {
  const auto is_name = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '-' || c == ':'; };
  const auto take_name = [&](std::string_view& rest) {
    const auto end = std::find_if_not(rest.begin(), rest.end(), is_name);
    const std::string name(rest.begin(), end);
    rest.remove_prefix(name.size());
    return name;
  };
  Tag tag;
  text.remove_prefix(1);
  text.remove_suffix(1);
  tag.closes = text.starts_with("/");
  tag.empty = text.ends_with("/");
  if (tag.closes) text.remove_prefix(1);
  if (tag.empty) text.remove_suffix(1);
  tag.name = take_name(text);
  if (tag.name.empty() || (tag.closes && !text.empty())) return std::nullopt;
  while (!text.empty()) {
    if (text.front() != ' ') return std::nullopt;
    text.remove_prefix(1);
    if (take_name(text).empty() || !text.starts_with("=\"")) return std::nullopt;
    const std::size_t end = text.find('"', 2);
    if (end == std::string_view::npos || text.substr(0, end).find('<') != std::string_view::npos) return std::nullopt;
    text.remove_prefix(end + 1);
  }
  return tag;
}

/// What keeps the text from being well-formed XML in the subset that the report uses; empty if nothing does.
std::string fault_in(const std::string& page) {
  static const std::string entities[] = {"&amp;", "&lt;", "&gt;", "&quot;", "&#39;"};
  std::vector<std::string> open;
  std::size_t at = page.find('\n') + 1;
  if (page.substr(0, at) != "<!DOCTYPE html>\n") return "no document type";
  for (std::size_t mark = page.find('&'); mark != std::string::npos; mark = page.find('&', mark + 1)) {
    const auto here = [&](const std::string& entity) { return page.compare(mark, entity.size(), entity) == 0; };
    if (std::none_of(std::begin(entities), std::end(entities), here)) return "a bare ampersand";
  }
  for (; at < page.size(); ++at) {
    if (page[at] != '<') continue;
    const std::size_t end = page.find('>', at);
    if (end == std::string::npos) return "a tag without end";
    const std::string text = page.substr(at, end - at + 1);
    const std::optional<Tag> tag = tag_in(text);
    if (!tag) return "not a tag: " + text.substr(0, 80);
    if (tag->closes) {
      if (open.empty() || open.back() != tag->name) return "closes what is not open: " + text;
      open.pop_back();
      if (open.empty()) return page.substr(end + 1) == "\n" ? "" : "something after the end";
    } else if (!tag->empty) {
      open.push_back(tag->name);
    }
    at = end;
  }
  return open.empty() ? "no element" : "never closed: " + open.back();
}

std::set<std::string> all(const std::string& page, const std::string& pattern) {
  const std::regex expression(pattern);
  std::set<std::string> found;
  for (std::sregex_iterator i(page.begin(), page.end(), expression), end; i != end; ++i) found.insert((*i)[1]);
  return found;
}

std::size_t count(const std::string& page, const std::string& part) {
  std::size_t number = 0;
  for (std::size_t at = page.find(part); at != std::string::npos; at = page.find(part, at + 1)) ++number;
  return number;
}

bool holds(const std::string& page, const std::string& part) {
  return page.find(part) != std::string::npos;
}

TEST(Report, IsWellFormed) {
  const SampleReport sample = sample_report();
  EXPECT_EQ(fault_in(html_report(sample.input())), "");

  // the judge itself finds faults
  EXPECT_NE(fault_in("<!DOCTYPE html>\n<p><b></p></b>\n"), "");
  EXPECT_NE(fault_in("<!DOCTYPE html>\n<p>a & b</p>\n"), "");
  EXPECT_NE(fault_in("<!DOCTYPE html>\n<p title=\"a < b\"></p>\n"), "");
  EXPECT_NE(fault_in("<!DOCTYPE html>\n<p title=a></p>\n"), "");
  EXPECT_EQ(fault_in("<!DOCTYPE html>\n<p title=\"a &lt; b\">c<br/></p>\n"), "");
  EXPECT_NE(fault_in("<!DOCTYPE html>\n<p>\n"), "");
}

TEST(Report, IsWellFormedWithoutAnything) {
  const Grade grade;
  const RunRecord run;
  const std::vector<Trend> trends;
  const std::string page = html_report({grade, run, trends});
  EXPECT_EQ(fault_in(page), "");
  EXPECT_TRUE(holds(page, "No alarm was raised."));
  EXPECT_TRUE(holds(page, "Nobody did anything."));
  EXPECT_TRUE(holds(page, "Not verified"));
}

TEST(Report, NeedsNothingElse) {
  const SampleReport sample = sample_report();
  std::string page = html_report(sample.input());
  page.erase(page.find(" xmlns=\"http://www.w3.org/1999/xhtml\""), 38);
  for (const char* outside : {"http:", "https:", "src=", "url(", "@import", "<link", "<script", "<iframe", "//"}) {
    EXPECT_FALSE(holds(page, outside)) << outside;
  }
}

TEST(Report, GivesTheSameBytesForTheSameInput) {
  const SampleReport one = sample_report();
  const SampleReport other = sample_report();
  EXPECT_EQ(html_report(one.input()), html_report(other.input()));
}

TEST(Report, NamesEveryLostPointInBothLanguages) {
  const SampleReport sample = sample_report();
  const std::string page = html_report(sample.input());
  int pieces = 0;
  for (const CriterionGrade& criterion : sample.grade.criteria) {
    EXPECT_TRUE(holds(page, html::both(criterion.title))) << criterion.id;
    EXPECT_TRUE(holds(page, ">" + html::points(criterion.score) + "<")) << criterion.id;
    for (const Evidence& evidence : criterion.evidence) {
      ++pieces;
      EXPECT_TRUE(holds(page, "<p>" + html::both(evidence.text) + "</p>")) << evidence.text.en;
      EXPECT_TRUE(holds(page, html::both(evidence.asked)));
      EXPECT_TRUE(holds(page, html::both(evidence.seen)));
      EXPECT_TRUE(holds(page, html::clock_interval(evidence.from, evidence.to)));
      EXPECT_TRUE(holds(page, "<b>" + html::escaped(evidence.signal) + "</b>") || evidence.signal.empty());
      EXPECT_TRUE(holds(page, ">−" + html::points(evidence.lost) + "</span>"));
    }
  }
  ASSERT_EQ(pieces, 8);
  // points lost without evidence are not passed over
  EXPECT_TRUE(holds(page, "3.0 points lost; the run holds no evidence"));
  EXPECT_TRUE(holds(page, "失去 3.0 分"));
}

TEST(Report, LinksEveryLostPointToItsMomentAndBack) {
  const SampleReport sample = sample_report();
  const std::string page = html_report(sample.input());
  const std::set<std::string> targets = all(page, " id=\"([^\"]*)\"");
  EXPECT_EQ(count(page, " id=\""), targets.size()) << "an id stands twice";
  const std::set<std::string> links = all(page, " href=\"#([^\"]*)\"");
  EXPECT_EQ(links.size(), 16u);
  for (const std::string& link : links) EXPECT_TRUE(targets.contains(link)) << link;

  // the moment lies in the picture of its signal: the composition's for the purity, the strip of events for the rest
  const std::size_t composition = page.find("Compositions");
  const std::size_t power = page.find(">Power<");
  const std::size_t moment = page.find("id=\"moment-2\"");
  EXPECT_TRUE(composition < moment && moment < power);
  EXPECT_LT(page.find("id=\"moment-6\""), page.find(">Temperatures<"));
}

TEST(Report, EscapesEveryText) {
  // the same trap in every text that a lab, a student or a file name can bring in
  const std::string trap = "<script>alert(1)</script>\"'&\x01\xff";
  SampleReport sample = sample_report();
  const Text both_traps{trap, trap + "中"};
  Grade& grade = sample.grade;
  grade.lab = trap;
  grade.lab_title = grade.abort_reason = both_traps;
  grade.aborted = true;
  grade.flags = {both_traps};
  for (CriterionGrade& criterion : grade.criteria) {
    criterion.id = trap;
    criterion.title = both_traps;
    for (Evidence& evidence : criterion.evidence) {
      evidence.signal = trap;
      evidence.text = evidence.asked = evidence.seen = both_traps;
    }
  }
  for (TaskGrade& task : grade.tasks) {
    task.id = task.state = trap;
    task.title = both_traps;
  }
  RunRecord& run = sample.run;
  HeaderRecord& header = run.header;
  for (std::string* text :
       {&run.file, &run.chain, &run.torn, &header.engine_version, &header.models_version, &header.grading_version,
        &header.student, &header.mode, &header.operator_name, &header.started, &header.build, &header.lab}) {
    *text = trap;
  }
  header.file_digests = {{trap, trap}};
  run.problems = {{1, trap}};
  for (CommandRecord& command : run.commands) command.verb = command.tag = command.text = command.refused = trap;
  for (AlarmRecord& alarm : run.alarms) {
    alarm.priority += trap;
    alarm.tag += trap;
    alarm.text = both_traps;
  }
  for (FaultRecord& fault : run.faults) {
    fault.id = trap;
    fault.text = both_traps;
  }
  for (NoteRecord& note : run.notes) note.text = both_traps;
  for (FailureRecord& failure : run.failures) failure.message = failure.equations[0] = trap;
  for (Trend& trend : sample.trends) {
    trend.tag = trend.unit = trap;
    trend.label = both_traps;
  }
  const std::string page = html_report(sample.input());
  EXPECT_EQ(fault_in(page), "");
  EXPECT_FALSE(holds(page, "<script"));
  EXPECT_FALSE(holds(page, "\x01"));
  EXPECT_FALSE(holds(page, "\xff"));
  EXPECT_GT(count(page, "&lt;script&gt;"), 100u);
}

TEST(Report, TellsWhatTheRunHeld) {
  const SampleReport sample = sample_report();
  const std::string page = html_report(sample.input());
  EXPECT_TRUE(holds(page, "s-42 &lt;b&gt;"));
  EXPECT_TRUE(holds(page, ">1707<"));
  EXPECT_TRUE(holds(page, sample.run.chain));
  EXPECT_TRUE(holds(page, "stillhouse verify s-42.run"));
  EXPECT_TRUE(holds(page, "Verified: simulated again"));
  EXPECT_TRUE(holds(page, "The heater lost a fifth of its power."));
  EXPECT_TRUE(holds(page, "energy balance of tray_5; weir of tray_6"));
  EXPECT_TRUE(holds(page, "the heater gives 3000 W at most"));
  EXPECT_TRUE(holds(page, ">0:02:30<")) << "time to acknowledge PDAH-120";
  EXPECT_EQ(count(page, "<tr class=\"undone\">"), 1u) << "the command before the backtrack";
  EXPECT_EQ(count(page, "<path class=\"pen\" d=\"M1 5"), sample.trends.size()) << "one legend entry a trend";
  for (const Trend& trend : sample.trends) EXPECT_TRUE(holds(page, "<b>" + trend.tag + "</b>")) << trend.tag;
}

TEST(Report, WarnsOfAChangedOrDifferingRun) {
  SampleReport sample = sample_report();
  sample.run.problems = {{12, "the line was changed"}};
  ReportInput input = sample.input();
  input.verification = Verification::differs;
  const std::string page = html_report(input);
  EXPECT_TRUE(holds(page, "line 12: the line was changed"));
  EXPECT_TRUE(holds(page, "This grade must not be used."));
  EXPECT_FALSE(holds(page, "Verified: simulated again"));
}

TEST(Report, OpensInTheLanguageAskedFor) {
  const SampleReport sample = sample_report();
  ReportInput input = sample.input();
  const std::string english = html_report(input);
  EXPECT_EQ(all(english, "id=\"language-(en|zh)\" aria-label=\"[^\"]*\" checked"), std::set<std::string>{"en"});
  EXPECT_TRUE(holds(english, "<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\">"));
  input.chinese_first = true;
  const std::string chinese = html_report(input);
  EXPECT_EQ(all(chinese, "id=\"language-(en|zh)\" aria-label=\"[^\"]*\" checked"), std::set<std::string>{"zh"});
}

}  // namespace
}  // namespace stillhouse
