// Short ways to write to and read from a store in a test.
#pragma once

#include <string>
#include <utility>

#include "service/store/store.h"
#include "tests/support/catch.h"

namespace aandacht::store {

/// Writes what `work` (Transaction& → void or Status) writes; it must succeed.
template <typename Work>
void must_write(Store& store, Work work) {
  const absl::Status status = store.write([&](Transaction& transaction) { return work(transaction); });
  INFO(status);
  REQUIRE(status.ok());
}

/// What `ask` (Reads& → StatusOr<T>) answers on a snapshot of its own.
template <typename Ask>
auto answer(Store& store, Ask ask) {
  decltype(ask(std::declval<Reads&>())) result = absl::UnknownError("not asked");
  const absl::Status status = store.read([&](Reads& reads) {
    result = ask(reads);
    return absl::OkStatus();
  });
  INFO(status);
  REQUIRE(status.ok());
  return result;
}

/// The same, which must succeed.
template <typename Ask>
auto must_answer(Store& store, Ask ask) {
  auto result = answer(store, ask);
  INFO(result.status());
  REQUIRE(result.ok());
  return *std::move(result);
}

/// True when the message of a failure has `part` in it.
inline bool says(const absl::Status& status, const std::string& part) {
  UNSCOPED_INFO(status);
  return std::string(status.message()).find(part) != std::string::npos;
}

inline domain::Event wake(const std::string& id, int second = 0) {
  return {id, absl::FromUnixSeconds(1700000000 + second), domain::WokeUp{}};
}

inline domain::Desk desk_at(const std::string& agent_id, std::int64_t version) {
  domain::Desk desk;
  desk.agent_id = agent_id;
  desk.version = version;
  return desk;
}

inline bool knows(Store& store, const std::string& id) {
  return must_answer(store, [&](Reads& reads) { return reads.knows_event(id); });
}

}  // namespace aandacht::store
