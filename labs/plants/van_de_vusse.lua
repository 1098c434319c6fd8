-- Van de Vusse's reactions in a cooled stirred reactor (Klatt and Engell): the product cyclopentenol B reacts on, so that
-- its concentration has a summit over the feed and the gain changes its sign there. At the published operating point:
-- F/V = 14.19 1/h, -1113.5 kJ/h. K.-U. Klatt, S. Engell, Comput. Chem. Eng. 22 (1998) 491. Tags after ISA-5.1; loops: 100
-- feed, 300 reactor, 301 jacket. Tuning of the controllers: this house's.
return plant {
  format = 1, id = "van_de_vusse",
  title = { en = "Van de Vusse reactor", zh = "Van de Vusse反应器" },
  flowsheet = "van_de_vusse",

  instruments = {
    ["TI-300"] = thermocouple { reads = "reactor.T", range = { celsius(50), celsius(150) }, lag = seconds(5), noise = delta_K(0.05),
      says = { en = "Reactor", zh = "反应器温度" } },
    ["TI-301"] = thermocouple { reads = "reactor.jacket_T", range = { celsius(50), celsius(150) }, lag = seconds(5), noise = delta_K(0.05),
      says = { en = "Jacket", zh = "夹套温度" } },
    ["AI-300"] = position_indicator { reads = "reactor.c_B", range = { mol_per_L(0), mol_per_L(2) }, lag = seconds(30), noise = mol_per_L(0.002),
      says = { en = "Cyclopentenol (product), on line", zh = "环戊烯醇（产品）浓度（在线）" } },
    ["AI-301"] = position_indicator { reads = "reactor.c_A", range = { mol_per_L(0), mol_per_L(6) }, lag = seconds(30), noise = mol_per_L(0.005),
      says = { en = "Cyclopentadiene, on line", zh = "环戊二烯浓度（在线）" } },
    ["FI-100"] = flow_meter { reads = "feed.q", range = { litres_per_hour(0), litres_per_hour(500) }, noise = litres_per_hour(0.3),
      says = { en = "Feed", zh = "进料流量" } },
    ["JI-301"] = power_meter { reads = "reactor.heat_release", range = { kW(-1), kW(3) }, noise = W(2),
      says = { en = "Heat of the reactions", zh = "反应放热" } },
  },
  handles = {
    ["FIC-100"] = hand_station { moves = "source.q", range = { litres_per_hour(30), litres_per_hour(350) }, start = litres_per_hour(141.9),
      says = { en = "Feed", zh = "进料量" } },
    ["HIC-101"] = hand_station { moves = "source.c_A", range = { mol_per_L(4.5), mol_per_L(5.7) }, start = mol_per_L(5.1),
      says = { en = "Cyclopentadiene in the feed", zh = "进料环戊二烯浓度" } },
    ["HIC-102"] = hand_station { moves = "source.T", range = { celsius(100), celsius(115) }, start = celsius(104.9),
      says = { en = "Temperature of the feed", zh = "进料温度" } },
    ["HIC-301"] = hand_station { moves = "reactor.duty", range = { W(-2500), W(0) }, start = W(-309.3056),
      says = { en = "Heat given to the coolant; negative: cooling", zh = "冷却介质热负荷（负为冷却）" } },
  },
  controllers = {
    ["TIC-300"] = pid { reads = "TI-300", moves = "HIC-301", action = "reverse", gain = 2, reset = minutes(4), setpoint = celsius(114.19),
      says = { en = "Reactor temperature by the cooling", zh = "反应温度控制（冷却）" } },
  },
  alarms = {
    ["TAH-300"] = alarm { on = above("TI-300", celsius(125)), deadband = delta_K(1), delay = seconds(10), priority = "high",
      says = { en = "Reactor hot", zh = "反应器超温" }, response = { en = "Cool more, or feed less.", zh = "加大冷却或减小进料。" } },
    ["AAL-300"] = alarm { on = below("AI-300", mol_per_L(0.9)), deadband = mol_per_L(0.02), delay = minutes(2), priority = "medium",
      says = { en = "Little product", zh = "产品浓度低" }, response = { en = "Look on which side of the summit the feed is.", zh = "判断进料量位于极值点的哪一侧。" } },
  },
}
