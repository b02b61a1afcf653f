#include "client/ctl/own_desk.h"

#include <optional>
#include <utility>
#include <variant>

#include "absl/strings/str_cat.h"
#include "client/ctl/mailbox.h"
#include "client/ctl/service.h"
#include "client/net/channel.h"
#include "client/net/desk_watch.h"

namespace aandacht::ctl {
namespace {

constexpr absl::Duration kPatience = absl::Seconds(10);

}  // namespace

absl::StatusOr<domain::Desk> read_desk(const Session& session, const std::string& agent) {
  using Letter = std::variant<domain::Desk, absl::Status>;
  Mailbox<Letter> mailbox;
  const net::DeskWatch watch(net::open_channel(session.server, {.agent = agent}), agent,
                             {.on_desk = [&](domain::Desk desk, absl::Time) { mailbox.put(std::move(desk)); },
                              .on_update = {},
                              .on_connection =
                                  [&](net::ConnectionState state, const std::string& detail) {
                                    const bool going = state == net::ConnectionState::kConnecting ||
                                                       state == net::ConnectionState::kConnected;
                                    if (!going) mailbox.put(absl::UnavailableError(detail));
                                  }});
  std::optional<Letter> letter = mailbox.take(kPatience);
  if (!letter) return absl::DeadlineExceededError("the service did not answer within 10 seconds");
  if (auto* desk = std::get_if<domain::Desk>(&*letter)) return std::move(*desk);
  return std::get<absl::Status>(*letter);
}

absl::StatusOr<domain::Desk> do_act(const Session& session, const std::string& agent, const domain::OwnAct& act,
                                    Environment& environment) {
  Service service(net::open_channel(session.server, {.agent = agent}), {.sleep = environment.sleep});
  const absl::StatusOr<std::int64_t> version =
      service.record_act(absl::StrCat("act-", environment.ids.next()), agent, act);
  if (!version.ok()) return version.status();
  return read_desk(session, agent);
}

}  // namespace aandacht::ctl
