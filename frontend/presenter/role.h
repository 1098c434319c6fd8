#pragma once

namespace stillhouse {

/// Who sits at the window.
enum class Role { student, instructor, assessor };

}  // namespace stillhouse
