#include "client/net/timer.h"

#include <grpcpp/alarm.h>

#include <chrono>
#include <utility>

namespace aandacht::net {
namespace {

class AlarmTimer final : public Timer {
 public:
  void start(absl::Duration delay, std::function<void()> action) override {
    alarm_ = std::make_unique<grpc::Alarm>();
    const auto when = std::chrono::system_clock::now() + absl::ToChronoMicroseconds(delay);
    alarm_->Set(when, [run = std::move(action)](bool fired) {
      if (fired) {
        run();
      }
    });
  }

  void cancel() override { alarm_.reset(); }

 private:
  std::unique_ptr<grpc::Alarm> alarm_;
};

}  // namespace

std::unique_ptr<Timer> make_timer() { return std::make_unique<AlarmTimer>(); }

}  // namespace aandacht::net
