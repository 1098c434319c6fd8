// docstrings OUTPUT HEADER...: writes the documentation comments of the headers' classes, namespaces and `..._kind()`
// functions as a C++ table, so that the program's manual pages are what stands beside the code. Run by the build.

#include <fstream>
#include <iostream>
#include <regex>
#include <string>

int main(int count, char** words) {
  if (count < 3) {
    std::cerr << "usage: docstrings OUTPUT HEADER...\n";
    return 2;
  }
  std::string table;
  const std::regex of_class("^(class|struct|namespace) (\\w+)( final)?( \\{|;|$).*"),
      of_kind("^\\w+ (\\w+_kind)\\(.*\\);.*");
  for (int i = 2; i < count; ++i) {
    std::ifstream header(words[i]);
    if (!header) {
      std::cerr << "docstrings: cannot read " << words[i] << "\n";
      return 1;
    }
    std::string text;
    for (std::string line; std::getline(header, line);) {
      if (line.rfind("///", 0) == 0) {
        text += line.substr(line.size() > 3 && line[3] == ' ' ? 4 : 3) + "\n";
        continue;
      }
      std::smatch found;
      if (line.rfind("template", 0) == 0) continue;  // belongs to the next line
      const bool is_class = std::regex_match(line, found, of_class);
      if (!text.empty() && (is_class || std::regex_match(line, found, of_kind)))
        table += "    {\"" + found[is_class ? 2 : 1].str() + "\", R\"manual(" + text + ")manual\"},\n";
      text.clear();
    }
  }
  std::ofstream output(words[1]);
  output << "// Made by cmake/docstrings.cpp from the headers: do not edit.\n"
            "#include \"models/plant/manual.h\"\n\nnamespace stillhouse {\n\n"
            "const std::vector<Docstring>& docstrings() {\n  static const std::vector<Docstring> table{\n"
         << table << "  };\n  return table;\n}\n\n}  // namespace stillhouse\n";
  output.close();
  return output ? 0 : 1;
}
