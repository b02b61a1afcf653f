// The log of events, desks, and what a transaction promises.
#include <stdexcept>

#include "tests/contract/access.h"
#include "tests/contract/engines.h"
#include "tests/support/generate.h"

namespace aandacht::store {
namespace {

AANDACHT_STORE_CONTRACT("an event id that was committed is refused and changes nothing") {
  TestType engine;
  const auto store = engine.open();
  must_write(*store, [](Transaction& t) { return t.append_event("anna", wake("e1")); });
  const absl::Status again = store->write([](Transaction& t) {
    CHECK(t.save_desk(desk_at("anna", 9)).ok());
    return t.append_event("bob", wake("e1"));
  });
  CHECK(absl::IsAlreadyExists(again));
  CHECK(must_answer(*store, [](Reads& r) { return r.events("anna", 0, 10); }).size() == 1);
  CHECK(must_answer(*store, [](Reads& r) { return r.events("bob", 0, 10); }).empty());
  CHECK_FALSE(must_answer(*store, [](Reads& r) { return r.desk("anna"); }).has_value());
}

AANDACHT_STORE_CONTRACT("an id is refused twice in one transaction, and as request after event and the other way") {
  TestType engine;
  const auto store = engine.open();
  must_write(*store, [](Transaction& t) {
    CHECK(t.append_event("anna", wake("e1")).ok());
    CHECK(absl::IsAlreadyExists(t.append_event("anna", wake("e1"))));
    CHECK(absl::IsAlreadyExists(t.note_request("e1", absl::UnixEpoch())));
    CHECK(t.note_request("r1", absl::UnixEpoch()).ok());
    CHECK(absl::IsAlreadyExists(t.note_request("r1", absl::UnixEpoch())));
    CHECK(absl::IsAlreadyExists(t.append_event("anna", wake("r1"))));
    return absl::OkStatus();
  });
  CHECK(must_answer(*store, [](Reads& r) { return r.events("anna", 0, 10); }).size() == 1);
}

AANDACHT_STORE_CONTRACT(
    "the ids of events, requests and turns are known once committed, and inside their transaction") {
  TestType engine;
  const auto store = engine.open();
  must_write(*store, [](Transaction& t) {
    CHECK(t.append_event("anna", wake("e1")).ok());
    CHECK(t.note_request("r1", absl::UnixEpoch()).ok());
    CHECK(t.append_turn({.utterance_id = "u1", .call_id = "c1", .text = "dag"}).ok());
    CHECK(*t.knows_event("e1"));
    return absl::OkStatus();
  });
  for (const char* id : {"e1", "r1", "u1"}) CHECK(knows(*store, id));
  for (const char* id : {"", "E1", "e", "e1 "}) CHECK_FALSE(knows(*store, id));
}

AANDACHT_STORE_CONTRACT("work that fails leaves nothing behind and its status comes back") {
  TestType engine;
  const auto store = engine.open();
  const absl::Status status = store->write([](Transaction& t) {
    CHECK(t.append_event("anna", wake("e1")).ok());
    CHECK(t.note_request("r1", absl::UnixEpoch()).ok());
    CHECK(t.save_desk(desk_at("anna", 1)).ok());
    CHECK(t.save_customer({.external_id = "k1", .name = "Noor", .phones = {"+31600000001"}}).ok());
    return absl::AbortedError("changed my mind");
  });
  CHECK(status == absl::AbortedError("changed my mind"));
  CHECK_FALSE(knows(*store, "e1"));
  CHECK_FALSE(knows(*store, "r1"));
  CHECK(must_answer(*store, [](Reads& r) { return r.agents(); }).empty());
  CHECK(absl::IsNotFound(answer(*store, [](Reads& r) { return r.customer("k1"); }).status()));
  CHECK(absl::IsNotFound(answer(*store, [](Reads& r) { return r.customer_by_phone("+31600000001"); }).status()));
  must_write(*store, [](Transaction& t) { return t.append_event("anna", wake("e1")); });
}

AANDACHT_STORE_CONTRACT("work that throws leaves nothing behind and the store goes on") {
  TestType engine;
  const auto store = engine.open();
  CHECK_THROWS_AS(store->write([](Transaction& t) -> absl::Status {
    CHECK(t.append_event("anna", wake("e1")).ok());
    throw std::runtime_error("out of luck");
  }),
                  std::runtime_error);
  CHECK_FALSE(knows(*store, "e1"));
  must_write(*store, [](Transaction& t) { return t.append_event("anna", wake("e1")); });
}

AANDACHT_STORE_CONTRACT("what work wrote before an id that was taken is kept when work says so") {
  TestType engine;
  const auto store = engine.open();
  must_write(*store, [](Transaction& t) { return t.append_event("anna", wake("e1")); });
  must_write(*store, [](Transaction& t) {
    CHECK(absl::IsAlreadyExists(t.append_event("anna", wake("e1"))));
    return t.append_event("anna", wake("e2"));
  });
  CHECK(knows(*store, "e2"));
}

AANDACHT_STORE_CONTRACT("the events of a desk come in the order they were applied, from any count on") {
  TestType engine;
  const auto store = engine.open();
  test::Generate generate(31);
  std::vector<domain::Event> sent;
  for (int i = 0; i < 40; ++i) {
    domain::Event event = generate.event();
    event.id = "e" + std::to_string(i);
    sent.push_back(event);
    must_write(*store, [&](Transaction& t) { return t.append_event(i % 4 == 3 ? "bob" : "anna", event); });
  }
  std::vector<domain::Event> annas;
  for (std::size_t i = 0; i < sent.size(); ++i) {
    if (i % 4 != 3) annas.push_back(sent[i]);
  }
  CHECK(must_answer(*store, [](Reads& r) { return r.events("anna", 0, 100); }) == annas);
  const auto some = must_answer(*store, [](Reads& r) { return r.events("anna", 10, 5); });
  CHECK(some == std::vector<domain::Event>(annas.begin() + 10, annas.begin() + 15));
  CHECK(must_answer(*store, [](Reads& r) { return r.events("anna", 30, 5); }).empty());
  CHECK(must_answer(*store, [](Reads& r) { return r.events("anna", 0, 0); }).empty());
  CHECK(must_answer(*store, [](Reads& r) { return r.events("nobody", 0, 5); }).empty());
}

AANDACHT_STORE_CONTRACT("every desk comes back as it was saved, also after the store was opened again") {
  TestType engine;
  test::Generate generate(32);
  std::vector<domain::Desk> desks;
  for (int i = 0; i < 30; ++i) {
    desks.push_back(generate.desk());
    desks.back().agent_id = "agent" + std::to_string(i % 10);  // the later replaces the earlier
  }
  {
    const auto store = engine.open();
    for (const domain::Desk& desk : desks) must_write(*store, [&](Transaction& t) { return t.save_desk(desk); });
  }
  const auto store = engine.open();
  CHECK(must_answer(*store, [](Reads& r) { return r.agents(); }).size() == 10);
  for (std::size_t i = 20; i < 30; ++i) {
    const auto desk = must_answer(*store, [&](Reads& r) { return r.desk(desks[i].agent_id); });
    REQUIRE(desk.has_value());
    CHECK(*desk == desks[i]);
  }
}

AANDACHT_STORE_CONTRACT("a desk that does not exist yet is absent, not an error") {
  TestType engine;
  const auto store = engine.open();
  CHECK_FALSE(must_answer(*store, [](Reads& r) { return r.desk("anna"); }).has_value());
}

}  // namespace
}  // namespace aandacht::store
