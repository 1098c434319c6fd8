#include "labs/session/sequence_text.h"

namespace stillhouse {

Text sequence_text(const scenario::Plant& plant, const SequenceEntry& entry) {
  const scenario::Sequence& sequence = plant.sequences[static_cast<std::size_t>(entry.sequence)];
  const std::string& tag = sequence.tag;
  Text phase;
  if (entry.phase >= 0 && static_cast<std::size_t>(entry.phase) < sequence.phases.size())
    phase = sequence.phases[static_cast<std::size_t>(entry.phase)].says;
  switch (entry.event) {
    case SequenceEntry::Event::started:
      return {tag + " started: " + phase.en, tag + " 启动：" + phase.zh};
    case SequenceEntry::Event::advanced:
      return {tag + ": " + phase.en, tag + "：" + phase.zh};
    case SequenceEntry::Event::finished:
      return {tag + " complete", tag + " 已完成"};
    case SequenceEntry::Event::held:
      return {tag + " held in: " + phase.en, tag + " 保持于：" + phase.zh};
    case SequenceEntry::Event::late:
      return {tag + " held, took too long: " + phase.en, tag + " 超时保持：" + phase.zh};
    case SequenceEntry::Event::refused:
      return {tag + " held in: " + phase.en + "; " + entry.action + ": " + entry.why.en,
              tag + " 保持于：" + phase.zh + "；" + entry.action + "：" + entry.why.zh};
    case SequenceEntry::Event::restarted:
      return {tag + " restarted: " + phase.en, tag + " 继续：" + phase.zh};
    case SequenceEntry::Event::aborted:
      return {tag + " aborted in: " + phase.en, tag + " 中止于：" + phase.zh};
    case SequenceEntry::Event::reset:
      return {tag + " reset", tag + " 复位"};
  }
  return {};
}

}  // namespace stillhouse
