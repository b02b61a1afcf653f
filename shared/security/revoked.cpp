#include "shared/security/revoked.h"

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "shared/base/text_file.h"

namespace aandacht::security {

std::set<std::string> parse_revoked(std::string_view text) {
  std::set<std::string> ids;
  for (absl::string_view line : absl::StrSplit(absl::string_view(text.data(), text.size()), '\n')) {
    line = absl::StripAsciiWhitespace(line.substr(0, line.find('#')));
    if (!line.empty()) ids.emplace(line);
  }
  return ids;
}

absl::Status revoke(const std::filesystem::path& file, const std::string& token_id) {
  const std::set<std::string> alone = parse_revoked(token_id);
  if (alone.size() != 1 || *alone.begin() != token_id)
    return absl::InvalidArgumentError("give the id (jti) of one token; aandachtctl token show tells it");
  absl::StatusOr<std::string> text = base::read_text_file(file);
  if (absl::IsNotFound(text.status())) text = "";
  if (!text.ok()) return text.status();
  if (parse_revoked(*text).count(token_id) != 0) return absl::OkStatus();
  if (!text->empty() && text->back() != '\n') *text += '\n';
  return base::write_text_file(file, absl::StrCat(*text, token_id, "\n"));
}

}  // namespace aandacht::security
