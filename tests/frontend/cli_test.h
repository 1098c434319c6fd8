#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "tests/frontend/program.h"

namespace stillhouse {

/// A test that runs the program in a folder of its own.
class Cli : public testing::Test {
 protected:
  Cli() {
    std::string name = (std::filesystem::temp_directory_path() / "stillhouse_cli_XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
    folder_ = name;
  }
  ~Cli() override { std::filesystem::remove_all(folder_); }

  Ended program(const std::vector<std::string>& words) const { return run_program(words, folder_); }

  /// Output of a program that must end well, as the one JSON document it must be.
  nlohmann::json json(std::vector<std::string> words, int code = 0) const {
    words.emplace_back("--json");
    const Ended ended = program(words);
    EXPECT_EQ(ended.code, code) << ended.err;
    return nlohmann::json::parse(ended.out, nullptr, false);
  }

  std::string bytes(const std::string& name) const {
    std::ifstream file(folder_ + "/" + name, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(file), {});
  }
  void put(const std::string& name, const std::string& text) const {
    std::filesystem::create_directories(std::filesystem::path(folder_ + "/" + name).parent_path());
    std::ofstream(folder_ + "/" + name, std::ios::binary) << text;
  }

  /// Ends like every error: no output, one sentence, this code.
  void expect_sentence(const std::vector<std::string>& words, int code, const std::string& part) const {
    const Ended ended = program(words);
    EXPECT_EQ(ended.code, code) << ended.out << ended.err;
    EXPECT_THAT(ended.err, testing::HasSubstr(part));
    EXPECT_THAT(ended.err, testing::StartsWith("stillhouse: "));
    EXPECT_EQ(ended.out, "");
  }

  std::string folder_;
};

}  // namespace stillhouse
