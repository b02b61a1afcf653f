// How far saving the rule at hand is, and what to choose when somebody else changed it.
#include "client/model/alert_times.h"
#include "client/model/alert_words.h"
#include "client/model/alerts_parts.h"
#include "client/model/bilingual.h"

namespace aandacht::model {
namespace {

constexpr Bilingual kNameIt{"Vul de zin in, probeer hem, en geef hem een naam om te bewaren.",
                            "Fill in the sentence, try it, and give it a name to save it."};
constexpr Bilingual kSaving{"Bezig met bewaren", "Saving"};
constexpr Bilingual kSaved{"Bewaard", "Saved"};
constexpr Bilingual kSavedBy{"Laatst veranderd door $0, $1", "Last changed by $0, $1"};
constexpr Bilingual kConflict{
    "$0 heeft deze regel intussen veranderd: $1 Kies wat blijft; wat jij schreef staat hieronder nog.",
    "$0 changed this rule meanwhile: $1 Choose which one stays; what you wrote is still below."};
constexpr Bilingual kDeleted{"Iemand heeft deze regel intussen verwijderd. Wat jij schreef staat hieronder nog.",
                             "Somebody deleted this rule meanwhile. What you wrote is still below."};
constexpr Bilingual kTakeTheirs{"Neem die van $0", "Take $0's"};
constexpr Bilingual kForget{"Laat hem weg", "Leave it deleted"};
constexpr Bilingual kPutMine{"Bewaar de mijne", "Save mine"};

}  // namespace

std::string alert_draft_state(const AlertDraft& draft, Language language, absl::Time now, absl::TimeZone zone) {
  switch (draft.stage) {
    case AlertDraftStage::kClean:
      if (draft.base == 0) return kNameIt.in(language);
      if (draft.rule.changed_by.empty()) return "";
      return kSavedBy.fill(language, draft.rule.changed_by, alert_moment(draft.rule.changed, now, zone));
    case AlertDraftStage::kChanged:
      return kNotSavedYet.in(language);
    case AlertDraftStage::kSaving:
      return kSaving.in(language);
    case AlertDraftStage::kSaved:
      return kSaved.in(language);
    case AlertDraftStage::kFailed:
      return alert_rule_failure(draft.failure, language);
    case AlertDraftStage::kConflict:
      if (!draft.theirs) return kDeleted.in(language);
      return kConflict.fill(language, draft.theirs->changed_by, alert_rule_sentence(*draft.theirs, language));
  }
  return "";
}

void add_conflict(const AlertDraft& draft, Language language, AlertRuleEditor& editor) {
  if (draft.stage != AlertDraftStage::kConflict) return;
  editor.take_theirs = draft.theirs ? kTakeTheirs.fill(language, draft.theirs->changed_by) : kForget.in(language);
  editor.put_mine = kPutMine.in(language);
}

}  // namespace aandacht::model
