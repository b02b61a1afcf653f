// Keeping a process small that lives all day beside others.
#pragma once

namespace aandacht::app {

/// One heap for all threads: each further one would keep memory that is hardly used. Call first in main().
void use_one_heap();

/// Gives freed memory back to the system, e.g. after fonts were built. Costs a fraction of a millisecond.
void give_back_memory();

}  // namespace aandacht::app
