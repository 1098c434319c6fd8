#pragma once

#include "frontend/views/ui.h"

namespace stillhouse {

/// The bench: bottles and samples, preparing, instruments with their methods and queues, results with their signals,
/// answers.
void bench_screen(Ui& ui);

}  // namespace stillhouse
