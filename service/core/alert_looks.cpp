#include "service/core/alert_looks.h"

#include <future>
#include <memory>
#include <utility>

#include "absl/strings/str_cat.h"
#include "service/core/checks.h"

namespace aandacht::core {
namespace {

constexpr std::size_t kLongestLook = 300;
constexpr absl::Duration kSameTrial = absl::Hours(1);
constexpr absl::Duration kSameDay = absl::Hours(25);  // Where the clock goes back; the day stands in the look.

}  // namespace

AlertLook live_look(std::vector<std::string> agents, std::string who, absl::CivilDay day) {
  return {std::move(agents), std::move(who), absl::StrCat("alerts ", absl::FormatCivilTime(day)), kSameDay};
}

AlertLook trial_look(std::vector<std::string> agents, std::string who, const std::string& rule_id) {
  return {std::move(agents), std::move(who), absl::StrCat("alert trial ", rule_id), kSameTrial};
}

absl::Status write_look(Batch& batch, const AlertLook& look) {
  const domain::Look seen{batch.now(), presentable(look.who, kLongestLook), presentable(look.what, kLongestLook), ""};
  for (const std::string& agent_id : look.agents) {
    absl::Status status = batch.note(batch.store().append_look(agent_id, seen, look.quiet));
    if (!status.ok()) return status;
  }
  return absl::OkStatus();
}

void note_look(Writer& writer, AlertLook look, std::function<void(const absl::Status&)> done) {
  writer.write<bool>(
      [look = std::move(look)](Batch& batch) -> absl::StatusOr<bool> {
        if (absl::Status status = write_look(batch, look); !status.ok()) return status;
        return true;
      },
      [done = std::move(done)](const absl::StatusOr<bool>& noted) { done(noted.status()); });
}

absl::Status note_look_first(Writer& writer, AlertLook look) {
  auto noted = std::make_shared<std::promise<absl::Status>>();
  std::future<absl::Status> status = noted->get_future();
  note_look(writer, std::move(look), [noted](const absl::Status& written) { noted->set_value(written); });
  return status.get();
}

}  // namespace aandacht::core
