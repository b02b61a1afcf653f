// Asks for the photo of the story on screen.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "absl/time/time.h"

namespace grpc {
class Channel;
}

namespace aandacht::net {

/// Rows from the top, three bytes a pixel: red, green, blue.
struct Photo {
  int width = 0;
  int height = 0;
  std::string pixels;
};

/// A newer question makes the answer to an older one worthless, and it is not told. Keeps no photo.
class StoryPhoto {
 public:
  /// NOT_FOUND: the story has none, or is withdrawn. INTERNAL: the pixels do not fit the size, or it is larger than
  /// 256 by 256. Others: the service is away.
  using Answer = std::function<void(absl::StatusOr<Photo>)>;

  explicit StoryPhoto(std::shared_ptr<grpc::Channel> channel, absl::Duration timeout = absl::Seconds(5));

  /// No answer is told any more when this returns; do not destroy from inside one.
  ~StoryPhoto();

  StoryPhoto(const StoryPhoto&) = delete;
  StoryPhoto& operator=(const StoryPhoto&) = delete;

  /// `answer` is called on a thread of its own: hand over and return. Ask from one thread, not from an answer.
  void ask(const std::string& story_id, Answer answer);

 private:
  struct Questions;

  std::unique_ptr<Questions> questions_;
};

}  // namespace aandacht::net
