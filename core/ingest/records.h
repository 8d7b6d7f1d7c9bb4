#pragma once
// The records of a web archive: WARC 1.0 and 1.1 (ISO 28500) and ARC 1 (Internet Archive, 1996).

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

enum class RecordKind {
  response,  // an HTTP response
  resource,  // bytes without one; also what WARC calls a conversion
  revisit,   // the same bytes as an earlier record's
  other,     // requests, metadata, what the crawler says of itself
};

struct ArchiveRecord {
  std::size_t at = 0;  // byte of the input
  RecordKind kind = RecordKind::other;
  std::string address;
  std::string date;            // RFC 3339, UTC; empty if not stated
  std::string media_type;      // of a resource
  std::string_view block;      // of the input
  std::string block_digest;    // as stated of the block, "sha1:..."; empty if it is not, or a fault was found
  std::string payload_digest;  // the same of the body of an HTTP response
};

struct RecordFault {
  std::size_t at = 0;  // byte of the input at which the bad record begins
  std::string message;
};

struct ArchiveRecords {
  std::vector<ArchiveRecord> records;
  std::vector<RecordFault> faults;
};

bool looks_like_warc(std::string_view bytes);
bool looks_like_arc(std::string_view bytes);

// Every record of the input that can be read. A record whose stated length does not lead to the next one is a fault and
// is read up to where the next one begins; one that the input cuts off is a fault and left out, unless it holds a whole
// HTTP response by the response's own length; so is one whose header cannot be read. What follows a bad record is found
// again by its first line. Linear. `bytes` must outlive the result.
ArchiveRecords records_of(std::string_view bytes);

}  // namespace hearsay
