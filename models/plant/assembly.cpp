#include <algorithm>
#include <cmath>
#include <deque>
#include <map>
#include <optional>

#include "engine/base/error.h"
#include "engine/modelling/declare.h"
#include "models/plant/blueprint.h"
#include "models/plant/connection_streams.h"
#include "models/plant/unit_site.h"

namespace stillhouse {

namespace {

using Part = BlueprintFinding::Part;

std::string listing(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) {
    if (!text.empty()) text += ", ";
    text += name;
  }
  return text;
}

std::string allowed(std::string_view name, const std::vector<std::string>& names) {
  std::string text = "; allowed: " + listing(names);
  const std::string nearest = nearest_word(name, names);
  if (!nearest.empty()) text += "; nearest: " + nearest;
  return text;
}

std::string number(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.6g", value);
  return text;
}

/// "x" of "x.*"; empty for a parameter that is one number.
std::string per_species_name(const std::string& parameter) {
  return parameter.ends_with(".*") ? parameter.substr(0, parameter.size() - 2) : "";
}

class Assembler {
 public:
  explicit Assembler(const Blueprint& blueprint) : blueprint_(blueprint) {}

  Assembly assemble() {
    find_fluid();
    find_kinds();
    find_joints();
    if (fluid_) read_settings();
    if (result_.findings.empty()) build();
    return std::move(result_);
  }

 private:
  void tell(Part part, std::size_t index, const std::string& name, const std::string& message) {
    result_.findings.push_back({part, static_cast<int>(index), name, message});
  }

  void find_fluid() {
    std::optional<LiquidModel> model;
    try {
      model = liquid_model(blueprint_.liquid_model);
    } catch (const ModelError& error) {
      tell(Part::model, 0, "", error.what());
    }
    if (blueprint_.species.empty() || blueprint_.species.size() > most_species) {
      tell(Part::plant, 0, "species",
           "a plant has 1 to " + std::to_string(most_species) + " species, not " +
               std::to_string(blueprint_.species.size()));
      return;
    }
    const std::vector<std::string> known = Component::names();
    bool sound = model.has_value();
    for (std::size_t i = 0; i < blueprint_.species.size(); ++i) {
      const std::string& name = blueprint_.species[i];
      if (std::find(known.begin(), known.end(), name) == known.end()) {
        const std::string nearest = nearest_word(name, known);
        tell(Part::species, i, name,
             "the compound \"" + name + "\" is not known" + (nearest.empty() ? "" : "; nearest: " + nearest) +
                 "; `stillhouse property` lists them");
        sound = false;
      } else if (std::find(blueprint_.species.begin(), blueprint_.species.begin() + static_cast<std::ptrdiff_t>(i),
                           name) != blueprint_.species.begin() + static_cast<std::ptrdiff_t>(i)) {
        tell(Part::species, i, name, "the species \"" + name + "\" is given twice");
        sound = false;
      }
    }
    if (!sound) return;
    try {
      fluid_ = std::make_shared<const Fluid>(blueprint_.species, *model);
      if (blueprint_.reactions.empty() && blueprint_.gas_reactions.empty()) return;
      chemistry_ = read_chemistry(blueprint_, *fluid_, [this](Phase phase, std::size_t k, const std::string& message) {
        tell(phase == Phase::gas ? Part::gas_reaction : Part::reaction, k, "", message);
      });
      if (!chemistry_.empty())
        fluid_ = std::make_shared<const Fluid>(blueprint_.species, *model, chemistry_.invariants, chemistry_.shift);
    } catch (const ModelError& error) {
      tell(Part::model, 0, "", error.what());
    }
  }

  void find_kinds() {
    std::vector<std::string> names;
    for (const UnitKind& kind : unit_kinds()) names.push_back(kind.name);
    std::map<std::string, std::size_t> seen;
    for (std::size_t i = 0; i < blueprint_.units.size(); ++i) {
      const Blueprint::Unit& unit = blueprint_.units[i];
      const auto kind = std::find_if(unit_kinds().begin(), unit_kinds().end(),
                                     [&](const UnitKind& k) { return k.name == unit.kind; });
      kinds_.push_back(kind == unit_kinds().end() ? nullptr : &*kind);
      if (!kinds_.back())
        tell(Part::unit, i, unit.name, "there is no unit \"" + unit.kind + "\"" + allowed(unit.kind, names));
      if (unit.name == "room" || unit.name.empty() || unit.name.find('.') != std::string::npos)
        tell(Part::unit, i, unit.name,
             "\"" + unit.name + "\" cannot be a unit's name; allowed: a tag such as TK-101, without a point");
      if (!seen.emplace(unit.name, i).second)
        tell(Part::unit, i, unit.name, "two units are called " + unit.name + "; allowed: each name once");
    }
  }

