#include "labs/record/line.h"

#include <algorithm>
#include <charconv>

#include "engine/base/hash.h"

namespace stillhouse {
namespace {

constexpr std::string_view chain_opens = ",\"chain\":\"";
constexpr std::string_view chain_closes = "\"}";
constexpr std::size_t digits = 64;
constexpr std::size_t ending = chain_opens.size() + digits + chain_closes.size();

bool is_hex(std::string_view text) {
  return digest_from_hex(text).has_value();
}

// the whole number that follows `opening` and is followed by a comma
std::optional<std::int64_t> number_after(std::string_view opening, std::string_view text) {
  if (!text.starts_with(opening)) return std::nullopt;
  text.remove_prefix(opening.size());
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end == text.data() + text.size() || *end != ',' || number < 0) return std::nullopt;
  return number;
}

}  // namespace

std::string chain_after(std::string_view previous_chain, std::string_view body) {
  return to_hex(Sha256().update(previous_chain).update(body).digest());
}

std::string whole_line(std::string_view body, std::string_view chain) {
  std::string line;
  line.reserve(body.size() + ending + 1);
  line.append(body).append(chain_opens).append(chain).append(chain_closes).push_back('\n');
  return line;
}

std::optional<RunLine> cut_line(std::string_view line) {
  if (line.size() <= ending || line.front() != '{') return std::nullopt;
  const std::string_view end = line.substr(line.size() - ending);
  const std::string_view chain = end.substr(chain_opens.size(), digits);
  if (!end.starts_with(chain_opens) || !end.ends_with(chain_closes) || !is_hex(chain)) return std::nullopt;
  return RunLine{line.substr(0, line.size() - ending), chain};
}

std::optional<std::int64_t> number_of(std::string_view line) {
  return number_after("{\"n\":", line);
}

std::optional<std::int64_t> format_of_header(std::string_view line) {
  return number_after("{\"n\":0,\"type\":\"header\",\"format\":", line);
}

bool may_be_torn(std::string_view tail, std::int64_t n) {
  // it begins as line n would, as far as it goes
  const std::string opening = "{\"n\":" + std::to_string(n) + ",\"type\":\"";
  const std::size_t common = std::min(opening.size(), tail.size());
  if (tail.substr(0, common) != std::string_view(opening).substr(0, common)) return false;

  // and nothing stands after the end of its chain: a whole line that lost its newline, or had it changed, was cut
  // short only if every byte there is one that was written
  const std::size_t chain = tail.rfind(chain_opens);
  if (chain == std::string_view::npos) return true;
  const std::string_view after = tail.substr(chain + chain_opens.size());
  if (after.size() > digits + chain_closes.size()) return false;
  const std::string_view hex = after.substr(0, std::min(after.size(), digits));
  const bool hex_so_far =
      std::all_of(hex.begin(), hex.end(), [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
  return hex_so_far && (after.size() <= digits || chain_closes.starts_with(after.substr(digits)));
}

}  // namespace stillhouse
