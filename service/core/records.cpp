#include "service/core/records.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "service/core/checks.h"
#include "service/core/customer_checks.h"
#include "service/core/read_once.h"
#include "service/core/shown_page.h"
#include "shared/domain/phone.h"
#include "shared/domain/survey.h"

namespace aandacht::core {
namespace {

constexpr std::size_t kMostCustomers = 1000;
constexpr std::size_t kMostAnswers = 1000;

absl::Status write_customers(Batch& batch, const std::string& request_id,
                             const std::vector<domain::Customer>& customers) {
  if (batch.knows(request_id)) return absl::OkStatus();
  absl::Status status = batch.note(batch.store().note_request(request_id, batch.now()));
  for (const domain::Customer& customer : customers) {
    if (status.ok()) status = batch.note(batch.store().save_customer(customer));
  }
  return status;
}

absl::Status check_answer(const std::string& name, int answer) {
  if (answer >= 0 && answer <= 5) return absl::OkStatus();
  return absl::InvalidArgumentError(absl::StrCat(name, " must be 1 to 5, or 0 when there is no answer"));
}

absl::Status check(const SurveyAnswer& answer) {
  if (absl::Status status =
          first_failure(check_id("call_id", answer.call_id, 256), check_answer("effectiveness", answer.effectiveness),
                        check_answer("ease", answer.ease), check_answer("emotion", answer.emotion));
      !status.ok()) {
    return status;
  }
  if (answer.effectiveness + answer.ease + answer.emotion > 0) return absl::OkStatus();
  return absl::InvalidArgumentError("has no answer; leave out calls whose customer answered nothing");
}

domain::ThreeEs grades_of(const SurveyAnswer& answer) {
  return {domain::grade_of_answer(answer.effectiveness), domain::grade_of_answer(answer.ease),
          domain::grade_of_answer(answer.emotion)};
}

absl::Status write_surveys(Batch& batch, const std::string& request_id, const std::vector<SurveyAnswer>& answers) {
  if (batch.knows(request_id)) return absl::OkStatus();
  absl::Status status = batch.note(batch.store().note_request(request_id, batch.now()));
  for (const SurveyAnswer& answer : answers) {
    if (status.ok()) status = batch.note(batch.store().save_survey({answer.call_id, grades_of(answer), batch.now()}));
  }
  return status;
}

}  // namespace

void Records::import_customers(const std::string& request_id, std::vector<std::pair<int, domain::Customer>> customers,
                               std::vector<ImportRefusal> rejected, Done<Imported> done) {
  absl::Status status = check_event_id("request_id", request_id);
  if (status.ok() && customers.size() + rejected.size() > kMostCustomers) {
    status = absl::InvalidArgumentError(
        absl::StrCat("at most ", kMostCustomers, " customers are taken at once; send several requests"));
  }
  if (!status.ok()) return done(status);
  Imported imported{0, std::move(rejected)};
  std::vector<domain::Customer> good;
  for (auto& [index, customer] : customers) {
    if (const absl::Status fault = prepare(customer); !fault.ok()) {
      imported.refusals.push_back({index, std::string(fault.message())});
    } else {
      good.push_back(std::move(customer));
    }
  }
  imported.stored = static_cast<int>(good.size());
  std::sort(imported.refusals.begin(), imported.refusals.end(),
            [](const auto& a, const auto& b) { return a.index < b.index; });
  writer_.write<Imported>(
      [request_id, good = std::move(good), imported = std::move(imported)](Batch& batch) -> absl::StatusOr<Imported> {
        if (absl::Status written = write_customers(batch, request_id, good); !written.ok()) return written;
        return imported;
      },
      std::move(done));
}

void Records::import_surveys(const std::string& request_id, const std::vector<SurveyAnswer>& answers,
                             Done<Imported> done) {
  absl::Status status = check_event_id("request_id", request_id);
  if (status.ok() && answers.size() > kMostAnswers) {
    status = absl::InvalidArgumentError(
        absl::StrCat("at most ", kMostAnswers, " answers are taken at once; send several requests"));
  }
  if (!status.ok()) return done(status);
  Imported imported;
  std::vector<SurveyAnswer> good;
  for (std::size_t i = 0; i < answers.size(); ++i) {
    if (const absl::Status fault = check(answers[i]); !fault.ok()) {
      imported.refusals.push_back({static_cast<int>(i), std::string(fault.message())});
    } else {
      good.push_back(answers[i]);
    }
  }
  imported.stored = static_cast<int>(good.size());
  writer_.write<Imported>(
      [request_id, good = std::move(good), imported = std::move(imported)](Batch& batch) -> absl::StatusOr<Imported> {
        if (absl::Status written = write_surveys(batch, request_id, good); !written.ok()) return written;
        return imported;
      },
      std::move(done));
}

absl::StatusOr<store::CallRecord> Records::call(const std::string& call_id) {
  if (absl::Status status = check_id("call_id", call_id, 256); !status.ok()) return status;
  return read_once<store::CallRecord>(store_, [&](store::Reads& reads) { return reads.call(call_id); });
}

absl::StatusOr<domain::Customer> Records::customer(const std::string& external_id, const std::string& phone) {
  if (!external_id.empty()) {
    return read_once<domain::Customer>(store_, [&](store::Reads& reads) { return reads.customer(external_id); });
  }
  const std::string number = domain::normalise_phone(phone);
  if (number.empty()) return absl::InvalidArgumentError("give an external_id or a phone number");
  return read_once<domain::Customer>(store_, [&](store::Reads& reads) { return reads.customer_by_phone(number); });
}

absl::StatusOr<store::Page<domain::Customer>> Records::customers(int page_size, const std::string& page_token) {
  if (absl::Status status = check_page_size(page_size); !status.ok()) return status;
  return read_once<store::Page<domain::Customer>>(
      store_, [&](store::Reads& reads) { return reads.customers(page_size, page_token); });
}

absl::StatusOr<store::Page<store::CallRecord>> Records::calls(
    const std::string& agent_id, int page_size, const std::string& page_token,
    const std::function<bool(const std::string& agent_id)>& shows) {
  if (absl::Status status = check_page_size(page_size); !status.ok()) return status;
  return read_once<store::Page<store::CallRecord>>(store_, [&](store::Reads& reads) {
    return shown_page<store::CallRecord>(
        page_size, page_token, [&](const store::CallRecord& call) { return shows(call.agent_id); },
        [&](int size, const std::string& token) { return reads.calls(agent_id, size, token); });
  });
}

absl::StatusOr<store::Page<store::TurnRecord>> Records::turns(const std::string& call_id, int page_size,
                                                              const std::string& page_token) {
  if (absl::Status status = first_failure(check_id("call_id", call_id, 256), check_page_size(page_size)); !status.ok())
    return status;
  return read_once<store::Page<store::TurnRecord>>(
      store_, [&](store::Reads& reads) -> absl::StatusOr<store::Page<store::TurnRecord>> {
        if (const auto call = reads.call(call_id); !call.ok()) return call.status();
        return reads.turns(call_id, page_size, page_token);
      });
}

absl::StatusOr<store::Page<store::QuestionGroup>> Records::question_groups(absl::CivilDay from, int page_size,
                                                                           const std::string& page_token) {
  if (absl::Status status = check_page_size(page_size); !status.ok()) return status;
  return read_once<store::Page<store::QuestionGroup>>(
      store_, [&](store::Reads& reads) { return reads.question_groups(from, page_size, page_token); });
}

absl::StatusOr<store::QuestionGroup> Records::question_group(const std::string& id, absl::CivilDay from) {
  if (absl::Status status = check_id("group_id", id, 64); !status.ok()) return status;
  return read_once<store::QuestionGroup>(store_, [&](store::Reads& reads) { return reads.question_group(id, from); });
}

}  // namespace aandacht::core
