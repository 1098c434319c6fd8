#include "frontend/desktop/speaker.h"

#include <alsa/asoundlib.h>

namespace stillhouse {

namespace {

constexpr unsigned kRate = 44100;       // samples a second
constexpr unsigned kLatency = 100'000;  // microseconds

/// ALSA writes what fails to stderr; a computer without sound is no failure.
void say_nothing(const char*, int, const char*, int, const char*, ...) {}

void play(const std::vector<std::int16_t>& samples) {
  snd_pcm_t* device = nullptr;
  if (snd_pcm_open(&device, "default", SND_PCM_STREAM_PLAYBACK, SND_PCM_NONBLOCK) < 0) return;
  if (snd_pcm_nonblock(device, 0) >= 0 &&
      snd_pcm_set_params(device, SND_PCM_FORMAT_S16, SND_PCM_ACCESS_RW_INTERLEAVED, 1, kRate, 1, kLatency) >= 0) {
    std::size_t done = 0;
    while (done < samples.size()) {
      snd_pcm_sframes_t written = snd_pcm_writei(device, samples.data() + done, samples.size() - done);
      if (written < 0) written = snd_pcm_recover(device, static_cast<int>(written), 1);
      if (written < 0) break;
      done += static_cast<std::size_t>(written);
    }
    snd_pcm_drain(device);
  }
  snd_pcm_close(device);
}

}  // namespace

Speaker::Speaker() {
  snd_lib_error_set_handler(say_nothing);
  thread_ = std::thread([this] { work(); });
}

Speaker::~Speaker() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  wanted_.notify_all();
  thread_.join();
}

void Speaker::sound(Urgency urgency) {
  {
    const std::lock_guard lock(mutex_);
    next_ = urgency;
  }
  wanted_.notify_all();
}

void Speaker::work() {
  for (;;) {
    Urgency urgency = 0;
    {
      std::unique_lock lock(mutex_);
      wanted_.wait(lock, [this] { return stopping_ || next_ != 0; });
      if (stopping_) return;
      urgency = next_;
      next_ = 0;
    }
    play(alarm_tone(urgency, static_cast<int>(kRate)));
  }
}

}  // namespace stillhouse
