#include "core/ingest/archive.h"

#include <gtest/gtest.h>
#include <zip.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "core/ingest/records.h"
#include "core/value/hash.h"
#include "tests/support/gzip.h"

namespace hearsay {
namespace {

std::string record(const std::string& type, const std::string& block, std::size_t length) {
  return "WARC/1.0\r\nWARC-Type: " + type +
         "\r\nWARC-Target-URI: https://quay.example/2024/piers.html\r\nWARC-Date: 2024-05-03T08:00:00Z\r\n"
         "Content-Type: application/http; msgtype=response\r\nContent-Length: " +
         std::to_string(length) + "\r\n\r\n" + block + "\r\n\r\n";
}
std::string record(const std::string& type, const std::string& block) { return record(type, block, block.size()); }

std::string response(const std::string& body, const std::string& header = "") {
  return "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n" + header + "\r\n" + body;
}

struct Seen {
  std::vector<Source> sources;
  Unpacked done;
};

Seen unpacked(const std::string& bytes, const std::string& name = "crawl.warc") {
  Seen seen;
  const Source whole{bytes, name, "", "", "2026-01-01T00:00:00Z", sha256_hex(bytes)};
  seen.done = unpack(whole, [&](const Source& source) { seen.sources.push_back(source); });
  return seen;
}

std::vector<std::string> bodies(const Seen& seen) {
  std::vector<std::string> found;
  for (const Source& source : seen.sources) found.push_back(source.bytes);
  return found;
}

using Strings = std::vector<std::string>;

TEST(Archive, OtherBytesAreOneSourceAsTheyStand) {
  const Seen seen = unpacked("Two piers closed.", "story.txt");
  ASSERT_EQ(seen.sources.size(), 1U);
  EXPECT_EQ(seen.sources[0].bytes, "Two piers closed.");
  EXPECT_EQ(seen.sources[0].name, "story.txt");
  EXPECT_TRUE(seen.done.faults.empty());
}

TEST(Archive, ResponsesBecomeSourcesWithAddressTypeAndTime) {
  const Seen seen = unpacked(record("warcinfo", "x: y") + record("request", "GET / HTTP/1.1\r\n\r\n") +
                             record("response", response("<p>one</p>")) + record("revisit", response("")));
  ASSERT_EQ(seen.sources.size(), 1U);
  const Source& source = seen.sources[0];
  EXPECT_EQ(source.bytes, "<p>one</p>");
  EXPECT_EQ(source.sha256, sha256_hex("<p>one</p>"));
  EXPECT_EQ(source.url, "https://quay.example/2024/piers.html");
  EXPECT_EQ(source.media_type, "text/html; charset=utf-8");
  EXPECT_EQ(source.received, "2024-05-03T08:00:00Z");
  EXPECT_EQ(source.name, "crawl.warc/piers.html");
  EXPECT_EQ(seen.done.revisits, 1U);
  EXPECT_EQ(seen.done.others, 2U);
  EXPECT_TRUE(seen.done.faults.empty());
}

TEST(Archive, GzipInOneMemberOrMany) {
  const std::string one = record("response", response("one"));
  const std::string two = record("response", response("two"));
  EXPECT_EQ(bodies(unpacked(gzipped(one) + gzipped(two))), (Strings{"one", "two"}));
  EXPECT_EQ(bodies(unpacked(gzipped(one + two))), (Strings{"one", "two"}));
}

TEST(Archive, BodyAsTheServerMeantIt) {
  EXPECT_EQ(bodies(unpacked(
                record("response", response("3\r\none\r\n4\r\n two\r\n0\r\n\r\n", "Transfer-Encoding: chunked\r\n")))),
            (Strings{"one two"}));
  EXPECT_EQ(bodies(unpacked(record("response", response(gzipped("one"), "Content-Encoding: gzip\r\n")))),
            (Strings{"one"}));
  const Seen lies = unpacked(record("response", response("plain", "Transfer-Encoding: chunked\r\n")));
  EXPECT_EQ(bodies(lies), (Strings{"plain"}));
  ASSERT_EQ(lies.done.faults.size(), 1U);
  EXPECT_EQ(lies.done.faults[0].where, "crawl.warc: byte 0");
}

TEST(Archive, OnlyWhatMayHoldAnArticle) {
  const Seen seen = unpacked(record("response", "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\ngone") +
                             record("response", "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n\x89PNG") +
                             record("response", "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{}"));
  EXPECT_TRUE(seen.sources.empty());
  EXPECT_EQ(seen.done.others, 3U);
  ASSERT_EQ(seen.done.faults.size(), 1U) << "nothing was read, and nothing is wrong";
  EXPECT_EQ(seen.done.faults[0].code, ErrorCode::not_found);
  EXPECT_NE(seen.done.faults[0].message.find("holds no page, text or feed: 3"), std::string::npos);
}

TEST(Archive, BadRecordsAreReportedAndNothingBehindThemIsLost) {
  const std::string good = record("response", response("good"));
  const std::string block = response("lying");
  const struct {
    std::string name, bad, message;
    Strings bodies;
  } cases[] = {
      {"length too small",
       record("response", block, block.size() - 2),
       "the record states a length of",
       {"good", "lying", "good"}},
      {"length too large",
       record("response", block, block.size() + 9),
       "the record states a length of",
       {"good", "lying", "good"}},
      {"no length",
       "WARC/1.0\r\nWARC-Type: response\r\n\r\nHTTP/1.1 200 OK\r\n\r\nx\r\n\r\n",
       "the record's Content-Length is no number: ''",
       {"good", "good"}},
      {"negative length",
       "WARC/1.0\r\nContent-Length: -1\r\n\r\nx\r\n\r\n",
       "the record's Content-Length is no number: '-1'",
       {"good", "good"}},
      {"huge length",
       "WARC/1.0\r\nContent-Length: 99999999999999999999999\r\n\r\nx\r\n\r\n",
       "the record's Content-Length is no number: '99999999999999999999999'",
       {"good", "good"}},
      {"junk", "no record at all\r\n", "no record begins here", {"good", "good"}},
  };
  for (const auto& one : cases) {
    const Seen seen = unpacked(good + one.bad + good);
    EXPECT_EQ(bodies(seen), one.bodies) << one.name;
    ASSERT_EQ(seen.done.faults.size(), 1U) << one.name;
    EXPECT_TRUE(seen.done.faults[0].message.starts_with(one.message)) << seen.done.faults[0].message;
    EXPECT_EQ(seen.done.faults[0].where, "crawl.warc: byte " + std::to_string(good.size())) << one.name;
  }
}

TEST(Archive, BytesThatAreNotThoseOfTheirDigestAreReported) {
  const std::string good = record("response", response("one"));
  const auto stating = [&](const std::string& header) {
    std::string stated = good;
    return stated.insert(stated.find("Content-Type"), header + "\r\n");
  };
  // of "one": its SHA-1 in base 32, hexadecimal and base 64, its SHA-256 and MD5
  for (const std::string digest :
       {"sha1:7YC3ZXG4JEUACJ4BUXY2FJ34XNJZRYIG", "sha1:fe05bcdcdc4928012781a5f1a2a77cbb5398e106",
        "sha1:/gW83NxJKAEngaXxoqd8u1OY4QY=", "SHA-1:_gW83NxJKAEngaXxoqd8u1OY4QY",
        "sha256:7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed",
        "md5:f97c5d29941bfb1b2fdab0874906ab82", "crc32:7a6c86f1"}) {
    const Seen seen = unpacked(stating("WARC-Payload-Digest: " + digest) + good);
    EXPECT_EQ(bodies(seen), (Strings{"one", "one"}));
    EXPECT_TRUE(seen.done.faults.empty()) << digest;
  }
  for (const std::string header : {"WARC-Payload-Digest: sha1:P7JYGBGTQQV5ABPGZRBVHSWMNTKNTGBA",
                                   "WARC-Block-Digest: sha1:fe05bcdcdc4928012781a5f1a2a77cbb5398e106"}) {
    const Seen seen = unpacked(good + stating(header));
    EXPECT_EQ(bodies(seen), (Strings{"one", "one"}));
    ASSERT_EQ(seen.done.faults.size(), 1U) << header;
    EXPECT_EQ(seen.done.faults[0].where, "crawl.warc: byte " + std::to_string(good.size()));
  }
}

TEST(Archive, MegabyteOfFirstLinesStaysLinear) {
  std::string bytes;
  while (bytes.size() < 1U << 20U) bytes += "WARC/1.0\r\n";
  const auto begin = std::chrono::steady_clock::now();
  const Seen seen = unpacked(bytes + "\r\n" + record("response", response("good")));
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
  EXPECT_EQ(bodies(seen), (Strings{"good"}));
  EXPECT_GT(seen.done.faults.size(), 1000U);
  EXPECT_LT(seconds.count(), 3);
}

TEST(Archive, CutOffRecord) {
  const std::string good = record("response", response("good"));
  const std::string cut = good + good.substr(0, good.size() - 10);
  const Seen seen = unpacked(cut);
  EXPECT_EQ(bodies(seen), (Strings{"good"}));
  ASSERT_EQ(seen.done.faults.size(), 1U);
  EXPECT_TRUE(seen.done.faults[0].message.starts_with("the record is cut off"));
}

TEST(Archive, RecordCutInItsLengthOnly) {
  const std::string block = response("whole", "Content-Length: 5\r\n");
  const Seen seen = unpacked(record("response", block, block.size() + 50));
  EXPECT_EQ(bodies(seen), (Strings{"whole"}));
  EXPECT_EQ(seen.done.faults.size(), 1U);
}

TEST(Archive, RecordOverTwoMembers) {
  const std::string one = record("response", response("one"));
  EXPECT_EQ(bodies(unpacked(gzipped(one.substr(0, 90)) + gzipped(one.substr(90)) + gzipped(one))),
            (Strings{"one", "one"}));
}

TEST(Archive, DamagedMemberDoesNotTakeTheNextOnesAlong) {
  const std::string good = gzipped(record("response", response("good")));
  std::string bad = gzipped(record("response", response("this one is damaged in the middle of its bytes")));
  bad[bad.size() / 2] = static_cast<char>(bad[bad.size() / 2] ^ 0x55);
  const Seen seen = unpacked(good + bad + good);
  const Strings found = bodies(seen);
  EXPECT_EQ(std::count(found.begin(), found.end(), "good"), 2);
  ASSERT_FALSE(seen.done.faults.empty());
  EXPECT_EQ(seen.done.faults[0].where, "crawl.warc: byte " + std::to_string(good.size()));
}

TEST(Archive, ArcRecordsAlsoWithBlanksInAddresses) {
  const std::string block = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\none";
  const std::string arc =
      "filedesc://x.arc 127.0.0.1 20140301000000 text/plain 4\n1 0\n\n"
      "http://quay.example/a b 127.0.0.1 20140302010203 text/html " +
      std::to_string(block.size()) + "\n" + block +
      "\nhttp://quay.example/bad 127.0.0.1 20140302010203 text/html -1\n\n"
      "http://quay.example/c 127.0.0.1 20140302010204 text/html " +
      std::to_string(block.size()) + "\n" + block + "\n";
  const Seen seen = unpacked(arc, "crawl.arc");
  EXPECT_EQ(bodies(seen), (Strings{"one", "one"}));
  EXPECT_EQ(seen.sources.at(0).url, "http://quay.example/a b");
  EXPECT_EQ(seen.sources.at(0).received, "2014-03-02T01:02:03Z");
  ASSERT_EQ(seen.done.faults.size(), 1U);
  EXPECT_EQ(seen.done.faults[0].message, "the record's length is no number: '-1'");
}

TEST(Archive, GzipBombStopsAtTheLimit) {
  const std::string bomb = gzipped(std::string(kMaxUnpackedBytes + 1, 'x'));
  const Seen seen = unpacked(bomb + gzipped("after"), "page.html.gz");
  ASSERT_FALSE(seen.done.faults.empty());
  EXPECT_NE(seen.done.faults[0].message.find("more than 64 MiB"), std::string::npos);
  EXPECT_TRUE(seen.sources.empty()) << "a piece of a page is none";
}

TEST(Archive, GzipBombBehindRecordsLeavesThem) {
  const std::string good = record("response", response("good"));
  const Seen seen = unpacked(gzipped(good + record("response", response(std::string(kMaxUnpackedBytes, 'x')))));
  EXPECT_EQ(bodies(seen), Strings{"good"});
  EXPECT_FALSE(seen.done.faults.empty());
}

TEST(Archive, ManySmallBombsStopAtTheRatio) {
  const std::string bomb = gzipped(record("response", response(std::string(1U << 22U, 'x'))));
  std::string file;
  for (int i = 0; i < 40; ++i) file += bomb;
  std::size_t bytes = 0;
  const Seen seen = unpacked(file);
  for (const Source& source : seen.sources) bytes += source.bytes.size();
  EXPECT_GT(bytes, 0U);
  EXPECT_LE(bytes, kMaxUnpackedBytes);
  ASSERT_FALSE(seen.done.faults.empty());
}

// warcio's samples: what each gives, and how many faults.
TEST(Archive, SamplesOfWarcio) {
  const std::filesystem::path folder = HEARSAY_ROOT "/../shared/data/warc";
  if (!std::filesystem::is_directory(folder)) GTEST_SKIP() << "no samples at " << folder;
  const struct {
    std::string file;
    std::size_t sources, faults;
  } cases[] = {
      {"example.warc", 1, 0},
      {"example.warc.gz", 1, 0},
      {"example.arc", 1, 0},
      {"example.arc.gz", 1, 0},
      {"example-resource.warc.gz", 1, 0},
      {"example-iana.org-chunked.warc", 1, 0},
      {"example-digest.warc", 0, 1},  // requests only
      {"example-bad-non-chunked.warc.gz", 1, 0},
      {"example-bad.warc.gz.bad", 1, 0},  // one member, whole
      {"post-test.warc.gz", 0, 1},        // JSON
      {"example-wget-bad-target-uri.warc.gz", 1, 0},
      {"example-space-in-target-uri.warc.gz", 0, 1},  // an image
      {"example-space-in-url.arc", 1, 1},
      {"example-trunc.warc", 1, 1},
      {"example-wrong-chunks.warc.gz", 1, 1},  // its block is not what its digest is of
      {"bad.arc", 1, 3},
      {"example-bad.warc.gz.bad", 1, 0},  // its gzip is whole: one member over six good records
  };
  for (const auto& one : cases) {
    std::ifstream file(folder / one.file, std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(file)), {});
    const Seen seen = unpacked(bytes, one.file);
    EXPECT_EQ(seen.sources.size(), one.sources) << one.file;
    EXPECT_EQ(seen.done.faults.size(), one.faults) << one.file;
    for (const Error& fault : seen.done.faults) {
      if (fault.code == ErrorCode::malformed) {
        EXPECT_NE(fault.where.find(": byte "), std::string::npos) << fault.where;
      }
    }
  }
}

std::string zipped(const std::vector<std::pair<std::string, std::string>>& files) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* const memory = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_source_keep(memory);
  zip_t* const archive = zip_open_from_source(memory, ZIP_TRUNCATE, &error);
  for (const auto& [name, bytes] : files) {
    zip_file_add(archive, name.c_str(), zip_source_buffer(archive, bytes.data(), bytes.size(), 0), ZIP_FL_ENC_UTF_8);
  }
  EXPECT_EQ(zip_close(archive), 0);
  zip_stat_t about;
  zip_source_stat(memory, &about);
  std::string packed(about.size, '\0');
  zip_source_open(memory);
  zip_source_read(memory, packed.data(), packed.size());
  zip_source_close(memory);
  zip_source_free(memory);
  return packed;
}

