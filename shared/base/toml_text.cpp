#include "shared/base/toml_text.h"

#include <algorithm>
#include <numeric>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"

namespace aandacht::base {
namespace {

constexpr std::size_t kCommentColumns = 100;

// Levenshtein's distance with two rows.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t above = row[j];
      row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0U : 1U)});
      diagonal = above;
    }
  }
  return row[b.size()];
}

}  // namespace

std::string toml_quote(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      quoted += {'\\', c};
    } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) {
      absl::StrAppendFormat(&quoted, "\\u%04x", static_cast<unsigned char>(c));
    } else {
      quoted += c;
    }
  }
  return quoted + "\"";
}

std::string toml_list(const std::vector<std::string>& texts) {
  return absl::StrCat(
      "[", absl::StrJoin(texts, ", ", [](std::string* out, const std::string& t) { out->append(toml_quote(t)); }), "]");
}

std::string toml_comment(std::string_view text) {
  std::string comment;
  const std::vector<std::string> paragraphs = absl::StrSplit(std::string(text), '\n');
  for (const std::string& paragraph : paragraphs) {
    std::string line = "#";
    const std::vector<std::string> words = absl::StrSplit(paragraph, ' ', absl::SkipEmpty());
    for (const std::string& word : words) {
      if (line.size() + 1 + word.size() > kCommentColumns) {
        absl::StrAppend(&comment, line, "\n");
        line.resize(1);
      }
      absl::StrAppend(&line, " ", word);
    }
    absl::StrAppend(&comment, line, "\n");
  }
  return comment;
}

std::string nearest(std::string_view text, const std::vector<std::string>& known) {
  std::string best;
  std::size_t least = std::max<std::size_t>(2, text.size() / 3) + 1;
  for (const std::string& candidate : known) {
    const std::size_t apart = distance(text, candidate);
    if (apart < least) {
      least = apart;
      best = candidate;
    }
  }
  return best;
}

}  // namespace aandacht::base
