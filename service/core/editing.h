// Tending the library: items with their versions, from draft to live, without a stop.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "service/core/commands.h"
#include "service/core/live_items.h"
#include "service/core/mind.h"
#include "service/core/serial_thread.h"
#include "service/core/writer.h"
#include "service/store/store.h"
#include "shared/base/clock.h"
#include "shared/content/shelf.h"
#include "shared/content/translations.h"
#include "shared/domain/item_life.h"
#include "shared/domain/item_view.h"

namespace aandacht::core {

struct LibraryRules {
  bool four_eyes = false;                      ///< Somebody else than its author puts a version live, after a review.
  std::vector<content::SourceFile> sources{};  ///< The files that the shipped library was read from.
};

using domain::ImportRow;
using domain::ItemRow;
using domain::ItemView;

/// What to list; empty fields take all.
struct ItemFilter {
  std::optional<domain::ItemKind> kind;
  std::string language;
  std::optional<domain::ItemState> state;
  std::string query;  ///< Every word of it is somewhere in the item's words.
};

struct SaveItem {
  std::string request_id;
  domain::ItemKind kind = domain::ItemKind::kWhy;
  std::string id;        ///< "nl/terugbetaling".
  std::string language;  ///< BCP 47.
  std::int64_t base = 0;
  std::string body;        ///< TOML with this one item.
  bool by_itself = false;  ///< While somebody types: takes the place of theirs before it, if that was such too.
  std::string note;
  domain::Editor who;
};

/// A step of the newest version; for restore() `version` may be any and `base` is the newest.
struct MoveItem {
  std::string request_id;
  domain::ItemKind kind = domain::ItemKind::kWhy;
  std::string id;
  std::int64_t version = 0;
  std::string note;
  domain::Editor who;
  std::int64_t base = 0;  ///< restore() only.
};

struct ImportItems {
  std::string request_id;
  std::vector<content::SourceFile> files;
  bool dry_run = false;
  bool live = false;            ///< Put in force at once; otherwise drafts.
  bool retire_missing = false;  ///< With `live`: what is in force and not in the files is retired.
  std::string note;
  domain::Editor who;
};

struct ImportedItems {
  std::vector<ImportRow> rows;  ///< In the order of the files; what is retired last.
  bool written = false;         ///< False: a dry run, or something is wrong, and nothing was changed.
};

/// Drafts are written by the writer. What changes what is in force is prepared first, on one thread after another:
/// compiled, then written, then read with by utterances that come after the answer. What is refused changes nothing.
///
/// Safe to use from any thread; answers come on the writer's or that thread. References must outlive it.
class Editing {
 public:
  Editing(Writer& writer, Mind& mind, store::Store& store, const base::Clock& clock, LibraryRules rules);
  ~Editing() { stop(); }

  /// Reads what is stored and puts it in force; whys that older programs put become live versions by "import". Before
  /// anything else. INVALID_ARGUMENT: the shipped library itself cannot be compiled.
  [[nodiscard]] absl::Status load();

  /// By kind, language and id. INVALID_ARGUMENT: page size or token, as Records; a query of over 200 bytes.
  [[nodiscard]] absl::StatusOr<store::Page<ItemRow>> list(const ItemFilter& filter, int page_size,
                                                          const std::string& page_token) const;

  /// NOT_FOUND: nothing of this kind and id.
  [[nodiscard]] absl::StatusOr<ItemView> get(domain::ItemKind kind, const std::string& id) const;

  /// Which items say the same in two languages, as they were written last.
  [[nodiscard]] content::Translations translations() const;

  /// A page of versions(). INVALID_ARGUMENT: page size or token, as Records.
  [[nodiscard]] absl::StatusOr<store::Page<domain::ItemVersion>> version_page(domain::ItemKind kind,
                                                                              const std::string& id, int page_size,
                                                                              const std::string& page_token) const;

  /// Newest first; what was shipped is not among them. NOT_FOUND as get().
  [[nodiscard]] absl::StatusOr<std::vector<domain::ItemVersion>> versions(domain::ItemKind kind,
                                                                          const std::string& id) const;

  /// What an editor would say of it, and whether there is what it translates. INVALID_ARGUMENT: no such item can be
  /// read from the text.
  [[nodiscard]] absl::StatusOr<std::vector<content::FieldFinding>> check(domain::ItemKind kind,
                                                                         const std::string& language,
                                                                         const std::string& body) const;

  /// Saves a draft. The same request again changes nothing.
  ///
  /// ABORTED: `base` is not the newest version; get it, merge and save upon it. INVALID_ARGUMENT: no item of this kind
  /// and id, or too long. RESOURCE_EXHAUSTED: 5000 items are tended.
  void save(SaveItem item, Done<ItemView> done);

