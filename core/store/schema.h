#pragma once
// The shape of the store: named migrations (core/store/migrations/NNNN_name.sql), each in a transaction of its own
// together with the record that it ran, and the fact views, made anew whenever their text has changed. Private to
// core/store; docs/database.md has the page.

#include "core/store/database.h"
#include "core/value/result.h"

namespace hearsay {

inline constexpr int kApplicationId = 0x68737279;  // "hsry"

// The number of migrations this program knows; PRAGMA user_version of a store that is up to date.
int newest_schema();

// Brings a store opened for writing up to date and from then on keeps its seals. On failure the store is as the last
// whole migration left it.
Result<Done> migrate(Database& db);

}  // namespace hearsay
