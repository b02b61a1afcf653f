// What a started service says of itself.
#pragma once

#include <string>

#include "tests/support/slurp.h"

namespace aandacht::bench {

/// Where it listens, by what it printed into the file `log`; empty: it has not said so yet.
inline std::string address_in(const std::string& log) {
  const std::string text = test::slurp(log);
  const std::string mark = "listening on ";
  const std::size_t at = text.find(mark);
  const std::size_t end = text.find('\n', at);
  return at == std::string::npos || end == std::string::npos ? ""
                                                             : text.substr(at + mark.size(), end - at - mark.size());
}

}  // namespace aandacht::bench
