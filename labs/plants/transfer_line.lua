-- Pumped transfer line: a pump lifts water from a low tank through a check valve, a control valve and a long pipe into a
-- high tank, from where it is drawn off; what is too much runs back. With V-102 shut, the outlet blocked, the relief valve
-- PSV-101 takes the pump's flow back to the low tank. Tags after ISA-5.1; loops: 100 low tank and line, 200 high tank.
-- A valve that sticks: use_plant "transfer_line" { ["V-102.stiction"] = percent(5), ["V-102.slip_jump"] = percent(2) }.
return plant {
  format = 1, id = "transfer_line",
  title = { en = "Pumped transfer line", zh = "泵送输液管线" },
  species = { "water" },

  units = {
    ["F-101"] = unit "source" { T = celsius(15), p = bar(3) },
    ["V-101"] = unit "valve" { Kv = 4, opening = percent(50) },
    ["TK-101"] = unit "tank" { volume = cubic_metres(2), height = m(1.6), charge = percent(60), T = celsius(15) },
    ["P-101"] = unit "pump" { head = m(38), flow = cubic_metres_per_hour(18), npsh = m(3), speed = percent(100) },
    ["NRV-101"] = unit "check_valve" { Kv = 40 },
    ["SP-101"] = unit "splitter" {},
    ["PSV-101"] = unit "relief_valve" { area = square_metres(0.000325), set_pressure = bar(3.4) },
    ["L-101"] = unit "pipe" { length = m(80), diameter = mm(50), elevation = m(12), velocity_heads = 6, loss = W_per_K(20) },
    ["V-102"] = unit "valve" { Kv = 12, opening = percent(80), characteristic = "equal_percentage" },
    ["TK-201"] = unit "tank" { volume = cubic_metres(1), height = m(1.2), charge = percent(30), T = celsius(15), overflow_level = percent(90) },
    ["V-201"] = unit "valve" { Kv = 12, opening = percent(40) },
    ["D-201"] = unit "sink" {},
    ["D-101"] = unit "sink" {},
  },
  connections = {
    join("F-101.out", "V-101.in"),
    join("V-101.out", "TK-101.in"),
    join("TK-101.out", "P-101.in"),
    join("P-101.out", "NRV-101.in"),
    join("NRV-101.out", "SP-101.in"),
    join("SP-101.out", "V-102.in"),
    join("V-102.out", "L-101.in"),
    join("L-101.out", "TK-201.in"),
    join("TK-201.out", "V-201.in"),
    join("V-201.out", "D-201.in"),
    join("SP-101.out", "PSV-101.in"),
    join("PSV-101.out", "TK-101.in"),
    join("TK-201.overflow", "TK-101.in"),
    join("TK-101.overflow", "D-101.in"),
  },

  instruments = {
    ["LI-101"] = level_transmitter { reads = "TK-101.level", range = { percent(0), percent(100) }, noise = percent(0.2),
      says = { en = "Level of the low tank", zh = "低位罐液位" } },
    ["LI-201"] = level_transmitter { reads = "TK-201.level", range = { percent(0), percent(100) }, noise = percent(0.2),
      says = { en = "Level of the high tank", zh = "高位罐液位" } },
    ["PI-101"] = pressure_transmitter { reads = "NRV-101.out.p", range = { bar(0), bar(6) }, noise = mbar(2),
      says = { en = "Pressure of the line, absolute", zh = "管线压力（绝压）" } },
    ["FI-102"] = flow_meter { reads = "V-102.out.F", range = { mol_per_s(0), mol_per_s(250) }, noise = mol_per_s(0.3),
      says = { en = "Transfer", zh = "输送流量" } },
    ["FI-101"] = flow_meter { reads = "PSV-101.out.F", range = { mol_per_s(0), mol_per_s(250) }, noise = mol_per_s(0.3),
      says = { en = "Relieved", zh = "安全阀泄放流量" } },
    ["ZI-101"] = position_indicator { reads = "PSV-101.lift", range = { percent(0), percent(100) },
      says = { en = "Lift of the relief valve", zh = "安全阀开度" } },
    ["JI-101"] = power_meter { reads = "P-101.power", range = { kW(0), kW(3) }, noise = W(5),
      says = { en = "Power of the pump", zh = "泵功率" } },
  },
  handles = {
    ["HV-101"] = valve { moves = "V-101.opening", stroke = seconds(5), in_field = true, says = { en = "Supply valve", zh = "进水阀" } },
    ["HIC-101"] = hand_station { moves = "P-101.speed", says = { en = "Speed of the pump", zh = "泵转速" } },
    ["HS-101"] = switch { moves = "P-101.trip", says = { en = "Pump tripped", zh = "泵跳车" } },
    ["HV-102"] = hand_station { moves = "V-102.opening", says = { en = "Transfer valve", zh = "输送阀" } },
    ["HV-201"] = valve { moves = "V-201.opening", stroke = seconds(5), in_field = true, says = { en = "Draw-off valve", zh = "采出阀" } },
  },
  controllers = {
    ["FIC-102"] = pid { reads = "FI-102", moves = "HV-102", action = "reverse", gain = 0.3, reset = seconds(6), setpoint = mol_per_s(120),
      says = { en = "Transfer by the valve", zh = "输送流量控制" } },
  },
  interlocks = {
    ["I-101"] = interlock { when = below("LI-101", percent(5)), delay = seconds(2), forces = { ["HS-101"] = on },
      says = { en = "Pump off: it must not run dry", zh = "停泵：防止抽空" } },
  },
  alarms = {
    ["PAH-101"] = alarm { on = above("PI-101", bar(4.2)), deadband = mbar(50), delay = seconds(1), priority = "high",
      says = { en = "Line pressure high: outlet blocked?", zh = "管线压力高：出口堵塞？" }, response = { en = "Open the transfer valve or stop the pump.", zh = "打开输送阀或停泵。" } },
    ["LAL-101"] = alarm { on = below("LI-101", percent(15)), deadband = percent(2), delay = seconds(5), priority = "high",
      says = { en = "Low tank nearly empty", zh = "低位罐液位低" }, response = { en = "Open the supply, transfer less.", zh = "开大进水，减小输送。" } },
  },
}
