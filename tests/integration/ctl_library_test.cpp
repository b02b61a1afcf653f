// Tending the library by command and by rpc: live at once, merged when two write, out and in as files.
#include <filesystem>
#include <fstream>

#include "client/net/channel.h"
#include "client/net/editing.h"
#include "nlohmann/json.hpp"
#include "shared/content/load.h"
#include "shared/content/merge.h"
#include "tests/integration/ctl_service.h"
#include "tests/support/awaited.h"
#include "tests/support/eventually.h"
#include "tests/support/slurp.h"

namespace aandacht::test {
namespace {

using ctl::Exit;
using domain::ItemKind;

std::string parking(const std::string& customer) {
  return "[[why]]\nid = \"parkeren\"\ntopic = \"parkeervergunning\"\nsynonyms = [\"parkeren\"]\n"
         "rule = \"Een vergunning duurt twee weken.\"\nemotion = \"Wachten is vervelend.\"\ncustomer = \"" +
         customer + "\"\nemployee = \"Ik zie waar hij is.\"\norganisation = \"Zo blijft er plek.\"\n";
}

std::string word_file(const CtlService& service, const std::string& text) {
  const std::string path = service.folder().file("item.toml");
  std::ofstream(path, std::ios::binary) << text;
  return path;
}

CtlRan edit(CtlService& service, const std::string& text, const std::string& id = "nl/parkeren") {
  return service.run({"library", "edit", "why", id, "--file", word_file(service, text), "--note", "gevraagd"});
}

std::map<std::string, std::string> files_in(const std::filesystem::path& folder) {
  std::map<std::string, std::string> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) {
      files[std::filesystem::relative(entry.path(), folder).string()] = slurp(entry.path().string());
    }
  }
  return files;
}

}  // namespace

TEST_CASE("a why that is written by command is on the next card and in a late search, and is taken off again",
          "[ctl][library]") {
  CtlService service;
  const std::string outbox = service.folder().file("outbox.db");
  const CtlRan saved = edit(service, parking("Zo weet u zeker dat er plek is."));
  INFO(saved.err);
  REQUIRE(saved.exit == Exit::kOk);
  CHECK_THAT(saved.out, Catch::Matchers::Contains("version 1 is draft"));
  CHECK(service.run({"whys", "search", "parkeervergunning"}).out.empty());
  REQUIRE(service.run({"library", "publish", "why", "nl/parkeren"}).exit == Exit::kOk);
  CHECK_THAT(service.run({"whys", "search", "parkeervergunning"}).out, Catch::Matchers::Contains("nl/parkeren"));
  REQUIRE(service.run({"call", "answered", "--id", "c1", "--agent", "anna", "--lang", "nl", "--outbox", outbox}).exit ==
          Exit::kOk);
  REQUIRE(service
              .run({"transcript", "stream", "--call", "c1", "--lang", "nl"},
                   "{\"speaker\": \"customer\", \"text\": \"waarom duurt die parkeervergunning zo lang\"}\n")
              .exit == Exit::kOk);
  const CtlRan seen = service.look({"watch", "desk", "--agent", "anna", "--json"});
  CHECK_THAT(seen.out, Catch::Matchers::Contains("Zo weet u zeker dat er plek is."));
  service.restart();
  CHECK_THAT(service.run({"library", "history", "why", "nl/parkeren"}).out, Catch::Matchers::Contains("gevraagd"));
  REQUIRE(service.run({"library", "retire", "why", "nl/parkeren"}).exit == Exit::kOk);
  CHECK(service.run({"whys", "search", "parkeervergunning"}).out.empty());
}

