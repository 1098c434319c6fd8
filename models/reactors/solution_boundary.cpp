#include "models/reactors/solution_boundary.h"

namespace stillhouse {

SolutionFeed::SolutionFeed(Declare& declare, const SharedSolution& solution, SolutionFlow out, const Start& start)
    : solution_(solution), out_(std::move(out)), ledger_(declare, solution) {
  q_ = declare.input("q", "m^3/s",
                     {.start = start.q, .nominal = start.q_limit, .minimum = 0.0, .maximum = start.q_limit},
                     "volume flow of the feed");
  T_ = declare.input("T", "K", {.start = start.T, .nominal = 300.0, .minimum = start.T_low, .maximum = start.T_high},
                     "temperature of the feed");
  for (std::size_t i = 0; i < solution->size(); ++i) {
    c_.push_back(declare.input("c_" + variable_suffix(solution->name(i)), "mol/m^3",
                               {.start = start.c[i], .nominal = 1000.0, .minimum = 0.0, .maximum = start.c_limit},
                               "concentration of " + solution->name(i) + " in the feed"));
  }
  out_.define(declare);
}

}  // namespace stillhouse
