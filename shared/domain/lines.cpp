#include "shared/domain/lines.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"

namespace aandacht::domain {
namespace {

constexpr std::size_t kPiles = 4;
constexpr std::size_t kFewestToDeal = 12;  // Of fewer lines the richest counts more than a new one.

bool fits(AddressForm line, const Call& call) {
  if (line == AddressForm::kUnknown) return true;
  // Nobody is offended by "u".
  const AddressForm wanted = call.customer && call.customer->address_form != AddressForm::kUnknown
                                 ? call.customer->address_form
                                 : AddressForm::kFormal;
  return line == wanted;
}

std::size_t count_slots(const std::string& text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '{'));
}

// Of the filled lines that name most of what is known, the seed's.
std::optional<std::string> pick(const std::vector<std::string>& templates, const Slots& slots, std::uint64_t seed) {
  std::vector<std::string> best;
  std::size_t most = 0;
  for (const std::string& text : templates) {
    std::optional<std::string> filled = fill(text, slots);
    if (!filled) continue;
    const std::size_t named = count_slots(text);
    if (named > most) {
      most = named;
      best.clear();
    }
    if (named == most) best.push_back(*std::move(filled));
  }
  if (best.empty()) return std::nullopt;
  return best[seed % best.size()];
}

// A slot may begin a line.
std::optional<std::string> capitalised(std::optional<std::string> line) {
  if (line && !line->empty() && line->front() >= 'a' && line->front() <= 'z') {
    line->front() = static_cast<char>(line->front() - 'a' + 'A');
  }
  return line;
}

std::string first_name(const std::string& name) { return name.substr(0, name.find(' ')); }

}  // namespace

std::optional<std::string> fill(const std::string& text, const Slots& slots) {
  std::string filled;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t open = text.find('{', at);
    filled += text.substr(at, open - at);
    if (open == std::string::npos) break;
    const std::size_t close = text.find('}', open);
    if (close == std::string::npos) return std::nullopt;
    const auto slot = slots.find(text.substr(open + 1, close - open - 1));
    if (slot == slots.end()) return std::nullopt;
    filled += slot->second;
    at = close + 1;
  }
  return filled;
}

Slots slots_of(const Call& call, const Library& library, const std::string& why_id) {
  Slots slots;
  if (const Why* why = find_why(library, why_id); why != nullptr && !why->spoken.empty()) slots["topic"] = why->spoken;
  // The surname alone would need a title that nobody told us.
  if (call.customer && (call.customer->address_form == AddressForm::kInformal || call.language == "en")) {
    slots["name"] = first_name(call.customer->name);
  }
  if (call.repeat_contact) {
    slots["count"] = absl::StrCat(call.repeat_contact->ordinal);
    slots["about"] = call.repeat_contact->about;
  }
  if (!call.promises.empty()) slots["promise"] = call.promises.back().text;
  return slots;
}

std::optional<std::string> we_line(const Library& library, const Call& call, CoachLabel label, const Slots& slots,
                                   std::uint64_t seed) {
  std::vector<std::string> all;
  for (const WeLine& line : library.we_lines) {
    if (line.label != label || line.language != call.language || !fits(line.address_form, call)) continue;
    all.push_back(absl::StrCat(line.own, " ", line.act));
  }
  if (all.size() < kFewestToDeal) return capitalised(pick(all, slots, seed));
  const auto pile = static_cast<std::size_t>(std::max(0, call.attention.shown)) % kPiles;
  std::vector<std::string> dealt;
  for (std::size_t i = pile; i < all.size(); i += kPiles) dealt.push_back(all[i]);
  std::optional<std::string> line = pick(dealt, slots, seed);
  if (!line) line = pick(all, slots, seed);
  return capitalised(std::move(line));
}

std::optional<std::string> opening_line(const Library& library, const Call& call, OpeningOccasion occasion,
                                        const Slots& slots, std::uint64_t seed) {
  std::vector<std::string> templates;
  for (const WarmthLine& line : library.warmth_lines) {
    if (!line.opening || line.occasion != occasion || line.language != call.language) continue;
    if (fits(line.address_form, call)) templates.push_back(line.text);
  }
  return pick(templates, slots, seed);
}

std::optional<std::string> warmth_line(const Library& library, const Call& call, const Slots& slots,
                                       std::uint64_t seed) {
  std::vector<std::string> templates;
  for (const WarmthLine& line : library.warmth_lines) {
    if (line.opening || line.phase != call.phase || line.language != call.language) continue;
    if (fits(line.address_form, call)) templates.push_back(line.text);
  }
  return pick(templates, slots, seed);
}

std::uint64_t seed_of(const std::string& text) {
  std::uint64_t hash = 14695981039346656037ULL;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  return hash;
}

}  // namespace aandacht::domain
