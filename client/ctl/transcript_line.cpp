#include "client/ctl/transcript_line.h"

#include "absl/strings/str_cat.h"
#include "client/ctl/json_fields.h"

namespace aandacht::ctl {

absl::StatusOr<net::Utterance> parse_transcript_line(std::string_view line, const TranscriptDefaults& defaults) {
  using domain::Speaker;
  const absl::StatusOr<nlohmann::json> object = parse_object(line);
  if (!object.ok()) return object.status();
  absl::Status fault;
  JsonFields fields(*object, fault);
  net::Utterance utterance;
  utterance.call_id = defaults.call_id;
  utterance.speaker = fields.choice<Speaker>("speaker", {{"customer", Speaker::kCustomer}, {"agent", Speaker::kAgent}});
  utterance.text = fields.text("text");
  if (utterance.text.size() > net::TranscriptStream::kLongestText) {
    fields.wrong("text", absl::StrCat("is ", utterance.text.size(), " bytes: split a turn over ",
                                      net::TranscriptStream::kLongestText, " bytes into several"));
  }
  utterance.language = fields.text_or("lang", defaults.language);
  utterance.id = fields.text_or("id", defaults.id);
  if (utterance.id.empty() || utterance.id.size() > 128) fields.wrong("id", "must be 1 to 128 bytes");
  if (const auto at = fields.moment("at")) {
    utterance.said = *at;
  } else if (fields.has("at_ms")) {
    utterance.said = defaults.start + absl::Milliseconds(fields.whole_or("at_ms", 0));
  }
  if (!fault.ok()) return fault;
  return utterance;
}

}  // namespace aandacht::ctl
