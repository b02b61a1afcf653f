// The parts of aandachtctl library that ask the service.
#pragma once

#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "client/ctl/program.h"
#include "client/net/editing.h"

namespace aandacht::ctl {

/// Adds list, search, show, history, diff, submit, publish, retire, restore.
void add_library_items(CLI::App& library, Session& session);
/// Adds edit.
void add_library_edit(CLI::App& library, Session& session);
/// Adds beside.
void add_library_beside(CLI::App& library, Session& session);
/// Adds import, export.
void add_library_files(CLI::App& library, Session& session);

/// Which item a command is about.
struct ItemName {
  std::string kind;
  std::string id;
};

/// KIND ID, required; the kind is checked.
void add_item_name(CLI::App& command, ItemName& name);

[[nodiscard]] domain::ItemKind kind_of(const ItemName& name);

/// As the user of this machine, while tokens are off.
[[nodiscard]] std::unique_ptr<net::Editing> open_editing(const Session& session, const Environment& environment);

/// The item at the service; blocks.
[[nodiscard]] absl::StatusOr<domain::ItemView> read_item(net::Editing& editing, const ItemName& name);

}  // namespace aandacht::ctl
