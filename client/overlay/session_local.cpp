// What a session does for when the service is away.
#include <spdlog/spdlog.h>

#include <algorithm>
#include <utility>

#include "client/app/lean_process.h"
#include "client/net/requests.h"
#include "client/overlay/session.h"

namespace aandacht::overlay {
namespace {

constexpr absl::Duration kKeepAtMost = absl::Seconds(1);
/// A call that nothing was heard of for so long is over, and its end was not seen: nobody was here.
constexpr absl::Duration kCallIsOver = absl::Hours(4);
/// The library is taken over when things are calm, and again after so long.
constexpr absl::Duration kCalm = absl::Seconds(5);
constexpr absl::Duration kFetchAgain = absl::Minutes(30);
constexpr std::size_t kMostChosenWhys = 32;
/// So long a service that is there gets to tell of a new call itself, with customer and opening.
constexpr absl::Duration kHoldsBack = absl::Milliseconds(250);

}  // namespace

void Session::restore() {
  if (!options_.local_file.empty()) {
    absl::StatusOr<std::unique_ptr<local::LocalStore>> store = local::LocalStore::open(options_.local_file, clock_);
    if (store.ok()) {
      store_ = *std::move(store);
      bookcase_ = std::make_unique<local::Bookcase>(*store_, options_.content_folder);
    } else {
      spdlog::warn("without the service little will be known: {}", std::string(store.status().message()));
    }
  }
  listener_ = std::make_unique<local::Listener>(store_.get(), options_.content_folder);
  absl::StatusOr<std::optional<domain::FatigueRules>> rules;
  if (store_) rules = store_->fatigue_rules();
  if (rules.ok() && rules->has_value()) {
    domain::Library library;
    library.fatigue = **std::move(rules);
    prediction_.use(std::move(library));
    rules_told_ = true;
  }
  absl::StatusOr<std::optional<local::StoredDesk>> kept;
  if (store_) kept = store_->desk(options_.agent_id);
  if (kept.ok() && kept->has_value()) {
    domain::Desk& desk = (*kept)->desk;
    const absl::Time now = clock_.now() - (*kept)->skew;
    if (now - desk.time > kCallIsOver) {
      desk.calls.clear();
      desk.card.reset();
      desk.waiting.clear();
      desk.wake = absl::InfiniteFuture();
    }
    set_desk_time(now);
    kept_version_ = desk.version;
    prediction_.take_desk(std::move(desk));
  }
  const absl::StatusOr<std::int64_t> pending = outbox_->pending();
  connection_.pending = static_cast<int>(pending.value_or(0));
  take_outbox();
  prediction_.wake(desk_now());
}

// In begin(), and on the sender's thread: also what other programs of this agent put there.
void Session::take_outbox() {
  const absl::StatusOr<std::vector<net::OutboxItem>> items = outbox_->waiting(last_read_);
  if (!items.ok()) return report_trouble(items.status());
  for (const net::OutboxItem& item : *items) {
    last_read_ = item.sequence;
    absl::StatusOr<net::ToldEvent> told = net::event_of(item);
    if (!told.ok()) continue;
    const bool turn = item.kind == net::OutboxKind::kSayUtterance;
    if (!turn && told->agent_id != options_.agent_id) continue;
    know_customer(told->event);
    std::optional<domain::Why> why;
    if (const auto* chosen = std::get_if<domain::WhyChosen>(&told->event.what); chosen != nullptr && store_) {
      why = store_->why(chosen->why_id).value_or(std::nullopt);
    }
    const auto take = [this, turn, event = std::move(told->event), appended = item.appended, why] {
      if (turn) return hear(event, appended);
      if (why) know_why(*why);
      add(event, appended);
    };
    if (sender_ == nullptr) {
      take();
    } else {
      post_(take);
    }
  }
}

// What another program sent while no stream was open is in the desk that just came, and not in the outbox any more.
void Session::drop_delivered_by_others() {
  std::vector<std::string> unknown;
  for (const local::PendingEvent& each : prediction_.pending()) {
    if (!each.acknowledged) unknown.push_back(each.event.id);
  }
  if (unknown.empty()) return;
  ++checking_;
  // On the thread that puts clicks there, after them.
  errands_->ask([this, unknown] {
    const absl::StatusOr<std::vector<net::OutboxItem>> items = outbox_->waiting(0);
    std::vector<std::string> gone = items.ok() ? unknown : std::vector<std::string>();
    std::erase_if(gone, [&](const std::string& id) {
      return std::any_of(items->begin(), items->end(), [&](const net::OutboxItem& item) { return item.id == id; });
    });
    post_([this, gone] {
      for (const local::PendingEvent& each : std::vector<local::PendingEvent>(prediction_.pending())) {
        const bool left = std::find(gone.begin(), gone.end(), each.event.id) != gone.end();
        if (left && !each.acknowledged) prediction_.refused(each.event.id);
      }
      --checking_;
      follow_reset();
    });
  });
}

// Not on the drawing thread but in begin(): looks on the disk.
void Session::know_customer(domain::Event& event) {
  auto* report = std::get_if<domain::CallReported>(&event.what);
  if (report == nullptr || !store_) return;
  report->customer = store_->customer(report->from).value_or(std::nullopt);
}

void Session::add(domain::Event event, absl::Time appended) {
  const auto* report = std::get_if<domain::CallReported>(&event.what);
  const bool new_call = report != nullptr && (desk() == nullptr || find_call(*desk(), report->call_id) == nullptr);
  if (new_call && !away() && held_.empty()) held_since_ = clock_.steady();
  if ((new_call && !away()) || !held_.empty()) {
    held_.emplace_back(std::move(event), appended);  // Also what comes after it: the order stays.
  } else {
    add_now(std::move(event), appended);
  }
}

void Session::add_held() {
  std::vector<std::pair<domain::Event, absl::Time>> held;
  held.swap(held_);
  for (auto& [event, appended] : held) add_now(std::move(event), appended);
}

void Session::know_why(domain::Why why) {
  domain::Library library = prediction_.library();
  std::erase_if(library.whys, [&](const domain::Why& each) { return each.id == why.id; });
  library.whys.push_back(std::move(why));
  if (library.whys.size() > kMostChosenWhys) library.whys.erase(library.whys.begin());
  prediction_.use(std::move(library));
}

void Session::find_here(const std::string& text, const std::string& language, const std::string& queue) {
  errands_->ask([this, text, language, queue] {
    std::vector<domain::Why> whys = bookcase_->search(text, language, queue);
    post_([this, text, whys = std::move(whys)] { show_found(text, whys); });
  });
}

void Session::show_found(const std::string& text, std::vector<domain::Why> whys) {
  if (!search_.open || search_.text != text) return;
  search_.waiting = false;
  search_.whys = std::move(whys);
}

std::optional<absl::Duration> Session::tick() {
  const absl::Duration now = clock_.steady();
  std::optional<absl::Duration> next;
  const auto sooner = [&](absl::Duration in) { next = std::min(next.value_or(in), in); };
  if (recalled_by_ && now >= recalled_until_) recalled_by_.reset();
  if (recalled_by_) sooner(recalled_until_ - now);
  if (!held_.empty()) now >= held_since_ + kHoldsBack || away() ? add_held() : sooner(held_since_ + kHoldsBack - now);
  if (away() && !unread_.empty() && !reading_) {
    // At the start the service may be there in a moment.
    const absl::Duration connects_in =
        connection_.state == model::ConnectionState::kConnecting ? changed_ + kConnects - now : absl::ZeroDuration();
    if (connects_in > absl::ZeroDuration()) sooner(connects_in);
    while (connects_in <= absl::ZeroDuration() && !unread_.empty() && !reading_) read_next();
  }
  if (away()) {
    prediction_.wake(desk_now());
    const domain::Desk* shown = desk();
    // A moment that passed and changed nothing comes again with the next event.
    if (shown != nullptr && shown->wake != absl::InfiniteFuture() && shown->wake > desk_now()) {
      sooner(shown->wake - desk_now() + absl::Milliseconds(1));
    }
    if (!has_lines_) {
      const absl::Duration connects_in = changed_ + kConnects - now;
      connects_in <= absl::ZeroDuration() ? use_shipped_lines() : sooner(connects_in);
    }
  } else {
    const absl::Duration calm_in = changed_ + kCalm - now;
    const bool calm = calm_in <= absl::ZeroDuration();
    const bool fetches = store_ && (!fetched_ || now - *fetched_ >= kFetchAgain);
    if (calm && fetches) fetch_whys();
    // A reset that begins here has its lines at once, before the service tells them.
    const bool loads = !has_lines_ && !options_.content_folder.empty();
    if (calm && loads) use_shipped_lines();
    if (!calm && (fetches || loads)) sooner(calm_in);
  }
  if (!away()) acknowledge_received();
  if (const auto again = receipts_.again(now)) sooner(*again - now);
  if (look_again_) now >= *look_again_ ? look_for_lease() : sooner(*look_again_ - now);
  follow_reset();
  if (!knows_resets() && checking_ == 0 && reset_runs()) sooner(started_ + kConnects - now);
  if (held_until_ != absl::InfinitePast()) sooner(held_until_ - desk_now());
  if (store_ && desk_changed()) {
    const absl::Duration wait = kept_ ? *kept_ + kKeepAtMost - now : absl::ZeroDuration();
    wait <= absl::ZeroDuration() ? keep_desk() : sooner(wait);
  }
  return next;
}

void Session::keep_desk() {
  kept_ = clock_.steady();
  kept_version_ = prediction_.confirmed()->version;
  errands_->ask([this, desk = *prediction_.confirmed(), skew = clock_.now() - desk_now()] {
    const absl::Status kept = store_->keep_desk(desk, skew);
    if (!kept.ok()) report_trouble(kept);
  });
  if (std::exchange(forgot_, false)) leave_nothing_behind();
}

void Session::fetch_whys() {
  fetched_ = clock_.steady();
  errands_->ask([this] {
    const std::int64_t listing = store_->listing().value_or(0) + 1;
    post_([this, listing] { fetch_whys(listing); });
  });
}

void Session::fetch_whys(std::int64_t listing) {
  net::WhyList::Handlers handlers;
  handlers.on_page = [this, listing](std::vector<domain::Why> whys) {
    errands_->ask([this, listing, whys = std::move(whys)] { store_->keep_whys(whys, listing).IgnoreError(); });
  };
  handlers.on_end = [this, listing](const absl::Status& status) {
    if (status.ok()) errands_->ask([this, listing] { store_->finish_listing(listing).IgnoreError(); });
  };
  why_list_->fetch(std::move(handlers));
}

void Session::use_shipped_lines() {
  has_lines_ = true;
  if (options_.content_folder.empty()) return;
  errands_->ask([this] {
    absl::StatusOr<domain::Library> lines = local::load_lines(options_.content_folder);
    app::give_back_memory();
    if (!lines.ok()) return spdlog::info("no lines for openings: {}", std::string(lines.status().message()));
    post_([this, lines = *std::move(lines)] { use(lines); });
  });
}

// Whys are those that were chosen here; what tires is for the service to say, where it ever did.
void Session::use(domain::Library library) {
  library.whys = prediction_.library().whys;
  if (rules_told_) library.fatigue = prediction_.library().fatigue;
  prediction_.use(std::move(library));
}

void Session::take_fatigue_rules(domain::FatigueRules rules) {
  const bool known = std::exchange(rules_told_, true) && rules == prediction_.library().fatigue;
  if (known) return;
  domain::Library library = prediction_.library();
  library.fatigue = rules;
  prediction_.use(std::move(library));
  if (!store_) return;
  errands_->ask([this, rules = std::move(rules)] {
    const absl::Status kept = store_->keep_fatigue_rules(rules);
    if (!kept.ok()) report_trouble(kept);
  });
}

}  // namespace aandacht::overlay
