#include "engine/modelling/structure_check.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>

#include "engine/base/error.h"
#include "engine/modelling/declare.h"
#include "tests/engine/small_models.h"

namespace stillhouse {
namespace {

using testing::AllOf;
using testing::HasSubstr;

std::string refusal(const std::function<void()>& act) {
  try {
    act();
  } catch (const ModelError& error) {
    return error.what();
  }
  return "(not refused)";
}

/// A unit whose equations are given by the test.
class Free {
 public:
  using Write = std::function<void(const Free&, Equations<Traced>&)>;

  Free(Declare& declare, int differentials, int algebraics, Write write) : write_(std::move(write)) {
    for (int i = 0; i < differentials; ++i)
      d.push_back(declare.differential("d" + std::to_string(i), "mol", {}, "a state"));
    for (int i = 0; i < algebraics; ++i) a.push_back(declare.algebraic("a" + std::to_string(i), "1", {}, "a flow"));
  }
  template <class Real>
  void equations(Equations<Real>& eq) const {
    if constexpr (std::is_same_v<Real, Traced>) write_(*this, eq);
  }

  std::vector<Variable> d, a;

 private:
  Write write_;
};

std::string refusal_of(int differentials, int algebraics, Free::Write write) {
  return refusal([&] { plant_of<Free>("box", differentials, algebraics, write); });
}

TEST(StructureCheck, AcceptsWhatCanBeSolved) {
  EXPECT_EQ(refusal_of(1, 1,
                       [](const Free& u, auto& eq) {
                         eq.equate("balance", eq.der(u.d[0]), eq[u.a[0]]);
                         eq.equate("law", eq[u.a[0]], -eq[u.d[0]]);
                       }),
            "(not refused)");
}

TEST(StructureCheck, SaysThatNobodyDefinesAStream) {
  FlowsheetBuilder builder;
  Declare stream = builder.stream("T3.liquid -> T2.liquid_in");
  stream.algebraic("flow", "mol/s", {}, "flow of the liquid");
  EXPECT_THAT(refusal([&] { builder.build(); }),
              AllOf(HasSubstr("nobody defines T3.liquid -> T2.liquid_in.flow"), HasSubstr("flow of the liquid")));
}

class Owner {
 public:
  Owner(Declare& declare, Variable shared) : shared_(shared) { declare.defines(shared); }
  template <class Real>
  void equations(Equations<Real>& eq) const {
    eq.equate("law", eq[shared_], Real(1.0));
  }

