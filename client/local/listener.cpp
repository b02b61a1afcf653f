#include "client/local/listener.h"

#include <utility>
#include <vector>

#include "shared/content/load.h"

namespace aandacht::local {

Listener::Listener(LocalStore* store, std::filesystem::path content_folder)
    : store_(store), content_folder_(std::move(content_folder)) {}

absl::Status Listener::open() {
  if (known_) return absl::OkStatus();
  absl::StatusOr<domain::Library> library = content::load_library(content_folder_);
  if (!library.ok()) return library.status();
  if (store_ != nullptr) {
    absl::StatusOr<std::vector<domain::Why>> told = store_->whys();
    if (told.ok() && !told->empty()) library->whys = *std::move(told);
  }
  absl::StatusOr<std::unique_ptr<domain::Reader>> reader = domain::Reader::create(*library);
  if (!reader.ok()) return reader.status();
  // The reader has its own copy of the heavy parts.
  library->lexicons.clear();
  library->models = {};
  known_ = std::make_unique<const Known>(Known{*std::move(library), *std::move(reader)});
  return absl::OkStatus();
}

absl::StatusOr<Listener::Heard> Listener::hear(const domain::UtteranceSaid& said,
                                               const domain::ReadingContext& context) {
  if (absl::Status status = open(); !status.ok()) return status;
  Heard heard{known_->reader->read(said.speaker, said.text, context), {}};
  heard.library.coach_rules = known_->library.coach_rules;
  heard.library.we_lines = known_->library.we_lines;
  heard.library.warmth_lines = known_->library.warmth_lines;
  heard.library.attention = known_->library.attention;
  heard.library.fatigue = known_->library.fatigue;
  heard.library.exercises = known_->library.exercises;
  for (const domain::WhyMatch& match : heard.reading.whys) {
    if (const domain::Why* why = domain::find_why(known_->library, match.why_id)) heard.library.whys.push_back(*why);
  }
  return heard;
}

}  // namespace aandacht::local
