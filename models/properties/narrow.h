#pragma once

#include <array>
#include <tuple>
#include <type_traits>

#include "engine/autodiff/functions.h"
#include "engine/autodiff/traced.h"

/// A property depends on few inputs, while a unit's equations carry derivatives with respect to some
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

/// f(x, T) of a composition of C species and a temperature, with one result or an array of them. Scalars that carry no
/// gradient go straight through.
template <class Function, class Real, std::size_t C>
auto narrow(const Function& f, const std::array<Real, C>& x, const Real& T) {
  return f(x, T);
}
template <int N, class Function, std::size_t C>
auto narrow(const Function& f, const std::array<Dual<N>, C>& x, const Dual<N>& T) {
  constexpr int inputs = static_cast<int>(C) + 1;
  using Narrow = Dual<inputs>;
  std::array<Narrow, C> seeded_x;
  for (std::size_t j = 0; j < C; ++j) {
    seeded_x[j] = Narrow(x[j].value);
    seeded_x[j].gradient[j] = 1.0;
  }
  Narrow seeded_T(T.value);
  seeded_T.gradient[C] = 1.0;
  const auto narrow_result = f(seeded_x, seeded_T);

  // chain rule from the inputs to the unknowns
  const auto widen = [&](const Narrow& r) {
    Dual<N> wide(r.value);
    for (int i = 0; i < N; ++i) {
      double sum = r.gradient[0] * x[0].gradient[i];
      for (std::size_t j = 1; j < C; ++j) sum += r.gradient[j] * x[j].gradient[i];
      wide.gradient[i] = sum + r.gradient[C] * T.gradient[i];
    }
    return wide;
  };
  if constexpr (std::is_same_v<decltype(narrow_result), const Narrow>) {
    return widen(narrow_result);
  } else {
    std::array<Dual<N>, std::tuple_size_v<std::remove_const_t<decltype(narrow_result)>>> wide;
    for (std::size_t k = 0; k < wide.size(); ++k) wide[k] = widen(narrow_result[k]);
    return wide;
  }
}

}  // namespace stillhouse
