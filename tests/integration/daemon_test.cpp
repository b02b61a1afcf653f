// The program aandachtd itself.
#include "tests/integration/daemon.h"

#include <signal.h>

#include <algorithm>
#include <deque>
#include <fstream>
#include <random>
#include <set>
#include <thread>

#include "absl/time/clock.h"
#include "service/store/sqlite/sqlite.h"
#include "shared/content/load.h"
#include "shared/domain/apply.h"
#include "tests/integration/service_client.h"
#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"

using namespace aandacht;
using test::Daemon;
using test::ServiceClient;
using test::soon;
using test::utterance;

namespace {

/// A sender as the contract asks for: keeps what is not answered and sends it again with the same id.
class Sender {
 public:
  /// Sends over one stream until it breaks, or until nothing waits when `fresh` is false.
  void stream_until_broken(const std::string& address, bool fresh) {
    ServiceClient client(address);
    const auto context = soon();
    const auto stream = client.transcripts->StreamUtterances(context.get());
    std::deque<std::string> sent = waiting_;  // What goes over this stream, oldest first; touched by the writer only.
    broken_ = false;
    std::thread writer([&] {
      for (const std::string& id : sent) {
        if (!stream->Write(utterance(id, words_of(id)))) return;
      }
      while (fresh) {
        while (crowded()) absl::SleepFor(absl::Milliseconds(1));
        const std::string id = "u" + std::to_string(next_++);
        {
          const std::lock_guard lock(mutex_);
          waiting_.push_back(id);
        }
        if (!stream->Write(utterance(id, words_of(id)))) return;
      }
      stream->WritesDone();
    });
    v1::StreamUtterancesResponse response;
    while (stream->Read(&response)) acknowledge(response);
    {
      const std::lock_guard lock(mutex_);
      broken_ = true;
    }
    writer.join();
    ended = stream->Finish();
  }

  std::set<std::string> acknowledged;
  bool good = true;
  grpc::Status ended;  ///< How the last stream did.

  [[nodiscard]] std::size_t waiting() const { return waiting_.size(); }
  [[nodiscard]] int made() const { return next_; }

 private:
  // A recogniser does not run ahead of its answers for ever.
  bool crowded() {
    const std::lock_guard lock(mutex_);
    return !broken_ && waiting_.size() >= 500;
  }

  static std::string words_of(const std::string& id) { return "the words of " + id + ", why does it take so long"; }

  void acknowledge(const v1::StreamUtterancesResponse& response) {
    const std::lock_guard lock(mutex_);
    const bool expected = !waiting_.empty() && waiting_.front() == response.utterance_id();
    const bool kept =
        response.outcome() == v1::UTTERANCE_OUTCOME_STORED || response.outcome() == v1::UTTERANCE_OUTCOME_DUPLICATE;
    good = good && expected && kept;
    acknowledged.insert(response.utterance_id());
    if (expected) waiting_.pop_front();
  }

  std::mutex mutex_;
  std::deque<std::string> waiting_;
  bool broken_ = false;
  int next_ = 0;
};

// Every event of the log applied again gives the desk that was stored beside it.
void check_replay(const std::string& file) {
  const auto store = store::sqlite::open(file);
  REQUIRE(store.ok());
  const auto library = content::load_library(AANDACHT_SOURCE_DIR "/service/content");
  REQUIRE(library.ok());
  domain::Desk desk;
  desk.agent_id = "sanne";
  domain::Desk stored;
  REQUIRE((*store)
              ->read([&](store::Reads& reads) {
                stored = reads.desk("sanne")->value();
                std::int64_t after = 0;
                for (auto events = *reads.events("sanne", 0, 500); !events.empty();
                     events = *reads.events("sanne", after, 500)) {
                  for (const domain::Event& event : events)
                    desk = domain::apply(desk, event, *library, event.time).desk;
                  after += static_cast<std::int64_t>(events.size());
                }
                return absl::OkStatus();
              })
              .ok());
  CHECK(desk.version == stored.version);
  CHECK(desk == stored);
}

}  // namespace

TEST_CASE("killed at any moment under load, the service has every acknowledged utterance exactly once", "[daemon]") {
  test::TemporaryFolder folder;
  const std::string file = folder.file("aandacht.db");
  std::mt19937 random(20260302);
  Sender sender;
  for (int round = 0; round < 10; ++round) {
    Daemon daemon(file);
    ServiceClient client(daemon.address());
    REQUIRE(client.report("ringing", v1::CALL_EVENT_RINGING).ok());
    REQUIRE(client.report("answered", v1::CALL_EVENT_ANSWERED).ok());
    const auto moment = absl::Milliseconds(std::uniform_int_distribution<int>(1, 150)(random));
    std::thread killer([&] {
      absl::SleepFor(moment);
      daemon.kill_now();
    });
    sender.stream_until_broken(daemon.address(), true);
    killer.join();
  }
  Daemon daemon(file);
  sender.stream_until_broken(daemon.address(), false);
  CHECK(sender.good);
  INFO(sender.ended.error_code() << " " << sender.ended.error_message());
  CHECK(sender.ended.ok());
  CHECK(sender.waiting() == 0);
  CHECK(sender.acknowledged.size() == static_cast<std::size_t>(sender.made()));
  CHECK(sender.acknowledged.size() > 100);

  ServiceClient client(daemon.address());
  std::multiset<std::string> found;
  for (const v1::TurnRecord& turn : client.turns()) found.insert(turn.utterance_id());
  CHECK(found.size() == sender.acknowledged.size());
  CHECK(std::all_of(sender.acknowledged.begin(), sender.acknowledged.end(),
                    [&](const std::string& id) { return found.count(id) == 1; }));
  v1::ListCallsResponse calls;
  REQUIRE(client.calls->ListCalls(soon().get(), {}, &calls).ok());
  REQUIRE(calls.calls_size() == 1);
  CHECK(calls.calls(0).turn_count() == sender.made());
  daemon.kill_now();
  check_replay(file);
}

