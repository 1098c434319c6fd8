-- read as: operator; expected on line 5: on or off
return operator {
  says = { en = "Bad", zh = "错误" },
  steps = {
    set("HS-105", percent(50)),
  },
}
