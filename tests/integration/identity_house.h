// The service with its guard, and callers with real tokens.
#pragma once

#include <google/protobuf/descriptor.h>
#include <google/protobuf/dynamic_message.h>
#include <grpcpp/generic/generic_stub.h>
#include <grpcpp/grpcpp.h>

#include <algorithm>
#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <string>

#include "absl/time/clock.h"
#include "service/app/service.h"
#include "shared/base/log.h"
#include "shared/security/machine_key.h"
#include "shared/security/token.h"
#include "tests/integration/service_client.h"
#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"

namespace aandacht::test {

/// sanne is in team blue, bram in team red.
class IdentityHouse {
 public:
  using Change = std::function<void(service_app::Config&)>;

  explicit IdentityHouse(const Change& change = [](service_app::Config&) {}) {
    config_.listen = "127.0.0.1:0";
    config_.store = "sqlite:" + folder.file("aandacht.db");
    config_.content = AANDACHT_SOURCE_DIR "/service/content";
    config_.teams = {{"blue", {"sanne"}}, {"red", {"bram"}}};
    change(config_);
    start();
  }

  void stop() { service_.reset(); }
  void restart() {
    stop();
    start();
  }
  const std::string& address() const { return service_->address(); }
  service_app::Service& service() { return *service_; }
  std::string identity() const { return folder.file("identity"); }

  std::string token(security::Role role, const std::string& id, const std::vector<std::string>& teams = {},
                    absl::Duration valid = absl::Hours(1), const std::string& token_id = "token",
                    const std::string& certificate = "") const {
    const absl::Time now = absl::Now();
    return *security::sign_token({{id, "Name of " + id, role, teams},
                                  token_id,
                                  now - absl::Hours(2),
                                  now - absl::Hours(2),
                                  now + valid,
                                  certificate},
                                 {}, *security::read_machine_key(identity()));
  }
  std::string agent(const std::string& id) const { return token(security::Role::kAgent, id); }
  std::string supervisor(const std::string& team) const {
    return token(security::Role::kSupervisor, "kim-" + team, {team});
  }
  std::string integrator() const { return token(security::Role::kIntegrator, "crm"); }
  std::string administrator() const { return token(security::Role::kAdministrator, "root"); }

  /// An rpc of any kind with one message; OK when it was let in, also when a stream then has nothing to say.
  grpc::Status call(const std::string& rpc, const std::string& token, const std::string& message,
                    google::protobuf::Message* answer = nullptr) {
    grpc::GenericStub stub(channel());
    grpc::ClientContext context;
    context.set_deadline(std::chrono::system_clock::now() + std::chrono::seconds(answer == nullptr ? 2 : 30));
    if (!token.empty()) context.AddMetadata("authorization", "Bearer " + token);
    grpc::CompletionQueue queue;
    const auto next = [&] {
      void* tag = nullptr;
      bool ok = false;
      queue.Next(&tag, &ok);
      return ok;
    };
    const auto stream = stub.PrepareCall(&context, "/" + rpc, &queue);
    stream->StartCall(this);
    next();
    const grpc::Slice sent(message);
    stream->WriteLast(grpc::ByteBuffer(&sent, 1), {}, this);
    next();
    grpc::ByteBuffer bytes;
    stream->Read(&bytes, this);
    const bool came = next();
    if (came) context.TryCancel();
    if (came && answer != nullptr) {
      grpc::Slice slice;
      bytes.DumpToSingleSlice(&slice);
      answer->ParseFromArray(slice.begin(), static_cast<int>(slice.size()));
    }
    grpc::Status status;
    stream->Finish(&status, this);
    next();
    const bool silent = status.error_code() == grpc::StatusCode::DEADLINE_EXCEEDED;
    return came || silent ? grpc::Status::OK : status;
  }

  std::shared_ptr<grpc::Channel> channel() {
    if (channel_ == nullptr) channel_ = grpc::CreateChannel(address(), grpc::InsecureChannelCredentials());
    return channel_;
  }

  TemporaryFolder folder;

 private:
  void start() {
    channel_.reset();
    auto service = service_app::Service::start(config_);
    INFO(service.status());
    REQUIRE(service.ok());
    service_ = *std::move(service);
  }

  service_app::Config config_;
  std::unique_ptr<service_app::Service> service_;
  std::shared_ptr<grpc::Channel> channel_;
};

/// The rpc of a row, in the contracts that are linked here.
inline const google::protobuf::MethodDescriptor* method_of(std::string rpc) {
  std::replace(rpc.begin(), rpc.end(), '/', '.');
  return google::protobuf::DescriptorPool::generated_pool()->FindMethodByName(rpc);
}

/// A request that names this agent where it can, as bytes.
inline std::string request_about(const std::string& rpc, const std::string& agent_id) {
  const google::protobuf::Descriptor* type = method_of(rpc)->input_type();
  const std::unique_ptr<google::protobuf::Message> request(
      google::protobuf::MessageFactory::generated_factory()->GetPrototype(type)->New());
  if (const auto* field = type->FindFieldByName("agent_id"); field != nullptr && !field->is_repeated())
    request->GetReflection()->SetString(request.get(), field, agent_id);
  return request->SerializeAsString();
}

inline bool names_agent(const std::string& rpc) {
  const auto* field = method_of(rpc)->input_type()->FindFieldByName("agent_id");
  return field != nullptr && !field->is_repeated();
}

}  // namespace aandacht::test
