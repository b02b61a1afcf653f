#include <future>
#include <memory>

#include "aandacht/v1/exports.grpc.pb.h"
#include "absl/strings/str_cat.h"
#include "service/rpc/caller.h"
#include "service/rpc/list_stream.h"
#include "service/rpc/services.h"
#include "service/rpc/team_scope.h"
#include "shared/base/export_table.h"
#include "shared/content/choices.h"
#include "shared/wire/time.h"

namespace aandacht::rpc {
namespace {

using base::ExportTable;

constexpr std::size_t kChunk = 64 * 1024;
constexpr int kPagesAtOnce = 2;  // Of some hundred rows each: some milliseconds, in which the stream cannot be ended.

const char* word(domain::Feeling feeling) { return content::name_of(content::kFeelings, feeling); }
const char* word(domain::CallState state) { return content::name_of(content::kCallStates, state); }
const char* word(domain::Speaker speaker) { return content::name_of(content::kSpeakers, speaker); }

// What each export has as columns, and how a row fills them.

const std::vector<std::string> kCallColumns = {
    "call_id",   "ring_time",       "answer_time",   "end_time",         "wrap_up_end_time", "state",
    "team_id",   "queue",           "customer_id",   "why_id",           "turn_count",       "scored_turn_count",
    "sentiment", "sentiment_start", "sentiment_end", "sentiment_lowest", "sentiment_trend"};

void write_call(const core::ExportRow& row, ExportTable& table) {
  const store::CallRecord& call = row.call->call;
  table.text(call.call_id);
  table.time(call.rang);
  table.time(call.answered);
  table.time(call.ended);
  table.time(call.freed);
  table.text(word(call.state));
  table.text(row.call->team);
  table.text(call.queue);
  table.text(call.customer_id);
  table.text(row.call->why_id);
  table.count(call.turns);
  table.count(call.sentiment.turns);
  if (call.sentiment.turns == 0) {
    for (int i = 0; i < 5; ++i) table.absent();
  } else {
    table.text(word(call.sentiment.feeling));
    table.number(call.sentiment.start);
    table.number(call.sentiment.end);
    table.number(call.sentiment.lowest);
    table.number(call.sentiment.trend);
  }
  table.end_row();
}

void write_sentiment_cells(const std::optional<domain::Sentiment>& sentiment, ExportTable& table) {
  if (!sentiment) {
    for (int i = 0; i < 4; ++i) table.absent();
    return;
  }
  table.number(sentiment->score);
  table.text(word(sentiment->feeling));
  table.number(sentiment->confidence);
  table.text(sentiment->model);
}

const std::vector<std::string> kTurnColumns = {"call_id", "utterance_id", "said_time",  "speaker", "language", "text",
                                               "score",   "sentiment",    "confidence", "model",   "team_id",  "queue"};

void write_turn(const core::ExportRow& row, ExportTable& table) {
  table.text(row.turn.call_id);
  table.text(row.turn.utterance_id);
  table.time(row.turn.said);
  table.text(word(row.turn.speaker));
  table.text(row.turn.language);
  table.text(row.turn.text);
  write_sentiment_cells(row.turn.sentiment, table);
  table.text(row.call->team);
  table.text(row.call->call.queue);
  table.end_row();
}

const std::vector<std::string> kSentimentColumns = {"said_time",  "call_id", "utterance_id", "score", "sentiment",
                                                    "confidence", "model",   "team_id",      "queue", "why_id"};

void write_sentiment(const core::ExportRow& row, ExportTable& table) {
  if (row.turn.speaker != domain::Speaker::kCustomer || !row.turn.sentiment) return;
  table.time(row.turn.said);
  table.text(row.turn.call_id);
  table.text(row.turn.utterance_id);
  write_sentiment_cells(row.turn.sentiment, table);
  table.text(row.call->team);
  table.text(row.call->call.queue);
  table.text(row.call->why_id);
  table.end_row();
}

const std::vector<std::string> kPromptColumns = {
    "prompt_id", "push_time", "expire_time", "recall_time",  "supervisor", "template_id",
    "text",      "reason",    "urgent",      "everybody",    "waiting",    "delivered",
    "shown",     "used",      "not_now",     "does_not_fit", "expired",    "recalled"};

void write_prompt(const core::PromptRow& row, ExportTable& table) {
  using domain::PromptState;
  const domain::PushedPrompt& prompt = row.prompt;
  table.text(prompt.id);
  table.time(prompt.pushed);
  table.time(prompt.expires);
  table.time(prompt.recalled);
  table.text(prompt.supervisor);
  table.text(prompt.template_id);
  table.text(prompt.text);
  table.text(prompt.reason);
  table.count(prompt.urgent ? 1 : 0);
  table.count(prompt.everybody ? 1 : 0);
  for (const PromptState state :
       {PromptState::kWaiting, PromptState::kDelivered, PromptState::kShown, PromptState::kUsed, PromptState::kNotNow,
        PromptState::kDoesNotFit, PromptState::kExpired, PromptState::kRecalled}) {
    const auto desks = row.desks.find(state);
    table.count(desks == row.desks.end() ? 0 : desks->second);
  }
  table.end_row();
}

/// What one rpc asks for.
struct Wish {
  core::ExportScope scope;
  core::ExportNote note;
  ExportTable::Format format = ExportTable::Format::kCsv;
};

template <typename Request>
absl::StatusOr<Wish> wish_of(const Request& request, const security::Caller& caller, const std::string& what,
                             core::Core& core) {
  if (request.format() != v1::EXPORT_FORMAT_CSV && request.format() != v1::EXPORT_FORMAT_JSON_LINES) {
    return absl::InvalidArgumentError("format is missing or not known here; send one of the contract's values");
  }
  if (!request.has_from_time() || !request.has_before_time()) {
    return absl::InvalidArgumentError("from_time and before_time are needed; send both");
  }
  const absl::StatusOr<absl::Time> from = wire::from_proto(request.from_time());
  const absl::StatusOr<absl::Time> before = wire::from_proto(request.before_time());
  if (!from.ok() || !before.ok()) return absl::InvalidArgumentError("from_time or before_time is out of range");
  auto teams =
      teams_of(request, caller, core.teams(), [&core](const auto& team) { return core.exports().keeps(team); });
  if (!teams.ok()) return teams.status();
  const auto day = [&](absl::Time time) { return absl::FormatTime("%Y-%m-%d", time, core.reports().zone()); };
  Wish wish{{*from, *before, *std::move(teams)}, {}, ExportTable::Format::kCsv};
  wish.note = {caller.id, absl::StrCat("export ", what, " ", day(*from), " ", day(*before - absl::Nanoseconds(1))),
               request.reason()};
  if (request.format() == v1::EXPORT_FORMAT_JSON_LINES) wish.format = ExportTable::Format::kJsonLines;
  return wish;
}

/// Whether the agents of the calls in it are told: an export of prompts has no calls.
enum class Noted { kYes, kNo };

/// Waits until the agents can read it; the scope is then what they can read of. Some milliseconds, on a thread of gRPC
/// that has nothing else to do for this stream.
absl::StatusOr<core::ExportScope> note_first(core::Core& core, const Wish& wish) {
  auto noted = std::make_shared<std::promise<absl::StatusOr<core::ExportScope>>>();
  std::future<absl::StatusOr<core::ExportScope>> scope = noted->get_future();
  core.exports().note(wish.scope, wish.note,
                      [noted](const absl::StatusOr<core::ExportScope>& told) { noted->set_value(told); });
  return scope.get();
}

/// Chunks of a file: `more` adds rows to the table, and says whether there may be more.
template <typename Response>
class Chunks {
 public:
  using More = std::function<absl::StatusOr<bool>(ExportTable&)>;

