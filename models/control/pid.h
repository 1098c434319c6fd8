#pragma once

#include <cstdint>
#include <optional>

#include "engine/base/refusal.h"
#include "models/control/output_limits.h"
#include "models/control/reading.h"

namespace stillhouse {

/// Who moves the output, and in automatic operation who says the set-point: in `cascade` another controller does.
enum class PidMode : std::uint8_t { manual, automatic, cascade };

/// What keeps the integral from running away while the output stands at a limit. `none` is for showing what happens.
enum class AntiWindup : std::uint8_t {
  back_calculation,  ///< the integral is drawn back by what the limit cuts off, with the tracking time
  clamping,          ///< the integral stops while the error would drive it further beyond the limit
  none
};

/// Sense of the controller: `reverse` lowers its output when the measurement rises (a heater on a temperature),
/// `direct` raises it (an outlet valve on a level).
enum class PidAction : std::uint8_t { reverse, direct };

/// Tuning of the ISA standard form. Gain per cent of output per per cent of the measurement's span.
struct PidTuning {
  double gain = 1.0;
  double integral_time = 0.0;    ///< s; 0 for no integral action
  double derivative_time = 0.0;  ///< s; 0 for no derivative action

  bool operator==(const PidTuning&) const = default;
};

/// Sampled PID controller, ISA standard form, position algorithm, normalised input and output.
///
///   s     = +1 reverse, -1 direct action;   y = (measurement - low) / (high - low);   r = set-point likewise
///   P     = s K (b r - y)
///   I'    = s K / Ti (r - y) + (u - v) / Tt                        (second term: back-calculation)
///   D     = s K Td s_L (c r - y) / (1 + s_L Td / N)                (s_L: Laplace variable; c = 0: on the measurement)
///   v     = P + I + D + F,   u = v limited to [output_low, output_high]   (F: feed-forward, a fraction)
///
/// Integral by forward differences (an output moves only by what has been measured, so a transfer cannot bump),
/// derivative by backward differences (stable for every Td), tracking time Tt = sqrt(Ti Td), or Ti without
/// derivative action, and never less than one scan.
/// In manual, while tracking and after a change of tuning, I is set so that v equals the present output: every
/// transfer is bumpless. Limits that another device narrows (a final element that an interlock holds) count as the
/// controller's own; when they cut the present output, it follows them as it follows a tracked one. A bad measurement
/// holds the output and puts the controller into manual. In cascade the set-point is what the controller above says;
/// which of these limits hold is the same. Other forms (parallel, series) are other numbers for the same controller:
/// pid_forms.h. Output: a fraction, 0 to 1, of the final element's range. Assumes a scan short against the loop (dt <
/// Ti / 5 or so); b = 1 unless told. Source: Astrom, Hagglund, "PID Controllers: Theory, Design, and Tuning", 2nd ed.
/// 1995, sections 3.2 to 3.6; Astrom, Wittenmark, "Computer-Controlled Systems", 3rd ed., section 8.5.
class Pid {
 public:
  struct Settings {
    double low = 0.0;   ///< bottom of the measurement's span (SI of the measurement)
    double high = 1.0;  ///< top of it
    PidAction action = PidAction::reverse;
    PidTuning tuning;                ///< at the start; may be changed by command
    double set_point_weight = 1.0;   ///< b
    double derivative_limit = 10.0;  ///< N: largest gain of the derivative term against K
    double output_low = 0.0;         ///< fraction
    double output_high = 1.0;        ///< fraction
    double set_point_low = 0.0;      ///< SI; both limits 0 means the span
    double set_point_high = 0.0;
    double set_point_rate = 0.0;     ///< SI per second; 0 for no limit
    bool set_point_follows = false;  ///< in manual the set-point follows the measurement
    PidMode mode = PidMode::manual;  ///< at the start
    double output = 0.0;             ///< at the start, fraction
    double set_point = 0.0;          ///< at the start, SI
    double derivative_weight = 0.0;  ///< c: 0 derivative of the measurement, 1 of the error
    AntiWindup anti_windup = AntiWindup::back_calculation;
    double tracking_time = 0.0;       ///< s; 0: sqrt(Ti Td), or Ti without derivative action
    double measurement_filter = 0.0;  ///< s; time constant of a first-order filter before everything else; 0 for none
    bool has_remote = false;          ///< another controller can say its set-point
  };

  /// All that changes. Trivially copyable.
  struct State {
    double target = 0.0;       ///< set-point asked for, SI
    double set_point = 0.0;    ///< set-point in force, SI (rate limited)
    double integral = 0.0;     ///< I, fraction
    double derivative = 0.0;   ///< D, fraction
    double measurement = 0.0;  ///< last good measurement, normalised
    double output = 0.0;       ///< u, fraction
    PidTuning tuning;
    PidMode mode = PidMode::manual;
    Quality quality = Quality::good;  ///< of the measurement at the last scan
    bool started = false;             ///< a good measurement has been seen
    bool lost = false;                ///< fell to manual because the measurement was bad; cleared by a change of mode
    bool tracking = false;            ///< another device moves the output (interlock)
    double weighted = 0.0;            ///< c r of the last scan, normalised
    OutputLimits within;              ///< limits of the output in force at the last scan

    bool operator==(const State&) const = default;
  };

  /// Throws ModelError if a span is empty or a time, gain or rate is negative.
  explicit Pid(const Settings& settings);

  const Settings& settings() const { return settings_; }

  /// State before the first scan: mode, output and set-point of the settings.
  State initial() const;

  /// One scan: the output, as a fraction. `tracked`, if given, is the output forced upon the final element by
  /// another device (interlock); the controller follows it and resumes from there without a bump. `remote` is the
  /// set-point that the controller above wants, SI; it counts in cascade only. `forward` is a feed-forward
  /// correction that adds to the terms before the limits; in manual the integral takes it up. `free`, if given, are
  /// the ends between which the output still moves something.
  double scan(State& state, const Reading& measurement, double dt, std::optional<double> tracked = {},
              std::optional<double> remote = {}, std::optional<double> forward = {},
              std::optional<OutputLimits> free = {}) const;

  /// Query: why this may not be done now; empty if it may.
  std::optional<Refusal> may_set_point(const State& state, double set_point) const;
  std::optional<Refusal> may_output(const State& state, double output) const;
  std::optional<Refusal> may_mode(const State& state, PidMode mode) const;
  std::optional<Refusal> may_tune(const State& state, const PidTuning& tuning) const;

  /// Execute: only after the query has said nothing.
  void set_point(State& state, double set_point) const;
  void output(State& state, double output) const;
  void mode(State& state, PidMode mode) const;
  void tune(State& state, const PidTuning& tuning) const;

 private:
  double normalised(double value) const { return (value - settings_.low) / (settings_.high - settings_.low); }
  double proportional(const State& state) const;
  double tracking_time(const PidTuning& tuning) const;

  Settings settings_;
  double sign_;
};

/// Stable words for records and labs: manual, automatic, cascade.
const char* word(PidMode mode);

}  // namespace stillhouse
