#include "shared/domain/redaction_date.h"

#include "shared/base/one_of.h"
#include "shared/domain/number_words.h"
#include "shared/domain/redaction_date_parts.h"
#include "shared/domain/redaction_digits.h"

namespace aandacht::domain::redaction {
namespace {

// A year alone is read up to this one.
constexpr int kLastYearAlone = 2018;

class DateReader {
 public:
  DateReader(const Tokens& tokens, std::size_t first) : first_(first), parts_{tokens} {}

  std::optional<SaidDate> read() {
    for (const auto& form :
         {&DateReader::day_first, &DateReader::year_between, &DateReader::month_first, &DateReader::year_first,
          &DateReader::compact, &DateReader::month_and_year, &DateReader::year_alone, &DateReader::day_alone}) {
      parts_.at = first_;
      date_ = {};
      if (!(this->*form)()) continue;
      date_.first = first_;
      date_.last = parts_.at - 1;
      return date_;
    }
    return std::nullopt;
  }

 private:
  void take_year() {
    const std::size_t after = parts_.at;
    if (!parts_.skip_year_name()) parts_.skip(true);
    date_.year = parts_.year();
    date_.whole_year = date_.year && parts_.tokens[parts_.at - 1].key.size() == 4;
    if (!date_.year || (parts_.at < parts_.tokens.size() && parts_.tokens[parts_.at].has(kUnit))) {
      date_.year.reset();
      parts_.at = after;
    }
  }

  // "3 mei 1967", "de derde van de vijfde zevenenzestig", "03-05-1967"
  bool day_first() {
    const std::size_t begin = parts_.at;
    if (parts_.day() == 0) return false;
    parts_.skip(true);
    if (parts_.named_month() > 0) {
      date_.named_month = true;
      take_year();
      return true;
    }
    const int month = parts_.day();
    if (month < 1 || month > 12) return false;
    take_year();
    date_.together = date_.year && parts_.at - begin == 5 && parts_.tokens[begin].kind == TokenKind::kDigits &&
                     !parts_.tokens[begin + 1].space_before && !parts_.tokens[begin + 2].space_before;
    return date_.year.has_value();
  }

  // "May the third nineteen sixty-seven", "05/13/1967"
  bool month_first() {
    const std::size_t begin = parts_.at;
    if (parts_.named_month() > 0) {
      parts_.skip(true);
      if (parts_.day() == 0) return false;
      date_.named_month = true;
      take_year();
      return true;
    }
    parts_.at = begin;
    const int month = parts_.day();
    if (month < 1 || month > 12) return false;
    parts_.skip(false);
    if (parts_.day() <= 12) return false;
    take_year();
    return date_.year.has_value();
  }

  // "mei 1967 de derde", "1939, op 30 november", "zevenentachtig, eenentwintig oktober"
  bool year_between() {
    if (parts_.named_month() > 0) {
      parts_.skip(true);
      date_.year = parts_.year();
      if (!date_.year) return false;
      parts_.skip(true);
      date_.named_month = true;
      return !parts_.at_end() && is_ordinal(parts_.tokens[parts_.at]) && parts_.day() > 0;
    }
    date_.year = parts_.year();
    if (!date_.year || parts_.at_end()) return false;
    parts_.skip(true);
    if (key_at(parts_.tokens, parts_.at) == "op" || key_at(parts_.tokens, parts_.at) == "on") ++parts_.at;
    parts_.skip(true);
    if (parts_.day() == 0) return false;
    parts_.skip(true);
    date_.named_month = true;
    // "seventeen, ninth of july two thousand and nine": the first is an age.
    return parts_.named_month() > 0 && (parts_.at_end() || !parts_.year());
  }

  static bool is_ordinal(const Token& token) {
    return token.kind == TokenKind::kWord && token.value < 0 && token.key.size() >= 5 && ordinal(token.key).has_value();
  }

  // "1967-05-03", "1967 mei 3"
  bool year_first() {
    const Token& token = parts_.tokens[parts_.at];
    if (token.kind != TokenKind::kDigits || token.key.size() != 4) return false;
    date_.year = parts_.year();
    if (!date_.year) return false;
    parts_.skip(false);
    const int month = parts_.at_end() || parts_.tokens[parts_.at].month == 0 ? parts_.day() : parts_.named_month();
    if (month < 1 || month > 12) return false;
    parts_.skip(false);
    date_.together = true;
    date_.whole_year = true;
    return parts_.day() > 0;
  }

