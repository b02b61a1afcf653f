#include "client/ctl/eval_redaction_file.h"

#include "absl/strings/str_cat.h"
#include "client/ctl/json_fields.h"
#include "shared/base/utf8.h"
#include "shared/domain/redaction.h"

namespace aandacht::ctl {
namespace {

constexpr domain::SpanKind kLastKind = domain::SpanKind::kPostcode;

std::vector<std::pair<const char*, std::string>> kinds() {
  std::vector<std::pair<const char*, std::string>> made;
  for (int kind = 0; kind <= static_cast<int>(kLastKind); ++kind) {
    const std::string_view name = domain::name(static_cast<domain::SpanKind>(kind));
    made.emplace_back(name.data(), std::string(name));
  }
  return made;
}

WantedSpan read_span(JsonFields& fields, std::size_t length) {
  WantedSpan span;
  const std::int64_t start = fields.whole_or("start", -1);
  const std::int64_t end = fields.whole_or("end", -1);
  if (start < 0) fields.wrong("start", "is missing or below 0");
  if (end <= start || end > static_cast<std::int64_t>(length)) {
    fields.wrong("end", absl::StrCat("must be above start and at most ", length,
                                     ", the number of Unicode code points in the text"));
  }
  span.start = static_cast<std::size_t>(std::max<std::int64_t>(start, 0));
  span.end = static_cast<std::size_t>(std::max<std::int64_t>(end, 0));
  span.kind = fields.choice<std::string>("kind", kinds());
  return span;
}

}  // namespace

absl::StatusOr<RedactionLine> parse_redaction_line(std::string_view json) {
  const absl::StatusOr<nlohmann::json> object = parse_object(json);
  if (!object.ok()) return object.status();
  absl::Status fault;
  JsonFields fields(*object, fault);
  RedactionLine line;
  line.speaker = fields.choice<domain::Speaker>(
      "speaker", {{"customer", domain::Speaker::kCustomer}, {"agent", domain::Speaker::kAgent}});
  line.language = fields.text_or("lang");
  line.text = fields.text("text");
  line.call = fields.text_or("call");
  if (!fields.has("spans")) fields.wrong("spans", "is missing: [] when nothing must be taken out");
  for (JsonFields& span : fields.objects("spans")) {
    line.spans.push_back(read_span(span, base::count_code_points(line.text)));
  }
  if (!fault.ok()) return fault;
  return line;
}

}  // namespace aandacht::ctl
