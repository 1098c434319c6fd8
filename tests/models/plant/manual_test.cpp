#include "models/plant/manual.h"

#include <gtest/gtest.h>

#include <cmath>
#include <regex>
#include <string>

#include "engine/base/quantity.h"
#include "models/instruments/instrument_kind.h"

namespace stillhouse {
namespace {

std::string text_of(const std::vector<Docstring>& manual) {
  std::string text;
  for (const Docstring& docstring : manual) text += std::string(docstring.text) + "\n";
  return text;
}

/// A page that says how it is computed, on what assumptions, where it holds and by whom.
void expect_whole(const std::string& name, const std::vector<Docstring>& manual) {
  ASSERT_FALSE(manual.empty()) << name
                               << " has no documentation comment: a class of its name in a header of a shelf, or "
                               << "`model` in its kind";
  const std::string text = text_of(manual);
  EXPECT_TRUE(std::regex_search(text, std::regex("\\S = \\S"))) << name << ": no equation";
  for (const char* section : {"Assumes ", "Valid for ", "Source "}) {
    // a section begins a line; one that was pushed into another's line is no section
    const bool found = text.rfind(section, 0) == 0 || text.find(std::string("\n") + section) != std::string::npos;
    EXPECT_TRUE(found) << name << ": the section '" << section << "' is missing";
    const std::string inside = std::string("\\S +") + section + " {2,}\\S";
    EXPECT_FALSE(std::regex_search(text, std::regex(inside)))
        << name << ": '" << section << "' does not begin its line";
  }
}

void expect_whole(const std::string& name, const std::vector<ParameterInfo>& parameters,
                  const std::vector<ChoiceParameter>& choices) {
  for (const ParameterInfo& info : parameters) {
    const std::string which = name + "." + info.name;
    EXPECT_FALSE(info.name.empty()) << name;
    EXPECT_TRUE(unit_from(info.unit)) << which << ": '" << info.unit << "' is no unit";
    EXPECT_LT(info.minimum, info.maximum) << which;
    EXPECT_LE(info.minimum, info.standard) << which;
    EXPECT_GE(info.maximum, info.standard) << which;
    EXPECT_TRUE(std::isfinite(info.minimum) && std::isfinite(info.maximum)) << which;
    EXPECT_GE(info.sentence.size(), 4u) << which << ": no sentence";
  }
  for (const ChoiceParameter& choice : choices) {
    EXPECT_GE(choice.allowed.size(), 1u) << name << "." << choice.name;
    EXPECT_GE(choice.sentence.size(), 4u) << name << "." << choice.name << ": no sentence";
  }
}

TEST(Manual, OfEveryInstrumentIsWhole) {
  for (const InstrumentKind& kind : instrument_catalogue()) {
    EXPECT_GE(kind.sentence.size(), 10u) << kind.name << ": no sentence";
    EXPECT_FALSE(kind.title.en.empty() || kind.title.zh.empty()) << kind.name;
    EXPECT_FALSE(kind.manual.empty()) << kind.name;
    expect_whole(kind.name, kind.settings, kind.choices);
    expect_whole(kind.name, manual_of(kind));
  }
}

TEST(Manual, OfEveryKindOfUnitIsWhole) {
  for (const UnitKind& kind : unit_kinds()) {
    EXPECT_GE(kind.sentence.size(), 10u) << kind.name << ": no sentence";
    EXPECT_FALSE(kind.shelf.empty()) << kind.name;
    expect_whole(kind.name, kind.parameters, kind.choices);
    EXPECT_FALSE(kind.ports.empty()) << kind.name;
    for (const PortInfo& port : kind.ports)
      EXPECT_GE(port.sentence.size(), 4u) << kind.name << "." << port.name << ": no sentence";
    expect_whole(kind.name, manual_of(kind));
  }
}

TEST(Manual, OfEveryFlowsheetIsWhole) {
  for (const FlowsheetKind& kind : catalogue()) {
    EXPECT_GE(kind.sentence.size(), 10u) << kind.name << ": no sentence";
    expect_whole(kind.name, kind.parameters, kind.choices);
    expect_whole(kind.name, manual_of(kind));
    const auto plant = kind.build({});
    for (const InputInfo& input : plant->inputs()) {
      EXPECT_TRUE(unit_from(input.unit)) << kind.name << " " << input.name;
      EXPECT_LT(input.range.minimum, input.range.maximum) << kind.name << " " << input.name;
      EXPECT_GE(input.sentence.size(), 4u) << kind.name << " " << input.name << ": no sentence";
    }
    for (const SignalInfo& signal : plant->signals()) {
      EXPECT_TRUE(unit_from(signal.unit)) << kind.name << " " << signal.name;
      EXPECT_GE(signal.sentence.size(), 4u) << kind.name << " " << signal.name << ": no sentence";
    }
  }
}

TEST(Manual, FollowsTheNamesOfClasses) {
  std::vector<std::string_view> names;
  for (const Docstring& docstring : manual_of(find_unit_kind("tank"))) names.push_back(docstring.name);
  ASSERT_GE(names.size(), 2u);
  EXPECT_EQ(names[0], "OpenTank");
  EXPECT_EQ(names[1], "LiquidContents");
  // the equations of the header, word for word
  EXPECT_NE(text_of(manual_of(find_unit_kind("tank"))).find("overflow  F v = 1.7046 b (L - L_o)^1.5"),
            std::string::npos);
  EXPECT_NE(text_of(manual_of(find_unit_kind("gas_valve"))).find("IEC 60534"), std::string::npos);
  EXPECT_NE(text_of(manual_of(find_flowsheet_kind("pilot_column"))).find("Bennett"), std::string::npos);
}

}  // namespace
}  // namespace stillhouse
