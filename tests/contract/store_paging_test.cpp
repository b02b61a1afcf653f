// Lists in pages.
#include <set>

#include "tests/contract/access.h"
#include "tests/contract/engines.h"

namespace aandacht::store {
namespace {

void add_calls(Store& store, int count, int first_second = 0) {
  must_write(store, [&](Transaction& t) {
    for (int i = 0; i < count; ++i) {
      CallRecord call;
      call.call_id = "call-" + std::to_string(first_second + i);
      call.agent_id = i % 2 == 0 ? "anna" : "bob";
      call.rang = absl::FromUnixSeconds(1700000000 + first_second + i / 3);  // three at a time
      if (absl::Status status = t.save_call(call); !status.ok()) return status;
    }
    return absl::OkStatus();
  });
}

std::vector<std::string> all_calls(Store& store, const std::string& agent, int page_size) {
  std::vector<std::string> ids;
  std::string token;
  do {
    const auto page = must_answer(store, [&](Reads& r) { return r.calls(agent, page_size, token); });
    for (const CallRecord& call : page.rows) ids.push_back(call.call_id);
    token = page.next;
  } while (!token.empty());
  return ids;
}

AANDACHT_STORE_CONTRACT("every call is on one page exactly, newest first, whatever the page size") {
  TestType engine;
  const auto store = engine.open();
  add_calls(*store, 60);
  const std::vector<std::string> in_one = all_calls(*store, "", 500);
  CHECK(in_one.size() == 60);
  CHECK(std::set<std::string>(in_one.begin(), in_one.end()).size() == 60);
  CHECK(in_one.front() == "call-59");
  for (const int size : {1, 7, 59, 60, 61}) CHECK(all_calls(*store, "", size) == in_one);
  CHECK(all_calls(*store, "anna", 7).size() == 30);
  CHECK(all_calls(*store, "nobody", 7).empty());
}

AANDACHT_STORE_CONTRACT("a call that comes in while a list is paged moves no other call") {
  TestType engine;
  const auto store = engine.open();
  add_calls(*store, 20);
  const auto first = must_answer(*store, [](Reads& r) { return r.calls("", 10, ""); });
  add_calls(*store, 5, 1000);
  const auto second = must_answer(*store, [&](Reads& r) { return r.calls("", 10, first.next); });
  std::set<std::string> seen;
  for (const auto* page : {&first, &second}) {
    for (const CallRecord& call : page->rows) CHECK(seen.insert(call.call_id).second);
  }
  CHECK(seen.size() == 20);
  CHECK(second.next.empty());
}

AANDACHT_STORE_CONTRACT("a page size of 0 is 50, one above 500 is 500, one below 0 is refused") {
  TestType engine;
  const auto store = engine.open();
  add_calls(*store, 501);
  CHECK(must_answer(*store, [](Reads& r) { return r.calls("", 0, ""); }).rows.size() == 50);
  CHECK(must_answer(*store, [](Reads& r) { return r.calls("", 100000, ""); }).rows.size() == 500);
  const auto refused = answer(*store, [](Reads& r) { return r.calls("", -1, ""); });
  CHECK(refused.status() == absl::InvalidArgumentError("page_size: is negative"));
}

AANDACHT_STORE_CONTRACT("a page token that is changed, cut, or of another list is refused") {
  TestType engine;
  const auto store = engine.open();
  add_calls(*store, 20);
  const std::string token = must_answer(*store, [](Reads& r) { return r.calls("anna", 5, ""); }).next;
  REQUIRE_FALSE(token.empty());
  const auto refuses = [](const auto& result) { return absl::IsInvalidArgument(result.status()); };
  for (const std::string& bad :
       {token + "A", token.substr(1), token.substr(0, 8), std::string("5"), std::string("é"), std::string(5000, 'A')}) {
    CHECK(refuses(answer(*store, [&](Reads& r) { return r.calls("anna", 5, bad); })));
  }
  CHECK(refuses(answer(*store, [&](Reads& r) { return r.calls("bob", 5, token); })));
  CHECK(refuses(answer(*store, [&](Reads& r) { return r.calls("", 5, token); })));
  CHECK(refuses(answer(*store, [&](Reads& r) { return r.turns("call-1", 5, token); })));
  CHECK(refuses(answer(*store, [&](Reads& r) { return r.customers(5, token); })));
  CHECK(must_answer(*store, [&](Reads& r) { return r.calls("anna", 5, token); }).rows.size() == 5);
}

AANDACHT_STORE_CONTRACT("customers come in the order of their keys, also with keys outside ASCII") {
  TestType engine;
  const auto store = engine.open();
  const std::vector<std::string> keys = {"1", "10", "2", "Z", "a", "zz", "é", "\xF0\x9F\x98\x80"};
  must_write(*store, [&](Transaction& t) {
    for (auto key = keys.rbegin(); key != keys.rend(); ++key) {
      if (absl::Status status = t.save_customer({.external_id = *key}); !status.ok()) return status;
    }
    return absl::OkStatus();
  });
  std::vector<std::string> read;
  std::string token;
  do {
    const auto page = must_answer(*store, [&](Reads& r) { return r.customers(3, token); });
    for (const domain::Customer& customer : page.rows) read.push_back(customer.external_id);
    token = page.next;
  } while (!token.empty());
  CHECK(read == keys);
}

}  // namespace
}  // namespace aandacht::store
