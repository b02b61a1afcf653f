#include "client/net/customer_file.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "shared/base/content_key.h"

namespace aandacht::net {
namespace {

using domain::AddressForm;
using domain::Feeling;
using domain::JourneyStage;
using domain::PromiseState;

std::optional<domain::Promise> read_promise(JsonFields& step) {
  std::optional<JsonFields> fields = step.object("promise");
  if (!fields) return std::nullopt;
  domain::Promise promise;
  promise.text = fields->text("text");
  if (const auto due = fields->day("due")) promise.due = absl::FromCivil(*due, absl::UTCTimeZone());
  if (const auto kept = fields->yes_or_no("kept")) promise.state = *kept ? PromiseState::kKept : PromiseState::kBroken;
  return promise;
}

domain::JourneyStep read_step(JsonFields& fields) {
  domain::JourneyStep step;
  if (const auto day = fields.day("date")) {
    step.day = *day;
  } else {
    fields.wrong("date", "is missing: give the day of the step");
  }
  step.stage = fields.choice<JourneyStage>("step", {{"discover", JourneyStage::kDiscover},
                                                    {"buy", JourneyStage::kBuy},
                                                    {"use", JourneyStage::kUse},
                                                    {"service", JourneyStage::kService}});
  step.channel = fields.text_or("channel");
  step.what = fields.text("what");
  step.felt = fields.choice<Feeling>(
      "felt", {{"negative", Feeling::kNegative}, {"neutral", Feeling::kNeutral}, {"positive", Feeling::kPositive}},
      Feeling::kNeutral);
  step.promise = read_promise(fields);
  return step;
}

std::vector<std::string> read_phones(JsonFields& fields) {
  std::vector<std::string> phones = fields.texts("phones");
  const std::string phone = fields.text_or("phone");
  if (!phone.empty() && (phones.empty() || phones.front() != phone)) phones.insert(phones.begin(), phone);
  return phones;
}

std::string key_of(JsonFields& fields, const domain::Customer& customer) {
  std::string key = fields.text_or("external_id");
  if (key.empty()) key = fields.text_or("id");
  if (!key.empty()) return key;
  if (!customer.phones.empty()) return base::content_key("phone", customer.phones.front());
  return base::content_key("name", absl::StrCat(customer.name, "\n", customer.company));
}

std::vector<std::string> brought(const JsonFields& fields) {
  std::vector<std::string> names = {"name"};
  if (fields.has("phone") || fields.has("phones")) names.emplace_back("phones");
  if (fields.has("since")) names.emplace_back("since_year");
  for (const char* same : {"language", "address_form", "company", "journey"}) {
    if (fields.has(same)) names.emplace_back(same);
  }
  return names;
}

}  // namespace

domain::Customer read_customer(JsonFields& fields) {
  domain::Customer customer;
  customer.name = fields.text("name");
  customer.phones = read_phones(fields);
  customer.since_year = static_cast<int>(fields.whole_or("since", 0));
  if (customer.since_year != 0 && (customer.since_year < 1800 || customer.since_year > 9999)) {
    fields.wrong("since", "must be a year such as 2019");
  }
  customer.language = fields.text_or("language");
  customer.address_form = fields.choice<AddressForm>("address_form",
                                                     {{"u", AddressForm::kFormal},
                                                      {"je", AddressForm::kInformal},
                                                      {"formal", AddressForm::kFormal},
                                                      {"informal", AddressForm::kInformal},
                                                      {"unknown", AddressForm::kUnknown}},
                                                     AddressForm::kUnknown);
  for (JsonFields& step : fields.objects("journey")) customer.journey.push_back(read_step(step));
  customer.company = fields.text_or("company");
  customer.external_id = key_of(fields, customer);
  return customer;
}

absl::StatusOr<CustomerLine> parse_customer_line(std::string_view line) {
  const absl::StatusOr<nlohmann::json> object = parse_object(line);
  if (!object.ok()) return object.status();
  absl::Status fault;
  JsonFields fields(*object, fault);
  CustomerLine read{read_customer(fields), brought(fields)};
  if (!fault.ok()) return fault;
  return read;
}

absl::StatusOr<domain::Customer> parse_customer(std::string_view line) {
  absl::StatusOr<CustomerLine> read = parse_customer_line(line);
  if (!read.ok()) return read.status();
  return std::move(read->customer);
}

}  // namespace aandacht::net