  /// The unit and port of one end of a connection; null and told if there is none.
  const PortInfo* find_end(std::size_t connection, const std::string& unit_name, const std::string& port_name,
                           bool is_inlet, std::size_t& unit) {
    std::vector<std::string> names;
    for (const Blueprint::Unit& u : blueprint_.units) names.push_back(u.name);
    const auto found = std::find(names.begin(), names.end(), unit_name);
    if (found == names.end()) {
      tell(Part::connection, connection, unit_name,
           "there is no unit \"" + unit_name + "\"" + allowed(unit_name, names));
      return nullptr;
    }
    unit = static_cast<std::size_t>(found - names.begin());
    const UnitKind* kind = kinds_[unit];
    if (!kind) return nullptr;
    std::vector<std::string> ports;
    for (const PortInfo& port : kind->ports) {
      if (port.is_inlet == is_inlet) ports.push_back(port.name);
    }
    for (const PortInfo& port : kind->ports) {
      if (port.name == port_name && port.is_inlet == is_inlet) return &port;
    }
    const std::string what = is_inlet ? "inlet" : "outlet";
    tell(Part::connection, connection, unit_name + "." + port_name,
         unit_name + ", a " + kind->name + ", has no " + what + " \"" + port_name + "\"" +
             (ports.empty() ? "; it has no " + what + " at all" : allowed(port_name, ports)));
    return nullptr;
  }

  void find_joints() {
    std::map<std::pair<std::size_t, std::string>, std::size_t> first;  // port -> connection
    for (std::size_t c = 0; c < blueprint_.connections.size(); ++c) {
      const Blueprint::Connection& connection = blueprint_.connections[c];
      Joint joint;
      joint.out = find_end(c, connection.from, connection.out, false, joint.from);
      joint.in = find_end(c, connection.to, connection.in, true, joint.to);
      const std::string words = connection.from + "." + connection.out + " to " + connection.to + "." + connection.in;
      if (joint.out && joint.in) {
        if (joint.out->phase != joint.in->phase)
          tell(Part::connection, c, words,
               words + " joins a " + phase_word(joint.out->phase) + " to a " + phase_word(joint.in->phase) +
                   "; allowed: liquid to liquid, gas to gas");
        if (joint.out->sets_pressure && joint.in->sets_pressure)
          tell(Part::connection, c, words,
               "nobody says the flow of " + words + ": both ends set a pressure; put a valve or a pump between them");
        if (!joint.out->sets_pressure && !joint.in->sets_pressure && is_flow_only(*joint.out, joint.from) &&
            is_flow_only(*joint.in, joint.to))
          tell(Part::connection, c, words,
               "both ends of " + words + " say the flow; put a tank or a mixer between them");
      }
      const auto once = [&](const PortInfo* port, std::size_t unit) {
        if (!port) return;
        const auto [other, fresh] = first.emplace(std::pair(unit, port->name), c);
        if (!fresh && !port->takes_many)
          tell(Part::connection, c, words,
               blueprint_.units[unit].name + "." + port->name + " is joined already, to connection " +
                   std::to_string(other->second + 1) + "; it takes one stream");
      };
      once(joint.out, joint.from);
      once(joint.in, joint.to);
      joints_.push_back(joint);
    }
    for (std::size_t u = 0; u < kinds_.size(); ++u) {
      if (!kinds_[u]) continue;
      for (const PortInfo& port : kinds_[u]->ports) {
        if (port.is_required && !first.contains({u, port.name}))
          tell(Part::unit, u, blueprint_.units[u].name,
               blueprint_.units[u].name + "." + port.name + " (" + port.sentence + ") is left open; join it");
      }
    }
  }

  /// A unit that fixes the flow at this port for itself, so that the pressure there must come from elsewhere: it has no
  /// port at the other side that could give way.
  bool is_flow_only(const PortInfo&, std::size_t unit) const {
    const UnitKind& kind = *kinds_[unit];
    const auto through = [&](bool inlet) {
      return std::any_of(kind.ports.begin(), kind.ports.end(),
                         [&](const PortInfo& p) { return p.is_inlet == inlet && !p.sets_pressure; });
    };
    return !(through(true) && through(false));
  }

  static const char* phase_word(Phase phase) { return phase == Phase::gas ? "gas" : "liquid"; }

  /// The value of one parameter, in range or told.
  double checked(std::size_t unit, const ParameterInfo& info, const std::string& name, double value) {
    if (!(value >= info.minimum && value <= info.maximum))
      tell(Part::setting, unit, name,
           name + " = " + number(value) + " " + info.unit + " of " + blueprint_.units[unit].name + " is outside " +
               number(info.minimum) + " .. " + number(info.maximum) + " " + info.unit);
    return value;
  }

