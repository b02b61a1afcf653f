#include <algorithm>

#include "client/model/format.h"
#include "client/model/parts.h"
#include "client/model/strings.h"

namespace aandacht::model {
namespace {

std::string when_text(const domain::Promise& promise, const Moment& moment) {
  const Language language = moment.language;
  const std::string due = promise.due ? due_text(*promise.due, moment.now, moment.zone, language) : "";
  switch (promise.state) {
    case domain::PromiseState::kOpen:
      return due.empty() ? text(Text::kPromiseOpen, language) : fill(Text::kPromiseDue, language, due);
    case domain::PromiseState::kBroken:
      return due.empty() ? text(Text::kPromiseBroken, language) : fill(Text::kPromiseBrokenDue, language, due);
    case domain::PromiseState::kKept:
      return text(Text::kPromiseKept, language);
  }
  return "";
}

PromiseRow make_row(const domain::Promise& promise, const Moment& moment) {
  return {promise.state, promise.text, when_text(promise, moment)};
}

// What still has to happen stands above what went wrong, and that above what went well.
int rank(domain::PromiseState state) {
  switch (state) {
    case domain::PromiseState::kOpen:
      return 0;
    case domain::PromiseState::kBroken:
      return 1;
    case domain::PromiseState::kKept:
      return 2;
  }
  return 3;
}

}  // namespace

std::vector<PromiseRow> make_promises(const domain::Customer& customer, const Moment& moment) {
  std::vector<PromiseRow> rows;
  for (auto step = customer.journey.rbegin(); step != customer.journey.rend(); ++step) {
    if (step->promise) rows.push_back(make_row(*step->promise, moment));
  }
  std::stable_sort(rows.begin(), rows.end(),
                   [](const PromiseRow& a, const PromiseRow& b) { return rank(a.state) < rank(b.state); });
  return rows;
}

std::vector<PromiseRow> make_promises(const std::vector<domain::Promise>& promises, const Moment& moment) {
  std::vector<PromiseRow> rows;
  for (const domain::Promise& promise : promises) rows.push_back(make_row(promise, moment));
  return rows;
}

}  // namespace aandacht::model
