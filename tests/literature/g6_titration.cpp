#include <cmath>
#include <cstdlib>

#include "models/instruments/titration/acid_base_balance.h"
#include "models/instruments/titration/indicator.h"
#include "models/instruments/titration/karl_fischer.h"
#include "tests/literature/g6_cases.h"

namespace stillhouse {
namespace {

/// Facts without activity correction: pH at each volume of titrant that the case lists.
void titrate(PublishedCase& facts, double volume, double concentration, Protolyte substance, const char* titrant,
             std::initializer_list<const char*> millilitres) {
  for (const char* at : millilitres) {
    AqueousSolution solution;
    solution.volume = 1e-6 * volume;
    solution.protolytes.push_back({&substance, 1e3 * concentration * solution.volume});
    AqueousSolution added;
    added.volume = 1e-6;
    added.add(reagent(titrant), 1e-4);
    solution.add(added, std::atof(at));
    facts.expect("pH at " + std::string(at) + " mL", acid_base_state(solution, 298.15, IonActivity::ideal).pH);
  }
}

void acetic(PublishedCase& facts) {
  titrate(facts, 100.0, 0.1, {"", 0, {-std::log10(1.8e-5)}, {0.0}}, "sodium hydroxide",
          {"0", "20", "50", "99", "101", "120"});
}

void hydrochloric(PublishedCase& facts) {
  for (const char* at : {"10", "18", "20", "21"}) {
    AqueousSolution solution;
    solution.volume = 20e-6;
    solution.add(reagent("hydrochloric acid"), 2e-3);
    AqueousSolution added;
    added.volume = 1e-6;
    added.add(reagent("sodium hydroxide"), 1e-4);
    solution.add(added, std::atof(at));
    facts.expect("pH at " + std::string(at) + " mL", acid_base_state(solution, 298.15, IonActivity::ideal).pH);
  }
}

void phosphoric(PublishedCase& facts) {
  titrate(facts, 25.0, 0.1, protolyte("phosphoric"), "sodium hydroxide", {"0", "12.5", "60"});
}

void ammonia(PublishedCase& facts) {
  titrate(facts, 50.0, 0.1, protolyte("ammonium"), "hydrochloric acid", {"0", "50"});
}

void constants(PublishedCase& facts) {
  facts.expect("acetic acid", protolyte("acetic").pK[0]);
  facts.expect("benzoic acid", protolyte("benzoic").pK[0]);
  facts.expect("phenol", protolyte("phenol").pK[0]);
  facts.expect("ammonium", protolyte("ammonium").pK[0]);
  facts.expect("H3PO4 pKa1", protolyte("phosphoric").pK[0]);
  facts.expect("carbonic pKa1", protolyte("carbonic").pK[0]);
  facts.expect("citric pKa1", protolyte("citric").pK[0]);
  facts.expect("pKw 25 C", water_pK(298.15));
}

/// "8.2-10;9.4": interval and pK.
void indicators(PublishedCase& facts) {
  for (const char* name : {"phenolphthalein", "methyl orange"}) {
    const std::string& text = facts.text(std::string(name) + " range; pKIn");
    char* end = nullptr;
    EXPECT_NEAR(indicator(name).low, std::strtod(text.c_str(), &end), 0.2) << name;
    EXPECT_NEAR(indicator(name).high, std::strtod(end + 1, &end), 0.2) << name;
    EXPECT_NEAR(indicator(name).pK, std::strtod(end + 1, nullptr), 0.2) << name;
  }
}

void karl_fischer(PublishedCase& facts) {
  facts.expect("coulometric charge per mg water", 1e-6 * coulometric_charge());
  facts.expect("water in sodium tartrate dihydrate", 100.0 * tartrate_water());
}

}  // namespace

std::vector<InstrumentCase> titration_cases() {
  return {{"Titration 100.0 mL 0.100 M acetic", acetic},
          {"Titration 20 mL 0.100 M HCl", hydrochloric},
          {"Titration 25 mL 0.100 M H3PO4", phosphoric},
          {"Titration 50 mL 0.100 M NH3", ammonia},
          {"pKa ", constants},
          {"Indicators", indicators},
          {"Karl Fischer", karl_fischer}};
}

}  // namespace stillhouse
