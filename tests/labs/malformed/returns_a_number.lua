-- read as: lab; expected on line 1: returns no word

return 5
