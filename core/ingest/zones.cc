// Running text is found first: the stretch of lines in which paragraphs too long to be anything else outweigh the rest.
// What lies above it is searched for the headline; every line is then judged by whether it stands above, inside or
// below.
// - Furniture that takes the rest of the page counts only where most of the running text lies above it.
// - The headline is the line that is repeated, or else the first one of some length whose words return in the text.
// - A short line inside is a subhead if capitalised or very short, else a caption; above the text it is a caption or
//   furniture; below, it is furniture.

#include "core/ingest/zones.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "core/ingest/dateline.h"
#include "core/text/normalise.h"

namespace hearsay {
namespace {

constexpr std::size_t kParagraph = 60;     // bytes: running text of at least so much anchors the body
constexpr std::size_t kMaxWeight = 400;    // of one paragraph, in bytes
constexpr long kShortLineWeight = -25;     // of a heading, a credit, a line of furniture
constexpr std::size_t kMaxHeadline = 250;  // bytes
constexpr std::size_t kMaxStoppedHeadline = 110;
constexpr std::size_t kHeadlineWords = 4;    // shorter lines above the text are menus, sections, names
constexpr std::size_t kFewCandidates = 5;    // lines above the text that could all be headlines
constexpr std::size_t kTitleWindow = 4000;   // bytes of running text in which a headline's words should return
constexpr std::size_t kMaxStandfirst = 220;  // bytes
constexpr std::size_t kSubheadWords = 14;
constexpr std::size_t kShortSubheadWords = 7;

class Zoning {
 public:
  Zoning(std::string_view text, const std::vector<Line>& lines, const Datelines& datelines, const PageHints& hints)
      : text_(text), lines_(lines), datelines_(datelines), hints_(hints), end_(lines.size()) {
    page_.kinds.assign(lines.size(), ZoneKind::body);
  }

  ZonedPage run() {
    make_keys();
    find_known(hints_.headline);
    cut_rest();
    find_body();
    if (page_.body_end == 0) {
      without_body();
    } else {
      find_title();
      above();
      inside();
      below();
    }
    return std::move(page_);
  }

 private:
  [[nodiscard]] bool anchors(std::size_t i) const {
    return lines_[i].kind == LineKind::text && lines_[i].block.words.size() >= kParagraph;
  }
  [[nodiscard]] bool aside(std::size_t i) const {  // none of the article's own lines
    return lines_[i].kind == LineKind::furniture || lines_[i].kind == LineKind::meta;
  }
  void set(std::size_t i, ZoneKind kind) { page_.kinds[i] = kind; }
  void make_keys() {
    for (const Line& line : lines_) {
      keys_.push_back(line.block.words.size() > kMaxHeadline ? "" : FoldedLine(text_, line.block.words).words);
    }
  }

  // Twice above the running text or right at its start; menus come again below it.
  [[nodiscard]] bool repeated_above(std::size_t i) const { return repeats_.at(keys_[i]) > 1; }

  void count_repeats() {
    const std::size_t end = std::min(page_.body_begin + 3, lines_.size());
    for (std::size_t i = 0; i < end; ++i) ++repeats_[keys_[i]];
  }

  // Moves end_ to the first line that takes the rest of the page with it.
  void cut_rest() {
    std::size_t all = 0;
    for (std::size_t i = 0; i < lines_.size(); ++i) all += anchors(i) ? lines_[i].span().size() : 0;
    std::size_t above = 0;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      above += anchors(i) ? lines_[i].span().size() : 0;
      if (lines_[i].reach == Reach::rest && above > 0 && above * 2 >= all) {
        end_ = i;
        break;
      }
    }
  }

  void find_body() {
    std::size_t last = end_;
    while (last > 0 && (!anchors(last - 1) || lines_[last - 1].reach == Reach::end)) --last;
    if (last == 0) {  // all of it looks like a note on the author: then it is none
      last = end_;
      while (last > 0 && !anchors(last - 1)) --last;
    }
    page_.body_begin = lines_.size();
    // the stretch of greatest weight (Kadane 1977): a stray paragraph between menus does not outweigh them
    long best = 0;
    long sum = 0;
    std::size_t begin = page_.body_begin;
    for (std::size_t i = page_.title ? *page_.title + 1 : 0; i < last; ++i) {
      if (sum <= 0) {
        sum = 0;
        begin = i;
      }
      sum += weight(i);
      if (!anchors(i) || sum < best) continue;
      best = sum;
      page_.body_end = i + 1;
      page_.body_begin = begin;
    }
  }

