#include "models/instruments/spectrometry/spectrometer.h"

#include <algorithm>
#include <cmath>

#include "engine/autodiff/functions.h"
#include "engine/base/error.h"
#include "models/instruments/decimal.h"
#include "models/instruments/errors/sample_errors.h"
#include "models/instruments/errors/white_noise.h"
#include "models/instruments/titration/acid_base_balance.h"
#include "models/instruments/titration/redox_balance.h"
#include "models/instruments/titration/titration_curve.h"
#include "models/properties/data_table.h"

namespace stillhouse {

std::string_view absorption_bands_csv();  // embedded (cmake/embed.cmake)

namespace {

constexpr double nanometre = 1e-9;
constexpr double lamp_half_life = 2000.0;  // h, as of the liquid chromatograph's

/// What oxidises and what reduces each other has done so: of what absorbs, only what is left is seen. A solution in
/// which nothing can be oxidised stays as it was made up.
SampleContents reacted(SampleContents sample) {
  const AqueousSolution solution = flask_of(sample, 0.0);
  if (!(solution.electrons > 0.0) || !(solution.volume > 0.0)) return sample;
  const double pH = acid_base_state(solution, sample.T, IonActivity::davies).pH;
  const double potential = redox_potential(solution, pH, sample.T);
  for (SampleContents::Species& one : sample.species) {
    const Reagent* known = absorption_spectrum(one.name) ? find_reagent(one.name) : nullptr;
    if (!known || !known->couple || !(one.concentration > 0.0)) continue;
    double units = 0.0;  // of the couple, from every reagent that brings it
    for (const AqueousSolution::Redox& redox : solution.couples)
      if (redox.couple == known->couple) units += redox.units;
    const double whole = known->couple->oxidised * units / solution.volume;
    if (whole > 0.0)
      one.concentration *= oxidised_concentration(solution, *known->couple, potential, pH, sample.T) / whole;
  }
  return sample;
}

/// Transmittance of a solution through a slit of triangular shape, full width at half height `band_pass`.
double through_slit(const SampleContents& sample, double wavelength, double band_pass, double path) {
  const auto transmitted = [&](double at) {
    double absorbance = 0.0;
    for (const SampleContents::Species& one : sample.species)
      if (const AbsorptionSpectrum* spectrum = absorption_spectrum(one.name))
        absorbance += path * (*spectrum)(at)*one.concentration;
    return ten_to(-absorbance);
  };
  if (band_pass < 1e-12) return transmitted(wavelength);
  constexpr int half = 12;
  double sum = 0.0, weights = 0.0;
  for (int i = -half; i <= half; ++i) {
    const double share = static_cast<double>(i) / half, weight = 1.0 - (share < 0.0 ? -share : share);
    sum += weight * transmitted(wavelength + share * band_pass);
    weights += weight;
  }
  return sum / weights;
}

Analysis run_spectrometer(const SampleContents& given, const AnalysisMethod& method, std::uint64_t seed) {
  Analysis analysis;
  const SampleContents sample = reacted(given);
  if (sample.empty()) analysis.fault("The cuvette is empty.", "比色皿是空的。");
  const WhiteNoise noise(seed, "spectrometer sample"), blank_noise(seed, "spectrometer blank");
  const double stray = method["stray_light"], path = method["path"];
  const double light_left = left_after(method["lamp_hours"] / 3600.0, lamp_half_life);
  const auto read = [&](double transmittance, double dirt, const WhiteNoise& draws, std::int64_t i) {
    const double seen = (transmittance * ten_to(-dirt) + stray) / (1.0 + stray);
    return seen + (method["noise"] / light_left + method["shot_noise"] * sqrt(seen / light_left)) * draws.at(i) /
                      sqrt(method["readings"]);
  };
  const bool lamp_on = method.word("lamp") == "on", has_blank = method.word("blank") == "solvent";
  if (!lamp_on) analysis.fault("The lamp is off: what is shown is noise.", "灯没有打开：显示的只是噪声。");

  // one wavelength, or a scan
  std::vector<double> wavelength, absorbance, transmittance;
  const bool scan = method.word("mode") == "scan";
  const double first = scan ? method["from"] : method["wavelength"], last = scan ? method["to"] : first;
  const double step = std::max(method["step"], 1e-10);
  std::int64_t point = 0;
  for (double at = first; at <= last + 1e-3 * step && point < 4000; at += step, ++point) {
    const double light = lamp_on ? 1.0 : 0.0;
    const double sample_read = light *
                               through_slit(sample, at + method["wavelength_error"], method["band_pass"], path) *
                               ten_to(-method["cuvette"]);
    const double seen = read(sample_read, 0.0, noise, point);
    const double blank = has_blank ? read(light, method["blank_cuvette"], blank_noise, point) : 1.0;
    // the reader's display ends at 4: below 1e-4 of the light it knows nothing
    const double ratio = blank > 1e-4 ? std::clamp(seen / blank, 1e-4, 10.0) : 1e-4;
    wavelength.push_back(at / nanometre);
    transmittance.push_back(100.0 * ratio);
    absorbance.push_back(-log10_of(ratio));
    if (!scan) break;
  }
  analysis.signal = {
      {"wavelength", "nm", wavelength}, {"absorbance", "1", absorbance}, {"transmittance", "%", transmittance}};
  if (absorbance.empty()) {
    analysis.fault("The scan ends before it begins.", "扫描的终点在起点之前。");
    return analysis;
  }
  if (scan) {
    // the highest point with lower ones on either side; a spectrum that only falls has its end
    auto i = static_cast<std::size_t>(std::max_element(absorbance.begin(), absorbance.end()) - absorbance.begin());
    double highest = -1e300;
    for (std::size_t k = 1; k + 1 < absorbance.size(); ++k)
      if (absorbance[k] >= absorbance[k - 1] && absorbance[k] >= absorbance[k + 1] && absorbance[k] > highest)
        i = k, highest = absorbance[k];
    analysis.marks.push_back({wavelength[i], "maximum"});
    analysis.results.push_back({"", "wavelength_of_maximum", wavelength[i], "nm", "of the highest absorbance"});
    analysis.results.push_back({"", "absorbance_of_maximum", absorbance[i], "1", "there"});
  } else {
    analysis.results.push_back({"", "absorbance", absorbance[0], "1", "against the blank"});
    analysis.results.push_back({"", "transmittance", transmittance[0], "%", "against the blank"});
  }
  for (const SampleContents::Species& one : sample.species) {
    const AbsorptionSpectrum* spectrum = absorption_spectrum(one.name);
    if (!spectrum) {
      if (one.name != "water")
        analysis.note_naming("No spectrum of " + one.name + " is known here: it is taken as one that does not absorb.",
                             "没有" + one.name + "的光谱：按不吸收处理。");
      continue;
    }
    analysis.truth.push_back({one.name, "concentration", 1e-3 * one.concentration, "mol/L", "in the cuvette"});
    if (first < spectrum->from - 1e-12 || last > spectrum->to + 1e-12) {
      const std::string from = std::to_string(std::lround(spectrum->from / nanometre));
      const std::string to = std::to_string(std::lround(spectrum->to / nanometre));
      analysis.note_naming("The spectrum of " + one.name + " is known from " + from + " to " + to + " nm only.",
                           one.name + "的光谱只在 " + from + "–" + to + " nm 范围内已知。");
    }
  }
  analysis.truth.push_back({"", "stray_light", 100.0 * stray, "%", "of the light of the empty beam"});
  if (!scan) {
    const double through = through_slit(sample, first + method["wavelength_error"], method["band_pass"], path);
    analysis.truth.push_back({"", "absorbance", -log10_of(std::max(through, 1e-300)), "1", "of the solution alone"});
  }
  analysis.duration = 30.0 + (scan ? 0.2 * static_cast<double>(wavelength.size()) : method["readings"]);
  if (lamp_on) analysis.wear = {{"lamp_hours", analysis.duration}};
  analysis.truth.push_back({"", "wavelength_error", method["wavelength_error"] / nanometre, "nm", "of the grating"});
  return analysis;
}

}  // namespace

double AbsorptionSpectrum::operator()(double wavelength) const {
  const double nu = 1.0 / wavelength;
  double sum = 0.0;
  for (const Band& band : bands)
    sum += band.absorptivity * exp(-4.0 * 0.6931471805599453 * square((nu - band.position) / band.width));
  return sum;
}

const std::vector<AbsorptionSpectrum>& absorption_spectra() {
  static const std::vector<AbsorptionSpectrum> table = [] {
    std::vector<AbsorptionSpectrum> result;
    for (const DataRow& row : data_rows("absorption_bands.csv", absorption_bands_csv(),
                                        "species,from_nm,to_nm,position,width,absorptivity")) {
      if (result.empty() || result.back().species != row.fields[0])
        result.push_back({std::string(row.fields[0]), nanometre * row.number(1), nanometre * row.number(2), {}});
      result.back().bands.push_back({100.0 * row.number(3), 100.0 * row.number(4), 0.1 * row.number(5)});
    }
    return result;
  }();
  return table;
}

const AbsorptionSpectrum* absorption_spectrum(std::string_view species) {
  for (const AbsorptionSpectrum& one : absorption_spectra())
    if (one.species == species) return &one;
  return nullptr;
}

double apparent_absorbance(double absorbance, double stray) {
  return -log10_of((ten_to(-absorbance) + stray) / (1.0 + stray));
}

double relative_error(double absorbance) {
  return 1.0 / (ln10 * absorbance * ten_to(-absorbance));
}

std::array<double, 2> two_components(const std::array<double, 2>& absorbance,
                                     const std::array<std::array<double, 2>, 2>& e) {
  const double determinant = e[0][0] * e[1][1] - e[0][1] * e[1][0];
  if (determinant == 0.0)
    throw ModelError("two components: both have the same ratio of absorptivities at the two wavelengths");
  return {(absorbance[0] * e[1][1] - absorbance[1] * e[0][1]) / determinant,
          (absorbance[1] * e[0][0] - absorbance[0] * e[1][0]) / determinant};
}

InstrumentKind spectrometer_kind() {
  InstrumentKind kind;
  kind.name = "spectrometer";
  kind.title = {"UV-Vis spectrometer", "紫外可见分光光度计"};
  kind.sentence = "Compares the light that passes a cuvette with that of a blank, at one wavelength or over a scan.";
  kind.manual = {
      "Scan first, then measure at a maximum, where a small error of wavelength does no harm.",
      "Dilute so that the absorbance is between 0.2 and 0.8: noise of the reader does least harm around 0.43.",
      "A very concentrated solution shows the stray light: its absorbance no longer rises.",
      "Two species need two wavelengths, best where their ratios differ most.",
  };
  kind.model = "spectrometer_kind";
  kind.settings = {
      {"wavelength", "nm", 350.0, 190.0, 1100.0, "of a single measurement"},
      {"from", "nm", 220.0, 190.0, 1100.0, "where a scan begins"},
      {"to", "nm", 600.0, 190.0, 1100.0, "where a scan ends"},
      {"step", "nm", 1.0, 0.1, 20.0, "of a scan"},
      {"band_pass", "nm", 2.0, 0.0, 40.0, "width of the light at half of its height: the slit"},
      {"path", "mm", 10.0, 1.0, 100.0, "of the light through the cuvette"},
      {"readings", "1", 1.0, 1.0, 1000.0, "that are averaged"},
      {"noise", "1", 0.0005, 0.0, 0.1, "standard deviation of the transmittance, whatever it is"},
      {"shot_noise", "1", 0.0001, 0.0, 0.1, "of all light; it falls with the root of the transmittance"},
      {"stray_light", "1", 0.0005, 0.0, 0.2, "share of light that never saw the sample"},
      {"wavelength_error", "nm", 0.0, -20.0, 20.0, "of the grating: the light is of so much more than is set"},
      {"lamp_hours", "h", 0.0, 0.0, 10000.0, "age of the lamp: half the light after 2000 h, and with it more noise"},
      {"cuvette", "1", 0.0, 0.0, 2.0, "absorbance of dirt and fingers on the sample's cuvette"},
      {"blank_cuvette", "1", 0.0, 0.0, 2.0, "the same of the blank's cuvette"},
  };
  kind.choices = {
      {"mode", {"single", "scan"}, "one wavelength or a scan"},
      {"blank", {"solvent", "none"}, "what the light is compared with"},
      {"lamp", {"on", "off"}, "the lamp"},
  };
  kind.remembered = {{"lamp_hours", {}, true}};
  kind.parts = {{"lamp", {"lamp", "灯"}, {"lamp_hours"}, 1800.0, 20.0}};
  kind.secret = {"stray_light", "wavelength_error", "cuvette", "blank_cuvette"};
  kind.usual_volume = 3e-6;
  kind.solvent = "water";
  kind.species = titration_species;
  kind.run = run_spectrometer;
  return kind;
}

}  // namespace stillhouse
