#include "client/net/editing.h"

#include <utility>

#include "aandacht/v1/editing.grpc.pb.h"
#include "client/net/open_questions.h"
#include "client/net/stop.h"
#include "shared/wire/editing.h"
#include "shared/wire/repair.h"

namespace aandacht::net {
namespace {

template <typename Domain, typename List>
absl::StatusOr<std::vector<Domain>> all_of(const List& messages) {
  std::vector<Domain> values;
  for (const auto& message : messages) {
    auto value = wire::from_proto(message);
    if (!value.ok()) return value.status();
    values.push_back(*std::move(value));
  }
  return values;
}

absl::StatusOr<ItemPage> page_of(const v1::ListItemsResponse& response) {
  auto rows = all_of<domain::ItemRow>(response.items());
  if (!rows.ok()) return rows.status();
  return ItemPage{*std::move(rows), response.next_page_token(), response.four_eyes()};
}

absl::StatusOr<ImportAnswer> import_of(const v1::ImportLibraryResponse& response) {
  auto rows = all_of<domain::ImportRow>(response.rows());
  if (!rows.ok()) return rows.status();
  return ImportAnswer{*std::move(rows), response.written()};
}

template <typename Request>
Request move_request(const std::string& request_id, const ItemMove& move, const std::string& editor) {
  Request request;
  request.set_request_id(request_id);
  request.set_kind(wire::to_proto(move.kind));
  request.set_id(move.id);
  request.set_version(move.version);
  request.set_note(move.note);
  request.set_editor(editor);
  wire::repair_text(request);
  return request;
}

/// Tells the item of a response.
auto tell_item(Editing::Answer<domain::ItemView> answer) {
  return [answer = std::move(answer)](const absl::Status& status, const auto& response) {
    answer(status.ok() ? wire::from_proto(response.item()) : status);
  };
}

}  // namespace

struct Editing::Shared {
  Shared(const std::shared_ptr<grpc::Channel>& channel, std::string who, absl::Duration timeout)
      : stub(v1::EditingService::NewStub(channel)), editor(std::move(who)), questions(timeout) {}

