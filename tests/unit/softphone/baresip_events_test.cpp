#include "client/softphone/baresip_events.h"

#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "client/softphone/netstring.h"
#include "nlohmann/json.hpp"
#include "tests/support/baresip_capture.h"
#include "tests/support/catch.h"

namespace aandacht::softphone {
namespace {

const absl::Time kNow = absl::FromUnixSeconds(1'795'302'180);

const char* name(CallEventKind kind) {
  switch (kind) {
    case CallEventKind::kRinging:
      return "ringing";
    case CallEventKind::kAnswered:
      return "answered";
    case CallEventKind::kHeld:
      return "held";
    case CallEventKind::kResumed:
      return "resumed";
    case CallEventKind::kEnded:
      return "ended";
    case CallEventKind::kUnknown:
      return "unknown";
  }
  return "?";
}

std::string describe(const CallEvent& event) {
  std::ostringstream line;
  line << event.call_id << ' ' << name(event.kind) << ' ' << event.number << " '" << event.name << "'";
  if (event.direction == domain::CallDirection::kOutgoing) line << " outgoing";
  if (event.ended_by == EndedBy::kAgent) line << " by agent";
  if (event.ended_by == EndedBy::kFarEnd) line << " by far end";
  return line.str();
}

/// A machine with its conversation: answers come from a script, events are written down.
class Conversation {
 public:
  Conversation() { connect(); }

  void connect() { machine_.connected(); }

  void disconnect() { note(machine_.disconnected(kNow)); }

  /// Sends one message; a recorded answer gets the token that the machine waits for.
  void receive(const std::string& payload) {
    nlohmann::json message = nlohmann::json::parse(payload);
    take_command();
    if (message.contains("response") && fits(message.value("data", ""))) {
      message["token"] = token_;
      awaited_.clear();
    }
    const auto events = machine_.message(message.dump(), kNow);
    REQUIRE(events.ok());
    note(*events);
  }

  void answer(const std::string& data, bool ok = true) {
    take_command();
    REQUIRE_FALSE(awaited_.empty());
    awaited_.clear();
    note(*machine_.message(nlohmann::json{{"response", true}, {"ok", ok}, {"data", data}, {"token", token_}}.dump(),
                           kNow));
  }

  void event(const std::string& type, const std::string& id, const std::string& number, const std::string& param = "",
             const std::string& direction = "incoming") {
    receive(nlohmann::json{
        {"event", true},
        {"type", type},
        {"class", "call"},
        {"direction", direction},
        {"peeruri", "sip:" + number + "@host"},
        {"id", id},
        {"param",
         param}}.dump());
  }

  /// The command that is due; empty: none.
  std::string command() {
    take_command();
    return awaited_;
  }

  std::vector<std::string> told() { return std::exchange(told_, {}); }

  BaresipEvents& machine() { return machine_; }

 private:
  void take_command() {
    if (const auto command = machine_.take_command(); command) {
      const nlohmann::json parsed = nlohmann::json::parse(*command);
      for (const auto& [member, value] : parsed.items()) {
        CHECK(value.is_string());
      }
      awaited_ = parsed["command"];
      token_ = parsed["token"];
    }
  }

  bool fits(const std::string& data) const {
    return (awaited_ == "listcalls" && data.starts_with("\n--- Active calls")) ||
           (awaited_ == "callstat" && data.starts_with("\n===== Call debug"));
  }

  void note(const BaresipEvents::Events& events) {
    for (const CallEvent& event : events) {
      told_.push_back(describe(event));
    }
  }

  BaresipEvents machine_;
  std::string awaited_, token_;
  std::vector<std::string> told_;
};

constexpr char kNoCalls[] = "\n--- Active calls (0) ---\n\n";

std::string listed(const std::vector<std::string>& lines) {
  std::string text = "\n--- Active calls (" + std::to_string(lines.size()) + ") ---\n";
  for (const std::string& line : lines) {
    text += line + "\n";
  }
  return text + "\n";
}

std::string stat(const std::string& id, const std::string& number, const std::string& direction = "Incoming") {
  return "\n===== Call debug (ESTABLISHED) =====\n local_uri:  <sip:agent@host>\n peer_uri:  Jan <sip:" + number +
         "@host>\n af=AF_INET id=" + id + "\n direction: " + direction + "\nSDP session\n";
}

/// What a capture tells when it is cut into pieces of `piece()` bytes.
std::vector<std::string> replay(const std::string& capture, const std::function<std::size_t()>& piece,
                                bool mid_call = false) {
  const std::string bytes = test::read_capture(capture);
  Conversation conversation;
  if (!mid_call) {
    conversation.answer(kNoCalls);
  }
  NetstringReader reader;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::string part = bytes.substr(at, piece());
    at += part.size();
    REQUIRE(reader.feed(part, [&](std::string_view payload) { conversation.receive(std::string(payload)); }).ok());
  }
  return conversation.told();
}

struct Capture {
  std::string file;
  std::vector<std::string> told;
};

const std::vector<Capture>& captures() {
  static const std::vector<Capture> all = {
      {"01-incoming-answer-hold-resume-callerhangup.bin",
       {"1-6780@127.0.0.1 ringing +31612345678 'Jan de Vries'", "1-6780@127.0.0.1 answered +31612345678 'Jan de Vries'",
        "1-6780@127.0.0.1 held +31612345678 'Jan de Vries'", "1-6780@127.0.0.1 resumed +31612345678 'Jan de Vries'",
        "1-6780@127.0.0.1 ended +31612345678 'Jan de Vries' by far end"}},
      {"02-agent-hangup.bin",
       {"1-7496@127.0.0.1 ringing 0201234567 ''", "1-7496@127.0.0.1 answered 0201234567 ''",
        "1-7496@127.0.0.1 ended 0201234567 '' by agent"}},
      {"03-caller-cancels.bin",
       {"1-10387@127.0.0.1 ringing +31101234567 'Mw. O’Brien \"Zoë\" Çelik'",
        "1-10387@127.0.0.1 ended +31101234567 'Mw. O’Brien \"Zoë\" Çelik' by far end"}},
      {"04-agent-rejects.bin", {"1-11120@127.0.0.1 ringing 0031 ''", "1-11120@127.0.0.1 ended 0031 '' by agent"}},
      {"05-anonymous-farhold-dtmf.bin",
       {"1-11923@127.0.0.1 ringing  ''", "1-11923@127.0.0.1 answered  ''", "1-11923@127.0.0.1 ended  '' by far end"}},
      {"06-autoanswer-spoken.bin",
       {"46398f2cec744f59 answered +31612345678 'Jan de Vries'",
        "46398f2cec744f59 ended +31612345678 'Jan de Vries' by far end"}},
      {"07-two-calls.bin",
       {"1-16767@127.0.0.1 ringing +31200000001 'Eerste'", "1-16767@127.0.0.1 answered +31200000001 'Eerste'",
        "1-17505@127.0.0.1 ringing +31200000002 'Tweede'", "1-17505@127.0.0.1 answered +31200000002 'Tweede'",
        "1-16767@127.0.0.1 held +31200000001 'Eerste'", "1-16767@127.0.0.1 resumed +31200000001 'Eerste'",
        "1-17505@127.0.0.1 ended +31200000002 'Tweede' by far end"}},
      {"09-registered-via-kamailio.bin",
       {"1-18786@127.0.0.1 ringing +31698765432 'Kamailio'", "1-18786@127.0.0.1 answered +31698765432 'Kamailio'",
        "1-18786@127.0.0.1 ended +31698765432 'Kamailio' by far end"}},
      {"10-outgoing.bin",
       {"0f1807c0ea26391e ringing klant '' outgoing", "0f1807c0ea26391e answered klant '' outgoing",
        "0f1807c0ea26391e ended klant '' outgoing by agent"}},
      {"11-register-ok-removed.bin", {}},
      {"11-register-refused.bin", {}},
  };
  return all;
}

TEST_CASE("every recorded call tells its events, byte by byte and in odd pieces") {
  for (const Capture& capture : captures()) {
    INFO(capture.file);
    for (const std::size_t size : {1, 2, 3, 7, 100, 1'000'000}) {
      CHECK(replay(capture.file, [size] { return size; }) == capture.told);
    }
    std::mt19937 random(7);
    CHECK(replay(capture.file, [&] { return 1 + random() % 50; }) == capture.told);
  }
}

TEST_CASE("connected in mid-call, the call is found") {
  CHECK(replay(
            "13-connect-mid-call.bin", [] { return std::size_t{64}; }, true) ==
        std::vector<std::string>{"1-25130@127.0.0.1 answered +31612345678 'Jan'"});
}

TEST_CASE("one command at a time: the next waits for the answer") {
  Conversation phone;
  CHECK(phone.command() == "listcalls");
  phone.machine().ask(PhoneAction::kAnswer);
  phone.machine().ask(PhoneAction::kHold);
  CHECK_FALSE(phone.machine().take_command().has_value());
  phone.answer(kNoCalls);
  CHECK(phone.command() == "accept");
  CHECK_FALSE(phone.machine().take_command().has_value());
  phone.answer("Answering incoming call\n");
  CHECK(phone.command() == "hold");
  CHECK(phone.machine().awaits_answer());
  phone.machine().give_up_answer(kNow);
  CHECK_FALSE(phone.machine().awaits_answer());
}

TEST_CASE("an end of file leaves calls unknown, and a reconnect tells how they stand") {
  Conversation phone;
  phone.answer(kNoCalls);
  phone.event("CALL_INCOMING", "a", "101");
  phone.event("CALL_ESTABLISHED", "a", "101");
  phone.told();
  phone.disconnect();
  CHECK(phone.told() == std::vector<std::string>{"a unknown 101 ''"});
  phone.connect();

  SECTION("still there") {
    phone.answer(listed({"> [line 1]  0:00:09  ESTABLISHED             sip:101@host"}));
    phone.answer(stat("a", "101"));
    CHECK(phone.told() == std::vector<std::string>{"a answered 101 ''"});
  }
  SECTION("held meanwhile, and resumed while away again") {
    phone.answer(listed({"> [line 1]  0:00:09  ESTABLISHED  (on hold)  sip:101@host"}));
    phone.answer(stat("a", "101"));
    CHECK(phone.told() == std::vector<std::string>{"a held 101 ''"});
    phone.disconnect();
    phone.connect();
    phone.answer(listed({"> [line 1]  0:00:19  ESTABLISHED             sip:101@host"}));
    phone.answer(stat("a", "101"));
    CHECK(phone.told() == std::vector<std::string>{"a unknown 101 ''", "a resumed 101 ''"});
  }
  SECTION("gone: it ended while nobody listened") {
    phone.answer(kNoCalls);
    CHECK(phone.told() == std::vector<std::string>{"a ended 101 ''"});
  }
  SECTION("another call of the same caller") {
    phone.answer(listed({"> [line 1]  0:00:01  ESTABLISHED             sip:101@host"}));
    phone.answer(stat("b", "101"));
    CHECK(phone.told() == std::vector<std::string>{"b answered 101 'Jan'", "a ended 101 ''"});
  }
  SECTION("callstat is not there: the caller tells which call it is") {
    phone.answer(listed({"> [line 1]  0:00:09  ESTABLISHED             sip:101@host"}));
    phone.answer("command not found (callstat)\n", false);
    CHECK(phone.told() == std::vector<std::string>{"a answered 101 ''"});
  }
  SECTION("it ends before the answers come") {
    phone.answer(listed({"> [line 1]  0:00:09  ESTABLISHED             sip:101@host"}));
    phone.event("CALL_CLOSED", "a", "101", "Connection reset by peer");
    phone.answer("\n(no active calls)\n");
    CHECK(phone.told() == std::vector<std::string>{"a ended 101 '' by far end"});
  }
  SECTION("a new call rings before the answers come") {
    phone.event("CALL_INCOMING", "c", "202");
    phone.answer(kNoCalls);
    CHECK(phone.told() == std::vector<std::string>{"c ringing 202 ''", "a ended 101 ''"});
  }
}

TEST_CASE("a ringing call is found after connecting") {
  Conversation phone;
  phone.answer(listed({"> [line 1]  0:00:00   INCOMING             sip:101@host"}));
  phone.answer(stat("a", "101"));
  CHECK(phone.told() == std::vector<std::string>{"a ringing 101 'Jan'"});
}

TEST_CASE("holds told by a newer baresip count for the far end, and each side's hold on its own") {
  Conversation phone;
  phone.answer(kNoCalls);
  phone.event("CALL_INCOMING", "a", "101");
  phone.event("CALL_ESTABLISHED", "a", "101");
  phone.told();
  phone.event("CALL_HOLD", "a", "101");
  CHECK(phone.told() == std::vector<std::string>{"a held 101 ''"});
  phone.event("CALL_REMOTE_SDP", "a", "101", "answer");
  phone.answer(listed({"> [line 1]  0:00:09  ESTABLISHED  (on hold)  sip:101@host"}));
  phone.event("CALL_RESUME", "a", "101");
  CHECK(phone.told().empty());
  phone.event("CALL_REMOTE_SDP", "a", "101", "answer");
  phone.answer(listed({"> [line 1]  0:00:12  ESTABLISHED             sip:101@host"}));
  CHECK(phone.told() == std::vector<std::string>{"a resumed 101 ''"});
}

TEST_CASE("two calls of one caller are held each by its own line") {
  Conversation phone;
  phone.answer(kNoCalls);
  for (const char* id : {"z", "a"}) {
    phone.event("CALL_INCOMING", id, "101");
    phone.event("CALL_ESTABLISHED", id, "101");
  }
  phone.told();
  phone.event("CALL_REMOTE_SDP", "z", "101", "answer");
  phone.answer(listed({"  [line 1]  0:00:09  ESTABLISHED  (on hold)  sip:101@host",
                       "> [line 2]  0:00:01  ESTABLISHED             sip:101@host"}));
  CHECK(phone.told() == std::vector<std::string>{"z held 101 ''"});
}

TEST_CASE("an end without a beginning is told, an unknown type is nothing") {
  Conversation phone;
  phone.answer(kNoCalls);
  phone.event("CALL_CLOSED", "nooit", "101", "Connection reset by user");
  CHECK(phone.told() == std::vector<std::string>{"nooit ended 101 '' by agent"});
  phone.event("CALL_RTCP", "nooit", "101", "audio");
  phone.event("CALL_HYPERSPACE", "nooit", "101");
  phone.event("CALL_REMOTE_SDP", "nooit", "101", "answer");
  phone.event("CALL_RINGING", "nooit", "101");
  CHECK(phone.told().empty());
  CHECK(phone.command().empty());
}

TEST_CASE("while calls are held off, one that rings is refused and not told of") {
  Conversation phone;
  phone.answer(kNoCalls);
  CHECK(phone.machine().hold_off(true, kNow).empty());
  phone.event("CALL_INCOMING", "a", "101");
  CHECK(phone.command() == "hangup");
  phone.event("CALL_CLOSED", "a", "101", "Connection reset by user");
  phone.answer("");
  phone.answer(kNoCalls);
  CHECK(phone.told().empty());
  CHECK(phone.command().empty());

  CHECK(phone.machine().hold_off(false, kNow).empty());
  phone.event("CALL_INCOMING", "b", "101");
  CHECK(phone.told() == std::vector<std::string>{"b ringing 101 ''"});
}

TEST_CASE("two calls that come in one moment are both refused, one command after another") {
  Conversation phone;
  phone.answer(kNoCalls);
  CHECK(phone.machine().hold_off(true, kNow).empty());
  phone.event("CALL_INCOMING", "a", "101");
  phone.event("CALL_INCOMING", "b", "202");
  CHECK(phone.command() == "hangup");
  phone.event("CALL_CLOSED", "b", "202", "Connection reset by user");
  phone.answer("");
  CHECK(phone.command() == "hangup");
  phone.event("CALL_CLOSED", "a", "101", "Connection reset by user");
  phone.answer("");
  phone.answer(kNoCalls);
  CHECK(phone.told().empty());
  CHECK(phone.command().empty());
}

TEST_CASE("a call that rings on although it was refused is told of, and so is one whose refusal is not answered") {
  Conversation phone;
  phone.answer(kNoCalls);
  CHECK(phone.machine().hold_off(true, kNow).empty());
  phone.event("CALL_INCOMING", "a", "101");
  REQUIRE(phone.command() == "hangup");

  SECTION("the list says so") {
    phone.answer("");
    CHECK(phone.told().empty());
    phone.answer(listed({"> [line 1]  0:00:00   INCOMING             sip:101@host"}));
    CHECK(phone.told() == std::vector<std::string>{"a ringing 101 ''"});
  }
  SECTION("no answer") { CHECK(phone.machine().give_up_answer(kNow).size() == 1); }
}

TEST_CASE("a call that is answered although calls are held off is told from its ring on") {
  Conversation phone;
  phone.answer(kNoCalls);
  CHECK(phone.machine().hold_off(true, kNow).empty());
  phone.event("CALL_INCOMING", "a", "101");
  phone.event("CALL_ESTABLISHED", "a", "101");
  CHECK(phone.told() == std::vector<std::string>{"a ringing 101 ''", "a answered 101 ''"});
}

TEST_CASE("a refusal never ends a call that is spoken in, rings already or was dialled") {
  Conversation phone;
  phone.answer(kNoCalls);
  phone.event("CALL_INCOMING", "a", "101");
  SECTION("rings already") {}
  SECTION("is spoken in") { phone.event("CALL_ESTABLISHED", "a", "101"); }
  phone.told();
  CHECK(phone.machine().hold_off(true, kNow).empty());
  phone.event("CALL_INCOMING", "b", "202");
  CHECK(phone.told() == std::vector<std::string>{"b ringing 202 ''"});
  CHECK(phone.command().empty());
}

TEST_CASE("a refusal that waits for another answer is dropped when the call was answered meanwhile") {
  Conversation phone;  // listcalls of the connect is not answered yet.
  CHECK(phone.machine().hold_off(true, kNow).empty());
  REQUIRE(phone.command() == "listcalls");
  phone.event("CALL_INCOMING", "a", "101");
  phone.event("CALL_ESTABLISHED", "a", "101");
  phone.answer(kNoCalls);
  CHECK(phone.command() != "hangup");
}

TEST_CASE("a refusal that waits past the end of the hold-off is never written, and its call is told of") {
  Conversation phone;
  SECTION("behind another answer") {
    REQUIRE(phone.command() == "listcalls");
    CHECK(phone.machine().hold_off(true, kNow).empty());
    phone.event("CALL_INCOMING", "a", "101");
    const BaresipEvents::Events told = phone.machine().hold_off(false, kNow);
    REQUIRE(told.size() == 1);
    CHECK(told[0].call_id == "a");
    CHECK(told[0].kind == CallEventKind::kRinging);
    phone.answer(kNoCalls);
    CHECK(phone.command() != "hangup");
  }
  SECTION("behind the refusal of another call, which the list tells apart") {
    phone.answer(kNoCalls);
    CHECK(phone.machine().hold_off(true, kNow).empty());
    phone.event("CALL_INCOMING", "a", "101");
    phone.event("CALL_INCOMING", "b", "202");
    REQUIRE(phone.command() == "hangup");
    CHECK(phone.machine().hold_off(false, kNow).empty());
    phone.event("CALL_CLOSED", "b", "202", "Connection reset by user");
    phone.answer("");
    REQUIRE(phone.command() == "listcalls");
    phone.answer(listed({"> [line 1]  0:00:00   INCOMING             sip:101@host"}));
    CHECK(phone.told() == std::vector<std::string>{"a ringing 101 ''"});
    CHECK(phone.command().empty());
  }
}

TEST_CASE(
    "after a reconnect in the middle a call that still rings is refused again, one that is gone was never there") {
  Conversation phone;
  phone.answer(kNoCalls);
  CHECK(phone.machine().hold_off(true, kNow).empty());
  phone.event("CALL_INCOMING", "a", "101");
  phone.disconnect();
  phone.connect();
  SECTION("still rings") {
    phone.answer(listed({"> [line 1]  0:00:00   INCOMING             sip:101@host"}));
    phone.answer(stat("a", "101"));
    CHECK(phone.command() == "hangup");
  }
  SECTION("gone") { phone.answer(kNoCalls); }
  CHECK(phone.told().empty());
}

TEST_CASE("when baresip leaves its calls have ended") {
  Conversation phone;
  phone.answer(kNoCalls);
  phone.event("CALL_INCOMING", "a", "101");
  phone.told();
  phone.receive(R"({"event":true,"type":"SHUTDOWN","class":"application"})");
  CHECK(phone.told().empty());
  phone.receive(R"({"event":true,"type":"EXIT","class":"application"})");
  CHECK(phone.told() == std::vector<std::string>{"a ended 101 ''"});
  CHECK(phone.machine().leaving());
}

TEST_CASE("bad messages change nothing") {
  BaresipEvents machine;
  machine.connected();
  for (const char* payload : {"", "{", "not json", "[1,2]", "7", "null", "\xff\xfe", "{\"event\":tru}"}) {
    INFO(payload);
    CHECK(absl::IsInvalidArgument(machine.message(payload, kNow).status()));
  }
  for (const char* payload :
       {"{}", R"({"event":1,"type":7})", R"({"event":true})", R"({"event":true,"type":"CALL_INCOMING","id":7})",
        R"({"response":true})", R"({"response":true,"token":"a99","data":"x"})", R"({"response":true,"token":5})"}) {
    INFO(payload);
    const auto events = machine.message(payload, kNow);
    REQUIRE(events.ok());
    CHECK(events->empty());
  }
}

TEST_CASE("a broken softphone that begins calls without end does not fill the memory") {
  Conversation phone;
  phone.answer(kNoCalls);
  for (int i = 0; i < 1000; ++i) {
    phone.event("CALL_INCOMING", "call-" + std::to_string(i), "101");
  }
  phone.told();
  phone.disconnect();
  CHECK(phone.told().size() == 64);
}

}  // namespace
}  // namespace aandacht::softphone
