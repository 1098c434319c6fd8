#pragma once

#include <string>

namespace stillhouse {

/// Version of the program as a whole; a test compares it with CMakeLists.txt.
inline constexpr const char* program_version = "0.1.0";

// What a run depends on beside lab, seed and commands: another version may give other digests or another grade. Each is
// raised with every change that does, and told in CHANGELOG.md.
inline constexpr const char* engine_version = "3";
inline constexpr const char* models_version = "5";
inline constexpr const char* grading_version = "1";

/// Compiler and options of this program, for information only.
std::string build_description();

}  // namespace stillhouse
