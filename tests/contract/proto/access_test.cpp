// The table of rpcs and roles against the contracts and against what docs/identity.md says.
#include "shared/security/access.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "absl/strings/str_cat.h"
#include "tests/contract/proto/contracts.h"
#include "tests/support/catch.h"

namespace aandacht::contracts {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::MethodDescriptor;
using security::Access;
using security::Subject;

std::string path_of(const MethodDescriptor& rpc) { return rpc.service()->full_name() + "/" + rpc.name(); }

std::map<std::string, Access> rows() {
  std::map<std::string, Access> found;
  for (const Access& row : security::access_table()) {
    INFO(row.rpc);
    CHECK(found.emplace(std::string(row.rpc), row).second);  // Once each.
  }
  return found;
}

TEST_CASE("every rpc of the contracts has one row in the table, and every row is an rpc", "[proto][access]") {
  std::set<std::string> in_contracts;
  const Contracts contracts = Contracts::of_build();
  for (const MethodDescriptor* rpc : contracts.rpcs()) in_contracts.insert(path_of(*rpc));
  std::set<std::string> in_table;
  for (const auto& [rpc, row] : rows()) {
    in_table.insert(rpc);
    INFO(rpc << " is for nobody");
    CHECK((row.agent || row.supervisor || row.integrator || row.administrator));
  }
  CHECK(in_table == in_contracts);
}

TEST_CASE("where an agent may call an rpc that names an agent, it must be that agent", "[proto][access]") {
  const std::map<std::string, Access> table = rows();
  const Contracts contracts = Contracts::of_build();
  for (const MethodDescriptor* rpc : contracts.rpcs()) {
    const auto row = table.find(path_of(*rpc));
    if (row == table.end() || !row->second.agent) continue;
    INFO(rpc->full_name());
    const bool names_one = rpc->input_type()->FindFieldByName("agent_id") != nullptr;
    CHECK((row->second.subject == Subject::kOwnAgent) == names_one);
    CHECK(rpc->input_type()->FindFieldByName("agent_ids") == nullptr);
  }
}

// What an agent does for themselves, wherever it is written down.
constexpr std::array kOwnSide = {"Fatigue",   "FatigueScore",  "CausePoints",    "WeighedCall",    "Reset",
                                 "ResetBook", "ChosenHabit",   "Routine",        "HabitBook",      "OwnAct",
                                 "TeamHabit", "StoredRow",     "FatigueChanged", "ResetsChanged",  "HabitsChanged",
                                 "LookRow",   "ExperienceRow", "ThreeEs",        "ExperienceGiven"};

void reach(const Descriptor* message, std::set<const Descriptor*>& reached) {
  if (!reached.insert(message).second) return;
  for (int i = 0; i < message->field_count(); ++i) {
    if (message->field(i)->message_type() != nullptr) reach(message->field(i)->message_type(), reached);
  }
}

std::string own_side_in(const MethodDescriptor& rpc) {
  std::set<const Descriptor*> reached;
  reach(rpc.output_type(), reached);
  for (const Descriptor* message : reached) {
    // Customers' grades go by the same shape; the agent's guesses are on the desk and in the export of the own side.
    if (message->name() == "ThreeEs" && rpc.service()->name() == "ReportService") continue;
    if (std::find(kOwnSide.begin(), kOwnSide.end(), message->name()) != kOwnSide.end()) return message->name();
  }
  return "";
}

TEST_CASE("no rpc gives a person's fatigue, resets or habits to anybody but that agent", "[proto][access][privacy]") {
  const std::map<std::string, Access> table = rows();
  int own = 0;
  const Contracts contracts = Contracts::of_build();
  for (const MethodDescriptor* rpc : contracts.rpcs()) {
    const std::string carries = own_side_in(*rpc);
    const bool is_own_service = rpc->service()->name() == "OwnService" || rpc->service()->name() == "HabitService" ||
                                rpc->name() == "WatchDesk" || rpc->name() == "MarkHeavy";
    if (carries.empty() && !is_own_service) continue;
    ++own;
    INFO(rpc->full_name() << " gives " << carries);
    const auto row = table.find(path_of(*rpc));
    REQUIRE(row != table.end());
    CHECK(row->second.agent);
    CHECK_FALSE(row->second.supervisor);
    CHECK_FALSE(row->second.integrator);
    CHECK_FALSE(row->second.administrator);
    CHECK(row->second.subject == Subject::kOwnAgent);
  }
  CHECK(own >= 9);  // A rule that finds nothing would pass.
}

// Putting is the way of systems; a supervisor's whys go over draft and review, and under four eyes where that is asked.
TEST_CASE("no supervisor puts a why live past its review", "[proto][access]") {
  const std::string put = "aandacht.v1.LibraryService/PutWhys";
  const security::Caller supervisor{"eva", "Eva", security::Role::kSupervisor, {"*"}};
  CHECK(absl::IsPermissionDenied(security::check_access(supervisor, put)));
  CHECK(security::check_access(supervisor, "aandacht.v1.EditingService/SaveDraft").ok());
  for (const security::Role role : {security::Role::kIntegrator, security::Role::kAdministrator}) {
    CHECK(security::check_access({"crm", "CRM", role, {}}, put).ok());
  }
}

std::string mark(bool may) { return may ? "yes" : "–"; }

TEST_CASE("docs/identity.md has the table as it is", "[proto][access]") {
  std::vector<Access> table = security::access_table();
  std::sort(table.begin(), table.end(), [](const Access& a, const Access& b) { return a.rpc < b.rpc; });
  std::string expected;
  for (const Access& row : table) {
    const std::string agent = row.agent && row.subject == Subject::kOwnAgent ? "own" : mark(row.agent);
    absl::StrAppend(&expected, "| ", std::string(row.rpc.substr(std::string("aandacht.v1.").size())), " | ", agent,
                    " | ", mark(row.supervisor), " | ", mark(row.integrator), " | ", mark(row.administrator), " |\n");
  }
  std::ifstream file(AANDACHT_SOURCE_DIR "/docs/identity.md");
  std::stringstream text;
  text << file.rdbuf();
  const std::string page = text.str();
  const std::string head = "| rpc | agent | supervisor | integrator | administrator |\n|---|---|---|---|---|\n";
  const std::size_t at = page.find(head);
  REQUIRE(at != std::string::npos);
  const std::size_t begin = at + head.size();
  CHECK(page.substr(begin, page.find("\n\n", begin) + 1 - begin) == expected);
}

}  // namespace
}  // namespace aandacht::contracts
