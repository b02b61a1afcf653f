// Imports of many lines: parsed one by one, sent in batches; what is refused is named with its line.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "client/ctl/environment.h"
#include "client/ctl/json_out.h"
#include "client/ctl/line_reader.h"
#include "client/ctl/service.h"

namespace aandacht::ctl {

/// What differs between two imports.
template <typename Row>
struct ImportSteps {
  std::function<absl::StatusOr<Row>(const std::string& line)> parse;
  /// The `number`th batch, from 1.
  std::function<absl::StatusOr<ImportAnswer>(int number, const std::vector<Row>& rows)> send;
  /// Ends an import that the service broke off.
  std::function<Exit(const absl::Status& status, int stored)> give_up;
  std::function<void(int stored, int refused)> sum_up;
};

/// One import, to the end of `lines`. kFailed: a line was refused, the file broke off, or what give_up() says.
///
/// \param name  of the file, for people.
template <typename Row>
Exit import_lines(LineReader& lines, const std::string& name, bool json, const ImportSteps<Row>& steps,
                  Environment& environment) {
  constexpr std::size_t kBatch = 500;
  std::vector<Row> batch;
  std::vector<std::size_t> numbers;
  int batches = 0;
  int stored = 0;
  int refused = 0;
  const auto refuse = [&](std::size_t line, const std::string& reason) {
    ++refused;
    if (json) environment.out << to_line({{"line", line}, {"error", reason}}) << '\n';
    if (!json) environment.err << "aandachtctl: line " << line << ": " << reason << '\n';
  };
  const auto send = [&]() -> absl::Status {
    if (batch.empty()) return absl::OkStatus();
    const absl::StatusOr<ImportAnswer> answer = steps.send(++batches, batch);
    if (!answer.ok()) return answer.status();
    stored += answer->stored;
    for (const Refusal& refusal : answer->refusals) {
      const auto index = static_cast<std::size_t>(refusal.index);
      refuse(index < numbers.size() ? numbers[index] : 0, refusal.reason);
    }
    batch.clear();
    numbers.clear();
    return absl::OkStatus();
  };
  while (lines.next()) {
    absl::StatusOr<Row> row = absl::InvalidArgumentError("the line is over 1 MiB");
    if (!lines.too_long()) row = steps.parse(lines.line());
    if (!row.ok()) {
      refuse(lines.number(), std::string(row.status().message()));
      continue;
    }
    batch.push_back(*std::move(row));
    numbers.push_back(lines.number());
    if (batch.size() < kBatch) continue;
    if (const absl::Status sent = send(); !sent.ok()) return steps.give_up(sent, stored);
  }
  if (const absl::Status sent = send(); !sent.ok()) return steps.give_up(sent, stored);
  steps.sum_up(stored, refused);
  if (const absl::Status read = lines.status(); !read.ok()) {
    return fail(environment, absl::StrCat(name, " ", std::string(read.message())));
  }
  return refused == 0 ? Exit::kOk : Exit::kFailed;
}

}  // namespace aandacht::ctl
