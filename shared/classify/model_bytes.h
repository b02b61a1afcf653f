// Bytes of model files: little-endian numbers, counted texts and lists, and a head with format and checksum. For
// shared/classify only.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"

namespace aandacht::classify {

/// Where the body of what sealed_model() makes begins.
inline constexpr std::size_t kModelHead = 8 + sizeof(std::uint32_t) + sizeof(std::uint64_t);

class ModelWriter {
 public:
  template <typename T>
  void number(T value) {
    for (std::size_t i = 0; i < sizeof(T); ++i) bytes_.push_back(static_cast<char>(value >> (8 * i)));
  }
  void count(std::size_t value) { number(static_cast<std::uint32_t>(value)); }
  void integer(int value) { number(static_cast<std::uint32_t>(value)); }
  void real(float value) { number(std::bit_cast<std::uint32_t>(value)); }
  void text(const std::string& value) {
    count(value.size());
    bytes_ += value;
  }
  void texts(const std::vector<std::string>& values) {
    count(values.size());
    for (const std::string& value : values) text(value);
  }
  void reals(const std::vector<float>& values) {
    count(values.size());
    for (const float value : values) real(value);
  }
  void small(std::span<const std::int8_t> values) {
    count(values.size());
    plain(values);
  }
  /// Not counted.
  void plain(std::span<const std::int8_t> values) {
    for (const std::int8_t value : values) bytes_.push_back(static_cast<char>(value));
  }
  /// Zeros, so that what follows begins at a multiple of `bytes` in the sealed file.
  void align(std::size_t bytes) { bytes_.append((bytes - (kModelHead + bytes_.size()) % bytes) % bytes, '\0'); }
  [[nodiscard]] const std::string& bytes() const { return bytes_; }

 private:
  std::string bytes_;
};

/// Reads as far as the bytes go; after that everything is empty and ok() is false.
class ModelSource {
 public:
  explicit ModelSource(std::string_view bytes) : rest_(bytes) {}

  [[nodiscard]] bool ok() const { return ok_; }
  [[nodiscard]] bool at_end() const { return rest_.empty(); }

  template <typename T>
  T number() {
    T value = 0;
    if (!has(sizeof(T))) return value;
    for (std::size_t i = 0; i < sizeof(T); ++i) value |= static_cast<T>(static_cast<std::uint8_t>(rest_[i])) << (8 * i);
    rest_.remove_prefix(sizeof(T));
    return value;
  }
  int integer() { return static_cast<int>(number<std::uint32_t>()); }
  float real() { return std::bit_cast<float>(number<std::uint32_t>()); }
  std::string text() {
    const std::size_t size = count(1);
    std::string value(rest_.substr(0, size));
    rest_.remove_prefix(size);
    return value;
  }
  std::vector<std::string> texts() {
    std::vector<std::string> values(count(sizeof(std::uint32_t)));
    for (std::string& value : values) value = text();
    return values;
  }
  std::vector<float> reals() {
    std::vector<float> values(count(sizeof(std::uint32_t)));
    for (float& value : values) value = real();
    return values;
  }
  std::vector<std::int8_t> small() {
    std::vector<std::int8_t> values(count(1));
    if (!values.empty()) std::memcpy(values.data(), rest_.data(), values.size());
    rest_.remove_prefix(values.size());
    return values;
  }
  /// What ModelWriter::align() wrote, of a sealed file of `size` bytes.
  void align(std::size_t bytes, std::size_t size) {
    const std::size_t at = size - rest_.size();
    const std::size_t zeros = (bytes - at % bytes) % bytes;
    if (has(zeros)) rest_.remove_prefix(zeros);
  }
  /// All that is left, as it stands.
  std::string_view plain() { return std::exchange(rest_, {}); }

 private:
  bool has(std::size_t size) { return ok_ = ok_ && size <= rest_.size(); }

  /// A count of items of at least `least` bytes each; no more than there can be, so that nothing huge is allocated.
  std::size_t count(std::size_t least) {
    const std::size_t value = number<std::uint32_t>();
    return has(value * least) ? value : 0;
  }

  std::string_view rest_;
  bool ok_ = true;
};

/// `magic` (8 bytes), the format (u32), the checksum of `body` (u64) and `body`.
[[nodiscard]] std::string sealed_model(std::string_view magic, std::uint32_t format, std::string_view body);

/// The body of what sealed_model() made, its checksum not read. INVALID_ARGUMENT: another magic or format, cut off.
[[nodiscard]] absl::StatusOr<std::string_view> trusted_model(std::string_view magic, std::uint32_t format,
                                                             std::string_view bytes);

/// The same. INVALID_ARGUMENT: changed, too.
[[nodiscard]] absl::StatusOr<std::string_view> open_model(std::string_view magic, std::uint32_t format,
                                                          std::string_view bytes);

}  // namespace aandacht::classify
