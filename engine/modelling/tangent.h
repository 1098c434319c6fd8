#pragma once

#include "engine/modelling/equations.h"

namespace stillhouse {

/// Directions that a plant is differentiated along in one sweep.
inline constexpr int tangent_width = 4;
using Tangent = Dual<tangent_width>;

/// `tangent_width` directions in the space of unknowns, rates and inputs: component k of quantity i stands at
/// [tangent_width i + k]. A null array is zero: nothing of that kind moves.
struct Directions {
  const double* y = nullptr;
  const double* yp = nullptr;
  const double* inputs = nullptr;
};

/// Exact derivatives of a unit's residuals along `Directions`: for sensitivities, and for the Jacobian of a plant that
/// is not compiled. `derivatives` has `tangent_width` numbers a row, `tangent_width` directions of dF = F_y dy + F_y'
/// dy' + F_u du.
template <>
class Equations<Tangent> {
 public:
  Equations(const double* y, const double* yp, const double* inputs, const double* modes, const Directions& along,
            double* derivatives)
      : y_(y), yp_(yp), inputs_(inputs), modes_(modes), along_(along), derivatives_(derivatives) {}

  Tangent operator[](Variable v) const { return moved(y_, along_.y, v.index); }
  Tangent operator[](Input u) const { return moved(inputs_, along_.inputs, u.index); }
  double operator[](Mode m) const { return modes_[m.index]; }
  Tangent der(Variable v) const { return moved(yp_, along_.yp, v.index); }
  Tangent or_zero(Variable v) const { return v.index < 0 ? Tangent(0.0) : (*this)[v]; }

  void equate(std::string_view, const Tangent& left, const Tangent& right) {
    for (int k = 0; k < tangent_width; ++k) derivatives_[k] = left.gradient[k] - right.gradient[k];
    derivatives_ += tangent_width;
  }
  void equate(std::string_view, std::string_view, const Tangent& left, const Tangent& right) {
    equate({}, left, right);
  }

  /// Value `index` of an array and what it changes by along each direction.
  static Tangent moved(const double* values, const double* directions, int index) {
    Tangent result(values[index]);
    if (!directions) return result;
    for (int k = 0; k < tangent_width; ++k) result.gradient[k] = directions[tangent_width * index + k];
    return result;
  }

 private:
  const double* y_;
  const double* yp_;
  const double* inputs_;
  const double* modes_;
  Directions along_;
  double* derivatives_;
};

/// Exact derivatives of a unit's observables along `Directions`: `tangent_width` numbers an observable.
class ObservingTangent {
 public:
  using Real = Tangent;

  ObservingTangent(const double* y, const double* inputs, const double* modes, const Directions& along,
                   double* derivatives)
      : y_(y), inputs_(inputs), modes_(modes), along_(along), derivatives_(derivatives) {}

  Tangent operator[](Variable v) const { return Equations<Tangent>::moved(y_, along_.y, v.index); }
  Tangent operator[](Input u) const { return Equations<Tangent>::moved(inputs_, along_.inputs, u.index); }
  double operator[](Mode m) const { return modes_[m.index]; }

  void show(Observable o, const Tangent& value) {
    for (int k = 0; k < tangent_width; ++k) derivatives_[tangent_width * o.index + k] = value.gradient[k];
  }
  void hold(Quantity, const Tangent&) {}

 private:
  const double* y_;
  const double* inputs_;
  const double* modes_;
  Directions along_;
  double* derivatives_;
};

}  // namespace stillhouse
