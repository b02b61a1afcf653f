// JSON that people and other programs wrote; the console reads it in the same way.
#pragma once

#include "client/net/json_fields.h"

namespace aandacht::ctl {

using net::JsonFields;
using net::parse_object;

}  // namespace aandacht::ctl