  /// Sends the newest version to review. ABORTED: it is not the newest. FAILED_PRECONDITION: it is no draft.
  void submit(MoveItem move, Done<ItemView> done);

  /// Puts the newest version in force. ABORTED: it is not the newest. FAILED_PRECONDITION, PERMISSION_DENIED: see
  /// domain::may_publish(). INVALID_ARGUMENT: it cannot be read with; says in which field and why.
  void publish(MoveItem move, Done<ItemView> done);

  /// Takes the item out of force, also a shipped one. ABORTED: `version` is not the newest. FAILED_PRECONDITION:
  /// nothing is in force.
  void retire(MoveItem move, Done<ItemView> done);

  /// A new draft with the words of an earlier version (0: as shipped). ABORTED: `base` is not the newest. NOT_FOUND: no
  /// such version.
  void restore(MoveItem move, Done<ItemView> done);

  /// The content files with what is in force, see content::Shelf::written().
  [[nodiscard]] std::vector<content::SourceFile> exported() const;

  /// All or nothing: with one wrong row nothing is written. FAILED_PRECONDITION: `live` while four eyes are asked for.
  void import(ImportItems items, Done<ImportedItems> done);

  /// Puts whys in force by request; the answer is how many there were. Checked by the caller.
  void put_whys(const std::string& request_id, const std::vector<domain::Why>& whys, const domain::Editor& who,
                Done<int> done);

  [[nodiscard]] bool four_eyes() const { return four_eyes_; }

  /// Finishes what waits; what comes later is answered UNAVAILABLE.
  void stop() { thread_.stop(); }

 private:
  using Key = content::ItemKey;
  using Records = std::map<Key, store::ItemRecord>;

  /// Something that changes what is in force.
  struct Plan {
    Key key;
    std::string language;
    std::int64_t newest = 0;  ///< As it was when it was planned.
    bool adds = true;         ///< Otherwise the version is there already and takes its last step.
    domain::ItemVersion version;
    std::optional<content::ItemText> in_force;  ///< Afterwards; absent: retired.
  };

  [[nodiscard]] Records records() const;
  [[nodiscard]] std::optional<store::ItemRecord> find(const Key& key) const;
  [[nodiscard]] std::string folded_words(const Key& key, const ItemView& view) const;
  [[nodiscard]] ItemRow row_of(const Key& key, const ItemView& view) const;
  [[nodiscard]] ItemView view_of(const Key& key, const std::optional<store::ItemRecord>& record) const;
  [[nodiscard]] content::Changes changes() const;
  [[nodiscard]] content::Sources sources() const;
  void remember(const std::vector<store::ItemRecord>& records);
  absl::Status adopt_put_whys();

  /// To the thread that changes what is in force.
  template <typename Result>
  void post(const Done<Result>& done, std::function<void()> work) {
    if (!thread_.post(std::move(work))) done(absl::UnavailableError("the service is stopping or busy; send it again"));
  }
  [[nodiscard]] absl::StatusOr<Plan> plan_publish(const MoveItem& move) const;
  [[nodiscard]] absl::StatusOr<Plan> plan_retire(const MoveItem& move) const;
  [[nodiscard]] absl::Status put_in_force(const std::string& request_id, const std::vector<Plan>& plans);
  void move_in_force(const MoveItem& move, absl::StatusOr<Plan> (Editing::*plan)(const MoveItem&) const,
                     const Done<ItemView>& done);
  [[nodiscard]] absl::StatusOr<bool> save_all(const std::string& request_id, const std::vector<Plan>& plans);
  [[nodiscard]] bool knows(const std::string& request_id) const;
  [[nodiscard]] std::vector<ImportRow> compare(const ImportItems& items, std::vector<Plan>& plans) const;
  [[nodiscard]] absl::StatusOr<ImportedItems> import_now(const ImportItems& items);

  Writer& writer_;
  Mind& mind_;
  store::Store& store_;
  const base::Clock& clock_;
  const bool four_eyes_;
  const content::Shelf shelf_;
  LibraryItems shipped_;
  mutable std::mutex mutex_;
  Records records_;  // Guarded by mutex_; changed in the order of the commits.
  mutable std::map<Key, std::pair<std::int64_t, std::string>> folded_;      // By version; guarded like records_.
  mutable std::map<Key, std::pair<std::int64_t, std::string>> translates_;  // The same.
  SerialThread thread_;
};

}  // namespace aandacht::core
