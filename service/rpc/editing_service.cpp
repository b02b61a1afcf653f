#include <algorithm>

#include "aandacht/v1/editing.grpc.pb.h"
#include "service/rpc/answers.h"
#include "service/rpc/list_stream.h"
#include "service/rpc/services.h"
#include "shared/wire/editing.h"

namespace aandacht::rpc {
namespace {

using domain::ItemKind;
using domain::ItemView;

// Unary calls are taken as bytes, to be read leniently.
using RawService = v1::EditingService::WithRawCallbackMethod_ListItems<
    v1::EditingService::WithRawCallbackMethod_GetItem<v1::EditingService::WithRawCallbackMethod_ListVersions<
        v1::EditingService::WithRawCallbackMethod_SaveDraft<v1::EditingService::WithRawCallbackMethod_SubmitItem<
            v1::EditingService::WithRawCallbackMethod_PublishItem<v1::EditingService::WithRawCallbackMethod_RetireItem<
                v1::EditingService::WithRawCallbackMethod_RestoreItem<
                    v1::EditingService::WithRawCallbackMethod_CheckItem<
                        v1::EditingService::WithRawCallbackMethod_ImportLibrary<
                            v1::EditingService::WithCallbackMethod_ExportLibrary<v1::EditingService::Service>>>>>>>>>>>;

constexpr int kMostFiles = 500;

/// The token says who; without one the request may.
domain::Editor editor_of(const security::Caller& caller, const std::string& named) {
  if (!caller.role && !named.empty()) return {named, named};
  return {caller.id, caller.name.empty() ? caller.id : caller.name};
}

/// A request that names an item as its kind; the answer is refused when the kind is not known.
template <typename Request, typename Response>
std::optional<ItemKind> kind_of(const Request& request, const Answer<Response>& answer) {
  const absl::StatusOr<ItemKind> kind = wire::from_proto(request.kind());
  if (kind.ok()) return *kind;
  answer.finish(kind.status());
  return std::nullopt;
}

template <typename Response>
core::Done<ItemView> tell_item(const Answer<Response>& answer) {
  return [answer](const absl::StatusOr<ItemView>& view) {
    if (view.ok()) *answer.response().mutable_item() = wire::to_proto(*view);
    answer.finish(view.status());
  };
}

std::string language_of(const std::string& file) {
  const std::size_t slash = file.find('/');
  return slash == std::string::npos ? std::string() : file.substr(0, slash);
}

class EditingService final : public RawService {
 public:
  EditingService(core::Core& core, Streams& streams) : core_(core), streams_(streams) {}

  grpc::ServerUnaryReactor* ListItems(grpc::CallbackServerContext* context, const grpc::ByteBuffer* in,
                                      grpc::ByteBuffer* out) override {
    return serve(context, in, out, this, &EditingService::list);
  }
  grpc::ServerUnaryReactor* GetItem(grpc::CallbackServerContext* context, const grpc::ByteBuffer* in,
                                    grpc::ByteBuffer* out) override {
    return serve(context, in, out, this, &EditingService::get);
  }
  grpc::ServerUnaryReactor* ListVersions(grpc::CallbackServerContext* context, const grpc::ByteBuffer* in,
                                         grpc::ByteBuffer* out) override {
    return serve(context, in, out, this, &EditingService::versions);
  }
  grpc::ServerUnaryReactor* SaveDraft(grpc::CallbackServerContext* context, const grpc::ByteBuffer* in,
                                      grpc::ByteBuffer* out) override {
    return serve(context, in, out, this, &EditingService::save);
  }
  grpc::ServerUnaryReactor* SubmitItem(grpc::CallbackServerContext* context, const grpc::ByteBuffer* in,
                                       grpc::ByteBuffer* out) override {
    return serve(context, in, out, this, &EditingService::submit);
  }
  grpc::ServerUnaryReactor* PublishItem(grpc::CallbackServerContext* context, const grpc::ByteBuffer* in,
                                        grpc::ByteBuffer* out) override {
    return serve(context, in, out, this, &EditingService::publish);
  }
  grpc::ServerUnaryReactor* RetireItem(grpc::CallbackServerContext* context, const grpc::ByteBuffer* in,
                                       grpc::ByteBuffer* out) override {
    return serve(context, in, out, this, &EditingService::retire);
  }
  grpc::ServerUnaryReactor* RestoreItem(grpc::CallbackServerContext* context, const grpc::ByteBuffer* in,
                                        grpc::ByteBuffer* out) override {
    return serve(context, in, out, this, &EditingService::restore);
  }
  grpc::ServerUnaryReactor* CheckItem(grpc::CallbackServerContext* context, const grpc::ByteBuffer* in,
                                      grpc::ByteBuffer* out) override {
    return serve(context, in, out, this, &EditingService::check);
  }
  grpc::ServerUnaryReactor* ImportLibrary(grpc::CallbackServerContext* context, const grpc::ByteBuffer* in,
                                          grpc::ByteBuffer* out) override {
    return serve(context, in, out, this, &EditingService::import);
  }

  grpc::ServerWriteReactor<v1::ExportLibraryResponse>* ExportLibrary(grpc::CallbackServerContext* /*context*/,
                                                                     const v1::ExportLibraryRequest* /*in*/) override {
    using Response = v1::ExportLibraryResponse;
    const auto files = std::make_shared<std::vector<content::SourceFile>>(core_.editing().exported());
    const auto next = std::make_shared<std::size_t>(0);
    return ListStream<Response>::open(streams_, [files, next]() -> absl::StatusOr<std::optional<Response>> {
      if (*next == files->size()) return std::nullopt;
      content::SourceFile& file = (*files)[(*next)++];
      Response response;
      response.set_name(std::move(file.name));
      response.set_text(std::move(file.text));
      return response;
    });
  }

