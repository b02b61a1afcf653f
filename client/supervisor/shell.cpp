#include "client/supervisor/shell.h"

#include <algorithm>
#include <utility>

namespace aandacht::supervisor {
namespace {

constexpr absl::Duration kNoticeStays = absl::Seconds(8);
constexpr absl::Duration kUndoStays = absl::Seconds(20);

}  // namespace

Shell::Shell(Options options, std::shared_ptr<grpc::Channel> channel, const base::Clock& clock, base::Ids& ids,
             Hooks hooks, const MakePages& make)
    : options_(std::move(options)), clock_(clock), hooks_(std::move(hooks)) {
  pages_ = make(context(std::move(channel), ids));
  if (pages_.empty()) return;
  shown_ = page_of(options_.page) != nullptr ? options_.page : pages_.front().name;
  page_of(shown_)->enter();
}

Shell::~Shell() { *alive_ = false; }

PageContext Shell::context(std::shared_ptr<grpc::Channel> channel, base::Ids& ids) {
  PageContext context{std::move(channel), clock_, ids, {}, {}, {}, {}};
  context.me = options_.me;
  context.post = [post = hooks_.post, alive = alive_](std::function<void()> work) {
    post([work = std::move(work), alive] {
      if (*alive) work();
    });
  };
  context.open_page = [this](model::PageName page, const std::string& argument) { open(page, argument); };
  context.notify = [this](Notice notice) { notify(std::move(notice)); };
  context.tell_connection = [this](model::ConnectionState state, const std::string& said) {
    connection_ = state;
    said_ = said;
    connected_once_ = connected_once_ || state == model::ConnectionState::kConnected;
  };
  return context;
}

Page* Shell::page_of(model::PageName name) const {
  const auto found =
      std::find_if(pages_.begin(), pages_.end(), [&](const NamedPage& page) { return page.name == name; });
  return found == pages_.end() ? nullptr : found->page.get();
}

void Shell::show(model::PageName name) {
  if (name == shown_ || page_of(name) == nullptr) return;
  page_of(shown_)->leave();
  shown_ = name;
  page_of(shown_)->enter();
  if (hooks_.shown) hooks_.shown(shown_);
}

void Shell::open(model::PageName page, const std::string& argument) {
  // Not from within a page's own draw(): what it draws with would change under it.
  hooks_.post([this, page, argument, alive = alive_] {
    if (!*alive || page_of(page) == nullptr) return;
    show(page);
    page_of(page)->open(argument);
  });
}

void Shell::notify(Notice notice) {
  notice_ends_ = clock_.steady() + (notice.undo.empty() ? kNoticeStays : kUndoStays);
  notice_ = std::move(notice);
}

model::ShellState Shell::state() const {
  model::ShellState state;
  for (const NamedPage& page : pages_) state.pages.push_back({page.name, page.page->badge()});
  state.shown = shown_;
  state.connection = connection_;
  state.said = said_;
  state.connected_once = connected_once_;
  if (const Page* page = page_of(shown_)) state.page_has_something = page->has_something();
  state.server = options_.server;
  state.me = options_.me;
  if (notice_) {
    state.notice = notice_->words;
    state.undo = notice_->undo;
  }
  return state;
}

void Shell::act(const ShellAction& action) {
  if (const auto* page = std::get_if<ShowPage>(&action)) return show(page->page);
  if (!notice_) return;
  const Notice notice = *std::exchange(notice_, std::nullopt);
  if (std::holds_alternative<UndoNotice>(action) && notice.undo_with) notice.undo_with();
}

void Shell::follow_notice() {
  if (!notice_) return;
  const absl::Duration left = notice_ends_ - clock_.steady();
  if (left <= absl::ZeroDuration()) {
    notice_.reset();
  } else {
    hooks_.wake_in(left);
  }
}

void Shell::draw(ui::Look& look) {
  follow_notice();
  std::vector<ShellAction> actions;
  Page* page = page_of(shown_);
  draw_shell(model::make_shell_model(state(), options_.language), look, {clock_.now(), options_.zone}, memory_, actions,
             [&](PageFrame& frame) {
               if (page != nullptr) page->draw(frame);
             });
  if (page != nullptr) {
    if (const std::optional<absl::Duration> wakes = page->wakes()) hooks_.wake_in(*wakes);
  }
  if (actions.empty()) return;
  for (const ShellAction& action : actions) act(action);
  hooks_.wake_in(absl::ZeroDuration());
}

}  // namespace aandacht::supervisor
