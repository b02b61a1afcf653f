// Alerts over real gRPC, with two consoles.
#include <condition_variable>
#include <mutex>

#include "client/net/alerts.h"
#include "client/net/channel.h"
#include "tests/integration/service_fixture.h"
#include "tests/support/awaited.h"
#include "tests/support/eventually.h"

namespace aandacht::test {
namespace {

domain::AlertRule words_rule() {
  domain::AlertRule rule;
  rule.id = "rule-words";
  rule.name = "Zoekt het hogerop";
  rule.kind = domain::AlertKind::kPhrase;
  rule.phrases = {"advocaat/jurist", "geschillen commissie"};
  return rule;
}

/// A console: what it was told of alerts, and what it asks.
class Console {
 public:
  explicit Console(const std::string& address)
      : channel_(net::open_channel(address)),
        alerts_(channel_),
        watch_(channel_, {.on_update = [this](net::AlertUpdate update) { take(std::move(update)); }}) {}

  std::vector<domain::Alert> open() {
    const std::lock_guard lock(mutex_);
    return open_;
  }
  bool heard() {
    const std::lock_guard lock(mutex_);
    return heard_;
  }

  absl::StatusOr<net::SeenAlertRule> put(const std::string& id, const domain::AlertRule& rule, std::int64_t base) {
    Awaited<net::SeenAlertRule> kept;
    alerts_.put_rule(id, rule, base, kept.callback());
    return kept.get();
  }
  absl::StatusOr<std::vector<net::SeenAlertRule>> rules() {
    Awaited<net::SeenAlertRules> seen;
    alerts_.rules(seen.callback());
    const auto told = seen.get();
    if (!told.ok()) return told.status();
    return told->rules;
  }
  absl::StatusOr<domain::Alert> settle(const std::string& id, const std::string& alert, domain::AlertStage stage) {
    Awaited<domain::Alert> done;
    alerts_.settle(id, alert, stage, done.callback());
    return done.get();
  }
  net::Alerts& alerts() { return alerts_; }
  const std::shared_ptr<grpc::Channel>& channel() { return channel_; }

 private:
  void take(net::AlertUpdate update) {
    const std::lock_guard lock(mutex_);
    heard_ = true;
    if (update.complete) open_.clear();
    for (const domain::Alert& alert : update.alerts) {
      std::erase_if(open_, [&](const domain::Alert& each) { return each.id == alert.id; });
      if (alert.stage != domain::AlertStage::kDone) open_.push_back(alert);
    }
  }

