#include "shared/domain/why_check.h"

#include <algorithm>
#include <tuple>

namespace aandacht::domain {
namespace {

/// FNV-1a, so that equals are dealt in another order every day and for everybody, and in the same one everywhere.
std::uint64_t mixed(std::uint64_t seed, std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325U ^ seed;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
  return hash;
}

WhyShare share_of(int count, int people) {
  if (3 * count < people) return WhyShare::kFew;
  return 3 * count > 2 * people ? WhyShare::kMost : WhyShare::kSome;
}

}  // namespace

std::string choose_why_check(const std::vector<WhyCandidate>& candidates, std::uint64_t seed) {
  const auto order = [seed](const WhyCandidate& each) {
    return std::tuple(each.own, each.lately == 0, each.answers, mixed(seed, each.why_id), each.why_id);
  };
  const auto best = std::min_element(candidates.begin(), candidates.end(),
                                     [&](const auto& one, const auto& other) { return order(one) < order(other); });
  return best == candidates.end() || best->own ? std::string() : best->why_id;
}

bool counts_anew(const WhyPicture& picture) { return picture.differing >= kWhyAnswersTogether; }

ToldWhy look_at_why(const ToldWhy& before, const WhyPicture& picture, const std::function<int()>& toss) {
  if (!counts_anew(picture)) return before;
  const int people = static_cast<int>(picture.now.size());
  if (people < kFewestWhyAnswers) return {};
  const auto share = [&](WhyLevel least) {
    const auto count =
        std::count_if(picture.now.begin(), picture.now.end(), [least](WhyLevel level) { return level >= least; });
    return share_of(static_cast<int>(count) + toss(), people);
  };
  ToldWhy told{people, share(WhyLevel::kKnow), share(WhyLevel::kFeel), share(WhyLevel::kTell)};
  // A step holds the ones before it, whatever the tosses were.
  told.feel = std::min(told.feel, told.know);
  told.tell = std::min(told.tell, told.feel);
  return told;
}

}  // namespace aandacht::domain
