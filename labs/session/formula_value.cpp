#include "labs/session/formula_value.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <vector>

#include "engine/autodiff/functions.h"
#include "engine/base/error.h"
#include "engine/base/quantity.h"
#include "labs/session/formula_calibration.h"
#include "labs/session/session.h"
#include "models/instruments/instrument_kind.h"

namespace stillhouse {

namespace {

using scenario::FormulaTerm;

constexpr double kNoNumber = std::numeric_limits<double>::quiet_NaN();

double mean_of(const std::vector<double>& numbers) {
  double sum = 0.0;
  for (const double number : numbers) sum += number;
  return sum / static_cast<double>(numbers.size());
}

double deviation_of(const std::vector<double>& numbers) {
  const double mean = mean_of(numbers);
  double sum = 0.0;
  for (const double number : numbers) sum += (number - mean) * (number - mean);
  return sqrt(sum / static_cast<double>(numbers.size() - 1));
}

double calculated(const std::string& name, const std::vector<double>& a) {
  // nothing comes of nothing: the smallest of a number and none is none
  for (const double number : a)
    if (std::isnan(number)) return kNoNumber;
  if (name == "mean") return mean_of(a);
  if (name == "sd") return deviation_of(a);
  if (name == "least") return *std::min_element(a.begin(), a.end());
  if (name == "most") return *std::max_element(a.begin(), a.end());
  if (name == "sqrt") return a[0] >= 0.0 ? sqrt(a[0]) : kNoNumber;
  if (name == "ln") return a[0] > 0.0 ? log(a[0]) : kNoNumber;
  if (name == "log10") return a[0] > 0.0 ? log(a[0]) / log(10.0) : kNoNumber;
  if (name == "exp") return exp(a[0]);
  if (name == "abs") return std::abs(a[0]);
  if (name == "round_to") {
    const double u = std::abs(a[1]);
    if (!(u > 1e-300 && u < 1e300)) return kNoNumber;
    // the hair is for a u such as 0.1, whose logarithm may come out below its whole number
    const double place = std::floor(log(u) / log(10.0) + 1e-12) - 1.0;
    double step = 1.0;
    for (int i = 0; i < static_cast<int>(std::abs(place)); ++i) step *= 10.0;
    return place < 0.0 ? std::round(a[0] * step) / step : std::round(a[0] / step) * step;
  }
  if (name == "hypot") {
    double sum = 0.0;
    for (const double number : a) sum += number * number;
    return sqrt(sum);
  }
  return calibration_value(name, a);
}

/// "peak 1.area" of a list of results: what belongs to the part named before the last dot.
double number_of(const std::vector<Analysis::Result>& results, const std::string& name) {
  const std::size_t dot = name.rfind('.');
  const std::string part = dot == std::string::npos ? "" : name.substr(0, dot);
  const std::string number = dot == std::string::npos ? name : name.substr(dot + 1);
  for (const Analysis::Result& result : results)
    if (result.name == number && (result.of == part || (!part.empty() && result.of.starts_with(part + " "))))
      return result.value;
  return kNoNumber;
}

double of_part(const Analysis& analysis, const std::string& part, const std::string& number) {
  for (const Analysis::Result& result : analysis.results)
    if (result.of == part && result.name == number) return result.value;
  return kNoNumber;
}

/// The part whose number `by` is the best.
template <class Better>
const Analysis::Result* best_part(const Analysis& analysis, const char* by, Better better) {
  const Analysis::Result* best = nullptr;
  for (const Analysis::Result& result : analysis.results)
    if (!result.of.empty() && result.name == by && std::isfinite(result.value) && (!best || better(result, *best)))
      best = &result;
  return best;
}

double peak_near(const Analysis& analysis, double time, const std::string& number) {
  const auto nearer = [time](const Analysis::Result& a, const Analysis::Result& b) {
    return std::abs(a.value - time) < std::abs(b.value - time);
  };
  const Analysis::Result* best = best_part(analysis, "retention_time", nearer);
  if (std::isnan(time)) return kNoNumber;
  if (!best || std::abs(best->value - time) > std::max(2.0, 0.015 * time)) return 0.0;
  return of_part(analysis, best->of, number);
}

double largest_peak(const Analysis& analysis, const std::string& number) {
  const auto larger = [](const Analysis::Result& a, const Analysis::Result& b) { return a.value > b.value; };
  const Analysis::Result* best = best_part(analysis, "area", larger);
  return best ? of_part(analysis, best->of, number) : kNoNumber;
}

double on_curve(const Analysis& analysis, const std::string& name, double x) {
  if (analysis.signal.empty()) return kNoNumber;
  const std::vector<double>& along = analysis.signal.front().values;
  for (const Analysis::Column& column : analysis.signal) {
    if (column.name != name) continue;
    for (std::size_t i = 0; i + 1 < along.size(); ++i) {
      const double a = along[i], b = along[i + 1];
      if ((x - a) * (x - b) > 0.0) continue;
      const double share = a == b ? 0.0 : (x - a) / (b - a);
      return column.values[i] + share * (column.values[i + 1] - column.values[i]);
    }
  }
  return kNoNumber;
}

class Evaluation {
 public:
  Evaluation(const Session& session, const FormulaValues& values) : session_(session), values_(values) {}

