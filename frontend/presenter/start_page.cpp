#include "frontend/presenter/start_page.h"

#include <algorithm>
#include <utility>

#include "engine/base/error.h"
#include "frontend/presenter/bench_sketch.h"
#include "frontend/presenter/plant_diagram.h"
#include "frontend/presenter/words.h"
#include "labs/grading/evidence_text.h"
#include "labs/session/plant_building.h"

namespace stillhouse {

namespace {

/// "chemical_engineering" as "Chemical engineering".
Text spelt(std::string id) {
  std::replace(id.begin(), id.end(), '_', ' ');
  if (!id.empty() && id[0] >= 'a' && id[0] <= 'z') id[0] = static_cast<char>(id[0] - 'a' + 'A');
  return plain(std::move(id));
}

void draw_plant(const scenario::Plant& plant, LabCard& card) {
  if (plant.flowsheet.empty() && !plant.blueprint) return;  // all on the bench
  const BuiltPlant built = build_plant(plant, {});
  card.plant = diagram_of(plant, *built.plant);
  card.drawing = placed(card.plant);
}

LabCard card_of(const LabPlace& place) {
  LabCard card{.id = place.id()};
  card.title = plain(card.id);
  try {
    const scenario::Lab lab = load_lab(place);
    card.title = lab.title;
    card.course_id = lab.course;
    card.course = course_name(lab.course);
    card.level = level_name(lab.level);
    card.learns = lab.learns;
    card.notes = lab.notes;
    card.duration = lab.duration;
    card.exam = lab.mode == scenario::LabMode::exam;
    card.tasks = static_cast<int>(lab.tasks.size());
    std::vector<scenario::Criterion> criteria = lab.rubric.criteria;
    std::stable_sort(criteria.begin(), criteria.end(),
                     [](const auto& a, const auto& b) { return a.points > b.points; });
    for (const scenario::Criterion& criterion : criteria)
      card.judged.push_back(words("start.judged"_word, {criterion.title, points_text(criterion.points)}));
    for (const scenario::PersonItem& item : lab.rubric.by_person)
      card.judged.push_back(words("start.judged_by_person"_word, {item.title, points_text(item.points)}));
    card.signal = bench_sketch(lab);
    if (card.signal.empty()) draw_plant(lab.plant, card);
  } catch (const ScenarioError& error) {
    card.mistake = error.what();
  } catch (const ModelError& error) {
    card.mistake = error.what();
  }
  return card;
}

void add_run(LabCard& card, const RunCard& run) {
  ++card.runs;
  if (!run.score || (card.best && *card.best >= *run.score)) return;
  card.best = run.score;
  card.total = run.total;
}

}  // namespace

Text course_name(const std::string& id) {
  static const std::pair<std::string_view, Word> kCourses[] = {
      {"chemical_engineering_and_processes", "courses.chemical_engineering_and_processes"_word},
      {"chemical_engineering_laboratory", "courses.chemical_engineering_laboratory"_word},
      {"industrial_analysis", "courses.industrial_analysis"_word},
  };
  for (const auto& [known, word] : kCourses)
    if (known == id) return words(word);
  return spelt(id);
}

Text level_name(const std::string& id) {
  const std::size_t line = id.rfind('_');
  const std::string year = line == std::string::npos ? "" : id.substr(line + 1);
  if (id.starts_with("bachelor_")) return words("levels.bachelor"_word, {year});
  if (id.starts_with("master_")) return words("levels.master"_word, {year});
  return spelt(id);
}

StartPage start_page(const LabLibrary& library, const std::filesystem::path& runs) {
  StartPage page;
  for (const LabPlace& place : library.labs()) page.labs.push_back(card_of(place));
  std::stable_sort(page.labs.begin(), page.labs.end(),
                   [](const LabCard& a, const LabCard& b) { return a.course_id < b.course_id; });
  for (RunCard& run : run_cards(runs)) {
    const auto lab =
        std::find_if(page.labs.begin(), page.labs.end(), [&](const LabCard& card) { return card.id == run.lab; });
    if (lab == page.labs.end() || run.by_operator) continue;
    add_run(*lab, run);
    if (!run.finished && run.time < lab->duration - 0.5) page.open.push_back(std::move(run));
  }
  return page;
}

StartPage start_page_here() {
  return start_page(LabLibrary::standard(), ".");
}

}  // namespace stillhouse
