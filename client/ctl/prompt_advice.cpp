#include "client/ctl/prompt_advice.h"

#include "client/ctl/json_out.h"
#include "client/model/push_parts.h"

namespace aandacht::ctl {

void write_advice(const std::vector<domain::PromptFinding>& findings, bool json, std::ostream& out) {
  for (const domain::PromptFinding& finding : findings) {
    const model::PromptFindingRow row = model::finding_row(finding, model::Language::kEnglish);
    if (json) {
      out << to_line({{"what", row.what}, {"advice", row.advice}}) << '\n';
    } else {
      out << row.what << ' ' << row.advice << '\n';
    }
  }
}

}  // namespace aandacht::ctl
