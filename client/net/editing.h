// Tending the library at the service.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "shared/domain/item_view.h"

namespace grpc {
class Channel;
}

namespace aandacht::net {

/// What to list; empty fields take all.
struct ItemQuery {
  std::optional<domain::ItemKind> kind;
  std::string language;
  std::optional<domain::ItemState> state;
  std::string words;
};

/// One page of the list.
struct ItemPage {
  std::vector<domain::ItemRow> rows;
  std::string next;  ///< Empty on the last page.
  bool four_eyes = false;
};

struct DraftToSave {
  domain::ItemKind kind = domain::ItemKind::kWhy;
  std::string id;
  std::string language;
  std::int64_t base = 0;
  std::string body;
  bool by_itself = false;
  std::string note;
};

/// Which version of which item, and why.
struct ItemMove {
  domain::ItemKind kind = domain::ItemKind::kWhy;
  std::string id;
  std::int64_t version = 0;
  std::string note;
  std::int64_t base = 0;  ///< restore() only: the newest version.
};

struct LibraryImport {
  std::vector<std::pair<std::string, std::string>> files;  ///< "nl/whys.toml" and what is in it.
  bool dry_run = false;
  bool live = false;
  bool retire_missing = false;
  std::string note;
};

struct ImportAnswer {
  std::vector<domain::ImportRow> rows;
  bool written = false;
};

/// Asks one thing at a time or several; every answer comes. They come on one thread of this, begun with the first
/// question: hand over and return. Ask from one thread, not from an answer.
///
/// Statuses are the service's, see editing.proto (ABORTED: somebody saved meanwhile); UNAVAILABLE or DEADLINE_EXCEEDED
/// when it is away.
class Editing {
 public:
  template <typename Result>
  using Answer = std::function<void(absl::StatusOr<Result>)>;

  /// \param editor  who edits, while tokens are off; may be empty.
  Editing(const std::shared_ptr<grpc::Channel>& channel, std::string editor,
          absl::Duration timeout = absl::Seconds(15));

  /// No answer is told any more when this returns; do not destroy from inside one.
  ~Editing();

  void list(const ItemQuery& query, const std::string& page_token, Answer<ItemPage> answer);
  void get(domain::ItemKind kind, const std::string& id, Answer<domain::ItemView> answer);
  void versions(domain::ItemKind kind, const std::string& id, Answer<std::vector<domain::ItemVersion>> answer);
  void check(domain::ItemKind kind, const std::string& language, const std::string& body,
             Answer<std::vector<domain::ItemFinding>> answer);

  void save(const std::string& request_id, const DraftToSave& draft, Answer<domain::ItemView> answer);
  void submit(const std::string& request_id, const ItemMove& move, Answer<domain::ItemView> answer);
  void publish(const std::string& request_id, const ItemMove& move, Answer<domain::ItemView> answer);
  void retire(const std::string& request_id, const ItemMove& move, Answer<domain::ItemView> answer);
  void restore(const std::string& request_id, const ItemMove& move, Answer<domain::ItemView> answer);

  void import_files(const std::string& request_id, const LibraryImport& import, Answer<ImportAnswer> answer);

 private:
  struct Shared;
  std::unique_ptr<Shared> shared_;
};

class Stop;

/// Every content file with what is in force, by name; blocks. Statuses as above; CANCELLED by `stop`, which may be
/// null.
[[nodiscard]] absl::StatusOr<std::vector<std::pair<std::string, std::string>>> export_library(
    const std::shared_ptr<grpc::Channel>& channel, absl::Duration timeout, Stop* stop = nullptr);

}  // namespace aandacht::net
