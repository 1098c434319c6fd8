#include "frontend/presenter/flowsheet_svg.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

namespace stillhouse {
namespace {

using testing::HasSubstr;

/// What is wrong with a text as XML: every tag closed in its order, attributes in quotes and each once, no bare & or <.
std::string xml_mistake(const std::string& text) {
  std::vector<std::string> open;
  for (std::size_t i = 0; i < text.size();) {
    if (text[i] == '&') {
      const std::size_t end = text.find(';', i);
      if (end == std::string::npos || end - i > 6) return "bare & at " + std::to_string(i);
    }
    if (text[i] == '>') return "bare > at " + std::to_string(i);
    if (text[i] != '<') {
      ++i;
      continue;
    }
    const std::size_t end = text.find('>', i);
    if (end == std::string::npos) return "unclosed < at " + std::to_string(i);
    std::string tag = text.substr(i + 1, end - i - 1);
    i = end + 1;
    if (tag.starts_with("?")) continue;
    if (tag.starts_with("/")) {
      if (open.empty() || open.back() != tag.substr(1)) return "wrong </" + tag.substr(1) + ">";
      open.pop_back();
      continue;
    }
    const bool empty = tag.ends_with("/");
    if (empty) tag.pop_back();
    const std::string name = tag.substr(0, tag.find(' '));
    std::set<std::string> attributes;
    for (std::size_t at = name.size(); at < tag.size();) {
      const std::size_t equals = tag.find("=\"", at);
      if (equals == std::string::npos) return "no attribute: " + tag.substr(at);
      const std::size_t close = tag.find('"', equals + 2);
      if (close == std::string::npos) return "open quote in " + name;
      if (!attributes.insert(tag.substr(at + 1, equals - at - 1)).second) return "attribute twice in " + tag;
      at = close + 1;
    }
    if (!empty) open.push_back(name);
  }
  return open.empty() ? "" : "unclosed " + open.back();
}

/// One unit of each symbol, in a row.
Diagram all_symbols() {
  Diagram diagram;
  for (int i = 0; i <= static_cast<int>(Symbol::column); ++i) {
    DiagramUnit unit;
    unit.name = "U-" + std::to_string(i);
    unit.kind = "kind_" + std::to_string(i);
    unit.symbol = static_cast<Symbol>(i);
    unit.ports = {{"in", true, false}, {"out", false, i % 3 == 0}};
    diagram.units.push_back(unit);
    if (i > 0) diagram.streams.push_back({"S-" + std::to_string(i), i - 1, 1, i, 0, (i - 1) % 3 == 0});
  }
  return diagram;
}

TEST(FlowsheetSvg, IsWellFormed) {
  const Diagram diagram = all_symbols();
  const std::string svg = svg_of(diagram, placed(diagram), "A \"plant\" of <units> & streams 装置");
  EXPECT_EQ(xml_mistake(svg), "");
  EXPECT_THAT(svg, HasSubstr("A &quot;plant&quot; of &lt;units&gt; &amp; streams 装置"));
  EXPECT_NE(xml_mistake("<a><b></a>"), "") << "the check sees what is wrong";
}

TEST(FlowsheetSvg, NamesEveryUnitAndStream) {
  const Diagram diagram = all_symbols();
  const std::string svg = svg_of(diagram, placed(diagram), "");
  for (const DiagramUnit& unit : diagram.units) EXPECT_THAT(svg, HasSubstr(">" + unit.name + "</text>"));
  for (const DiagramStream& stream : diagram.streams) EXPECT_THAT(svg, HasSubstr(">" + stream.name + "</text>"));
}

TEST(FlowsheetSvg, DashesGasOnly) {
  Diagram diagram = all_symbols();
  for (DiagramStream& stream : diagram.streams) stream.is_gas = false;
  EXPECT_THAT(svg_of(diagram, placed(diagram), ""), testing::Not(HasSubstr("stream gas")));
  diagram.streams.front().is_gas = true;
  EXPECT_THAT(svg_of(diagram, placed(diagram), ""), HasSubstr("stream gas"));
}

TEST(FlowsheetSvg, FitsAScreen) {
  const Diagram diagram = all_symbols();
  const std::string svg = svg_of(diagram, placed(diagram), "");
  const std::size_t at = svg.find("width=\"") + 7;
  EXPECT_LE(std::stoi(svg.substr(at)), 1280);
}

}  // namespace
}  // namespace stillhouse
