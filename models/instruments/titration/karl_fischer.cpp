#include "models/instruments/titration/karl_fischer.h"

#include <algorithm>

#include "engine/autodiff/functions.h"
#include "engine/base/random.h"
#include "models/instruments/titration/equilibrium.h"
#include "models/properties/component.h"

namespace stillhouse {

namespace {

constexpr char tartrate[] = "sodium tartrate dihydrate";
constexpr double tartrate_molar_mass = 230.08e-3;  // C4H4Na2O6 . 2 H2O

SpeciesFacts facts_of(std::string_view name) {
  if (name == tartrate) return {tartrate_molar_mass, 1800.0};
  return component_facts(name);
}

/// Water in the sample, kg, free and bound.
double water_in(const SampleContents& sample) {
  double water = 0.0;
  for (const SampleContents::Species& one : sample.species) {
    if (one.name == "water") water += one.moles * water_molar_mass;
    if (one.name == tartrate) water += 2.0 * one.moles * water_molar_mass;
  }
  return water;
}

Analysis run_karl_fischer(const SampleContents& sample, const AnalysisMethod& method, std::uint64_t seed) {
  Analysis analysis;
  const bool coulometric = method.word("iodine") == "coulometric";
  const double water = water_in(sample);
  if (sample.empty())
    analysis.fault("The vial is empty: only the drift is titrated.", "样品瓶是空的：滴定的只是漂移。");

  // the cell
  const double true_drift = method["drift"] + method["leak"];
  const double titre = method["titre"] * method["titre_left"];  // kg/m^3
  const double fastest = coulometric ? method["fastest"] : method["rate"] * titre;
  const double tau = 3.0, k = 1.0 / std::max(method["release"], 1e-3);
  const double most = method["most_time"], extraction = method["extraction"], stop = method["stop_drift"];

  constexpr double dt = 0.1;
  double free = 0.0, bound = water, delivered = 0.0, t = 0.0;
  const auto rate = [&](double w) { return w > 0.0 ? fastest * tanh(w / (fastest * tau)) : 0.0; };
  Analysis::Column time{"time", "s", {}}, amount{coulometric ? "charge" : "volume", coulometric ? "C" : "mL", {}},
      speed{"rate", "ug/min", {}};
  const auto as_read = [&](double mass) { return coulometric ? mass * coulometric_charge() : 1e6 * mass / titre; };
  bool finished = false;
  for (long i = 0; t < most; ++i) {
    if (i % 20 == 0) {
      time.values.push_back(t);
      amount.values.push_back(as_read(delivered));
      speed.values.push_back(rate(free) * 1e9 * 60.0);
    }
    if (t >= extraction && t > 3.0 * tau && rate(free) < method["drift"] + stop) {
      finished = true;
      break;
    }
    const double used = rate(free) * dt, given = bound * (1.0 - exp(-k * dt));
    free = std::max(0.0, free + given + true_drift * dt - used);
    bound -= given;
    delivered += used;
    t += dt;
  }
  analysis.signal = {time, amount, speed};
  analysis.marks.push_back({t, "end"});
  if (!finished)
    analysis.fault("The end point was not reached in the time allowed: too much water, or too high a drift.",
                   "在允许的时间内没有到达终点：水太多，或漂移太大。");

  // what the instrument reads: a resolution of 0.1 mC, or of a 10000th of a 5 mL burette
  const RandomStream random(seed, "karl fischer");
  double reading = as_read(delivered) + method["noise"] * 1e9 * as_read(1e-9) * random.gaussian(0);
  const double division = coulometric ? 1e-4 : 5e-4;
  reading = division * static_cast<double>(static_cast<long long>(std::max(0.0, reading) / division + 0.5));
  const double as_water = coulometric ? reading / coulometric_charge() : 1e-6 * reading * method["titre"];
  const double corrected = as_water - method["drift_entered"] * t;
  analysis.results.push_back({"", coulometric ? "charge" : "volume", reading, coulometric ? "C" : "mL",
                              coulometric ? "charge that made the iodine" : "reagent used"});
  analysis.results.push_back({"", "time", t, "s", "from the sample to the end point"});
  analysis.results.push_back(
      {"", "water", 1e6 * corrected, "mg", "by the titre on the bottle, less the drift entered"});
  if (sample.mass > 0.0)
    analysis.results.push_back({"", "water_fraction", 1e2 * corrected / sample.mass, "%", "of the sample's mass"});
  analysis.truth.push_back({"", "water", 1e6 * water, "mg", "in the sample"});
  analysis.truth.push_back({"", "drift", 1e9 * 60.0 * true_drift, "ug/min", "of the cell with the sample in it"});
  if (!coulometric) analysis.truth.push_back({"", "titre", titre, "mg/mL", "of the reagent as it is now"});
  analysis.duration = t + 60.0;
  return analysis;
}

}  // namespace

double coulometric_charge() {
  return 2.0 * faraday_constant / water_molar_mass;
}

double tartrate_water() {
  return 2.0 * water_molar_mass / tartrate_molar_mass;
}

InstrumentKind karl_fischer_kind() {
  InstrumentKind kind;
  kind.name = "karl_fischer";
  kind.title = {"Karl Fischer titrator", "卡尔·费休水分滴定仪"};
  kind.sentence = "Titrates the water of a sample with iodine, made by current or added from a burette.";
  kind.manual = {
      "Wait until the drift of the cell is steady, note it, and enter it as drift_entered.",
      "The titre of a volumetric reagent falls with time: find it with sodium tartrate dihydrate, 15.66 % of water.",
      "Solids and viscous samples give off their water slowly: set an extraction time, or the result is low.",
      "Coulometric cells are for 10 ug to 10 mg of water, volumetric ones for 1 to 100 mg.",
  };
  kind.model = "karl_fischer_kind";
  kind.settings = {
      {"titre", "mg/mL", 5.0, 0.5, 10.0, "water that a volume of the reagent takes, as its bottle says"},
      {"titre_left", "1", 1.0, 0.3, 1.1, "what has become of the titre: the reagent's own secret"},
      {"fastest", "mg/min", 2.24, 0.01, 3.0, "water that the largest current takes: 2.24 mg/min at 400 mA"},
      {"rate", "mL/min", 10.0, 0.1, 20.0, "fastest that reagent is added"},
      {"drift", "ug/min", 5.0, 0.0, 500.0, "water that leaks into the cell before the sample is put in"},
      {"leak", "ug/min", 0.0, 0.0, 500.0, "more of it once the cell has been opened"},
      {"drift_entered", "ug/min", 0.0, 0.0, 500.0, "drift that the instrument takes off its result"},
      {"stop_drift", "ug/min", 10.0, 1.0, 100.0, "rate above the drift at which the titration ends"},
      {"release", "s", 2.0, 0.0, 600.0, "time constant in which the sample gives off its water"},
      {"extraction", "s", 0.0, 0.0, 1800.0, "time before which the titration does not end"},
      {"most_time", "s", 1200.0, 30.0, 3600.0, "time after which it is given up"},
      {"noise", "ug", 1.0, 0.0, 100.0, "standard deviation of the end point, as water"},
  };
  kind.choices = {{"iodine", {"coulometric", "volumetric"}, "where the iodine comes from"}};
  // half a per cent a day, an assumption: moist air reaches the bottle
  kind.remembered = {{"titre_left", {}, false, -0.005 / 86400.0}};
  kind.parts = {{"reagent", {"reagent", "试剂"}, {"titre_left"}, 1200.0, 8.0}};
  kind.secret = {"titre_left", "leak", "release"};
  kind.usual_volume = 1e-6;
  kind.species = facts_of;
  kind.run = run_karl_fischer;
  return kind;
}

}  // namespace stillhouse
