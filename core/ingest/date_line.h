#pragma once
// Lines that say when an article came out: "November 4, 2024", "Published: 4 Nov 2024 14:33 GMT", "Updated Mon 5 May
// 2025".

#include <optional>
#include <string_view>

#include "core/ingest/calendar.h"
#include "core/lexicon/lexicon.h"
#include "core/value/span.h"

namespace hearsay {

enum class DateLabel { none, published, updated };

struct DateLine {
  WrittenDate date;
  DateLabel label = DateLabel::none;

  friend bool operator==(const DateLine&, const DateLine&) = default;
};

class DateLines {
 public:
  // Tables "calendar" and "date-words". `lexicon` must outlive this.
  explicit DateLines(const Lexicon& lexicon) : calendar_(lexicon), words_(lexicon.table("date-words")) {}

  // The date of a stretch of text that is nothing but a date with its label and time of day; nullopt for anything else,
  // a date inside a sentence included. Where it holds several dates: the first one not labelled as an update, else the
  // first.
  [[nodiscard]] std::optional<DateLine> read(std::string_view text, Span span) const;

  // Nothing but a time of day and words that stand beside one: "07:40", "6:02 p.m. ET".
  [[nodiscard]] bool is_time(std::string_view text, Span span) const;

  [[nodiscard]] const Calendar& calendar() const { return calendar_; }

 private:
  Calendar calendar_;
  const Table& words_;
};

}  // namespace hearsay
