#include "tests/labs/record/sample_run.h"

#include <stdlib.h>

#include <fstream>
#include <iterator>
#include <limits>
#include <sstream>
#include <stdexcept>

#include "engine/base/hash.h"
#include "labs/record/writer.h"

namespace stillhouse {

TemporaryFolder::TemporaryFolder() {
  std::string name = (std::filesystem::temp_directory_path() / "stillhouse_record_XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder: " + name);
  path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(file), {});
}

void put_bytes(const std::filesystem::path& path, const std::string& bytes) {
  // some file systems write a truncated file to the disk at once, which takes long; a new one they do not
  std::filesystem::remove(path);
  std::ofstream(path, std::ios::binary) << bytes;
}

std::vector<std::string> lines_of(const std::string& bytes) {
  std::vector<std::string> lines;
  std::istringstream stream(bytes);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

std::string joined(const std::vector<std::string>& lines) {
  std::string bytes;
  for (const std::string& line : lines) bytes += line + "\n";
  return bytes;
}

HeaderRecord sample_header() {
  HeaderRecord header;
  header.engine_version = "0.1.0";
  header.models_version = "0.1.0";
  header.grading_version = "1";
  header.lab = "methanol_water_distillation";
  header.files = {{"lab.lua", "return lab { title = { zh = \"精馏\" } }\n\tfull = \\\"yes\\\"\n"}, {"chain", "a trap"}};
  header.seed = std::numeric_limits<std::uint64_t>::max();
  header.student = "s-42";
  header.mode = "exam";
  header.operator_name = "good";
  header.scan_length = 1.0;
  header.started = "2026-03-01T09:30:00.250Z";
  header.build = "gcc 12.2.0 -O2";
  return header;
}

std::vector<Record> sample_records() {
  const std::string digest = to_hex(sha256("state"));
  return {
      CommandRecord{.scan = 0,
                    .time = 0.0,
                    .wall = "2026-03-01T09:30:01.000Z",
                    .actor = Actor::student,
                    .verb = "set",
                    .tag = "HIC-201",
                    .value = 0.1},
      CommandRecord{.scan = 7,
                    .time = 7.0,
                    .actor = Actor::instructor,
                    .verb = "mode",
                    .tag = "LIC-101",
                    .text = "auto\n\"quoted\" \x01",
                    .refused = "not permitted: 不允许"},
      DigestRecord{.scan = 10, .digest = digest},
      ReadingRecord{.scan = 10,
                    .time = 10.0,
                    .values = {{"TI-112", 296.1500000000001},
                               {"PI-101", -0.0},
                               {"chain", 5e-324},
                               {"AI-130", std::numeric_limits<double>::quiet_NaN()}}},
      AlarmRecord{.scan = 12,
                  .time = 12.0,
                  .tag = "LAL-101",
                  .priority = "high",
                  .state = "unacknowledged",
                  .text = {"Level low", "液位低"}},
      CommandRecord{.scan = 15, .time = 15.0, .actor = Actor::operator_file, .verb = "acknowledge", .tag = "LAL-101"},
      AlarmRecord{.scan = 15,
                  .time = 15.0,
                  .tag = "LAL-101",
                  .priority = "high",
                  .state = "acknowledged",
                  .text = {"Level low", "液位低"}},
      TaskRecord{.scan = 16, .time = 16.0, .id = "cool", .state = "done"},
      FaultRecord{.scan = 17, .time = 17.0, .id = "sag", .state = "active", .text = {"The heater sags", "加热器下降"}},
      NoteRecord{.scan = 18, .time = 18.0, .kind = "warning", .text = {"outside 250 K to 500 K", "超出范围"}},
      FailureRecord{.scan = 19,
                    .time = 19.25,
                    .message = "no convergence",
                    .equations = {"energy balance of tray_5", "rate law"}},
      BacktrackRecord{.from = 19, .to = 12, .wall = "2026-03-01T09:31:00.000Z"},
      ResultRecord{.scan = 20,
                   .time = 20.0,
                   .score = 66.6,
                   .total = 100.0,
                   .criteria = {{"purity", 33.3}, {"alarms", 1.0 / 3.0}},
                   .tasks = {{"cool", "done"}, {"draw", "missed"}},
                   .aborted = true,
                   .abort_reason = "dry-out",
                   .digest = digest},
  };
}

void write_sample_run(const std::filesystem::path& path) {
  RunWriter writer = RunWriter::create(path, sample_header());
  for (const Record& record : sample_records()) writer.add(record);
  writer.close();
}

}  // namespace stillhouse
