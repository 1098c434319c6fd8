#include <algorithm>
#include <cmath>
#include <set>
#include <tuple>

#include "engine/base/error.h"
#include "labs/scenario/bench_subject.h"
#include "labs/scenario/parts.h"
#include "labs/scenario/vocabulary.h"
#include "models/instruments/instrument_kind.h"

namespace stillhouse::scenario {
namespace {

using Kind = stillhouse::InstrumentKind;

const Kind* kind_named(const std::string& name) {
  for (const Kind& kind : instrument_catalogue())
    if (kind.name == name) return &kind;
  return nullptr;
}

// what a method offers, as settings of a plant do
PlantNames names_of_method(const Kind& kind) {
  PlantNames names;
  for (const ParameterInfo& setting : kind.settings) {
    const Unit own = unit(setting.unit);
    names.parameters.push_back({setting.name, setting.unit, to_si(setting.minimum, own), to_si(setting.maximum, own),
                                setting.sentence, std::nullopt});
  }
  for (const ChoiceParameter& choice : kind.choices)
    names.choices.push_back({choice.name, choice.allowed, choice.sentence});
  return names;
}

std::vector<std::string> settings_of(const Kind& kind) {
  std::vector<std::string> names;
  for (const ParameterInfo& setting : kind.settings) names.push_back(setting.name);
  for (const ChoiceParameter& choice : kind.choices) names.push_back(choice.name);
  return names;
}

class BenchReader {
 public:
  BenchReader(const NodeReader& reader, const Scope& scope) : reader_(reader), scope_(scope) {}

  LabBench read() {
    bench_.source = reader_.source();
    bench_.glass = reader_.string("glass") == "B" ? GlassClass::B : GlassClass::A;
    bench_.balance_division = reader_.number("balance");
    bench_.temperature = reader_.number("temperature");
    bench_.money = reader_.number("money");
    bench_.temperature_signal = reader_.string("temperature_signal");
    check_signal(reader_, "temperature_signal", bench_.temperature_signal, "K");
    each("instruments", WordKind::bench_instrument,
         [this](const std::string& tag, const NodeReader& entry) { instrument(tag, entry); });
    each("shelf", WordKind::bottle,
         [this](const std::string& label, const NodeReader& entry) { bottle(label, entry); });
    return std::move(bench_);
  }

 private:
  void add(int line, const std::string& message) { reader_.findings().add({reader_.source().file, line}, message); }

  template <class Take>
  void each(const std::string& field, WordKind kind, Take take) {
    const Value* value = reader_.value(field);
    if (!value || value->kind != Value::Kind::table) return;
    for (const auto& [name, entry] : value->table->fields) {
      if (entry.kind != Value::Kind::word || entry.node->word->kind != kind) continue;
      if (!is_label(name))
        add(entry.line, "`" + name + "` cannot stand on a label; allowed: 1 to 40 bytes without blanks and ; [ ] ' \"");
      else
        take(name, NodeReader(*entry.node, reader_.findings()));
    }
  }

  void check_signal(const NodeReader& reader, const std::string& field, const std::string& name, const char* symbol) {
    if (name.empty()) return;
    const NameInfo* info = scope_.signal(name);
    if (!info)
      reader.add_unknown(field, name, "signal of the plant", names_of(scope_.names.signals));
    else if (!fits(unit(info->unit), unit(symbol)))
      reader.add(field, "`" + name + "` is a " + kind_of(unit(info->unit)) + "; allowed is a " + kind_of(unit(symbol)));
  }

  void instrument(const std::string& tag, const NodeReader& reader) {
    BenchInstrument item;
    item.tag = tag;
    item.source = reader.source();
    item.kind = reader.string("kind");
    item.says = reader.text("says");
    item.price = reader.number_if_given("price");
    item.carry_over = reader.number("carry_over");
    item.queue = static_cast<int>(reader.number("queue"));
    if (tag == "bench" || scope_.instrument(tag) || scope_.handle(tag) || scope_.controller(tag))
      reader.findings().add(item.source, "the tag `" + tag + "` is taken; allowed: one that no other thing has");
    const Kind* kind = kind_named(item.kind);
    if (!kind) {
      std::vector<std::string> allowed;
      for (const Kind& known : instrument_catalogue()) allowed.push_back(known.name);
      if (!item.kind.empty())
        reader.add("kind", "`" + item.kind + "` is no instrument; allowed: " + listing(allowed, 40) +
                               nearest_of(item.kind, allowed));
      return;
    }
    if (item.says.empty()) item.says = kind->title;
    item.method = read_method(reader, "method", *kind);
    read_limits(reader, *kind, item);
    read_variation(reader, *kind, item);
    read_replacements(reader, *kind, item);
    bench_.instruments.push_back(std::move(item));
  }

