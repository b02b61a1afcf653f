#include "client/softphone/baresip.h"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "client/softphone/baresip_events.h"
#include "client/softphone/baresip_socket.h"
#include "client/softphone/netstring.h"
#include "spdlog/spdlog.h"

namespace aandacht::softphone {
namespace {

class Baresip final : public Softphone {
 public:
  Baresip(BaresipAddress address, PhoneHandlers handlers, const base::Clock& clock, BaresipOptions options)
      : address_(std::move(address)),
        handlers_(std::move(handlers)),
        clock_(clock),
        options_(std::move(options)),
        where_(absl::StrCat(address_.host, ":", address_.port)),
        thread_([this] { work(); }) {}

  ~Baresip() override {
    stopping_ = true;
    wake_.ring();
    thread_.join();
  }

  Baresip(const Baresip&) = delete;
  Baresip& operator=(const Baresip&) = delete;

  void ask(PhoneAction action) override {
    const std::scoped_lock lock(mutex_);
    asked_.push_back(action);
    wake_.ring();
  }

  void hold_off(absl::Duration span) override {
    const std::scoped_lock lock(mutex_);
    held_off_until_ = span > absl::ZeroDuration() ? clock_.steady() + span : -absl::InfiniteDuration();
    wake_.ring();  // A call whose refusal still waits is to be told of at once.
  }

 private:
  void work() {
    tell(PhoneState::kConnecting, absl::StrCat("connecting to baresip at ", where_));
    while (!stopping_) {
      if (const absl::Status connected = connect(); connected.ok()) {
        const absl::Duration since = clock_.steady();
        const PhoneState left = follow();
        if (clock_.steady() - since >= options_.stable_after) {
          wait_ = options_.first_wait;
        }
        leave(left);
      } else if (!stopping_) {
        tell(PhoneState::kUnreachable, absl::StrCat("no baresip: ", std::string(connected.message())));
      }
      pause(next_wait());
      wait_while_taken();
    }
  }

  absl::Status connect() {
    absl::Status status = socket_.connect(address_.host, address_.port, options_.connect_timeout, wake_);
    if (status.ok()) {
      reader_.reset();
      machine_.connected();
      tell(PhoneState::kConnected, absl::StrCat("connected to baresip at ", where_));
    }
    return status;
  }

  /// Reads and writes until the connection is over; returns why.
  PhoneState follow() {
    while (!stopping_) {
      if (!write_command()) {
        return PhoneState::kUnreachable;
      }
      const absl::Duration limit = machine_.awaits_answer() ? answer_due_ - clock_.steady() : absl::InfiniteDuration();
      switch (socket_.wait(wake_, limit)) {
        case Socket::Ready::kWoken:
          take_actions();
          break;
        case Socket::Ready::kTimedOut:
          spdlog::warn("baresip at {} did not answer a command", where_);
          tell(machine_.give_up_answer(clock_.now()));
          break;
        case Socket::Ready::kReadable:
          if (const std::optional<PhoneState> left = read(); left) {
            return *left;
          }
          break;
      }
    }
    return PhoneState::kUnreachable;
  }

  bool write_command() {
    // Right before: a refusal that waited past the end of the hold-off would hang up on somebody.
    tell(machine_.hold_off(holds_off(), clock_.now()));
    const std::optional<std::string> command = machine_.take_command();
    if (!command) {
      return true;
    }
    answer_due_ = clock_.steady() + options_.answer_timeout;
    return socket_.write(to_netstring(*command));
  }

  std::optional<PhoneState> read() {
    const std::optional<std::string> bytes = socket_.read();
    if (!bytes) {
      return std::nullopt;
    }
    if (bytes->empty()) {
      return PhoneState::kUnreachable;
    }
    tell(machine_.hold_off(holds_off(), clock_.now()));
    const absl::Status framed = reader_.feed(*bytes, [this](std::string_view payload) {
      const absl::StatusOr<BaresipEvents::Events> events = machine_.message(payload, clock_.now());
      if (events.ok()) {
        tell(*events);
      } else {
        spdlog::warn("baresip at {}: {}", where_, events.status().ToString());
      }
    });
    if (framed.ok()) {
      return std::nullopt;
    }
    fault_ = absl::StrCat(where_, " does not speak baresip's protocol: ", std::string(framed.message()));
    return PhoneState::kFaulty;
  }

