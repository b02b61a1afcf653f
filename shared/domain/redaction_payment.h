// Inside redaction: how far paying by card has come in a call, which says what digits without a cue may be.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "shared/domain/redaction_token.h"

namespace aandacht::domain::redaction {

/// "vervaldatum", "expires".
[[nodiscard]] bool is_expiry_word(std::string_view key);

/// "0927", "092027": the month and year until which a card is valid.
[[nodiscard]] bool is_month_and_year(std::string_view digits);

/// "tot", "until": before the month and year until which a card is valid.
[[nodiscard]] bool is_until(std::string_view key);

/// "829", from "eight twenty nine": the same with a month of one digit.
[[nodiscard]] bool is_short_month_and_year(std::string_view digits);

/// "oh nine twenty nine and it's two eight four", "drie een twee, en nul zeven dertig": whether `digits`, at the tokens
/// [first, last], are the date beside a code of three digits.
[[nodiscard]] bool is_date_beside_code(const Tokens& tokens, std::string_view digits, std::size_t first,
                                       std::size_t last);

/// What digits that nothing explains are, by the turns before.
struct Payment {
  enum class Stage {
    kUnknown,    ///< Nothing was said that tells.
    kElsewhere,  ///< The talk is of something else: a meter, a room, a weight.
    kPaying,     ///< A card's number or code was named or given: digits without a cue may be its code.
  };
  enum class Asked { kNothing, kDate, kCode, kLastDigits, kSomethingElse };

  Stage stage = Stage::kUnknown;
  Asked asked = Asked::kNothing;  ///< While paying, the last that was asked for.
  bool four = false;              ///< American Express, whose code has four digits.
  bool begins = false;            ///< No turn is known before.
  bool given = false;             ///< A code was said already: what comes now repeats or mends it.
  bool near = false;              ///< A card or its code was talked of a few turns ago, or may have been.
  std::size_t missing = 0;        ///< Digits that a code of which only one or two were said still lacks.
};

/// Whether `digits` digits are the last two or four for which was asked: these may be known.
[[nodiscard]] bool answers_last_digits(const Payment& payment, std::size_t digits);

/// Whether a turn says nothing but the month and year for which it was asked.
[[nodiscard]] bool answers_expiry(const Payment& payment, const Tokens& tokens);

/// Follows one call's turns. A value.
class PaymentStretch {
 public:
  /// The next turn, its spans as far as they are known.
  void hear(const Tokens& tokens, const std::vector<RedactedSpan>& spans, bool by_agent);

  /// For the turn that comes next.
  [[nodiscard]] Payment next() const;

 private:
  struct Said;
  [[nodiscard]] static Said said_in(const Tokens& tokens, const std::vector<RedactedSpan>& spans, bool by_agent);
  void note_asked(const Said& said, bool by_agent);
  void note_code(std::size_t digits);

  int turns_left_ = 0;           // of the stretch
  int turns_near_ = 0;           // since words that may be about a card
  int turns_to_mend_ = 0;        // after a code
  std::size_t code_digits_ = 0;  // that the customer said of the code, over turns
  int turns_elsewhere_ = 0;      // since something else was talked of; 0: it is not
  bool begun_ = false;           // any turn was heard
  bool four_ = false;
  bool given_ = false;
  Payment::Asked asked_ = Payment::Asked::kNothing;
};

}  // namespace aandacht::domain::redaction
