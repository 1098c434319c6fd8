#include "labs/scenario/vocabulary.h"

namespace stillhouse::scenario {
namespace {

const Field kSays = {"says", Takes::text, "", false, "", "What it is, for people."};

Field named(const char* name, const char* detail, const char* sentence) {
  return {name, Takes::name, detail, true, "", sentence};
}

Word step(const char* name, std::vector<Field> positional, std::vector<Field> fields, const char* sentence,
          const char* example) {
  return {name, WordKind::step, false, std::move(positional), {}, std::move(fields), sentence, example};
}

Word condition(const char* name, std::vector<Field> positional, std::vector<Field> fields, const char* sentence,
               const char* example) {
  return {name, WordKind::condition, false, std::move(positional), {}, std::move(fields), sentence, example};
}

void add_what_stands_there(std::vector<Word>& words) {
  words.push_back({"bench",
                   WordKind::bench,
                   true,
                   {},
                   {},
                   {
                       {"instruments", Takes::entries, "", false, "", "By their tags.", {WordKind::bench_instrument}},
                       {"shelf", Takes::entries, "", false, "", "Bottles by their labels.", {WordKind::bottle}},
                       {"glass", Takes::choice, "A|B", false, "A", "Class of flasks and pipettes (ISO 1042, ISO 648)."},
                       {"balance", Takes::quantity, "kg", false, "1e-7", "Division of the balance.", {}, 1e-9, 1e-3},
                       {"temperature", Takes::quantity, "K", false, "293.15", "Of the room.", {}, 278.15, 318.15},
                       {"temperature_signal", Takes::name, "signal of the plant", false, "",
                        "The room's temperature, if it moves."},
                       {"money",
                        Takes::number,
                        "",
                        false,
                        "",
                        "What analyses may cost in all; no limit if left out.",
                        {},
                        0.0,
                        1e9},
                   },
                   "Instruments, bottles and glass: what the student analyses with.",
                   R"(bench {
  instruments = { GC = instrument { kind = "gas_chromatograph", method = { oven = celsius(60), phase = "wax" } } },
  shelf = { unknown = bottle { holds = { methanol = mass_percent(30), ethanol = "rest" }, secret = true } },
})"});
  words.push_back(
      {"instrument",
       WordKind::bench_instrument,
       true,
       {},
       {},
       {
           {"kind", Takes::name, "instrument of the catalogue", true, "", "See `stillhouse instrument`."},
           {"method", Takes::settings, "", false, "", "How it is set at the start; its standard for the rest."},
           {"may_change", Takes::names, "setting of its method", false, "",
            "What the student may set; all if left out."},
           {"limits",
            Takes::entries,
            "",
            false,
            "",
            "How far the student may set a number; its own limits if left out.",
            {WordKind::limit}},
           {"student_variation",
            Takes::entries,
            "",
            false,
            "",
            "Numbers of the method that are off what is set, by another difference for each student; no one reads it "
            "off.",
            {WordKind::variation}},
           {"may_replace", Takes::names, "part of the instrument", false, "",
            "What the student may replace; all parts that wear out if left out."},
           {"replacements",
            Takes::entries,
            "",
            false,
            "",
            "What a new column, lamp, electrode costs here; the instrument's own price and time if left out.",
            {WordKind::replacement}},
           {"price", Takes::number, "", false, "", "Of an analysis; its own if left out.", {}, 0.0, 1e6},
           {"carry_over",
            Takes::quantity,
            "1",
            false,
            "0",
            "Share of a sample that stays in needle and valve and comes with the next.",
            {},
            0.0,
            0.5},
           {"queue", Takes::whole, "", false, "10", "Samples that may wait.", {}, 0, 100},
           kSays,
       },
       "An instrument of the bench; an analysis takes its time while the plant runs on.",
       R"(instrument { kind = "gas_chromatograph", method = { oven = celsius(60), split = 100, phase = "wax" },
  may_change = { "oven", "ramp1" }, limits = { oven = from_to(celsius(35), celsius(200)) },
  student_variation = { length = plus_minus(m(0.5)) }, price = 4 })"});
  words.push_back({"from_to",
                   WordKind::limit,
                   false,
                   {{"low", Takes::same_quantity, "setting", true, "", "The least."},
                    {"high", Takes::same_quantity, "setting", true, "", "The most."}},
                   {},
                   {},
                   "Between which values something may be set.",
                   "from_to(celsius(35), celsius(200))"});
  words.push_back(
      {"new_part",
       WordKind::replacement,
       false,
       {},
       {},
       {{"price", Takes::number, "", false, "", "Of the part; the instrument's own if left out.", {}, 0.0, 1e6},
        {"time",
         Takes::quantity,
         "s",
         false,
         "",
         "That it takes; the instrument's own if left out.",
         {},
         0.0,
         86400.0}},
       "What it takes to replace a part that has worn out or been harmed.",
       R"(new_part { price = 40, time = minutes(45) })"});
  words.push_back(
      {"bottle",
       WordKind::bottle,
       true,
       {},
       {},
       {
           {"holds", Takes::settings, "", true, "",
            "Species and how much: shares of one kind, or concentrations; \"rest\" fills up."},
           {"secret", Takes::boolean, "", false, "false", "The label does not say what is in it."},
           {"tolerance",
            Takes::quantity,
            "1",
            false,
            "0",
            "Relative: each stated content is off by no more, evenly spread.",
            {},
            0.0,
            0.5},
           {"varies",
            Takes::quantity,
            "1",
            false,
            "0",
            "Relative: each stated content differs from student to student by no more.",
            {},
            0.0,
            0.9},
           {"volume", Takes::quantity, "m^3", false, "5e-4", "How much there is.", {}, 1e-9, 0.1},
           kSays,
       },
       "A bottle on the shelf: a standard, a solvent, an unknown.",
       R"(bottle { holds = { methanol = mass_percent(99.8), water = "rest" }, tolerance = percent(0.1) })"});
  words.push_back(
      {"question",
       WordKind::question,
       true,
       {},
       {},
       {
           named("id", "the question", "Short name, once in a lab."),
           {"says", Takes::text, "", true, "", "What is asked."},
           named("unit", "unit such as \"wt%\", \"g/L\" or \"1\"", "The answer's unit."),
           {"truth", Takes::formula, "", true, "", "The right answer in this unit, by a formula that sees the truth."},
           {"full", Takes::same_quantity, "error", true, "", "An error so small is worth all."},
           {"none", Takes::same_quantity, "error", true, "", "An error so large is worth nothing."},
           {"error", Takes::choice, "relative|absolute", false, "relative",
            "full and none are shares of the truth, or differences in the unit."},
           {"wants_uncertainty", Takes::boolean, "", false, "false", "A standard uncertainty belongs to the answer."},
           {"tries",
            Takes::whole,
            "",
            false,
            "0",
            "How often it may be answered, the last counts; 0: often.",
            {},
            0,
            100},
       },
       "Something that the student finds out and answers with a number.",
       R"lua(question { id = "methanol", says = { en = "Methanol in the unknown", zh = "未知样中的甲醇" }, unit = "wt%",
  truth = "content('unknown', 'methanol', 'wt%')", full = percent(1), none = percent(6), wants_uncertainty = true })lua"});
  words.push_back(
      {"answers",
       WordKind::criterion,
       true,
       {},
       {{"questions",
         Takes::names,
         "id of a question",
         true,
         "",
         "The questions; all weigh the same unless weighted.",
         {WordKind::weight}}},
       {{"honesty",
         Takes::quantity,
         "1",
         false,
         "0.25",
         "Share of an answer's points for an uncertainty that holds the truth and is not absurdly large.",
         {},
         0.0,
         1.0},
        {"coverage", Takes::number, "", false, "2", "The truth must be within so many uncertainties.", {}, 1.0, 4.0},
        {"digits",
         Takes::quantity,
         "1",
         false,
         "0",
         "Share of an answer's points for digits as they should be: the uncertainty with one or two, the number with "
         "no more decimals than it.",
         {},
         0.0,
         1.0},
        {"requires",
         Takes::word,
         "",
         false,
         "",
         "Without this having held at some time there are no points.",
         {WordKind::condition}}},
       "Answers against the truth: each question is worth its ramp over the error.",
       R"(answers { "methanol", weighted("ethanol", 2), honesty = percent(30) })"});
  words.push_back({"closure",
                   WordKind::criterion,
                   true,
                   {},
                   {{"questions",
                     Takes::names,
                     "id of a question",
                     true,
                     "",
                     "The questions whose answers are added up, each times its weight if it is weighted.",
                     {WordKind::weight}}},
                   {{"sum", Takes::number, "", true, "", "What they should add up to, in their unit.", {}, -1e9, 1e9},
                    {"full", Takes::number, "", true, "", "Off by so little is worth all.", {}, 0.0, 1e9},
                    {"none", Takes::number, "", true, "", "Off by so much is worth nothing.", {}, 0.0, 1e9},
                    {"requires",
                     Takes::word,
                     "",
                     false,
                     "",
                     "Without this having held at some time there are no points.",
                     {WordKind::condition}}},
                   "Answers that have to be consistent: a balance that closes, shares that make a whole.",
                   R"(closure { "methanol", "ethanol", "water", sum = 100, full = 0.5, none = 3 })"});
}

void add_bench_conditions(std::vector<Word>& words) {
  words.push_back(condition("drawn", {named("point", "tag of a sampling point", "The point.")}, {},
                            "Holds once a jar has been filled at a sampling point.", R"(drawn("SP-140"))"));
  words.push_back(condition("prepared", {named("label", "label of a sample", "Its label.")}, {},
                            "Holds once a sample of this label is ready.", R"(prepared("S1"))"));
  words.push_back(
      condition("analysed", {named("instrument", "instrument of the bench", "The instrument.")},
                {{"sample", Takes::name, "label of a sample", false, "", "Of this sample; of any if left out."},
                 {"times", Takes::whole, "", false, "1", "So often.", {}, 1, 1000}},
                "Holds once analyses are finished.", R"(analysed("GC", { sample = "unknown", times = 3 }))"));
  words.push_back(condition("idle", {named("instrument", "instrument of the bench", "The instrument.")}, {},
                            "Holds while an instrument runs nothing and no sample waits.", R"(idle("GC"))"));
  words.push_back(condition("answered", {named("question", "id of a question", "The question.")}, {},
                            "Holds once a question has been answered.", R"(answered("methanol"))"));
}

void add_bench_steps(std::vector<Word>& words) {
  words.push_back(
      step("prepare",
           {named("label", "label", "What is written on it."),
            {"how", Takes::words, "", true, "", "What is done, one after the other.", {WordKind::manipulation}}},
           {}, "Makes a sample by weighing, pipetting and filling up; it takes some minutes.",
           R"(prepare("S1", { weigh("methanol", mg(500)), weigh("1-propanol", mg(500)), fill("water", mL(50)) }))"));
  words.push_back({"weigh",
                   WordKind::manipulation,
                   false,
                   {named("sample", "label of a bottle or sample", "What."),
                    {"mass",
                     Takes::quantity,
                     "kg",
                     true,
                     "",
                     "About so much; the label says what the balance showed.",
                     {},
                     1e-8,
                     0.1}},
                   {},
                   {},
                   "Weighed in by difference.",
                   R"(weigh("methanol", mg(500)))"});
  words.push_back({"pipette",
                   WordKind::manipulation,
                   false,
                   {named("sample", "label of a bottle or sample", "What."),
                    {"volume",
                     Takes::quantity,
                     "m^3",
                     true,
                     "",
                     "A pipette there is: 1, 2, 5, 10, 20, 25, 50, 100 mL.",
                     {},
                     1e-7,
                     1e-3}},
                   {},
                   {},
                   "By a one-mark pipette.",
                   R"(pipette("S0", mL(10)))"});
  words.push_back({"measure",
                   WordKind::manipulation,
                   false,
                   {named("sample", "label of a bottle or sample", "What."),
                    {"volume", Takes::quantity, "m^3", true, "", "About so much.", {}, 1e-7, 1e-2}},
                   {},
                   {},
                   "By a measuring cylinder, good to 1 %: for what need not be known.",
                   R"(measure("water", mL(50)))"});
  words.push_back({"fill",
                   WordKind::manipulation,
                   false,
                   {named("sample", "label of a bottle or sample", "The solvent."),
                    {"flask",
                     Takes::quantity,
                     "m^3",
                     true,
                     "",
                     "A flask there is: 10, 20, 25, 50, 100, 200, 250, 500, 1000 mL.",
                     {},
                     1e-6,
                     2e-3}},
                   {},
                   {},
                   "Fills a volumetric flask up to its mark; comes last.",
                   R"(fill("water", mL(100)))"});
  words.push_back(step("method",
                       {named("instrument", "instrument of the bench", "The instrument."),
                        {"settings", Takes::settings, "", true, "", "What is changed."}},
                       {}, "Sets an instrument's method; it holds for analyses that begin later.",
                       R"(method("GC", { oven = celsius(50), ramp1 = K_per_min(5), phase = "wax" }))"));
  words.push_back(step("replace",
                       {named("instrument", "instrument of the bench", "The instrument."),
                        named("part", "part of it that wears out", "The part that is in it now.")},
                       {}, "Puts a new part into an instrument; it takes its time, and its price is added to the cost.",
                       R"(replace("GC", "column"))"));
  words.push_back(step(
      "analyse",
      {named("instrument", "instrument of the bench", "The instrument."),
       named("sample", "label of a bottle or sample", "What.")},
      {{"times", Takes::whole, "", false, "1", "How often.", {}, 1, 50},
       {"volume", Takes::quantity, "m^3", false, "0", "How much of it; the usual volume if left out.", {}, 0.0, 1e-2},
       {"whole", Takes::boolean, "", false, "false", "All that is left of it."}},
      "Puts a sample into an instrument's queue.", R"(analyse("GC", "unknown", { times = 3 }))"));
  words.push_back(step(
      "let",
      {named("name", "name for formulas", "The name."), {"formula", Takes::formula, "", true, "", "The number."}}, {},
      "Works out a number for later formulas.", R"lua(let("t", "largest('GC', 'methanol', 'retention_time')"))lua"));
  words.push_back(step("answer",
                       {named("question", "id of a question", "The question."),
                        {"formula", Takes::formula, "", true, "", "The answer, in the question's unit."}},
                       {{"u", Takes::formula, "", false, "", "Its standard uncertainty, in the same unit."}},
                       "Answers a question.",
                       R"(answer("methanol", "100 * peak('GC', 'unknown', 'area', t) / 5200", { u = "0.4" }))"));
}

}  // namespace

void add_bench_words(std::vector<Word>& words) {
  add_what_stands_there(words);
  add_bench_conditions(words);
  add_bench_steps(words);
}

}  // namespace stillhouse::scenario
