#pragma once
// The lines of a page, each judged by its own words alone; where it stands is judged by zones.h.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/ingest/byline.h"
#include "core/ingest/date_line.h"
#include "core/ingest/layout.h"
#include "core/ingest/line_pattern.h"
#include "core/lexicon/lexicon.h"

namespace hearsay {

enum class LineKind {
  text,       // running text: ends with a stop, or is too long for anything else
  heading,    // a short line without a stop: headline, subhead, caption, name, menu
  bullet,     // begins with a bullet mark
  credit,     // a picture credit, alone or at the end of a caption
  meta,       // when and by whom: date lines, bylines, and lines made of both
  furniture,  // a line the lexicon knows to be none of the article
};

// How much of the page a furniture line takes with it (rules/lexicon/furniture.tsv says what each means).
enum class Reach { none, line, sentence, list, rest, end };

struct Line {
  Block block;
  LineKind kind = LineKind::text;
  Reach reach = Reach::none;       // a text or heading may carry `end`, which counts only at the end of the page
  std::optional<DateLine> date;    // of a meta line
  std::vector<Stated> names;       // of a meta line: who wrote it
  std::optional<Stated> outlet;    // of a meta line: "By Jane Roe for The Star", "By Jane Roe, Reuters", "Star | May 4"
  std::size_t words = 0;           // separated by blanks; counted up to kMaxCountedWords
  bool stopped = false;            // ends with . ! ? … : ; or a comma, closing quotes and brackets left out
  bool capitalised = false;        // nearly all longer words begin with a capital
  bool several_sentences = false;  // a stop inside, with a capital behind it
  bool masthead = false;           // LineReader::masthead(), where somebody asked: of the first lines and the last

  [[nodiscard]] Span span() const { return block.span; }
};

inline constexpr std::size_t kMaxLineWords = 400;  // bytes up to which a line is compared with patterns
inline constexpr std::size_t kMaxCountedWords = 100;

// What the lexicon knows about lines. Made once a lexicon; the lexicon must outlive it.
class LineReader {
 public:
  explicit LineReader(const Lexicon& lexicon);

  [[nodiscard]] Line read(std::string_view text, const Block& block) const;

  // Where the sentences at the end of a paragraph that are furniture begin ("Leave a comment or …"); the paragraph's
  // end where there are none. The first sentence is never looked at: then the whole line would be furniture.
  [[nodiscard]] std::size_t furniture_tail(std::string_view text, Span paragraph) const;

  // Written like an outlet's name, with a word of outlets: "Daily Harbour Post", "Radio Ruritania".
  [[nodiscard]] bool is_outlet(std::string_view name) const;

  // The outlet or body that a heading names, alone or with a section behind it; nullopt if none: "The Harbour Gazette",
  // "Harbour Gazette · English edition", "HARBOUR WORKERS' UNION (NORTH)".
  [[nodiscard]] std::optional<Stated> masthead(std::string_view text, Span words) const;

  // The whole of a page's first line as an outlet's name, where it is written like one and holds a word that is no
  // common one: "Kestrel Morning", not "Storm Kills Three"; nullopt otherwise.
  [[nodiscard]] std::optional<Stated> first_line(std::string_view text, Span words) const;

  [[nodiscard]] const DateLines& date_lines() const { return date_lines_; }
  [[nodiscard]] const Bylines& bylines() const { return bylines_; }

 private:
  [[nodiscard]] Reach reach_of(const FoldedLine& line) const;
  [[nodiscard]] bool is_source(std::string_view folded_name) const;
  [[nodiscard]] bool is_credit(const FoldedLine& line, bool stopped) const;
  [[nodiscard]] std::vector<Span> parts(std::string_view text, Span words) const;
  static bool is_place(std::string_view name);  // written like one
  [[nodiscard]] bool has_class(std::string_view folded_word, std::string_view name) const;
  bool read_meta(std::string_view text, Line& line) const;

  DateLines date_lines_;
  Bylines bylines_;
  LinePatterns furniture_;
  std::vector<Reach> reaches_;  // by pattern id
  LinePatterns credits_;
  const Table& credit_table_;
  const Table& name_words_;
  const Table& common_words_;
};

}  // namespace hearsay
