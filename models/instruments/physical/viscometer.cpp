#include "models/instruments/physical/viscometer.h"

#include <algorithm>
#include <cmath>

#include "engine/autodiff/functions.h"
#include "engine/base/random.h"
#include "models/instruments/physical/densimeter.h"
#include "models/properties/bracketed_root.h"
#include "models/properties/component.h"

namespace stillhouse {

namespace {

Analysis run_viscometer(const SampleContents& sample, const AnalysisMethod& method, std::uint64_t seed) {
  Analysis analysis;
  if (sample.empty()) {
    analysis.fault("There is no liquid in it.", "仪器里没有液体。");
    return analysis;
  }
  const double T = method["temperature"] + method["bath_error"];
  const double mu = sample_viscosity(sample, T), rho = sample_density(sample, T), nu = mu / rho;
  const RandomStream random(seed, "viscometer");
  const int runs = static_cast<int>(method["runs"]);
  Analysis::Column number{"run", "1", {}}, seen;
  if (method.word("instrument") == "capillary") {
    const double t = capillary_time(nu, method["constant"], method["correction"]);
    seen = {"time", "s", {}};
    double sum = 0.0;
    for (int i = 0; i < runs; ++i) {
      const double read = 0.01 * std::floor(100.0 * (t + method["hand"] * random.gaussian(i)) + 0.5);
      number.values.push_back(i + 1.0);
      seen.values.push_back(read);
      sum += read;
    }
    analysis.results.push_back({"", "time", sum / runs, "s", "mean of the runs"});
    if (t < 200.0)
      analysis.note("The liquid runs through in less than 200 s: take a narrower capillary.",
                    "液体流出时间少于 200 秒：请换更细的毛细管。");
    analysis.duration = runs * (t + 60.0) + 900.0;
  } else {
    seen = {"viscosity", "mPa*s", {}};
    const double full = method["full_scale"], shear = method["shear_rate"], gap = method["gap"];
    const double radius = method["rotor_radius"];
    // narrow gap: speed of the rotor = shear rate x gap; vortices beyond Ta = 1708
    const double taylor = square(shear * gap) * gap * gap * gap / (radius * nu * nu);
    const double stress = mu * shear * vortex_torque(taylor / 1708.0);
    double sum = 0.0;
    for (int i = 0; i < runs; ++i) {
      const double share = std::clamp(stress / full + 0.001 * random.gaussian(i), 0.0, 1.0);
      number.values.push_back(i + 1.0);
      seen.values.push_back(1e3 * share * full / shear);
      sum += share * full / shear;
    }
    analysis.results.push_back({"", "viscosity", 1e3 * sum / runs, "mPa*s", "mean of the runs"});
    analysis.results.push_back({"", "torque", 100.0 * std::min(1.0, stress / full), "%", "of full scale"});
    if (stress > full) analysis.fault("The torque is beyond full scale.", "扭矩超出量程。");
    if (stress < 0.1 * full) analysis.note("The torque is below a tenth of full scale.", "扭矩低于满量程的十分之一。");
    analysis.duration = 120.0 * runs;
  }
  analysis.signal = {number, seen};
  analysis.truth.push_back({"", "viscosity", 1e3 * mu, "mPa*s", "of the liquid as it is in the viscometer"});
  analysis.truth.push_back({"", "kinematic_viscosity", 1e6 * nu, "mm^2/s", "of it"});
  analysis.truth.push_back({"", "temperature", T - 273.15, "degC", "of it"});
  return analysis;
}

}  // namespace

double capillary_time(double nu, double K, double E) {
  return bracketed_root([&](double t) { return K * t - E / (t * t) - nu; }, 1e-3, nu / K + pow(E / K, 1.0 / 3.0) + 1.0);
}

double vortex_torque(double taylor_over_critical) {
  constexpr double B = 1.8;
  const double s = 1.0 + smooth_positive(taylor_over_critical - 1.0, 0.02);
  return (1.0 - B) / s + B * pow(s, 0.18);
}

double sample_viscosity(const SampleContents& sample, double T) {
  double sum = 0.0;
  for (const SampleContents::Species& one : sample.species)
    sum += one.mole_fraction * log(Component::find(one.name).property("LiquidViscosity")(T));
  return exp(sum);
}

InstrumentKind viscometer_kind() {
  InstrumentKind kind;
  kind.name = "viscometer";
  kind.title = {"Viscometer", "粘度计"};
  kind.sentence = "Viscosity of a liquid by the time through a capillary or by the torque of a rotor.";
  kind.manual = {
      "Calibrate the capillary with water: 1.0016 mPa s at 20 degC, or with a reference oil.",
      "Choose a capillary that takes more than 200 s, and give the bath a quarter of an hour.",
      "Keep a rotating viscometer between a tenth and all of its torque, and below the speed at which vortices begin.",
  };
  kind.model = "viscometer_kind";
  kind.settings = {
      {"temperature", "degC", 20.0, 0.0, 100.0, "that the bath shows"},
      {"bath_error", "delta_K", 0.0, -5.0, 5.0, "of the bath over what it shows: its own secret"},
      {"runs", "1", 3.0, 1.0, 50.0, "that are averaged"},
      {"constant", "mm^2/s^2", 0.003, 1e-5, 10.0, "K of this very capillary"},
      {"correction", "mm^2*s", 40.0, 0.0, 1e4, "E of it"},
      {"hand", "s", 0.1, 0.0, 5.0, "standard deviation of starting and stopping the watch"},
      {"shear_rate", "1/s", 100.0, 0.1, 10000.0, "of the rotor in its gap"},
      {"gap", "mm", 1.0, 0.05, 5.0, "between rotor and cup"},
      {"rotor_radius", "mm", 15.0, 2.0, 50.0, "of the rotor"},
      {"full_scale", "Pa", 1.0, 0.001, 1000.0, "stress at full torque"},
  };
  kind.choices = {{"instrument", {"capillary", "rotating"}, "that is used"}};
  kind.secret = {"bath_error"};
  kind.usual_volume = 20e-6;
  kind.species = component_facts;
  kind.run = run_viscometer;
  return kind;
}

}  // namespace stillhouse
