#include "client/ctl/environment.h"

#include <cctype>

#include "absl/strings/str_cat.h"

namespace aandacht::ctl {
namespace {

bool may_be_in_agent_name(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '.' || c == '-' || c == '_' || c == '@';
}

}  // namespace

std::string explain(const std::string& server, const absl::Status& status) {
  const std::string said(status.message());
  switch (status.code()) {
    case absl::StatusCode::kUnavailable:
      return absl::StrCat("the service at ", server,
                          " does not answer: start it with `aandachtd`, or name another one with --server ADDR");
    case absl::StatusCode::kDeadlineExceeded:
      return absl::StrCat("the service at ", server,
                          " took too long to answer: try again, or run `aandachtctl doctor`");
    case absl::StatusCode::kUnimplemented:
      return absl::StrCat("the program at ", server,
                          " is not an aandachtd, or an older one: see what runs there with `aandachtctl doctor`");
    default:
      return said.empty() ? absl::StrCat("the service at ", server, " said ", absl::StatusCodeToString(status.code()))
                          : said;
  }
}

Exit fail(Environment& environment, const std::string& sentence) {
  environment.out.flush();
  environment.err << "aandachtctl: " << sentence << "\n";
  return Exit::kFailed;
}

Exit fail(Environment& environment, const std::string& server, const absl::Status& status) {
  return fail(environment, explain(server, status));
}

bool is_agent_name(const std::string& name) {
  if (name.empty() || name.size() > 64) return false;
  for (const char c : name) {
    if (!may_be_in_agent_name(c)) return false;
  }
  return true;
}

std::string default_agent(const Environment& environment) {
  for (const char* variable : {"AANDACHT_AGENT", "USER", "LOGNAME"}) {
    std::string name;
    for (const char c : environment.variable(variable).value_or("")) {
      if (may_be_in_agent_name(c) && name.size() < 64) name.push_back(c);
    }
    if (!name.empty()) return name;
  }
  return "agent";
}

}  // namespace aandacht::ctl
