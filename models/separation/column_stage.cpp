#include "models/separation/column_stage.h"

namespace stillhouse {

ColumnStage::ColumnStage(Declare& declare, const Fluid& fluid, Room room, double loss, double volume, double capacity,
                         const TwoPhase::Start& start, const Ports& ports)
    : room_(room),
      loss_(loss),
      vapour_in_(*ports.vapour_in),
      vapour_out_(*ports.vapour_out),
      liquid_in_(*ports.liquid_in),
      liquid_out_(*ports.liquid_out),
      contents_(declare, fluid, volume, capacity, start) {
  if (ports.carry_in) carry_in_ = *ports.carry_in;
  if (ports.carry_out) carry_out_ = *ports.carry_out;

  declare.defines(vapour_in_.F);
  define_behind(declare, vapour_in_);
  declare.defines(vapour_out_.p);
  define_sent(declare, vapour_out_);
  declare.defines(liquid_in_.p);
  declare.defines(liquid_out_.F);
  define_sent(declare, liquid_out_);
  if (carry_in_) declare.defines(carry_in_->p);
  if (carry_out_) {
    declare.defines(carry_out_->F);
    define_sent(declare, *carry_out_);
  }
  for (const MaterialStream* feed : ports.feeds) {
    feeds_.push_back(*feed);
    declare.defines(feed->p);
    define_behind(declare, *feed);
  }
  for (const MaterialStream* draw : ports.draws) {
    draws_.push_back(*draw);
    declare.defines(draw->p);
    define_sent(declare, *draw);
  }
  lost_ = declare.ledger("lost", declare.conserved("energy", "J"), 1e6, "heat taken up from the room since the start");
  const Range fraction{.minimum = -1e-3, .maximum = 1.001};
  for (std::size_t i = 0; i < fluid.size(); ++i) {
    const std::string tag = species_tag(fluid.name(i));
    x_.push_back(
        declare.observable("x_" + tag, "mol/mol", fraction, "mole fraction of " + fluid.name(i) + " in the liquid"));
    y_.push_back(
        declare.observable("y_" + tag, "mol/mol", fraction, "mole fraction of " + fluid.name(i) + " in the vapour"));
  }
}

std::vector<ColumnStage::Ports> stacked(UnitSite& site, int count, const char* kind, const char* carried,
                                        std::vector<std::unique_ptr<MaterialStream>>& streams) {
  const auto between = [&](int k, const char* what, Phase phase) {
    streams.push_back(std::make_unique<MaterialStream>(
        site.builder().stream(site.path() + "_" + kind + "_" + std::to_string(k) + "." + what), *site.fluid(), phase));
    return streams.back().get();
  };
  const std::vector<Port>& carried_over = site.streams("carry_over");
  std::vector<ColumnStage::Ports> stages(static_cast<std::size_t>(count));
  stages.front().vapour_in = site.only("vapour").stream;
  stages.front().liquid_out = site.only("bottom").stream;
  stages.front().carry_in = nullptr;
  for (int k = 1; k < count; ++k) {
    ColumnStage::Ports &below = stages[static_cast<std::size_t>(k - 1)], &above = stages[static_cast<std::size_t>(k)];
    below.vapour_out = above.vapour_in = between(k, "vapour_out", Phase::gas);
    below.liquid_in = above.liquid_out = between(k + 1, "liquid_out", Phase::liquid);
    below.carry_out = above.carry_in = between(k, carried, Phase::liquid);
  }
  stages.back().vapour_out = site.only("top").stream;
  stages.back().liquid_in = site.only("reflux").stream;
  stages.back().carry_out = carried_over.empty() ? nullptr : carried_over.front().stream;
  return stages;
}

}  // namespace stillhouse
