-- read as: operator; expected on line 5: it ends where `)` is expected
return operator {
  says = { en = "Bad", zh = "错误" },
  steps = {
    let("a", "mean(1, 2"),
  },
}
