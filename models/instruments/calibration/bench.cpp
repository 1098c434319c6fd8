#include "models/instruments/calibration/bench.h"

#include <cmath>

#include "engine/autodiff/functions.h"
#include "models/control/setting_check.h"
#include "models/instruments/calibration/uncertainty.h"

namespace stillhouse {

namespace {

constexpr double expansion = 2.1e-4;          // 1/K
constexpr double glass_temperature = 293.15;  // K

std::string piece_name(const char* what, double nominal) {
  return std::string(what) + " " + std::to_string(std::lround(nominal * 1e9)) + " ul";
}

}  // namespace

void Balance::check() const {
  check_setting("balance", "capacity", capacity, 1e-9, 1e6);
  check_setting("balance", "division", division, 1e-12, capacity);
  check_setting("balance", "repeatability", repeatability, 0.0, capacity);
  check_setting("balance", "linearity", linearity, 0.0, capacity);
  check_setting("balance", "sensitivity", sensitivity, -0.1, 0.1);
}

double Balance::reading(double mass, double a, double deviate) const {
  check_setting("balance", "mass in kg", mass, 0.0, capacity);
  const double s = mass / capacity;
  const double shown = mass * (1.0 + sensitivity) + linearity * a * 4.0 * s * (1.0 - s) + repeatability * deviate;
  return division * std::floor(shown / division + 0.5);
}

double Balance::uncertainty_of_difference() const {
  const double bent = rectangular(linearity), step = rectangular(0.5 * division);
  return sqrt(2.0 * (bent * bent + repeatability * repeatability + step * step));
}

PreparationBench::PreparationBench(const Settings& settings, std::uint64_t seed, std::int64_t next_operation)
    : settings_(settings), seed_(seed), operations_(seed, "bench"), operation_(next_operation) {
  settings.balance.check();
  check_setting("bench", "filling", settings.filling, 0.0, 0.1);
  check_setting("bench", "temperature", settings.temperature, 273.15, 333.15);
  check_setting("bench", "temperature range", settings.temperature_range, 0.0, 40.0);
}

double PreparationBench::volume(const std::string& piece, double nominal, double tolerance) {
  // two even errors of half the tolerance add to a triangular one
  const RandomStream random(seed_, piece);
  const double of_piece = random.symmetric(0.5 * tolerance, 0, 0) + random.symmetric(0.5 * tolerance, 0, 1);
  const double of_filling = settings_.filling * nominal * operations_.gaussian(operation_++);
  return nominal * (1.0 + expansion * (settings_.temperature - glass_temperature)) + of_piece + of_filling;
}

double PreparationBench::volume_uncertainty(double nominal, double tolerance) const {
  const double piece = triangular(tolerance) / nominal;
  const double warmth = rectangular(expansion * settings_.temperature_range);
  return sqrt(piece * piece + settings_.filling * settings_.filling + warmth * warmth);
}

PreparationBench::Weighing PreparationBench::weigh(double mass) {
  // the vessel stands on the balance first empty, then with the substance
  const double a = RandomStream(seed_, "balance").symmetric(1.0, 0);
  const double tare = 0.25 * settings_.balance.capacity;
  const double empty = settings_.balance.reading(tare, a, operations_.gaussian(operation_++));
  const double full = settings_.balance.reading(tare + mass, a, operations_.gaussian(operation_++));
  return {full - empty, settings_.balance.uncertainty_of_difference()};
}

PreparationBench::Filling PreparationBench::fill_flask(double nominal) {
  const double limit = flask_tolerance(nominal, settings_.glass);
  return {volume(piece_name("flask", nominal), nominal, limit), volume_uncertainty(nominal, limit)};
}

PreparationBench::Filling PreparationBench::fill_pipette(double nominal) {
  const double limit = pipette_tolerance(nominal, settings_.glass);
  return {volume(piece_name("pipette", nominal), nominal, limit), volume_uncertainty(nominal, limit)};
}

Prepared PreparationBench::dissolve(const Substance& substance, double mass, double flask) {
  check_setting(substance.name, "purity", substance.purity, 1e-9, 1.0);
  check_setting(substance.name, "tolerance of the purity", substance.tolerance, 0.0, 1.0);
  check_setting(substance.name, "mass in kg", mass, settings_.balance.division, 0.5 * settings_.balance.capacity);
  const Weighing weighing = weigh(mass);
  const double bottle = RandomStream(seed_, substance.name + " bottle").symmetric(substance.tolerance, 0);
  const auto [made_up, filled] = fill_flask(flask);
  Prepared solution;
  solution.name = substance.name;
  solution.truth = mass * (substance.purity + bottle) / made_up;
  solution.label = weighing.reading * substance.purity / flask;
  const double weighed = weighing.u / mass;
  const double pure = rectangular(substance.tolerance) / substance.purity;
  solution.u = solution.label * sqrt(weighed * weighed + pure * pure + filled * filled);
  return solution;
}

Prepared PreparationBench::dilute(const Prepared& stock, double pipette, double flask) {
  check_setting("dilution", "pipette in ml, of the flask", pipette * 1e6, 0.0, flask * 1e6);
  const auto [taken, drawn] = fill_pipette(pipette);
  const auto [made_up, filled] = fill_flask(flask);
  Prepared solution = stock;
  solution.truth = stock.truth * taken / made_up;
  solution.label = stock.label * pipette / flask;
  const double before = stock.label > 0.0 ? stock.u / stock.label : 0.0;
  solution.u = solution.label * sqrt(before * before + drawn * drawn + filled * filled);
  return solution;
}

}  // namespace stillhouse
