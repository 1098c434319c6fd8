-- Identifies by single standards, calibrates by two mixed ones with the internal standard, injects three times.
return operator {
  says = { en = "Calibrates with an internal standard", zh = "内标法校准" },
  steps = {
    mode("TIC-1", "auto"), setpoint("TIC-1", celsius(20)),
    wait_until(completed("bath"), { timeout = minutes(40) }),
    -- isothermal, and no more water vapour than the liner holds
    method("GC", { oven = celsius(85), hold = minutes(7), ramp1 = K_per_min(0), volume = uL(0.5) }),

    -- which peak is whose
    prepare("M", { weigh("methanol", mg(60)), fill("water", mL(50)) }), analyse("GC", "M"),
    prepare("E", { weigh("ethanol", mg(60)), fill("water", mL(50)) }), analyse("GC", "E"),
    prepare("P", { weigh("1-propanol", mg(60)), fill("water", mL(50)) }), analyse("GC", "P"),
    prepare("I", { weigh("2-methyl-1-propanol", mg(60)), fill("water", mL(50)) }), analyse("GC", "I"),
    prepare("B", { weigh("1-butanol", mg(60)), fill("water", mL(50)) }), analyse("GC", "B"),
    prepare("N", { weigh("1-pentanol", mg(60)), fill("water", mL(50)) }), analyse("GC", "N"),

    -- two mixed standards and the unknown, each with the internal standard
    prepare("S1", { weigh("methanol", mg(120)), weigh("ethanol", mg(120)), weigh("1-propanol", mg(100)), weigh("2-methyl-1-propanol", mg(60)), weigh("1-butanol", mg(120)), weigh("1-pentanol", mg(100)), fill("water", mL(50)) }),
    prepare("S2", { weigh("methanol", mg(72)), weigh("ethanol", mg(72)), weigh("1-propanol", mg(60)), weigh("2-methyl-1-propanol", mg(36)), weigh("1-butanol", mg(72)), weigh("1-pentanol", mg(100)), fill("water", mL(50)) }),
    prepare("U1", { weigh("unknown", mg(400)), weigh("1-pentanol", mg(100)), fill("water", mL(50)) }),
    analyse("GC", "S1", { times = 3 }),
    analyse("GC", "S2", { times = 3 }),
    analyse("GC", "U1", { times = 3 }),
    wait_until(all_of { analysed("GC", { sample = "U1", times = 3 }), idle("GC") }, { timeout = minutes(270) }),

    -- retention times, then areas over that of the internal standard
    let("t_m", "largest('GC', 'M', 'retention_time')"),
    let("t_e", "largest('GC', 'E', 'retention_time')"),
    let("t_p", "largest('GC', 'P', 'retention_time')"),
    let("t_i", "largest('GC', 'I', 'retention_time')"),
    let("t_b", "largest('GC', 'B', 'retention_time')"),
    let("t_n", "largest('GC', 'N', 'retention_time')"),
    let("k_m", "mean(mean(peak('GC', 'S1', 'area', t_m, 1) / peak('GC', 'S1', 'area', t_n, 1), peak('GC', 'S1', 'area', t_m, 2) / peak('GC', 'S1', 'area', t_n, 2), peak('GC', 'S1', 'area', t_m, 3) / peak('GC', 'S1', 'area', t_n, 3)) * label('S1', '1-pentanol', 'g/L') / label('S1', 'methanol', 'g/L'), mean(peak('GC', 'S2', 'area', t_m, 1) / peak('GC', 'S2', 'area', t_n, 1), peak('GC', 'S2', 'area', t_m, 2) / peak('GC', 'S2', 'area', t_n, 2), peak('GC', 'S2', 'area', t_m, 3) / peak('GC', 'S2', 'area', t_n, 3)) * label('S2', '1-pentanol', 'g/L') / label('S2', 'methanol', 'g/L'))"),
    let("w_m", "100 * mean(peak('GC', 'U1', 'area', t_m, 1) / peak('GC', 'U1', 'area', t_n, 1), peak('GC', 'U1', 'area', t_m, 2) / peak('GC', 'U1', 'area', t_n, 2), peak('GC', 'U1', 'area', t_m, 3) / peak('GC', 'U1', 'area', t_n, 3)) / k_m * label('U1', '1-pentanol', 'g/L') * 0.05 / weighed('U1', 'unknown')"),
    let("k_e", "mean(mean(peak('GC', 'S1', 'area', t_e, 1) / peak('GC', 'S1', 'area', t_n, 1), peak('GC', 'S1', 'area', t_e, 2) / peak('GC', 'S1', 'area', t_n, 2), peak('GC', 'S1', 'area', t_e, 3) / peak('GC', 'S1', 'area', t_n, 3)) * label('S1', '1-pentanol', 'g/L') / label('S1', 'ethanol', 'g/L'), mean(peak('GC', 'S2', 'area', t_e, 1) / peak('GC', 'S2', 'area', t_n, 1), peak('GC', 'S2', 'area', t_e, 2) / peak('GC', 'S2', 'area', t_n, 2), peak('GC', 'S2', 'area', t_e, 3) / peak('GC', 'S2', 'area', t_n, 3)) * label('S2', '1-pentanol', 'g/L') / label('S2', 'ethanol', 'g/L'))"),
    let("w_e", "100 * mean(peak('GC', 'U1', 'area', t_e, 1) / peak('GC', 'U1', 'area', t_n, 1), peak('GC', 'U1', 'area', t_e, 2) / peak('GC', 'U1', 'area', t_n, 2), peak('GC', 'U1', 'area', t_e, 3) / peak('GC', 'U1', 'area', t_n, 3)) / k_e * label('U1', '1-pentanol', 'g/L') * 0.05 / weighed('U1', 'unknown')"),
    let("k_p", "mean(mean(peak('GC', 'S1', 'area', t_p, 1) / peak('GC', 'S1', 'area', t_n, 1), peak('GC', 'S1', 'area', t_p, 2) / peak('GC', 'S1', 'area', t_n, 2), peak('GC', 'S1', 'area', t_p, 3) / peak('GC', 'S1', 'area', t_n, 3)) * label('S1', '1-pentanol', 'g/L') / label('S1', '1-propanol', 'g/L'), mean(peak('GC', 'S2', 'area', t_p, 1) / peak('GC', 'S2', 'area', t_n, 1), peak('GC', 'S2', 'area', t_p, 2) / peak('GC', 'S2', 'area', t_n, 2), peak('GC', 'S2', 'area', t_p, 3) / peak('GC', 'S2', 'area', t_n, 3)) * label('S2', '1-pentanol', 'g/L') / label('S2', '1-propanol', 'g/L'))"),
    let("w_p", "100 * mean(peak('GC', 'U1', 'area', t_p, 1) / peak('GC', 'U1', 'area', t_n, 1), peak('GC', 'U1', 'area', t_p, 2) / peak('GC', 'U1', 'area', t_n, 2), peak('GC', 'U1', 'area', t_p, 3) / peak('GC', 'U1', 'area', t_n, 3)) / k_p * label('U1', '1-pentanol', 'g/L') * 0.05 / weighed('U1', 'unknown')"),
    let("k_i", "mean(mean(peak('GC', 'S1', 'area', t_i, 1) / peak('GC', 'S1', 'area', t_n, 1), peak('GC', 'S1', 'area', t_i, 2) / peak('GC', 'S1', 'area', t_n, 2), peak('GC', 'S1', 'area', t_i, 3) / peak('GC', 'S1', 'area', t_n, 3)) * label('S1', '1-pentanol', 'g/L') / label('S1', '2-methyl-1-propanol', 'g/L'), mean(peak('GC', 'S2', 'area', t_i, 1) / peak('GC', 'S2', 'area', t_n, 1), peak('GC', 'S2', 'area', t_i, 2) / peak('GC', 'S2', 'area', t_n, 2), peak('GC', 'S2', 'area', t_i, 3) / peak('GC', 'S2', 'area', t_n, 3)) * label('S2', '1-pentanol', 'g/L') / label('S2', '2-methyl-1-propanol', 'g/L'))"),
    let("w_i", "100 * mean(peak('GC', 'U1', 'area', t_i, 1) / peak('GC', 'U1', 'area', t_n, 1), peak('GC', 'U1', 'area', t_i, 2) / peak('GC', 'U1', 'area', t_n, 2), peak('GC', 'U1', 'area', t_i, 3) / peak('GC', 'U1', 'area', t_n, 3)) / k_i * label('U1', '1-pentanol', 'g/L') * 0.05 / weighed('U1', 'unknown')"),
    let("k_b", "mean(mean(peak('GC', 'S1', 'area', t_b, 1) / peak('GC', 'S1', 'area', t_n, 1), peak('GC', 'S1', 'area', t_b, 2) / peak('GC', 'S1', 'area', t_n, 2), peak('GC', 'S1', 'area', t_b, 3) / peak('GC', 'S1', 'area', t_n, 3)) * label('S1', '1-pentanol', 'g/L') / label('S1', '1-butanol', 'g/L'), mean(peak('GC', 'S2', 'area', t_b, 1) / peak('GC', 'S2', 'area', t_n, 1), peak('GC', 'S2', 'area', t_b, 2) / peak('GC', 'S2', 'area', t_n, 2), peak('GC', 'S2', 'area', t_b, 3) / peak('GC', 'S2', 'area', t_n, 3)) * label('S2', '1-pentanol', 'g/L') / label('S2', '1-butanol', 'g/L'))"),
    let("w_b", "100 * mean(peak('GC', 'U1', 'area', t_b, 1) / peak('GC', 'U1', 'area', t_n, 1), peak('GC', 'U1', 'area', t_b, 2) / peak('GC', 'U1', 'area', t_n, 2), peak('GC', 'U1', 'area', t_b, 3) / peak('GC', 'U1', 'area', t_n, 3)) / k_b * label('U1', '1-pentanol', 'g/L') * 0.05 / weighed('U1', 'unknown')"),

    answer("methanol", "w_m", { u = "hypot(0.006 * w_m, 0.03)" }),
    answer("ethanol", "w_e", { u = "hypot(0.006 * w_e, 0.03)" }),
    answer("1-propanol", "w_p", { u = "hypot(0.006 * w_p, 0.03)" }),
    answer("2-methyl-1-propanol", "w_i"),
    answer("1-butanol", "w_b", { u = "hypot(0.006 * w_b, 0.03)" }),
    finish(),
  },
  reactions = { when(alarm_active("all"), { acknowledge("all") }) },
}
