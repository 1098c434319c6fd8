#include "models/instruments/physical/thermometer_bench.h"

#include <algorithm>

#include "engine/autodiff/functions.h"
#include "engine/base/random.h"
#include "models/instruments/calibration/calibration_curve.h"
#include "models/instruments/resistance_thermometer.h"
#include "models/instruments/thermocouple.h"

namespace stillhouse {

namespace {

constexpr double ice = 273.15, room = 293.15;  // K

Analysis run_thermometer_bench(const SampleContents&, const AnalysisMethod& method, std::uint64_t seed) {
  Analysis analysis;
  const bool platinum = method.word("sensor") == "platinum";
  const RandomStream random(seed, "thermometer bench");
  const int points = static_cast<int>(method["points"]);
  const double low = method["lowest"], high = std::max(method["highest"], low + 1.0);

  std::vector<double> reference, answer;
  std::vector<CalibrationPoint> fit;
  for (int i = 0; i <= points; ++i) {
    // the ice first, then the block
    const bool ice_point = i == 0;
    if (ice_point && method.word("ice_point") == "no") continue;
    const double block = ice_point ? ice + method["ice_error"] : low + (high - low) * (i - 1) / std::max(1, points - 1);
    const double shown =
        ice_point ? ice : block + method["reference_offset"] + method["reference_noise"] * random.gaussian(i, 0);
    const double stem = (block - room) * exp(-method["depth"] / method["stem_length"]);
    double T = block - stem - (ice_point ? 0.0 : method["gradient"]);
    double read = 0.0;
    if (platinum) {
      const double R_0 = method["R_0"];
      // R_0 (1 + a t + b t^2): the deviation of a from the standard goes with t
      const auto resistance = [&](double at) {
        return platinum_resistance(at, R_0) + R_0 * method["alpha_error"] * 3.9083e-3 * (at - ice);
      };
      T += method["self_heating"] * square(method["current_share"]) * resistance(T) / 100.0;
      read = resistance(T) + 2.0 * (method.word("wires") == "two" ? method["lead_resistance"] : 0.0);
      read += 1e-3 * method["noise"] * random.gaussian(i, 1);
      fit.push_back({shown - ice, read, 1.0});
    } else {
      const double junction = method["junction"];
      read = 1e3 * (thermocouple_voltage(ThermocoupleType::K, T) * (1.0 + method["type_error"]) -
                    thermocouple_voltage(ThermocoupleType::K, junction)) +
             1e-3 * method["noise"] * random.gaussian(i, 1);
      fit.push_back({shown - ice, read, 1.0});
    }
    reference.push_back(shown - ice);
    answer.push_back(read);
  }
  analysis.signal = {{"reference", "degC", reference},
                     {platinum ? "resistance" : "voltage", platinum ? "ohm" : "mV", answer}};
  const int degree = fit.size() > 4 ? 2 : 1;
  if (fit.size() < 3) {
    analysis.fault("A line needs three points or more.", "拟合至少需要三个点。");
    return analysis;
  }
  const CalibrationCurve curve(fit, degree);
  const double c0 = curve.coefficient(0), c1 = curve.coefficient(1);
  if (platinum) {
    // u(c/c0)^2 = (u_c / c0)^2 + (c u_0 / c0^2)^2 - 2 c cov / c0^3
    const auto ratio = [&](int k, const char* name, const char* unit_name) {
      const double c = curve.coefficient(k);
      const double variance =
          (curve.covariance(k, k) + square(c / c0) * curve.covariance(0, 0) - 2.0 * c / c0 * curve.covariance(k, 0)) /
          square(c0);
      analysis.results.push_back({"", name, c / c0, unit_name, "of R = R_0 (1 + A t + B t^2)"});
      analysis.results.push_back(
          {"", std::string("u_") + name, sqrt(std::max(0.0, variance)), unit_name, "standard uncertainty of the fit"});
    };
    analysis.results.push_back({"", "R_0", c0, "ohm", "of the fit"});
    analysis.results.push_back({"", "u_R_0", curve.standard_error(0), "ohm", "standard uncertainty of the fit"});
    ratio(1, "A", "1/K");
    if (degree == 2) ratio(2, "B", "1/K^2");
    analysis.truth.push_back({"", "R_0", method["R_0"], "ohm", "of this very sensor"});
    analysis.truth.push_back({"", "A", 3.9083e-3 * (1.0 + method["alpha_error"]), "1/K", "of it"});
  } else {
    analysis.results.push_back({"", "voltage_at_zero", c0, "mV", "of the fit"});
    analysis.results.push_back({"", "slope", c1, "mV/K", "of the fit at 0 degC"});
    analysis.truth.push_back({"", "type_error", 100.0 * method["type_error"], "%", "of its voltage"});
  }
  analysis.results.push_back({"", "residual", curve.residual_deviation(), platinum ? "ohm" : "mV",
                              "standard deviation of a point from the curve"});
  analysis.duration = 1800.0 * static_cast<double>(fit.size());
  return analysis;
}

}  // namespace

InstrumentKind thermometer_bench_kind() {
  InstrumentKind kind;
  kind.name = "thermometer_bench";
  kind.title = {"Thermometer calibration bench", "温度计校准台"};
  kind.sentence = "Compares a platinum thermometer or a thermocouple with ice and with a reference in a heated block.";
  kind.manual = {
      "Take the ice point first and last: it tells what has drifted.",
      "Immerse deep: the stem carries the temperature of the room to the sensor.",
      "Four wires, or three: two add the resistance of the leads.",
      "Measure at two currents to find the self-heating.",
      "It takes no sample: analyse an empty one (--sample empty).",
  };
  kind.model = "thermometer_bench_kind";
  kind.settings = {
      {"points", "1", 6.0, 1.0, 50.0, "in the block"},
      {"lowest", "degC", 25.0, 0.0, 500.0, "of them"},
      {"highest", "degC", 150.0, 10.0, 600.0, "of them"},
      {"depth", "mm", 150.0, 0.0, 500.0, "of immersion"},
      {"stem_length", "mm", 15.0, 1.0, 100.0, "over which the stem's influence falls to 1/e"},
      {"gradient", "delta_K", 0.02, -2.0, 2.0, "that the block is colder at the sensor than at the reference"},
      {"ice_error", "delta_K", 0.0, -2.0, 2.0, "of an ice point that is not wet ice"},
      {"reference_offset", "delta_K", 0.0, -1.0, 1.0, "of the reference over the truth"},
      {"reference_noise", "delta_K", 0.005, 0.0, 1.0, "standard deviation of its reading"},
      {"R_0", "1", 100.02, 90.0, 110.0, "ohm, of this very sensor at 0 degC"},
      {"alpha_error", "1", 0.0005, -0.02, 0.02, "relative, of its coefficient A"},
      {"self_heating", "delta_K", 0.03, 0.0, 2.0, "of 100 ohm at the full current"},
      {"current_share", "1", 1.0, 0.1, 2.0, "of the full current, 1 mA"},
      {"lead_resistance", "1", 0.2, 0.0, 10.0, "ohm, of one lead"},
      {"type_error", "1", 0.002, -0.05, 0.05, "relative, of the thermocouple's voltage"},
      {"junction", "degC", 0.0, 0.0, 50.0, "of the cold junction"},
      {"noise", "1", 2.0, 0.0, 100.0, "milliohm or microvolt, standard deviation of a reading"},
  };
  kind.choices = {
      {"sensor", {"platinum", "type_K"}, "under test"},
      {"wires", {"four", "two"}, "to the platinum sensor"},
      {"ice_point", {"yes", "no"}, "taken as well"},
  };
  kind.secret = {"R_0", "alpha_error", "reference_offset", "type_error", "gradient"};
  kind.usual_volume = 1e-6;
  kind.species = component_facts;
  kind.run = run_thermometer_bench;
  return kind;
}

}  // namespace stillhouse
