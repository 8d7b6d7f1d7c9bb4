// A claim's words back to the bytes of the page as received: through references, tags inside words, comments, other
// encodings, and what the page wraps around its text.

#include <gtest/gtest.h>

#include <algorithm>
#include <optional>

#include "core/extract/extract.h"
#include "core/ingest/reader.h"
#include "core/ingest/source_place.h"
#include "core/value/hash.h"

namespace hearsay {
namespace {

const std::string kAround =
    "<p>The harbour office closed two of its five piers on Monday after divers found deep cracks in the supports, and "
    "nobody could say for how long they would stay closed.</p>";

struct Traced {
  Article article;
  std::optional<Claim> claim;  // the one whose words hold those looked for
};

Traced traced(const std::string& bytes, const std::string& words) {
  static const Extractor kExtractor(Lexicon::shipped());
  const Source source{bytes, "page.html", "", "", "2024-05-03T09:00:00Z", sha256_hex(bytes)};
  Result<std::vector<Article>> articles = read(source, Lexicon::shipped(), {});
  EXPECT_TRUE(articles.ok());
  if (!articles.ok()) return {};
  Traced found{articles->front(), std::nullopt};
  for (Claim& claim : kExtractor.extract(found.article).claims) {
    const std::string text(claim.content.front().of(found.article.text));
    if (claim.type != ClaimType::assertion && text.find(words) != std::string::npos) found.claim = std::move(claim);
  }
  return found;
}

std::string page(const std::string& head, const std::string& paragraph) {
  return "<!doctype html>\n<html><head>" + head +
         "<title>Two piers closed</title></head><body><nav><a href=/>Home</a></nav>" +
         "<main><article><h1>Two piers closed</h1>" + kAround + paragraph + kAround + "</article></main></body></html>";
}

TEST(TracedClaim, ThroughReferencesAndNestedTags) {
  const std::string quotation =
      "&ldquo;No<b>bo<i>dy</i></b> &amp; no<!-- x --> office  \n came &lt;here&gt;&#44;&rdquo;";
  const std::string bytes =
      page("<meta charset=utf-8>", "<p><span>" + quotation + "</span> said <a href='/roe'>Jane Roe</a>.</p>");
  const Traced found = traced(bytes, "Nobody & no office");
  ASSERT_TRUE(found.claim);
  EXPECT_EQ(found.claim->type, ClaimType::direct);
  EXPECT_EQ(found.claim->speaker->name, "Jane Roe");
  const Span content = found.claim->content.front();
  EXPECT_EQ(content.of(found.article.text), "“Nobody & no office came <here>,”");
  const SourcePlace place = source_place(found.article, content, bytes);
  EXPECT_TRUE(place.spelled);
  EXPECT_EQ(place.bytes.of(bytes), quotation);
  const SourcePlace speaker = source_place(found.article, *found.claim->speaker->span, bytes);
  EXPECT_EQ(speaker.bytes.of(bytes), "Jane Roe");
  // each word of its own
  for (const auto& [word, there] : {std::pair<std::string, std::string>{"Nobody", "No<b>bo<i>dy"},
                                    {"&", "&amp;"},
                                    {"<here>", "&lt;here&gt;"},
                                    {"”", "&rdquo;"}}) {
    const std::size_t at = found.article.text.find(word, content.begin);
    EXPECT_EQ(source_place(found.article, {at, at + word.size()}, bytes).bytes.of(bytes), there) << word;
  }
}

TEST(TracedClaim, ThroughAnotherEncoding) {
  const std::string quotation = "\x93Le caf\xE9 est ferm\xE9,\x94";
  const std::string bytes =
      page("<meta charset=windows-1252>", "<p>" + quotation + " said Ren\xE9</b> <i>Dupr\xE9</i> on Monday.</p>");
  const Traced found = traced(bytes, "est ferm");
  ASSERT_TRUE(found.claim);
  const SourcePlace place = source_place(found.article, found.claim->content.front(), bytes);
  EXPECT_TRUE(place.spelled);
  EXPECT_EQ(place.bytes.of(bytes), quotation);
  const std::size_t at = found.article.text.find("Dupré");
  EXPECT_EQ(source_place(found.article, {at, at + 6}, bytes).bytes.of(bytes), "Dupr\xE9");
}

TEST(TracedClaim, ThroughAPageInALineOfJson) {
  const std::string quotation = R"(&ldquo;The two\npiers \u0026 the ferry are closed\u002c&rdquo;)";
  const std::string bytes = R"({"html":"<!doctype html><html><body><h1>Two piers closed<\/h1>)" + kAround + "<p>" +
                            quotation + R"( said Jane Roe.<\/p>)" + kAround + R"(<\/body><\/html>"})" + "\n";
  const Traced found = traced(bytes, "piers & the ferry");
  ASSERT_TRUE(found.claim);
  const SourcePlace place = source_place(found.article, found.claim->content.front(), bytes);
  EXPECT_TRUE(place.spelled);
  EXPECT_EQ(place.bytes.of(bytes), quotation);
}

TEST(TracedClaim, BytesThatWereChangedDoNotSpellTheWords) {
  const std::string bytes = page("<meta charset=utf-8>", "<p>&ldquo;Nobody came,&rdquo; said Jane Roe.</p>");
  const Traced found = traced(bytes, "Nobody came");
  ASSERT_TRUE(found.claim);
  const Span content = found.claim->content.front();
  const SourcePlace place = source_place(found.article, content, bytes);
  ASSERT_TRUE(place.spelled);
  for (const std::size_t at : {place.bytes.begin + 1, place.bytes.end - 3}) {
    std::string changed = bytes;
    changed[at] = 'q';
    EXPECT_FALSE(source_place(found.article, content, changed).spelled) << at;
  }
  EXPECT_FALSE(source_place(found.article, content, bytes.substr(0, place.bytes.begin)).spelled);
  EXPECT_FALSE(source_place(found.article, content, "").spelled);
}

TEST(TracedClaim, ChainOfANewsItemIsThatOfItsClaims) {
  const std::string bytes =
      R"({"uri":"tag:x","versionCreated":"2024-05-03T08:00:00Z","copyrightHolder":"The Quay",)"
      R"("infoSources":[{"name":"Kelmouth Post"},{"name":"AFP"}],)"
      R"("bodies":[{"value":"“Nobody came to look at the piers,” Jane Roe told the Harbour Herald on Monday."}]})";
  const Traced found = traced(bytes, "Nobody came");
  ASSERT_TRUE(found.claim);
  EXPECT_EQ(found.claim->via, (std::vector<std::string>{"Harbour Herald", "Kelmouth Post", "AFP"}));
  EXPECT_EQ(source_place(found.article, found.claim->content.front(), bytes).bytes.of(bytes),
            "“Nobody came to look at the piers,”");
}

}  // namespace
}  // namespace hearsay