  [[nodiscard]] long weight(std::size_t i) const {
    if (anchors(i)) return static_cast<long>(std::min(lines_[i].span().size(), kMaxWeight));
    return lines_[i].kind == LineKind::text || lines_[i].kind == LineKind::bullet ? 0 : kShortLineWeight;
  }

  // No paragraph long enough: a note, a list, a headline alone. Nothing is dropped but what is known to be furniture.
  void without_body() {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const Line& line = lines_[i];
      if (aside(i) || i >= end_) set(i, ZoneKind::furniture);
      if (line.kind == LineKind::credit) set(i, ZoneKind::caption);
      if (line.kind == LineKind::bullet) set(i, ZoneKind::bullet);
      if (line.kind == LineKind::heading && !page_.title && lines_.size() > 1 && line.words >= kHeadlineWords &&
          i < end_) {
        page_.title = i;
        set(i, ZoneKind::headline);
      }
    }
  }

  // The first line that is the headline we know of, if running text stands below it.
  void find_known(std::string_view headline) {
    const std::string key = FoldedLine(headline, {0, headline.size()}).words;
    const auto found = key.empty() ? keys_.end() : std::find(keys_.begin(), keys_.end(), key);
    if (found == keys_.end()) return;
    const auto line = static_cast<std::size_t>(found - keys_.begin());
    for (std::size_t i = line + 1; i < lines_.size() && !page_.title; ++i) {
      if (anchors(i)) page_.title = line;
    }
  }

  void find_title() {
    if (page_.title) return;
    std::vector<std::size_t> candidates;
    for (std::size_t i = 0; i < page_.body_begin; ++i) {
      const bool fits = lines_[i].kind == LineKind::heading && lines_[i].block.words.size() <= kMaxHeadline;
      if (!fits && !stopped_headline(i)) continue;
      candidates.push_back(i);
    }
    if (candidates.size() > 1 && candidates.front() == 0 && lines_[0].masthead) candidates.erase(candidates.begin());
    count_repeats();
    const std::unordered_set<std::string> words = opening_words();
    // among few lines the first is the headline more often than not; among the many of a menu, the one that fits best
    const double lead = candidates.size() <= kFewCandidates ? 0.34 : 0.01;
    std::optional<std::size_t> best;
    double best_score = -1;
    for (const std::size_t i : candidates) {
      if (lines_[i].words < kHeadlineWords) continue;
      const double share = share_in(words, keys_[i]);
      const double score = share + (repeated_above(i) && (share > 0.3 || candidates.size() <= kFewCandidates) ? 1 : 0);
      if (best && score <= best_score + lead) continue;
      best = i;
      best_score = score;
    }
    if (!best && !candidates.empty() && lines_[candidates.front()].words >= 2) best = candidates.front();
    if (!best && stopped_headline(page_.body_begin)) {
      best = page_.body_begin;
      do ++page_.body_begin;
      while (!anchors(page_.body_begin));
    }
    page_.title = best;
  }

  // A first line that ends with a stop is a headline only if it is short, no dateline, capitalised like one or else a
  // single sentence without a quotation, and mostly longer paragraphs follow.
  [[nodiscard]] bool stopped_headline(std::size_t i) const {
    const Line& line = lines_[i];
    const Span words = line.block.words;
    if (i != 0 || line.kind != LineKind::text || line.reach != Reach::none || words.size() > kMaxStoppedHeadline ||
        datelines_.read(text_, words))
      return false;
    std::size_t all = 0;
    std::size_t longer = 0;
    for (std::size_t k = 1; k < page_.body_end; ++k) {
      all += aside(k) ? 0 : 1;
      longer += anchors(k) && lines_[k].span().size() > words.size() ? 1 : 0;
    }
    const std::string_view first = words.of(text_);
    const bool quotation = first.find('"') != std::string_view::npos || first.find("“") != std::string_view::npos;
    if (line.capitalised) return longer >= 2;
    return longer >= 2 && longer * 2 >= all && !line.several_sentences && !quotation;
  }

