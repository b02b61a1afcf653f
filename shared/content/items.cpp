#include "shared/content/items.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "shared/content/item_parts.h"
#include "shared/domain/phrase.h"
#include "shared/domain/why_signs.h"

namespace aandacht::content {
namespace {

using domain::AddressForm;
using domain::CallPhase;
using domain::OpeningOccasion;

constexpr std::size_t kMostWords = 40;  // A corner must be speakable in one breath.
constexpr std::string_view kAuthor = "Aandacht";

constexpr std::string_view kFine = "ok";  // A rule that keeps the coach quiet.
constexpr Choice<AddressForm> kForms[] = {
    {"u", AddressForm::kFormal}, {"je", AddressForm::kInformal}, {"any", AddressForm::kUnknown}};

/// Letters, digits, spaces and apostrophes mean themselves; long word lists need not be compiled to know that they can.
bool is_plain(std::string_view phrase) {
  const auto means_itself = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == ' ' || c == '\'' || static_cast<signed char>(c) < 0;
  };
  return phrase.find_first_not_of(" '") != std::string_view::npos &&
         std::all_of(phrase.begin(), phrase.end(), means_itself);
}

std::vector<std::string> expanded(const std::vector<Located>& phrases, const ItemContext& context) {
  std::vector<std::string> result;
  for (const Located& phrase : phrases) {
    if (is_plain(phrase.text)) {
      result.push_back(phrase.text);
      continue;
    }
    absl::StatusOr<std::string> pattern = expand_phrase(phrase.text, context.words);
    absl::Status status = pattern.ok() ? domain::check_phrase(*pattern) : pattern.status();
    if (status.ok()) {
      result.push_back(*std::move(pattern));
    } else {
      context.mistakes.add(context.file, phrase.line,
                           absl::StrCat("the phrase \"", phrase.text, "\": ", std::string(status.message())));
    }
  }
  return result;
}

std::string corner(TableReader& reader, std::string_view key) {
  std::string text = reader.required_text(key);
  const std::vector<std::string> words = absl::StrSplit(text, ' ', absl::SkipWhitespace());
  if (words.size() > kMostWords) {
    reader.wrong(key, absl::StrCat(std::string(key), " has ", words.size(), " words; write at most ", kMostWords));
  }
  return text;
}

std::string one_of(const std::set<std::string>& slots) {
  return absl::StrCat("write one of ", absl::StrJoin(slots, ", "));
}

}  // namespace

std::string full_id(const std::string& id, const std::string& language) {
  return id.empty() || id.starts_with(language + "/") ? id : absl::StrCat(language, "/", id);
}

std::vector<std::string> slots_in(std::string_view text) {
  std::vector<std::string> slots;
  for (std::size_t open = text.find('{'); open != std::string_view::npos; open = text.find('{', open + 1)) {
    const std::size_t close = text.find('}', open);
    slots.emplace_back(text.substr(open, close == std::string_view::npos ? close : close - open + 1));
  }
  return slots;
}

void read_why(const toml::table& table, const ItemContext& context, domain::Library& library) {
  TableReader reader(table, context.file, "a why", context.mistakes);
  domain::Why why;
  why.language = context.language;
  why.id = read_id(reader, context, library.whys, "why");
  why.topic = reader.required_text("topic");
  why.spoken = reader.text("spoken");
  why.synonyms = plain(reader.texts("synonyms"));
  why.rule = reader.required_text("rule");
  why.emotion = reader.text("emotion");
  why.customer = corner(reader, "customer");
  why.employee = corner(reader, "employee");
  why.organisation = corner(reader, "organisation");
  why.example = reader.text("example");
  why.queues = plain(reader.texts("queues"));
  why.author = reader.text("author", kAuthor);
  read_translates(reader, context);
  reader.finish();
  library.whys.push_back(std::move(why));
}

void read_rule(const toml::table& table, const ItemContext& context, domain::Library& library) {
  TableReader reader(table, context.file, "a rule", context.mistakes);
  domain::CoachRule rule;
  rule.language = context.language;
  rule.source = absl::StrCat(context.file, ":", reader.line());
  rule.id = read_id(reader, context, library.coach_rules, "rule");
  rule.silences = reader.has("label") && reader.text("label") == kFine;
  if (!rule.silences) rule.label = reader.choice("label", kLabels);
  const std::vector<Located> phrases = reader.texts("phrases");
  if (phrases.empty()) reader.wrong("phrases", "a rule needs phrases; add phrases = [\"…\"]");
  rule.phrases = expanded(phrases, context);
  rule.unless = expanded(reader.texts("unless"), context);
  std::ignore = reader.texts("examples");  // For whoever checks the rule, see check.h.
  std::ignore = reader.texts("counter_examples");
  rule.cooldown = reader.duration("cooldown", rule.cooldown);
  rule.once_per_call = reader.flag("once_per_call", rule.once_per_call);
  rule.maximum_per_call = static_cast<int>(reader.integer("maximum_per_call", rule.maximum_per_call, 0, 100));
  rule.priority = static_cast<int>(reader.integer("priority", rule.priority, 0, 100));
  rule.phases = reader.several("phases", kPhases);
  rule.author = reader.text("author", kAuthor);
  read_translates(reader, context);
  reader.finish();
  library.coach_rules.push_back(std::move(rule));
}

