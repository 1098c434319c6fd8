#include "labs/scenario/formula.h"

#include <charconv>

#include "labs/scenario/findings.h"

namespace stillhouse::scenario {

namespace {

constexpr int kDeepest = 40;

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

class FormulaParser {
 public:
  FormulaParser(std::string_view text, std::string& mistake) : text_(text), mistake_(mistake) {}

  std::shared_ptr<const FormulaTerm> whole() {
    FormulaTerm term = sum();
    blanks();
    if (mistake_.empty() && place_ < text_.size()) wrong("an operator (+ - * / ^) or the end");
    return mistake_.empty() ? std::make_shared<const FormulaTerm>(std::move(term)) : nullptr;
  }

 private:
  using Kind = FormulaTerm::Kind;

  void blanks() {
    while (place_ < text_.size() && std::string_view(" \t\r\n").find(text_[place_]) != std::string_view::npos) ++place_;
  }

  char next() {
    blanks();
    return place_ < text_.size() ? text_[place_] : '\0';
  }

  void wrong(const std::string& expected) {
    if (!mistake_.empty()) return;
    const std::string found = place_ < text_.size() ? "`" + std::string(1, text_[place_]) + "` stands" : "it ends";
    mistake_ = found + " where " + expected + " is expected, at letter " + std::to_string(place_ + 1);
    place_ = text_.size();
  }

  FormulaTerm pair(Kind kind, FormulaTerm left, FormulaTerm right) {
    FormulaTerm term;
    term.kind = kind;
    term.terms.push_back(std::move(left));
    term.terms.push_back(std::move(right));
    return term;
  }

  FormulaTerm sum() {
    if (++depth_ > kDeepest) wrong("no more than " + std::to_string(kDeepest) + " brackets inside each other");
    FormulaTerm term = product();
    while (mistake_.empty() && (next() == '+' || next() == '-')) {
      const Kind kind = text_[place_++] == '+' ? Kind::add : Kind::subtract;
      term = pair(kind, std::move(term), product());
    }
    --depth_;
    return term;
  }

  FormulaTerm product() {
    FormulaTerm term = sign();
    while (mistake_.empty() && (next() == '*' || next() == '/')) {
      const Kind kind = text_[place_++] == '*' ? Kind::multiply : Kind::divide;
      term = pair(kind, std::move(term), sign());
    }
    return term;
  }

  FormulaTerm sign() {
    if (next() != '-') return power();
    ++place_;
    if (++depth_ > kDeepest) wrong("no more than " + std::to_string(kDeepest) + " signs and brackets");
    FormulaTerm term;
    term.kind = Kind::negate;
    if (mistake_.empty()) term.terms.push_back(sign());
    --depth_;
    return term;
  }

  FormulaTerm power() {
    FormulaTerm term = value();
    if (!mistake_.empty() || next() != '^') return term;
    ++place_;
    return pair(Kind::power, std::move(term), sign());
  }

  FormulaTerm value() {
    FormulaTerm term;
    const char c = next();
    if (is_digit(c) || c == '.') {
      const char* const begin = text_.data() + place_;
      const auto [end, error] = std::from_chars(begin, text_.data() + text_.size(), term.number);
      if (error != std::errc()) wrong("a number");
      place_ += static_cast<std::size_t>(end - begin);
    } else if (is_letter(c)) {
      const std::size_t begin = place_;
      while (place_ < text_.size() && (is_letter(text_[place_]) || is_digit(text_[place_]))) ++place_;
      term.word = text_.substr(begin, place_ - begin);
      term.kind = Kind::name;
      if (next() == '(') call(term);
    } else if (c == '(') {
      ++place_;
      term = sum();
      close();
    } else {
      wrong("a number, a name, a function or a bracket");
    }
    return term;
  }

  void close() {
    if (next() == ')')
      ++place_;
    else
      wrong("`)`");
  }

  void call(FormulaTerm& term) {
    term.kind = Kind::call;
    ++place_;
    if (next() != ')') {
      do {
        term.terms.push_back(argument());
      } while (mistake_.empty() && next() == ',' && ++place_ > 0);
    }
    if (mistake_.empty()) close();
    if (mistake_.empty()) check_call(term);
  }

  FormulaTerm argument() {
    if (next() != '\'') return sum();
    const std::size_t begin = ++place_, end = text_.find('\'', begin);
    FormulaTerm term;
    term.kind = Kind::text;
    if (end == std::string_view::npos) {
      place_ = text_.size();
      wrong("the other ' of a text");
      return term;
    }
    term.word = text_.substr(begin, end - begin);
    place_ = end + 1;
    return term;
  }

