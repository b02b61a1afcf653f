#include "client/app/errands.h"

#include <utility>

namespace aandacht::app {

Errands::Errands() : thread_([this] { work(); }) {}

Errands::~Errands() {
  {
    const std::scoped_lock lock(mutex_);
    stop_ = true;
  }
  something_to_do_.notify_one();
  thread_.join();
}

void Errands::ask(std::function<void()> errand) {
  {
    const std::scoped_lock lock(mutex_);
    waiting_.push_back(std::move(errand));
  }
  something_to_do_.notify_one();
}

void Errands::work() {
  while (true) {
    std::function<void()> errand;
    {
      std::unique_lock lock(mutex_);
      something_to_do_.wait(lock, [this] { return stop_ || !waiting_.empty(); });
      if (waiting_.empty()) return;
      errand = std::move(waiting_.front());
      waiting_.pop_front();
    }
    errand();
  }
}

}  // namespace aandacht::app
