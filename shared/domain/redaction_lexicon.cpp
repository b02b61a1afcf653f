// The words that matter beside numbers, Dutch and English.
#include <algorithm>
#include <array>

#include "shared/base/one_of.h"
#include "shared/base/word_map.h"
#include "shared/domain/number_words.h"
#include "shared/domain/redaction_token.h"

namespace aandacht::domain::redaction {
namespace {

struct CueRow {
  Cue cue;
  Roles roles;
  const char* words;
};

constexpr std::array kCues = {
    CueRow{
        Cue::kStays, 0,
        "klantenkaart order orders bestelling bestellingen factuur facturen nota bon dossier zaak meterstand "
        "meterstanden stand standen tellerstand kilometerstand ean polis contract referentie kenmerk ticket ticketje "
        "boeking reservering pakket pakje zending barcode artikel melding aanvraag klacht offerte vlucht kamer stoel "
        "kenteken vervaldatum vervalt verloopt geldig einddatum saldo bedrag tracking trace incident storing "
        "cadeaubon cadeaukaart bonuskaart spaarkaart simkaart abonnement lidmaatschap kvk btw case invoice bill "
        "receipt "
        "autorisatie authorisation authorization "
        "booking reference ref membership policy claim meter parcel shipment package serial reservation "
        "confirmation article item complaint expiry expires expiration exp valid balance amount total discount "
        "voucher coupon flight room seat gate tariff quote docket consignment waybill sku isbn imei registration "
        "imeinummer barcodes productnummer eancode awb rma vin kavel model type batch lot lijn trein train "
        "perron spoor platform extension toestel doorkiesnummer leverdatum bezorgdatum besteldatum factuurdatum "
        "ingangsdatum vertrekdatum leverdag delivery appointment afspraak"},
    CueRow{Cue::kCard, 0,
           "kaartnummer creditcardnummer kredietkaartnummer pasnummer cardnumber betaalkaartnummer bankkaartnummer "
           "visanummer"},
    CueRow{
        Cue::kCard, kGenericCue,
        "creditcard creditkaart kredietkaart kaart card cards visa visakaart mastercard amex maestro bankkaart bankpas "
        "betaalpas betaalkaart debit credit pas pasje kaartje vpay bancontact bancontactkaart debetkaart debitkaart "
        "prepaidkaart wereldpas maestropas maestrokaart visapas creditpas"},
    CueRow{Cue::kCardCode, 0,
           "beveiligingscijfer cvc cvv cvccode cvvcode beveiligingscode veiligheidscode kaartcode csc cvn "
           "kaartverificatiecode "
           "controlecijfers veiligheidscijfers beveiligingscijfers controlegetal cvv2 cvc2 cid controlecode "
           "kaartcontrolecode"},
    CueRow{
        Cue::kBank, 0,
        "iban ibannummer ibans rekeningnummer rekeningnr bankrekeningnummer banknummer tegenrekening incassorekening"},
    CueRow{Cue::kBank, kGenericCue, "bankrekening spaarrekening betaalrekening zichtrekening rekening bank"},
    CueRow{
        Cue::kBsn, 0,
        "bsn bsnnummer burgerservicenummer sofinummer sofi rijksregisternummer rijksregister nationaalnummer ssn nino "
        "insz burgerservice"},
    CueRow{Cue::kPhone, 0,
           "telefoonnummer telefoonnummers telefoonnr tel mobielnummer gsmnummer nulzesnummer noodnummer huistelefoon "
           "contactnummer thuisnummer terugbelnummer zesnummer phonenumber landline telnr"},
    CueRow{Cue::kPhone, kGenericCue,
           "telefoon mobiel mobiele mobieltje gsm bellen bel terugbellen terugbelt belt bereikbaar bereiken whatsapp "
           "appen "
           "app sms'en sms phone telephone mobile cell cellphone call ring reach callback whatsappen"},
    CueRow{Cue::kSecret, 0,
           "pin pincode pincodes pinnummer toegangscode inlogcode verificatiecode smscode passcode wachtwoord paswoord "
           "password passwoord passphrase wachtzin wachtwoordje ontgrendelcode alarmcode kluiscode pukcode puk "
           "deurcode bevestigingscode tancode passwords wachtwoorden codewoord schermcode otp schermpin simpin "
           "voicemailpin "
           "kaartpin appcode aanmeldcode activeringscode"},
    CueRow{Cue::kEmail, 0, "email emailadres mailadres mail e-mailadres mailtje emailtje gmailadres mailadresje"},
    CueRow{Cue::kBirth, 0,
           "geboortedatum geboortedata geboortedag birthdate dob geboortejaar gebdatum gebdat gdatum geboortedat"},
    CueRow{Cue::kBirth, kDated, "geboren birthday verjaardag verjaar born geboorte jarig"},
    CueRow{Cue::kPostcode, 0,
           "postcode postkode postcodes zip zipcode postal huisnummer huisnr postcodenummer huisnummertje postnummer"},
};

struct RoleRow {
  Roles roles;
  const char* words;
};

constexpr std::array kRoles = {
    RoleRow{kFiller | kGap | kConnector | kStop,
            "eh ehh euh euhm uh uhh uhm ehm um umm er erm hm hmm mm nou ja yeah yes yep so jawel ok oke okay okee hè "
            "he hoor goed right well like zeg effe efkes even kijken kijk wacht moment momentje seconde hang let's "
            "see eens dus zo mhm amai allez voila voilà natuurlijk uiteraard inderdaad precies klopt juist grand "
            "alright sorry"},
    RoleRow{kGap | kConnector | kStop,
            "dan then daarna vervolgens streepje dash spatie space hyphen daarachter next nog weer opnieuw again"},
    RoleRow{kGap | kFresh | kConnector | kStop, "en and"},
    RoleRow{kGap | kEmailPart, "punt dot schuine"},
    RoleRow{kEmailPart,
            "point underscore liggend laag laagstreepje koppelteken minteken puntje minnetje streep koppelstreepje "
            "plus min"},
    RoleRow{kEmailPart | kGap | kConnector | kStop, "streepje dash hyphen"},
    RoleRow{
        kCorrection | kGap | kConnector | kStop,
        "nee no nope sorry correctie correction pardon verbetering rectificatie fout oeps oops actually mean bedoel "
        "i ik verkeerd wrong"},
    RoleRow{kConnector | kStop,
            "is was zijn are dat that's it's it its 't namelijk luidt staat staan here hier die this dit gewoon just "
            "komt kan kunt reads to naar te op on at aan bij onder under met with er daar there for voor also ook best "
            "numero starts begint het in als as and dan vond wordt noteer schrijf zet pak gebruik use take got have "
            "heb heeft has graag please alstublieft alsjeblieft danku bedankt dank merci thank thanks ready klaar "
            "komie komt-ie op: "
            "now nu dan's wel toch daarvan ervan maar but genoteerd"},
    RoleRow{
        kConnector | kDeterminer | kStop,
        "mijn m'n mn my our onze ons the de het een a an u uw your je jouw her haar his zijn their hun deze dit that "
        "this dat die van of me mij us you ie"},
    RoleRow{kNumberNoun | kConnector | kStop, "nummer nummertje nr no number nummers numbers num"},
    RoleRow{kDigitsNoun | kConnector | kStop,
            "cijfers cijfertjes cijferkes cijfertje beveiligingscijfer cijferige cijferig driecijferige driecijferig "
            "digits cijfer digit getallen figures getal"},
    RoleRow{kCode | kConnector | kStop, "code codes codetje"},
    RoleRow{kConnector, "account tot until till thru through"},
    RoleRow{kBackOfCard | kConnector,
            "achterop achterkant achterzijde back reverse handtekeningstrook achteraan signature vanachter erachter"},
    RoleRow{kConnector,
            "across front voorkant voorzijde voorop vooraan volledig volledige hele full whole complete exact"},
    RoleRow{kLastDigits | kConnector,
            "laatste eindigt eindigen eindigend eindig last ending ends end eindcijfers eind"},
    RoleRow{
        kUnit,
        "euro euros euro's eurocent cent kwh kilowattuur kilowatt kuub m3 uur uurtje minuten minuut dagen dag weken "
        "week maanden maand jaar jaren procent km kilometer meter cm mm gb gigabyte giga gig gigs mb megabyte mbit "
        "gigabit "
        "pounds pound quid pence dollars dollar cents hours hour minutes minute days day weeks months month years "
        "year percent graden degrees % € $ £ keer times stuks stuk items dozen pakketten liter kilo kg gram ml watt "
        "personen mensen people units bucks punten points ampere volt kubieke vierkante tickets kaartjes "
        "nachten nights paar pieces boxes copies mijl miles am pm a.m p.m o'clock dozijn ton kwartier x maal "
        "inch hertz hz ghz mhz mbps tb ah wh kw kva bar celsius decibel db dpi pixels megapixel pk kcal calorieen "
        "medewerkers werknemers collega's leden bezoekers "
        "deelnemers leerlingen studenten bewoners gasten employees members visitors students guests volunteers"},
    RoleRow{kStreet,
            "straat laan weg plein kade gracht singel street road avenue lane drive close ave rd crescent way terrace "
            "boulevard court blvd steenweg dreef grove mews"},
    RoleRow{kAddress, "adres woonadres woon woont wonen live lives living address afleveradres bezorgadres verhuisd"},
    RoleRow{kAsk,
            "mag wat welk welke kunt kun wilt heeft weet geef geeft noem noemt zeg what what's which may can could "
            "would provide confirm tell give spell need wanneer when hoe nodig herhaal herhalen bevestigen"},
    RoleRow{kNegation | kStop, "niet nie nooit never not don't geen zonder without can't won't"},
    RoleRow{kTopLevel,
            "nl be com net org eu uk de fr nu info biz io me co lu es it pl tr edu gov ie ac app dev frl amsterdam "
            "vlaanderen brussels gent online email example test site shop ca us au"},
    RoleRow{kMailHouse,
            "gmail hotmail outlook icloud ziggo telenet proximus skynet yahoo btinternet protonmail xs4all googlemail "
            "upcmail kpnmail msn aol hetnet virginmedia comcast protonmail zonnet"},
    RoleRow{kNameParticle, "van de der den ter ten le la el von het mc"},
    RoleRow{kMany, "double dubbel dubbele tweemaal triple treble drievoudig driemaal tripel"},
    RoleRow{kSecretLead,
            "memorable secret maiden meisjesnaam ww pw wachtwoord woordje huisdier pet school favoriete favourite "
            "favorite lievelings question code codewoord security password antwoord login inloggen inlog wifi sleutel "
            "passphrase key"},
    RoleRow{
        kStop,
        "we wij ze zij he she they hij i'm i'd i'll i've you're er hebt hoe if than about over uit from into out "
        "want because omdat dus of or ook zou wil zal will would could should kan mag moet must can do does did doen "
        "doet deed stuur sturen mailen mail send email e-mail adres address bericht message contact want need "
        "know think zeggen vertellen tell jullie ons onze hun meer geen nog al as zoals like via per om tot either "
        "bent "
        "ben hallo hello hi meneer mevrouw sir madam same hetzelfde dezelfde iets something nothing niets weet don't "
        "contacteren look kijk home bereiken"},
};

constexpr std::array<const char*, 12> kMonths = {"januari january jan",
                                                 "februari february feb",
                                                 "maart march mar mrt",
                                                 "april apr",
                                                 "mei may",
                                                 "juni june jun",
                                                 "juli july jul",
                                                 "augustus august aug",
                                                 "september sept sep",
                                                 "oktober october okt oct",
                                                 "november nov",
                                                 "december dec"};

// The Dutch and the NATO spelling alphabets, and letters as recognisers write them.
constexpr std::array<const char*, 26> kLetters = {"alpha alfa anton",
                                                  "bravo bernard bee",
                                                  "charlie cornelis cee see",
                                                  "delta dirk dee",
                                                  "echo eduard ee",
                                                  "foxtrot ferdinand ef",
                                                  "golf gerard gee",
                                                  "hotel hendrik haa aitch",
                                                  "india izaak isaak",
                                                  "juliet juliett johan jee jay",
                                                  "kilo karel kaa kay",
                                                  "lima lodewijk el",
                                                  "mike maria em",
                                                  "november nico",
                                                  "oscar otto",
                                                  "papa pieter pee",
                                                  "quebec quotient quu",
                                                  "romeo richard rudolf",
                                                  "sierra simon",
                                                  "tango teunis theodoor tee",
                                                  "uniform utrecht uu",
                                                  "victor vee",
                                                  "whiskey whisky willem wee",
                                                  "xray xantippe ix",
                                                  "yankee ypsilon ijmuiden",
                                                  "zulu zaandam zacharias zet zed zee"};

using Lexicon = base::WordMap<Lexeme>;

void add_numbers(Lexicon& lexicon) {
  for (const std::string_view word :
       {"nul",      "een",       "twee",    "drie",      "vier",     "vijf",     "zes",      "zeven",   "acht",
        "negen",    "tien",      "elf",     "twaalf",    "dertien",  "veertien", "vijftien", "zestien", "zeventien",
        "achttien", "negentien", "zero",    "nought",    "naught",   "one",      "two",      "three",   "four",
        "five",     "six",       "seven",   "eight",     "nine",     "ten",      "eleven",   "twelve",  "thirteen",
        "fourteen", "fifteen",   "sixteen", "seventeen", "eighteen", "nineteen", "twenty",   "thirty",  "forty",
        "fifty",    "sixty",     "seventy", "eighty",    "ninety",   "honderd",  "duizend"}) {
    lexicon[word].value = static_cast<std::int16_t>(cardinal(word).value_or(-1));
  }
}

// The words of a list, parted by one space.
template <typename Work>
void for_each_word(std::string_view list, const Work& work) {
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(' '), list.size());
    if (end > 0) work(list.substr(0, end));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
}

Roles lead_to_secret(std::string_view word, const Lexeme& lexeme) {
  const bool leads = lexeme.cue == Cue::kSecret || word.ends_with("vraag") || word.starts_with("geheim");
  return leads ? kSecretLead : Roles{0};
}

const Lexicon& lexicon() {
  static const Lexicon* const all = [] {
    auto* made = new Lexicon;
    for (const CueRow& row : kCues) {
      for_each_word(row.words, [&](std::string_view word) {
        (*made)[word].cue = row.cue;
        (*made)[word].roles |= row.roles;
      });
    }
    for (const RoleRow& row : kRoles) {
      for_each_word(row.words, [&](std::string_view word) { (*made)[word].roles |= row.roles; });
    }
    for (std::size_t i = 0; i < kMonths.size(); ++i) {
      for_each_word(kMonths[i], [&](std::string_view word) { (*made)[word].month = static_cast<std::int8_t>(i + 1); });
    }
    for (std::size_t i = 0; i < kLetters.size(); ++i) {
      for_each_word(kLetters[i], [&](std::string_view word) { (*made)[word].letter = static_cast<char>('a' + i); });
    }
    add_numbers(*made);
    made->for_each([](std::string_view word, Lexeme& lexeme) { lexeme.roles |= lead_to_secret(word, lexeme); });
    return made;
  }();
  return *all;
}

// "toegangscode", "herstelcode", "telefooncode": what a code is for.
bool opens_what_is_private(std::string_view word) {
  for (const std::string_view use :
       {"pin",           "toegang",  "inlog", "sms",   "verificatie", "bevestig", "telefoon", "herstel",   "machtig",
        "ontgrendel",    "alarm",    "digid", "app",   "eenmalig",    "beveilig", "puk",      "voicemail", "kluis",
        "identificatie", "authenti", "slot",  "poort", "slagboom",    "hek",      "sleutelk", "garage"}) {
    if (word.starts_with(use) || (use.size() > 4 && word.find(use) != word.npos)) return true;
  }
  return false;
}

// "vergunningsnummer", "kortingscode", "noodtelefoonnummer": compounds say what they are at their end.
Lexeme look_up_compound(std::string_view word) {
  static constexpr base::LongerEnding kNumbers{"nummer", "nummers", "nr", "nummertje"};
  static constexpr base::LongerEnding kSecrets{"wachtwoord", "pincode"};
  static constexpr base::LongerEnding kOthers{"code",   "kenmerk", "stand", "referentie", "datum",
                                              "bedrag", "bon",     "pas",   "kaart"};
  static constexpr base::LongerEnding kAddresses{"mailadres"};
  static constexpr base::LongerEnding kStreets{
      "straat", "laan", "weg",   "plein", "kade", "gracht",   "singel", "steenweg", "dreef", "dijk",  "lei",
      "hof",    "kaai", "markt", "baan",  "park", "straatje", "pad",    "steeg",    "oever", "akker", "brink"};
  Lexeme lexeme;
  if (kNumbers.of(word)) {
    const bool phone =
        word.find("telefoon") != word.npos || word.find("mobiel") != word.npos || word.find("gsm") != word.npos;
    lexeme.cue = phone ? Cue::kPhone : Cue::kStays;
    if (word.find("rekening") != word.npos) lexeme.cue = Cue::kBank;
    if (word.starts_with("beveiligings") || word.starts_with("veiligheids")) lexeme.cue = Cue::kCardCode;
    for (const std::string_view person : {"burgerservice", "bsn", "rijksregister", "sofi"}) {
      if (word.find(person) != word.npos) lexeme.cue = Cue::kBsn;
    }
    if (word.find("kaartnummer") != word.npos && word.find("klant") == word.npos) lexeme.cue = Cue::kCard;
  } else if (kSecrets.of(word)) {
    lexeme.cue = Cue::kSecret;
  } else if (kOthers.of(word)) {
    lexeme.cue = word.ends_with("code") && opens_what_is_private(word) ? Cue::kSecret : Cue::kStays;
  } else if (kAddresses.of(word)) {
    lexeme.cue = Cue::kEmail;
  } else if (kStreets.of(word)) {
    lexeme.roles = kStreet;
  }
  return lexeme;
}

}  // namespace

Lexeme look_up(std::string_view word) {
  if (word.ends_with("'s")) word.remove_suffix(2);
  if (const Lexeme* known = lexicon().find(word); known != nullptr) return *known;
  Lexeme lexeme;
  const bool may_be_number = word.size() >= 6 && (word.ends_with("tig") || word.find("honderd") != word.npos ||
                                                  word.find("duizend") != word.npos);
  if (may_be_number) {
    if (const auto value = cardinal(word)) {
      lexeme.value = static_cast<std::int16_t>(*value);
      return lexeme;
    }
  }
  if (may_be_number && word.starts_with("negentien")) {  // "negentienvierenvijftig"
    const auto rest = cardinal(word.substr(std::string_view("negentien").size()));
    if (rest && *rest >= 10 && *rest <= 99) lexeme.value = static_cast<std::int16_t>(1900 + *rest);
    if (lexeme.value >= 0) return lexeme;
  }
  if (word.size() >= 5) lexeme = look_up_compound(word);
  lexeme.roles |= lead_to_secret(word, lexeme);
  return lexeme;
}

}  // namespace aandacht::domain::redaction
