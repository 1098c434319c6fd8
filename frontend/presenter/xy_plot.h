#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/base/text.h"
#include "frontend/presenter/numbers.h"

namespace stillhouse {

class Flowsheet;
namespace scenario {
struct Lab;
}
struct LabFacts;
struct ScreenState;

/// A moment of a run as its instruments showed it.
struct XyMoment {
  const ScreenState& screen;
  double time = -1.0;  ///< s; negative: the newest
};

/// What an instrument showed, SI; empty if there is none or it has no value. One that has failed now tells nothing of
/// now.
std::optional<double> reading_at(const XyMoment& moment, const std::string& tag);
/// Where a handle stood, SI.
std::optional<double> position_at(const XyMoment& moment, const std::string& tag);
/// What a signal truly was, SI; empty as long as the run goes on.
std::optional<double> truth_at(const XyMoment& moment, const std::string& signal);

struct XyPlace {
  double x = 0.0, y = 0.0;
};

/// A line of an x-y plot. Its looks follow from what it is.
struct XyCurve {
  enum class Role { equilibrium, bubble, dew, diagonal, rectifying, stripping, feed, steps, generated, removed };
  Role role = Role::equilibrium;
  Text name;  ///< empty: not in the key
  std::vector<XyPlace> places;
};

/// A marked place of an x-y plot.
struct XyDot {
  enum class Role { measured, sample, computed, unstable, truth };
  Role role = Role::measured;
  XyPlace place;
  std::string label;  ///< a tag or number; may be empty
};

/// A number beside the plot, with where it comes from.
struct XyFact {
  Text name;
  std::string value;
  Text source;
};

/// A diagram of two variables as plain data. Nothing of the plant's truth is in it before the run has ended.
struct XyPlot {
  Text title, across, up;
  double x_low = 0.0, x_high = 1.0, y_low = 0.0, y_high = 1.0;
  std::vector<XyCurve> curves;
  std::vector<XyDot> dots;
  std::vector<XyFact> facts;
  std::vector<Text> notes;
};

enum class XyKind { boiling, mccabe_thiele, heat_balance };

/// Finds what the diagrams of a lab's plant are drawn from: its columns and reactors, by what they are; and of one that
/// is there but cannot be drawn, why. The drawing of the facts must be there, and the pens come later.
void find_xy_plots(const scenario::Lab& lab, const Flowsheet& flowsheet, LabFacts& facts);

/// Whether a lab's plant has such a diagram.
bool has_xy_plot(const ScreenState& screen, XyKind kind);
/// Why its column or reactor has none; empty if it has one, or there is no column or reactor.
const Text& why_no_xy_plot(const ScreenState& screen, XyKind kind);
/// The diagram at a moment. Only for kinds that the lab has.
XyPlot xy_plot(const XyMoment& moment, XyKind kind);

/// The diagram as a table, UTF-8 with a byte order mark: a row a place, with the name of its curve or dot.
std::string xy_csv(const XyPlot& plot);

}  // namespace stillhouse
