-- read as: lab; expected on line 2: returns the word operator | return lab
return operator { says = { en = "x", zh = "x" }, steps = { finish() } }