  Chunks(core::Core& core, absl::StatusOr<Wish> wish, std::vector<std::string> columns,
         std::function<More(const Wish&)> begin, Noted noted)
      : core_(core),
        noted_(noted),
        wish_(std::move(wish)),
        table_(wish_.ok() ? wish_->format : ExportTable::Format::kCsv, core.reports().zone(), std::move(columns)),
        begin_(std::move(begin)) {}

  absl::StatusOr<ListStep<Response>> next() {
    if (!wish_.ok()) return wish_.status();
    if (!more_) {
      if (absl::Status status = start(); !status.ok()) return status;
    }
    for (int page = 0; open_ && table_.size() < kChunk && page < kPagesAtOnce; ++page) {
      const absl::StatusOr<bool> more = more_(table_);
      if (!more.ok()) return more.status();
      open_ = *more;
    }
    ListStep<Response> step{std::nullopt, open_};
    if (table_.size() == 0 || (open_ && table_.size() < kChunk)) return step;
    step.message.emplace().set_chunk(table_.take());
    return step;
  }

 private:
  absl::Status start() {
    if (noted_ == Noted::kYes) {
      absl::StatusOr<core::ExportScope> scope = note_first(core_, *wish_);
      if (!scope.ok()) return scope.status();
      wish_->scope = *std::move(scope);
    }
    more_ = begin_(*wish_);
    table_.head();
    return absl::OkStatus();
  }

