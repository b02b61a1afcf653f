// What a column of a customers' file may be, and what can be wrong with a cell in it.
#pragma once

namespace aandacht::domain {

/// Several columns of kName are put together with spaces, of kPhones one after the other.
enum class CustomerColumn { kNone, kExternalId, kName, kPhones, kSinceYear, kLanguage, kAddressForm, kCompany };
inline constexpr int kCustomerColumns = 8;

/// kOther: only the reason's own words say it.
enum class CellProblem { kOther, kCellCount, kNotAPhone, kNoYear, kNeitherUNorJe, kNameMissing, kKeyMissing };

}  // namespace aandacht::domain
