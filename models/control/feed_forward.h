#pragma once

namespace stillhouse {

/// Set-point of a flow as a ratio of another, wild flow: r = ratio * wild + bias, within limits.
///
///   ratio_set_point(0.02, 3.0, 0.005, 0.0, 1.0)   // 0.065
double ratio_set_point(double wild, double ratio, double bias, double low, double high);

/// The ratio at which ratio control takes over a running flow without a bump.
double bumpless_ratio(double wild, double set_point, double bias);

/// Feed-forward from a measured disturbance: K (T_1 s + 1)/(T_2 s + 1), computed each scan for a disturbance that runs
/// linearly between scans.
///
///   v = K [ T_1/T_2 d + (1 - T_1/T_2) d_lagged ]       d_lagged: d after a lag of T_2; T_2 = 0: v = K d, without lead
///
/// Ideal compensation of a plant G_d for the disturbance and G_p for the output has K = -K_d/K_p, T_1 = tau_p,
/// T_2 = tau_d. The correction adds to a controller's output.
/// Source: D. E. Seborg and others, Process Dynamics and Control, 3rd ed., section 15.4.
class LeadLag {
 public:
  struct Settings {
    double gain = 1.0;
    double lead = 0.0;  ///< s; T_1
    double lag = 0.0;   ///< s; T_2
    double rest = 0.0;  ///< disturbance at which the correction is zero
  };
  /// All that changes. Trivially copyable.
  struct State {
    double lagged = 0.0;
    double before = 0.0;
    bool started = false;

    bool operator==(const State&) const = default;
  };

  /// ModelError if a time is negative, or a lead is asked for without a lag.
  explicit LeadLag(const Settings& settings);

  /// The correction of this scan; the first scan begins at rest with the disturbance as it is.
  double scan(State& state, double disturbance, double dt) const;

 private:
  Settings settings_;
};

}  // namespace stillhouse
