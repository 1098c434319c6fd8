#pragma once

#include "benchmarks/measurements/bench.h"

namespace stillhouse {

// one function a file of this folder: it adds the rows of its topic

void add_column_a(Bench& bench);            // column_a.cpp
void add_tower(Bench& bench);               // tower.cpp
void add_pilot_column(Bench& bench);        // pilot_column.cpp
void add_shipped_lab(Bench& bench);         // shipped_lab.cpp
void add_debutanizer(Bench& bench);         // debutanizer.cpp
void add_small_problems(Bench& bench);      // small_problems.cpp
void add_hires(Bench& bench);               // hires.cpp
void add_linear_algebra(Bench& bench);      // linear_algebra.cpp
void add_stage_vle(Bench& bench);           // stage_vle.cpp
void add_properties(Bench& bench);          // properties.cpp
void add_flash(Bench& bench);               // flash.cpp
void add_chromatogram(Bench& bench);        // chromatogram.cpp
void add_preparative_column(Bench& bench);  // preparative_column.cpp
void add_frame(Bench& bench);               // frame.cpp, where the window is built

/// Every topic there is, in the order of the table.
inline constexpr void (*topics[])(Bench&) = {
    add_tower,        add_column_a,       add_pilot_column, add_shipped_lab, add_debutanizer, add_small_problems,
    add_hires,        add_linear_algebra, add_stage_vle,    add_properties,  add_flash,       add_preparative_column,
    add_chromatogram,
#ifdef STILLHOUSE_WINDOW
    add_frame,
#endif
};

}  // namespace stillhouse
