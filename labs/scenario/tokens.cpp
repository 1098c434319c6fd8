#include "labs/scenario/tokens.h"

#include <array>
#include <optional>
#include <set>
#include <string_view>
#include <vector>

namespace stillhouse::scenario {
namespace {

enum class TokenKind { name, string, number, symbol };

struct Token {
  TokenKind kind = TokenKind::symbol;
  std::string text;
  int line = 0;
};

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Cuts a text into Lua 5.4 tokens; comments are dropped. Stops at the first thing that is no token.
class Lexer {
 public:
  explicit Lexer(std::string_view text) : text_(text) {}

  std::vector<Token> tokens() {
    std::vector<Token> result;
    if (text_.starts_with("#")) skip_line();
    while (std::optional<Token> token = next()) result.push_back(std::move(*token));
    return result;
  }

 private:
  char at(std::size_t offset = 0) const { return position_ + offset < text_.size() ? text_[position_ + offset] : '\0'; }

  void advance() {
    if (at() == '\n') ++line_;
    ++position_;
  }

  void skip_line() {
    while (position_ < text_.size() && at() != '\n') ++position_;
  }

  // number of "=" between two brackets, when a long bracket opens here
  std::optional<std::size_t> long_bracket() const {
    if (at() != '[') return std::nullopt;
    std::size_t level = 0;
    while (at(1 + level) == '=') ++level;
    if (at(1 + level) != '[') return std::nullopt;
    return level;
  }

  std::optional<std::string> long_text(std::size_t level) {
    const std::string close = "]" + std::string(level, '=') + "]";
    for (std::size_t i = 0; i < level + 2; ++i) advance();
    const std::size_t start = position_;
    const std::size_t end = text_.find(close, position_);
    if (end == std::string_view::npos) return std::nullopt;
    while (position_ < end + close.size()) advance();
    return std::string(text_.substr(start, end - start));
  }

  // the characters between the quotes as written: enough for keys, which have no escapes
  std::optional<std::string> quoted() {
    const char quote = at();
    advance();
    std::string content;
    while (position_ < text_.size() && at() != quote) {
      if (at() == '\n') return std::nullopt;
      if (at() == '\\') {
        content += at();
        advance();
        if (at() == 'z') {
          advance();
          while (position_ < text_.size() && (at() == ' ' || at() == '\n' || at() == '\t' || at() == '\r')) advance();
          continue;
        }
      }
      content += at();
      advance();
    }
    if (position_ >= text_.size()) return std::nullopt;
    advance();
    return content;
  }

  std::optional<Token> next() {
    // spaces and comments
    while (position_ < text_.size()) {
      const char c = at();
      if (c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f' || c == '\v') {
        advance();
      } else if (c == '-' && at(1) == '-') {
        position_ += 2;
        if (const auto level = long_bracket()) {
          if (!long_text(*level)) return std::nullopt;
        } else {
          skip_line();
        }
      } else {
        break;
      }
    }
    if (position_ >= text_.size()) return std::nullopt;

    Token token;
    token.line = line_;
    const std::size_t start = position_;
    if (is_letter(at())) {
      while (is_letter(at()) || is_digit(at())) advance();
      token.kind = TokenKind::name;
      token.text = text_.substr(start, position_ - start);
    } else if (is_digit(at()) || (at() == '.' && is_digit(at(1)))) {
      while (is_letter(at()) || is_digit(at()) || at() == '.' ||
             ((at() == '+' || at() == '-') && std::string_view("eEpP").find(text_[position_ - 1]) != std::string::npos))
        advance();
      token.kind = TokenKind::number;
      token.text = text_.substr(start, position_ - start);
    } else if (at() == '"' || at() == '\'') {
      std::optional<std::string> content = quoted();
      if (!content) return std::nullopt;
      token.kind = TokenKind::string;
      token.text = std::move(*content);
    } else if (const auto level = long_bracket()) {
      std::optional<std::string> content = long_text(*level);
      if (!content) return std::nullopt;
      token.kind = TokenKind::string;
      token.text = std::move(*content);
    } else {
      static constexpr std::array<std::string_view, 12> kLong = {
          "...", "..", "==", "~=", "<=", ">=", "//", "::", "<<", ">>", "\xEF\xBB\xBF", "--"};
      std::string_view symbol = text_.substr(position_, 1);
      for (std::string_view candidate : kLong)
        if (text_.substr(position_).starts_with(candidate)) {
          symbol = candidate;
          break;
        }
      for (std::size_t i = 0; i < symbol.size(); ++i) advance();
      token.text = symbol;
    }
    return token;
  }

  std::string_view text_;
  std::size_t position_ = 0;
  int line_ = 1;
};

struct Refused {
  std::string_view token;
  std::string_view instead;
  bool follows = false;
};

constexpr std::string_view kNoFunctions = "a lab has no functions: write the value out, or name it with `local`";
constexpr std::string_view kNoLoops = "a lab has no loops: write the entries out one by one";
constexpr std::string_view kNoBranches = "a lab has no branches: use conditions (all_of, any_of, none_of) or when(...)";
constexpr std::string_view kNoComparisons = "compare with above, below or between";

constexpr Refused kRefusedNames[] = {
    {"function", kNoFunctions},
    {"end", kNoFunctions, true},
    {"for", kNoLoops},
    {"while", kNoLoops},
    {"repeat", kNoLoops},
    {"until", kNoLoops, true},
    {"do", kNoLoops, true},
    {"goto", kNoLoops},
    {"break", kNoLoops},
    {"in", kNoLoops, true},
    {"if", kNoBranches},
    {"then", kNoBranches, true},
    {"else", kNoBranches, true},
    {"elseif", kNoBranches, true},
    {"and", "use all_of { ... }"},
    {"or", "use any_of { ... }"},
    {"not", "use none_of { ... }"},
    {"_ENV", "a lab cannot change the set of words"},
    {"_G", "a lab cannot change the set of words"},
};

constexpr Refused kRefusedSymbols[] = {
    {"==", kNoComparisons},
    {"~=", kNoComparisons},
    {"<=", kNoComparisons},
    {">=", kNoComparisons},
    {"<", kNoComparisons},
    {">", kNoComparisons},
    {"::", kNoLoops},
    {":", "texts and words have no methods"},
    {"...", "a lab has no arguments"},
};

}  // namespace

Place FieldLines::place_of(const std::string& word, int line, const std::string& path) const {
  const auto found = places_.find({word, line, path});
  return found == places_.end() ? Place{line, 0} : found->second;
}

/// Walks over the tokens with a stack of open brackets.
class TokenReader {
 public:
  TokenReader(const std::string& file, const std::string& text, Findings& findings)
      : file_(file), tokens_(Lexer(text).tokens()), findings_(findings) {}

