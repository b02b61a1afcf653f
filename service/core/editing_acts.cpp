// What changes the library: drafts, reviews, and what is in force.
#include <algorithm>
#include <future>
#include <utility>

#include "absl/strings/str_cat.h"
#include "service/core/checks.h"
#include "service/core/editing.h"
#include "shared/content/item_source.h"

namespace aandacht::core {
namespace {

using domain::ItemState;
using domain::ItemStep;
using domain::ItemVersion;

constexpr std::size_t kMostItems = 5000;
constexpr std::size_t kLargestBody = 16 * 1024;
constexpr std::size_t kLongestNote = 300;
constexpr std::int64_t kMostVersions = 200;

bool is_language_tag(const std::string& language) {
  const std::string primary = language.substr(0, language.find('-'));
  return primary.size() >= 2 && primary.size() <= 3 && language.size() <= 35 &&
         language.find('/') == std::string::npos &&
         std::all_of(primary.begin(), primary.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

absl::Status check_who(const domain::Editor& who, const std::string& note) {
  return first_failure(check_id("who", who.id, 128), check_text("note", note, kLongestNote, false));
}

/// The item of a draft, under the id that the request names.
absl::StatusOr<content::ItemText> item_of(const SaveItem& save) {
  const absl::Status status = first_failure(check_event_id("request_id", save.request_id), check_id("id", save.id, 128),
                                            check_who(save.who, save.note));
  if (!status.ok()) return status;
  if (!is_language_tag(save.language)) {
    return absl::InvalidArgumentError("language must be a language tag, such as nl or en");
  }
  if (save.body.size() > kLargestBody) {
    return absl::InvalidArgumentError(
        absl::StrCat("the item is ", save.body.size(), " bytes; at most ", kLargestBody, " are taken"));
  }
  absl::StatusOr<content::ItemText> item = content::parse_item(save.body, save.language);
  if (!item.ok()) return item;
  const bool named = content::stem_of(item->id, save.language) == content::stem_of(save.id, save.language);
  if (item->kind != save.kind || !named) {
    return absl::InvalidArgumentError(absl::StrCat("the text is the ", domain::name_of(item->kind), " ", item->id,
                                                   ", not the ", domain::name_of(save.kind), " ", save.id));
  }
  item->id = save.id;
  return item;
}

/// A version that somebody saved while typing gives way to their next.
bool gives_way(const std::optional<store::ItemRecord>& record, const domain::Editor& who) {
  return record && record->newest.by_itself && record->newest.state == ItemState::kDraft &&
         record->newest.author().id == who.id;
}

absl::StatusOr<std::optional<store::ItemRecord>> record_in(Batch& batch, const content::ItemKey& key) {
  auto record = batch.store().item(key.first, key.second);
  if (absl::Status status = batch.note(record.status()); !status.ok()) return status;
  return record;
}

/// Room for one more version: the oldest goes, unless it is in force.
absl::Status forget_oldest(Batch& batch, const content::ItemKey& key, const std::optional<store::ItemRecord>& record) {
  if (!record) return absl::OkStatus();
  const std::int64_t oldest = record->newest.number + 1 - kMostVersions;
  if (oldest < 1 || (record->in_force && record->in_force->number == oldest)) return absl::OkStatus();
  return batch.note(batch.store().remove_item_version(key.first, key.second, oldest));
}

absl::StatusOr<store::ItemRecord> write_draft(Batch& batch, const SaveItem& save, const std::string& body) {
  const content::ItemKey key{save.kind, save.id};
  const auto before = record_in(batch, key);
  if (!before.ok()) return before.status();
  if (batch.knows(save.request_id) && before->has_value()) return **before;
  const std::optional<store::ItemRecord>& record = *before;
  if (absl::Status status = domain::check_base(record ? &record->newest : nullptr, save.base); !status.ok()) {
    return status;
  }
  ItemVersion version{save.base + 1, save.base, body, ItemState::kDraft, save.by_itself, {}};
  version.steps = {{ItemState::kDraft, save.who, batch.now(), save.note}};
  absl::Status status = batch.note(batch.store().note_request(save.request_id, batch.now()));
  if (gives_way(record, save.who)) {
    version.base = record->newest.base;
    if (status.ok()) {
      status = batch.note(batch.store().remove_item_version(save.kind, save.id, record->newest.number));
    }
  }
  if (status.ok()) status = forget_oldest(batch, key, record);
  if (status.ok()) status = batch.note(batch.store().add_item_version(save.kind, save.id, save.language, version));
  if (!status.ok()) return status;
  const auto after = record_in(batch, key);
  if (!after.ok()) return after.status();
  return **after;
}

absl::StatusOr<store::ItemRecord> write_review(Batch& batch, const MoveItem& move) {
  const content::ItemKey key{move.kind, move.id};
  const auto before = record_in(batch, key);
  if (!before.ok()) return before.status();
  if (!before->has_value()) return absl::NotFoundError("this item was never tended; save a draft first");
  if (batch.knows(move.request_id)) return **before;
  absl::Status status = domain::check_base(&(*before)->newest, move.version);
  if (status.ok()) status = domain::may_submit((*before)->newest);
  if (!status.ok()) return status;
  status = batch.note(batch.store().note_request(move.request_id, batch.now()));
  const ItemStep step{ItemState::kReview, move.who, batch.now(), move.note};
  if (status.ok()) status = batch.note(batch.store().step_item(move.kind, move.id, move.version, step));
  if (!status.ok()) return status;
  const auto after = record_in(batch, key);
  if (!after.ok()) return after.status();
  return **after;
}

absl::Status check_move(const MoveItem& move) {
  return first_failure(check_event_id("request_id", move.request_id), check_id("id", move.id, 128),
                       check_who(move.who, move.note));
}

}  // namespace

void Editing::save(SaveItem save, Done<ItemView> done) {
  const absl::StatusOr<content::ItemText> item = item_of(save);
  if (!item.ok()) return done(item.status());
  const absl::StatusOr<std::string> source = content::item_source(save.body, save.language);
  if (!source.ok()) return done(source.status());
  const Key key{save.kind, save.id};
  if (!find(key) && records().size() >= kMostItems) {
    return done(absl::ResourceExhaustedError(absl::StrCat(kMostItems, " items are tended already; that is the most")));
  }
  if (!find(key) && shelf_.find(key) == nullptr && !save.id.starts_with(save.language + "/")) {
    return done(absl::InvalidArgumentError(
        absl::StrCat("a new item's id begins with its language: \"", save.language, "/", save.id, "\"")));
  }
  writer_.write<store::ItemRecord>(
      [save, body = *source](Batch& batch) { return write_draft(batch, save, body); },
      [this, key, done = std::move(done)](const absl::StatusOr<store::ItemRecord>& record) {
        if (!record.ok()) return done(record.status());
        remember({*record});
        ItemView view = view_of(key, *record);
        view.translations = translations().of(key.first, key.second);
        done(std::move(view));
      });
}

void Editing::submit(MoveItem move, Done<ItemView> done) {
  if (absl::Status status = check_move(move); !status.ok()) return done(status);
  writer_.write<store::ItemRecord>(
      [move](Batch& batch) { return write_review(batch, move); },
      [this, move, done = std::move(done)](const absl::StatusOr<store::ItemRecord>& record) {
        if (!record.ok()) return done(record.status());
        remember({*record});
        ItemView view = view_of({move.kind, move.id}, *record);
        view.translations = translations().of(move.kind, move.id);
        done(std::move(view));
      });
}

bool Editing::knows(const std::string& request_id) const {
  bool known = false;
  const absl::Status status = store_.read([&](store::Reads& reads) {
    const absl::StatusOr<bool> answer = reads.knows_event(request_id);
    known = answer.ok() && *answer;
    return answer.status();
  });
  return status.ok() && known;
}

absl::StatusOr<Editing::Plan> Editing::plan_publish(const MoveItem& move) const {
  const Key key{move.kind, move.id};
  const std::optional<store::ItemRecord> record = find(key);
  if (!record) return absl::NotFoundError("there is no version of this item to put live; save a draft first");
  absl::Status status = domain::check_base(&record->newest, move.version);
  if (status.ok()) status = domain::may_publish(record->newest, move.who, four_eyes_);
  if (!status.ok()) return status;
  absl::StatusOr<content::ItemText> item = text_of(*record, record->newest);
  if (item.ok()) status = check_readable(*item, shelf_.words());
  if (!item.ok()) return item.status();
  if (!status.ok()) return status;
  Plan plan{key, record->language, record->newest.number, false, record->newest, *std::move(item)};
  plan.version.state = ItemState::kLive;
  plan.version.steps.push_back({ItemState::kLive, move.who, clock_.now(), move.note});
  return plan;
}

absl::StatusOr<Editing::Plan> Editing::plan_retire(const MoveItem& move) const {
  const Key key{move.kind, move.id};
  const std::optional<store::ItemRecord> record = find(key);
  const ItemView view = view_of(key, record);
  if (absl::Status status = domain::check_base(record ? &record->newest : nullptr, move.version); !status.ok()) {
    return status;
  }
  const bool is_live = view.in_force ? view.in_force->state == ItemState::kLive : !view.shipped.empty();
  if (!is_live) return absl::FailedPreconditionError("nothing of this item is in force; there is nothing to retire");
  const std::string body = view.in_force ? view.in_force->body : view.shipped;
  Plan plan{key, view.language, move.version, true, {}, std::nullopt};
  plan.version = {move.version + 1, move.version, body, ItemState::kRetired, false, {}};
  plan.version.steps = {{ItemState::kRetired, move.who, clock_.now(), move.note}};
  return plan;
}

absl::StatusOr<bool> Editing::save_all(const std::string& request_id, const std::vector<Plan>& plans) {
  using ItemRecords = std::vector<store::ItemRecord>;
  std::promise<absl::StatusOr<bool>> answered;
  writer_.write<ItemRecords>(
      [&](Batch& batch) -> absl::StatusOr<ItemRecords> {
        ItemRecords written;
        if (batch.knows(request_id)) return written;
        std::vector<std::optional<store::ItemRecord>> before;
        for (const Plan& plan : plans) {
          auto record = record_in(batch, plan.key);
          if (!record.ok()) return record.status();
          absl::Status base = domain::check_base(*record ? &(*record)->newest : nullptr, plan.newest);
          if (!base.ok()) return base;
          before.push_back(*std::move(record));
        }
        absl::Status status = batch.note(batch.store().note_request(request_id, batch.now()));
        for (std::size_t i = 0; i < plans.size() && status.ok(); ++i) {
          const Plan& plan = plans[i];
          const auto& [kind, id] = plan.key;
          const ItemStep& step = plan.version.steps.back();
          if (before[i] && before[i]->in_force && plan.version.state != ItemState::kDraft) {
            const ItemStep replaced{ItemState::kReplaced, step.who, step.time, ""};
            status = batch.note(batch.store().step_item(kind, id, before[i]->in_force->number, replaced));
          }
          if (status.ok() && plan.adds) status = forget_oldest(batch, plan.key, before[i]);
          if (status.ok()) {
            status = batch.note(plan.adds ? batch.store().add_item_version(kind, id, plan.language, plan.version)
                                          : batch.store().step_item(kind, id, plan.version.number, step));
          }
          if (!status.ok()) return status;
          const auto after = record_in(batch, plan.key);
          if (!after.ok()) return after.status();
          written.push_back(**after);
        }
        if (!status.ok()) return status;
        return written;
      },
      [&](const absl::StatusOr<ItemRecords>& written) {
        if (written.ok()) remember(*written);
        if (written.ok()) {
          answered.set_value(!written->empty());
        } else {
          answered.set_value(written.status());
        }
      });
  return answered.get_future().get();
}

absl::Status Editing::put_in_force(const std::string& request_id, const std::vector<Plan>& plans) {
  content::Changes changed = changes();
  for (const Plan& plan : plans) changed.insert_or_assign(plan.key, plan.in_force);
  auto compiled = mind_.with_items(with_changes(shipped_, changed, shelf_.words()));
  if (!compiled.ok()) return compiled.status();
  const absl::StatusOr<bool> written = save_all(request_id, plans);
  if (!written.ok()) return written.status();
  if (*written) mind_.take(*std::move(compiled));
  return absl::OkStatus();
}

void Editing::move_in_force(const MoveItem& move, absl::StatusOr<Plan> (Editing::*plan)(const MoveItem&) const,
                            const Done<ItemView>& done) {
  if (absl::Status status = check_move(move); !status.ok()) return done(status);
  post(done, [this, move, plan, done] {
    if (!knows(move.request_id)) {
      const absl::StatusOr<Plan> planned = (this->*plan)(move);
      if (!planned.ok()) return done(planned.status());
      if (absl::Status status = put_in_force(move.request_id, {*planned}); !status.ok()) return done(status);
    }
    done(get(move.kind, move.id));
  });
}

void Editing::publish(MoveItem move, Done<ItemView> done) { move_in_force(move, &Editing::plan_publish, done); }

void Editing::retire(MoveItem move, Done<ItemView> done) { move_in_force(move, &Editing::plan_retire, done); }

void Editing::restore(MoveItem move, Done<ItemView> done) {
  const absl::StatusOr<ItemView> view = get(move.kind, move.id);
  if (!view.ok()) return done(view.status());
  std::string body = view->shipped;
  if (move.version != 0) {
    const auto versions = this->versions(move.kind, move.id);
    if (!versions.ok()) return done(versions.status());
    const auto found = std::find_if(versions->begin(), versions->end(),
                                    [&](const ItemVersion& each) { return each.number == move.version; });
    body = found == versions->end() ? "" : found->body;
  }
  if (body.empty()) return done(absl::NotFoundError(absl::StrCat("there is no version ", move.version, " of it")));
  const std::string note = move.note.empty() ? absl::StrCat("as version ", move.version) : move.note;
  save({move.request_id, move.kind, move.id, view->language, move.base, std::move(body), false, note, move.who},
       std::move(done));
}

void Editing::put_whys(const std::string& request_id, const std::vector<domain::Why>& whys, const domain::Editor& who,
                       Done<int> done) {
  const int count = static_cast<int>(whys.size());
  post(done, [this, request_id, whys, who, count, done] {
    if (knows(request_id)) return done(count);
    std::map<Key, Plan> plans;  // Of two of the same id the last counts.
    const content::Changes in_force = changes();
    for (const domain::Why& why : whys) {
      const Key key{domain::ItemKind::kWhy, why.id};
      const content::ItemText item = content::item_of(why);
      const auto known = in_force.find(key);
      if (known != in_force.end() && known->second == item) continue;
      const std::optional<store::ItemRecord> record = find(key);
      const std::int64_t newest = record ? record->newest.number : 0;
      ItemVersion version{newest + 1, newest, content::write_item(item), ItemState::kLive, false, {}};
      version.steps = {{ItemState::kLive, who, clock_.now(), ""}};
      plans.insert_or_assign(key, Plan{key, why.language, newest, true, std::move(version), item});
    }
    std::vector<Plan> all;
    for (auto& [key, plan] : plans) all.push_back(std::move(plan));
    const absl::Status status = put_in_force(request_id, all);
    if (!status.ok()) return done(status);
    done(count);
  });
}

}  // namespace aandacht::core
