#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "engine/modelling/flowsheet.h"

namespace stillhouse {

class FlowsheetBuilder;

/// Through this a unit (or a stream) declares each of its quantities once. Names are local; the path is put before.
class Declare {
 public:
  Variable differential(std::string_view name, std::string_view unit, Range range, std::string_view sentence);
  Variable algebraic(std::string_view name, std::string_view unit, Range range, std::string_view sentence);
  /// Counts what crosses the unit's boundary of a conserved quantity; read by no equation.
  Variable ledger(std::string_view name, Quantity quantity, double nominal, std::string_view sentence);
  Input input(std::string_view name, std::string_view unit, Range range, std::string_view sentence);
  Mode mode(std::string_view name, double start, std::string_view sentence);
  Observable observable(std::string_view name, std::string_view unit, Range range, std::string_view sentence);
  /// The conserved quantity of that name, the same for all units that name it.
  Quantity conserved(std::string_view name, std::string_view unit);
  /// This unit writes the equation that determines a variable shared through a stream.
  void defines(Variable shared);

  const std::string& path() const { return path_; }
  /// Throws ModelError "path: name = value unit is outside minimum..maximum unit" unless minimum <= value <= maximum.
  void check(std::string_view name, double value, double minimum, double maximum, std::string_view unit) const;

 private:
  friend class FlowsheetBuilder;
  Declare(FlowsheetBuilder& builder, std::string path, int unit)
      : builder_(builder), path_(std::move(path)), unit_(unit) {}
  Variable add(Kind kind, std::string_view name, std::string_view unit, Range range, std::string_view sentence);

  FlowsheetBuilder& builder_;
  std::string path_;
  int unit_;  // -1: a stream, which defines nothing itself
};

/// Collects streams and units, then builds the immutable flowsheet or says in words what is wrong with it.
///
///   FlowsheetBuilder builder;
///   const VapourStream v(builder.stream("tray_3.vapour"), mixture);     // shared unknowns
///   builder.add<Tray>("tray_4", mixture, parameters, v, ...);           // Tray(Declare&, mixture, ...)
///   std::shared_ptr<const Flowsheet> plant = builder.build();
class FlowsheetBuilder {
 public:
  FlowsheetBuilder();
  ~FlowsheetBuilder();

  Declare stream(std::string path);

  /// Adds a unit of a model class whose constructor takes (Declare&, arguments...).
  template <class Model, class... Arguments>
  const Model& add(std::string path, Arguments&&... arguments) {
    Declare declare = begin_unit(path);
    auto unit = std::make_unique<UnitAdapter<Model>>(declare, std::forward<Arguments>(arguments)...);
    const Model& model = unit->model();
    end_unit(std::move(unit));
    return model;
  }

  /// Runs the structure check; throws ModelError with every finding.
  std::shared_ptr<const Flowsheet> build();

 private:
  friend class Declare;
  Declare begin_unit(const std::string& path);
  void end_unit(std::unique_ptr<UnitOperation> unit);
  void find_patterns();

  std::shared_ptr<Flowsheet> plant_;
};

}  // namespace stillhouse
