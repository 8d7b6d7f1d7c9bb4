// The log is a chain: each entry's hash takes in the one before it, so that changing, dropping or moving an entry
// breaks every hash that follows. What it cannot show is that its very end was cut off; keep the last hash elsewhere to
// know.

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include "core/store/columns.h"
#include "core/store/impl.h"
#include "core/store/standing.h"
#include "core/value/hash.h"

namespace hearsay {

std::string log_body(const Decision& decision) {
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
  const auto key = [&](std::string_view name) {
    writer.Key(name.data(), static_cast<rapidjson::SizeType>(name.size()));
  };
  const auto text = [&](std::string_view name, std::string_view value) {
    key(name);
    writer.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
  };
  const auto list = [&](std::string_view name, const std::string& json) {
    key(name);
    writer.RawValue(json.data(), json.size(), rapidjson::kArrayType);
  };
  // keys in byte order: that is what makes the JSON canonical
  writer.StartObject();
  text("about", decision.about);
  text("at", decision.at);
  text("by", decision.by);
  text("evidence_sha256", decision.evidence_sha256);
  if (!decision.grounds.empty()) list("grounds", json_of(decision.grounds));
  text("kind", "decision");
  text("note", decision.note);
  if (!decision.reach.empty()) list("reach", json_of(decision.reach));
  text("replaces", decision.replaces);
  if (decision.scope != DecisionScope::evidence) text("scope", name_of(decision.scope));
  text("subject", decision.subject);
  if (!decision.value.empty()) text("value", decision.value);
  text("verdict", decision.verdict);
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