  [[nodiscard]] std::unordered_set<std::string> opening_words() const {
    std::unordered_set<std::string> words;
    std::size_t read = 0;
    for (std::size_t i = page_.body_begin; i < page_.body_end && read < kTitleWindow; ++i) {
      if (!anchors(i)) continue;
      const Span span = lines_[i].span();
      read += span.size();
      const FoldedLine line(text_, {span.begin, cut_at(span, kTitleWindow)});
      for_each_word(line.words, [&](std::string_view word) { words.emplace(word); });
    }
    return words;
  }

  [[nodiscard]] std::size_t cut_at(Span span, std::size_t bytes) const {
    std::size_t end = std::min(span.end, span.begin + bytes);
    while (end < span.end && (static_cast<unsigned char>(text_[end]) & 0xC0U) == 0x80U) --end;
    return end;
  }

  template <typename Use>
  static void for_each_word(std::string_view words, Use use) {
    constexpr std::size_t kContentWord = 4;  // bytes; shorter words say nothing about a story
    constexpr std::size_t kStem = 6;         // bytes compared, so that "defections" meets "defected"
    for (std::size_t at = 0; at < words.size();) {
      std::size_t end = at;
      while (end < words.size() && (std::isalnum(static_cast<unsigned char>(words[end])) != 0 ||
                                    static_cast<unsigned char>(words[end]) >= 0x80))
        ++end;
      if (end - at >= kContentWord) use(words.substr(at, std::min(end - at, kStem)));
      at = end + 1;
    }
  }

  static double share_in(const std::unordered_set<std::string>& words, std::string_view headline) {
    double all = 0;
    double found = 0;
    for_each_word(headline, [&](std::string_view word) {
      ++all;
      found += words.contains(std::string(word)) ? 1 : 0;
    });
    return all == 0 ? 0 : found / all;
  }

  void above() {
    const std::size_t title = page_.title.value_or(0);
    for (std::size_t i = 0; i < page_.body_begin; ++i) {
      const Line& line = lines_[i];
      const bool before = page_.title && i < title;
      if (page_.title == i) {
        set(i, ZoneKind::headline);
      } else if (before || aside(i) || same_as_title(i)) {
        set(i, ZoneKind::furniture);
      } else if (line.kind == LineKind::credit || captions_next(i)) {
        set(i, ZoneKind::caption);
      } else if (line.kind == LineKind::bullet) {
        set(i, ZoneKind::bullet);
      } else if (line.kind == LineKind::heading) {
        set(i, heading_above(i));
      }
    }
    if (const std::optional<std::size_t> deck = standfirst()) set(*deck, ZoneKind::standfirst);
  }

  [[nodiscard]] ZoneKind heading_above(std::size_t i) const {
    const Line& line = lines_[i];
    const bool bullets_follow = i + 1 < lines_.size() && lines_[i + 1].kind == LineKind::bullet;
    if (bullets_follow) return ZoneKind::subhead;
    if (line.words <= 3) return ZoneKind::furniture;
    return line.capitalised && i + 1 == page_.body_begin ? ZoneKind::subhead : ZoneKind::caption;
  }

  // The one paragraph right under the headline that sums the article up: in front of the byline, or much shorter than
  // the text.
  [[nodiscard]] std::optional<std::size_t> standfirst() const {
    if (!page_.title) return std::nullopt;
    const std::size_t i = *page_.title + 1;
    if (i >= page_.body_end || lines_[i].block.words.size() > kMaxStandfirst || lines_[i].words < 6)
      return std::nullopt;
    const Line& line = lines_[i];
    const bool meta_next = i + 1 < lines_.size() && lines_[i + 1].kind == LineKind::meta;
    if (line.kind == LineKind::heading && page_.kinds[i] == ZoneKind::caption) {
      return meta_next || (line.words >= 8 && line.capitalised) ? std::optional(i) : std::nullopt;
    }
    if (line.kind != LineKind::text || i + 1 >= page_.body_end || datelines_.read(text_, line.span()))
      return std::nullopt;
    if (meta_next) return i;
    if (lines_[i + 1].kind == LineKind::text && datelines_.read(text_, lines_[i + 1].span())) return i;
    return anchors(i + 1) && lines_[i + 1].span().size() * 2 > line.span().size() * 5 ? std::optional(i) : std::nullopt;
  }

