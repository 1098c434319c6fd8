#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "labs/session/lab_library.h"
#include "labs/session/operator_player.h"
#include "labs/session/session.h"

namespace stillhouse {

/// A lab played to its end by one of its own operators.
inline std::unique_ptr<Session> played_lab(const std::string& id, const std::string& name, std::uint64_t seed) {
  const LabPlace place = LabLibrary::standard().find(id);
  const auto lab = std::make_shared<scenario::Lab>(load_lab(place));
  auto session = std::make_unique<Session>(lab, SessionSettings{seed, {}});
  OperatorPlayer player(load_operator(find_operator(place, name), *lab), *session);
  while (session->running()) {
    for (const Command& command : player.next(*session)) session->execute(command);
    session->advance();
  }
  return session;
}

inline double score_of(const std::string& id, const std::string& name, std::uint64_t seed) {
  return played_lab(id, name, seed)->grade().score;
}

}  // namespace stillhouse