TEST(Archive, WaczAndOtherZips) {
  const std::string wacz = zipped({{"archive/data.warc.gz", gzipped(record("response", response("one")))},
                                   {"datapackage.json", "{}"},
                                   {"pages/pages.jsonl", "{}"},
                                   {"indexes/index.cdx.gz", gzipped("no archive")}});
  const Seen seen = unpacked(wacz, "crawl.wacz");
  ASSERT_GE(seen.sources.size(), 1U);
  EXPECT_EQ(seen.sources[0].bytes, "one");
  EXPECT_TRUE(seen.done.faults.empty());
  EXPECT_EQ(bodies(unpacked(zipped({{"a/one.html", "<p>one"}, {"logo.png", "x"}}), "pages.zip")), (Strings{"<p>one"}));
}

TEST(Archive, NamesThatLeadOutOfAZipAreLeftOut) {
  const Seen seen = unpacked(
      zipped({{"../../etc/x.html", "out"}, {"/abs.html", "out"}, {"c:\\x.html", "out"}, {"in.html", "in"}}), "x.zip");
  EXPECT_EQ(bodies(seen), (Strings{"in"}));
  EXPECT_EQ(seen.done.faults.size(), 3U);
}

TEST(Archive, ZipBombAndDamagedZip) {
  const std::string bomb = zipped({{"bomb.html", std::string(kMaxUnpackedBytes + 1, 'x')}, {"in.html", "in"}});
  const Seen seen = unpacked(bomb, "x.zip");
  EXPECT_EQ(bodies(seen), (Strings{"in"}));
  ASSERT_EQ(seen.done.faults.size(), 1U);
  EXPECT_EQ(seen.done.faults[0].where, "x.zip/bomb.html");
  const Seen damaged = unpacked(bomb.substr(0, bomb.size() / 2), "x.zip");
  EXPECT_TRUE(damaged.sources.empty());
  EXPECT_EQ(damaged.done.faults.size(), 1U);
}

}  // namespace
}  // namespace hearsay
