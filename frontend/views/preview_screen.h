#pragma once

#include <memory>
#include <string>

#include "frontend/presenter/lab_preview.h"
#include "frontend/views/ui.h"

namespace stillhouse {

/// What the preview shows, and what watches its files.
struct PreviewView {
  std::string lab;  ///< id or path, as typed
  std::unique_ptr<LabPreview> watched;
  std::string complaint;  ///< why a lab cannot be watched
  int tab = 0;            ///< 0 tasks, 1 points

  /// Begins to watch a lab; what is wrong with its name is the complaint.
  void watch(const std::string& id_or_path);
};

/// A lab while its author writes it: mistakes in place, else what it asks and how its operators fare. Needs no run.
void preview_screen(Ui& ui);

}  // namespace stillhouse
