#include "client/model/watched_model.h"

#include "tests/support/catch.h"

namespace aandacht::model {
namespace {

constexpr absl::Duration kStart = absl::Seconds(100);

domain::Desk watched_by(const std::vector<std::string>& names) {
  domain::Desk desk;
  for (const std::string& name : names) {
    desk.watchers.push_back({name, name, "inwerken", "call-1", absl::FromUnixSeconds(1772442120)});
  }
  return desk;
}

std::optional<WatchedModel> made(const domain::Desk& desk, Language language = Language::kDutch) {
  return make_watched(desk, "call-1", absl::UTCTimeZone(), language);
}

TEST_CASE("one watcher is named with their reason and since when") {
  const auto model = made(watched_by({"Kim"}));
  REQUIRE(model);
  CHECK(model->line == "Kim kijkt mee: inwerken");
  CHECK(model->since == "sinds 09:02");
  CHECK(model->tooltip == "Kim (inwerken), sinds 09:02");
  CHECK(model->pill == "Kim kijkt mee");
  CHECK(made(watched_by({"Kim"}), Language::kEnglish)->line == "Kim is watching: inwerken");
}

TEST_CASE("several watchers are counted and each is named with their reason") {
  const auto model = made(watched_by({"Kim", "Robin", "Noor"}));
  REQUIRE(model);
  CHECK(model->line == "3 kijken mee: Kim (inwerken), Robin (inwerken), Noor (inwerken)");
  CHECK(model->pill == "Kim, Robin en Noor kijken mee");
}

TEST_CASE("nobody watches, or only another call") {
  CHECK_FALSE(made({}));
  CHECK_FALSE(make_watched(watched_by({"Kim"}), "call-2", absl::UTCTimeZone(), Language::kDutch));
}

TEST_CASE("that nobody watches any more is said for a moment, while the call is on screen") {
  WatchFarewell farewell;
  std::optional<WatchedModel> watched = made(watched_by({"Kim"}));
  farewell.see("call-1", watched, Language::kDutch, kStart);
  CHECK(watched->line == "Kim kijkt mee: inwerken");
  watched.reset();
  farewell.see("call-1", watched, Language::kDutch, kStart + absl::Seconds(1));
  REQUIRE(watched);
  CHECK(watched->line == "Kim kijkt niet meer mee");
  CHECK(watched->since.empty());
  CHECK(farewell.next_at() == kStart + absl::Seconds(1) + WatchFarewell::kLength);
  watched.reset();
  farewell.see("call-1", watched, Language::kDutch, *farewell.next_at());
  CHECK_FALSE(watched);
  CHECK_FALSE(farewell.next_at());
}

TEST_CASE("another call begins without a word of who watched the one before") {
  WatchFarewell farewell;
  std::optional<WatchedModel> watched = made(watched_by({"Kim"}));
  farewell.see("call-1", watched, Language::kDutch, kStart);
  watched.reset();
  farewell.see("call-2", watched, Language::kDutch, kStart);
  CHECK_FALSE(watched);
}

}  // namespace
}  // namespace aandacht::model
