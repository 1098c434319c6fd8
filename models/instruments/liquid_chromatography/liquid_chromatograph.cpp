#include "models/instruments/liquid_chromatography/liquid_chromatograph.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "engine/autodiff/functions.h"
#include "engine/base/random.h"
#include "models/instruments/chromatogram/peak.h"

namespace stillhouse {

namespace {

constexpr double full_scale = 3.0;     // of the absorbance, and as much below zero
constexpr double pressure_grid = 1.0;  // s

/// The part of the column in which the eluent of one moment stands, for averaging its viscosity.
constexpr int slices = 16;

}  // namespace

double LiquidChromatograph::pressure(const Method& method, const GradientProgramme& at_inlet, double t) {
  const double t0 = method.column.hold_up() / method.flow;
  double viscosity = 0.0;
  for (int i = 0; i < slices; ++i) {
    const double phi = at_inlet.phi(t - t0 * (i + 0.5) / slices);
    viscosity += eluent_viscosity(method.modifier, phi, method.temperature) / slices;
  }
  return method.column.pressure_drop(method.flow, viscosity) / (1.0 - method.blocked);
}

LiquidChromatograph::Run LiquidChromatograph::run(const Method& method, const std::vector<Analyte>& sample,
                                                  std::uint64_t seed) {
  const PackedBedColumn& column = method.column;
  const double T = method.temperature, F = method.flow;
  const GradientProgramme at_inlet = GradientProgramme(method.programme).delayed(method.dwell / F);
  const double late = method.extra_column / F;
  Run run;
  run.hold_up_time = column.hold_up() / F;

  // pressure first: a pump that trips ends the chromatogram
  const auto steps = static_cast<int>(std::ceil(method.run_time / pressure_grid)) + 1;
  std::vector<double> on_grid;
  for (int i = 0; i <= steps && !std::isfinite(run.tripped); ++i) {
    on_grid.push_back(pressure(method, at_inlet, i * pressure_grid));
    run.highest_pressure = std::max(run.highest_pressure, on_grid.back());
    if (on_grid.back() > method.pressure_limit) run.tripped = i * pressure_grid;
  }
  const double until = std::min(run.tripped, method.run_time) - late;
  // a pump that trips in time has spared the bed
  run.collapsed = std::min(run.highest_pressure, method.pressure_limit) > bed_limit;
  run.empty = std::min(method.empty + (run.collapsed ? collapse : 0.0), 0.5);
  const double mixing = run.empty * column.length * 0.25 * 3.141592653589793 * square(column.diameter) / F;

  // what really goes onto the column
  const RandomStream random(seed, "liquid chromatograph");
  const double volume = method.with_errors ? method.injector.injected(method.injection, random, 0) : method.injection;
  const double aged = left_after(method.injections_before, column_half_life);
  const auto plate_height = [&](double phi) {
    return column.plate_height(F, eluent_diffusion(method.modifier, phi, T, molar_volume)) / aged;
  };
  for (const Analyte& analyte : sample) {
    const LiquidSolute::Fit& fit = analyte.solute->in(method.modifier);
    const LinearSolventStrength zone = {fit.in_water(T) + log(1.0 - method.phase_lost), fit.slope(T), run.hold_up_time,
                                        column.length};
    const double k0 = exp(zone.w - zone.S * at_inlet.phi(0.0));
    const double shortening = column.length / run.hold_up_time / (1.0 + k0);
    const double width = volume / F * shortening, mixed = mixing * shortening;
    Peak peak;
    peak.name = analyte.solute->name;
    peak.moles = analyte.concentration * volume;
    peak.elution = elute(zone, at_inlet, plate_height, width * width / 12.0 + mixed * mixed, until);
    if (std::isfinite(peak.elution.time)) {
      peak.plates = column.length / plate_height(at_inlet.phi(peak.elution.time - run.hold_up_time));
      peak.elution.time += late + 0.5 * volume / F + mixing;
      peak.elution.deviation = sqrt(peak.elution.deviation * peak.elution.deviation + late * late);
      const bool seen = analyte.solute->formula != "C5H11NO";  // no ring
      peak.area = seen ? method.detector.absorptivity(peak.name) * method.detector.cell_length * peak.moles / F : 0.0;
    }
    run.peaks.push_back(peak);
  }
  std::stable_sort(run.peaks.begin(), run.peaks.end(),
                   [](const Peak& a, const Peak& b) { return a.elution.time < b.elution.time; });

  // the detector's signal
  const double dt = 1.0 / method.data_rate;
  const auto points = static_cast<std::size_t>(std::floor(method.run_time * method.data_rate)) + 1;
  run.time.resize(points);
  Chromatogram light = {0.0, dt, std::vector<double>(points, 0.0)};
  for (std::size_t i = 0; i < points; ++i) run.time[i] = static_cast<double>(i) * dt;
  for (const double t : run.time) {
    const double moving = std::min(t, run.tripped);
    run.modifier.push_back(at_inlet.phi(moving));
    const auto before = static_cast<std::size_t>(t / pressure_grid);
    const double share = t / pressure_grid - static_cast<double>(before);
    run.pressure.push_back(t < run.tripped ? on_grid[before] + share * (on_grid[before + 1] - on_grid[before]) : 0.0);
  }
  if (method.lamp_on) {
    for (const Peak& peak : run.peaks)
      if (std::isfinite(peak.elution.time)) add_peak({peak.area, peak.elution.time, peak.elution.deviation}, light);
    const double before = run.hold_up_time + late;
    const auto background = [&](double t) { return method.detector.eluent(method.modifier, at_inlet.phi(t - before)); };
    const double zero = method.detector.shown(background(0.0));
    double standing = 0.0;
    for (std::size_t i = 0; i < points; ++i) {
      // without flow the cell keeps what is in it
      if (run.time[i] <= run.tripped)
        standing = method.detector.shown(light.signal[i] + background(run.time[i])) - zero;
      light.signal[i] = standing;
    }
    method.detector.smooth(light.signal, dt);
  }
  run.absorbance = std::move(light.signal);
  if (method.with_errors) {
    // counted light: noise as one over its root; without a lamp only the amplifier's noise is left, a hundredfold
    SignalErrors errors = method.errors;
    const double worse = method.lamp_on ? 1.0 / sqrt(left_after(method.lamp_hours, lamp_half_life)) : 100.0;
    errors.white *= worse;
    errors.flicker *= worse;
    errors.converter = Converter{-full_scale, full_scale, 24};
    run.clipped = add_errors(errors, dt, seed, "uv detector", run.absorbance);
  }
  return run;
}

}  // namespace stillhouse
