-- read as: operator; expected on line 5: no glass of 30 mL | 25, 50
return operator {
  says = { en = "Bad", zh = "错误" },
  steps = {
    prepare("S", { fill("water", mL(30)) }),
  },
}
