#pragma once

#include <string>
#include <vector>

#include "engine/base/text.h"

namespace stillhouse {

/// What an instrument hands back.
struct Analysis {
  /// Numbers over each other, as long as all others: the first is what the signal is drawn over ("time", s).
  struct Column {
    std::string name, unit;
    std::vector<double> values;
  };
  /// One number of the report.
  struct Result {
    std::string of;    ///< what it belongs to, "peak 1"; empty: the whole analysis
    std::string name;  ///< "retention_time"
    double value;
    std::string unit;  ///< as written, "s", "pA*s"
    std::string sentence;
  };
  /// A word at a place of the first column, to be drawn beside the signal.
  struct Mark {
    double at;
    std::string text;
  };
  enum class Kind {
    note,    ///< worth knowing: a predicted parameter
    fault,   ///< the analysis did not succeed: empty vial, lamp off
    damage,  ///< the instrument is worse for it: costs marks
  };
  struct Message {
    Kind kind;
    Text text;
    bool names_species = false;  ///< of the sample: nothing for one who is to find out what is in it
  };

  /// What the analysis did to the instrument: by how much one of its `remembered` settings grew, SI.
  struct Wear {
    std::string setting;
    double by;
  };

  std::vector<Column> signal;
  std::vector<Mark> marks;
  std::vector<Result> results;
  /// What is so, and what the instrument itself cannot know: for teachers and for grading.
  std::vector<Result> truth;
  std::vector<Message> messages;
  std::vector<Wear> wear;
  double duration = 0.0;  ///< s of the plant's time until the next sample may be put in
  double cost = 0.0;      ///< in the money of the lab

  void note(std::string en, std::string zh) { messages.push_back({Kind::note, {std::move(en), std::move(zh)}, false}); }
  /// A note that names species of the sample.
  void note_naming(std::string en, std::string zh) {
    messages.push_back({Kind::note, {std::move(en), std::move(zh)}, true});
  }
  void fault(std::string en, std::string zh) {
    messages.push_back({Kind::fault, {std::move(en), std::move(zh)}, false});
  }
  void damage(std::string en, std::string zh) {
    messages.push_back({Kind::damage, {std::move(en), std::move(zh)}, false});
  }
};

}  // namespace stillhouse
