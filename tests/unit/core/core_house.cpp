#include "tests/support/core_house.h"

#include <stdexcept>
#include <utility>

namespace aandacht::test {
namespace {

template <typename T>
T must(absl::StatusOr<T> value) {
  if (!value.ok()) throw std::runtime_error(value.status().ToString());
  return *std::move(value);
}

template <typename Row, typename Read>
std::vector<Row> rows(store::Store& store, Read read) {
  std::vector<Row> result;
  const absl::Status status = store.read([&](store::Reads& reads) {
    result = must(read(reads));
    return absl::OkStatus();
  });
  if (!status.ok()) throw std::runtime_error(status.ToString());
  return result;
}

}  // namespace

domain::Library small_library() {
  domain::Library library;
  domain::CoachRule rule;
  rule.id = "en/computer-says-no";
  rule.language = "en";
  rule.label = domain::CoachLabel::kBlame;
  rule.phrases = {"the other department"};
  rule.author = "Aandacht";
  library.coach_rules.push_back(rule);
  library.we_lines.push_back({"en", domain::CoachLabel::kBlame, domain::AddressForm::kUnknown, "We got this wrong;",
                              "I will sort it out now."});
  domain::Why why;
  why.id = "en/refund-time";
  why.language = "en";
  why.topic = "refund time";
  why.synonyms = {"money back"};
  why.customer = "So that the money surely reaches you.";
  why.employee = "So that you never have to chase a refund.";
  why.organisation = "So that the books are right.";
  library.whys.push_back(why);
  return library;
}

domain::Customer customer(const std::string& id, const std::string& name, const std::string& phone) {
  domain::Customer customer;
  customer.external_id = id;
  customer.name = name;
  customer.phones = {phone};
  customer.language = "en";
  return customer;
}

CoreHouse::CoreHouse(core::CoreOptions options, domain::Library library)
    : options_(std::move(options)), library_(std::move(library)) {
  file_ = must(store::sqlite::open(folder_.file("store.db")));
  store_ = std::make_unique<GatedStore>(*file_);
  core_ = must(core::Core::open(options_, library_, *store_, bus_, clock_));
}

void CoreHouse::restart() {
  core_.reset();
  store_.reset();
  file_.reset();
  file_ = must(store::sqlite::open(folder_.file("store.db")));
  store_ = std::make_unique<GatedStore>(*file_);
  core_ = must(core::Core::open(options_, library_, *store_, bus_, clock_));
}

void CoreHouse::advance(absl::Duration by) {
  clock_.advance(by);
  core_->poke();
}

core::ReportCall CoreHouse::report(const std::string& id, domain::CallEvent event, const std::string& call,
                                   const std::string& agent) const {
  core::ReportCall report;
  report.event_id = id;
  report.agent_id = agent;
  report.call_id = call;
  report.event = event;
  report.occurred = clock_.now();
  report.from = "0612345678";
  report.language = "en";
  return report;
}

core::SayUtterance CoreHouse::says(const std::string& id, const std::string& text, domain::Speaker speaker,
                                   const std::string& call) const {
  return {id, call, speaker, text, "en", clock_.now()};
}

absl::StatusOr<core::Written> CoreHouse::tell(core::ReportCall report) {
  Awaited<core::Written> answer;
  core_->desks().report_call(std::move(report), answer.callback());
  return answer.get();
}

absl::StatusOr<core::UtteranceAnswer> CoreHouse::tell(core::SayUtterance said) {
  Awaited<core::UtteranceAnswer> answer;
  core_->desks().say_utterance(std::move(said), answer.callback());
  return answer.get();
}

absl::StatusOr<core::Written> CoreHouse::tell(core::AnswerCard given) {
  Awaited<core::Written> answer;
  core_->desks().answer_card(std::move(given), answer.callback());
  return answer.get();
}

absl::StatusOr<core::Written> CoreHouse::tell(core::ShowWhy choice) {
  Awaited<core::Written> answer;
  core_->desks().show_why(std::move(choice), answer.callback());
  return answer.get();
}

absl::StatusOr<core::Written> CoreHouse::tell(core::FinishWrapUp finished) {
  Awaited<core::Written> answer;
  core_->desks().finish_wrap_up(std::move(finished), answer.callback());
  return answer.get();
}

absl::StatusOr<core::Written> CoreHouse::tell(core::PinHeard pinned) {
  Awaited<core::Written> answer;
  core_->desks().pin_heard(std::move(pinned), answer.callback());
  return answer.get();
}

absl::StatusOr<core::Written> CoreHouse::tell(core::MarkHeavy marked) {
  Awaited<core::Written> answer;
  core_->desks().mark_heavy(std::move(marked), answer.callback());
  return answer.get();
}

absl::StatusOr<int> CoreHouse::tell(core::PushPrompt prompt) {
  Awaited<core::Pushed> answer;
  core_->prompts().push(std::move(prompt), answer.callback());
  const absl::StatusOr<core::Pushed> pushed = answer.get();
  if (!pushed.ok()) return pushed.status();
  return pushed->desks;
}

void CoreHouse::begin_call(const std::string& call, const std::string& agent) {
  must(tell(report(call + "-ringing", domain::CallEvent::kRinging, call, agent)));
  must(tell(report(call + "-answered", domain::CallEvent::kAnswered, call, agent)));
}

domain::Desk CoreHouse::desk(const std::string& agent) {
  const std::shared_ptr<const core::Seat> seat = core_->seats().find(agent);
  return seat == nullptr ? domain::Desk() : seat->desk;
}

std::vector<store::TurnRecord> CoreHouse::turns(const std::string& call) {
  return rows<store::TurnRecord>(*store_, [&](store::Reads& reads) -> absl::StatusOr<std::vector<store::TurnRecord>> {
    return must(reads.turns(call, 500, "")).rows;
  });
}

store::CallRecord CoreHouse::record(const std::string& call) {
  return rows<store::CallRecord>(*store_,
                                 [&](store::Reads& reads) -> absl::StatusOr<std::vector<store::CallRecord>> {
                                   return std::vector<store::CallRecord>{must(reads.call(call))};
                                 })
      .front();
}

std::vector<domain::Event> CoreHouse::events(const std::string& agent) {
  return rows<domain::Event>(*store_, [&](store::Reads& reads) { return reads.events(agent, 0, 1000); });
}

}  // namespace aandacht::test
