#include "shared/domain/reader.h"

#include <utility>

#include "shared/base/utf8.h"
#include "shared/domain/coach.h"
#include "shared/domain/cues.h"
#include "shared/domain/dates.h"
#include "shared/domain/heard.h"
#include "shared/domain/normalise.h"
#include "shared/domain/phrase_list.h"
#include "shared/domain/promises.h"
#include "shared/domain/question.h"
#include "shared/domain/sentiment.h"
#include "shared/domain/why_index.h"

namespace aandacht::domain {
namespace {

constexpr std::size_t kMostBytes = 16 << 10;
constexpr std::size_t kMostWhys = 5;
constexpr double kClearWhy = 1;  // See WhyMatch::score.

class LibraryReader final : public Reader {
 public:
  /// Compiles everything; the first thing that does not compile ends it.
  absl::Status compile(const Library& library) {
    absl::Status status = take(Coach::create(library), coach_);
    if (status.ok()) status = take(SentimentScorer::create(library), sentiment_);
    if (status.ok()) status = take(Cues::create(library.lexicons), cues_);
    if (status.ok()) status = take(HeardFinder::create(library.lexicons), heard_);
    if (status.ok()) status = take(PromiseFinder::create(library.lexicons), promises_);
    if (status.ok()) status = take(QuestionFinder::create(library.lexicons), questions_);
    if (status.ok()) whys_ = std::make_unique<WhyIndex>(library.whys, library.lexicons);
    return status;
  }

  Reading read(Speaker speaker, std::string_view text, const ReadingContext& context) const override {
    const std::string repaired = base::to_valid_utf8(text.substr(0, kMostBytes));
    const std::string_view original = base::truncate_utf8(repaired, kMostBytes);
    const Normalised words = folded(normalise(original));
    Reading reading;
    reading.language = context.language.empty() ? guess_language(words.text) : base_language(context.language);
    const Signs signs = cues_->read(words.text, reading.language);
    reading.closes = signs.closes;
    reading.whys = whys_->match(words, original, reading.language, context.queue, kMostWhys);
    const absl::CivilMinute now(absl::ToCivilMinute(context.said, context.time_zone));
    const std::vector<DateMention> dates = find_dates(words.text, reading.language, now);
    reading.names_day = last_day_to_come(dates, absl::CivilDay(now));
    switch (speaker) {
      case Speaker::kCustomer:
        read_customer(words, original, context, signs, dates, reading);
        break;
      case Speaker::kAgent:
        read_agent(words, original, context, signs, dates, reading);
        break;
    }
    return reading;
  }

  std::vector<const Why*> search_whys(std::string_view query, std::string_view language, std::string_view queue,
                                      std::size_t limit) const override {
    return whys_->search(base::to_valid_utf8(query), base_language(language), queue, limit);
  }

 private:
  template <typename T>
  static absl::Status take(absl::StatusOr<std::unique_ptr<T>> made, std::unique_ptr<T>& into) {
    if (made.ok()) into = *std::move(made);
    return made.status();
  }

  void read_customer(const Normalised& words, std::string_view original, const ReadingContext& context,
                     const Signs& signs, const std::vector<DateMention>& dates, Reading& reading) const {
    reading.sentiment = sentiment_->score(words.text, reading.language, original);
    reading.asks_why = signs.asks_why;
    reading.content = signs.content && !signs.discontent;
    reading.discontent = signs.discontent;
    reading.asks_more = signs.asks_more;
    reading.resigns = signs.resigns;
    reading.heard = heard_->find(words, original, reading.language, context.said, context.time_zone, dates);
    reading.question = questions_->find(words, original, reading.language);
    if (reading.question && !reading.whys.empty() && reading.whys.front().score >= kClearWhy) {
      reading.question->why_id = reading.whys.front().why_id;
    }
  }

  void read_agent(const Normalised& words, std::string_view original, const ReadingContext& context, const Signs& signs,
                  const std::vector<DateMention>& dates, Reading& reading) const {
    reading.coach = coach_->find(words, original, reading.language);
    reading.promises = promises_->find(words, original, reading.language,
                                       {context.said, context.time_zone, context.spoken_day}, dates);
    reading.acknowledges = signs.acknowledges;
    reading.advises_or_closes = signs.closes || signs.advises;
    reading.refuses = signs.refuses;
    reading.refuses_firmly = signs.refuses_firmly;
    reading.offers_instead = signs.offers_instead;
    reading.takes_back = signs.takes_back;
    reading.at_work = signs.at_work;
    reading.offers_more = signs.offers_more;
  }

  std::unique_ptr<Coach> coach_;
  std::unique_ptr<SentimentScorer> sentiment_;
  std::unique_ptr<Cues> cues_;
  std::unique_ptr<HeardFinder> heard_;
  std::unique_ptr<PromiseFinder> promises_;
  std::unique_ptr<QuestionFinder> questions_;
  std::unique_ptr<WhyIndex> whys_;
};

}  // namespace

absl::StatusOr<std::unique_ptr<Reader>> Reader::create(const Library& library) {
  auto reader = std::make_unique<LibraryReader>();
  if (absl::Status status = reader->compile(library); !status.ok()) return status;
  return std::unique_ptr<Reader>(std::move(reader));
}

}  // namespace aandacht::domain
