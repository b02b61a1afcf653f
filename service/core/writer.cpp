#include "service/core/writer.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"

namespace aandacht::core {
namespace {

// What a sender is told when the store failed: whatever the reason, it is to send again.
absl::Status not_stored(const absl::Status& status) {
  return absl::UnavailableError(absl::StrCat("could not be stored, send it again: ", std::string(status.message())));
}

}  // namespace

Writer::Writer(store::Store& store, bus::Bus& bus, const base::Clock& clock, const Mind& mind, Seats& seats,
               Moved moved, WriterLimits limits)
    : store_(store),
      bus_(bus),
      clock_(clock),
      mind_(mind),
      seats_(seats),
      moved_(std::move(moved)),
      limits_(limits),
      thread_([this] { run(); }) {}

Writer::~Writer() { drain(); }

void Writer::submit(std::unique_ptr<Job> job) {
  absl::Status refusal;
  {
    const std::lock_guard lock(mutex_);
    if (!taking_) {
      refusal = absl::UnavailableError("the service is stopping; send it again");
    } else if (queue_.size() >= limits_.queue) {
      refusal =
          absl::ResourceExhaustedError(absl::StrCat(limits_.queue, " commands wait already; send it again later"));
    } else {
      queue_.push_back(std::move(job));
      changed_.notify_one();
      return;
    }
  }
  job->fail(refusal);
}

void Writer::stop_taking() {
  const std::lock_guard lock(mutex_);
  taking_ = false;
  changed_.notify_one();
}

void Writer::drain() {
  stop_taking();
  const std::lock_guard lock(joining_);
  if (thread_.joinable()) thread_.join();
}

Writer::Jobs Writer::wait_for_jobs() {
  Jobs jobs;
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return !queue_.empty() || !taking_; });
  const std::size_t count = std::min(queue_.size(), limits_.batch);
  for (std::size_t i = 0; i < count; ++i) {
    jobs.push_back(std::move(queue_.front()));
    queue_.pop_front();
  }
  return jobs;
}

void Writer::run() {
  for (Jobs jobs = wait_for_jobs(); !jobs.empty(); jobs = wait_for_jobs()) commit(jobs);
}

void Writer::commit(Jobs& jobs) {
  std::vector<std::shared_ptr<const bus::Message>> messages;
  std::vector<std::shared_ptr<const Seat>> seats;
  std::map<std::string, std::string> owners;
  std::set<std::string> prompts;
  std::vector<Happened> happened;
  const std::shared_ptr<const Knowledge> knowledge = mind_.knowledge();
  knowledge->questions->mark();
  const absl::Status status = store_.write([&](store::Transaction& transaction) {
    Batch batch(transaction, seats_, knowledge, clock_.now());
    for (const std::unique_ptr<Job>& job : jobs) {
      job->run(batch);
      if (!batch.broken().ok()) return batch.broken();
    }
    if (absl::Status flushed = batch.flush(); !flushed.ok()) return flushed;
    messages = batch.take_messages();
    seats = batch.take_seats();
    owners = batch.owners();
    prompts = batch.take_prompts();
    happened = batch.take_happened();
    return absl::OkStatus();
  });
  if (!status.ok()) knowledge->questions->undo();
  if (!status.ok() && jobs.size() > 1) {
    spdlog::warn("a batch of {} could not be stored, trying one by one: {}", jobs.size(),
                 std::string(status.message()));
    for (std::unique_ptr<Job>& job : jobs) {
      Jobs alone;
      alone.push_back(std::move(job));
      commit(alone);
    }
    return;
  }
  if (!status.ok()) {
    spdlog::error("could not be stored: {}", status.ToString());
    jobs.front()->fail(not_stored(status));
    return;
  }
  seats_.put(seats, owners);
  for (const std::unique_ptr<Job>& job : jobs) job->done();
  publish(std::move(messages));
  if (!happened.empty()) happened_(std::move(happened));
  if (!prompts.empty()) prompts_moved_(prompts);
  for (const std::shared_ptr<const Seat>& seat : seats) moved_(*seat);
}

void Writer::publish(std::vector<std::shared_ptr<const bus::Message>> messages) {
  for (std::shared_ptr<const bus::Message>& message : messages) bus_.publish(std::move(message));
}

}  // namespace aandacht::core
