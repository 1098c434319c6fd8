#include "models/instruments/gas_chromatography/gas_chromatograph.h"

#include <algorithm>
#include <cmath>

#include "engine/autodiff/functions.h"
#include "engine/base/error.h"
#include "engine/base/quantity.h"
#include "engine/base/random.h"
#include "models/instruments/chromatogram/peak_report.h"
#include "models/instruments/chromatogram/separation_report.h"
#include "models/instruments/errors/sample_errors.h"
#include "models/instruments/errors/signal_errors.h"
#include "models/instruments/gas_chromatography/elution.h"
#include "models/properties/component.h"
#include "models/properties/gas_constant.h"

namespace stillhouse {

namespace {

constexpr double atmosphere = 101325.0, liner = 0.9e-6;
constexpr double electrometer_limit = 1.2e6;  // pA
constexpr double oxidation = 150.0;           // K by which air lowers what a phase stands

SpeciesFacts species_facts(std::string_view name) {
  const GcAnalyte& analyte = find_gc_analyte(name);
  try {
    return component_facts(analyte.name);
  } catch (const ModelError&) {
    // not among the components: dissolved, it takes no volume
    return {analyte.molar_mass, 0.0};
  }
}

OvenProgram oven_of(const AnalysisMethod& method) {
  std::vector<OvenProgram::Ramp> ramps;
  for (const char* number : {"1", "2", "3"}) {
    const double rate = method[std::string("ramp") + number];
    if (rate > 0.0) ramps.push_back({rate, method[std::string("oven") + number], method[std::string("hold") + number]});
  }
  return {method["oven"], method["hold"], ramps};
}

/// The instrument as the method sets it.
struct Setup {
  const CarrierGas& gas;
  GcColumn column;
  OvenProgram oven;
  CarrierDrive drive;
  std::string phase, detector;
  double end;   ///< s
  double lost;  ///< share of the phase that is gone
  bool flows;

  explicit Setup(const AnalysisMethod& method)
      : gas(find_carrier_gas(method.word("carrier"))),
        column(method.word("column") == "capillary"
                   ? GcColumn::open_tube(method["length"], method["diameter"],
                                         method["film"] * (1.0 - method["film_lost"]))
                   : GcColumn::packed_bed(method["length"], method["diameter"], method["grain"], method["loading"])),
        oven(oven_of(method)),
        drive{method.word("control") == "flow",
              method.word("control") == "flow" ? method["flow"] : method["pressure"] + atmosphere, atmosphere},
        phase(method.word("phase")),
        detector(method.word("detector")),
        end(std::max(oven.end(), method["run_time"])),
        lost(method["film_lost"]),
        flows(method.word("control") == "flow" ? method["flow"] > 0.0 : method["pressure"] > 0.0) {}

