// Mesa leaks a few kilobytes when GLFW unloads it, and then LeakSanitizer cannot name it for a suppression.
#pragma once

#if defined(__SANITIZE_ADDRESS__)
#include <sanitizer/lsan_interface.h>
#endif

namespace aandacht::test {

#if defined(__SANITIZE_ADDRESS__)
/// While it lives, what is allocated is not looked for when the program ends.
using MesaLeaks = __lsan::ScopedDisabler;
#else
struct MesaLeaks {
  MesaLeaks() {}
};
#endif

}  // namespace aandacht::test
