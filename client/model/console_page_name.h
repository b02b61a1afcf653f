// The console's pages, in the order of the list at the left.
#pragma once

#include <optional>
#include <string_view>

namespace aandacht::model {

enum class PageName { kFloor, kPush, kAlerts, kLibrary, kSigns, kReports, kCustomers, kSettings };
inline constexpr int kPageNames = 8;

/// As the command line and the settings know it: "floor", "push", "alerts", "library", "signs", "reports",
/// "customers", "settings".
[[nodiscard]] std::string_view word_of(PageName page);

/// Nothing for another word.
[[nodiscard]] std::optional<PageName> page_of(std::string_view word);

}  // namespace aandacht::model
