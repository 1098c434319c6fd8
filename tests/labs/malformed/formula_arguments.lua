-- read as: operator; expected on line 5: has 2 texts and 0 numbers | result('INSTRUMENT', 'SAMPLE', 'RESULT' [, n])
return operator {
  says = { en = "Bad", zh = "错误" },
  steps = {
    let("a", "result('GC', 'unknown')"),
  },
}
