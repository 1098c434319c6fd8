-- read as: operator; expected on line 5: `content` sees the truth
return operator {
  says = { en = "Bad", zh = "错误" },
  steps = {
    answer("methanol", "content('unknown', 'methanol', 'wt%')"),
  },
}
