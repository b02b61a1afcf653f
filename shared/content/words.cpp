#include "shared/content/words.h"

#include <algorithm>

#include "absl/status/status.h"
#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"

namespace aandacht::content {
namespace {

constexpr int kDeepest = 6;  // Words inside words inside words …

bool is_name(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return absl::ascii_islower(c) || c == '-' || c == '_'; });
}

std::string known_names(const Words& words) {
  return absl::StrJoin(words, ", ", [](std::string* out, const auto& entry) { out->append(entry.first); });
}

absl::StatusOr<std::string> expand(std::string_view phrase, const Words& words, int depth) {
  if (depth > kDeepest) {
    return absl::InvalidArgumentError(absl::StrCat("words use themselves in \"", std::string(phrase), "\""));
  }
  std::string out;
  for (std::size_t i = 0; i < phrase.size(); ++i) {
    const std::size_t close = phrase[i] == '<' ? phrase.find('>', i) : std::string_view::npos;
    const bool group_name = i >= 2 && phrase[i - 1] == 'P' && phrase[i - 2] == '?';
    if (close == std::string_view::npos || group_name || !is_name(phrase.substr(i + 1, close - i - 1))) {
      out.push_back(phrase[i]);
      continue;
    }
    const std::string_view name = phrase.substr(i + 1, close - i - 1);
    const auto found = words.find(name);
    if (found == words.end()) {
      return absl::InvalidArgumentError(absl::StrCat("no words are called <", std::string(name),
                                                     ">; add them to [words] or use one of ", known_names(words)));
    }
    std::vector<std::string> alternatives;
    for (const std::string& word : found->second) {
      absl::StatusOr<std::string> expanded = expand(word, words, depth + 1);
      if (!expanded.ok()) return expanded;
      alternatives.push_back(*std::move(expanded));
    }
    absl::StrAppend(&out, "(?:", absl::StrJoin(alternatives, "|"), ")");
    i = close;
  }
  return out;
}

/// " ... " between words, " ..." at the end and "... " at the beginning of a phrase or an alternative.
std::string write_out_gaps(const std::string& phrase) {
  constexpr std::string_view kDots = "...";
  std::string out;
  for (std::size_t i = 0; i < phrase.size(); ++i) {
    const bool dots = phrase.compare(i, kDots.size(), kDots) == 0;
    const std::size_t after = i + kDots.size();
    const bool opens = i == 0 || phrase[i - 1] == '(' || phrase[i - 1] == '|' || phrase[i - 1] == ':';
    const bool closes = after >= phrase.size() || phrase[after] == ')' || phrase[after] == '|' || phrase[after] == '$';
    const bool spaced = after < phrase.size() && phrase[after] == ' ';
    if (dots && !out.empty() && out.back() == ' ' && (closes || spaced)) {
      out.back() = '(';
      out += "?: \\S+){0,4}";
      i = after - 1;
    } else if (dots && opens && spaced) {
      out += "(?:\\S+ ){0,4}";
      i = after;
    } else {
      out.push_back(phrase[i]);
    }
  }
  return out;
}

}  // namespace

absl::StatusOr<std::string> expand_phrase(std::string_view phrase, const Words& words) {
  absl::StatusOr<std::string> expanded = expand(phrase, words, 0);
  if (!expanded.ok()) return expanded;
  return write_out_gaps(*expanded);
}

}  // namespace aandacht::content