  // "03051967", "030567"
  bool compact() {
    const Token& token = parts_.tokens[parts_.at];
    if (token.kind != TokenKind::kDigits || (token.key.size() != 8 && token.key.size() != 6)) return false;
    const int day = value_of(token.key.substr(0, 2));
    const int month = value_of(token.key.substr(2, 2));
    if (day < 1 || day > 31 || month < 1 || month > 12) return false;
    date_.year = value_of(token.key.substr(4));
    if (token.key.size() == 6) *date_.year += 1900;
    ++parts_.at;
    return *date_.year >= 1890 && *date_.year <= kLastYear;
  }

  // "maart negentienvijfentachtig"
  bool month_and_year() {
    if (parts_.named_month() == 0) return false;
    take_year();
    date_.part = true;
    return date_.year.has_value();
  }

  // "negentienvierenzestig", "zevenenzestig"
  bool year_alone() {
    date_.year = parts_.year();
    date_.part = true;
    return date_.year && *date_.year <= kLastYearAlone && !parts_.goes_on();
  }

  // "de negende"
  bool day_alone() {
    const Token& token = parts_.tokens[parts_.at];
    date_.part = true;
    const bool named = (token.kind == TokenKind::kWord && token.value < 0) ||
                       (touches(parts_.tokens, parts_.at) && is_ordinal_ending(key_at(parts_.tokens, parts_.at + 1)));
    const bool day = named && !is_first_of_several(parts_.tokens, parts_.at) && parts_.day() > 0;
    return day && !parts_.goes_on();
  }

  const std::size_t first_;
  DateParts parts_;
  SaidDate date_;
};

std::uint32_t shape_of(const SaidDate& date) {
  std::uint32_t years = 0;
  if (date.year)
    years = *date.year < 1940 ? 1 : *date.year < 1970 ? 2 : *date.year <= 2008 ? 3 : *date.year < 2023 ? 4 : 5;
  return years * 4 + (date.named_month ? 2U : 0U) + (date.whole_year ? 1U : 0U);
}

}  // namespace

std::optional<SaidDate> read_date(const Tokens& tokens, std::size_t first) { return DateReader(tokens, first).read(); }

bool may_begin_date(const Token& token) {
  return token.kind == TokenKind::kDigits || token.value >= 0 || token.month > 0 || is_zero_letter(token) ||
         token.key.ends_with("e") || token.key.ends_with("th") || token.key.ends_with("st") ||
         token.key.ends_with("nd") || token.key.ends_with("rd");
}

bool is_day_in_ordinals(const Tokens& tokens, std::size_t at) {
  if (at + kDayInOrdinals > tokens.size() || tokens[at + 1].key != "van" || tokens[at + 2].key != "de") return false;
  const auto is_ordinal = [](const Token& token) {
    return token.kind == TokenKind::kWord && token.value < 0 && ordinal(token.key).has_value();
  };
  return is_ordinal(tokens[at]) && is_ordinal(tokens[at + 3]);
}

bool is_first_of_several(const Tokens& tokens, std::size_t at) {
  if (!base::is_one_of(key_at(tokens, at), {"first", "second", "third", "eerste", "tweede", "derde"})) return false;
  const std::string_view before = at > 0 ? std::string_view(tokens[at - 1].key) : "";
  if (base::is_one_of(before, {"day", "month", "year", "birth"})) return true;  // "month first"
  if (at + 1 >= tokens.size()) return false;
  const Token& next = tokens[at + 1];
  return next.kind == TokenKind::kWord && next.value < 0 && next.month == 0 && next.cue != Cue::kBirth &&
         next.key.size() > 3 && !next.has(kFiller | kStop | kConnector | kGap | kCorrection | kDeterminer);
}

bool is_inside_number(const Tokens& tokens, const SaidDate& date) {
  const auto is_number = [](const Token& token) { return token.kind == TokenKind::kDigits || token.value >= 0; };
  const auto is_mark = [](const Token& token) { return token.key == "-" || token.key == "." || token.key == "/"; };
  std::size_t before = date.first;
  if (before > 0 && is_mark(tokens[before - 1]) && !tokens[before].space_before) --before;
  if (before > 0 && is_number(tokens[before - 1])) return true;
  std::size_t after = date.last + 1;
  if (after < tokens.size() && is_mark(tokens[after]) && touches(tokens, after)) ++after;
  return after < tokens.size() && is_number(tokens[after]);
}

std::vector<DateShape> date_shapes(const Tokens& tokens) {
  std::vector<DateShape> shapes;
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    if (!may_begin_date(tokens[at]) || follows_currency(tokens, at)) continue;
    const auto date = read_date(tokens, at);
    if (!date || (date->part && !date->named_month && !date->whole_year)) continue;
    if (!date->named_month && is_inside_number(tokens, *date)) continue;
    shapes.push_back({date->first, date->last, shape_of(*date)});
    at = date->last;
  }
  return shapes;
}

}  // namespace aandacht::domain::redaction
