-- Everything is diluted to absorbances of 0.2 to 0.8, each reading is freed of the stray light that the blocker shows.
return operator {
  says = { en = "Dilutes, corrects for stray light, solves two equations", zh = "稀释、校正杂散光并联立求解的操作员" },
  steps = {
    method("UV", { mode = "scan", from = nm(400), to = nm(600), step = nm(2) }),
    analyse("UV", "Cr"),
    analyse("UV", "Mn"),
    wait_until(analysed("UV", { sample = "Mn" }), { timeout = minutes(20) }),

    prepare("C1", { pipette("Cr", mL(5)), fill("acid", mL(100)) }),
    prepare("C2", { pipette("Cr", mL(10)), fill("acid", mL(100)) }),
    prepare("C3", { pipette("Cr", mL(20)), fill("acid", mL(100)) }),
    prepare("M1", { pipette("Mn", mL(5)), fill("acid", mL(100)) }),
    prepare("M2", { pipette("Mn", mL(10)), fill("acid", mL(100)) }),
    prepare("M3", { pipette("Mn", mL(10)), pipette("Mn", mL(5)), fill("acid", mL(100)) }),
    prepare("U", { pipette("unknown", mL(10)), fill("acid", mL(100)) }),

    -- at 440 nm
    method("UV", { mode = "single", wavelength = nm(440), readings = 20 }),
    analyse("UV", "blocker"),
    analyse("UV", "C1"), analyse("UV", "C2"), analyse("UV", "C3"),
    analyse("UV", "M1"), analyse("UV", "M2"), analyse("UV", "M3"),
    analyse("UV", "U"),
    wait_until(analysed("UV", { sample = "U" }), { timeout = minutes(90) }),
    -- at 525 nm
    method("UV", { wavelength = nm(525) }),
    analyse("UV", "C1"), analyse("UV", "C2"), analyse("UV", "C3"),
    analyse("UV", "M1"), analyse("UV", "M2"), analyse("UV", "M3"),
    analyse("UV", "U"), analyse("UV", "unknown"),
    wait_until(analysed("UV", { sample = "unknown" }), { timeout = minutes(90) }),

    -- the ceiling: T = s / (1 + s)
    let("T", "result('UV', 'blocker', 'transmittance') / 100"),
    let("s", "T / (1 - T)"),
    answer("stray", "100 * s"),

    -- absorbance of the solution alone: T of it = T shown (1 + s) - s
    let("c1", "label('C1', 'potassium dichromate', 'mol/m^3')"),
    let("c2", "label('C2', 'potassium dichromate', 'mol/m^3')"),
    let("c3", "label('C3', 'potassium dichromate', 'mol/m^3')"),
    let("m1", "label('M1', 'potassium permanganate', 'mol/m^3')"),
    let("m2", "label('M2', 'potassium permanganate', 'mol/m^3')"),
    let("m3", "label('M3', 'potassium permanganate', 'mol/m^3')"),
    let("c440", "slope(0, 0, c1, -log10((1 + s) * result('UV', 'C1', 'transmittance', 1) / 100 - s), c2, -log10((1 + s) * result('UV', 'C2', 'transmittance', 1) / 100 - s), c3, -log10((1 + s) * result('UV', 'C3', 'transmittance', 1) / 100 - s))"),
    let("m440", "slope(0, 0, m1, -log10((1 + s) * result('UV', 'M1', 'transmittance', 1) / 100 - s), m2, -log10((1 + s) * result('UV', 'M2', 'transmittance', 1) / 100 - s), m3, -log10((1 + s) * result('UV', 'M3', 'transmittance', 1) / 100 - s))"),
    let("c525", "slope(0, 0, c1, -log10((1 + s) * result('UV', 'C1', 'transmittance', 2) / 100 - s), c2, -log10((1 + s) * result('UV', 'C2', 'transmittance', 2) / 100 - s), c3, -log10((1 + s) * result('UV', 'C3', 'transmittance', 2) / 100 - s))"),
    let("m525", "slope(0, 0, m1, -log10((1 + s) * result('UV', 'M1', 'transmittance', 2) / 100 - s), m2, -log10((1 + s) * result('UV', 'M2', 'transmittance', 2) / 100 - s), m3, -log10((1 + s) * result('UV', 'M3', 'transmittance', 2) / 100 - s))"),
    let("a440", "-log10((1 + s) * result('UV', 'U', 'transmittance', 1) / 100 - s)"),
    let("a525", "-log10((1 + s) * result('UV', 'U', 'transmittance', 2) / 100 - s)"),
    let("D", "c440 * m525 - m440 * c525"),
    let("Cr", "10 * (a440 * m525 - m440 * a525) / D"),
    let("Mn", "10 * (c440 * a525 - a440 * c525) / D"),
    -- pipette and flask 0.1 %, standards 0.12 and 0.3 %, readings some 0.3 %
    answer("chromium", "round_to(Cr, 0.007 * Cr)", { u = "round_to(0.007 * Cr, 0.007 * Cr)" }),
    answer("manganese", "round_to(Mn, 0.007 * Mn)", { u = "round_to(0.007 * Mn, 0.007 * Mn)" }),
    wait(seconds(5)),
    finish(),
  },
}
