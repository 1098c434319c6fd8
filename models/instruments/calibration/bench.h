#pragma once

#include <cstdint>
#include <string>

#include "engine/base/random.h"
#include "models/instruments/calibration/glassware.h"

namespace stillhouse {

/// Analytical balance; masses in kg.
///
///   reading = round((m (1 + sensitivity) + linearity a 4 s (1 - s) + repeatability N(0, 1)) / division) division
///   s = m / capacity;   a: -1..1, of this very balance
///
/// Standard uncertainty of a mass weighed by difference: sqrt(2 (linearity^2 / 3 + repeatability^2 + division^2 / 12)).
/// Source: QUAM:2012, examples A2, A3 (linearity counts twice, for tare and gross).
struct Balance {
  double capacity = 0.2;
  double division = 1e-7;       // 0.1 mg
  double repeatability = 5e-8;  // standard deviation
  double linearity = 2e-7;      // largest deviation from a straight line
  double sensitivity = 0.0;     // relative error since the last adjustment

  void check() const;
  double reading(double mass, double a, double deviate) const;
  double uncertainty_of_difference() const;
};

/// A solution on the bench: what is on its label, and what is in it. kg/m3 (g/l).
struct Prepared {
  std::string name;
  double label = 0.0;
  double u = 0.0;      // standard uncertainty of the label
  double truth = 0.0;  // for the instrument and for grading, never for the student
};

/// What a standard is made of: a substance of stated purity, mass fraction within plus or minus `tolerance`.
struct Substance {
  std::string name;
  double purity = 1.0;
  double tolerance = 0.0;  // rectangular
};

/// Making standards: weighing in, making up to the mark, pipetting. Each step really has an error, within what its tool
/// promises, and the label carries the standard uncertainty of which a careful student would write.
///
///   flask, pipette   V = V_nominal + triangular(tolerance) + filling N(0, 1) + V gamma (T - 293.15 K)
///                    the first of this very piece, the second of this very filling; gamma 2.1e-4 1/K (water in glass)
///   substance        purity + rectangular(tolerance), of this very bottle
///   label            m_read P / V_nominal;   c V_pipette / V_flask
///
/// Assumes  labels are not corrected for temperature: they are made for `temperature_range` about 20 degC
/// Source   QUAM:2012, example A1; ISO 1042, ISO 648 (glassware.h)
class PreparationBench {
 public:
  struct Settings {
    Balance balance;
    GlassClass glass = GlassClass::A;
    double filling = 0.0002;         // standard deviation of a filling, relative to the volume
    double temperature = 293.15;     // K, of the laboratory now
    double temperature_range = 4.0;  // K about 293.15, stated on labels; rectangular
  };

  /// What the balance showed of a mass weighed in by difference, and its standard uncertainty; kg.
  struct Weighing {
    double reading, u;
  };
  /// What a piece of glass really held, m3, and the relative standard uncertainty of its nominal volume.
  struct Filling {
    double volume, u;
  };

  /// Of a bench that has been worked on, the number of its next operation.
  PreparationBench(const Settings& settings, std::uint64_t seed, std::int64_t next_operation = 0);

  Weighing weigh(double mass);
  Filling fill_flask(double nominal);
  Filling fill_pipette(double nominal);
  std::int64_t next_operation() const { return operation_; }

  /// So much of a substance, weighed in by difference, dissolved, made up to the mark.
  Prepared dissolve(const Substance& substance, double mass, double flask);
  /// A pipette of a solution made up to the mark.
  Prepared dilute(const Prepared& stock, double pipette, double flask);
  /// Relative standard uncertainty of a volume within `tolerance`.
  double volume_uncertainty(double nominal, double tolerance) const;

 private:
  double volume(const std::string& piece, double nominal, double tolerance);

  Settings settings_;
  std::uint64_t seed_;
  RandomStream operations_;
  std::int64_t operation_;
};

}  // namespace stillhouse
