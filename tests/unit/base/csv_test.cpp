#include "shared/base/csv.h"

#include <random>

#include "tests/support/catch.h"

namespace aandacht::base {
namespace {

using Rows = std::vector<std::vector<std::string>>;

Rows read_all(const std::string& text, char separator = ',') {
  Rows rows;
  CsvReader reader(text, separator);
  CsvRow row;
  while (true) {
    const absl::StatusOr<bool> more = reader.next(row);
    REQUIRE(more.ok());
    if (!*more) return rows;
    rows.push_back(row.fields);
  }
}

TEST_CASE("fields in quotes hold separators, quotes and line ends", "[csv]") {
  CHECK(read_all("a,\"b,c\",\"say \"\"hello\"\"\"\r\n\"two\nlines\",,x\r\n") ==
        Rows{{"a", "b,c", "say \"hello\""}, {"two\nlines", "", "x"}});
}

TEST_CASE("the last row needs no line end, and a separator at the end is an empty field", "[csv]") {
  CHECK(read_all("a;b\nc;", ';') == Rows{{"a", "b"}, {"c", ""}});
  CHECK(read_all("") == Rows{});
  CHECK(read_all("\n\n a \n\n") == Rows{{" a "}});
}

TEST_CASE("a row knows the line it begins in, also after a field of several lines", "[csv]") {
  const std::string text = "h\r\n\"one\r\ntwo\"\r\n\r\nlast\r\n";
  CsvReader reader(text, ',');
  CsvRow row;
  std::vector<std::size_t> lines;
  while (*reader.next(row)) lines.push_back(row.line);
  CHECK(lines == std::vector<std::size_t>{1, 2, 5});
}

TEST_CASE("a quote that is never closed is told with its line, and ends the reading", "[csv]") {
  const std::string text = "a\n\"b\nc";
  CsvReader reader(text, ',');
  CsvRow row;
  CHECK(*reader.next(row));
  const absl::StatusOr<bool> broken = reader.next(row);
  CHECK(absl::IsDataLoss(broken.status()));
  CHECK(std::string(broken.status().message()).find("line 2") != std::string::npos);
  CHECK_FALSE(*reader.next(row));
}

TEST_CASE("what was written is read again, whatever is in it", "[csv]") {
  std::mt19937 random(7);  // NOLINT(cert-msc51-cpp): the same every time.
  const std::string letters = "ab,;\"\n\r\t =+é";
  for (int i = 0; i < 2000; ++i) {
    std::vector<std::string> fields(1 + random() % 5);
    for (std::string& field : fields) {
      for (std::size_t n = random() % 8; n > 0; --n) field += letters[random() % letters.size()];
    }
    if (fields.size() == 1 && fields[0].empty()) continue;  // A row without anything is passed over.
    for (const char separator : {',', ';', '\t'}) {
      std::string text;
      for (std::size_t f = 0; f < fields.size(); ++f) {
        if (f > 0) text += separator;
        append_csv_field(text, fields[f], separator);
      }
      text += "\r\n";
      CHECK(read_all(text, separator) == Rows{fields});
    }
  }
}

TEST_CASE("the separator is what the first row has most of outside quotes", "[csv]") {
  CHECK(guess_separator("naam;telefoon;\"a,b,c,d\"\n1,2,3,4,5") == ';');
  CHECK(guess_separator("naam\ttelefoon\n") == '\t');
  CHECK(guess_separator("naam,telefoon\n;;;;;;") == ',');
  CHECK(guess_separator("naam\n") == ',');
}

TEST_CASE("a mark goes, and bytes that are no UTF-8 are Windows-1252", "[csv]") {
  bool was_utf8 = false;
  CHECK(to_utf8("\xEF\xBB\xBFnaam,caf\xC3\xA9", was_utf8) == "naam,café");
  CHECK(was_utf8);
  CHECK(to_utf8("caf\xE9 \x80 5", was_utf8) == "café € 5");
  CHECK_FALSE(was_utf8);
}

TEST_CASE("what a spreadsheet takes as a formula is known by its first letter", "[csv]") {
  for (const char* text : {"=1+1", "+31612345678", "-5", "@SUM(A1)", "\t=1"}) CHECK(looks_like_formula(text));
  for (const char* text : {"", "a=b", " =1", "0", "é"}) CHECK_FALSE(looks_like_formula(text));
}

}  // namespace
}  // namespace aandacht::base