  [[nodiscard]] bool same_as_title(std::size_t i) const {
    return page_.title && i != *page_.title && !keys_[i].empty() && keys_[i] == keys_[*page_.title];
  }

  // A short line right on top of a credit or of its caption, in one group: the picture's name.
  [[nodiscard]] bool captions_next(std::size_t i) const {
    if (lines_[i].kind != LineKind::heading || i + 1 >= lines_.size()) return false;
    return lines_[i + 1].kind == LineKind::credit && (lines_[i + 1].block.gap == 0 || i < page_.body_begin);
  }

  // A diary, a live page: what has a bullet is the text itself and sums nothing up.
  [[nodiscard]] bool is_list() const {
    std::size_t bullets = 0;
    std::size_t paragraphs = 0;
    for (std::size_t i = page_.body_begin; i < page_.body_end; ++i) {
      bullets += lines_[i].kind == LineKind::bullet ? 1 : 0;
      paragraphs += lines_[i].kind == LineKind::text ? 1 : 0;
    }
    return bullets > paragraphs;
  }

  void inside() {
    bool list = false;  // under "Related stories": short lines and bullets belong to it
    const bool listed = is_list();
    for (std::size_t i = page_.body_begin; i < page_.body_end; ++i) {
      const Line& line = lines_[i];
      if (line.kind == LineKind::text) list = false;
      if (aside(i) || same_as_title(i) || (list && line.kind != LineKind::credit)) {
        set(i, ZoneKind::furniture);
        list = list || line.reach == Reach::list;
      } else if (line.kind == LineKind::credit || captions_next(i)) {
        set(i, ZoneKind::caption);
      } else if (line.kind == LineKind::bullet) {
        set(i, listed ? ZoneKind::body : ZoneKind::bullet);
      } else if (line.kind == LineKind::heading) {
        set(i, heading_inside(i));
      }
    }
  }

  [[nodiscard]] ZoneKind heading_inside(std::size_t i) const {
    const Line& line = lines_[i];
    const bool colon = text_[line.span().end - 1] == ':';  // "Key points:"; but "He said:" introduces what follows
    if (line.stopped) {
      return colon && line.capitalised && line.words <= kShortSubheadWords ? ZoneKind::subhead : ZoneKind::body;
    }
    const bool open_bracket = text_[line.span().end - 1] == '(';
    const bool alone = line.block.gap > 0 && i + 1 < lines_.size() && lines_[i + 1].block.gap > 0;
    const bool text_follows =
        i + 1 < lines_.size() && (lines_[i + 1].kind == LineKind::text || lines_[i + 1].kind == LineKind::bullet);
    if (hints_.captions_marked) return ZoneKind::body;
    if (open_bracket) return ZoneKind::caption;
    if (!alone && !text_follows) return ZoneKind::body;  // one line of a list without marks
    if (line.capitalised && line.words <= kSubheadWords) return ZoneKind::subhead;
    if (line.words <= kShortSubheadWords) return text_follows ? ZoneKind::subhead : ZoneKind::caption;
    return ZoneKind::caption;
  }

  // Below the text short remarks may still be text, until the first line of furniture.
  void below() {
    bool over = false;
    for (std::size_t i = page_.body_end; i < lines_.size(); ++i) {
      const Line& line = lines_[i];
      over = over || aside(i) || i >= end_ || line.reach == Reach::end;
      if (line.kind == LineKind::credit && i < end_) {
        set(i, ZoneKind::caption);
      } else if (over || (line.kind == LineKind::heading && !hints_.captions_marked)) {
        set(i, ZoneKind::furniture);
        over = true;
      } else if (line.kind == LineKind::bullet) {
        set(i, ZoneKind::bullet);
      }
    }
  }

  std::string_view text_;
  const std::vector<Line>& lines_;
  const Datelines& datelines_;
  const PageHints& hints_;
  std::size_t end_;  // lines from here on are furniture
  std::vector<std::string> keys_;
  std::unordered_map<std::string, std::size_t> repeats_;
  ZonedPage page_;
};

}  // namespace

ZonedPage zoned(std::string_view text, const std::vector<Line>& lines, const Datelines& datelines,
                const PageHints& hints) {
  return Zoning(text, lines, datelines, hints).run();
}

}  // namespace hearsay
