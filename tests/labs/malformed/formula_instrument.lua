-- read as: operator; expected on line 5: `GX` is no instrument of the bench
return operator {
  says = { en = "Bad", zh = "错误" },
  steps = {
    let("a", "result('GX', 'unknown', 'area')"),
  },
}
