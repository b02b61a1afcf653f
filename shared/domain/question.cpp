#include "shared/domain/question.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <vector>

#include "absl/strings/str_cat.h"
#include "shared/base/utf8.h"
#include "shared/domain/clause.h"
#include "shared/domain/phrase_list.h"
#include "shared/domain/question_words.h"

namespace aandacht::domain {
namespace {

constexpr std::size_t kFewestWords = 3;
constexpr std::size_t kMostWords = 30;
constexpr std::size_t kMostBytes = 240;
constexpr double kFullSubject = 2.5;  // Telling words.
constexpr double kLeastSubject = 0.55;
constexpr double kSubject = 0.4;
constexpr double kAnnounced = 0.5;  // "I am calling about …"
constexpr double kRequest = 0.4;
constexpr double kTrouble = 0.2;
constexpr double kMostCues = 0.6;
constexpr double kTelling = 0.5;  // Weight of a word that may be what it is about.
constexpr double kLeastScore = 0.35;
constexpr double kAnswer = 0.5;  // Of the score of what answers the agent's checks.
constexpr std::size_t kIntroductionWords = 14;
constexpr std::size_t kGapBytes = 8;   // Between greeting and name: "ja eh".
constexpr std::size_t kNameWords = 2;  // After the first of a name.

constexpr int kFirstTurns = 3;
constexpr double kFirst = 0.1;
constexpr int kOpeningTurns = 8;
constexpr double kClearer = 0.15;
constexpr double kMuchClearer = 0.3;

enum List : std::size_t { kGreetings, kPeople, kSubjects, kRequests, kTroubles, kAnswers, kLists };
constexpr std::array<std::string_view, kLists> kNames = {"question.introduction", "question.name",
                                                         "question.subject",      "question.request",
                                                         "question.trouble",      "question.not"};

/// All lists as one set, so that a line is read once for all of them.
struct Phrases {
  std::unique_ptr<PhraseSet> set;
  std::vector<List> list_of;  ///< Of each phrase.
};

using Ranges = std::vector<PhraseRange>;  ///< In order of place, the longest first.

struct Candidate {
  std::size_t first = 0;  // Words [first, last).
  std::size_t last = 0;
  double subject = 0;
  double score = 0;
};

class Line {
 public:
  Line(const Normalised& text, std::string_view original, std::string_view language, const Phrases& phrases)
      : text_(text), language_(language), words_(words_of(text, original)) {
    for (const PhraseHit& hit : phrases.set->find_all(text.text))
      found_[phrases.list_of[hit.phrase]].push_back(hit.range);
    weights_.reserve(words_.size());
    for (std::size_t i = 0; i < words_.size(); ++i) weights_.push_back(question_word(word(i), language).weight);
    for (Ranges& ranges : found_) {
      std::sort(ranges.begin(), ranges.end(), [](const PhraseRange& a, const PhraseRange& b) {
        return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
      });
    }
  }

  [[nodiscard]] std::optional<Candidate> best() const {
    const std::size_t from = after_introduction();
    if (words_.size() < from + kFewestWords || subject(from, words_.size()) < kLeastSubject) return std::nullopt;
    const PhraseRange rest{words_[from].begin, words_.back().end};
    const Ranges subjects = within(kSubjects, rest);
    const Ranges requests = within(kRequests, rest);
    const Ranges troubles = within(kTroubles, rest);
    const Ranges answers = within(kAnswers, rest);
    std::optional<Candidate> best;
    for (Candidate candidate : parts(from)) {
      const bool asks = any_in(subjects, candidate) || any_in(requests, candidate);
      const double cues = (any_in(subjects, candidate) ? kAnnounced : 0) +
                          (any_in(requests, candidate) ? kRequest : 0) + (any_in(troubles, candidate) ? kTrouble : 0);
      candidate.score = kSubject * std::min(1.0, candidate.subject / kFullSubject) + std::min(kMostCues, cues);
      if (any_in(answers, candidate) && !asks) candidate.score *= kAnswer;
      if (candidate.last - candidate.first > kMostWords) shorten(candidate, {&subjects, &requests, &troubles});
      if (!best || candidate.score > best->score) best = candidate;
    }
    if (!best || best->score < kLeastScore || best->subject < kLeastSubject) return std::nullopt;
    return best;
  }

  [[nodiscard]] std::size_t begin_of(const Candidate& candidate) const { return words_[candidate.first].begin; }
  [[nodiscard]] std::size_t end_of(const Candidate& candidate) const { return words_[candidate.last - 1].end; }

 private:
  [[nodiscard]] std::string_view word(std::size_t at) const {
    return std::string_view(text_.text).substr(words_[at].begin, words_[at].end - words_[at].begin);
  }

  [[nodiscard]] Ranges within(List list, const PhraseRange& part) const {
    Ranges ranges;
    for (const PhraseRange& range : found_[list]) {
      if (range.begin >= part.begin && range.end <= part.end) ranges.push_back(range);
    }
    return ranges;
  }

  [[nodiscard]] std::size_t after_introduction() const {
    if (words_.empty()) return 0;
    const PhraseRange start{words_.front().begin, words_[std::min(words_.size(), kIntroductionWords) - 1].end};
    std::size_t end = 0;
    for (const PhraseRange& range : within(kGreetings, start)) {
      if (range.begin <= end + kGapBytes) end = std::max(end, range.end);
    }
    std::size_t first = 0;
    std::size_t name = 0;
    for (const PhraseRange& range : within(kPeople, start)) {
      if (range.begin <= std::max(end, name) + kGapBytes) name = std::max(name, range.end);
    }
    while (first < words_.size() && words_[first].begin < std::max(end, name)) ++first;
    return name > 0 ? after_name(first) : first;
  }

