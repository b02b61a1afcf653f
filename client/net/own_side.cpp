#include "client/net/own_side.h"

#include <grpcpp/grpcpp.h>

#include <chrono>
#include <mutex>
#include <set>
#include <utility>

#include "aandacht/v1/habits.grpc.pb.h"
#include "aandacht/v1/own.grpc.pb.h"
#include "client/net/channel.h"
#include "client/net/completion_thread.h"
#include "shared/wire/my_day.h"
#include "shared/wire/repair.h"
#include "shared/wire/time.h"

namespace aandacht::net {
namespace {

constexpr int kExportTimeouts = 10;

void limit(grpc::ClientContext& context, absl::Duration timeout) {
  context.set_deadline(std::chrono::system_clock::now() + absl::ToChronoMicroseconds(timeout));
}

}  // namespace

struct OwnSide::Shared {
  Shared(const std::shared_ptr<grpc::Channel>& channel, absl::Duration timeout_of_a_question)
      : own(v1::OwnService::NewStub(channel)),
        habits(v1::HabitService::NewStub(channel)),
        timeout(timeout_of_a_question) {}

  const std::unique_ptr<v1::OwnService::Stub> own;
  const std::unique_ptr<v1::HabitService::Stub> habits;
  const absl::Duration timeout;
  std::mutex mutex;                          // Guards the next two; held while an answer is told.
  std::set<grpc::ClientContext*> under_way;  // To be cancelled at the end.
  bool ended = false;
  std::unique_ptr<CompletionThread> thread;  // Begun with the first question: most shifts have none.

  grpc::CompletionQueue* queue() {
    if (thread == nullptr) thread = std::make_unique<CompletionThread>();
    return thread->queue();
  }
  void begin(grpc::ClientContext& context) {
    const std::scoped_lock lock(mutex);
    under_way.insert(&context);
  }
  /// Runs `tell` unless nothing is told any more.
  template <typename Tell>
  void end(grpc::ClientContext& context, Tell tell) {
    const std::scoped_lock lock(mutex);
    under_way.erase(&context);
    if (!ended) tell();
  }
};

/// One question with one answer. Deletes itself when it is told.
template <typename Response>
struct OwnSide::Question final : Step {
  void proceed(bool) override {
    const std::unique_ptr<Question> last(this);
    shared->end(context, [&] { tell(to_status(status), response); });
  }

  std::shared_ptr<Shared> shared;
  grpc::ClientContext context;
  std::unique_ptr<grpc::ClientAsyncResponseReader<Response>> reader;
  grpc::Status status;
  Response response;
  std::function<void(const absl::Status&, const Response&)> tell;
};

/// A stream of lines. Deletes itself when its end is told.
struct OwnSide::Export final : Step {
  enum class Next { kBegin, kLine, kEnd };

  void proceed(bool ok) override {
    if (next == Next::kEnd) {
      const std::unique_ptr<Export> last(this);
      shared->end(context, [&] {
        const absl::Status ended = to_status(status);
        answer(ended.ok() ? absl::StatusOr<std::int64_t>(lines) : ended);
      });
      return;
    }
    if (ok && next == Next::kLine) take_line();
    next = ok ? Next::kLine : Next::kEnd;
    if (ok) return reader->Read(&response, tag_of(this));
    reader->Finish(&status, tag_of(this));
  }

  void take_line() {
    const std::scoped_lock lock(shared->mutex);
    if (shared->ended) return;
    ++lines;
    on_line(response.line());
  }

