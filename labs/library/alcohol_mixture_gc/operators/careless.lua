-- Injects the unknown as it is by the method that stands there, and takes shares of areas for shares of mass.
return operator {
  says = { en = "Takes areas for amounts", zh = "把峰面积当作含量" },
  steps = {
    analyse("GC", "unknown", { times = 2 }),
    prepare("U1", { weigh("unknown", mg(50)), fill("water", mL(50)) }),
    analyse("GC", "U1"),
    wait_until(all_of { analysed("GC", { sample = "U1" }), idle("GC") }, { timeout = hours(2) }),
    -- the first four peaks, in the order of the list
    answer("methanol", "result('GC', 'unknown', 'peak 1.area_share')", { u = "0.01" }),
    answer("ethanol", "result('GC', 'unknown', 'peak 2.area_share')", { u = "0.01" }),
    answer("1-propanol", "result('GC', 'unknown', 'peak 3.area_share')", { u = "0.01" }),
    answer("2-methyl-1-propanol", "result('GC', 'unknown', 'peak 4.area_share')"),
    answer("1-butanol", "0", { u = "0.01" }),
    finish(),
  },
}
