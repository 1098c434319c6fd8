-- A batch that can run away, as the one that destroyed T2 Laboratories in 2007: the charge reacts while its jacket boils
-- water; without water it warms itself to where the solvent decomposes. H. S. Fogler, Elements of Chemical Reaction
-- Engineering, 5th ed., example 13-6; U.S. Chemical Safety Board, report 2008-3-I-FL. Tags after ISA-5.1; loops: 300 vessel,
-- 301 cooling.
return plant {
  format = 1, id = "runaway_vessel",
  title = { en = "Batch reactor that can run away", zh = "可失控的间歇反应釜" },
  flowsheet = "runaway_vessel",
  operation = "batch",

  instruments = {
    ["TI-300"] = thermocouple { reads = "vessel.T", range = { kelvin(300), kelvin(700) }, lag = seconds(10), noise = delta_K(0.2),
      says = { en = "Charge", zh = "釜内温度" } },
    ["PI-300"] = pressure_transmitter { reads = "vessel.p", range = { bar(0), bar(60) }, lag = seconds(1), noise = mbar(10),
      says = { en = "Pressure, absolute", zh = "釜内压力（绝压）" } },
    ["FI-302"] = flow_meter { reads = "vessel.vent_flow", range = { mol_per_s(0), mol_per_s(10) }, noise = mol_per_s(0.005),
      says = { en = "Gas through the vent", zh = "放空气体流量" } },
    ["AI-300"] = analyser { samples = "vessel.c_A", range = { mol_per_L(0), mol_per_L(6) }, delay = minutes(10), budget = 12, noise = mol_per_L(0.02),
      says = { en = "Sodium that is left", zh = "剩余钠浓度" } },
  },
  handles = {
    ["HS-301"] = switch { moves = "vessel.cooling", start = on, says = { en = "Cooling water of the jacket", zh = "夹套冷却水" } },
    ["HV-302"] = valve { moves = "vessel.vent", start = percent(100), stroke = seconds(5), says = { en = "Regulated vent", zh = "放空调节阀" } },
  },
  alarms = {
    ["TAH-300"] = alarm { on = above("TI-300", kelvin(445)), deadband = delta_K(2), delay = seconds(5), priority = "high",
      says = { en = "Charge hot", zh = "釜温高" }, response = { en = "Look for the cooling water.", zh = "检查冷却水。" } },
    ["TAHH-300"] = alarm { on = above("TI-300", kelvin(470)), deadband = delta_K(2), delay = seconds(2), priority = "critical",
      says = { en = "The solvent is about to decompose", zh = "溶剂即将分解" }, response = { en = "Leave the building.", zh = "立即撤离。" } },
    ["PAH-300"] = alarm { on = above("PI-300", bar(6)), deadband = mbar(200), delay = seconds(2), priority = "critical",
      says = { en = "Pressure beyond what the vent holds", zh = "压力超出放空能力" }, response = { en = "Cool; leave the building if it does not help.", zh = "加大冷却；无效则撤离。" } },
  },
}