TEST_CASE("a broken rule is refused with its field, and the coach goes on as it was", "[ctl][library]") {
  CtlService service;
  const CtlRan shown = service.run({"library", "show", "rule", "nl/hun-fout"});
  REQUIRE(shown.exit == Exit::kOk);
  const std::string path =
      word_file(service, "[[rule]]\nid = \"hun-fout\"\nlabel = \"blame\"\nphrases = [\"(niet\"]\n");
  const CtlRan saved = service.run({"library", "edit", "rule", "nl/hun-fout", "--file", path});
  CHECK(saved.exit == Exit::kOk);
  CHECK_THAT(saved.err, Catch::Matchers::Contains("phrases"));
  const CtlRan refused = service.run({"library", "publish", "rule", "nl/hun-fout"});
  CHECK(refused.exit == Exit::kFailed);
  CHECK_THAT(refused.err, Catch::Matchers::Contains("nl/hun-fout, phrases"));
  CHECK_THAT(service.run({"library", "list", "--kind", "rule", "--state", "draft"}).out,
             Catch::Matchers::Contains("nl/hun-fout"));
}

TEST_CASE("two supervisors write at the same time: the second merges, and both are in it", "[ctl][library]") {
  CtlService service;
  net::Editing anna(net::open_channel(service.address()), "anna");
  net::Editing bram(net::open_channel(service.address()), "bram");
  const auto view = [&](net::Editing& editing) {
    Awaited<domain::ItemView> got;
    editing.get(ItemKind::kWhy, "nl/terugbetaling", got.callback());
    return got.get();
  };
  const auto save = [&](net::Editing& editing, const std::string& request, std::int64_t base,
                        const content::ItemText& item) {
    Awaited<domain::ItemView> saved;
    editing.save(request, {item.kind, item.id, item.language, base, content::write_item(item), false, ""},
                 saved.callback());
    return saved.get();
  };
  const content::ItemText base = content::parse_item(view(anna)->body(), "nl").value();
  content::ItemText by_anna = base;
  by_anna.set({"example", content::Field::Shape::kText, "Zoals Anna het zei.", {}});
  content::ItemText by_bram = base;
  by_bram.set({"rule", content::Field::Shape::kText, "Zoals Bram het zei.", {}});
  REQUIRE(save(anna, "r1", 0, by_anna).ok());
  CHECK(absl::IsAborted(save(bram, "r2", 0, by_bram).status()));
  const auto theirs = view(bram);
  const content::Merge merged = content::merge(base, content::parse_item(theirs->body(), "nl").value(), by_bram);
  REQUIRE(merged.conflicts().empty());
  REQUIRE(save(bram, "r3", theirs->version(), merged.item).ok());
  const content::ItemText both = content::parse_item(view(anna)->body(), "nl").value();
  CHECK(both.text("example") == "Zoals Anna het zei.");
  CHECK(both.text("rule") == "Zoals Bram het zei.");
  const CtlRan diff = service.run({"library", "diff", "why", "nl/terugbetaling", "1", "2"});
  CHECK_THAT(diff.out, Catch::Matchers::Contains("{+Zoals Bram het zei.+}"));
}

TEST_CASE("an export loads as content, and imported elsewhere and exported again it is the same bytes",
          "[ctl][library]") {
  CtlService one;
  REQUIRE(edit(one, parking("Zo is er plek.")).exit == Exit::kOk);
  REQUIRE(one.run({"library", "publish", "why", "nl/parkeren"}).exit == Exit::kOk);
  REQUIRE(one.run({"library", "retire", "term", "nl/EAN-code"}).exit == Exit::kOk);
  const std::string first = one.folder().file("first");
  const CtlRan exported = one.run({"library", "export", first});
  INFO(exported.err);
  REQUIRE(exported.exit == Exit::kOk);
  CHECK(content::load_library(first).ok());

  CtlService other;
  const CtlRan dry = other.run({"library", "import", first, "--live", "--retire-missing", "--dry-run"});
  CHECK_THAT(dry.out, Catch::Matchers::Contains("2 would change"));
  const CtlRan imported = other.run({"library", "import", first, "--live", "--retire-missing"});
  INFO(imported.err);
  REQUIRE(imported.exit == Exit::kOk);
  CHECK_THAT(imported.out, Catch::Matchers::Contains("2 changed"));
  const std::string second = other.folder().file("second");
  REQUIRE(other.run({"library", "export", second}).exit == Exit::kOk);
  CHECK(files_in(first) == files_in(second));
}

