#include "client/net/call_watch.h"

#include <grpcpp/grpcpp.h>

#include <algorithm>
#include <thread>
#include <utility>

#include "aandacht/v1/floor.grpc.pb.h"
#include "client/net/channel.h"
#include "shared/wire/check.h"
#include "shared/wire/enums.h"
#include "shared/wire/records.h"
#include "shared/wire/time.h"

namespace aandacht::net {
namespace {

absl::StatusOr<WatchedTurn> read_turn(const v1::TurnRecord& message) {
  wire::Check check;
  WatchedTurn turn;
  turn.utterance_id = message.utterance_id();
  turn.speaker = check.optional("speaker", message.speaker(), domain::Speaker::kCustomer);
  turn.text = message.text();
  turn.said = check.time("said_time", message.has_said_time(), message.said_time(), absl::InfinitePast());
  if (message.has_sentiment()) {
    absl::StatusOr<domain::Sentiment> sentiment = wire::from_proto(message.sentiment());
    if (!sentiment.ok()) return sentiment.status();
    turn.sentiment = *std::move(sentiment);
  }
  return check.result(std::move(turn));
}

absl::StatusOr<WatchedCard> read_card(const v1::ShownCard& message) {
  wire::Check check;
  WatchedCard card;
  card.card_id = message.card_id();
  card.kind = check.optional("kind", message.kind(), domain::CardKind::kWe);
  card.line = message.line();
  card.shown = check.time("show_time", message.has_show_time(), message.show_time(), absl::InfinitePast());
  return check.result(std::move(card));
}

absl::StatusOr<CallNews> read_news(const v1::WatchCallResponse& message) {
  wire::Check check;
  CallNews news;
  const v1::WatchedCall& call = message.call();
  news.call.call_id = call.call_id();
  news.call.agent_id = call.agent_id();
  news.call.state = check.optional("state", call.state(), domain::CallState::kInCall);
  news.call.since = check.time("since_time", call.has_since_time(), call.since_time(), absl::InfinitePast());
  news.call.customer_name = call.customer_name();
  news.call.phase = check.optional("phase", call.phase(), domain::CallPhase::kOpening);
  news.call.sentiment_scores.assign(call.sentiment_scores().begin(), call.sentiment_scores().end());
  news.call.feeling = check.optional("feeling", call.feeling(), domain::Feeling::kNeutral);
  news.call.watchers.assign(call.watcher_names().begin(), call.watcher_names().end());
  news.turns = check.list("turns", message.turns(), &read_turn);
  news.cards = check.list("cards", message.cards(), &read_card);
  news.over = message.over();
  news.time = check.time("time", message.has_time(), message.time(), absl::InfinitePast());
  return check.result(std::move(news));
}

template <typename Row, typename Id>
void put(const std::vector<Row>& news, std::vector<Row>& known, Id Row::*id) {
  for (const Row& row : news) {
    const auto place = std::find_if(known.begin(), known.end(), [&](const Row& each) { return each.*id == row.*id; });
    if (place == known.end()) {
      known.push_back(row);
    } else {
      *place = row;
    }
  }
}

}  // namespace

class CallWatch::Stream {
 public:
  Stream(const std::shared_ptr<grpc::Channel>& channel, const CallToWatch& what, CallWatchHandlers handlers)
      : stub_(v1::FloorService::NewStub(channel)), handlers_(std::move(handlers)) {
    request_.set_agent_id(what.agent_id);
    request_.set_call_id(what.call_id);
    request_.set_reason(what.reason);
    request_.set_watcher(what.watcher);
    thread_ = std::thread([this] { run(); });
  }

  ~Stream() {
    context_.TryCancel();
    thread_.join();
  }

 private:
  void run() {
    const std::unique_ptr<grpc::ClientReader<v1::WatchCallResponse>> reader = stub_->WatchCall(&context_, request_);
    v1::WatchCallResponse response;
    absl::Status understood;
    while (understood.ok() && reader->Read(&response)) {
      absl::StatusOr<CallNews> news = read_news(response);
      understood = news.status();
      if (news.ok() && handlers_.on_news) handlers_.on_news(*std::move(news));
    }
    if (!understood.ok()) context_.TryCancel();
    const absl::Status finished = to_status(reader->Finish());
    if (handlers_.on_end) handlers_.on_end(understood.ok() ? finished : understood);
  }

  const std::unique_ptr<v1::FloorService::Stub> stub_;
  const CallWatchHandlers handlers_;
  v1::WatchCallRequest request_;
  grpc::ClientContext context_;
  std::thread thread_;  // Last: it uses the rest.
};

CallWatch::CallWatch(const std::shared_ptr<grpc::Channel>& channel, const CallToWatch& what, CallWatchHandlers handlers)
    : stream_(std::make_unique<Stream>(channel, what, std::move(handlers))) {}

CallWatch::~CallWatch() = default;

void take_in(const std::vector<WatchedTurn>& news, std::vector<WatchedTurn>& known) {
  put(news, known, &WatchedTurn::utterance_id);
}

void take_in(const std::vector<WatchedCard>& news, std::vector<WatchedCard>& known) {
  put(news, known, &WatchedCard::card_id);
}

}  // namespace aandacht::net
