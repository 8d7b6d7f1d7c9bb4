#pragma once
// Reads a text as hearsay would read a file of it, for tests of what it says about itself.

#include <gtest/gtest.h>

#include <string>

#include "core/ingest/reader.h"
#include "core/value/hash.h"

namespace hearsay {

inline Source source_of(std::string bytes) {
  std::string hash = sha256_hex(bytes);
  return {std::move(bytes), "folder/story.txt", "", "", "2026-01-01T00:00:00Z", std::move(hash)};
}

inline Article article_of(const std::string& text, const ReadOptions& options = {}) {
  Result<std::vector<Article>> articles = read(source_of(text), Lexicon::shipped(), options);
  EXPECT_TRUE(articles.ok()) << text;
  return articles.ok() ? articles->at(0) : Article{};
}

// Three paragraphs of running text to stand under a headline.
inline const std::string kStory =
    "The harbour office closed two of its five piers on Monday after divers found deep cracks in the concrete "
    "supports.\n\n"
    "Fishermen said they had warned the office twice since the storm of last winter and had never had an answer.\n\n"
    "“Nobody came to look,” said one of them, who has moored his boat at the eastern pier for more than thirty years.";

}  // namespace hearsay
