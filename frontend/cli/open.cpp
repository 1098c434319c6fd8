#include <algorithm>
#include <charconv>
#include <filesystem>
#include <iostream>
#include <memory>

#include "engine/base/error.h"
#include "frontend/cli/played_run.h"
#include "frontend/cli/run_file.h"
#include "frontend/cli/verb.h"
#include "frontend/cli/window_request.h"
#include "frontend/paper/class_pdf.h"
#include "frontend/presenter/recorder_sink.h"
#include "frontend/presenter/review_desk.h"
#include "labs/record/writer.h"
#include "labs/session/lab_library.h"

namespace stillhouse::cli {

namespace {

WindowDoor& window() {
  static WindowDoor the_window;
  return the_window;
}

constexpr const char* kModel = "good";  // operator that shows how a lab goes
constexpr int kLeastWidth = 1280, kLeastHeight = 720, kMostPixels = 8192;
constexpr double kLeastScale = 0.5, kMostScale = 4.0;

/// A name that is still free: "<name>.run", "<name>-2.run", ...
std::string free_path(const std::string& path) {
  std::string free = path;
  for (int i = 2; std::filesystem::exists(free); ++i)
    free = path.substr(0, path.size() - 4) + "-" + std::to_string(i) + ".run";
  return free;
}

/// A run is shown from its file, and gone on with there unless only a picture is wanted.
OpenedRun taken_up(const std::string& path, bool kept) {
  std::optional<RunWriter> writer;
  RunRecord record;
  if (kept) {
    auto [reopened, so_far] = RunWriter::reopen(path);
    writer.emplace(std::move(reopened));
    record = std::move(so_far);
  } else {
    record = read_run_file(path);
  }
  const Replay replayed = replay_shown(record);
  if (!tell_difference(record, replayed))
    throw RecordError(path, 0, "this program cannot go on with the run, because it gives another one");
  const Session& past = *replayed.session;
  OpenedRun run;
  run.session = std::make_unique<Session>(carried_lab(record).lab, past.settings());
  // what was undone is not done again, but it stays counted
  for (int i = 0; i < past.backtracks(); ++i) run.session->backtrack(0, i < past.backtracks_by_instructor());
  run.past = past.commands();
  run.past_scans = past.scan();
  if (writer) run.sink = std::make_unique<RecorderSink>(RunRecorder(std::move(*writer), past));
  return run;
}

/// Whether somebody means a plant of labs/plants or a file of such a folder, and no lab.
bool is_plant(const LabLibrary& library, const std::string& what) {
  for (const LabPlace& lab : library.labs())
    if (lab.id() == what) return false;
  const std::vector<std::string> plants = library.plants();
  const std::filesystem::path path(what);
  return std::find(plants.begin(), plants.end(), what) != plants.end() ||
         (path.extension() == ".lua" && std::filesystem::absolute(path).parent_path().filename() == "plants");
}

/// A plant without a lab, to be looked at and tried: nothing is asked, nothing graded, nothing kept.
OpenedRun looked_at(const PlantPlace& place, const Arguments& arguments) {
  for (const char* option : {"student", "operator", "out", "exam"})
    if (arguments.has(option))
      throw UsageError("--" + std::string(option) + " belongs to a lab; " + place.shown(place.file) +
                       " is a plant, and nothing is recorded of it");
  scenario::Lab lab;
  lab.plant = load_plant(place);
  lab.id = lab.plant.id;
  lab.title = lab.plant.title;
  lab.duration = 24.0 * 3600.0;
  const auto shared = std::make_shared<const scenario::Lab>(std::move(lab));
  OpenedRun run;
  run.session = std::make_unique<Session>(shared, settings_of(arguments, *shared));
  return run;
}

OpenedRun begun(const std::string& what, const Arguments& arguments, bool exam, bool kept) {
  const LabLibrary library = LabLibrary::standard();
  if (is_plant(library, what)) return looked_at(library.find_plant(what), arguments);
  const LabPlace place = library.find(what);
  scenario::Lab read = load_lab(place);
  if (exam) read.mode = scenario::LabMode::exam;
  const auto lab = std::make_shared<const scenario::Lab>(std::move(read));
  OpenedRun run;
  run.session = std::make_unique<Session>(lab, settings_of(arguments, *lab));
  std::optional<scenario::Operator> played;
  if (const auto name = arguments.value("operator"); name && *name != "none") {
    played = load_operator(find_operator(place, *name), *lab);
    const auto player = std::make_shared<OperatorPlayer>(*played, *run.session);
    run.player = [player](const Session& session) { return player->next(session); };
  }
  const std::vector<std::string> hands = place.operators();
  if (std::find(hands.begin(), hands.end(), kModel) != hands.end())
    run.model = load_operator(find_operator(place, kModel), *lab);
  if (!kept) return run;
  const std::string standard = run_path(*run.session, played ? played->name : "student");
  const std::string path = arguments.value("out", free_path(standard));
  run.sink = std::make_unique<RecorderSink>(RunRecorder::begin(path, *run.session, played ? &*played : nullptr));
  std::cerr << "recording to " << path << "\n";
  return run;
}

std::string one_of(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words) all += (all.empty() ? "" : ", ") + word;
  return all;
}

/// "a,b,c" one by one.
std::vector<std::string> listed(const std::string& text) {
  std::vector<std::string> names{""};
  for (const char letter : text) {
    if (letter == ',')
      names.emplace_back();
    else
      names.back() += letter;
  }
  return names;
}

void read_size(const std::string& text, WindowRequest& request) {
  const std::size_t cross = text.find('x');
  const auto side = [&](const std::string& number) {
    int pixels = 0;
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), pixels);
    return error == std::errc() && end == number.data() + number.size() ? pixels : 0;
  };
  if (cross != std::string::npos) {
    request.width = side(text.substr(0, cross));
    request.height = side(text.substr(cross + 1));
  }
  if (cross == std::string::npos || request.width < kLeastWidth || request.height < kLeastHeight ||
      request.width > kMostPixels || request.height > kMostPixels)
    throw UsageError("--size: '" + text + "' is not allowed; write WIDTHxHEIGHT in pixels, from " +
                     std::to_string(kLeastWidth) + "x" + std::to_string(kLeastHeight) + " to " +
                     std::to_string(kMostPixels) + "x" + std::to_string(kMostPixels));
}

