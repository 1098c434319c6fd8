#pragma once

#include <string>
#include <vector>

#include "models/reactors/kinetics.h"

namespace stillhouse {

/// Throws ModelError if the elements of a reaction do not balance (where all formulas are known) or else its mass
/// (where all molar masses are; to 0.1 %). Says by how much.
void check_balance(const Reaction& reaction, const std::vector<ReactingSpecies>& species);

/// Atoms of an element in a formula such as "C6H5(CH3)": (element, count), sorted. ModelError if it is none.
std::vector<std::pair<std::string, double>> elements_of(const std::string& formula);

/// Smallest h with sum_i nu_ij h_i = heat_j for every reaction j; ModelError if heats contradict each other (a cycle of
/// reactions whose heats do not add up to nothing, to 0.1 % of the largest).
std::vector<double> species_enthalpies(const std::vector<Reaction>& reactions, std::size_t species);

/// What no reaction changes, in reduced echelon form with the smallest whole weights there are.
std::vector<Invariant> reaction_invariants(const std::vector<Reaction>& reactions,
                                           const std::vector<ReactingSpecies>& species);

}  // namespace stillhouse
