#include "client/app/lean_process.h"

#include <malloc.h>

namespace aandacht::app {

void use_one_heap() {
#if defined(__GLIBC__)
  mallopt(M_ARENA_MAX, 1);
#endif
}

void give_back_memory() {
#if defined(__GLIBC__)
  malloc_trim(0);
#endif
}

}  // namespace aandacht::app
