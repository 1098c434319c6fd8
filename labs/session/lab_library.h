#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "labs/scenario/lab.h"
#include "labs/scenario/plant_names.h"
#include "labs/scenario/reader.h"
#include "labs/scenario/source_files.h"

namespace stillhouse {

/// Files of several folders laid on one another: the first folder that has a file gives it.
class LayeredFiles : public scenario::SourceFiles {
 public:
  explicit LayeredFiles(std::vector<std::filesystem::path> folders) : folders_(std::move(folders)) {}

  std::optional<std::string> text(const std::string& name) const override;
  /// Looks only below the folder that `prefix` names, so that a lab in a large folder is no large search.
  std::vector<std::string> names(const std::string& prefix) const override;

  /// Where a file really is; empty if no folder has it.
  std::filesystem::path path(const std::string& name) const;

 private:
  std::vector<std::filesystem::path> folders_;
};

/// Where one lab stands: its file among others that it may need.
struct LabPlace {
  std::shared_ptr<const LayeredFiles> files;
  std::string file;  ///< name in `files`: "library/<id>/lab.lua", or "lab.lua" of a lab outside of any library

  /// "library/<id>/" or "".
  std::string folder() const;
  /// Name of its folder, which is the id of a lab of the library.
  std::string id() const;
  /// Names of the operators shipped with it, sorted: "careless", "good".
  std::vector<std::string> operators() const;
  /// A name in `files` as a person would type it to open the file.
  std::string shown(const std::string& name) const;
};

/// Where one plant stands: its file among others.
struct PlantPlace {
  std::shared_ptr<const LayeredFiles> files;
  std::string file;  ///< name in `files`: "plants/<id>.lua", or "mine.lua" of a plant outside of any folder of plants

  /// A name in `files` as a person would type it to open the file.
  std::string shown(const std::string& name) const;
};

/// An operator's file among the files it is read from.
struct OperatorPlace {
  std::shared_ptr<const scenario::SourceFiles> files;
  std::string file;
};

/// The labs of one or more folders, each with `library/<id>/lab.lua` and `plants/<id>.lua`.
class LabLibrary {
 public:
  explicit LabLibrary(std::vector<std::filesystem::path> folders);

  /// The folders named by the environment variable STILLHOUSE_LABS (separated by colons), then `labs` next to the
  /// program, `../share/stillhouse/labs`, and the source tree the program was built from.
  static LabLibrary standard();

  /// Sorted by id; of two labs with one id the one in the first folder counts.
  std::vector<LabPlace> labs() const;

  /// The lab of an id, of the path of a lab file, or of the path of its folder.
  /// Throws ScenarioError with the ids there are and the nearest.
  LabPlace find(const std::string& id_or_path) const;

  /// Ids of the plants, sorted.
  std::vector<std::string> plants() const;

  /// The plant of an id or of the path of a plant file. Throws ScenarioError with the ids there are and the nearest.
  PlantPlace find_plant(const std::string& id_or_path) const;

  const std::vector<std::filesystem::path>& folders() const { return folders_; }

 private:
  std::vector<std::filesystem::path> folders_;
};

/// The operator of a name shipped with a lab, or of the path of an operator file.
/// Throws ScenarioError with the names there are and the nearest.
OperatorPlace find_operator(const LabPlace& lab, const std::string& name_or_path);

/// What models/catalogue offers to the readers of labs: flowsheets, and their names when built.
scenario::PlantCatalogue plant_catalogue();

/// Reads a lab. Throws ScenarioError with its first mistake, whose file is written as a person would type it.
scenario::Lab load_lab(const LabPlace& place);

/// Reads a plant file. Throws ScenarioError as load_lab.
scenario::Plant load_plant(const PlantPlace& place);

/// Reads an operator and checks it against its lab. Throws ScenarioError.
scenario::Operator load_operator(const OperatorPlace& place, const scenario::Lab& lab);

/// Name of an operator file in a run record.
std::string recorded_name(const scenario::Operator& played);

/// The lab of the texts a run record carries: plants/, operators/ and the lab file itself. Throws ScenarioError.
scenario::Lab lab_of_texts(const std::map<std::string, std::string>& texts);

/// The operator of the texts of a run record, if it carries one. Throws ScenarioError.
std::optional<scenario::Operator> operator_of_texts(const std::map<std::string, std::string>& texts,
                                                    const scenario::Lab& lab);

}  // namespace stillhouse