void read_we_line(const toml::table& table, const ItemContext& context, domain::Library& library) {
  static const std::set<std::string> kSlots = {"{topic}", "{department}", "{colleague}", "{promise}",
                                               "{name}",  "{term}",       "{plain}"};
  TableReader reader(table, context.file, "a we_line", context.mistakes);
  domain::WeLine line;
  line.language = context.language;
  line.label = reader.choice("label", kLabels);
  line.address_form = reader.choice<AddressForm>("address_form", kForms, AddressForm::kUnknown);
  line.own = reader.required_text("own");
  line.act = reader.required_text("act");
  check_slots(reader, "own", line.own, kSlots, one_of(kSlots));
  check_slots(reader, "act", line.act, kSlots, one_of(kSlots));
  reader.finish();
  library.we_lines.push_back(std::move(line));
}

void read_warmth_line(const toml::table& table, const ItemContext& context, domain::Library& library) {
  static const std::set<std::string> kSlots = {"{name}", "{count}", "{about}"};
  TableReader reader(table, context.file, "a warmth_line", context.mistakes);
  domain::WarmthLine line;
  line.language = context.language;
  line.opening = reader.has("opening");
  if (line.opening == reader.has("phase")) {
    reader.wrong("opening", "a warmth_line needs either opening = \"…\" (an occasion) or phase = \"…\"");
  }
  line.occasion = reader.choice<OpeningOccasion>("opening", kOccasions, OpeningOccasion::kUnknown);
  line.phase = reader.choice<CallPhase>("phase", kPhases, CallPhase::kOpening);
  line.address_form = reader.choice<AddressForm>("address_form", kForms, AddressForm::kUnknown);
  line.text = reader.required_text("text");
  check_slots(reader, "text", line.text, kSlots, one_of(kSlots));
  reader.finish();
  library.warmth_lines.push_back(std::move(line));
}

void read_phrases(const toml::table& table, const ItemContext& context, domain::Lexicon& lexicon) {
  TableReader reader(table, context.file, "[phrases]", context.mistakes);
  for (const auto& [key, node] : table) {
    const std::string name(key.str());
    const std::vector<Located> written = reader.texts(name);
    for (const Located& phrase : written) {
      if (const absl::Status fits = domain::check_why_sign(name, phrase.text); !fits.ok()) {
        context.mistakes.add(context.file, phrase.line,
                             absl::StrCat("the phrase \"", phrase.text, "\": ", std::string(fits.message())));
      }
    }
    std::vector<std::string> phrases = expanded(written, context);
    std::vector<std::string>& all = lexicon.phrases[name];
    all.insert(all.end(), phrases.begin(), phrases.end());
  }
}

/// "1.5" = "many words with one weight": long lists load ten times as fast.
void read_group(const std::string& weight, const std::string& words, std::size_t line, const ItemContext& context,
                std::map<std::string, double>& all) {
  double value = 0;
  if (!absl::SimpleAtod(weight, &value)) {
    context.mistakes.add(context.file, line, absl::StrCat("\"", weight, "\" has words, so it must be their weight"));
  }
  for (const absl::string_view word : absl::StrSplit(words, absl::ByAnyChar(" \n"), absl::SkipEmpty())) {
    all.emplace(std::string(word), value);
  }
}

void read_weights(const toml::table& table, const ItemContext& context, domain::Lexicon& lexicon) {
  for (const auto& [name, node] : table) {
    const toml::table* weights = node.as_table();
    if (weights == nullptr) {
      context.mistakes.add(context.file, name.source().begin.line,
                           "weights need a name of their own: write [weights.NAME] above them");
      continue;
    }
    TableReader reader(*weights, context.file, "[weights]", context.mistakes);
    std::map<std::string, double>& all = lexicon.weights[std::string(name.str())];
    for (const auto& [word, weight] : *weights) {
      const std::string text(word.str());
      if (const auto group = weight.value<std::string>()) {
        read_group(text, reader.text(text), word.source().begin.line, context, all);
        continue;
      }
      const std::vector<std::string> key = expanded({{text, word.source().begin.line}}, context);
      if (!key.empty() && !all.emplace(key[0], reader.number(text, 0)).second) {
        reader.wrong(text, absl::StrCat("\"", text, "\" has two weights in this list; keep one"));
      }
    }
  }
}

void read_attention(const toml::table& table, const std::string& file, Mistakes& mistakes,
                    domain::AttentionRules& rules) {
  TableReader reader(table, file, "attention.toml", mistakes);
  rules.minimum_gap = reader.duration("minimum_gap", rules.minimum_gap);
  rules.cards_per_call = static_cast<int>(reader.integer("cards_per_call", rules.cards_per_call, 0, 100));
  rules.card_lifetime = reader.duration("card_lifetime", rules.card_lifetime);
  rules.waiting_freshness = reader.duration("waiting_freshness", rules.waiting_freshness);
  rules.wrap_up = reader.duration("wrap_up", rules.wrap_up);
  rules.refusals_to_silence =
      static_cast<int>(reader.integer("refusals_to_silence", rules.refusals_to_silence, 1, 100));
  rules.why_threshold = reader.number("why_threshold", rules.why_threshold);
  reader.finish();
}

}  // namespace aandacht::content
