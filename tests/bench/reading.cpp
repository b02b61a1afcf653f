// What reading one utterance of fifteen words costs, redaction included, beside the least that any reader by rules must
// do: see that the text is UTF-8 and pass once over it with as many patterns. Then what a process that begins pays:
// milliseconds, and resident bytes for the rules and models of both languages.
#include <malloc.h>
#include <re2/re2.h>
#include <re2/set.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>
#include <stdexcept>
#include <string_view>

#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "shared/base/utf8.h"
#include "shared/content/load.h"
#include "shared/domain/normalise.h"
#include "shared/domain/phrase.h"
#include "shared/domain/reader.h"
#include "shared/domain/redaction_conversation.h"
#include "tests/bench/measure.h"
#include "tests/bench/report.h"

namespace aandacht::bench {
namespace {

constexpr std::size_t kWords = 15;
constexpr int kRounds = 10;
const std::string kRoot = AANDACHT_SOURCE_DIR;

template <typename Value>
void keep(const Value& value) {
  __asm__ volatile("" : : "r"(&value) : "memory");
}

struct Utterance {
  domain::Speaker speaker = domain::Speaker::kCustomer;
  std::string language;
  std::string text;
};

template <typename Value>
Value take(absl::StatusOr<Value> value) {
  if (!value.ok()) throw std::runtime_error(std::string(value.status().message()));
  return *std::move(value);
}

/// The first fifteen words of every turn of the annotated calls that has so many.
std::vector<Utterance> utterances() {
  std::ifstream lines(kRoot + "/tests/data/calls/calls.jsonl");
  std::vector<Utterance> found;
  for (std::string line; std::getline(lines, line);) {
    const nlohmann::json call = nlohmann::json::parse(line);
    for (const nlohmann::json& turn : call.at("turns")) {
      if (!turn.contains("text")) continue;
      std::vector<std::string> words = absl::StrSplit(std::string(turn.at("text")), ' ', absl::SkipEmpty());
      if (words.size() < kWords) continue;
      words.resize(kWords);
      const bool agent = turn.at("speaker") == "agent";
      found.push_back(
          {agent ? domain::Speaker::kAgent : domain::Speaker::kCustomer, call.at("lang"), absl::StrJoin(words, " ")});
    }
  }
  if (found.empty()) throw std::runtime_error("no utterances of fifteen words in tests/data/calls");
  return found;
}

/// All that happens to an utterance before the desk sees it.
class Reading {
 public:
  explicit Reading(const domain::Reader& reader) : reader_(reader) {}

  void operator()(const Utterance& said) {
    const auto redacted = redactor_.hear(said.speaker, std::to_string(++count_), said.text).redacted;
    keep(reader_.read(said.speaker, redacted.text, {said.language, "", absl::UnixEpoch(), absl::UTCTimeZone()}));
  }

 private:
  const domain::Reader& reader_;
  domain::ConversationRedactor redactor_;
  int count_ = 0;
};

/// The floor in one language: as many patterns as the library has, in one set.
class PatternPass {
 public:
  PatternPass(const domain::Library& library, const std::string& language) : set_(options(), RE2::UNANCHORED) {
    for (const domain::CoachRule& rule : library.coach_rules) {
      if (rule.language == language) add(rule.phrases);
      if (rule.language == language) add(rule.unless);
    }
    const auto lexicon = library.lexicons.find(language);
    if (lexicon != library.lexicons.end()) {
      for (const auto& [name, phrases] : lexicon->second.phrases) add(phrases);
    }
    if (!set_.Compile()) throw std::runtime_error("RE2 cannot compile the floor");
  }

  void pass(const std::string& text) const {
    keep(base::is_valid_utf8(text));
    std::vector<int> matches;
    keep(set_.Match(text, &matches));
  }

  [[nodiscard]] int patterns() const { return patterns_; }

 private:
  static RE2::Options options() {
    RE2::Options options;
    options.set_log_errors(false);
    options.set_max_mem(std::int64_t{256} << 20);
    return options;
  }
  void add(const std::vector<std::string>& phrases) {
    for (const std::string& phrase : phrases) patterns_ += set_.Add(phrase, nullptr) >= 0 ? 1 : 0;
  }

  RE2::Set set_;
  int patterns_ = 0;
};

double mean(const std::vector<double>& values) {
  double sum = 0;
  for (const double value : values) sum += value;
  return sum / static_cast<double>(values.size());
}

/// CPU time of `work` for each utterance of all rounds but the first.
template <typename Work>
std::vector<double> times_of(const std::vector<Utterance>& said, Work work) {
  std::vector<double> took;
  for (int round = 0; round <= kRounds; ++round) {
    if (round == 1) took.clear();
    for (const Utterance& one : said) took.push_back(cpu_us_of([&] { work(one); }));
  }
  return took;
}

void print_pair(const std::string& name, const std::vector<double>& took, const std::vector<double>& floor,
                const nlohmann::ordered_json& more) {
  const std::string of = "UTF-8 validation and one RE2::Set pass with as many patterns";
  print(name + "_mean", mean(took), "us CPU", {mean(floor), of}, more);
  print(name + "_p99", spread_of(took).p99, "us CPU", {spread_of(floor).p99, of}, more);
}

double resident_mb() {
  long pages = 0;
  long resident = 0;
  std::ifstream("/proc/self/statm") >> pages >> resident;
  return static_cast<double>(resident * sysconf(_SC_PAGESIZE)) / 1e6;
}

/// The most that was ever resident.
double peak_mb() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with("VmHWM:")) return std::stod(line.substr(6)) * 1024 / 1e6;
  }
  return 0;
}

