// Dates and promises: mentions in order and in range, no more than three promises, each with a due time that is finite.
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>

#include "shared/content/load.h"
#include "shared/domain/dates.h"
#include "shared/domain/promises.h"
#include "tests/fuzz/require.h"

using namespace aandacht;
using fuzz::require;

namespace {

const domain::PromiseFinder& finder() {
  static const std::unique_ptr<domain::PromiseFinder> made = [] {
    const auto library = content::load_library(AANDACHT_SOURCE_DIR "/service/content");
    require(library.ok(), "the shipped content is read");
    auto created = domain::PromiseFinder::create(library->lexicons);
    require(created.ok(), "the shipped phrases are valid");
    return *std::move(created);
  }();
  return *made;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view original(reinterpret_cast<const char*>(data), size);
  const domain::Normalised text = domain::folded(domain::normalise(original));
  const absl::CivilMinute now(2026, 11, 17, 10, 30);
  for (const std::string_view language : {"nl", "en"}) {
    const std::vector<domain::DateMention> mentions = domain::find_dates(text.text, language, now);
    std::size_t at = 0;
    for (const domain::DateMention& mention : mentions) {
      require(mention.begin >= at && mention.begin < mention.end && mention.end <= text.text.size(),
              "mentions are in order and in range");
      require(!mention.minute || (*mention.minute >= 0 && *mention.minute < 24 * 60), "a minute is one of a day");
      at = mention.end;
    }
    const domain::When when = domain::combine(mentions, now);
    require(!when.minute || when.day, "a time has a day");
    const absl::Time said = absl::FromCivil(now, absl::UTCTimeZone());
    const std::vector<domain::Promise> promises = finder().find(text, original, language, said, absl::UTCTimeZone());
    require(promises.size() <= 3, "at most three promises");
    for (const domain::Promise& promise : promises) {
      require(!promise.due || (*promise.due > absl::InfinitePast() && *promise.due < absl::InfiniteFuture()),
              "a due time is a time");
    }
  }
  return 0;
}
