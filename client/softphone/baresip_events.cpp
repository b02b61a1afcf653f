#include "client/softphone/baresip_events.h"

#include <algorithm>
#include <utility>

#include "client/softphone/sip_text.h"
#include "nlohmann/json.hpp"
#include "shared/base/utf8.h"

namespace aandacht::softphone {
namespace {

constexpr char kListCalls[] = "listcalls";
constexpr char kCallStat[] = "callstat";
constexpr char kHangUp[] = "hangup";
constexpr char kRefuse[] = "refuse";    // Not baresip's: a hangup that is written only while it can hit nothing else.
constexpr std::size_t kMostCalls = 64;  // A softphone has a handful; a broken one must not fill the memory.

std::string text_of(const nlohmann::json& object, const char* member) {
  const auto found = object.find(member);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

bool is_true(const nlohmann::json& object, const char* member) {
  const auto found = object.find(member);
  return found != object.end() && found->is_boolean() && found->get<bool>();
}

EndedBy ended_by(std::string_view reason) {
  if (reason == "Connection reset by peer") {
    return EndedBy::kFarEnd;
  }
  return reason == "Connection reset by user" ? EndedBy::kAgent : EndedBy::kUnknown;
}

const char* command_of(PhoneAction action) {
  switch (action) {
    case PhoneAction::kAnswer:
      return "accept";
    case PhoneAction::kHold:
      return "hold";
    case PhoneAction::kResume:
      return "resume";
    case PhoneAction::kHangUp:
      return kHangUp;
  }
  return kListCalls;
}

}  // namespace

/// The members of a message that matter; those that are missing or of another type are empty.
struct BaresipEvents::Message {
  explicit Message(const nlohmann::json& object)
      : is_event(is_true(object, "event")),
        is_response(is_true(object, "response")),
        ok(is_true(object, "ok")),
        type(text_of(object, "type")),
        id(text_of(object, "id")),
        direction(text_of(object, "direction")),
        peer_uri(text_of(object, "peeruri")),
        peer_name(text_of(object, "peerdisplayname")),
        param(text_of(object, "param")),
        data(text_of(object, "data")),
        token(text_of(object, "token")) {}

