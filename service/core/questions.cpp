#include "service/core/questions.h"

#include <cstdint>

#include "absl/strings/str_format.h"

namespace aandacht::core {
namespace {

constexpr int kPage = 500;

// FNV-1a over both ids: 56 bits, so that the first clash among a million groups is one in a hundred thousand.
std::string new_group_id(const std::string& call_id, const std::string& utterance_id) {
  std::uint64_t hash = 0xcbf29ce484222325U;
  const auto mix = [&](unsigned char byte) { hash = (hash ^ byte) * 0x100000001b3U; };
  for (const char c : call_id) mix(static_cast<unsigned char>(c));
  mix(0xff);
  for (const char c : utterance_id) mix(static_cast<unsigned char>(c));
  return absl::StrFormat("q%014x", hash >> 8U);
}

}  // namespace

absl::Status Questions::load(store::Store& store) {
  return store.read([this](store::Reads& reads) -> absl::Status {
    const absl::StatusOr<std::vector<store::QuestionAlias>> aliases = reads.question_aliases();
    if (!aliases.ok()) return aliases.status();
    std::string token;
    do {
      const absl::StatusOr<store::Page<store::QuestionRecord>> page = reads.questions(kPage, token);
      if (!page.ok()) return page.status();
      const std::lock_guard lock(mutex_);
      for (const store::QuestionRecord& row : page->rows) {
        if (!row.group.empty()) groups_.restore({row.language, row.words, row.why_id}, row.group);
      }
      token = page->next;
    } while (!token.empty());
    const std::lock_guard lock(mutex_);
    for (const store::QuestionAlias& alias : *aliases) groups_.restore(alias.language, {alias.group, alias.id});
    return absl::OkStatus();
  });
}

domain::QuestionGroups::Placed Questions::place(const domain::QuestionMention& mention, const std::string& language,
                                                const std::string& call_id, const std::string& utterance_id) {
  const std::lock_guard lock(mutex_);
  return groups_.place({language, mention.words, mention.why_id}, new_group_id(call_id, utterance_id));
}

void Questions::mark() {
  const std::lock_guard lock(mutex_);
  groups_.mark();
}

void Questions::undo() {
  const std::lock_guard lock(mutex_);
  groups_.undo();
}

void Questions::forget(const std::vector<store::QuestionAlias>& groups) {
  const std::lock_guard lock(mutex_);
  for (const store::QuestionAlias& group : groups) groups_.forget(group.language, group.group);
}

store::QuestionRecord Questions::record(const domain::Question& question, const std::string& language,
                                        const std::string& call_id, absl::Time asked) const {
  return {call_id, language, absl::ToCivilDay(asked, time_zone_), question.words, question.why_id, question.group};
}

domain::QuestionFootprint Questions::footprint() const {
  const std::lock_guard lock(mutex_);
  return groups_.footprint();
}

}  // namespace aandacht::core
