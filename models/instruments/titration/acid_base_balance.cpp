#include "models/instruments/titration/acid_base_balance.h"

#include <algorithm>

#include "models/instruments/decimal.h"
#include "models/instruments/titration/ion_activity.h"
#include "models/properties/bracketed_root.h"

namespace stillhouse {

namespace {

constexpr double litre = 1e3;  // mol/m^3 in 1 mol/L

/// Charge and squared charge, mol/m^3, of all ions at a pH while activity coefficients are held.
struct Charges {
  double net, square, hydrogen;
};

class Balance {
 public:
  Balance(const AqueousSolution& solution, double T) : solution_(solution), pK_water_(water_pK(T)) {
    for (const AqueousSolution::Protic& protic : solution.protolytes) {
      std::vector<double> pK;
      for (std::size_t i = 0; i < protic.protolyte->pK.size(); ++i) pK.push_back(protic.protolyte->pK_at(i, T));
      constants_.push_back(std::move(pK));
    }
  }

  /// `exponent`: -log10 of the activity coefficient of a single charge.
  Charges at(double pH, double exponent) const {
    const double free = litre * ten_to(exponent - pH);
    const double hydroxide = litre * ten_to(exponent + pH - pK_water_);
    Charges sum{free - hydroxide + solution_.charge / solution_.volume,
                free + hydroxide + solution_.square / solution_.volume, free};
    for (std::size_t j = 0; j < constants_.size(); ++j) {
      const double concentration = solution_.protolytes[j].amount / solution_.volume;
      const int full = solution_.protolytes[j].protolyte->charge;
      // log10 of each form over the form with all protons; the largest is taken out to protect from overflow
      double largest = 0.0, log_form = 0.0;
      for (std::size_t i = 0; i < constants_[j].size(); ++i) {
        log_form += pH - constants_[j][i];
        const double z = full - static_cast<double>(i + 1);
        largest = std::max(largest, log_form + exponent * (z * z - full * full));
      }
      double total = ten_to(-largest), charge = full * total, square = full * full * total;
      log_form = 0.0;
      for (std::size_t i = 0; i < constants_[j].size(); ++i) {
        log_form += pH - constants_[j][i];
        const double z = full - static_cast<double>(i + 1);
        const double form = ten_to(log_form + exponent * (z * z - full * full) - largest);
        total += form;
        charge += z * form;
        square += z * z * form;
      }
      sum.net += concentration * charge / total;
      sum.square += concentration * square / total;
    }
    return sum;
  }

  double pH(double exponent) const {
    return bracketed_root([&](double p) { return at(p, exponent).net; }, -4.0, 20.0);
  }

  /// More ionic strength than there can be: every form as charged as it gets.
  double most_ions() const {
    double sum = solution_.square + square(solution_.charge) / std::max(solution_.square, 1e-300);
    for (const AqueousSolution::Protic& protic : solution_.protolytes) {
      const double z = protic.protolyte->charge, last = z - static_cast<double>(protic.protolyte->pK.size());
      // each charge may be answered by as many ions of water
      sum += protic.amount * (std::max(z * z, last * last) + std::max(z, -last));
    }
    return sum / solution_.volume + 1.0;
  }

 private:
  const AqueousSolution& solution_;
  double pK_water_;
  std::vector<std::vector<double>> constants_;
};

}  // namespace

AcidBaseState acid_base_state(const AqueousSolution& solution, double T, IonActivity activity) {
  const Balance balance(solution, T);
  double exponent = 0.0;
  if (activity == IonActivity::davies) {
    const auto excess = [&](double I) {
      const double guess = davies_exponent(I, T);
      return 0.5 * balance.at(balance.pH(guess), guess).square - I;
    };
    exponent = davies_exponent(bracketed_root(excess, 0.0, balance.most_ions()), T);
  }
  const double pH = balance.pH(exponent);
  const Charges charges = balance.at(pH, exponent);
  return {pH, charges.hydrogen, 0.5 * charges.square};
}

}  // namespace stillhouse
