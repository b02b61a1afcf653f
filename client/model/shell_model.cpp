#include "client/model/shell_model.h"

#include <optional>
#include <utility>

#include "absl/strings/str_cat.h"
#include "client/model/bilingual.h"
#include "client/model/token_trouble.h"

namespace aandacht::model {
namespace {

constexpr Bilingual kFloor{"Vloer", "Floor"};
constexpr Bilingual kPush{"Berichten", "Messages"};
constexpr Bilingual kAlerts{"Meldingen", "Alerts"};
constexpr Bilingual kLibrary{"Bibliotheek", "Library"};
constexpr Bilingual kSigns{"Bordjes", "Signs"};
constexpr Bilingual kReports{"Rapporten", "Reports"};
constexpr Bilingual kCustomers{"Klanten", "Customers"};
constexpr Bilingual kSettings{"Instellingen", "Settings"};

constexpr Bilingual kClose{"Sluit", "Close"};
constexpr Bilingual kConnecting{"verbinden …", "connecting …"};
constexpr Bilingual kConnected{"verbonden", "connected"};
constexpr Bilingual kAway{"geen verbinding", "no connection"};
constexpr Bilingual kNoAccess{"geen toegang", "no access"};
constexpr Bilingual kOldVersion{"andere versie", "other version"};

/// What is said of a connection that does not stand.
struct Trouble {
  Bilingual status;
  Bilingual happened;
  Bilingual still_works;
  Bilingual what_to_do;
};

constexpr Trouble kLost{
    kAway,
    {"De dienst is even niet te bereiken.", "The service cannot be reached for the moment."},
    {"Wat je ziet blijft staan zoals het was. Versturen en bewaren kan weer zodra de verbinding er is; dat gaat "
     "vanzelf.",
     "What you see stays as it was. Sending and saving work again as soon as the connection is back, by itself."},
    {"Duurt het langer dan een minuut? Vraag de beheerder of aandachtd draait op $0.",
     "Longer than a minute? Ask the administrator whether aandachtd runs at $0."}};

constexpr Trouble kRefused{kNoAccess,
                           {"De dienst laat je hier niet toe.", "The service does not let you in here."},
                           {"De overlays van je team werken gewoon door.", "The overlays of your team just go on."},
                           {"Vraag de beheerder om een toegangsbewijs voor een supervisor.",
                            "Ask the administrator for a supervisor's access token."}};

constexpr Trouble kOtherVersion{
    kOldVersion,
    {"Dit programma en de dienst passen niet bij elkaar.", "This program and the service do not fit each other."},
    {"De overlays van je team werken gewoon door.", "The overlays of your team just go on."},
    {"Vraag de beheerder om beide bij te werken naar dezelfde versie.",
     "Ask the administrator to update both to the same version."}};

constexpr Bilingual kStays{"Wat je ziet blijft staan zoals het was.", "What you see stays as it was."};
constexpr Bilingual kNothingHere{"Hier staat nu niets", "There is nothing here now"};
constexpr Bilingual kNothingWhy{
    "$0 Daarom heeft deze pagina nog niets kunnen ophalen. Zodra je toegang hebt, vult ze zich vanzelf.",
    "$0 So this page could not fetch anything yet. As soon as you have access, it fills by itself."};

/// What is said of a connection that does not stand.
struct TroubleWords {
  std::string status;
  std::string happened;
  std::string still_works;
  std::string what_to_do;
};

TroubleWords words_of(const Trouble& trouble, const ShellState& state, Language language) {
  return {trouble.status.in(language), trouble.happened.in(language), trouble.still_works.in(language),
          trouble.what_to_do.fill(language, state.server)};
}

std::optional<TroubleWords> trouble_of(const ShellState& state, Language language) {
  switch (state.connection) {
    case ConnectionState::kConnecting:
    case ConnectionState::kConnected:
      return std::nullopt;
    case ConnectionState::kLost:
      return words_of(kLost, state, language);
    case ConnectionState::kRefused:
      return words_of(kRefused, state, language);
    case ConnectionState::kExpired: {
      const TokenTrouble token = token_trouble(state.said);
      return TroubleWords{kNoAccess.in(language), token_happened(token, language),
                          (state.connected_once ? kStays : kRefused.still_works).in(language),
                          token_what_to_do(token, language)};
    }
    case ConnectionState::kOtherVersion:
      return words_of(kOtherVersion, state, language);
  }
  return std::nullopt;
}

void add_connection(ShellModel& model, const ShellState& state, Language language) {
  model.server = state.server;
  std::optional<TroubleWords> trouble = trouble_of(state, language);
  if (!trouble) {
    model.status = (state.connection == ConnectionState::kConnected ? kConnected : kConnecting).in(language);
    return;
  }
  model.well = false;
  model.needs_help = state.connection != ConnectionState::kLost;
  model.status = std::move(trouble->status);
  model.trouble = std::move(trouble->happened);
  model.still_works = std::move(trouble->still_works);
  model.what_to_do = std::move(trouble->what_to_do);
  model.hide_trouble = kClose.in(language);
  if (!model.needs_help || state.page_has_something) return;
  model.nothing_title = kNothingHere.in(language);
  model.nothing_why = kNothingWhy.fill(language, model.trouble);
}

std::string badge_of(int count) {
  if (count <= 0) return "";
  return count > 99 ? "99+" : absl::StrCat(count);
}

std::string key_of(PageName page) {
  return page == PageName::kSettings ? "Ctrl+0" : absl::StrCat("Ctrl+", static_cast<int>(page) + 1);
}

}  // namespace

std::string title_of(PageName page, Language language) {
  switch (page) {
    case PageName::kFloor:
      return kFloor.in(language);
    case PageName::kPush:
      return kPush.in(language);
    case PageName::kAlerts:
      return kAlerts.in(language);
    case PageName::kLibrary:
      return kLibrary.in(language);
    case PageName::kSigns:
      return kSigns.in(language);
    case PageName::kReports:
      return kReports.in(language);
    case PageName::kCustomers:
      return kCustomers.in(language);
    case PageName::kSettings:
      return kSettings.in(language);
  }
  return "";
}

ShellModel make_shell_model(const ShellState& state, Language language) {
  ShellModel model;
  model.language = language;
  for (const ShellState::Entry& entry : state.pages) {
    model.entries.push_back({entry.page, title_of(entry.page, language), key_of(entry.page), badge_of(entry.badge),
                             entry.page == state.shown});
  }
  model.me = state.me;
  add_connection(model, state, language);
  model.notice = state.notice;
  model.undo = state.undo;
  model.close_notice = kClose.in(language);
  return model;
}

}  // namespace aandacht::model
