#include "engine/solve/dae_problem.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace stillhouse {

DaeProblem::DaeProblem(std::shared_ptr<const Flowsheet> plant) : plant_(std::move(plant)) {
  for (const InputInfo& u : plant_->inputs()) inputs.push_back(u.range.start);
  for (const ModeInfo& m : plant_->modes()) modes.push_back(m.start);

  // the pattern of the whole: every (equation, unknown) pair that some unit's pattern names
  const std::size_t n = static_cast<std::size_t>(size());
  std::vector<std::set<int>> rows_of_column(n);
  std::size_t most_rows = 0;
  for (const Flowsheet::Unit& unit : plant_->units()) {
    most_rows = std::max(most_rows, unit.rows.size());
    for (std::size_t r = 0; r < unit.rows.size(); ++r) {
      for (const auto* list : {&unit.rows[r].reads, &unit.rows[r].rates}) {
        for (int local : *list) {
          const int column = unit.unknowns[static_cast<std::size_t>(local)];
          rows_of_column[static_cast<std::size_t>(column)].insert(unit.first_row + static_cast<int>(r));
        }
      }
    }
  }
  pattern_.column_start.push_back(0);
  for (const std::set<int>& rows : rows_of_column) {
    pattern_.row.insert(pattern_.row.end(), rows.begin(), rows.end());
    pattern_.column_start.push_back(static_cast<int>(pattern_.row.size()));
  }

  // each sweep of each unit: where the entries of its dense block go
  for (std::size_t u = 0; u < plant_->units().size(); ++u) {
    const Flowsheet::Unit& unit = plant_->units()[u];
    const int count = static_cast<int>(unit.unknowns.size());
    for (int first = 0; first < count; first += jet_width) {
      Sweep sweep{u, first, {}};
      for (std::size_t r = 0; r < unit.rows.size(); ++r) {
        std::set<int> locals(unit.rows[r].reads.begin(), unit.rows[r].reads.end());
        locals.insert(unit.rows[r].rates.begin(), unit.rows[r].rates.end());
        for (int local : locals) {
          if (local < first || local >= first + jet_width) continue;
          const int column = unit.unknowns[static_cast<std::size_t>(local)];
          sweep.entries.push_back({static_cast<int>(r) * jet_width + local - first,
                                   pattern_.position(unit.first_row + static_cast<int>(r), column)});
        }
      }
      if (!sweep.entries.empty()) sweeps_.push_back(std::move(sweep));
    }
  }
  seed_.assign(n, -1);
  block_.assign(most_rows * jet_width, 0.0);
}

void DaeProblem::residual(const double* y, const double* yp, double* residual) const {
  plant_->residual(y, yp, inputs.data(), modes.data(), residual);
}

void DaeProblem::jacobian(const double* y, const double* yp, double y_weight, double yp_weight, double* values) {
  std::size_t seeded_unit = plant_->units().size();
  const auto seed_unit = [&](std::size_t u, bool on) {
    const std::vector<int>& unknowns = plant_->units()[u].unknowns;
    for (std::size_t i = 0; i < unknowns.size(); ++i)
      seed_[static_cast<std::size_t>(unknowns[i])] = on ? static_cast<int>(i) : -1;
  };
  for (const Sweep& sweep : sweeps_) {
    if (sweep.unit != seeded_unit) {
      if (seeded_unit < plant_->units().size()) seed_unit(seeded_unit, false);
      seed_unit(sweep.unit, true);
      seeded_unit = sweep.unit;
    }
    Equations<Jet> eq(y, yp, inputs.data(), modes.data(), seed_.data(), sweep.first, y_weight, yp_weight,
                      block_.data());
    plant_->units()[sweep.unit].operation->equations(eq);
    for (const Entry& entry : sweep.entries) {
      values[entry.value] = block_[static_cast<std::size_t>(entry.block)];
    }
  }
  if (seeded_unit < plant_->units().size()) seed_unit(seeded_unit, false);
}

std::vector<double> DaeProblem::row_scales(const double* jacobian_values) const {
  std::vector<double> scales(static_cast<std::size_t>(size()), 1e-300);
  for (int column = 0; column < size(); ++column) {
    const double nominal = plant_->variables()[static_cast<std::size_t>(column)].range.nominal;
    for (int k = pattern_.column_start[static_cast<std::size_t>(column)];
         k < pattern_.column_start[static_cast<std::size_t>(column) + 1]; ++k) {
      scales[static_cast<std::size_t>(pattern_.row[static_cast<std::size_t>(k)])] +=
          std::abs(jacobian_values[k]) * nominal;
    }
  }
  return scales;
}

}  // namespace stillhouse
