#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <ostream>
#include <string>
#include <vector>

#include "engine/simulation/simulator.h"
#include "models/catalogue.h"

namespace stillhouse {

/// One entry of the catalogue with one word for each of its choices.
struct Entry {
  std::string kind;
  std::vector<ParameterValue> words;

  std::shared_ptr<const Flowsheet> build() const { return find_flowsheet_kind(kind).build(words); }
};

inline void PrintTo(const Entry& entry, std::ostream* out) {
  *out << entry.kind;
  for (const ParameterValue& value : entry.words) *out << " " << value.name << " = " << value.word;
}

/// Every kind of the catalogue with every word for its choices.
inline std::vector<Entry> entries() {
  std::vector<Entry> list;
  for (const FlowsheetKind& kind : catalogue()) {
    std::vector<Entry> variants{{kind.name, {}}};
    for (const ChoiceParameter& choice : kind.choices) {
      std::vector<Entry> more;
      for (const Entry& entry : variants) {
        for (const std::string& word : choice.allowed) {
          more.push_back(entry);
          more.back().words.push_back({choice.name, 0.0, word});
        }
      }
      variants = std::move(more);
    }
    list.insert(list.end(), variants.begin(), variants.end());
  }
  return list;
}

/// "pilot_column_methanol_water", for the names of tests.
inline std::string entry_name(const testing::TestParamInfo<Entry>& info) {
  std::string name = info.param.kind;
  for (const ParameterValue& value : info.param.words) name += "_" + value.word;
  return name;
}

/// Opens and switches on what was shut and off.
inline void switch_on(Simulator& simulator) {
  const auto inputs = simulator.plant().inputs();
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    if (inputs[i].range.start == 0.0)
      simulator.set_input(static_cast<int>(i), (inputs[i].unit == "W" ? 1.0 : 0.6) * inputs[i].range.maximum);
  }
}

/// A plant that has been running for half an hour.
inline std::unique_ptr<Simulator> running(const Entry& entry) {
  auto simulator = std::make_unique<Simulator>(entry.build());
  switch_on(*simulator);
  for (int scan = 0; scan < 1800; ++scan) simulator->advance();
  return simulator;
}

}  // namespace stillhouse
