#include "client/model/export_model.h"

#include <array>

#include "absl/strings/str_cat.h"
#include "client/model/amounts.h"
#include "client/model/bilingual.h"

namespace aandacht::model {
namespace {

constexpr std::size_t kLongestName = 200;  // Bytes: of 255, with room for ".part".

constexpr Bilingual kIntro{"Kies wat je wilt bewaren. De dagen en het team hierboven gelden ook voor het bestand.",
                           "Choose what to save. The days and the team above hold for the file too."};
constexpr Bilingual kWhat{"Wat", "What"};

struct Kind {
  const char* word;  ///< In the file's name.
  Bilingual label;
  Bilingual about;
};

constexpr std::array<Kind, kExportWhats> kKinds = {
    {{"sentiment",
      {"Tabel: gevoel", "Table: sentiment"},
      {"Gesprekken, beurten en gemiddelden, een rij per dag, uur, onderwerp, wachtrij of team.",
       "Calls, turns and means, one row a day, hour, topic, queue or team."}},
     {"experience",
      {"Tabel: drie E's", "Table: three E's"},
      {"Wat klanten antwoordden en wat hun woorden zeggen: laag, midden en hoog geteld.",
       "What customers answered and what their words say: low, middle and high, counted."}},
     {"cards",
      {"Tabel: kaarten", "Table: cards"},
      {"Per soort kaart: getoond, gebruikt, en wat het gevoel van de klant daarna deed.",
       "For each kind of card: shown, used, and what the customer's sentiment did next."}},
     {"promises",
      {"Tabel: beloften", "Table: promises"},
      {"Per dag: gemaakt, nagekomen, gebroken en over tijd.", "A day a row: made, kept, broken and past due."}},
     {"calls",
      {"Gesprekken", "Calls"},
      {"Een rij per gesprek: tijden, team, wachtrij, klant, waarom en gevoel. Zonder naam van een medewerker.",
       "One row a call: times, team, queue, customer, why and sentiment. Without the name of an agent."}},
     {"turns",
      {"Beurten met hun woorden", "Turns with their words"},
      {"Een rij per beurt, met de woorden zoals ze bewaard zijn: namen en nummers zijn weg.",
       "One row a turn, with its words as they are kept: names and numbers are gone."}},
     {"sentiment-log",
      {"Gevoel per beurt", "Sentiment by turn"},
      {"Een rij per beurt van een klant, met het gevoel en zonder de woorden.",
       "One row for each turn of a customer, with its sentiment and without its words."}},
     {"prompts",
      {"Berichten", "Messages"},
      {"Een rij per bericht dat verstuurd is, en op hoeveel werkplekken het wat werd.",
       "One row for each message that was pushed, and at how many desks it came to what."}}}};

constexpr Bilingual kForm{"Vorm", "Form"};
constexpr std::array<Bilingual, 2> kForms = {{{"CSV", "CSV"}, {"JSON-regels", "JSON lines"}}};
constexpr Bilingual kName{"Naam van het bestand", "Name of the file"};
constexpr Bilingual kNoName{"Geef het bestand een naam.", "Give the file a name."};
constexpr Bilingual kBadName{"Een naam mag geen / hebben, en niet . of .. zijn. De map kies je hierboven.",
                             "A name has no / and is not . or ..; the folder is chosen above."};
constexpr Bilingual kLongName{"Deze naam is te lang voor een bestand.", "This name is too long for a file."};
constexpr Bilingual kReason{"Waarom", "Why"};
constexpr Bilingual kReasonHint{"mag leeg blijven; medewerkers lezen dit", "may stay empty; agents read this"};
constexpr Bilingual kTold{"De medewerkers om wie het gaat kunnen zien dat je dit bewaart.",
                          "The agents it is about can see that you save this."};
constexpr Bilingual kSave{"Bewaar", "Save"};
constexpr Bilingual kStop{"Stop", "Stop"};
constexpr Bilingual kMayReplace{"$0 bestaat al. Wil je dat bestand vervangen?",
                                "$0 is there already. Do you want to replace it?"};
constexpr Bilingual kReplace{"Vervang", "Replace"};
constexpr Bilingual kKeep{"Laat staan", "Keep it"};
constexpr Bilingual kRunning{"Bezig: $0 rijen, $1 …", "Saving: $0 rows, $1 …"};
constexpr Bilingual kStopping{"Stoppen …", "Stopping …"};
constexpr Bilingual kDone{"Bewaard: $0, $1 rijen, $2.", "Saved: $0, $1 rows, $2."};
constexpr Bilingual kDoneTold{" De medewerkers kunnen zien dat je dit deed.", " The agents can see that you did."};
constexpr Bilingual kStopped{"Gestopt. Er is geen bestand achtergebleven.", "Stopped. No file was left behind."};
constexpr Bilingual kNothingLeft{" Er is niets achtergebleven; de rapporten werken gewoon.",
                                 " Nothing was left behind; the reports still work."};
constexpr Bilingual kNoFolder{"De map van $0 is er niet. Kies een andere map.",
                              "The folder of $0 is not there. Choose another folder."};
constexpr Bilingual kMayNotWrite{"Hier mag je niet bewaren: $0. Kies een andere map.",
                                 "You may not save here: $0. Choose another folder."};
constexpr Bilingual kDiskFull{"De schijf is vol. Maak ruimte of kies een andere map, en bewaar opnieuw.",
                              "The disk is full. Make room or choose another folder, and save again."};
constexpr Bilingual kDisk{"Het bestand kan niet geschreven worden: $0. Probeer een andere map.",
                          "The file cannot be written: $0. Try another folder."};
constexpr Bilingual kAway{"De dienst antwoordt niet. Bewaar opnieuw zodra de verbinding er weer is.",
                          "The service does not answer. Save again as soon as the connection is back."};
constexpr Bilingual kRefused{"De dienst geeft dit niet aan jou: $0. Kies een team dat je leidt, of vraag de beheerder.",
                             "The service does not give you this: $0. Choose a team that you lead, or ask the "
                             "administrator."};
constexpr Bilingual kOther{"Bewaren lukte niet: $0. Bewaar opnieuw.", "Saving did not work: $0. Save again."};

const Kind& kind_of(ExportWhat what) { return kKinds[static_cast<std::size_t>(what)]; }

std::string name_trouble(const std::string& name, Language language) {
  if (name.empty()) return kNoName.in(language);
  if (name == "." || name == ".." || name.find('/') != std::string::npos) return kBadName.in(language);
  return name.size() > kLongestName ? kLongName.in(language) : "";
}

std::string failure_text(const ExportState& state, Language language) {
  switch (state.failure) {
    case ExportFailure::kNone:
      return "";
    case ExportFailure::kNoFolder:
      return kNoFolder.fill(language, state.file);
    case ExportFailure::kMayNotWrite:
      return kMayNotWrite.fill(language, state.file);
    case ExportFailure::kDiskFull:
      return kDiskFull.in(language);
    case ExportFailure::kDisk:
      return kDisk.fill(language, state.detail);
    case ExportFailure::kAway:
      return kAway.in(language);
    case ExportFailure::kRefused:
      return kRefused.fill(language, state.detail);
    case ExportFailure::kOther:
      return kOther.fill(language, state.detail);
  }
  return "";
}

std::string state_text(const ExportState& state, Language language) {
  switch (state.phase) {
    case ExportPhase::kIdle:
    case ExportPhase::kMayReplace:
      return "";
    case ExportPhase::kRunning:
      return kRunning.fill(language, amount_text(state.rows, language), size_text(state.bytes, language));
    case ExportPhase::kStopping:
      return kStopping.in(language);
    case ExportPhase::kDone:
      return absl::StrCat(
          kDone.fill(language, state.file, amount_text(state.rows, language), size_text(state.bytes, language)),
          state.was_told ? kDoneTold.in(language) : "");
    case ExportPhase::kStopped:
      return kStopped.in(language);
    case ExportPhase::kFailed:
      return absl::StrCat(failure_text(state, language), kNothingLeft.in(language));
  }
  return "";
}

bool is_busy(ExportPhase phase) { return phase == ExportPhase::kRunning || phase == ExportPhase::kStopping; }

}  // namespace

bool is_table(ExportWhat what) { return what <= ExportWhat::kPromiseTable; }

bool has_rows_by(ExportWhat what) {
  return what == ExportWhat::kSentimentTable || what == ExportWhat::kExperienceTable;
}

bool is_told_to_agents(ExportWhat what) { return !is_table(what) && what != ExportWhat::kPrompts; }

ExportModel make_export_model(const ExportState& state, Language language) {
  ExportModel model;
  model.intro = kIntro.in(language);
  model.what_caption = kWhat.in(language);
  for (const Kind& kind : kKinds) model.whats.emplace_back(kind.label.in(language));
  model.what = static_cast<int>(state.what);
  model.about = kind_of(state.what).about.in(language);
  model.form_caption = kForm.in(language);
  for (const Bilingual& form : kForms) model.forms.emplace_back(form.in(language));
  model.form = state.json_lines ? 1 : 0;
  model.folder = make_folder_model(state.folder, language);
  model.name_caption = kName.in(language);
  model.name_trouble = name_trouble(state.name, language);
  if (is_told_to_agents(state.what)) {
    model.reason_caption = kReason.in(language);
    model.reason_hint = kReasonHint.in(language);
    model.told = kTold.in(language);
  }
  model.save = kSave.in(language);
  model.can_save = !is_busy(state.phase) && state.phase != ExportPhase::kMayReplace && model.name_trouble.empty() &&
                   model.folder.trouble.empty() && state.days_fit;
  if (state.phase == ExportPhase::kRunning) model.stop = kStop.in(language);
  if (state.phase == ExportPhase::kMayReplace) {
    model.question = kMayReplace.fill(language, state.file);
    model.yes = kReplace.in(language);
    model.no = kKeep.in(language);
  }
  model.state = state_text(state, language);
  model.trouble = state.phase == ExportPhase::kFailed;
  return model;
}

std::string export_file_name(const ExportState& state, const domain::ReportQuestion& question) {
  return absl::StrCat("aandacht-", kind_of(state.what).word, "-", absl::FormatCivilTime(question.from), "-",
                      absl::FormatCivilTime(question.to), state.json_lines ? ".jsonl" : ".csv");
}

}  // namespace aandacht::model
