-- read as: operator; expected on line 5: `k` has no value
return operator {
  says = { en = "Bad", zh = "错误" },
  steps = {
    answer("methanol", "100 * k"),
  },
}
