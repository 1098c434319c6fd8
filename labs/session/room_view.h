#pragma once

#include "labs/session/control_room.h"

namespace stillhouse {

/// What the conditions of interlocks and sequences see: this room and nothing else.
class RoomView : public ConditionView {
 public:
  RoomView(const ControlRoom& room, const ControlRoomState& state) : room_(room), state_(state) {}
  double value(const SubjectRef& subject) const override { return room_.value(state_, subject); }
  bool holds(const FactRef& fact) const override { return room_.holds(state_, fact); }

 private:
  const ControlRoom& room_;
  const ControlRoomState& state_;
};

}  // namespace stillhouse
