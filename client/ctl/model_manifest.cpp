#include "client/ctl/model_manifest.h"

#include <toml++/toml.h>

#include <map>
#include <set>
#include <string_view>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "client/ctl/input_file.h"

namespace aandacht::ctl {
namespace {

namespace fs = std::filesystem;

/// Reads the fields of one table; keeps the first mistake.
class Fields {
 public:
  Fields(const toml::table& table, const fs::path& file) : table_(table), file_(file) {}

  template <typename T>
  void read(std::string_view key, T& into, bool required = false) {
    known_.insert(key);
    const toml::node* node = table_.get(key);
    if (node == nullptr) {
      if (required) refuse(table_, absl::StrCat("'", std::string(key), "' is missing"));
      return;
    }
    if (const auto value = node->value<T>()) {
      into = *value;
    } else {
      refuse(*node, absl::StrCat("'", std::string(key), "' is of the wrong kind"));
    }
  }

  void read(std::string_view key, float& into) {
    double value = static_cast<double>(into);
    read(key, value);
    into = static_cast<float>(value);
  }

  void read(std::string_view key, std::vector<std::string>& into) {
    known_.insert(key);
    const toml::array* array = table_[key].as_array();
    if (array == nullptr) return refuse(table_, absl::StrCat("'", std::string(key), "' is no list of texts"));
    for (const toml::node& node : *array) into.push_back(node.value_or(std::string()));
  }

  void refuse(const toml::node& node, const std::string& what) {
    if (!status_.ok()) return;
    status_ = absl::InvalidArgumentError(absl::StrCat(file_.string(), ":", node.source().begin.line, ": ", what));
  }

  absl::Status finish() {
    for (const auto& [key, node] : table_) {
      if (!known_.contains(key.str())) refuse(node, absl::StrCat("'", std::string(key.str()), "' is unknown"));
    }
    return status_;
  }

 private:
  const toml::table& table_;
  const fs::path& file_;
  std::set<std::string_view> known_;
  absl::Status status_;
};

absl::Status read_options(const toml::table& table, const fs::path& file, learn::TrainingOptions& options) {
  Fields fields(table, file);
  fields.read("version", options.version, true);
  fields.read("bucket_bits", options.bucket_bits);
  fields.read("epochs", options.epochs);
  fields.read("rate", options.rate);
  fields.read("l1", options.l1);
  fields.read("l2", options.l2);
  fields.read("extra_l2", options.extra_l2);
  fields.read("balance", options.balance);
  fields.read("longest_words", options.features.longest_words);
  fields.read("least_letters", options.features.least_letters);
  fields.read("most_letters", options.features.most_letters);
  fields.read("length_exponent", options.features.length_exponent);
  fields.read("letters_weight", options.features.letters_weight);
  fields.read("by_language", options.features.by_language);
  return fields.finish();
}

absl::Status read_options(const toml::table& table, const fs::path& file, learn::TaggerTraining& options) {
  Fields fields(table, file);
  fields.read("version", options.version, true);
  fields.read("bucket_bits", options.bucket_bits);
  fields.read("least_seen", options.least_seen);
  fields.read("epochs", options.epochs);
  fields.read("rate", options.rate);
  fields.read("l2", options.l2);
  fields.read("models", options.models);
  fields.read("dropout", options.dropout);
  return fields.finish();
}

absl::Status read_set(const toml::table& table, const fs::path& file, CorpusSet& set) {
  const std::map<std::string, SetRole> roles = {
      {"train", SetRole::kTrain}, {"calibrate", SetRole::kCalibrate}, {"test", SetRole::kTest}};
  Fields fields(table, file);
  std::string model;
  std::string role = "train";
  fields.read("model", model, true);
  fields.read("name", set.name, true);
  fields.read("list", set.list);
  const bool is_file = set.list.empty();
  fields.read("file", set.file, is_file);
  fields.read("own", set.own);
  if (is_file && !set.file.ends_with(".jsonl")) fields.read("columns", set.columns);
  fields.read("kind", set.kind);
  fields.read("role", role);
  fields.read("weight", set.weight);
  fields.read("calibrate", set.calibrate);
  fields.read("licence", set.licence, true);
  fields.read("origin", set.origin, true);
  fields.read("sha256", set.sha256, is_file && !set.own);
  const auto found = roles.find(role);
  if (found == roles.end()) fields.refuse(table, "a role is train, calibrate or test");
  if (found != roles.end()) set.role = found->second;
  return fields.finish();
}

}  // namespace

namespace {

absl::StatusOr<toml::table> read_manifest(const fs::path& manifest) {
  std::error_code unknown;
  if (!fs::exists(manifest, unknown) && !unknown) {
    return absl::NotFoundError(absl::StrCat(manifest.string(),
                                            " is not there: give --content the folder of rules and "
                                            "lines with models/training/sources.toml in it; the source has one"));
  }
  const absl::StatusOr<std::string> text = read_input_file(manifest.string());
  if (!text.ok()) return text.status();
  try {
    return toml::parse(*text, manifest.string());
  } catch (const toml::parse_error& error) {
    return absl::InvalidArgumentError(
        absl::StrCat(manifest.string(), ":", error.source().begin.line, ": ", std::string(error.description())));
  }
}

/// The options in [SECTION.NAME] and the sets of that name.
template <typename Plan>
absl::StatusOr<Plan> read_plan_of(const char* section, const fs::path& manifest, const std::string& name) {
  const absl::StatusOr<toml::table> root = read_manifest(manifest);
  if (!root.ok()) return root.status();
  const toml::table* model = (*root)[section][name].as_table();
  if (model == nullptr) {
    return absl::NotFoundError(absl::StrCat(manifest.string(), " has no [", section, ".", name, "]"));
  }
  Plan plan;
  plan.options.name = name;
  if (absl::Status status = read_options(*model, manifest, plan.options); !status.ok()) return status;
  const toml::array* sets = (*root)["set"].as_array();
  for (std::size_t i = 0; sets != nullptr && i < sets->size(); ++i) {
    const toml::table* table = sets->get(i)->as_table();
    if (table == nullptr || (*table)["model"].value_or(std::string()) != name) continue;
    CorpusSet set;
    if (absl::Status status = read_set(*table, manifest, set); !status.ok()) return status;
    plan.sets.push_back(std::move(set));
  }
  return plan;
}

}  // namespace

absl::StatusOr<ModelPlan> read_plan(const fs::path& manifest, const std::string& name) {
  return read_plan_of<ModelPlan>("model", manifest, name);
}

absl::StatusOr<TaggerPlan> read_tagger_plan(const fs::path& manifest, const std::string& name) {
  return read_plan_of<TaggerPlan>("tagger", manifest, name);
}

}  // namespace aandacht::ctl
