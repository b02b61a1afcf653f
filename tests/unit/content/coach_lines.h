// The labelled lines of tests/data/coach, and what rules make of them.
#pragma once

#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "absl/strings/str_split.h"
#include "shared/domain/reader.h"

namespace aandacht::test {

inline std::filesystem::path content_folder() {
  return std::filesystem::path(AANDACHT_SOURCE_DIR) / "service" / "content";
}

struct CoachLine {
  std::string label;
  std::string language;
  std::string text;
};

inline std::vector<CoachLine> coach_lines(const std::string& file) {
  const bool elsewhere = !file.empty() && file[0] == '/';
  std::ifstream in(elsewhere ? file : std::string(AANDACHT_SOURCE_DIR "/tests/data/coach/") + file);
  std::vector<CoachLine> lines;
  for (std::string line; std::getline(in, line);) {
    const std::vector<std::string> fields = absl::StrSplit(line, '\t');
    if (fields.size() == 4) lines.push_back({fields[0], fields[1], fields[3]});
  }
  return lines;
}

inline std::string label_name(domain::CoachLabel label) {
  switch (label) {
    case domain::CoachLabel::kBlame:
      return "blame";
    case domain::CoachLabel::kHelpless:
      return "helpless";
    case domain::CoachLabel::kInstitute:
      return "institute";
    case domain::CoachLabel::kFaceless:
      return "faceless";
    case domain::CoachLabel::kJargon:
      return "jargon";
  }
  return "";
}

/// Counts of one label.
struct Tally {
  int wanted = 0;  ///< Lines with this label.
  int said = 0;    ///< Lines that got this label.
  int right = 0;   ///< … and have it.
  int any = 0;     ///< Lines with this label that got any label.

  [[nodiscard]] double precision() const { return said == 0 ? 1 : double(right) / said; }
  [[nodiscard]] double recall() const { return wanted == 0 ? 1 : double(right) / wanted; }
};

}  // namespace aandacht::test