TEST_CASE("aandachtd stops on SIGTERM with exit code 0 while a stream is open", "[daemon]") {
  test::TemporaryFolder folder;
  const std::string config = folder.file("aandachtd.toml");
  std::ofstream(config) << "drain = \"300ms\"\n";  // The client of this test does not answer while it waits.
  Daemon daemon(folder.file("aandacht.db"), {"--config", config});
  ServiceClient client(daemon.address());
  const auto context = soon();
  v1::WatchDeskRequest request;
  request.set_agent_id("sanne");
  const auto watch = client.desks->WatchDesk(context.get(), request);
  v1::WatchDeskResponse response;
  REQUIRE(watch->Read(&response));
  const absl::Time began = absl::Now();
  daemon.signal(SIGTERM);
  CHECK(daemon.wait() == 0);
  CHECK(absl::Now() - began < absl::Seconds(5));
  CHECK_FALSE(watch->Read(&response));
  CHECK(watch->Finish().error_code() == grpc::StatusCode::UNAVAILABLE);
}

TEST_CASE("aandachtd names a wrong setting with file and line and does not start", "[daemon]") {
  test::TemporaryFolder folder;
  const std::string file = folder.file("aandachtd.toml");
  std::ofstream(file) << "listen = \"127.0.0.1:0\"\n[writer]\nqueu = 3\n";
  const test::Ran ran = test::run_daemon({"--config", file});
  CHECK(ran.exit_code == 1);
  CHECK_THAT(ran.output,
             Catch::Contains("aandachtd.toml:3: unknown setting \"writer.queu\"; did you mean \"writer.queue\"?"));
}

TEST_CASE("what aandachtd prints as its configuration is one", "[daemon]") {
  test::TemporaryFolder folder;
  const std::string file = folder.file("aandachtd.toml");
  const test::Ran first = test::run_daemon({"--print-config", "--listen", "127.0.0.1:0"});
  REQUIRE(first.exit_code == 0);
  std::ofstream(file) << first.output;
  const test::Ran second = test::run_daemon({"--config", file, "--print-config"});
  CHECK(second.exit_code == 0);
  CHECK(second.output == first.output);
  CHECK_THAT(first.output, Catch::Contains("listen = \"127.0.0.1:0\""));
}

TEST_CASE("aandachtd refuses an address that others reach and a command line it does not know", "[daemon]") {
  const test::Ran open = test::run_daemon({"--listen", "0.0.0.0:7443"});
  CHECK(open.exit_code == 1);
  CHECK_THAT(open.output, Catch::Contains("tls.certificate"));
  CHECK(test::run_daemon({"--lisen", "x"}).exit_code == 2);
  const test::Ran help = test::run_daemon({"--help"});
  CHECK(help.exit_code == 0);
  CHECK_THAT(help.output, Catch::Contains("Examples:"));
}

namespace {

std::string with_teams(const test::TemporaryFolder& folder, const std::string& text) {
  const std::string file = folder.file("aandachtd.toml");
  std::ofstream(file) << "listen = \"127.0.0.1:0\"\nstore = \"sqlite:" << folder.file("teams.db") << "\"\n" << text;
  return file;
}

}  // namespace

TEST_CASE("an agent in two teams is refused by both names") {
  const test::TemporaryFolder folder;
  const test::Ran ran = test::run_daemon(
      {"--config", with_teams(folder, "[teams]\nblue = [\"anna\", \"joost\"]\nred = [\"omar\", \"anna\"]\n")});
  CHECK(ran.exit_code == 1);
  CHECK_THAT(ran.output, Catch::Contains("teams.red names \"anna\", who is in teams.blue already"));
}

TEST_CASE("a team with somebody who is not served, or who can be no agent, is refused") {
  const test::TemporaryFolder folder;
  const std::string listed = "[agents]\nregistration = \"listed\"\nlist = [\"anna\"]\n";
  const test::Ran ran = test::run_daemon({"--config", with_teams(folder, listed + "[teams]\nblue = [\"joost\"]\n")});
  CHECK(ran.exit_code == 1);
  CHECK_THAT(ran.output, Catch::Contains("teams.blue names \"joost\", who is not in agents.list"));
  const test::Ran odd = test::run_daemon({"--config", with_teams(folder, "[teams]\nblue = [\"an na\"]\n")});
  CHECK(odd.exit_code == 1);
  CHECK_THAT(odd.output, Catch::Contains("aandachtd.toml:4: teams.blue names \"an na\""));
}
