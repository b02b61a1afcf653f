// Customers out of a CSV file: which column is what, and each row as a customer or what is wrong with it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "shared/domain/customer.h"

namespace aandacht::ctl {

/// What a column may be of a customer. Several columns of kName are put together with spaces, of kPhones one after the
/// other.
enum class CustomerColumn { kNone, kExternalId, kName, kPhones, kSinceYear, kLanguage, kAddressForm, kCompany };

/// The word of a mapping: "external_id", "name", "phones", "since", "language", "address_form", "company".
[[nodiscard]] std::string_view word_of(CustomerColumn column);

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
  std::string reason;

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

}  // namespace aandacht::ctl
