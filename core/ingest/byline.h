#pragma once
// Who wrote it: "By Jane Roe and Ali bin Said", "Written by …", "By JANE ROE, Reuters", "@Roe_Jane".

#include <optional>
#include <string_view>
#include <vector>

#include "core/lexicon/lexicon.h"
#include "core/value/article.h"

namespace hearsay {

struct Byline {
  std::vector<Stated> names;     // people, as written; empty for "By Staff Reporter"
  std::optional<Stated> outlet;  // "for The Star"; an agency named behind the people

  friend bool operator==(const Byline&, const Byline&) = default;
};

class Bylines {
 public:
  // Tables "bylines", "agencies", "given-names" and "person-nouns". `lexicon` must outlive this.
  explicit Bylines(const Lexicon& lexicon)
      : words_(lexicon.table("bylines")),
        agencies_(lexicon.table("agencies")),
        given_names_(lexicon.table("given-names")),
        person_nouns_(lexicon.table("person-nouns")) {}

  // A stretch of text that is a byline and nothing else; nullopt where it is not. It begins with "By" or the
  // like, or is a name and a post of the trade ("Jane Roe, Arts Correspondent").
  [[nodiscard]] std::optional<Byline> read(std::string_view text, Span span) const;

  // The names of a list ("Jane Roe, Ali bin Said and Bo Li"), without "By"; nullopt unless every part is written like a
  // name.
  [[nodiscard]] std::optional<Byline> names(std::string_view text, Span span) const;

  // The people a value of metadata lists: "Jane Roe, Bo Li", "Von Jane Roe", "Jane Roe, Senior Reporter", "Jane
  // Roe/AFP". Every part with two words that is written like a name and is no desk, agency or office counts; a name of
  // one word does where it stands alone. Unlike in names(), a comma joins people.
  [[nodiscard]] std::vector<std::string> listed(std::string_view value) const;

  // A name read off a handle in a line in which the author speaks ("talk to me on Twitter @Roe_Jane" -> "Jane Roe"):
  // its parts in the order of the handle, turned round where only the last is a known given name. nullopt unless it has
  // two.
  [[nodiscard]] std::optional<Stated> handle(std::string_view text, Span span) const;

 private:
  [[nodiscard]] bool is_desk(std::string_view name) const;
  [[nodiscard]] bool is_name(std::string_view name) const;
  [[nodiscard]] std::optional<Byline> with_post(std::string_view text, Span span) const;
  [[nodiscard]] bool holds_office(std::string_view name) const;

  const Table& words_;
  const Table& agencies_;
  const Table& given_names_;
  const Table& person_nouns_;
};

}  // namespace hearsay
