-- read as: operator; expected on line 5: `methano` is no question | nearest: methanol
return operator {
  says = { en = "Bad", zh = "错误" },
  steps = {
    answer("methano", "1"),
  },
}
