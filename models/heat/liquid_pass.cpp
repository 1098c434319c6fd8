#include "models/heat/liquid_pass.h"

namespace stillhouse {

namespace {

constexpr double stiffness = 1e8;  // Pa, of a full line

}  // namespace

LiquidPass::LiquidPass(Declare& declare, const std::string& prefix, const Fluid& fluid, const Parameters& parameters,
                       const Start& start, const MaterialStream& inlet, const MaterialStream& outlet)
    : par_(parameters), in_(inlet), out_(outlet) {
  const double N = par_.volume / par_.cells / fluid.liquid_molar_volume(start.x, start.T);
  for (int k = 0; k < par_.cells; ++k)
    contents_.emplace_back(declare, fluid, 0.0, LiquidContents::Start{N, start.T, start.x},
                           prefix + "_" + std::to_string(k + 1) + "_");
  stiffness_ = stiffness / (N * par_.cells);
  p_ = declare.differential(prefix + "_p", "Pa", {.start = 101325.0, .nominal = 1e5, .minimum = 0.0, .maximum = 2e8},
                            "pressure at the outlet");
  declare.defines(in_.p);
  declare.defines(out_.p);
  define_sent(declare, out_);
}

}  // namespace stillhouse
