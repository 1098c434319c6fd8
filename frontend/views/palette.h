#pragma once

#include <imgui.h>

namespace stillhouse {

/// Colours of the screen: grey when all is normal; saturated colour for alarms only, and colour never alone. Contrast
/// against kBackground (WCAG 2.2): text 13:1, quiet text and lines 5.6:1, values 8:1.
namespace palette {

inline constexpr ImU32 kBackground = IM_COL32(0xE6, 0xE6, 0xE6, 255);
inline constexpr ImU32 kPanel = IM_COL32(0xF2, 0xF2, 0xF2, 255);
inline constexpr ImU32 kSheet = IM_COL32(0xFF, 0xFF, 0xFF, 255);  ///< behind pens and in entries
inline constexpr ImU32 kText = IM_COL32(0x20, 0x20, 0x20, 255);
inline constexpr ImU32 kQuiet = IM_COL32(0x59, 0x59, 0x59, 255);  ///< tags, units, labels, pipes
inline constexpr ImU32 kFaint = IM_COL32(0xB4, 0xB4, 0xB4, 255);  ///< borders, grids
inline constexpr ImU32 kGrid = IM_COL32(0xE2, 0xE2, 0xE2, 255);
inline constexpr ImU32 kValue = IM_COL32(0x00, 0x43, 0x7C, 255);   ///< live values
inline constexpr ImU32 kSelect = IM_COL32(0x00, 0x72, 0xB2, 255);  ///< focus, selection
inline constexpr ImU32 kVessel = IM_COL32(0xF7, 0xF7, 0xF7, 255);
inline constexpr ImU32 kLiquid = IM_COL32(0x6E, 0x8F, 0xAD, 255);
inline constexpr ImU32 kFroth = IM_COL32(0xB3, 0xC6, 0xD6, 255);
inline constexpr ImU32 kIdle = IM_COL32(0xC4, 0xC4, 0xC4, 255);  ///< machine at rest: darker than the ground
inline constexpr ImU32 kBusy = IM_COL32(0xFF, 0xFF, 0xFF, 255);  ///< machine at work: brighter
inline constexpr ImU32 kOutline = IM_COL32(0x00, 0x00, 0x00, 255);

/// Fill of an alarm mark of an urgency 1..4; marks always have a black outline and a black number.
inline constexpr ImU32 kUrgency[4] = {IM_COL32(0xF0, 0x30, 0x20, 255), IM_COL32(0xFF, 0xA5, 0x10, 255),
                                      IM_COL32(0xE0, 0x60, 0xE0, 255), IM_COL32(0x40, 0xC4, 0xF0, 255)};

/// Pens on white (Okabe, Ito 2008, the light yellow left out), each with a dash pattern of its own.
inline constexpr int kPens = 6;
inline constexpr ImU32 kPen[kPens] = {IM_COL32(0x00, 0x72, 0xB2, 255), IM_COL32(0xD5, 0x5E, 0x00, 255),
                                      IM_COL32(0x00, 0x00, 0x00, 255), IM_COL32(0x00, 0x8A, 0x66, 255),
                                      IM_COL32(0xB0, 0x50, 0x88, 255), IM_COL32(0x3B, 0x8F, 0xC8, 255)};

/// Bands of the temperature scale, cold to hot: blue-grey to brown, ever darker at the hot end, so that it is read
/// without colour vision too.
inline constexpr int kTemperatures = 8;
inline constexpr double kColdest = 293.15, kHottest = 373.15;  // K
inline constexpr ImU32 kTemperature[kTemperatures] = {IM_COL32(0xD5, 0xE3, 0xEE, 255), IM_COL32(0xD6, 0xDC, 0xDD, 255),
                                                      IM_COL32(0xDA, 0xD3, 0xC6, 255), IM_COL32(0xD6, 0xC2, 0xA8, 255),
                                                      IM_COL32(0xCE, 0xAE, 0x8C, 255), IM_COL32(0xC2, 0x98, 0x74, 255),
                                                      IM_COL32(0xB0, 0x7F, 0x5E, 255), IM_COL32(0x9A, 0x68, 0x4C, 255)};

/// Colour of a temperature, K, on a scale from its coldest to its hottest.
ImU32 temperature(double T, double coldest = kColdest, double hottest = kHottest);

}  // namespace palette
}  // namespace stillhouse
