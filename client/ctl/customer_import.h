// Imports that say what they would change, and name every row that is refused.
#pragma once

#include <string>

#include "client/ctl/environment.h"

namespace aandacht::ctl {

/// What `aandachtctl customers import` was told.
struct CustomerImport {
  std::string server;
  std::string file;  ///< "-": standard input.
  std::string map;   ///< Empty: headers are guessed.
  std::string country = "NL";
  std::string refused;  ///< A file for the rows that are refused; empty: none.
  std::string run;      ///< Of an import that broke off; empty: a new one.
  bool dry_run = false;
  bool json = false;
};

/// True for a file whose name or map says that it is CSV.
[[nodiscard]] bool is_csv(const CustomerImport& wish);

/// Both forms create and change by the customer's key, and leave alone what the file does not bring. kFailed: a row was
/// refused, or the import broke off; then it says how to go on.
[[nodiscard]] Exit import_customers(const CustomerImport& wish, Environment& environment);

}  // namespace aandacht::ctl
