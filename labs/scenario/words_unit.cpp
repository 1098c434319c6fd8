#include "labs/scenario/vocabulary.h"

namespace stillhouse::scenario {
namespace {

struct UnitWord {
  const char* name;
  const char* unit;
  const char* sentence;
  const char* example;
};

constexpr UnitWord kUnitWords[] = {
    {"seconds", "s", "Time.", "seconds(30)"},
    {"minutes", "min", "Time.", "minutes(5)"},
    {"hours", "h", "Time.", "hours(1.5)"},
    {"celsius", "degC", "A temperature on the Celsius scale. For the difference of two temperatures write delta_K.",
     "celsius(64.7)"},
    {"kelvin", "K", "A temperature on the Kelvin scale. For the difference of two temperatures write delta_K.",
     "kelvin(337.8)"},
    {"delta_K", "delta_K", "A difference of two temperatures: noise, bias, deadband, drift.", "delta_K(0.2)"},
    {"Pa", "Pa", "Pressure, absolute unless the signal is a difference.", "Pa(500)"},
    {"kPa", "kPa", "Pressure, absolute unless the signal is a difference.", "kPa(101.3)"},
    {"mbar", "mbar", "Pressure, absolute unless the signal is a difference.", "mbar(25)"},
    {"bar", "bar", "Pressure, absolute unless the signal is a difference.", "bar(1.2)"},
    {"percent", "%", "Hundredths of a whole: an opening, a level, an efficiency, a share of time.", "percent(60)"},
    {"fraction", "1", "A share from 0 to 1, or any number without unit.", "fraction(0.65)"},
    {"mole_percent", "mol%", "Composition by amount.", "mole_percent(95)"},
    {"mole_fraction", "mol/mol", "Composition by amount.", "mole_fraction(0.95)"},
    {"mass_percent", "wt%", "Composition by mass.", "mass_percent(40)"},
    {"mass_fraction", "kg/kg", "Composition by mass.", "mass_fraction(0.4)"},
    {"volume_percent", "vol%", "Composition by volume.", "volume_percent(40)"},
    {"W", "W", "Power.", "W(250)"},
    {"kW", "kW", "Power.", "kW(3)"},
    {"J", "J", "Energy.", "J(500)"},
    {"kJ", "kJ", "Energy.", "kJ(40)"},
    {"MJ", "MJ", "Energy.", "MJ(12)"},
    {"kWh", "kWh", "Energy.", "kWh(3)"},
    {"kJ_per_kg", "kJ/kg", "Energy per mass.", "kJ_per_kg(1100)"},
    {"MJ_per_kg", "MJ/kg", "Energy per mass.", "MJ_per_kg(8)"},
    {"kWh_per_kg", "kWh/kg", "Energy per mass.", "kWh_per_kg(2)"},
    {"kJ_per_mol", "kJ/mol", "Energy per amount.", "kJ_per_mol(35.2)"},
    {"mol", "mol", "Amount of substance.", "mol(120)"},
    {"mol_per_s", "mol/s", "Molar flow.", "mol_per_s(0.05)"},
    {"mol_per_h", "mol/h", "Molar flow.", "mol_per_h(180)"},
    {"kmol_per_h", "kmol/h", "Molar flow.", "kmol_per_h(1.2)"},
    {"ug", "ug", "Mass.", "ug(100)"},
    {"mg", "mg", "Mass.", "mg(250)"},
    {"g", "g", "Mass.", "g(250)"},
    {"kg", "kg", "Mass.", "kg(12)"},
    {"kg_per_s", "kg/s", "Mass flow.", "kg_per_s(0.002)"},
    {"kg_per_h", "kg/h", "Mass flow.", "kg_per_h(7.2)"},
    {"g_per_min", "g/min", "Mass flow.", "g_per_min(40)"},
    {"kg_per_m3", "kg/m^3", "Density.", "kg_per_m3(792)"},
    {"g_per_mL", "g/mL", "Density.", "g_per_mL(0.792)"},
    {"g_per_L", "g/L", "Concentration by mass.", "g_per_L(20)"},
    {"mg_per_L", "mg/L", "Concentration by mass.", "mg_per_L(20)"},
    {"mg_per_mL", "mg/mL", "Concentration by mass; titre.", "mg_per_mL(5)"},
    {"mol_per_m3", "mol/m^3", "Concentration.", "mol_per_m3(1000)"},
    {"mol_per_L", "mol/L", "Concentration.", "mol_per_L(1)"},
    {"nm", "nm", "Length.", "nm(350)"},
    {"um", "um", "Length.", "um(0.25)"},
    {"mm", "mm", "Length.", "mm(50)"},
    {"cm", "cm", "Length.", "cm(12)"},
    {"m", "m", "Length.", "m(0.25)"},
    {"uL", "uL", "Volume.", "uL(1)"},
    {"mL", "mL", "Volume.", "mL(200)"},
    {"litres", "L", "Volume.", "litres(15)"},
    {"cubic_metres", "m^3", "Volume.", "cubic_metres(0.5)"},
    {"litres_per_hour", "L/h", "Volume flow.", "litres_per_hour(10)"},
    {"litres_per_minute", "L/min", "Volume flow.", "litres_per_minute(2)"},
    {"mL_per_min", "mL/min", "Volume flow.", "mL_per_min(1.2)"},
    {"ug_per_min", "ug/min", "Mass flow.", "ug_per_min(5)"},
    {"K_per_min", "K/min", "Change of a temperature in time.", "K_per_min(10)"},
    {"hertz", "Hz", "Points a second.", "hertz(10)"},
    {"cubic_metres_per_hour", "m^3/h", "Volume flow.", "cubic_metres_per_hour(1.5)"},
    {"W_per_K", "W/K", "Heat loss or heat transfer per kelvin.", "W_per_K(1.5)"},
    {"W_per_m2_K", "W/m^2/K", "Heat transfer per area and kelvin.", "W_per_m2_K(800)"},
    {"m2_K_per_W", "m^2*K/W", "Thermal resistance of an area, such as fouling.", "m2_K_per_W(0.0002)"},
    {"J_per_K", "J/K", "Heat capacity.", "J_per_K(4000)"},
    {"kJ_per_K", "kJ/K", "Heat capacity.", "kJ_per_K(12)"},
    {"square_metres", "m^2", "Area.", "square_metres(0.3)"},
    {"W_per_m_K", "W/m/K", "Thermal conductivity.", "W_per_m_K(16)"},
    {"J_per_mol_K", "J/mol/K", "Molar heat capacity.", "J_per_mol_K(75.3)"},
    {"N_per_m", "N/m", "Surface tension.", "N_per_m(0.072)"},
    {"Pa_s", "Pa*s", "Viscosity.", "Pa_s(0.001)"},
    {"per_second", "1/s", "A rate.", "per_second(0.01)"},
    {"per_hour", "1/h", "A rate.", "per_hour(0.5)"},
};

}  // namespace

void add_unit_words(std::vector<Word>& words) {
  for (const UnitWord& entry : kUnitWords) {
    Word word{entry.name, WordKind::unit, false, {}, {}, {}, entry.sentence, entry.example, entry.unit};
    word.positional = {{"number", Takes::number, "", true, "", "The number."}};
    words.push_back(std::move(word));
  }
  words.push_back({"on", WordKind::constant, false, {}, {}, {}, "A switch that is on.", "on", "1", 1.0});
  words.push_back({"off", WordKind::constant, false, {}, {}, {}, "A switch that is off.", "off", "1", 0.0});
}

}  // namespace stillhouse::scenario
