#include "labs/scenario/reader.h"

#include <algorithm>
#include <exception>

#include "engine/base/error.h"
#include "labs/scenario/parts.h"
#include "labs/scenario/rest.h"
#include "labs/scenario/sandbox.h"
#include "labs/scenario/vocabulary.h"

namespace stillhouse::scenario {
namespace {

std::string plant_file(const std::string& name) {
  return "plants/" + name + ".lua";
}

// the words of a file, or nothing and told
const Node* root_of(const Chunk& chunk, const std::string& word, const std::string& file, Findings& findings) {
  if (chunk.result.kind != Value::Kind::word) return nullptr;
  const Node* node = chunk.result.node;
  if (node->word->name == word) return node;
  findings.add({file, node->source.line}, "the file returns the word " + std::string(node->word->name) +
                                              "; allowed here is `return " + word + " { ... }`");
  return nullptr;
}

std::optional<Chunk> run_file(const SourceFiles& files, const std::string& name, std::vector<SourceText>& sources,
                              Findings& findings) {
  std::optional<std::string> text = files.text(name);
  if (!text) return std::nullopt;
  Chunk chunk = run_text(name, *text, findings);
  sources.push_back({name, std::move(*text)});
  return chunk;
}

// settings of the plant file, with those of the lab in their place
void override_settings(std::vector<Setting>& settings, const std::vector<Setting>& overrides) {
  for (const Setting& entry : overrides) {
    const auto same = [&](const Setting& other) { return other.name == entry.name; };
    const auto found = std::find_if(settings.begin(), settings.end(), same);
    if (found != settings.end())
      *found = entry;
    else
      settings.push_back(entry);
  }
}

class FileReader {
 public:
  FileReader(const SourceFiles& files, const PlantCatalogue& catalogue) : files_(files), catalogue_(catalogue) {}

  ReadResult<Lab> lab(const std::string& name) {
    const std::optional<Chunk> chunk = run_file(files_, name, lab_.sources, findings_);
    if (!chunk) {
      findings_.add({name, 1}, "there is no such file" + nearest_file(name, "library/"));
    } else if (const Node* root = root_of(*chunk, "lab", name, findings_)) {
      read_lab(*root);
    }
    return result(std::move(lab_));
  }

  ReadResult<Plant> plant(const std::string& name) {
    if (read_plant_file(name, {name, 1})) {
      const bool built = build_scope(nullptr, nullptr);
      read_plant_entries(entries_, scope_, findings_);
      if (built) rest_ = read_rest(NodeReader(*plant_root_, findings_), scope_);
    }
    return result(std::move(scope_.plant));
  }

  ReadResult<Rest> rest(const std::string& name) {
    static_cast<void>(plant(name));
    return result(std::move(rest_));
  }

 private:
  template <class Value>
  ReadResult<Value> result(Value value) {
    ReadResult<Value> read;
    read.diagnostics = findings_.sorted();
    if (read.diagnostics.empty()) read.value = std::move(value);
    return read;
  }

  std::string nearest_file(const std::string& name, const std::string& prefix) const {
    const std::vector<std::string> names = files_.names(prefix);
    std::vector<std::string> labs;
    for (const std::string& file : names)
      if (prefix != "library/" || file.ends_with("/lab.lua")) labs.push_back(file);
    return labs.empty() ? "" : "; allowed: " + listing(labs, 8) + nearest_of(name, labs);
  }

  // runs the plant file and takes its own lines; false (and told at `asked`) when there is none
  bool read_plant_file(const std::string& file, const SourceLine& asked) {
    plant_chunk_ = run_file(files_, file, lab_.sources, findings_);
    if (!plant_chunk_) {
      findings_.add(asked, "there is no plant file " + file + nearest_file(file, "plants/"));
      return false;
    }
    plant_root_ = root_of(*plant_chunk_, "plant", file, findings_);
    if (!plant_root_) return false;
    const NodeReader reader(*plant_root_, findings_);
    scope_.plant.id = reader.string("id");
    scope_.plant.title = reader.text("title");
    scope_.plant.flowsheet = reader.string("flowsheet");
    scope_.plant.source = reader.source();
    if (file.starts_with("plants/") && file != plant_file(scope_.plant.id) && !scope_.plant.id.empty())
      reader.add("id", "the id `" + scope_.plant.id + "` does not fit the file " + file +
                           "; allowed: the file's name without .lua");
    return reader.has("flowsheet") ? names_a_flowsheet(reader) : spells_a_plant(reader);
  }

