#include "labs/grading/grade_json.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "engine/base/error.h"
#include "tests/labs/grading/sample_report.h"

namespace stillhouse {
namespace {

TEST(GradeJson, HasTheKeysThatMachinesLookFor) {
  const auto json = nlohmann::json::parse(grade_json(sample_report().grade));
  EXPECT_EQ(json.at("lab"), "methanol_water_distillation");
  EXPECT_EQ(json.at("score"), 71.37);
  EXPECT_EQ(json.at("total"), 100.0);
  const auto& criterion = json.at("criteria").at(2);
  EXPECT_EQ(criterion.at("id"), "purity");
  EXPECT_EQ(criterion.at("title").at("zh"), "馏出物达到规格");
  EXPECT_EQ(criterion.at("points"), 30.0);
  EXPECT_EQ(criterion.at("score"), 19.4);
  const auto& evidence = criterion.at("evidence").at(1);
  EXPECT_EQ(evidence.at("from_s"), 3600.0);
  EXPECT_EQ(evidence.at("to_s"), 3900.0);
  EXPECT_EQ(evidence.at("signal"), "AI-130");
  EXPECT_EQ(evidence.at("seen").at("en"), "15 min");
  EXPECT_EQ(evidence.at("lost"), 4.5);
  const auto& task = json.at("tasks").at(3);
  EXPECT_EQ(task.at("id"), "recover");
  EXPECT_EQ(task.at("state"), "missed");
  EXPECT_EQ(task.at("started_s"), 3500.0);
  EXPECT_TRUE(task.at("finished_s").is_null());
}

TEST(GradeJson, ReadsWhatItWrote) {
  const std::string text = grade_json(sample_report().grade);
  EXPECT_EQ(grade_json(grade_from_json(text)), text);
  EXPECT_EQ(grade_json(sample_report().grade), text);
}

TEST(GradeJson, RefusesWhatIsNoGrade) {
  for (const char* text : {"", "{", "[]", "{\"lab\": 3}", "{\"lab\": \"x\"}", "null"}) {
    EXPECT_THROW(grade_from_json(text), RecordError) << text;
  }
}

}  // namespace
}  // namespace stillhouse
