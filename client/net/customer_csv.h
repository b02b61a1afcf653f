// Customers out of a CSV file: which column is what, and each row as a customer or what is wrong with it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "shared/domain/customer.h"
#include "shared/domain/customer_columns.h"

namespace aandacht::net {

using domain::CellProblem;
using domain::CustomerColumn;

/// The word of a mapping: "external_id", "name", "phones", "since", "language", "address_form", "company".
[[nodiscard]] std::string_view word_of(CustomerColumn column);

/// What a column with this header would be, in Dutch and English; kNone: nothing known.
[[nodiscard]] CustomerColumn guess_column(std::string_view header);

struct MappedColumn;

/// One for each header, none of which is anything yet.
[[nodiscard]] std::vector<MappedColumn> unmapped(const std::vector<std::string>& headers);

/// True when one of them is the name, without which nobody can be stored.
[[nodiscard]] bool has_name(const std::vector<MappedColumn>& columns);

/// The fields of v1.Customer that the columns bring, so that a file does not take away what another system keeps.
[[nodiscard]] std::vector<std::string> fields_of(const std::vector<MappedColumn>& columns);

/// One column of the file.
struct MappedColumn {
  std::string header;
  CustomerColumn is = CustomerColumn::kNone;
  bool guessed = false;
};

/// Which columns are what: as `map` says ("naam=name,telefoon=phones", the file's header first), and where it is empty
/// as their headers read, in Dutch and English.
///
/// INVALID_ARGUMENT: the map has a header that is not there or a word that is none of the above; or no column is the
/// name. The message says what there is.
[[nodiscard]] absl::StatusOr<std::vector<MappedColumn>> map_columns(const std::vector<std::string>& headers,
                                                                    const std::string& map);

/// What is wrong with one cell, and what to do.
struct CellFault {
  std::string column;  ///< Its header; empty: the row.
  std::string reason;  ///< In English.
  CellProblem problem = CellProblem::kOther;
  std::string found;  ///< What stands there, or how many cells.

  bool operator==(const CellFault&) const = default;
};

/// How cells are read.
struct CustomerCells {
  std::vector<MappedColumn> columns;
  std::string country_code = "31";  ///< Of phone numbers written without one.
};

/// Without a column for it, the key is derived from the first phone number, else from name and company, as in files of
/// JSON lines. Nothing is kept of a row with a fault; `faults` then has them all.
[[nodiscard]] domain::Customer read_customer_row(const CustomerCells& cells, const std::vector<std::string>& row,
                                                 std::vector<CellFault>& faults);

/// Digits for "NL", "be", "+44" or "31". INVALID_ARGUMENT: a country that is not known here; give its digits.
[[nodiscard]] absl::StatusOr<std::string> country_code_of(const std::string& word);

}  // namespace aandacht::net
