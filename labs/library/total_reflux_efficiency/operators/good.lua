return operator {
  says = { en = "Calibrates on both branches, purges, waits for the column", zh = "在两个分支上分别标定、先置换后取样、等待塔稳定" },
  steps = {
    set("HV-132", percent(100)),
    set("HV-400", percent(80)),
    wait_until(above("FI-400", kg_per_h(125)), { timeout = minutes(3) }),
    set("HIC-101", kW(3)),

    -- standards while the kettle heats: three for the lean branch, three for the rich one
    method("RI-1", { readings = 20, wait = seconds(120) }),
    prepare("K1", { weigh("methanol", g(4.6)), weigh("water", g(15.4)) }),
    prepare("K2", { weigh("methanol", g(5.6)), weigh("water", g(14.4)) }),
    prepare("K3", { weigh("methanol", g(6.6)), weigh("water", g(13.4)) }),
    prepare("T1", { weigh("methanol", g(18.8)), weigh("water", g(1.2)) }),
    prepare("T2", { weigh("methanol", g(19.4)), weigh("water", g(0.6)) }),
    analyse("RI-1", "water"),
    analyse("RI-1", "methanol"),
    analyse("RI-1", "K1"), analyse("RI-1", "K2"), analyse("RI-1", "K3"), analyse("RI-1", "T1"), analyse("RI-1", "T2"),

    wait_until(above("TI-112", celsius(62)), { timeout = minutes(60) }),
    set("HIC-101", kW(2)),
    wait_until(above("LI-130", percent(15)), { timeout = minutes(15) }),
    setpoint("LIC-130", percent(35)),
    mode("LIC-130", "auto"),
    wait_until(completed("settle"), { timeout = minutes(80) }),
    wait(minutes(40)),

    -- five to seven volumes of each line first; what runs at SP-140 is methanol that the kettle will lack, so that comes last
    purge("SP-140", mL(140)),
    draw("SP-140", "D1", { volume = mL(10) }),
    wait_until(drawn("SP-140"), { timeout = minutes(10) }),
    close("D1"),
    analyse("RI-1", "D1"),
    wait(minutes(15)),
    purge("SP-101", mL(125)),
    draw("SP-101", "B1", { volume = mL(10) }),
    wait_until(drawn("SP-101"), { timeout = minutes(10) }),
    close("B1"),
    analyse("RI-1", "B1"),
    wait_until(idle("RI-1"), { timeout = minutes(120) }),

    -- mass fractions on the branch that each sample must lie on, then mole fractions
    let("wD", "read_line(result('RI-1', 'D1', 'index'), label('T1', 'methanol', 'wt%'), result('RI-1', 'T1', 'index'), label('T2', 'methanol', 'wt%'), result('RI-1', 'T2', 'index'), label('methanol', 'methanol', 'wt%'), result('RI-1', 'methanol', 'index'))"),
    let("wB", "read_line(result('RI-1', 'B1', 'index'), label('K1', 'methanol', 'wt%'), result('RI-1', 'K1', 'index'), label('K2', 'methanol', 'wt%'), result('RI-1', 'K2', 'index'), label('K3', 'methanol', 'wt%'), result('RI-1', 'K3', 'index'))"),
    let("xD", "wD / 32.042 / (wD / 32.042 + (100 - wD) / 18.015)"),
    let("xB", "wB / 32.042 / (wB / 32.042 + (100 - wB) / 18.015)"),
    let("lna", "1.8168 - 0.785 * xB - 0.36 * xD"),
    -- an index is good to 4e-5: 0.07 wt% at the top, 0.2 wt% in the kettle
    let("uD", "0.0018"),
    let("uB", "0.003"),
    answer("x_D", "100 * xD", { u = "100 * uD" }),
    answer("x_B", "100 * xB", { u = "100 * uB" }),
    answer("efficiency", "100 / 12 * (ln(xD / (1 - xD) * (1 - xB) / xB) / lna - 1)",
      { u = "100 / 12 / lna * hypot(uD / (xD * (1 - xD)), uB / (xB * (1 - xB)))" }),
    wait(minutes(1)),
    finish(),
  },
  reactions = {
    when(alarm_active("all"), { wait(seconds(10)), acknowledge("all"), wait(seconds(40)), acknowledge("all") }),
  },
}
