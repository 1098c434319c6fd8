#include <algorithm>

#include "engine/compilation/jacobian_program.h"
#include "engine/compilation/plant_graph.h"
#include "engine/compilation/value_program.h"
#include "engine/solve/equation_form.h"

namespace stillhouse {

namespace {

class ReducedForm final : public EquationForm {
  using Besides = ValueProgram::Besides;

 public:
  explicit ReducedForm(const Flowsheet& plant)
      : plant_(plant),
        graph_(plant),
        layout_{static_cast<int>(graph_.kept().size()),       static_cast<int>(plant.inputs().size()),
                static_cast<int>(plant.modes().size()),       static_cast<int>(graph_.explicit_variables().size()),
                static_cast<int>(plant.observables().size()), static_cast<int>(graph_.holdings().size())},
        residuals_(graph_, layout_, Besides::residuals, handed_on(graph_)),
        handed_(graph_, layout_, Besides::nothing, handed_on(graph_)),
        all_(graph_, layout_, Besides::nothing, every_explicit()),
        observed_(graph_, layout_, Besides::observations, every_explicit()),
        watched_(graph_, layout_, Besides::nothing, read_by_events()),
        jacobian_(graph_, layout_),
        values_(static_cast<std::size_t>(layout_.size()), 0.0),
        whole_(static_cast<std::size_t>(plant.unknown_count()), 0.0),
        whole_rates_(whole_),
        whole_residual_(whole_) {
    unknowns_ = graph_.kept();
    rows_ = graph_.rows();
    pattern_.column_start.assign(unknowns_.size() + 1, 0);
    for (const auto& [row, column] : jacobian_.entries()) {
      pattern_.row.push_back(row);
      ++pattern_.column_start[static_cast<std::size_t>(column) + 1];
    }
    for (std::size_t c = 0; c < unknowns_.size(); ++c) pattern_.column_start[c + 1] += pattern_.column_start[c];
  }

  void residual(const double* y, const double* yp, const double* inputs, const double* modes, double* r) override {
    // where nothing is explicit there is nothing to hand on, and the units' compiled equations are faster
    if (graph_.explicit_variables().empty()) {
      spread(y, whole_.data());
      for (std::size_t i = 0; i < unknowns_.size(); ++i) whole_rates_[static_cast<std::size_t>(unknowns_[i])] = yp[i];
      plant_.residual(whole_.data(), whole_rates_.data(), inputs, modes, whole_residual_.data());
      for (std::size_t i = 0; i < rows_.size(); ++i) r[i] = whole_residual_[static_cast<std::size_t>(rows_[i])];
      return;
    }
    bring_in(y, inputs, modes);
    std::copy(yp, yp + layout_.kept, values_.data() + layout_.rate(0));
    residuals_.run(values_.data());
    const double* const from = values_.data() + layout_.residual(0);
    std::copy(from, from + layout_.kept, r);
  }

  void jacobian(const double* y, const double* yp, const double* inputs, const double* modes, double y_weight,
                double yp_weight, double* values) override {
    bring_in(y, inputs, modes);
    std::copy(yp, yp + layout_.kept, values_.data() + layout_.rate(0));
    handed_.run(values_.data());
    jacobian_.run(values_.data(), y_weight, yp_weight, values);
  }

  void complete(const double* y, const double* inputs, const double* modes, double* whole_y) override {
    bring_in(y, inputs, modes);
    all_.run(values_.data());
    spread(y, whole_y);
  }

  void observe(const double* y, const double* inputs, const double* modes, double* whole_y, double* observables,
               double* holdings) override {
    if (!graph_.observed()) {
      complete(y, inputs, modes, whole_y);
      plant_.observe(whole_y, inputs, modes, observables, holdings);
      return;
    }
    bring_in(y, inputs, modes);
    observed_.run(values_.data());
    spread(y, whole_y);
    const double* const shown = values_.data() + layout_.observable(0);
    std::copy(shown, shown + layout_.observables, observables);
    std::fill(holdings, holdings + plant_.quantities().size(), 0.0);
    const double* const held = values_.data() + layout_.holding(0);
    for (std::size_t i = 0; i < graph_.holdings().size(); ++i) holdings[graph_.holdings()[i]] += held[i];
  }

  void events(const double* y, const double* inputs, const double* modes, double* functions,
              Events::Transition* transitions) override {
    bring_in(y, inputs, modes);
    watched_.run(values_.data());
    spread(y, whole_.data());
    plant_.events(whole_.data(), inputs, modes, functions, transitions);
  }

  std::string in_words() const override { return graph_.in_words(); }

 private:
  /// What explicit variables follow from; they read no rates.
  void bring_in(const double* y, const double* inputs, const double* modes) {
    double* const values = values_.data();
    std::copy(y, y + layout_.kept, values);
    std::copy(inputs, inputs + layout_.inputs, values + layout_.input(0));
    std::copy(modes, modes + layout_.modes, values + layout_.mode(0));
  }

  void spread(const double* y, double* whole) const {
    for (std::size_t i = 0; i < unknowns_.size(); ++i) whole[unknowns_[i]] = y[i];
    const std::vector<int>& explicits = graph_.explicit_variables();
    const double* const from = values_.data() + layout_.explicit_value(0);
    for (std::size_t i = 0; i < explicits.size(); ++i) whole[explicits[i]] = from[i];
  }

  std::vector<char> every_explicit() const { return std::vector<char>(graph_.explicit_variables().size(), 1); }

  std::vector<char> read_by_events() const {
    std::vector<double> y, inputs, modes;
    for (const VariableInfo& v : plant_.variables()) y.push_back(v.range.start);
    for (const InputInfo& u : plant_.inputs()) inputs.push_back(u.range.start);
    for (const ModeInfo& m : plant_.modes()) modes.push_back(m.start);
    std::vector<int> read;
    for (const Flowsheet::Unit& unit : plant_.units()) {
      Events events(y.data(), inputs.data(), modes.data(), nullptr, nullptr, &read);
      unit.operation->events(events);
    }
    const std::vector<int>& explicits = graph_.explicit_variables();
    std::vector<char> wanted(explicits.size(), 0);
    for (std::size_t e = 0; e < explicits.size(); ++e)
      wanted[e] = std::find(read.begin(), read.end(), explicits[e]) != read.end();
    return wanted;
  }

  const Flowsheet& plant_;
  PlantGraph graph_;
  ValueLayout layout_;
  ValueProgram residuals_, handed_, all_, observed_, watched_;
  JacobianProgram jacobian_;
  std::vector<double> values_;
  std::vector<double> whole_, whole_rates_, whole_residual_;  // in the flowsheet's order
};

}  // namespace

std::unique_ptr<EquationForm> make_reduced_form(const Flowsheet& plant) {
  return std::make_unique<ReducedForm>(plant);
}

}  // namespace stillhouse
