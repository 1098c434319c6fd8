#include "models/instruments/titration/titration_method.h"

namespace stillhouse {

std::vector<ParameterInfo> titration_settings(double water_added, const std::vector<ParameterInfo>& own) {
  std::vector<ParameterInfo> settings{
      {"titrant_concentration", "mol/L", 0.1, 1e-4, 2.0, "as the label says"},
      {"titrant_factor", "1", 1.0, 0.5, 1.5, "what it is over what the label says: the bottle's own secret"},
      {"water_added", "mL", water_added, 0.0, 500.0, "to the sample"},
      {"medium_pH", "1", 0.0, 0.0, 14.0,
       "kept by the medium of redox (0: in acid) and EDTA (10: ammonia buffer); acids and bases make their own"},
      {"temperature", "degC", 25.0, 5.0, 60.0, "of the solution that is titrated"},
  };
  settings.insert(settings.end(), own.begin(), own.end());
  return settings;
}

ChoiceParameter titrant_choice() {
  return {"titrant",
          {"sodium hydroxide", "potassium hydroxide", "hydrochloric acid", "sulfuric acid", "potassium permanganate",
           "potassium dichromate", "cerium(IV) sulfate", "iodine", "sodium thiosulfate pentahydrate",
           "disodium edta dihydrate", "silver nitrate", "ammonium iron(II) sulfate"},
          "in the burette"};
}

TitrationCurve titration_of(const SampleContents& sample, const AnalysisMethod& method,
                            TitrationCurve::Reaction reaction, Analysis& analysis) {
  for (const SampleContents::Species& one : sample.species)
    if (one.name != "water" && !find_reagent(one.name))
      analysis.note_naming(one.name + " takes no part in a titration; it is there with its volume only.",
                           one.name + "不参与滴定，只占体积。");
  TitrationCurve curve;
  curve.reaction = reaction;
  curve.flask = flask_of(sample, method["water_added"]);
  curve.titrant = solution_of(method.word("titrant"), method["titrant_concentration"] * method["titrant_factor"]);
  curve.T = method["temperature"];
  curve.medium_pH = method["medium_pH"];
  curve.metal = metal_of(curve.flask);
  return curve;
}

void tell_truth(const SampleContents& sample, const AnalysisMethod& method, Analysis& analysis) {
  analysis.truth.push_back({"", "titrant_concentration",
                            1e-3 * method["titrant_concentration"] * method["titrant_factor"], "mol/L",
                            "as it is, whatever the label says"});
  for (const SampleContents::Species& one : sample.species)
    if (find_reagent(one.name)) {
      analysis.truth.push_back({one.name, "amount", 1e3 * one.moles, "mmol", "in the sample"});
      analysis.truth.push_back({one.name, "mass_fraction", 1e2 * one.mass_fraction, "%", "in the sample"});
    }
}

}  // namespace stillhouse
