#include "engine/base/error.h"
#include "models/flow/boundary.h"
#include "models/flow/bursting_disc.h"
#include "models/flow/gas_pipe.h"
#include "models/flow/junction.h"
#include "models/flow/non_return_valve.h"
#include "models/flow/open_tank.h"
#include "models/flow/pipe.h"
#include "models/flow/pump.h"
#include "models/flow/restriction.h"
#include "models/flow/safety_valve.h"
#include "models/flow/sample_valve.h"
#include "models/flow/valve.h"
#include "models/flow/vent.h"
#include "models/heat/condenser.h"
#include "models/heat/cooling_tower.h"
#include "models/heat/evaporator.h"
#include "models/heat/exchanger.h"
#include "models/heat/steam_heater.h"
#include "models/plant/unit_kind.h"
#include "models/reactors/gas_bed.h"
#include "models/reactors/tubular_reactor.h"
#include "models/separation/drum.h"
#include "models/separation/packed_column.h"
#include "models/separation/settler.h"
#include "models/separation/tray_column.h"

namespace stillhouse {

const std::vector<UnitKind>& unit_kinds() {
  static const std::vector<UnitKind> kinds = [] {
    std::vector<UnitKind> list;
    for (const auto& shelf : {
             // flow
             boundary_kinds(),
             tank_kinds(),
             valve_kinds(),
             {pump_kind()},
             {pipe_kind(), gas_pipe_kind(), orifice_kind()},
             check_valve_kinds(),
             relief_valve_kinds(),
             rupture_disc_kinds(),
             {vent_kind()},
             {sample_valve_kind()},
             junction_kinds(),
             // heat
             {exchanger_kind()},
             {steam_heater_kind()},
             {condenser_kind()},
             {reboiler_kind()},
             {evaporator_kind()},
             {cooling_tower_kind()},
             // reactors
             {tubular_reactor_kind()},
             {packed_bed_kind()},
             // separation
             drum_kinds(),
             {tray_column_kind()},
             {packed_column_kind()},
             {decanter_kind()},
             {extractor_kind()},
         })
      list.insert(list.end(), shelf.begin(), shelf.end());
    return list;
  }();
  return kinds;
}

const UnitKind& find_unit_kind(std::string_view name) {
  std::vector<std::string> names;
  for (const UnitKind& kind : unit_kinds()) {
    if (kind.name == name) return kind;
    names.push_back(kind.name);
  }
  std::string message = "there is no unit \"" + std::string(name) + "\"; allowed:";
  for (const std::string& allowed : names) message += " " + allowed;
  const std::string nearest = nearest_word(name, names);
  if (!nearest.empty()) message += "; nearest: " + nearest;
  throw ModelError(message);
}

}  // namespace stillhouse