  double of(const FormulaTerm& term) const {
    using Kind = FormulaTerm::Kind;
    switch (term.kind) {
      case Kind::number:
        return term.number;
      case Kind::text:
        return kNoNumber;
      case Kind::name: {
        const auto found = values_.find(term.word);
        return found == values_.end() ? kNoNumber : found->second;
      }
      case Kind::call:
        return call(term);
      case Kind::negate:
        return -of(term.terms[0]);
      case Kind::add:
        return of(term.terms[0]) + of(term.terms[1]);
      case Kind::subtract:
        return of(term.terms[0]) - of(term.terms[1]);
      case Kind::multiply:
        return of(term.terms[0]) * of(term.terms[1]);
      case Kind::divide:
        return of(term.terms[0]) / of(term.terms[1]);
      case Kind::power:
        return power(of(term.terms[0]), term.terms[1]);
    }
    return kNoNumber;
  }

 private:
  double power(double base, const FormulaTerm& exponent) const {
    const double by = of(exponent);
    if (by == 0.0) return 1.0;
    // whole powers of anything, others of what is above zero
    if (by == std::floor(by) && std::abs(by) <= 64.0) {
      double product = 1.0;
      for (int i = 0; i < static_cast<int>(std::abs(by)); ++i) product *= base;
      return by > 0.0 ? product : 1.0 / product;
    }
    return base > 0.0 ? exp(by * log(base)) : kNoNumber;
  }

  double call(const FormulaTerm& term) const {
    std::vector<std::string> texts;
    std::vector<double> numbers;
    for (const FormulaTerm& part : term.terms) {
      if (part.kind == FormulaTerm::Kind::text)
        texts.push_back(part.word);
      else
        numbers.push_back(of(part));
    }
    if (texts.empty()) return calculated(term.word, numbers);
    if (texts.size() == 1) return reading(texts[0]);
    if (term.word == "signal") return signal(texts);
    if (term.word == "as_it_is") return as_it_is(texts[0], texts[1]);
    return term.word == "analyses" || texts.size() == 3 ? of_bench(term.word, texts, numbers) : weighed(texts);
  }

  double reading(const std::string& tag) const {
    for (std::size_t i = 0; i < session_.lab().plant.instruments.size(); ++i) {
      const scenario::Instrument& instrument = session_.lab().plant.instruments[i];
      if (instrument.tag != tag) continue;
      const double value =
          session_.room().value(session_.room_state(), {scenario::SubjectKind::reading, static_cast<int>(i)});
      return from_si(value, unit(instrument.unit));
    }
    return kNoNumber;
  }

