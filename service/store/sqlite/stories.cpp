// Stories of customers. Nothing else in the store has their words, so what goes here is gone.
#include "absl/status/status.h"
#include "service/store/sqlite/reads.h"
#include "service/store/sqlite/rows.h"
#include "service/store/sqlite/transaction.h"

namespace aandacht::store::sqlite {

absl::StatusOr<std::vector<StoryRecord>> read_stories(Connection& connection) {
  return all_rows<StoryRecord>(
      connection.prepare(
          "SELECT id, customer, language, line, detail, ending, given, purpose, expires, width FROM story"
          " ORDER BY id"),
      [](Statement& row) -> absl::StatusOr<StoryRecord> {
        domain::Story story{row.text(0), row.text(1), row.text(2), row.text(3),
                            row.text(4), row.text(5), row.time(8), row.integer(9) > 0};
        return StoryRecord{std::move(story), row.time(6), row.text(7)};
      });
}

absl::StatusOr<Photo> read_story_photo(Connection& connection, const std::string& story_id) {
  Statement statement = connection.prepare("SELECT width, height, pixels FROM story WHERE id = ? AND width > 0");
  const absl::StatusOr<bool> row = statement.bind_text(story_id).step();
  if (!row.ok()) return row.status();
  if (!*row) return absl::NotFoundError("there is no story \"" + story_id + "\" with a photo");
  return Photo{static_cast<int>(statement.integer(0)), static_cast<int>(statement.integer(1)), statement.text(2)};
}

absl::Status WriteTransaction::save_story(const StoryRecord& record, const Photo& photo) {
  redacted_ = true;
  const domain::Story& story = record.story;
  return connection_
      .prepare(
          "INSERT OR REPLACE INTO story (id, customer, language, line, detail, ending, given, purpose, expires, width,"
          " height, pixels) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
      .bind_text(story.id)
      .bind_text(story.customer)
      .bind_text(story.language)
      .bind_text(story.line)
      .bind_text(story.detail)
      .bind_text(story.ending)
      .bind_time(record.given)
      .bind_text(record.purpose)
      .bind_time(story.expires)
      .bind_integer(photo.width)
      .bind_integer(photo.height)
      .bind_blob(photo.pixels)
      .run();
}

absl::Status WriteTransaction::remove_story(const std::string& story_id) {
  absl::Status status = connection_.prepare("DELETE FROM story WHERE id = ?").bind_text(story_id).run();
  if (!status.ok()) return status;
  if (connection_.changes() == 0) return absl::NotFoundError("there is no story \"" + story_id + "\"");
  redacted_ = true;
  return absl::OkStatus();
}

}  // namespace aandacht::store::sqlite
