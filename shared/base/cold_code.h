// Code that runs once in a shift.
#pragma once

#include <string_view>

namespace aandacht::base {

/// Lets the kernel have back the pages of a shared library's code and constants ("libcrypto"), which it reads again
/// from its cache when they are needed. What the library wrote stays. Safe while other threads run in it.
void give_back_code_of(std::string_view library);

/// The same for the program and all its libraries: what only ran to start the program costs nothing afterwards.
void give_back_all_code();

}  // namespace aandacht::base
