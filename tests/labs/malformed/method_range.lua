-- read as: operator; expected on line 5: `oven` is 900 °C; allowed: 30 °C to 450 °C
return operator {
  says = { en = "Bad", zh = "错误" },
  steps = {
    method("GC", { oven = celsius(900) }),
  },
}