  const std::unique_ptr<v1::EditingService::Stub> stub;
  const std::string editor;
  OpenQuestions questions;
};

Editing::Editing(const std::shared_ptr<grpc::Channel>& channel, std::string editor, absl::Duration timeout)
    : shared_(std::make_unique<Shared>(channel, std::move(editor), timeout)) {}

Editing::~Editing() = default;

void Editing::list(const ItemQuery& query, const std::string& page_token, Answer<ItemPage> answer) {
  v1::ListItemsRequest request;
  if (query.kind) request.set_kind(wire::to_proto(*query.kind));
  if (query.state) request.set_state(wire::to_proto(*query.state));
  request.set_language(query.language);
  request.set_query(query.words);
  request.set_page_size(500);
  request.set_page_token(page_token);
  wire::repair_text(request);
  shared_->questions.ask<v1::ListItemsResponse>(
      [&](auto* context, auto* queue) { return shared_->stub->AsyncListItems(context, request, queue); },
      [answer = std::move(answer)](const absl::Status& status, const v1::ListItemsResponse& response) {
        answer(status.ok() ? page_of(response) : status);
      });
}

void Editing::get(domain::ItemKind kind, const std::string& id, Answer<domain::ItemView> answer) {
  v1::GetItemRequest request;
  request.set_kind(wire::to_proto(kind));
  request.set_id(id);
  shared_->questions.ask<v1::GetItemResponse>(
      [&](auto* context, auto* queue) { return shared_->stub->AsyncGetItem(context, request, queue); },
      tell_item(std::move(answer)));
}

void Editing::versions(domain::ItemKind kind, const std::string& id, Answer<std::vector<domain::ItemVersion>> answer) {
  v1::ListVersionsRequest request;
  request.set_kind(wire::to_proto(kind));
  request.set_id(id);
  request.set_page_size(500);  // More than are kept.
  shared_->questions.ask<v1::ListVersionsResponse>(
      [&](auto* context, auto* queue) { return shared_->stub->AsyncListVersions(context, request, queue); },
      [answer = std::move(answer)](const absl::Status& status, const v1::ListVersionsResponse& response) {
        answer(status.ok() ? all_of<domain::ItemVersion>(response.versions()) : status);
      });
}

void Editing::check(domain::ItemKind kind, const std::string& language, const std::string& body,
                    Answer<std::vector<domain::ItemFinding>> answer) {
  v1::CheckItemRequest request;
  request.set_kind(wire::to_proto(kind));
  request.set_language(language);
  request.set_toml(body);
  wire::repair_text(request);
  shared_->questions.ask<v1::CheckItemResponse>(
      [&](auto* context, auto* queue) { return shared_->stub->AsyncCheckItem(context, request, queue); },
      [answer = std::move(answer)](const absl::Status& status, const v1::CheckItemResponse& response) {
        if (!status.ok()) return answer(status);
        std::vector<domain::ItemFinding> findings;
        for (const v1::ItemFinding& finding : response.findings()) findings.push_back(wire::from_proto(finding));
        answer(std::move(findings));
      });
}

void Editing::save(const std::string& request_id, const DraftToSave& draft, Answer<domain::ItemView> answer) {
  v1::SaveDraftRequest request;
  request.set_request_id(request_id);
  request.set_kind(wire::to_proto(draft.kind));
  request.set_id(draft.id);
  request.set_language(draft.language);
  request.set_base_version(draft.base);
  request.set_toml(draft.body);
  request.set_autosaved(draft.by_itself);
  request.set_note(draft.note);
  request.set_editor(shared_->editor);
  wire::repair_text(request);
  shared_->questions.ask<v1::SaveDraftResponse>(
      [&](auto* context, auto* queue) { return shared_->stub->AsyncSaveDraft(context, request, queue); },
      tell_item(std::move(answer)));
}

void Editing::submit(const std::string& request_id, const ItemMove& move, Answer<domain::ItemView> answer) {
  const auto request = move_request<v1::SubmitItemRequest>(request_id, move, shared_->editor);
  shared_->questions.ask<v1::SubmitItemResponse>(
      [&](auto* context, auto* queue) { return shared_->stub->AsyncSubmitItem(context, request, queue); },
      tell_item(std::move(answer)));
}

void Editing::publish(const std::string& request_id, const ItemMove& move, Answer<domain::ItemView> answer) {
  const auto request = move_request<v1::PublishItemRequest>(request_id, move, shared_->editor);
  shared_->questions.ask<v1::PublishItemResponse>(
      [&](auto* context, auto* queue) { return shared_->stub->AsyncPublishItem(context, request, queue); },
      tell_item(std::move(answer)));
}

void Editing::retire(const std::string& request_id, const ItemMove& move, Answer<domain::ItemView> answer) {
  const auto request = move_request<v1::RetireItemRequest>(request_id, move, shared_->editor);
  shared_->questions.ask<v1::RetireItemResponse>(
      [&](auto* context, auto* queue) { return shared_->stub->AsyncRetireItem(context, request, queue); },
      tell_item(std::move(answer)));
}

void Editing::restore(const std::string& request_id, const ItemMove& move, Answer<domain::ItemView> answer) {
  auto request = move_request<v1::RestoreItemRequest>(request_id, move, shared_->editor);
  request.set_base_version(move.base);
  shared_->questions.ask<v1::RestoreItemResponse>(
      [&](auto* context, auto* queue) { return shared_->stub->AsyncRestoreItem(context, request, queue); },
      tell_item(std::move(answer)));
}

void Editing::import_files(const std::string& request_id, const LibraryImport& import, Answer<ImportAnswer> answer) {
  v1::ImportLibraryRequest request;
  request.set_request_id(request_id);
  for (const auto& [name, text] : import.files) {
    v1::ContentFile& file = *request.add_files();
    file.set_name(name);
    file.set_text(text);
  }
  request.set_dry_run(import.dry_run);
  request.set_live(import.live);
  request.set_retire_missing(import.retire_missing);
  request.set_note(import.note);
  request.set_editor(shared_->editor);
  wire::repair_text(request);
  shared_->questions.ask<v1::ImportLibraryResponse>(
      [&](auto* context, auto* queue) { return shared_->stub->AsyncImportLibrary(context, request, queue); },
      [answer = std::move(answer)](const absl::Status& status, const v1::ImportLibraryResponse& response) {
        answer(status.ok() ? import_of(response) : status);
      });
}

absl::StatusOr<std::vector<std::pair<std::string, std::string>>> export_library(
    const std::shared_ptr<grpc::Channel>& channel, absl::Duration timeout, Stop* stop) {
  grpc::ClientContext context;
  const Stop::Call call(stop, context);
  context.set_deadline(std::chrono::system_clock::now() + absl::ToChronoMicroseconds(timeout));
  const auto reader = v1::EditingService::NewStub(channel)->ExportLibrary(&context, {});
  std::vector<std::pair<std::string, std::string>> files;
  v1::ExportLibraryResponse file;
  while (reader->Read(&file)) files.emplace_back(file.name(), file.text());
  if (const absl::Status status = to_status(reader->Finish()); !status.ok()) return status;
  return files;
}

}  // namespace aandacht::net
