-- Skogestad's column A, the benchmark of distillation control: 40 theoretical stages and a total condenser, relative
-- volatility 1.5, levels held by the products (LV configuration). With reflux and boilup as published it rests at 99 %
-- in the distillate and 1 % in the bottoms. S. Skogestad, Trans. IChemE 75 A (1997) 539. Tags after ISA-5.1; loops: 100
-- reboiler, 130 condenser, 140 distillate, 150 bottoms, 200 feed. Tuning of the controllers: this house's.
return plant {
  format = 1, id = "column_a",
  title = { en = "Skogestad's column A", zh = "Skogestad A塔" },
  flowsheet = "column_a",

  instruments = {
    ["AI-140"] = position_indicator { reads = "stage_41.x", range = { percent(90), percent(100) }, lag = seconds(60), noise = percent(0.01),
      says = { en = "Light species in the distillate, on line", zh = "馏出液轻组分含量（在线）" } },
    ["AI-150"] = position_indicator { reads = "stage_1.x", range = { percent(0), percent(10) }, lag = seconds(60), noise = percent(0.01),
      says = { en = "Light species in the bottoms, on line", zh = "釜残液轻组分含量（在线）" } },
    ["AI-121"] = position_indicator { reads = "stage_21.x", range = { percent(0), percent(100) },
      says = { en = "Light species on the feed stage", zh = "进料板轻组分含量" } },
    ["LI-100"] = level_transmitter { reads = "stage_1.M", range = { mol(0), mol(1000) }, noise = mol(0.5),
      says = { en = "Holdup of the reboiler", zh = "再沸器存液量" } },
    ["LI-130"] = level_transmitter { reads = "stage_41.M", range = { mol(0), mol(1000) }, noise = mol(0.5),
      says = { en = "Holdup of the condenser", zh = "冷凝器存液量" } },
    ["FI-140"] = flow_meter { reads = "column.distillate", range = { mol_per_s(0), mol_per_s(20) }, noise = mol_per_s(0.01),
      says = { en = "Distillate", zh = "馏出液流量" } },
    ["FI-150"] = flow_meter { reads = "column.bottoms", range = { mol_per_s(0), mol_per_s(20) }, noise = mol_per_s(0.01),
      says = { en = "Bottoms", zh = "釜残液流量" } },
  },
  handles = {
    ["FIC-130"] = hand_station { moves = "column.reflux", start = mol_per_s(45.1048826619), says = { en = "Reflux", zh = "回流量" } },
    ["FIC-100"] = hand_station { moves = "column.boilup", start = mol_per_s(53.4382159952), says = { en = "Boilup", zh = "上升蒸汽量" } },
    ["FIC-200"] = hand_station { moves = "column.feed", start = mol_per_s(16.6666666667), says = { en = "Feed", zh = "进料量" } },
    ["HIC-201"] = hand_station { moves = "column.feed_x", start = percent(50), says = { en = "Light species in the feed", zh = "进料轻组分含量" } },
    ["HIC-202"] = hand_station { moves = "column.feed_liquid", start = percent(100), says = { en = "Liquid fraction of the feed", zh = "进料液相分率" } },
  },
  controllers = {
    ["AIC-140"] = pid { reads = "AI-140", moves = "FIC-130", action = "reverse", gain = 1, reset = minutes(8), setpoint = percent(99),
      says = { en = "Distillate composition by the reflux", zh = "馏出液组成控制（回流）" } },
    ["AIC-150"] = pid { reads = "AI-150", moves = "FIC-100", action = "direct", gain = 1, reset = minutes(8), setpoint = percent(1),
      says = { en = "Bottoms composition by the boilup", zh = "釜残液组成控制（上升蒸汽）" } },
  },
  alarms = {
    ["AAL-140"] = alarm { on = below("AI-140", percent(98)), deadband = percent(0.2), delay = minutes(1), priority = "high",
      says = { en = "Distillate off specification", zh = "馏出液不合格" }, response = { en = "More reflux, or less boilup.", zh = "加大回流或减小上升蒸汽。" } },
    ["AAH-150"] = alarm { on = above("AI-150", percent(2)), deadband = percent(0.2), delay = minutes(1), priority = "high",
      says = { en = "Bottoms off specification", zh = "釜残液不合格" }, response = { en = "More boilup, or less reflux.", zh = "加大上升蒸汽或减小回流。" } },
    ["LAL-130"] = alarm { on = below("LI-130", mol(250)), deadband = mol(20), delay = seconds(30), priority = "medium",
      says = { en = "Condenser nearly empty", zh = "冷凝器液位低" }, response = { en = "Less reflux.", zh = "减小回流。" } },
    ["LAL-100"] = alarm { on = below("LI-100", mol(250)), deadband = mol(20), delay = seconds(30), priority = "medium",
      says = { en = "Reboiler nearly empty", zh = "再沸器液位低" }, response = { en = "Less boilup.", zh = "减小上升蒸汽。" } },
  },
}
