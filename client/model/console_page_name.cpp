#include "client/model/console_page_name.h"

namespace aandacht::model {

std::string_view word_of(PageName page) {
  switch (page) {
    case PageName::kFloor:
      return "floor";
    case PageName::kPush:
      return "push";
    case PageName::kAlerts:
      return "alerts";
    case PageName::kLibrary:
      return "library";
    case PageName::kSigns:
      return "signs";
    case PageName::kReports:
      return "reports";
    case PageName::kCustomers:
      return "customers";
    case PageName::kSettings:
      return "settings";
  }
  return "";
}

std::optional<PageName> page_of(std::string_view word) {
  for (int i = 0; i < kPageNames; ++i) {
    const auto page = static_cast<PageName>(i);
    if (word_of(page) == word) return page;
  }
  return std::nullopt;
}

}  // namespace aandacht::model
