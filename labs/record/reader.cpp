#include "labs/record/reader.h"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <stdexcept>

#include "engine/base/error.h"
#include "engine/base/hash.h"
#include "labs/record/chain_check.h"
#include "labs/record/line.h"

namespace stillhouse {
namespace {

constexpr std::size_t most_problems = 100;

/// Takes the lines of a file in order, checks the chain, and collects the records.
class LineReading {
 public:
  explicit LineReading(std::string file) { run_.file = std::move(file); }

  void take(std::string_view line) {
    if (run_.lines == 0) look_at_first(line);
    run_.intact_bytes += line.size() + 1;
    const std::int64_t here = ++run_.lines;

    const ChainCheck::Looked looked = chain_.look(line);
    run_.chain = chain_.chain();
    if (!looked.problem.empty()) {
      problem(here, looked.problem);
    } else {
      keep(*looked.cut, here);
    }
  }

  /// What stands after the last newline.
  void take_tail(std::string_view tail) {
    if (run_.lines == 0) {
      if (tail.empty()) not_a_run("the file is empty");
      if (!may_be_torn(tail, 0)) not_a_run("it does not begin like one");
      throw RecordError(run_.file, 1, "the run was cut off while its first line was written; begin a new run");
    }
    if (tail.empty()) return;
    if (may_be_torn(tail, chain_.expected())) {
      run_.torn = "line " + std::to_string(run_.lines + 1) +
                  " was cut short while it was written (the program was killed or the power failed) and was left out";
    } else {
      problem(run_.lines + 1, "the last line was changed: it neither ends with a newline nor was it cut short");
    }
  }

  void too_long() {
    if (run_.lines == 0) not_a_run("its first line has no end");
    problem(run_.lines + 1, "the line is longer than any line of a run; the rest of the file was not read");
  }

  /// The run, once everything was taken.
  RunRecord finish() { return std::move(run_); }

 private:
  [[noreturn]] void not_a_run(const std::string& why) const {
    throw RecordError(run_.file, 1, "this is not a run file (" + why + "); give a file that `stillhouse run` wrote");
  }

  void problem(std::int64_t line, const std::string& what) {
    if (run_.problems.size() < most_problems) run_.problems.push_back({line, what});
  }

  void look_at_first(std::string_view line) const {
    const std::optional<RunLine> cut = cut_line(line);
    const std::optional<std::int64_t> format = format_of_header(line);
    if (!format) {
      // a line with a chain was one of ours before somebody changed it
      if (cut) throw RecordError(run_.file, 1, "the first line was changed: it is not the header of a run");
      not_a_run("it does not begin like one");
    }
    const bool untouched = cut && chain_after("", cut->body) == cut->chain;
    if (untouched && *format > run_format_version) {
      throw RecordError(run_.file, 1,
                        "this run has format " + std::to_string(*format) + ", newer than format " +
                            std::to_string(run_format_version) + " that this program reads; update the program");
    }
  }

  void keep(const RunLine& cut, std::int64_t here) {
    try {
      Record record = record_in(cut.body, chain_.expected() - 1);
      std::visit([here](auto& value) { value.line = here; }, record);
      const bool is_header = std::holds_alternative<HeaderRecord>(record);
      if (is_header && here > 1) throw std::invalid_argument("a second header");
      if (is_header) check_digests(std::get<HeaderRecord>(record));
      run_.add(std::move(record));
    } catch (const std::invalid_argument& fault) {
      // nothing after the header can be understood without it
      const std::string what = std::string("not a record this program knows: ") + fault.what();
      if (here == 1) throw RecordError(run_.file, 1, what);
      problem(here, what);
    }
  }

  static void check_digests(const HeaderRecord& header) {
    if (!(header.scan_length > 0.0)) throw std::invalid_argument("`scan_length_s` must be above zero");
    for (const auto& [name, text] : header.files) {
      const auto digest = header.file_digests.find(name);
      if (digest == header.file_digests.end() || digest->second != to_hex(sha256(text))) {
        throw std::invalid_argument("the text of " + name + " is not the one whose SHA-256 is given");
      }
    }
  }

  RunRecord run_;
  ChainCheck chain_;
};

std::ifstream open_run(const std::filesystem::path& path) {
  std::error_code error;
  const std::filesystem::file_status status = std::filesystem::status(path, error);
  const std::string name = path.string();
  if (!std::filesystem::exists(status)) throw RecordError(name, 0, "no such run; give the name of a run file");
  if (std::filesystem::is_directory(status)) throw RecordError(name, 0, "this is a folder; give a run file in it");
  if (!std::filesystem::is_regular_file(status)) throw RecordError(name, 0, "this is not a file; give a run file");
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    throw RecordError(name, 0,
                      std::string("the run cannot be read (") + std::strerror(errno) + "); ask for permission");
  }
  return file;
}

}  // namespace

RunRecord read_run(const std::filesystem::path& path) {
  std::ifstream file = open_run(path);
  LineReading reading(path.string());

  // cut the file into lines; what is left of the last piece stays at the front of the buffer
  std::string buffer;
  std::string piece(1 << 16, '\0');
  while (file.read(piece.data(), static_cast<std::streamsize>(piece.size())) || file.gcount() > 0) {
    std::size_t searched = buffer.size();
    buffer.append(piece.data(), static_cast<std::size_t>(file.gcount()));
    std::size_t begin = 0;
    for (std::size_t end; (end = buffer.find('\n', searched)) != std::string::npos; searched = begin = end + 1) {
      reading.take(std::string_view(buffer).substr(begin, end - begin));
    }
    buffer.erase(0, begin);
    if (buffer.size() > longest_run_line) {
      reading.too_long();
      return reading.finish();
    }
  }
  if (file.bad()) throw RecordError(path.string(), 0, "the run cannot be read to its end; check the disk and copy it");
  reading.take_tail(buffer);
  return reading.finish();
}

}  // namespace stillhouse
