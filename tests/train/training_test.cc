// Training on a small corpus made here: sentences of a few patterns, annotated as they are put together.

#include "train/training.h"

#include <gtest/gtest.h>

#include "core/extract/tagger.h"
#include "tests/support/temp_folder.h"

namespace hearsay {
namespace {

class Article {
 public:
  explicit Article(std::string name) { article_.name = std::move(name); }

  void plain(const std::string& sentence) { article_.text += sentence + "\n"; }

  // source, cue and content follow each other, a space between them.
  void said(const std::string& source, const std::string& cue, const std::string& content) {
    GoldAttribution gold;
    const auto put = [&](const std::string& part, std::vector<Span>& spans) {
      spans.push_back({article_.text.size(), article_.text.size() + part.size()});
      article_.text += part + " ";
    };
    put(source, gold.source);
    put(cue, gold.cue);
    put(content, gold.content);
    article_.text.back() = '.';
    article_.text += "\n";
    article_.attributions.push_back(std::move(gold));
  }

  [[nodiscard]] const GoldArticle& get() const { return article_; }

 private:
  GoldArticle article_;
};

std::vector<GoldArticle> corpus() {
  const std::vector<std::string> sources = {"The mayor", "Ada Brook", "A guard", "She", "The harbour office"};
  const std::vector<std::string> cues = {"said", "claimed", "said on Monday", "insisted"};
  const std::vector<std::string> contents = {"that the road is closed", "that nobody was hurt", "the boats are safe",
                                             "that the mill will open in May"};
  std::vector<GoldArticle> articles;
  for (std::size_t a = 0; a < 24; ++a) {
    Article article("article" + std::to_string(a));
    article.plain("The road to the harbour runs along the river.");
    for (std::size_t i = 0; i < 5; ++i) {
      article.said(sources[(a + i) % 5], cues[(a * 3 + i) % 4], contents[(a * 7 + i * 3) % 4]);
      article.plain(i % 2 == 0 ? "The boats left on Monday." : "A guard opened the mill in May.");
    }
    articles.push_back(article.get());
  }
  return articles;
}

TaggerModel trained(unsigned threads) {
  const WordGroups groups(Lexicon::shipped());
  const auto documents = make_documents(corpus(), Lexicon::shipped(), groups);
  TrainingOptions options;
  options.threads = threads;
  return train(documents, options, [](const std::string&) {});
}

TEST(Training, GivesTheSameBytesWhateverTheThreads) { EXPECT_EQ(trained(1).write(), trained(3).write()); }

TEST(Training, FindsWhatItWasTaught) {
  const WordGroups groups(Lexicon::shipped());
  const Tagger tagger(trained(2), Lexicon::shipped());
  Article article("new");
  article.plain("The mill runs along the river.");
  article.said("A guard", "said", "that the boats are safe");
  article.plain("The boats left in May.");
  const auto documents = make_documents({article.get()}, Lexicon::shipped(), groups);
  const Document& document = *documents.front();
  const auto found = tagger.tag(document.words, document.quotations, document.patterns);
  ASSERT_EQ(found.size(), 1U);
  const GoldAttribution& gold = document.article.attributions.front();
  EXPECT_EQ(found.front().content, gold.content);
  EXPECT_EQ(found.front().source, gold.source.front());
  EXPECT_EQ(found.front().cue, gold.cue.front());
}

TEST(Corpus, MainWordOfACueIsTheOneOtherCuesShare) {
  const WordGroups groups(Lexicon::shipped());
  for (const auto& document : make_documents(corpus(), Lexicon::shipped(), groups)) {
    for (const GoldReading& reading : document->readings) {
      const std::string& word = document->words.folded[reading.head];
      EXPECT_TRUE(word == "said" || word == "claimed" || word == "insisted") << word;
    }
  }
}

class GoldFiles : public ::testing::Test {
 protected:
  GoldFiles() { write("a.txt", "“Café open,” she said."); }

  void write(const std::string& name, const std::string& bytes) { folder_.write(name, bytes); }
  Result<std::vector<GoldArticle>> read(const std::string& lines) {
    write("gold.jsonl", lines);
    return read_gold(folder_.path("gold.jsonl"));
  }

  TempFolder folder_;
};

TEST_F(GoldFiles, OffsetsAreCodePoints) {
  const auto gold =
      read(R"({"article":"a","attributions":[{"source":[[13,16]],"cue":[[17,21]],"content":[[0,12]]}],"discard":[]})"
           "\n");
  ASSERT_TRUE(gold.ok()) << gold.error().text();
  const GoldArticle& article = gold->front();
  EXPECT_EQ(article.attributions[0].source[0].of(article.text), "she");
  EXPECT_EQ(article.attributions[0].cue[0].of(article.text), "said");
  EXPECT_EQ(article.attributions[0].content[0].of(article.text), "“Café open,”");
}

TEST_F(GoldFiles, MistakesAreNamedWithTheirLine) {
  const std::string good = R"({"article":"a","attributions":[]})"
                           "\n";
  for (const char* bad :
       {"{", "[]", R"({"attributions":[]})", R"({"article":"a"})", R"({"article":"a","attributions":[1]})",
        R"({"article":"a","attributions":[{"content":[[0,999]]}]})",
        R"({"article":"a","attributions":[{"content":[[5,5]]}]})",
        R"({"article":"a","attributions":[{"content":[[-1,5]]}]})",
        R"({"article":"a","attributions":[{"content":"all"}]})"}) {
    const auto gold = read(good + bad);
    ASSERT_FALSE(gold.ok()) << bad;
    EXPECT_NE(gold.error().where.find(":2"), std::string::npos) << bad;
  }
}

TEST_F(GoldFiles, MissingTextAndBadBytesAreNamed) {
  EXPECT_EQ(read(R"({"article":"none","attributions":[]})").error().code, ErrorCode::unreadable);
  write("b.txt", "\xFF\xFE");
  EXPECT_EQ(read(R"({"article":"b","attributions":[]})").error().code, ErrorCode::malformed);
  EXPECT_EQ(read_gold(folder_.path("absent.jsonl")).error().code, ErrorCode::unreadable);
}

}  // namespace
}  // namespace hearsay