 private:
  Variable shared_;
};

TEST(StructureCheck, SaysThatTwoUnitsDefineTheSame) {
  FlowsheetBuilder builder;
  Declare stream = builder.stream("pipe");
  const Variable flow = stream.algebraic("flow", "mol/s", {}, "flow through the pipe");
  builder.add<Owner>("pump", flow);
  EXPECT_THAT(refusal([&] { builder.add<Owner>("valve", flow); }),
              AllOf(HasSubstr("both pump and valve define pipe.flow"), HasSubstr("flow through the pipe")));
}

TEST(StructureCheck, CountsEquationsAgainstVariablesByName) {
  EXPECT_THAT(refusal_of(1, 1, [](const Free& u, auto& eq) { eq.equate("balance", eq.der(u.d[0]), eq[u.a[0]]); }),
              HasSubstr("box writes 1 equations (balance) for the 2 variables it defines (box.d0, box.a0)"));
  EXPECT_THAT(refusal_of(0, 1,
                         [](const Free& u, auto& eq) {
                           eq.equate("law", eq[u.a[0]], Traced(1.0));
                           eq.equate("law", "again", eq[u.a[0]], Traced(2.0));
                         }),
              HasSubstr("box writes 2 equations (law, law [again]) for the 1 variables it defines (box.a0)"));
}

TEST(StructureCheck, SaysThatARateIsReadOrMissing) {
  EXPECT_THAT(refusal_of(0, 1, [](const Free& u, auto& eq) { eq.equate("law", eq.der(u.a[0]), eq[u.a[0]]); }),
              HasSubstr("box.a0 is algebraic, but an equation reads its rate"));
  EXPECT_THAT(refusal_of(1, 0, [](const Free& u, auto& eq) { eq.equate("law", eq[u.d[0]], Traced(1.0)); }),
              HasSubstr("no equation reads the rate of box.d0"));
}

TEST(StructureCheck, NamesTheEquationsOfAHigherIndex) {
  // a pendulum in Cartesian coordinates: the rod fixes positions, and the tension is found only by differentiating
  // twice
  const std::string message = refusal_of(4, 1, [](const Free& u, auto& eq) {
    eq.equate("velocity", "x", eq.der(u.d[0]), eq[u.d[2]]);
    eq.equate("velocity", "y", eq.der(u.d[1]), eq[u.d[3]]);
    eq.equate("momentum", "x", eq.der(u.d[2]), -eq[u.a[0]] * eq[u.d[0]]);
    eq.equate("momentum", "y", eq.der(u.d[3]), -eq[u.a[0]] * eq[u.d[1]] - 9.81);
    eq.equate("length of the rod", square(eq[u.d[0]]) + square(eq[u.d[1]]), Traced(1.0));
  });
  EXPECT_THAT(message, AllOf(HasSubstr("the index is higher than 1"), HasSubstr("\"length of the rod of box\"")));

  // two laws for one flow and none for the other: both are named, and the one quantity they share
  EXPECT_THAT(refusal_of(1, 2,
                         [](const Free& u, auto& eq) {
                           eq.equate("balance", eq.der(u.d[0]), eq[u.a[0]] + eq[u.a[1]]);
                           eq.equate("valve", eq[u.a[0]], eq[u.d[0]]);
                           eq.equate("pump", eq[u.a[0]], Traced(3.0));
                         }),
              AllOf(HasSubstr("the index is higher than 1"), HasSubstr("\"valve of box\", \"pump of box\""),
                    HasSubstr("determine only 1 quantities (box.a0)")));
}

TEST(StructureCheck, ReportsAllFindingsAtOnce) {
  FlowsheetBuilder builder;
  builder.stream("a").algebraic("flow", "mol/s", {}, "one");
  builder.stream("b").algebraic("flow", "mol/s", {}, "another");
  EXPECT_THAT(refusal([&] { builder.build(); }), AllOf(HasSubstr("a.flow"), HasSubstr("b.flow")));
}

TEST(Declare, RefusesNamesDeclaredTwice) {
  const auto twice = [](auto declare_it) {
    FlowsheetBuilder builder;
    Declare declare = builder.stream("tank");
    declare_it(declare);
    return refusal([&] { declare_it(declare); });
  };
  EXPECT_EQ(twice([](Declare& d) { d.algebraic("T", "K", {}, "temperature"); }), "tank.T is declared twice");
  EXPECT_EQ(twice([](Declare& d) { d.input("valve", "1", {}, "opening"); }), "tank.valve is declared twice");
  EXPECT_EQ(twice([](Declare& d) { d.mode("open", 0.0, "open"); }), "tank.open is declared twice");
  EXPECT_EQ(twice([](Declare& d) { d.observable("level", "1", {}, "level"); }), "tank.level is declared twice");

  FlowsheetBuilder builder;
  builder.add<Tank1>("tank", 1.0, 1.0);
  EXPECT_EQ(refusal([&] { builder.add<Tank1>("tank", 1.0, 1.0); }), "two units are called tank");
}

TEST(Declare, RefusesAStartOutsideItsRange) {
  FlowsheetBuilder builder;
  Declare declare = builder.stream("tank");
  EXPECT_THAT(
      refusal([&] { declare.algebraic("T", "K", {.start = 200.0, .minimum = 255.0, .maximum = 430.0}, "hot"); }),
      HasSubstr("tank.T: start 200 K is outside 255 .. 430 K"));
  EXPECT_THAT(refusal([&] { declare.algebraic("p", "Pa", {.nominal = 0.0}, "pressure"); }),
              HasSubstr("tank.p: the nominal size must be positive"));
  EXPECT_THAT(refusal([&] { declare.check("volume", -1.0, 1e-4, 10.0, "m^3"); }),
              HasSubstr("tank: volume = -1 m^3 is outside 0.0001 .. 10 m^3"));
}

TEST(Flowsheet, FindsSignalsInputsAndEquationsByName) {
  const auto plant = plant_of<Tank1>("tank", 1.0, 0.5);
  ASSERT_EQ(plant->unknown_count(), 3);
  EXPECT_EQ(plant->find_signal("tank.out"), 1);
  EXPECT_EQ(plant->find_signal("tank.nothing"), -1);
  EXPECT_EQ(plant->find_input("tank.q"), 0);
  EXPECT_EQ(plant->equation_name(0), "balance of tank");
  EXPECT_EQ(plant->equation_name(2), "ledger of tank");
  EXPECT_EQ(plant->variables()[2].kind, Kind::ledger);
  EXPECT_EQ(plant->variables()[2].unit, "mol");
}

}  // namespace
}  // namespace stillhouse
