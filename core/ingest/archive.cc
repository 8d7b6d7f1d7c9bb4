// Peels one layer at a time: ZIP, gzip, archive, HTTP. How many bytes may still come out is counted over all layers, so
// that no nesting gets past it; a ZIP inside a ZIP is not opened.

#include "core/ingest/archive.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "core/ingest/article_name.h"
#include "core/ingest/http_message.h"
#include "core/ingest/inflate.h"
#include "core/ingest/record_digest.h"
#include "core/ingest/records.h"
#include "core/ingest/zip.h"
#include "core/text/normalise.h"
#include "core/text/utf8.h"
#include "core/value/hash.h"

namespace hearsay {
namespace {

// Data for scripts, site maps, logs of the crawler ("metadata:", "urn:") and the like are none.
bool may_hold_article(std::string_view media_type, std::string_view address) {
  if (!address.starts_with("http") && !address.starts_with("file:")) return false;
  const std::string type = fold_spaces(media_type.substr(0, media_type.find(';')));
  return type.empty() || type == "text/html" || type == "application/xhtml+xml" || type == "application/rss+xml" ||
         type == "application/atom+xml" || (type == "text/plain" && !address.ends_with("/robots.txt"));
}

class Unpacking {
 public:
  Unpacking(const Source& source, const std::function<void(const Source&)>& each)
      : whole_(source), each_(each), room_(std::max(kMaxUnpackedBytes, source.bytes.size() * kMaxUnpackedRatio)) {}

  Unpacked run() {
    if (is_zip(whole_.bytes)) {
      zip();
    } else {
      file(whole_.bytes, whole_.name, true);
    }
    return std::move(done_);
  }

 private:
  void fault(const std::string& name, std::string message, std::string hint) {
    done_.faults.push_back({ErrorCode::malformed, name, std::move(message), std::move(hint), ""});
  }

  void zip() {
    const ZipFaults faults = for_each_zip_entry(whole_.bytes, [&](const ZipEntry& entry) {
      const std::string name = whole_.name + "/" + entry.name;
      if (!take(entry.bytes.size(), name)) return false;
      const bool inside = is_gzip(entry.bytes) || looks_like_warc(entry.bytes) || looks_like_arc(entry.bytes);
      if (inside) {
        file(entry.bytes, name, false);
      } else if (entry.may_hold_article()) {
        hand_on(entry.bytes, name, "", "", whole_.received);
      } else {
        ++done_.others;
      }
      return true;
    });
    for (const Error& error : faults) {
      done_.faults.push_back(error);
      done_.faults.back().where = whole_.name + (error.where.empty() ? "" : "/" + error.where);
    }
  }

  // A file: gzip, an archive, or a source as it stands.
  void file(std::string_view bytes, const std::string& name, bool outermost) {
    if (is_gzip(bytes)) return members(bytes, name);
    if (looks_like_warc(bytes) || looks_like_arc(bytes)) return records(bytes, name, 0, false);
    if (!outermost) return hand_on(std::string(bytes), name, "", "", whole_.received);
    ++done_.sources;
    each_(whole_);
  }

  // Whether `bytes` more may come out; a fault, once, when not.
  bool take(std::size_t bytes, const std::string& name) {
    if (bytes <= room_) {
      room_ -= bytes;
      return true;
    }
    if (room_ > 0) {
      fault(name, "unpacks to more than " + std::to_string(kMaxUnpackedRatio) + " times its size; the rest is not read",
            "unpack it yourself if you trust it");
    }
    room_ = 0;
    return false;
  }

  // Member after member. Members of archives are read one by one, with those behind them that go on with the same
  // record; those of any other file are its pieces.
  void members(std::string_view bytes, const std::string& name) {
    std::string joined;     // members that belong together
    std::size_t begin = 0;  // of the first of them
    bool archive = false;
    for (std::size_t at = 0; at < bytes.size();) {
      if (!is_gzip(bytes.substr(at))) {
        fault(place(name, at, 0), "no gzip member begins here", "the next one is looked for");
        at = next_member(bytes, at + 1);
        continue;
      }
      const std::size_t limit = std::min(kMaxUnpackedBytes, room_);
      Inflated member = inflated(bytes, at, limit);
      if (!take(std::max(member.bytes.size(), std::size_t{1}), name)) break;
      const bool begins = looks_like_warc(member.bytes) || looks_like_arc(member.bytes);
      archive = archive || begins;
      const bool bomb = member.over && !archive;  // records that came out before are read, a piece of a page is not
      if (!member.fault.empty()) {
        fault(place(name, at, 0), "the gzip member " + member.fault,
              bomb ? "the file is left out" : "what was unpacked before is read");
      }
      if (bomb) return;
      if (begins) {
        if (!joined.empty()) records(joined, name, begin, true);
        joined = std::move(member.bytes);
        begin = at;
      } else if (joined.empty()) {
        joined = std::move(member.bytes);
      } else if (joined.size() + member.bytes.size() <= kMaxUnpackedBytes) {
        joined += member.bytes;
      }
      at = member.fault.empty() ? member.next : next_member(bytes, at + 1);
    }
    if (archive) return records(joined, name, begin, true);
    const std::string inner = name.ends_with(".gz") ? name.substr(0, name.size() - 3) : name;
    if (is_zip(whole_.bytes) && !ZipEntry{inner, ""}.may_hold_article()) {  // an index of the archive, say
      ++done_.others;
      return;
    }
    hand_on(std::move(joined), inner, whole_.url, "", whole_.received);
  }

