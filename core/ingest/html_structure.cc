// The element that holds the article is the innermost one with nearly all of the running text, unless elements say of
// themselves that they hold the body and have most of it. Its share of links tells a list of other stories from prose
// (Kohlschütter, Fankhauser, Nejdl 2010: link density); names of classes are believed only where they leave most of the
// running text alone.
// Known limit: an article whose halves stand in two elements is taken with everything between them.

#include "core/ingest/html_structure.h"

#include <algorithm>
#include <optional>

namespace hearsay {
namespace {

constexpr std::size_t kParagraph = 60;  // bytes: running text
constexpr double kMostLinked = 0.7;     // share of an element's text: a list of links
constexpr double kProseLinked = 0.35;   // share of a paragraph's text up to which it is prose
constexpr double kWholeArticle = 0.85;  // share of the running text in the element that holds the article
constexpr double kNamedBody = 0.5;      // the same for elements that are named as the body
constexpr double kMostBelieved = 0.3;   // share of the running text that a name or its links may take away

// Amounts at places of the text, added in order, summed over spans.
class Amounts {
 public:
  void add(std::size_t at, std::size_t amount) {
    places_.push_back(at);
    sums_.push_back(all() + amount);
  }
  [[nodiscard]] std::size_t all() const { return sums_.empty() ? 0 : sums_.back(); }
  [[nodiscard]] std::size_t within(Span span) const { return before(span.end) - before(span.begin); }

 private:
  [[nodiscard]] std::size_t before(std::size_t at) const {
    const auto found = std::lower_bound(places_.begin(), places_.end(), at);
    return found == places_.begin() ? 0 : sums_[static_cast<std::size_t>(found - places_.begin()) - 1];
  }

  std::vector<std::size_t> places_;
  std::vector<std::size_t> sums_;
};

class Placing {
 public:
  Placing(std::vector<Zone>& zones, const HtmlPage& page)
      : zones_(zones), elements_(page.elements), dropped_(elements_.size()), kinds_(elements_.size()) {
    for (const Span& link : page.links) links_.add(link.begin, link.size());
  }

  void run() {
    find_elements();
    weigh();
    judge_elements();
    weigh();
    const std::vector<Span> main = main_parts();
    for (std::size_t i = 0; i < zones_.size(); ++i) place(i, main);
    drop_lone_headings();
  }

 private:
  static constexpr std::size_t kNone = PageElement::kNone;

  [[nodiscard]] double linked(Span span) const {
    return span.empty() ? 0 : static_cast<double>(links_.within(span)) / static_cast<double>(span.size());
  }
  [[nodiscard]] bool at_most(double share, Span span) const {
    return static_cast<double>(running_.within(span)) <= share * static_cast<double>(running_.all());
  }

  // The innermost element around the whole of each zone: elements nest, so one stack of open ones is enough.
  void find_elements() {
    std::vector<std::size_t> open;
    std::size_t next = 0;
    for (const Zone& zone : zones_) {
      for (; next < elements_.size() && elements_[next].text.begin <= zone.span.begin; ++next) {
        while (!open.empty() && elements_[open.back()].text.end <= elements_[next].text.begin) open.pop_back();
        open.push_back(next);
      }
      while (!open.empty() && elements_[open.back()].text.end <= zone.span.begin) open.pop_back();
      std::size_t element = open.empty() ? kNone : open.back();
      while (element != kNone && !elements_[element].text.contains(zone.span)) element = elements_[element].parent;
      element_of_.push_back(element);
    }
  }

  [[nodiscard]] bool dropped(std::size_t zone) const {
    return element_of_[zone] != kNone && dropped_[element_of_[zone]];
  }

  void weigh() {
    running_ = {};
    for (std::size_t i = 0; i < zones_.size(); ++i) {
      const Span span = zones_[i].span;
      const bool prose =
          zones_[i].kind == ZoneKind::body && span.size() >= kParagraph && linked(span) <= kProseLinked && !dropped(i);
      running_.add(span.begin, prose ? span.size() : 0);
    }
  }

  // A parent stands before its children, and hands on what it is.
  void judge_elements() {
    for (std::size_t i = 0; i < elements_.size(); ++i) {
      const PageElement& element = elements_[i];
      if (element.parent != kNone) {
        dropped_[i] = dropped_[element.parent];
        kinds_[i] = kinds_[element.parent];
      }
      const bool believed = running_.all() > 0 && at_most(kMostBelieved, element.text);
      const bool apart = element.kind == ZoneKind::caption || element.kind == ZoneKind::standfirst;
      if (element.kind && (believed || !apart)) kinds_[i] = element.kind;
      const bool named = element.role != PartRole::plain && element.role <= PartRole::beside;
      const bool aside = named || linked(element.text) > kMostLinked;
      if (aside && believed) dropped_[i] = true;
    }
  }

  [[nodiscard]] std::vector<Span> main_parts() const {
    std::vector<Span> named;
    std::size_t inside = 0;
    for (const PageElement& element : elements_) {
      const bool nested = !named.empty() && named.back().contains(element.text);
      if (element.role != PartRole::body || nested) continue;
      named.push_back(element.text);
      inside += running_.within(element.text);
    }
    if (static_cast<double>(inside) > kNamedBody * static_cast<double>(running_.all())) return named;
    for (std::size_t i = elements_.size(); i > 0; --i) {
      if (!at_most(kWholeArticle, elements_[i - 1].text)) return {elements_[i - 1].text};
    }
    return {};
  }

  void place(std::size_t i, const std::vector<Span>& main) {
    Zone& zone = zones_[i];
    if (zone.kind == ZoneKind::furniture || zone.kind == ZoneKind::headline) return;
    const std::optional<ZoneKind> unmarked;
    const std::optional<ZoneKind>& kind = element_of_[i] == kNone ? unmarked : kinds_[element_of_[i]];
    if (dropped(i)) {
      zone.kind = ZoneKind::furniture;
      return;
    }
    if (zone.kind == ZoneKind::standfirst) return;
    if (kind == ZoneKind::standfirst && running_.within(zone.span) < running_.all() / 2) {
      zone.kind = ZoneKind::standfirst;
      return;
    }
    const auto part = std::upper_bound(main.begin(), main.end(), zone.span.begin,
                                       [](std::size_t at, Span span) { return at < span.end; });
    const bool inside = main.empty() || (part != main.end() && part->contains(zone.span.begin));
    if (!inside && zone.kind != ZoneKind::caption && kind != ZoneKind::caption) {
      zone.kind = ZoneKind::furniture;
    } else if (kind) {
      zone.kind = *kind;
    }
  }

  // A heading right above what was dropped stood over it.
  void drop_lone_headings() {
    for (std::size_t i = zones_.size(); i > 0; --i) {
      const bool over_nothing = i == zones_.size() || zones_[i].kind == ZoneKind::furniture;
      if (zones_[i - 1].kind == ZoneKind::subhead && over_nothing) zones_[i - 1].kind = ZoneKind::furniture;
    }
  }

  std::vector<Zone>& zones_;
  const std::vector<PageElement>& elements_;
  Amounts links_;
  Amounts running_;                      // bytes of prose by zone
  std::vector<std::size_t> element_of_;  // of each zone
  std::vector<bool> dropped_;            // of each element: it or one around it is none of the article
  std::vector<std::optional<ZoneKind>> kinds_;
};

}  // namespace

void place_zones(std::vector<Zone>& zones, const HtmlPage& page) { Placing(zones, page).run(); }

}  // namespace hearsay
