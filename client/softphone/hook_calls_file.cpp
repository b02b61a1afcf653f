#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "absl/strings/str_cat.h"
#include "client/softphone/hook_calls.h"
#include "nlohmann/json.hpp"
#include "shared/base/folders.h"

namespace aandacht::softphone {
namespace {

constexpr std::size_t kMostCalls = 32;
constexpr std::size_t kLongestFile = 64 * 1024;
constexpr absl::Duration kForgottenAfter = absl::Hours(12);

/// The file, locked until destroyed.
class LockedFile {
 public:
  explicit LockedFile(const std::filesystem::path& path)
      : descriptor_(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600)) {
    if (descriptor_ >= 0) {
      ::flock(descriptor_, LOCK_EX);
    }
  }

  ~LockedFile() {
    if (descriptor_ >= 0) {
      ::close(descriptor_);
    }
  }

  LockedFile(const LockedFile&) = delete;
  LockedFile& operator=(const LockedFile&) = delete;

  [[nodiscard]] bool is_open() const { return descriptor_ >= 0; }

  [[nodiscard]] std::string read() const {
    std::string bytes(kLongestFile, '\0');
    const ssize_t count = ::pread(descriptor_, bytes.data(), bytes.size(), 0);
    bytes.resize(count > 0 ? static_cast<std::size_t>(count) : 0);
    return bytes;
  }

  [[nodiscard]] bool write(const std::string& bytes) const {
    return ::pwrite(descriptor_, bytes.data(), bytes.size(), 0) == static_cast<ssize_t>(bytes.size()) &&
           ::ftruncate(descriptor_, static_cast<off_t>(bytes.size())) == 0;
  }

 private:
  int descriptor_;
};

std::int64_t whole_number(const nlohmann::json& object, const char* member, std::int64_t otherwise) {
  const auto found = object.find(member);
  return found != object.end() && found->is_number_integer() ? found->get<std::int64_t>() : otherwise;
}

std::string text(const nlohmann::json& object, const char* member) {
  const auto found = object.find(member);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::vector<HookCall> decode(const std::string& bytes, absl::Time now) {
  std::vector<HookCall> calls;
  const nlohmann::json parsed = nlohmann::json::parse(bytes, nullptr, false);
  if (!parsed.is_array()) {
    return calls;
  }
  for (const nlohmann::json& each : parsed) {
    if (!each.is_object() || text(each, "id").empty()) {
      continue;
    }
    HookCall call{.id = text(each, "id"), .number = text(each, "number")};
    const bool rang = whole_number(each, "rang", 0) != 0;
    call.began_with = rang ? domain::CallEvent::kRinging : domain::CallEvent::kAnswered;
    call.began = absl::FromUnixMicros(whole_number(each, "began_us", 0));
    const std::int64_t ended = whole_number(each, "ended_us", 0);
    call.ended = ended == 0 ? absl::InfiniteFuture() : absl::FromUnixMicros(ended);
    if (now - call.began < kForgottenAfter) {
      calls.push_back(std::move(call));
    }
  }
  return calls;
}

std::string encode(const std::vector<HookCall>& calls) {
  nlohmann::json array = nlohmann::json::array();
  for (std::size_t i = calls.size() > kMostCalls ? calls.size() - kMostCalls : 0; i < calls.size(); ++i) {
    const HookCall& call = calls[i];
    const bool is_over = call.ended != absl::InfiniteFuture();
    array.push_back({{"id", call.id},
                     {"number", call.number},
                     {"rang", call.began_with == domain::CallEvent::kRinging ? 1 : 0},
                     {"began_us", absl::ToUnixMicros(call.began)},
                     {"ended_us", is_over ? absl::ToUnixMicros(call.ended) : 0}});
  }
  return array.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

}  // namespace

absl::StatusOr<std::string> assign_call_id_in(const std::filesystem::path& file, const std::string& number,
                                              domain::CallEvent event, absl::Time now) {
  std::error_code ignored;  // Opening the file fails then, with a better message.
  std::filesystem::create_directories(file.parent_path(), ignored);
  const LockedFile locked(file);
  if (!locked.is_open()) {
    return absl::UnavailableError(absl::StrCat(file.string(), ": ", std::strerror(errno)));
  }
  std::vector<HookCall> calls = decode(locked.read(), now);
  std::string id = assign_call_id(calls, number, event, now);
  if (!locked.write(encode(calls))) {
    return absl::UnavailableError(absl::StrCat(file.string(), ": ", std::strerror(errno)));
  }
  return id;
}

std::filesystem::path default_hook_calls_file() { return base::state_folder() / "hook-calls.json"; }

}  // namespace aandacht::softphone
