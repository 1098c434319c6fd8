#pragma once

#include <array>
#include <variant>

#include "labs/record/records.h"
#include "labs/record/review_record.h"

namespace stillhouse {

// Each record's fields and their names in the file, said once for writing and for reading: `is(name, field)` for one
// that is always there, `is.may(name, field)` for one that is left out when it is empty. The order is the order in the
// file.

template <class Fields>
void describe(Fields& is, HeaderRecord& r) {
  is("format", r.format);
  is("lab", r.lab);
  is("engine", r.engine_version);
  is("models", r.models_version);
  is("grading", r.grading_version);
  is("seed", r.seed);
  is.may("student", r.student);
  is("mode", r.mode);
  is.may("operator", r.operator_name);
  is("scan_length_s", r.scan_length);
  is("started", r.started);
  is("build", r.build);
  is("sha256", r.file_digests);
  is("files", r.files);
}

template <class Fields>
void describe(Fields& is, CommandRecord& r) {
  is("scan", r.scan);
  is("time_s", r.time);
  is.may("wall", r.wall);
  is("actor", r.actor);
  is("verb", r.verb);
  is.may("tag", r.tag);
  is.may("value", r.value);
  is.may("text", r.text);
  is.may("refused", r.refused);
}

template <class Fields>
void describe(Fields& is, BacktrackRecord& r) {
  is("from_scan", r.from);
  is("to_scan", r.to);
  is.may("wall", r.wall);
  is.may("actor", r.actor);
}

template <class Fields>
void describe(Fields& is, DigestRecord& r) {
  is("scan", r.scan);
  is("digest", r.digest);
}

template <class Fields>
void describe(Fields& is, ReadingRecord& r) {
  is("scan", r.scan);
  is("time_s", r.time);
  is("values", r.values);
}

template <class Fields>
void describe(Fields& is, AlarmRecord& r) {
  is("scan", r.scan);
  is("time_s", r.time);
  is("tag", r.tag);
  is("priority", r.priority);
  is("state", r.state);
  is.may("text", r.text);
}

template <class Fields>
void describe(Fields& is, TaskRecord& r) {
  is("scan", r.scan);
  is("time_s", r.time);
  is("id", r.id);
  is("state", r.state);
}

template <class Fields>
void describe(Fields& is, FaultRecord& r) {
  is("scan", r.scan);
  is("time_s", r.time);
  is("id", r.id);
  is("state", r.state);
  is.may("text", r.text);
}

template <class Fields>
void describe(Fields& is, NoteRecord& r) {
  is("scan", r.scan);
  is("time_s", r.time);
  is("kind", r.kind);
  is("text", r.text);
}

template <class Fields>
void describe(Fields& is, FailureRecord& r) {
  is("scan", r.scan);
  is("time_s", r.time);
  is("message", r.message);
  is("equations", r.equations);
}

template <class Fields>
void describe(Fields& is, ResultRecord& r) {
  is("scan", r.scan);
  is("time_s", r.time);
  is("score", r.score);
  is("total", r.total);
  is("criteria", r.criteria);
  is("tasks", r.tasks);
  is("aborted", r.aborted);
  is.may("abort_reason", r.abort_reason);
  is("digest", r.digest);
}

template <class Fields>
void describe(Fields& is, ReviewHeaderRecord& r) {
  is("format", r.format);
  is("run", r.run);
  is("run_chain", r.run_chain);
  is("lab", r.lab);
  is.may("student", r.student);
}

template <class Fields>
void describe(Fields& is, MarkRecord& r) {
  is("criterion", r.criterion);
  is("points", r.points);
  is("computed", r.computed);
  is("reason", r.reason);
  is("by", r.by);
  is("wall", r.wall);
}

/// The `type` of each record, in the order of the variant.
inline constexpr std::array<const char*, std::variant_size_v<Record>> record_type_names = {
    "header", "command", "backtrack", "digest", "reading", "alarm", "task", "fault", "note", "failure", "result"};

inline constexpr std::array<const char*, std::variant_size_v<ReviewRecord>> review_type_names = {"review", "mark"};

/// The `actor` of a command, in the order of the enumeration.
inline constexpr std::array<const char*, 3> actor_names = {"student", "operator", "instructor"};

}  // namespace stillhouse
