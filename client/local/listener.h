// Reads what is said when the service cannot.
#pragma once

#include <filesystem>
#include <memory>

#include "absl/status/statusor.h"
#include "client/local/local_store.h"
#include "shared/domain/event.h"
#include "shared/domain/library.h"
#include "shared/domain/reader.h"

namespace aandacht::local {

/// The service's mind beside the agent: the same reader, with the shipped content and the whys that the service told
/// last. Made when it is first asked, in some tenths of a second, and costs some 10 MB until it goes. One thread at a
/// time.
class Listener {
 public:
  /// `store` may be null and must otherwise outlive this; `content_folder` need not exist.
  Listener(LocalStore* store, std::filesystem::path content_folder);

  /// What was read, and what apply() needs to make cards of it: rules, lines, exercises, what tires,
  /// and the whys that are named.
  struct Heard {
    domain::Reading reading;
    domain::Library library;
  };

  /// `said.text` is redacted already.
  ///
  /// Errors are those of content::load_library and Reader::create; the next call tries again.
  [[nodiscard]] absl::StatusOr<Heard> hear(const domain::UtteranceSaid& said, const domain::ReadingContext& context);

  /// Gives the memory back.
  void close() { known_.reset(); }

  [[nodiscard]] bool is_open() const { return known_ != nullptr; }

 private:
  struct Known {
    domain::Library library;
    std::unique_ptr<domain::Reader> reader;
  };

  [[nodiscard]] absl::Status open();

  LocalStore* const store_;
  const std::filesystem::path content_folder_;
  std::unique_ptr<const Known> known_;
};

}  // namespace aandacht::local
