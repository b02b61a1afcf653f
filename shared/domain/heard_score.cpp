#include "shared/domain/heard_score.h"

#include <algorithm>
#include <cstdint>
#include <optional>

namespace aandacht::domain::heard {
namespace {

constexpr double kEnough = 3;
constexpr double kEventWithPerson = 1.5;  // above all else that the same words may be
constexpr std::size_t kNear = 9;          // words between cues that belong together
constexpr std::size_t kBeside = 3;        // words between a "no" and what is missing
constexpr std::size_t kClose = 5;         // words between "cannot" and the deed

constexpr std::uint32_t bit(Cue cue) { return 1U << cue; }
constexpr std::uint32_t kAnyPerson = bit(kSelf) | bit(kThird) | bit(kRelative) | bit(kNamed);

// What a cue says by itself and what else it needs.
struct Weight {
  Cue cue;
  HeardKind kind;
  double alone;
};

constexpr std::array<Weight, 12> kAnchors = {{{kEvent, HeardKind::kLifeEvent, 2},
                                              {kSureEvent, HeardKind::kLifeEvent, 3},
                                              {kPlan, HeardKind::kPlan, 2},
                                              {kSurePlan, HeardKind::kPlan, 3},
                                              {kMove, HeardKind::kPlan, 1},
                                              {kSurePerson, HeardKind::kPerson, 3},
                                              {kFeeling, HeardKind::kFeeling, 2},
                                              {kSureFeeling, HeardKind::kFeeling, 3},
                                              {kCondition, HeardKind::kConstraint, 2},
                                              {kSureCondition, HeardKind::kConstraint, 3},
                                              {kAble, HeardKind::kConstraint, 1},
                                              {kLimit, HeardKind::kConstraint, 1}}};

class Scorer {
 public:
  explicit Scorer(const Scene& scene) : scene_(scene) {}

  std::vector<Fact> facts() {
    for (const CueHit& hit : scene_.cues) {
      for (const Weight& weight : kAnchors) {
        if (hit.list == weight.cue) consider(hit, weight);
      }
      if (hit.list == kRelative || hit.list == kNamed) consider_relative(hit);
      if (hit.list == kLack) consider_lack(hit);
    }
    std::stable_sort(facts_.begin(), facts_.end(), [](const Fact& a, const Fact& b) { return a.first < b.first; });
    return std::move(facts_);
  }

 private:
  bool together(std::size_t a, std::size_t b) const { return scene_.stretches[a] == scene_.stretches[b]; }

  static std::size_t distance(const CueHit& a, const CueHit& b) {
    if (b.first > a.last) return b.first - a.last;
    return a.first > b.last ? a.first - b.last : 0;
  }

  // The nearest cue of these lists in the same stretch, at most `reach` words away; not the anchor itself.
  const CueHit* nearest(const CueHit& anchor, std::uint32_t lists, std::size_t reach) const {
    const CueHit* best = nullptr;
    for (const CueHit& cue : scene_.cues) {
      if ((1U << cue.list & lists) == 0 || !together(anchor.first, cue.first)) continue;
      const std::size_t far = distance(anchor, cue);
      if (far == 0 || far > reach || (best != nullptr && far >= distance(anchor, *best))) continue;
      best = &cue;
    }
    return best;
  }

  // A relative counts when it is one's own: "my mother", "our dog".
  bool is_own(const CueHit& relative) const {
    if (relative.list == kNamed) return true;
    return std::any_of(scene_.cues.begin(), scene_.cues.end(), [&](const CueHit& cue) {
      return cue.list == kOwn && cue.last < relative.first && relative.first - cue.last <= 2 &&
             together(cue.first, relative.first);
    });
  }

  const CueHit* person(const CueHit& anchor) const {
    const CueHit* best = nullptr;
    for (const CueHit& cue : scene_.cues) {
      if ((1U << cue.list & kAnyPerson) == 0 || !together(anchor.first, cue.first)) continue;
      if (cue.list == kRelative && !is_own(cue)) continue;
      const std::size_t far = distance(anchor, cue);
      if (far > kNear || (best != nullptr && far >= distance(anchor, *best))) continue;
      best = &cue;
    }
    return best;
  }

  // A day that is still to come, in the anchor's stretch.
  bool day_to_come(const CueHit& anchor) const {
    const absl::CivilDay today(scene_.now);
    return std::any_of(scene_.dates.begin(), scene_.dates.end(), [&](const DateMention& date) {
      return date.day && *date.day >= today && in_stretch(date, anchor);
    });
  }

