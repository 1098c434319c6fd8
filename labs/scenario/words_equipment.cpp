#include "labs/scenario/vocabulary.h"

namespace stillhouse::scenario {

void add_equipment_words(std::vector<Word>& words) {
  words.push_back(
      {"unit",
       WordKind::equipment,
       false,
       {{"kind", Takes::name, "kind of unit", true, "", "Kind of the unit: tank, valve, pump, ..."}},
       {},
       {},
       "A unit operation of a plant, with its settings in braces. What a kind sets for each species, as the "
       "composition "
       "of a source, stands in braces of its own: `x = { water = mole_percent(80), ethanol = mole_percent(20) }`.",
       R"(unit "source" { T = celsius(25), p = bar(2), x = { water = mole_percent(80), ethanol = mole_percent(20) } })"});
  words.push_back({"join",
                   WordKind::connection,
                   false,
                   {{"from", Takes::name, "unit and its port", true, "", "Where the stream leaves: UNIT.PORT."},
                    {"to", Takes::name, "unit and its port", true, "", "Where it enters: UNIT.PORT."}},
                   {},
                   {},
                   "Joins an outlet of a unit to an inlet of another: a stream flows between them.",
                   R"(join("F-1.out", "V-101.in"))"});
}

}  // namespace stillhouse::scenario
