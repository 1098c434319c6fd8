#include "labs/scenario/shape.h"

#include <algorithm>
#include <cmath>

#include "labs/scenario/vocabulary.h"

namespace stillhouse::scenario {

std::string found(const Value& value) {
  switch (value.kind) {
    case Value::Kind::nothing:
      return "nothing";
    case Value::Kind::mistake:
      return "a mistake";
    case Value::Kind::boolean:
      return value.boolean ? "true" : "false";
    case Value::Kind::number:
      return std::isnan(value.number) ? "no number at all" : "the plain number " + shortest(value.number);
    case Value::Kind::string:
      return "the string \"" + (value.text.size() > 40 ? value.text.substr(0, 37) + "..." : value.text) + "\"";
    case Value::Kind::quantity:
      return value.text + "(" + rounded(from_si(value.number, value.unit), 6) + "), " + kind_of(value.unit);
    case Value::Kind::word:
      return "the word " + std::string(value.node->word->name);
    case Value::Kind::table:
      return "a list in braces";
  }
  return "?";
}

namespace {

bool is_mistake(const Value& value) {
  return value.kind == Value::Kind::mistake;
}

std::string unit_help(const Unit& target) {
  const std::vector<std::string> words = unit_words_for(target.symbol);
  if (words.empty()) return kind_of(target);
  return kind_of(target) + ": " + listing(words, 6) + (target.symbol == "1" ? ", or a plain number" : "");
}

class Shape {
 public:
  Shape(const Node& node, Findings& findings) : node_(node), word_(*node.word), findings_(findings) {}

  void check() {
    check_items();
    // settings in braces after the name are checked against what is named
    if (word_.kind != WordKind::reference && word_.kind != WordKind::equipment) check_fields();
  }

 private:
  void add(int line, const std::string& message) { findings_.add({node_.source.file, line}, message); }

  std::string named(const Field& field) const { return "`" + std::string(field.name) + "` of " + word_.name; }

  void wrong(const Field& field, const Value& value, const std::string& allowed) {
    add(value.line, named(field) + " is " + found(value) + "; allowed is " + allowed);
  }

  void check_items() {
    const std::vector<Value>& items = node_.content.items;
    const std::size_t places = word_.positional.size();
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (i < places) {
        check_value(word_.positional[i], items[i]);
      } else if (!word_.rest.empty()) {
        check_value(word_.rest[0], items[i]);
      } else {
        add(items[i].line, too_many(items[i]));
        break;
      }
    }
    if (items.size() < places)
      add(node_.source.line, std::string(word_.name) + " lacks its " + word_.positional[items.size()].name + " (" +
                                 word_.positional[items.size()].sentence + "); for example: " + word_.example);
    if (!word_.rest.empty() && word_.rest[0].required && items.size() <= places)
      add(node_.source.line,
          std::string(word_.name) + " is empty; allowed are " + word_.rest[0].name + ", for example: " + word_.example);
  }

  std::string too_many(const Value& value) const {
    if (word_.braces && word_.positional.empty())
      return std::string(word_.name) + " holds " + found(value) + " without a field name; allowed: " + allowed_fields();
    return std::string(word_.name) + " has " + found(value) + " too many; for example: " + word_.example;
  }

  std::string allowed_fields() const {
    std::vector<std::string> names;
    for (const Field& field : word_.fields) names.emplace_back(field.name);
    return names.empty() ? "no fields" : listing(names, 30);
  }

  void check_fields() {
    std::vector<std::string> names;
    for (const Field& field : word_.fields) names.emplace_back(field.name);
    for (const auto& [name, value] : node_.content.fields) {
      const auto field = std::find_if(word_.fields.begin(), word_.fields.end(),
                                      [&name = name](const Field& candidate) { return name == candidate.name; });
      if (field == word_.fields.end()) {
        add(value.line,
            "`" + name + "` is no field of " + word_.name + "; allowed: " + allowed_fields() + nearest_of(name, names));
      } else {
        check_value(*field, value);
      }
    }
    for (const Field& field : word_.fields)
      if (field.required && !node_.content.field(field.name))
        add(node_.source.line, std::string(word_.name) + " lacks `" + field.name + "` (" + field.sentence + ")");
  }

