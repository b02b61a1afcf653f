// What the library has: reading it, listing it, and what is in force when the service starts.
#include "service/core/editing.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <limits>
#include <set>
#include <utility>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "service/core/checks.h"
#include "shared/domain/normalise.h"

namespace aandacht::core {
namespace {

using domain::ItemKind;
using domain::ItemState;

constexpr std::size_t kLongestQuery = 200;
// A token is this, the kind and the id of the last row: ids are stable, positions are not.
constexpr const char* kTokenMark = "after:";

content::Shelf shelf_of(std::vector<content::SourceFile> files) {
  content::Mistakes mistakes;  // The library was read from the same files, so there are none that matter.
  return content::Shelf::of(std::move(files), mistakes);
}

std::string fold(const std::string& text) { return domain::folded(domain::normalise(text)).text; }

std::string token_of(const ItemRow& row) { return absl::StrCat(kTokenMark, domain::name_of(row.kind), ":", row.id); }

absl::StatusOr<content::ItemKey> key_after(const std::string& token) {
  const std::string mark = kTokenMark;
  const std::size_t colon = token.find(':', mark.size());
  const ItemKind* kind = token.rfind(mark, 0) == 0 && colon != std::string::npos
                             ? content::find_kind(token.substr(mark.size(), colon - mark.size()))
                             : nullptr;
  if (kind != nullptr) return content::ItemKey{*kind, token.substr(colon + 1)};
  return absl::InvalidArgumentError("page_token is not one that this service gave; begin at the first page");
}

/// Comments and the name of the same in the other language are no words of an item.
std::string words_of(const ItemView& view) {
  auto item = content::parse_item(view.body(), view.language);
  if (!item.ok()) return view.body();
  item->set({std::string(content::kTranslates), content::Field::Shape::kText, {}, {}});
  return content::write_item(*item);
}

bool has_words(const std::string& folded, const std::vector<std::string>& words) {
  return std::all_of(words.begin(), words.end(),
                     [&](const std::string& word) { return folded.find(word) != std::string::npos; });
}

}  // namespace

Editing::Editing(Writer& writer, Mind& mind, store::Store& store, const base::Clock& clock, LibraryRules rules)
    : writer_(writer),
      mind_(mind),
      store_(store),
      clock_(clock),
      four_eyes_(rules.four_eyes),
      shelf_(shelf_of(std::move(rules.sources))),
      shipped_(items_of(mind.knowledge()->library)) {}

absl::Status Editing::adopt_put_whys() {
  return store_.write([this](store::Transaction& store) -> absl::Status {
    const absl::StatusOr<std::vector<domain::Why>> whys = store.whys();
    if (!whys.ok()) return whys.status();
    for (const domain::Why& why : *whys) {
      const auto known = store.item(ItemKind::kWhy, why.id);
      if (!known.ok()) return known.status();
      if (known->has_value()) continue;
      const domain::ItemStep step{ItemState::kLive, {"import", "import"}, clock_.now(), ""};
      const domain::ItemVersion version{1,     0,     content::write_item(content::item_of(why)), ItemState::kLive,
                                        false, {step}};
      if (absl::Status status = store.add_item_version(ItemKind::kWhy, why.id, why.language, version); !status.ok()) {
        return status;
      }
    }
    return absl::OkStatus();
  });
}

absl::Status Editing::load() {
  bool old_whys = false;
  const auto read = [&] {
    return store_.read([&](store::Reads& reads) -> absl::Status {
      auto records = reads.items();
      if (!records.ok()) return records.status();
      remember(*records);
      const auto whys = reads.whys();
      if (!whys.ok()) return whys.status();
      old_whys = std::any_of(whys->begin(), whys->end(), [this](const domain::Why& why) {
        return !find({ItemKind::kWhy, why.id}).has_value();
      });
      return absl::OkStatus();
    });
  };
  absl::Status status = read();
  if (status.ok() && old_whys) status = adopt_put_whys();
  if (status.ok() && old_whys) status = read();
  if (!status.ok() || records().empty()) return status;
  content::Changes changed = changes();
  auto compiled = mind_.with_items(with_changes(shipped_, changed, shelf_.words()));
  if (!compiled.ok()) {
    // The shipped content may be newer than a rule that was written for the one before.
    spdlog::error("coach rules of the library are left out: {}", compiled.status().ToString());
    std::erase_if(changed, [](const auto& change) { return change.first.first == ItemKind::kRule; });
    compiled = mind_.with_items(with_changes(shipped_, changed, shelf_.words()));
  }
  if (!compiled.ok()) return compiled.status();
  mind_.take(*std::move(compiled));
  return absl::OkStatus();
}

void Editing::remember(const std::vector<store::ItemRecord>& records) {
  const std::lock_guard lock(mutex_);
  for (const store::ItemRecord& record : records) records_.insert_or_assign({record.kind, record.id}, record);
}

Editing::Records Editing::records() const {
  const std::lock_guard lock(mutex_);
  return records_;
}

std::optional<store::ItemRecord> Editing::find(const Key& key) const {
  const std::lock_guard lock(mutex_);
  const auto record = records_.find(key);
  if (record == records_.end()) return std::nullopt;
  return record->second;
}

ItemView Editing::view_of(const Key& key, const std::optional<store::ItemRecord>& record) const {
  ItemView view;
  view.kind = key.first;
  view.id = key.second;
  if (const content::ShelvedItem* shelved = shelf_.find(key)) {
    view.language = shelved->item.language;
    view.shipped = shelved->source();
  }
  if (record) {
    view.language = record->language;
    view.in_force = record->in_force;
    view.newest = record->newest;
  }
  return view;
}

content::Changes Editing::changes() const {
  content::Changes changes;
  for (const auto& [key, record] : records()) {
    if (!record.in_force) continue;
    if (record.in_force->state == ItemState::kRetired) {
      changes[key] = std::nullopt;
    } else if (absl::StatusOr<content::ItemText> item = text_of(record, *record.in_force); item.ok()) {
      changes[key] = *std::move(item);
    } else {
      spdlog::error("{}", item.status().ToString());
    }
  }
  return changes;
}

content::Sources Editing::sources() const {
  content::Sources sources;
  for (const auto& [key, record] : records()) {
    if (record.in_force && record.in_force->state == ItemState::kLive) sources[key] = record.in_force->body;
  }
  return sources;
}

content::Translations Editing::translations() const {
  content::Translations all;
  const std::lock_guard lock(mutex_);
  for (const content::ShelvedItem& shelved : shelf_.items()) {
    const content::ItemText& item = shelved.item;
    if (!records_.contains({item.kind, item.id})) {
      all.add(item.kind, item.id, item.language, item.text(content::kTranslates));
    }
  }
  for (const auto& [key, record] : records_) {
    const auto [known, is_new] = translates_.try_emplace(key, -1, std::string());
    if (is_new || known->second.first != record.newest.number) {
      const auto item = content::parse_item(record.newest.body, record.language);
      known->second = {record.newest.number, item.ok() ? item->text(content::kTranslates) : std::string()};
    }
    all.add(key.first, key.second, record.language, known->second.second);
  }
  return all;
}

std::string Editing::folded_words(const Key& key, const ItemView& view) const {
  const std::int64_t version = view.version();
  const std::lock_guard lock(mutex_);
  const auto [known, is_new] = folded_.try_emplace(key, -1, std::string());
  if (is_new || known->second.first != version) known->second = {version, fold(words_of(view))};
  return known->second.second;
}

ItemRow Editing::row_of(const Key& key, const ItemView& view) const {
  ItemRow row{key.first, key.second, view.language, {}, view.state(), view.version(), !view.shipped.empty(), {}, {}};
  row.changed = absl::InfinitePast();
  if (view.newest) {
    row.editor = view.newest->steps.back().who.name;
    row.changed = view.newest->steps.back().time;
  }
  if (view.in_force) row.in_force = view.in_force->state == ItemState::kLive;
  const auto item = content::parse_item(view.body(), view.language);
  row.title = item.ok() ? content::title_of(*item) : key.second;
  return row;
}

absl::StatusOr<store::Page<ItemRow>> Editing::list(const ItemFilter& filter, int page_size,
                                                   const std::string& page_token) const {
  if (absl::Status status = check_page_size(page_size); !status.ok()) return status;
  if (filter.query.size() > kLongestQuery) {
    return absl::InvalidArgumentError("query is over 200 bytes; a few words are enough");
  }
  absl::StatusOr<Key> after = Key{};
  if (!page_token.empty()) after = key_after(page_token);
  if (!after.ok()) return after.status();
  const Records known = records();
  std::set<Key> keys;
  for (const auto& [key, record] : known) keys.insert(key);
  for (const content::ShelvedItem& shelved : shelf_.items()) keys.insert({shelved.item.kind, shelved.item.id});
  const content::Translations translated = translations();
  const std::vector<std::string> words = absl::StrSplit(fold(filter.query), ' ', absl::SkipEmpty());
  store::Page<ItemRow> page;
  for (const Key& key : keys) {
    if (!page_token.empty() && key <= *after) continue;
    if (filter.kind && key.first != *filter.kind) continue;
    const auto record = known.find(key);
    const ItemView view = view_of(key, record == known.end() ? std::nullopt : std::optional(record->second));
    if (!filter.language.empty() && view.language != filter.language) continue;
    if (filter.state && view.state() != *filter.state) continue;
    if (!words.empty() && !has_words(folded_words(key, view), words)) continue;
    if (page.rows.size() == static_cast<std::size_t>(page_size)) {
      page.next = token_of(page.rows.back());
      break;
    }
    page.rows.push_back(row_of(key, view));
    page.rows.back().translations = translated.of(key.first, key.second);
  }
  return page;
}

absl::StatusOr<ItemView> Editing::get(ItemKind kind, const std::string& id) const {
  ItemView view = view_of({kind, id}, find({kind, id}));
  view.translations = translations().of(kind, id);
  if (view.newest || !view.shipped.empty()) return view;
  return absl::NotFoundError(
      absl::StrCat("there is no ", domain::name_of(kind), " \"", presentable(id, 128), "\"; see the list of items"));
}

absl::StatusOr<std::vector<domain::ItemVersion>> Editing::versions(ItemKind kind, const std::string& id) const {
  if (const auto view = get(kind, id); !view.ok()) return view.status();
  absl::StatusOr<std::vector<domain::ItemVersion>> versions = absl::UnknownError("not read");
  const absl::Status status = store_.read([&](store::Reads& reads) {
    versions = reads.item_versions(kind, id);
    return versions.status();
  });
  if (!status.ok()) return status;
  return versions;
}

absl::StatusOr<store::Page<domain::ItemVersion>> Editing::version_page(ItemKind kind, const std::string& id,
                                                                       int page_size,
                                                                       const std::string& page_token) const {
  if (absl::Status status = check_page_size(page_size); !status.ok()) return status;
  std::int64_t before = std::numeric_limits<std::int64_t>::max();  // A token is the number of the last version told.
  if (!page_token.empty() && !absl::SimpleAtoi(page_token, &before)) {
    return absl::InvalidArgumentError("page_token is not one that this service gave; begin at the first page");
  }
  absl::StatusOr<std::vector<domain::ItemVersion>> all = versions(kind, id);
  if (!all.ok()) return all.status();
  std::erase_if(*all, [&](const domain::ItemVersion& version) { return version.number >= before; });
  store::Page<domain::ItemVersion> page;
  const bool more = all->size() > static_cast<std::size_t>(page_size);
  if (more) all->resize(static_cast<std::size_t>(page_size));
  if (more) page.next = absl::StrCat(all->back().number);
  page.rows = *std::move(all);
  return page;
}

absl::StatusOr<std::vector<content::FieldFinding>> Editing::check(ItemKind kind, const std::string& language,
                                                                  const std::string& body) const {
  const absl::StatusOr<content::ItemText> item = content::parse_item(body, language);
  if (!item.ok()) return item.status();
  if (item->kind != kind) {
    return absl::InvalidArgumentError(
        absl::StrCat("the text is a ", domain::name_of(item->kind), ", not a ", domain::name_of(kind)));
  }
  std::vector<content::FieldFinding> findings =
      content::check_item_text(*item, shelf_.words(), mind_.knowledge()->library);
  const std::string translates = item->text(content::kTranslates);
  content::Translations all = translations();
  all.add(kind, item->id, language, translates);
  std::string advice;
  std::string what = all.mistake(kind, item->id, language, translates, advice);
  if (!what.empty()) {
    findings.push_back({std::string(content::kTranslates), "translates", std::move(what), std::move(advice)});
  }
  return findings;
}

std::vector<content::SourceFile> Editing::exported() const { return shelf_.written(changes(), sources()); }

}  // namespace aandacht::core
