#include "service/core/why_checks.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "absl/strings/str_cat.h"
#include "service/core/checks.h"
#include "service/core/read_once.h"
#include "shared/domain/lines.h"
#include "shared/domain/team_habits.h"

namespace aandacht::core {
namespace {

constexpr absl::Duration kLately = absl::Hours(14 * 24);
constexpr int kLatelyDays = 14;
constexpr int kLatelyCards = 50;

/// An agent's day, which is what all of this is counted in.
struct Today {
  absl::CivilDay day;
  std::string quarter;
};

Today today_at(absl::Time now, absl::TimeZone zone) {
  const absl::CivilDay day = absl::ToCivilDay(now, zone);
  return {day, domain::quarter_of(day)};
}

/// Nothing is on the screen that a question would stand beside.
bool at_rest(const domain::Desk& desk) {
  return desk.calls.empty() && !desk.resets.current && !desk.card && desk.waiting.empty();
}

bool fits(const domain::Why& why, const std::string& language, const std::set<std::string>& queues) {
  if (why.language.substr(0, 2) != language.substr(0, 2)) return false;
  return why.queues.empty() || queues.empty() ||
         std::any_of(why.queues.begin(), why.queues.end(), [&](const auto& queue) { return queues.contains(queue); });
}

absl::StatusOr<std::set<std::string>> queues_of(store::Reads& reads, const std::string& agent_id, absl::Time now) {
  const auto calls = reads.answered_calls(agent_id, now - kLately, now);
  if (!calls.ok()) return calls.status();
  std::set<std::string> queues;
  for (const store::CallRecord& call : *calls) {
    if (!call.queue.empty()) queues.insert(call.queue);
  }
  return queues;
}

int count_in(const std::map<std::string, int>& counts, const std::string& id) {
  const auto found = counts.find(id);
  return found == counts.end() ? 0 : found->second;
}

/// Every why that fits the agent, with how much it is about now.
absl::StatusOr<std::vector<domain::WhyCandidate>> candidates_for(Batch& batch, const std::string& agent_id,
                                                                 const std::string& language, const Today& today,
                                                                 const Teams& teams) {
  store::Reads& reads = batch.store();
  const auto queues = queues_of(reads, agent_id, batch.now());
  if (!queues.ok()) return queues.status();
  const auto asked = reads.asked_whys(today.day - kLatelyDays);
  if (!asked.ok()) return asked.status();
  const auto used = reads.used_whys(agent_id, kLatelyCards);
  if (!used.ok()) return used.status();
  const auto answers = reads.why_answers(today.quarter);
  if (!answers.ok()) return answers.status();
  std::map<std::string, int> of_team;
  std::set<std::string> own;
  for (const store::WhyAnswer& answer : *answers) {
    if (teams.of(answer.agent_id) == teams.of(agent_id)) ++of_team[answer.why_id];
    if (answer.agent_id == agent_id) own.insert(answer.why_id);
  }
  std::vector<domain::WhyCandidate> candidates;
  for (const domain::Why& why : batch.library().whys) {
    if (!fits(why, language, *queues)) continue;
    candidates.push_back(
        {why.id, count_in(*asked, why.id) + count_in(*used, why.id), count_in(of_team, why.id), own.contains(why.id)});
  }
  return candidates;
}

absl::StatusOr<domain::WhyCheckOffer> offer(Batch& batch, const std::string& agent_id, const std::string& language,
                                            const Today& today, const Teams& teams) {
  if (batch.has_seat(agent_id) && !at_rest(batch.seat(agent_id).desk)) return domain::WhyCheckOffer{};
  absl::StatusOr<store::WhyCheckWish> wish = batch.store().why_check_wish(agent_id);
  if (!batch.note(wish.status()).ok()) return wish.status();
  if (wish->never) return domain::WhyCheckOffer{std::nullopt, true};
  // A clock that was set back asks no second time either.
  if (wish->asked && *wish->asked >= today.day) return domain::WhyCheckOffer{};
  const auto candidates = candidates_for(batch, agent_id, language, today, teams);
  if (!batch.note(candidates.status()).ok()) return candidates.status();
  const std::uint64_t seed = domain::seed_of(absl::StrCat(agent_id, " ", absl::FormatCivilTime(today.day)));
  const domain::Why* why = domain::find_why(batch.library(), domain::choose_why_check(*candidates, seed));
  if (why == nullptr) return domain::WhyCheckOffer{};
  wish->asked = today.day;
  if (absl::Status status = batch.note(batch.store().save_why_check_wish(*wish)); !status.ok()) return status;
  return domain::WhyCheckOffer{domain::WhyCheck{why->id, why->topic, why->rule}, false};
}

absl::Status write_wish(Batch& batch, const AnswerWhyCheck& answer, const Today& today) {
  absl::StatusOr<store::WhyCheckWish> wish = batch.store().why_check_wish(answer.agent_id);
  if (!batch.note(wish.status()).ok()) return wish.status();
  switch (answer.choice) {
    case domain::WhyCheckChoice::kNotToday:
      wish->asked = today.day;
      break;
    case domain::WhyCheckChoice::kNever:
      wish->never = true;
      break;
    case domain::WhyCheckChoice::kAgain:
      wish->never = false;
      break;
  }
  return batch.note(batch.store().save_why_check_wish(*wish));
}

absl::Status write_level(Batch& batch, const AnswerWhyCheck& answer, const Today& today) {
  const auto own = batch.store().own_why_answers(answer.agent_id);
  if (!batch.note(own.status()).ok()) return own.status();
  store::WhyAnswer row{answer.agent_id, today.quarter, answer.why_id, *answer.level, today.day};
  for (const store::WhyAnswer& each : *own) {
    if (each.quarter != row.quarter || each.why_id != row.why_id) continue;
    row.told_level = each.told_level;
    row.told_team = each.told_team;
  }
  return batch.note(batch.store().save_why_answer(row));
}

absl::StatusOr<bool> write_answer(Batch& batch, const AnswerWhyCheck& answer, const Today& today) {
  if (batch.knows(answer.request_id)) return true;
  if (answer.level && domain::find_why(batch.library(), answer.why_id) == nullptr)
    return absl::NotFoundError("there is no why \"" + answer.why_id + "\" any more; the next check asks another");
  absl::Status status = batch.note(batch.store().note_request(answer.request_id, batch.now()));
  if (status.ok()) status = answer.level ? write_level(batch, answer, today) : write_wish(batch, answer, today);
  if (!status.ok()) return status;
  return true;
}

/// The teams that may have a map.
std::vector<std::string> large_teams(const Teams& teams) {
  std::vector<std::string> names;
  for (const auto& [team, size] : teams.sizes()) {
    if (size >= domain::kFewestWhyAnswers) names.push_back(team);
  }
  return names;
}

/// One why in one team: what is told, and every answer of now.
struct Cell {
  domain::ToldWhy told;
  std::vector<store::WhyAnswer> answers;  ///< Of the team's members.
};

using Cells = std::map<std::pair<std::string, std::string>, Cell>;  // By team and why.

absl::StatusOr<Cells> cells_of(store::Reads& reads, const std::string& quarter, const Teams& teams) {
  Cells cells;
  const auto told = reads.told_whys(quarter);
  if (!told.ok()) return told.status();
  for (const store::ToldWhyRecord& record : *told) cells[{record.team, record.why_id}].told = record.told;
  const auto answers = reads.why_answers(quarter);
  if (!answers.ok()) return answers.status();
  for (const store::WhyAnswer& answer : *answers) {
    cells[{teams.of(answer.agent_id), answer.why_id}].answers.push_back(answer);
  }
  return cells;
}

bool counted_so(const store::WhyAnswer& answer, const std::string& team) {
  return answer.told_level == answer.level && answer.told_team == team;
}

domain::WhyPicture picture_of(const Cell& cell, const std::string& team) {
  domain::WhyPicture picture;
  for (const store::WhyAnswer& answer : cell.answers) {
    picture.now.push_back(answer.level);
    if (!counted_so(answer, team)) ++picture.differing;
  }
  // Whoever was counted and has no answer any more: it was deleted, or they went to another team.
  const auto here = std::count_if(cell.answers.begin(), cell.answers.end(), [&](const store::WhyAnswer& answer) {
    return answer.told_level && answer.told_team == team;
  });
  picture.differing += std::max(0, cell.told.people - static_cast<int>(here));
  return picture;
}

absl::Status count_anew(Batch& batch, const std::string& team, const std::string& quarter, const std::string& why_id,
                        const Cell& cell, const std::function<int()>& toss) {
  const domain::WhyPicture picture = picture_of(cell, team);
  if (!domain::counts_anew(picture)) return absl::OkStatus();
  const domain::ToldWhy told = domain::look_at_why(cell.told, picture, toss);
  if (told.people == 0 && cell.told.people == 0) return absl::OkStatus();
  absl::Status status = batch.store().save_told_why({team, quarter, why_id, told});
  for (store::WhyAnswer answer : cell.answers) {
    if (!status.ok()) break;
    answer.told_level.reset();
    answer.told_team.clear();
    if (told.people > 0) {
      answer.told_level = answer.level;
      answer.told_team = team;
    }
    status = batch.store().save_why_answer(answer);
  }
  return batch.note(status);
}

/// The order of the map: what fewest can tell first.
auto map_order(const domain::WhyMapRow& row) {
  return std::tuple(row.told.people == 0, row.told.tell, row.told.feel, row.told.know, row.topic, row.why_id);
}

domain::TeamWhyMap map_of(const std::string& team, const std::vector<store::ToldWhyRecord>& told,
                          const domain::Library& library) {
  domain::TeamWhyMap map{team, {}};
  for (const domain::Why& why : library.whys) {
    domain::WhyMapRow row{why.id, why.topic, why.language, {}};
    for (const store::ToldWhyRecord& record : told) {
      if (record.team == team && record.why_id == why.id) row.told = record.told;
    }
    row.told.people = domain::rounded_people(row.told.people);
    map.rows.push_back(std::move(row));
  }
  std::sort(map.rows.begin(), map.rows.end(), [](const domain::WhyMapRow& one, const domain::WhyMapRow& other) {
    return map_order(one) < map_order(other);
  });
  return map;
}

}  // namespace

void WhyChecks::take(const std::string& agent_id, const std::string& language, Done<domain::WhyCheckOffer> done) {
  const absl::Status status = first_failure(desks_.admit(agent_id), check_id("language", language, 35));
  if (!status.ok()) return done(status);
  writer_.write<domain::WhyCheckOffer>(
      [agent_id, language, today = today_at(clock_.now(), time_zone_), &teams = teams_](Batch& batch) {
        return offer(batch, agent_id, language, today, teams);
      },
      std::move(done));
}

absl::StatusOr<bool> WhyChecks::wants_none(const std::string& agent_id) const {
  if (absl::Status admitted = desks_.admit(agent_id); !admitted.ok()) return admitted;
  return read_once<bool>(store_, [&](store::Reads& reads) -> absl::StatusOr<bool> {
    const absl::StatusOr<store::WhyCheckWish> wish = reads.why_check_wish(agent_id);
    if (!wish.ok()) return wish.status();
    return wish->never;
  });
}

void WhyChecks::answer(AnswerWhyCheck answer, Done<bool> done) {
  absl::Status status = first_failure(check_event_id("request_id", answer.request_id), desks_.admit(answer.agent_id));
  if (status.ok() && answer.level) status = check_id("why_id", answer.why_id, 128);
  if (!status.ok()) return done(status);
  answered_ = true;
  writer_.write<bool>([answer = std::move(answer), today = today_at(clock_.now(), time_zone_)](
                          Batch& batch) { return write_answer(batch, answer, today); },
                      std::move(done));
}

void WhyChecks::look() {
  if (!answered_.exchange(false)) return;
  writer_.write<bool>(
      [this, quarter = today_at(clock_.now(), time_zone_).quarter](Batch& batch) -> absl::StatusOr<bool> {
        const absl::StatusOr<Cells> cells = cells_of(batch.store(), quarter, teams_);
        if (!batch.note(cells.status()).ok()) return cells.status();
        const std::vector<std::string> large = large_teams(teams_);
        for (const auto& [key, cell] : *cells) {
          if (std::find(large.begin(), large.end(), key.first) == large.end()) continue;
          const absl::Status status = count_anew(batch, key.first, quarter, key.second, cell, toss_);
          if (!status.ok()) return status;
        }
        return true;
      },
      [this](const absl::StatusOr<bool>& looked) {
        if (!looked.ok()) answered_ = true;  // Again at the next moment.
      });
}

absl::StatusOr<domain::WhyMaps> WhyChecks::maps(const std::function<bool(const std::string& team)>& shows) const {
  domain::WhyMaps maps;
  maps.quarter = today_at(clock_.now(), time_zone_).quarter;
  const auto told = read_once<std::vector<store::ToldWhyRecord>>(
      store_, [&](store::Reads& reads) { return reads.told_whys(maps.quarter); });
  if (!told.ok()) return told.status();
  const std::shared_ptr<const Knowledge> knowledge = mind_.knowledge();
  for (const auto& [team, size] : teams_.sizes()) {
    if (shows(team)) maps.teams.push_back(map_of(team, *told, knowledge->library));
  }
  return maps;
}

}  // namespace aandacht::core
