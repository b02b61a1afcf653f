// A desk on which events happen at seconds after nine o'clock.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "shared/domain/apply.h"

namespace aandacht::domain {

inline const absl::Time kNine = absl::FromUnixSeconds(1'790'000'000);

/// A library of one rule, one why and one line of each kind.
inline Library small_library() {
  Library library;
  CoachRule blame;
  blame.id = "blame-1";
  blame.language = "nl";
  blame.priority = 80;
  blame.author = "team";
  CoachRule institute = blame;
  institute.id = "institute-1";
  institute.label = CoachLabel::kInstitute;
  institute.priority = 70;
  library.coach_rules = {blame, institute};
  library.we_lines = {
      {"nl", CoachLabel::kBlame, AddressForm::kUnknown, "Dat hebben wij niet goed gedaan.", "Ik zoek het nu uit."},
      {"nl", CoachLabel::kInstitute, AddressForm::kUnknown, "Wij kiezen daarvoor.", "Ik leg uit waarom."}};
  library.warmth_lines = {
      {"nl", false, OpeningOccasion::kUnknown, CallPhase::kOpening, AddressForm::kUnknown, "Wat vervelend."},
      {"nl", true, OpeningOccasion::kUnknown, CallPhase::kOpening, AddressForm::kUnknown, "Goedemiddag."}};
  Why why;
  why.id = "nl/terugbetaling";
  why.language = "nl";
  why.topic = "terugbetaling";
  why.customer = "Zo staat het geld zeker op uw rekening.";
  why.employee = "Ik hoef niet te gokken.";
  library.whys = {why};
  return library;
}

class DeskFixture {
 public:
  DeskFixture() { desk.agent_id = "sanne"; }

  Outcome happen(double seconds, decltype(Event::what) what) {
    const absl::Time at = kNine + absl::Seconds(seconds);
    Outcome outcome = apply(desk, Event{absl::StrCat("e", ++count), at, std::move(what)}, library, at);
    last = DeskUpdate{outcome.desk.version, outcome.desk.time, absl::StrCat("e", count), outcome.changes};
    desk = outcome.desk;
    return outcome;
  }

  Outcome report(double seconds, CallEvent event, const std::string& call_id = "c1") {
    CallReported what;
    what.call_id = call_id;
    what.event = event;
    what.from = "+31600110201";
    what.language = "nl";
    return happen(seconds, what);
  }

  Outcome say(double seconds, Speaker speaker, Reading reading, const std::string& call_id = "c1") {
    UtteranceSaid said;
    said.call_id = call_id;
    said.utterance_id = absl::StrCat("u", count + 1);
    said.speaker = speaker;
    said.text = "vier woorden zijn genoeg";
    reading.language = "nl";
    said.reading = std::move(reading);
    return happen(seconds, said);
  }

  Outcome blame(double seconds) {
    Reading reading;
    reading.coach = {{"blame-1", CoachLabel::kBlame, 1.0, "die andere afdeling"}};
    return say(seconds, Speaker::kAgent, reading);
  }

  Library library = small_library();
  Desk desk;
  DeskUpdate last;
  int count = 0;
};

/// The first change of this kind.
template <typename Kind>
std::optional<Kind> find_change(const Outcome& outcome) {
  for (const Change& change : outcome.changes) {
    if (const auto* found = std::get_if<Kind>(&change)) return *found;
  }
  return std::nullopt;
}

}  // namespace aandacht::domain
