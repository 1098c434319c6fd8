#include "frontend/presenter/alarm_sound.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace stillhouse {

namespace {

struct Tone {
  std::array<double, 3> pitches;  ///< Hz
  int notes;
  double note, pause;  ///< s
  double loudness;     ///< of full scale
};

constexpr std::array<Tone, 4> kTones{{{{880.0, 1108.7, 1318.5}, 3, 0.14, 0.05, 0.5},
                                      {{740.0, 740.0, 0.0}, 2, 0.18, 0.08, 0.4},
                                      {{523.3, 0.0, 0.0}, 1, 0.30, 0.0, 0.3},
                                      {{392.0, 0.0, 0.0}, 1, 0.12, 0.0, 0.2}}};
constexpr std::array<double, 4> kPeriods{2.0, 5.0, 15.0, 0.0};  // s

std::size_t place(Urgency urgency) {
  return static_cast<std::size_t>(std::clamp(urgency, 1, 4) - 1);
}

}  // namespace

double AlarmHorn::period(Urgency urgency) {
  return kPeriods[place(urgency)];
}

std::optional<Urgency> AlarmHorn::hear(const std::vector<AlarmLine>& alarms, bool muted, double now) {
  Urgency worst = 5;
  double newest = -1.0;
  Urgency newest_urgency = 5;
  for (const AlarmLine& alarm : alarms) {
    if (alarm.look != AlarmLook::unacknowledged) continue;
    worst = std::min(worst, alarm.urgency);
    if (alarm.raised > newest || (alarm.raised == newest && alarm.urgency < newest_urgency)) {
      newest = alarm.raised;
      newest_urgency = alarm.urgency;
    }
  }
  // a run that went back has forgotten its alarms
  const bool is_new = newest > newest_;
  newest_ = newest;
  if (is_new) silenced_ = false;
  if (worst > 4 || silenced_ || muted) return {};
  const bool again = period(worst) > 0.0 && now - heard_at_ >= period(worst);
  if (!is_new && !again) return {};
  heard_at_ = now;
  return worst;
}

std::vector<std::int16_t> alarm_tone(Urgency urgency, int samples_per_second) {
  const Tone& tone = kTones[place(urgency)];
  const auto note = static_cast<std::size_t>(tone.note * samples_per_second);
  const auto pause = static_cast<std::size_t>(tone.pause * samples_per_second);
  std::vector<std::int16_t> samples;
  for (int i = 0; i < tone.notes; ++i) {
    const double turn = 2.0 * std::numbers::pi * tone.pitches[static_cast<std::size_t>(i)] / samples_per_second;
    for (std::size_t k = 0; k < note; ++k) {
      // swells and fades, so that it does not click
      const double swell = std::sin(std::numbers::pi * static_cast<double>(k) / static_cast<double>(note));
      const double wave = std::sin(turn * static_cast<double>(k));
      samples.push_back(static_cast<std::int16_t>(32767.0 * tone.loudness * std::min(1.0, 3.0 * swell) * wave));
    }
    if (i + 1 < tone.notes) samples.insert(samples.end(), pause, 0);
  }
  return samples;
}

}  // namespace stillhouse
