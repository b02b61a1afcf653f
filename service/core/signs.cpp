#include "service/core/signs.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "absl/strings/str_cat.h"
#include "service/core/checks.h"
#include "service/core/read_once.h"
#include "shared/base/content_key.h"
#include "shared/content/check_sign.h"
#include "shared/domain/sign_draft.h"
#include "shared/domain/team_habits.h"

namespace aandacht::core {
namespace {

constexpr int kUsualDays = 28;
constexpr int kMostDays = 400;
constexpr int kUsualQuestions = 50;
constexpr int kMostQuestions = 100;
constexpr int kFewestCallsForWords = 3;
constexpr int kFewestCallers = 2;
constexpr int kWordingsRead = 30;
constexpr std::size_t kMostWordings = 5;
constexpr std::size_t kLongestText = 2000;
constexpr std::size_t kLongestName = 80;
constexpr std::size_t kMostSigns = 500;

std::string sign_id(const std::string& request_id) { return base::content_key("sign", request_id); }

/// Midnights from the first day on, until the one after the last.
std::vector<absl::Time> midnights(absl::CivilDay first, absl::CivilDay last, absl::TimeZone zone) {
  std::vector<absl::Time> times;
  for (absl::CivilDay day = first; day <= last + 1; ++day) times.push_back(absl::FromCivil(day, zone));
  return times;
}

/// Different ones only, the most usual first. Those with redacted parts come last: they say less.
std::vector<std::string> different(const std::vector<store::QuestionWording>& rows) {
  std::vector<std::string> words;
  for (const bool redacted : {false, true}) {
    for (const store::QuestionWording& row : rows) {
      if (words.size() == kMostWordings) return words;
      if (row.words.empty() || (row.words.find('[') != std::string::npos) != redacted) continue;
      const bool told = std::any_of(words.begin(), words.end(),
                                    [&](const std::string& each) { return domain::same_words(each, row.words); });
      if (!told) words.push_back(row.words);
    }
  }
  return words;
}

/// The why that most of the group's calls name.
std::string why_of(const std::vector<store::QuestionWording>& rows) {
  std::map<std::string, int> calls;
  for (const store::QuestionWording& row : rows) {
    if (!row.why_id.empty()) calls[row.why_id] += row.calls;
  }
  const auto most = std::max_element(calls.begin(), calls.end(),
                                     [](const auto& one, const auto& other) { return one.second < other.second; });
  return most == calls.end() ? std::string() : most->first;
}

/// What is known of a group: its words only when enough customers asked.
struct Known {
  std::vector<std::string> wordings;
  std::string why_id;
};

absl::StatusOr<Known> known_of(store::Reads& reads, const store::QuestionGroup& group) {
  const auto rows = reads.question_wordings(group.group, absl::CivilDay(1970, 1, 1), kWordingsRead);
  if (!rows.ok()) return rows.status();
  Known known{{}, why_of(*rows)};
  if (group.count >= kFewestCallsForWords) known.wordings = different(*rows);
  return known;
}

absl::StatusOr<bool> of_several_callers(store::Reads& reads, const std::string& group) {
  const absl::StatusOr<int> callers = reads.question_callers(group);
  if (!callers.ok()) return callers.status();
  return *callers >= kFewestCallers;
}

bool of_language(const std::string& language, const std::string& wanted) {
  return wanted.empty() || language.substr(0, 2) == wanted.substr(0, 2);
}

/// The first `most` groups of several callers, in the language.
absl::StatusOr<std::vector<store::QuestionGroup>> groups_of(store::Reads& reads, absl::CivilDay first,
                                                            const std::string& language, int most) {
  std::vector<store::QuestionGroup> found;
  std::string token;
  do {
    auto page = reads.question_groups(first, kMostQuestions, token);
    if (!page.ok()) return page.status();
    for (store::QuestionGroup& group : page->rows) {
      if (group.count < kFewestCallers) return found;  // The most asked come first.
      if (!of_language(group.language, language)) continue;
      const absl::StatusOr<bool> several = of_several_callers(reads, group.group);
      if (!several.ok()) return several.status();
      if (*several) found.push_back(std::move(group));
      if (std::ssize(found) == most) return found;
    }
    token = page->next;
  } while (!token.empty());
  return found;
}

bool belongs(const domain::Sign& sign, const store::QuestionGroup& group) {
  return sign.group == group.group ||
         std::find(group.merged.begin(), group.merged.end(), sign.group) != group.merged.end();
}

absl::Status check_days(const domain::Sign& sign) {
  const bool was_up = sign.state == domain::SignState::kUp || sign.state == domain::SignState::kDown;
  if (was_up && !sign.up)
    return absl::InvalidArgumentError("a sign that is up has the day on which it was put up; send up_day");
  if (sign.state == domain::SignState::kDown && !sign.down)
    return absl::InvalidArgumentError("a sign that was taken down has the day; send down_day");
  if (sign.down && (!sign.up || *sign.down < *sign.up))
    return absl::InvalidArgumentError("a sign cannot be taken down before it was put up; look at the two days");
  return absl::OkStatus();
}

absl::Status check_sign_fields(const PutSign& put) {
  const domain::Sign& sign = put.sign;
  return first_failure(
      check_event_id("request_id", put.request_id), check_id("group_id", sign.group, 128),
      check_id("language", sign.language, 35), sign.id.empty() ? absl::OkStatus() : check_id("id", sign.id, 128),
      check_text("text", sign.text, kLongestText, true), check_text("owner", sign.owner, kLongestName, false),
      check_text("editor", put.editor, kLongestName, false), check_days(sign));
}

/// The version that is there, or what refuses the next one.
absl::StatusOr<int> version_before(store::Reads& reads, const PutSign& put) {
  if (put.sign.id.empty()) return 0;
  const absl::StatusOr<domain::Sign> stored = reads.sign(put.sign.id);
  if (!stored.ok()) return stored.status();
  if (stored->version == put.base_version) return stored->version;
  return absl::AbortedError(absl::StrCat(stored->editor.empty() ? "somebody" : stored->editor, " wrote version ",
                                         stored->version, " meanwhile; read it and decide again"));
}

bool is_refusal(const absl::Status& status) { return absl::IsNotFound(status) || absl::IsAborted(status); }

absl::StatusOr<domain::Sign> repeated_request(Batch& batch, const PutSign& put) {
  const std::string id = put.sign.id.empty() ? sign_id(put.request_id) : put.sign.id;
  absl::StatusOr<domain::Sign> stored = batch.store().sign(id);
  if (!stored.ok() && !is_refusal(stored.status())) return batch.note(stored.status());
  return stored;
}

/// A sign that stands with the same words at the same place for the same question; a taken down one does not stand.
absl::StatusOr<std::optional<domain::Sign>> standing(store::Reads& reads, const domain::Sign& asked,
                                                     const store::QuestionGroup& group) {
  auto signs = reads.signs();
  if (!signs.ok()) return signs.status();
  for (domain::Sign& each : *signs) {
    const bool same = each.place == asked.place && each.language == asked.language && each.text == asked.text;
    if (same && each.state != domain::SignState::kDown && belongs(each, group)) return std::optional(std::move(each));
  }
  return std::optional<domain::Sign>();
}

/// The one that stands, unless something else is asked of it than it is.
absl::StatusOr<domain::Sign> as_it_stands(const domain::Sign& stands, const domain::Sign& asked) {
  if (stands.state == asked.state && (asked.owner.empty() || stands.owner == asked.owner)) return stands;
  return absl::AbortedError(absl::StrCat("a sign with these words is there already: ", stands.id, ", version ",
                                         stands.version, "; read it and change that one"));
}

absl::StatusOr<domain::Sign> write_sign(Batch& batch, const PutSign& put) {
  if (batch.knows(put.request_id)) return repeated_request(batch, put);
  const absl::StatusOr<store::QuestionGroup> group =
      batch.store().question_group(put.sign.group, absl::CivilDay(1970, 1, 1));
  if (!group.ok()) return is_refusal(group.status()) ? group.status() : batch.note(group.status());
  if (put.sign.id.empty()) {
    const auto stands = standing(batch.store(), put.sign, *group);
    if (absl::Status status = batch.note(stands.status()); !status.ok()) return status;
    if (*stands) return as_it_stands(**stands, put.sign);
  }
  const absl::StatusOr<int> before = version_before(batch.store(), put);
  if (!before.ok()) return is_refusal(before.status()) ? before.status() : batch.note(before.status());
  domain::Sign sign = put.sign;
  if (sign.id.empty()) sign.id = sign_id(put.request_id);
  sign.version = *before + 1;
  sign.group = group->group;
  sign.editor = put.editor;
  sign.edited = batch.now();
  absl::Status status = batch.note(batch.store().note_request(put.request_id, batch.now()));
  if (status.ok()) status = batch.note(batch.store().add_sign_version(sign));
  if (!status.ok()) return status;
  return sign;
}

/// The day's calls, calls with the question, and with others; days of the group in their order.
std::vector<domain::SignDay> sign_days(absl::CivilDay first, const std::vector<int>& calls,
                                       const std::vector<store::QuestionDay>& asked,
                                       const std::vector<store::QuestionTotal>& totals) {
  std::map<absl::CivilDay, domain::SignDay> by_day;
  for (std::size_t i = 0; i < calls.size(); ++i) {
    const absl::CivilDay day = first + static_cast<int>(i);
    by_day[day] = {day, 0, 0, calls[i]};
  }
  for (const store::QuestionTotal& total : totals) {
    if (const auto day = by_day.find(total.day); day != by_day.end()) day->second.others = total.count;
  }
  for (const store::QuestionDay& each : asked) {
    const auto day = by_day.find(each.day);
    if (day == by_day.end()) continue;
    day->second.asked = each.count;
    day->second.others = std::max(0, day->second.others - each.count);
  }
  std::vector<domain::SignDay> days;
  for (auto& [day, counts] : by_day) {
    // A call that was answered before midnight may ask after it.
    counts.calls = std::max({counts.calls, counts.asked, counts.others});
    days.push_back(counts);
  }
  return days;
}

}  // namespace

bool stood_before(const PutSign& put, const domain::Sign& stored) {
  return put.sign.id.empty() && stored.id != sign_id(put.request_id);
}

absl::StatusOr<domain::RepeatedQuestions> Signs::repeated(int days, const std::string& language, int most) const {
  if (days < 0 || days > kMostDays) {
    return absl::InvalidArgumentError(absl::StrCat("day_count is between 1 and ", kMostDays, "; 0 means 28"));
  }
  if (most < 0) return absl::InvalidArgumentError("page_size cannot be below 0; leave it out for 50");
  const int wanted = most == 0 ? kUsualQuestions : std::min(most, kMostQuestions);
  domain::RepeatedQuestions told;
  told.last = today();
  told.first = told.last - ((days == 0 ? kUsualDays : days) - 1);
  const std::shared_ptr<const Knowledge> knowledge = mind_.knowledge();
  const absl::Status status = store_.read([&](store::Reads& reads) -> absl::Status {
    const auto calls =
        reads.answered_between({absl::FromCivil(told.first, time_zone_), absl::FromCivil(told.last + 1, time_zone_)});
    if (!calls.ok()) return calls.status();
    told.calls = calls->front();
    const auto signs = reads.signs();
    if (!signs.ok()) return signs.status();
    auto groups = groups_of(reads, told.first, language, wanted);
    if (!groups.ok()) return groups.status();
    for (store::QuestionGroup& group : *groups) {
      absl::StatusOr<Known> known = known_of(reads, group);
      if (!known.ok()) return known.status();
      domain::RepeatedQuestion question{group.group, group.language, std::move(known->wordings), group.count};
      question.share = told.calls > 0 ? std::min(1.0, static_cast<double>(group.count) / told.calls) : 0;
      for (const store::QuestionDay& day : group.days) question.days.push_back({day.day, day.count});
      question.why_id = known->why_id;
      if (const domain::Why* why = domain::find_why(knowledge->library, known->why_id)) question.why_topic = why->topic;
      for (const domain::Sign& sign : *signs) {
        if (belongs(sign, group)) question.sign_ids.push_back(sign.id);
      }
      told.questions.push_back(std::move(question));
    }
    return absl::OkStatus();
  });
  if (!status.ok()) return status;
  return told;
}

absl::StatusOr<domain::SignProposal> Signs::propose(const std::string& group, domain::SignPlace place,
                                                    const std::string& language) const {
  if (absl::Status status = first_failure(check_id("group_id", group, 128), check_id("language", language, 35));
      !status.ok()) {
    return status;
  }
  const absl::StatusOr<Known> known = read_once<Known>(store_, [&](store::Reads& reads) -> absl::StatusOr<Known> {
    const auto found = reads.question_group(group, absl::CivilDay(1970, 1, 1));
    if (!found.ok()) return found.status();
    const absl::StatusOr<bool> several = of_several_callers(reads, found->group);
    if (!several.ok()) return several.status();
    if (!*several) return absl::NotFoundError("only one caller asked this; a sign is for what several ask");
    absl::StatusOr<Known> told = known_of(reads, *found);
    // Words of another language are no title.
    if (told.ok() && !of_language(found->language, language)) told->wordings.clear();
    return told;
  });
  if (!known.ok()) return known.status();
  const std::shared_ptr<const Knowledge> knowledge = mind_.knowledge();
  const domain::Why* why = domain::find_why(knowledge->library, known->why_id);
  if (why != nullptr && !of_language(why->language, language)) why = nullptr;
  domain::SignProposal proposal;
  proposal.draft = domain::draft_sign(place, language, known->wordings, why);
  proposal.findings = content::check_sign(place, language, proposal.draft.text, knowledge->library.jargon);
  if (why != nullptr) proposal.why_id = why->id;
  return proposal;
}

absl::StatusOr<std::vector<domain::SignFinding>> Signs::check(domain::SignPlace place, const std::string& language,
                                                              const std::string& text) const {
  const absl::Status status =
      first_failure(check_id("language", language, 35), check_text("text", text, kLongestText, false));
  if (!status.ok()) return status;
  return content::check_sign(place, language, text, mind_.knowledge()->library.jargon);
}

void Signs::put(PutSign put, Done<domain::Sign> done) {
  if (absl::Status status = check_sign_fields(put); !status.ok()) return done(status);
  put.editor = presentable(put.editor, kLongestName * 4);
  put.sign.owner = presentable(put.sign.owner, kLongestName * 4);
  writer_.write<domain::Sign>([put = std::move(put)](Batch& batch) { return write_sign(batch, put); }, std::move(done));
}

absl::StatusOr<std::vector<domain::ListedSign>> Signs::list(const std::string& group) const {
  return read_once<std::vector<domain::ListedSign>>(
      store_, [&](store::Reads& reads) -> absl::StatusOr<std::vector<domain::ListedSign>> {
        auto signs = reads.signs();
        if (!signs.ok()) return signs.status();
        std::vector<domain::ListedSign> listed;
        for (domain::Sign& sign : *signs) {
          const auto of = reads.question_group(sign.group, absl::CivilDay(1970, 1, 1));
          if (!of.ok() && !absl::IsNotFound(of.status())) return of.status();
          if (!group.empty() && sign.group != group && (!of.ok() || of->group != group)) continue;
          domain::ListedSign row{std::move(sign), {}};
          if (of.ok()) {
            const absl::StatusOr<Known> known = known_of(reads, *of);
            if (!known.ok()) return known.status();
            if (!known->wordings.empty()) row.question = known->wordings.front();
          }
          listed.push_back(std::move(row));
          if (listed.size() == kMostSigns) break;
        }
        return listed;
      });
}

absl::StatusOr<std::vector<domain::Sign>> Signs::versions(const std::string& sign_id) const {
  auto versions =
      read_once<std::vector<domain::Sign>>(store_, [&](store::Reads& reads) { return reads.sign_versions(sign_id); });
  if (!versions.ok()) return versions;
  if (versions->empty()) return absl::NotFoundError("there is no sign \"" + sign_id + "\"; list the signs");
  if (versions->size() > kMostSigns) versions->resize(kMostSigns);
  return versions;
}

absl::StatusOr<domain::SignEffect> Signs::effect(const std::string& sign_id) const {
  return read_once<domain::SignEffect>(store_, [&](store::Reads& reads) -> absl::StatusOr<domain::SignEffect> {
    const absl::StatusOr<domain::Sign> sign = reads.sign(sign_id);
    if (!sign.ok()) return sign.status();
    if (!sign->up) return absl::FailedPreconditionError("this sign was not put up yet; say on which day it was");
    const absl::CivilDay from = domain::first_sign_day(*sign->up);
    const absl::CivilDay last = std::max(from, today() - 1);
    const auto group = reads.question_group(sign->group, from);
    if (!group.ok()) return group.status();
    const auto totals = reads.question_totals(from);
    if (!totals.ok()) return totals.status();
    const auto calls = reads.answered_between(midnights(from, last, time_zone_));
    if (!calls.ok()) return calls.status();
    const absl::StatusOr<absl::Time> first = reads.first_call();
    if (!first.ok()) return first.status();
    // The first day that was counted is seldom whole.
    const absl::CivilDay counted = *first == absl::InfiniteFuture() ? today() : absl::ToCivilDay(*first, time_zone_);
    return domain::sign_effect(sign_days(from, *calls, group->days, *totals), *sign->up, today(), counted, sign->down);
  });
}

}  // namespace aandacht::core
