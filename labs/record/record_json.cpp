#include <array>
#include <cmath>
#include <concepts>
#include <limits>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <type_traits>

#include "labs/record/line.h"
#include "labs/record/record_fields.h"

namespace stillhouse {
namespace {

using Json = nlohmann::ordered_json;

[[noreturn]] void refuse(const std::string& field, const std::string& what) {
  throw std::invalid_argument("`" + field + "` " + what);
}

// ---- values as JSON ----

double finite(const std::string& field, double number) {
  if (!std::isfinite(number)) refuse(field, "must be a finite number");
  return number;
}

Json to_json(const std::string&, const std::string& text) {
  return text;
}
Json to_json(const std::string&, bool truth) {
  return truth;
}
Json to_json(const std::string&, std::uint64_t number) {
  return number;
}
Json to_json(const std::string& field, double number) {
  return finite(field, number);
}
Json to_json(const std::string&, Actor actor) {
  return actor_names.at(static_cast<std::size_t>(actor));
}
Json to_json(const std::string&, const Text& text) {
  return Json{{"en", text.en}, {"zh", text.zh}};
}
Json to_json(const std::string&, const std::vector<std::string>& texts) {
  return texts;
}

template <std::signed_integral Integer>
Json to_json(const std::string& field, Integer number) {
  if (number < 0) refuse(field, "must not be negative");
  return number;
}

Json to_json(const std::string&, const std::map<std::string, std::string>& texts) {
  Json object = Json::object();
  for (const auto& [name, text] : texts) object[name] = text;
  return object;
}

Json to_json(const std::string&, const std::map<std::string, double>& values) {
  Json object = Json::object();
  // what a dead transmitter shows has no number in JSON
  for (const auto& [tag, value] : values) object[tag] = std::isfinite(value) ? Json(value) : Json(nullptr);
  return object;
}

template <class Value>
Json to_json(const std::string& field, const std::vector<std::pair<std::string, Value>>& pairs) {
  Json list = Json::array();
  for (const auto& [id, value] : pairs) {
    Json object = {{"id", id}};
    object[std::is_same_v<Value, double> ? "score" : "state"] = to_json(field, value);
    list.push_back(std::move(object));
  }
  return list;
}

/// Writes the fields of a record into a JSON object.
class FieldWriter {
 public:
  explicit FieldWriter(Json& object) : object_(object) {}

  template <class Value>
  void operator()(const char* field, const Value& value) {
    object_[field] = to_json(field, value);
  }

  template <class Value>
  void may(const char* field, const Value& value) {
    if (!value.empty()) (*this)(field, value);
  }

  void may(const char* field, const std::optional<double>& value) {
    if (value) (*this)(field, *value);
  }

  void may(const char* field, Actor actor) {
    if (actor != Actor::student) (*this)(field, actor);
  }

 private:
  Json& object_;
};

// ---- JSON as values ----

void from_json(const std::string& field, const Json& json, std::string& text) {
  if (!json.is_string()) refuse(field, "must be a text");
  text = json.get_ref<const std::string&>();
}

void from_json(const std::string& field, const Json& json, double& number) {
  if (!json.is_number()) refuse(field, "must be a number");
  number = json.get<double>();
}

void from_json(const std::string& field, const Json& json, bool& truth) {
  if (!json.is_boolean()) refuse(field, "must be true or false");
  truth = json.get<bool>();
}

void from_json(const std::string& field, const Json& json, std::uint64_t& number) {
  if (!json.is_number_unsigned()) refuse(field, "must be a whole number, not negative");
  number = json.get<std::uint64_t>();
}

template <std::signed_integral Integer>
void from_json(const std::string& field, const Json& json, Integer& number) {
  std::uint64_t magnitude = 0;
  from_json(field, json, magnitude);
  if (magnitude > static_cast<std::uint64_t>(std::numeric_limits<Integer>::max())) refuse(field, "is too large");
  number = static_cast<Integer>(magnitude);
}

void from_json(const std::string& field, const Json& json, Actor& actor) {
  std::string name;
  from_json(field, json, name);
  for (std::size_t i = 0; i < actor_names.size(); ++i) {
    if (name != actor_names[i]) continue;
    actor = static_cast<Actor>(i);
    return;
  }
  refuse(field, "must be one of student, operator, instructor, not " + name);
}

const Json& member(const std::string& field, const Json& json, const char* name) {
  if (!json.is_object() || !json.contains(name)) refuse(field, std::string("has no `") + name + "`");
  return json.at(name);
}

void from_json(const std::string& field, const Json& json, Text& text) {
  from_json(field, member(field, json, "en"), text.en);
  from_json(field, member(field, json, "zh"), text.zh);
}

void from_json(const std::string& field, const Json& json, std::vector<std::string>& texts) {
  if (!json.is_array()) refuse(field, "must be a list");
  for (const Json& entry : json) from_json(field, entry, texts.emplace_back());
}

template <class Value>
void from_json(const std::string& field, const Json& json, std::map<std::string, Value>& values) {
  if (!json.is_object()) refuse(field, "must be an object");
  for (const auto& [name, entry] : json.items()) {
    if (std::is_same_v<Value, double> && entry.is_null()) {
      if constexpr (std::is_same_v<Value, double>) values[name] = std::numeric_limits<double>::quiet_NaN();
    } else {
      from_json(field, entry, values[name]);
    }
  }
}

template <class Value>
void from_json(const std::string& field, const Json& json, std::vector<std::pair<std::string, Value>>& pairs) {
  if (!json.is_array()) refuse(field, "must be a list");
  for (const Json& entry : json) {
    auto& [id, value] = pairs.emplace_back();
    from_json(field, member(field, entry, "id"), id);
    from_json(field, member(field, entry, std::is_same_v<Value, double> ? "score" : "state"), value);
  }
}

/// Reads the fields of a record from a JSON object, and knows afterwards whether some were left over.
class FieldReader {
 public:
  explicit FieldReader(const Json& object) : object_(object) {}

