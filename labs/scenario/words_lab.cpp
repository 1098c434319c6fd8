#include "labs/scenario/vocabulary.h"

namespace stillhouse::scenario {
namespace {

Field target(const char* name, const char* detail, const char* sentence) {
  return {name, Takes::name, detail, true, "", sentence};
}

Word effect(const char* name, std::vector<Field> positional, const char* sentence, const char* example) {
  return {name, WordKind::effect, false, std::move(positional), {}, {}, sentence, example};
}

void add_effects(std::vector<Word>& words) {
  const Field input = target("input", "input of the plant", "The input.");
  const Field tag = target("tag", "tag of an instrument", "The instrument.");
  words.push_back(effect("scale", {input, {"factor", Takes::number, "", true, "", "The factor.", {}, 0.0, 1000.0}},
                         "An input is multiplied by a factor.", R"(scale("cooling_water.supply", 0.4))"));
  words.push_back(effect("set_input", {input, {"value", Takes::same_quantity, "input", true, "", "The value."}},
                         "An input is held at a value.", R"(set_input("cooling_water.supply_T", celsius(32)))"));
  words.push_back(effect("ramp",
                         {input,
                          {"to", Takes::same_quantity, "input", true, "", "Where it goes."},
                          {"over", Takes::quantity, "s", true, "", "In this time.", {}, 1.0}},
                         "An input goes to a value little by little and stays there.",
                         R"(ramp("cooling_water.supply_T", celsius(32), minutes(10)))"));
  words.push_back(effect("sensor_drift",
                         {tag,
                          {"amount", Takes::same_difference, "tag", true, "", "So far, up (or down when negative)."},
                          {"per", Takes::quantity, "s", true, "", "in this time.", {}, 1.0}},
                         "A reading runs away from the truth.", R"(sensor_drift("TI-112", delta_K(2), hours(1)))"));
  words.push_back(effect("sensor_stuck", {tag}, "A reading stays where it is.", R"(sensor_stuck("LT-101"))"));
  words.push_back(effect("sensor_fail", {tag, {"end", Takes::choice, "low|high", true, "", "Which end of the range."}},
                         "A reading goes to the end of its range.", R"(sensor_fail("TI-112", "high"))"));
  words.push_back(
      effect("sensor_burst",
             {tag, {"amount", Takes::same_difference, "tag", true, "", "Standard deviation of the bursts.", {}, 0.0}},
             "A reading has bursts of noise.", R"(sensor_burst("TI-112", delta_K(5)))"));
  words.push_back(
      effect("sensor_spike",
             {tag,
              {"amount", Takes::same_difference, "tag", true, "", "So far, up (or down when negative), for one scan."},
              {"every", Takes::quantity, "s", true, "", "Mean time from one to the next.", {}, 1.0}},
             "A reading jumps away for single scans, at random times.",
             R"(sensor_spike("TI-112", delta_K(15), seconds(30)))"));
  words.push_back(effect("handle_stuck", {target("handle", "tag of a handle", "The handle.")},
                         "A handle no longer moves what it should.", R"(handle_stuck("HIC-103"))"));
  words.push_back(effect("disable_interlock", {target("interlock", "tag of an interlock", "The interlock.")},
                         "An interlock no longer acts.", R"(disable_interlock("I-101"))"));
}

}  // namespace

void add_lab_words(std::vector<Word>& words) {
  words.push_back(
      {"lab",
       WordKind::document,
       true,
       {},
       {},
       {
           {"format", Takes::whole, "", true, "", "Version of this format: 1.", {}, 1, 1},
           {"id", Takes::name, "the lab", true, "", "Short name, equal to the folder's name."},
           {"seed", Takes::whole, "", true, "", "Where all chance of the run comes from.", {}, 0, 9e15},
           {"title", Takes::text, "", true, "", "Name for people."},
           {"course", Takes::name, "the course", false, "", "Course it belongs to."},
           {"level", Takes::name, "the level", false, "", "For whom: a word such as \"bachelor_2\"."},
           {"learns", Takes::text, "", false, "", "What one learns: a sentence or two on the start page."},
           {"duration", Takes::quantity, "s", true, "", "Simulated time after which the run ends.", {}, 60.0, 864000.0},
           {"mode", Takes::choice, "practice|exam", false, "practice", "exam: no hints, no freeze, no backtrack."},
           {"plant", Takes::word, "", true, "", "The plant.", {WordKind::reference}},
           {"start", Takes::word, "", false, "cold_and_empty", "The state the run begins in.", {WordKind::start}},
           {"initial", Takes::settings, "", false, "", "Parameters, inputs or signals whose start value differs."},
           {"student_variation",
            Takes::entries,
            "",
            false,
            "",
            "Parameters and inputs that differ from student to student.",
            {WordKind::variation}},
           {"instruments",
            Takes::entries,
            "",
            false,
            "",
            "Added to the plant's; the same tag replaces.",
            {WordKind::instrument}},
           {"handles",
            Takes::entries,
            "",
            false,
            "",
            "Added to the plant's; the same tag replaces.",
            {WordKind::handle}},
           {"controllers",
            Takes::entries,
            "",
            false,
            "",
            "Added to the plant's; the same tag replaces.",
            {WordKind::controller}},
           {"sequences",
            Takes::entries,
            "",
            false,
            "",
            "Added to the plant's; the same tag replaces.",
            {WordKind::sequence}},
           {"interlocks",
            Takes::entries,
            "",
            false,
            "",
            "Added to the plant's; the same tag replaces.",
            {WordKind::interlock}},
           {"alarms", Takes::entries, "", false, "", "Added to the plant's; the same tag replaces.", {WordKind::alarm}},
           {"sample_points",
            Takes::entries,
            "",
            false,
            "",
            "Added to the plant's; the same tag replaces.",
            {WordKind::sample_point}},
           {"tasks", Takes::words, "", true, "", "The procedure.", {WordKind::task}},
           {"faults", Takes::words, "", false, "", "What goes wrong.", {WordKind::fault}},
           {"bench", Takes::word, "", false, "", "Instruments, bottles, sample points.", {WordKind::bench}},
           {"questions", Takes::words, "", false, "", "What is asked.", {WordKind::question}},
           {"rubric", Takes::word, "", true, "", "How the run is judged.", {WordKind::rubric}},
           {"notes", Takes::text, "", false, "", "What the student should know before the start."},
       },
       "An exercise on a plant; `return lab { ... }` is a lab file (labs/library/<id>/lab.lua).",
       R"(lab {
  format = 1, id = "first_boil", seed = 7, duration = minutes(60),
  title = { en = "First boil", zh = "首次沸腾" },
  plant = use_plant "pilot_column" { trays = 12 },
  tasks = {
    task { id = "heat", says = { en = "Heat until the top is hot.", zh = "加热至塔顶升温。" },
           done = above("TI-112", celsius(60)) },
  },
  rubric = rubric { total = 10,
    points(10, { en = "Procedure", zh = "操作步骤" }, steps { "heat" }),
  },
})"});
  words.push_back({"use_plant",
                   WordKind::reference,
                   false,
                   {{"name", Takes::name, "file in labs/plants", true, "", "Name of the plant file, without .lua."}},
                   {},
                   {},
                   "Takes a plant file, with settings of its flowsheet in braces that this lab changes.",
                   R"(use_plant "pilot_column" { mixture = "methanol_water", trays = 12 })"});
  words.push_back({"snapshot",
                   WordKind::start,
                   false,
                   {{"name", Takes::name, "snapshot of the plant", true, "", "Name of the snapshot."}},
                   {},
                   {},
                   "The state of the plant at the start.",
                   R"(snapshot "cold_and_empty")"});
  words.push_back(
      {"plus_minus",
       WordKind::variation,
       false,
       {{"spread", Takes::same_difference, "entry", true, "", "Largest difference from the nominal value.", {}, 0.0}},
       {},
       {{"within", Takes::same_range, "entry", false, "", "Limits the value is held in; the name's own if left out."}},
       "A value that is different for every student, evenly spread about the nominal one.",
       R"(plus_minus(fraction(0.05), { within = { fraction(0.5), fraction(0.8) } }))"});
  words.push_back({"task",
                   WordKind::task,
                   true,
                   {},
                   {},
                   {
                       {"id", Takes::name, "the task", true, "", "Short name, once in a lab."},
                       {"says", Takes::text, "", true, "", "What to do."},
                       {"start",
                        Takes::word,
                        "",
                        false,
                        "",
                        "When it starts; if left out: when all of `after` are completed, or with the run.",
                        {WordKind::condition}},
                       {"done",
                        Takes::word,
                        "",
                        true,
                        "",
                        "When it is completed. On tags: what the student can see.",
                        {WordKind::condition}},
                       {"after", Takes::names, "id of a task", false, "", "Tasks that come first."},
                       {"within", Takes::quantity, "s", false, "", "Time window from its start.", {}, 1.0},
                       {"hint", Takes::word, "", false, "", "Help that costs points.", {WordKind::hint}},
                   },
                   "A step of the procedure with a start and a finish condition.",
                   R"(task {
  id = "heat", says = { en = "Heat the reboiler.", zh = "加热再沸器。" },
  after = { "open_cooling_water" }, start = above("HIC-101", kW(0.5)),
  done = above("TI-101", celsius(75)), within = minutes(40),
})"});
  words.push_back({"hint",
                   WordKind::hint,
                   true,
                   {},
                   {},
                   {
                       {"says", Takes::text, "", true, "", "The help."},
                       {"price", Takes::number, "", true, "", "Points it costs.", {}, 0.0, 1000.0},
                   },
                   "Help that a student may take.",
                   R"(hint { says = { en = "Look at TI-131.", zh = "请看TI-131。" }, price = 1 })"});
  words.push_back(
      {"fault",
       WordKind::fault,
       true,
       {},
       {},
       {
           {"id", Takes::name, "the fault", true, "", "Short name, once in a lab."},
           {"when",
            Takes::word,
            "",
            false,
            "",
            "What it waits for; if left out: the start of the run.",
            {WordKind::condition}},
           {"after", Takes::quantity, "s", false, "0", "How long after that it begins.", {}, 0.0},
           {"lasts", Takes::quantity, "s", false, "", "How long it lasts; if left out: to the end.", {}, 1.0},
           {"does", Takes::words, "", true, "", "Its effects.", {WordKind::effect}},
           {"reveal", Takes::text, "", true, "", "What happened, told in the report."},
       },
       "Something that goes wrong, hidden from the student.",
       R"(fault {
  id = "cooling_water_sag", when = completed("draw"), after = minutes(5), lasts = minutes(15),
  does = { scale("cooling_water.supply", 0.4) },
  reveal = { en = "The cooling water sagged.", zh = "冷却水流量下降。" },
})"});
  add_effects(words);
}

}  // namespace stillhouse::scenario
