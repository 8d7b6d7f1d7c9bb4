#pragma once
// A file system for SQLite that fails on purpose: "file:PATH?vfs=faulty" opens a store on it. Writes, truncations and
// syncs are counted; from a chosen one on they fail, once or for good. Syncs are not passed on to the disk: instead the
// file system remembers what was written since the last one, and power_cut() takes just that away again.

#include <cstddef>
#include <string>

namespace hearsay {

enum class FaultKind {
  once,  // one call fails with "disk full"; later ones work again
  gone,  // it and all later ones fail with an I/O error; of the first failing write half is written
  cut,   // as gone, and what was not synced is lost: power_cut()
};

// The k-th call from now on fails, k from 1; 0: none does.
void fail_at(std::size_t k, FaultKind kind);
// Calls counted since fail_at().
std::size_t calls_counted();
// Takes back what was written since the last sync of each file under `folder`. Every store on it must be closed.
void power_cut(const std::string& folder);

// Registers the file system; again is harmless.
void register_faulty_vfs();

}  // namespace hearsay