  void read_replacements(const NodeReader& reader, const Kind& kind, BenchInstrument& item) {
    const std::vector<std::string> known = names_of(kind.parts);
    const auto check = [&](const std::string& name, int line) {
      if (!kind.find_part(name))
        add(line, "`" + name + "` is no part of " + kind.name + " that can be replaced; allowed: " +
                      (known.empty() ? "none" : listing(known) + nearest_of(name, known)));
    };
    if (const Value* list = reader.value("may_replace"); list && list->kind == Value::Kind::table) {
      item.may_replace.emplace();
      for (const Value& name : list->table->items) {
        if (name.kind != Value::Kind::string) continue;
        item.may_replace->push_back(name.text);
        check(name.text, name.line);
      }
    }
    const Value* value = reader.value("replacements");
    if (!value || value->kind != Value::Kind::table) return;
    for (const auto& [name, entry] : value->table->fields) {
      if (entry.kind != Value::Kind::word || entry.node->word->kind != WordKind::replacement) continue;
      check(name, entry.line);
      const NodeReader part(*entry.node, reader.findings());
      item.replacements.push_back({name, part.number_if_given("price"), part.number_if_given("time")});
    }
  }

  void read_limits(const NodeReader& reader, const Kind& kind, BenchInstrument& item) {
    const std::vector<std::string> known = settings_of(kind);
    if (const Value* list = reader.value("may_change"); list && list->kind == Value::Kind::table) {
      item.may_change.emplace();
      for (const Value& name : list->table->items) {
        if (name.kind != Value::Kind::string) continue;
        item.may_change->push_back(name.text);
        if (std::find(known.begin(), known.end(), name.text) == known.end())
          add(name.line, "`" + name.text + "` is no setting of " + kind.name + "; allowed: " + listing(known, 60) +
                             nearest_of(name.text, known));
      }
    }
    for_numbers(reader, "limits", WordKind::limit, kind, [&](const auto& name, const auto& info, const auto& limit) {
      const Target target{unit(info.unit), info.minimum, info.maximum, info.unit};
      const std::optional<double> low = limit.quantity("low", target), high = limit.quantity("high", target);
      if (!low || !high) return;
      if (!(*low < *high)) limit.add("low", "from_to begins above its end; allowed: from_to(low, high)");
      item.limits.push_back({name, *low, *high, info.unit});
    });
  }

  void read_variation(const NodeReader& reader, const Kind& kind, BenchInstrument& item) {
    const auto read = [&](const std::string& name, const NameInfo& info, const NodeReader& variation) {
      const Target target{unit(info.unit), info.minimum, info.maximum, info.unit};
      InstrumentVariation own{name, variation.difference("spread", target), target.minimum, target.maximum};
      if (const auto range = variation.range("within", target)) std::tie(own.low, own.high) = *range;
      item.student_variation.push_back(std::move(own));
    };
    for_numbers(reader, "student_variation", WordKind::variation, kind, read);
  }

  /// Calls `read` with each entry of a field whose names are numbers of the method; a name that is none is a finding.
  template <typename Read>
  void for_numbers(const NodeReader& reader, const char* field, WordKind word, const Kind& kind, const Read& read) {
    const Value* value = reader.value(field);
    if (!value || value->kind != Value::Kind::table) return;
    Scope scope;
    scope.names = names_of_method(kind);
    for (const auto& [name, entry] : value->table->fields) {
      if (entry.kind != Value::Kind::word || entry.node->word->kind != word) continue;
      if (const NameInfo* info = scope.parameter(name)) {
        read(name, *info, NodeReader(*entry.node, reader.findings()));
        continue;
      }
      const std::vector<std::string> numbers = names_of(scope.names.parameters);
      add(entry.line, "`" + name + "` is no number of the method of " + kind.name +
                          "; allowed: " + listing(numbers, 60) + nearest_of(name, numbers));
    }
  }

