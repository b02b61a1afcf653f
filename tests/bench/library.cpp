// From a why that was accepted as live to an agent's search that finds it, over a service of its own; beside it the
// bare rpc: the same search for a why that was there all along.
#include <algorithm>
#include <fstream>
#include <stdexcept>

#include "aandacht/v1/editing.grpc.pb.h"
#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "tests/bench/measure.h"
#include "tests/bench/report.h"
#include "tests/bench/service_log.h"
#include "tests/integration/service_client.h"
#include "tests/support/child.h"
#include "tests/support/eventually.h"
#include "tests/support/slurp.h"
#include "tests/support/temporary_folder.h"

namespace aandacht::bench {
namespace {

constexpr int kWarm = 5;
constexpr int kTimes = 100;

/// A word that no other why has: letters, because numbers are no words to search by.
std::string word_of(int number) {
  return absl::StrCat("parkeer", std::string(1, static_cast<char>('a' + number / 26)),
                      std::string(1, static_cast<char>('a' + number % 26)), "vergunning");
}

void expect(const grpc::Status& status, const char* what) {
  if (!status.ok()) throw std::runtime_error(absl::StrCat(what, ": ", status.error_message()));
}

class Tending {
 public:
  explicit Tending(const std::string& address)
      : editor_(address), agent_(address), editing_(v1::EditingService::NewStub(editor_.channel)) {}

  /// A new draft of the one why, about this word.
  void save(int number) {
    v1::SaveDraftRequest request;
    request.set_request_id(absl::StrCat("save-", number));
    request.set_kind(v1::ITEM_KIND_WHY);
    request.set_id("nl/bench");
    request.set_language("nl");
    request.set_base_version(version_);
    request.set_editor("Kim");
    request.set_toml(absl::StrCat("[[why]]\nid = \"bench\"\ntopic = \"", word_of(number),
                                  "\"\nrule = \"Het duurt twee weken.\"\nemotion = \"Wachten is vervelend.\"\n"
                                  "customer = \"Zo is er plek.\"\nemployee = \"Ik zie waar hij is.\"\n"
                                  "organisation = \"Zo blijft er plek.\"\n"));
    v1::SaveDraftResponse response;
    expect(editing_->SaveDraft(test::soon().get(), request, &response), "not saved");
    version_ = response.item().newest().version();
  }

  void publish() {
    v1::PublishItemRequest request;
    request.set_request_id(absl::StrCat("publish-", version_));
    request.set_kind(v1::ITEM_KIND_WHY);
    request.set_id("nl/bench");
    request.set_version(version_);
    request.set_editor("Kim");
    v1::PublishItemResponse response;
    expect(editing_->PublishItem(test::soon().get(), request, &response), "not put live");
  }

  /// Whether an agent's search has this why with this topic first.
  bool finds(const std::string& words, const std::string& topic) {
    v1::SearchWhysRequest request;
    request.set_query(words);
    request.set_language("nl");
    v1::SearchWhysResponse response;
    expect(agent_.library->SearchWhys(test::soon().get(), request, &response), "not searched");
    return std::any_of(response.whys().begin(), response.whys().end(),
                       [&](const v1::Why& why) { return why.topic() == topic; });
  }

 private:
  test::ServiceClient editor_;  // Two connections, as of two people.
  test::ServiceClient agent_;
  std::unique_ptr<v1::EditingService::Stub> editing_;
  std::int64_t version_ = 0;
};

struct Took {
  std::vector<double> search;   ///< Of what was there all along, milliseconds.
  std::vector<double> publish;  ///< From the request to its answer.
  std::vector<double> found;    ///< From that answer to the search's that has it.
  int searches = 0;
};

Took measure_times(Tending& tending) {
  Took took;
  for (int i = 0; i < kWarm + kTimes; ++i) {
    tending.save(i);
    const double begin = steady_us();
    if (!tending.finds("terugbetaling", "terugbetaling")) throw std::runtime_error("what was shipped is not found");
    const double searched = steady_us();
    tending.publish();
    const double accepted = steady_us();
    int searches = 1;
    while (!tending.finds(word_of(i), word_of(i))) {
      if (++searches > 10000) throw std::runtime_error("it is never found");
    }
    const double found = steady_us();
    if (i < kWarm) continue;
    took.search.push_back((searched - begin) / 1e3);
    took.publish.push_back((accepted - searched) / 1e3);
    took.found.push_back((found - accepted) / 1e3);
    took.searches = std::max(took.searches, searches);
  }
  return took;
}

void run() {
  const test::TemporaryFolder folder;
  const std::string log = folder.file("aandachtd.log");
  const test::Child service({absl::StrCat(AANDACHT_BIN_DIR, "/aandachtd"), "--tokens", "off", "--listen", "127.0.0.1:0",
                             "--store", absl::StrCat("sqlite:", folder.file("library.db"))},
                            log);
  if (!test::eventually([&] { return !address_in(log).empty(); }))
    throw std::runtime_error("the service did not come: " + test::slurp(log));
  Tending tending(address_in(log));
  Took took = measure_times(tending);
  const Spread search = spread_of(took.search);
  const Spread found = spread_of(took.found);
  const Spread publish = spread_of(took.publish);
  const std::string floor = "the same search, for a why that was there all along";
  print("why accepted as live to found by an agent's search, p50", found.median, "ms", {search.median, floor},
        {{"times", took.found.size()}, {"most searches until found", took.searches}});
  print("why accepted as live to found by an agent's search, p99", found.p99, "ms", {search.p99, floor});
  print_alone("putting a why live, the whole library compiled and written, p50", publish.median, "ms",
              {{"p99", publish.p99}});
}

}  // namespace
}  // namespace aandacht::bench

int main() {
  aandacht::bench::run();
  return 0;
}
