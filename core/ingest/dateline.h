#pragma once
// The dateline an article's text opens with: "SEOUL, Aug. 18 (UPI) —", "London (Reuters) -", "(CNN) —", "NEW DELHI: ".

#include <optional>
#include <string>
#include <string_view>

#include "core/ingest/calendar.h"
#include "core/lexicon/lexicon.h"
#include "core/value/article.h"

namespace hearsay {

struct FoundDateline {
  Dateline dateline;  // span: up to and with the dash; parts as written
  std::optional<WrittenDate> date;
  bool colon = false;  // "NEW DELHI: ", which a transcript's "SMITH: " looks like
};

class Datelines {
 public:
  // Tables "agencies" and "dateline-words"; both arguments must outlive this.
  Datelines(const Lexicon& lexicon, const Calendar& calendar)
      : calendar_(calendar), agencies_(lexicon.table("agencies")), no_places_(lexicon.table("dateline-words")) {}

  // The dateline at the start of the paragraph `span`, or nullopt. One is believed when a dash (or a colon behind a
  // place in capitals) ends it, a sentence opens behind it, and it names an agency in brackets, or a place with a date,
  // or a place in capitals.
  [[nodiscard]] std::optional<FoundDateline> read(std::string_view text, Span span) const;

  // The one name of the agency written as `written`; nullopt where the table does not know it.
  [[nodiscard]] std::optional<std::string> agency(std::string_view written) const;

 private:
  [[nodiscard]] bool is_agency(std::string_view written) const;

  const Calendar& calendar_;
  const Table& agencies_;
  const Table& no_places_;
};

}  // namespace hearsay
