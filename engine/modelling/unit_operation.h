#pragma once

#include "engine/modelling/equations.h"
#include "engine/modelling/tangent.h"

namespace stillhouse {

/// A unit as the flowsheet sees it: the same equations for three scalars, what it shows, and its events.
class UnitOperation {
 public:
  virtual ~UnitOperation() = default;
  virtual void equations(Equations<double>& eq) const = 0;
  virtual void equations(Equations<Traced>& eq) const = 0;
  virtual void equations(Equations<Tangent>& eq) const = 0;
  virtual void observe(Observing& show) const = 0;
  virtual void observe(ObservingTangent& show) const = 0;
  /// False, and nothing is shown, if the model observes in numbers only.
  virtual bool observe(ObservingTraced& show) const = 0;
  virtual void events(Events& events) const = 0;
};

/// Makes a UnitOperation of a model that writes its equations once, as `template <class Real> void
/// equations(Equations<Real>&) const`. `template <class Show> void observe(Show&) const` and `events(Events&)` are
/// optional; of a model that observes by `observe(Observing&)` alone the observables have no derivatives.
template <class Model>
class UnitAdapter final : public UnitOperation {
 public:
  template <class... Arguments>
  explicit UnitAdapter(Arguments&&... arguments) : model_(std::forward<Arguments>(arguments)...) {}

  const Model& model() const { return model_; }

  void equations(Equations<double>& eq) const override { model_.equations(eq); }
  void equations(Equations<Traced>& eq) const override { model_.equations(eq); }
  void equations(Equations<Tangent>& eq) const override { model_.equations(eq); }
  void observe(Observing& show) const override {
    if constexpr (requires(const Model& m) { m.observe(show); }) model_.observe(show);
  }
  void observe(ObservingTangent& show) const override {
    if constexpr (requires(const Model& m) { m.observe(show); }) model_.observe(show);
  }
  bool observe(ObservingTraced& show) const override {
    if constexpr (requires(const Model& m) { m.observe(show); }) {
      model_.observe(show);
      return true;
    } else {
      // a model that shows nothing at all has been heard
      return !requires(const Model& m, Observing& o) {
        m.observe(o);
      };
    }
  }
  void events(Events& events) const override {
    if constexpr (requires(const Model& m) { m.events(events); }) model_.events(events);
  }

 private:
  Model model_;
};

}  // namespace stillhouse