  core::Core& core_;
  const Noted noted_;
  absl::StatusOr<Wish> wish_;
  ExportTable table_;
  const std::function<More(const Wish&)> begin_;
  More more_;
  bool open_ = true;
};

template <typename Response>
grpc::ServerWriteReactor<Response>* stream(core::Core& core, Streams& streams, absl::StatusOr<Wish> wish,
                                           const std::vector<std::string>& columns,
                                           const std::function<typename Chunks<Response>::More(const Wish&)>& begin,
                                           Noted noted = Noted::kYes) {
  const auto chunks = std::make_shared<Chunks<Response>>(core, std::move(wish), columns, begin, noted);
  return ListStream<Response>::open_steps(streams, [chunks] { return chunks->next(); });
}

using WriteRow = void (*)(const core::ExportRow&, ExportTable&);

/// Rows of calls or turns, a page at a time.
std::function<absl::StatusOr<bool>(ExportTable&)> rows_of(core::CallExport rows, WriteRow write) {
  const auto source = std::make_shared<core::CallExport>(std::move(rows));
  return [source, write](ExportTable& table) -> absl::StatusOr<bool> {
    const absl::StatusOr<std::vector<core::ExportRow>> page = source->next();
    if (!page.ok()) return page.status();
    for (const core::ExportRow& row : *page) write(row, table);
    return !source->done();
  };
}

using RawService = v1::ExportService::WithCallbackMethod_ExportCalls<
    v1::ExportService::WithCallbackMethod_ExportTurns<v1::ExportService::WithCallbackMethod_ExportSentiment<
        v1::ExportService::WithCallbackMethod_ExportPrompts<v1::ExportService::Service>>>>;

class ExportService final : public RawService {
 public:
  ExportService(core::Core& core, Streams& streams) : core_(core), streams_(streams) {}

  grpc::ServerWriteReactor<v1::ExportCallsResponse>* ExportCalls(grpc::CallbackServerContext* context,
                                                                 const v1::ExportCallsRequest* request) override {
    return stream<v1::ExportCallsResponse>(
        core_, streams_, wish_of(*request, caller_of(*context), "calls", core_), kCallColumns,
        [this](const Wish& wish) { return rows_of(core_.exports().calls(wish.scope), write_call); });
  }

  grpc::ServerWriteReactor<v1::ExportTurnsResponse>* ExportTurns(grpc::CallbackServerContext* context,
                                                                 const v1::ExportTurnsRequest* request) override {
    return stream<v1::ExportTurnsResponse>(
        core_, streams_, wish_of(*request, caller_of(*context), "turns", core_), kTurnColumns,
        [this](const Wish& wish) { return rows_of(core_.exports().turns(wish.scope), write_turn); });
  }

  grpc::ServerWriteReactor<v1::ExportSentimentResponse>* ExportSentiment(
      grpc::CallbackServerContext* context, const v1::ExportSentimentRequest* request) override {
    return stream<v1::ExportSentimentResponse>(
        core_, streams_, wish_of(*request, caller_of(*context), "sentiment", core_), kSentimentColumns,
        [this](const Wish& wish) { return rows_of(core_.exports().turns(wish.scope), write_sentiment); });
  }

  grpc::ServerWriteReactor<v1::ExportPromptsResponse>* ExportPrompts(grpc::CallbackServerContext* context,
                                                                     const v1::ExportPromptsRequest* request) override {
    return stream<v1::ExportPromptsResponse>(
        core_, streams_, wish_of(*request, caller_of(*context), "prompts", core_), kPromptColumns,
        [this](const Wish& wish) {
          const auto source = std::make_shared<core::PromptExport>(core_.exports().prompts(wish.scope));
          return [source](ExportTable& table) -> absl::StatusOr<bool> {
            const absl::StatusOr<std::vector<core::PromptRow>> page = source->next();
            if (!page.ok()) return page.status();
            for (const core::PromptRow& row : *page) write_prompt(row, table);
            return !source->done();
          };
        },
        Noted::kNo);
  }

 private:
  core::Core& core_;
  Streams& streams_;
};

}  // namespace

std::unique_ptr<grpc::Service> make_export_service(core::Core& core, Streams& streams) {
  return std::make_unique<ExportService>(core, streams);
}

}  // namespace aandacht::rpc
