#pragma once

#include <optional>
#include <string>

#include "engine/base/error.h"
#include "engine/base/quantity.h"
#include "models/properties/flash/pt_flash.h"

namespace stillhouse {

/// "temperature", "pressure", "enthalpy", "entropy", "vapour fraction".
const char* word_for(Given given);
/// Unit of what is given, with a space before it.
const char* unit_for(Given given);
/// Throws ModelError unless z holds `size` shares from 0 to 1 that come to one within 1e-6.
void check_feed(const PerSpecies<double>& z, std::size_t size);
/// Throws ModelError unless the two can be given together.
void check_given(const std::array<Specification<double>, 2>& given);

/// What a feed is at equilibrium when two of temperature, pressure, enthalpy, entropy and vapour fraction are given:
///
///   const Flash flash(CubicFluid({"propane", "n-butane"}, Cubic::peng_robinson));
///   flash({z}, {{{Given::pressure, 10e5}, {Given::vapour_fraction, 0.0}}});   // bubble point
///
/// Any model of phases will do (CubicFluid, ActivityFluid). With T and p the phases are sought directly (pt_flash.h).
/// Else the one of T and p that is not given is sought: in a bracket, by PT flashes, so that the phases there are
/// always those of least Gibbs energy, then by Newton's method on all equations to the last digits. Where what is
/// wanted jumps (a pure compound boils, an azeotrope, a heterogeneous mixture of two) the phases of both sides are
/// there together, in the shares that the lever rule gives. Vapour fraction 0 is the bubble point, 1 the dew point; the
/// other phase comes with share 0.
///
/// Pressure with enthalpy, entropy or vapour fraction; temperature with pressure, entropy or vapour fraction; enthalpy
/// with entropy. ModelError says what does not exist: a vapour fraction above the critical point, an enthalpy out of
/// reach. Where a mixture has two dew points (retrograde) one of them is given.
///
/// Source: M. L. Michelsen, Fluid Phase Equilib. 33 (1987) 13 (why PT flashes inside); Michelsen, Mollerup 2007, ch. 12
template <class Model>
class Flash {
 public:
  explicit Flash(Model model, FlashOptions options = {}) : model_(std::move(model)), options_(options) {}

  const Model& model() const { return model_; }

  Phases<double> operator()(const PerSpecies<double>& z, const std::array<Specification<double>, 2>& given,
                            const Phases<double>* near = nullptr) const {
    check_feed(z, model_.size());
    check_given(given);
    const auto value_given = [&](Given what) {
      for (const Specification<double>& s : given)
        if (s.given == what) return std::optional<double>(s.value);
      return std::optional<double>();
    };
    const std::optional<double> T = value_given(Given::temperature), P = value_given(Given::pressure);
    if (T) check_range("temperature", *T, model_.lowest_temperature(), model_.highest_temperature(), " K");
    if (P) check_range("pressure", *P, Model::lowest_pressure, Model::highest_pressure, " Pa");
    if (const auto share = value_given(Given::vapour_fraction)) check_range("vapour fraction", *share, 0.0, 1.0, "");

    if (T && P) return pt_flash(model_, *T, *P, z, options_, near);
    if (!T && !P) return at_enthalpy_and_entropy(z, *value_given(Given::enthalpy), *value_given(Given::entropy));
    const Given other =
        given[0].given == Given::temperature || given[0].given == Given::pressure ? given[1].given : given[0].given;
    const Specification<double> wanted{other, *value_given(other)};
    return P ? at_pressure(z, *P, wanted) : at_temperature(z, *T, wanted);
  }

  /// With the derivatives that z and what is given carry.
  template <int M>
  Phases<Dual<M>> operator()(const PerSpecies<Dual<M>>& z, const std::array<Specification<Dual<M>>, 2>& given) const {
    PerSpecies<double> z_value(z.size());
    for (std::size_t i = 0; i < z.size(); ++i) z_value[i] = z[i].value;
    const Phases<double> phases =
        (*this)(z_value, {{{given[0].given, given[0].value.value}, {given[1].given, given[1].value.value}}});
    return PhaseEquations<Model>(model_).derivatives(phases, z, given);
  }

 private:
  using Wanted = Specification<double>;

  static void check_range(const char* what, double value, double low, double high, const char* unit) {
    if (!(value >= low && value <= high))
      throw ModelError(std::string("flash: ") + what + " = " + rounded(value, 6) + unit + " is outside " +
                       rounded(low, 6) + unit + " to " + rounded(high, 6) + unit);
  }

  double amount(const Phases<double>& phases, Given what) const {
    return what == Given::vapour_fraction ? phases.vapour_fraction()
           : what == Given::enthalpy      ? enthalpy(model_, phases)
                                          : entropy(model_, phases);
  }

