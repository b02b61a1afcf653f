// What softphones report.
#include <optional>
#include <utility>

#include "service/core/work.h"
#include "shared/domain/phone.h"

namespace aandacht::core {
namespace {

// The caller is looked up once; a desk that knows the customer keeps what it showed.
std::optional<domain::Customer> look_up(Batch& batch, const ReportCall& report) {
  const domain::Call* call = domain::find_call(batch.seat(report.agent_id).desk, report.call_id);
  if (call != nullptr && call->customer) return std::nullopt;
  const std::string phone = domain::normalise_phone(report.from);
  if (phone.empty()) return std::nullopt;
  absl::StatusOr<domain::Customer> customer = batch.store().customer_by_phone(phone);
  if (customer.ok()) return *std::move(customer);
  if (!absl::IsNotFound(customer.status())) batch.note(customer.status()).IgnoreError();
  return std::nullopt;
}

// A call whose end came first leaves no trace on the desk; its words must still find out that it ended.
void remember_ended_call(Batch& batch, const ReportCall& report, absl::Time time) {
  if (batch.record(report.call_id) != nullptr) return;
  store::CallRecord& record = batch.edit_record(report.call_id);
  record.agent_id = report.agent_id;
  record.state = domain::CallState::kEnded;
  record.from = report.from;
  record.queue = report.queue;
  record.ended = time;
}

}  // namespace

absl::StatusOr<Written> write_report(Batch& batch, const ReportCall& report) {
  if (batch.knows(report.event_id)) return Written{batch.seat(report.agent_id).desk.version, true};
  domain::CallReported what{report.call_id,      report.event,           report.from,
                            report.display_name, report.direction,       report.queue,
                            report.language,     look_up(batch, report), report.load};
  if (!batch.broken().ok()) return batch.broken();
  const absl::Time time = batch.desk_time(report.agent_id, report.occurred);
  const absl::Status status =
      batch.move(report.agent_id, {report.event_id, time, std::move(what)}, {report.occurred, report.delay});
  if (!status.ok()) return status;
  if (!report.by_agent) batch.claim(report.agent_id, report.call_id);
  if (report.event == domain::CallEvent::kEnded) remember_ended_call(batch, report, time);
  return Written{batch.seat(report.agent_id).desk.version, false};
}

absl::StatusOr<Written> write_wrap_up(Batch& batch, const FinishWrapUp& finished) {
  const domain::Desk& desk = batch.seat(finished.agent_id).desk;
  if (batch.knows(finished.event_id)) return Written{desk.version, true};
  const domain::Call* call = domain::find_call(desk, finished.call_id);
  if (call == nullptr || call->state != domain::CallState::kWrapUp) {
    return absl::NotFoundError("this desk has no such call in wrap-up; it may have ended by itself");
  }
  const domain::WrapUpFinished what{finished.call_id};
  const absl::Status status = batch.move(finished.agent_id, {finished.event_id, {}, what}, finished.time);
  if (!status.ok()) return status;
  return Written{desk.version, false};
}

}  // namespace aandacht::core
