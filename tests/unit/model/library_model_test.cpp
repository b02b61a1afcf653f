// The order of the library's list.
#include "client/model/library_model.h"

#include "tests/support/catch.h"

namespace aandacht::test {
namespace {

domain::ItemRow row(const std::string& id, const std::string& language, const std::string& title) {
  domain::ItemRow made{};
  made.kind = domain::ItemKind::kWhy;
  made.id = id;
  made.language = language;
  made.title = title;
  return made;
}

std::string ids_of(const std::vector<domain::ItemRow>& rows) {
  std::string ids;
  for (const domain::ItemRow& each : rows) ids += each.id + " ";
  return ids;
}

}  // namespace

TEST_CASE("the library begins with what is in the window's language, in it by topic whatever its capitals or accents") {
  std::vector<domain::ItemRow> rows = {row("en/b", "en", "Delivery time"), row("nl/c", "nl", "Één rekening"),
                                       row("en/a", "en", "bill"), row("nl/a", "nl", "Zelf ophalen"),
                                       row("nl/b", "nl", "bezorgtijd")};
  model::sort_library_rows(rows, model::Language::kDutch);
  CHECK(ids_of(rows) == "nl/b nl/c nl/a en/a en/b ");
  model::sort_library_rows(rows, model::Language::kEnglish);
  CHECK(ids_of(rows) == "en/a en/b nl/b nl/c nl/a ");
}

}  // namespace aandacht::test
