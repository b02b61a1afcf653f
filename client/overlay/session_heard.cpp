// What is said while the service is away: read here, so that cards come all the same.
#include <spdlog/spdlog.h>

#include <utility>

#include "client/app/lean_process.h"
#include "client/overlay/session.h"
#include "shared/domain/spoken_day.h"

namespace aandacht::overlay {

// In the order of the outbox: a call that is on hold now was so when this was said.
void Session::hear(domain::Event event, absl::Time appended) {
  const auto* said = std::get_if<domain::UtteranceSaid>(&event.what);
  if (said == nullptr) return;
  const domain::Call* call = desk() == nullptr ? nullptr : find_call(*desk(), said->call_id);
  if (call != nullptr && call->state == domain::CallState::kOnHold) return;
  unread_.emplace_back(std::move(event), appended);
}

// The service has it.
void Session::leave_unread(const std::string& event_id) {
  std::erase_if(unread_, [&](const auto& each) { return each.first.id == event_id; });
}

// One after the other: what a turn is about may follow from the one before it.
void Session::read_next() {
  auto [event, appended] = std::move(unread_.front());
  unread_.pop_front();
  const auto& said = std::get<domain::UtteranceSaid>(event.what);
  const domain::Call* call = desk() == nullptr ? nullptr : find_call(*desk(), said.call_id);
  if (call == nullptr) return;  // Another agent's.
  const std::string& spoken = said.reading.language;
  domain::ReadingContext context{.language = spoken.empty() ? call->language : spoken,
                                 .queue = call->queue,
                                 .said = event.time,
                                 .time_zone = absl::LocalTimeZone(),
                                 .spoken_day = domain::day_in_mind(*call)};
  reading_ = has_lines_ = true;
  errands_->ask([this, event = std::move(event), appended = appended, context = std::move(context)]() mutable {
    auto& what = std::get<domain::UtteranceSaid>(event.what);
    const bool opens = !listener_->is_open();
    absl::StatusOr<local::Listener::Heard> heard = listener_->hear(what, context);
    if (opens) app::give_back_memory();
    domain::Library library;
    if (heard.ok()) {
      what.reading = std::move(heard->reading);
      library = std::move(heard->library);
    } else {
      spdlog::info("what is said cannot be read here: {}", std::string(heard.status().message()));
    }
    post_([this, event = std::move(event), appended, library = std::move(library), ok = heard.ok()]() mutable {
      reading_ = false;
      if (ok) take_heard(std::move(event), appended, std::move(library));
    });
  });
}

void Session::take_heard(domain::Event event, absl::Time appended, domain::Library library) {
  const auto& said = std::get<domain::UtteranceSaid>(event.what);
  std::vector<domain::Why> named;
  named.swap(library.whys);
  use(std::move(library));
  for (domain::Why& why : named) know_why(std::move(why));
  const domain::Call* call = desk() == nullptr ? nullptr : find_call(*desk(), said.call_id);
  if (call != nullptr && call->state != domain::CallState::kOnHold) {
    customer_has_word_ = said.speaker != domain::Speaker::kCustomer;
    if (!customer_has_word_) last_words_ = said.text;
  }
  add_now(std::move(event), appended);
}

}  // namespace aandacht::overlay
