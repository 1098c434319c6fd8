#include "labs/session/playing.h"

#include "labs/session/operator_player.h"
#include "labs/session/run_recorder.h"
#include "labs/session/session.h"

namespace stillhouse {

namespace {

void give(Session& session, const Playing& playing, const std::vector<Command>& commands) {
  for (const Command& command : commands) {
    const std::optional<Refusal> refusal = session.execute(command);
    if (playing.recorder) playing.recorder->command(session, command, refusal);
    if (refusal && playing.refused) playing.refused(command, *refusal);
    if (!session.running()) return;
  }
}

}  // namespace

bool play(Session& session, const Playing& playing) {
  SessionChanges changes(session);
  bool asked = playing.pending.has_value();
  if (asked) give(session, playing, *playing.pending);
  while (session.running() && session.time() < playing.until) {
    if (playing.boundary && !playing.boundary(session)) return false;
    if (playing.player && !asked) give(session, playing, playing.player->next(session));
    asked = false;
    if (!session.running()) break;
    session.advance();
    const std::vector<Record> happened =
        playing.recorder ? playing.recorder->scanned(session) : changes.since_last(session);
    if (!playing.happened) continue;
    for (const Record& record : happened) playing.happened(record);
  }
  return true;
}

}  // namespace stillhouse
