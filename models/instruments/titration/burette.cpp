#include "models/instruments/titration/burette.h"

#include <algorithm>
#include <cmath>

#include "engine/base/random.h"
#include "models/instruments/titration/acid_base_balance.h"
#include "models/instruments/titration/indicator.h"
#include "models/instruments/titration/redox_balance.h"
#include "models/instruments/titration/silver_balance.h"
#include "models/instruments/titration/titration_method.h"

namespace stillhouse {

namespace {

constexpr double millilitre = 1e-6;

TitrationCurve::Reaction reaction_of(const std::string& indicator) {
  if (indicator == "permanganate" || indicator == "starch") return TitrationCurve::Reaction::redox;
  if (indicator == "eriochrome_black") return TitrationCurve::Reaction::edta;
  if (indicator == "chromate") return TitrationCurve::Reaction::silver;
  return TitrationCurve::Reaction::acid_base;
}

/// How far the colour has gone, from 0 to 1; the eye calls it changed when it is past the threshold.
class Colour {
 public:
  Colour(const TitrationCurve& curve, const AnalysisMethod& method)
      : curve_(curve), name_(method.word("indicator")), method_(method) {
    if (curve.reaction == TitrationCurve::Reaction::acid_base) indicator_ = &indicator(name_);
  }

  double at(double volume) const {
    const AqueousSolution now = curve_.mixture(volume);
    switch (curve_.reaction) {
      case TitrationCurve::Reaction::acid_base:
        return indicator_->change(acid_base_state(now, curve_.T, IonActivity::davies).pH);
      case TitrationCurve::Reaction::redox: {
        const RedoxCouple& couple = redox_couple(name_ == "starch" ? "triiodide" : "permanganate");
        const double potential = redox_potential(now, curve_.medium_pH, curve_.T);
        const double seen = oxidised_concentration(now, couple, potential, curve_.medium_pH, curve_.T);
        return std::min(1.0, 0.5 * seen / method_["visible"]);
      }
      case TitrationCurve::Reaction::edta:
        return std::clamp(0.5 + (curve_.at(volume) - method_["indicator_pM"]), 0.0, 1.0);
      case TitrationCurve::Reaction::silver:
        return std::min(1.0, 0.5 * silver_state(now, curve_.T).chromate / method_["visible"]);
    }
    return 0.0;
  }

  /// Share of the change that the eye waits for, from a start at `before`.
  double threshold(double before) const {
    if (!indicator_) return 0.5;
    return before < 0.5 ? method_["share"] : 1.0 - method_["share"];
  }

  Text word(double change) const {
    if (indicator_) return indicator_->colour(indicator_->low + change * (indicator_->high - indicator_->low));
    const bool after = change >= 0.5;
    if (name_ == "permanganate") return after ? Text{"pink", "粉红色"} : Text{"colourless", "无色"};
    if (name_ == "starch") return after ? Text{"blue", "蓝色"} : Text{"colourless", "无色"};
    if (name_ == "chromate") return after ? Text{"brick red", "砖红色"} : Text{"yellow", "黄色"};
    return after ? Text{"blue", "蓝色"} : Text{"wine red", "酒红色"};
  }

