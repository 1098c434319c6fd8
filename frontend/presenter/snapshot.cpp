#include "frontend/presenter/snapshot.h"

#include <algorithm>

#include "labs/session/operator_player.h"
#include "labs/session/playing.h"

namespace stillhouse {

Snapshot snapshot_of(const Session& session, std::string name) {
  Snapshot snapshot;
  snapshot.says = {name, name};
  snapshot.name = std::move(name);
  snapshot.scan = session.scan();
  snapshot.commands = session.commands();
  return snapshot;
}

WayTo way_to(const Snapshot& snapshot, const Session& session) {
  const std::vector<Command>& present = session.commands();
  const auto [here, there] =
      std::mismatch(present.begin(), present.end(), snapshot.commands.begin(), snapshot.commands.end());
  // the last boundary that both have in common
  std::int64_t fork = std::min(snapshot.scan, session.scan());
  if (here != present.end()) fork = std::min(fork, here->scan);
  if (there != snapshot.commands.end()) fork = std::min(fork, there->scan);

  WayTo way;
  // what was done since, or left undone, at the boundary where the session stands is undone by going back to it
  if (fork < session.scan() || here != present.end() || !session.running()) way.back = fork;
  const std::int64_t from = way.back.value_or(session.scan());
  for (auto command = way.back ? snapshot.commands.begin() : there; command != snapshot.commands.end(); ++command)
    if (command->scan >= from) way.commands.push_back(*command);
  return way;
}

std::vector<Snapshot> initial_conditions(std::shared_ptr<const scenario::Lab> lab, const SessionSettings& settings,
                                         const scenario::Operator& played) {
  Session session(lab, settings);
  OperatorPlayer player(played, session);
  std::vector<Snapshot> found;
  std::vector<char> done(lab->tasks.size(), 0);
  Playing playing;
  playing.player = &player;
  playing.boundary = [&](const Session& now) {
    for (std::size_t i = 0; i < done.size(); ++i) {
      if (done[i] || now.progress().tasks[i].finished < 0) continue;
      done[i] = 1;
      Snapshot snapshot = snapshot_of(now, "after " + lab->tasks[i].id);
      snapshot.says = lab->tasks[i].says;
      snapshot.initial = true;
      found.push_back(std::move(snapshot));
    }
    return true;
  };
  play(session, playing);
  return found;
}

}  // namespace stillhouse
