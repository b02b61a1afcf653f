#include "client/ctl/json_out.h"

#include <cmath>

#include "absl/time/civil_time.h"
#include "client/ctl/words.h"

namespace aandacht::ctl {
namespace {

/// What a card is about: a label for a we card, otherwise its topic.
void put_subject(Json& into, const domain::Card& card) {
  if (card.kind == domain::CardKind::kWe && card.label) {
    into["label"] = word(*card.label);
  } else if (!card.topic.empty()) {
    into["topic"] = card.topic;
  }
}

constexpr int kLastMinute = (24 * 60 - 1) * 60;  // A day without a time is due at 23:59 of it.

std::string day_text(absl::CivilDay day) { return absl::FormatCivilTime(day); }

}  // namespace

std::string to_line(const Json& value) {
  return value.dump(-1, ' ', /*ensure_ascii=*/false, Json::error_handler_t::replace);
}

Json moment_json(absl::Time time, absl::TimeZone zone) {
  if (time == absl::InfinitePast() || time == absl::InfiniteFuture()) return nullptr;
  return absl::FormatTime("%Y-%m-%d%ET%H:%M:%E3S%Ez", time, zone);
}

Json due_json(const std::optional<absl::Time>& due, absl::TimeZone zone) {
  if (!due) return nullptr;
  const absl::CivilSecond second = absl::ToCivilSecond(*due, absl::UTCTimeZone());
  const absl::CivilDay day(second);
  const absl::CivilSecond there = absl::ToCivilSecond(*due, zone);
  if (there == absl::CivilSecond(absl::CivilDay(there)) + kLastMinute) return day_text(absl::CivilDay(there));
  return second == absl::CivilSecond(day) ? Json(day_text(day)) : moment_json(*due, zone);
}

double rounded(double value) { return std::round(value * 1e4) / 1e4 + 0.0; }

Json sentiment_json(const std::optional<domain::Sentiment>& sentiment) {
  if (!sentiment) return nullptr;
  return {{"score", rounded(sentiment->score)},
          {"class", word(sentiment->feeling)},
          {"confidence", rounded(sentiment->confidence)}};
}

Json heard_json(const domain::HeardFact& fact) {
  Json made = {{"words", fact.words}, {"kind", word(fact.kind)}};
  if (fact.day) made["day"] = day_text(*fact.day);
  return made;
}

Json promise_json(const domain::Promise& promise, absl::TimeZone zone) {
  return {{"text", promise.text}, {"due", due_json(promise.due, zone)}};
}

Json card_json(const domain::Card& card) {
  Json made = {{"id", card.id}, {"kind", word(card.kind)}};
  put_subject(made, card);
  made["line"] = card.line;
  if (!card.detail.empty()) made["detail"] = card.detail;
  made["evidence"] = card.evidence.words;
  made["unsolicited"] = card.unsolicited;
  return made;
}

Json held_back_json(const domain::Card& card, domain::HoldBackReason reason) {
  Json made = {{"kind", word(card.kind)}};
  put_subject(made, card);
  made["reason"] = word(reason);
  return made;
}

Json customer_json(const domain::Customer& customer, absl::TimeZone zone) {
  Json journey = Json::array();
  for (const domain::JourneyStep& step : customer.journey) {
    Json made = {{"date", day_text(step.day)},
                 {"step", word(step.stage)},
                 {"channel", step.channel},
                 {"what", step.what},
                 {"felt", word(step.felt)}};
    if (step.promise) {
      made["promise"] = promise_json(*step.promise, zone);
      if (step.promise->state != domain::PromiseState::kOpen) {
        made["promise"]["kept"] = step.promise->state == domain::PromiseState::kKept;
      }
    }
    journey.push_back(std::move(made));
  }
  Json made = {{"external_id", customer.external_id}, {"name", customer.name}, {"phones", customer.phones}};
  if (customer.since_year != 0) made["since"] = customer.since_year;
  if (!customer.language.empty()) made["language"] = customer.language;
  if (customer.address_form != domain::AddressForm::kUnknown) made["address_form"] = word(customer.address_form);
  if (!customer.company.empty()) made["company"] = customer.company;
  made["journey"] = std::move(journey);
  return made;
}

Json why_json(const domain::Why& why) {
  return {{"id", why.id},
          {"language", why.language},
          {"topic", why.topic},
          {"synonyms", why.synonyms},
          {"rule", why.rule},
          {"emotion", why.emotion},
          {"customer", why.customer},
          {"employee", why.employee},
          {"organisation", why.organisation},
          {"example", why.example},
          {"queues", why.queues},
          {"author", why.author}};
}

}  // namespace aandacht::ctl
