-- Wood and Berry's methanol-water column as transfer functions, the 2 x 2 benchmark of interaction and dead time, at its
-- operating point: 96.25 and 0.5 mol%. R. K. Wood, M. W. Berry, Chem. Eng. Sci. 28 (1973) 1707. Tags after ISA-5.1;
-- loops: 100 steam, 130 reflux, 140 distillate, 150 bottoms, 200 feed. Tuning of the controllers: this house's, detuned
-- so that both may be closed.
return plant {
  format = 1, id = "wood_berry",
  title = { en = "Wood and Berry's column", zh = "Wood-Berry精馏塔" },
  flowsheet = "wood_berry",

  instruments = {
    ["AI-140"] = position_indicator { reads = "column.x_D", range = { percent(90), percent(100) }, noise = percent(0.02),
      says = { en = "Methanol in the distillate, on line", zh = "馏出液甲醇含量（在线）" } },
    ["AI-150"] = position_indicator { reads = "column.x_B", range = { percent(0), percent(10) }, noise = percent(0.02),
      says = { en = "Methanol in the bottoms, on line", zh = "釜残液甲醇含量（在线）" } },
  },
  handles = {
    ["FIC-130"] = hand_station { moves = "column.reflux", start = kg_per_s(0.01474175), says = { en = "Reflux", zh = "回流量" } },
    ["FIC-100"] = hand_station { moves = "column.steam", start = kg_per_s(0.01292738), says = { en = "Steam", zh = "加热蒸汽量" } },
    ["FIC-200"] = hand_station { moves = "column.feed", start = kg_per_s(0.01852169), says = { en = "Feed", zh = "进料量" } },
  },
  controllers = {
    ["AIC-140"] = pid { reads = "AI-140", moves = "FIC-130", action = "reverse", gain = 0.9, reset = minutes(9), setpoint = percent(96.25),
      says = { en = "Distillate composition by the reflux", zh = "馏出液组成控制（回流）" } },
    ["AIC-150"] = pid { reads = "AI-150", moves = "FIC-100", action = "direct", gain = 0.2, reset = minutes(20), setpoint = percent(0.5),
      says = { en = "Bottoms composition by the steam", zh = "釜残液组成控制（蒸汽）" } },
  },
  alarms = {
    ["AAL-140"] = alarm { on = below("AI-140", percent(95)), deadband = percent(0.2), delay = minutes(1), priority = "high",
      says = { en = "Distillate off specification", zh = "馏出液不合格" }, response = { en = "More reflux, or less steam.", zh = "加大回流或减小蒸汽。" } },
    ["AAH-150"] = alarm { on = above("AI-150", percent(2)), deadband = percent(0.2), delay = minutes(1), priority = "high",
      says = { en = "Bottoms off specification", zh = "釜残液不合格" }, response = { en = "More steam, or less reflux.", zh = "加大蒸汽或减小回流。" } },
  },
}
