#pragma once

namespace stillhouse {

enum class Phase { liquid, gas };

}  // namespace stillhouse
