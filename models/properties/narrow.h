#pragma once

#include <array>
#include <type_traits>

#include "engine/autodiff/functions.h"
#include "engine/autodiff/traced.h"

/// A property depends on one to three inputs, while a unit's equations carry derivatives with respect to some
/// forty unknowns. Evaluating the property with a dual number as narrow as its inputs, and carrying the result
/// to the wide one by the chain rule, spends the width once instead of at every multiplication. Values are the
/// same; equations see no difference but the time.
namespace stillhouse {

/// f(T) for a function of one input.
template <class Function>
double narrow(const Function& f, double T) {
  return f(T);
}
template <class Function>
Pattern narrow(const Function& f, const Pattern& T) {
  return f(T);
}
template <class Function>
Traced narrow(const Function& f, const Traced& T) {
  return f(T);
}
template <int N, class Function>
Dual<N> narrow(const Function& f, const Dual<N>& T) {
  Dual<1> seeded(T.value);
  seeded.gradient[0] = 1.0;
  const Dual<1> result = f(seeded);
  return chain(T, result.value, result.gradient[0]);
}

/// f(x, T) of a binary composition and a temperature, with M results.
template <class Function>
auto narrow(const Function& f, const std::array<double, 2>& x, double T) {
  return f(x, T);
}
template <class Function>
auto narrow(const Function& f, const std::array<Pattern, 2>& x, const Pattern& T) {
  return f(x, T);
}
template <class Function>
auto narrow(const Function& f, const std::array<Traced, 2>& x, const Traced& T) {
  return f(x, T);
}
template <int N, class Function>
auto narrow(const Function& f, const std::array<Dual<N>, 2>& x, const Dual<N>& T) {
  std::array<Dual<3>, 2> seeded_x{Dual<3>(x[0].value), Dual<3>(x[1].value)};
  Dual<3> seeded_T(T.value);
  seeded_x[0].gradient[0] = 1.0;
  seeded_x[1].gradient[1] = 1.0;
  seeded_T.gradient[2] = 1.0;
  const auto narrow_result = f(seeded_x, seeded_T);

  // chain rule from the three inputs to the unknowns
  const auto widen = [&](const Dual<3>& r) {
    Dual<N> wide(r.value);
    for (int i = 0; i < N; ++i)
      wide.gradient[i] =
          r.gradient[0] * x[0].gradient[i] + r.gradient[1] * x[1].gradient[i] + r.gradient[2] * T.gradient[i];
    return wide;
  };
  if constexpr (std::is_same_v<decltype(narrow_result), const Dual<3>>)
    return widen(narrow_result);
  else
    return std::array<Dual<N>, 2>{widen(narrow_result[0]), widen(narrow_result[1])};
}

}  // namespace stillhouse
