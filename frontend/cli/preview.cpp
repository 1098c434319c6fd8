#include <chrono>
#include <iostream>
#include <thread>

#include "frontend/cli/output.h"
#include "frontend/cli/progress.h"
#include "frontend/cli/verb.h"
#include "frontend/presenter/lab_preview.h"
#include "frontend/presenter/preview_text.h"

namespace stillhouse::cli {

namespace {

constexpr auto kLookEvery = std::chrono::milliseconds(300);

/// Reads the lab once, lets operators play, and prints what came of it.
int show(const LabPlace& place, const std::string& who, Language language) {
  ReadLab read = read_for_preview(place);
  if (who != "all" && who != "none" && read.lab && !read.operators.contains(who)) {
    std::string names;
    for (const auto& [name, hand] : read.operators) names += (names.empty() ? "" : ", ") + name;
    throw UsageError("--operator: '" + who + "' is none of this lab's that can be read; there are: all, none" +
                     (names.empty() ? "" : ", " + names));
  }
  for (PreviewPlay& play : read.state.plays) {
    if (who != "all" && who != play.name) continue;
    Progress progress("playing");
    play = play_for_preview(read, play.name, [&](const PreviewPlay& so_far) {
      progress.show(so_far.progress, so_far.name);
      return true;
    });
    progress.clear();
  }
  std::cout << preview_text(read.state, language) << std::flush;
  return read.state.mistakes.empty() ? all_is_well : not_well;
}

int run_preview(const Arguments& arguments) {
  const std::string language = arguments.value("language", "en");
  if (language != "en" && language != "zh")
    throw UsageError("--language: '" + language + "' is not known; allowed: en, zh");
  const Language spoken = language == "zh" ? Language::zh : Language::en;
  const std::string who = arguments.value("operator", "all");
  const LabPlace place = LabLibrary::standard().find(arguments.words.front());
  if (!arguments.has("watch")) return show(place, who, spoken);

  // again whenever somebody saves a file, until the program is stopped
  std::string stamp;
  while (true) {
    if (const std::string now = stamp_of(place); now != stamp) {
      stamp = now;
      show(place, who, spoken);
      std::cout << "----\n" << std::flush;
    }
    std::this_thread::sleep_for(kLookEvery);
  }
}

}  // namespace

Verb preview_verb() {
  return {"preview",
          {"LAB"},
          {{"operator", "NAME", "the operator that plays; all or none (all)"},
           {"watch", "", "again whenever a file of the lab or a plant is saved, until you stop it"},
           {"language", "en|zh", "of titles (en)"}},
          "Shows a lab to its author: mistakes in place, else how its operators fare.",
          "Prints every mistake with the line it stands on. A lab without mistakes is played by its operators; tasks,\n"
          "points, the score over the run, and what no operator did or earned are told. In a window:\n"
          "stillhouse open LAB --preview.\n",
          run_preview};
}

}  // namespace stillhouse::cli
