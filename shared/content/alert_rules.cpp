#include "shared/content/alert_rules.h"

#include <toml++/toml.h>

#include <algorithm>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "shared/base/toml_text.h"
#include "shared/content/item_parts.h"
#include "shared/content/items.h"
#include "shared/domain/alert_check.h"

namespace aandacht::content {
namespace {

constexpr Choice<domain::AlertKind> kKinds[] = {{"negative", domain::AlertKind::kNegative},
                                                {"long-hold", domain::AlertKind::kLongHold},
                                                {"repeat-contact", domain::AlertKind::kRepeatContact},
                                                {"words", domain::AlertKind::kPhrase},
                                                {"long-call", domain::AlertKind::kLongCall},
                                                {"long-wait", domain::AlertKind::kLongWait}};
constexpr Choice<domain::AlertSpeaker> kSaidBy[] = {{"either", domain::AlertSpeaker::kEither},
                                                    {"customer", domain::AlertSpeaker::kCustomer},
                                                    {"agent", domain::AlertSpeaker::kAgent}};

bool lasts(domain::AlertKind kind) {
  return kind == domain::AlertKind::kLongHold || kind == domain::AlertKind::kLongCall ||
         kind == domain::AlertKind::kLongWait;
}

void read_kind(TableReader& reader, domain::AlertRule& rule) {
  rule.kind = reader.choice<domain::AlertKind>("when", kKinds);
  if (rule.kind == domain::AlertKind::kNegative) {
    rule.count = static_cast<int>(reader.integer("turns", rule.count, 1, domain::kMostAlertTurns));
    rule.score = reader.number("score", rule.score);
  } else if (rule.kind == domain::AlertKind::kRepeatContact) {
    rule.count = static_cast<int>(reader.integer("contacts", rule.count, 2, domain::kMostAlertContacts));
    rule.days = static_cast<int>(reader.integer("within_days", rule.days, 1, domain::kMostAlertDays));
  } else if (rule.kind == domain::AlertKind::kPhrase) {
    rule.phrases = plain(reader.texts("words"));
    rule.regex = reader.flag("regex", rule.regex);
    rule.speaker = reader.choice<domain::AlertSpeaker>("said_by", kSaidBy, rule.speaker);
  } else {
    rule.span = reader.duration("longer_than", rule.span);
  }
}

domain::AlertRule read_alert_rule(const toml::table& table, const ItemContext& context) {
  TableReader reader(table, context.file, "an alert", context.mistakes);
  domain::AlertRule rule;
  const std::string id = reader.required_text("id");
  rule.id = context.language.empty() ? id : full_id(id, context.language);
  rule.name = reader.required_text("name");
  rule.team = reader.text("team");
  rule.language = reader.text("language", context.language);
  rule.on = reader.flag("on", true);
  read_kind(reader, rule);
  rule.cooldown = reader.duration("cooldown", rule.cooldown);
  rule.team_cooldown = reader.duration("team_cooldown", rule.team_cooldown);
  reader.finish();
  for (const domain::AlertProblem& problem : domain::problems_of(rule)) {
    context.mistakes.add(context.file, reader.line(), domain::sentence(problem));
  }
  return rule;
}

}  // namespace

void read_alert(const toml::table& table, const ItemContext& context, domain::Library&) {
  read_alert_rule(table, context);  // For its mistakes: alerts are no part of the library.
}

absl::StatusOr<std::vector<domain::AlertRule>> parse_alert_rules(const SourceFile& file) {
  Mistakes mistakes;
  const Words words;
  const ItemContext context{file.name, file.language, words, mistakes};
  std::vector<domain::AlertRule> rules;
  toml::table parsed;
  try {
    parsed = toml::parse(std::string_view(file.text), std::string_view(file.name));
  } catch (const toml::parse_error& error) {
    mistakes.add(file.name, error.source().begin.line,
                 absl::StrCat(std::string(error.description()), "; this is not TOML"));
    return mistakes.status();
  }
  for (const auto& [key, node] : parsed) {
    const toml::array* items = key.str() == "alert" ? node.as_array() : nullptr;
    if (items == nullptr || !items->is_homogeneous(toml::node_type::table)) {
      mistakes.add(file.name, key.source().begin.line, "write each rule under [[alert]] and nothing else");
      continue;
    }
    for (const toml::node& item : *items) {
      domain::AlertRule rule = read_alert_rule(*item.as_table(), context);
      const auto same = [&](const domain::AlertRule& each) { return each.id == rule.id; };
      if (std::any_of(rules.begin(), rules.end(), same)) {
        mistakes.add(file.name, item.source().begin.line, "the id \"" + rule.id + "\" is used twice; give it another");
      }
      rules.push_back(std::move(rule));
    }
  }
  if (!mistakes.empty()) return mistakes.status();
  return rules;
}

std::string format_alert_rules(std::span<const domain::AlertRule> rules) {
  std::string text;
  const auto line = [&](const char* key, const std::string& value) { absl::StrAppend(&text, key, " = ", value, "\n"); };
  const auto quoted = [](absl::Duration span) { return base::toml_quote(absl::FormatDuration(span)); };
  for (const domain::AlertRule& rule : rules) {
    absl::StrAppend(&text, text.empty() ? "" : "\n", "[[alert]]\n");
    line("id", base::toml_quote(rule.id));
    line("name", base::toml_quote(rule.name));
    if (!rule.team.empty()) line("team", base::toml_quote(rule.team));
    if (!rule.language.empty()) line("language", base::toml_quote(rule.language));
    line("on", rule.on ? "true" : "false");
    line("when", base::toml_quote(name_of(kKinds, rule.kind)));
    if (rule.kind == domain::AlertKind::kNegative) {
      line("turns", absl::StrCat(rule.count));
      line("score", absl::StrCat(rule.score));
    } else if (rule.kind == domain::AlertKind::kRepeatContact) {
      line("contacts", absl::StrCat(rule.count));
      line("within_days", absl::StrCat(rule.days));
    } else if (rule.kind == domain::AlertKind::kPhrase) {
      line("words", base::toml_list(rule.phrases));
      if (rule.regex) line("regex", "true");
      line("said_by", base::toml_quote(name_of(kSaidBy, rule.speaker)));
    } else if (lasts(rule.kind)) {
      line("longer_than", quoted(rule.span));
    }
    line("cooldown", quoted(rule.cooldown));
    if (rule.team_cooldown > absl::ZeroDuration()) line("team_cooldown", quoted(rule.team_cooldown));
  }
  return text;
}

absl::StatusOr<std::vector<domain::AlertRule>> load_alert_rules(const std::filesystem::path& folder) {
  const absl::StatusOr<std::vector<SourceFile>> files = load_sources(folder);
  if (!files.ok()) return files.status();
  std::vector<domain::AlertRule> rules;
  for (const SourceFile& file : *files) {
    if (file.language.empty() || !absl::EndsWith(file.name, "/alerts.toml")) continue;
    absl::StatusOr<std::vector<domain::AlertRule>> read = parse_alert_rules(file);
    if (!read.ok()) return read.status();
    rules.insert(rules.end(), read->begin(), read->end());
  }
  return rules;
}

}  // namespace aandacht::content
