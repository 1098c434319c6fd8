#include "labs/grading/grade_json.h"

#include <cmath>
#include <nlohmann/json.hpp>

#include "engine/base/error.h"

namespace stillhouse {
namespace {

using Json = nlohmann::ordered_json;

Json to_json(const Text& text) {
  return {{"en", text.en}, {"zh", text.zh}};
}

Json to_json(const std::optional<double>& time) {
  return time ? Json(*time) : Json(nullptr);
}

Json to_json(const Evidence& evidence) {
  return {{"from_s", evidence.from},
          {"to_s", evidence.to},
          {"signal", evidence.signal},
          {"text", to_json(evidence.text)},
          {"asked", to_json(evidence.asked)},
          {"seen", to_json(evidence.seen)},
          {"lost", evidence.lost}};
}

Json to_json(const CriterionGrade& criterion) {
  Json evidence = Json::array();
  for (const Evidence& piece : criterion.evidence) evidence.push_back(to_json(piece));
  return {{"id", criterion.id},
          {"title", to_json(criterion.title)},
          {"points", criterion.points},
          {"score", criterion.score},
          {"evidence", std::move(evidence)}};
}

Json to_json(const PersonItemGrade& item) {
  return {{"id", item.id}, {"title", to_json(item.title)}, {"look_at", to_json(item.look_at)}, {"points", item.points}};
}

Json to_json(const TaskGrade& task) {
  return {{"id", task.id},
          {"title", to_json(task.title)},
          {"state", task.state},
          {"started_s", to_json(task.started)},
          {"finished_s", to_json(task.finished)}};
}

Text text_in(const Json& json) {
  return {json.at("en").get<std::string>(), json.at("zh").get<std::string>()};
}

std::optional<double> time_in(const Json& json) {
  if (json.is_null()) return std::nullopt;
  return json.get<double>();
}

Evidence evidence_in(const Json& json) {
  return {.from = json.at("from_s").get<double>(),
          .to = json.at("to_s").get<double>(),
          .signal = json.at("signal").get<std::string>(),
          .text = text_in(json.at("text")),
          .asked = text_in(json.at("asked")),
          .seen = text_in(json.at("seen")),
          .lost = json.at("lost").get<double>()};
}

CriterionGrade criterion_in(const Json& json) {
  CriterionGrade criterion{.id = json.at("id").get<std::string>(),
                           .title = text_in(json.at("title")),
                           .points = json.at("points").get<double>(),
                           .score = json.at("score").get<double>()};
  for (const Json& piece : json.at("evidence")) criterion.evidence.push_back(evidence_in(piece));
  return criterion;
}

PersonItemGrade person_item_in(const Json& json) {
  return {.id = json.at("id").get<std::string>(),
          .title = text_in(json.at("title")),
          .look_at = text_in(json.at("look_at")),
          .points = json.at("points").get<double>()};
}

TaskGrade task_in(const Json& json) {
  return {.id = json.at("id").get<std::string>(),
          .title = text_in(json.at("title")),
          .state = json.at("state").get<std::string>(),
          .started = time_in(json.at("started_s")),
          .finished = time_in(json.at("finished_s"))};
}

}  // namespace

std::string grade_json(const Grade& grade, int indent) {
  Json criteria = Json::array();
  for (const CriterionGrade& criterion : grade.criteria) criteria.push_back(to_json(criterion));
  Json tasks = Json::array();
  for (const TaskGrade& task : grade.tasks) tasks.push_back(to_json(task));
  Json flags = Json::array();
  for (const Text& flag : grade.flags) flags.push_back(to_json(flag));
  Json json = {{"lab", grade.lab},
               {"lab_title", to_json(grade.lab_title)},
               {"score", grade.score},
               {"total", grade.total},
               {"aborted", grade.aborted},
               {"abort_reason", to_json(grade.abort_reason)},
               {"criteria", std::move(criteria)},
               {"tasks", std::move(tasks)},
               {"flags", std::move(flags)}};
  if (!grade.by_person.empty()) {
    Json items = Json::array();
    for (const PersonItemGrade& item : grade.by_person) items.push_back(to_json(item));
    json["by_person"] = std::move(items);
  }
  // a text that is not UTF-8 shows the mark of a lost letter instead of losing the whole grade
  return json.dump(indent, ' ', false, Json::error_handler_t::replace);
}

Grade grade_from_json(const std::string& text) {
  try {
    const Json json = Json::parse(text);
    Grade grade{.lab = json.at("lab").get<std::string>(),
                .lab_title = text_in(json.at("lab_title")),
                .score = json.at("score").get<double>(),
                .total = json.at("total").get<double>(),
                .aborted = json.at("aborted").get<bool>(),
                .abort_reason = text_in(json.at("abort_reason"))};
    for (const Json& criterion : json.at("criteria")) grade.criteria.push_back(criterion_in(criterion));
    if (json.contains("by_person"))
      for (const Json& item : json.at("by_person")) grade.by_person.push_back(person_item_in(item));
    for (const Json& task : json.at("tasks")) grade.tasks.push_back(task_in(task));
    for (const Json& flag : json.at("flags")) grade.flags.push_back(text_in(flag));
    return grade;
  } catch (const Json::exception& fault) {
    throw RecordError("grade", 0, std::string("not a grade: ") + fault.what());
  }
}

}  // namespace stillhouse
