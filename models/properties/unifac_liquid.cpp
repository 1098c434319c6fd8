#include "models/properties/unifac_liquid.h"

#include <algorithm>
#include <map>
#include <utility>

#include "engine/base/error.h"
#include "models/properties/data_table.h"

namespace stillhouse {

// the embedded tables (cmake/embed.cmake)
std::string_view unifac_groups_csv();
std::string_view unifac_subgroups_csv();
std::string_view unifac_interactions_csv();

namespace {

struct Subgroup {
  std::string name, main_name;
  int main = 0;
  double R = 0.0, Q = 0.0;
};

struct Tables {
  std::map<int, Subgroup> subgroups;
  std::map<std::string, std::vector<std::pair<int, double>>> groups_of;  // by compound
  std::map<std::pair<int, int>, double> interactions;                    // K, between main groups
};

Tables read_tables() {
  Tables tables;
  for (const DataRow& row :
       data_rows("unifac_subgroups.csv", unifac_subgroups_csv(), "subgroup_id,subgroup,main_group_id,main_group,R,Q"))
    tables.subgroups[static_cast<int>(row.number(0))] = {std::string(row.fields[1]), std::string(row.fields[3]),
                                                         static_cast<int>(row.number(2)), row.number(4), row.number(5)};
  for (const DataRow& row :
       data_rows("unifac_groups.csv", unifac_groups_csv(), "compound,CAS,subgroup_id,subgroup,count")) {
    const int subgroup = static_cast<int>(row.number(2));
    if (tables.subgroups.find(subgroup) == tables.subgroups.end())
      row.fail("subgroup " + std::string(row.fields[2]) + " is not in unifac_subgroups.csv");
    tables.groups_of[lower_case(row.fields[0])].emplace_back(subgroup, row.number(4));
  }
  for (const DataRow& row : data_rows("unifac_interactions.csv", unifac_interactions_csv(), "main_m,main_n,a_mn_K"))
    tables.interactions[{static_cast<int>(row.number(0)), static_cast<int>(row.number(1))}] = row.number(2);
  return tables;
}

}  // namespace

UnifacLiquid UnifacLiquid::of(const std::vector<std::string>& compounds, const std::vector<bool>& may_lack) {
  static const Tables tables = read_tables();
  UnifacLiquid liquid;
  std::vector<const Subgroup*> occurring;
  liquid.counts.resize(compounds.size());
  liquid.sizes.r.assign(compounds.size(), 0.0);
  liquid.sizes.q.assign(compounds.size(), 0.0);

  for (std::size_t i = 0; i < compounds.size(); ++i) {
    if (may_lack[i]) continue;
    const auto found = tables.groups_of.find(compounds[i]);
    if (found == tables.groups_of.end())
      throw ModelError("unifac: " + compounds[i] + " is not divided into groups; take a model with fitted parameters");
    for (const auto& [id, count] : found->second) {
      const Subgroup* subgroup = &tables.subgroups.at(id);
      const auto place = std::find(occurring.begin(), occurring.end(), subgroup);
      const std::size_t k = static_cast<std::size_t>(place - occurring.begin());
      if (place == occurring.end()) occurring.push_back(subgroup);
      if (liquid.counts[i].size() <= k) liquid.counts[i].resize(k + 1, 0.0);
      liquid.counts[i][k] += count;
      liquid.sizes.r[i] += count * subgroup->R;
      liquid.sizes.q[i] += count * subgroup->Q;
    }
  }
  if (occurring.size() > most_species)
    throw ModelError("unifac: the fluid has " + std::to_string(occurring.size()) + " kinds of groups, at most " +
                     std::to_string(most_species) + " are allowed");

  for (std::vector<double>& counts : liquid.counts) counts.resize(occurring.size(), 0.0);
  liquid.a = PairTable(occurring.size());
  for (std::size_t m = 0; m < occurring.size(); ++m) {
    liquid.groups.push_back(occurring[m]->name);
    liquid.Q.push_back(occurring[m]->Q);
    for (std::size_t n = 0; n < occurring.size(); ++n) {
      if (occurring[m]->main == occurring[n]->main) continue;
      const auto found = tables.interactions.find({occurring[m]->main, occurring[n]->main});
      if (found == tables.interactions.end())
        throw ModelError("unifac: no interaction is published between the groups " + occurring[m]->main_name + " and " +
                         occurring[n]->main_name);
      liquid.a(m, n) = found->second;
    }
  }
  return liquid;
}

}  // namespace stillhouse
