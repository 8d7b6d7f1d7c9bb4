// Both formats are read alike: an entry is an element named "item" or "entry", and each field is the first of several
// names by which one or the other calls it.

#include "core/ingest/feed.h"

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <utility>

#include "core/ingest/byline.h"
#include "core/ingest/date_line.h"
#include "core/ingest/html_reader.h"
#include "core/ingest/html_references.h"
#include "core/ingest/layout.h"
#include "core/ingest/offset_maps.h"
#include "core/ingest/one_line.h"
#include "core/ingest/text_reader.h"
#include "core/ingest/xml.h"
#include "core/text/normalise.h"
#include "core/value/edtf.h"

namespace hearsay {
namespace {

using Elements = std::vector<XmlElement>;
using Names = std::initializer_list<std::string_view>;

constexpr std::size_t kHead = 2048;      // bytes in which the first element is looked for
constexpr std::size_t kNamedFaults = 5;  // entries without words that are named; more are counted

class Entry {
 public:
  Entry(const Elements& elements, std::size_t index) : elements_(elements), index_(index) {}

  // The first child of the first of `names` that there is and that holds something.
  [[nodiscard]] const XmlElement* child(Names names) const {
    for (const std::string_view name : names) {
      for (std::size_t i = index_ + 1; i < elements_.size() && inside(i); ++i) {
        const XmlElement& element = elements_[i];
        if (element.parent == index_ && element.name == name && !element.inner.empty()) return &element;
      }
    }
    return nullptr;
  }

  [[nodiscard]] std::string line(Names names) const {
    const XmlElement* found = child(names);
    return found == nullptr ? "" : one_line(found->text);
  }

  // RSS: the text of <link>; Atom: the address of the page itself.
  [[nodiscard]] std::string address() const {
    if (std::string link = line({"link"}); !link.empty()) return link;
    for (std::size_t i = index_ + 1; i < elements_.size() && inside(i); ++i) {
      const XmlElement& element = elements_[i];
      const std::string_view rel = element.attribute("rel");
      if (element.parent == index_ && element.name == "link" && (rel.empty() || rel == "alternate"))
        return one_line(element.attribute("href"));
    }
    const std::string id = line({"guid", "id"});
    return id.starts_with("http") ? id : "";
  }

  [[nodiscard]] std::vector<std::string> authors(const Bylines& bylines) const {
    std::vector<std::string> people;
    for (std::size_t i = index_ + 1; i < elements_.size() && inside(i); ++i) {
      const XmlElement& element = elements_[i];
      const bool own = element.parent == index_ && (element.name == "dc:creator" || element.name == "author");
      const bool named =
          element.name == "name" && element.parent > index_ && elements_[element.parent].name == "author";
      if (!own && !named) continue;
      for (std::string& name : bylines.listed(author_name(one_line(element.text)))) people.push_back(std::move(name));
    }
    return people;
  }

 private:
  // "jane@quay.example (Jane Roe)" -> "Jane Roe"
  static std::string author_name(std::string line) {
    const std::size_t open = line.find('(');
    if (line.find('@') < open && line.ends_with(')')) return line.substr(open + 1, line.size() - open - 2);
    return line;
  }

  // Elements of one entry stand together, each with a parent inside it.
  [[nodiscard]] bool inside(std::size_t i) const {
    return elements_[i].parent != XmlElement::kNone && elements_[i].parent >= index_;
  }

  const Elements& elements_;
  std::size_t index_;
};

std::string day_of(const std::string& when, const DateLines& dates) {
  if (date_from_text(std::string_view(when).substr(0, 10))) return when.substr(0, 10);
  const std::optional<DateLine> line = dates.read(when, {0, when.size()});
  return line && line->date.full() ? line->date.edtf() : "";
}

class FeedReader {
 public:
  FeedReader(const Article& whole, const Lexicon& lexicon, const Elements& elements)
      : whole_(whole), lexicon_(lexicon), elements_(elements), bylines_(lexicon), dates_(lexicon) {}

  std::vector<Article> run(std::vector<std::string>& faults) {
    std::vector<Article> articles;
    outlet_ = title_of_feed();
    for (std::size_t i = 0; i < elements_.size(); ++i) {
      if (elements_[i].name != "item" && elements_[i].name != "entry") continue;
      ++entries_;
      if (std::optional<Article> article = article_of(i)) {
        article->part = articles.size();
        articles.push_back(*std::move(article));
      } else {
        faults.push_back("entry " + std::to_string(entries_) + " holds no words");
      }
    }
    return articles;
  }

