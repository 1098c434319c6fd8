#include "labs/scenario/vocabulary.h"

namespace stillhouse::scenario {
namespace {

const Field kId = {"id",  Takes::name, "the line",
                   false, "",          "Short name in reports; made from kind and place if left out."};
const Field kRequires = {
    "requires",           Takes::word, "", false, "", "Without this having held at some time there are no points.",
    {WordKind::condition}};
const Field kAbove = {"above", Takes::same_quantity, "signal", false, "", "Lower end of the band."};
const Field kBelow = {"below", Takes::same_quantity, "signal", false, "", "Upper end of the band."};
const Field kSignal = {"signal", Takes::name, "signal or tag",
                       true,     "",          "What is judged: quality is judged on the truth."};

// the part of a run that is judged
const Field kDuring = {"during", Takes::name, "id of a task", false, "", "From this task's start to its completion."};
const Field kFrom = {"from", Takes::word, "", false, "", "From when this first holds.", {WordKind::condition}};
const Field kTo = {"to", Takes::word, "", false, "", "Until this first holds after that.", {WordKind::condition}};

Word criterion(const char* name, std::vector<Field> positional, std::vector<Field> fields, const char* sentence,
               const char* example) {
  return {name, WordKind::criterion, true, std::move(positional), {}, std::move(fields), sentence, example};
}

Field full(Takes takes, const char* detail, const char* fallback, const char* sentence, double low, double high) {
  return {"full", takes, detail, fallback[0] == '\0', fallback, sentence, {}, low, high};
}

Field none(Takes takes, const char* detail, const char* fallback, const char* sentence, double low, double high) {
  return {"none", takes, detail, fallback[0] == '\0', fallback, sentence, {}, low, high};
}

}  // namespace

void add_rubric_words(std::vector<Word>& words) {
  words.push_back(
      {"rubric",
       WordKind::rubric,
       true,
       {},
       {{"lines", Takes::word, "", true, "", "points, by_person, deduction and abort.", {WordKind::rubric_line}}},
       {{"total",
         Takes::number,
         "",
         true,
         "",
         "Sum of all points, also of those that a person gives.",
         {},
         1.0,
         1000.0}},
       "How a run is judged: the points must add up to the total.",
       R"(rubric { total = 10,
  points(10, { en = "Procedure", zh = "操作步骤" }, steps { "heat" }),
  deduction(2, { en = "Relief valve lifted", zh = "安全阀起跳" }, above("drum.relief_lift", fraction(0.5))),
})"});
  words.push_back({"points",
                   WordKind::rubric_line,
                   false,
                   {{"number", Takes::number, "", true, "", "How many.", {}, 0.0, 1000.0},
                    {"title", Takes::text, "", true, "", "For what."},
                    {"criterion", Takes::word, "", true, "", "How it is measured.", {WordKind::criterion}}},
                   {},
                   {kId},
                   "Points that can be earned.",
                   R"(points(20, { en = "Procedure", zh = "操作步骤" }, steps { "heat", "total_reflux" }))"});
  words.push_back({"by_person",
                   WordKind::rubric_line,
                   false,
                   {{"number", Takes::number, "", true, "", "How many.", {}, 0.0, 1000.0},
                    {"title", Takes::text, "", true, "", "For what."},
                    {"look_at", Takes::text, "", true, "", "What the person looks at; the student reads it too."}},
                   {},
                   {kId},
                   "Points that no rule can give: they wait for a person, who marks them in the review.",
                   R"(by_person(5, { en = "Notebook", zh = "实验记录" },
          { en = "Are actions and their reasons written down in time?", zh = "操作及其理由是否及时记录？" }, { id = "notebook" }))"});
  words.push_back(
      {"deduction",
       WordKind::rubric_line,
       false,
       {{"number", Takes::number, "", true, "", "How many points each time.", {}, 0.0, 1000.0},
        {"title", Takes::text, "", true, "", "For what."},
        {"condition", Takes::word, "", true, "", "What must not happen.", {WordKind::condition}}},
       {},
       {{"per",
         Takes::quantity,
         "s",
         false,
         "",
         "Lost for each such time that the condition stands; if left out: each time it begins.",
         {},
         1.0},
        {"most", Takes::number, "", false, "", "No more than this in all; the number if left out.", {}, 0.0, 1000.0},
        kId},
       "Points that can be lost.",
       R"(deduction(2, { en = "Column flooded", zh = "液泛" },
          sustained(minutes(1), above("PDT-120", mbar(80))), { per = minutes(1), most = 10 }))"});
  words.push_back(
      {"abort",
       WordKind::rubric_line,
       false,
       {{"title", Takes::text, "", true, "", "Why."},
        {"condition", Takes::word, "", true, "", "What ends the run.", {WordKind::condition}}},
       {},
       {{"at_most", Takes::number, "", false, "", "The grade is no more than this then.", {}, 0.0, 1000.0}, kId},
       "A limit that ends the run; the points earned up to then remain.",
       R"(abort({ en = "Reboiler dry", zh = "再沸器烧干" }, below("kettle.level", percent(2)), { at_most = 40 }))"});

  // criteria
  words.push_back({"steps",
                   WordKind::criterion,
                   true,
                   {},
                   {{"tasks",
                     Takes::names,
                     "id of a task",
                     true,
                     "",
                     "The tasks; all weigh the same unless weighted.",
                     {WordKind::weight}}},
                   {full(Takes::quantity, "s", "0", "A task this late still counts fully.", 0.0, 1e7),
                    none(Takes::quantity, "s", "600", "A task this late no longer counts.", 0.0, 1e7), kRequires},
                   "Share of tasks completed; after its time window a task counts less and less.",
                   R"(steps { "open_cooling_water", weighted("heat", 2), full = minutes(0), none = minutes(10) })"});
  words.push_back({"weighted",
                   WordKind::weight,
                   false,
                   {{"task", Takes::name, "id of a task", true, "", "The task."},
                    {"weight", Takes::number, "", true, "", "Its weight.", {}, 1e-3, 1e3}},
                   {},
                   {},
                   "A task that weighs more or less than others.",
                   R"(weighted("heat", 2))"});
  words.push_back(
      criterion("time_in_band", {kSignal},
                {kAbove,
                 kBelow,
                 kDuring,
                 kFrom,
                 kTo,
                 {"at_least", Takes::quantity, "s", false, "0", "A shorter window counts as this long.", {}, 0.0},
                 full(Takes::quantity, "1", "", "Share of time in the band for all points.", 0.0, 1.0),
                 none(Takes::quantity, "1", "", "Share of time in the band for no points.", 0.0, 1.0),
                 kRequires},
                "Share of the time that a value was in its band.",
                R"(time_in_band { "drum.x_light", above = mole_percent(95), during = "draw",
               full = percent(90), none = percent(20) })"));
  words.push_back(
      criterion("recovery_time", {kSignal},
                {kAbove,
                 kBelow,
                 {"after_fault", Takes::name, "id of a fault", true, "", "Counted from this fault's start."},
                 {"hold", Takes::quantity, "s", false, "120", "The value must stay in the band this long.", {}, 0.0},
                 full(Takes::quantity, "s", "", "Recovered in this time: all points.", 0.0, 1e7),
                 none(Takes::quantity, "s", "", "Recovered in this time: no points.", 0.0, 1e7),
                 kRequires},
                "Time until a value is back in its band after a fault.",
                R"(recovery_time { "drum.x_light", above = mole_percent(95), after_fault = "cooling_water_sag",
                full = minutes(10), none = minutes(30) })"));
  words.push_back(criterion(
      "ratio", {},
      {{"of", Takes::name, "signal or tag", true, "", "Integrated over the window."},
       {"per", Takes::name, "signal or tag", true, "", "Integrated over the window; divides."},
       full(Takes::same_quantity, "of / per", "", "All points.", -1e300, 1e300),
       none(Takes::same_quantity, "of / per", "", "No points.", -1e300, 1e300),
       kDuring,
       kFrom,
       kTo,
       kRequires},
      "One total per another: the specific energy is heater power per product mass flow.",
      R"(ratio { of = "kettle.heating", per = "drum.distillate_mass_flow", full = MJ_per_kg(6), none = MJ_per_kg(20) })"));
  words.push_back(criterion(
      "alarm_response", {},
      {{"priority", Takes::choice, "low|medium|high|critical", false, "low", "Alarms of this priority and above."},
       full(Takes::quantity, "s", "", "Acknowledged in this time: all points.", 0.0, 1e7),
       none(Takes::quantity, "s", "", "Acknowledged in this time: no points.", 0.0, 1e7),
       kDuring,
       kFrom,
       kTo,
       kRequires},
      "Time from an alarm to its acknowledge, averaged over alarms. No alarm in the window: all points.",
      R"(alarm_response { priority = "medium", full = minutes(1), none = minutes(5), requires = completed("heat") })"));
  words.push_back(
      criterion("final_value", {kSignal},
                {full(Takes::same_quantity, "signal", "", "All points.", -1e300, 1e300),
                 none(Takes::same_quantity, "signal", "", "No points.", -1e300, 1e300), kDuring, kFrom, kTo, kRequires},
                "A value at the end of the window or run.",
                R"(final_value { "distillate_tank.mass_light", full = kg(2), none = kg(0.5) })"));
  words.push_back(criterion(
      "total", {kSignal},
      {full(Takes::same_quantity, "signal x time", "", "All points.", -1e300, 1e300),
       none(Takes::same_quantity, "signal x time", "", "No points.", -1e300, 1e300), kDuring, kFrom, kTo, kRequires},
      "A value integrated over the window or run: product made, energy used.",
      R"(total { "drum.distillate_mass_flow", during = "draw", full = kg(2), none = kg(0.5) })"));
}

}  // namespace stillhouse::scenario
