// Signs at the service: what keeps coming back, proposals, signs, and whether they helped.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "shared/domain/sign.h"
#include "shared/domain/sign_effect.h"

namespace grpc {
class Channel;
}

namespace aandacht::net {

/// A sign as it was stored, and what an editor would say of it.
struct StoredSign {
  domain::Sign sign;
  std::vector<domain::SignFinding> findings;
  bool stood_before = false;  ///< It was there already with these words; nothing was written.
};

/// Asks one thing at a time or several; every answer comes. They come on one thread of this, begun with the first
/// question: hand over and return. Ask from one thread, not from an answer.
///
/// Statuses are the service's, see signs.proto; UNAVAILABLE or DEADLINE_EXCEEDED when it is away.
class Signs {
 public:
  template <typename Result>
  using Answer = std::function<void(absl::StatusOr<Result>)>;

  explicit Signs(const std::shared_ptr<grpc::Channel>& channel, absl::Duration timeout = absl::Seconds(10));

  /// No answer is told any more when this returns; do not destroy from inside one.
  ~Signs();

  /// \param days  0 means 28. \param language  empty: all. \param most  0 means 50.
  void repeated(int days, const std::string& language, int most, Answer<domain::RepeatedQuestions> answer);

  void propose(const std::string& group, domain::SignPlace place, const std::string& language,
               Answer<domain::SignProposal> answer);

  void check(domain::SignPlace place, const std::string& language, const std::string& text,
             Answer<std::vector<domain::SignFinding>> answer);

  /// \param editor  who writes, while tokens are off; may be empty.
  void put(const std::string& request_id, const domain::Sign& sign, int base_version, const std::string& editor,
           Answer<StoredSign> answer);

  /// \param group  empty: all.
  void list(const std::string& group, Answer<std::vector<domain::ListedSign>> answer);

  void versions(const std::string& sign_id, Answer<std::vector<domain::Sign>> answer);

  void effect(const std::string& sign_id, Answer<domain::SignEffect> answer);

 private:
  struct Shared;
  std::unique_ptr<Shared> shared_;
};

}  // namespace aandacht::net
