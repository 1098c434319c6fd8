#include <cstring>

#include "engine/autodiff/functions.h"
#include "engine/compilation/tape.h"

namespace stillhouse {

namespace {

/// Two lanes in one vector register; every x86-64 has those.
typedef double Pair __attribute__((vector_size(16)));

/// N lanes as K values of type Value (a number, or a pair of lanes).
template <class Value_, int K_>
struct Lanes {
  using Value = Value_;
  static constexpr int K = K_;
  static constexpr int width = K_ * static_cast<int>(sizeof(Value_) / sizeof(double));
};

/// A row's lanes, loaded whole before anything is stored: an instruction may write where it read.
template <class L>
struct Row {
  typename L::Value v[L::K];

  explicit Row(const double* from) { std::memcpy(v, from, sizeof v); }
  void store(double* to) const { std::memcpy(to, v, sizeof v); }
};

/// Calls a function lane by lane.
template <class L, class Function>
void each(const Function& f, const double* a, double* to) {
  for (int i = 0; i < L::width; ++i) to[i] = f(a[i]);
}
template <class L, class Function>
void each(const Function& f, const double* a, const double* b, double* to) {
  for (int i = 0; i < L::width; ++i) to[i] = f(a[i], b[i]);
}

}  // namespace

template <class L>
void Tape::execute_over(int level, double* memory) const {
  for (const Run& run : levels_[static_cast<std::size_t>(level)]) {
    const Operands* const end = operands_.data() + run.first + run.count;
    const Operands* o = operands_.data() + run.first;
    const auto at = [memory](int row) { return memory + row * L::width; };
    const auto one = [&](const auto& f) {
      for (; o != end; ++o) {
        Row<L> a(at(o->a));
        for (int k = 0; k < L::K; ++k) a.v[k] = f(a.v[k]);
        a.store(at(o->to));
      }
    };
    const auto two = [&](const auto& f) {
      for (; o != end; ++o) {
        Row<L> a(at(o->a));
        const Row<L> b(at(o->b));
        for (int k = 0; k < L::K; ++k) a.v[k] = f(a.v[k], b.v[k]);
        a.store(at(o->to));
      }
    };
    const auto three = [&](const auto& f) {
      for (; o != end; ++o) {
        Row<L> a(at(o->a));
        const Row<L> b(at(o->b)), c(at(o->c));
        for (int k = 0; k < L::K; ++k) a.v[k] = f(a.v[k], b.v[k], c.v[k]);
        a.store(at(o->to));
      }
    };
    const auto each_one = [&](const auto& f) {
      for (; o != end; ++o) each<L>(f, at(o->a), at(o->to));
    };
    const auto each_two = [&](const auto& f) {
      for (; o != end; ++o) each<L>(f, at(o->a), at(o->b), at(o->to));
    };
    switch (run.code) {
      case Code::add:
        two([](const auto& a, const auto& b) { return a + b; });
        break;
      case Code::subtract:
        two([](const auto& a, const auto& b) { return a - b; });
        break;
      case Code::multiply:
        two([](const auto& a, const auto& b) { return a * b; });
        break;
      case Code::divide:
        two([](const auto& a, const auto& b) { return a / b; });
        break;
      case Code::negate:
        one([](const auto& a) { return -a; });
        break;
      case Code::multiply_add:
        three([](const auto& a, const auto& b, const auto& c) { return a * b + c; });
        break;
      case Code::multiply_subtract:
        three([](const auto& a, const auto& b, const auto& c) { return a * b - c; });
        break;
      case Code::subtract_multiply:
        three([](const auto& a, const auto& b, const auto& c) { return c - a * b; });
        break;
      case Code::exp:
        each_one([](double a) { return exp(a); });
        break;
      case Code::log:
        each_one([](double a) { return log(a); });
        break;
      case Code::sqrt:
        each_one([](double a) { return sqrt(a); });
        break;
      case Code::tanh:
        each_one([](double a) { return tanh(a); });
        break;
      case Code::pow:
        each_two([](double a, double b) { return pow(a, b); });
        break;
      case Code::smooth_positive:
        each_two([](double a, double b) { return smooth_positive(a, b); });
        break;
      case Code::softplus:
        each_two([](double a, double b) { return softplus(a, b); });
        break;
      case Code::smooth_step:
        each_two([](double a, double b) { return smooth_step(a, b); });
        break;
      case Code::ratio:
        each_two([](double a, double b) { return b != 0.0 ? a / b : 0.0; });
        break;
    }
  }
}

void Tape::execute(int level, int lanes, double* memory) const {
  switch (lanes) {
    case 8:
      return execute_over<Lanes<Pair, 4>>(level, memory);
    case 4:
      return execute_over<Lanes<Pair, 2>>(level, memory);
    case 2:
      return execute_over<Lanes<Pair, 1>>(level, memory);
    default:
      return execute_over<Lanes<double, 1>>(level, memory);
  }
}

}  // namespace stillhouse
