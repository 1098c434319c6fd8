#include "models/catalogue.h"

#include "engine/base/error.h"
#include "models/control/wood_berry.h"
#include "models/flow/quadruple_tank.h"
#include "models/instruments/liquid_chromatography/transport_dispersive.h"
#include "models/reactors/runaway_vessel.h"
#include "models/reactors/seborg_reactor.h"
#include "models/reactors/van_de_vusse.h"
#include "models/separation/column_a.h"
#include "models/separation/pilot_column.h"

namespace stillhouse {

const std::vector<FlowsheetKind>& catalogue() {
  static const std::vector<FlowsheetKind> kinds{
      pilot_column_kind(), column_a_kind(),       wood_berry_kind(),     quadruple_tank_kind(),
      van_de_vusse_kind(), seborg_reactor_kind(), runaway_vessel_kind(), preparative_column_kind(),
  };
  return kinds;
}

const FlowsheetKind& find_flowsheet_kind(std::string_view name) {
  std::vector<std::string> names;
  for (const FlowsheetKind& kind : catalogue()) {
    if (kind.name == name) return kind;
    names.push_back(kind.name);
  }
  std::string message = "there is no flowsheet \"" + std::string(name) + "\"; allowed:";
  for (const std::string& allowed : names) message += " " + allowed;
  const std::string nearest = nearest_word(name, names);
  if (!nearest.empty()) message += "; nearest: " + nearest;
  throw ModelError(message);
}

}  // namespace stillhouse
