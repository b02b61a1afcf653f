// Small things that touch the disk; the console has them done in the same way.
#pragma once

#include "client/app/errands.h"

namespace aandacht::overlay {

using app::Errands;

}  // namespace aandacht::overlay