  static std::size_t next_member(std::string_view bytes, std::size_t from) {
    return std::min(bytes.find("\x1F\x8B\x08", from), bytes.size());
  }

  // "crawl.warc.gz: byte 1024 (unpacked byte 300)"
  static std::string place(const std::string& name, std::size_t at, std::size_t inner) {
    return name + ": byte " + std::to_string(at) + (inner > 0 ? " (unpacked byte " + std::to_string(inner) + ")" : "");
  }

  void records(std::string_view bytes, const std::string& name, std::size_t base, bool packed) {
    const auto where = [&](std::size_t at) { return packed ? place(name, base, at) : place(name, at, 0); };
    const ArchiveRecords found = records_of(bytes);
    for (const RecordFault& bad : found.faults) {
      fault(where(bad.at), bad.message, "what can be read of the others is read");
    }
    for (const ArchiveRecord& record : found.records) {
      if (record.kind == RecordKind::revisit) ++done_.revisits;
      if (record.kind == RecordKind::other) ++done_.others;
      if (record.kind == RecordKind::response) response(record, name, where(record.at));
      if (record.kind == RecordKind::resource) {
        if (may_hold_article(record.media_type, record.address)) {
          check_digest(record, "", where(record.at));
          hand_on(std::string(record.block), name + "/" + last_part(record.address), record.address, record.media_type,
                  record.date);
        } else {
          ++done_.others;
        }
      }
    }
  }

  void response(const ArchiveRecord& record, const std::string& name, const std::string& where) {
    std::optional<HttpMessage> message = http_message(record.block, std::min(kMaxUnpackedBytes, room_));
    if (!message) return fault(where, "the record holds no HTTP response", "it is left out");
    if (!take(message->body.size() - std::min(message->body.size(), record.block.size()), name)) return;
    const bool article =
        message->status >= 200 && message->status < 300 && may_hold_article(message->media_type, record.address);
    if (!article || message->body.empty()) {
      ++done_.others;
      return;
    }
    check_digest(record, message->body, where);
    if (!message->fault.empty()) fault(where, "the response " + message->fault, "it is read as it stands");
    hand_on(std::move(message->body), name + "/" + last_part(record.address), record.address, message->media_type,
            record.date);
  }

  // Bytes that are not those that the record states a digest of were changed since. That of a response's body is taken
  // by some crawlers before it is unpacked, by others behind.
  void check_digest(const ArchiveRecord& record, std::string_view unpacked, const std::string& where) {
    bool fits = has_digest(record.block, record.block_digest).value_or(true);
    if (fits && record.kind == RecordKind::response) {
      const std::optional<HeaderEnd> end = header_end(record.block, 0);
      const std::string_view body = end ? record.block.substr(end->body) : std::string_view();
      fits = has_digest(body, record.payload_digest).value_or(true) || *has_digest(unpacked, record.payload_digest);
    }
    if (!fits) fault(where, "the record's bytes are not those that its digest is of", "it is read as it stands");
  }

  void hand_on(std::string bytes, std::string name, std::string address, std::string media_type, std::string received) {
    Source source;
    source.sha256 = sha256_hex(bytes);
    source.bytes = std::move(bytes);
    source.name = std::move(name);
    source.url = decode_utf8(address).text;
    source.media_type = std::move(media_type);
    source.received = received.empty() ? whole_.received : std::move(received);
    ++done_.sources;
    each_(source);
  }

  const Source& whole_;
  const std::function<void(const Source&)>& each_;
  std::size_t room_;  // bytes that may still come out
  Unpacked done_;
};

}  // namespace

Unpacked unpack(const Source& source, const std::function<void(const Source&)>& each) {
  Unpacked done = Unpacking(source, each).run();
  if (done.sources == 0 && done.faults.empty() && done.others + done.revisits > 0) {
    done.faults.push_back({ErrorCode::not_found, source.name,
                           "holds no page, text or feed: " + std::to_string(done.others) +
                               " records or files of other kinds, " + std::to_string(done.revisits) +
                               " that repeat one of another archive",
                           "", ""});
  }
  return done;
}

}  // namespace hearsay
