// The file of a model: "AANDLIN\n", version of the format (u32), checksum (u64) of all that follows, then the parts in
// the order of ModelParts. Little-endian; a text or a list is its count (u32) and its items.
#include "absl/status/status.h"
#include "shared/classify/linear_model.h"
#include "shared/classify/model_bytes.h"

namespace aandacht::classify {
namespace {

constexpr std::string_view kMagic = "AANDLIN\n";
constexpr std::uint32_t kFormat = 1;

ModelParts read_parts(ModelSource& source) {
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
  ModelWriter body;
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
  return sealed_model(kMagic, kFormat, body.bytes());
}

absl::StatusOr<LinearModel> LinearModel::parse(std::string_view bytes) {
  const absl::StatusOr<std::string_view> body = open_model(kMagic, kFormat, bytes);
  if (!body.ok()) return body.status();
  ModelSource source(*body);
  ModelParts parts = read_parts(source);
  if (!source.ok() || !source.at_end())
    return absl::InvalidArgumentError("the model file is damaged: its parts do not fit");
  return create(std::move(parts));
}

}  // namespace aandacht::classify
