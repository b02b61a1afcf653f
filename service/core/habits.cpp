#include "service/core/habits.h"

#include <algorithm>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "service/core/checks.h"
#include "service/core/read_once.h"
#include "shared/base/content_key.h"

namespace aandacht::core {
namespace {

constexpr int kLongestWords = 120;
constexpr std::size_t kLongestList = 60;
constexpr int kMostPutForward = 5;
constexpr std::size_t kMostVotes = 3;
constexpr int kFewestVoters = 3;  // Below, points would tell who voted what.

/// Which quarter it is, and from which on habits are listed.
struct Quarters {
  std::string now;
  std::string since;
};

Quarters quarters_of(absl::CivilDay today) { return {domain::quarter_of(today), domain::quarter_before(today)}; }

/// The same for the same request, which is sent again when its answer was lost.
std::string habit_id(const std::string& request_id) { return base::content_key("team", request_id); }

/// "nl-NL" asks for habits in "nl".
bool in_language(const domain::Habit& habit, const std::string& language) {
  const std::string wanted = absl::AsciiStrToLower(language.substr(0, language.find('-')));
  return wanted.empty() || habit.language == wanted;
}

bool same_habit(const std::string& after, const std::string& will, const PutForwardHabit& habit) {
  return domain::same_words(absl::StrCat(after, " ", will), absl::StrCat(habit.after, " ", habit.will));
}

absl::Status check_new(store::Reads& reads, const domain::Library& library, const std::string& team,
                       const Quarters& quarters, const PutForwardHabit& habit) {
  const auto listed = reads.team_habits(team, quarters.since, quarters.now, habit.agent_id);
  if (!listed.ok()) return listed.status();
  const bool by_team = std::any_of(listed->begin(), listed->end(), [&](const store::RankedHabit& each) {
    return same_habit(each.habit.after, each.habit.will, habit);
  });
  const bool shipped = std::any_of(library.habits.begin(), library.habits.end(),
                                   [&](const domain::Habit& each) { return same_habit(each.after, each.will, habit); });
  if (by_team || shipped)
    return absl::AlreadyExistsError("the list has a habit with the same words; vote for that one");
  if (listed->size() >= kLongestList) {
    return absl::ResourceExhaustedError(
        absl::StrCat("the team's list is full with ", kLongestList, " habits; choose one of them"));
  }
  const auto quotas = reads.habit_quotas(habit.agent_id);
  if (!quotas.ok()) return quotas.status();
  for (const store::HabitQuota& quota : *quotas) {
    if (quota.quarter != quarters.now || quota.put_forward < kMostPutForward) continue;
    return absl::ResourceExhaustedError(absl::StrCat(
        "you put ", kMostPutForward, " habits forward in this quarter; the next one begins with new ones"));
  }
  return absl::OkStatus();
}

bool is_refusal(const absl::Status& status) {
  return absl::IsAlreadyExists(status) || absl::IsResourceExhausted(status) || absl::IsNotFound(status);
}

absl::StatusOr<std::string> write_habit(Batch& batch, const std::string& team, const Quarters& quarters,
                                        const PutForwardHabit& habit) {
  const std::string id = habit_id(habit.request_id);
  if (batch.knows(habit.request_id)) return id;
  absl::Status status = check_new(batch.store(), batch.library(), team, quarters, habit);
  if (is_refusal(status)) return status;
  if (!batch.note(status).ok()) return status;
  status = batch.note(batch.store().note_request(habit.request_id, batch.now()));
  if (status.ok()) {
    status =
        batch.note(batch.store().add_team_habit({id, team, quarters.now, habit.after, habit.will, habit.celebrate}));
  }
  if (status.ok()) status = batch.note(batch.store().count_put_forward(habit.agent_id, quarters.now));
  if (!status.ok()) return status;
  return id;
}

absl::Status find_all(store::Reads& reads, const std::string& team, const Quarters& quarters, const VoteHabits& votes) {
  const auto listed = reads.team_habits(team, quarters.since, quarters.now, votes.agent_id);
  if (!listed.ok()) return listed.status();
  for (const std::string& id : votes.habit_ids) {
    const bool found = std::any_of(listed->begin(), listed->end(),
                                   [&](const store::RankedHabit& each) { return each.habit.id == id; });
    if (!found) return absl::NotFoundError("one of these habits is not on the team's list; look at the list again");
  }
  return absl::OkStatus();
}

absl::StatusOr<bool> write_votes(Batch& batch, const std::string& team, const Quarters& quarters,
                                 const VoteHabits& votes) {
  if (batch.knows(votes.request_id)) return true;
  absl::Status status = find_all(batch.store(), team, quarters, votes);
  if (is_refusal(status)) return status;
  if (!batch.note(status).ok()) return status;
  status = batch.note(batch.store().note_request(votes.request_id, batch.now()));
  if (status.ok()) {
    status = batch.note(batch.store().save_habit_votes(votes.agent_id, quarters.now, votes.habit_ids));
  }
  if (!status.ok()) return status;
  return true;
}

domain::TeamHabit listed(const store::RankedHabit& ranked, bool show_points) {
  return {.id = ranked.habit.id,
          .after = ranked.habit.after,
          .will = ranked.habit.will,
          .celebrate = ranked.habit.celebrate,
          .points = show_points ? ranked.points : 0,
          .own_rank = ranked.own_rank};
}

domain::TeamHabit listed(const domain::Habit& habit) {
  return {.id = habit.id,
          .after = habit.after,
          .will = habit.will,
          .celebrate = habit.celebrate,
          .why = habit.why,
          .shipped = true};
}

}  // namespace

int Habits::count_known(const std::vector<std::string>& voters) const {
  return static_cast<int>(std::count_if(voters.begin(), voters.end(), [this](const std::string& agent_id) {
    return !teams_.of(agent_id).empty() || desks_.knows(agent_id);
  }));
}

absl::StatusOr<domain::TeamHabits> Habits::list(const std::string& agent_id, const std::string& language) const {
  if (absl::Status status = desks_.admit(agent_id); !status.ok()) return status;
  const std::string& team = teams_.of(agent_id);
  const Quarters quarters = quarters_of(today());
  int voters = 0;
  auto ranked = read_once<std::vector<store::RankedHabit>>(
      store_, [&](store::Reads& reads) -> absl::StatusOr<std::vector<store::RankedHabit>> {
        const absl::StatusOr<std::vector<std::string>> voted = reads.habit_voters(team, quarters.now);
        if (!voted.ok()) return voted.status();
        voters = count_known(*voted);
        return reads.team_habits(team, quarters.since, quarters.now, agent_id);
      });
  if (!ranked.ok()) return ranked.status();
  const bool show_points = voters >= kFewestVoters;
  // The order would tell what the points do not.
  if (!show_points) {
    std::sort(ranked->begin(), ranked->end(), [](const auto& a, const auto& b) { return a.habit.id < b.habit.id; });
  }
  domain::TeamHabits told{{}, quarters.now, show_points ? voters : 0};
  for (const store::RankedHabit& each : *ranked) told.habits.push_back(listed(each, show_points));
  const std::shared_ptr<const Knowledge> knowledge = mind_.knowledge();
  for (const domain::Habit& habit : knowledge->library.habits) {
    if (in_language(habit, language)) told.habits.push_back(listed(habit));
  }
  return told;
}

void Habits::put_forward(PutForwardHabit habit, Done<std::string> done) {
  const absl::Status status = first_failure(
      check_event_id("request_id", habit.request_id), desks_.admit(habit.agent_id),
      check_text("after", habit.after, kLongestWords, true), check_text("will", habit.will, kLongestWords, true),
      check_text("celebrate", habit.celebrate, kLongestWords, false));
  if (!status.ok()) return done(status);
  for (std::string* words : {&habit.after, &habit.will, &habit.celebrate}) *words = presentable(*words, words->size());
  writer_.write<std::string>(
      [team = teams_.of(habit.agent_id), quarters = quarters_of(today()), habit = std::move(habit)](Batch& batch) {
        return write_habit(batch, team, quarters, habit);
      },
      std::move(done));
}

void Habits::vote(VoteHabits votes, Done<bool> done) {
  absl::Status status = first_failure(check_event_id("request_id", votes.request_id), desks_.admit(votes.agent_id));
  if (status.ok() && votes.habit_ids.size() > kMostVotes) {
    status = absl::InvalidArgumentError(absl::StrCat("at most ", kMostVotes, " habits can be voted for"));
  }
  std::vector<std::string> sorted = votes.habit_ids;
  std::sort(sorted.begin(), sorted.end());
  if (status.ok() && std::adjacent_find(sorted.begin(), sorted.end()) != sorted.end()) {
    status = absl::InvalidArgumentError("a habit can be voted for once; name another or leave it out");
  }
  if (!status.ok()) return done(status);
  writer_.write<bool>([team = teams_.of(votes.agent_id), quarters = quarters_of(today()),
                       votes = std::move(votes)](Batch& batch) { return write_votes(batch, team, quarters, votes); },
                      std::move(done));
}

}  // namespace aandacht::core
