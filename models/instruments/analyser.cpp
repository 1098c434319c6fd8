#include "models/instruments/analyser.h"

#include <algorithm>
#include <cmath>

#include "models/control/first_order_lag.h"
#include "models/control/scan_delay.h"
#include "models/control/setting_check.h"

namespace stillhouse {

Analyser::Analyser(const Settings& settings) : settings_(settings) {
  check_span("analyser", settings.low, settings.high);
  check_setting("analyser", "line_lag", settings.line_lag, 0.0, 1e300);
  check_setting("analyser", "delay", settings.delay, 0.0, 1e6);
  check_setting("analyser", "noise", settings.noise, 0.0, 1e300);
  check_setting("analyser", "bias", settings.bias, -1e300, 1e300);
  check_setting("analyser", "drift", settings.drift, -1e300, 1e300);
  check_setting("analyser", "resolution", settings.resolution, 0.0, settings.high - settings.low);
  check_setting("analyser", "cost", settings.cost, 0.0, 1e300);
  check_setting("analyser", "budget", settings.budget, 1, kSamples);
  check_setting("analyser", "queue", settings.queue, 0, kSamples);
}

bool Analyser::scan(State& state, double truth, double dt, std::int64_t scan) const {
  // the sample line; a truth that is no number leaves it as it was
  if (std::isfinite(truth)) {
    if (!state.started) {
      state.line = state.truth = truth;
      state.started = true;
    }
    state.line = lagged(state.line, state.truth, truth, settings_.line_lag, dt);
    state.truth = truth;
  }
  state.aged += settings_.drift * dt;
  state.drifted += state.drift_rate * dt;

  // results in the order of the samples
  const std::int32_t before = state.finished;
  while (state.finished < state.taken) {
    Sample& sample = state.samples[static_cast<std::size_t>(state.finished)];
    if (sample.ready_at > scan) break;
    if (state.failed) sample.result.quality = Quality::bad;
    ++state.finished;
  }
  return state.finished > before;
}

std::optional<Refusal> Analyser::may_sample(const State& state, std::int64_t scan) const {
  if (!state.started) return Refusal{"No product has reached the analyser yet.", "样品尚未到达分析仪。"};
  if (state.taken >= settings_.budget) return Refusal{"The sample budget is used up.", "取样次数已经用完。"};
  int waiting = 0;
  for (std::int32_t i = state.finished; i < state.taken; ++i)
    if (state.samples[static_cast<std::size_t>(i)].ready_at > scan) ++waiting;
  if (waiting > settings_.queue)
    return Refusal{"The analyser is busy with an earlier sample.", "分析仪正在分析前一个样品。"};
  return {};
}

void Analyser::sample(State& state, double dt, const RandomStream& random, std::int64_t scan) const {
  Sample& sample = state.samples[static_cast<std::size_t>(state.taken)];
  sample.taken_at = scan;
  sample.ready_at = std::max(scan, state.free_at) + scans_of(settings_.delay, dt);
  sample.captured = state.line;

  // the error of this sample belongs to its number, not to the scan: drawing it later does not redraw it
  double value =
      state.line + settings_.bias + state.aged + state.drifted + settings_.noise * random.gaussian(state.taken);
  if (settings_.resolution > 0.0)
    value = settings_.low + settings_.resolution * std::floor((value - settings_.low) / settings_.resolution + 0.5);
  sample.result = {std::clamp(value, settings_.low, settings_.high), Quality::good};

  state.free_at = sample.ready_at;
  ++state.taken;
}

std::optional<Analyser::Sample> Analyser::latest(const State& state) const {
  if (state.finished == 0) return {};
  return state.samples[static_cast<std::size_t>(state.finished - 1)];
}

}  // namespace stillhouse
