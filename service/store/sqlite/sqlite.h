// A store in one SQLite file.
#pragma once

#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "service/store/store.h"

namespace aandacht::store::sqlite {

/// Opens the store at `path`, creates it when there is none, and brings an older one up to this program's schema.
/// Write-ahead log, every commit synced to disk before write() returns OK.
///
/// NOT_FOUND: the folder of `path` does not exist. PERMISSION_DENIED: the file or its folder cannot be written.
/// FAILED_PRECONDITION: the file is not an SQLite database, is another program's, or was written by a newer version.
/// RESOURCE_EXHAUSTED: the disk is full. UNAVAILABLE: another process holds it for longer than 5 seconds.
/// INTERNAL: the file is damaged.
[[nodiscard]] absl::StatusOr<std::unique_ptr<Store>> open(const std::string& path);

}  // namespace aandacht::store::sqlite
