-- read as: operator; expected on line 5: `pek` is no function | nearest: peak
return operator {
  says = { en = "Bad", zh = "错误" },
  steps = {
    answer("methanol", "pek('GC', 'unknown', 'area', 1)"),
  },
}
