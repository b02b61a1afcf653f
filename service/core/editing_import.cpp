// Content files into the library: what is new, changed, the same, wrong; then as drafts or in force.
#include <algorithm>
#include <set>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "service/core/checks.h"
#include "service/core/editing.h"

namespace aandacht::core {
namespace {

using domain::ItemState;
using Outcome = domain::ImportOutcome;

constexpr std::size_t kMostItems = 5000;

void add_mistakes(const content::Mistakes& mistakes, std::vector<ImportRow>& rows) {
  for (const content::Mistake& mistake : mistakes.all()) {
    rows.push_back({Outcome::kWrong, {}, {}, mistake.file, mistake.line, mistake.what});
  }
}

bool any_wrong(const std::vector<ImportRow>& rows) {
  return std::any_of(rows.begin(), rows.end(), [](const ImportRow& row) { return row.outcome == Outcome::kWrong; });
}

}  // namespace

std::vector<ImportRow> Editing::compare(const ImportItems& items, std::vector<Plan>& plans) const {
  std::vector<ImportRow> rows;
  content::Mistakes mistakes;
  const content::Shelf files = content::Shelf::of(items.files, mistakes);
  add_mistakes(mistakes, rows);
  const content::Changes in_force = changes();
  const absl::Time now = clock_.now();
  const auto plan = [&](const Key& key, const std::string& language, const std::string& body, ItemState state,
                        std::optional<content::ItemText> item) {
    const std::optional<store::ItemRecord> record = find(key);
    const std::int64_t newest = record ? record->newest.number : 0;
    domain::ItemVersion version{newest + 1, newest, body, state, false, {{state, items.who, now, items.note}}};
    plans.push_back({key, language, newest, true, std::move(version), std::move(item)});
  };
  std::set<Key> seen;
  std::set<std::string> languages;
  for (const content::ShelvedItem& shelved : files.items()) {
    const content::ItemText& item = shelved.item;
    const Key key{item.kind, item.id};
    seen.insert(key);
    languages.insert(item.language);
    ImportRow row{Outcome::kNew, item.kind, item.id, shelved.file, shelved.line, {}};
    const content::ShelvedItem* shipped = shelf_.find(key);
    const std::optional<store::ItemRecord> record = find(key);
    const auto changed = in_force.find(key);
    const content::ItemText* now_said = shipped == nullptr ? nullptr : &shipped->item;
    if (changed != in_force.end()) now_said = changed->second ? &*changed->second : nullptr;
    const std::string body = shelved.source();
    if (const absl::Status status = check_readable(item, shelf_.words()); !status.ok()) {
      row.outcome = Outcome::kWrong;
      row.what = absl::StrReplaceAll(std::string(status.message()), {{"\n", "; "}});
    } else if ((now_said != nullptr && *now_said == item) || (!items.live && record && record->newest.body == body)) {
      row.outcome = Outcome::kSame;
    } else {
      row.outcome = shipped == nullptr && !record ? Outcome::kNew : Outcome::kChanged;
      plan(key, item.language, body, items.live ? ItemState::kLive : ItemState::kDraft, item);
    }
    rows.push_back(std::move(row));
  }
  if (!items.live || !items.retire_missing) return rows;
  const content::Shelf here = [&] {
    content::Mistakes ignored;
    return content::Shelf::of(exported(), ignored);
  }();
  for (const content::ShelvedItem& shelved : here.items()) {
    const Key key{shelved.item.kind, shelved.item.id};
    if (seen.contains(key) || !languages.contains(shelved.item.language)) continue;
    rows.push_back({Outcome::kRetired, key.first, key.second, {}, 0, {}});
    plan(key, shelved.item.language, shelved.source(), ItemState::kRetired, std::nullopt);
  }
  return rows;
}

absl::StatusOr<ImportedItems> Editing::import_now(const ImportItems& items) {
  std::vector<Plan> plans;
  ImportedItems imported{compare(items, plans), false};
  if (items.dry_run || any_wrong(imported.rows)) return imported;
  if (knows(items.request_id)) return imported;
  if (records().size() + plans.size() > kMostItems) {
    return absl::ResourceExhaustedError(absl::StrCat("at most ", kMostItems, " items are tended; import fewer"));
  }
  if (!items.live) {
    const absl::StatusOr<bool> written = save_all(items.request_id, plans);
    if (!written.ok()) return written.status();
  } else if (absl::Status status = put_in_force(items.request_id, plans); !status.ok()) {
    return status;
  }
  imported.written = true;
  return imported;
}

void Editing::import(ImportItems items, Done<ImportedItems> done) {
  absl::Status status = first_failure(check_event_id("request_id", items.request_id),
                                      check_id("who", items.who.id, 128), check_text("note", items.note, 300, false));
  if (status.ok() && items.live && four_eyes_) {
    status = absl::FailedPreconditionError(
        "this library is put live by four eyes (library.four_eyes); import as drafts and send them to review");
  }
  if (!status.ok()) return done(status);
  post(done, [this, items = std::move(items), done] { done(import_now(items)); });
}

}  // namespace aandacht::core
