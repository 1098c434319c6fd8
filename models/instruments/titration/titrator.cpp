#include "models/instruments/titration/titrator.h"

#include <algorithm>
#include <cmath>

#include "engine/autodiff/functions.h"
#include "engine/base/random.h"
#include "models/instruments/titration/end_points.h"
#include "models/instruments/titration/equilibrium.h"
#include "models/instruments/titration/ph_electrode.h"
#include "models/instruments/titration/titration_method.h"

namespace stillhouse {

namespace {

constexpr double millilitre = 1e-6;
constexpr double reference = 0.197;          // V, silver chloride in saturated potassium chloride
constexpr double silver_potential = 0.7996;  // V, Ag+ + e- = Ag

TitrationCurve::Reaction reaction_of(const std::string& electrode) {
  if (electrode == "platinum") return TitrationCurve::Reaction::redox;
  if (electrode == "silver") return TitrationCurve::Reaction::silver;
  if (electrode == "ion_selective") return TitrationCurve::Reaction::edta;
  return TitrationCurve::Reaction::acid_base;
}

class Titration {
 public:
  Titration(const TitrationCurve& curve, const AnalysisMethod& method, std::uint64_t seed)
      : method_(method), random_(seed, "titrator"), curve_(curve), unit_(nernst_step(curve.T)) {
    electrode_ = {method["electrode_slope"], unit_ * method["electrode_offset"], method["response"]};
    believed_ = calibration();
  }

  void run(Analysis& analysis) {
    double time = 0.0, volume = 0.0, E = rest(0.0), step = method_["smallest_step"];
    record(volume, E);
    while (volume < method_["most"] && volume_.size() < 5000) {
      step = std::min(step, method_["most"] - volume);
      volume += step;
      const double resting = rest(volume), before = E;
      // until the drift is below its limit: |E_rest - E| / response = limit
      double wait = method_["longest_wait"];
      const double limit = unit_ * method_["drift_limit"] * std::max(electrode_.response, 1e-3);
      const double away = std::fabs(resting - E);
      if (away <= limit)
        wait = 0.0;
      else if (limit > 0.0)
        wait = std::min(wait, electrode_.response * log(away / limit));
      wait = std::max(wait, 0.5);
      E = electrode_.after(E, resting, wait);
      time += wait + step / method_["dosing_rate"];
      record(volume, E);
      // the next step by the slope of this one
      const double slope = std::fabs(E - before) / step;
      const double wanted = slope > 0.0 ? unit_ * method_["signal_step"] / slope : 2.0 * step;
      step = std::clamp(wanted, std::max(0.5 * step, method_["smallest_step"]), std::max(2.0 * step, 1e-9));
      step = std::clamp(step, method_["smallest_step"], std::max(method_["largest_step"], method_["smallest_step"]));
    }
    report(analysis);
    analysis.duration = time + 120.0;
    if (curve_.reaction != TitrationCurve::Reaction::acid_base) return;
    // a film grows on the glass, and strong alkali dissolves it: in the last solution it stands until the next one
    const double alkali = exp(ln10 * (std::min(curve_.at(volume), 14.0) - 13.0));
    analysis.wear = {{"electrode_slope", -2e-4 - 1e-3 * alkali}, {"response", 0.02 + 0.1 * alkali}};
  }

 private:
  /// Potential at which the electrode comes to rest.
  double rest(double volume) const {
    const double seen = curve_.at(volume);
    switch (curve_.reaction) {
      case TitrationCurve::Reaction::acid_base:
        return electrode_.potential(seen, curve_.T);
      case TitrationCurve::Reaction::redox:
        return seen - reference;
      case TitrationCurve::Reaction::silver:
        return silver_potential - unit_ * seen - reference;
      case TitrationCurve::Reaction::edta:
        return electrode_.offset - 0.5 * electrode_.slope * unit_ * seen;
    }
    return 0.0;
  }

  /// The electrode as two buffers show it, each read with noise, or as theory has it.
  PhElectrode calibration() {
    PhElectrode believed{1.0, 0.0, electrode_.response};
    if (method_.word("calibration") == "none") return believed;
    const double T = method_["calibration_temperature"];
    const double low = buffer_pH(method_.word("calibration") == "phthalate_phosphate" ? "phthalate" : "phosphate", T);
    const double high = buffer_pH(method_.word("calibration") == "phthalate_phosphate" ? "phosphate" : "borate", T);
    const auto read = [&](double pH, int draw) {
      return electrode_.potential(pH, T) + unit_ * method_["noise"] * random_.gaussian(-1 - draw);
    };
    return calibrated(low, read(low, 0), high, read(high, 1), T);
  }

  void record(double volume, double E) {
    const auto point = static_cast<std::int64_t>(volume_.size());
    volume_.push_back(volume / millilitre);
    E += unit_ * method_["noise"] * random_.gaussian(point);
    potential_.push_back(1e3 * E);
    if (curve_.reaction == TitrationCurve::Reaction::acid_base) pH_.push_back(believed_.reading(E, curve_.T));
  }

