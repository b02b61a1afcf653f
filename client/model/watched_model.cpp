#include "client/model/watched_model.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "client/model/bilingual.h"

namespace aandacht::model {
namespace {

constexpr Bilingual kOne{"$0 kijkt mee: $1", "$0 is watching: $1"};
constexpr Bilingual kSeveral{"$0 kijken mee: $1", "$0 are watching: $1"};
constexpr Bilingual kOneShort{"$0 kijkt mee", "$0 is watching"};
constexpr Bilingual kSeveralShort{"$0 kijken mee", "$0 are watching"};
constexpr Bilingual kAnd{" en ", " and "};
constexpr Bilingual kSince{"sinds $0", "since $0"};
constexpr Bilingual kEach{"$0 ($2), sinds $1", "$0 ($2), since $1"};
constexpr Bilingual kGone{"$0 kijkt niet meer mee", "$0 has stopped watching"};
constexpr Bilingual kAllGone{"$0 kijken niet meer mee", "$0 have stopped watching"};

std::string joined(const std::vector<std::string>& names, Language language) {
  if (names.size() < 2) return absl::StrJoin(names, "");
  const std::vector<std::string> first(names.begin(), names.end() - 1);
  return absl::StrCat(absl::StrJoin(first, ", "), kAnd.in(language), names.back());
}

}  // namespace

std::optional<WatchedModel> make_watched(const domain::Desk& desk, const std::string& call_id, absl::TimeZone zone,
                                         Language language) {
  WatchedModel model;
  std::vector<std::string> reasons;
  std::vector<std::string> all;
  const domain::Watcher* first = nullptr;
  for (const domain::Watcher& watcher : desk.watchers) {
    if (watcher.call_id != call_id) continue;
    if (first == nullptr) first = &watcher;
    model.names.push_back(watcher.name);
    reasons.push_back(absl::StrCat(watcher.name, " (", watcher.reason, ")"));
    const std::string began = absl::FormatTime("%H:%M", watcher.since, zone);
    all.push_back(kEach.fill(language, watcher.name, began, watcher.reason));
  }
  if (first == nullptr) return std::nullopt;
  const bool one = model.names.size() == 1;
  model.line = one ? kOne.fill(language, first->name, first->reason)
                   : kSeveral.fill(language, model.names.size(), absl::StrJoin(reasons, ", "));
  model.since = kSince.fill(language, absl::FormatTime("%H:%M", first->since, zone));
  model.tooltip = absl::StrJoin(all, "\n");
  model.pill = (one ? kOneShort : kSeveralShort).fill(language, joined(model.names, language));
  return model;
}

void WatchFarewell::see(const std::string& call_id, std::optional<WatchedModel>& watched, Language language,
                        absl::Duration now) {
  if (call_id != std::exchange(call_id_, call_id)) {
    watching_.clear();
    gone_.clear();
  }
  if (!watched && !watching_.empty()) {
    gone_ = std::exchange(watching_, {});
    until_ = now + kLength;
  }
  if (watched || now >= until_) gone_.clear();
  if (watched) watching_ = watched->names;
  if (gone_.empty()) return;
  watched.emplace();
  watched->line = (gone_.size() == 1 ? kGone : kAllGone).fill(language, joined(gone_, language));
  watched->pill = watched->line;
}

std::optional<absl::Duration> WatchFarewell::next_at() const {
  if (gone_.empty()) return std::nullopt;
  return until_;
}

}  // namespace aandacht::model
