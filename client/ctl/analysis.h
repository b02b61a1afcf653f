// One line of `aandachtctl analyse`: what the mind reads in one utterance.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "client/ctl/json_out.h"
#include "shared/domain/call.h"
#include "shared/domain/library.h"
#include "shared/domain/question_groups.h"
#include "shared/domain/reader.h"
#include "shared/domain/redaction_conversation.h"

namespace aandacht::ctl {

/// Reads utterances the way the service does: redacted first. One thread.
///
/// Lines with the same `call` are one conversation, in the order in which they come: phase, sentiment line and what is
/// redacted over two turns go on from line to line. A line without `call` is a conversation of its own, of which it is
/// the first turn: nothing of the lines around it is known to it. Only questions are compared over all lines: the same
/// question in other words has the same group.
class Analyst {
 public:
  /// INVALID_ARGUMENT: as Reader::create().
  [[nodiscard]] static absl::StatusOr<Analyst> create(domain::Library library, absl::TimeZone zone);

  /// Analyses {"speaker", "text", "lang"?, "call"?, "id"?, "queue"?, "at"? or "date"?}; `now` is when it was said
  /// unless the line says so itself. A `date` without `at` is 10:00 of that day.
  ///
  /// INVALID_ARGUMENT: not JSON, or a field is wrong; the message names the field.
  [[nodiscard]] absl::StatusOr<Json> analyse(std::string_view line, absl::Time now);

  /// Conversations that are remembered; the one that was silent longest is forgotten first, and begins anew when it
  /// speaks again.
  static constexpr std::size_t kMostConversations = 4096;

 private:
  /// The latest lines as they came, by utterance: spans told later refer to them.
  using Said = std::deque<std::pair<std::string, std::string>>;

  /// What is known of a conversation before its next line.
  struct Conversation {
    domain::Call call;  ///< What the desk would know of it: turns, phase, sentiment, outcome.
    domain::ConversationRedactor redactor;
    Said said;
    std::int64_t last_line = 0;
  };

  Analyst(domain::Library library, std::unique_ptr<domain::Reader> reader, absl::TimeZone zone);

  /// That of `call`; `alone` when the line has none.
  [[nodiscard]] Conversation& conversation_of(const std::string& call, Conversation& alone);
  [[nodiscard]] Json whys_json(const domain::Reading& reading) const;
  [[nodiscard]] Json question_json(domain::Call& call, const std::string& utterance_id, domain::Reading& reading);

  domain::Library library_;
  std::unique_ptr<domain::Reader> reader_;
  absl::TimeZone zone_;
  std::map<std::string, Conversation> conversations_;
  std::unique_ptr<domain::QuestionGroups> questions_;  ///< Of all lines so far.
  int question_groups_ = 0;
  std::int64_t lines_ = 0;  ///< Analysed so far; names a line without an id: "3".
};

/// Spans of bytes of well-formed `text` as spans of code points: [{"start", "end", "kind"}].
[[nodiscard]] Json spans_json(std::string_view text, const std::vector<domain::RedactedSpan>& spans);

/// An analysis for a person: the class or label beside the redacted words, and below it what else was read.
[[nodiscard]] std::string analysis_text(const Json& analysis);

}  // namespace aandacht::ctl
