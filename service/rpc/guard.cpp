#include "service/rpc/guard.h"

#include <google/protobuf/descriptor.h>
#include <grpcpp/security/auth_metadata_processor.h>
#include <grpcpp/server_context.h>
#include <grpcpp/support/server_interceptor.h>

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <map>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "service/rpc/called.h"
#include "service/rpc/status.h"
#include "shared/security/certificate.h"

namespace aandacht::rpc {
namespace {

using grpc::experimental::InterceptionHookPoints;

constexpr const char* kAuthorization = "authorization";

std::string_view view(grpc::string_ref text) { return {text.data(), text.size()}; }

// SHA-256 of what the client presented, which the handshake has checked.
std::string certificate_of(const grpc::AuthContext& context) {
  const std::vector<grpc::string_ref> found = context.FindPropertyValues("x509_pem_cert");
  if (found.empty()) return "";
  return security::certificate_print(view(found.front())).value_or("");
}

bool is_for_everybody(std::string_view rpc) { return absl::StartsWith({rpc.data(), rpc.size()}, "grpc.health.v1."); }

// What this service does not have is answered UNIMPLEMENTED by gRPC, so that a newer client learns what is the matter.
bool is_unknown(std::string_view rpc) {
  std::string name(rpc);
  std::replace(name.begin(), name.end(), '/', '.');
  return google::protobuf::DescriptorPool::generated_pool()->FindMethodByName(name) == nullptr &&
         !absl::StartsWith(name, "grpc.reflection.");
}

/// Looks at every call before anything else does.
class Gate final : public grpc::AuthMetadataProcessor {
 public:
  explicit Gate(std::shared_ptr<security::Guard> guard) : guard_(std::move(guard)) {}

  // A good token is known after its first call; checking a signature takes 0.1 ms.
  bool IsBlocking() const override { return false; }

  grpc::Status Process(const InputMetadata& metadata, grpc::AuthContext* context, OutputMetadata* /*consumed*/,
                       OutputMetadata* /*response*/) override {
    const auto path = metadata.find(":path");
    if (path == metadata.end() || path->second.size() < 2) return {grpc::StatusCode::UNIMPLEMENTED, "no rpc is named"};
    const std::string_view rpc = view(path->second).substr(1);
    if (is_for_everybody(rpc) || is_unknown(rpc)) return grpc::Status::OK;
    const auto [first, last] = metadata.equal_range(kAuthorization);
    if (std::distance(first, last) > 1)
      return {grpc::StatusCode::UNAUTHENTICATED, "send one authorization, not several"};
    const std::string_view authorization = first == last ? std::string_view() : view(first->second);
    return to_grpc(guard_->admit(rpc, authorization, certificate_of(*context)).status());
  }

 private:
  const std::shared_ptr<security::Guard> guard_;
};

bool is_unix_socket(const std::string& address) { return absl::StartsWith(address, "unix:"); }

}  // namespace

std::shared_ptr<grpc::ServerCredentials> make_credentials(const std::string& address, const TlsOptions& tls,
                                                          const std::shared_ptr<security::Guard>& guard) {
  std::shared_ptr<grpc::ServerCredentials> credentials;
  if (!tls.certificate.empty()) {
    grpc::SslServerCredentialsOptions options(tls.client_ca.empty() ? GRPC_SSL_DONT_REQUEST_CLIENT_CERTIFICATE
                                                                    : GRPC_SSL_REQUEST_CLIENT_CERTIFICATE_AND_VERIFY);
    options.pem_key_cert_pairs = {{tls.key, tls.certificate}};
    options.pem_root_certs = tls.client_ca;
    credentials = grpc::SslServerCredentials(options);
  } else if (guard == nullptr) {
    return grpc::InsecureServerCredentials();
  } else {
    credentials = grpc::experimental::LocalServerCredentials(is_unix_socket(address) ? UDS : LOCAL_TCP);
  }
  if (guard != nullptr) credentials->SetAuthMetadataProcessor(std::make_shared<Gate>(guard));
  return credentials;
}

/// The calls that were let in, and the thread that looks at their tokens again.
class CallWatch::Calls {
 public:
  explicit Calls(std::shared_ptr<security::Guard> guard) : guard_(std::move(guard)), thread_([this] { look(); }) {}

  ~Calls() {
    {
      const std::lock_guard lock(mutex_);
      stopping_ = true;
    }
    changed_.notify_all();
    thread_.join();
  }

