#include <algorithm>
#include <cctype>

#include "labs/scenario/parts.h"
#include "labs/scenario/vocabulary.h"

namespace stillhouse::scenario {
namespace {

constexpr std::string_view kEach = ".*";

bool is_tag(const std::string& name) {
  return !name.empty() && name.size() <= 40 &&
         std::all_of(name.begin(), name.end(), [](unsigned char c) { return std::isalnum(c) || c == '-' || c == '_'; });
}

std::vector<std::string> setting_names(const UnitKind& kind) {
  std::vector<std::string> names;
  for (const ParameterInfo& info : kind.parameters)
    names.push_back(info.name.ends_with(kEach) ? info.name.substr(0, info.name.size() - kEach.size()) : info.name);
  for (const ChoiceParameter& choice : kind.choices) names.push_back(choice.name);
  return names;
}

template <class Info>
const Info* by_name(const std::vector<Info>& infos, const std::string& name) {
  const auto found = std::find_if(infos.begin(), infos.end(), [&](const Info& info) { return info.name == name; });
  return found == infos.end() ? nullptr : &*found;
}

/// The settings of one unit against what its kind declares.
class SettingsReader {
 public:
  SettingsReader(const Node& node, const UnitKind& kind, const std::vector<std::string>& species, Findings& findings)
      : node_(node), kind_(kind), species_(species), findings_(findings) {}

  void read(Blueprint::Unit& unit, SpeltPlant::Unit& lines) {
    for (const auto& [name, value] : node_.content.fields)
      if (!take(name, value, unit, lines)) lines.whole = false;
  }

 private:
  bool tell(const Value& value, const std::string& message) {
    findings_.add({node_.source.file, value.line}, message);
    return false;
  }

  bool take(const std::string& name, const Value& value, Blueprint::Unit& unit, SpeltPlant::Unit& lines) {
    if (value.kind == Value::Kind::mistake || value.kind == Value::Kind::nothing) return false;
    if (const ChoiceParameter* choice = by_name(kind_.choices, name)) {
      const bool text = value.kind == Value::Kind::string;
      if (!text || std::find(choice->allowed.begin(), choice->allowed.end(), value.text) == choice->allowed.end())
        return tell(value, "`" + name + "` of " + kind_.name + " is " + found(value) + "; allowed: " +
                               listing(choice->allowed) + (text ? nearest_of(value.text, choice->allowed) : ""));
      return put({name, 0.0, value.text}, value, unit, lines);
    }
    if (const ParameterInfo* info = by_name(kind_.parameters, name)) {
      if (!fits_parameter(*info, name, value)) return false;
      return put({name, value.number, {}}, value, unit, lines);
    }
    if (const ParameterInfo* info = by_name(kind_.parameters, name + std::string(kEach)))
      return take_each(name, *info, value, unit, lines);
    const std::vector<std::string> allowed = setting_names(kind_);
    return tell(value, "`" + name + "` is no setting of " + kind_.name +
                           (allowed.empty() ? "; it has none" : "; allowed: " + listing(allowed, 40)) +
                           nearest_of(name, allowed));
  }

  // x = { water = ..., ethanol = ... }
  bool take_each(const std::string& name, const ParameterInfo& info, const Value& value, Blueprint::Unit& unit,
                 SpeltPlant::Unit& lines) {
    if (value.kind != Value::Kind::table || !value.table->items.empty())
      return tell(value, "`" + name + "` of " + kind_.name + " is " + found(value) +
                             "; allowed are braces with a value for each species: " + name + " = { " +
                             (species_.empty() ? "water" : species_.front()) + " = ... }");
    // a plant without species is told already
    bool good = !species_.empty();
    for (const auto& [species, share] : value.table->fields) {
      if (!species_.empty() && std::find(species_.begin(), species_.end(), species) == species_.end()) {
        tell(share, "`" + species + "` is no species of the plant; allowed: " + listing(species_) +
                        nearest_of(species, species_));
        good = false;
        continue;
      }
      const std::string full = name + "." + species;
      if (share.kind == Value::Kind::mistake || !fits_parameter(info, full, share))
        good = false;
      else
        put({full, share.number, {}}, share, unit, lines);
    }
    return good;
  }

  bool fits_parameter(const ParameterInfo& info, const std::string& name, const Value& value) {
    const Target target = target_of({name, info.unit, info.minimum, info.maximum, info.sentence});
    return check_setting_number(value, node_.source.file, name, target, findings_);
  }

  bool put(ParameterValue setting, const Value& value, Blueprint::Unit& unit, SpeltPlant::Unit& lines) {
    lines.settings.emplace_back(setting.name, SourceLine{node_.source.file, value.line});
    unit.values.push_back(std::move(setting));
    return true;
  }

  const Node& node_;
  const UnitKind& kind_;
  const std::vector<std::string>& species_;
  Findings& findings_;
};

class SpeltPlantReader {
 public:
  SpeltPlantReader(const NodeReader& plant, const PlantCatalogue& catalogue, Findings& findings)
      : plant_(plant), catalogue_(catalogue), findings_(findings) {}

  SpeltPlant read() {
    spelt_.source = plant_.source();
    read_species();
    spelt_.blueprint.liquid_model = plant_.string("liquid");
    spelt_.liquid = plant_.source_of("liquid");
    read_texts("reactions", spelt_.blueprint.reactions, spelt_.reactions);
    read_texts("gas_reactions", spelt_.blueprint.gas_reactions, spelt_.gas_reactions);
    const Value* units = plant_.value("units");
    if (units->kind == Value::Kind::table)
      for (const auto& [name, entry] : units->table->fields) read_unit(name, entry);
    if (const Value* joins = plant_.value("connections"); joins && joins->kind == Value::Kind::table)
      for (const Value& entry : joins->table->items) read_join(entry);
    return std::move(spelt_);
  }

