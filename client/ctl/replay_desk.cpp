#include "client/ctl/replay_desk.h"

#include "absl/strings/str_cat.h"

namespace aandacht::ctl {
namespace {

/// Long enough for a service that restarts.
constexpr absl::Duration kPatience = absl::Seconds(30);

}  // namespace

ReplayDesk::ReplayDesk(std::shared_ptr<grpc::Channel> channel, std::string agent, const std::string& run,
                       Environment& environment, ReplayPrinter& printer)
    : agent_(std::move(agent)),
      environment_(environment),
      printer_(printer),
      service_(channel, {.timeout = kPatience, .sleep = environment.sleep}),
      run_(run),
      ids_(environment.ids.next() + "-"),
      words_(channel, {.on_answer = [this](const net::UtteranceAnswer& answer) { mailbox_.put(answer); }}),
      watch_(channel, agent_,
             {.on_desk = [this](domain::Desk desk, absl::Time) { mailbox_.put(std::move(desk)); },
              .on_update = [this](domain::DeskUpdate update) { mailbox_.put(std::move(update)); },
              .on_connection =
                  [this](net::ConnectionState state, const std::string& detail) {
                    if (net::is_refusal(state)) mailbox_.put(Refused{detail});
                  }}) {}

absl::Status ReplayDesk::open() {
  const absl::Status seen = follow_until(absl::Seconds(5), [this] { return known_; });
  if (absl::IsDeadlineExceeded(seen)) return absl::UnavailableError("the desk did not come");
  if (!seen.ok()) return seen;
  return clear();
}

absl::Status ReplayDesk::clear() {
  const std::vector<domain::Call> left = desk_.calls;
  for (const domain::Call& call : left) {
    if (!call.id.ends_with(kReplayedCallSuffix)) continue;
    if (call.state != domain::CallState::kWrapUp) {
      const domain::CallReported ended{.call_id = call.id, .event = domain::CallEvent::kEnded};
      if (absl::Status reported = report(ended, desk_.time, std::nullopt); !reported.ok()) return reported;
    }
    const absl::Status finished = finish_wrap_up(call.id);
    if (!finished.ok()) return finished;
  }
  return absl::OkStatus();
}

void ReplayDesk::begin_call(const std::string& call_id, const std::string& shown) {
  shown_[call_id] = shown;
  ids_ = absl::StrCat(run_, "-", shown, "-");
}

absl::Status ReplayDesk::report(const domain::CallReported& report, absl::Time occurred, std::optional<int> turn) {
  const std::string id = next_id();
  if (turn) turns_[id] = *turn;
  return follow_to(service_.report_call(id, agent_, report, occurred));
}

absl::Status ReplayDesk::say(net::Utterance utterance, int turn) {
  utterance.id = next_id();
  turns_[utterance.id] = turn;
  const std::string id = utterance.id;
  if (absl::Status queued = words_.send(std::move(utterance)); !queued.ok()) return queued;
  const absl::Status answered = follow_until(kPatience, [&] { return answers_.contains(id); });
  if (!answered.ok()) return answered;
  const net::UtteranceAnswer answer = answers_.extract(id).mapped();
  switch (answer.outcome) {
    case net::UtteranceOutcome::kStored:
    case net::UtteranceOutcome::kDuplicate:
      return follow_to(answer.desk_version);
    case net::UtteranceOutcome::kOnHold:
      return absl::OkStatus();
    case net::UtteranceOutcome::kRefused:
    case net::UtteranceOutcome::kUnknownCall:
      break;
  }
  return absl::FailedPreconditionError(absl::StrCat("turn ", turn, " was refused: ", answer.reason));
}

absl::Status ReplayDesk::finish_wrap_up(const std::string& call_id) {
  const domain::Call* call = domain::find_call(desk_, call_id);
  // A call that nobody answered, or whose wrap-up ended by itself, is gone already.
  if (call == nullptr || call->state == domain::CallState::kEnded) return absl::OkStatus();
  const absl::StatusOr<std::int64_t> version = service_.finish_wrap_up(next_id(), agent_, call_id);
  if (absl::IsNotFound(version.status())) return absl::OkStatus();
  return follow_to(version);
}

absl::Status ReplayDesk::follow_to(const absl::StatusOr<std::int64_t>& version) {
  if (!version.ok()) return version.status();
  return follow_until(kPatience, [&] { return desk_.version >= *version; });
}

void ReplayDesk::follow(absl::Duration span) {
  // Only the time ends it.
  (void)follow_until(span, [] { return false; });
}

void ReplayDesk::take(Letter letter) {
  if (auto* desk = std::get_if<domain::Desk>(&letter)) {
    if (known_) print(lines_between(desk_, *desk));
    desk_ = std::move(*desk);
    known_ = true;
  } else if (const auto* update = std::get_if<domain::DeskUpdate>(&letter)) {
    print(lines_of(desk_, *update));
    // The watch lets no gap through, so this cannot fail.
    (void)domain::reduce(desk_, *update);
  } else if (auto* refused = std::get_if<Refused>(&letter)) {
    refused_ = std::move(refused->detail);
  } else if (auto* answer = std::get_if<net::UtteranceAnswer>(&letter)) {
    answers_[answer->utterance_id] = std::move(*answer);
  }
}

void ReplayDesk::print(const std::vector<DeskLine>& lines) {
  for (const DeskLine& line : lines) {
    const auto shown = shown_.find(line.call_id);
    const auto turn = turns_.find(line.cause_id);
    printer_.print(line, {.agent = agent_,
                          .call = shown == shown_.end() ? line.call_id : shown->second,
                          .turn = turn == turns_.end() ? std::optional<int>() : turn->second});
  }
}

}  // namespace aandacht::ctl
