// Which customers ask the same.
#pragma once

#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/time/time.h"
#include "service/store/store.h"
#include "shared/domain/call.h"
#include "shared/domain/question_groups.h"
#include "shared/domain/reading.h"

namespace aandacht::core {

/// The groups of all stored questions, in memory. Safe to use from any thread; only the writer places.
class Questions {
 public:
  Questions(const std::map<std::string, domain::Lexicon>& lexicons, absl::TimeZone time_zone)
      : time_zone_(time_zone), groups_(lexicons) {}

  /// Takes in what the store remembers. The store's failures.
  [[nodiscard]] absl::Status load(store::Store& store);

  /// The group of what the customer says they want; a new one when nobody asked it before. The same utterance always
  /// gives the same id to a new group. Empty when the words say too little. Merges are to be stored with it.
  [[nodiscard]] domain::QuestionGroups::Placed place(const domain::QuestionMention& mention,
                                                     const std::string& language, const std::string& call_id,
                                                     const std::string& utterance_id);

  /// What was placed since mark() is taken back by undo(): its transaction failed.
  void mark();
  void undo();

  /// After the commit that forgot these groups; not between mark() and undo().
  void forget(const std::vector<store::QuestionAlias>& groups);

  /// As it is stored; `asked` is when it was said.
  [[nodiscard]] store::QuestionRecord record(const domain::Question& question, const std::string& language,
                                             const std::string& call_id, absl::Time asked) const;

  [[nodiscard]] domain::QuestionFootprint footprint() const;

 private:
  const absl::TimeZone time_zone_;
  mutable std::mutex mutex_;
  domain::QuestionGroups groups_;
};

}  // namespace aandacht::core
