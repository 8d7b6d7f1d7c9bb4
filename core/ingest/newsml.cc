// Elements are known by the end of their name: prefixes of namespaces are the sender's choice.

#include "core/ingest/newsml.h"

#include <algorithm>
#include <charconv>
#include <initializer_list>

#include "core/ingest/news_item.h"
#include "core/ingest/xml.h"
#include "core/text/normalise.h"

namespace hearsay {
namespace {

using Elements = std::vector<XmlElement>;
using Path = std::initializer_list<std::string_view>;

constexpr std::size_t kHead = 4096;  // bytes in which the first element is looked for

std::string_view local(std::string_view name) { return name.substr(name.find(':') + 1); }

// Elements of the XML by what they stand in.
class Tree {
 public:
  explicit Tree(const Elements& elements) : elements_(elements), children_(elements.size()) {
    for (std::size_t i = 0; i < elements.size(); ++i) {
      if (elements[i].parent != XmlElement::kNone) children_[elements[i].parent].push_back(i);
    }
  }

  [[nodiscard]] const XmlElement& operator[](std::size_t i) const { return elements_[i]; }
  [[nodiscard]] const std::vector<std::size_t>& children(std::size_t i) const { return children_[i]; }

  // Every element at the path from `from`, in order.
  [[nodiscard]] std::vector<std::size_t> all(std::size_t from, Path path) const {
    std::vector<std::size_t> level = {from};
    for (const std::string_view name : path) {
      std::vector<std::size_t> next;
      for (const std::size_t i : level) {
        for (const std::size_t child : children_[i]) {
          if (local(elements_[child].name) == name) next.push_back(child);
        }
      }
      level = std::move(next);
    }
    return level;
  }

  // The words of an element and of those in it.
  [[nodiscard]] std::string words(std::size_t i) const {
    std::string words;
    for (std::size_t at = i; at < elements_.size() && (at == i || inside(at, i)); ++at)
      words += (words.empty() ? "" : " ") + elements_[at].text;
    return words;
  }

  // The first element called `name` inside `i`.
  [[nodiscard]] std::optional<std::size_t> first_inside(std::size_t i, std::string_view name) const {
    for (std::size_t at = i + 1; at < elements_.size() && inside(at, i); ++at) {
      if (local(elements_[at].name) == name) return at;
    }
    return std::nullopt;
  }

 private:
  // Elements stand in order of their beginning, so those inside one follow it.
  [[nodiscard]] bool inside(std::size_t at, std::size_t around) const {
    return elements_[at].parent != XmlElement::kNone && elements_[at].parent >= around;
  }

  const Elements& elements_;
  std::vector<std::vector<std::size_t>> children_;
};

class NewsmlItem {
 public:
  NewsmlItem(const Tree& tree, std::size_t root, std::string_view xml) : tree_(tree), root_(root), xml_(xml) {}

  NewsItem run() {
    item_.uri = tree_[root_].attribute("guid");
    for (const std::size_t i : tree_.all(root_, {"itemMeta", "pubStatus"})) {
      item_.status = fold_spaces(after_colon(tree_[i].attribute("qcode")));
    }
    for (const std::size_t i : tree_.all(root_, {"contentMeta", "language"})) {
      if (item_.language.empty()) item_.language = tree_[i].attribute("tag");
    }
    if (item_.language.empty()) item_.language = tree_[root_].attribute("xml:lang");
    add_words("title", {"contentMeta", "headline"});
    add_words("title", {"itemMeta", "title"});
    add_words("byline", {"contentMeta", "by"});
    add_parties("byline", {"contentMeta", "creator"});
    add_parties("outlet", {"itemMeta", "provider"});
    add_words("published", {"itemMeta", "firstCreated"});
    add_words("published", {"itemMeta", "versionCreated"});
    add_words("published", {"contentMeta", "contentCreated"});
    add_parties("place", {"contentMeta", "located"});
    add_parties("chain", {"contentMeta", "infoSource"});
    add_hops();
    add_words("copyright", {"rightsInfo", "copyrightNotice"});
    add_parties("copyright", {"rightsInfo", "copyrightHolder"});
    add_words("usage", {"rightsInfo", "usageTerms"});
    for (const std::size_t i : tree_.all(root_, {"contentSet"})) add_bodies(i);
    return std::move(item_);
  }

