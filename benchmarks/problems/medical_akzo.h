#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "engine/modelling/declare.h"

namespace stillhouse {

/// Medical Akzo Nobel: radio-labelled antibodies diffuse into tissue that holds an antigen, u_t = u_xx - k u v,
/// v_t = -k u v, on a half line that is mapped to 0 <= z < 1 and divided into 200 cells: 400 unknowns.
/// `supply`, the concentration outside, is 2 until t = 5 and 0 thereafter: an input, changed by who integrates.
///
///   u_j' = b (u_j-1 - 2 u_j + u_j+1) / dz^2 + a (u_j+1 - u_j-1) / (2 dz) - k u_j v_j     v_j' = -k u_j v_j
///   z = j dz, dz = 1/200, a = 2 (z - 1)^3 / c^2, b = (z - 1)^4 / c^2, k = 100, c = 4; the last cell: u' = v' = -k u v
///
/// Source     equations as in the Test Set below, problem MEDAKZO (R. van der Hout, Akzo Nobel)
/// Reference  at t = 20: F. Mazzia, C. Magherini, Test Set for Initial Value Problem Solvers, release 2.4 (2008),
///            problem MEDAKZO; of its 400 numbers those that its own report compares and that are not next to zero
class MedicalAkzo {
 public:
  static constexpr int cells = 200;
  static constexpr double supply = 2.0;
  static constexpr double supply_ends = 5.0;
  static constexpr double end = 20.0;
  struct Known {
    int place;  ///< in the order u_1, v_1, u_2, v_2, ..., from 0
    double value;
  };
  static constexpr Known reference[5] = {{78, 0.2339942217046434e-3},
                                         {132, 0.3576835958481664e-3},
                                         {170, 0.3085949832350532e-3},
                                         {198, 0.1173741304462833e-3},
                                         {199, 0.6190822732534586e-5}};

  static std::shared_ptr<const Flowsheet> plant();

  /// Cells `first` to `first + count - 1` of all, counted from 1.
  MedicalAkzo(Declare& declare, const std::vector<std::pair<Variable, Variable>>& all, int first, int count)
      : all_(all), first_(first), count_(count) {
    for (int j = first; j < first + count; ++j) {
      declare.defines(all[static_cast<std::size_t>(j - 1)].first);
      declare.defines(all[static_cast<std::size_t>(j - 1)].second);
    }
    if (first == 1) supply_ = declare.input("supply", "1", {.start = supply, .minimum = 0.0}, "concentration outside");
  }

  template <class Real>
  void equations(Equations<Real>& eq) const {
    constexpr double k = 100.0, c = 4.0, dz = 1.0 / cells;
    for (int j = first_; j < first_ + count_; ++j) {
      const auto [u_j, v_j] = all_[static_cast<std::size_t>(j - 1)];
      const Real u = eq[u_j], bound = k * u * eq[v_j];
      if (j == cells) {
        eq.equate("antibodies", eq.der(u_j), -bound);
      } else {
        const double z1 = j * dz - 1.0, root = z1 * z1 / c, a = 2.0 * z1 * root / c, b = root * root;
        const Real before = j == 1 ? Real(eq[supply_]) : Real(eq[all_[static_cast<std::size_t>(j - 2)].first]);
        const Real after = eq[all_[static_cast<std::size_t>(j)].first];
        eq.equate("antibodies", eq.der(u_j),
                  (b / (dz * dz)) * (before - 2.0 * u + after) + (a / (2.0 * dz)) * (after - before) - bound);
      }
      eq.equate("antigen", eq.der(v_j), -bound);
    }
  }

 private:
  std::vector<std::pair<Variable, Variable>> all_;
  int first_, count_;
  Input supply_;
};

inline std::shared_ptr<const Flowsheet> MedicalAkzo::plant() {
  FlowsheetBuilder builder;
  Declare tissue = builder.stream("tissue");
  std::vector<std::pair<Variable, Variable>> all;
  for (int j = 1; j <= cells; ++j) {
    const Variable u = tissue.differential("u" + std::to_string(j), "1", {.start = 0.0}, "antibodies of a cell");
    all.emplace_back(u, tissue.differential("v" + std::to_string(j), "1", {.start = 1.0}, "antigen of a cell"));
  }
  constexpr int together = 5;  // a unit's twelve unknowns are differentiated in one sweep
  for (int first = 1; first <= cells; first += together)
    builder.add<MedicalAkzo>("cells_" + std::to_string(first), all, first, together);
  return builder.build();
}

}  // namespace stillhouse
