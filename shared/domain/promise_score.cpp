#include "shared/domain/promise_score.h"

#include <algorithm>
#include <optional>

namespace aandacht::domain::promises {
namespace {

constexpr std::size_t kNear = 12;     // words between a deed and its moment
constexpr std::size_t kCancels = 5;   // words between a deed and what undoes it
constexpr std::size_t kFewWords = 8;  // "at the latest on Monday before twelve"
constexpr std::size_t kBeside = 7;    // words between "is" and what will be done

struct Span {
  std::size_t first = 0;
  std::size_t last = 0;
};

std::size_t distance(Span a, Span b) {
  if (b.first > a.last) return b.first - a.last;
  return a.first > b.last ? a.first - b.last : 0;
}

Span span_of(const CueHit& cue) { return {cue.first, cue.last}; }

class Scorer {
 public:
  explicit Scorer(const Scene& scene) : scene_(scene) {
    for (const DateMention& date : scene.dates) {
      if (is_to_come(date, scene.now)) moments_.push_back(words_of(date));
    }
  }

  std::vector<Commitment> commitments() {
    for (const CueHit& cue : scene_.cues) consider(cue);
    std::stable_sort(found_.begin(), found_.end(),
                     [](const Commitment& a, const Commitment& b) { return a.first < b.first; });
    return std::move(found_);
  }

 private:
  Span words_of(const DateMention& date) const {
    Span span{scene_.words.size(), 0};
    for (std::size_t i = 0; i < scene_.words.size(); ++i) {
      if (scene_.words[i].end <= date.begin || scene_.words[i].begin >= date.end) continue;
      span.first = std::min(span.first, i);
      span.last = i;
    }
    return span;
  }

  bool together(std::size_t a, std::size_t b) const { return scene_.stretches[a] == scene_.stretches[b]; }

  std::optional<Span> moment_near(Span anchor) const {
    std::optional<Span> best;
    for (const Span& moment : moments_) {
      if (moment.first >= scene_.words.size() || !together(moment.first, anchor.first)) continue;
      if (distance(moment, anchor) > kNear) continue;
      if (!best || distance(moment, anchor) < distance(*best, anchor)) best = moment;
    }
    return best;
  }

  // "Uiterlijk maandag." after "dan maak ik het in orde": a stretch of its own with little else.
  std::optional<Span> moment_beside(Span anchor) const {
    const std::size_t stretch = scene_.stretches[anchor.first];
    for (const Span& moment : moments_) {
      const std::size_t other = scene_.stretches[moment.first];
      if ((other == stretch + 1 || other + 1 == stretch) && size_of(other) <= kFewWords) return moment;
    }
    return std::nullopt;
  }

  std::size_t size_of(std::size_t stretch) const {
    return static_cast<std::size_t>(std::count(scene_.stretches.begin(), scene_.stretches.end(), stretch));
  }

  const CueHit* near(Span anchor, Cue list, std::size_t reach) const {
    for (const CueHit& cue : scene_.cues) {
      if (cue.list == list && together(cue.first, anchor.first) && distance(span_of(cue), anchor) <= reach) return &cue;
    }
    return nullptr;
  }

  // `begins`: the promise begins with who makes it, so that what stands before belongs to another clause.
  bool cancelled(Span anchor, bool begins) const {
    return std::any_of(scene_.cues.begin(), scene_.cues.end(), [&](const CueHit& cue) {
      if (!together(cue.first, anchor.first)) return false;
      const std::size_t reach = begins && cue.last < anchor.first ? 1 : kCancels;
      if (cue.list == kNot) return distance(span_of(cue), anchor) <= reach;
      return cue.list == kIf && cue.first <= anchor.first;
    });
  }

  PromisedBy by(Span anchor, Cue list) const {
    if (near(anchor, kColleague, kNear) != nullptr) return PromisedBy::kColleague;
    if (list != kAct && list != kDeed && list != kSure && list != kArranged) return PromisedBy::kCompany;
    return near(anchor, kCompany, 1) != nullptr ? PromisedBy::kCompany : PromisedBy::kAgent;
  }

  void consider(const CueHit& cue) {
    const auto list = static_cast<Cue>(cue.list);
    Span anchor = span_of(cue);
    switch (list) {
      case kSure:
      case kDeed:
      case kAct:
      case kGets:
      case kComes:
      case kArranged:
        break;
      case kDone: {
        const CueHit* becomes = near(anchor, kBecomes, kBeside);
        if (becomes == nullptr && near(anchor, kDeadline, kBeside) == nullptr) return;
        if (becomes != nullptr) anchor = {std::min(anchor.first, becomes->first), std::max(anchor.last, becomes->last)};
        break;
      }
      case kDeadline:
        if (size_of(scene_.stretches[cue.first]) > kFewWords) return;
        break;
      case kBecomes:
      case kCompany:
      case kColleague:
      case kNot:
      case kIf:
      case kSoon:
      case kThen:
      case kAnd:
      case kCues:
        return;
    }
    if (cancelled(anchor, list == kAct || list == kDeed || list == kSure)) return;
    std::optional<Span> moment = moment_near(anchor);
    if (!moment && (list == kAct || list == kDeed || list == kArranged)) moment = moment_beside(anchor);
    const bool by_itself = list == kSure || list == kDeed;
    if (!moment && !by_itself) return;
    const PromisedBy who = by(anchor, list);
    const bool beside = moment && !together(moment->first, anchor.first);
    if (moment && !beside) anchor = {std::min(anchor.first, moment->first), std::max(anchor.last, moment->last)};
    if (beside && moment->first > anchor.last) anchor.last = moment->last;
    found_.push_back({anchor.first, anchor.last, !by_itself, who});
  }

  const Scene& scene_;
  std::vector<Span> moments_;
  std::vector<Commitment> found_;
};

}  // namespace

bool is_to_come(const DateMention& date, absl::CivilMinute now) {
  if (date.day) return *date.day >= absl::CivilDay(now);
  return date.minute || date.moment;
}

std::vector<Commitment> commitments(const Scene& scene) { return Scorer(scene).commitments(); }

}  // namespace aandacht::domain::promises
