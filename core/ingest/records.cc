// One walk over the input for each format. Where a record is not where the last one's length says, the next line that
// begins like a record's first is looked for; that search never goes back, so that the whole stays linear.

#include "core/ingest/records.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "core/ingest/http_message.h"
#include "core/text/normalise.h"

namespace hearsay {
namespace {

constexpr std::size_t kNone = std::string_view::npos;
constexpr std::size_t kMaxArcLine = 8192;  // bytes of the line above an ARC record

std::optional<std::size_t> number(std::string_view digits) {
  std::size_t value = 0;
  const auto [stop, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (fault != std::errc() || stop != digits.data() + digits.size()) return std::nullopt;
  return value;
}

bool blank_line_end(char c) { return c == '\r' || c == '\n'; }

std::size_t behind_line_ends(std::string_view bytes, std::size_t at) {
  while (at < bytes.size() && blank_line_end(bytes[at])) ++at;
  return at;
}

// `block` without the line ends at its end, two at most.
std::string_view without_line_ends(std::string_view block) {
  for (int i = 0; i < 2; ++i) {
    if (block.ends_with("\r\n")) {
      block.remove_suffix(2);
    } else if (block.ends_with('\n')) {
      block.remove_suffix(1);
    }
  }
  return block;
}

std::string shown(std::string_view value) { return "'" + std::string(value.substr(0, 40)) + "'"; }

// The HTTP response at the beginning of what an archive's end cuts off, by the response's own length; nullopt where it
// is not whole either.
std::optional<std::string_view> whole_response(std::string_view block) {
  const std::optional<HeaderEnd> end = block.starts_with("HTTP/") ? header_end(block, 0) : std::nullopt;
  if (!end) return std::nullopt;
  const std::optional<std::size_t> length = number(header_lines(block.substr(0, end->header)).value("content-length"));
  if (!length || *length > block.size() - end->body) return std::nullopt;
  return block.substr(0, end->body + *length);
}

class WarcWalk {
 public:
  explicit WarcWalk(std::string_view bytes) : bytes_(bytes) {}

  ArchiveRecords run() {
    for (std::size_t at = behind_line_ends(bytes_, 0); at < bytes_.size(); at = behind_line_ends(bytes_, at)) {
      at = record(at);
    }
    return std::move(found_);
  }

 private:
  // Reads the record at `at`; where to go on.
  std::size_t record(std::size_t at) {
    if (!bytes_.substr(at).starts_with("WARC/")) return fault(at, at, "no record begins here");
    const std::optional<HeaderEnd> end = header_end(bytes_.substr(0, header_limit(at)), at);
    if (!end) return fault(at, at + 1, "the record's header does not end");
    const HeaderLines header = header_lines(bytes_.substr(at, end->header - at));
    const std::string_view stated = header.value("content-length");
    const std::optional<std::size_t> length = number(stated);
    if (!length) return fault(at, end->body, "the record's Content-Length is no number: " + shown(stated));
    ArchiveRecord record = described(at, header);
    const std::size_t room = bytes_.size() - end->body;
    if (*length <= room && ends_at(end->body + *length)) {
      record.block = bytes_.substr(end->body, *length);
      record.block_digest = header.value("warc-block-digest");
      record.payload_digest = header.value("warc-payload-digest");
      found_.records.push_back(std::move(record));
      return end->body + *length;
    }
    const std::size_t next = next_record(end->body);
    if (next == kNone) {
      if (const std::optional<std::string_view> response = whole_response(bytes_.substr(end->body))) {
        record.block = *response;
        found_.records.push_back(std::move(record));
      }
      return fault(at, bytes_.size(),
                   "the record is cut off: " + std::to_string(room) + " of " + std::to_string(*length) + " bytes");
    }
    record.block = without_line_ends(bytes_.substr(end->body, next - end->body));
    const std::size_t real = record.block.size();
    found_.records.push_back(std::move(record));
    return fault(at, next,
                 "the record states a length of " + std::to_string(*length) + " bytes and has " + std::to_string(real));
  }

  // Where the header of the record at `at` ends at the latest: no header holds the first line of another.
  [[nodiscard]] std::size_t header_limit(std::size_t at) const {
    const std::size_t window = std::min(bytes_.size(), at + kMaxHeaderBytes);
    const std::size_t next = bytes_.substr(0, window).find("\nWARC/", at);
    return next == kNone ? window : next + 1;
  }

  std::size_t fault(std::size_t at, std::size_t from, std::string message) {
    found_.faults.push_back({at, std::move(message)});
    if (bytes_.substr(from).starts_with("WARC/") && from > at) return from;
    const std::size_t next = next_record(from);
    return next == kNone ? bytes_.size() : next;
  }

  [[nodiscard]] std::size_t next_record(std::size_t from) const {
    for (std::size_t line = bytes_.find("\nWARC/", from); line != kNone; line = bytes_.find("\nWARC/", line + 1)) {
      if (line + 6 < bytes_.size() && (bytes_[line + 6] == '0' || bytes_[line + 6] == '1')) return line + 1;
    }
    return kNone;
  }

  // Whether a record may end here: with the input, with an empty line, or with line ends and the next record.
  [[nodiscard]] bool ends_at(std::size_t at) const {
    if (bytes_.substr(at, 4) == "\r\n\r\n") return true;
    const std::size_t next = behind_line_ends(bytes_, at);
    return next == bytes_.size() || (next > at && bytes_.substr(next).starts_with("WARC/"));
  }

  static ArchiveRecord described(std::size_t at, const HeaderLines& header) {
    ArchiveRecord record;
    record.at = at;
    record.address = header.value("warc-target-uri");
    if (record.address.starts_with('<') && record.address.ends_with('>')) {  // as wget writes it
      record.address = record.address.substr(1, record.address.size() - 2);
    }
    record.date = header.value("warc-date");
    record.media_type = header.value("content-type");
    const std::string type = fold(header.value("warc-type"));
    if (type == "revisit") record.kind = RecordKind::revisit;
    if (type == "response") record.kind = RecordKind::response;
    if (type == "resource" || type == "conversion") record.kind = RecordKind::resource;
    return record;
  }

  std::string_view bytes_;
  ArchiveRecords found_;
};

// "20140401000000" -> "2014-04-01T00:00:00Z"; empty for anything else.
std::string date_of(std::string_view digits) {
  if (digits.size() < 14 || !number(digits.substr(0, 14))) return "";
  const auto part = [&](std::size_t from, std::size_t length) { return std::string(digits.substr(from, length)); };
  return part(0, 4) + "-" + part(4, 2) + "-" + part(6, 2) + "T" + part(8, 2) + ":" + part(10, 2) + ":" + part(12, 2) +
         "Z";
}

// The line above a record: address, host, date, type, length. Addresses may hold blanks, so it is read from its end.
struct ArcLine {
  std::string_view address, date, type, length;
};

std::optional<ArcLine> arc_line(std::string_view line) {
  std::string_view parts[4];
  for (std::size_t i = 4; i > 0; --i) {
    const std::size_t space = line.rfind(' ');
    if (space == kNone) return std::nullopt;
    parts[i - 1] = line.substr(space + 1);
    line = line.substr(0, space);
  }
  const bool fits = line.find("://") != kNone && parts[1].size() >= 8 && number(parts[1].substr(0, 8));
  return fits ? std::optional(ArcLine{line, parts[1], parts[2], parts[3]}) : std::nullopt;
}

class ArcWalk {
 public:
  explicit ArcWalk(std::string_view bytes) : bytes_(bytes) {}

  ArchiveRecords run() {
    for (std::size_t at = behind_line_ends(bytes_, 0); at < bytes_.size(); at = behind_line_ends(bytes_, at)) {
      at = record(at);
    }
    return std::move(found_);
  }

 private:
  std::size_t record(std::size_t at) {
    const std::size_t line_end = std::min(bytes_.find('\n', at), bytes_.size());
    std::string_view words = bytes_.substr(at, line_end - at);
    if (words.ends_with('\r')) words.remove_suffix(1);
    const std::optional<ArcLine> line = words.size() > kMaxArcLine ? std::nullopt : arc_line(words);
    const std::size_t body = std::min(line_end + 1, bytes_.size());
    if (!line) return fault(at, body, "no record begins here");
    const std::optional<std::size_t> length = number(line->length);
    if (!length) return fault(at, body, "the record's length is no number: " + shown(line->length));
    ArchiveRecord record{at,
                         RecordKind::resource,
                         std::string(line->address),
                         date_of(line->date),
                         std::string(line->type),
                         bytes_.substr(body, *length)};
    if (*length > bytes_.size() - body) {
      if (const std::optional<std::string_view> response = whole_response(record.block)) {
        record.kind = RecordKind::response;
        record.block = *response;
        found_.records.push_back(std::move(record));
      }
      return fault(at, body,
                   "the record is cut off: " + std::to_string(bytes_.size() - body) + " of " + std::to_string(*length) +
                       " bytes");
    }
    if (record.address.starts_with("filedesc:")) record.kind = RecordKind::other;
    if (record.block.starts_with("HTTP/")) record.kind = RecordKind::response;
    found_.records.push_back(std::move(record));
    return body + *length;
  }

  // Goes on at the next line that stands above a record.
  std::size_t fault(std::size_t at, std::size_t from, std::string message) {
    found_.faults.push_back({at, std::move(message)});
    while (from < bytes_.size()) {
      const std::size_t end = std::min(bytes_.find('\n', from), bytes_.size());
      if (end - from <= kMaxArcLine && arc_line(bytes_.substr(from, end - from))) return from;
      from = end + 1;
    }
    return bytes_.size();
  }

  std::string_view bytes_;
  ArchiveRecords found_;
};

}  // namespace

bool looks_like_warc(std::string_view bytes) { return bytes.substr(behind_line_ends(bytes, 0)).starts_with("WARC/"); }

bool looks_like_arc(std::string_view bytes) {
  bytes = bytes.substr(behind_line_ends(bytes, 0));
  const std::string_view line = bytes.substr(0, std::min(bytes.find('\n'), kMaxArcLine));
  return arc_line(line.ends_with('\r') ? line.substr(0, line.size() - 1) : line).has_value();
}

ArchiveRecords records_of(std::string_view bytes) {
  return looks_like_warc(bytes) || !looks_like_arc(bytes) ? WarcWalk(bytes).run() : ArcWalk(bytes).run();
}

}  // namespace hearsay