  Phases<double> at_pressure(const PerSpecies<double>& z, double P, const Wanted& wanted) const {
    const auto at = [&](double T) { return pt_flash(model_, T, P, z, options_); };
    return sought(z, at, model_.lowest_temperature(), model_.highest_temperature(), {Given::pressure, P}, wanted,
                  "temperature");
  }
  Phases<double> at_temperature(const PerSpecies<double>& z, double T, const Wanted& wanted) const {
    // from high to low pressure everything rises as it does with temperature
    const auto at = [&](double u) { return pt_flash(model_, T, exp(-u), z, options_); };
    return sought(z, at, -log(Model::highest_pressure), -log(Model::lowest_pressure), {Given::temperature, T}, wanted,
                  "pressure");
  }

  /// Along a line of given enthalpy the entropy falls as pressure rises: ds/dp = -v/T.
  Phases<double> at_enthalpy_and_entropy(const PerSpecies<double>& z, double h, double s) const {
    const auto at = [&](double u) { return at_pressure(z, exp(-u), {Given::enthalpy, h}); };
    double low = -log(Model::highest_pressure), high = -log(Model::lowest_pressure);
    // not every pressure is reached with this enthalpy; those that are stand together
    std::optional<Phases<double>> below, above;
    for (int i = 0; i <= 40; ++i) {
      const double u =
          -log(Model::highest_pressure) + (log(Model::highest_pressure / Model::lowest_pressure)) * i / 40.0;
      try {
        const Phases<double> phases = at(u);
        (entropy(model_, phases) < s ? below : above) = phases;
        (entropy(model_, phases) < s ? low : high) = u;
        if (above) break;
      } catch (const ModelError&) {
        continue;
      }
    }
    if (!below || !above)
      throw ModelError("flash: no pressure gives enthalpy = " + rounded(h, 6) +
                       " J/mol with entropy = " + rounded(s, 6) + " J/(mol K)");
    while (high - low > 1e-9) {
      const double middle = 0.5 * (low + high);
      const Phases<double> phases = at(middle);
      const bool is_below = entropy(model_, phases) < s;
      (is_below ? below : above) = phases;
      (is_below ? low : high) = middle;
    }
    Phases<double> result = *above;
    PhaseEquations<Model> equations(model_);
    if (!equations.solve(result, z, {{{Given::enthalpy, h}, {Given::entropy, s}}}))
      throw ModelError("flash: enthalpy and entropy could not be met together");
    return result;
  }

  /// Two phases of a given vapour fraction, from where the model's own volatilities have them; nothing where that does
  /// not lead to a solution that stands.
  std::optional<Phases<double>> boiling(const PerSpecies<double>& z, const Wanted& fixed, const Wanted& wanted,
                                        double low, double high) const {
    const std::size_t N = z.size();
    const bool seeks_T = fixed.given == Given::pressure;
    PerSpecies<double> K(N);
    TwoPhases split({PhaseKind::vapour, PhaseKind::liquid}, 0.5, N);
    for (int i = 0; i < 40; ++i) {
      const double u = 0.5 * (low + high);
      const auto at = seeks_T ? model_.at(u, fixed.value) : model_.at(fixed.value, exp(-u));
      const PerSpecies<double> log_K = model_.log_volatilities(at, z);
      for (std::size_t j = 0; j < N; ++j) K[j] = exp(log_K[j]);
      split.share = vapour_share(z, K, split.share);
      (split.share < wanted.value ? low : high) = u;
    }
    split.share = wanted.value;
    two_phases::divide(z, K, split);
    const double u = 0.5 * (low + high);
    Phases<double> phases = pt_flash_parts::both(split, seeks_T ? u : fixed.value, seeks_T ? fixed.value : exp(-u));
    for (std::size_t k = 0; k < 2; ++k) {
      double sum = 0.0;
      for (const double x : phases.phase[k].x) sum += x;
      for (double& x : phases.phase[k].x) x /= sum;
    }
    if (!PhaseEquations<Model>(model_).solve(phases, z, {{fixed, wanted}})) return std::nullopt;
    const auto at = model_.at(phases.T, phases.P);
    if (!(phases.T >= model_.lowest_temperature() && phases.T <= model_.highest_temperature())) return std::nullopt;
    if (!(phases.P >= Model::lowest_pressure && phases.P <= Model::highest_pressure)) return std::nullopt;
    // not one and the same phase twice
    const double v = model_.molar_volume(at, PhaseKind::vapour, phases.phase[0].x);
    if (!(v > 1.3 * model_.molar_volume(at, PhaseKind::liquid, phases.phase[1].x))) return std::nullopt;
    if (!stands(phases, z)) return std::nullopt;
    return phases;
  }

