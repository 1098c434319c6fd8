#include "labs/session/versions.h"

namespace stillhouse {

std::string build_description() {
#if defined(__clang__)
  const std::string compiler = "clang " __clang_version__;
#elif defined(__GNUC__)
  const std::string compiler = "gcc " __VERSION__;
#else
  const std::string compiler = "unknown compiler";
#endif
#if defined(__OPTIMIZE__)
  return compiler + ", optimized";
#else
  return compiler + ", not optimized";
#endif
}

}  // namespace stillhouse
