#include "service/core/mind.h"

#include <utility>

#include "shared/domain/redaction.h"

namespace aandacht::core {
namespace {

absl::StatusOr<std::shared_ptr<const Knowledge>> compile(domain::Library library,
                                                         std::shared_ptr<Questions> questions) {
  absl::StatusOr<std::unique_ptr<domain::Reader>> reader = domain::Reader::create(library);
  if (!reader.ok()) return reader.status();
  return std::make_shared<const Knowledge>(Knowledge{std::move(library), *std::move(reader), std::move(questions)});
}

}  // namespace

absl::StatusOr<std::unique_ptr<Mind>> Mind::create(domain::Library library, absl::TimeZone time_zone) {
  auto questions = std::make_shared<Questions>(library.lexicons, time_zone);
  auto knowledge = compile(std::move(library), std::move(questions));
  if (!knowledge.ok()) return knowledge.status();
  return std::unique_ptr<Mind>(new Mind(*std::move(knowledge), time_zone));
}

std::shared_ptr<const Knowledge> Mind::knowledge() const {
  const std::lock_guard lock(mutex_);
  return knowledge_;
}

Mind::Heard Mind::hear(domain::Speaker speaker, std::string_view text, const std::string& language,
                       const std::string& queue, absl::Time said, std::optional<domain::SpokenDay> spoken_day) const {
  Heard heard{domain::redact(text).text, {}};
  heard.reading = knowledge()->reader->read(speaker, heard.text, {language, queue, said, time_zone_, spoken_day});
  return heard;
}

absl::StatusOr<std::shared_ptr<const Knowledge>> Mind::with_items(const LibraryItems& items) const {
  const std::shared_ptr<const Knowledge> known = knowledge();
  domain::Library library = known->library;
  put_items(items, library);
  return compile(std::move(library), known->questions);
}

void Mind::take(std::shared_ptr<const Knowledge> knowledge) {
  const std::lock_guard one_at_a_time(putting_);
  auto changed = std::make_shared<Knowledge>(*knowledge);
  changed->library.stories = this->knowledge()->library.stories;
  const std::lock_guard lock(mutex_);
  knowledge_ = std::move(changed);
}

void Mind::set_stories(std::vector<domain::Story> stories) {
  const std::lock_guard one_at_a_time(putting_);
  auto changed = std::make_shared<Knowledge>(*knowledge());
  changed->library.stories = std::move(stories);
  const std::lock_guard lock(mutex_);
  knowledge_ = std::move(changed);
}

}  // namespace aandacht::core