  /// The rest of a name ends where a sentence begins: with a small word.
  [[nodiscard]] std::size_t after_name(std::size_t first) const {
    for (std::size_t at = first; at < std::min(words_.size(), first + kNameWords + 1); ++at) {
      if (is_stop_word(word(at), language_)) return at;
      if (weights_[at] < 1) return first;
    }
    return first;
  }

  [[nodiscard]] double subject(std::size_t first, std::size_t last) const {
    double sum = 0;
    for (std::size_t i = first; i < last; ++i) {
      if (weights_[i] >= kTelling) sum += weights_[i];
    }
    return sum;
  }

  /// The sentences; one with little subject goes on in the next.
  [[nodiscard]] std::vector<Candidate> parts(std::size_t from) const {
    std::vector<Candidate> result;
    for (std::size_t first = from; first < words_.size();) {
      std::size_t last = first + 1;
      while (last < words_.size() && words_[last].before != Break::kStop && words_[last].before != Break::kQuestion)
        ++last;
      result.push_back({first, last, subject(first, last), 0});
      first = last;
    }
    for (std::size_t i = 0; i + 1 < result.size(); ++i) {
      if (result[i].subject >= kLeastSubject || result[i + 1].last - result[i].first > kMostWords) continue;
      result[i].last = result[i + 1].last;
      result[i].subject += result[i + 1].subject;
    }
    return result;
  }

  [[nodiscard]] bool inside(const PhraseRange& range, const Candidate& part) const {
    return range.begin >= words_[part.first].begin && range.begin < words_[part.last - 1].end;
  }

  [[nodiscard]] bool any_in(const Ranges& ranges, const Candidate& part) const {
    return std::any_of(ranges.begin(), ranges.end(), [&](const PhraseRange& range) { return inside(range, part); });
  }

  /// Speech without stops: from a little before the first cue on.
  void shorten(Candidate& part, std::initializer_list<const Ranges*> cues) const {
    std::size_t cue = std::string::npos;
    for (const auto* ranges : cues) {
      for (const PhraseRange& range : *ranges) {
        if (inside(range, part)) cue = std::min(cue, range.begin);
      }
      if (cue != std::string::npos) break;
    }
    std::size_t first = part.first;
    while (cue != std::string::npos && first + kMostWords < part.last && words_[first].begin < cue) ++first;
    part.first = first;
    part.last = std::min(part.last, first + kMostWords);
    part.subject = subject(part.first, part.last);
  }

  const Normalised& text_;
  std::string_view language_;
  std::vector<Word> words_;
  std::vector<double> weights_;  // Of the words, see subject_weight().
  std::array<Ranges, kLists> found_;
};

}  // namespace

struct QuestionFinder::Compiled {
  std::map<std::string, Phrases, std::less<>> languages;
};

QuestionFinder::QuestionFinder() : compiled_(std::make_unique<Compiled>()) {}
QuestionFinder::~QuestionFinder() = default;

absl::StatusOr<std::unique_ptr<QuestionFinder>> QuestionFinder::create(const std::map<std::string, Lexicon>& lexicons) {
  auto finder = std::unique_ptr<QuestionFinder>(new QuestionFinder());
  for (const auto& [name, lexicon] : lexicons) {
    Phrases& phrases = finder->compiled_->languages[name];
    std::vector<std::string> all;
    for (std::size_t list = 0; list < kLists; ++list) {
      const auto entries = lexicon.phrases.find(std::string(kNames[list]));
      if (entries == lexicon.phrases.end()) continue;
      all.insert(all.end(), entries->second.begin(), entries->second.end());
      phrases.list_of.resize(all.size(), static_cast<List>(list));
    }
    auto set = PhraseSet::create(all);
    if (!set.ok())
      return absl::InvalidArgumentError(absl::StrCat(name, " questions: ", std::string(set.status().message())));
    phrases.set = *std::move(set);
  }
  return finder;
}

std::optional<QuestionMention> QuestionFinder::find(const Normalised& text, std::string_view original,
                                                    std::string_view language) const {
  const auto phrases = compiled_->languages.find(base_language(language));
  if (phrases == compiled_->languages.end()) return std::nullopt;
  const Line line(text, original, language, phrases->second);
  const std::optional<Candidate> best = line.best();
  if (!best) return std::nullopt;
  const std::string_view words = original_words(text, original, line.begin_of(*best), line.end_of(*best));
  return QuestionMention{std::string(base::truncate_utf8(words, kMostBytes)), best->score, "", ""};
}

bool is_better_question(const Call& call, const QuestionMention& mention) {
  if (call.phase == CallPhase::kClosing) return false;
  if (!call.question) return true;
  const double needed = call.turns < kOpeningTurns ? kClearer : kMuchClearer;
  return mention.score >= call.question->confidence + needed;
}

void take_question(Call& call, const std::string& utterance_id, const Reading& reading) {
  if (!reading.question || !is_better_question(call, *reading.question)) return;
  const QuestionMention& mention = *reading.question;
  // What is said first is what they call for, unless something is said much clearer.
  const double first = call.turns < kFirstTurns ? kFirst : 0;
  call.question =
      Question{mention.words, utterance_id, std::min(1.0, mention.score + first), mention.why_id, mention.group};
}

}  // namespace aandacht::domain