 private:
  void tell(const SourceLine& source, const std::string& message) {
    findings_.add(source, message);
    spelt_.whole = false;
  }

  void read_species() {
    const Value* species = plant_.value("species");
    if (!species) {
      tell(plant_.source(),
           "plant lacks `species` (what flows through its units); for example: species = { \"water\" }");
    }
    read_texts("species", spelt_.blueprint.species, spelt_.species);
  }

  // strings in braces, each with its line
  void read_texts(const char* field, std::vector<std::string>& texts, std::vector<SourceLine>& lines) {
    const Value* list = plant_.value(field);
    if (!list || list->kind != Value::Kind::table) return;
    for (const Value& item : list->table->items) {
      if (item.kind != Value::Kind::string) continue;
      texts.push_back(item.text);
      lines.push_back({plant_.source().file, item.line});
    }
  }

  void read_unit(const std::string& name, const Value& entry) {
    const SourceLine line{plant_.source().file, entry.line};
    if (!is_tag(name)) {
      tell(line, "`" + name + "` is no name of a unit; allowed are letters, digits, - and _, as in TK-101");
      return;
    }
    // a word of another kind is told by its shape
    if (entry.kind != Value::Kind::word || entry.node->word->kind != WordKind::equipment) {
      spelt_.whole = false;
      return;
    }
    const NodeReader reader(*entry.node, findings_);
    const std::string word = reader.string("kind");
    const UnitKind* kind = by_name(catalogue_.units, word);
    if (!kind) {
      if (!word.empty()) {
        std::vector<std::string> allowed;
        for (const UnitKind& each : catalogue_.units) allowed.push_back(each.name);
        findings_.add(reader.source(), "`" + word + "` is no kind of unit; allowed: " + listing(allowed, 60) +
                                           nearest_of(word, allowed));
      }
      spelt_.whole = false;
      return;
    }
    Blueprint::Unit unit{name, kind->name, {}};
    SpeltPlant::Unit lines;
    lines.source = line;
    SettingsReader(*entry.node, *kind, spelt_.blueprint.species, findings_).read(unit, lines);
    spelt_.blueprint.units.push_back(std::move(unit));
    spelt_.units.push_back(std::move(lines));
  }

  void read_join(const Value& entry) {
    if (entry.kind != Value::Kind::word || entry.node->word->kind != WordKind::connection) {
      spelt_.whole = false;
      return;
    }
    const NodeReader reader(*entry.node, findings_);
    Blueprint::Connection connection;
    const bool from = split(reader, "from", connection.from, connection.out);
    const bool to = split(reader, "to", connection.to, connection.in);
    if (!from || !to) return;
    spelt_.blueprint.connections.push_back(std::move(connection));
    spelt_.connections.push_back(reader.source());
  }

  // "TK-101.out"
  bool split(const NodeReader& reader, const std::string& field, std::string& unit, std::string& port) {
    const std::string text = reader.string(field);
    const std::size_t dot = text.find('.');
    if (dot == std::string::npos || dot == 0 || dot + 1 == text.size()) {
      if (!text.empty())
        reader.add(field,
                   "`" + text + "` is no port; allowed is UNIT.PORT, for example: join(\"F-1.out\", \"V-101.in\")");
      spelt_.whole = false;
      return false;
    }
    unit = text.substr(0, dot);
    port = text.substr(dot + 1);
    return true;
  }

  const NodeReader& plant_;
  const PlantCatalogue& catalogue_;
  Findings& findings_;
  SpeltPlant spelt_;
};

template <class Item>
const Item* at(const std::vector<Item>& items, int index) {
  return index >= 0 && static_cast<std::size_t>(index) < items.size() ? &items[static_cast<std::size_t>(index)]
                                                                      : nullptr;
}

}  // namespace

SpeltPlant read_spelt_plant(const NodeReader& plant, const PlantCatalogue& catalogue, Findings& findings) {
  return SpeltPlantReader(plant, catalogue, findings).read();
}

void tell_blueprint_findings(const SpeltPlant& plant, const std::vector<BlueprintFinding>& blueprint_findings,
                             Findings& findings) {
  using Part = BlueprintFinding::Part;
  for (const BlueprintFinding& finding : blueprint_findings) {
    SourceLine line = plant.source;
    if (finding.part == Part::model) line = plant.liquid;
    if (finding.part == Part::species)
      if (const SourceLine* found = at(plant.species, finding.index)) line = *found;
    if (finding.part == Part::reaction)
      if (const SourceLine* found = at(plant.reactions, finding.index)) line = *found;
    if (finding.part == Part::gas_reaction)
      if (const SourceLine* found = at(plant.gas_reactions, finding.index)) line = *found;
    if (finding.part == Part::connection)
      if (const SourceLine* found = at(plant.connections, finding.index)) line = *found;
    if (finding.part == Part::unit || finding.part == Part::setting) {
      const SpeltPlant::Unit* unit = at(plant.units, finding.index);
      if (unit && !unit->whole) continue;
      if (unit) line = unit->source;
      if (unit && finding.part == Part::setting)
        for (const auto& [name, source] : unit->settings)
          if (name == finding.name || name.starts_with(finding.name + ".")) line = source;
    }
    findings.add(line, finding.message);
  }
}

}  // namespace stillhouse::scenario