  void read_settings() {
    for (std::size_t u = 0; u < kinds_.size(); ++u) {
      values_.emplace_back();
      if (!kinds_[u]) continue;
      const UnitKind& kind = *kinds_[u];
      const Blueprint::Unit& unit = blueprint_.units[u];
      std::vector<std::string> names;
      for (const ParameterInfo& info : kind.parameters) {
        const std::string each = per_species_name(info.name);
        if (each.empty()) {
          names.push_back(info.name);
        } else {
          for (const std::string& species : blueprint_.species) names.push_back(each + "." + species);
        }
      }
      for (const ChoiceParameter& choice : kind.choices) names.push_back(choice.name);
      for (const ParameterValue& value : unit.values) {
        if (std::find(names.begin(), names.end(), value.name) == names.end())
          tell(Part::setting, u, value.name,
               unit.name + ", a " + kind.name + ", has no setting \"" + value.name + "\"" +
                   (names.empty() ? "; it has none" : allowed(value.name, names)));
      }
      const auto given = [&](const std::string& name) -> const ParameterValue* {
        for (const ParameterValue& value : unit.values)
          if (value.name == name) return &value;
        return nullptr;
      };
      for (const ParameterInfo& info : kind.parameters) {
        const std::string each = per_species_name(info.name);
        if (each.empty()) {
          const ParameterValue* value = given(info.name);
          values_[u].numbers.emplace_back(info.name,
                                          checked(u, info, info.name, value ? value->number : info.standard));
          continue;
        }
        PerSpecies<double> list;
        double sum = 0.0;
        for (const std::string& species : blueprint_.species) {
          const ParameterValue* value = given(each + "." + species);
          list.push_back(value ? checked(u, info, each + "." + species, value->number) : info.standard);
          sum += list[list.size() - 1];
        }
        if (info.unit == "mol/mol") {
          if (sum == 0.0 && blueprint_.species.size() == 1) list[0] = sum = 1.0;
          // what nobody fills has the even composition
          const bool is_given = std::any_of(unit.values.begin(), unit.values.end(), [&](const ParameterValue& value) {
            return value.name.starts_with(each + ".");
          });
          if (!is_given) {
            for (double& share : list) share = 1.0 / static_cast<double>(list.size());
          } else if (std::abs(sum - 1.0) > 1e-6) {
            tell(Part::setting, u, each,
                 "the mole fractions `" + each + "` of " + unit.name + " add up to " + number(sum) + ", not to 1");
          }
        }
        values_[u].each.emplace_back(each, list);
      }
      for (const ChoiceParameter& choice : kind.choices) {
        const ParameterValue* value = given(choice.name);
        const std::string word = value ? value->word : choice.allowed.front();
        if (std::find(choice.allowed.begin(), choice.allowed.end(), word) == choice.allowed.end())
          tell(Part::setting, u, choice.name,
               choice.name + " of " + unit.name + " cannot be \"" + word + "\"" + allowed(word, choice.allowed));
        values_[u].words.emplace_back(choice.name, word);
      }
    }
  }

  void build() {
    FlowsheetBuilder builder;
    Declare at_room = builder.stream("room");
    const Room room{at_room.input("T", "K", {.start = 293.15, .nominal = 300.0, .minimum = 263.15, .maximum = 323.15},
                                  "temperature of the room"),
                    at_room.input("p", "Pa", {.start = 101325.0, .nominal = 1e5, .minimum = 6e4, .maximum = 1.1e5},
                                  "pressure of the room")};
    std::deque<MaterialStream> streams;
    result_.streams = connection_streams(blueprint_);
    for (std::size_t c = 0; c < joints_.size(); ++c)
      streams.emplace_back(builder.stream(result_.streams[c].name), *fluid_, joints_[c].out->phase);
    for (std::size_t u = 0; u < kinds_.size(); ++u) {
      UnitSite site(builder, fluid_, chemistry_, room, blueprint_.units[u].name);
      for (const auto& [name, value] : values_[u].numbers) site.put(name, value);
      for (const auto& [name, word] : values_[u].words) site.put(name, word);
      for (const auto& [name, list] : values_[u].each) site.put(name, list);
      for (std::size_t c = 0; c < joints_.size(); ++c) {
        if (joints_[c].from == u) site.join(joints_[c].out->name, {&streams[c], joints_[c].in->sets_pressure});
        if (joints_[c].to == u) site.join(joints_[c].in->name, {&streams[c], joints_[c].out->sets_pressure});
      }
      try {
        kinds_[u]->build(site);
      } catch (const ModelError& error) {
        tell(Part::unit, u, blueprint_.units[u].name, error.what());
        return;
      }
    }
    try {
      result_.plant = builder.build();
    } catch (const ModelError& error) {
      tell(Part::plant, 0, "", error.what());
    }
  }

  struct Joint {
    std::size_t from = 0, to = 0;
    const PortInfo* out = nullptr;
    const PortInfo* in = nullptr;
  };
  struct Values {
    std::vector<std::pair<std::string, double>> numbers;
    std::vector<std::pair<std::string, std::string>> words;
    std::vector<std::pair<std::string, PerSpecies<double>>> each;
  };

  const Blueprint& blueprint_;
  Assembly result_;
  std::shared_ptr<const Fluid> fluid_;
  Chemistry chemistry_;
  std::vector<const UnitKind*> kinds_;
  std::vector<Joint> joints_;
  std::vector<Values> values_;
};

}  // namespace

Assembly assemble(const Blueprint& blueprint) {
  return Assembler(blueprint).assemble();
}

}  // namespace stillhouse