  std::shared_ptr<Shared> shared;
  Next next = Next::kBegin;
  grpc::ClientContext context;
  std::unique_ptr<grpc::ClientAsyncReader<v1::ExportMyDataResponse>> reader;
  grpc::Status status;
  v1::ExportMyDataResponse response;
  std::int64_t lines = 0;
  std::function<void(const std::string&)> on_line;
  Answer<std::int64_t> answer;
};

OwnSide::OwnSide(std::shared_ptr<grpc::Channel> channel, absl::Duration timeout)
    : shared_(std::make_shared<Shared>(channel, timeout)) {}

OwnSide::~OwnSide() {
  {
    const std::scoped_lock lock(shared_->mutex);
    shared_->ended = true;
    for (grpc::ClientContext* context : shared_->under_way) context->TryCancel();
  }
  shared_->thread.reset();
}

/// `begin` (Question&, context, queue → reader) asks; `tell` (status, response) has the answer.
template <typename Response, typename Begin, typename Tell>
void OwnSide::ask(Begin begin, Tell tell) {
  auto* question = new Question<Response>();  // Its own, until its answer is told.
  question->shared = shared_;
  question->tell = std::move(tell);
  limit(question->context, shared_->timeout);
  shared_->begin(question->context);
  question->reader = begin(&question->context, shared_->queue());
  question->reader->Finish(&question->response, &question->status, tag_of(question));
}

void OwnSide::my_day(const std::string& agent_id, std::optional<absl::CivilDay> day, Answer<domain::MyDay> answer) {
  v1::GetMyDayRequest request;
  request.set_agent_id(agent_id);
  if (day) *request.mutable_day() = wire::to_proto(*day);
  ask<v1::GetMyDayResponse>(
      [&](grpc::ClientContext* context, grpc::CompletionQueue* queue) {
        return shared_->own->AsyncGetMyDay(context, request, queue);
      },
      [answer = std::move(answer)](const absl::Status& status, const v1::GetMyDayResponse& response) {
        answer(status.ok() ? wire::from_proto(response) : status);
      });
}

void OwnSide::team_habits(const std::string& agent_id, const std::string& language, Answer<domain::TeamHabits> answer) {
  v1::ListTeamHabitsRequest request;
  request.set_agent_id(agent_id);
  request.set_language(language);
  ask<v1::ListTeamHabitsResponse>(
      [&](grpc::ClientContext* context, grpc::CompletionQueue* queue) {
        return shared_->habits->AsyncListTeamHabits(context, request, queue);
      },
      [answer = std::move(answer)](const absl::Status& status, const v1::ListTeamHabitsResponse& response) {
        answer(status.ok() ? absl::StatusOr<domain::TeamHabits>(wire::from_proto(response)) : status);
      });
}

void OwnSide::put_forward(const std::string& request_id, const std::string& agent_id, const HabitWords& words,
                          Answer<std::string> answer) {
  v1::PutForwardHabitRequest request;
  request.set_request_id(request_id);
  request.set_agent_id(agent_id);
  request.set_after(words.after);
  request.set_will(words.will);
  request.set_celebrate(words.celebrate);
  wire::repair_text(request);
  ask<v1::PutForwardHabitResponse>(
      [&](grpc::ClientContext* context, grpc::CompletionQueue* queue) {
        return shared_->habits->AsyncPutForwardHabit(context, request, queue);
      },
      [answer = std::move(answer)](const absl::Status& status, const v1::PutForwardHabitResponse& response) {
        answer(status.ok() ? absl::StatusOr<std::string>(response.habit_id()) : status);
      });
}

void OwnSide::vote(const std::string& request_id, const std::string& agent_id,
                   const std::vector<std::string>& habit_ids, Answer<bool> answer) {
  v1::VoteHabitsRequest request;
  request.set_request_id(request_id);
  request.set_agent_id(agent_id);
  for (const std::string& id : habit_ids) request.add_habit_ids(id);
  ask<v1::VoteHabitsResponse>(
      [&](grpc::ClientContext* context, grpc::CompletionQueue* queue) {
        return shared_->habits->AsyncVoteHabits(context, request, queue);
      },
      [answer = std::move(answer)](const absl::Status& status, const v1::VoteHabitsResponse&) {
        answer(status.ok() ? absl::StatusOr<bool>(true) : status);
      });
}

void OwnSide::export_all(const std::string& agent_id, std::function<void(const std::string&)> on_line,
                         Answer<std::int64_t> answer) {
  auto* stream = new Export();  // Its own, until its end is told.
  stream->shared = shared_;
  stream->on_line = std::move(on_line);
  stream->answer = std::move(answer);
  limit(stream->context, shared_->timeout * kExportTimeouts);
  shared_->begin(stream->context);
  v1::ExportMyDataRequest request;
  request.set_agent_id(agent_id);
  // The reader must be there before its first step is taken.
  stream->reader = shared_->own->PrepareAsyncExportMyData(&stream->context, request, shared_->queue());
  stream->reader->StartCall(tag_of(stream));
}

void OwnSide::forget(const std::string& request_id, const std::string& agent_id, Answer<std::int64_t> answer) {
  v1::DeleteMyDataRequest request;
  request.set_request_id(request_id);
  request.set_agent_id(agent_id);
  ask<v1::DeleteMyDataResponse>(
      [&](grpc::ClientContext* context, grpc::CompletionQueue* queue) {
        return shared_->own->AsyncDeleteMyData(context, request, queue);
      },
      [answer = std::move(answer)](const absl::Status& status, const v1::DeleteMyDataResponse& response) {
        answer(status.ok() ? absl::StatusOr<std::int64_t>(response.deleted_count()) : status);
      });
}

}  // namespace aandacht::net