  template <class Value>
  void operator()(const char* field, Value& value) {
    const auto found = object_.find(field);
    if (found == object_.end()) refuse(field, "is missing");
    from_json(field, *found, value);
    ++used_;
  }

  template <class Value>
  void may(const char* field, Value& value) {
    if (object_.contains(field)) (*this)(field, value);
  }

  void may(const char* field, std::optional<double>& value) {
    if (object_.contains(field)) (*this)(field, value.emplace());
  }

  std::size_t used() const { return used_; }

 private:
  const Json& object_;
  std::size_t used_ = 0;
};

/// The names of a variant's types, in its order.
template <class AnyRecord>
using TypeNames = std::array<const char*, std::variant_size_v<AnyRecord>>;

template <class AnyRecord, std::size_t Index = 0>
AnyRecord record_of_type(const TypeNames<AnyRecord>& names, const std::string& type, const Json& object,
                         std::int64_t n) {
  if constexpr (Index == std::variant_size_v<AnyRecord>) {
    throw std::invalid_argument("no record has the type `" + type + "`");
  } else {
    if (type != names[Index]) return record_of_type<AnyRecord, Index + 1>(names, type, object, n);
    std::variant_alternative_t<Index, AnyRecord> record;
    FieldReader is(object);
    describe(is, record);
    // `n` and `type` are the two others
    if (is.used() + 2 != object.size()) throw std::invalid_argument("a field that no " + type + " record has");
    record.line = n + 1;
    return record;
  }
}

template <class AnyRecord>
std::string body_of(const TypeNames<AnyRecord>& names, std::int64_t n, const AnyRecord& record) {
  Json object;
  object["n"] = n;
  object["type"] = names.at(record.index());
  std::visit(
      [&object](auto copy) {
        FieldWriter is(object);
        describe(is, copy);
      },
      record);
  try {
    // numbers in the fewest digits that read back as the same bits, whatever the locale
    std::string body = object.dump();
    body.pop_back();
    if (body.size() + 128 > longest_run_line) throw std::invalid_argument("the record is too long for one line");
    return body;
  } catch (const Json::exception&) {
    throw std::invalid_argument("a text in the record is not UTF-8");
  }
}

template <class AnyRecord>
AnyRecord record_of(const TypeNames<AnyRecord>& names, std::string_view body, std::int64_t n) {
  Json object;
  try {
    object = Json::parse(std::string(body) + "}");
  } catch (const Json::exception&) {
    throw std::invalid_argument("the line is not JSON in UTF-8");
  }
  if (!object.is_object()) throw std::invalid_argument("the line is not a JSON object");
  FieldReader is(object);
  std::int64_t number = 0;
  std::string type;
  is("n", number);
  is("type", type);
  if (number != n) throw std::invalid_argument("the line says it is number " + std::to_string(number));
  return record_of_type<AnyRecord>(names, type, object, n);
}

}  // namespace

std::string line_body(std::int64_t n, const Record& record) {
  return body_of<Record>(record_type_names, n, record);
}

std::string line_body(std::int64_t n, const ReviewRecord& record) {
  return body_of<ReviewRecord>(review_type_names, n, record);
}

Record record_in(std::string_view body, std::int64_t n) {
  return record_of<Record>(record_type_names, body, n);
}

ReviewRecord review_record_in(std::string_view body, std::int64_t n) {
  return record_of<ReviewRecord>(review_type_names, body, n);
}

}  // namespace stillhouse