/// What is said of the window itself.
WindowRequest request_of(const Arguments& arguments) {
  WindowRequest request;
  request.screenshot = arguments.value("screenshot");
  if (request.screenshot && request.screenshot->empty()) throw UsageError("--screenshot needs a file name");
  request.screenshots = arguments.value("screenshots", "");
  request.widgets = arguments.value("widgets", "");
  if (const auto time = arguments.value("at")) request.at = seconds_in("at", *time);
  if (const auto language = arguments.value("language")) {
    if (*language != "en" && *language != "zh")
      throw UsageError("--language: '" + *language + "' is not known; allowed: en, zh");
    request.language = *language == "zh" ? Language::zh : Language::en;
  }
  if (const auto size = arguments.value("size")) read_size(*size, request);
  if (const auto scale = arguments.value("scale")) {
    request.scale = number_in("scale", *scale);
    if (request.scale < kLeastScale || request.scale > kMostScale)
      throw UsageError("--scale: " + *scale + " is not allowed; from 0.5 to 4");
  }
  if (const auto role = arguments.value("as")) {
    if (*role != "student" && *role != "instructor" && *role != "assessor")
      throw UsageError("--as: '" + *role + "' is not known; allowed: student, instructor, assessor");
    request.role = *role == "student" ? Role::student : *role == "instructor" ? Role::instructor : Role::assessor;
  }
  if (const auto screen = arguments.value("screen")) {
    const std::vector<std::string>& known = window().screens;
    const std::vector<std::string> wanted =
        request.screenshots.empty() ? std::vector<std::string>{*screen} : listed(*screen);
    for (const std::string& name : wanted)
      if (window().open && std::find(known.begin(), known.end(), name) == known.end())
        throw UsageError("--screen: '" + name + "' is not known; allowed: " + one_of(known));
    request.screen = wanted.front();
    request.pictured = wanted;
  }
  if (arguments.has("preview")) {
    if (arguments.words.empty()) throw UsageError("--preview needs a LAB");
    request.preview = arguments.words.front();
    request.role = Role::instructor;
    request.screen = "preview";
  }
  return request;
}

/// Says so where who sits there does not see the screen that was asked for.
void check_role(const WindowRequest& request) {
  const auto seen = window().roles.find(request.screen);
  if (seen == window().roles.end()) return;
  const char* role = request.role == Role::student      ? "student"
                     : request.role == Role::instructor ? "instructor"
                                                        : "assessor";
  if (std::find(seen->second.begin(), seen->second.end(), role) == seen->second.end())
    throw UsageError("--screen " + request.screen + " is not for the " + role + "; it is there with --as " +
                     one_of(seen->second));
}