  void bottle(const std::string& label, const NodeReader& reader) {
    Bottle item;
    item.label = label;
    item.source = reader.source();
    item.secret = reader.boolean("secret");
    item.tolerance = reader.number("tolerance");
    item.varies = reader.number("varies");
    item.volume = reader.number("volume");
    item.says = reader.text("says");
    const Value* holds = reader.value("holds");
    if (!holds || holds->kind != Value::Kind::table) return;
    for (const auto& [species, value] : holds->table->fields) {
      if (value.kind == Value::Kind::mistake) continue;
      check_species(species, value.line);
      if (value.kind == Value::Kind::string) {
        if (value.text != "rest")
          add(value.line, "`" + species + "` is the string \"" + value.text + "\"; allowed: a quantity or \"rest\"");
        item.holds.push_back({species, PortionKind::rest, 0.0});
        continue;
      }
      try {
        item.holds.push_back(
            Portion::in_unit(species, value.number, value.kind == Value::Kind::quantity ? value.unit : unit("1")));
      } catch (const ModelError& error) {
        add(value.line, error.what());
      }
    }
    if (holds->table->fields.empty()) reader.add("holds", "bottle holds nothing; allowed: species = quantity");
    bench_.shelf.push_back(std::move(item));
  }

  // known to an instrument that stands here, or a compound of the component data
  void check_species(const std::string& name, int line) {
    std::string message;
    const auto knows = [&](SpeciesFacts (*facts)(std::string_view)) {
      try {
        facts(name);
        return true;
      } catch (const ModelError& error) {
        message = error.what();
        return false;
      }
    };
    if (knows(component_facts)) return;
    for (const BenchInstrument& item : bench_.instruments)
      if (knows(kind_named(item.kind)->species)) return;
    add(line, "no instrument of this bench and no component data knows `" + name + "`: " + message);
  }

  NodeReader reader_;
  const Scope& scope_;
  LabBench bench_;
};

std::vector<std::string> labels_of(const std::vector<Bottle>& shelf) {
  std::vector<std::string> labels;
  for (const Bottle& bottle : shelf) labels.push_back(bottle.label);
  return labels;
}

class FormulaCheck {
 public:
  FormulaCheck(const Scope& scope, FormulaFor who, const std::vector<std::string>& values)
      : scope_(scope), who_(who), values_(values) {}

  std::string mistake(const FormulaTerm& term) const {
    if (term.kind == FormulaTerm::Kind::name && std::find(values_.begin(), values_.end(), term.word) == values_.end())
      return "`" + term.word + "` has no value" +
             (values_.empty() ? "; allowed: numbers and functions" : "; allowed: " + listing(values_, 30)) +
             nearest_of(term.word, values_);
    if (term.kind == FormulaTerm::Kind::call)
      if (std::string wrong = mistake_of_call(term); !wrong.empty()) return wrong;
    for (const FormulaTerm& part : term.terms)
      if (std::string wrong = mistake(part); !wrong.empty()) return wrong;
    return "";
  }

 private:
  std::string unknown(const std::string& word, const std::string& what, const std::vector<std::string>& allowed) const {
    if (std::find(allowed.begin(), allowed.end(), word) != allowed.end()) return "";
    return "`" + word + "` is no " + what + "; allowed: " + listing(allowed, 30) + nearest_of(word, allowed);
  }

  std::string mistake_of_call(const FormulaTerm& term) const {
    const FormulaFunction& function = *find_formula_function(term.word);
    if (function.who != FormulaFor::everyone && function.who != who_)
      return "`" + term.word + "` " +
             (who_ == FormulaFor::student
                  ? "sees the truth, which nobody knows; allowed here are results and labels"
                  : "asks what the student has; allowed here: content, drawn, truth, as_it_is, signal");
    const std::string& name = term.word;
    const auto text = [&](std::size_t i) { return term.terms[i].word; };
    if (name == "result" || name == "peak" || name == "largest" || name == "curve" || name == "analyses" ||
        name == "truth" || name == "as_it_is") {
      if (std::string wrong = unknown(text(0), "instrument of the bench", tags_of(scope_.bench.instruments));
          !wrong.empty() || name != "as_it_is")
        return wrong;
      for (const BenchInstrument& item : scope_.bench.instruments)
        if (item.tag == text(0))
          return unknown(text(1), "number of its method", names_of(names_of_method(*kind_named(item.kind)).parameters));
    }
    if (name == "reading") return unknown(text(0), "instrument of the plant", tags_of(scope_.plant.instruments));
    if (name == "signal") {
      if (std::string wrong = unknown(text(0), "signal of the plant", names_of(scope_.names.signals)); !wrong.empty())
        return wrong;
      return fits(unit_from(text(1)).value_or(unit("1")), unit(scope_.signal(text(0))->unit)) && unit_from(text(1))
                 ? ""
                 : "`" + text(1) + "` is no unit of the signal `" + text(0) + "`; allowed: one as " +
                       scope_.signal(text(0))->unit;
    }
    // a sample may be of any label, but one that is nearly a bottle's is a slip
    if (name == "content" && !nearest_of(text(0), labels_of(scope_.bench.shelf)).empty())
      if (std::string wrong = unknown(text(0), "bottle", labels_of(scope_.bench.shelf)); !wrong.empty()) return wrong;
    if (name == "drawn")
      if (std::string wrong = unknown(text(0), "sampling point", tags_of(scope_.plant.sample_points)); !wrong.empty())
        return wrong;
    if (name == "content" || name == "drawn" || name == "label" || name == "u_label")
      if (!is_content_unit(text(2)))
        return "`" + text(2) + "` is no unit of a content; allowed: wt%, mol%, vol%, g/L, mol/L and their like";
    return "";
  }

