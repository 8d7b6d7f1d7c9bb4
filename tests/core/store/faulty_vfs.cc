#include "tests/core/store/faulty_vfs.h"

#include <sqlite3.h>

#include <cstring>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <vector>

namespace hearsay {
namespace {

struct Undo {  // what a write or a truncation overwrote
  sqlite3_int64 offset = 0;
  std::string bytes;
  sqlite3_int64 size = 0;  // of the file before
};

struct State {
  std::size_t fail_at = 0;
  std::size_t calls = 0;
  FaultKind kind = FaultKind::once;
  std::map<std::string, std::vector<Undo>> unsynced;  // by path
};

State& state() {
  static State kState;
  return kState;
}

struct FaultyFile {
  sqlite3_file base;
  sqlite3_file* real;
  const char* path;  // SQLite's; lives as long as the file is open; null for temporary files
};

sqlite3_file* real_of(sqlite3_file* file) { return reinterpret_cast<FaultyFile*>(file)->real; }
const sqlite3_io_methods* methods_of(sqlite3_file* file) { return real_of(file)->pMethods; }

bool fails() {
  State& s = state();
  ++s.calls;
  if (s.fail_at == 0 || s.calls < s.fail_at) return false;
  return s.kind != FaultKind::once || s.calls == s.fail_at;
}

// Remembers bytes [offset, offset + size) and the length of the file.
void remember(sqlite3_file* file, sqlite3_int64 offset, sqlite3_int64 size) {
  const char* path = reinterpret_cast<FaultyFile*>(file)->path;
  if (path == nullptr) return;
  Undo undo;
  undo.offset = offset;
  methods_of(file)->xFileSize(real_of(file), &undo.size);
  const sqlite3_int64 there = std::max<sqlite3_int64>(0, std::min(size, undo.size - offset));
  undo.bytes.resize(static_cast<std::size_t>(there));
  if (there > 0) methods_of(file)->xRead(real_of(file), undo.bytes.data(), static_cast<int>(there), offset);
  state().unsynced[path].push_back(std::move(undo));
}

int write_file(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 offset) {
  const bool first = state().calls + 1 == state().fail_at;
  if (fails()) {
    if (state().kind == FaultKind::once) return SQLITE_FULL;
    if (first) {
      remember(file, offset, size / 2);
      methods_of(file)->xWrite(real_of(file), bytes, size / 2, offset);
    }
    return SQLITE_IOERR_WRITE;
  }
  remember(file, offset, size);
  return methods_of(file)->xWrite(real_of(file), bytes, size, offset);
}

int truncate_file(sqlite3_file* file, sqlite3_int64 size) {
  if (fails()) return SQLITE_IOERR_TRUNCATE;
  sqlite3_int64 before = 0;
  methods_of(file)->xFileSize(real_of(file), &before);
  remember(file, size, std::max<sqlite3_int64>(0, before - size));
  return methods_of(file)->xTruncate(real_of(file), size);
}

int sync_file(sqlite3_file* file, int /*flags*/) {
  if (fails()) return SQLITE_IOERR_FSYNC;
  if (const char* path = reinterpret_cast<FaultyFile*>(file)->path; path != nullptr) state().unsynced.erase(path);
  return SQLITE_OK;
}

const sqlite3_io_methods kMethods = {
    2,
    [](sqlite3_file* f) { return methods_of(f)->xClose(real_of(f)); },
    [](sqlite3_file* f, void* to, int size, sqlite3_int64 at) {
      return methods_of(f)->xRead(real_of(f), to, size, at);
    },
    write_file,
    truncate_file,
    sync_file,
    [](sqlite3_file* f, sqlite3_int64* size) { return methods_of(f)->xFileSize(real_of(f), size); },
    [](sqlite3_file* f, int lock) { return methods_of(f)->xLock(real_of(f), lock); },
    [](sqlite3_file* f, int lock) { return methods_of(f)->xUnlock(real_of(f), lock); },
    [](sqlite3_file* f, int* held) { return methods_of(f)->xCheckReservedLock(real_of(f), held); },
    [](sqlite3_file* f, int what, void* value) { return methods_of(f)->xFileControl(real_of(f), what, value); },
    [](sqlite3_file* f) { return methods_of(f)->xSectorSize(real_of(f)); },
    [](sqlite3_file* f) { return methods_of(f)->xDeviceCharacteristics(real_of(f)); },
    [](sqlite3_file* f, int page, int size, int extend, void volatile** map) {
      return methods_of(f)->xShmMap(real_of(f), page, size, extend, map);
    },
    [](sqlite3_file* f, int at, int n, int flags) { return methods_of(f)->xShmLock(real_of(f), at, n, flags); },
    [](sqlite3_file* f) { methods_of(f)->xShmBarrier(real_of(f)); },
    [](sqlite3_file* f, int remove) { return methods_of(f)->xShmUnmap(real_of(f), remove); },
    nullptr,
    nullptr,
};

sqlite3_vfs* real_vfs() { return sqlite3_vfs_find("unix"); }

int open_file(sqlite3_vfs* /*vfs*/, const char* path, sqlite3_file* file, int flags, int* out) {
  auto* faulty = reinterpret_cast<FaultyFile*>(file);
  faulty->real = reinterpret_cast<sqlite3_file*>(faulty + 1);
  faulty->path = path;
  const int code = real_vfs()->xOpen(real_vfs(), path, faulty->real, flags, out);
  faulty->base.pMethods = faulty->real->pMethods != nullptr ? &kMethods : nullptr;
  return code;
}

int delete_file(sqlite3_vfs* /*vfs*/, const char* path, int sync) {
  if (fails()) return SQLITE_IOERR_DELETE;
  state().unsynced.erase(path);
  return real_vfs()->xDelete(real_vfs(), path, sync);
}

}  // namespace

void fail_at(std::size_t k, FaultKind kind) {
  state().fail_at = k;
  state().calls = 0;
  state().kind = kind;
  if (k != 0) state().unsynced.clear();
}

std::size_t calls_counted() { return state().calls; }

void power_cut(const std::string& folder) {
  for (auto& [path, undos] : state().unsynced) {
    if (!path.starts_with(folder) || !std::filesystem::exists(path)) continue;
    for (auto undo = undos.rbegin(); undo != undos.rend(); ++undo) {
      std::fstream file(path, std::ios::binary | std::ios::in | std::ios::out);
      file.seekp(undo->offset);
      file.write(undo->bytes.data(), static_cast<std::streamsize>(undo->bytes.size()));
      file.close();
      std::filesystem::resize_file(path, static_cast<std::uintmax_t>(undo->size));
    }
  }
  state().unsynced.clear();
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().string().ends_with("-shm")) std::filesystem::remove(entry.path());
  }
}

void register_faulty_vfs() {
  static sqlite3_vfs kVfs = [] {
    sqlite3_vfs vfs = *real_vfs();
    vfs.zName = "faulty";
    vfs.szOsFile = static_cast<int>(sizeof(FaultyFile)) + real_vfs()->szOsFile;
    vfs.xOpen = open_file;
    vfs.xDelete = delete_file;
    return vfs;
  }();
  sqlite3_vfs_register(&kVfs, 0);
}

}  // namespace hearsay
