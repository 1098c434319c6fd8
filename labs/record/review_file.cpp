#include "labs/record/review_file.h"

#include <cmath>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "engine/base/error.h"
#include "labs/record/chain_check.h"
#include "labs/record/chained_file.h"
#include "labs/record/line.h"
#include "labs/record/wall_clock.h"

namespace stillhouse {
namespace {

[[noreturn]] void not_a_review(const std::string& file, const std::string& why) {
  throw RecordError(file, 1, "this is not a review file (" + why + "); `stillhouse mark` writes them");
}

/// Takes the record of an intact line. Throws std::invalid_argument if its kind does not belong there.
void keep(ReviewFile& review, const RunLine& cut) {
  ReviewRecord record = review_record_in(cut.body, review.lines - 1);
  if (auto* mark = std::get_if<MarkRecord>(&record)) {
    if (review.lines == 1) throw std::invalid_argument("the first line is not the header of a review");
    review.marks.push_back(std::move(*mark));
    return;
  }
  if (review.lines > 1) throw std::invalid_argument("a second header");
  review.header = std::get<ReviewHeaderRecord>(std::move(record));
}

void require_intact(const ReviewFile& review) {
  if (review.intact()) return;
  throw RecordError(review.file, static_cast<int>(review.problems.front().line),
                    review.problems.front().what + "; the review cannot be trusted, use an unchanged copy of it");
}

void require_sense(const std::string& file, const MarkRecord& mark) {
  const auto refuse = [&file](const char* what) { throw RecordError(file, 0, what); };
  if (mark.criterion.empty()) refuse("a mark needs a criterion");
  if (!std::isfinite(mark.points) || !std::isfinite(mark.computed)) refuse("a mark needs points, a finite number");
  const auto blank = [](const std::string& text) { return text.find_first_not_of(" \t\n") == std::string::npos; };
  if (blank(mark.reason)) refuse("a mark is changed only with a reason; say why");
  if (blank(mark.by)) refuse("a mark is changed only by somebody; give a name");
}

void add(ChainedFile& file, const ReviewRecord& record) {
  try {
    file.add(line_body(file.next(), record));
  } catch (const std::invalid_argument& problem) {
    throw RecordError(file.path().string(), 0, std::string("not written: ") + problem.what());
  }
}

}  // namespace

const MarkRecord* ReviewFile::mark_of(const std::string& criterion) const {
  for (auto mark = marks.rbegin(); mark != marks.rend(); ++mark) {
    if (mark->criterion == criterion) return &*mark;
  }
  return nullptr;
}

std::filesystem::path review_path(const std::filesystem::path& run) {
  return run.string() + ".review";
}

ReviewFile read_review(const std::filesystem::path& path) {
  ReviewFile review;
  review.file = path.string();
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error)) throw RecordError(review.file, 0, "there is no such review file");
  std::ifstream in(path, std::ios::binary);
  const std::string bytes(std::istreambuf_iterator<char>(in), {});
  if (!in) throw RecordError(review.file, 0, "the review cannot be read; ask for permission");

  ChainCheck chain;
  std::string_view rest = bytes;
  for (std::size_t end; (end = rest.find('\n')) != std::string_view::npos; rest.remove_prefix(end + 1)) {
    const std::string_view line = rest.substr(0, end);
    ++review.lines;
    review.intact_bytes += line.size() + 1;
    const ChainCheck::Looked looked = chain.look(line);
    review.chain = chain.chain();
    std::string problem = looked.problem;
    try {
      if (problem.empty()) keep(review, *looked.cut);
    } catch (const std::invalid_argument& fault) {
      problem = fault.what();
    }
    if (problem.empty()) continue;
    // nothing after the header can be understood without it
    if (review.lines == 1) not_a_review(review.file, problem);
    review.problems.push_back({review.lines, problem});
  }
  if (review.lines == 0) not_a_review(review.file, "it has no whole line");
  if (review.header.format > review_format_version) {
    throw RecordError(review.file, 1, "this review is newer than this program; update the program");
  }
  if (!rest.empty() && !may_be_torn(rest, chain.expected())) {
    review.problems.push_back({review.lines + 1, "the last line was changed: it was not cut short"});
  }
  return review;
}

void add_mark(const RunRecord& run, MarkRecord mark) {
  require_intact(run);
  const std::filesystem::path path = review_path(run.file);
  require_sense(path.string(), mark);
  mark.wall = wall_time_now();
  std::error_code error;
  if (std::filesystem::exists(path, error)) {
    ChainedFile file = ChainedFile::open(path, "review");
    const ReviewFile review = read_review(path);
    require_intact(review);
    if (!review.is_of(run)) {
      throw RecordError(path.string(), 1,
                        "this review is of another state of the run; the run was gone on with or replaced. Move the "
                        "review away to begin a new one");
    }
    file.go_on_after(review.lines, review.intact_bytes, review.chain);
    add(file, mark);
    file.close();
    return;
  }
  ChainedFile file = ChainedFile::create(path, "review");
  try {
    ReviewHeaderRecord header;
    header.run = std::filesystem::path(run.file).filename().string();
    header.run_chain = run.chain;
    header.lab = run.header.lab;
    header.student = run.header.student;
    add(file, header);
    add(file, mark);
    file.flush();
  } catch (...) {
    file.discard();
    throw;
  }
  file.close();
}

}  // namespace stillhouse
