#include "engine/solve/fast_vector.h"

#include <cmath>

#include "engine/solve/dense_kernels.h"

namespace stillhouse {

namespace {

double* data(N_Vector v) {
  return static_cast<N_VectorContent_Serial>(v->content)->data;
}
sunindextype length(N_Vector v) {
  return static_cast<N_VectorContent_Serial>(v->content)->length;
}

using dense::both;
using dense::load;
using dense::Pair;
using dense::store;

// every element of a result has its own operations in fixed order, so that elements may be taken two at a time;
// operands may be the same vector

/// z[i] = one(i) of doubles or Pairs.
template <class One>
void for_each(sunindextype n, double* z, One one) {
  sunindextype i = 0;
  for (; i + 2 <= n; i += 2) store(z + i, one([i](const double* from) { return load(from + i); }));
  if (i < n) z[i] = one([i](const double* from) { return Pair{from[i], 0.0}; })[0];
}

void linear_sum(realtype a, N_Vector x, realtype b, N_Vector y, N_Vector z) {
  const double* xd = data(x);
  const double* yd = data(y);
  const sunindextype n = length(x);
  if (a == 1.0 && b == 1.0) {
    for_each(n, data(z), [=](auto at) { return at(xd) + at(yd); });
  } else if (a == 1.0 && b == -1.0) {
    for_each(n, data(z), [=](auto at) { return at(xd) - at(yd); });
  } else {
    for_each(n, data(z), [=](auto at) { return both(a) * at(xd) + both(b) * at(yd); });
  }
}

void set_all(realtype c, N_Vector z) {
  double* zd = data(z);
  const sunindextype n = length(z);
  for (sunindextype i = 0; i < n; ++i) zd[i] = c;
}

void scale(realtype c, N_Vector x, N_Vector z) {
  const double* xd = data(x);
  if (c != 1.0)
    for_each(length(x), data(z), [=](auto at) { return both(c) * at(xd); });
  else if (x != z)
    for_each(length(x), data(z), [=](auto at) { return at(xd); });
}

void absolute(N_Vector x, N_Vector z) {
  const double* xd = data(x);
  for_each(length(x), data(z), [=](auto at) { return dense::size_of(at(xd)); });
}

/// Square root of the mean of t(i)^2: every fourth apart, the four sums added last.
template <class Term>
double root_mean_square(sunindextype n, Term term) {
  Pair even{0.0, 0.0}, odd{0.0, 0.0};
  sunindextype i = 0;
  for (; i + 4 <= n; i += 4) {
    const Pair t = term([i](const double* from) { return load(from + i); });
    const Pair u = term([i](const double* from) { return load(from + i + 2); });
    even += t * t;
    odd += u * u;
  }
  for (; i < n; ++i) {
    const Pair t = term([i](const double* from) { return Pair{from[i], 0.0}; });
    even += t * t;
  }
  const Pair sum = even + odd;
  return std::sqrt((sum[0] + sum[1]) / static_cast<double>(n));
}

realtype weighted_norm(N_Vector x, N_Vector w) {
  const double* xd = data(x);
  const double* wd = data(w);
  return root_mean_square(length(x), [=](auto at) { return at(xd) * at(wd); });
}

realtype weighted_norm_of_some(N_Vector x, N_Vector w, N_Vector mask) {
  const double* xd = data(x);
  const double* wd = data(w);
  const double* md = data(mask);
  return root_mean_square(length(x), [=](auto at) { return dense::where_positive(at(md), at(xd) * at(wd)); });
}

/// z = sum of c[k] x[k], in this order.
template <int Count>
void combine(const double* c, const double* const* x, sunindextype n, double* z) {
  double factor[Count];
  const double* from[Count];
  for (int k = 0; k < Count; ++k) {
    factor[k] = c[k];
    from[k] = x[k];
  }
  for_each(n, z, [&](auto at) {
    Pair sum = both(factor[0]) * at(from[0]);
    for (int k = 1; k < Count; ++k) sum += both(factor[k]) * at(from[k]);
    return sum;
  });
}

int linear_combination(int count, realtype* c, N_Vector* x, N_Vector z) {
  constexpr int most = 8;
  const sunindextype n = length(z);
  const double* from[most];
  for (int k = 0; k < count && k < most; ++k) from[k] = data(x[k]);
  switch (count) {
    case 1:
      combine<1>(c, from, n, data(z));
      break;
    case 2:
      combine<2>(c, from, n, data(z));
      break;
    case 3:
      combine<3>(c, from, n, data(z));
      break;
    case 4:
      combine<4>(c, from, n, data(z));
      break;
    case 5:
      combine<5>(c, from, n, data(z));
      break;
    case 6:
      combine<6>(c, from, n, data(z));
      break;
    case 7:
      combine<7>(c, from, n, data(z));
      break;
    default: {
      // z may be x[0]: each element is read before it is written
      double* zd = data(z);
      for (sunindextype i = 0; i < n; ++i) {
        double sum = c[0] * data(x[0])[i];
        for (int k = 1; k < count; ++k) sum += c[k] * data(x[k])[i];
        zd[i] = sum;
      }
    }
  }
  return 0;
}

int scale_array(int count, realtype* c, N_Vector* x, N_Vector* z) {
  for (int k = 0; k < count; ++k) scale(c[k], x[k], z[k]);
  return 0;
}

int scale_add_multi(int count, realtype* a, N_Vector x, N_Vector* y, N_Vector* z) {
  const double* xd = data(x);
  const sunindextype n = length(x);
  for (int k = 0; k < count; ++k) {
    const double* yd = data(y[k]);
    const double factor = a[k];
    for_each(n, data(z[k]), [=](auto at) { return both(factor) * at(xd) + at(yd); });
  }
  return 0;
}

}  // namespace

void error_weights(double relative, N_Vector absolute_tolerance, N_Vector y, N_Vector weights) {
  const double* yd = data(y);
  const double* ad = data(absolute_tolerance);
  for_each(length(y), data(weights),
           [=](auto at) { return both(1.0) / (both(relative) * dense::size_of(at(yd)) + at(ad)); });
}

bool holds_numbers(N_Vector x) {
  const double* xd = data(x);
  const sunindextype n = length(x);
  Pair sum{0.0, 0.0}, other{0.0, 0.0};
  sunindextype i = 0;
  for (; i + 4 <= n; i += 4) {
    sum += load(xd + i) * both(0.0);
    other += load(xd + i + 2) * both(0.0);
  }
  for (; i < n; ++i) sum[0] += xd[i] * 0.0;
  sum += other;
  return sum[0] + sum[1] == 0.0;
}

N_Vector make_fast_vector(sunindextype length, SUNContext context) {
  N_Vector v = N_VNew_Serial(length, context);
  v->ops->nvlinearsum = linear_sum;
  v->ops->nvconst = set_all;
  v->ops->nvscale = scale;
  v->ops->nvabs = absolute;
  v->ops->nvwrmsnorm = weighted_norm;
  v->ops->nvwrmsnormmask = weighted_norm_of_some;
  v->ops->nvlinearcombination = linear_combination;
  v->ops->nvscalevectorarray = scale_array;
  v->ops->nvscaleaddmulti = scale_add_multi;
  return v;
}

}  // namespace stillhouse
