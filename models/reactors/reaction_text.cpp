#include "models/reactors/reaction_text.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

#include "engine/base/error.h"
#include "engine/base/quantity.h"

namespace stillhouse {

namespace {

constexpr double standard_temperature = 298.15, standard_pressure = 1e5;
constexpr std::size_t npos = std::string::npos;

/// A piece of the text and where it begins.
struct Piece {
  std::string text;
  std::size_t at;
};

struct Field {
  Piece name, argument, value;
};

const std::vector<std::string>& field_names() {
  static const std::vector<std::string> names{"k",
                                              "k0",
                                              "Ea",
                                              "T_ref",
                                              "n",
                                              "order",
                                              "c_ref",
                                              "K",
                                              "T_K",
                                              "driving",
                                              "adsorption",
                                              "adsorption_heat",
                                              "adsorption_order",
                                              "sites",
                                              "vmax",
                                              "Km",
                                              "Ki",
                                              "Kss",
                                              "dH"};
  return names;
}

std::string listed(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

/// A unit of a dimension, to compare with and to write out.
Unit unit_of(const Dimension& dimension) {
  return quotient(Unit{"", dimension}, Unit{"1", {}});
}

/// Dimension of `amount` per driving force^order.
Dimension per_driving(Dimension amount, bool by_pressure, int order) {
  const Dimension driving = unit(by_pressure ? "Pa" : "mol/m^3").dimension;
  for (std::size_t k = 0; k < amount.powers.size(); ++k)
    amount.powers[k] = static_cast<signed char>(amount.powers[k] - order * driving.powers[k]);
  return amount;
}

class ReactionText {
 public:
  ReactionText(const std::string& text, const std::vector<ReactingSpecies>& species, ReactionPhase phase)
      : text_(text), species_(species), phase_(phase) {}

  Reaction read() {
    reaction_.text = text_;
    reaction_.nu.assign(species_.size(), 0.0);
    const std::size_t semicolon = text_.find(';');
    read_equation(text_.substr(0, semicolon));
    if (semicolon != npos) split_fields(semicolon + 1);
    read_driving();
    read_heat();
    read_rate_constant();
    read_equilibrium();
    read_adsorption();
    return std::move(reaction_);
  }

 private:
  [[noreturn]] void refuse(std::size_t at, const std::string& what) const {
    throw ModelError("reaction \"" + text_ + "\", column " + std::to_string(at + 1) + ": " + what);
  }

  Piece trimmed(std::size_t begin, std::size_t end) const {
    while (begin < end && text_[begin] == ' ') ++begin;
    while (end > begin && text_[end - 1] == ' ') --end;
    return {text_.substr(begin, end - begin), begin};
  }

  std::optional<std::size_t> position(std::string_view name) const {
    for (std::size_t i = 0; i < species_.size(); ++i) {
      if (species_[i].name == name) return i;
    }
    return {};
  }
  std::size_t species_at(const Piece& piece) const {
    if (const auto found = position(piece.text)) return *found;
    std::vector<std::string> names;
    for (const ReactingSpecies& s : species_) names.push_back(s.name);
    const std::string nearest = nearest_word(piece.text, names);
    refuse(piece.at, "\"" + piece.text + "\" is no species; allowed: " + listed(names) +
                         (nearest.empty() ? "" : "; nearest: " + nearest));
  }

  // ---- equation

  void read_equation(const std::string& equation) {
    std::size_t arrow = equation.find("<=>"), width = 3;
    reaction_.reversible = arrow != npos;
    if (arrow == npos) arrow = equation.find("->"), width = 2;
    if (arrow == npos) refuse(0, "there is no arrow; write \"A -> B\" or \"A <=> B\"");
    std::vector<double> orders(species_.size(), 0.0);
    read_side(0, arrow, -1.0, &orders);
    read_side(arrow + width, equation.size(), 1.0, nullptr);
    if (std::all_of(reaction_.nu.begin(), reaction_.nu.end(), [](double nu) { return nu == 0.0; }))
      refuse(0, "nothing changes: both sides are the same");
    for (std::size_t i = 0; i < species_.size(); ++i) {
      if (orders[i] != 0.0) reaction_.forward.push_back({i, orders[i]});
    }
  }

  void read_side(std::size_t begin, std::size_t end, double sign, std::vector<double>* orders) {
    while (true) {
      std::size_t plus = text_.find(" + ", begin);
      if (plus == npos || plus >= end) plus = end;
      const Piece term = trimmed(begin, plus);
      if (term.text.empty()) refuse(term.at, "a species is missing");
      const auto [species, coefficient] = read_term(term);
      reaction_.nu[species] += sign * coefficient;
      if (orders) (*orders)[species] += coefficient;
      if (plus == end) return;
      begin = plus + 3;
    }
  }

  std::pair<std::size_t, double> read_term(const Piece& term) const {
    // a name may begin with a digit, so the whole is tried first
    if (const auto whole = position(term.text)) return {*whole, 1.0};
    double coefficient = 1.0;
    const char* first = term.text.data();
    const auto [end, error] = std::from_chars(first, first + term.text.size(), coefficient);
    if (error != std::errc()) return {species_at(term), 1.0};
    std::size_t skip = static_cast<std::size_t>(end - first);
    while (skip < term.text.size() && term.text[skip] == ' ') ++skip;
    if (!(coefficient > 0.0)) refuse(term.at, "a coefficient must be above zero");
    return {species_at({term.text.substr(skip), term.at + skip}), coefficient};
  }

  // ---- fields

  void split_fields(std::size_t begin) {
    int depth = 0;
    for (std::size_t i = begin; i <= text_.size(); ++i) {
      if (i < text_.size()) {
        depth += text_[i] == '(' ? 1 : text_[i] == ')' ? -1 : 0;
        if (text_[i] != ',' || depth > 0) continue;
      }
      const Piece whole = trimmed(begin, i);
      if (!whole.text.empty()) fields_.push_back(read_field(whole));
      begin = i + 1;
    }
  }

  Field read_field(const Piece& whole) const {
    const std::size_t equals = text_.find('=', whole.at);
    const std::size_t end = whole.at + whole.text.size();
    if (equals == npos || equals >= end) refuse(whole.at, "\"" + whole.text + "\" is not NAME = VALUE UNIT");
    Field field{trimmed(whole.at, equals), {}, trimmed(equals + 1, end)};
    const std::size_t open = field.name.text.find('(');
    if (open != npos) {
      const std::size_t close = field.name.text.rfind(')');
      if (close == npos || close < open) refuse(field.name.at + open, "a bracket is not closed");
      field.argument = trimmed(field.name.at + open + 1, field.name.at + close);
      field.name = trimmed(field.name.at, field.name.at + open);
    }
    const std::vector<std::string>& names = field_names();
    if (std::find(names.begin(), names.end(), field.name.text) == names.end()) {
      const std::string nearest = nearest_word(field.name.text, names);
      refuse(field.name.at, "\"" + field.name.text + "\" is not known; allowed: " + listed(names) +
                                (nearest.empty() ? "" : "; nearest: " + nearest));
    }
    if (field.value.text.empty()) refuse(field.value.at, "a value is missing");
    const bool takes_species = field.name.text == "order" || field.name.text == "Km" || field.name.text == "Ki" ||
                               field.name.text == "Kss" || field.name.text.starts_with("adsorption");
    if (takes_species && field.argument.text.empty())
      refuse(field.name.at, field.name.text + " needs its species: " + field.name.text + "(X) = ...");
    if (!takes_species && !field.argument.text.empty())
      refuse(field.argument.at, field.name.text + " is not of one species");
    if (takes_species) species_at(field.argument);
    for (const Field& other : fields_) {
      if (other.name.text == field.name.text && other.argument.text == field.argument.text)
        refuse(field.name.at, field.name.text + " is given twice");
    }
    return field;
  }

  const Field* find(std::string_view name, std::string_view argument = {}) const {
    for (const Field& field : fields_) {
      if (field.name.text == name && (argument.empty() || field.argument.text == argument)) return &field;
    }
    return nullptr;
  }

  /// Value in SI and the unit it was written in.
  std::pair<double, Unit> number_of(const Field& field) const {
    const std::string& value = field.value.text;
    double number = 0.0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
    if (error != std::errc() || !std::isfinite(number)) refuse(field.value.at, "\"" + value + "\" is no number");
    std::size_t skip = static_cast<std::size_t>(end - value.data());
    while (skip < value.size() && value[skip] == ' ') ++skip;
    const std::string symbol = skip < value.size() ? value.substr(skip) : "1";
    const std::optional<Unit> written = unit_from(symbol);
    if (!written) {
      const std::string nearest = nearest_word(symbol, unit_names());
      refuse(field.value.at + skip,
             "unit \"" + symbol + "\" is not known" + (nearest.empty() ? "" : "; nearest: " + nearest));
    }
    return {to_si(number, *written), *written};
  }
  double number_of(const Field& field, const char* si) const {
    const auto [value, written] = number_of(field);
    if (!fits(written, unit(si)))
      refuse(field.value.at,
             field.name.text + " is " + kind_of(unit(si)) + ", in " + std::string(si) + ", not in " + written.symbol);
    return value;
  }
  double positive(const Field& field, double value) const {
    if (!(value > 0.0)) refuse(field.value.at, field.name.text + " must be above zero");
    return value;
  }
  /// Above zero, of the dimension amount / driving force^order.
  double constant_of(const Field& field, const char* amount, int order) const {
    const auto [value, written] = number_of(field);
    const Dimension wanted = per_driving(unit(amount).dimension, reaction_.by_pressure, order);
    if (written.dimension != wanted || written.difference)
      refuse(field.value.at,
             field.name.text + " has the unit " + written.symbol + "; here it needs " + unit_of(wanted).symbol);
    return positive(field, value);
  }
  std::optional<double> temperature(const char* name) const {
    const Field* field = find(name);
    if (!field) return {};
    return positive(*field, number_of(*field, "K"));
  }
  /// Energy per amount as energy / R, K; a temperature is taken as it is.
  double energy_over_R(const Field& field) const {
    const auto [value, written] = number_of(field);
    if (written.symbol == "K") return value;
    if (!fits(written, unit("J/mol")))
      refuse(field.value.at,
             field.name.text + " is energy per amount, in J/mol, or energy / R, in K, not in " + written.symbol);
    return value / gas_constant;
  }

  // ---- rate law

  void read_driving() {
    if (const Field* field = find("driving")) {
      if (field->value.text != "concentration" && field->value.text != "pressure")
        refuse(field->value.at, "\"" + field->value.text + "\" drives nothing; allowed: concentration, pressure");
      reaction_.by_pressure = field->value.text == "pressure";
      if (reaction_.by_pressure && phase_ == ReactionPhase::liquid)
        refuse(field->value.at, "partial pressures drive reactions of gases, these are in a liquid");
    }
    if (const Field* field = find("c_ref")) {
      reaction_.scale = positive(*field, number_of(*field, reaction_.by_pressure ? "Pa" : "mol/m^3"));
      scaled_ = true;
    }

    // orders that differ from the coefficients
    for (const Field& field : fields_) {
      if (field.name.text != "order") continue;
      const std::size_t species = species_at(field.argument);
      const double order = number_of(field, "1");
      if (order < 0.0) refuse(field.value.at, "an order must not be below zero; use adsorption(X) for what hinders");
      std::vector<Reaction::Factor>& forward = reaction_.forward;
      const auto found =
          std::find_if(forward.begin(), forward.end(), [&](const auto& factor) { return factor.species == species; });
      if (found != forward.end())
        found->order = order;
      else if (order != 0.0)
        forward.push_back({species, order});
    }
  }

  void read_heat() {
    if (const Field* field = find("dH")) {
      reaction_.heat = number_of(*field, "J/mol");
      return;
    }
    for (std::size_t i = 0; i < species_.size(); ++i) {
      if (reaction_.nu[i] == 0.0) continue;
      if (!species_[i].has_formation)
        refuse(0, "the heat of reaction is not known: " + species_[i].name +
                      " has no formation enthalpy; give dH = VALUE kJ/mol");
      reaction_.heat += reaction_.nu[i] * species_[i].formation_enthalpy;
    }
  }

  /// Overall order, to check units by.
  int overall_order() const {
    if (scaled_) return 0;
    double order = 0.0;
    for (const Reaction::Factor& factor : reaction_.forward) order += factor.order;
    if (order != std::floor(order))
      refuse(0, "the overall order is " + shortest(order) +
                    "; give c_ref = VALUE mol/L, then k is the rate at that concentration");
    return static_cast<int>(order);
  }

  void read_rate_constant() {
    const Field* vmax = find("vmax");
    const Field *k = find("k"), *k0 = find("k0");
    if ((k != nullptr) + (k0 != nullptr) + (vmax != nullptr) != 1) refuse(text_.size(), "give one of k, k0 and vmax");
    if (vmax) read_michaelis();
    const Field& given = vmax ? *vmax : k ? *k : *k0;

    // what the unit says the rate is counted by
    const int order = vmax ? 0 : overall_order();
    const auto [value, written] = number_of(given);
    const Dimension by_volume = per_driving(unit("mol/m^3/s").dimension, reaction_.by_pressure, order);
    const Dimension by_catalyst = per_driving(unit("mol/kg/s").dimension, reaction_.by_pressure, order);
    reaction_.by_catalyst = written.dimension == by_catalyst;
    if (written.dimension != by_volume && !reaction_.by_catalyst)
      refuse(given.value.at, given.name.text + " has the unit " + written.symbol + "; an overall order of " +
                                 std::to_string(order) + " needs " + unit_of(by_volume).symbol + ", or " +
                                 unit_of(by_catalyst).symbol + " on a catalyst");

    ThermalLaw& law = reaction_.k;
    law.a += log(positive(given, value));
    if (const Field* field = find("Ea")) law.E = energy_over_R(*field);
    if (const Field* field = find("n")) law.n = number_of(*field, "1");
    if (k0 || (law.E == 0.0 && law.n == 0.0)) return;
    const std::optional<double> T = temperature("T_ref");
    if (!T) refuse(given.name.at, given.name.text + " moves with temperature: give T_ref at which it is meant, or k0");
    law.a += law.E / *T - law.n * log(*T);
  }

  /// vmax S / (Km (1 + sum I/Ki) + S + S^2/Kss) = (vmax/Km) S / (1 + sum I/Ki + S/Km + S^2/(Km Kss))
  void read_michaelis() {
    const Field* substrate = find("Km");
    if (!substrate) refuse(text_.size(), "vmax needs Km(S) = VALUE mmol/L");
    if (reaction_.reversible) refuse(0, "Michaelis-Menten kinetics are of one direction: write \"->\"");
    if (scaled_) refuse(find("c_ref")->name.at, "c_ref has no meaning beside vmax");
    if (const Field* order = find("order")) refuse(order->name.at, "orders have no meaning beside vmax");
    const std::size_t S = species_at(substrate->argument);
    const double Km = constant_of(*substrate, "1", -1);
    reaction_.forward = {{S, 1.0}};
    reaction_.k.a = -log(Km);
    reaction_.hindrance.push_back({{-log(Km)}, {S, 1.0}});
    for (const Field& field : fields_) {
      if (field.name.text == "Km" && &field != substrate) refuse(field.name.at, "there is one substrate with a Km");
      if (field.name.text == "Ki")
        reaction_.hindrance.push_back({{-log(constant_of(field, "1", -1))}, {species_at(field.argument), 1.0}});
      if (field.name.text == "Kss") {
        if (species_at(field.argument) != S) refuse(field.argument.at, "Kss is of the substrate");
        reaction_.hindrance.push_back({{-log(Km * constant_of(field, "1", -1))}, {S, 2.0}});
      }
    }
  }

  void read_adsorption() {
    const std::optional<double> T_ref = temperature("T_ref");
    for (const Field& field : fields_) {
      const std::string& name = field.name.text;
      if ((name == "adsorption_heat" || name == "adsorption_order") && !find("adsorption", field.argument.text))
        refuse(field.name.at, "there is no adsorption(" + field.argument.text + ") that it belongs to");
      if (name != "adsorption") continue;
      if (find("vmax")) refuse(field.name.at, "adsorption has no meaning beside vmax; use Ki(X)");
      Reaction::Term term{{}, {species_at(field.argument), 1.0}};
      if (const Field* order = find("adsorption_order", field.argument.text))
        term.factor.order = positive(*order, number_of(*order, "1"));
      // of a broken power: K c^p = (K^(1/p) c)^p, so K is meant by its first power and raised
      term.K.a = term.factor.order * log(constant_of(field, "1", scaled_ ? 0 : 1));
      if (const Field* heat = find("adsorption_heat", field.argument.text)) {
        if (!T_ref) refuse(heat->name.at, "adsorption moves with temperature: give T_ref at which it is meant");
        term.K.E = term.factor.order * energy_over_R(*heat);
        term.K.a += term.K.E / *T_ref;
      }
      reaction_.hindrance.push_back(term);
    }
    if (const Field* sites = find("sites")) {
      if (reaction_.hindrance.empty()) refuse(sites->name.at, "sites need adsorption(X)");
      reaction_.sites = positive(*sites, number_of(*sites, "1"));
    }
    for (const char* name : {"Ki", "Kss", "Km"}) {
      if (const Field* field = find(name); field && !find("vmax")) refuse(field->name.at, "it belongs to vmax");
    }
  }

  void read_equilibrium() {
    const Field* given = find("K");
    if (!reaction_.reversible) {
      if (given) refuse(given->name.at, "K belongs to a reversible reaction: write \"<=>\"");
      return;
    }
    if (!given) refuse(text_.size(), "a reversible reaction needs K = VALUE UNIT, or K = formation");
    read_reverse_orders();
    double change = 0.0;
    for (const double nu : reaction_.nu) change += nu;
    ThermalLaw& K = reaction_.K;
    K.E = reaction_.heat / gas_constant;
    // concentrations of an ideal gas: Kc = Kp (R T)^-change
    const bool gas_concentrations = phase_ == ReactionPhase::gas && !reaction_.by_pressure;
    K.n = gas_concentrations ? 0.0 - change : 0.0;

    if (given->value.text == "formation") {
      double G = 0.0;
      for (std::size_t i = 0; i < species_.size(); ++i) {
        if (reaction_.nu[i] == 0.0) continue;
        if (!species_[i].has_formation)
          refuse(given->value.at, species_[i].name + " has no formation properties; give K = VALUE UNIT");
        G += reaction_.nu[i] * species_[i].formation_gibbs;
      }
      if (phase_ == ReactionPhase::liquid && change != 0.0)
        refuse(given->value.at,
               "in a liquid the number of moles must stay, so that mole fractions and concentrations are in one ratio");
      K.a = -G / (gas_constant * standard_temperature) + K.E / standard_temperature;
      if (phase_ == ReactionPhase::gas) K.a += change * log(standard_pressure);
      if (gas_concentrations) K.a -= change * log(gas_constant);
      if (scaled_) K.a -= change * log(reaction_.scale);
      return;
    }

    if (change != std::floor(change) && !scaled_)
      refuse(given->name.at, "the number of moles changes by " + shortest(change) + "; give c_ref, then K is a number");
    const int order = scaled_ ? 0 : static_cast<int>(-change);
    K.a = log(constant_of(*given, "1", order));
    std::optional<double> T = temperature("T_K");
    if (!T) T = temperature("T_ref");
    if (T)
      K.a += K.E / *T - K.n * log(*T);
    else
      K.E = K.n = 0.0;
  }

  void read_reverse_orders() {
    std::vector<double> orders = reaction_.nu;
    for (const Reaction::Factor& factor : reaction_.forward) orders[factor.species] += factor.order;
    for (std::size_t i = 0; i < species_.size(); ++i) {
      if (orders[i] < 0.0)
        refuse(0, "at equilibrium the order in " + species_[i].name + " of the way back would be " +
                      shortest(orders[i]) + "; its order must be at least its coefficient");
      if (orders[i] > 0.0) reaction_.reverse.push_back({i, orders[i]});
    }
  }

  const std::string& text_;
  const std::vector<ReactingSpecies>& species_;
  ReactionPhase phase_;
  std::vector<Field> fields_;
  bool scaled_ = false;  // c_ref is given
  Reaction reaction_;
};

}  // namespace

Reaction read_reaction(const std::string& text, const std::vector<ReactingSpecies>& species, ReactionPhase phase) {
  return ReactionText(text, species, phase).read();
}

}  // namespace stillhouse
