#include "client/ctl/replay_printer.h"

#include "absl/strings/str_format.h"

namespace aandacht::ctl {

void ReplayPrinter::begin(const AnnotatedCall& call, const std::string& agent) {
  const std::lock_guard lock(mutex_);
  ++tally_.calls;
  if (json_) return;
  out_ << (tally_.calls > 1 ? "\n" : "") << call.id << "  " << call.title << "  (" << call.company << ", desk " << agent
       << ")" << std::endl;
}

void ReplayPrinter::print(const DeskLine& line, const LinePlace& place) {
  const std::optional<Json> json = json_ ? to_json(line, place, zone_) : std::nullopt;
  const std::string text = json_ ? std::string() : to_text(line, zone_);
  const std::lock_guard lock(mutex_);
  if (std::holds_alternative<CardLine>(line.what)) ++tally_.cards;
  if (std::holds_alternative<HeldBackLine>(line.what)) ++tally_.held_back;
  if (timeline_ != nullptr) {
    if (const std::optional<Json> shown = to_timeline(line, place.agent, zone_))
      *timeline_ << to_line(*shown) << std::endl;
  }
  if (json) out_ << to_line(*json) << std::endl;
  if (json_) return;
  if (with_agent_) out_ << absl::StreamFormat("%-10s ", place.agent);
  out_ << text << std::endl;
}

void ReplayPrinter::sum_up() {
  const std::lock_guard lock(mutex_);
  if (json_) return;
  out_ << absl::StreamFormat("\ncalls: %d, cards shown: %d, held back: %d\n", tally_.calls, tally_.cards,
                             tally_.held_back);
}

}  // namespace aandacht::ctl
