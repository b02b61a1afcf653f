// A disk that counts, fills up or fails, under SQLite.
#pragma once

#include <sqlite3.h>

#include <atomic>
#include <map>
#include <mutex>

namespace aandacht::test {

/// While one exists, every database that is opened goes through it. One at a time.
/// Only writes and syncs are looked at; the rest is the real disk.
class FaultyDisk {
 public:
  FaultyDisk() {
    state() = State{};
    real() = sqlite3_vfs_find(nullptr);
    vfs_ = *real();
    vfs_.zName = "aandacht-faulty-disk";
    vfs_.xOpen = open;
    sqlite3_vfs_register(&vfs_, 1);
  }
  ~FaultyDisk() {
    sqlite3_vfs_unregister(&vfs_);
    sqlite3_vfs_register(real(), 1);
  }
  FaultyDisk(const FaultyDisk&) = delete;
  FaultyDisk& operator=(const FaultyDisk&) = delete;

  /// How many times a file was synced to disk.
  [[nodiscard]] int syncs() const { return state().syncs; }
  /// What every write answers from now on; SQLITE_OK: it is done.
  void writes_answer(int code) { state().write_code = code; }
  /// What every sync answers from now on.
  void syncs_answer(int code) { state().sync_code = code; }

 private:
  struct State {
    std::atomic<int> syncs = 0;
    std::atomic<int> write_code = SQLITE_OK;
    std::atomic<int> sync_code = SQLITE_OK;
    State() = default;
    State& operator=(const State&) {
      syncs = 0;
      write_code = SQLITE_OK;
      sync_code = SQLITE_OK;
      return *this;
    }
  };

  static State& state() {
    static State value;
    return value;
  }
  static sqlite3_vfs*& real() {
    static sqlite3_vfs* value = nullptr;
    return value;
  }
  // Some of the real disk's methods, all of which write and sync in the same way.
  static const sqlite3_io_methods*& real_methods() {
    static const sqlite3_io_methods* value = nullptr;
    return value;
  }

  // Locked and unlocked files have methods of their own.
  static const sqlite3_io_methods* changed(const sqlite3_io_methods* methods) {
    static std::mutex mutex;
    static std::map<const sqlite3_io_methods*, sqlite3_io_methods> all;
    const std::lock_guard lock(mutex);
    const auto [found, is_new] = all.try_emplace(methods, *methods);
    if (is_new) {
      real_methods() = methods;
      found->second.xWrite = write;
      found->second.xSync = sync;
    }
    return &found->second;
  }

  static int open(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* out_flags) {
    const int code = real()->xOpen(real(), name, file, flags, out_flags);
    if (code == SQLITE_OK && file->pMethods != nullptr) file->pMethods = changed(file->pMethods);
    return code;
  }

  static int write(sqlite3_file* file, const void* data, int size, sqlite3_int64 at) {
    const int code = state().write_code;
    return code == SQLITE_OK ? real_methods()->xWrite(file, data, size, at) : code;
  }

  static int sync(sqlite3_file* file, int flags) {
    ++state().syncs;
    const int code = state().sync_code;
    return code == SQLITE_OK ? real_methods()->xSync(file, flags) : code;
  }

  sqlite3_vfs vfs_;
};

}  // namespace aandacht::test
