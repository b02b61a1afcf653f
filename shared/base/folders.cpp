#include "shared/base/folders.h"

#include <cstdlib>

namespace aandacht::base {
namespace {

std::filesystem::path under_home(const char* variable, const char* fallback) {
  const char* folder = std::getenv(variable);
  // The specification says that relative paths in these variables are to be ignored.
  if (folder != nullptr && folder[0] == '/') return std::filesystem::path(folder) / "aandacht";
  const char* home = std::getenv("HOME");
  return std::filesystem::path(home != nullptr ? home : "/") / fallback / "aandacht";
}

}  // namespace

std::filesystem::path config_folder() { return under_home("XDG_CONFIG_HOME", ".config"); }
std::filesystem::path data_folder() { return under_home("XDG_DATA_HOME", ".local/share"); }
std::filesystem::path state_folder() { return under_home("XDG_STATE_HOME", ".local/state"); }

std::filesystem::path shipped_folder() {
  std::error_code error;
  const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", error);
  return program.parent_path().parent_path() / "share" / "aandacht";
}

}  // namespace aandacht::base
