// Whys and coach rules: searching, listing, putting.
#pragma once

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "service/core/commands.h"
#include "service/core/editing.h"
#include "service/core/mind.h"
#include "service/store/store.h"

namespace aandacht::core {

/// Safe to use from any thread.
class Bookshelf {
 public:
  Bookshelf(Editing& editing, Mind& mind) : editing_(editing), mind_(mind) {}

  /// Best first; `limit` 0 means 8, above 50 is taken as 50. INVALID_ARGUMENT: a query of over 200 bytes, a negative
  /// limit.
  [[nodiscard]] absl::StatusOr<std::vector<domain::Why>> search(const std::string& query, const std::string& language,
                                                                const std::string& queue, int limit) const;

  /// In the order of their ids; `language` empty: all. INVALID_ARGUMENT: page size or token, as Records.
  [[nodiscard]] absl::StatusOr<store::Page<domain::Why>> whys(const std::string& language, int page_size,
                                                              const std::string& page_token) const;
  [[nodiscard]] absl::StatusOr<store::Page<domain::CoachRule>> rules(const std::string& language, int page_size,
                                                                     const std::string& page_token) const;

  /// Creates or replaces by id: each becomes the live version of its item, by `who`. The same request again changes
  /// nothing. The result is how many there were. Read with by utterances that come after the answer.
  ///
  /// INVALID_ARGUMENT: no request id, over 500 whys, or a why without id, topic, language or a corner, or too long.
  void put(const std::string& request_id, const std::vector<domain::Why>& whys, Done<int> done,
           const domain::Editor& who = {"import", "import"});

 private:
  Editing& editing_;
  Mind& mind_;
};

}  // namespace aandacht::core