/// Runs that are over, to be looked at: nothing is played and nothing recorded.
void take_class(const std::string& path, const Arguments& arguments, WindowRequest& request) {
  if (!arguments.words.empty())
    throw UsageError("--review shows runs that are over; '" + arguments.words.front() + "' must be left out");
  for (const char* option : {"seed", "student", "operator", "out"})
    if (arguments.has(option))
      throw UsageError("--" + std::string(option) +
                       " belongs to the beginning of a run; --review shows runs that are over");
  std::vector<std::filesystem::path> paths = runs_at(path);
  std::error_code error;
  const bool one = !std::filesystem::is_directory(path, error);
  const std::filesystem::path whole = std::filesystem::absolute(path, error).lexically_normal();
  const std::string name = (whole.has_filename() ? whole : whole.parent_path()).filename().string();
  request.review = std::make_shared<ReviewDesk>(name, std::move(paths), write_class_pdf);
  if (!arguments.has("as")) request.role = Role::assessor;
  if (request.screen.empty()) request.screen = one ? "review" : "class";
  const std::vector<std::string>& pictured = request.pictured;
  if (request.screen == "review" || std::find(pictured.begin(), pictured.end(), "review") != pictured.end())
    request.review->open(0);
}

int run_open(const Arguments& arguments) {
  WindowRequest request = request_of(arguments);
  if (!window().open) {
    std::cerr << "stillhouse: this program was built without a window (STILLHOUSE_WINDOW=OFF); play a lab with: "
              << "stillhouse run LAB\n";
    return not_well;
  }

  const bool kept = !request.screenshot && request.screenshots.empty();
  request.door = [kept](const RunOrder& order) {
    return is_run_file(order.what) ? taken_up(order.what, kept) : begun(order.what, {}, order.exam, kept);
  };
  if (const auto review = arguments.value("review")) {
    take_class(*review, arguments, request);
    check_role(request);
    return window().open(std::move(request));
  }
  check_role(request);
  const std::string what = arguments.words.empty() ? "" : arguments.words.front();
  if (!request.preview.empty()) {
    // an author looks at the lab; nothing is run in the window
  } else if (what.empty()) {
    for (const char* option : {"seed", "student", "operator", "out", "at", "exam"})
      if (arguments.has(option)) throw UsageError("--" + std::string(option) + " needs a LAB to open");
    const std::vector<std::string>& of_run = window().screens_of_a_run;
    if (std::find(of_run.begin(), of_run.end(), request.screen) != of_run.end())
      throw UsageError("--screen " + request.screen + " needs a LAB or a RUN to show");
  } else if (is_run_file(what)) {
    for (const char* option : {"seed", "student", "operator", "out", "exam"})
      if (arguments.has(option))
        throw UsageError("--" + std::string(option) + " belongs to the beginning of a run; this one has begun");
    request.run = taken_up(what, kept);
  } else {
    request.run = begun(what, arguments, arguments.has("exam"), kept);
  }
  return window().open(std::move(request));
}

}  // namespace

void use_window(WindowDoor door) {
  window() = std::move(door);
}

Verb open_verb() {
  return {
      "open",
      {"[LAB|RUN|PLANT]"},
      {{"operator", "NAME|FILE", "an operator plays while you look on"},
       {"seed", "N", "where all chance comes from; the lab's own if left out"},
       {"student", "ID", "derives the seed from a student's id"},
       {"out", "RUN", "the run file (LAB-student-SEED.run)"},
       {"at", "TIME", "runs to this simulated time first, as 600s, 10min or 1h"},
       {"screenshots", "FOLDER",
        "writes pictures of every screen, or of those of --screen (A,B,...), in both languages there and closes"},
       {"widgets", "FILE", "keeps a list of what can be clicked, and where, in this file: for tests"},
       {"exam", "", "begins the lab as an examination: no hints, no freezing, no going back"},
       {"screenshot", "FILE.png", "writes a picture of the window and closes it; nothing is recorded"},
       {"screen", "NAME", "the screen at first: start, plant, procedure, report, ..."},
       {"size", "WxH", "the window's size at first, pixels (1280x720)"},
       {"scale", "X", "everything X times as large as fits the window (1)"},
       {"review", "FOLDER|RUN", "shows runs that are over to an assessor: the class, or one run; nothing is recorded"},
       {"as", "ROLE", "who sits there: student, instructor or assessor; the student if left out"},
       {"preview", "", "watches the LAB while you write it: mistakes in place, operators, points; nothing is recorded"},
       {"language", "en|zh", "the window's language at first; that of the environment if left out"}},
      "Opens a lab in a window, goes on with a run there, or looks at a plant.",
      "Without an argument the labs are shown to choose from. What is done is recorded in a run file in the present\n"
      "folder; "
      "a run that is given is gone on with, and recorded in its own file. A plant (its id in labs/plants, or the path\n"
      "of its file in a folder `plants`) is shown and can be moved; nothing of it is graded or recorded.\n",
      run_open};
}

}  // namespace stillhouse::cli
