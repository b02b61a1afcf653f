#include "service/core/stories.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "service/core/checks.h"
#include "service/picture/photo.h"
#include "shared/domain/redaction.h"

namespace aandacht::core {
namespace {

constexpr std::size_t kMostStories = 500;
constexpr std::size_t kLongestLine = 160;
constexpr absl::Duration kTryAgain = absl::Minutes(1);
constexpr absl::Duration kTwoYears = absl::Hours(24 * 731);  // One of them may be a leap year.
constexpr absl::Duration kClockError = absl::Hours(24);      // A day that began elsewhere already.

absl::Status check_consent(const store::StoryRecord& record, absl::Time now) {
  if (record.given > now + kClockError) return absl::InvalidArgumentError("consent.give_time is still to come");
  if (record.story.expires <= now) {
    return absl::InvalidArgumentError("consent.expire_time is over; ask the customer again");
  }
  if (record.story.expires <= record.given || record.story.expires > record.given + kTwoYears) {
    return absl::InvalidArgumentError("consent.expire_time must be at most two years after consent.give_time");
  }
  return check_text("consent.purpose", record.purpose, 300, true);
}

absl::Status check(const store::StoryRecord& record, absl::Time now) {
  const domain::Story& story = record.story;
  const absl::Status status = first_failure(
      check_id("id", story.id, 128), check_text("customer", story.customer, 80, true),
      check_id("language", story.language, 35), check_text("line", story.line, kLongestLine, true),
      check_text("detail", story.detail, kLongestLine, false), check_text("ending", story.ending, kLongestLine, false));
  return status.ok() ? check_consent(record, now) : status;
}

void redact(domain::Story& story) {
  for (std::string* text : {&story.line, &story.detail, &story.ending}) *text = domain::redact(*text).text;
}

absl::StatusOr<store::Photo> small_photo(const std::string& picture) {
  if (picture.empty()) return store::Photo{};
  absl::StatusOr<picture::Picture> small = picture::small_photo(picture);
  if (!small.ok()) return small.status();
  return store::Photo{small->width, small->height, std::move(small->rgb)};
}

bool has(const std::vector<store::StoryRecord>& stories, const std::string& id) {
  return std::any_of(stories.begin(), stories.end(), [&](const auto& each) { return each.story.id == id; });
}

absl::StatusOr<bool> write_story(Batch& batch, const std::string& request_id, const store::StoryRecord& record,
                                 const store::Photo& photo) {
  if (batch.knows(request_id)) return false;
  const auto stories = batch.store().stories();
  if (absl::Status status = batch.note(stories.status()); !status.ok()) return status;
  const bool replaces = has(*stories, record.story.id);
  if (!replaces && stories->size() >= kMostStories) {
    return absl::ResourceExhaustedError(
        absl::StrCat(kMostStories, " stories are kept already; withdraw one that is not needed any more"));
  }
  absl::Status status = batch.note(batch.store().note_request(request_id, batch.now()));
  if (status.ok()) status = batch.note(batch.store().save_story(record, photo));
  if (!status.ok()) return status;
  if (replaces) batch.recall_story(record.story.id);
  return true;
}

absl::StatusOr<bool> remove_story(Batch& batch, const std::string& story_id) {
  const absl::Status status = batch.store().remove_story(story_id);
  if (absl::IsNotFound(status)) return absl::NotFoundError("there is no such story; see the list of stories");
  if (!batch.note(status).ok()) return status;
  batch.recall_story(story_id);
  return true;
}

absl::StatusOr<bool> remove_expired(Batch& batch) {
  const auto stories = batch.store().stories();
  if (absl::Status status = batch.note(stories.status()); !status.ok()) return status;
  bool removed = false;
  for (const store::StoryRecord& record : *stories) {
    if (record.story.expires > batch.now()) continue;
    const absl::StatusOr<bool> gone = remove_story(batch, record.story.id);
    if (!gone.ok()) return gone;
    removed = true;
  }
  return removed;
}

}  // namespace

void Stories::change(std::function<absl::StatusOr<bool>(Batch&)> work, Done<bool> done) {
  writer_.write<Changed>(
      [work = std::move(work)](Batch& batch) -> absl::StatusOr<Changed> {
        const absl::StatusOr<bool> changed = work(batch);
        if (!changed.ok()) return changed.status();
        auto stories = batch.store().stories();
        if (absl::Status status = batch.note(stories.status()); !status.ok()) return status;
        return Changed{*changed, *std::move(stories)};
      },
      // In the writer's thread, so in the order of the commits and before the next one looks for a story.
      [this, done = std::move(done)](const absl::StatusOr<Changed>& changed) {
        if (!changed.ok()) return done(changed.status());
        if (changed->changed) take(changed->stories);
        done(changed->changed);
      });
}

void Stories::take(const std::vector<store::StoryRecord>& stories) {
  std::vector<domain::Story> known;
  absl::Time first = absl::InfiniteFuture();
  for (const store::StoryRecord& record : stories) {
    known.push_back(record.story);
    first = std::min(first, record.story.expires);
  }
  mind_.set_stories(std::move(known));
  next_(first);
}

void Stories::put(const std::string& request_id, store::StoryRecord story, const std::string& picture,
                  Done<bool> done) {
  const absl::Status status = first_failure(check_event_id("request_id", request_id), check(story, clock_.now()));
  if (!status.ok()) return done(status);
  absl::StatusOr<store::Photo> photo = store::Photo{};
  {
    const std::lock_guard one_at_a_time(decoding_);
    photo = small_photo(picture);
  }
  if (!photo.ok()) return done(photo.status());
  redact(story.story);
  story.story.has_photo = photo->width > 0;
  change([request_id, story = std::move(story),
          photo = *std::move(photo)](Batch& batch) { return write_story(batch, request_id, story, photo); },
         std::move(done));
}

void Stories::withdraw(const std::string& request_id, const std::string& story_id, Done<bool> done) {
  const absl::Status status =
      first_failure(check_event_id("request_id", request_id), check_id("story_id", story_id, 128));
  if (!status.ok()) return done(status);
  change(
      [request_id, story_id](Batch& batch) -> absl::StatusOr<bool> {
        if (batch.knows(request_id)) return false;
        const absl::StatusOr<bool> removed = remove_story(batch, story_id);
        if (!removed.ok()) return removed;
        const absl::Status noted = batch.note(batch.store().note_request(request_id, batch.now()));
        if (!noted.ok()) return noted;
        return true;
      },
      std::move(done));
}

void Stories::sweep() {
  change(remove_expired, [this](const absl::StatusOr<bool>& removed) {
    if (removed.ok() && *removed) return;
    if (!removed.ok()) spdlog::warn("expired stories not removed: {}", removed.status().ToString());
    // The timer runs on the steady clock and may ring before the wall clock gets there.
    absl::Time next = absl::InfiniteFuture();
    for (const domain::Story& story : mind_.knowledge()->library.stories) next = std::min(next, story.expires);
    next_(removed.ok() ? next : clock_.now() + kTryAgain);
  });
}

absl::Status Stories::load() {
  absl::StatusOr<std::vector<store::StoryRecord>> stories = absl::UnknownError("not read");
  const absl::Status status = store_.read([&](store::Reads& reads) {
    stories = reads.stories();
    return stories.status();
  });
  if (status.ok() && !stories->empty()) take(*stories);
  return status;
}

absl::StatusOr<std::vector<store::StoryRecord>> Stories::list() const {
  absl::StatusOr<std::vector<store::StoryRecord>> stories = absl::UnknownError("not read");
  const absl::Status status = store_.read([&](store::Reads& reads) {
    stories = reads.stories();
    return stories.status();
  });
  if (!status.ok()) return status;
  std::erase_if(*stories, [&](const store::StoryRecord& record) { return record.story.expires <= clock_.now(); });
  return stories;
}

absl::StatusOr<store::Photo> Stories::photo(const std::string& story_id) const {
  if (absl::Status status = check_id("story_id", story_id, 128); !status.ok()) return status;
  const std::shared_ptr<const Knowledge> knowledge = mind_.knowledge();
  const auto& known = knowledge->library.stories;
  const auto story = std::find_if(known.begin(), known.end(), [&](const auto& each) { return each.id == story_id; });
  if (story == known.end() || !story->has_photo || story->expires <= clock_.now()) {
    return absl::NotFoundError("there is no such story with a photo; it may have been withdrawn");
  }
  absl::StatusOr<store::Photo> photo = absl::UnknownError("not read");
  const absl::Status status = store_.read([&](store::Reads& reads) {
    photo = reads.story_photo(story_id);
    return photo.status();
  });
  if (!status.ok()) return status;
  return photo;
}

}  // namespace aandacht::core
