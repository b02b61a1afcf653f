// Rules that are written and not saved: put aside, taken up again, and stored.
#include <algorithm>
#include <utility>

#include "client/model/alerts_model.h"

namespace aandacht::model {

bool is_unsaved(const AlertDraft& draft) {
  switch (draft.stage) {
    case AlertDraftStage::kClean:
    case AlertDraftStage::kSaved:
      return false;
    case AlertDraftStage::kChanged:
    case AlertDraftStage::kSaving:
    case AlertDraftStage::kFailed:
    case AlertDraftStage::kConflict:
      return draft.editable;
  }
  return false;
}

void put_aside_alert_draft(AlertsData& data) {
  if (!data.draft) return;
  AlertDraft draft = *std::exchange(data.draft, std::nullopt);
  if (!is_unsaved(draft)) return;
  draft.deleting = false;
  // Its answer tells alert_rule_stored(), or it is not saved.
  if (draft.stage == AlertDraftStage::kSaving) draft.stage = AlertDraftStage::kChanged;
  std::erase_if(data.kept, [&](const AlertDraft& each) { return each.rule.id == draft.rule.id; });
  data.kept.push_back(std::move(draft));
}

std::optional<AlertDraft> take_kept_alert_draft(AlertsData& data, const std::string& rule_id) {
  const auto found =
      std::find_if(data.kept.begin(), data.kept.end(), [&](const AlertDraft& each) { return each.rule.id == rule_id; });
  if (found == data.kept.end()) return std::nullopt;
  AlertDraft draft = std::move(*found);
  data.kept.erase(found);
  return draft;
}

void alert_rule_stored(AlertsData& data, const domain::AlertRule& sent, const domain::AlertRule& stored) {
  std::erase_if(data.kept, [&](const AlertDraft& each) { return each.rule == sent; });
  const auto settle = [&](AlertDraft& draft) {
    if (draft.rule.id != sent.id) return;
    const bool same = draft.rule == sent;
    draft.base = stored.version;
    draft.rule.id = stored.id;  // The service makes that of a new rule.
    draft.theirs.reset();
    draft.failure = absl::OkStatus();
    draft.stage = same ? AlertDraftStage::kSaved : AlertDraftStage::kChanged;  // Somebody typed on meanwhile.
    if (same) draft.rule = stored;
  };
  for (AlertDraft& each : data.kept) settle(each);
  if (data.draft) settle(*data.draft);
}

}  // namespace aandacht::model
