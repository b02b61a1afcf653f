#include "client/model/amounts.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_replace.h"

namespace aandacht::model {

std::string amount_text(std::int64_t amount, Language language) {
  std::string digits = absl::StrCat(amount);
  const std::size_t first = amount < 0 ? 1 : 0;
  for (std::size_t at = digits.size(); at > first + 3;) {
    at -= 3;
    digits.insert(at, 1, language == Language::kDutch ? '.' : ',');
  }
  return digits;
}

std::string size_text(std::int64_t bytes, Language language) {
  if (bytes < 1000) return absl::StrCat(bytes, " bytes");
  if (bytes < 1'000'000) return absl::StrCat((bytes + 500) / 1000, " kB");
  const auto amount = static_cast<double>(bytes);
  const std::string size =
      bytes < 1'000'000'000 ? absl::StrFormat("%.1f MB", amount / 1e6) : absl::StrFormat("%.1f GB", amount / 1e9);
  return language == Language::kDutch ? absl::StrReplaceAll(size, {{".", ","}}) : size;
}

}  // namespace aandacht::model
