#include "core/ingest/html_parts.h"

#include <gtest/gtest.h>

#include <chrono>

namespace hearsay {
namespace {

PartRole role_of(const std::string& tag) {
  HtmlTokenizer tokens(tag);
  HtmlToken token;
  EXPECT_TRUE(tokens.next(token)) << tag;
  return HtmlParts(Lexicon::shipped()).role_of(token);
}

TEST(HtmlParts, NamesOfElements) {
  const struct {
    std::string tag;
    PartRole role;
  } cases[] = {
      {"<div class='comments'>", PartRole::outside},
      {"<div id=site-navigation>", PartRole::outside},
      {"<div class='post author-bio'>", PartRole::author},
      {"<span rel=author>", PartRole::author},
      {"<p class='read-more'>", PartRole::beside},
      {"<p class=readMore>", PartRole::beside},
      {"<div class='image-caption'>", PartRole::caption},
      {"<h2 class=dek>", PartRole::standfirst},
      {"<div itemprop=articleBody class=teaser>", PartRole::body},
      {"<div class='entry-content'>", PartRole::body},
      {"<span class=timestamp>", PartRole::date},
      {"<div class='content has-sidebar'>", PartRole::plain},
      {"<div class='no-comments'>", PartRole::plain},
      {"<article class='post tag-menu comments'>", PartRole::plain},
      {"<body class=sidebar>", PartRole::plain},
      {"<div class='commentsary'>", PartRole::plain},
      {"<div class=''>", PartRole::plain},
      {"<div title=comments>", PartRole::plain},
      {"<div>", PartRole::plain},
  };
  for (const auto& one : cases) EXPECT_EQ(role_of(one.tag), one.role) << one.tag;
}

TEST(HtmlParts, LongAttributeIsLookedAtInPart) {
  EXPECT_EQ(role_of("<div class='" + std::string(50U << 20U, 'x') + " comments'>"), PartRole::plain);
}

}  // namespace
}  // namespace hearsay
