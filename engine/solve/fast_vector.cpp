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

void linear_sum(realtype a, N_Vector x, realtype b, N_Vector y, N_Vector z) {
  const double* xd = data(x);
  const double* yd = data(y);
  double* zd = data(z);
  const sunindextype n = length(x);
  const dense::Pair as = dense::both(a), bs = dense::both(b);
  sunindextype i = 0;
  // a product with 1 or -1 is exact, so that sums and differences need no case of their own
  for (; i + 2 <= n; i += 2) dense::store(zd + i, as * dense::load(xd + i) + bs * dense::load(yd + i));
  for (; i < n; ++i) zd[i] = a * xd[i] + b * yd[i];
}

void set_all(realtype c, N_Vector z) {
  double* zd = data(z);
  const sunindextype n = length(z);
  for (sunindextype i = 0; i < n; ++i) zd[i] = c;
}

void scale(realtype c, N_Vector x, N_Vector z) {
  const double* xd = data(x);
  double* zd = data(z);
  const sunindextype n = length(x);
  const dense::Pair cs = dense::both(c);
  sunindextype i = 0;
  for (; i + 2 <= n; i += 2) dense::store(zd + i, cs * dense::load(xd + i));
  for (; i < n; ++i) zd[i] = c * xd[i];
}

void invert(N_Vector x, N_Vector z) {
  const double* xd = data(x);
  double* zd = data(z);
  const sunindextype n = length(x);
  sunindextype i = 0;
  for (; i + 2 <= n; i += 2) dense::store(zd + i, dense::both(1.0) / dense::load(xd + i));
  for (; i < n; ++i) zd[i] = 1.0 / xd[i];
}

void absolute(N_Vector x, N_Vector z) {
  const double* xd = data(x);
  double* zd = data(z);
  const sunindextype n = length(x);
  for (sunindextype i = 0; i < n; ++i) zd[i] = std::fabs(xd[i]);
}

realtype weighted_norm(N_Vector x, N_Vector w) {
  const double* xd = data(x);
  const double* wd = data(w);
  const sunindextype n = length(x);
  double sum = 0.0;
  for (sunindextype i = 0; i < n; ++i) {
    const double t = xd[i] * wd[i];
    sum += t * t;
  }
  return std::sqrt(sum / static_cast<double>(n));
}

realtype weighted_norm_of_some(N_Vector x, N_Vector w, N_Vector mask) {
  const double* xd = data(x);
  const double* wd = data(w);
  const double* md = data(mask);
  const sunindextype n = length(x);
  double sum = 0.0;
  for (sunindextype i = 0; i < n; ++i) {
    const double t = md[i] > 0.0 ? xd[i] * wd[i] : 0.0;
    sum += t * t;
  }
  return std::sqrt(sum / static_cast<double>(n));
}

/// Each element is c[0] x[0] + c[1] x[1] + ... in this order, and read before it is written: z may be x[0].
template <int Count>
void combine(const realtype* c, N_Vector* x, N_Vector z) {
  const double* from[Count];
  for (int k = 0; k < Count; ++k) from[k] = data(x[k]);
  double* zd = data(z);
  const sunindextype n = length(z);
  sunindextype i = 0;
  for (; i + 2 <= n; i += 2) {
    dense::Pair sum = dense::both(c[0]) * dense::load(from[0] + i);
    for (int k = 1; k < Count; ++k) sum += dense::both(c[k]) * dense::load(from[k] + i);
    dense::store(zd + i, sum);
  }
  for (; i < n; ++i) {
    double sum = c[0] * from[0][i];
    for (int k = 1; k < Count; ++k) sum += c[k] * from[k][i];
    zd[i] = sum;
  }
}

int linear_combination(int count, realtype* c, N_Vector* x, N_Vector z) {
  switch (count) {
    case 1:
      combine<1>(c, x, z);
      return 0;
    case 2:
      combine<2>(c, x, z);
      return 0;
    case 3:
      combine<3>(c, x, z);
      return 0;
    case 4:
      combine<4>(c, x, z);
      return 0;
    case 5:
      combine<5>(c, x, z);
      return 0;
    case 6:
      combine<6>(c, x, z);
      return 0;
  }
  double* zd = data(z);
  const sunindextype n = length(z);
  for (sunindextype i = 0; i < n; ++i) {
    double sum = c[0] * data(x[0])[i];
    for (int k = 1; k < count; ++k) sum += c[k] * data(x[k])[i];
    zd[i] = sum;
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
    double* zd = data(z[k]);
    for (sunindextype i = 0; i < n; ++i) zd[i] = a[k] * xd[i] + yd[i];
  }
  return 0;
}

}  // namespace

N_Vector make_fast_vector(sunindextype length, SUNContext context) {
  N_Vector v = N_VNew_Serial(length, context);
  v->ops->nvlinearsum = linear_sum;
  v->ops->nvconst = set_all;
  v->ops->nvscale = scale;
  v->ops->nvinv = invert;
  v->ops->nvabs = absolute;
  v->ops->nvwrmsnorm = weighted_norm;
  v->ops->nvwrmsnormmask = weighted_norm_of_some;
  v->ops->nvlinearcombination = linear_combination;
  v->ops->nvscalevectorarray = scale_array;
  v->ops->nvscaleaddmulti = scale_add_multi;
  return v;
}

}  // namespace stillhouse
