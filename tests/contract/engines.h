// The engines that the contract of a store is run on. Another engine adds a class like SqliteEngine and its name below.
#pragma once

#include <memory>
#include <string>
#include <utility>

#include "service/store/sqlite/sqlite.h"
#include "service/store/store.h"
#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"

namespace aandacht::store {

/// An empty store of its own; open() again gives the same store.
class SqliteEngine {
 public:
  std::unique_ptr<Store> open() {
    absl::StatusOr<std::unique_ptr<Store>> opened = sqlite::open(folder_.file("store.db"));
    INFO(opened.status());
    REQUIRE(opened.ok());
    return *std::move(opened);
  }

 private:
  test::TemporaryFolder folder_;
};

/// A test of the contract, run once for each engine, whose type is TestType.
#define AANDACHT_STORE_CONTRACT(name) TEMPLATE_TEST_CASE(name, "[store]", SqliteEngine)

}  // namespace aandacht::store
