#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <set>
#include <sstream>

#include "models/properties/activity_fluid.h"
#include "models/properties/cubic_fluid.h"
#include "models/properties/cubic_phases.h"
#include "models/properties/gas_constant.h"
#include "tests/literature/literature_file.h"

namespace stillhouse {
namespace {

std::vector<std::string> words(const std::string& text, char between) {
  std::vector<std::string> result;
  std::istringstream stream(text);
  for (std::string word; std::getline(stream, word, between);) result.push_back(word);
  return result;
}

/// Left and right side of an identity, and what they are small against.
struct Sides {
  double left = 0.0, right = 0.0, scale = 1.0;
};
using Identities = std::vector<std::pair<std::string, Sides>>;

/// A phase with everything differentiated by T, p and mole fractions, in this order.
template <class Model>
struct State {
  static constexpr int width = 2 + 6;
  using D = Dual<width>;

  D h, s, v, g;
  PerSpecies<D> log_phi;
  PerSpecies<double> x;
  double T, P;

  State(const Model& model, PhaseKind kind, const PerSpecies<double>& x_, double T_, double P_) : x(x_), T(T_), P(P_) {
    D temperature(T), pressure(P);
    temperature.gradient[0] = 1.0;
    pressure.gradient[1] = 1.0;
    PerSpecies<D> shares(x.size());
    for (std::size_t i = 0; i < x.size(); ++i) {
      shares[i] = x[i];
      shares[i].gradient[2 + i] = 1.0;
    }
    const auto at = model.at(temperature, pressure);
    log_phi = model.log_fugacity_coefficients(at, kind, shares);
    h = model.enthalpy(at, kind, shares);
    s = model.entropy(at, kind, shares);
    v = model.molar_volume(at, kind, shares);
    g = h - temperature * s;
  }

  /// d(n f)/dn_i of a molar quantity.
  double partial(const D& f, std::size_t i) const { return f.value + by_amount(f, i); }
  /// n df/dn_i of a quantity that does not depend on size.
  double by_amount(const D& f, std::size_t i) const {
    double all = 0.0;
    for (std::size_t k = 0; k < x.size(); ++k) all += x[k] * f.gradient[2 + k];
    return f.gradient[2 + i] - all;
  }
};

template <class Model>
Identities identities(const Model& model, PhaseKind kind, const PerSpecies<double>& x, double T, double P) {
  const std::size_t N = x.size();
  const State<Model> state(model, kind, x, T, P);
  const double RT = gas_constant * T, h = state.h.value, s = state.s.value, v = state.v.value;
  Identities result;

  // Gibbs energies against a vapour that is next to ideal
  const double thin = 1.0;
  const State<Model> reference(model, PhaseKind::vapour, x, T, thin);
  double g = 0.0, worst = -1.0;
  Sides fugacity;
  for (std::size_t i = 0; i < N; ++i) {
    const double expected = reference.partial(reference.g, i) +
                            RT * (state.log_phi[i].value - reference.log_phi[i].value + std::log(P / thin));
    g += x[i] * expected;
    const double own = state.partial(state.g, i);
    if (std::fabs(own - expected) > worst) worst = std::fabs(own - expected), fugacity = {own, expected, RT};
  }
  result.emplace_back("ln phi from Gibbs energy", fugacity);
  result.emplace_back("h = g + T s", Sides{h, g + T * s, RT});

  // fugacities among themselves
  Sides duhem, symmetry;
  for (std::size_t j = 0; j < N; ++j) {
    double sum = 0.0;
    for (std::size_t i = 0; i < N; ++i) {
      sum += x[i] * state.by_amount(state.log_phi[i], j);
      const double one = state.by_amount(state.log_phi[i], j), other = state.by_amount(state.log_phi[j], i);
      if (std::fabs(one - other) >= std::fabs(symmetry.left - symmetry.right)) symmetry = {one, other, 1.0};
    }
    if (std::fabs(sum) >= std::fabs(duhem.left)) duhem = {sum, 0.0, 1.0};
  }
  result.emplace_back("Gibbs-Duhem", duhem);
  result.emplace_back("symmetry", symmetry);
  double sum = 0.0;
  for (std::size_t i = 0; i < N; ++i) sum += x[i] * state.log_phi[i].gradient[1];
  result.emplace_back("sum x dlnphi/dp = v/RT - 1/p", Sides{sum, v / RT - 1.0 / P, 1.0 / P});

  // derivatives of the potential
  result.emplace_back("dg/dT = -s", Sides{state.g.gradient[0], -s, gas_constant});
  result.emplace_back("dg/dp = v", Sides{state.g.gradient[1], v, v});
  result.emplace_back("cp = T ds/dT", Sides{state.h.gradient[0], T * state.s.gradient[0], gas_constant});
  result.emplace_back("ds/dp = -dv/dT",
                      Sides{state.s.gradient[1], -state.v.gradient[0], std::fabs(state.v.gradient[0])});
  result.emplace_back("dh/dp = v - T dv/dT", Sides{state.h.gradient[1], v - T * state.v.gradient[0], v});

  // enthalpy of mixing from how fugacities change with temperature
  double mixing = h, from_fugacity = 0.0;
  for (std::size_t i = 0; i < N; ++i) {
    PerSpecies<double> pure(N);
    pure[i] = 1.0;
    const State<Model> alone(model, kind, pure, T, P);
    mixing -= x[i] * alone.h.value;
    from_fugacity -= RT * T * x[i] * (state.log_phi[i].gradient[0] - alone.log_phi[i].gradient[0]);
  }
  result.emplace_back("h of mixing from ln phi", Sides{mixing, from_fugacity, RT});
  return result;
}

/// The equation of state as units have it. It knows no entropy there; what follows from its fugacities by g = h - T s
/// stands in for it, so that "cp = T ds/dT" says that enthalpy and fugacities belong together.
class UnitPhases {
 public:
  UnitPhases(const std::vector<std::string>& compounds, Cubic equation)
      : phases_(compounds, equation), ideal_(CubicFluid(compounds, equation).ideal_gas()) {}

