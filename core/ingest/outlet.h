#pragma once
// The publisher, where a page names it: "Stay tuned to The Harbour Post for the latest", "© 2024 The Harbour Post",
// "Headline | The Post".

#include <optional>
#include <string_view>

#include "core/ingest/line_pattern.h"
#include "core/lexicon/lexicon.h"
#include "core/value/article.h"

namespace hearsay {

enum class OutletRole {
  self,    // the publisher
  origin,  // who published it first, on a page of somebody else
  writer,  // no outlet: the person to follow
};

struct NamedOutlet {
  Stated name;
  OutletRole role = OutletRole::self;
};

class OutletLines {
 public:
  // Tables "outlet-lines" and "name-words". `lexicon` must outlive this.
  explicit OutletLines(const Lexicon& lexicon);

  // The outlet a line of furniture names, or nullopt. Each sentence of the line is tried.
  [[nodiscard]] std::optional<NamedOutlet> read(std::string_view text, Span line) const;

 private:
  [[nodiscard]] OutletRole role_of(const Table::Row& row, std::string_view name) const;

  LinePatterns patterns_;
  const Table& table_;
  const Table& name_words_;
};

// Whether `name` is written like the name of an outlet: few words, capitals but for small words, no pronoun.
bool like_outlet(std::string_view name);

// The site's name behind the last "|" of a headline, or nullopt.
std::optional<Span> site_suffix(std::string_view text, Span headline);

}  // namespace hearsay
