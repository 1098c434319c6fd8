#include "labs/session/lab_library.h"

#include <algorithm>
#include <cstdlib>
#include <set>

#include "engine/base/error.h"

namespace stillhouse {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view kOperators = "operators/";
constexpr std::string_view kPlants = "plants/";

bool is_file(const fs::path& path) {
  std::error_code error;
  return fs::is_regular_file(path, error);
}

bool is_folder(const fs::path& path) {
  std::error_code error;
  return fs::is_directory(path, error);
}

std::string without_ending(const std::string& name) {
  return name.ends_with(".lua") ? name.substr(0, name.size() - 4) : name;
}

std::string allowed_words(const std::string& found, const std::vector<std::string>& allowed) {
  return "; allowed: " + (allowed.empty() ? std::string("none is there") : scenario::listing(allowed)) +
         scenario::nearest_of(found, allowed);
}

std::string shown_path(const LayeredFiles& files, const std::string& name) {
  const fs::path path = files.path(name);
  if (path.empty()) return name;
  std::error_code error;
  const std::string near = fs::relative(path, error).generic_string();
  return error || near.empty() || near.starts_with("../") ? path.generic_string() : near;
}

[[noreturn]] void throw_shown(const scenario::Diagnostic& first, const std::string& file) {
  throw ScenarioError(file, first.source.line, first.message);
}

}  // namespace

std::optional<std::string> LayeredFiles::text(const std::string& name) const {
  for (const fs::path& folder : folders_)
    if (auto text = scenario::FolderFiles(folder.string()).text(name)) return text;
  return std::nullopt;
}

std::vector<std::string> LayeredFiles::names(const std::string& prefix) const {
  const std::size_t slash = prefix.rfind('/');
  if (slash == std::string::npos) return {};
  const std::string below = prefix.substr(0, slash + 1);
  std::set<std::string> names;
  for (const fs::path& folder : folders_) {
    if (!is_folder(folder / below)) continue;
    for (const std::string& name : scenario::FolderFiles((folder / below).string()).names(prefix.substr(slash + 1)))
      names.insert(below + name);
  }
  return {names.begin(), names.end()};
}

fs::path LayeredFiles::path(const std::string& name) const {
  for (const fs::path& folder : folders_)
    if (is_file(folder / name)) return folder / name;
  return {};
}

std::string LabPlace::folder() const {
  const std::size_t slash = file.rfind('/');
  return slash == std::string::npos ? "" : file.substr(0, slash + 1);
}

std::string LabPlace::id() const {
  return fs::absolute(files->path(file)).lexically_normal().parent_path().filename().string();
}

std::vector<std::string> LabPlace::operators() const {
  std::vector<std::string> names;
  const std::string prefix = folder() + std::string(kOperators);
  for (const std::string& name : files->names(prefix))
    if (name.ends_with(".lua")) names.push_back(without_ending(name.substr(prefix.size())));
  return names;
}

std::string LabPlace::shown(const std::string& name) const {
  return shown_path(*files, name);
}

std::string PlantPlace::shown(const std::string& name) const {
  return shown_path(*files, name);
}

LabLibrary::LabLibrary(std::vector<fs::path> folders) {
  // each once, and only those that are there
  std::set<fs::path> seen;
  for (const fs::path& folder : folders) {
    std::error_code error;
    const fs::path whole = fs::canonical(folder, error);
    if (!error && is_folder(whole) && seen.insert(whole).second) folders_.push_back(whole);
  }
}

LabLibrary LabLibrary::standard() {
  std::vector<fs::path> folders;
  if (const char* named = std::getenv("STILLHOUSE_LABS")) {
    const std::string list = named;
    for (std::size_t begin = 0; begin <= list.size();) {
      const std::size_t end = std::min(list.find(':', begin), list.size());
      if (end > begin) folders.emplace_back(list.substr(begin, end - begin));
      begin = end + 1;
    }
  }
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  if (!error) {
    folders.push_back(program.parent_path() / "labs");
    folders.push_back(program.parent_path() / "../share/stillhouse/labs");
  }
#ifdef STILLHOUSE_LABS_FOLDER
  folders.emplace_back(STILLHOUSE_LABS_FOLDER);
#endif
  return LabLibrary(std::move(folders));
}

std::vector<LabPlace> LabLibrary::labs() const {
  const auto files = std::make_shared<const LayeredFiles>(folders_);
  std::vector<LabPlace> places;
  for (const std::string& name : files->names("library/"))
    if (name.ends_with("/lab.lua") && std::count(name.begin(), name.end(), '/') == 2) places.push_back({files, name});
  return places;
}

