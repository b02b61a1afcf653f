#include "client/app/stop_signals.h"

#include <pthread.h>

#include <csignal>
#include <utility>

namespace aandacht::app {
namespace {

// Ends the waiting when nobody sent a signal: not one that a person sends.
constexpr int kEndOfWaiting = SIGUSR2;

sigset_t awaited() {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGTERM);
  sigaddset(&set, SIGINT);
  sigaddset(&set, kEndOfWaiting);
  return set;
}

}  // namespace

void StopSignals::block() {
  const sigset_t set = awaited();
  pthread_sigmask(SIG_BLOCK, &set, nullptr);
}

StopSignals::StopSignals(std::function<void()> stop)
    : thread_([stop = std::move(stop)] {
        const sigset_t set = awaited();
        int signal = 0;
        if (sigwait(&set, &signal) == 0 && signal != kEndOfWaiting) stop();
      }) {}

StopSignals::~StopSignals() {
  pthread_kill(thread_.native_handle(), kEndOfWaiting);
  thread_.join();
}

}  // namespace aandacht::app
