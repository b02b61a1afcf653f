// What a line does in the conversation: acknowledges, advises, closes, asks why, is content, refuses.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "shared/domain/library.h"
#include "shared/domain/normalise.h"

namespace aandacht::domain {

/// What is to be heard in one line, whoever says it; who says it decides what counts.
struct Signs {
  bool acknowledges = false;  ///< Recognises how the customer feels ("dat snap ik", "I'm really sorry").
  bool advises = false;       ///< Proposes what to do.
  bool closes = false;        ///< Begins to end the call.
  bool asks_why = false;      ///< Asks for the reason, in whatever words ("hoe komt het dat", "what's the point of").
  bool content = false;       ///< Is helped: "dan is het opgelost", "that's great, thank you".
  bool discontent = false;    ///< Is not helped: "daar heb ik niks aan", "thanks but".
  bool refuses = false;       ///< Cannot or will not do it: "daar kan ik niks aan doen".
  bool offers_more = false;   ///< Asks whether there is anything else: "kan ik verder nog iets voor u doen".
  bool asks_more = false;     ///< Brings up something else: "oh en nog iets".
  bool at_work = false;       ///< Asks for facts or tells what they are doing now: "mag ik uw postcode", "let me look".

  bool refuses_firmly = false;  ///< Cannot be done for good: "daar is niks meer aan te doen".
  bool offers_instead = false;  ///< What can be done instead: "wat nog wel kan".
  bool takes_back = false;      ///< Takes back a refusal: "wacht, ik zeg het verkeerd".
  bool resigns = false;         ///< Gives up: "dat zie ik dan wel".

  bool operator==(const Signs&) const = default;
};

/// Immutable after creation and safe to use from any number of threads.
///
/// Phrases of the lexicon, by name: "acknowledge", "advise", "close", "why-question", "content", "discontent",
/// "refuse", "refuse-firmly", "offer-instead", "take-back", "resign", "ask-more", "offer-more", "at-work"; each is
/// cancelled by a match of the same name with ".not".
class Cues {
 public:
  /// Keeps copies of what it needs. INVALID_ARGUMENT: a phrase is not valid; the message names its language and list.
  [[nodiscard]] static absl::StatusOr<std::unique_ptr<Cues>> create(const std::map<std::string, Lexicon>& lexicons);

  ~Cues();

  /// \param text  folded(normalise(original)).text
  /// \param language  "nl…" or "en…"
  [[nodiscard]] Signs read(std::string_view text, std::string_view language) const;

 private:
  struct Compiled;
  Cues();

  std::unique_ptr<Compiled> compiled_;
};

}  // namespace aandacht::domain
