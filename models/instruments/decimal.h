#pragma once

#include "engine/autodiff/functions.h"

namespace stillhouse {

// Powers and logarithms of ten, as pH, pK and absorbance have them.

inline constexpr double ln10 = 2.302585092994046;

inline double ten_to(double x) {
  return exp(ln10 * x);
}

inline double log10_of(double x) {
  return log(x) / ln10;
}

}  // namespace stillhouse
