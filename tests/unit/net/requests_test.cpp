// What happened here, through the outbox and back.
#include "client/net/requests.h"

#include <utility>
#include <vector>

#include "tests/support/catch.h"
#include "tests/support/generate.h"

namespace aandacht::net {
namespace {

bool is_told_by_agents(const domain::Event& event) {
  return !std::holds_alternative<domain::PromptPushed>(event.what) &&
         !std::holds_alternative<domain::StoryWithdrawn>(event.what) &&
         !std::holds_alternative<domain::PromptRecalled>(event.what) &&
         !std::holds_alternative<domain::Watched>(event.what) && !std::holds_alternative<domain::WokeUp>(event.what);
}

OutboxItem item_of(const domain::Event& event, Request request) {
  OutboxItem item;
  item.kind = request.kind;
  item.id = event.id;
  item.request = std::move(request.bytes);
  item.appended = absl::FromUnixSeconds(1'790'000'000);
  return item;
}

TEST_CASE("every event that an agent's programs tell comes back as it went in, without what the service knows") {
  test::Generate generate(11);
  int told = 0;
  for (int i = 0; i < 2'000; ++i) {
    domain::Event event = generate.event();
    const absl::StatusOr<Request> request = to_request(event, "sanne");
    REQUIRE(request.ok() == is_told_by_agents(event));
    if (!request.ok()) continue;
    ++told;
    const absl::StatusOr<ToldEvent> back = event_of(item_of(event, *request));
    REQUIRE(back.ok());
    auto* said = std::get_if<domain::UtteranceSaid>(&event.what);
    CHECK(back->agent_id == (said == nullptr ? "sanne" : ""));
    if (said != nullptr) {
      domain::Reading unread;
      unread.language = said->reading.language;
      said->reading = unread;
    }
    if (auto* report = std::get_if<domain::CallReported>(&event.what)) {
      report->customer.reset();
      report->load.reset();
    }
    CHECK(back->event == event);
  }
  CHECK(told > 500);
}

TEST_CASE("an event without a time happened when its request was appended, and nonsense is no event") {
  const domain::Event event{"e1", absl::InfinitePast(), domain::WrapUpFinished{"c1"}};
  OutboxItem item = item_of(event, *to_request(event, "sanne"));
  CHECK(event_of(item)->event.time == item.appended);
  item.request = "\x01nonsense";
  CHECK(absl::IsInvalidArgument(event_of(item).status()));
  item.kind = OutboxKind::kAnswerCard;
  item.request = "";  // No answer.
  CHECK(absl::IsInvalidArgument(event_of(item).status()));
}

}  // namespace
}  // namespace aandacht::net
