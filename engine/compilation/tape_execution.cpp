#include "engine/autodiff/functions.h"
#include "engine/compilation/tape.h"

namespace stillhouse {

namespace {

/// K pairs of lanes, each in one vector register; every x86-64 has those.
template <int K_>
struct Pairs {
  typedef double Value __attribute__((vector_size(16), may_alias));
  static constexpr int K = K_;
  static constexpr int width = 2 * K_;
};

/// One lane by itself.
struct Lone {
  using Value = double;
  static constexpr int K = 1;
  static constexpr int width = 1;
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
    // rows are aligned, and two rows are the same or apart: an instruction may write where it reads
    using Value = typename L::Value;
    const auto at = [memory](int row) { return memory + row * L::width; };
    const auto values = [memory](int row) { return reinterpret_cast<Value*>(memory + row * L::width); };
    const auto one = [&](const auto& f) {
      for (; o != end; ++o) {
        const Value* const a = values(o->a);
        Value* const to = values(o->to);
        for (int k = 0; k < L::K; ++k) to[k] = f(a[k]);
      }
    };
    const auto two = [&](const auto& f) {
      for (; o != end; ++o) {
        const Value *const a = values(o->a), *const b = values(o->b);
        Value* const to = values(o->to);
        for (int k = 0; k < L::K; ++k) to[k] = f(a[k], b[k]);
      }
    };
    const auto three = [&](const auto& f) {
      for (; o != end; ++o) {
        const Value *const a = values(o->a), *const b = values(o->b), *const c = values(o->c);
        Value* const to = values(o->to);
        for (int k = 0; k < L::K; ++k) to[k] = f(a[k], b[k], c[k]);
      }
    };
    const auto each_one = [&](const auto& f) {
      for (; o != end; ++o) each<L>(f, at(o->a), at(o->to));
    };
    const auto each_two = [&](const auto& f) {
      for (; o != end; ++o) each<L>(f, at(o->a), at(o->b), at(o->to));
    };
    switch (run.op) {
      case Op::add:
        two([](const auto& a, const auto& b) { return a + b; });
        break;
      case Op::subtract:
        two([](const auto& a, const auto& b) { return a - b; });
        break;
      case Op::multiply:
        two([](const auto& a, const auto& b) { return a * b; });
        break;
      case Op::divide:
        two([](const auto& a, const auto& b) { return a / b; });
        break;
      case Op::negate:
        one([](const auto& a) { return -a; });
        break;
      case Op::multiply_add:
        three([](const auto& a, const auto& b, const auto& c) { return a * b + c; });
        break;
      case Op::multiply_subtract:
        three([](const auto& a, const auto& b, const auto& c) { return a * b - c; });
        break;
      case Op::subtract_multiply:
        three([](const auto& a, const auto& b, const auto& c) { return c - a * b; });
        break;
      case Op::exp:
        each_one([](double a) { return exp(a); });
        break;
      case Op::log:
        each_one([](double a) { return log(a); });
        break;
      case Op::sqrt:
        each_one([](double a) { return sqrt(a); });
        break;
      case Op::tanh:
        each_one([](double a) { return tanh(a); });
        break;
      case Op::pow:
        each_two([](double a, double b) { return pow(a, b); });
        break;
      case Op::smooth_positive:
        each_two([](double a, double b) { return smooth_positive(a, b); });
        break;
      case Op::softplus:
        each_two([](double a, double b) { return softplus(a, b); });
        break;
      case Op::smooth_step:
        each_two([](double a, double b) { return smooth_step(a, b); });
        break;
      case Op::ratio:
        each_two([](double a, double b) { return b != 0.0 ? a / b : 0.0; });
        break;
      default:
        break;  // a leaf is brought in, not computed
    }
  }
}

void Tape::execute(int level, int lanes, double* memory) const {
  switch (lanes) {
    case 8:
      return execute_over<Pairs<4>>(level, memory);
    case 4:
      return execute_over<Pairs<2>>(level, memory);
    case 2:
      return execute_over<Pairs<1>>(level, memory);
    default:
      return execute_over<Lone>(level, memory);
  }
}

}  // namespace stillhouse
