return operator {
  says = { en = "In a hurry: skips the checks, never looks at the pressure drop", zh = "急于求成：跳过检查，从不看压降" },
  steps = {
    -- heats first, thinks of water and vent when the column is hot
    set("HIC-101", kW(3)),
    wait(minutes(12)),
    set("HV-132", percent(100)),
    wait_until(above("TI-112", celsius(50)), { timeout = minutes(40) }),
    set("HV-400", percent(50)),

    -- full power until the drum runs over, reflux and feed by hand, never a sample
    wait(minutes(8)),
    set("HIC-130", percent(60)),
    wait(minutes(6)),
    set("HIC-200", percent(60)),
    set("HIC-140", percent(45)),
    wait(minutes(8)),
    set("HIC-101", kW(2.5)),
    wait(minutes(48)),

    -- stops everything at once
    set("HIC-200", percent(0)),
    set("HV-400", percent(0)),
    set("HIC-101", kW(0)),
    wait(minutes(5)),
    finish(),
  },
}