  void leave(PhoneState why) {
    socket_.close();
    if (stopping_) {
      return;
    }
    tell(machine_.disconnected(clock_.now()));
    if (why == PhoneState::kFaulty) {
      tell(PhoneState::kFaulty, fault_);
    } else {
      tell(PhoneState::kUnreachable, machine_.leaving() ? "baresip was closed" : "the connection to baresip broke");
    }
  }

  /// Nobody else's connection is thrown out: waits until the port is free.
  void wait_while_taken() {
    while (!stopping_) {
      const bool is_here = address_.host.starts_with("127.");
      const std::optional<PortUse> use = is_here ? options_.probe(address_.port) : std::nullopt;
      if (!use || use->clients == 0) {
        return;
      }
      tell(PhoneState::kTakenOver, "another program uses baresip's control connection; waiting until it lets go");
      pause(options_.taken_over_wait);
    }
  }

  absl::Duration next_wait() {
    const absl::Duration wait = wait_;
    wait_ = std::min(wait_ * 2, options_.longest_wait);
    return wait;
  }

  void pause(absl::Duration length) {
    const absl::Duration until = clock_.steady() + length;
    while (!stopping_ && clock_.steady() < until) {
      wake_.wait(until - clock_.steady());
      if (!stopping_) {
        wake_.clear();
      }
    }
    const std::scoped_lock lock(mutex_);
    asked_.clear();
  }

  bool holds_off() {
    const std::scoped_lock lock(mutex_);
    return clock_.steady() < held_off_until_;
  }

  void take_actions() {
    wake_.clear();
    const std::scoped_lock lock(mutex_);
    for (const PhoneAction action : std::exchange(asked_, {})) {
      machine_.ask(action);
    }
  }

  void tell(const BaresipEvents::Events& events) {
    for (const CallEvent& event : events) {
      if (handlers_.on_call && !stopping_) {
        handlers_.on_call(event);
      }
    }
  }

  void tell(PhoneState state, const std::string& detail) {
    if (state == told_ && detail == told_detail_) {
      return;
    }
    told_ = state;
    told_detail_ = detail;
    spdlog::info("softphone: {}", detail);
    if (handlers_.on_state && !stopping_) {
      handlers_.on_state(state, detail);
    }
  }

  const BaresipAddress address_;
  const PhoneHandlers handlers_;
  const base::Clock& clock_;
  const BaresipOptions options_;
  const std::string where_;
  WakeUp wake_;
  std::mutex mutex_;
  std::vector<PhoneAction> asked_;
  absl::Duration held_off_until_ = -absl::InfiniteDuration();  // By the steady clock; guarded by mutex_ as asked_ is.
  std::atomic<bool> stopping_ = false;

  // The thread's own.
  Socket socket_;
  NetstringReader reader_;
  BaresipEvents machine_;
  absl::Duration answer_due_;
  absl::Duration wait_ = options_.first_wait;
  std::optional<PhoneState> told_;
  std::string told_detail_;
  std::string fault_;

  std::thread thread_;  // Last: everything above is ready when it starts.
};

}  // namespace

absl::StatusOr<BaresipAddress> parse_baresip_address(const std::string& text) {
  const std::size_t colon = text.rfind(':');
  int port = 0;
  if (colon == std::string::npos || !absl::SimpleAtoi(text.substr(colon + 1), &port) || port < 1 || port > 65'535) {
    return absl::InvalidArgumentError(absl::StrCat("\"", text, "\" is not HOST:PORT, such as 127.0.0.1:4444"));
  }
  std::string host = text.substr(0, colon);
  if (host == "localhost") {
    host = "127.0.0.1";
  }
  const bool is_numeric = !host.empty() && host.find_first_not_of("0123456789.") == std::string::npos;
  if (!is_numeric) {
    return absl::InvalidArgumentError(absl::StrCat("\"", host, "\" is not an IPv4 address"));
  }
  return BaresipAddress{.host = std::move(host), .port = port};
}

std::unique_ptr<Softphone> start_baresip(BaresipAddress address, PhoneHandlers handlers, const base::Clock& clock,
                                         BaresipOptions options) {
  return std::make_unique<Baresip>(std::move(address), std::move(handlers), clock, std::move(options));
}

}  // namespace aandacht::softphone
