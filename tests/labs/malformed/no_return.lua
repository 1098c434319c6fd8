-- read as: lab; expected on line 1: returns nothing | return lab

local x = celsius(5)
