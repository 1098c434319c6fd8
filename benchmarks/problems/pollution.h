#pragma once

#include <array>
#include <string>

#include "engine/modelling/declare.h"

namespace stillhouse {

/// POLLU: chemistry of an air pollution model, 25 reactions of 20 species (ppm, min), rate constants from 1e-3 to
/// 1e12. Species: 1 NO2, 2 NO, 3 O3P, 4 O3, 5 HO2, 6 OH, 7 HCHO, 8 CO, 9 ALD, 10 MEO2, 11 C2O3, 12 CO2, 13 PAN,
/// 14 CH3O, 15 HNO3, 16 O1D, 17 SO2, 18 SO4, 19 NO3, 20 N2O5.
///
/// Source     J. G. Verwer, SIAM J. Sci. Comput. 15 (1994) 1243
/// Reference  at t = 60: F. Mazzia, C. Magherini, Test Set for Initial Value Problem Solvers, release 2.4 (2008),
///            problem POLLU
class Pollution {
 public:
  static constexpr double end = 60.0;
  static constexpr std::size_t size = 20;
  static constexpr double start[size] = {0.0, 0.2, 0.0, 0.04, 0.0, 0.0, 0.1,   0.3, 0.01, 0.0,
                                         0.0, 0.0, 0.0, 0.0,  0.0, 0.0, 0.007, 0.0, 0.0,  0.0};
  static constexpr double reference[size] = {
      0.5646255480022769e-1, 0.1342484130422339,    0.4139734331099427e-8, 0.5523140207484359e-2,
      0.2018977262302196e-6, 0.1464541863493966e-6, 0.7784249118997964e-1, 0.3245075353396018,
      0.7494013383880406e-2, 0.1622293157301561e-7, 0.1135863833257075e-7, 0.2230505975721359e-2,
      0.2087162882798630e-3, 0.1396921016840158e-4, 0.8964884856898295e-2, 0.4352846369330103e-17,
      0.6899219696263405e-2, 0.1007803037365946e-3, 0.1772146513969984e-5, 0.5682943292316392e-4};

  /// y' of an array of twenty.
  template <class Real>
  static void rates(const Real* y, Real* rate) {
    // reactions in the order of the source
    const Real r1 = 0.35 * y[0], r2 = 0.266e2 * y[1] * y[3], r3 = 0.123e5 * y[4] * y[1], r4 = 0.86e-3 * y[6],
               r5 = 0.82e-3 * y[6], r6 = 0.15e5 * y[6] * y[5], r7 = 0.13e-3 * y[8], r8 = 0.24e5 * y[8] * y[5],
               r9 = 0.165e5 * y[10] * y[1], r10 = 0.9e4 * y[10] * y[0], r11 = 0.22e-1 * y[12],
               r12 = 0.12e5 * y[9] * y[1], r13 = 0.188e1 * y[13], r14 = 0.163e5 * y[0] * y[5], r15 = 0.48e7 * y[2],
               r16 = 0.35e-3 * y[3], r17 = 0.175e-1 * y[3], r18 = 0.1e9 * y[15], r19 = 0.444e12 * y[15],
               r20 = 0.124e4 * y[16] * y[5], r21 = 0.21e1 * y[18], r22 = 0.578e1 * y[18], r23 = 0.474e-1 * y[0] * y[3],
               r24 = 0.178e4 * y[18] * y[0], r25 = 0.312e1 * y[19];
    rate[0] = r2 + r3 + r9 + r11 + r12 + r22 + r25 - r1 - r10 - r14 - r23 - r24;
    rate[1] = r1 + r21 - r2 - r3 - r9 - r12;
    rate[2] = r1 + r17 + r19 + r22 - r15;
    rate[3] = r15 - r2 - r16 - r17 - r23;
    rate[4] = 2.0 * r4 + r6 + r7 + r13 + r20 - r3;
    rate[5] = r3 + 2.0 * r18 - r6 - r8 - r14 - r20;
    rate[6] = r13 - r4 - r5 - r6;
    rate[7] = r4 + r5 + r6 + r7;
    rate[8] = -r7 - r8;
    rate[9] = r7 + r9 - r12;
    rate[10] = r8 + r11 - r9 - r10;
    rate[11] = r9;
    rate[12] = r10 - r11;
    rate[13] = r12 - r13;
    rate[14] = r14;
    rate[15] = r16 - r18 - r19;
    rate[16] = -r20;
    rate[17] = r20;
    rate[18] = r23 + r25 - r21 - r22 - r24;
    rate[19] = r24 - r25;
  }

  explicit Pollution(Declare& declare) {
    for (std::size_t i = 0; i < size; ++i)
      y_[i] = declare.differential("y" + std::to_string(i + 1), "1", {.start = start[i], .nominal = reference[i]},
                                   "concentration, ppm");
  }

  template <class Real>
  void equations(Equations<Real>& eq) const {
    std::array<Real, size> y, rate;
    for (std::size_t i = 0; i < size; ++i) y[i] = eq[y_[i]];
    rates(y.data(), rate.data());
    for (std::size_t i = 0; i < size; ++i) eq.equate("balance", eq.der(y_[i]), rate[i]);
  }

 private:
  std::array<Variable, size> y_;
};

}  // namespace stillhouse
