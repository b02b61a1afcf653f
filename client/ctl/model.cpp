// aandachtctl model
#include <CLI/CLI.hpp>
#include <filesystem>
#include <fstream>
#include <memory>

#include "absl/strings/str_cat.h"
#include "client/ctl/input_file.h"
#include "client/ctl/model_tagger.h"
#include "client/ctl/model_training.h"
#include "client/ctl/program.h"
#include "shared/base/folders.h"
#include "shared/content/load.h"

namespace aandacht::ctl {
namespace {

namespace fs = std::filesystem;

constexpr char kTrainHelp[] =
    R"(Trains one model from the sets that models/training/sources.toml of the content folder names, and prints its figures
on the sets it was not trained on, as one JSON object. The same sets and seed give the same file. Sets by others are not
shipped: --corpora is the folder that has them; the manifest says where they come from.

Example:
  aandachtctl model train sentiment --content service/content --corpora ~/corpora/sentiment)";

struct Options {
  std::string name;
  std::string corpora = ".";
  std::string content;
  std::string manifest;
  std::string out;
  std::vector<std::string> left_out;
  std::uint64_t seed = 1;
};

absl::Status write_file(const fs::path& path, const std::string& bytes) {
  std::error_code error;
  if (path.has_parent_path()) fs::create_directories(path.parent_path(), error);
  std::ofstream out(path, std::ios::binary | std::ios::trunc);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.close();
  return out ? absl::OkStatus() : absl::UnavailableError(absl::StrCat("cannot write ", path.string()));
}

fs::path out_of(const Options& options, const fs::path& content) {
  return options.out.empty() ? content / "models" / absl::StrCat(options.name, ".model") : fs::path(options.out);
}

absl::StatusOr<Json> train_tagger(const Options& options, const fs::path& manifest, TaggerPlan plan) {
  if (options.out.empty()) {
    return absl::InvalidArgumentError(
        "say with --out where the model goes: the redaction's is part of the program, built from "
        "shared/domain/redaction.model of the source");
  }
  plan.options.seed = options.seed;
  const absl::StatusOr<TrainedTagger> trained =
      train_redaction(plan, manifest.parent_path(), options.corpora, options.left_out);
  if (!trained.ok()) return trained.status();
  if (absl::Status status = write_file(options.out, trained->tagger.serialise()); !status.ok()) {
    return status;
  }
  return trained->figures;
}

absl::StatusOr<Json> train(const Options& options) {
  const fs::path content = options.content.empty() ? base::shipped_folder() / "content" : fs::path(options.content);
  const fs::path manifest =
      options.manifest.empty() ? content / "models" / "training" / "sources.toml" : fs::path(options.manifest);
  absl::StatusOr<TaggerPlan> tagger = read_tagger_plan(manifest, options.name);
  if (tagger.ok()) return train_tagger(options, manifest, *std::move(tagger));
  if (!absl::IsNotFound(tagger.status())) return tagger.status();
  absl::StatusOr<ModelPlan> plan = read_plan(manifest, options.name);
  if (!plan.ok()) return plan.status();
  plan->options.seed = options.seed;
  const absl::StatusOr<domain::Library> library = content::load_library(content);
  if (!library.ok()) return library.status();
  const absl::StatusOr<ExampleMaker> make = example_maker(options.name, *library);
  if (!make.ok()) return make.status();
  const absl::StatusOr<Portions> portions =
      divide(*plan, manifest.parent_path(), options.corpora, options.left_out, *library, *make);
  if (!portions.ok()) return portions.status();
  const absl::StatusOr<classify::LinearModel> model = train_model(plan->options, *portions);
  if (!model.ok()) return model.status();
  if (absl::Status status = write_file(out_of(options, content), model->serialise()); !status.ok()) return status;
  return training_figures(*model, *portions);
}

absl::StatusOr<Json> describe(const Options& options) {
  const absl::StatusOr<std::string> bytes = read_input_file(options.name);
  if (!bytes.ok()) return bytes.status();
  const absl::StatusOr<classify::LinearModel> model = classify::LinearModel::parse(*bytes);
  if (!model.ok()) {
    return absl::InvalidArgumentError(absl::StrCat(options.name, ": ", std::string(model.status().message())));
  }
  const classify::ModelParts& parts = model->parts();
  const auto used = parts.weights.size() -
                    static_cast<std::size_t>(std::count(parts.weights.begin(), parts.weights.end(), std::int8_t{0}));
  Json json = {{"model", model->name()},    {"version", model->version()},  {"bytes", bytes->size()},
               {"labels", model->labels()}, {"languages", parts.languages}, {"bucket_bits", parts.bucket_bits},
               {"weights_not_zero", used}};
  for (std::size_t i = 0; i < parts.extras.size(); ++i) {
    Json& extra = json["extras"][parts.extras[i]];
    for (std::size_t l = 0; l < parts.labels.size(); ++l) {
      extra[parts.labels[l]] = rounded(static_cast<double>(parts.extra_weights[i * parts.labels.size() + l]));
    }
  }
  return json;
}

Exit answer(const absl::StatusOr<Json>& json, Environment& environment) {
  if (!json.ok()) return fail(environment, std::string(json.status().message()));
  environment.out << to_line(*json) << '\n';
  return Exit::kOk;
}

}  // namespace

void add_model(CLI::App& app, Session& session) {
  auto options = std::make_shared<Options>();
  CLI::App* model = app.add_subcommand("model", "Train the models that read, and look at them");
  model->require_subcommand(1);
  CLI::App* training = model->add_subcommand("train", "Train a model from labelled lines");
  training->footer(kTrainHelp);
  training->add_option("NAME", options->name, "Which: sentiment, coach or redaction, or another of the manifest")
      ->required();
  training->add_option("--corpora", options->corpora, "Folder of the sets by others")->type_name("DIR");
  training->add_option("--content", options->content, "Folder of rules and word lists, instead of the shipped one")
      ->type_name("DIR");
  training->add_option("--manifest", options->manifest, "Another manifest than the content folder's")
      ->type_name("FILE");
  training
      ->add_option("--out", options->out, "Where the model goes, instead of models/NAME.model in the content folder")
      ->type_name("FILE");
  training
      ->add_option("--leave-out", options->left_out, "A set to measure on instead of training on it; may be repeated")
      ->type_name("SET");
  training->add_option("--seed", options->seed, "Of the order of the lines")->capture_default_str();
  training->callback([&session, options] {
    session.command = [options](Environment& environment) { return answer(train(*options), environment); };
  });
  CLI::App* info = model->add_subcommand("info", "What is in a model's file, as one JSON object");
  info->add_option("FILE", options->name, "The model")->required();
  info->callback([&session, options] {
    session.command = [options](Environment& environment) { return answer(describe(*options), environment); };
  });
}

}  // namespace aandacht::ctl
