#pragma once

#include <vector>

#include "engine/solve/sparse_matrix.h"

namespace stillhouse {

/// LU factors of small matrices of one pattern, made by a list of operations that is written down once: pivots are
/// chosen for few operations among those large enough (Markowitz, threshold 0.1 of the scaled column) and kept until
/// one becomes too small. The list is gone through for a real and a complex matrix at a time, which are what an
/// implicit Runge-Kutta method of three stages needs. A matrix of 20 species takes a tenth of what dense elimination
/// would. Nothing allocates after construction.
class Elimination {
 public:
  explicit Elimination(const SparsePattern& pattern);

  /// Chooses pivots anew at the next factorisation, so that it depends on nothing that came before.
  void forget() { chosen_ = false; }
  /// Factors `values`, given in the order of the pattern; false: singular.
  bool factor(const double* values) { return factor(values, values, 0.0, 0.0, 0.0); }
  /// Factors both by_value + real by_rate and by_value + (re + i im) by_rate; false: one of them is singular.
  bool factor(const double* by_value, const double* by_rate, double real, double re, double im);

  /// Overwrites the right-hand side of the real system with its solution.
  void solve(double* b);
  /// The same for both systems.
  void solve(double* b, double* b_re, double* b_im);

 private:
  struct Value {
    double real, re, im;
  };
  struct Update {
    int target, left, right;  // a[target] -= a[left] a[right]
  };
  struct Term {
    int value, place;  // a[value] times x[place]
  };
  struct Pivot {
    int value, row, column;
    int left, update, right;  // where the pivot's own begin in the lists
  };

  bool choose(const double* by_value, const double* by_rate, double real);
  bool eliminate(double least);

  int size_;
  const SparsePattern& pattern_;
  bool chosen_ = false;
  int filled_ = 0;                  // entries with fill
  std::vector<int> place_;          // of each entry of the pattern
  std::vector<Pivot> pivots_;       // one more than there are, to end the lists
  std::vector<Term> left_, right_;  // multipliers of later rows; entries of later columns
  std::vector<Update> updates_;
  std::vector<double> scale_;  // of each entry of left_ against its pivot
  std::vector<Value> a_;       // entries with fill
  std::vector<Value> x_;       // one a pivot: room for a solution
  std::vector<double> full_, row_scale_;
  std::vector<int> where_, row_count_, column_count_, row_step_, column_step_;
};

}  // namespace stillhouse
