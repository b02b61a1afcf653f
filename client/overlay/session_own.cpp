// The pages of the agent's own side: asked for when they are opened, held while they are looked at.
#include <fcntl.h>

#include <cstdio>
#include <utility>

#include "client/overlay/session.h"

namespace aandacht::overlay {
namespace {

/// A file that only its owner can read, line by line. Whole once close() said so.
class LinesFile {
 public:
  explicit LinesFile(const std::filesystem::path& file) {
    const int descriptor = ::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (descriptor >= 0) file_ = fdopen(descriptor, "w");
  }
  ~LinesFile() { close(); }
  LinesFile(const LinesFile&) = delete;
  LinesFile& operator=(const LinesFile&) = delete;

  void add(const std::string& line) {
    fine_ = fine_ && file_ != nullptr && std::fputs(line.c_str(), file_) >= 0 && std::fputc('\n', file_) != EOF;
  }
  bool close() {
    if (file_ == nullptr) return false;
    fine_ = std::fclose(std::exchange(file_, nullptr)) == 0 && fine_;
    return fine_;
  }

 private:
  std::FILE* file_ = nullptr;
  bool fine_ = true;
};

model::PutForward outcome_of(const absl::Status& status) {
  if (status.ok()) return model::PutForward::kDone;
  if (absl::IsAlreadyExists(status)) return model::PutForward::kSameWords;
  if (absl::IsResourceExhausted(status)) return model::PutForward::kNoMore;
  if (absl::IsInvalidArgument(status)) return model::PutForward::kWrong;
  return model::PutForward::kUnavailable;
}

model::Asked asked_of(bool fine) { return fine ? model::Asked::kDone : model::Asked::kUnavailable; }

}  // namespace

net::OwnSide& Session::own_side() {
  if (own_side_ == nullptr) own_side_ = std::make_unique<net::OwnSide>(channel_);
  return *own_side_;
}

void Session::ask_my_day(std::optional<absl::CivilDay> day) {
  my_day_.asked = model::Asked::kUnderWay;
  const std::int64_t question = ++own_questions_;
  day_question_ = question;
  own_side().my_day(options_.agent_id, day, [this, question](absl::StatusOr<domain::MyDay> told) {
    post_([this, question, told = std::move(told)] {
      if (question != day_question_) return;  // Another day was asked for since, or the page was left.
      my_day_.asked = asked_of(told.ok());
      if (told.ok()) my_day_.day = *told;
    });
  });
}

void Session::export_my_data(const std::filesystem::path& file) {
  if (my_day_.exported == model::Asked::kUnderWay) return;
  my_day_.exported = model::Asked::kUnderWay;
  my_day_.export_file = file.string();
  const auto lines = std::make_shared<LinesFile>(file);
  own_side().export_all(
      options_.agent_id, [lines](const std::string& line) { lines->add(line); },
      [this, lines](absl::StatusOr<std::int64_t> count) {
        const bool whole = lines->close() && count.ok();
        post_([this, whole, count = count.value_or(0)] {
          my_day_.exported = asked_of(whole);
          my_day_.export_lines = whole ? count : 0;
        });
      });
}

void Session::delete_my_data() {
  if (my_day_.deleted == model::Asked::kUnderWay) return;
  // What still waits to be sent would come in after it was forgotten.
  if (connection_.pending > 0 || away()) {
    my_day_.deleted = model::Asked::kUnavailable;
    return;
  }
  my_day_.deleted = model::Asked::kUnderWay;
  if (delete_request_.empty()) delete_request_ = ids_.next();
  own_side().forget(delete_request_, options_.agent_id, [this](absl::StatusOr<std::int64_t> gone) {
    post_([this, gone] {
      my_day_.deleted = asked_of(gone.ok());
      my_day_.deleted_count = gone.value_or(0);
      if (!gone.ok()) return;  // The next try is the same request.
      delete_request_.clear();
      my_day_.day.reset();
      leave_nothing_behind();
      forgot_ = true;
      ask_my_day(std::nullopt);
    });
  });
}

// What was forgotten was sent from here, and kept here.
void Session::leave_nothing_behind() {
  errands_->ask([this] {
    absl::Status status = outbox_->leave_nothing_behind();
    if (store_) status.Update(store_->leave_nothing_behind());
    if (!status.ok()) report_trouble(status);
  });
}

void Session::leave_my_day() {
  day_question_ = 0;
  my_day_ = model::MyDayData{};
}

void Session::ask_team_habits(const std::string& language) {
  habits_.asked = model::Asked::kUnderWay;
  habits_language_ = language;
  const std::int64_t question = ++own_questions_;
  habits_question_ = question;
  own_side().team_habits(options_.agent_id, language, [this, question](absl::StatusOr<domain::TeamHabits> told) {
    post_([this, question, told = std::move(told)] {
      if (question != habits_question_) return;
      habits_.asked = asked_of(told.ok());
      if (told.ok()) habits_.list = *told;
    });
  });
}

void Session::put_habit_forward(const net::HabitWords& words) {
  if (habits_.put_forward == model::PutForward::kUnderWay) return;
  habits_.put_forward = model::PutForward::kUnderWay;
  own_side().put_forward(ids_.next(), options_.agent_id, words, [this](absl::StatusOr<std::string> id) {
    post_([this, status = id.status()] {
      habits_.put_forward = outcome_of(status);
      if (status.ok()) ask_team_habits(habits_language_);
    });
  });
}

void Session::vote_habits(const std::vector<std::string>& habit_ids) {
  habits_.voted = model::Asked::kUnderWay;
  own_side().vote(ids_.next(), options_.agent_id, habit_ids, [this](absl::StatusOr<bool> voted) {
    post_([this, fine = voted.ok()] {
      habits_.voted = asked_of(fine);
      ask_team_habits(habits_language_);
    });
  });
}

net::WhyChecks& Session::why_checks() {
  if (why_checks_ == nullptr) why_checks_ = std::make_unique<net::WhyChecks>(channel_);
  return *why_checks_;
}

void Session::ask_why_check(const std::string& language,
                            std::function<void(absl::StatusOr<domain::WhyCheckOffer>)> take) {
  if (away()) return take(absl::UnavailableError("the service is away"));
  why_checks().take(options_.agent_id, language,
                    [this, take = std::move(take)](const absl::StatusOr<domain::WhyCheckOffer>& offer) {
                      post_([take, offer] { take(offer); });
                    });
}

void Session::answer_why_check(const std::string& why_id, domain::WhyLevel level) {
  if (!away()) why_checks().answer(ids_.next(), options_.agent_id, why_id, level, [](const absl::StatusOr<bool>&) {});
}

void Session::wish_why_check(domain::WhyCheckChoice choice, std::function<void(absl::Status)> told) {
  if (away()) return told(absl::UnavailableError("the service is away"));
  why_checks().wish(ids_.next(), options_.agent_id, choice,
                    [this, told = std::move(told)](const absl::StatusOr<bool>& done) {
                      post_([told, status = done.status()] { told(status); });
                    });
}

void Session::ask_why_check_wish(std::function<void(absl::StatusOr<bool>)> take) {
  if (away()) return take(absl::UnavailableError("the service is away"));
  why_checks().wants_none(options_.agent_id, [this, take = std::move(take)](const absl::StatusOr<bool>& none) {
    post_([take, none] { take(none); });
  });
}

void Session::leave_habits() {
  habits_question_ = 0;
  habits_ = model::HabitsData{};
}

}  // namespace aandacht::overlay
