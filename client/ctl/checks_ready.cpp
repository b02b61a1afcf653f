#include <unistd.h>

#include <algorithm>
#include <array>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "client/ctl/checks.h"
#include "client/ready/command.h"
#include "client/ready/lease.h"
#include "shared/base/settings.h"
#include "shared/base/text_file.h"

namespace aandacht::ctl {
namespace {

namespace fs = std::filesystem;

constexpr const char* kSubject = "not ready";

/// What the shell itself knows, or what begins something larger than one command.
bool is_shells_own(const std::string& word) {
  constexpr std::array kOwn = {"[",     "test", "echo", "printf", "cd", "exec", "if",   "for",
                               "while", "case", ".",    "!",      ":",  "true", "false"};
  return word.find_first_of("(){}$`'\"=;&|<>") != std::string::npos ||
         std::find(kOwn.begin(), kOwn.end(), word) != kOwn.end();
}

std::string first_word(const std::string& command) {
  const std::vector<std::string> words = absl::StrSplit(command, absl::ByAnyChar(" \t"), absl::SkipEmpty());
  return words.empty() ? "" : words.front();
}

/// The program of a command that is not there; empty: it is, or only the shell can tell.
std::string missing_program(const std::string& command, const std::string& path) {
  const std::string word = first_word(command);
  if (word.empty() || is_shells_own(word)) return "";
  if (word.find('/') != std::string::npos) return access(word.c_str(), X_OK) == 0 ? "" : word;
  for (const auto& folder : absl::StrSplit(path, ':', absl::SkipEmpty())) {
    if (access((fs::path(std::string(folder)) / word).c_str(), X_OK) == 0) return "";
  }
  return word;
}

}  // namespace

ResetSettings reset_settings(const fs::path& file) {
  ResetSettings found;
  base::Settings settings("");
  settings.choice("reset.hold_off", &found.hold_off, {"refuse", "off"}, "");
  settings.text("reset.not_ready", &found.not_ready, "", "", ready::check_command);
  settings.text("reset.ready", &found.ready, "", "", ready::check_command);
  settings.text("softphone", &found.softphone, "", "");
  const absl::StatusOr<std::string> text = base::read_text_file(file);
  // The overlay itself tells what else is wrong with the file.
  if (text.ok()) static_cast<void>(settings.load_what_fits(*text, file.string()));
  return found;
}

Finding check_not_ready(const ResetSettings& settings, const fs::path& program, const fs::path& leases,
                        const std::string& path) {
  for (const fs::path& lease : ready::lease_files(leases)) {
    if (ready::living_holder(lease) > 0) continue;
    return {kSubject, Health::kBroken, "somebody may still be not-ready: a ready command was never run",
            "run `aandachtctl ready`; the overlay also does it when it starts"};
  }
  if (settings.not_ready.empty() && settings.ready.empty()) {
    const bool refuses = settings.hold_off == "refuse" && absl::StartsWith(settings.softphone, "baresip:");
    if (refuses) return {kSubject, Health::kOk, "during a reset the overlay has baresip refuse calls", ""};
    return {kSubject, Health::kWarning, "nothing keeps calls away during a reset; one that comes ends it",
            "set not_ready and ready under [reset] in overlay.toml; docs/wellbeing.md has examples"};
  }
  if (settings.not_ready.empty() || settings.ready.empty()) {
    return {
        kSubject, Health::kBroken,
        absl::StrCat("only ", settings.ready.empty() ? "not_ready" : "ready", " is set under [reset]: neither is run"),
        "set both, or none"};
  }
  if (access(program.c_str(), X_OK) != 0) {
    return {kSubject, Health::kBroken, absl::StrCat(program.string(), " is not there: no command is run"),
            "install it beside the overlay: without it nobody would make ready again"};
  }
  for (const std::string& command : {settings.not_ready, settings.ready}) {
    const std::string missing = missing_program(command, path);
    if (missing.empty()) continue;
    return {kSubject, Health::kBroken, absl::StrCat("\"", missing, "\" is not there, or cannot be run"),
            "mend the commands under [reset] in overlay.toml"};
  }
  return {kSubject, Health::kOk, "both commands are there",
          "`aandachtctl ready --try` runs them once, one after the other"};
}

}  // namespace aandacht::ctl
