#pragma once

#include <optional>
#include <vector>

#include "models/plant/unit_site.h"
#include "models/separation/two_phase.h"

namespace stillhouse {

/// What a tray of a column and a slice of its packing have in common: the streams from stage to stage, what feeds and
/// draws bring and take, contents, loss of heat.
///
/// Equations     dn_i/dt, dm_i/dt, dU/dt of TwoPhase from all streams      Q = -UA (T - T_room)
/// Ports         vapour_in (its flow is the stage's own law), vapour_out, liquid_in, liquid_out (defined here),
///               carry_in, carry_out (liquid that vapour carries up; defined here), feeds, draws
/// Ledger        lost  J  heat taken up from the room since the start
/// Observables   x and y of each species
class ColumnStage {
 public:
  struct Ports {
    const MaterialStream *vapour_in, *vapour_out, *liquid_in, *liquid_out;
    const MaterialStream *carry_in, *carry_out;  ///< null on the lowest stage; on the highest, if nobody takes it
    std::vector<const MaterialStream*> feeds, draws;
  };

  /// `loss` W/K; `volume` m3; `capacity` J/K of the metal.
  ColumnStage(Declare& declare, const Fluid& fluid, Room room, double loss, double volume, double capacity,
              const TwoPhase::Start& start, const Ports& ports);

  const MaterialStream& vapour_in() const { return vapour_in_; }
  const MaterialStream& vapour_out() const { return vapour_out_; }
  const MaterialStream& liquid_out() const { return liquid_out_; }
  const TwoPhase& contents() const { return contents_; }

  /// What the stage's own laws say of its streams.
  template <class Real>
  struct Says {
    Real p_liquid;  ///< Pa where liquid enters and is drawn
    Real down;      ///< mol/s of liquid to below
    Real carried;   ///< mol/s of liquid that vapour carries up
    Real wet;       ///< share of the draws that liquid covers
  };

  /// Equations of all streams but for the law of what rises; returns what enters less what leaves.
  template <class Eq, class Real>
  TwoPhase::Net<Real> equate(Eq& eq, const Fluid& fluid, const TwoPhase::Now<Real>& s, const Says<Real>& says) const {
    equate_behind(eq, fluid, vapour_in_, s.h_G, s.y);
    eq.equate("pressure of the vapour", eq[vapour_out_.p], s.p);
    equate_sent(eq, fluid, vapour_out_, s.T, s.h_G, s.y, Real(1.0));
    eq.equate("pressure where liquid enters", eq[liquid_in_.p], says.p_liquid);
    eq.equate("liquid to below", eq[liquid_out_.F], says.down);
    equate_sent(eq, fluid, liquid_out_, s.T, s.h_L, s.x, Real(1.0));

    TwoPhase::Net<Real> net(fluid.size());
    net.add(Phase::gas, carried(eq, vapour_in_), 1.0);
    net.add(Phase::gas, carried(eq, vapour_out_), -1.0);
    net.add(Phase::liquid, carried(eq, liquid_in_), 1.0);
    net.add(Phase::liquid, carried(eq, liquid_out_), -1.0);
    if (carry_in_) {
      eq.equate("pressure where carried liquid enters", eq[carry_in_->p], s.p);
      net.add(Phase::liquid, carried(eq, *carry_in_), 1.0);
    }
    if (carry_out_) {
      eq.equate("liquid carried up", eq[carry_out_->F], says.carried);
      equate_sent(eq, fluid, *carry_out_, s.T, s.h_L, s.x, Real(1.0));
      net.add(Phase::liquid, carried(eq, *carry_out_), -1.0);
    }
    for (const MaterialStream& feed : feeds_) {
      eq.equate("pressure where the feed enters", eq[feed.p], s.p);
      equate_behind(eq, fluid, feed, s.h_G, s.y);
      net.add(feed.phase, carried(eq, feed), 1.0);
    }
    for (const MaterialStream& draw : draws_) {
      const bool is_gas = draw.phase == Phase::gas;
      eq.equate("pressure where it is drawn", eq[draw.p], is_gas ? s.p : says.p_liquid);
      if (is_gas)
        equate_sent(eq, fluid, draw, s.T, s.h_G, s.y, Real(1.0));
      else
        equate_sent(eq, fluid, draw, s.T, s.h_L, s.x, says.wet);
      net.add(draw.phase, carried(eq, draw), -1.0);
    }
    const Real lost = loss_ * (s.T - eq[room_.T]);
    net.energy -= lost;
    eq.equate("ledger of heat loss", eq.der(lost_), -lost);
    return net;
  }

  template <class Show, class Real>
  void observe(Show& show, const Fluid& fluid, const TwoPhase::Now<Real>& s) const {
    for (std::size_t i = 0; i < x_.size(); ++i) {
      show.show(x_[i], s.x[i]);
      show.show(y_[i], s.y[i]);
    }
    contents_.observe(show, fluid, s);
  }

 private:
  Room room_;
  double loss_;
  MaterialStream vapour_in_, vapour_out_, liquid_in_, liquid_out_;
  std::optional<MaterialStream> carry_in_, carry_out_;
  std::vector<MaterialStream> feeds_, draws_;
  TwoPhase contents_;
  Variable lost_;
  std::vector<Observable> x_, y_;
};

/// The ports of `count` stages that stand on one another between the site's `vapour`, `top`, `reflux`, `bottom` and
/// `carry_over`; stage k (from 1 at the bottom) is called NAME_`kind`_k, and `carried`
/// is what it sends up beside vapour. The streams between live as long as `streams`.
std::vector<ColumnStage::Ports> stacked(UnitSite& site, int count, const char* kind, const char* carried,
                                        std::vector<std::unique_ptr<MaterialStream>>& streams);

}  // namespace stillhouse
