#include <algorithm>
#include <cmath>
#include <string>

#include "engine/autodiff/functions.h"
#include "engine/base/quantity.h"
#include "models/instruments/chromatogram/peak_report.h"
#include "models/instruments/chromatogram/separation_report.h"
#include "models/instruments/instrument_kind.h"
#include "models/instruments/liquid_chromatography/liquid_chromatograph.h"

namespace stillhouse {

namespace {

constexpr double column_temperature_limit = 363.15;  // K

SpeciesFacts species_facts(std::string_view name) {
  if (name == "water" || name == "acetonitrile" || name == "methanol") return component_facts(name);
  return {find_liquid_solute(name).molar_mass, 0.0};
}

LiquidChromatograph::Method method_from(const AnalysisMethod& given) {
  LiquidChromatograph::Method m;
  m.modifier = given.word("modifier") == "methanol" ? Modifier::methanol : Modifier::acetonitrile;
  const double start = given["organic_start"], begin = given["gradient_begin"], rise = given["gradient_time"];
  m.programme = {{0.0, start}};
  if (rise > 0.0) {
    if (begin > 0.0) m.programme.push_back({begin, start});
    m.programme.push_back({begin + rise, given["organic_end"]});
  }
  m.run_time = given["run_time"];
  m.flow = given["flow"];
  m.temperature = given["oven"];
  m.column.length = given["column_length"];
  m.column.diameter = given["column_diameter"];
  m.column.particle = given["particle"];
  m.injection = given["injection"];
  m.dwell = given["dwell"];
  m.extra_column = given["extra_column"];
  m.pressure_limit = given["pressure_limit"];
  m.data_rate = given["data_rate"];
  m.lamp_hours = given["lamp_hours"] / 3600.0;
  m.injections_before = given["injections_before"];
  m.empty = given["empty"];
  m.blocked = given["blocked"];
  m.phase_lost = given["phase_lost"];
  m.detector.wavelength = given["wavelength"];
  m.detector.time_constant = given["time_constant"];
  m.injector.rsd = given["injection_rsd"];
  m.lamp_on = given.word("lamp") == "on";
  m.with_errors = given.word("errors") == "on";
  return m;
}

void tell(const LiquidChromatograph::Method& m, const LiquidChromatograph::Run& run, const SampleContents& sample,
          Analysis& a) {
  const auto minutes = [](double t) { return rounded(t / 60.0, 3); };
  if (sample.empty()) a.fault("The vial was empty: only eluent was injected.", "样品瓶是空的：只进了流动相。");
  if (!m.lamp_on) a.fault("The lamp is off: the detector sees nothing.", "灯未点亮：检测器没有信号。");
  if (std::isfinite(run.tripped))
    a.fault("The pump tripped after " + minutes(run.tripped) + " min: the pressure went over its limit of " +
                rounded(m.pressure_limit / 1e5, 4) + " bar. What was in the column stayed there.",
            "泵在 " + minutes(run.tripped) + " 分钟时跳停：压力超过上限 " + rounded(m.pressure_limit / 1e5, 4) +
                " bar。柱内组分留在柱中。");
  if (run.collapsed)
    a.damage("The packing collapsed: " + rounded(run.highest_pressure / 1e5, 4) + " bar over a column that bears " +
                 rounded(LiquidChromatograph::bed_limit / 1e5, 4) + " bar. The void at its head broadens every peak.",
             "填料塌陷：柱压 " + rounded(run.highest_pressure / 1e5, 4) + " bar，色谱柱只能承受 " +
                 rounded(LiquidChromatograph::bed_limit / 1e5, 4) + " bar。柱头空隙使所有峰变宽。");
  if (m.temperature > column_temperature_limit)
    a.damage("The oven was hotter than the column bears (90 degC): its bonded phase is lost.",
             "柱温超过色谱柱的上限（90 °C）：键合相流失。");
  double low = 1.0, high = 0.0;
  for (const auto& point : m.programme) low = std::min(low, point.phi), high = std::max(high, point.phi);
  if (low < 0.1 || high > 0.9)
    a.note("Retention is extrapolated: it was measured from 10 to 90 % of modifier.",
           "保留值为外推：实测范围为有机相 10–90 %。");
  int inside = 0;
  for (const auto& peak : run.peaks) {
    if (std::isfinite(peak.elution.time) || std::isfinite(run.tripped)) continue;
    ++inside;
    a.note_naming(peak.name + " did not leave the column in this run.", peak.name + " 在本次运行中未流出色谱柱。");
  }
  tell_inside(inside, a);
}

Analysis run_instrument(const SampleContents& sample, const AnalysisMethod& given, std::uint64_t seed) {
  const LiquidChromatograph::Method m = method_from(given);
  std::vector<LiquidChromatograph::Analyte> analytes;
  for (const SampleContents::Species& s : sample.species)
    if (s.facts.density == 0.0) analytes.push_back({&find_liquid_solute(s.name), s.concentration});
  const LiquidChromatograph::Run run = LiquidChromatograph::run(m, analytes, seed);

  Analysis a;
  std::vector<double> bar = run.pressure;
  for (double& p : bar) p /= 1e5;
  a.signal = {{"time", "s", run.time},
              {"absorbance", "1", run.absorbance},
              {"pressure", "bar", bar},
              {"modifier", "1", run.modifier}};
  a.results.push_back({"", "highest_pressure", run.highest_pressure / 1e5, "bar", "highest pressure over the column"});
  IntegratorSettings settings;
  settings.peak_width = given["peak_width"];
  settings.threshold = given["threshold"];
  report_peaks({0.0, 1.0 / m.data_rate, run.absorbance}, settings, "1", a);
  a.truth.push_back({"", "hold_up_time", run.hold_up_time, "s", "what is not retained leaves then"});
  std::vector<SeparatedZone> separated;
  for (const LiquidChromatograph::Peak& peak : run.peaks) {
    const bool eluted = std::isfinite(peak.elution.time);
    if (peak.area > 0.0 || !eluted)
      separated.push_back({peak.name, peak.elution.time, peak.elution.deviation, eluted && m.lamp_on});
    a.truth.push_back({peak.name, "moles", peak.moles, "mol", "injected"});
    if (!eluted) continue;
    a.truth.push_back({peak.name, "retention_time", peak.elution.time, "s", "top of the peak"});
    a.truth.push_back({peak.name, "retention_factor", peak.elution.k, "1", "as it leaves the column"});
    a.truth.push_back({peak.name, "deviation", peak.elution.deviation, "s", "standard deviation of the peak"});
    a.truth.push_back({peak.name, "plates", peak.plates, "1", "of the column"});
    a.truth.push_back({peak.name, "area", peak.area, "s", "of the absorbance"});
  }
  tell_separation(std::move(separated), a);
  tell(m, run, sample, a);

  // a gradient has to be washed out before the next injection: dwell volume and five hold-ups
  const bool gradient = m.programme.size() > 1;
  a.duration = m.run_time + (gradient ? m.dwell / m.flow + 5.0 * run.hold_up_time : 0.0);
  const double hours = m.run_time / 3600.0;
  const double lost = 0.02 * hours * exp(std::min((m.temperature - column_temperature_limit) / 10.0, 6.0));
  a.wear = {{"injections_before", 1.0},
            {"empty", run.empty - m.empty},
            {"blocked", (1.0 - m.blocked) * (1e-4 + (run.collapsed ? 0.2 : 0.0))},
            {"phase_lost", (1.0 - m.phase_lost) * (1.0 - exp(-lost))}};
  if (m.lamp_on) a.wear.push_back({"lamp_hours", a.duration});
  double organic = 0.0;
  const GradientProgramme programme(m.programme);
  for (int i = 0; i < 100; ++i) organic += 0.01 * programme.phi((i + 0.5) * 0.01 * m.run_time) * m.run_time * m.flow;
  a.cost = 2.0 + 0.05 * organic * 1e6;
  return a;
}

}  // namespace

InstrumentKind liquid_chromatograph_kind() {
  const std::vector<std::string> column{"column_length", "column_diameter", "particle"};
  return {
      "liquid_chromatograph",
      {"Liquid chromatograph", "液相色谱仪"},
      "Parts what is dissolved in a sample on a C18 column with a gradient pump, an oven and an ultraviolet detector.",
      {"The sample is stated as concentrations (mg/L, mmol/L); what is not a solute is water.",
       "The pump mixes water with acetonitrile or methanol; with gradient_time = 0 the start is kept.",
       "Eluent reaches the column only after the dwell volume.",
       "The pump trips where the pressure goes over its limit.",
       "The detector looks at one wavelength. It sees rings: strongly near 204 nm, a fortieth of that near 256 nm; "
       "eluents "
       "absorb below 210 nm.",
       "All solutes but naphthalene are given the spectrum of one benzene ring, since theirs could not be found: equal "
       "moles "
       "make equal areas. A content comes from standards of the same solute, as with a real detector.",
       peak_report_manual},
      "LiquidChromatograph",
      {{"organic_start", "%", 40.0, 0.0, 100.0, "modifier at the start, by volume"},
       {"organic_end", "%", 40.0, 0.0, 100.0, "modifier at the end of the gradient"},
       {"gradient_begin", "min", 0.0, 0.0, 120.0, "when the gradient begins"},
       {"gradient_time", "min", 0.0, 0.0, 120.0, "how long it lasts; 0: isocratic"},
       {"run_time", "min", 10.0, 0.5, 240.0, "length of the chromatogram"},
       {"flow", "mL/min", 1.0, 0.02, 10.0, "flow of the pump"},
       {"oven", "degC", 30.0, 10.0, 120.0, "temperature of the column; it bears 90 degC"},
       {"column_length", "mm", 100.0, 10.0, 500.0, "length of the packed bed"},
       {"column_diameter", "mm", 4.6, 1.0, 50.0, "inner diameter"},
       {"particle", "um", 3.0, 1.0, 50.0, "diameter of the grains"},
       {"injection", "uL", 5.0, 0.05, 500.0, "volume injected"},
       {"wavelength", "nm", 254.0, 190.0, 400.0, "wavelength of the detector"},
       {"time_constant", "s", 0.1, 0.0, 10.0, "of the detector's electronics"},
       {"data_rate", "Hz", 10.0, 0.1, 100.0, "points a second"},
       {"dwell", "mL", 1.0, 0.0, 10.0, "volume between mixer and column"},
       {"extra_column", "uL", 20.0, 0.0, 500.0, "volume of capillaries and cell"},
       {"pressure_limit", "bar", 400.0, 10.0, 1300.0, "where the pump trips; the column bears 600 bar"},
       {"injection_rsd", "%", 0.3, 0.0, 10.0, "reproducibility of the injector"},
       {"peak_width", "s", 5.0, 0.1, 600.0, "integrator: width of a narrow peak at half height"},
       {"threshold", "1", 2e-4, 1e-6, 1.0, "integrator: a peak climbs by that absorbance within its width"},
       {"lamp_hours", "h", 0.0, 0.0, 10000.0, "age of the lamp: half the light after 2000 h"},
       {"injections_before", "1", 0.0, 0.0, 20000.0, "age of the column: half the plates after 3000 injections"},
       {"empty", "%", 0.0, 0.0, 50.0, "of the column's length that is a void at its head, where the bed collapsed"},
       {"blocked", "%", 0.0, 0.0, 95.0, "of the column's permeability that is gone: more pressure"},
       {"phase_lost", "%", 0.0, 0.0, 95.0, "of the bonded phase that is gone: less retention"}},
      {{"modifier", {"acetonitrile", "methanol"}, "what is mixed with water"},
       {"lamp", {"on", "off"}, "whether the detector's lamp burns"},
       {"errors", {"on", "off"}, "noise, drift, converter and reproducibility"}},
      1e-6,
      "water",
      species_facts,
      run_instrument,
      {{"injections_before", column, true},
       {"empty", column},
       {"blocked", column},
       {"phase_lost", column},
       {"lamp_hours", {}, true}},
      {},
      {{"column", {"column", "色谱柱"}, {"injections_before", "empty", "blocked", "phase_lost"}, 1800.0, 30.0},
       {"lamp", {"lamp", "灯"}, {"lamp_hours"}, 1800.0, 20.0}}};
}

}  // namespace stillhouse
