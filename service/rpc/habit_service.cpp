#include "aandacht/v1/habits.grpc.pb.h"
#include "service/rpc/answers.h"
#include "service/rpc/services.h"
#include "shared/wire/my_day.h"

namespace aandacht::rpc {
namespace {

// Unary calls are taken as bytes, to be read leniently.
using RawService =
    v1::HabitService::WithRawCallbackMethod_ListTeamHabits<v1::HabitService::WithRawCallbackMethod_PutForwardHabit<
        v1::HabitService::WithRawCallbackMethod_VoteHabits<v1::HabitService::Service>>>;

class HabitService final : public RawService {
 public:
  explicit HabitService(core::Core& core) : core_(core) {}

  grpc::ServerUnaryReactor* ListTeamHabits(grpc::CallbackServerContext* context, const grpc::ByteBuffer* in,
                                           grpc::ByteBuffer* out) override {
    return serve(context, in, out, this, &HabitService::list);
  }

  grpc::ServerUnaryReactor* PutForwardHabit(grpc::CallbackServerContext* context, const grpc::ByteBuffer* in,
                                            grpc::ByteBuffer* out) override {
    return serve(context, in, out, this, &HabitService::put_forward);
  }

  grpc::ServerUnaryReactor* VoteHabits(grpc::CallbackServerContext* context, const grpc::ByteBuffer* in,
                                       grpc::ByteBuffer* out) override {
    return serve(context, in, out, this, &HabitService::vote);
  }

 private:
  void list(const v1::ListTeamHabitsRequest& request, const Answer<v1::ListTeamHabitsResponse>& answer) {
    const auto habits = core_.habits().list(request.agent_id(), request.language());
    if (habits.ok()) answer.response() = wire::to_proto(*habits);
    answer.finish(habits.status());
  }

  void put_forward(const v1::PutForwardHabitRequest& request, const Answer<v1::PutForwardHabitResponse>& answer) {
    core_.habits().put_forward(
        {request.request_id(), request.agent_id(), request.after(), request.will(), request.celebrate()},
        [answer](const absl::StatusOr<std::string>& id) {
          if (id.ok()) answer.response().set_habit_id(*id);
          answer.finish(id.status());
        });
  }

  void vote(const v1::VoteHabitsRequest& request, const Answer<v1::VoteHabitsResponse>& answer) {
    core_.habits().vote(
        {request.request_id(), request.agent_id(), {request.habit_ids().begin(), request.habit_ids().end()}},
        [answer](const absl::StatusOr<bool>& voted) { answer.finish(voted.status()); });
  }

  core::Core& core_;
};

}  // namespace

std::unique_ptr<grpc::Service> make_habit_service(core::Core& core) { return std::make_unique<HabitService>(core); }

}  // namespace aandacht::rpc
