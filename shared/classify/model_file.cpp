// The file of a model: "AANDLIN\n", version of the format (u32), checksum (u64) of all that follows, then the parts in
// the order of ModelParts. Little-endian; a text or a list is its count (u32) and its items.
#include <bit>
#include <cstring>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "shared/classify/linear_model.h"

namespace aandacht::classify {
namespace {

constexpr std::string_view kMagic = "AANDLIN\n";
constexpr std::uint32_t kFormat = 1;
constexpr std::size_t kHeader = 8 + 4 + 8;

/// FNV-1a, 64 bits: finds accidents, not forgeries.
std::uint64_t checksum(std::string_view bytes) {
  std::uint64_t sum = 14695981039346656037ULL;
  for (const char byte : bytes) sum = (sum ^ static_cast<std::uint8_t>(byte)) * 1099511628211ULL;
  return sum;
}

class Writer {
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
  void small(const std::vector<std::int8_t>& values) {
    count(values.size());
    for (const std::int8_t value : values) bytes_.push_back(static_cast<char>(value));
  }
  [[nodiscard]] const std::string& bytes() const { return bytes_; }

 private:
  std::string bytes_;
};

/// Reads as far as the bytes go; after that everything is empty and ok() is false.
class Source {
 public:
  explicit Source(std::string_view bytes) : rest_(bytes) {}

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

ModelParts read_parts(Source& source) {
  ModelParts parts;
  parts.name = source.text();
  parts.version = source.text();
  parts.labels = source.texts();
  parts.features.longest_words = source.integer();
  parts.features.least_letters = source.integer();
  parts.features.most_letters = source.integer();
  parts.features.length_exponent = source.real();
  parts.features.letters_weight = source.real();
  parts.features.by_language = source.integer() != 0;
  parts.bucket_bits = source.integer();
  parts.scales = source.reals();
  parts.extras = source.texts();
  parts.extra_weights = source.reals();
  parts.languages = source.texts();
  parts.biases = source.reals();
  parts.temperatures = source.reals();
  parts.weights = source.small();
  return parts;
}

}  // namespace

std::string LinearModel::serialise() const {
  Writer body;
  body.text(parts_.name);
  body.text(parts_.version);
  body.texts(parts_.labels);
  body.integer(parts_.features.longest_words);
  body.integer(parts_.features.least_letters);
  body.integer(parts_.features.most_letters);
  body.real(parts_.features.length_exponent);
  body.real(parts_.features.letters_weight);
  body.integer(parts_.features.by_language ? 1 : 0);
  body.integer(parts_.bucket_bits);
  body.reals(parts_.scales);
  body.texts(parts_.extras);
  body.reals(parts_.extra_weights);
  body.texts(parts_.languages);
  body.reals(parts_.biases);
  body.reals(parts_.temperatures);
  body.small(parts_.weights);
  Writer head;
  head.number(kFormat);
  head.number(checksum(body.bytes()));
  return absl::StrCat(std::string(kMagic), head.bytes(), body.bytes());
}

absl::StatusOr<LinearModel> LinearModel::parse(std::string_view bytes) {
  if (!bytes.starts_with(kMagic)) return absl::InvalidArgumentError("this is not a model file");
  if (bytes.size() < kHeader) return absl::InvalidArgumentError("the model file is cut off");
  Source head(bytes.substr(kMagic.size()));
  const auto format = head.number<std::uint32_t>();
  if (format != kFormat) {
    return absl::InvalidArgumentError(absl::StrCat("the model file has format ", format, "; this program reads format ",
                                                   kFormat, ": train it again"));
  }
  const auto sum = head.number<std::uint64_t>();
  const std::string_view body = bytes.substr(kHeader);
  if (sum != checksum(body)) {
    return absl::InvalidArgumentError("the model file is damaged: its checksum does not fit; copy or train it again");
  }
  Source source(body);
  ModelParts parts = read_parts(source);
  if (!source.ok() || !source.at_end())
    return absl::InvalidArgumentError("the model file is damaged: its parts do not fit");
  return create(std::move(parts));
}

}  // namespace aandacht::classify
