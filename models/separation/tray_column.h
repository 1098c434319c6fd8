#pragma once

#include "models/plant/unit_kind.h"

namespace stillhouse {

/// A section of ColumnTray as one unit of a text: tray_1 at the bottom, feeds and draws each at its own tray. With a
/// drum below and reflux it distils; with a liquid fed at the top and gas from below it absorbs or strips.
UnitKind tray_column_kind();

}  // namespace stillhouse
