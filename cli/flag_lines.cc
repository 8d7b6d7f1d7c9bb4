#include "cli/flag_lines.h"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <map>
#include <ostream>

#include "core/text/code_points.h"

namespace hearsay {
namespace {

constexpr std::size_t kShortId =
    8;  // hex digits: enough to tell the flags of any desk apart, and every command takes them

using Writer = rapidjson::Writer<rapidjson::StringBuffer>;

void text_field(Writer& writer, const char* key, std::string_view text) {
  writer.Key(key);
  writer.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
}

std::string claims_json(const std::vector<ClaimRef>& claims) {
  rapidjson::StringBuffer buffer;
  Writer writer(buffer);
  writer.StartArray();
  for (const ClaimRef& ref : claims) writer.String((ref.article + "#" + ref.claim).c_str());
  writer.EndArray();
  return buffer.GetString();
}

// Code points of each article that holds evidence, counted once.
class Pages {
 public:
  explicit Pages(Store& store) : store_(store) {}

  Result<const CodePoints*> points_of(const std::string& article) {
    if (const auto known = pages_.find(article); known != pages_.end()) return &known->second;
    Result<Article> value = store_.article(article);
    if (!value) return value.error();
    return &pages_.emplace(article, CodePoints(value->text)).first->second;
  }

 private:
  Store& store_;
  std::map<std::string, CodePoints> pages_;
};

Result<std::string> evidence_json(const std::vector<Evidence>& evidence, Pages& pages) {
  rapidjson::StringBuffer buffer;
  Writer writer(buffer);
  writer.StartArray();
  for (const Evidence& place : evidence) {
    Result<const CodePoints*> points = pages.points_of(place.article);
    if (!points) return points.error();
    const Span span = (*points)->from_bytes(place.span);
    writer.StartObject();
    text_field(writer, "article", place.article);
    writer.Key("claim");
    if (place.claim.empty())
      writer.Null();
    else
      writer.String(place.claim.c_str());
    writer.Key("span");
    writer.StartArray();
    writer.Uint64(span.begin);
    writer.Uint64(span.end);
    writer.EndArray();
    text_field(writer, "text", place.text);
    writer.EndObject();
  }
  writer.EndArray();
  return std::string(buffer.GetString());
}

}  // namespace

int print_flags(Session& session, Store& store, const std::vector<Flag>& flags, Format format) {
  if (format == Format::table) {
    const bool all_open =
        std::all_of(flags.begin(), flags.end(), [](const Flag& flag) { return flag.status == FlagStatus::open; });
    Listing listing(all_open ? std::vector<std::string>{"flag", "severity", "rule", "message"}
                             : std::vector<std::string>{"flag", "severity", "status", "rule", "message"},
                    all_open ? 3 : 4);
    for (const Flag& flag : flags) {
      std::vector<Cell> row = {flag.id.substr(0, kShortId), std::string(name_of(flag.severity)), flag.rule,
                               flag.message};
      if (!all_open) row.insert(row.begin() + 2, std::string(name_of(flag.status)));
      listing.add(std::move(row));
    }
    listing.print(session.out, format, session.terminal);
    return kNothingToReport;
  }
  Pages pages(store);
  Listing listing({"id", "rule", "kind", "severity", "status", "subject", "message", "score", "claims", "evidence"}, 6);
  for (const Flag& flag : flags) {
    Result<std::string> evidence = evidence_json(flag.evidence, pages);
    if (!evidence) return session.trouble(evidence.error());
    listing.add({flag.id, flag.rule, flag.kind, std::string(name_of(flag.severity)), std::string(name_of(flag.status)),
                 flag.subject, flag.message, flag.score, Json{claims_json(flag.claims)},
                 Json{std::move(evidence).value()}});
  }
  listing.print(session.out, format, session.terminal);
  return kNothingToReport;
}

}  // namespace hearsay
