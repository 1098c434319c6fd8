#pragma once

#include <array>

#include "models/flow/material_stream.h"
#include "models/separation/stage.h"

namespace stillhouse {

/// Small valve at the liquid of a stage, through which samples leave the plant.
///
/// Input        sample          m3/s     flow that is asked for; 0: shut
/// Ledgers      sampled_light, sampled_heavy mol, sampled_energy J     that came in through it (negative: taken)
/// Observables  sample_flow     m3/s     flow that there is
///              sample_X        mol/m3   concentration of compound X in it;   sample_T  K
/// Equations    q = sample b(V_L)     dn_i/dt = -q n_i/V_L     dU/dt = -q h_L N/V_L
///              b  rises from 0 to 1 where the liquid covers the nozzle: half at `cover` m3, within a fifth of it
/// Assumes      the vessel is mixed; head or pump give the flow asked for
/// Valid for    flows that are small beside what the vessel holds in a scan
/// Source       balances
class SamplingNozzle {
 public:
  SamplingNozzle(Declare& declare, const Mixture& mixture, double cover) : cover_(cover) {
    flow_asked_ = declare.input("sample", "m^3/s", {.start = 0.0, .nominal = 1e-6, .minimum = 0.0, .maximum = 1e-4},
                                "flow asked for at the sampling valve");
    constexpr std::array<const char*, 2> species{"light", "heavy"};
    for (std::size_t i = 0; i < 2; ++i) {
      const std::string name = species[i], compound = mixture.component(static_cast<int>(i)).name();
      taken_[i] = declare.ledger("sampled_" + name, declare.conserved(name, "mol"), 1.0,
                                 "taken in samples since the start (negative), " + name);
      concentration_[i] = declare.observable("sample_" + species_tag(compound), "mol/m^3",
                                             {.nominal = 1e4, .minimum = -1.0, .maximum = 1e5},
                                             "concentration of " + compound + " at the sampling valve");
    }
    energy_taken_ = declare.ledger("sampled_energy", declare.conserved("energy", "J"), 1e5,
                                   "energy taken with samples since the start (negative)");
    flow_ = declare.observable("sample_flow", "m^3/s", {.nominal = 1e-6, .minimum = -1e-9, .maximum = 1.1e-4},
                               "flow through the sampling valve");
    T_ = declare.observable("sample_T", "K", {.nominal = 300.0, .minimum = 250.0, .maximum = 600.0},
                            "temperature at the sampling valve");
  }

  /// Takes what flows off what the stage receives.
  template <class Real, class Eq>
  void equate(Eq& eq, const StageContents<Real>& s, Stage::Net<Real>& net) const {
    const Real q = flow(eq, s) / (s.V_L + nothing_);
    for (std::size_t i = 0; i < 2; ++i) {
      const Real out = q * s.n[i];
      net.liquid[i] -= out;
      eq.equate("ledger of samples", Stage::species_name(i), eq.der(taken_[i]), -out);
    }
    const Real H = q * s.N * s.h_L;
    net.energy -= H;
    eq.equate("energy ledger of samples", eq.der(energy_taken_), -H);
  }
  template <class Show, class Real>
  void observe(Show& show, const StageContents<Real>& s) const {
    show.show(flow_, flow(show, s));
    show.show(T_, s.T);
    for (std::size_t i = 0; i < 2; ++i) show.show(concentration_[i], s.n[i] / (s.V_L + nothing_));
  }

 private:
  static constexpr double nothing_ = 1e-8;  // m3

  template <class Eq, class Real>
  Real flow(Eq& eq, const StageContents<Real>& s) const {
    return eq[flow_asked_] * smooth_step(Real(s.V_L - cover_), 0.2 * cover_);
  }

  double cover_;
  Input flow_asked_;
  std::array<Variable, 2> taken_;
  Variable energy_taken_;
  Observable flow_, T_;
  std::array<Observable, 2> concentration_;
};

}  // namespace stillhouse
