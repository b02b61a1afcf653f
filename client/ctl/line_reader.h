// Lines of any length; the console reads them in the same way.
#pragma once

#include "client/net/line_reader.h"

namespace aandacht::ctl {

using net::kLongestLine;
using net::LineReader;

}  // namespace aandacht::ctl
