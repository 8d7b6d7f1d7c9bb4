// One walk over outer contents and quotations in the order of the text, with the attribution that quoted last in hand.
// Known limit: narration between the two is taken for no change of speaker.

#include "core/extract/carry_on.h"

#include <algorithm>
#include <optional>

#include "core/extract/token_range.h"

namespace hearsay {
namespace {

constexpr std::size_t kScareWords = 3;  // a quotation of so few words is as often a title, a nickname or a scare quote

struct Told {
  Span span;
  std::size_t attribution = 0;
};

class Walk {
 public:
  Walk(const Words& words, const std::vector<Quotation>& quotations, std::vector<Attribution>& attributions)
      : words_(words), quotations_(quotations), attributions_(attributions) {
    for (std::size_t i = 0; i < attributions.size(); ++i) {
      if (attributions[i].inner) continue;
      for (const Span& span : attributions[i].content) told_.push_back({span, i});
    }
    std::sort(told_.begin(), told_.end(), [](const Told& a, const Told& b) { return a.span < b.span; });
  }

  void run() {
    std::size_t next = 0;
    for (const Quotation& quotation : quotations_) {
      bool claimed = false;
      for (; next < told_.size() && told_[next].span.begin < quotation.span.end; ++next) {
        claimed = claimed || told_[next].span.overlaps(quotation.span);
        if (quotes(told_[next].span)) take(told_[next]);
      }
      claimed = claimed || (next > 0 && told_[next - 1].span.overlaps(quotation.span));
      if (!claimed && last_ && goes_on(quotation)) add(quotation);
    }
    for (Attribution& attribution : attributions_) std::sort(attribution.content.begin(), attribution.content.end());
  }

 private:
  // Whether any quotation lies in the span.
  [[nodiscard]] bool quotes(Span span) const {
    const auto at = std::partition_point(quotations_.begin(), quotations_.end(),
                                         [&](const Quotation& q) { return q.span.end <= span.begin; });
    return at != quotations_.end() && at->span.begin < span.end;
  }

  [[nodiscard]] std::size_t paragraph_of(std::size_t byte) const {
    const auto at = std::partition_point(words_.paragraphs.begin(), words_.paragraphs.end(),
                                         [&](const Paragraph& p) { return p.span.end <= byte; });
    return static_cast<std::size_t>(at - words_.paragraphs.begin());
  }

  void take(const Told& told) {
    last_ = told.attribution;
    paragraph_ = paragraph_of(told.span.begin);
  }

  [[nodiscard]] bool only_marks(std::size_t first, std::size_t last) const {
    for (std::size_t i = first; i < last; ++i) {
      if (words_.tokens[i].kind != TokenKind::mark) return false;
    }
    return true;
  }

  [[nodiscard]] bool goes_on(const Quotation& quotation) const {
    const Attribution& last = attributions_[*last_];
    if (!last.source && !last.cue) return false;
    const Sentence& first = words_.sentences[sentence_of(words_, quotation.first_token)];
    const Sentence& end = words_.sentences[sentence_of(words_, quotation.last_token - 1)];
    if (!only_marks(first.first_token, quotation.first_token) || !only_marks(quotation.last_token, end.last_token))
      return false;
    if (quotation.paragraph == paragraph_ || quotation.continues) return true;
    std::size_t count = 0;
    for (std::size_t i = quotation.first_token; i < quotation.last_token; ++i)
      count += words_.tokens[i].kind != TokenKind::mark;
    if (count <= kScareWords) return false;
    const Paragraph& own = words_.paragraphs[quotation.paragraph];
    return quotation.paragraph == paragraph_ + 1 &&
           words_.sentences[own.first_sentence].first_token == first.first_token &&
           words_.sentences[own.last_sentence - 1].last_token == end.last_token;
  }

  void add(const Quotation& quotation) {
    attributions_[*last_].content.push_back(quotation.span);
    paragraph_ = quotation.paragraph;
  }

  const Words& words_;
  const std::vector<Quotation>& quotations_;
  std::vector<Attribution>& attributions_;
  std::vector<Told> told_;           // outer contents in order
  std::optional<std::size_t> last_;  // the attribution that quoted last
  std::size_t paragraph_ = 0;        // where that was
};

}  // namespace

void carry_on(const Words& words, const std::vector<Quotation>& quotations, std::vector<Attribution>& attributions) {
  Walk(words, quotations, attributions).run();
}

}  // namespace hearsay