  FieldLines read() {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      refuse(tokens_[i]);
      follow(i);
    }
    return std::move(lines_);
  }

 private:
  struct Frame {
    char open = '{';
    std::string word;  // word these brackets belong to; empty: none
    int word_line = 0;
    std::string path;  // of these brackets inside the word's content
    int items = 0;
    bool fresh = true;  // an element begins with the next token
    std::string element;
    std::set<std::string> keys;
  };

  // an author who writes one loop writes many: each kind is told once, and words that only follow another, such as
  // `do` and `end`, are told only when they stand alone
  void refuse(const Token& token) {
    if (token.kind == TokenKind::name) {
      for (const Refused& entry : kRefusedNames)
        if (token.text == entry.token && !(entry.follows && !said_.empty())) say(token, entry);
    } else if (token.kind == TokenKind::symbol) {
      for (const Refused& entry : kRefusedSymbols)
        if (token.text == entry.token) say(token, entry);
    }
  }

  void say(const Token& token, const Refused& entry) {
    if (said_.insert(std::string(entry.instead)).second)
      findings_.add({file_, token.line}, "`" + token.text + "` is not allowed; " + std::string(entry.instead));
  }

  bool is_symbol(std::size_t i, std::string_view text) const {
    return i < tokens_.size() && tokens_[i].kind == TokenKind::symbol && tokens_[i].text == text;
  }

  void follow(std::size_t i) {
    const Token& token = tokens_[i];

    // statements: `local name = value` and `return value` only
    if (frames_.empty()) {
      if (token.kind == TokenKind::name && token.text == "local") local_ = true;
      if (is_symbol(i, "=")) {
        if (!local_ && said_.empty() && said_.insert("assignment").second)
          findings_.add({file_, token.line}, "assignment is not allowed; name a value with `local name = value`");
        local_ = false;
      }
    }

    const bool closes = is_symbol(i, "}") || is_symbol(i, ")");
    if (!frames_.empty() && frames_.back().fresh && !closes) begin_element(i);

    if (is_symbol(i, "{") || is_symbol(i, "(")) {
      open(i);
    } else if (closes) {
      if (!frames_.empty()) frames_.pop_back();
    } else if (!frames_.empty() && (is_symbol(i, ",") || is_symbol(i, ";"))) {
      frames_.back().fresh = true;
    }
  }

  void begin_element(std::size_t i) {
    Frame& frame = frames_.back();
    frame.fresh = false;
    std::string key;
    if (frame.open == '{' && tokens_[i].kind == TokenKind::name && is_symbol(i + 1, "=")) {
      key = tokens_[i].text;
    } else if (frame.open == '{' && is_symbol(i, "[") && i + 1 < tokens_.size() &&
               tokens_[i + 1].kind == TokenKind::string && is_symbol(i + 2, "]") && is_symbol(i + 3, "=")) {
      key = tokens_[i + 1].text;
    }
    if (!key.empty() && !frame.keys.insert(key).second)
      findings_.add({file_, tokens_[i].line}, "`" + key + "` is written twice in the same braces; keep one");
    if (key.empty()) key = "#" + std::to_string(++frame.items);
    frame.element = frame.path.empty() ? key : frame.path + "/" + key;
    if (!frame.word.empty())
      lines_.places_.try_emplace({frame.word, frame.word_line, frame.element},
                                 Place{tokens_[i].line, static_cast<int>(i)});
  }

  void open(std::size_t i) {
    Frame frame;
    frame.open = tokens_[i].text[0];
    if (i > 0 && tokens_[i - 1].kind == TokenKind::name && tokens_[i - 1].text != "return") {
      frame.word = tokens_[i - 1].text;
      frame.word_line = tokens_[i - 1].line;
    } else if (i > 1 && tokens_[i - 1].kind == TokenKind::string && tokens_[i - 2].kind == TokenKind::name) {
      // use_plant "name" { ... }
      frame.word = tokens_[i - 2].text;
      frame.word_line = tokens_[i - 2].line;
    } else if (!frames_.empty() && !frames_.back().word.empty()) {
      // braces inside a word: part of its content
      const Frame& outer = frames_.back();
      frame.word = outer.word;
      frame.word_line = outer.word_line;
      frame.path = outer.element;
    }
    frames_.push_back(std::move(frame));
  }

  const std::string& file_;
  std::vector<Token> tokens_;
  Findings& findings_;
  FieldLines lines_;
  std::vector<Frame> frames_;
  std::set<std::string> said_;
  bool local_ = false;
};

FieldLines read_tokens(const std::string& file, const std::string& text, Findings& findings) {
  return TokenReader(file, text, findings).read();
}

}  // namespace stillhouse::scenario
