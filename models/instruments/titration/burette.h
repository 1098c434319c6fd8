#pragma once

#include "models/instruments/instrument_kind.h"

namespace stillhouse {

/// Titration by hand: a burette, a flask and a colour.
///
///   the first part runs in freely, then drop by drop until the colour has changed
///   acid-base      the indicator's change has passed `share` of its interval from where it began
///   permanganate   MnO4- has reached `visible` : the flask is its own indicator
///   starch         I3- has fallen below `visible` (or reached it)
///   eriochrome_black  pM has passed indicator_pM: wine red to blue
///   chromate       Ag2CrO4 as much as `visible` has fallen: Mohr's red (chromate is added to the flask)
///   V = reading at the end - reading at the start;  what ran out = factor V
///   reading        start and end, each with the eye's deviation, the bias of a slanted view (parallax) at the end,
///                  and rounded to a fifth of a division
///
/// Errors and causes: the end comes at the drop that carries it past (half a drop late in the mean); the indicator
/// changes beside the equivalence point (titration error: a blank or another indicator); too much run in freely is past
/// the end already; reading; titrant that is not what its label says.
/// share, visible, indicator_pM, drop and reading_deviation are what an eye and a hand do: assumptions of this model,
/// of the magnitude that teaching laboratories see, that a lab may set. No published values were found for them.
///
/// Assumes    what the balances assume (titration_curve.h) and that each drop is mixed in before the next
/// Valid for  5 to 60 degC, from an empty flask to far past the end
/// Source     Vogel's Textbook of Quantitative Chemical Analysis, 5th edition, chapter 10 (practice)
InstrumentKind burette_kind();

}  // namespace stillhouse