  std::mutex mutex_;
  std::vector<domain::Alert> open_;
  bool heard_ = false;
  std::shared_ptr<grpc::Channel> channel_;
  net::Alerts alerts_;
  net::AlertWatch watch_;
};

void say(ServiceFixture& service, const std::string& id, const std::string& text) {
  v1::StreamUtterancesResponse response;
  const auto context = soon();
  auto stream = service.client().transcripts->StreamUtterances(context.get());
  v1::StreamUtterancesRequest request = utterance(id, text);
  request.set_language("nl");
  REQUIRE(stream->Write(request));
  REQUIRE(stream->Read(&response));
  stream->WritesDone();
  REQUIRE(stream->Finish().ok());
}

TEST_CASE("what a rule finds is told to both consoles, and when one settles it the other lets it go") {
  ServiceFixture service;
  Console kim(service.service().address());
  Console bas(service.service().address());
  REQUIRE(eventually([&] { return kim.heard() && bas.heard(); }));
  REQUIRE(kim.put("put-1", words_rule(), 0).ok());
  service.begin_call();
  say(service, "u1", "Dan bel ik mijn advocaat.");
  REQUIRE(eventually([&] { return kim.open().size() == 1 && bas.open().size() == 1; }));
  const domain::Alert alert = bas.open().at(0);
  CHECK(alert.finding.words == "Dan bel ik mijn advocaat.");
  CHECK(alert.finding.agent_id == "sanne");
  REQUIRE(kim.settle("seen-1", alert.id, domain::AlertStage::kSeen).ok());
  CHECK(eventually([&] { return bas.open().at(0).stage == domain::AlertStage::kSeen; }));
  REQUIRE(bas.settle("done-1", alert.id, domain::AlertStage::kDone).ok());
  CHECK(eventually([&] { return kim.open().empty(); }));
}

TEST_CASE("the second of two consoles that change the same rule is told, and can put its own over") {
  ServiceFixture service;
  Console kim(service.service().address());
  Console bas(service.service().address());
  REQUIRE(kim.put("put-1", words_rule(), 0).ok());
  domain::AlertRule mine = words_rule();
  mine.phrases = {"rechter"};
  REQUIRE(bas.put("put-2", mine, 1).ok());
  mine.phrases = {"kantonrechter"};
  CHECK(absl::IsAborted(kim.put("put-3", mine, 1).status()));
  const auto rules = kim.rules();
  REQUIRE(rules.ok());
  for (const net::SeenAlertRule& each : *rules) {
    if (each.rule.id != mine.id) continue;
    CHECK(each.rule.phrases == std::vector<std::string>{"rechter"});
    CHECK(each.rule.version == 2);
  }
  CHECK(kim.put("put-4", mine, 2).ok());
}

TEST_CASE("a console keeps its alerts over a restart of the service, and nothing is told twice") {
  ServiceFixture service;
  {
    Console kim(service.service().address());
    REQUIRE(kim.put("put-1", words_rule(), 0).ok());
    service.begin_call();
    say(service, "u1", "Dan bel ik mijn jurist.");
    REQUIRE(eventually([&] { return kim.open().size() == 1; }));
  }
  service.restart();
  Console kim(service.service().address());
  REQUIRE(eventually([&] { return kim.open().size() == 1; }));
  domain::AlertRule other = words_rule();
  other.id = "rule-other";
  other.phrases = {"komma"};
  REQUIRE(kim.put("put-2", other, 0).ok());
  say(service, "u2", "En een komma.");
  REQUIRE(eventually([&] { return kim.open().size() == 2; }));
}

TEST_CASE("a customer who is very negative for three turns sets off the rule that is shipped") {
  ServiceFixture service;
  Console kim(service.service().address());
  service.begin_call();
  const char* turns[] = {"Dit is echt waardeloos, ik ben woedend.", "Jullie zijn verschrikkelijk, wat een schande.",
                         "Ik ben zo boos, dit is een drama.", "Vreselijk, ik haat dit, waardeloos.",
                         "Belachelijk slecht, verschrikkelijk."};
  int i = 0;
  for (const char* turn : turns) say(service, "u" + std::to_string(++i), turn);
  REQUIRE(eventually([&] { return !kim.open().empty(); }));
  const domain::Alert alert = kim.open().at(0);
  CHECK(alert.finding.rule_id == "nl/heel-negatief");
  CHECK(alert.finding.count >= 3);
}

TEST_CASE("a trial over gRPC counts by day and tells what would have been said") {
  ServiceFixture service;
  Console kim(service.service().address());
  service.begin_call();
  say(service, "u1", "Ik bel de geschillencommissie.");
  say(service, "u2", "Niets bijzonders.");
  std::mutex mutex;
  net::AlertTrialStep last;
  std::optional<absl::Status> ended;
  domain::AlertRule rule = words_rule();
  net::AlertTrial trial(
      kim.channel(), rule, 7, 10,
      [&](net::AlertTrialStep step) {
        const std::lock_guard lock(mutex);
        last = std::move(step);
      },
      [&](const absl::Status& status) {
        const std::lock_guard lock(mutex);
        ended = status;
      });
  REQUIRE(eventually([&] {
    const std::lock_guard lock(mutex);
    return ended.has_value();
  }));
  const std::lock_guard lock(mutex);
  REQUIRE(ended->ok());
  CHECK(last.progress == 1);
  CHECK(last.turns == 2);
  REQUIRE(last.days.size() == 7);
  CHECK(last.days.back().second == 1);
  REQUIRE(last.alerts.size() == 1);
  CHECK(last.alerts[0].finding.matched == "geschillen commissie");
}

}  // namespace
}  // namespace aandacht::test
