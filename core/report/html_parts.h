#pragma once
// What the files of the HTML report share. Values go into the page through templates/ alone, which escape whatever is
// put into them. Private to core/report.

#include <kainjow/mustache.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/report/report.h"

namespace hearsay {

// The values of one template, or of one turn of a section in it.
class Fields {
 public:
  using Data = kainjow::mustache::data;

  Fields& text(const std::string& key, const std::string& value) { return set(key, Data{value}); }
  Fields& number(const std::string& key, std::size_t value) { return text(key, std::to_string(value)); }
  Fields& yes(const std::string& key, bool value) { return set(key, Data{value}); }
  // An empty one is false: its section is left out, and no field of that name further out shows through.
  Fields& known(const std::string& key, const std::string& value) {
    return value.empty() ? yes(key, false) : text(key, value);
  }
  Fields& one(const std::string& key, const Fields& fields) { return set(key, fields.data_); }
  Fields& list(const std::string& key, const std::vector<Fields>& rows) {
    Data all{Data::type::list};
    for (const Fields& row : rows) all << row.data_;
    return set(key, all);
  }
  [[nodiscard]] const Data& data() const { return data_; }

 private:
  Fields& set(const std::string& key, const Data& value) {
    data_.set(key, value);
    return *this;
  }
  Data data_;
};

// Of the place in the embedded text, "a2-140-153": article from 1, code points. Of a whole article, and of a place that
// no zone holds, "a2".
std::string place_id(const Report& report, std::size_t article, Span bytes);
std::string article_id(std::size_t article);
// A claim's first content span.
std::string place_id(const Report& report, ReportClaimRef ref);

Fields decision_fields(const DecisionEntry& entry);  // with the time, the note, how far it reaches, whether it stands
Fields flag_fields(const Report& report, std::size_t number);  // templates/flag.html; number from 0

// Ways of a flag's claims from speaker to outlet, and its figures over time. False where there is nothing to draw.
bool draw_chain(const Report& report, const ReportFlag& flag, Fields& out);
bool draw_timeline(const Report& report, const ReportFlag& flag, Fields& out);

// One article's text with what is highlighted in it.
class EmbeddedText {
 public:
  EmbeddedText(const Report& report, std::size_t article);
  void add_mark(Span bytes, std::size_t flag);  // highlighted, with the flag's number (from 0) behind it
  void add_place(Span bytes);                   // to be found, not highlighted
  [[nodiscard]] std::vector<Fields> zones() const;

 private:
  struct Mark {
    Span span;
    bool highlighted = false;
    std::vector<std::size_t> flags;
  };
  Mark& at(Span bytes);
  [[nodiscard]] std::vector<Fields> pieces(Span zone) const;

  const Report& report_;
  std::size_t article_;
  std::vector<Mark> marks_;
};

}  // namespace hearsay
