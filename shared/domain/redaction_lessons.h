// Labelled lines as the tagger of the redaction learns from them. For training only.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/classify/tagger.h"
#include "shared/domain/reading.h"
#include "shared/domain/redaction.h"
#include "shared/domain/redaction_conversation.h"

namespace aandacht::domain::redaction {

/// The tagger's labels: "stays", then name() of each SpanKind in their order.
[[nodiscard]] std::vector<std::string> tagger_labels();

/// A text as the redactor would look at it, with the label of each of its tokens.
struct Lesson {
  classify::TokenFeatures features;
  std::vector<int> labels;
};

/// The lessons of one call, or of lines that stand alone when there is one for each.
class Lessons {
 public:
  /// What the next turn teaches: the turn by itself, and together with those it goes on from.
  ///
  /// \param text   well-formed UTF-8
  /// \param spans  what must be taken out, in order, in bytes
  [[nodiscard]] std::vector<Lesson> hear(Speaker speaker, std::string_view text,
                                         const std::vector<RedactedSpan>& spans);

 private:
  ConversationRedactor redactor_{nullptr};
};

}  // namespace aandacht::domain::redaction
