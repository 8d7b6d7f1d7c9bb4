// What a server may do to a request, each against a server on this machine.

#include "desk/transfer.h"

#include <gtest/gtest.h>
#include <sys/resource.h>

#include "tests/support/gzip.h"
#include "tests/support/local_server.h"

namespace hearsay {
namespace {

constexpr std::chrono::milliseconds kShort{300};

bool anything(const sockaddr&) { return true; }

class Transfers : public testing::Test {
 protected:
  Result<Response> get(const std::string& target, const TransferLimits& limits = {}) {
    return transfer_.get(*web_address(server_.address(target)), limits);
  }
  void answer(const std::string& bytes) { server_.answer("/", bytes); }
  // The request is refused with that code, a reason and something to do, about that address.
  void expect_error(const Result<Response>& got, ErrorCode code, const std::string& words) {
    ASSERT_FALSE(got.ok());
    EXPECT_EQ(got.error().code, code) << got.error().text();
    EXPECT_NE(got.error().message.find(words), std::string::npos) << got.error().text();
    EXPECT_FALSE(got.error().hint.empty()) << got.error().text();
    EXPECT_EQ(got.error().where, server_.address("/"));
  }

  LocalServer server_;
  Transfer transfer_{anything};
};

TEST_F(Transfers, BytesMediaTypeAndStatus) {
  const std::string bytes("caf\xE9\0\r\n", 7);
  answer(http_answer("200 OK", "text/html; charset=windows-1252", bytes));
  const Result<Response> got = get("/");
  ASSERT_TRUE(got.ok()) << got.error().text();
  EXPECT_EQ(got->status, 200);
  EXPECT_EQ(got->body, bytes);
  EXPECT_EQ(got->media_type, "text/html; charset=windows-1252");
  EXPECT_EQ(got->location, "");
}

TEST_F(Transfers, ARequestSaysWhoAsksAndNothingElse) {
  setenv("http_proxy", "http://127.0.0.1:1", 1);
  answer(http_answer("200 OK", "text/plain", "x", "Set-Cookie: id=7\r\n"));
  EXPECT_TRUE(get("/").ok()) << "the environment's proxy is not used";
  EXPECT_TRUE(get("/").ok());
  unsetenv("http_proxy");
  ASSERT_EQ(server_.requests().size(), 2U);
  const std::string request = server_.requests().at(1);
  EXPECT_NE(request.find("\r\nUser-Agent: hearsay/"), std::string::npos) << request;
  for (const char* header : {"Cookie", "Referer", "Authorization"}) {
    EXPECT_EQ(request.find(header), std::string::npos) << request;
  }
}

TEST_F(Transfers, ChunksAndContentEncodingsAreUndone) {
  const std::string words(10'000, 'w');
  server_.answer("/gzip", http_answer("200 OK", "text/plain", gzipped(words), "Content-Encoding: gzip\r\n"));
  EXPECT_EQ(get("/gzip")->body, words);
  server_.answer(
      "/chunks",
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n3\r\nabc\r\n1\r\nd\r\n0\r\n\r\n");
  EXPECT_EQ(get("/chunks")->body, "abcd");
}

TEST_F(Transfers, OtherStatusesHaveNoBodyHoweverLong) {
  server_.answer("/", [](const LocalConnection& connection) {
    connection.send("HTTP/1.1 503 Busy\r\nRetry-After: 120\r\nConnection: close\r\n\r\n");
    while (connection.send(std::string(1U << 16U, 'x'))) {
    }
  });
  const Result<Response> got = get("/");
  ASSERT_TRUE(got.ok()) << got.error().text();
  EXPECT_EQ(got->status, 503);
  EXPECT_EQ(got->body, "");
  EXPECT_EQ(got->retry_after, "120");
}

TEST_F(Transfers, ARedirectIsHandedOnAndNotFollowed) {
  answer(http_redirect("../b?x"));
  EXPECT_EQ(get("/")->location, server_.address("/b?x"));
  EXPECT_EQ(get("/")->status, 302);
  answer(http_redirect("file:///etc/passwd"));
  EXPECT_EQ(get("/")->location, "file:///etc/passwd");
  EXPECT_EQ(server_.asked_for("/b?x"), 0U);
}

TEST_F(Transfers, AnEndlessBodyIsStoppedAtTheLimit) {
  std::atomic<std::size_t> sent = 0;
  server_.answer("/", [&](const LocalConnection& connection) {
    connection.send("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n");
    while (connection.send(std::string(1U << 16U, 'x'))) sent += 1U << 16U;
  });
  TransferLimits limits;
  limits.bytes = 1U << 20U;
  expect_error(get("/", limits), ErrorCode::too_large, "more than 1 MiB");
  limits.cut = true;
  EXPECT_EQ(get("/", limits)->body.size(), 1U << 20U);
  EXPECT_LT(sent, 64U << 20U) << "no more than what lay on the way";
}

TEST_F(Transfers, AStatedLengthOverTheLimitIsNotEvenBegun) {
  answer("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\nConnection: close\r\n\r\n");
  expect_error(get("/"), ErrorCode::too_large, "more than 64 MiB");
}

TEST_F(Transfers, AGzipBombIsStoppedWhileItUnpacks) {
  const std::string bomb = gzipped(std::string(1U << 20U, '\0'), 256);
  ASSERT_LT(bomb.size(), 1U << 20U);
  answer(http_answer("200 OK", "text/html", bomb, "Content-Encoding: gzip\r\n"));
  rusage before{};
  getrusage(RUSAGE_SELF, &before);
  TransferLimits limits;
  limits.bytes = 4U << 20U;
  expect_error(get("/", limits), ErrorCode::too_large, "more than 4 MiB");
  rusage after{};
  getrusage(RUSAGE_SELF, &after);
  EXPECT_LT(after.ru_maxrss - before.ru_maxrss, 64L << 10U) << "KiB";
  answer(http_answer("200 OK", "text/html", gzipped(gzipped(std::string(8U << 20U, '\0'))),
                     "Content-Encoding: gzip, gzip\r\n"));
  expect_error(get("/", limits), ErrorCode::too_large, "more than 4 MiB");
}

TEST_F(Transfers, WhatIsNotPackedAsItSaysIsRefused) {
  answer(http_answer("200 OK", "text/html", "this is no gzip at all", "Content-Encoding: gzip\r\n"));
  expect_error(get("/"), ErrorCode::malformed, "not packed as it says");
  answer(http_answer("200 OK", "text/html", "x", "Content-Encoding: rot13\r\n"));
  expect_error(get("/"), ErrorCode::malformed, "not packed as it says");
}

TEST_F(Transfers, ACutConnectionIsNoPage) {
  answer("HTTP/1.1 200 OK\r\nContent-Length: 100\r\nConnection: close\r\n\r\nshort");
  expect_error(get("/"), ErrorCode::unreadable, "cut before all had come");
  answer("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n9\r\nabc");
  expect_error(get("/"), ErrorCode::unreadable, "cut before all had come");
  answer("");
  expect_error(get("/"), ErrorCode::unreadable, "without an answer");
}

TEST_F(Transfers, AStatedLengthThatIsTooSmallEndsTheBody) {
  answer("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nConnection: close\r\n\r\nshort and more");
  EXPECT_EQ(get("/")->body, "short");
}

TEST_F(Transfers, ASlowServerIsLeft) {
  TransferLimits limits;
  limits.whole = kShort;
  server_.answer("/", [](const LocalConnection& connection) { connection.wait_for_hangup(); });
  expect_error(get("/", limits), ErrorCode::unreadable, "in time");
  server_.answer("/", [](const LocalConnection& connection) {
    connection.send("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nword");
    connection.wait_for_hangup();
  });
  expect_error(get("/", limits), ErrorCode::unreadable, "in time");
}

TEST_F(Transfers, HostileHeadersAreRefusedOrLeftOut) {
  answer(http_answer("200 OK", "text/html", "x", std::string("X: a\0b\r\n", 8)));
  EXPECT_FALSE(get("/").ok()) << "a NUL";
  answer(
      "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=\x1B[31m\r\nContent-Length: 1\r\nConnection: "
      "close\r\n\r\nx");
  EXPECT_EQ(get("/")->media_type, "");
  server_.answer("/", [](const LocalConnection& connection) {
    connection.send("HTTP/1.1 200 OK\r\n");
    while (connection.send("X-Word: " + std::string(1000, 'x') + "\r\n")) {
    }
  });
  expect_error(get("/"), ErrorCode::malformed, "header is longer");
  answer("220 mail.example ESMTP\r\n");
  expect_error(get("/"), ErrorCode::malformed, "no answer of a web server");
}

TEST_F(Transfers, AServerWithoutTlsIsSaidToHaveNone) {
  const std::string address = "https" + server_.address("/").substr(4);
  const Result<Response> got = transfer_.get(*web_address(address), {});
  ASSERT_FALSE(got.ok());
  EXPECT_NE(got.error().message.find("TLS"), std::string::npos) << got.error().text();
}

TEST_F(Transfers, WhereNobodyListensAndNamesThatCannotBe) {
  std::string gone;
  {
    const LocalServer other;
    gone = other.address("/");
  }
  const Result<Response> refused = transfer_.get(*web_address(gone), {});
  EXPECT_NE(refused.error().message.find("takes no connection"), std::string::npos) << refused.error().text();
  const std::string label(64, 'a');  // longer than a name may be: no server is asked for it
  const Result<Response> unknown = transfer_.get(*web_address("http://" + label + ".example/"), {});
  ASSERT_FALSE(unknown.ok());
  EXPECT_EQ(unknown.error().code, ErrorCode::not_found) << unknown.error().text();
}

TEST_F(Transfers, AnAddressThatIsNotPublicIsNotConnectedToWhateverItsName) {
  answer(http_answer("200 OK", "text/plain", "secret"));
  Transfer careful;
  for (const char* host :
       {"127.0.0.1", "localhost", "2130706433", "0x7f.1", "0.0.0.0", "[::1]", "[::ffff:127.0.0.1]"}) {
    const Result<Response> got = careful.get(*web_address(server_.address("/", host)), {});
    ASSERT_FALSE(got.ok()) << host;
    EXPECT_NE(got.error().message.find("no address of the public internet"), std::string::npos) << got.error().text();
    EXPECT_NE(got.error().hint.find("--private-addresses"), std::string::npos) << got.error().text();
  }
  EXPECT_TRUE(server_.requests().empty());
}

}  // namespace
}  // namespace hearsay