  template <class Real>
  struct Conditions {
    Real T, P;
  };
  template <class Real>
  Conditions<Real> at(const Real& T, const Real& P) const {
    return {T, P};
  }
  template <class Real>
  PerSpecies<Real> log_fugacity_coefficients(const Conditions<Real>& c, PhaseKind kind,
                                             const PerSpecies<Real>& x) const {
    const auto at = phases_.at(c.T);
    PerSpecies<Real> result = phases_.log_fugacity_ratios(at, phases_.at_pressure(at, phases_.mixed(at, x), kind, c.P));
    for (Real& value : result) value = value - log(c.P);
    return result;
  }
  template <class Real>
  Real enthalpy(const Conditions<Real>& c, PhaseKind kind, const PerSpecies<Real>& x) const {
    const auto at = phases_.at(c.T);
    return phases_.enthalpy(at, phases_.at_pressure(at, phases_.mixed(at, x), kind, c.P));
  }
  template <class Real>
  Real entropy(const Conditions<Real>& c, PhaseKind kind, const PerSpecies<Real>& x) const {
    const PerSpecies<Real> log_phi = log_fugacity_coefficients(c, kind, x);
    Real departure = enthalpy(c, kind, x) - phases_.ideal_enthalpy(x, c.T);
    for (std::size_t i = 0; i < x.size(); ++i) departure = departure - gas_constant * c.T * x[i] * log_phi[i];
    return ideal_.mixture_entropy(x, IdealGas::terms(c.T), c.P) + departure / c.T;
  }
  template <class Real>
  Real molar_volume(const Conditions<Real>& c, PhaseKind kind, const PerSpecies<Real>& x) const {
    const auto at = phases_.at(c.T);
    return phases_.at_pressure(at, phases_.mixed(at, x), kind, c.P).Z * gas_constant * c.T / c.P;
  }

 private:
  CubicPhases phases_;
  IdealGas ideal_;
};

/// The identities of the model of this name; "... in units" is an equation of state as units have it.
Identities identities_of(const std::string& model, const std::vector<std::string>& compounds, PhaseKind kind,
                         const PerSpecies<double>& x, double T, double P) {
  const Cubic equation = model.starts_with("peng_robinson") ? Cubic::peng_robinson : Cubic::soave_redlich_kwong;
  if (model.ends_with(" in units")) return identities(UnitPhases(compounds, equation), kind, x, T, P);
  if (model == "peng_robinson" || model == "soave_redlich_kwong")
    return identities(CubicFluid(compounds, equation), kind, x, T, P);
  return identities(ActivityFluid(std::make_shared<const Fluid>(compounds, liquid_model(model))), kind, x, T, P);
}

TEST(Identities, HoldForEveryModelAndStateOrTheReasonIsKnown) {
  std::map<std::string, std::string> known;
  std::set<std::string> failed;
  for (const auto& row : literature_rows("../identities/known_failures.csv")) {
    ASSERT_EQ(row.size(), 4u);
    EXPECT_FALSE(row[3].empty());
    known[row[0] + " " + row[1] + ": " + row[2]] = row[3];
  }

  int checked = 0;
  for (const auto& row : literature_rows("../identities/states.csv")) {
    ASSERT_EQ(row.size(), 5u);
    const std::vector<std::string> compounds = words(row[1], ';');
    PerSpecies<double> x;
    for (const std::string& share : words(row[2], ' ')) x.push_back(std::stod(share));
    ASSERT_EQ(x.size(), compounds.size()) << row[1];
    const double T = std::stod(row[3]), P = std::stod(row[4]);
    const bool cubic = row[0].starts_with("peng_robinson") || row[0].starts_with("soave_redlich_kwong");
    for (const PhaseKind kind : {PhaseKind::vapour, PhaseKind::liquid}) {
      const Identities all = identities_of(row[0], compounds, kind, x, T, P);
      const std::string group = cubic ? "cubic" : row[1].find("acid") != std::string::npos ? "acid" : "activity";
      for (const auto& [name, sides] : all) {
        ++checked;
        const std::string what = group + " " + word_for(kind) + ": " + name;
        const bool holds = std::fabs(sides.left - sides.right) < 1e-7 * (std::fabs(sides.right) + sides.scale);
        if (!holds) failed.insert(what);
        EXPECT_TRUE(holds || known.contains(what)) << what << ": " << sides.left << " is not " << sides.right << " for "
                                                   << row[0] << " of " << row[1] << " at " << T << " K";
      }
    }
  }
  EXPECT_GT(checked, 400);
  for (const auto& [what, reason] : known)
    EXPECT_TRUE(failed.contains(what)) << what << " holds now: take it off the list";
}

}  // namespace
}  // namespace stillhouse
