#pragma once

#include <memory>
#include <vector>

#include "engine/solve/elimination_plan.h"
#include "engine/solve/sparse_factor.h"
#include "engine/solve/sparse_matrix.h"

namespace stillhouse {

/// LU factors of a sparse matrix of fixed pattern, by a plan (elimination_plan.h): trays become small dense blocks,
/// what no equation reads costs its back substitution only, nothing is searched for.
///
/// Unless a plan was prepared, the first factorisation after construction or `forget()` matches rows to columns by the
/// sizes of the numbers and follows the plan that belongs to this match; plans are remembered, which changes no bit,
/// because a plan depends on nothing but the match. Later factorisations keep plan and pivots while that is accurate,
/// and then allocate nothing. Accurate means, nearly as in KLU: no column of the factors has grown beyond 1e8 times the
/// sum of the sizes in the matrix's column, rows scaled to their largest entry, and no pivot is below 1e-13 of that
/// sum. Otherwise the ladder is: rows chosen anew inside the dense blocks; a new match; KLU for this matrix; and if
/// that happens twice in a row, a plan made of KLU's pivots, once until `forget()`.
class StructuredFactor {
 public:
  struct Costs {
    long kept = 0;     ///< factorisations with the pivots of the one before
    long chosen = 0;   ///< rows chosen anew inside the dense blocks
    long matched = 0;  ///< rows matched to columns anew
    long plans = 0;    ///< plans made, because none was remembered
    long general = 0;  ///< left to KLU
  };

  explicit StructuredFactor(const SparsePattern& pattern);
  ~StructuredFactor();

  /// Plans for matrices like this one: `forget()` goes back to this plan, and a new match is made only for what it does
  /// not fit. Numbers that do not depend on what is solved make it the cheapest way to begin anew.
  void prepare(const double* values);
  /// Factors the matrix with these entries; false if it is singular.
  bool factor(const double* values);
  /// Solves in place: right-hand side in, solution out.
  void solve(double* vector) const;
  /// Lets go of pivots and of plans made since `prepare`: what follows depends on nothing that was factored before.
  void forget();
  /// Column at which the last factorisation found the matrix singular; -1 if it did not.
  int singular_column() const { return singular_column_; }

  const Costs& costs() const { return costs_; }

 private:
  bool match(const double* values);
  void follow(std::shared_ptr<const EliminationPlan> plan);
  bool try_plan(const double* values, bool choose);
  bool spread(const double* values, double growth);
  void weigh(const double* values);
  void settle_rows();
  bool choose_rows(const EliminationPlan::Node& node, std::size_t s);
  void swap_rows(const EliminationPlan::Node& node);
  bool eliminate(const EliminationPlan::Node& node);
  template <int Pivots>
  bool eliminate_fixed(const EliminationPlan::Node& node);
  template <int Pivots>
  void forward(const EliminationPlan::Node& node) const;
  template <int Pivots>
  void backward(const EliminationPlan::Node& node) const;
  bool use_general(const double* values);

  SparsePattern pattern_;
  std::shared_ptr<const EliminationPlan> plan_;  // none before the first match
  std::vector<int> match_;                       // that plan_ was made for; empty if it was made of KLU's pivots
  using Remembered = std::pair<std::vector<int>, std::shared_ptr<const EliminationPlan>>;
  Remembered prepared_;                 // match and plan that forget() goes back to; none if nothing was prepared
  std::vector<Remembered> remembered_;  // latest last
  SparseFactor general_;

  // by position: reciprocal pivots, reciprocal size of the row, largest size allowed in the column
  std::vector<double> inverse_, weight_, limit_;
  double least_of_limit_ = 0.0;  // what a pivot must exceed, as a fraction of limit_
  std::vector<int> chosen_;      // by position: which of the node's rows is the pivot's
  std::vector<char> swapped_;    // by node: whether they differ from the plan's
  // the plan's lists for the rows as they were chosen: a solution need not exchange any
  std::vector<int> row_at_, row_list_, outer_row_, now_at_;
  std::vector<double> store_, outer_, entry_weight_;
  mutable std::vector<double> work_, gathered_, spare_;

  bool planned_ = false;       // the last factors are the plan's, not KLU's
  bool has_match_ = false;     // plan_ belongs to numbers since the last forget()
  bool has_choice_ = false;    // chosen_ and weight_ hold
  bool is_replanned_ = false;  // a plan was made of KLU's pivots since the last forget()
  int troubles_ = 0;           // factorisations in a row that were left to KLU
  int singular_column_ = -1;
  Costs costs_;
};

}  // namespace stillhouse
