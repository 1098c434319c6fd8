#pragma once

#include <string>
#include <utility>
#include <vector>

#include "labs/scenario/findings.h"
#include "labs/scenario/lab.h"
#include "labs/scenario/node_reader.h"
#include "labs/scenario/scope.h"
#include "labs/scenario/value.h"

/// The parts a lab is read in: each turns words into plain data and checks their names against the scope.
namespace stillhouse {
struct InstrumentKind;
}

namespace stillhouse::scenario {

/// For whom a condition is asked, which decides what it may look at.
enum class Where {
  safeguard,  ///< interlock: tags only
  sequence,   ///< tags, alarms and interlocks
  task,       ///< what the student can see, and other tasks
  operating,  ///< what the student can see, and tasks
  judging,    ///< rubric and faults: everything
};

Condition read_condition(const Node& node, const Scope& scope, Where where, Findings& findings);

/// The condition of a field, if it is there.
std::optional<Condition> read_condition_field(const NodeReader& reader, const std::string& field, const Scope& scope,
                                              Where where);

/// The subject of a field; nothing (and told) when there is no such tag or signal, or it may not be looked at here.
std::optional<FoundSubject> read_subject(const NodeReader& reader, const std::string& field, const Scope& scope,
                                         Where where);

/// A result of an instrument is compared in the unit that its limit is written in.
void take_written_unit(FoundSubject& found, const Value* value);

/// Named entries of both files, those of the lab replacing those of the plant.
using Entries = std::vector<std::pair<std::string, const Node*>>;

/// The entries of a field, after those in `entries`; entries with a mistake go to scope.broken.
void collect_entries(const NodeReader& reader, const std::string& field, Scope& scope, Entries& entries);

/// Instruments, handles, controllers, sequences, interlocks, alarms and sampling points into scope.plant, in this
/// order.
struct PlantEntries {
  Entries instruments, handles, controllers, sequences, interlocks, alarms, sample_points;
};
void collect_plant_entries(const NodeReader& reader, Scope& scope, PlantEntries& entries);
void read_plant_entries(const PlantEntries& entries, Scope& scope, Findings& findings);

/// Settings of a flowsheet, checked against its names; wrong ones are told and left out.
std::vector<Setting> read_parameters(const Table& table, const std::string& file, const PlantNames& names,
                                     Findings& findings, const std::string& what = "parameter of the plant");

/// A plant that is spelt out, and where each part of it stands.
struct SpeltPlant {
  struct Unit {
    SourceLine source;
    std::vector<std::pair<std::string, SourceLine>> settings;
    bool whole = true;  ///< false: a setting is wrong and left out, so what is said of the unit may come from that
  };
  Blueprint blueprint;
  bool whole = true;  ///< false: units or connections are wrong and left out, so nothing can be said of the rest
  SourceLine source, liquid;
  std::vector<SourceLine> species, reactions, gas_reactions, connections;
  std::vector<Unit> units;  ///< in the order of the blueprint's
};

/// Species, units with their settings, and connections of a plant file, checked as far as their words go.
SpeltPlant read_spelt_plant(const NodeReader& plant, const PlantCatalogue& catalogue, Findings& findings);

/// Tells what is wrong with the blueprint, each finding on the line of what it is about.
void tell_blueprint_findings(const SpeltPlant& plant, const std::vector<BlueprintFinding>& blueprint_findings,
                             Findings& findings);

/// Where the units of a plant that is spelt out stand on its picture; none if the file does not say, or says it wrong.
std::vector<UnitPlace> read_layout(const NodeReader& plant, const Blueprint& blueprint);

/// Value against a name's unit and limits.
bool check_setting_number(const Value& value, const std::string& file, const std::string& name, const Target& target,
                          Findings& findings);

/// Ids of tasks and faults first, because conditions name them before their turn comes.
struct ExerciseNodes {
  std::vector<const Node*> tasks, faults;
};
ExerciseNodes collect_exercise(const NodeReader& lab, Scope& scope);

std::vector<Task> read_tasks(const ExerciseNodes& nodes, const Scope& scope, Findings& findings);
std::vector<Fault> read_faults(const ExerciseNodes& nodes, const Scope& scope, Findings& findings);
std::vector<InitialValue> read_initial(const NodeReader& lab, const Scope& scope);
std::vector<Variation> read_student_variation(const NodeReader& lab, const Scope& scope);

/// Instruments, shelf and sample points; an empty one if the lab has none.
LabBench read_bench(const NodeReader& lab, const Scope& scope);
/// After the bench: their truths name its parts.
std::vector<Question> read_questions(const NodeReader& lab, const Scope& scope);

/// Settings of an instrument's method.
std::vector<ParameterValue> read_method(const NodeReader& reader, const std::string& field,
                                        const stillhouse::InstrumentKind& kind);

/// A formula that may use these values beside its functions; told and empty if it is wrong.
Formula read_formula(const NodeReader& reader, const std::string& field, const Scope& scope, FormulaFor who,
                     const std::vector<std::string>& values);

/// Whether contents of samples are written in this unit.
bool is_content_unit(const std::string& symbol);

Rubric read_rubric(const Node& node, const Scope& scope, Findings& findings);

/// Steps of a field; those of a sequence may be of fewer kinds.
std::vector<Step> read_steps(const NodeReader& reader, const std::string& field, const Scope& scope, Where where);

/// A step of the bench. A let adds its name to the values that later formulas may use.
void read_bench_step(const NodeReader& reader, const Scope& scope, std::vector<std::string>& values, Step& step);

/// False, and told, if the controller cannot be used. Handles come before it, and so does the controller whose set
/// point it moves.
bool read_controller(Controller& item, const NodeReader& reader, const Scope& scope);

/// False, and told, if the sequence cannot be used.
bool read_sequence(Sequence& sequence, const NodeReader& reader, const Scope& scope);
/// Ids of the phases of a sequence.
std::vector<std::string> phase_ids(const Node& sequence, Findings& findings);

/// False, and told, if samples cannot be drawn there.
bool read_sample_point(SamplePoint& item, const NodeReader& reader, const Scope& scope);

Operator read_operator_node(const Node& node, const Scope& scope, Findings& findings);

}  // namespace stillhouse::scenario