 private:
  // "nprov:AFP" -> "AFP"
  static std::string_view after_colon(std::string_view code) { return code.substr(code.find(':') + 1); }

  static std::string place_of(Path path) {
    std::string place;
    for (const std::string_view name : path) place += (place.empty() ? "" : "/") + std::string(name);
    return place;
  }

  void add_words(std::string_view field, Path path) {
    for (const std::size_t i : tree_.all(root_, path)) {
      item_.add(field, tree_.words(i), place_of(path), tree_[i].inner);
    }
  }

  void add_parties(std::string_view field, Path path) {
    for (const std::size_t i : tree_.all(root_, path)) add_party(field, i, place_of(path));
  }

  void add_party(std::string_view field, std::size_t party, std::string_view place) {
    const XmlElement& element = tree_[party];
    const std::vector<std::size_t> names = tree_.all(party, {"name"});
    if (!names.empty()) return item_.add(field, tree_.words(names.front()), place, tree_[names.front()].inner);
    const std::string_view literal = element.attribute("literal");
    item_.add(field, literal.empty() ? after_colon(element.attribute("qcode")) : literal, place,
              Span{element.inner.begin, element.inner.begin});
  }

  // Hops without a number stand where they are written.
  void add_hops() {
    std::vector<std::pair<std::size_t, std::size_t>> hops;  // number, element
    for (const std::size_t hop : tree_.all(root_, {"hopHistory", "hop"})) {
      std::size_t number = hops.empty() ? 0 : hops.back().first;
      const std::string_view stated = tree_[hop].attribute("seq");
      std::from_chars(stated.data(), stated.data() + stated.size(), number);
      hops.emplace_back(number, hop);
    }
    std::stable_sort(hops.begin(), hops.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (const auto& [number, hop] : hops) {
      for (const std::size_t party : tree_.all(hop, {"party"})) add_party("chain", party, "hopHistory/hop");
    }
  }

  void add_bodies(std::size_t set) {
    for (const std::size_t i : tree_.children(set)) {
      const XmlElement& element = tree_[i];
      const std::string type = fold_spaces(element.attribute("contenttype"));
      if (local(element.name) == "inlineXML") {
        const Span inner = tree_[tree_.first_inside(i, "body.content").value_or(i)].inner;
        item_.bodies.push_back({std::string(inner.of(xml_)), {{{0, inner.begin}}}, true});
      } else if (local(element.name) == "inlineData" && (type.empty() || type.starts_with("text/"))) {
        item_.bodies.push_back({element.text, element.offsets, type.find("html") != std::string::npos});
      }
    }
  }

  const Tree& tree_;
  std::size_t root_;
  std::string_view xml_;
  NewsItem item_;
};

}  // namespace

bool looks_like_newsml(std::string_view bytes) {
  const std::string head = fold_spaces(bytes.substr(0, kHead));
  if (!head.starts_with('<') && !head.starts_with("\xEF\xBB\xBF<")) return false;
  if (head.find("iptc.org/std/nar/") == std::string::npos) return false;
  std::size_t tag = head.find('<');  // of the first element, behind what is declared
  while (tag < head.size() - 1 && (head[tag + 1] < 'a' || head[tag + 1] > 'z')) tag = head.find('<', tag + 1);
  if (tag == std::string::npos) return false;
  const std::string_view name = local(std::string_view(head).substr(tag + 1, head.find_first_of(" >", tag) - tag - 1));
  return name == "newsitem" || name == "newsmessage";
}

Result<std::vector<Article>> read_newsml(const Article& whole, const Lexicon& lexicon) {
  const Result<Elements> elements = xml_elements(whole.text);
  if (!elements) return elements.error();
  const Tree tree(*elements);
  std::vector<NewsItem> items;
  for (std::size_t i = 0; i < elements->size(); ++i) {
    if (local((*elements)[i].name) == "newsItem") items.push_back(NewsmlItem(tree, i, whole.text).run());
  }
  return articles_of(items, whole, lexicon, {});
}

}  // namespace hearsay
