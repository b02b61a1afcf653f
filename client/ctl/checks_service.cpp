#include <google/protobuf/unknown_field_set.h>
#include <grpcpp/generic/generic_stub.h>
#include <grpcpp/grpcpp.h>

#include <future>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/time/clock.h"
#include "client/ctl/checks.h"
#include "client/ctl/service.h"
#include "client/net/channel.h"
#include "client/net/outbox.h"
#include "shared/content/load.h"

namespace aandacht::ctl {
namespace {

constexpr std::uint64_t kServing = 1;  // HealthCheckResponse.ServingStatus

/// The first field of a message as a number: HealthCheckResponse.status.
std::uint64_t first_number(const grpc::ByteBuffer& buffer) {
  grpc::Slice slice;
  google::protobuf::UnknownFieldSet fields;
  if (!buffer.DumpToSingleSlice(&slice).ok()) return 0;
  if (!fields.ParseFromArray(slice.begin(), static_cast<int>(slice.size()))) return 0;
  for (int i = 0; i < fields.field_count(); ++i) {
    const google::protobuf::UnknownField& field = fields.field(i);
    if (field.number() == 1 && field.type() == google::protobuf::UnknownField::TYPE_VARINT) return field.varint();
  }
  return 0;
}

/// Health/Check with an empty request: the service as a whole. Debian ships no generated client for it.
absl::StatusOr<bool> is_serving(const std::string& server) {
  grpc::GenericStub stub(net::open_channel(server));
  grpc::ClientContext context;
  context.set_deadline(absl::ToChronoTime(absl::Now() + absl::Seconds(3)));
  const grpc::Slice empty;
  const grpc::ByteBuffer request(&empty, 1);
  grpc::ByteBuffer response;
  std::promise<grpc::Status> answered;
  stub.UnaryCall(&context, "/grpc.health.v1.Health/Check", grpc::StubOptions(), &request, &response,
                 [&](grpc::Status status) { answered.set_value(std::move(status)); });
  const absl::Status status = net::to_status(answered.get_future().get());
  if (!status.ok()) return status;
  return first_number(response) == kServing;
}

}  // namespace

Finding check_service(const std::string& server) {
  const absl::StatusOr<bool> serving = is_serving(server);
  if (!serving.ok()) {
    const bool away = absl::IsUnavailable(serving.status());
    return {
        "service", Health::kBroken, absl::StrCat("no answer from ", server),
        away ? "start it with `aandachtd`, or name another one with --server ADDR" : explain(server, serving.status())};
  }
  if (!*serving) {
    return {"service", Health::kBroken, absl::StrCat(server, " answers but does not serve: it is starting or stopping"),
            "wait a moment; if it stays so, look in its log"};
  }
  return {"service", Health::kOk, absl::StrCat(server, " answers and serves"), ""};
}

Finding check_teams(const std::string& server) {
  Service service(net::open_channel(server), {.timeout = absl::Seconds(3), .sleep = [](absl::Duration) {}});
  const absl::StatusOr<EnergyAnswer> energy = service.team_energy();
  if (!energy.ok()) {
    const bool old = energy.status().code() == absl::StatusCode::kUnimplemented;
    return {"teams", old ? Health::kWarning : Health::kOk,
            old ? "this service is older and knows no teams" : "not known without the service",
            old ? "update aandachtd" : ""};
  }
  if (energy->teams.empty()) {
    return {"teams", Health::kOk, "none of five or more is configured: a reset's price counts everybody as one team",
            ""};
  }
  const std::string names = absl::StrJoin(
      energy->teams, ", ", [](std::string* out, const EnergyBand& team) { absl::StrAppend(out, team.who); });
  return {"teams", Health::kOk, absl::StrCat(names, ": five or more, so they have a band of energy"), ""};
}

Finding check_content(const std::filesystem::path& folder) {
  const absl::StatusOr<domain::Library> library = content::load_library(folder);
  if (!library.ok()) {
    return {"content", Health::kBroken, absl::StrCat("rules and word lists do not load: ", library.status().message()),
            absl::StrCat("mend or reinstall ", folder.string())};
  }
  return {"content", Health::kOk,
          absl::StrCat(library->coach_rules.size(), " coach rules, ", library->whys.size(), " whys, ",
                       library->lexicons.size(), " languages in ", folder.string()),
          ""};
}

Finding check_outbox(const std::filesystem::path& file, const base::Clock& clock) {
  std::error_code error;
  if (!std::filesystem::exists(file, error)) return {"outbox", Health::kOk, "nothing was ever kept here", ""};
  const auto outbox = net::Outbox::open(file, clock);
  if (!outbox.ok()) {
    return {"outbox", Health::kBroken, absl::StrCat("cannot be opened: ", outbox.status().message()),
            absl::StrCat("check the permissions and the free space of ", file.string())};
  }
  const absl::StatusOr<std::int64_t> pending = (*outbox)->pending();
  const absl::StatusOr<std::vector<net::RefusedItem>> refused = (*outbox)->refused(1000);
  if (!pending.ok() || !refused.ok()) {
    return {"outbox", Health::kBroken, absl::StrCat("cannot be read: ", file.string()), "check the disk"};
  }
  if (!refused->empty()) {
    return {"outbox", Health::kWarning,
            absl::StrCat(*pending, " reports wait; ", refused->size(),
                         " were refused, the last because: ", refused->front().reason),
            "mend what sends them; refused reports are kept but not sent again"};
  }
  if (*pending > 0) {
    return {"outbox", Health::kWarning, absl::StrCat(*pending, " reports wait to be sent"),
            "they go with the next report, or as soon as an overlay runs"};
  }
  return {"outbox", Health::kOk, "empty", ""};
}

}  // namespace aandacht::ctl