  double flow(double T) const {
    return flows ? column.flow(T, gas, drive.inlet_pressure(column, gas, T), drive.outlet) : 0.0;
  }
};

/// A species on its way through the instrument.
struct Zone {
  const GcAnalyte& analyte;
  Retention retention;
  double moles;     ///< on the column
  double capacity;  ///< kg of it that the column carries
  Elution elution;
  Peak peak;
};

bool is_oxygenated(const GcAnalyte& analyte) {
  // polar: fewer effective than real carbons, or none of them alone can tell; water too
  try {
    const auto& atoms = Component::find(analyte.name).atoms();
    return atoms.contains("O") || atoms.contains("N");
  } catch (const ModelError&) {
    return std::abs(analyte.ecn - std::round(analyte.ecn)) > 1e-9;
  }
}

double conductivity_of(const GcAnalyte& analyte, double T) {
  try {
    const TemperatureFunction& known = Component::find(analyte.name).property("VaporThermalConductivity");
    return known(std::clamp(T, known.T_min, known.T_max));
  } catch (const ModelError&) {
    // organic vapours near 450 K conduct 0.02 to 0.03 W/m/K
    return 0.025;
  }
}

/// Area of a mole in the detector, signal times s.
double response(const Setup& setup, const GcAnalyte& analyte, const AnalysisMethod& method, double T) {
  const double T_detector = method["detector_temperature"];
  if (setup.detector == "fid") return 1e12 * 0.015 * 12.011 * analyte.ecn * (1.0 - method["deposit"]);
  const double carrier = setup.flow(T) * atmosphere / (gas_constant * 298.15);  // mol/s
  const double lambda = setup.gas.thermal_conductivity(T_detector);
  return 2000.0 * (lambda - conductivity_of(analyte, T_detector)) / lambda / carrier;
}

std::vector<Zone> zones_of(const SampleContents& sample, const AnalysisMethod& method, const Setup& setup,
                           double volume, double sigma_injected, double split) {
  std::vector<Zone> zones;
  if (sample.empty() || !setup.flows) return zones;
  const double T_inlet = method["inlet"], scale = volume / sample.volume / split;
  for (const SampleContents::Species& species : sample.species) {
    const GcAnalyte& analyte = find_gc_analyte(species.name);
    Retention retention = find_retention(setup.phase, analyte);
    double T_char = 0.0;
    for (const Retention::Part& part : retention.parts) T_char += part.weight * part.of.T_char;
    const double vaporised = 1.0 / (1.0 + exp((T_char - T_inlet - 40.0) / 25.0));
    const double moles = species.moles * scale * vaporised;
    const Elution elution =
        elute(setup.column, setup.gas, setup.drive, setup.oven, retention, analyte, sigma_injected, setup.end);
    const bool ill_at_ease = is_oxygenated(analyte) && !is_polar(setup.phase);
    const double size = setup.column.diameter * setup.column.film / (0.25e-3 * 0.25e-6);
    const double capacity = setup.column.packed ? 1e-7 : 1e-10 * size * (ill_at_ease ? 1.0 / 3.0 : 1.0);  // kg
    const double load = moles * analyte.molar_mass / capacity, pressed = load / (1.0 + load / 30.0);
    const double sigma = elution.sigma * (1.0 + 0.1 * pressed) * sqrt(1.0 + 5.0 * setup.lost);
    const double bare = is_oxygenated(analyte) ? 2.0 * setup.lost : 0.0;
    const double tail = 0.05 + 0.1 * sigma_injected + (bare + (ill_at_ease ? 0.15 : 0.0)) * elution.sigma;
    const double tau = tail - 0.3 * elution.sigma * pressed;
    const double area = moles * response(setup, analyte, method, elution.T);
    // fronting: the mean stays, the apex comes later
    zones.push_back(
        {analyte, retention, moles, capacity, elution, {area, elution.t + std::max(0.0, -tau), sigma, tau}});
  }
  return zones;
}

/// What the run did to column and detector.
void wear_out(const Setup& setup, bool burns, Analysis& analysis) {
  const double limit = temperature_limit(setup.phase) - (setup.flows ? 0.0 : oxidation);
  const double dt = 10.0;
  double lost = 0.0;
  for (double t = 0.5 * dt; t < setup.end; t += dt)
    lost += dt / 3600.0 * 0.01 * exp(std::min((setup.oven.temperature(t) - limit) / 25.0, 6.0));
  // of what is left
  lost = (1.0 - setup.lost) * (1.0 - exp(-lost));
  analysis.wear = {{"injections_before", 1.0}, {"film_lost", lost}};
  if (burns) analysis.wear.push_back({"deposit", 5e-5 + 0.3 * lost});
}

void judge(const Setup& setup, const AnalysisMethod& method, const SampleContents& sample, double vapour, bool lit,
           Analysis& analysis) {
  const double limit = temperature_limit(setup.phase), highest = setup.oven.highest();
  const Unit celsius = unit("degC");
  if (highest > limit)
    analysis.damage("the oven went to " + shown(highest, celsius) + "; the phase " + setup.phase + " stands " +
                        shown(limit, celsius) + ": it bleeds and has lost film and plates",
                    "柱温箱升至 " + shown(highest, celsius) + "，固定相 " + setup.phase + " 的上限为 " +
                        shown(limit, celsius) + "：柱流失，固定液与柱效受损");
  if (!setup.flows) {
    analysis.fault("no carrier gas flows: nothing reaches the detector", "没有载气流过：无组分到达检测器");
    if (highest > 373.15)
      analysis.damage("the column was heated without carrier gas: air in it oxidised the phase",
                      "无载气时加热色谱柱：固定相被空气氧化");
  }
  if (sample.empty()) analysis.note("the vial is empty: a blank run", "样品瓶为空：空白运行");
  if (setup.detector == "off")
    analysis.fault("the detector is off: the baseline says nothing", "检测器未开启：基线无信息");
  else if (!lit)
    analysis.fault("the detector at " + shown(method["detector_temperature"], celsius) +
                       " is too cold: water condenses in it and the flame does not burn; allowed: above 150 degC",
                   "检测器温度 " + shown(method["detector_temperature"], celsius) +
                       " 过低：水在其中冷凝，火焰无法点燃；应高于 150 ℃");
  if (vapour > liner)
    analysis.fault("the sample becomes " + rounded(1e6 * vapour, 3) + " mL of vapour; the liner holds " +
                       rounded(1e6 * liner, 3) + " mL, the rest goes back into the gas lines and comes as ghosts",
                   "样品汽化为 " + rounded(1e6 * vapour, 3) + " mL 蒸气；衬管仅容 " + rounded(1e6 * liner, 3) +
                       " mL，其余倒灌入气路并产生鬼峰");
}

IntegratorSettings integrator_of(const AnalysisMethod& method) {
  IntegratorSettings settings;
  settings.peak_width = method["peak_width"];
  settings.threshold = method["threshold"];
  settings.skim_ratio = method["skim_ratio"];
  settings.from = method["integrate_from"];
  settings.valley =
      method.word("valley") == "drop" ? IntegratorSettings::Valley::drop : IntegratorSettings::Valley::valley_to_valley;
  return settings;
}

/// What the column carries too little of to keep it narrow.
void tell_overload(const std::vector<Zone>& zones, Analysis& analysis) {
  std::string list;
  double worst = 0.0;
  for (const Zone& zone : zones) {
    const double mass = zone.moles * zone.analyte.molar_mass;
    if (mass <= 10.0 * zone.capacity) continue;
    worst = std::max(worst, mass / zone.capacity);
    list += (list.empty() ? "" : ", ") + zone.analyte.name + " " + rounded(1e9 * mass, 2) + " (" +
            rounded(1e9 * zone.capacity, 2) + ")";
  }
  if (list.empty()) return;
  analysis.note("the column got up to " + rounded(worst, 2) +
                    " times what it carries. Such peaks front and grow broad; inject less, split more or dilute",
                "进样量最高达柱容量的 " + rounded(worst, 2) + " 倍。此类峰前伸且变宽；请减少进样量、加大分流比或稀释");
  analysis.note_naming("overloaded, ug on the column (what it carries): " + list,
                       "过载，柱上质量 ug（柱容量）：" + list);
}

Analysis analyse(const SampleContents& sample, const AnalysisMethod& method, std::uint64_t seed) {
  Analysis analysis;
  const Setup setup(method);
  const bool lit = setup.detector != "fid" || method["detector_temperature"] > 423.15;
  const double T_start = setup.oven.start(), flow = setup.flow(T_start);

  // injection
  const bool splitless = method.word("injection") == "splitless";
  const double split = splitless ? 1.0 : method["split"];
  const Injector syringe{method.word("sampler") == "automatic" ? 0.005 : 0.03, 0.0};
  const double volume = syringe.injected(method["volume"], RandomStream(seed, "gc injection"), 0);
  const double p_inlet = setup.flows ? setup.drive.inlet_pressure(setup.column, setup.gas, T_start) : atmosphere;
  double vapour = 0.0;
  if (!sample.empty()) {
    double moles = 0.0;
    for (const SampleContents::Species& species : sample.species) moles += species.moles;
    vapour = moles * volume / sample.volume * gas_constant * method["inlet"] / p_inlet;
  }
  // the flow through the liner at its own temperature and pressure
  const double through = flow * split * atmosphere / p_inlet * method["inlet"] / 298.15;
  const double sigma_injected = setup.flows ? liner / through / std::sqrt(12.0) : 0.0;

  // signal
  const std::vector<Zone> zones = zones_of(sample, method, setup, volume, sigma_injected, split);
  Chromatogram chromatogram{0.0, 1.0 / method["data_rate"], {}};
  chromatogram.signal.assign(static_cast<std::size_t>(setup.end * method["data_rate"]) + 1, 0.0);
  const bool works = setup.detector != "off" && lit;
  const bool fid = setup.detector == "fid";
  if (works) {
    for (const Zone& zone : zones)
      if (zone.elution.eluted) add_peak(zone.peak, chromatogram);
    const double limit = temperature_limit(setup.phase);
    const double film = setup.column.length * setup.column.diameter * setup.column.film / (30.0 * 0.25e-3 * 0.25e-6);
    for (std::size_t i = 0; fid && i < chromatogram.signal.size(); ++i) {
      const double T = setup.oven.temperature(chromatogram.time(static_cast<double>(i)));
      double& point = chromatogram.signal[i];
      point += 5.0 + 5.0 * std::min(film, 100.0) * (1.0 + 20.0 * setup.lost) * exp(std::min((T - limit) / 25.0, 6.0));
    }
    SignalErrors errors;
    if (method.word("noise") == "on") {
      errors.white = fid ? 0.02 : 0.002;
      errors.flicker = fid ? 0.01 : 0.001;
    }
    add_errors(errors, chromatogram.step, seed, "gc detector", chromatogram.signal);
    bool over = false;
    for (double& point : chromatogram.signal) {
      over = over || (fid && point > electrometer_limit);
      if (fid) point = std::min(point, electrometer_limit);
    }
    if (over)
      analysis.fault("the electrometer is full at 1.2e6 pA: the top of a peak is cut off; inject less or split more",
                     "静电计在 1.2e6 pA 饱和：峰顶被截断；请减少进样量或加大分流比");
  }
  judge(setup, method, sample, vapour, lit, analysis);
  wear_out(setup, fid && works, analysis);

  // report
  std::vector<double> times(chromatogram.signal.size()), temperatures(chromatogram.signal.size());
  for (std::size_t i = 0; i < times.size(); ++i) {
    times[i] = chromatogram.time(static_cast<double>(i));
    temperatures[i] = setup.oven.temperature(times[i]) - 273.15;
  }
  analysis.signal = {{"time", "s", std::move(times)},
                     {"signal", fid ? "pA" : "mV", chromatogram.signal},
                     {"oven", "degC", std::move(temperatures)}};
  if (setup.flows) {
    const double t_M = setup.column.hold_up_time(T_start, setup.gas, p_inlet, atmosphere);
    const double top = setup.drive.inlet_pressure(setup.column, setup.gas, setup.oven.highest());
    analysis.results.push_back({"", "inlet_pressure", 1e-3 * (p_inlet - atmosphere), "kPa", "gauge, at the start"});
    if (setup.drive.constant_flow)
      analysis.results.push_back({"", "highest_pressure", 1e-3 * (top - atmosphere), "kPa", "gauge, to keep the flow"});
    analysis.results.push_back({"", "column_flow", 6e7 * flow, "mL/min", "at 25 degC and 1 atm, at the start"});
    analysis.results.push_back({"", "velocity", 100.0 * setup.column.length / t_M, "cm/s", "mean, at the start"});
    analysis.results.push_back({"", "hold_up_time", t_M, "s", "of what is not retained, at the start"});
    if (t_M > setup.end) {
      const std::string takes = rounded(t_M, 3), lasts = rounded(setup.end, 3);
      const bool packed = setup.column.packed;
      analysis.note("the carrier takes " + takes + " s through this column and the run lasts " + lasts +
                        " s: nothing can have come" +
                        (packed ? "; packed columns are some 2 m long and 2 mm wide (length, diameter)" : ""),
                    "载气通过此柱需 " + takes + " s，而运行只有 " + lasts + " s：不可能有组分流出" +
                        (packed ? "；填充柱一般长约 2 m、内径约 2 mm（length、diameter）" : ""));
    }
  }
  if (works) report_peaks(chromatogram, integrator_of(method), fid ? "pA" : "mV", analysis);
  tell_overload(zones, analysis);

  std::vector<SeparatedZone> separated;
  int inside = 0;
  for (const Zone& zone : zones) {
    const std::string& of = zone.analyte.name;
    // what the detector does not see, as water in a flame, parts from nothing
    if (zone.peak.area > 0.0)
      separated.push_back({of, zone.peak.mean(), sqrt(zone.peak.variance()), works && zone.elution.eluted});
    if (!zone.elution.eluted) ++inside;
    if (zone.elution.eluted) {
      analysis.truth.push_back({of, "retention_time", zone.peak.mean(), "s", "mean of its zone"});
      analysis.truth.push_back({of, "sigma", zone.peak.sigma, "s", ""});
      analysis.truth.push_back({of, "area", works ? zone.peak.area : 0.0, fid ? "pA*s" : "mV*s", ""});
      analysis.truth.push_back({of, "retention_factor", zone.elution.k, "1", "when it leaves"});
    }
    analysis.truth.push_back({of, "on_column", 1e9 * zone.moles, "nmol", ""});
    if (zone.retention.predicted)
      analysis.note_naming(
          "the retention of " + of + " on " + setup.phase + " is a prediction: " + zone.retention.source,
          of + " 在 " + setup.phase + " 上的保留值为预测值：" + zone.retention.source);
    if (fid && zone.analyte.ecn_predicted)
      analysis.note_naming("the flame's response to " + of + " is a prediction from its formula",
                           of + " 的火焰响应由分子式预测");
  }
  tell_separation(std::move(separated), analysis);
  tell_inside(inside, analysis);
  // the oven cools towards the room
  const double room = 298.15, over_start = std::max(T_start - room, 5.0);
  const double cooling = 240.0 * log(std::max(1.0, (setup.oven.last() - room) / over_start));
  analysis.duration = setup.end + 60.0 + cooling;
  analysis.cost = 2.0 + analysis.duration / 600.0;
  return analysis;
}

}  // namespace

InstrumentKind gas_chromatograph_kind() {
  InstrumentKind kind;
  kind.name = "gas_chromatograph";
  kind.title = {"Gas chromatograph", "气相色谱仪"};
  kind.sentence =
      "Parts volatile mixtures on a column in an oven and measures each part in a flame or by heat conduction.";
  kind.manual = {
      "Choose column and phase, set carrier and oven, inject; the flame sees carbon, not water; conduction sees all.",
      "Up to three ramps: a ramp of 0 K/min is none. Light species need a cool start, heavy ones a hot end.",
      "Read the peaks of the report, or integrate the signal yourself; compare with standards of known amount.",
      peak_report_manual,
      "The standard column carries 0.1 ug of a species, a third of that of an alcohol on a silicone; the standard "
      "injection brings some 15 ug. It is for a few per cent in a solvent; of a mixture without one take split = 500 "
      "and "
      "volume = 0.1 uL, or its peaks run into each other.",
      "Areas are no amounts: find the response of each species with a standard, best with an internal one.",
      "Stay below the limit of the phase: 5ms 350, dimethylsilicone 325, wax 250, squalane 150 degC.",
  };
  kind.settings = {
      {"length", "m", 30.0, 0.5, 120.0, "of the column"},
      {"diameter", "mm", 0.25, 0.05, 6.0, "of the column, inside"},
      {"film", "um", 0.25, 0.05, 8.0, "of the phase in a capillary"},
      {"grain", "mm", 0.14, 0.05, 0.5, "of a packing"},
      {"loading", "wt%", 10.0, 0.5, 30.0, "mass of liquid phase on a packing"},
      {"pressure", "kPa", 100.0, 0.0, 700.0, "of the carrier at the inlet, gauge, with control = pressure"},
      {"flow", "mL/min", 1.0, 0.0, 100.0, "through the column at 25 degC and 1 atm, with control = flow"},
      {"inlet", "degC", 250.0, 30.0, 400.0, "temperature of the injector"},
      {"volume", "uL", 1.0, 0.01, 10.0, "injected"},
      {"split", "1", 50.0, 1.0, 1000.0, "flow through the liner over that through the column"},
      {"oven", "degC", 40.0, 30.0, 450.0, "at the start"},
      {"hold", "min", 1.0, 0.0, 600.0, "of the start"},
      {"ramp1", "K/min", 10.0, 0.0, 120.0, "first ramp; 0: none"},
      {"oven1", "degC", 200.0, 30.0, 450.0, "where it ends"},
      {"hold1", "min", 1.0, 0.0, 600.0, "then held"},
      {"ramp2", "K/min", 0.0, 0.0, 120.0, "second ramp; 0: none"},
      {"oven2", "degC", 250.0, 30.0, 450.0, "where it ends"},
      {"hold2", "min", 0.0, 0.0, 600.0, "then held"},
      {"ramp3", "K/min", 0.0, 0.0, 120.0, "third ramp; 0: none"},
      {"oven3", "degC", 300.0, 30.0, 450.0, "where it ends"},
      {"hold3", "min", 0.0, 0.0, 600.0, "then held"},
      {"run_time", "min", 0.0, 0.0, 600.0, "at least so long; else as long as the oven's program"},
      {"detector_temperature", "degC", 280.0, 30.0, 450.0, "of the detector"},
      {"data_rate", "Hz", 10.0, 1.0, 200.0, "points a second"},
      {"peak_width", "s", 3.0, 0.1, 120.0, "of the integrator: a narrow peak at half height"},
      {"threshold", "1", 0.5, 1e-4, 1e5, "of the integrator, in the signal's unit: what a peak climbs at least"},
      {"skim_ratio", "1", 10.0, 0.0, 1e4,
       "of the integrator: a peak on a tail so many times less high is skimmed; 0: never"},
      {"integrate_from", "min", 0.0, 0.0, 600.0, "of the integrator: nothing before"},
      {"injections_before", "1", 0.0, 0.0, 1e5, "on this column"},
      {"film_lost", "%", 0.0, 0.0, 95.0,
       "of the phase: less retention, wider peaks, more bleed, tails of polar species"},
      {"deposit", "%", 0.0, 0.0, 95.0, "of the flame's response that silica in its jet has taken"},
  };
  kind.choices = {
      {"column", {"capillary", "packed"}, "open tube or packing"},
      {"phase", stationary_phases(), "stationary phase"},
      {"carrier", {"helium", "hydrogen", "nitrogen"}, "mobile phase"},
      {"control", {"pressure", "flow"}, "what is held constant"},
      {"injection", {"split", "splitless"}, "splitless: all goes onto the column, slowly"},
      {"sampler", {"automatic", "manual"}, "reproducible to 0.5 % or to 3 %"},
      {"detector", {"fid", "tcd", "off"}, "flame ionisation, thermal conductivity"},
      {"valley", {"drop", "valley_to_valley"}, "of the integrator: how peaks that touch are parted"},
      {"noise", {"on", "off"}, "of the detector"},
  };
  const std::vector<std::string> column{"column", "phase", "length", "diameter", "film", "grain", "loading"};
  kind.remembered = {{"injections_before", column, true}, {"film_lost", column}, {"deposit", {}}};
  kind.parts = {{"column", {"column", "色谱柱"}, {"injections_before", "film_lost"}, 3600.0, 40.0},
                {"jet", {"flame jet", "喷嘴"}, {"deposit"}, 1800.0, 5.0}};
  kind.usual_volume = 1.5e-6;
  kind.species = species_facts;
  kind.run = analyse;
  return kind;
}

}  // namespace stillhouse
