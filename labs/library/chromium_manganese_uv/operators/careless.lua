-- The unknown as it is, at one wavelength for each dye, against standards as they are: absorbances of 2 and more, where
-- the stray light bends everything.
return operator {
  says = { en = "Measures everything undiluted", zh = "不稀释就直接测量的操作员" },
  steps = {
    method("UV", { mode = "single", wavelength = nm(440) }),
    analyse("UV", "Cr"),
    analyse("UV", "unknown"),
    wait_until(analysed("UV", { sample = "unknown" }), { timeout = minutes(20) }),
    method("UV", { wavelength = nm(525) }),
    analyse("UV", "Mn"),
    analyse("UV", "unknown"),
    wait_until(analysed("UV", { sample = "unknown", times = 2 }), { timeout = minutes(20) }),
    answer("chromium", "10 * result('UV', 'unknown', 'absorbance', 1) / result('UV', 'Cr', 'absorbance')", { u = "0.01" }),
    answer("manganese", "2 * result('UV', 'unknown', 'absorbance', 2) / result('UV', 'Mn', 'absorbance')", { u = "0.01" }),
    answer("stray", "0"),
    wait(seconds(5)),
    finish(),
  },
}