 private:
  void list(const v1::ListItemsRequest& request, const Answer<v1::ListItemsResponse>& answer) {
    core::ItemFilter filter;
    filter.language = request.language();
    filter.query = request.query();
    if (request.kind() != v1::ITEM_KIND_UNSPECIFIED) {
      const auto kind = wire::from_proto(request.kind());
      if (!kind.ok()) return answer.finish(kind.status());
      filter.kind = *kind;
    }
    if (request.state() != v1::ITEM_STATE_UNSPECIFIED) {
      const auto state = wire::from_proto(request.state());
      if (!state.ok()) return answer.finish(state.status());
      filter.state = *state;
    }
    const auto page = core_.editing().list(filter, request.page_size(), request.page_token());
    if (page.ok()) {
      for (const domain::ItemRow& row : page->rows) *answer.response().add_items() = wire::to_proto(row);
      answer.response().set_next_page_token(page->next);
      answer.response().set_four_eyes(core_.editing().four_eyes());
    }
    answer.finish(page.status());
  }

  void get(const v1::GetItemRequest& request, const Answer<v1::GetItemResponse>& answer) {
    if (const auto kind = kind_of(request, answer)) tell_item(answer)(core_.editing().get(*kind, request.id()));
  }

  void versions(const v1::ListVersionsRequest& request, const Answer<v1::ListVersionsResponse>& answer) {
    const auto kind = kind_of(request, answer);
    if (!kind) return;
    const auto page = core_.editing().version_page(*kind, request.id(), request.page_size(), request.page_token());
    if (page.ok()) {
      for (const domain::ItemVersion& version : page->rows) *answer.response().add_versions() = wire::to_proto(version);
      answer.response().set_next_page_token(page->next);
    }
    answer.finish(page.status());
  }

  void save(const v1::SaveDraftRequest& request, const Answer<v1::SaveDraftResponse>& answer) {
    const auto kind = kind_of(request, answer);
    if (!kind) return;
    core_.editing().save(
        {request.request_id(), *kind, request.id(), request.language(), request.base_version(), request.toml(),
         request.autosaved(), request.note(), editor_of(answer.caller(), request.editor())},
        tell_item(answer));
  }

  /// What submit, publish and retire have in common.
  template <typename Request, typename Response>
  void move(const Request& request, const Answer<Response>& answer,
            void (core::Editing::*step)(core::MoveItem, core::Done<ItemView>)) {
    const auto kind = kind_of(request, answer);
    if (!kind) return;
    (core_.editing().*step)({request.request_id(), *kind, request.id(), request.version(), request.note(),
                             editor_of(answer.caller(), request.editor())},
                            tell_item(answer));
  }

  void submit(const v1::SubmitItemRequest& request, const Answer<v1::SubmitItemResponse>& answer) {
    move(request, answer, &core::Editing::submit);
  }
  void publish(const v1::PublishItemRequest& request, const Answer<v1::PublishItemResponse>& answer) {
    move(request, answer, &core::Editing::publish);
  }
  void retire(const v1::RetireItemRequest& request, const Answer<v1::RetireItemResponse>& answer) {
    move(request, answer, &core::Editing::retire);
  }

  void restore(const v1::RestoreItemRequest& request, const Answer<v1::RestoreItemResponse>& answer) {
    const auto kind = kind_of(request, answer);
    if (!kind) return;
    core_.editing().restore({request.request_id(), *kind, request.id(), request.version(), request.note(),
                             editor_of(answer.caller(), request.editor()), request.base_version()},
                            tell_item(answer));
  }

  void check(const v1::CheckItemRequest& request, const Answer<v1::CheckItemResponse>& answer) {
    const auto kind = kind_of(request, answer);
    if (!kind) return;
    const auto findings = core_.editing().check(*kind, request.language(), request.toml());
    if (findings.ok()) {
      for (const domain::ItemFinding& finding : *findings) *answer.response().add_findings() = wire::to_proto(finding);
    }
    answer.finish(findings.status());
  }

  void import(const v1::ImportLibraryRequest& request, const Answer<v1::ImportLibraryResponse>& answer) {
    if (request.files_size() > kMostFiles) {
      return answer.finish(absl::InvalidArgumentError("at most 500 files are taken at once; send fewer"));
    }
    core::ImportItems items{request.request_id(),
                            {},
                            request.dry_run(),
                            request.live(),
                            request.retire_missing(),
                            request.note(),
                            editor_of(answer.caller(), request.editor())};
    for (const v1::ContentFile& file : request.files()) {
      items.files.push_back({file.name(), language_of(file.name()), file.text()});
    }
    core_.editing().import(std::move(items), [answer](const absl::StatusOr<core::ImportedItems>& imported) {
      if (imported.ok()) {
        for (const domain::ImportRow& row : imported->rows) *answer.response().add_rows() = wire::to_proto(row);
        answer.response().set_written(imported->written);
      }
      answer.finish(imported.status());
    });
  }

  core::Core& core_;
  Streams& streams_;
};

}  // namespace

std::unique_ptr<grpc::Service> make_editing_service(core::Core& core, Streams& streams) {
  return std::make_unique<EditingService>(core, streams);
}

}  // namespace aandacht::rpc
