#include "shared/security/access.h"

#include <algorithm>
#include <string>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"

namespace aandacht::security {
namespace {

constexpr bool yes = true;
constexpr bool no = false;
using enum Subject;

const Access* find(std::string_view rpc) {
  const std::vector<Access>& table = access_table();
  const auto row = std::find_if(table.begin(), table.end(), [&](const Access& each) { return each.rpc == rpc; });
  return row == table.end() ? nullptr : &*row;
}

bool admits(const Access& row, Role role) {
  switch (role) {
    case Role::kAgent:
      return row.agent;
    case Role::kSupervisor:
      return row.supervisor;
    case Role::kIntegrator:
      return row.integrator;
    case Role::kAdministrator:
      return row.administrator;
  }
  return false;
}

std::string admitted(const Access& row) {
  std::vector<std::string> roles;
  if (row.agent) roles.push_back("agents");
  if (row.supervisor) roles.push_back("supervisors");
  if (row.integrator) roles.push_back("integrators");
  if (row.administrator) roles.push_back("administrators");
  return absl::StrJoin(roles, ", ");
}

}  // namespace

const std::vector<Access>& access_table() {
  static const std::vector<Access> table = {
      // rpc, agent, supervisor, integrator, administrator, what must fit
      {"aandacht.v1.AlertService/ListAlertRules", no, yes, no, yes},
      {"aandacht.v1.AlertService/PutAlertRule", no, yes, no, yes},
      {"aandacht.v1.AlertService/DeleteAlertRule", no, yes, no, yes},
      {"aandacht.v1.AlertService/CheckAlertRule", no, yes, no, yes},
      {"aandacht.v1.AlertService/TryAlertRule", no, yes, no, yes},
      {"aandacht.v1.AlertService/WatchAlerts", no, yes, no, yes},
      {"aandacht.v1.AlertService/SettleAlert", no, yes, no, yes},
      {"aandacht.v1.AlertService/SnoozeAlert", no, yes, no, yes},
      {"aandacht.v1.CallService/ReportCall", yes, no, yes, yes, kOwnAgent},
      {"aandacht.v1.CallService/ListCalls", yes, yes, yes, yes, kOwnAgent},
      {"aandacht.v1.DeskService/WatchDesk", yes, no, no, no, kOwnAgent},
      {"aandacht.v1.DeskService/AnswerCard", yes, no, no, no, kOwnAgent},
      {"aandacht.v1.DeskService/ShowWhy", yes, no, no, no, kOwnAgent},
      {"aandacht.v1.DeskService/FinishWrapUp", yes, no, yes, no, kOwnAgent},
      {"aandacht.v1.DeskService/PinHeard", yes, no, no, no, kOwnAgent},
      {"aandacht.v1.DeskService/MarkHeavy", yes, no, no, no, kOwnAgent},
      {"aandacht.v1.EditingService/ListItems", no, yes, no, yes},
      {"aandacht.v1.EditingService/GetItem", no, yes, no, yes},
      {"aandacht.v1.EditingService/ListVersions", no, yes, no, yes},
      {"aandacht.v1.EditingService/SaveDraft", no, yes, no, yes},
      {"aandacht.v1.EditingService/SubmitItem", no, yes, no, yes},
      {"aandacht.v1.EditingService/PublishItem", no, yes, no, yes},
      {"aandacht.v1.EditingService/RetireItem", no, yes, no, yes},
      {"aandacht.v1.EditingService/RestoreItem", no, yes, no, yes},
      {"aandacht.v1.EditingService/CheckItem", no, yes, no, yes},
      {"aandacht.v1.EditingService/ExportLibrary", no, yes, no, yes},
      {"aandacht.v1.EditingService/ImportLibrary", no, yes, no, yes},
      {"aandacht.v1.EnergyService/GetTeamEnergy", no, yes, no, yes},
      {"aandacht.v1.ExportService/ExportCalls", no, yes, no, yes},
      {"aandacht.v1.ExportService/ExportPrompts", no, yes, no, yes},
      {"aandacht.v1.ExportService/ExportSentiment", no, yes, no, yes},
      {"aandacht.v1.ExportService/ExportTurns", no, yes, no, yes},
      {"aandacht.v1.FloorService/WatchFloor", no, yes, no, yes},
      {"aandacht.v1.FloorService/WatchCall", no, yes, no, yes},
      {"aandacht.v1.FloorService/PushPrompt", no, yes, no, yes},
      {"aandacht.v1.HabitService/ListTeamHabits", yes, no, no, no, kOwnAgent},
      {"aandacht.v1.HabitService/PutForwardHabit", yes, no, no, no, kOwnAgent},
      {"aandacht.v1.HabitService/VoteHabits", yes, no, no, no, kOwnAgent},
      {"aandacht.v1.JourneyService/AppendJourneySteps", no, no, yes, yes},
      {"aandacht.v1.JourneyService/UpsertCustomers", no, no, yes, yes},
      {"aandacht.v1.LibraryService/SearchWhys", yes, yes, yes, yes},
      {"aandacht.v1.LibraryService/ListWhys", yes, yes, yes, yes},
      {"aandacht.v1.LibraryService/PutWhys", no, no, yes, yes},
      {"aandacht.v1.LibraryService/ListCoachRules", yes, yes, yes, yes},
      {"aandacht.v1.OwnService/RecordAct", yes, no, no, no, kOwnAgent},
      {"aandacht.v1.OwnService/GetMyDay", yes, no, no, no, kOwnAgent},
      {"aandacht.v1.OwnService/ExportMyData", yes, no, no, no, kOwnAgent},
      {"aandacht.v1.OwnService/DeleteMyData", yes, no, no, no, kOwnAgent},
      {"aandacht.v1.PromptService/AcknowledgePrompts", yes, no, no, no, kOwnAgent},
      {"aandacht.v1.PromptService/CheckPrompt", no, yes, no, yes},
      {"aandacht.v1.PromptService/ListPromptTemplates", no, yes, no, yes},
      {"aandacht.v1.PromptService/GetPromptAllowance", no, yes, no, yes},
      {"aandacht.v1.PromptService/ListPrompts", no, yes, no, yes},
      {"aandacht.v1.PromptService/WatchPrompts", no, yes, no, yes},
      {"aandacht.v1.PromptService/RecallPrompt", no, yes, no, yes},
      {"aandacht.v1.RecordService/ImportCustomers", no, no, yes, yes},
      {"aandacht.v1.RecordService/ImportSurveyAnswers", no, no, yes, yes},
      {"aandacht.v1.RecordService/GetCustomer", yes, yes, yes, yes},
      {"aandacht.v1.RecordService/ListCustomers", no, no, yes, yes},
      {"aandacht.v1.RecordService/ListTurns", yes, yes, no, yes},
      {"aandacht.v1.RecordService/ListQuestionGroups", no, yes, yes, yes},
      {"aandacht.v1.RecordService/GetQuestionGroup", yes, yes, yes, yes},
      {"aandacht.v1.SignService/ListRepeatedQuestions", no, yes, yes, yes},
      {"aandacht.v1.SignService/GetSignProposal", no, yes, no, yes},
      {"aandacht.v1.SignService/GetSignFindings", no, yes, no, yes},
      {"aandacht.v1.SignService/PutSign", no, yes, no, yes},
      {"aandacht.v1.SignService/ListSigns", no, yes, yes, yes},
      {"aandacht.v1.SignService/ListSignVersions", no, yes, yes, yes},
      {"aandacht.v1.SignService/GetSignEffect", no, yes, yes, yes},
      {"aandacht.v1.ReportService/GetCardReport", no, yes, no, yes},
      {"aandacht.v1.ReportService/GetExperienceReport", no, yes, no, yes},
      {"aandacht.v1.ReportService/GetPromiseReport", no, yes, no, yes},
      {"aandacht.v1.ReportService/GetSentimentReport", no, yes, no, yes},
      {"aandacht.v1.StoryService/PutStory", no, no, yes, yes},
      {"aandacht.v1.StoryService/WithdrawStory", no, no, yes, yes},
      {"aandacht.v1.StoryService/ListStories", no, yes, yes, yes},
      {"aandacht.v1.StoryService/GetStoryPhoto", yes, no, no, no},
      {"aandacht.v1.TranscriptService/StreamUtterances", yes, no, yes, yes},
      {"aandacht.v1.WhyCheckService/GetWhyCheck", yes, no, no, no, kOwnAgent},
      {"aandacht.v1.WhyCheckService/AnswerWhyCheck", yes, no, no, no, kOwnAgent},
      {"aandacht.v1.WhyCheckService/GetWhyMap", no, yes, no, yes},
  };
  return table;
}

absl::Status check_access(const Caller& caller, std::string_view rpc) {
  if (!caller.role) return absl::OkStatus();
  const Access* row = find(rpc);
  if (row == nullptr) return absl::PermissionDeniedError(absl::StrCat(std::string(rpc), " is not for anybody"));
  if (admits(*row, *caller.role)) return absl::OkStatus();
  return absl::PermissionDeniedError(
      absl::StrCat(std::string(rpc), " is for ", admitted(*row), "; this token is of another role"));
}

absl::Status check_subject(const Caller& caller, std::string_view rpc, std::string_view agent_id) {
  if (!caller.role || *caller.role != Role::kAgent) return absl::OkStatus();
  const Access* row = find(rpc);
  if (row == nullptr || row->subject == Subject::kNothing || agent_id == caller.id) return absl::OkStatus();
  return absl::PermissionDeniedError("this token is another agent's; ask with your own agent_id");
}

}  // namespace aandacht::security