  /// The state between `low` and `high` of `at(u)` where what is wanted is met; it rises with u, perhaps by jumps.
  template <class At>
  Phases<double> sought(const PerSpecies<double>& z, const At& at, double low, double high, const Wanted& fixed,
                        const Wanted& wanted, const char* unknown) const {
    const bool edge = wanted.given == Given::vapour_fraction && (wanted.value == 0.0 || wanted.value == 1.0);
    // below: not yet met. At an edge the share is constant on one side, so that only the other side tells
    const auto is_below = [&](double value) {
      return edge && wanted.value == 0.0 ? value <= 0.0 : edge ? value < 1.0 : value < wanted.value;
    };
    const auto measure = [&](const Phases<double>& phases) { return amount(phases, wanted.given); };

    const std::array<Specification<double>, 2> given{{fixed, wanted}};
    const bool seeks_T = fixed.given == Given::pressure;
    if (wanted.given == Given::vapour_fraction)
      if (const std::optional<Phases<double>> phases = boiling(z, fixed, wanted, low, high)) return *phases;

    // ends; a vapour fraction may come and go in between, so that it is followed downwards from the top
    Phases<double> below = at(low), above = at(high);
    double f_low = measure(below), f_high = measure(above);
    if (wanted.given == Given::vapour_fraction) {
      constexpr int parts = 40;
      bool found = false;
      const double bottom = low, top = high;
      for (int i = parts - 1; i >= 0 && !found; --i) {
        const double u = bottom + (top - bottom) * i / parts;
        const Phases<double> phases = i == 0 ? below : at(u);
        const double f = i == 0 ? f_low : measure(phases);
        found = is_below(f) && !is_below(f_high);
        (found ? low : high) = u;
        (found ? below : above) = phases;
        (found ? f_low : f_high) = f;
      }
      if (!found || (below.count == 1 && above.count == 1 && supercritical(at, low, high)))
        none(fixed, wanted, unknown);
    } else if (!(is_below(f_low) && !is_below(f_high))) {
      if (f_low == wanted.value) return below;
      throw ModelError("flash: at " + in_words(fixed) + " no " + unknown + " gives " + in_words(wanted) +
                       "; it goes from " + rounded(f_low, 6) + " to " + rounded(f_high, 6) + unit_for(wanted.given));
    }

    // secant steps where they shrink the bracket, halving otherwise; from time to time the equations themselves
    PhaseEquations<Model> equations(model_);
    double weight_low = 1.0, weight_high = 1.0;
    for (int iteration = 1; iteration < 200; ++iteration) {
      const double size = std::max(std::fabs(low), std::fabs(high));
      if (high - low <= 4e-16 * size) break;
      if (iteration % 4 == 0) {
        // phases of the side that has them all
        for (const Phases<double>* side : {&above, &below}) {
          Phases<double> trial = *side;
          bool vapour = wanted.given != Given::vapour_fraction;
          for (const PhaseAmount<double>& p : trial) vapour = vapour || p.kind == PhaseKind::vapour;
          if (!vapour || (wanted.given == Given::vapour_fraction && trial.count < 2)) continue;
          if (!equations.solve(trial, z, given)) continue;
          const double u = seeks_T ? trial.T : -log(trial.P), slack = 1e-12 * size;
          if (u >= low - slack && u <= high + slack && stands(trial, z)) return trial;
        }
      }
      double u = 0.5 * (low + high);
      if (!edge && iteration % 3 != 0) {
        const double a = (f_low - wanted.value) * weight_low, b = (f_high - wanted.value) * weight_high;
        const double secant = low - a * (high - low) / (b - a);
        if (secant > low && secant < high) u = secant;
      }
      if (!(u > low && u < high)) break;
      const Phases<double> phases = at(u);
      const double f = measure(phases);
      if (is_below(f)) {
        low = u, below = phases, f_low = f;
        weight_high = weight_low < 1.0 ? 1.0 : 0.5 * weight_high;
        weight_low = 1.0;
      } else {
        high = u, above = phases, f_high = f;
        weight_low = 0.5 * weight_low;
        weight_high = 1.0;
      }
      if (!edge && f == wanted.value) return phases;
    }

    // a jump: both sides are there together
    const double lever = f_high > f_low ? (wanted.value - f_low) / (f_high - f_low) : 0.5;
    Phases<double> result = together(below, above, std::min(std::max(lever, 0.0), 1.0));
    Phases<double> improved = result;
    if (equations.solve(improved, z, given)) result = improved;
    return result;
  }