  const Scope& scope_;
  FormulaFor who_;
  const std::vector<std::string>& values_;
};

}  // namespace

bool is_content_unit(const std::string& symbol) {
  const std::optional<Unit> written = unit_from(symbol);
  if (!written) return false;
  try {
    const PortionKind kind = Portion::in_unit("x", 0.0, *written).kind;
    return kind != PortionKind::mass && kind != PortionKind::moles && kind != PortionKind::volume;
  } catch (const ModelError&) {
    return false;
  }
}

std::vector<ParameterValue> read_method(const NodeReader& reader, const std::string& field,
                                        const stillhouse::InstrumentKind& kind) {
  std::vector<ParameterValue> method;
  const Value* value = reader.value(field);
  if (!value || value->kind != Value::Kind::table) return method;
  for (const Setting& setting : read_parameters(*value->table, reader.source().file, names_of_method(kind),
                                                reader.findings(), "setting of " + kind.name))
    method.push_back({setting.name, setting.number, setting.choice});
  return method;
}

Formula read_formula(const NodeReader& reader, const std::string& field, const Scope& scope, FormulaFor who,
                     const std::vector<std::string>& values) {
  Formula formula;
  const Value* value = reader.value(field);
  if (!value || value->kind != Value::Kind::string) return formula;
  formula.text = value->text;
  formula.source = reader.source_of(field);
  std::string mistake;
  formula.root = parse_formula(formula.text, mistake);
  if (formula.root) mistake = FormulaCheck(scope, who, values).mistake(*formula.root);
  if (mistake.empty()) return formula;
  reader.add(field, "the formula `" + (formula.text.size() > 60 ? formula.text.substr(0, 57) + "..." : formula.text) +
                        "`: " + mistake);
  formula.root = nullptr;
  return formula;
}

LabBench read_bench(const NodeReader& lab, const Scope& scope) {
  const Node* node = lab.word("bench");
  if (!node || node->word->kind != WordKind::bench) return {};
  return BenchReader(NodeReader(*node, lab.findings()), scope).read();
}

std::vector<Question> read_questions(const NodeReader& lab, const Scope& scope) {
  std::vector<Question> questions;
  std::set<std::string> ids;
  for (const Node* node : lab.words("questions")) {
    if (node->word->kind != WordKind::question) continue;
    const NodeReader reader(*node, lab.findings());
    Question question;
    question.id = reader.string("id");
    question.says = reader.text("says");
    question.unit = reader.string("unit");
    question.relative = reader.string("error") != "absolute";
    question.wants_uncertainty = reader.boolean("wants_uncertainty");
    question.tries = static_cast<int>(reader.number("tries"));
    question.source = reader.source();
    if (!question.id.empty() && !ids.insert(question.id).second)
      reader.add("id", "the id `" + question.id + "` of question is used twice; allowed: each id once");
    const std::optional<Unit> own = unit_from(question.unit);
    if (!own) {
      if (!question.unit.empty())
        reader.add("unit", "`" + question.unit + "` is no unit; allowed: one as wt%, g/L, mL, degC, s or 1");
      question.unit = "1";
    } else {
      // of a share an error may be written without its basis; a relative one always is
      const Unit error = question.relative ? unit("1") : difference_of(*own);
      const Target target{error, 0.0, std::numeric_limits<double>::infinity(), question.relative ? "%" : error.symbol};
      const std::optional<double> full = reader.quantity("full", target), none = reader.quantity("none", target);
      question.full = question.relative ? full.value_or(0.0) : from_si(full.value_or(0.0), error);
      question.none = question.relative ? none.value_or(1.0) : from_si(none.value_or(1.0), error);
      if (full && none && !(*full < *none))
        reader.add("none", "`none` of question is no larger error than `full`; allowed: full less than none");
    }
    question.truth = read_formula(reader, "truth", scope, FormulaFor::truth, {});
    questions.push_back(std::move(question));
  }
  return questions;
}

}  // namespace stillhouse::scenario
