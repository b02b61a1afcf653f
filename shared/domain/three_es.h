// Three E's of a call, apart and never as one number: effectiveness (was it solved), ease (was it easy), emotion (how
// did they leave). Each tells something that the others do not, and emotion weighs most in loyalty.
#pragma once

namespace aandacht::domain {

enum class Grade { kUnknown, kLow, kMiddle, kHigh };

struct ThreeEs {
  Grade effectiveness = Grade::kUnknown;
  Grade ease = Grade::kUnknown;
  Grade emotion = Grade::kUnknown;

  bool operator==(const ThreeEs&) const = default;
};

}  // namespace aandacht::domain
