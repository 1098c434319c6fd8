#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "models/instruments/errors/sample_errors.h"
#include "models/instruments/errors/signal_errors.h"
#include "models/instruments/liquid_chromatography/gradient.h"
#include "models/instruments/liquid_chromatography/packed_bed_column.h"
#include "models/instruments/liquid_chromatography/solutes.h"
#include "models/instruments/liquid_chromatography/uv_detector.h"

namespace stillhouse {

/// High-performance liquid chromatograph: pump with two channels, mixer, injector, C18 column in an oven, UV detector.
///
///   ln k = (a + b T) - (c + d T) phi     retention; phi at the column is that of the pump V_dwell / F earlier
///   H, t_R, zone width                   packed_bed_column.h, gradient.h, eluent.h
///   var_in = V_inj^2 / (12 F^2) (u_0 / (1 + k_0))^2     of the plug: strong retention focuses it
///   var_out = var_t + (V_x / F)^2        behind the column, capillaries and cell; it comes V_x / F later
///   c(t) = n / F g(t)                    g: normalized Gaussian; the signal integrates to eps l n / F
///   p = Kozeny-Carman                    with the viscosity averaged over the eluent that is in the column
///   p > limit: the pump trips, flow stops, nothing elutes any more
///   p > 600 bar: the bed collapses by 3 % of its length; the void v at its head mixes, var_in += (v V_column / F u_0 /
///   (1 + k_0))^2, and is there from then on
///
/// What a run leaves behind, and the next one meets:
///
///   blocked + (1 - blocked) (0.01 % + 20 % if the bed collapsed)     p / (1 - blocked): frit and crushed grains
///   d phase_lost / dt = (1 - phase_lost) 2 %/h exp((T - 363 K) / 10 K)     ln k + ln(1 - phase_lost)
///   injections_before + 1, lamp_hours + the run's
///
/// Assumes   these rates of ageing; dilute solutes (overload: transport_dispersive.h), a sample dissolved in the
/// starting eluent, a column in
///           equilibrium before the injection, eluents that mix ideally, Gaussian zones
/// Valid for phi 0.1 to 0.9, 293 K to 353 K (fits of retention); plates from some hundred on
/// Source    Snyder, Dolan, High-Performance Gradient Elution, Wiley 2007; Snyder, Kirkland, Dolan, Introduction to
///           Modern Liquid Chromatography, 3rd ed., Wiley 2010, chapters 2, 3, 9
class LiquidChromatograph {
 public:
  struct Method {
    Modifier modifier = Modifier::acetonitrile;
    std::vector<GradientProgramme::Point> programme = {{0.0, 0.4}};
    double run_time = 600.0;      // s
    double flow = 1e-6 / 60.0;    // m^3/s
    double temperature = 303.15;  // K
    PackedBedColumn column;
    double injection = 5e-9;         // m^3
    double dwell = 1e-6;             // m^3
    double extra_column = 20e-9;     // m^3
    double pressure_limit = 400e5;   // Pa
    double data_rate = 10.0;         // 1/s
    double lamp_hours = 0.0;         // h
    double injections_before = 0.0;  // on this column
    double empty = 0.0;              // share of the column's length that is a void at its head
    double blocked = 0.0;            // share of its permeability that is gone
    double phase_lost = 0.0;         // share of its bonded phase that is gone
    bool lamp_on = true;
    UvDetector detector;
    Injector injector{.rsd = 0.003};
    SignalErrors errors{.white = 2e-5, .flicker = 1e-5, .drift = 3e-8};
    bool with_errors = true;
  };
  /// What is in the sample.
  struct Analyte {
    const LiquidSolute* solute;
    double concentration;  // mol/m^3
  };
  struct Peak {
    std::string name;
    GradientElution elution;  // with extra-column time and variance
    double moles = 0.0;       // injected
    double plates = 0.0;      // of the column for it, -
    double area = 0.0;        // of its absorbance, s
  };
  struct Run {
    std::vector<double> time, absorbance, pressure, modifier;  // s, -, Pa, - (at the column's inlet)
    std::vector<Peak> peaks;                                   // in the order in which they leave
    double hold_up_time = 0.0;                                 // s
    double highest_pressure = 0.0;                             // Pa
    double tripped = std::numeric_limits<double>::infinity();  // s
    double empty = 0.0;                                        // of the column's length, afterwards
    bool collapsed = false;                                    // in this run
    int clipped = 0;                                           // points beyond the converter's range
  };

  static constexpr double molar_volume = 200e-6;      // m^3/mol, of every solute, for its diffusion
  static constexpr double lamp_half_life = 2000.0;    // h; assumed
  static constexpr double column_half_life = 3000.0;  // injections until half the plates are left; assumed
  static constexpr double bed_limit = 600e5;          // Pa that the bed bears
  static constexpr double collapse = 0.03;            // of its length that it gives way by; assumed

  static Run run(const Method& method, const std::vector<Analyte>& sample, std::uint64_t seed);
  /// Pressure over the column t after the injection.
  static double pressure(const Method& method, const GradientProgramme& at_inlet, double t);
};

}  // namespace stillhouse
