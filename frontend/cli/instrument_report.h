#pragma once

#include <string>

#include "frontend/cli/manual_page.h"
#include "models/instruments/instrument_kind.h"

namespace stillhouse::cli {

/// The manual page of an instrument: how one works with it, settings of its method, model.
ManualPage instrument_page(const InstrumentKind& kind, Json& document);

/// Results as lines and as a table of what they belong to, then marks against the analysis.
std::string analysis_text(const InstrumentKind& kind, const Analysis& analysis);

/// Everything but the signal, which only `with_signal` adds.
Json analysis_json(const InstrumentKind& kind, const Analysis& analysis, bool with_signal);

/// The signal: a heading with units, then a line a point.
std::string analysis_csv(const Analysis& analysis);

/// The signal drawn over its first column, marks beside it; at most three curves, each in its own axes; a signal that
/// one peak dwarfs is drawn once more below that peak.
std::string analysis_svg(const InstrumentKind& kind, const Analysis& analysis);

}  // namespace stillhouse::cli
