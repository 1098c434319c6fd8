#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace stillhouse {

/// One row of a table of component data (assets/components), with its place for error messages.
struct DataRow {
  std::string_view table;
  int line;
  std::vector<std::string_view> fields;

  /// ModelError with table, line and what is wrong.
  [[noreturn]] void fail(const std::string& what) const;
  /// The number in field i; fails if there is none.
  double number(std::size_t i) const;
  /// The same, but an empty field is zero.
  double number_or_zero(std::size_t i) const;
};

/// The rows of a comma-separated table after its comment lines (#) and its heading, which must be `heading`. Fields may
/// stand in quotes. ModelError says table, line and what is wrong. The rows look into `text`, which must outlive them.
std::vector<DataRow> data_rows(std::string_view table, std::string_view text, std::string_view heading);

/// A compound's name as the program knows it: in lower case.
std::string lower_case(std::string_view text);

}  // namespace stillhouse
