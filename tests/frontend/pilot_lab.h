#pragma once

#include <memory>

#include "labs/session/session.h"

namespace stillhouse {

/// The first lab of the library, read once.
std::shared_ptr<const scenario::Lab> pilot_lab();

/// A session of it at its start, with the lab's own seed.
std::unique_ptr<Session> pilot_session();

}  // namespace stillhouse
