#include "client/softphone/baresip_lists.h"

#include "tests/support/catch.h"

namespace aandacht::softphone {
namespace {

TEST_CASE("listcalls is read line by line") {
  const auto calls = read_listcalls(
      "\n--- Active calls (3) ---\n"
      "  [line 1]  0:00:06  ESTABLISHED  (on hold)  sip:+31200000001@127.0.0.1:57007\n"
      "> [line 2]  0:00:01  ESTABLISHED             sip:+31200000002@127.0.0.1:32778\n"
      "  [line 3]  0:00:00   INCOMING             sip:anonymous@anonymous.invalid\n\n");
  REQUIRE(calls.size() == 3);
  CHECK(calls[0] == ListedCall{false, true, true, "sip:+31200000001@127.0.0.1:57007"});
  CHECK(calls[1] == ListedCall{true, true, false, "sip:+31200000002@127.0.0.1:32778"});
  CHECK(calls[2] == ListedCall{false, false, false, "sip:anonymous@anonymous.invalid"});
}

TEST_CASE("listcalls with colours, without calls or with nonsense is read without harm") {
  CHECK(read_listcalls("\n--- Active calls (0) ---\n\n").empty());
  CHECK(read_listcalls("").empty());
  CHECK(read_listcalls("[line 1] zonder adres\n\x1b[").empty());
  const auto coloured = read_listcalls("\x1b[32m> [line 1]  0:00:06  ESTABLISHED\x1b[;m  sip:1@h\n");
  REQUIRE(coloured.size() == 1);
  CHECK(coloured[0].current);
  CHECK(coloured[0].established);
}

TEST_CASE("callstat gives id, caller and direction") {
  const CallStat stat = read_callstat(
      "\n===== Call debug (ESTABLISHED) =====\n local_uri:  <sip:agent@127.0.0.1:5070>\n"
      " peer_uri:  \"Jan \\\"de\\\" Vries\" <sip:+31612345678@127.0.0.1:40819>\n"
      " af=AF_INET id=1-25130@127.0.0.1\n direction: Outgoing\nSDP session\n");
  CHECK(stat == CallStat{"1-25130@127.0.0.1", "sip:+31612345678@127.0.0.1:40819", "Jan \"de\" Vries",
                         domain::CallDirection::kOutgoing});
  CHECK(read_callstat("\n(no active calls)\n").id.empty());
}

}  // namespace
}  // namespace aandacht::softphone