  void report(Analysis& analysis) const {
    analysis.signal = {{"volume", "mL", volume_}, {"potential", "mV", potential_}};
    const bool glass = !pH_.empty();
    if (glass) analysis.signal.push_back({"pH", "1", pH_});
    const std::vector<double>& signal = glass ? pH_ : potential_;

    const double resolution = 10.0 * method_["noise"];
    const auto ends = end_points_by_slope(volume_, signal, 0.1, glass ? resolution : 1e3 * unit_ * resolution);
    const double span = *std::max_element(potential_.begin(), potential_.end()) -
                        *std::min_element(potential_.begin(), potential_.end());
    if (ends.empty() || span < 1e3 * unit_ * (30.0 * method_["noise"] + 0.3)) {
      analysis.fault("No end point was found.", "没有找到滴定终点。");
      return;
    }
    int number = 0;
    for (const EndPoint& end : ends) {
      const std::string name = "end point " + std::to_string(++number);
      analysis.marks.push_back({end.volume, name});
      analysis.results.push_back({name, "volume", end.volume, "mL", "by the first derivative"});
      analysis.results.push_back({name, glass ? "pH" : "potential", end.signal, glass ? "1" : "mV", "there"});
    }
    if (const auto end = end_point_by_curvature(volume_, signal))
      analysis.results.push_back({"", "volume_by_second_derivative", end->volume, "mL", "of the steepest end point"});
    if (glass) gran(analysis, ends.front().volume);
  }

  void gran(Analysis& analysis, double end) const {
    const bool rising = pH_.back() > pH_.front();
    // a strong acid or base has not been buffered at half of the first end point
    std::size_t half = 0;
    while (half + 1 < volume_.size() && volume_[half] < 0.5 * end) ++half;
    const bool strong = rising ? pH_[half] < 2.5 : pH_[half] > 11.0;
    const GranCase which = rising ? (strong ? GranCase::strong_acid : GranCase::weak_acid)
                                  : (strong ? GranCase::strong_base : GranCase::weak_base);
    const double start = curve_.flask.volume / millilitre;
    const auto line = gran_end_point(volume_, pH_, start, 0.6 * end, 0.97 * end, which);
    if (!line) return;
    analysis.results.push_back({"", "volume_by_gran", line->volume, "mL", "where Gran's line meets zero"});
    analysis.results.push_back({"", "uncertainty_by_gran", line->uncertainty, "mL", "standard deviation of it"});
  }

  const AnalysisMethod& method_;
  RandomStream random_;
  TitrationCurve curve_;
  double unit_;  // V that a unit of pH is by theory
  PhElectrode electrode_, believed_;
  std::vector<double> volume_, potential_, pH_;  // mL, mV
};

Analysis run_titrator(const SampleContents& sample, const AnalysisMethod& method, std::uint64_t seed) {
  Analysis analysis;
  if (sample.empty()) analysis.fault("The beaker is empty but for water.", "烧杯里除了水没有样品。");
  Titration titration(titration_of(sample, method, reaction_of(method.word("electrode")), analysis), method, seed);
  titration.run(analysis);
  tell_truth(sample, method, analysis);
  return analysis;
}

}  // namespace

InstrumentKind titrator_kind() {
  InstrumentKind kind;
  kind.name = "titrator";
  kind.title = {"Potentiometric titrator", "电位滴定仪"};
  kind.sentence = "Doses a titrant, follows an electrode, and finds end points by derivatives and by Gran's line.";
  kind.manual = {
      "Choose the electrode of the reaction: glass for acids and bases, platinum for redox, silver for halides, "
      "ion_selective for EDTA.",
      "Calibrate the glass electrode with two buffers that have the pH of the titration between them, at the "
      "temperature of the titration.",
      "Small steps near the end, and time for the electrode: longest_wait of some five times its response.",
      "An ion of two charges gives half the signal: for EDTA take a signal_step of 0.03.",
      "What the titrant really is, a primary standard tells: weigh in potassium hydrogen phthalate, sodium carbonate, "
      "potassium dichromate or sodium chloride.",
  };
  kind.model = "titrator_kind";
  kind.settings = titration_settings(
      50.0, {
                {"most", "mL", 40.0, 0.1, 200.0, "volume after which the titration stops"},
                {"smallest_step", "mL", 0.02, 0.002, 5.0, "smallest volume dosed at once"},
                {"largest_step", "mL", 0.5, 0.002, 10.0, "largest volume dosed at once"},
                {"signal_step", "1", 0.1, 0.01, 2.0,
                 "change of the signal that a step aims at, in units of pH (59 mV at 25 degC)"},
                {"dosing_rate", "mL/min", 20.0, 0.1, 100.0, "of the burette"},
                {"longest_wait", "s", 20.0, 0.0, 600.0, "after a step, if the electrode still drifts"},
                {"drift_limit", "1/min", 0.1, 0.0, 20.0, "drift at which a reading is taken, in units of pH"},
                {"electrode_slope", "1", 0.98, 0.5, 1.05, "of the electrode over the theoretical one"},
                {"electrode_offset", "1", 0.1, -2.0, 2.0, "of the electrode at pH 7, in units of pH"},
                {"response", "s", 3.0, 0.0, 120.0, "time constant of the electrode: a dry or dirty one is slow"},
                {"noise", "1", 0.002, 0.0, 0.5, "standard deviation of a reading, in units of pH"},
                {"calibration_temperature", "degC", 25.0, 5.0, 50.0, "of the buffers"},
            });
  kind.choices = {
      titrant_choice(),
      {"electrode", {"glass", "platinum", "silver", "ion_selective"}, "that is dipped in"},
      {"calibration", {"phthalate_phosphate", "phosphate_borate", "none"}, "buffers of the glass electrode"},
  };
  kind.remembered = {{"electrode_slope", {"electrode"}}, {"response", {"electrode"}}};
  kind.parts = {{"electrode", {"electrode", "电极"}, {"electrode_slope", "response"}, 900.0, 10.0}};
  kind.secret = {"titrant_factor", "electrode_offset"};
  kind.usual_volume = 25e-6;
  kind.solvent = "water";
  kind.species = titration_species;
  kind.run = run_titrator;
  return kind;
}

}  // namespace stillhouse
