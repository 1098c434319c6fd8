#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/base/text.h"
#include "labs/scenario/lab.h"
#include "labs/session/photograph.h"

namespace stillhouse {

class Session;

/// An entry of the student's notebook: words, a reading that was pinned, or both; or a photograph of a trend.
struct NotebookEntry {
  double time = 0.0;    ///< simulated, s
  std::string tag;      ///< of the reading; empty: words only
  std::string reading;  ///< "64.3 °C ± 0.6 °C"; empty: words only
  std::string text;
  std::optional<Photograph> photograph;
};

/// Entries of a run, oldest first.
std::vector<NotebookEntry> notebook_of(const Session& session);

/// Expanded uncertainty (k = 2) of a single reading of an instrument, SI, from its data: noise and resolution, and the
/// bias that its maker allows, taken as even between its limits (JCGM 100:2008, 4.3.7 and 5.1.2). Nothing where a lab
/// gives none of them.
std::optional<double> reading_uncertainty(const scenario::Instrument& instrument);

}  // namespace stillhouse
