#pragma once
// The words of an article by their worth as anchors: what ties a sentence to the event it speaks of.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/compare/keys.h"
#include "core/lexicon/lexicon.h"
#include "core/value/article.h"
#include "core/value/entity.h"
#include "core/value/sentence.h"
#include "core/value/span.h"

namespace hearsay {

class ArticleWords {
 public:
  // All must outlive this.
  ArticleWords(const Article& article, const Extraction& extraction, const WordKeys& keys, const Lexicon& lexicon);

  [[nodiscard]] const Words& words() const { return words_; }
  // The sentence that holds byte `at`, or nothing (furniture).
  [[nodiscard]] std::optional<std::size_t> sentence_at(std::size_t at) const;
  [[nodiscard]] TokenRange tokens_of(std::size_t sentence) const;
  // Tokens that lie in `span`.
  [[nodiscard]] TokenRange tokens_in(Span span) const;

  // The one person named in this sentence before `token`, else in the sentence before it, else in the one before that:
  // an index into Extraction::entities; none where there are several, or nobody is.
  [[nodiscard]] std::optional<std::size_t> person_before(std::size_t token, std::size_t sentence) const;

  // Anchors among these tokens but those in `without`, best first, each once, kMaxAnchors at most: rarer before more
  // common, names of places and bodies before nouns, nouns before persons, then what the article says more often.
  [[nodiscard]] std::vector<std::string> anchors_in(const std::vector<TokenRange>& ranges,
                                                    const std::vector<Span>& without) const;
  // Is this one of anchors_in() a rare word and no person's name?
  [[nodiscard]] bool is_telling(const std::string& anchor) const;
  [[nodiscard]] bool is_name(const std::string& anchor) const;  // of a place or body
  [[nodiscard]] bool is_person(const std::string& anchor) const;
  // What the article is about: rare words that it says twice or more or in its first two paragraphs (the headline is
  // one), those said most often first, names before nouns, kMaxAnchors at most.
  [[nodiscard]] const std::vector<std::string>& topics() const { return topics_; }

  // Do words with these anchors speak of what the article is about? Unless they name places or bodies of which it is
  // not.
  [[nodiscard]] bool is_of_the_story(const std::vector<std::string>& anchors) const;
  // The first of topics(), kStoryTopics at most: what articles call one event by, of which they share two.
  [[nodiscard]] std::vector<std::string> story() const;

  // The first two names of topics().
  [[nodiscard]] std::vector<std::string> foremost_names() const;

  static constexpr std::size_t kMaxAnchors = 8;
  static constexpr std::size_t kStoryTopics = 6;

 private:
  struct Worth {
    Rarity rarity = Rarity::rare;
    enum class Kind { name, noun, person } kind = Kind::noun;  // in order of preference
    std::size_t count = 0;
    bool leads = false;  // stands in the headline or the first paragraph
  };
  void count_words();
  void mark_names(const Article& article, const Extraction& extraction);
  void mark_pronouns(const Extraction& extraction);
  void find_topics();
  [[nodiscard]] bool is_anchor(std::size_t token) const;
  [[nodiscard]] bool better(const std::string& anchor, const std::string& other) const;

  const WordKeys& keys_;
  Words words_;
  std::vector<std::string> forms_;  // meeting form of each token; empty where it can be no anchor
  std::unordered_map<std::string, Worth> worth_;
  std::vector<std::pair<std::size_t, std::size_t>> persons_;  // named: first token, entity; in order of the text
  std::vector<std::string> topics_;
  std::size_t lead_end_ = 0;  // byte at which the first paragraphs end
};

}  // namespace hearsay
