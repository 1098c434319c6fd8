#pragma once

#include <string>
#include <vector>

#include "engine/base/text.h"
#include "labs/scenario/lab.h"

namespace stillhouse {

/// A condition as a phrase: "TI-112 above 64 °C for 5 min and LIC-101 in automatic". A fault is never named: its name
/// would tell the student what to look for.
Text in_words(const scenario::Condition& condition, const scenario::Lab& lab);

/// The comparisons with a value in a condition, in order, without those under none_of, which ask for the opposite.
std::vector<const scenario::Condition*> comparisons_of(const scenario::Condition& condition);

/// What a reader of the evidence should look at: the subject of the first comparison, else the first tag asked about,
/// else nothing.
std::string signal_of(const scenario::Condition& condition);

/// "TI-112 59.8 °C", "HS-105 off", "AI-130 without a value".
Text subject_value_text(const scenario::Subject& subject, double value, const scenario::Lab& lab);

/// The task of an id in quotes, without its full stop.
Text quoted_task(const std::string& id, const scenario::Lab& lab);

}  // namespace stillhouse