TEST_CASE("an item is shown beside its other language, and where there is none that is begun, once", "[ctl][library]") {
  CtlService service;
  const CtlRan shipped = service.run({"library", "beside", "why", "nl/terugbetaling"});
  CHECK(shipped.exit == Exit::kOk);
  CHECK_THAT(shipped.out, Catch::Matchers::Contains("nl/terugbetaling  en/refund") &&
                              Catch::Matchers::Contains("  en  A refund is in your account within five working days."));
  const auto json = nlohmann::json::parse(service.run({"library", "beside", "habit", "en/say-we", "--json"}).out);
  CHECK(json["beside"] == "nl/wij-woord");
  CHECK(json["fields"]["will"]["nl"] == "zeg ik wij");
  REQUIRE(edit(service, parking("Zo is er plek.")).exit == Exit::kOk);
  const CtlRan alone = service.run({"library", "beside", "why", "nl/parkeren"});
  CHECK(alone.exit == Exit::kFailed);
  CHECK_THAT(alone.err, Catch::Matchers::Contains("nothing beside it in en yet"));
  CHECK(service.run({"library", "beside", "why", "nl/parkeren", "--begin", "refund"}).exit == Exit::kFailed);
  const CtlRan begun = service.run({"library", "beside", "why", "nl/parkeren", "--begin", "parking"});
  INFO(begun.err);
  REQUIRE(begun.exit == Exit::kOk);
  CHECK_THAT(begun.out, Catch::Matchers::Contains("why en/parking: version 1 is draft"));
  CHECK_THAT(service.run({"library", "show", "why", "en/parking"}).out,
             Catch::Matchers::Contains("translates = \"nl/parkeren\""));
  CHECK(service.run({"library", "beside", "why", "nl/parkeren"}).exit == Exit::kOk);
  CHECK(service.run({"library", "beside", "why", "nl/parkeren", "--begin", "again"}).exit == Exit::kFailed);
}

TEST_CASE("what an editor writes as comments is kept, and the hints of a new item are not", "[ctl][library]") {
  CtlService service;
  const std::string text =
      "# Above.\n" + parking("Zo is er plek.   # no comment") + "# example = \"\"\n# Ask Kim.\nauthor = \"Eva\" # me\n";
  REQUIRE(edit(service, text).exit == Exit::kOk);
  const std::string shown = service.run({"library", "show", "why", "nl/parkeren"}).out;
  CHECK_THAT(shown, Catch::Matchers::Contains("# Ask Kim.\nauthor = \"Eva\" # me\n"));
  CHECK_THAT(shown, !Catch::Matchers::Contains("# example") && !Catch::Matchers::Contains("# Above"));
}

TEST_CASE("an export says what it would replace before it does", "[ctl][library]") {
  CtlService service;
  const std::string folder = service.folder().file("out");
  REQUIRE(service.run({"library", "export", folder}).exit == Exit::kOk);
  std::ofstream(folder + "/nl/whys.toml", std::ios::app) << "# Mine.\n";
  std::filesystem::remove(folder + "/en/habits.toml");
  const CtlRan dry = service.run({"library", "export", folder, "--dry-run"});
  CHECK_THAT(dry.out,
             Catch::Matchers::Contains("replaced nl/whys.toml") && Catch::Matchers::Contains("1 new, 1 replaced"));
  CHECK_THAT(slurp(folder + "/nl/whys.toml"), Catch::Matchers::Contains("# Mine."));
  REQUIRE(service.run({"library", "export", folder}).exit == Exit::kOk);
  CHECK_THAT(slurp(folder + "/nl/whys.toml"), !Catch::Matchers::Contains("# Mine."));
}

}  // namespace aandacht::test