 private:
  const TitrationCurve& curve_;
  std::string name_;
  const AnalysisMethod& method_;
  const Indicator* indicator_ = nullptr;
};

Analysis run_burette(const SampleContents& sample, const AnalysisMethod& method, std::uint64_t seed) {
  Analysis analysis;
  if (sample.empty()) analysis.fault("The flask is empty but for water.", "锥形瓶里除了水没有样品。");
  TitrationCurve curve = titration_of(sample, method, reaction_of(method.word("indicator")), analysis);
  if (curve.reaction == TitrationCurve::Reaction::silver)
    curve.flask.add(reagent("potassium chromate"), method["chromate"] * curve.flask.volume);
  const Colour colour(curve, method);

  const double first = colour.at(0.0), threshold = colour.threshold(first);
  const auto changed = [&](double change) { return first < threshold ? change >= threshold : change < threshold; };
  std::vector<double> volumes{0.0}, changes{first};
  double volume = std::min(method["rough"], method["capacity"]), time = volume / (0.3 * millilitre);
  double change = colour.at(volume);
  volumes.push_back(volume / millilitre);
  changes.push_back(change);
  if (method["rough"] > 0.0 && changed(change))
    analysis.fault("The colour had changed before the titration went on drop by drop: the end point is missed.",
                   "在逐滴滴定之前颜色已经改变：错过了终点。");
  while (!changed(change) && volume + method["drop"] <= method["capacity"]) {
    volume += method["drop"];
    change = colour.at(volume);
    volumes.push_back(volume / millilitre);
    changes.push_back(change);
    time += 2.0;
  }
  if (!changed(change))
    analysis.fault("The burette is empty and the colour has not changed.", "滴定管已空，颜色仍未改变。");
  // its scale says something else than has run out
  const double scale = method["burette_factor"];
  for (double& point : volumes) point /= scale;
  analysis.signal = {{"volume", "mL", volumes}, {"colour_change", "1", changes}};
  analysis.marks.push_back({volume / scale / millilitre, colour.word(change).en});

  // the meniscus
  const RandomStream random(seed, "burette");
  const double step = 0.2 * method["division"];
  const auto read = [&](double level, int draw) {
    return step * std::floor((level + method["reading_deviation"] * random.gaussian(draw)) / step + 0.5) / millilitre;
  };
  const double start = read(method["start"], 0), end = read(method["start"] + volume / scale + method["parallax"], 1);
  analysis.results.push_back({"", "reading_at_start", start, "mL", "of the burette"});
  analysis.results.push_back({"", "reading_at_end", end, "mL", "of the burette, colour " + colour.word(change).en});
  analysis.results.push_back({"", "volume", end - start, "mL", "between the two readings"});
  analysis.truth.push_back({"", "volume", volume / millilitre, "mL", "that ran out of the burette"});
  tell_truth(sample, method, analysis);
  analysis.duration = time + 180.0;
  return analysis;
}

}  // namespace

InstrumentKind burette_kind() {
  InstrumentKind kind;
  kind.name = "burette";
  kind.title = {"Burette and indicator", "滴定管与指示剂"};
  kind.sentence = "Titration by hand: drops, a colour that changes, and a meniscus that is read.";
  kind.manual = {
      "Let rough run in freely, some millilitres less than a first titration took, then it goes on drop by drop.",
      "Choose an indicator whose interval holds the pH of the equivalence point.",
      "Titrate a blank: what the indicator and the water take.",
      "Read the meniscus at eye level: a slanted view is parallax, the same each time.",
      "What an eye and a hand do (share, visible, indicator_pM, drop, reading_deviation) are assumptions: set your "
      "own.",
  };
  kind.model = "burette_kind";
  std::vector<std::string> indicators = indicator_names();
  indicators.insert(indicators.begin(), "phenolphthalein");
  indicators.erase(std::find(indicators.begin() + 1, indicators.end(), "phenolphthalein"));
  for (const char* other : {"permanganate", "starch", "eriochrome_black", "chromate"}) indicators.push_back(other);
  kind.settings = titration_settings(
      25.0,
      {
          {"rough", "mL", 0.0, 0.0, 100.0, "run in freely before the titration goes on drop by drop"},
          {"drop", "mL", 0.05, 0.01, 0.5, "volume of a drop"},
          {"capacity", "mL", 50.0, 1.0, 100.0, "of the burette"},
          {"burette_factor", "1", 1.0, 0.9, 1.1, "what runs out over what its scale says: weighed water finds it"},
          {"division", "mL", 0.1, 0.01, 1.0, "of its scale; the eye reads a fifth of it"},
          {"start", "mL", 0.0, 0.0, 50.0, "where the meniscus stood"},
          {"reading_deviation", "mL", 0.01, 0.0, 0.5, "standard deviation of a reading"},
          {"parallax", "mL", 0.0, -0.5, 0.5, "what a slanted view adds to the reading at the end"},
          {"share", "1", 0.2, 0.02, 0.98, "of the indicator's interval that the eye waits for"},
          {"visible", "umol/L", 5.0, 0.1, 1000.0, "of permanganate, iodine or silver chromate that the eye sees"},
          {"indicator_pM", "1", 5.4, 1.0, 20.0, "at which the metal indicator turns"},
          {"chromate", "mol/L", 0.0025, 1e-5, 0.1, "in the flask, of Mohr's indicator"},
      });
  kind.choices = {
      titrant_choice(),
      {"indicator", indicators, "in the flask"},
  };
  kind.secret = {"titrant_factor", "burette_factor"};
  kind.usual_volume = 25e-6;
  kind.solvent = "water";
  kind.species = titration_species;
  kind.run = run_burette;
  return kind;
}

}  // namespace stillhouse