/// What a process that begins pays; run in one of its own.
void run_start() {
  const std::vector<Utterance> said = utterances();
  malloc_trim(0);
  const double before_mb = resident_mb();
  const double before = cpu_us();
  const double wall = steady_us();
  const domain::Library library = take(content::load_library(kRoot + "/service/content"));
  const double loaded = cpu_us();
  const std::unique_ptr<domain::Reader> reader = take(domain::Reader::create(library));
  const double compiled = cpu_us();
  print_alone("reading_start", (compiled - before) / 1e3, "ms CPU",
              {{"wall", (steady_us() - wall) / 1e3},
               {"load", (loaded - before) / 1e3},
               {"compile", (compiled - loaded) / 1e3}});
  const double as_it_is = resident_mb() - before_mb;
  const double peak = peak_mb() - before_mb;
  malloc_trim(0);
  const double trimmed = resident_mb() - before_mb;
  Reading read(*reader);
  std::vector<double> fresh;
  for (const Utterance& one : said) fresh.push_back(cpu_us_of([&] { read(one); }));
  print_alone("reading_resident", resident_mb() - before_mb, "MB",
              {{"peak_of_start", peak},
               {"after_start", as_it_is},
               {"after_start_trimmed", trimmed},
               {"utterances_read", said.size()}});
  print_alone("reading_first_ever", fresh.front(), "us CPU");
  print_alone("reading_from_start_mean", mean(fresh), "us CPU");
  print_alone("reading_from_start_p99", spread_of(fresh).p99, "us CPU");
}

/// The start of a fresh process that does nothing else.
void run_start_alone() {
  const std::string command = std::filesystem::read_symlink("/proc/self/exe").string() + " --start";
  std::unique_ptr<std::FILE, int (*)(std::FILE*)> child(popen(command.c_str(), "r"), pclose);
  char line[4096];
  while (child != nullptr && std::fgets(line, sizeof line, child.get()) != nullptr) std::fputs(line, stdout);
}

void run() {
  const std::vector<Utterance> said = utterances();
  const domain::Library library = take(content::load_library(kRoot + "/service/content"));
  const std::unique_ptr<domain::Reader> reader = take(domain::Reader::create(library));
  const PatternPass dutch(library, "nl");
  const PatternPass english(library, "en");
  const auto floor_of = [&](const Utterance& one) { (one.language == "nl" ? dutch : english).pass(one.text); };
  Reading read(*reader);
  const nlohmann::ordered_json more{
      {"utterances", said.size()}, {"patterns_nl", dutch.patterns()}, {"patterns_en", english.patterns()}};

  // Words that were never read before: the first half of the utterances warms, the other half is read once.
  std::vector<double> fresh;
  std::vector<double> fresh_floor;
  for (std::size_t i = 0; i < said.size(); ++i) {
    const bool counts = i % 2 == 1;
    const double took = cpu_us_of([&] { read(said[i]); });
    const double floor = cpu_us_of([&] { floor_of(said[i]); });
    if (counts && i > said.size() / 2) fresh.push_back(took);
    if (counts && i > said.size() / 2) fresh_floor.push_back(floor);
  }
  print_pair("reading_unseen", fresh, fresh_floor, more);
  const std::vector<double> floor = times_of(said, floor_of);
  print_pair("reading", times_of(said, [&](const Utterance& one) { read(one); }), floor, more);
  for (const auto& [name, speaker] : {std::pair{"reading_agent", domain::Speaker::kAgent},
                                      std::pair{"reading_customer", domain::Speaker::kCustomer}}) {
    std::vector<Utterance> some;
    for (const Utterance& one : said) {
      if (one.speaker == speaker) some.push_back(one);
    }
    print_pair(name, times_of(some, [&](const Utterance& one) { read(one); }), floor, {{"utterances", some.size()}});
  }
  print_pair("redacting", times_of(said, [](const Utterance& one) { keep(domain::redact(one.text)); }), floor, {});
  print_pair("normalising", times_of(said, [](const Utterance& one) { keep(folded(domain::normalise(one.text))); }),
             floor, {});
  run_start_alone();
}

}  // namespace
}  // namespace aandacht::bench

int main(int argc, char** argv) {
  const bool start = argc > 1 && std::string_view(argv[1]) == "--start";
  try {
    start ? aandacht::bench::run_start() : aandacht::bench::run();
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
  }
  return 0;
}
