return operator {
  says = { en = "In a hurry: skips the checks, lets the column flood, never analyses, never answers an alarm", zh = "急于求成：跳过检查，任塔液泛，从不取样，不理会报警" },
  steps = {
    -- heats first, thinks of water and vent later
    set("HIC-101", kW(3)),
    wait(minutes(8)),
    set("HV-132", percent(100)),
    set("HV-400", percent(50)),

    -- full power long after the vapour has reached the top
    wait_until(above("TI-112", celsius(60)), { timeout = minutes(40) }),
    wait(minutes(5)),
    mode("LIC-130", "auto"),
    wait(minutes(6)),
    set("HIC-101", kW(2.2)),

    -- feeds and draws at once, and far too much
    wait(minutes(4)),
    mode("FIC-200", "auto"),
    mode("TIC-200", "auto"),
    set("HIC-140", percent(40)),
    wait(minutes(48)),

    -- stops everything at once, the water too
    mode("FIC-200", "manual"),
    output("FIC-200", percent(0)),
    set("HIC-140", percent(0)),
    set("HIC-101", kW(0)),
    set("HV-400", percent(0)),
    wait(minutes(5)),
    finish(),
  },
}
