#include "client/net/customer_csv.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "shared/base/content_key.h"
#include "shared/domain/phone.h"

namespace aandacht::net {
namespace {

struct Word {
  CustomerColumn column;
  std::string_view word;
};

constexpr std::array<Word, 7> kWords = {{{CustomerColumn::kExternalId, "external_id"},
                                         {CustomerColumn::kName, "name"},
                                         {CustomerColumn::kPhones, "phones"},
                                         {CustomerColumn::kSinceYear, "since"},
                                         {CustomerColumn::kLanguage, "language"},
                                         {CustomerColumn::kAddressForm, "address_form"},
                                         {CustomerColumn::kCompany, "company"}}};

/// Headers as they are met in the field, without capitals, spaces and signs.
constexpr Word kHeaders[] = {{CustomerColumn::kExternalId, "externalid"},
                             {CustomerColumn::kExternalId, "id"},
                             {CustomerColumn::kExternalId, "klantnummer"},
                             {CustomerColumn::kExternalId, "klantnr"},
                             {CustomerColumn::kExternalId, "klantid"},
                             {CustomerColumn::kExternalId, "relatienummer"},
                             {CustomerColumn::kExternalId, "debiteurnummer"},
                             {CustomerColumn::kExternalId, "customerid"},
                             {CustomerColumn::kExternalId, "customernumber"},
                             {CustomerColumn::kExternalId, "accountnumber"},
                             {CustomerColumn::kName, "naam"},
                             {CustomerColumn::kName, "name"},
                             {CustomerColumn::kName, "klantnaam"},
                             {CustomerColumn::kName, "fullname"},
                             {CustomerColumn::kName, "volledigenaam"},
                             {CustomerColumn::kName, "aanhef"},
                             {CustomerColumn::kName, "voornaam"},
                             {CustomerColumn::kName, "voorletters"},
                             {CustomerColumn::kName, "tussenvoegsel"},
                             {CustomerColumn::kName, "achternaam"},
                             {CustomerColumn::kName, "firstname"},
                             {CustomerColumn::kName, "lastname"},
                             {CustomerColumn::kName, "surname"},
                             {CustomerColumn::kPhones, "telefoon"},
                             {CustomerColumn::kPhones, "telefoonnummer"},
                             {CustomerColumn::kPhones, "telefoonvast"},
                             {CustomerColumn::kPhones, "telefoonmobiel"},
                             {CustomerColumn::kPhones, "tel"},
                             {CustomerColumn::kPhones, "mobiel"},
                             {CustomerColumn::kPhones, "mobielnummer"},
                             {CustomerColumn::kPhones, "gsm"},
                             {CustomerColumn::kPhones, "phone"},
                             {CustomerColumn::kPhones, "phones"},
                             {CustomerColumn::kPhones, "phonenumber"},
                             {CustomerColumn::kPhones, "mobile"},
                             {CustomerColumn::kPhones, "mobilephone"},
                             {CustomerColumn::kSinceYear, "since"},
                             {CustomerColumn::kSinceYear, "sinceyear"},
                             {CustomerColumn::kSinceYear, "klantsinds"},
                             {CustomerColumn::kSinceYear, "sinds"},
                             {CustomerColumn::kSinceYear, "customersince"},
                             {CustomerColumn::kLanguage, "taal"},
                             {CustomerColumn::kLanguage, "language"},
                             {CustomerColumn::kAddressForm, "aanspreekvorm"},
                             {CustomerColumn::kAddressForm, "addressform"},
                             {CustomerColumn::kCompany, "merk"},
                             {CustomerColumn::kCompany, "label"},
                             {CustomerColumn::kCompany, "bedrijf"},
                             {CustomerColumn::kCompany, "brand"},
                             {CustomerColumn::kCompany, "company"}};

std::string bare(std::string_view header) {
  std::string word;
  for (const char c : header) {
    if (std::isalnum(static_cast<unsigned char>(c)) != 0) {
      word += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
  }
  return word;
}

std::string trimmed(std::string_view text) {
  const auto space = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; };
  while (!text.empty() && space(text.front())) text.remove_prefix(1);
  while (!text.empty() && space(text.back())) text.remove_suffix(1);
  return std::string(text);
}

absl::Status take_map(const std::string& map, std::vector<MappedColumn>& columns) {
  for (const std::string& pair : std::vector<std::string>(absl::StrSplit(map, ',', absl::SkipWhitespace()))) {
    const std::vector<std::string> sides = absl::StrSplit(pair, absl::MaxSplits('=', 1));
    const std::string header = trimmed(sides.front());
    const std::string word = sides.size() == 2 ? trimmed(sides[1]) : std::string();
    const auto known = std::find_if(kWords.begin(), kWords.end(), [&](const Word& each) { return each.word == word; });
    if (known == kWords.end()) {
      return absl::InvalidArgumentError(
          absl::StrCat("--map: \"", pair, "\" must be COLUMN=WHAT, where WHAT is ",
                       absl::StrJoin(kWords, ", ", [](std::string* to, const Word& each) { to->append(each.word); })));
    }
    const auto column = std::find_if(columns.begin(), columns.end(), [&](const MappedColumn& each) {
      return absl::EqualsIgnoreCase(each.header, header);
    });
    if (column == columns.end()) {
      return absl::InvalidArgumentError(absl::StrCat(
          "--map: the file has no column \"", header, "\"; it has ",
          absl::StrJoin(columns, ", ", [](std::string* to, const MappedColumn& each) { to->append(each.header); })));
    }
    column->is = known->column;
  }
  return absl::OkStatus();
}

bool has(const std::vector<MappedColumn>& columns, CustomerColumn what) {
  return std::any_of(columns.begin(), columns.end(), [&](const MappedColumn& each) { return each.is == what; });
}

void read_phones(const std::string& cell, const CustomerCells& cells, const MappedColumn& column,
                 domain::Customer& customer, std::vector<CellFault>& faults) {
  for (const std::string& part :
       std::vector<std::string>(absl::StrSplit(cell, absl::ByAnyChar(";,/|"), absl::SkipWhitespace()))) {
    std::string number = domain::normalise_phone(trimmed(part), cells.country_code);
    if (number.empty()) {
      faults.push_back(
          {column.header,
           absl::StrCat("\"", trimmed(part), "\" is not a phone number; write it as +31612345678 or leave it empty"),
           CellProblem::kNotAPhone, trimmed(part)});
      continue;
    }
    auto& phones = customer.phones;
    if (std::find(phones.begin(), phones.end(), number) == phones.end()) phones.push_back(std::move(number));
  }
}

// "2019", "2019-05-01" and "1-5-2019" are all 2019.
void read_year(const std::string& cell, const MappedColumn& column, domain::Customer& customer,
               std::vector<CellFault>& faults) {
  for (const std::string& part : std::vector<std::string>(absl::StrSplit(cell, absl::ByAnyChar("-/. T")))) {
    int year = 0;
    if (part.size() == 4 && absl::SimpleAtoi(part, &year) && year >= 1800) {
      customer.since_year = year;
      return;
    }
  }
  faults.push_back({column.header, absl::StrCat("\"", cell, "\" has no year such as 2019; write one or leave it empty"),
                    CellProblem::kNoYear, cell});
}

void read_address_form(const std::string& cell, const MappedColumn& column, domain::Customer& customer,
                       std::vector<CellFault>& faults) {
  const std::string word = bare(cell);
  if (word == "u" || word == "formal" || word == "formeel") {
    customer.address_form = domain::AddressForm::kFormal;
  } else if (word == "je" || word == "jij" || word == "informal" || word == "informeel") {
    customer.address_form = domain::AddressForm::kInformal;
  } else {
    faults.push_back({column.header, absl::StrCat("\"", cell, "\" is neither u nor je; write one or leave it empty"),
                      CellProblem::kNeitherUNorJe, cell});
  }
}

void read_cell(const std::string& cell, const CustomerCells& cells, const MappedColumn& column,
               domain::Customer& customer, std::vector<CellFault>& faults) {
  switch (column.is) {
    case CustomerColumn::kNone:
      return;
    case CustomerColumn::kExternalId:
      customer.external_id = cell;
      return;
    case CustomerColumn::kName:
      absl::StrAppend(&customer.name, customer.name.empty() ? "" : " ", cell);
      return;
    case CustomerColumn::kPhones:
      return read_phones(cell, cells, column, customer, faults);
    case CustomerColumn::kSinceYear:
      return read_year(cell, column, customer, faults);
    case CustomerColumn::kLanguage:
      customer.language = cell;
      return;
    case CustomerColumn::kAddressForm:
      return read_address_form(cell, column, customer, faults);
    case CustomerColumn::kCompany:
      customer.company = cell;
      return;
  }
}

std::string header_of(const CustomerCells& cells, CustomerColumn what) {
  for (const MappedColumn& column : cells.columns) {
    if (column.is == what) return column.header;
  }
  return "";
}

}  // namespace

CustomerColumn guess_column(std::string_view header) {
  const std::string word = bare(header);
  const auto* known =
      std::find_if(std::begin(kHeaders), std::end(kHeaders), [&](const Word& each) { return each.word == word; });
  return known == std::end(kHeaders) ? CustomerColumn::kNone : known->column;
}

std::vector<MappedColumn> unmapped(const std::vector<std::string>& headers) {
  std::vector<MappedColumn> columns;
  for (const std::string& header : headers) columns.push_back({trimmed(header)});
  return columns;
}

bool has_name(const std::vector<MappedColumn>& columns) { return has(columns, CustomerColumn::kName); }

std::vector<std::string> fields_of(const std::vector<MappedColumn>& columns) {
  std::vector<std::string> fields = {"name"};
  for (const MappedColumn& column : columns) {
    if (column.is == CustomerColumn::kPhones) fields.emplace_back("phones");
    if (column.is == CustomerColumn::kSinceYear) fields.emplace_back("since_year");
    if (column.is == CustomerColumn::kLanguage) fields.emplace_back("language");
    if (column.is == CustomerColumn::kAddressForm) fields.emplace_back("address_form");
    if (column.is == CustomerColumn::kCompany) fields.emplace_back("company");
  }
  return fields;
}

std::string_view word_of(CustomerColumn column) {
  for (const Word& each : kWords) {
    if (each.column == column) return each.word;
  }
  return "";
}

absl::StatusOr<std::vector<MappedColumn>> map_columns(const std::vector<std::string>& headers, const std::string& map) {
  std::vector<MappedColumn> columns = unmapped(headers);
  if (map.empty()) {
    for (MappedColumn& column : columns) {
      column.is = guess_column(column.header);
      column.guessed = column.is != CustomerColumn::kNone;
    }
  } else if (absl::Status status = take_map(map, columns); !status.ok()) {
    return status;
  }
  if (has(columns, CustomerColumn::kName)) return columns;
  return absl::InvalidArgumentError(absl::StrCat(
      "no column is the name; say which with --map COLUMN=name. The columns are: ",
      absl::StrJoin(columns, ", ", [](std::string* to, const MappedColumn& each) { to->append(each.header); })));
}

domain::Customer read_customer_row(const CustomerCells& cells, const std::vector<std::string>& row,
                                   std::vector<CellFault>& faults) {
  domain::Customer customer;
  if (row.size() != cells.columns.size()) {
    faults.push_back({"",
                      absl::StrCat("has ", row.size(), " cells and the header ", cells.columns.size(),
                                   "; put cells with a separator in them in quotes"),
                      CellProblem::kCellCount, absl::StrCat(row.size())});
    return customer;
  }
  for (std::size_t i = 0; i < row.size(); ++i) {
    const std::string cell = trimmed(row[i]);
    if (!cell.empty()) read_cell(cell, cells, cells.columns[i], customer, faults);
  }
  if (customer.name.empty()) {
    faults.push_back(
        {header_of(cells, CustomerColumn::kName), "is empty; a customer needs a name", CellProblem::kNameMissing, ""});
  }
  if (has(cells.columns, CustomerColumn::kExternalId)) {
    if (customer.external_id.empty()) {
      faults.push_back({header_of(cells, CustomerColumn::kExternalId), "is empty; a customer needs a key",
                        CellProblem::kKeyMissing, ""});
    }
  } else {
    customer.external_id = customer.phones.empty()
                               ? base::content_key("name", absl::StrCat(customer.name, "\n", customer.company))
                               : base::content_key("phone", customer.phones.front());
  }
  return customer;
}

absl::StatusOr<std::string> country_code_of(const std::string& word) {
  constexpr std::pair<std::string_view, std::string_view> kCountries[] = {
      {"NL", "31"}, {"BE", "32"}, {"FR", "33"},  {"ES", "34"},  {"IT", "39"},  {"CH", "41"},
      {"AT", "43"}, {"GB", "44"}, {"UK", "44"},  {"DK", "45"},  {"SE", "46"},  {"NO", "47"},
      {"PL", "48"}, {"DE", "49"}, {"PT", "351"}, {"LU", "352"}, {"IE", "353"}, {"FI", "358"},
      {"US", "1"},  {"CA", "1"},  {"SR", "597"}, {"CW", "599"}, {"AW", "297"}};
  for (const auto& [country, code] : kCountries) {
    if (absl::EqualsIgnoreCase(word, std::string(country))) return std::string(code);
  }
  const std::string digits = word.substr(word.empty() || word.front() != '+' ? 0 : 1);
  const bool is_code =
      !digits.empty() && digits.size() <= 3 && digits.find_first_not_of("0123456789") == std::string::npos;
  if (is_code) return digits;
  return absl::InvalidArgumentError(
      absl::StrCat("--country: \"", word, "\" is not known; give its digits, such as 31"));
}

}  // namespace aandacht::net