  void check_value(const Field& field, const Value& value) {
    if (is_mistake(value)) return;
    switch (field.takes) {
      case Takes::whole:
      case Takes::number:
        check_plain(field, value);
        break;
      case Takes::quantity: {
        const Unit target = unit(field.detail);
        if (check_unit(node_, field.name, value, target, findings_))
          check_range(node_, field.name, value, target, field.minimum, field.maximum, findings_);
        break;
      }
      case Takes::same_quantity:
      case Takes::same_difference:
        if (value.kind != Value::Kind::quantity && value.kind != Value::Kind::number)
          wrong(field, value, "a quantity with a unit word");
        else if (!std::isfinite(value.number))
          wrong(field, value, "a finite number");
        break;
      case Takes::same_range:
        check_pair(field, value);
        break;
      case Takes::boolean:
        if (value.kind != Value::Kind::boolean) wrong(field, value, "true or false");
        break;
      case Takes::name:
        check_name(field, value);
        break;
      case Takes::formula:
        if (value.kind != Value::Kind::string) wrong(field, value, "a formula in quotes, such as \"100 * 0.5 / 2\"");
        break;
      case Takes::choice:
        check_choice(field, value);
        break;
      case Takes::text:
        check_text(field, value);
        break;
      case Takes::word:
        check_word(field, value);
        break;
      case Takes::words:
        if (check_list(field, value, "words such as " + example_words(field)))
          for (const Value& item : value.table->items) check_word(field, item);
        break;
      case Takes::names:
        check_names(field, value);
        break;
      case Takes::entries:
        if (check_map(field, value, "entries [\"NAME\"] = " + example_words(field) + " { ... }"))
          for (const auto& [key, entry] : value.table->fields) check_word(field, entry);
        break;
      case Takes::settings:
      case Takes::targets:
        if (check_map(field, value, "entries name = value"))
          for (const auto& [key, entry] : value.table->fields) check_setting(field, key, entry);
        break;
    }
  }

  void check_plain(const Field& field, const Value& value) {
    if (value.kind != Value::Kind::number) {
      wrong(field, value, field.takes == Takes::whole ? "a plain whole number" : "a plain number");
    } else if (!std::isfinite(value.number)) {
      wrong(field, value, "a finite number");
    } else if (field.takes == Takes::whole && value.number != std::floor(value.number)) {
      wrong(field, value, "a whole number");
    } else {
      check_range(node_, field.name, value, unit("1"), field.minimum, field.maximum, findings_);
    }
  }

  void check_pair(const Field& field, const Value& value) {
    const bool pair = value.kind == Value::Kind::table && value.table->items.size() == 2 && value.table->fields.empty();
    if (!pair) {
      wrong(field, value, "{ low, high }, two quantities");
      return;
    }
    for (const Value& end : value.table->items)
      if (end.kind != Value::Kind::quantity && end.kind != Value::Kind::number && !is_mistake(end))
        wrong(field, end, "{ low, high }, two quantities");
      else if (!std::isfinite(end.number))
        wrong(field, end, "{ low, high }, two finite numbers");
  }

  void check_name(const Field& field, const Value& value) {
    if (value.kind != Value::Kind::string)
      wrong(field, value, "a string in quotes: " + std::string(field.detail));
    else if (value.text.empty() || value.text.size() > 200)
      wrong(field, value, "a string of 1 to 200 bytes: " + std::string(field.detail));
  }

  void check_choice(const Field& field, const Value& value) {
    std::vector<std::string> choices;
    const std::string all = field.detail;
    for (std::size_t start = 0; start <= all.size();) {
      const std::size_t end = std::min(all.find('|', start), all.size());
      choices.push_back(all.substr(start, end - start));
      start = end + 1;
    }
    if (value.kind == Value::Kind::string && std::find(choices.begin(), choices.end(), value.text) != choices.end())
      return;
    std::vector<std::string> quoted;
    for (const std::string& choice : choices) quoted.push_back("\"" + choice + "\"");
    const std::string near = value.kind == Value::Kind::string ? nearest_of(value.text, choices) : "";
    wrong(field, value, listing(quoted) + near);
  }

  void check_text(const Field& field, const Value& value) {
    static const std::string kForm = "{ en = \"...\", zh = \"...\" }";
    if (value.kind != Value::Kind::table) {
      wrong(field, value, "a text in both languages: " + kForm);
      return;
    }
    for (const char* language : {"en", "zh"}) {
      const Value* entry = value.table->field(language);
      if (!entry)
        add(value.line, named(field) + " lacks the language `" + language + "`; allowed is " + kForm);
      else if (!is_mistake(*entry) && (entry->kind != Value::Kind::string || entry->text.empty()))
        add(entry->line, named(field) + ": `" + language + "` is " + found(*entry) + "; allowed is " + kForm);
    }
    for (const auto& [key, entry] : value.table->fields)
      if (key != "en" && key != "zh")
        add(entry.line, named(field) + ": `" + key + "` is no language; allowed is " + kForm);
    if (!value.table->items.empty()) wrong(field, value.table->items[0], kForm);
  }

