#include "labs/record/writer.h"

#include <stdexcept>

#include "engine/base/error.h"
#include "engine/base/hash.h"
#include "labs/record/line.h"
#include "labs/record/reader.h"

namespace stillhouse {

RunWriter RunWriter::create(const std::filesystem::path& path, const HeaderRecord& header) {
  RunWriter writer(ChainedFile::create(path, "run"));
  HeaderRecord complete = header;
  complete.format = run_format_version;
  complete.file_digests.clear();
  for (const auto& [name, text] : complete.files) complete.file_digests[name] = to_hex(sha256(text));
  try {
    writer.add(complete);
    writer.flush();
  } catch (...) {
    // a run without its header is of no use to anybody and would block the name
    writer.file_.discard();
    throw;
  }
  return writer;
}

std::pair<RunWriter, RunRecord> RunWriter::reopen(const std::filesystem::path& path) {
  // locked before it is read, so that nobody appends between the two
  RunWriter writer(ChainedFile::open(path, "run"));
  RunRecord run = read_run(path);
  require_intact(run);
  writer.file_.go_on_after(run.lines, run.intact_bytes, run.chain);
  return {std::move(writer), std::move(run)};
}

void RunWriter::add(const Record& record) {
  if (!file_.is_open()) throw RecordError(path().string(), 0, "the run is closed; open it again to go on");
  std::string body;
  try {
    body = line_body(file_.next(), record);
  } catch (const std::invalid_argument& problem) {
    throw RecordError(path().string(), static_cast<int>(file_.next() + 1),
                      std::string("not written: ") + problem.what());
  }
  file_.add(body);
}

}  // namespace stillhouse
