// What the agent does for themselves at the end of a call: three guesses, and the tick of a tiny habit.
#pragma once

#include <array>
#include <optional>
#include <string>

#include "client/model/language.h"
#include "shared/domain/call.h"
#include "shared/domain/habit.h"
#include "shared/domain/own_acts.h"

namespace aandacht::model {

/// One answer to one of the three questions.
struct GradeChoice {
  std::string words;  ///< "deels"
  domain::OwnAct guess;

  bool operator==(const GradeChoice&) const = default;
};

/// One of the three E's.
struct ExperienceRow {
  std::string id;                      ///< "effectiveness"; unique in the window.
  std::string question;                ///< "Opgelost?"
  std::array<GradeChoice, 3> choices;  ///< Low, middle, high.
  domain::Grade guess = domain::Grade::kUnknown;
  std::string answered;   ///< "Opgelost? deels"; empty before the guess.
  std::string suggested;  ///< "de woorden van de klant: ja"; empty before the guess, and when they say nothing.

  bool operator==(const ExperienceRow&) const = default;
};

/// The tiny habit after a call.
struct HabitRow {
  std::string words;    ///< "Nadat ik iets beloof, noem ik een dag en een uur"
  bool done = false;    ///< Ticked for this call.
  std::string note;     ///< How often, once it is ticked its celebration too, and the question whether it is routine.
  domain::OwnAct tick;  ///< Done, or taken back.
  std::string ask;      ///< "Is het routine?"; empty when it is not time to ask.
  std::string routine;
  std::string not_yet;

  bool operator==(const HabitRow&) const = default;
};

struct WrapUpOwnModel {
  std::array<ExperienceRow, 3> experience;
  std::optional<HabitRow> habit;

  bool operator==(const WrapUpOwnModel&) const = default;
};

/// `call` is in its wrap-up. Pure.
[[nodiscard]] WrapUpOwnModel make_wrap_up_own(const domain::Call& call, const domain::HabitBook& habits,
                                              Language language);

/// The three E's, in their order.
enum class Experience { kEffectiveness, kEase, kEmotion };

/// "Opgelost?"
[[nodiscard]] const char* experience_question(Experience experience, Language language);
/// "deels"; empty for kUnknown.
[[nodiscard]] const char* grade_text(Experience experience, domain::Grade grade, Language language);
[[nodiscard]] domain::Grade grade_of(const domain::ThreeEs& grades, Experience experience);

/// "Nadat ik iets beloof, noem ik een dag en een uur".
[[nodiscard]] std::string habit_sentence(const std::string& after, const std::string& will, Language language);
/// "nog niet gedaan", "een keer gedaan", "twaalf keer gedaan".
[[nodiscard]] std::string repetitions_text(int repetitions, Language language);

}  // namespace aandacht::model
