#include "models/separation/packed_column.h"

#include <algorithm>
#include <cmath>

#include "engine/base/error.h"
#include "models/separation/hetp.h"
#include "models/separation/packed_slice.h"

namespace stillhouse {

namespace {

/// The packing of the section; ModelError if the source has no constants for what is asked of it.
const Packing& read_packing(UnitSite& site, PackedSlice::Transfer transfer) {
  const Packing& packing = find_packing(site.word("packing"));
  if (transfer == PackedSlice::Transfer::onda && packing.size == 0.0)
    throw ModelError(site.path() + ": transfer \"onda\" is for random packings, not for " + std::string(packing.name) +
                     "; allowed: hetp");
  if (transfer == PackedSlice::Transfer::billet_schultes && packing.C_L == 0.0)
    throw ModelError(site.path() + ": no C_L and C_V are published for " + std::string(packing.name) +
                     "; allowed: " + (packing.size == 0.0 ? "hetp" : "onda, hetp"));
  return packing;
}

void build_packed_column(UnitSite& site) {
  const std::string& how = site.word("transfer");
  PackedSlice::Parameters slice;
  slice.transfer = how == "hetp"   ? PackedSlice::Transfer::stages
                   : how == "onda" ? PackedSlice::Transfer::onda
                                   : PackedSlice::Transfer::billet_schultes;
  slice.packing = &read_packing(site, slice.transfer);
  slice.diameter = site.number("diameter");
  slice.surface_tension = site.number("surface_tension");
  const double height = site.number("height");
  double top_share = 1.0;
  int slices = static_cast<int>(std::lround(site.number("slices")));
  if (slice.transfer == PackedSlice::Transfer::stages) {
    const double given = site.number("hetp");
    const double hetp = given > 0.0                 ? given
                        : slice.packing->size > 0.0 ? hetp::random_packing(slice.packing->size)
                                                    : hetp::structured_packing(slice.packing->a);
    // whole stages from the bottom, what is left of one at the top
    const double stages = height / hetp;
    if (stages > 200.0)
      throw ModelError(site.path() + ": height over hetp is " + std::to_string(static_cast<int>(stages)) +
                       " stages; allowed: at most 200");
    slices = std::max(1, static_cast<int>(std::ceil(stages - 0.02)));
    top_share = std::min(stages - (slices - 1), PackedSlice::whole_stage);
    slice.stage_share = PackedSlice::whole_stage;
    slice.height = hetp;
  } else {
    slice.height = height / slices;
  }
  slice.loss = site.number("loss") / slices;
  const TwoPhase::Start start{site.number("T"), site.number("p"), 0.0, site.each("x"), site.each("y")};
  const auto films = std::make_shared<const FilmTransport>(*site.fluid());

  std::vector<std::unique_ptr<MaterialStream>> streams;
  std::vector<ColumnStage::Ports> stages = stacked(site, slices, "slice", "carried", streams);
  for (int k = 1; k <= slices; ++k) {
    ColumnStage::Ports& ports = stages[static_cast<std::size_t>(k - 1)];
    if (k == slices && slice.transfer == PackedSlice::Transfer::stages) {
      slice.stage_share = top_share;
      slice.height = height - (slices - 1) * slice.height;
    }
    if (k == slices)
      for (const Port& port : site.streams("feed")) ports.feeds.push_back(port.stream);
    site.builder().add<PackedSlice>(site.path() + "_slice_" + std::to_string(k), site.fluid(), films, site.room(),
                                    slice, start, ports);
  }
}

}  // namespace

UnitKind packed_column_kind() {
  std::vector<std::string> names;
  for (const Packing& packing : packings)
    // without C_p there is no pressure drop
    if (packing.C_p > 0.0) names.emplace_back(packing.name);
  return {
      "packed_column",
      "separation",
      "section of packing: mass transfer through films or by equivalent stages, pressure drop, loading and flooding; "
      "distils, absorbs, strips; starts dry, full of gas; sections stand on one another",
      {{"height", "m", 3.0, 0.05, 100.0, "height of the packing"},
       {"diameter", "m", 0.5, 0.03, 10.0, "inner diameter"},
       {"slices", "1", 20.0, 1.0, 200.0, "slices that the bed is computed in; by films only"},
       {"hetp", "m", 0.0, 0.0, 3.0,
        "height of an ideal stage, for transfer \"hetp\"; 0: 18 sizes of a piece, 100/a + 0.1 m of structured packing"},
       {"surface_tension", "N/m", 0.02, 0.005, 0.08, "of the liquid, for the wetted area"},
       {"loss", "W/K", 0.0, 0.0, 1e5, "heat lost to the room for each kelvin, the whole section"},
       {"T", "K", 293.15, 200.0, 600.0, "temperature at the start"},
       {"p", "Pa", 101325.0, 100.0, 1e6, "pressure at the start, absolute"},
       {"x.*", "mol/mol", 0.0, 0.0, 1.0, "mole fraction of each species in what little liquid there is at the start"},
       {"y.*", "mol/mol", 0.0, 0.0, 1.0, "mole fraction of each species in the gas at the start"}},
      {{"packing", names, "what the bed is made of; which constants are unconfirmed stands under PackedSlice"},
       {"transfer",
        {"onda", "billet_schultes", "hetp"},
        "mass transfer: films by Onda or by Billet and Schultes, or equivalent stages"}},
      {{"vapour", Phase::gas, true, true, false, false, "gas from below"},
       {"reflux", Phase::liquid, true, true, false, true, "liquid onto the bed"},
       {"feed", Phase::liquid, true, false, true, true, "more liquid onto the distributor at the top of the bed"},
       {"top", Phase::gas, false, true, false, true, "gas from the top"},
       {"bottom", Phase::liquid, false, true, false, false, "liquid from the bottom"},
       {"carry_over", Phase::liquid, false, false, false, false,
        "liquid that gas carries out of a flooded bed; left open, nothing leaves there and the bed overfills"}},
      build_packed_column};
}

}  // namespace stillhouse
