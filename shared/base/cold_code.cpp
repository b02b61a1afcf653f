#include "shared/base/cold_code.h"

#include <link.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>

namespace aandacht::base {
namespace {

// Only segments that are never written, not even by the loader: their pages are the file's own.
void give_back(const dl_phdr_info& library, std::uintptr_t page) {
  for (int i = 0; i < library.dlpi_phnum; ++i) {
    const ElfW(Phdr)& segment = library.dlpi_phdr[i];
    if (segment.p_type != PT_LOAD || (segment.p_flags & PF_W) != 0) continue;
    const std::uintptr_t begin = library.dlpi_addr + segment.p_vaddr;
    const std::uintptr_t end = (begin + segment.p_memsz) / page * page;
    const std::uintptr_t first = (begin + page - 1) / page * page;
    if (first < end) madvise(reinterpret_cast<void*>(first), end - first, MADV_DONTNEED);
  }
}

}  // namespace

void give_back_code_of(std::string_view library) {
  dl_iterate_phdr(
      [](dl_phdr_info* info, std::size_t, void* wanted) {
        const std::string_view name(info->dlpi_name);
        if (name.find(*static_cast<std::string_view*>(wanted)) != std::string_view::npos)
          give_back(*info, static_cast<std::uintptr_t>(sysconf(_SC_PAGESIZE)));
        return 0;
      },
      &library);
}

void give_back_all_code() { give_back_code_of(""); }  // Every name has the empty one in it.

}  // namespace aandacht::base