  // the texts stand first
  void check_call(const FormulaTerm& term) {
    const FormulaFunction* function = find_formula_function(term.word);
    if (!function) {
      std::vector<std::string> names;
      for (const FormulaFunction& known : formula_functions()) names.emplace_back(known.name);
      mistake_ = "`" + term.word + "` is no function; allowed: " + listing(names, 60) + nearest_of(term.word, names);
      return;
    }
    int texts = 0, numbers = 0;
    for (const FormulaTerm& one : term.terms) ++(one.kind == Kind::text ? texts : numbers);
    const bool counts = texts == function->texts && numbers >= function->least_numbers &&
                        (function->most_numbers < 0 || numbers <= function->most_numbers);
    bool ordered = true;
    for (int i = 0; i < static_cast<int>(term.terms.size()) && i < function->texts; ++i)
      ordered = ordered && term.terms[static_cast<std::size_t>(i)].kind == Kind::text;
    if (!counts || !ordered)
      mistake_ = "`" + term.word + "` has " + std::to_string(texts) + " texts and " + std::to_string(numbers) +
                 " numbers; allowed: " + function->form;
  }

  std::string_view text_;
  std::string& mistake_;
  std::size_t place_ = 0;
  int depth_ = 0;
};

}  // namespace

const std::vector<FormulaFunction>& formula_functions() {
  static const std::vector<FormulaFunction> kFunctions = {
      // what was found
      {"result", FormulaFor::student, 3, 0, 1, "result('INSTRUMENT', 'SAMPLE', 'RESULT' [, n])",
       "A number of the report of the last analysis of a sample, or of its n-th: 'absorbance', 'peak 1.area'."},
      {"peak", FormulaFor::student, 3, 1, 2, "peak('INSTRUMENT', 'SAMPLE', 'RESULT', seconds [, n])",
       "A number of the peak nearest to a retention time; 0 if none is within 2 s or 1.5 %."},
      {"largest", FormulaFor::student, 3, 0, 1, "largest('INSTRUMENT', 'SAMPLE', 'RESULT' [, n])",
       "A number of the peak with the largest area."},
      {"curve", FormulaFor::student, 3, 1, 2, "curve('INSTRUMENT', 'SAMPLE', 'COLUMN', x [, n])",
       "The signal at a place of its first column, on the straight line between two points."},
      {"analyses", FormulaFor::student, 2, 0, 0, "analyses('INSTRUMENT', 'SAMPLE')",
       "How many analyses of a sample are finished."},
      // what the labels say
      {"weighed", FormulaFor::student, 2, 0, 0, "weighed('SAMPLE', 'FROM')", "What was weighed into a sample, g."},
      {"label", FormulaFor::student, 3, 0, 0, "label('SAMPLE', 'SPECIES', 'UNIT')",
       "Content by the label: from weighings, purities and nominal volumes."},
      {"u_label", FormulaFor::student, 3, 0, 0, "u_label('SAMPLE', 'SPECIES', 'UNIT')",
       "Its standard uncertainty, from the tolerances of balance, glass and standard."},
      {"reading", FormulaFor::student, 1, 0, 0, "reading('TAG')",
       "What an instrument of the plant shows, in its unit."},
      // calculating
      {"mean", FormulaFor::everyone, 0, 1, -1, "mean(a, b, ...)", "Mean."},
      {"sd", FormulaFor::everyone, 0, 2, -1, "sd(a, b, ...)", "Standard deviation of a sample of numbers."},
      {"least", FormulaFor::everyone, 0, 1, -1, "least(a, b, ...)", "The smallest."},
      {"most", FormulaFor::everyone, 0, 1, -1, "most(a, b, ...)", "The largest."},
      {"hypot", FormulaFor::everyone, 0, 1, -1, "hypot(a, b, ...)",
       "Root of the sum of squares: uncertainties that add up."},
      {"sqrt", FormulaFor::everyone, 0, 1, 1, "sqrt(a)", "Square root."},
      {"ln", FormulaFor::everyone, 0, 1, 1, "ln(a)", "Natural logarithm."},
      {"log10", FormulaFor::everyone, 0, 1, 1, "log10(a)", "Decadic logarithm."},
      {"exp", FormulaFor::everyone, 0, 1, 1, "exp(a)", "e to the power of a."},
      {"abs", FormulaFor::everyone, 0, 1, 1, "abs(a)", "Without its sign."},
      {"round_to", FormulaFor::everyone, 0, 2, 2, "round_to(a, u)",
       "a to the place of the second digit of u: how a number with the uncertainty u is reported."},
      // calibration
      {"slope", FormulaFor::everyone, 0, 4, -1, "slope(x1, y1, x2, y2, ...)", "Slope of the line of least squares."},
      {"intercept", FormulaFor::everyone, 0, 4, -1, "intercept(x1, y1, x2, y2, ...)", "Its value at x = 0."},
      {"read_line", FormulaFor::everyone, 0, 7, -1, "read_line(y, x1, y1, x2, y2, x3, y3, ...)",
       "The x at which the line of three or more standards has the answer y."},
      {"u_read_line", FormulaFor::everyone, 0, 8, -1, "u_read_line(y, m, x1, y1, x2, y2, x3, y3, ...)",
       "Its standard uncertainty, y being the mean of m answers."},
      {"added", FormulaFor::everyone, 0, 6, -1, "added(x1, y1, x2, y2, x3, y3, ...)",
       "Content by standard addition: x is what was added."},
      {"u_added", FormulaFor::everyone, 0, 6, -1, "u_added(x1, y1, x2, y2, x3, y3, ...)", "Its standard uncertainty."},
      {"read_weighted", FormulaFor::everyone, 0, 10, -1, "read_weighted(y, x1, y1, u1, x2, y2, u2, ...)",
       "As read_line where the answers scatter differently: u is the standard deviation of each."},
      {"u_read_weighted", FormulaFor::everyone, 0, 11, -1, "u_read_weighted(y, u, x1, y1, u1, x2, y2, u2, ...)",
       "Its standard uncertainty, u being the standard deviation of the answer y."},
      {"p_curved", FormulaFor::everyone, 0, 8, -1, "p_curved(x1, y1, x2, y2, ...)",
       "Linearity: probability that a straight line looks so bent by chance (Mandel); below 0.05 it is bent."},
      {"p_misfit", FormulaFor::everyone, 0, 8, -1, "p_misfit(x1, y1, x2, y2, ...)",
       "Linearity: probability of so much lack of fit by chance, of standards that were measured more than once."},
      {"lod_line", FormulaFor::everyone, 0, 6, -1, "lod_line(x1, y1, x2, y2, x3, y3, ...)",
       "Limit of detection by the scatter about the line: 3.3 s / slope (ICH)."},
      {"loq_line", FormulaFor::everyone, 0, 6, -1, "loq_line(x1, y1, x2, y2, x3, y3, ...)",
       "Limit of quantification by it: 10 s / slope (ICH)."},
      {"lod_blank", FormulaFor::everyone, 0, 3, -1, "lod_blank(slope, b1, b2, ...)",
       "Limit of detection by repeated blanks: 3 s / slope (IUPAC)."},
      {"loq_blank", FormulaFor::everyone, 0, 3, -1, "loq_blank(slope, b1, b2, ...)",
       "Limit of quantification by them: 10 s / slope (IUPAC)."},
      {"zeta", FormulaFor::everyone, 0, 4, 4, "zeta(x, u, certified, u_certified)",
       "Check standard: beyond 2 a warning, beyond 3 one calibrates anew (ISO 13528)."},
      {"t_factor", FormulaFor::everyone, 0, 2, 2, "t_factor(level, freedom)",
       "Student's factor of a two-sided interval: t_factor(0.95, 4) = 2.776."},
      // chromatography
      {"kovats", FormulaFor::everyone, 0, 6, -1, "kovats(t, t_M, n1, t1, n2, t2, ...)",
       "Retention index of an isothermal run between alkanes of n carbon atoms (Kovats)."},
      {"linear_index", FormulaFor::everyone, 0, 5, -1, "linear_index(t, n1, t1, n2, t2, ...)",
       "The same of a run with a temperature program (van den Dool and Kratz)."},
      // the truth
      {"content", FormulaFor::truth, 3, 0, 0, "content('SAMPLE', 'SPECIES', 'UNIT')",
       "What is really in a bottle or a sample."},
      {"drawn", FormulaFor::truth, 3, 0, 0, "drawn('POINT', 'SPECIES', 'UNIT')",
       "What is really in the last jar that was filled at a sampling point."},
      {"truth", FormulaFor::truth, 3, 0, 1, "truth('INSTRUMENT', 'SAMPLE', 'RESULT' [, n])",
       "A number that only the model knows of an analysis: 'methanol.retention_time', 'titre'."},
      {"as_it_is", FormulaFor::truth, 2, 0, 0, "as_it_is('INSTRUMENT', 'SETTING')",
       "A number that an instrument really works by, with this student's own difference and its wear, in its unit."},
      {"signal", FormulaFor::truth, 2, 0, 0, "signal('SIGNAL', 'UNIT')", "A signal of the plant as it is now."},
  };
  return kFunctions;
}

const FormulaFunction* find_formula_function(std::string_view name) {
  for (const FormulaFunction& function : formula_functions())
    if (name == function.name) return &function;
  return nullptr;
}

std::shared_ptr<const FormulaTerm> parse_formula(std::string_view text, std::string& mistake) {
  mistake.clear();
  return FormulaParser(text, mistake).whole();
}

}  // namespace stillhouse::scenario
