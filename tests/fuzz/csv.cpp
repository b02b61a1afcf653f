// A CSV file of a stranger: every row comes to an end, and what is written from it is read again the same.
#include "shared/base/csv.h"

#include <cstddef>
#include <cstdint>

#include "shared/base/utf8.h"
#include "tests/fuzz/require.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace aandacht::base;
  using aandacht::fuzz::require;
  bool was_utf8 = false;
  const std::string text = to_utf8({reinterpret_cast<const char*>(data), size}, was_utf8);
  require(is_valid_utf8(text), "the text is UTF-8");
  const char separator = guess_separator(text);
  CsvReader reader(text, separator);
  CsvRow row;
  std::size_t rows = 0;
  std::size_t last = 0;
  for (;;) {
    const absl::StatusOr<bool> more = reader.next(row);
    if (!more.ok() || !*more) break;
    require(++rows <= text.size() + 1, "rows come to an end");
    require(row.line > last, "a row begins below the one before");
    last = row.line;
    std::string written;
    for (std::size_t i = 0; i < row.fields.size(); ++i) {
      if (i > 0) written += separator;
      append_csv_field(written, row.fields[i], separator);
    }
    if (written.empty()) continue;
    written += "\r\n";
    CsvReader again(written, separator);
    CsvRow same;
    const absl::StatusOr<bool> read = again.next(same);
    require(read.ok() && *read && same.fields == row.fields, "what was written is read the same");
  }
  return 0;
}