  /// Whether the phases found are still those of least Gibbs energy: none of another kind would form beside them.
  bool stands(const Phases<double>& phases, const PerSpecies<double>& z) const {
    const auto at = model_.at(phases.T, phases.P);
    const PhaseAmount<double>* first = phases.begin();
    if (z.size() == 1) {
      // superheated liquid and subcooled vapour solve the equations as well
      if (phases.count > 1) return true;
      const auto log_phi = [&](PhaseKind kind) { return model_.log_fugacity_coefficients(at, kind, first->x)[0]; };
      const double least = std::min(log_phi(PhaseKind::vapour), log_phi(PhaseKind::liquid));
      return log_phi(first->kind) < least + 1e-8;
    }
    for (const PhaseAmount<double>& p : phases)
      if (p.fraction > first->fraction) first = &p;
    const PerSpecies<double> plane =
        tangent_plane(first->x, model_.log_fugacity_coefficients(at, first->kind, first->x));
    return worst_trial(model_, at, first->x, first->kind, plane, options_.most_phases > 2 && model_.liquids_may_split())
               .distance > -1e-8;
  }

  /// Phases of two sides of a jump, those that are the same on both taken as one.
  static Phases<double> together(const Phases<double>& below, const Phases<double>& above, double share_above) {
    Phases<double> result = above;
    for (PhaseAmount<double>& p : result.phase) p.fraction *= share_above;
    for (const PhaseAmount<double>& p : below) {
      const double share = (1.0 - share_above) * p.fraction;
      PhaseAmount<double>* same = nullptr;
      for (std::size_t k = 0; k < result.count; ++k) {
        PhaseAmount<double>& other = result.phase[k];
        if ((other.kind == PhaseKind::vapour) != (p.kind == PhaseKind::vapour)) continue;
        double apart = 0.0;
        for (std::size_t i = 0; i < p.x.size(); ++i) apart = std::max(apart, std::fabs(p.x[i] - other.x[i]));
        if (apart < 1e-3) same = &other;
      }
      if (!same) {
        if (result.count < most_phases) {
          result.add(p);
          result.phase[result.count - 1].fraction = share;
        }
        continue;
      }
      const double sum = same->fraction + share;
      if (sum > 0.0)
        for (std::size_t i = 0; i < p.x.size(); ++i) same->x[i] = (same->fraction * same->x[i] + share * p.x[i]) / sum;
      same->fraction = sum;
    }
    // vapour, then the liquid that holds more of the first species
    std::stable_sort(result.phase.begin(), result.phase.begin() + result.count,
                     [](const PhaseAmount<double>& a, const PhaseAmount<double>& b) {
                       const bool a_vapour = a.kind == PhaseKind::vapour, b_vapour = b.kind == PhaseKind::vapour;
                       return a_vapour != b_vapour ? a_vapour : !a_vapour && a.x[0] > b.x[0];
                     });
    bool liquid = false;
    for (std::size_t k = 0; k < result.count; ++k) {
      if (result.phase[k].kind == PhaseKind::vapour) continue;
      result.phase[k].kind = liquid ? PhaseKind::second_liquid : PhaseKind::liquid;
      liquid = true;
    }
    return result;
  }

  /// Whether a lone phase is only renamed between low and high, without a jump in volume: nothing boils there.
  template <class At>
  bool supercritical(const At& at, double low, double high) const {
    if (!Model::one_surface) return false;
    Phases<double> below = at(low), above = at(high);
    while (high - low > 1e-9 * std::max(std::fabs(low), std::fabs(high))) {
      const double middle = 0.5 * (low + high);
      const Phases<double> phases = at(middle);
      if (phases.count > 1) return false;
      const bool vapour = phases.phase[0].kind == PhaseKind::vapour;
      (vapour ? high : low) = middle;
      (vapour ? above : below) = phases;
    }
    const auto volume = [&](const Phases<double>& phases) {
      return model_.molar_volume(model_.at(phases.T, phases.P), phases.phase[0].kind, phases.phase[0].x);
    };
    return volume(above) < 1.001 * volume(below);
  }

  static std::string in_words(const Wanted& s) {
    return std::string(word_for(s.given)) + " = " + rounded(s.value, 6) + unit_for(s.given);
  }
  [[noreturn]] static void none(const Wanted& fixed, const Wanted& wanted, const char* unknown) {
    throw ModelError("flash: at " + in_words(fixed) + " no " + unknown + " gives " + in_words(wanted) +
                     "; vapour and liquid are not there together (above the critical point, or outside the range)");
  }

  Model model_;
  FlashOptions options_;
};

}  // namespace stillhouse