  double signal(const std::vector<std::string>& texts) const {
    const int index = session_.simulator().plant().find_signal(texts[0]);
    return index < 0 ? kNoNumber : from_si(session_.simulator().signal(index), unit(texts[1]));
  }

  double as_it_is(const std::string& tag, const std::string& setting) const {
    const int index = session_.bench().find_instrument(tag);
    if (index < 0) return kNoNumber;
    const InstrumentKind& kind =
        find_instrument(session_.lab().bench.instruments[static_cast<std::size_t>(index)].kind);
    const std::vector<ParameterValue> now = session_.bench().as_it_is(session_.bench_state(), index, session_.scan());
    for (const ParameterInfo& info : kind.settings)
      if (info.name == setting) return from_si(AnalysisMethod(kind, now)[setting], unit(info.unit));
    return kNoNumber;
  }

  double weighed(const std::vector<std::string>& texts) const {
    const Vial* vial = session_.bench().find_vial(session_.bench_state(), texts[0]);
    if (!vial) return kNoNumber;
    double sum = 0.0;
    for (const VialPart& part : vial->parts)
      if (part.from == texts[1] && part.how == "weigh") sum += 1e3 * part.reading;
    return sum > 0.0 ? sum : kNoNumber;
  }

  /// What a bottle or sample holds; of a jar that nobody has used as it is now.
  double content_of(const std::string& label, const std::string& species, const std::string& symbol) const {
    const std::optional<Vial> vial =
        session_.bench().vial_with_outside(session_.bench_state(), label, session_.around());
    return vial ? true_content(*vial, species, symbol) : kNoNumber;
  }

  double of_bench(const std::string& name, const std::vector<std::string>& texts,
                  const std::vector<double>& numbers) const {
    const InstrumentBench& bench = session_.bench();
    const BenchState& state = session_.bench_state();
    if (name == "drawn") {
      const std::vector<DrawnSample>& jars = session_.sampling_state().samples;
      for (auto jar = jars.rbegin(); jar != jars.rend(); ++jar)
        if (jar->point == texts[0] && jar->taken_at >= 0) return content_of(jar->label, texts[1], texts[2]);
      return kNoNumber;
    }
    if (name == "content") return content_of(texts[0], texts[1], texts[2]);
    if (name == "label" || name == "u_label") {
      const Vial* vial = bench.find_vial(state, texts[0]);
      if (!vial) return kNoNumber;
      return name == "label" ? stated_content(*vial, texts[1], texts[2])
                             : stated_uncertainty(*vial, texts[1], texts[2]);
    }
    const int instrument = bench.find_instrument(texts[0]);
    if (name == "analyses") return bench.count(state, instrument, texts[1]);
    const std::size_t before = name == "peak" || name == "curve" ? 1 : 0;
    const int n = numbers.size() > before && std::abs(numbers[before]) < 1e6 ? static_cast<int>(numbers[before]) : 0;
    const BenchAnalysis* found = bench.find_analysis(state, instrument, texts[1], n);
    if (!found) return kNoNumber;
    const Analysis& analysis = *found->analysis;
    if (name == "result") return number_of(analysis.results, texts[2]);
    if (name == "truth") return number_of(analysis.truth, texts[2]);
    if (name == "largest") return largest_peak(analysis, texts[2]);
    return name == "peak" ? peak_near(analysis, numbers[0], texts[2]) : on_curve(analysis, texts[2], numbers[0]);
  }

  const Session& session_;
  const FormulaValues& values_;
};

}  // namespace

double formula_value(const scenario::Formula& formula, const Session& session, const FormulaValues& values) {
  return formula ? Evaluation(session, values).of(*formula.root) : kNoNumber;
}

std::optional<double> stated_uncertainty_in(std::string_view text) {
  if (text.empty()) return 0.0;
  double number = 0.0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(number)) return std::nullopt;
  return number;
}

}  // namespace stillhouse