  bool names_a_flowsheet(const NodeReader& reader) {
    bool good = true;
    for (const char* field : {"species", "liquid", "reactions", "gas_reactions", "units", "connections", "layout"}) {
      if (!reader.has(field)) continue;
      reader.add(field, "`" + std::string(field) + "` stands beside `flowsheet`; allowed is either `flowsheet`, or " +
                            "`species`, `units` and `connections`");
      good = false;
    }
    const std::vector<std::string>& flowsheets = catalogue_.flowsheets;
    if (std::find(flowsheets.begin(), flowsheets.end(), scope_.plant.flowsheet) != flowsheets.end()) return good;
    if (!scope_.plant.flowsheet.empty())
      reader.add_unknown("flowsheet", scope_.plant.flowsheet, "flowsheet of the catalogue", flowsheets);
    return false;
  }

  // a plant made of units; false (and told) when it cannot be built
  bool spells_a_plant(const NodeReader& reader) {
    if (!reader.has("units")) {
      findings_.add(reader.source(),
                    "plant lacks `flowsheet` (a flowsheet of the catalogue) or `units` (what it is made of)");
      return false;
    }
    const bool settings_in_place = !reader.has("parameters");
    if (!settings_in_place)
      reader.add("parameters", "`parameters` are those of a flowsheet; allowed here are settings in each unit");
    SpeltPlant spelt = read_spelt_plant(reader, catalogue_, findings_);
    if (!spelt.whole) return false;
    const std::vector<BlueprintFinding> found = catalogue_.findings(spelt.blueprint);
    tell_blueprint_findings(spelt, found, findings_);
    const bool good = found.empty() && settings_in_place;
    scope_.plant.layout = read_layout(reader, spelt.blueprint);
    scope_.plant.blueprint = std::move(spelt.blueprint);
    return good;
  }

  // asks the models for the names of the flowsheet with its settings, collects the entries of both files
  bool build_scope(const Node* use, const Node* lab_root) {
    const SourceLine asked = use ? use->source : plant_root_->source;
    const NodeReader plant_reader(*plant_root_, findings_);
    try {
      const PlantNames offered = catalogue_.names(scope_.plant);
      const Value* parameters = plant_reader.value("parameters");
      if (parameters && parameters->kind == Value::Kind::table)
        scope_.plant.parameters = read_parameters(*parameters->table, plant_reader.source().file, offered, findings_);
      if (use)
        override_settings(scope_.plant.parameters, read_parameters(use->content, use->source.file, offered, findings_));
      scope_.names = catalogue_.names(scope_.plant);
      for (const auto* list : {&scope_.names.signals, &scope_.names.inputs, &scope_.names.parameters})
        for (const NameInfo& info : *list) static_cast<void>(unit(info.unit));
    } catch (const std::exception& error) {
      findings_.add(asked, std::string("the plant cannot be built with these settings: ") + error.what());
      return false;
    }
    collect_plant_entries(plant_reader, scope_, entries_);
    if (lab_root) collect_plant_entries(NodeReader(*lab_root, findings_), scope_, entries_);
    return true;
  }

  void read_lab(const Node& root) {
    const NodeReader reader(root, findings_);
    read_header(reader);

    // the plant first: everything else names its parts
    const Node* use = reader.word("plant");
    if (!use || use->word->kind != WordKind::reference) return;
    const NodeReader use_reader(*use, findings_);
    const std::string plant_name = use_reader.string("name");
    if (plant_name.empty() || !read_plant_file(plant_file(plant_name), use->source)) return;
    if (!build_scope(use, &root)) return;
    read_plant_entries(entries_, scope_, findings_);

    // the bench and what is asked
    scope_.bench = read_bench(reader, scope_);
    scope_.questions = read_questions(reader, scope_);
    lab_.bench = scope_.bench;
    lab_.questions = scope_.questions;

    // the exercise and how it is judged
    const ExerciseNodes nodes = collect_exercise(reader, scope_);
    lab_.tasks = read_tasks(nodes, scope_, findings_);
    lab_.faults = read_faults(nodes, scope_, findings_);
    if (const Value* tasks = reader.value("tasks"); tasks && tasks->table && tasks->table->items.empty())
      reader.add("tasks", "`tasks` of lab is empty; allowed are tasks: task { ... }");
    lab_.initial = read_initial(reader, scope_);
    lab_.student_variation = read_student_variation(reader, scope_);
    if (const Node* rubric = reader.word("rubric"); rubric && rubric->word->kind == WordKind::rubric)
      lab_.rubric = read_rubric(*rubric, scope_, findings_);
    read_start(reader);
    lab_.plant = scope_.plant;
  }

