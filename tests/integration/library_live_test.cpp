// What a supervisor puts live is what agents find and what the coach reads with, at once and without a stop.
#include "aandacht/v1/editing.grpc.pb.h"
#include "absl/strings/str_cat.h"
#include "tests/integration/identity_house.h"
#include "tests/support/eventually.h"

namespace aandacht::test {
namespace {

constexpr absl::Duration kAtOnce = absl::Seconds(1);

class LiveHouse {
 public:
  template <typename Response, typename Request>
  Response ask(const std::string& rpc, const std::string& token, const Request& request) {
    Response response;
    const grpc::Status status = house_.call("aandacht.v1." + rpc, token, request.SerializeAsString(), &response);
    INFO(rpc << ": " << status.error_message());
    REQUIRE(status.ok());
    return response;
  }

  /// Saves it as a draft.
  void save(v1::ItemKind kind, const std::string& id, const std::string& toml) {
    v1::SaveDraftRequest request;
    request.set_request_id(absl::StrCat("save-", ++requests_));
    request.set_kind(kind);
    request.set_id(id);
    request.set_language("nl");
    request.set_base_version(versions_[id]);
    request.set_toml(toml);
    versions_[id] =
        ask<v1::SaveDraftResponse>("EditingService/SaveDraft", supervisor_, request).item().newest().version();
  }

  /// Puts the newest version live; when the service said that it is.
  absl::Time publish(v1::ItemKind kind, const std::string& id) {
    v1::PublishItemRequest request;
    request.set_request_id(absl::StrCat("publish-", ++requests_));
    request.set_kind(kind);
    request.set_id(id);
    request.set_version(versions_[id]);
    ask<v1::PublishItemResponse>("EditingService/PublishItem", supervisor_, request);
    return absl::Now();
  }

  /// As sanne's overlay searches.
  bool finds(const std::string& words, const std::string& said) {
    v1::SearchWhysRequest request;
    request.set_query(words);
    request.set_language("nl");
    return tells(ask<v1::SearchWhysResponse>("LibraryService/SearchWhys", sanne_, request).whys(), said);
  }

  /// As her overlay keeps them for when the service is away.
  bool lists(const std::string& said) {
    v1::ListWhysRequest request;
    request.set_language("nl");
    request.set_page_size(500);
    return tells(ask<v1::ListWhysResponse>("LibraryService/ListWhys", sanne_, request).whys(), said);
  }

  void begin_call(const std::string& call) {
    for (const v1::CallEvent event : {v1::CALL_EVENT_RINGING, v1::CALL_EVENT_ANSWERED}) {
      v1::ReportCallRequest request;
      request.set_event_id(absl::StrCat(call, "-", static_cast<int>(event)));
      request.set_agent_id("sanne");
      request.set_call_id(call);
      request.set_event(event);
      ask<v1::ReportCallResponse>("CallService/ReportCall", house_.integrator(), request);
    }
  }

  void agent_says(const std::string& call, const std::string& text) {
    v1::StreamUtterancesRequest said = utterance(absl::StrCat("u-", ++requests_), text, call);
    said.set_speaker(v1::SPEAKER_AGENT);
    said.set_language("nl");
    ask<v1::StreamUtterancesResponse>("TranscriptService/StreamUtterances", house_.integrator(), said);
  }

  /// Her desk has a card by this rule.
  bool shows_card_of(const std::string& rule) {
    v1::WatchDeskRequest request;
    request.set_agent_id("sanne");
    const auto desk = ask<v1::WatchDeskResponse>("DeskService/WatchDesk", sanne_, request);
    return desk.ShortDebugString().find(rule) != std::string::npos;
  }

 private:
  template <typename Whys>
  static bool tells(const Whys& whys, const std::string& said) {
    return std::any_of(whys.begin(), whys.end(), [&](const v1::Why& why) { return why.customer() == said; });
  }

  IdentityHouse house_;
  const std::string supervisor_ = house_.supervisor("blue");
  const std::string sanne_ = house_.agent("sanne");
  std::map<std::string, std::int64_t> versions_;
  int requests_ = 0;
};

std::string parking(const std::string& customer) {
  return absl::StrCat(
      "[[why]]\nid = \"parkeren\"\ntopic = \"parkeervergunning\"\nrule = \"Een vergunning duurt twee weken.\"\n"
      "emotion = \"Wachten is vervelend.\"\ncustomer = \"",
      customer, "\"\nemployee = \"Ik zie waar hij is.\"\norganisation = \"Zo blijft er plek.\"\n");
}

}  // namespace

TEST_CASE(
    "a why that a supervisor puts live is in an agent's next search and list, within a second, and so is a change",
    "[library]") {
  LiveHouse house;
  for (const char* said : {"Zo weet u zeker dat er plek is.", "Zo is er ook voor u een plek."}) {
    house.save(v1::ITEM_KIND_WHY, "nl/parkeren", parking(said));
    CHECK_FALSE(house.finds("parkeervergunning", said));
    const absl::Time accepted = house.publish(v1::ITEM_KIND_WHY, "nl/parkeren");
    CHECK(eventually([&] { return house.finds("parkeervergunning", said); }));
    CHECK(absl::Now() - accepted < kAtOnce);
    CHECK(eventually([&] { return house.lists(said); }));
    CHECK(absl::Now() - accepted < kAtOnce);
  }
}

TEST_CASE("a coach rule that a supervisor puts live reads the next thing an agent says, in a call that goes on",
          "[library]") {
  LiveHouse house;
  house.begin_call("call-1");
  house.save(v1::ITEM_KIND_RULE, "nl/paarse-tak",
             "[[rule]]\nid = \"paarse-tak\"\nlabel = \"blame\"\npriority = 95\nauthor = \"Kim\"\n"
             "phrases = [\"werk van de paarse tak\"]\n");
  house.agent_says("call-1", "Dat is werk van de paarse tak.");
  CHECK_FALSE(house.shows_card_of("nl/paarse-tak"));
  const absl::Time accepted = house.publish(v1::ITEM_KIND_RULE, "nl/paarse-tak");
  house.agent_says("call-1", "Ja, werk van de paarse tak.");
  CHECK(eventually([&] { return house.shows_card_of("nl/paarse-tak"); }));
  CHECK(absl::Now() - accepted < kAtOnce);
}

}  // namespace aandacht::test
