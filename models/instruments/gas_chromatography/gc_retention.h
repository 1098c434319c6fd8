#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace stillhouse {

/// Retention over temperature by three parameters about the temperature at which k = 1:
///
///   ln k = (C + T_char / theta) (T_char / T - 1) + C ln(T / T_char) + ln(beta_0 / beta),  C = dCp / R
///
/// Assumes one retention mechanism, infinite dilution, a film that acts by its volume. Valid for the range measured,
/// some 60 K below T_char to 40 K above it; farther away it is an extrapolation.
/// Source L. M. Blumberg, J. Chromatogr. A 1491 (2017) 159.
struct CharacteristicRetention {
  double T_char;  ///< K
  double theta;   ///< K
  double dCp;     ///< J/mol/K
  double beta;    ///< phase ratio of the column it was measured on

  double ln_k(double T, double phase_ratio) const;
};

/// How a compound is retained on a stationary phase: a sum of characteristic retentions. Of a compound that is known by
/// its retention index I alone, the two alkanes about it, n and m carbon atoms:
///
///   ln k = (1 - s) ln k_n + s ln k_m,  s = (I / 100 - n) / (m - n)
///
/// which is Kovats' definition read backwards: an index that does not change with temperature. Beyond the ladder the
/// line of the two nearest alkanes goes on.
struct Retention {
  struct Part {
    double weight;
    CharacteristicRetention of;
  };
  std::vector<Part> parts;
  std::string source;
  bool predicted = false;  ///< from boiling point or another phase's index: the user is told

  double ln_k(double T, double phase_ratio) const;
};

/// What a molecule is to the chromatograph.
struct GcAnalyte {
  std::string name;
  double molar_mass;        ///< kg/mol
  double diffusion_volume;  ///< Fuller
  double ecn;               ///< effective carbon number in the flame
  bool ecn_predicted;
};

/// The analyte of that name: of the table, or of the component data with 1 a carbon less 0.6 an oxygen as predicted
/// effective carbon number. ModelError names the nearest.
const GcAnalyte& find_gc_analyte(std::string_view name);

/// Phases there are, "5ms", "wax", ...
std::vector<std::string> stationary_phases();
/// Highest temperature that the phase stands, K.
double temperature_limit(std::string_view phase);
/// Whether the phase takes up oxygenated molecules like itself; others make them tail and overload early.
bool is_polar(std::string_view phase);

/// By the first of: parameters of the compound on the phase; its index there; index or parameters on a phase that is
/// much alike (5ms and dimethylsilicone; predicted); the index of an alkane that boils at the same temperature
/// (predicted: some 50 units off on silicones, hundreds too low on the wax for what has hydroxyl groups).
Retention find_retention(std::string_view phase, const GcAnalyte& analyte);

/// The normal alkane of n carbon atoms on a phase.
Retention alkane_retention(std::string_view phase, double carbons);

}  // namespace stillhouse