  void read_header(const NodeReader& reader) {
    lab_.format = static_cast<int>(reader.number("format"));
    lab_.id = reader.string("id");
    lab_.seed = static_cast<std::uint64_t>(std::clamp(reader.number("seed"), 0.0, 9e15));
    lab_.title = reader.text("title");
    lab_.course = reader.string("course");
    lab_.level = reader.string("level");
    lab_.learns = reader.text("learns");
    lab_.duration = reader.number("duration");
    lab_.mode = reader.string("mode") == "exam" ? LabMode::exam : LabMode::practice;
    lab_.notes = reader.text("notes");
    lab_.source = reader.source();
    const std::string& file = lab_.source.file;
    if (file.starts_with("library/") && !lab_.id.empty() && file != "library/" + lab_.id + "/lab.lua")
      reader.add("id", "the id `" + lab_.id + "` does not fit the file " + file + "; allowed: the name of its folder");
  }

  void read_start(const NodeReader& reader) {
    const Field* declared = find_field(*reader.node().word, "start");
    lab_.start = declared->fallback;
    const Node* start = reader.word("start");
    if (!start || start->word->kind != WordKind::start) return;
    const NodeReader start_reader(*start, findings_);
    lab_.start = start_reader.string("name");
    const std::vector<std::string>& known = scope_.names.snapshots;
    if (!lab_.start.empty() && std::find(known.begin(), known.end(), lab_.start) == known.end())
      start_reader.add_unknown("name", lab_.start, "snapshot of the plant", known);
  }

  const SourceFiles& files_;
  const PlantCatalogue& catalogue_;
  Findings findings_;
  Scope scope_;
  PlantEntries entries_;
  std::optional<Chunk> plant_chunk_;
  const Node* plant_root_ = nullptr;
  Rest rest_;
  Lab lab_;
};

}  // namespace

ReadResult<Lab> check_lab(const SourceFiles& files, const std::string& name, const PlantCatalogue& catalogue) {
  return FileReader(files, catalogue).lab(name);
}

ReadResult<Plant> check_plant(const SourceFiles& files, const std::string& name, const PlantCatalogue& catalogue) {
  return FileReader(files, catalogue).plant(name);
}

ReadResult<Rest> check_rest(const SourceFiles& files, const std::string& name, const PlantCatalogue& catalogue) {
  return FileReader(files, catalogue).rest(name);
}

bool is_plant_text(const std::string& text) {
  Findings ignored;
  const Chunk chunk = run_text("plant.lua", text, ignored);
  return chunk.result.kind == Value::Kind::word && std::string_view(chunk.result.node->word->name) == "plant";
}

ReadResult<Operator> check_operator(const SourceFiles& files, const std::string& name, const Lab& lab,
                                    const PlantCatalogue& catalogue) {
  Findings findings;
  ReadResult<Operator> read;
  std::vector<SourceText> sources;
  const std::optional<Chunk> chunk = run_file(files, name, sources, findings);
  if (!chunk) {
    findings.add({name, 1}, "there is no such file");
  } else if (const Node* root = root_of(*chunk, "operator", name, findings)) {
    Scope scope;
    scope.plant = lab.plant;
    for (const Sequence& sequence : lab.plant.sequences) {
      scope.phases.emplace_back(sequence.tag, std::vector<std::string>());
      for (const Phase& phase : sequence.phases) scope.phases.back().second.push_back(phase.id);
    }
    scope.names = catalogue.names(lab.plant);
    scope.bench = lab.bench;
    scope.questions = lab.questions;
    for (const Task& task : lab.tasks) scope.tasks.push_back(task.id);
    for (const Fault& fault : lab.faults) scope.faults.push_back(fault.id);
    Operator value = read_operator_node(*root, scope, findings);
    const std::size_t begin = name.find_last_of('/') + 1;
    value.name = name.substr(begin, name.ends_with(".lua") ? name.size() - begin - 4 : std::string::npos);
    value.text = sources.front();
    if (findings.empty()) read.value = std::move(value);
  }
  read.diagnostics = findings.sorted();
  return read;
}

namespace {

template <class Value>
Value value_or_throw(ReadResult<Value> read) {
  if (read.value) return std::move(*read.value);
  const Diagnostic& first = read.diagnostics.front();
  throw ScenarioError(first.source.file, first.source.line, first.message);
}

}  // namespace

Lab read_lab(const SourceFiles& files, const std::string& name, const PlantCatalogue& catalogue) {
  return value_or_throw(check_lab(files, name, catalogue));
}

Operator read_operator(const SourceFiles& files, const std::string& name, const Lab& lab,
                       const PlantCatalogue& catalogue) {
  return value_or_throw(check_operator(files, name, lab, catalogue));
}

TextFiles texts_of(const Lab& lab) {
  TextFiles files;
  for (const SourceText& source : lab.sources) files.put(source.name, source.text);
  return files;
}

}  // namespace stillhouse::scenario
