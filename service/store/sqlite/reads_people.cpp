// Customers and whys.
#include "absl/status/status.h"
#include "service/store/sqlite/failure.h"
#include "service/store/sqlite/reads.h"
#include "service/store/sqlite/rows.h"
#include "shared/wire/encoding.h"

namespace aandacht::store::sqlite {
namespace {

constexpr std::string_view kCustomersList = "customers";

absl::StatusOr<domain::Customer> to_customer(const Statement& row) {
  absl::StatusOr<domain::Customer> customer = wire::decode_customer(row.bytes(0));
  if (!customer.ok()) return unreadable("customer", row.text(1), customer.status());
  return customer;
}

}  // namespace

absl::StatusOr<domain::Customer> read_customer(Connection& connection, const std::string& external_id) {
  Statement statement = connection.prepare("SELECT body, id FROM customer WHERE id = ?");
  const absl::StatusOr<bool> row = statement.bind_text(external_id).step();
  if (!row.ok()) return row.status();
  if (!*row) return absl::NotFoundError("there is no customer \"" + external_id + "\"");
  return to_customer(statement);
}

absl::StatusOr<domain::Customer> read_customer_by_phone(Connection& connection, const std::string& phone) {
  // A household shares a number: who was saved last is who is found, and the other again when that one gives it up.
  Statement statement = connection.prepare(
      "SELECT body, id FROM customer JOIN customer_phone ON customer.id = customer_phone.customer"
      " WHERE phone = ? ORDER BY seq DESC LIMIT 1");
  const absl::StatusOr<bool> row = statement.bind_text(phone).step();
  if (!row.ok()) return row.status();
  if (!*row) return absl::NotFoundError("there is no customer with this number");
  return to_customer(statement);
}

absl::StatusOr<Page<domain::Customer>> read_customers(Connection& connection, int page_size,
                                                      const std::string& page_token) {
  const absl::StatusOr<int> size = page_size_of(page_size);
  if (!size.ok()) return size.status();
  const absl::StatusOr<PageKey> start = page_start(kCustomersList, page_token, {});
  if (!start.ok()) return start.status();
  Statement statement = connection.prepare("SELECT body, id FROM customer WHERE id > ? ORDER BY id LIMIT ?");
  statement.bind_text(start->text).bind_integer(*size + 1);
  using Row = std::pair<domain::Customer, PageKey>;
  auto rows = all_rows<Row>(std::move(statement), [](Statement& row) -> absl::StatusOr<Row> {
    absl::StatusOr<domain::Customer> customer = to_customer(row);
    if (!customer.ok()) return customer.status();
    return Row{*std::move(customer), PageKey{0, row.text(1)}};
  });
  if (!rows.ok()) return rows.status();
  return to_page(*std::move(rows), *size, kCustomersList);
}

absl::StatusOr<std::vector<domain::Why>> read_whys(Connection& connection) {
  return all_rows<domain::Why>(connection.prepare("SELECT body, id FROM why ORDER BY id"),
                               [](Statement& row) -> absl::StatusOr<domain::Why> {
                                 absl::StatusOr<domain::Why> why = wire::decode_why(row.bytes(0));
                                 if (!why.ok()) return unreadable("why", row.text(1), why.status());
                                 return why;
                               });
}

}  // namespace aandacht::store::sqlite
