#pragma once

#include <filesystem>
#include <memory>

#include "labs/session/lab_library.h"

namespace stillhouse {

/// The first lab, its good operator, and a folder for runs, removed with it.
struct PlayedLab {
  PlayedLab();
  ~PlayedLab();
  PlayedLab(const PlayedLab&) = delete;
  PlayedLab& operator=(const PlayedLab&) = delete;

  std::filesystem::path run() const { return folder / "good.run"; }

  /// Plays and records the run. Simulated seconds of it.
  double record() const;

  LabPlace place;
  std::shared_ptr<const scenario::Lab> lab;
  std::filesystem::path folder;
};

}  // namespace stillhouse