 private:
  std::optional<Article> article_of(std::size_t index) {
    const Entry entry(elements_, index);
    const XmlElement* content = entry.child({"content:encoded", "content", "description", "summary"});
    if (content == nullptr) return std::nullopt;
    Article article;
    article.sha256 = whole_.sha256;
    article.url = entry.address();
    article.id = id_of(article.url);
    article.media_type = "text/html";
    const std::string title = html_words(entry.line({"title"}));
    if (!read_content(article, *content, title)) return std::nullopt;
    if (!title.empty()) article.title = Stated{title, std::nullopt};
    std::vector<Stated> people;
    for (std::string& name : entry.authors(bylines_)) people.push_back({std::move(name), std::nullopt});
    if (!people.empty()) article.byline = std::move(people);
    const std::string day = day_of(entry.line({"pubDate", "published", "dc:date", "issued", "updated"}), dates_);
    if (!day.empty()) article.published = {day, DateBasis::stated, std::nullopt};
    if (!outlet_.empty()) article.outlet = Stated{outlet_, std::nullopt};
    return article;
  }

  // HTML as text of the XML, or XHTML as elements of it.
  bool read_content(Article& article, const XmlElement& content, const std::string& title) const {
    const bool inline_markup = content.attribute("type") == "xhtml";
    std::string html = inline_markup ? std::string(content.inner.of(whole_.text)) : content.text;
    if (trimmed(html, {0, html.size()}).empty()) return false;
    OffsetMap in_xml = content.offsets;
    if (inline_markup) in_xml.entries = {{0, content.inner.begin}};
    article.offsets = composed(in_xml, whole_.offsets);
    if (html.find('<') == std::string::npos && html.find('&') == std::string::npos) {
      article.media_type = "text/plain";
      article.text = std::move(html);
      read_text(article, lexicon_, {title, false});
      return true;
    }
    return read_html(article, html, lexicon_).ok();
  }

  static std::string html_words(const std::string& line) { return one_line(html_unescaped(line)); }

  [[nodiscard]] std::string title_of_feed() const {
    for (const XmlElement& element : elements_) {
      if (element.name != "title" || element.parent == XmlElement::kNone) continue;
      const std::string& around = elements_[element.parent].name;
      if (around == "channel" || around == "feed") return html_words(element.text);
    }
    return "";
  }

  [[nodiscard]] std::string id_of(std::string_view address) const {
    address = address.substr(0, address.find_first_of("?#"));
    while (address.ends_with('/')) address.remove_suffix(1);
    const std::string_view last = address.substr(address.rfind('/') + 1);
    const std::string_view stem = last.substr(0, last.rfind('.'));
    return stem.empty() ? whole_.id + "-" + std::to_string(entries_) : std::string(stem);
  }

  const Article& whole_;
  const Lexicon& lexicon_;
  const Elements& elements_;
  Bylines bylines_;
  DateLines dates_;
  std::string outlet_;
  std::size_t entries_ = 0;
};

}  // namespace

bool looks_like_feed(std::string_view bytes) {
  const std::string head = fold_spaces(bytes.substr(0, kHead));
  if (!head.starts_with('<') && !head.starts_with("\xEF\xBB\xBF<")) return false;
  return head.find("<rss") != std::string::npos || head.find("<rdf:rdf") != std::string::npos ||
         (head.find("<feed") != std::string::npos && head.find("<html") == std::string::npos);
}

Result<std::vector<Article>> read_feed(const Article& whole, const Lexicon& lexicon) {
  const Result<Elements> elements = xml_elements(whole.text);
  if (!elements) return elements.error();
  std::vector<std::string> faults;
  std::vector<Article> articles = FeedReader(whole, lexicon, *elements).run(faults);
  if (articles.empty()) {
    return Error{ErrorCode::malformed, "", "the feed has no entry with words", "give the pages it names", ""};
  }
  const std::size_t more = faults.size() - std::min(faults.size(), kNamedFaults);
  faults.resize(faults.size() - more);
  if (more > 0) faults.push_back(std::to_string(more) + " more entries hold no words");
  articles.front().warnings = whole.warnings;
  articles.front().warnings.insert(articles.front().warnings.end(), faults.begin(), faults.end());
  return articles;
}

}  // namespace hearsay
