// Who calls and how they got here: plain values, no behaviour.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "absl/time/civil_time.h"
#include "absl/time/time.h"

namespace aandacht::domain {

/// How something felt; also the class of a sentiment score.
enum class Feeling { kNegative, kNeutral, kPositive };

/// Which part of the journey a step belongs to.
enum class JourneyStage { kDiscover, kBuy, kUse, kService };

/// What became of a promise.
enum class PromiseState { kOpen, kKept, kBroken };

/// Who is to keep a promise.
enum class PromisedBy { kAgent, kColleague, kCompany };

/// Dutch "u" (formal) or "je" (informal).
enum class AddressForm { kUnknown, kFormal, kInformal };

/// Something the company said it would do.
struct Promise {
  std::string text;  ///< The words used, redacted.
  /// Absent when no time was said. A day without a time is 23:59 of it where the call is; in a customer's journey it
  /// may also be 00:00 UTC of it.
  std::optional<absl::Time> due;
  PromiseState state = PromiseState::kOpen;
  PromisedBy by = PromisedBy::kAgent;

  bool operator==(const Promise&) const = default;
};

/// One step of the journey.
struct JourneyStep {
  absl::CivilDay day;
  JourneyStage stage = JourneyStage::kService;
  std::string channel;  ///< In the company's words: "telefoon", "app".
  std::string what;     ///< One line.
  Feeling felt = Feeling::kNeutral;
  std::optional<Promise> promise;

  bool operator==(const JourneyStep&) const = default;
};

/// A person who calls.
struct Customer {
  std::string external_id;  ///< The company's key.
  std::string name;
  std::vector<std::string> phones;  ///< E.164; the first is the preferred one.
  int since_year = 0;               ///< 0 when unknown.
  std::string language;             ///< BCP 47.
  AddressForm address_form = AddressForm::kUnknown;
  std::vector<JourneyStep> journey;  ///< Oldest first.
  std::string company;               ///< Brand; may be empty.

  bool operator==(const Customer&) const = default;
};

}  // namespace aandacht::domain