LabPlace LabLibrary::find(const std::string& id_or_path) const {
  std::vector<std::string> ids;
  for (LabPlace& place : labs()) {
    if (place.id() == id_or_path) return place;
    ids.push_back(place.id());
  }

  // a path; a lab outside of the library brings its own folder, and finds plants in the library
  fs::path path = id_or_path;
  if (is_folder(path)) path /= "lab.lua";
  if (!is_file(path)) {
    const bool folder = path != fs::path(id_or_path);
    throw ScenarioError(id_or_path, 0,
                        (folder ? "this folder holds no lab.lua" : "there is no such lab") +
                            allowed_words(id_or_path, ids) + ", or the path of a lab.lua or its folder");
  }
  const fs::path whole = fs::canonical(path);
  const fs::path home = whole.parent_path();
  const bool in_library = whole.filename() == "lab.lua" && home.parent_path().filename() == "library";
  std::vector<fs::path> folders = folders_;
  folders.insert(folders.begin(), in_library ? home.parent_path().parent_path() : home);
  const std::string name = in_library ? "library/" + home.filename().string() + "/lab.lua" : whole.filename().string();
  return {std::make_shared<const LayeredFiles>(std::move(folders)), name};
}

std::vector<std::string> LabLibrary::plants() const {
  std::vector<std::string> ids;
  for (const std::string& name : LayeredFiles(folders_).names(std::string(kPlants)))
    if (name.ends_with(".lua")) ids.push_back(without_ending(name.substr(kPlants.size())));
  return ids;
}

PlantPlace LabLibrary::find_plant(const std::string& id_or_path) const {
  const std::vector<std::string> ids = plants();
  if (std::find(ids.begin(), ids.end(), id_or_path) != ids.end())
    return {std::make_shared<const LayeredFiles>(folders_), std::string(kPlants) + id_or_path + ".lua"};
  if (!is_file(id_or_path))
    throw ScenarioError(id_or_path, 0,
                        "there is no such plant" + allowed_words(id_or_path, ids) + ", or the path of a plant file");
  const fs::path whole = fs::canonical(id_or_path);
  const fs::path home = whole.parent_path();
  const bool among_plants = home.filename() == "plants";
  return {std::make_shared<const LayeredFiles>(std::vector<fs::path>{among_plants ? home.parent_path() : home}),
          (among_plants ? std::string(kPlants) : std::string()) + whole.filename().string()};
}

OperatorPlace find_operator(const LabPlace& lab, const std::string& name_or_path) {
  const std::vector<std::string> names = lab.operators();
  if (std::find(names.begin(), names.end(), name_or_path) != names.end())
    return {lab.files, lab.folder() + std::string(kOperators) + name_or_path + ".lua"};
  if (is_file(name_or_path)) {
    const fs::path whole = fs::canonical(name_or_path);
    return {std::make_shared<const LayeredFiles>(std::vector<fs::path>{whole.parent_path()}),
            whole.filename().string()};
  }
  throw ScenarioError(
      name_or_path, 0,
      "there is no such operator" + allowed_words(name_or_path, names) + ", or the path of an operator file");
}

scenario::Lab load_lab(const LabPlace& place) {
  scenario::ReadResult<scenario::Lab> read = scenario::check_lab(*place.files, place.file, plant_catalogue());
  if (!read.value) throw_shown(read.diagnostics.front(), place.shown(read.diagnostics.front().source.file));
  return std::move(*read.value);
}

scenario::Plant load_plant(const PlantPlace& place) {
  scenario::ReadResult<scenario::Plant> read = scenario::check_plant(*place.files, place.file, plant_catalogue());
  if (!read.value) throw_shown(read.diagnostics.front(), place.shown(read.diagnostics.front().source.file));
  return std::move(*read.value);
}

scenario::Operator load_operator(const OperatorPlace& place, const scenario::Lab& lab) {
  return scenario::read_operator(*place.files, place.file, lab, plant_catalogue());
}

std::string recorded_name(const scenario::Operator& played) {
  return std::string(kOperators) + played.name + ".lua";
}

scenario::Lab lab_of_texts(const std::map<std::string, std::string>& texts) {
  for (const auto& [name, text] : texts) {
    if (name.starts_with("plants/") || name.starts_with(kOperators)) continue;
    return scenario::read_lab(scenario::TextFiles(texts), name, plant_catalogue());
  }
  throw ScenarioError("lab.lua", 0, "the run carries no lab");
}

std::optional<scenario::Operator> operator_of_texts(const std::map<std::string, std::string>& texts,
                                                    const scenario::Lab& lab) {
  for (const auto& [name, text] : texts)
    if (name.starts_with(kOperators))
      return scenario::read_operator(scenario::TextFiles(texts), name, lab, plant_catalogue());
  return std::nullopt;
}

}  // namespace stillhouse
