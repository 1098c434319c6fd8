#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "engine/base/refusal.h"
#include "labs/scenario/lab.h"
#include "labs/session/command.h"

namespace stillhouse {

/// What an instructor asks to go wrong: one effect of those that a lab's faults are made of, how fast it grows, when it
/// begins and when it ends.
struct MalfunctionOrder {
  scenario::Effect effect;                  ///< `unit` is the one its value is told in
  double ramp = 0.0;                        ///< s in which it grows from nothing to its value; 0: at once
  std::optional<scenario::Condition> when;  ///< absent: now
  double after = 0.0;                       ///< s from the moment `when` first holds
  std::optional<double> lasts;              ///< s; absent: until it is cleared
};

/// The word of an effect, as labs have it ("sensor_drift"), and the effect of a word; nothing for another word.
const char* word(scenario::EffectKind kind);
std::optional<scenario::EffectKind> effect_of(std::string_view word);

/// Whether an effect can grow: a scale, a value that is held, bursts and spikes. The others are there or are not.
bool may_grow(scenario::EffectKind kind);

/// Text of the command that orders it, in SI: "scale ramp=60 when=below:LI-130:0.2 after=30 lasts=600".
///
/// | name  | means                                                                                         |
/// |-------|-----------------------------------------------------------------------------------------------|
/// | ramp  | s                                                                                             |
/// | every | s between spikes, on average                                                                  |
/// | when  | above:TAG:SI, below:TAG:SI (instrument or handle), done:TASK, started:TASK, alarm:TAG or      |
/// |       | tripped:INTERLOCK                                                                             |
/// | after | s                                                                                             |
/// | lasts | s                                                                                             |
std::string order_text(const MalfunctionOrder& order);
Command malfunction_command(const MalfunctionOrder& order);

/// What a command of the verb `malfunction` orders, or the sentence that says what is wrong with it. Target, value and
/// names are checked against the lab's plant; limits of the plant's own inputs are not known here.
struct ReadOrder {
  std::optional<MalfunctionOrder> order;
  Refusal mistake;
};
ReadOrder read_order(const Command& command, const scenario::Lab& lab);

/// "cooling_water.supply falls to 2 % of what it was, within 1 min, when LI-130 is below 20 %, for 10 min."
Text order_sentence(const MalfunctionOrder& order, const scenario::Lab& lab);

}  // namespace stillhouse