  bool is_event, is_response, ok;
  std::string type, id, direction, peer_uri, peer_name, param, data, token;
};

void BaresipEvents::connected() {
  for (auto& [id, call] : calls_) {
    call.stale = true;
  }
  wanted_.assign(1, kListCalls);
  awaited_.clear();
  resync_lines_.clear();
  resyncing_ = true;
  leaving_ = false;
}

BaresipEvents::Events BaresipEvents::disconnected(absl::Time now) {
  Events events;
  // Of those that were refused nobody was told; after a reconnect they are looked at anew.
  std::erase_if(calls_, [](const auto& each) { return each.second.held_off; });
  for (auto& [id, call] : calls_) {
    tell(call, CallEventKind::kUnknown, now, events);
  }
  wanted_.clear();
  awaited_.clear();
  return events;
}

absl::StatusOr<BaresipEvents::Events> BaresipEvents::message(std::string_view payload, absl::Time now) {
  const nlohmann::json parsed = nlohmann::json::parse(base::to_valid_utf8(payload), nullptr, false);
  if (!parsed.is_object()) {
    return absl::InvalidArgumentError(parsed.is_discarded() ? "a message is not JSON" : "a message is not an object");
  }
  const Message message(parsed);
  if (message.is_response) {
    return answer(message, now);
  }
  return message.is_event ? event(message, now) : Events();
}

std::optional<std::string> BaresipEvents::take_command() {
  while (!wanted_.empty() && wanted_.front() == kRefuse && !may_refuse()) {
    wanted_.pop_front();
  }
  if (!awaited_.empty() || wanted_.empty()) {
    return std::nullopt;
  }
  awaited_ = wanted_.front();
  wanted_.pop_front();
  const std::string name = awaited_ == kRefuse ? kHangUp : awaited_;
  // Strings only: baresip 1.0.0 dies of anything else.
  const nlohmann::json command = {{"command", name}, {"token", "a" + std::to_string(++tokens_)}};
  return command.dump();
}

BaresipEvents::Events BaresipEvents::give_up_answer(absl::Time now) {
  Events events;
  if (resyncing_ && awaited_ == kCallStat) {
    reconcile(CallStat(), now, events);
  }
  for (auto& [id, call] : calls_) {
    stop_holding_off(call, now, events);
  }
  awaited_.clear();
  return events;
}

BaresipEvents::Events BaresipEvents::hold_off(bool on, absl::Time now) {
  Events events;
  holding_off_ = on;
  if (on || std::erase(wanted_, kRefuse) == 0) {
    return events;
  }
  if (awaited_ == kRefuse) {
    ask_once(kListCalls);  // One of them is being hung up; the list says which still ring.
    return events;
  }
  for (auto& [id, call] : calls_) {
    stop_holding_off(call, now, events);
  }
  return events;
}

void BaresipEvents::ask(PhoneAction action) { wanted_.push_back(command_of(action)); }

void BaresipEvents::ask_once(const std::string& command) {
  if (std::find(wanted_.begin(), wanted_.end(), command) == wanted_.end()) {
    wanted_.push_back(command);
  }
}

BaresipEvents::Call& BaresipEvents::know(const Message& message) {
  if (calls_.size() >= kMostCalls && !calls_.contains(message.id)) {
    const auto oldest = std::min_element(calls_.begin(), calls_.end(),
                                         [](const auto& a, const auto& b) { return a.second.order < b.second.order; });
    calls_.erase(oldest);
  }
  const auto [found, is_new] = calls_.try_emplace(message.id);
  Call& call = found->second;
  if (is_new) {
    call.order = ++calls_seen_;
    call.last.call_id = message.id;
    call.last.direction =
        message.direction == "outgoing" ? domain::CallDirection::kOutgoing : domain::CallDirection::kIncoming;
  }
  call.stale = false;
  if (!message.peer_uri.empty()) {
    call.uri = message.peer_uri;
    call.last.number = number_of(message.peer_uri);
    call.last.name = is_withheld(message.peer_uri) ? std::string() : clean_name(message.peer_name);
  }
  return call;
}

void BaresipEvents::tell(Call& call, CallEventKind kind, absl::Time now, Events& events) {
  if (call.last.kind == kind) {
    return;
  }
  call.last.kind = kind;
  call.last.time = now;
  events.push_back(call.last);
}

void BaresipEvents::tell_hold(Call& call, absl::Time now, Events& events) {
  const bool held = call.held_here || call.held_there;
  if (held) {
    tell(call, CallEventKind::kHeld, now, events);
  } else if (call.last.kind == CallEventKind::kHeld) {
    tell(call, CallEventKind::kResumed, now, events);
  }
}

void BaresipEvents::close(const std::string& id, EndedBy by, absl::Time now, Events& events) {
  const auto found = calls_.find(id);
  found->second.last.ended_by = by;
  if (!found->second.held_off) {
    tell(found->second, CallEventKind::kEnded, now, events);
  }
  calls_.erase(found);
}

/// True when a hangup can end nothing but calls that are to be refused.
bool BaresipEvents::may_refuse() const {
  bool any = false;
  for (const auto& [id, call] : calls_) {
    if (!call.held_off) {
      return false;
    }
    any = true;
  }
  return any;
}

void BaresipEvents::ring(Call& call, absl::Time now, Events& events) {
  const bool is_new = call.last.kind == CallEventKind::kUnknown && !call.held_off;
  if (holding_off_ && is_new && call.last.direction == domain::CallDirection::kIncoming) {
    call.held_off = true;
    if (may_refuse()) {
      // Before any question: while that is answered the phone rings.
      wanted_.push_front(kRefuse);
      return;
    }
    call.held_off = false;
  }
  if (!call.held_off) {
    tell(call, CallEventKind::kRinging, now, events);
  }
}

/// A call that rings on although it was refused is one that the agent has to see.
void BaresipEvents::check_refused(const std::vector<ListedCall>& lines, absl::Time now, Events& events) {
  if (std::find(wanted_.begin(), wanted_.end(), kRefuse) != wanted_.end()) {
    return;
  }
  for (auto& [id, call] : calls_) {
    const bool rings = std::any_of(lines.begin(), lines.end(), [&uri = call.uri](const ListedCall& line) {
      return !line.established && line.uri == uri;
    });
    if (rings) {
      stop_holding_off(call, now, events);
    }
  }
}

/// It is a call as any other after all.
void BaresipEvents::stop_holding_off(Call& call, absl::Time now, Events& events) {
  if (call.held_off) {
    call.held_off = false;
    tell(call, CallEventKind::kRinging, now, events);
  }
}

BaresipEvents::Events BaresipEvents::event(const Message& message, absl::Time now) {
  Events events;
  if (message.type == "SHUTDOWN" || message.type == "EXIT") {
    leaving_ = true;
    while (message.type == "EXIT" && !calls_.empty()) {
      close(calls_.begin()->first, EndedBy::kUnknown, now, events);
    }
    return events;
  }
  // The first CALL_LOCAL_SDP of an outgoing call has no id yet.
  return message.id.empty() ? events : call_event(message, now);
}

BaresipEvents::Events BaresipEvents::call_event(const Message& message, absl::Time now) {
  Events events;
  const std::string& type = message.type;
  const bool is_outgoing = message.direction == "outgoing";
  if (type == "CALL_INCOMING" || (is_outgoing && (type == "CALL_RINGING" || type == "CALL_PROGRESS"))) {
    Call& call = know(message);
    if (!call.established) {
      ring(call, now, events);
    }
  } else if (type == "CALL_ESTABLISHED") {
    Call& call = know(message);
    stop_holding_off(call, now, events);
    call.established = true;
    tell(call, CallEventKind::kAnswered, now, events);
  } else if (type == "CALL_CLOSED") {
    know(message);
    close(message.id, ended_by(message.param), now, events);
  } else if (const auto known = calls_.find(message.id); known != calls_.end() && known->second.established) {
    if (type == "CALL_REMOTE_SDP") {
      ask_once(kListCalls);
    } else if (type == "CALL_HOLD" || type == "CALL_RESUME") {
      known->second.held_there = type == "CALL_HOLD";
      tell_hold(known->second, now, events);
    }
  }
  return events;
}

BaresipEvents::Events BaresipEvents::answer(const Message& message, absl::Time now) {
  Events events;
  if (message.token != "a" + std::to_string(tokens_) || awaited_.empty()) {
    return events;  // To a command that was given up.
  }
  const std::string command = std::exchange(awaited_, "");
  if (command == kListCalls && resyncing_) {
    resync_lines_ = read_listcalls(message.data);
    if (resync_lines_.empty()) {
      reconcile(CallStat(), now, events);
    } else {
      wanted_.push_front(kCallStat);
    }
  } else if (command == kCallStat && resyncing_) {
    reconcile(message.ok ? read_callstat(message.data) : CallStat(), now, events);
  } else if (command == kListCalls && message.ok) {
    const std::vector<ListedCall> lines = read_listcalls(message.data);
    update_holds(lines, now, events);
    check_refused(lines, now, events);
  } else if (command == kRefuse) {
    ask_once(kListCalls);  // "ok" only says that the command exists.
  }
  return events;
}

std::vector<const BaresipEvents::Call*> BaresipEvents::calls_of(const std::string& uri) const {
  std::vector<const Call*> found;
  for (const auto& [id, call] : calls_) {
    if (call.uri == uri) {
      found.push_back(&call);
    }
  }
  std::sort(found.begin(), found.end(), [](const Call* a, const Call* b) { return a->order < b->order; });
  return found;
}

void BaresipEvents::update_holds(const std::vector<ListedCall>& lines, absl::Time now, Events& events) {
  std::map<std::string, std::size_t> seen;  // Two calls of one caller stand in the order in which they came.
  for (const ListedCall& line : lines) {
    const std::vector<const Call*> candidates = calls_of(line.uri);
    const std::size_t index = seen[line.uri]++;
    if (index >= candidates.size() || !line.established) {
      continue;
    }
    Call& call = calls_.at(candidates[index]->last.call_id);
    if (call.established) {
      call.held_here = line.held;
      tell_hold(call, now, events);
    }
  }
}

/// Which listed call has which id: the current one by callstat, the others by the caller they were known with.
std::map<std::string, ListedCall> BaresipEvents::identify(const CallStat& stat) const {
  std::map<std::string, ListedCall> identified;
  const auto is_stat = [&](const ListedCall& line) { return line.current && !stat.id.empty() && line.uri == stat.uri; };
  for (const ListedCall& line : resync_lines_) {
    if (is_stat(line)) {
      identified.emplace(stat.id, line);
    }
  }
  for (const ListedCall& line : resync_lines_) {
    if (is_stat(line)) {
      continue;
    }
    for (const Call* call : calls_of(line.uri)) {
      if (call->last.kind == CallEventKind::kUnknown && identified.emplace(call->last.call_id, line).second) {
        break;
      }
    }
  }
  return identified;
}

void BaresipEvents::resume_knowing(Call& call, const ListedCall& line, absl::Time now, Events& events) {
  const bool was_held = call.held_here || call.held_there;
  const bool was_established = std::exchange(call.established, line.established);
  call.stale = false;
  call.held_here = line.held;
  call.held_there = false;  // Nobody can say; a call that stays silent because of an old hold would be worse.
  if (!line.established) {
    ring(call, now, events);
    return;
  }
  if (!was_established || (!was_held && !line.held)) {
    tell(call, CallEventKind::kAnswered, now, events);
  }
  if (line.held) {
    tell(call, CallEventKind::kHeld, now, events);
  } else if (was_held) {
    tell(call, CallEventKind::kResumed, now, events);
  }
}

void BaresipEvents::reconcile(const CallStat& stat, absl::Time now, Events& events) {
  resyncing_ = false;
  for (const auto& [id, line] : identify(stat)) {
    const auto [found, is_new] = calls_.try_emplace(id);
    Call& call = found->second;
    if (is_new) {
      call.order = ++calls_seen_;
      call.uri = stat.uri;
      call.last = {.call_id = id, .number = number_of(stat.uri), .name = stat.name, .direction = stat.direction};
    }
    if (call.last.kind == CallEventKind::kUnknown) {  // Otherwise its own events were faster.
      resume_knowing(call, line, now, events);
    }
  }
  std::vector<std::string> gone;
  for (const auto& [id, call] : calls_) {
    if (call.stale) {
      gone.push_back(id);
    }
  }
  for (const std::string& id : gone) {
    close(id, EndedBy::kUnknown, now, events);
  }
}

}  // namespace aandacht::softphone
