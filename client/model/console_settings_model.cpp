#include "client/model/console_settings_model.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "absl/strings/str_cat.h"
#include "client/model/bilingual.h"
#include "client/model/settings_model.h"

namespace aandacht::model {
namespace {

constexpr std::array kScales{0.0, 0.75, 1.0, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0};

constexpr Bilingual kTitle{"Instellingen", "Settings"};
constexpr Bilingual kLanguage{"Taal", "Language"};
constexpr Bilingual kTheme{"Kleuren", "Colours"};
constexpr Bilingual kLight{"licht", "light"};
constexpr Bilingual kDark{"donker", "dark"};
constexpr Bilingual kContrast{"hoog contrast", "high contrast"};
constexpr Bilingual kScale{"Grootte", "Size"};
constexpr Bilingual kDesktopScale{"als het bureaublad", "as the desktop"};
constexpr Bilingual kServer{"Adres van de dienst", "Address of the service"};
constexpr Bilingual kServerHint{"HOST:POORT, bewaar met Enter", "HOST:PORT, Enter saves it"};
constexpr Bilingual kRestart{"Dit geldt vanaf de volgende keer dat je het venster opent.",
                             "This holds from the next time you open the window."};
constexpr Bilingual kFile{"Je keuzes staan in $0.", "Your choices are kept in $0."};
constexpr Bilingual kNotWritten{
    "Je keuze geldt nu, maar kan niet in het bestand worden gezet. Kijk of de schijf vol is.",
    "Your choice holds now, but cannot be put into the file. See whether the disk is full."};
constexpr Bilingual kVersion{"Aandacht $0", "Aandacht $0"};
constexpr Bilingual kKeys{"Toetsen", "Keys"};
// docs/keys.md has the same list, in the same order.
struct KeyWords {
  Bilingual keys;
  Bilingual does;
};
constexpr KeyWords kKeyList[] = {
    {{"Ctrl+1 … Ctrl+7", "Ctrl+1 … Ctrl+7"}, {"naar een pagina", "go to a page"}},
    {{"Ctrl+0", "Ctrl+0"}, {"deze instellingen", "these settings"}},
    {{"Ctrl+Tab", "Ctrl+Tab"}, {"volgende pagina, met Shift de vorige", "next page, with Shift the one before"}},
    {{"Tab", "Tab"}, {"naar het volgende onderdeel, met Shift terug", "to the next part, with Shift back"}},
    {{"Enter, spatie", "Enter, Space"},
     {"indrukken; in een tabel opent Enter de regel", "press; in a table Enter opens the row"}},
    {{"↑ ↓ Home End", "↑ ↓ Home End"}, {"een regel kiezen in een tabel of lijst", "choose a row in a table or list"}},
    {{"Page Up, Page Down", "Page Up, Page Down"},
     {"een bladzij verder in een tabel of lijst", "a page on in a table or list"}},
    {{"Alt+↓", "Alt+↓"},
     {"een keuzelijst openen; typen laat over wat past", "open a list of choices; typing leaves what fits"}},
    {{"Esc", "Esc"}, {"sluiten zonder te kiezen", "close without choosing"}},
    {{"Ctrl+A, C, X, V", "Ctrl+A, C, X, V"},
     {"alles kiezen, kopiëren, knippen, plakken in een tekst", "choose all, copy, cut, paste in a text"}},
    {{"Ctrl+Z, Ctrl+Y", "Ctrl+Z, Ctrl+Y"},
     {"ongedaan maken in een tekst, en weer terug; ook Ctrl+Shift+Z", "undo in a text, and redo; Ctrl+Shift+Z too"}},
    {{"Ctrl+Enter", "Ctrl+Enter"},
     {"versturen (Berichten), bewaren (Meldingen, Bibliotheek, Bordjes)",
      "send (Messages), save (Alerts, Library, Signs)"}},
    {{"Ctrl+F", "Ctrl+F"}, {"zoeken op de vloer", "search on the floor"}},
    {{"G, K, L", "G, K, L"},
     {"in de lijst van Meldingen: gezien, klaar, een kwartier later",
      "in the list of Alerts: seen, done, 15 minutes later"}},
};

int index_of(const std::vector<std::string>& values, const std::string& value) {
  const auto found = std::find(values.begin(), values.end(), value);
  return found == values.end() ? 0 : static_cast<int>(found - values.begin());
}

std::vector<ConsoleKey> keys_in(Language language) {
  std::vector<ConsoleKey> keys;
  for (const KeyWords& each : kKeyList) keys.push_back({each.keys.in(language), each.does.in(language)});
  return keys;
}

}  // namespace

const std::vector<std::string>& language_values() {
  static const std::vector<std::string> values{"nl", "en"};
  return values;
}

const std::vector<std::string>& theme_values() {
  static const std::vector<std::string> values{"light", "dark", "contrast"};
  return values;
}

double next_scale(double scale, int by) {
  if (by > 0) {
    const auto* above = std::find_if(kScales.begin(), kScales.end(), [&](double s) { return s > scale + 0.001; });
    return above == kScales.end() ? scale : *above;
  }
  double below = scale;
  for (const double s : kScales) {
    if (s < scale - 0.001) below = s;
  }
  return below;
}

ConsoleSettingsModel make_console_settings(const ConsoleSettingsState& state, Language language) {
  ConsoleSettingsModel model;
  model.title = kTitle.in(language);
  model.language_caption = kLanguage.in(language);
  model.languages = {"Nederlands", "English"};
  model.language = index_of(language_values(), state.language);
  model.theme_caption = kTheme.in(language);
  model.themes = {kLight.in(language), kDark.in(language), kContrast.in(language)};
  model.theme = index_of(theme_values(), state.theme);
  model.scale_caption = kScale.in(language);
  model.scale = state.scale == 0 ? kDesktopScale.in(language)
                                 : absl::StrCat(static_cast<int>(std::lround(state.scale * 100)), " %");
  model.can_less = next_scale(state.scale, -1) != state.scale;
  model.can_more = next_scale(state.scale, 1) != state.scale;
  model.server_caption = kServer.in(language);
  model.server = state.server;
  model.server_hint = kServerHint.in(language);
  if (state.restart) model.restart = kRestart.in(language);
  if (!state.written) model.faults.emplace_back(kNotWritten.in(language));
  for (const base::Fault& fault : state.faults) model.faults.push_back(fault_text(fault, state.file, language));
  model.notes.push_back(kFile.fill(language, state.file));
  model.notes.push_back(kVersion.fill(language, state.version));
  model.keys_caption = kKeys.in(language);
  model.keys = keys_in(language);
  return model;
}

}  // namespace aandacht::model
