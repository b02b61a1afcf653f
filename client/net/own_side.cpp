#include "client/net/own_side.h"

#include <grpcpp/grpcpp.h>

#include <utility>

#include "aandacht/v1/habits.grpc.pb.h"
#include "aandacht/v1/own.grpc.pb.h"
#include "client/net/channel.h"
#include "client/net/open_questions.h"
#include "shared/wire/my_day.h"
#include "shared/wire/repair.h"
#include "shared/wire/time.h"

namespace aandacht::net {
namespace {

constexpr int kExportTimeouts = 10;

}  // namespace

struct OwnSide::Shared {
  Shared(const std::shared_ptr<grpc::Channel>& channel, absl::Duration timeout)
      : own(v1::OwnService::NewStub(channel)), habits(v1::HabitService::NewStub(channel)), questions(timeout) {}

  const std::unique_ptr<v1::OwnService::Stub> own;
  const std::unique_ptr<v1::HabitService::Stub> habits;
  OpenQuestions questions;
};

/// A stream of lines. Deletes itself when its end is told.
struct OwnSide::Export final : Step {
  enum class Next { kBegin, kLine, kEnd };

  void proceed(bool ok) override {
    if (next == Next::kEnd) {
      const std::unique_ptr<Export> last(this);
      under_way->end(context, [&] {
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
    under_way->between([this] {
      ++lines;
      on_line(response.line());
    });
  }

  std::shared_ptr<UnderWay> under_way;
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
    : shared_(std::make_unique<Shared>(channel, timeout)) {}

OwnSide::~OwnSide() = default;

void OwnSide::my_day(const std::string& agent_id, std::optional<absl::CivilDay> day, Answer<domain::MyDay> answer) {
  v1::GetMyDayRequest request;
  request.set_agent_id(agent_id);
  if (day) *request.mutable_day() = wire::to_proto(*day);
  shared_->questions.ask<v1::GetMyDayResponse>(
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
  shared_->questions.ask<v1::ListTeamHabitsResponse>(
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
  shared_->questions.ask<v1::PutForwardHabitResponse>(
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
  shared_->questions.ask<v1::VoteHabitsResponse>(
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
  stream->on_line = std::move(on_line);
  stream->answer = std::move(answer);
  OpenQuestions& questions = shared_->questions;
  stream->under_way = questions.enter(stream->context, questions.timeout() * kExportTimeouts);
  v1::ExportMyDataRequest request;
  request.set_agent_id(agent_id);
  // The reader must be there before its first step is taken.
  stream->reader = shared_->own->PrepareAsyncExportMyData(&stream->context, request, questions.queue());
  stream->reader->StartCall(tag_of(stream));
}

void OwnSide::forget(const std::string& request_id, const std::string& agent_id, Answer<std::int64_t> answer) {
  v1::DeleteMyDataRequest request;
  request.set_request_id(request_id);
  request.set_agent_id(agent_id);
  shared_->questions.ask<v1::DeleteMyDataResponse>(
      [&](grpc::ClientContext* context, grpc::CompletionQueue* queue) {
        return shared_->own->AsyncDeleteMyData(context, request, queue);
      },
      [answer = std::move(answer)](const absl::Status& status, const v1::DeleteMyDataResponse& response) {
        answer(status.ok() ? absl::StatusOr<std::int64_t>(response.deleted_count()) : status);
      });
}

}  // namespace aandacht::net