  security::Guard& guard() { return *guard_; }

  void add(grpc::ServerContextBase* context, std::shared_ptr<const security::Identity> identity) {
    const std::lock_guard lock(mutex_);
    open_.emplace(context, std::move(identity));
  }

  void remove(grpc::ServerContextBase* context) {
    const std::lock_guard lock(mutex_);
    open_.erase(context);
  }

 private:
  void look() {
    std::unique_lock lock(mutex_);
    while (!changed_.wait_for(lock, std::chrono::seconds(kLookSeconds), [this] { return stopping_; })) {
      std::vector<grpc::ServerContextBase*> over;
      for (const auto& [context, identity] : open_) {
        if (!guard_->check_still(*identity).ok()) over.push_back(context);
      }
      // Under the lock, which gRPC may take again from within: a call takes itself out before gRPC lets go of it.
      for (grpc::ServerContextBase* context : over) {
        if (open_.count(context) != 0) context->TryCancel();
      }
    }
  }

  const std::shared_ptr<security::Guard> guard_;
  std::recursive_mutex mutex_;  // Guards what follows.
  std::condition_variable_any changed_;
  std::map<grpc::ServerContextBase*, std::shared_ptr<const security::Identity>> open_;
  bool stopping_ = false;
  std::thread thread_;
};

namespace {

/// One call. Lives as long as its context, and so do the texts that it puts there.
class Call final : public grpc::experimental::Interceptor {
 public:
  Call(CallWatch::Calls& calls, grpc::experimental::ServerRpcInfo* info)
      : calls_(calls), context_(info->server_context()), rpc_(std::string_view(info->method()).substr(1)) {}

  ~Call() override { leave(); }

  void Intercept(grpc::experimental::InterceptorBatchMethods* batch) override {
    if (batch->QueryInterceptionHookPoint(InterceptionHookPoints::POST_RECV_INITIAL_METADATA))
      enter(batch->GetRecvInitialMetadata());
    if (batch->QueryInterceptionHookPoint(InterceptionHookPoints::POST_RECV_CLOSE)) leave();
    batch->Proceed();
  }

 private:
  void enter(std::multimap<grpc::string_ref, grpc::string_ref>* metadata) {
    if (metadata == nullptr) return;
    const auto found = metadata->find(kAuthorization);
    if (found != metadata->end() && !is_for_everybody(rpc_)) {
      auto identity = calls_.guard().admit(rpc_, view(found->second), certificate_of(*context_->auth_context()));
      if (identity.ok()) identity_ = *std::move(identity);
    }
    metadata->erase(kAuthorization);
    metadata->insert({called_keys().rpc, {rpc_.data(), rpc_.size()}});
    if (identity_ == nullptr) return;
    metadata->insert(
        {called_keys().caller, {reinterpret_cast<const char*>(&identity_->caller), sizeof identity_->caller}});
    calls_.add(context_, identity_);
    entered_ = true;
  }

  void leave() {
    if (std::exchange(entered_, false)) calls_.remove(context_);
  }

  CallWatch::Calls& calls_;
  grpc::ServerContextBase* const context_;
  const std::string rpc_;
  std::shared_ptr<const security::Identity> identity_;
  bool entered_ = false;
};

class CallMaker final : public grpc::experimental::ServerInterceptorFactoryInterface {
 public:
  explicit CallMaker(std::shared_ptr<CallWatch::Calls> calls) : calls_(std::move(calls)) {}

  grpc::experimental::Interceptor* CreateServerInterceptor(grpc::experimental::ServerRpcInfo* info) override {
    return new Call(*calls_, info);  // gRPC deletes it.
  }

 private:
  const std::shared_ptr<CallWatch::Calls> calls_;
};

}  // namespace

CallWatch::CallWatch(std::shared_ptr<security::Guard> guard) : calls_(std::make_shared<Calls>(std::move(guard))) {}

CallWatch::~CallWatch() = default;

void CallWatch::add_to(grpc::ServerBuilder& builder) {
  std::vector<std::unique_ptr<grpc::experimental::ServerInterceptorFactoryInterface>> makers;
  makers.push_back(std::make_unique<CallMaker>(calls_));
  builder.experimental().SetInterceptorCreators(std::move(makers));
}

}  // namespace aandacht::rpc