  bool time_near(const CueHit& anchor) const {
    return std::any_of(scene_.dates.begin(), scene_.dates.end(), [&](const DateMention& date) {
      return in_stretch(date, anchor) && date.end > scene_.words[anchor.first].begin;
    });
  }

  bool in_stretch(const DateMention& date, const CueHit& anchor) const {
    const auto word =
        std::find_if(scene_.words.begin(), scene_.words.end(), [&](const Word& w) { return w.end > date.begin; });
    return word != scene_.words.end() && together(static_cast<std::size_t>(word - scene_.words.begin()), anchor.first);
  }

  double against(const CueHit& anchor) const {
    return static_cast<double>(std::count_if(scene_.cues.begin(), scene_.cues.end(), [&](const CueHit& cue) {
      return cue.list == kAgainst && together(anchor.first, cue.first) && distance(anchor, cue) <= kNear;
    }));
  }

  void consider(const CueHit& anchor, const Weight& weight) {
    const CueHit* who = person(anchor);
    const CueHit* also = nullptr;
    double score = weight.alone - against(anchor);
    switch (weight.kind) {
      case HeardKind::kFeeling:
        who = nearest(anchor, bit(kSelf), kNear);
        score += who != nullptr ? 1 : 0;
        break;
      case HeardKind::kPlan:
        score += who != nullptr ? 1 : 0;
        score += day_to_come(anchor) ? 1 : 0;
        break;
      case HeardKind::kLifeEvent:
        if (who == nullptr) who = nearest(anchor, bit(kOwn), kNear);  // "my shop went under"
        score += who != nullptr ? kEventWithPerson : 0;
        break;
      case HeardKind::kPerson:
      case HeardKind::kConstraint:
        score += who != nullptr ? 1 : 0;
        break;
      case HeardKind::kPinned:  // No words say so: the agent does.
        return;
    }
    if (weight.cue == kAble) {
      also = nearest(anchor, bit(kCannot), kClose);
      score += also != nullptr ? 1 : 0;
    }
    if (weight.cue == kLimit) score += time_near(anchor) ? 1 : 0;
    if (score >= kEnough) add(anchor, who, also, weight.kind, score);
  }

  // "my daughter cycles to school": a relative of one's own with something about their life.
  void consider_relative(const CueHit& relative) {
    if (!is_own(relative)) return;
    const CueHit* lives = nearest_after(relative, kLives);
    const CueHit* reports = nearest_after(relative, kReports);
    if (lives == nullptr || (reports != nullptr && reports->first <= lives->first)) return;
    const std::size_t left = words_left_after(*lives);
    const double score = kEnough - against(relative);
    if (left >= 1 && score >= kEnough) add(relative, lives, nullptr, HeardKind::kPerson, score);
  }

  // "I have no car".
  void consider_lack(const CueHit& lack) {
    const CueHit* none = nullptr;
    for (const CueHit& cue : scene_.cues) {
      if (cue.list == kCannot && cue.last < lack.first && lack.first - cue.last <= kBeside &&
          together(cue.first, lack.first))
        none = &cue;
    }
    if (none == nullptr) return;
    const CueHit* who = person(lack);
    const double score = 2 + (who != nullptr ? 1 : 0) - against(lack);
    if (score >= kEnough) add(lack, none, who, HeardKind::kConstraint, score);
  }

  const CueHit* nearest_after(const CueHit& relative, Cue list) const {
    for (const CueHit& cue : scene_.cues) {
      if (cue.list == list && cue.first > relative.last && cue.first - relative.last <= kBeside &&
          together(cue.first, relative.first))
        return &cue;
    }
    return nullptr;
  }

  std::size_t words_left_after(const CueHit& cue) const {
    std::size_t count = 0;
    for (std::size_t i = cue.last + 1; i < scene_.words.size() && together(i, cue.last); ++i) ++count;
    return count;
  }

  void add(const CueHit& anchor, const CueHit* one, const CueHit* other, HeardKind kind, double score) {
    Fact fact{anchor.first, anchor.last, kind, score};
    for (const CueHit* cue : {one, other}) {
      if (cue == nullptr) continue;
      fact.first = std::min(fact.first, cue->first);
      fact.last = std::max(fact.last, cue->last);
    }
    facts_.push_back(fact);
  }

  const Scene& scene_;
  std::vector<Fact> facts_;
};

}  // namespace

std::vector<Fact> score(const Scene& scene) { return Scorer(scene).facts(); }

}  // namespace aandacht::domain::heard
