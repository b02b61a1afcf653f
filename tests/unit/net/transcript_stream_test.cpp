#include "client/net/transcript_stream.h"

#include <atomic>
#include <mutex>
#include <thread>

#include "absl/strings/str_cat.h"
#include "client/net/channel.h"
#include "tests/support/catch.h"
#include "tests/support/eventually.h"
#include "tests/support/fake_service.h"
#include "tests/support/manual_timer.h"

#include <grpcpp/grpcpp.h>

namespace aandacht::net {
namespace {

using test::eventually;
using Lines = std::vector<std::string>;

/// A service that writes down what arrives, and a stream to it.
struct Fixture {
  std::mutex mutex;
  Lines arrived;
  Lines answered;
  std::atomic<int> break_at = -1;  ///< The stream breaks when so many arrived, without an answer.
  test::ManualTimers timers;
  test::FakeService service{{.utterance = [this](const auto& request, auto& response) {
    const std::scoped_lock lock(mutex);
    arrived.push_back(request.utterance_id() + ": " + request.text());
    if (static_cast<int>(arrived.size()) == break_at) {
      return absl::UnavailableError("draining");
    }
    if (request.call_id() == "unknown") {
      response.set_outcome(v1::UTTERANCE_OUTCOME_UNKNOWN_CALL);
      response.set_reason("report the call first");
    }
    response.set_desk_version(static_cast<std::int64_t>(arrived.size()));
    return absl::OkStatus();
  }}};

