// The log is a chain: each entry's hash takes in the one before it, so that changing, dropping or moving an entry
// breaks every hash that follows. What it cannot show is that its very end was cut off; keep the last hash elsewhere to
// know.

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <array>
#include <utility>

#include "core/store/decided.h"
#include "core/store/impl.h"
#include "core/value/hash.h"

namespace hearsay {

std::string log_body(const Decision& decision) {
  // keys in byte order: that is what makes the JSON canonical
  const std::array<std::pair<std::string_view, std::string_view>, 9> members{
      {{"about", decision.about},
       {"at", decision.at},
       {"by", decision.by},
       {"evidence_sha256", decision.evidence_sha256},
       {"kind", "decision"},
       {"note", decision.note},
       {"replaces", decision.replaces},
       {"subject", decision.subject},
       {"verdict", decision.verdict}}};
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
  writer.StartObject();
  for (const auto& [key, value] : members) {
    writer.Key(key.data(), static_cast<rapidjson::SizeType>(key.size()));
    writer.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
  }
  writer.EndObject();
  return {buffer.GetString(), buffer.GetSize()};
}

std::string log_hash(std::string_view previous, std::string_view body) {
  return sha256_hex(std::string(previous) + "\n" + std::string(body));
}

std::vector<LogEntry> Store::Impl::log() {
  std::vector<LogEntry> entries;
  for (Query row = db.query("SELECT n, body, previous, hash FROM log ORDER BY n"); row.step();) {
    entries.push_back({row.integer(0), row.text(1), row.text(2), row.text(3)});
  }
  return entries;
}

}  // namespace hearsay
