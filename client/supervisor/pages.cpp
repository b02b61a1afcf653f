#include "client/supervisor/pages.h"

#include "client/supervisor/alerts_page.h"
#include "client/supervisor/customers_page.h"
#include "client/supervisor/floor_page.h"
#include "client/supervisor/library_page.h"
#include "client/supervisor/push_page.h"
#include "client/supervisor/reports_page.h"
#include "client/supervisor/signs_page.h"

namespace aandacht::supervisor {

std::vector<NamedPage> make_pages(const PageContext& context) {
  std::vector<NamedPage> pages;
  pages.push_back({model::PageName::kFloor, std::make_unique<FloorPage>(context)});
  pages.push_back({model::PageName::kPush, std::make_unique<PushPage>(context)});
  pages.push_back({model::PageName::kAlerts, std::make_unique<AlertsPage>(context)});
  pages.push_back({model::PageName::kLibrary, std::make_unique<LibraryPage>(context)});
  pages.push_back({model::PageName::kSigns, std::make_unique<SignsPage>(context)});
  pages.push_back({model::PageName::kReports, std::make_unique<ReportsPage>(context)});
  pages.push_back({model::PageName::kCustomers, std::make_unique<CustomersPage>(context)});
  return pages;
}

}  // namespace aandacht::supervisor
