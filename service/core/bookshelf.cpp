#include "service/core/bookshelf.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "service/core/checks.h"

namespace aandacht::core {
namespace {

constexpr std::size_t kMostWhys = 500;
constexpr std::size_t kMostWords = 40;
constexpr int kUsualHits = 8;
constexpr int kMostHits = 50;
// A token is this and the last id of the page before: ids are stable, positions are not.
constexpr const char* kTokenMark = "after:";

template <typename Item>
absl::StatusOr<store::Page<Item>> page_of(const std::vector<Item>& all, const std::string& language, int page_size,
                                          const std::string& page_token) {
  if (absl::Status status = check_page_size(page_size); !status.ok()) return status;
  const std::string mark = kTokenMark;
  if (!page_token.empty() && page_token.rfind(mark, 0) != 0) {
    return absl::InvalidArgumentError("page_token is not one that this service gave; begin at the first page");
  }
  std::vector<const Item*> items;
  for (const Item& item : all) {
    const bool after = page_token.empty() || item.id > page_token.substr(mark.size());
    if (after && (language.empty() || item.language == language)) items.push_back(&item);
  }
  std::sort(items.begin(), items.end(), [](const Item* a, const Item* b) { return a->id < b->id; });
  store::Page<Item> page;
  for (std::size_t i = 0; i < items.size() && i < static_cast<std::size_t>(page_size); ++i)
    page.rows.push_back(*items[i]);
  if (page.rows.size() < items.size()) page.next = mark + page.rows.back().id;
  return page;
}

absl::Status check_corner(const std::string& name, const std::string& text) {
  const std::vector<std::string> words = absl::StrSplit(text, absl::ByAnyChar(" \t\n"), absl::SkipEmpty());
  if (words.size() <= kMostWords) return check_text(name, text, 600, true);
  return absl::InvalidArgumentError(
      absl::StrCat(name, " has ", words.size(), " words; at most ", kMostWords, " can be said in one breath"));
}

absl::Status check(const domain::Why& why) {
  const absl::Status status =
      first_failure(check_id("id", why.id, 128), check_id("language", why.language, 35),
                    check_text("topic", why.topic, 80, true), check_corner("customer", why.customer),
                    check_corner("employee", why.employee), check_corner("organisation", why.organisation));
  if (status.ok()) return status;
  return absl::InvalidArgumentError(
      absl::StrCat("why \"", presentable(why.id, 128), "\": ", std::string(status.message())));
}

}  // namespace

absl::StatusOr<std::vector<domain::Why>> Bookshelf::search(const std::string& query, const std::string& language,
                                                           const std::string& queue, int limit) const {
  if (query.size() > 200) return absl::InvalidArgumentError("query is over 200 bytes; a few letters are enough");
  if (limit < 0) return absl::InvalidArgumentError("page_size is negative; send 0 for the usual 8");
  const int most = limit == 0 ? kUsualHits : std::min(limit, kMostHits);
  const std::shared_ptr<const Knowledge> knowledge = mind_.knowledge();
  std::vector<domain::Why> whys;
  for (const domain::Why* why :
       knowledge->reader->search_whys(query, language, queue, static_cast<std::size_t>(most))) {
    whys.push_back(*why);
  }
  return whys;
}

absl::StatusOr<store::Page<domain::Why>> Bookshelf::whys(const std::string& language, int page_size,
                                                         const std::string& page_token) const {
  return page_of(mind_.knowledge()->library.whys, language, page_size, page_token);
}

absl::StatusOr<store::Page<domain::CoachRule>> Bookshelf::rules(const std::string& language, int page_size,
                                                                const std::string& page_token) const {
  return page_of(mind_.knowledge()->library.coach_rules, language, page_size, page_token);
}

void Bookshelf::put(const std::string& request_id, const std::vector<domain::Why>& whys, Done<int> done,
                    const domain::Editor& who) {
  absl::Status status = check_event_id("request_id", request_id);
  if (status.ok() && whys.size() > kMostWhys) {
    status = absl::InvalidArgumentError(
        absl::StrCat("at most ", kMostWhys, " whys are taken at once; send several requests"));
  }
  for (const domain::Why& why : whys) {
    if (status.ok()) status = check(why);
  }
  if (!status.ok()) return done(status);
  editing_.put_whys(request_id, whys, who, std::move(done));
}

}  // namespace aandacht::core