  std::unique_ptr<TranscriptStream> open(std::size_t unanswered = 100) {
    TranscriptOptions options;
    options.watch.make_timer = timers.factory();
    options.unanswered = unanswered;
    return std::make_unique<TranscriptStream>(
        open_channel(service.address()),
        TranscriptHandlers{.on_answer =
                               [this](const UtteranceAnswer& answer) {
                                 const std::scoped_lock lock(mutex);
                                 answered.push_back(absl::StrCat(answer.utterance_id, " ",
                                                                 static_cast<int>(answer.outcome), answer.reason));
                               }},
        options);
  }
};

Utterance said(const std::string& id, const std::string& text = "Waar blijft mijn geld?") {
  return {.id = id, .call_id = "call-1", .text = text};
}

TEST_CASE("utterances arrive in order, redacted, and each is answered once") {
  Fixture fixture;
  const auto stream = fixture.open();
  REQUIRE(stream->send(said("u1")).ok());
  REQUIRE(stream->send(said("u2", "Mijn adres is jan.de.vries@example.nl")).ok());
  REQUIRE(stream->send({.id = "u3", .call_id = "unknown", .text = "Hallo?"}).ok());
  REQUIRE(stream->finish(absl::Seconds(10)).ok());
  CHECK(stream->unanswered() == 0);
  const std::scoped_lock lock(fixture.mutex);
  CHECK(fixture.arrived == Lines{"u1: Waar blijft mijn geld?", "u2: Mijn adres is [email]", "u3: Hallo?"});
  CHECK(fixture.answered == Lines{"u1 0", "u2 0", "u3 4report the call first"});
}

TEST_CASE("an answer is redacted by its question before it is sent") {
  Fixture fixture;
  const auto stream = fixture.open();
  Utterance question = said("u1", "Wat is uw geboortedatum?");
  question.speaker = domain::Speaker::kAgent;
  REQUIRE(stream->send(question).ok());
  REQUIRE(stream->send(said("u2", "Drie mei.")).ok());
  REQUIRE(stream->finish(absl::Seconds(10)).ok());
  const std::scoped_lock lock(fixture.mutex);
  CHECK(fixture.arrived == Lines{"u1: Wat is uw geboortedatum?", "u2: [birth date]."});
}

TEST_CASE("what was not answered when the stream broke is sent again with its id, in order") {
  Fixture fixture;
  fixture.break_at = 3;
  const auto stream = fixture.open();
  for (const char* id : {"u1", "u2", "u3", "u4"}) {
    REQUIRE(stream->send(said(id, "Ja.")).ok());
  }
  REQUIRE(eventually([&] { return fixture.timers.delays().size() == 1; }));
  CHECK(stream->unanswered() == 2);
  CHECK(absl::IsDeadlineExceeded(stream->finish(absl::ZeroDuration())));
  REQUIRE(stream->send(said("u5", "Ja.")).ok());
  REQUIRE(fixture.timers.fire());
  REQUIRE(stream->finish(absl::Seconds(10)).ok());
  const std::scoped_lock lock(fixture.mutex);
  CHECK(fixture.arrived == Lines{"u1: Ja.", "u2: Ja.", "u3: Ja.", "u3: Ja.", "u4: Ja.", "u5: Ja."});
  CHECK(fixture.answered == Lines{"u1 0", "u2 0", "u3 0", "u4 0", "u5 0"});
}

TEST_CASE("what cannot be sent is refused with a reason") {
  Fixture fixture;
  const auto stream = fixture.open();
  CHECK(absl::IsInvalidArgument(stream->send(said(""))));
  CHECK(absl::IsInvalidArgument(stream->send({.id = "u1", .text = "x"})));
  CHECK(absl::IsInvalidArgument(stream->send(said("u1", ""))));
  CHECK(absl::IsInvalidArgument(stream->send(said("u1", std::string(10 * 1024 * 1024, 'a')))));
  CHECK(absl::IsInvalidArgument(stream->send(said("u1", std::string(16'385, 'a')))));
  CHECK(stream->send(said("u1", std::string(16'384, 'a'))).ok());
  CHECK(stream->send(said("u2", "kapot \xff\xfe einde")).ok());
  REQUIRE(stream->finish(absl::Seconds(10)).ok());
  const std::scoped_lock lock(fixture.mutex);
  CHECK(fixture.arrived.back() == "u2: kapot \xef\xbf\xbd\xef\xbf\xbd einde");
}

TEST_CASE("utterances are not gathered without end") {
  Fixture fixture;
  fixture.break_at = 1;
  const auto stream = fixture.open(3);
  for (const char* id : {"u1", "u2", "u3"}) {
    REQUIRE(stream->send(said(id)).ok());
  }
  CHECK(absl::IsAlreadyExists(stream->send(said("u2"))));
  CHECK(absl::IsResourceExhausted(stream->send(said("u4"))));
  REQUIRE(eventually([&] { return fixture.timers.fire(); }));
  REQUIRE(stream->finish(absl::Seconds(10)).ok());
  CHECK(stream->send(said("u4")).ok());
  CHECK(stream->finish(absl::Seconds(10)).ok());
}

TEST_CASE("a thousand utterances from several threads are answered each once") {
  Fixture fixture;
  const auto stream = fixture.open(1'000);
  std::vector<std::thread> speakers;
  for (int speaker = 0; speaker < 4; ++speaker) {
    speakers.emplace_back([&, speaker] {
      for (int i = 0; i < 250; ++i) {
        (void)stream->send(said(absl::StrCat(speaker, "-", i), "Ja."));
      }
    });
  }
  for (std::thread& speaker : speakers) {
    speaker.join();
  }
  REQUIRE(stream->finish(absl::Seconds(30)).ok());
  const std::scoped_lock lock(fixture.mutex);
  CHECK(fixture.answered.size() == 1'000);
  CHECK(fixture.arrived.size() == 1'000);
}

TEST_CASE("a stream ends at any moment") {
  Fixture fixture;
  for (int round = 0; round < 30; ++round) {
    const auto stream = fixture.open();
    for (int i = 0; i < round % 5; ++i) {
      REQUIRE(stream->send(said(absl::StrCat(round, "-", i), "Ja.")).ok());
    }
  }
}

TEST_CASE("what was not answered can be taken back, redacted, and is not sent again") {
  Fixture fixture;
  fixture.break_at = 1;
  const auto stream = fixture.open();
  REQUIRE(stream->send(said("u-1", "mail mij op jan.bakker@voorbeeld.nl")).ok());
  REQUIRE(eventually([&] { return fixture.timers.delays().size() == 1; }));
  const std::vector<Utterance> back = stream->take_back();
  REQUIRE(back.size() == 1);
  CHECK(back[0].id == "u-1");
  CHECK(back[0].text.find("jan.bakker") == std::string::npos);
  CHECK(stream->unanswered() == 0);
  CHECK(stream->finish(absl::ZeroDuration()).ok());
}

}  // namespace
}  // namespace aandacht::net
