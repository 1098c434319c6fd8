-- read as: operator; expected on line 5: "auto", "manual" or "cascade"
return operator {
  says = { en = "Bad", zh = "错误" },
  steps = {
    mode("LIC-101", "automatic"),
  },
}
