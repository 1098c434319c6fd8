#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "labs/scenario/reader.h"
#include "labs/session/control_room.h"

namespace stillhouse {

/// A control room whose devices are written in the words of a plant file, before a plant of a few signals and inputs
/// that the one who derives from it knows.
class WrittenWorks {
 public:
  virtual ~WrittenWorks() = default;

  /// Does it if it is allowed, and says why not otherwise.
  std::string act(const std::string& verb, const std::string& tag, double value = 0.0, const std::string& word = "") {
    const Command command{scan, "student", verb, tag, value, word};
    if (const auto refusal = room.query(state, command)) return refusal->en;
    room.execute(state, command);
    return "";
  }

  void run(int scans) {
    for (int i = 0; i < scans; ++i) {
      std::fill(inputs.begin(), inputs.end(), 0.0);
      room.scan(truth(), scan++, state, inputs);
      respond();
    }
  }

  double value(const std::string& tag, scenario::SubjectKind kind) const {
    return room.value(state, room.subject({kind, tag, ""}));
  }
  double output(const std::string& tag) const { return value(tag, scenario::SubjectKind::output); }

  std::vector<double> signals, inputs;  ///< in the order of their names
  ControlRoom room;
  ControlRoomState state;
  std::int64_t scan = 0;

 protected:
  static inline const std::string kSays = "says = { en = \"a\", zh = \"甲\" }";

  WrittenWorks(const std::string& text, const scenario::PlantNames& names, std::vector<double> start,
               std::uint64_t seed = 7)
      : signals(std::move(start)),
        inputs(names.inputs.size()),
        room(plant(text, names), directory(names), seed),
        state(room.initial(truth())) {}

  /// "LINE: message" of the first mistake; empty if there is none.
  static std::string mistake(const std::string& text, const scenario::PlantNames& names) {
    const auto result = read(text, names);
    if (result.diagnostics.empty()) return "";
    return std::to_string(result.diagnostics[0].source.line) + ": " + result.diagnostics[0].message;
  }
  static scenario::Plant plant(const std::string& text, const scenario::PlantNames& names) {
    const auto result = read(text, names);
    for (const scenario::Diagnostic& diagnostic : result.diagnostics) ADD_FAILURE() << scenario::sentence(diagnostic);
    return result.value.value_or(scenario::Plant{});
  }

 private:
  /// A scan of the plant: its signals after its inputs.
  virtual void respond() = 0;

  static scenario::ReadResult<scenario::Plant> read(const std::string& text, const scenario::PlantNames& names) {
    scenario::PlantCatalogue catalogue;
    catalogue.flowsheets = {"works"};
    catalogue.names = [&names](const scenario::Plant&) { return names; };
    scenario::TextFiles files;
    files.put("works.lua", text);
    return scenario::check_plant(files, "works.lua", catalogue);
  }
  static PlantDirectory directory(const scenario::PlantNames& names) {
    const auto place = [](const auto& infos, std::string_view name) {
      for (std::size_t i = 0; i < infos.size(); ++i)
        if (infos[i].name == name) return static_cast<int>(i);
      return -1;
    };
    return {[place, infos = names.signals](std::string_view name) { return place(infos, name); },
            [place, infos = names.inputs](std::string_view name) { return place(infos, name); }};
  }
  TruthView truth() const {
    return [this](int index) { return signals[static_cast<std::size_t>(index)]; };
  }
};

}  // namespace stillhouse
