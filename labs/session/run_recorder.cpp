#include "labs/session/run_recorder.h"

#include <algorithm>
#include <cmath>

#include "engine/base/hash.h"
#include "labs/record/wall_clock.h"
#include "labs/session/command_value.h"
#include "labs/session/lab_library.h"
#include "labs/session/session.h"
#include "labs/session/versions.h"

namespace stillhouse {

namespace {

constexpr Scan kScansPerDigest = 10;
constexpr double kSecondsPerReading = 10.0;
constexpr std::chrono::milliseconds kLongestWithoutTrace{500};

HeaderRecord header_of(const Session& session, const scenario::Operator* played) {
  const scenario::Lab& lab = session.lab();
  HeaderRecord header;
  header.engine_version = engine_version;
  header.models_version = models_version;
  header.grading_version = grading_version;
  header.lab = lab.id;
  for (const scenario::SourceText& source : lab.sources) header.files[source.name] = source.text;
  if (played) {
    header.files[recorded_name(*played)] = played->text.text;
    header.operator_name = played->name;
  }
  header.seed = session.settings().seed;
  header.student = session.settings().student;
  header.mode = lab.mode == scenario::LabMode::exam ? "exam" : "practice";
  header.scan_length = session.scan_length();
  header.started = wall_time_now();
  header.build = build_description();
  return header;
}

Actor actor_of(const std::string& name) {
  if (name == "operator_file") return Actor::operator_file;
  return name == "instructor" ? Actor::instructor : Actor::student;
}

}  // namespace

ResultRecord result_record(const Session& session) {
  const Grade grade = session.grade();
  ResultRecord result;
  result.scan = session.scan();
  result.time = session.time();
  result.score = grade.score;
  result.total = grade.total;
  for (const CriterionGrade& criterion : grade.criteria) result.criteria.emplace_back(criterion.id, criterion.score);
  for (const TaskGrade& task : grade.tasks) result.tasks.emplace_back(task.id, task.state);
  result.aborted = grade.aborted;
  result.abort_reason = grade.abort_reason.en;
  result.digest = to_hex(session.digest());
  return result;
}

RunRecorder RunRecorder::begin(const std::filesystem::path& path, const Session& session,
                               const scenario::Operator* played) {
  RunRecorder recorder(RunWriter::create(path, header_of(session, played)), session);
  recorder.add_digest(session);
  recorder.add_readings(session);
  recorder.writer_.flush();
  return recorder;
}

RunRecorder::RunRecorder(RunWriter writer, const Session& session)
    : writer_(std::move(writer)), changes_(session), traced_at_(Clock::now()) {}

void RunRecorder::command(const Session& session, const Command& command, const std::optional<Refusal>& refusal) {
  CommandRecord record;
  record.scan = session.scan();
  record.time = session.time();
  record.wall = wall_time_now();
  record.actor = actor_of(command.actor);
  record.verb = command.verb;
  record.tag = command.tag;
  const bool pinned = command.verb == "note" && !command.tag.empty();
  if ((pinned || is_about_a_number(command.verb)) && std::isfinite(command.value)) record.value = command.value;
  record.text = command.text;
  if (refusal) record.refused = refusal->en;
  writer_.add(record);
  writer_.flush();
}

void RunRecorder::backtrack(const Session& session, Scan from, bool by_instructor) {
  writer_.add(BacktrackRecord{.from = from,
                              .to = session.scan(),
                              .wall = wall_time_now(),
                              .actor = by_instructor ? Actor::instructor : Actor::student});
  changes_.look_from_here(session);
  add_digest(session);
  writer_.flush();
}

std::vector<Record> RunRecorder::scanned(const Session& session) {
  const std::vector<Record> happened = changes_.since_last(session);
  for (const Record& record : happened) writer_.add(record);

  // by simulated time, so that two runs can be compared line by line
  const Scan scan = session.scan();
  // a run that was aborted or failed stands inside its last scan, where no digest is due
  if (session.end() == SessionEnd::aborted || session.end() == SessionEnd::failed) {
    writer_.flush();
    return happened;
  }
  const bool first_look = scan != looked_at_;
  const Scan scans_per_reading = std::max<Scan>(1, std::llround(kSecondsPerReading / session.scan_length()));
  if (first_look && scan % kScansPerDigest == 0) add_digest(session);
  // a slow run leaves its trace by wall time too, so that little of it is lost
  const bool late = Clock::now() - traced_at_ >= kLongestWithoutTrace;
  if (first_look && (late || scan % scans_per_reading == 0)) add_readings(session);
  writer_.flush();
  return happened;
}

void RunRecorder::close(const Session& session) {
  for (const Record& record : changes_.since_last(session)) writer_.add(record);
  for (const Record& record : SessionChanges::revealed(session)) writer_.add(record);
  writer_.add(result_record(session));
  writer_.close();
}

void RunRecorder::add_digest(const Session& session) {
  writer_.add(DigestRecord{.scan = session.scan(), .digest = to_hex(session.digest())});
  looked_at_ = session.scan();
  traced_at_ = Clock::now();
}

void RunRecorder::add_readings(const Session& session) {
  ReadingRecord record;
  record.scan = session.scan();
  record.time = session.time();
  for (const TagReading& reading : session.room().readings(session.room_state()))
    record.values[std::string(reading.tag)] = reading.value;
  writer_.add(record);
  looked_at_ = session.scan();
  traced_at_ = Clock::now();
}

}  // namespace stillhouse
