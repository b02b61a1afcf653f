// Files that a command is given; the console reads them in the same way.
#pragma once

#include "client/net/input_file.h"

namespace aandacht::ctl {

using net::Input;
using net::open_input_file;
using net::read_input_file;
using net::spoken_name;

}  // namespace aandacht::ctl