  std::string example_words(const Field& field) const { return listing(word_names(field.kinds), 8); }

  void check_word(const Field& field, const Value& value) {
    if (is_mistake(value)) return;
    if (value.kind == Value::Kind::word &&
        std::find(field.kinds.begin(), field.kinds.end(), value.node->word->kind) != field.kinds.end())
      return;
    std::string kinds;
    for (WordKind kind : field.kinds) kinds += (kinds.empty() ? "" : " or ") + std::string(in_words(kind));
    wrong(field, value, kinds + ": " + example_words(field));
  }

  bool check_list(const Field& field, const Value& value, const std::string& allowed) {
    if (value.kind != Value::Kind::table || (value.table->items.empty() && !value.table->fields.empty())) {
      wrong(field, value, "a list in braces with " + allowed);
      return false;
    }
    for (const auto& [key, entry] : value.table->fields)
      add(entry.line, named(field) + " has the name `" + key + "`; allowed is a list of " + allowed);
    return true;
  }

  bool check_map(const Field& field, const Value& value, const std::string& allowed) {
    if (value.kind != Value::Kind::table) {
      wrong(field, value, "braces with " + allowed);
      return false;
    }
    for (const Value& item : value.table->items)
      if (!is_mistake(item))
        add(item.line, named(field) + " holds " + found(item) + " without a name; allowed are " + allowed);
    return true;
  }

  void check_names(const Field& field, const Value& value) {
    // as a further item of braces the field is one name, else it is a list of them
    const bool further = !word_.rest.empty() && &field == &word_.rest[0];
    if (further) {
      check_named_or_word(field, value);
    } else if (check_list(field, value, "strings: " + std::string(field.detail))) {
      for (const Value& item : value.table->items) check_named_or_word(field, item);
    }
  }

  void check_named_or_word(const Field& field, const Value& value) {
    if (value.kind == Value::Kind::string || field.kinds.empty())
      is_mistake(value) ? void() : check_name(field, value);
    else
      check_word(field, value);
  }

  void check_setting(const Field& field, const std::string& key, const Value& value) {
    const bool number = value.kind == Value::Kind::quantity || value.kind == Value::Kind::number;
    if (is_mistake(value)) return;
    if (number && !std::isfinite(value.number))
      add(value.line, "`" + key + "` is no finite number");
    else if (!number && (field.takes == Takes::targets || value.kind != Value::Kind::string))
      add(value.line, "`" + key + "` is " + found(value) + "; allowed is a quantity" +
                          (field.takes == Takes::settings ? " or a string" : ""));
  }

  const Node& node_;
  const Word& word_;
  Findings& findings_;
};

}  // namespace

void check_shape(const Node& node, Findings& findings) {
  Shape(node, findings).check();
}

bool check_unit(const Node& node, const std::string& field, const Value& value, const Unit& target,
                Findings& findings) {
  if (value.kind == Value::Kind::mistake) return false;
  const bool plain =
      value.kind == Value::Kind::number && target.dimension == Dimension{} && target.basis == Basis::none;
  if (plain || (value.kind == Value::Kind::quantity && fits(value.unit, target))) {
    if (std::isfinite(value.number)) return true;
    findings.add({node.source.file, value.line}, "`" + field + "` of " + node.word->name + " is no finite number");
    return false;
  }
  findings.add({node.source.file, value.line},
               "`" + field + "` of " + node.word->name + " is " + found(value) + "; allowed is a " + unit_help(target));
  return false;
}

bool check_range(const Node& node, const std::string& field, const Value& value, const Unit& target, double minimum,
                 double maximum, Findings& findings) {
  if (value.number >= minimum && value.number <= maximum) return true;
  const bool open_low = minimum<-1e200, open_high = maximum> 1e200;
  const Unit shown_in = value.kind == Value::Kind::quantity ? value.unit : target;
  const std::string low = shown(minimum, shown_in, 6), high = shown(maximum, shown_in, 6);
  const std::string allowed = open_high ? low + " or more" : open_low ? high + " or less" : low + " to " + high;
  findings.add({node.source.file, value.line}, "`" + field + "` of " + node.word->name + " is " +
                                                   shown(value.number, shown_in, 6) + "; allowed: " + allowed);
  return false;
}

}  // namespace stillhouse::scenario
