// The body is read like any page or text; what the item states then outranks what was read off the words.

#include "core/ingest/news_item.h"

#include <algorithm>
#include <utility>

#include "core/ingest/byline.h"
#include "core/ingest/dateline.h"
#include "core/ingest/html_reader.h"
#include "core/ingest/layout.h"
#include "core/ingest/offset_maps.h"
#include "core/ingest/one_line.h"
#include "core/ingest/text_reader.h"
#include "core/text/normalise.h"
#include "core/value/edtf.h"

namespace hearsay {
namespace {

constexpr std::size_t kNamedFaults = 5;  // items that are named; more are counted
constexpr std::size_t kMaxId = 60;       // bytes of an item's name that name an article

std::vector<const FieldCandidate*> values_of(const NewsItem& item, std::string_view field) {
  std::vector<const FieldCandidate*> values;
  for (const FieldCandidate& candidate : item.fields) {
    if (candidate.field == field) values.push_back(&candidate);
  }
  return values;
}

// "2024-05-03T08:00:00Z" and "20240503T080000Z": the day as written there.
std::string day_of(std::string_view when) {
  if (date_from_text(when.substr(0, 10))) return std::string(when.substr(0, 10));
  if (when.size() < 8) return "";
  const std::string day =
      std::string(when.substr(0, 4)) + "-" + std::string(when.substr(4, 2)) + "-" + std::string(when.substr(6, 2));
  return date_from_text(day) ? day : "";
}

std::vector<std::string> people_of(const std::string& line, const Bylines& bylines) {
  std::optional<Byline> read = bylines.read(line, {0, line.size()});
  if (!read) read = bylines.names(line, {0, line.size()});
  if (!read) return bylines.listed(line);
  std::vector<std::string> names;
  for (const Stated& name : read->names) names.push_back(name.value);
  return names;
}

bool same(std::string_view a, std::string_view b) { return fold_spaces(a) == fold_spaces(b); }

// Fills one article from one item.
class Filling {
 public:
  Filling(const NewsItem& item, const Article& whole, const Lexicon& lexicon)
      : item_(item), whole_(whole), lexicon_(lexicon) {}

  Result<Article> run() {
    if (!read_body()) return Error{ErrorCode::malformed, "", "no body with words", "", ""};
    article_.url = item_.uri.starts_with("http") ? item_.uri : whole_.url;
    article_.id = id();
    if (!item_.language.empty()) article_.language = item_.language;
    if (const std::optional<FieldCandidate> title = first("title")) article_.title = Stated{title->value, std::nullopt};
    take_people();
    if (const std::optional<FieldCandidate> published = first("published"))
      article_.published = {published->value, DateBasis::stated, std::nullopt};
    take_chain();
    take_place();
    if (!item_.status.empty() && item_.status != "usable")
      article_.warnings.push_back("its provider says that it is " + item_.status);
    keep_candidates();
    return std::move(article_);
  }

 private:
  bool read_body() {
    const std::optional<FieldCandidate> title = first("title");
    for (const NewsBody& body : item_.bodies) {
      if (trimmed(body.text, {0, body.text.size()}).empty()) continue;
      article_ = Article{};
      article_.sha256 = whole_.sha256;
      article_.offsets = composed(body.offsets, whole_.offsets);
      article_.media_type = body.page ? "text/html" : "text/plain";
      if (!body.page) {
        article_.text = body.text;
        read_text(article_, lexicon_, {title ? title->value : "", false});
        return true;
      }
      if (read_html(article_, body.text, lexicon_).ok() && !article_.text.empty()) return true;
    }
    return false;
  }

  // A value in the form in which it can be taken; empty where it cannot.
  static std::string plain(const FieldCandidate& given) {
    return given.field == "published" ? day_of(given.value) : one_line(given.value);
  }

  // Of the values of a field the first that can be taken, in its plain form.
  [[nodiscard]] std::optional<FieldCandidate> first(std::string_view field) const {
    for (const FieldCandidate* given : values_of(item_, field)) {
      FieldCandidate candidate = *given;
      candidate.value = plain(*given);
      if (!candidate.value.empty()) return candidate;
    }
    return std::nullopt;
  }

  void take_people() {
    const Bylines bylines(lexicon_);
    std::vector<Stated> people;
    std::string place;
    for (const FieldCandidate* line : values_of(item_, "byline")) {
      if (!people.empty() && line->place != place) break;
      place = line->place;
      for (std::string& name : people_of(plain(*line), bylines)) people.push_back({std::move(name), {}});
    }
    if (!people.empty()) article_.byline = std::move(people);
  }

  // Agencies by their one name, each once, the provider not among them.
  void take_chain() {
    const Calendar calendar(lexicon_);
    const Datelines datelines(lexicon_, calendar);
    const auto known = [&](const std::string& name) { return datelines.agency(name).value_or(name); };
    const std::optional<FieldCandidate> provider = first("outlet");
    std::string outlet = provider ? known(provider->value) : "";
    for (const FieldCandidate* given : values_of(item_, "chain")) {
      std::string name = known(plain(*given));
      const bool listed = std::any_of(article_.chain.begin(), article_.chain.end(),
                                      [&](const std::string& other) { return same(other, name); });
      if (!name.empty() && !listed && !same(name, outlet)) article_.chain.push_back(std::move(name));
    }
    if (outlet.empty() && !article_.chain.empty()) {
      outlet = std::move(article_.chain.back());
      article_.chain.pop_back();
    }
    if (!outlet.empty()) article_.outlet = Stated{std::move(outlet), std::nullopt};
  }

  // The text's own dateline is kept where it has one.
  void take_place() {
    const std::optional<FieldCandidate> place = first("place");
    if (!place && article_.chain.empty()) return;
    if (!article_.dateline) article_.dateline.emplace();
    if (article_.dateline->place.empty() && place) article_.dateline->place = place->value;
    if (article_.dateline->agency.empty() && !article_.chain.empty()) article_.dateline->agency = article_.chain.back();
  }

  void keep_candidates() {
    article_.candidates.clear();
    for (const char* field : {"title", "byline", "outlet", "published", "place", "chain", "copyright", "usage"}) {
      const std::optional<FieldCandidate> taken = first(field);
      const bool several = std::string_view(field) == "chain" || std::string_view(field) == "byline";
      std::size_t rank = 0;
      for (const FieldCandidate* given : values_of(item_, field)) {
        FieldCandidate candidate = *given;
        candidate.rank = rank++;
        candidate.value = plain(*given).empty() ? one_line(given->value) : plain(*given);
        candidate.taken = taken && (several ? taken->place == given->place : taken->source == given->source);
        if (given->source) {
          candidate.source =
              Span{whole_.offsets.source_of(given->source->begin), whole_.offsets.source_of(given->source->end)};
        }
        article_.candidates.push_back(std::move(candidate));
      }
    }
  }

  // The end of its own name, where that says more than a number of the sender's; else the file's.
  [[nodiscard]] std::string id() const {
    std::string_view name = std::string_view(item_.uri).substr(0, item_.uri.find_first_of("?#"));
    while (name.ends_with('/')) name.remove_suffix(1);
    name = name.substr(name.find_last_of("/:") + 1);
    std::string stem = one_line(name.substr(0, kMaxId));
    std::replace(stem.begin(), stem.end(), ' ', '-');
    return stem.empty() ? whole_.id : stem;
  }

  const NewsItem& item_;
  const Article& whole_;  // of the source
  const Lexicon& lexicon_;
  Article article_;
};

}  // namespace

void NewsItem::add(std::string_view field, std::string_view value, std::string_view place, std::optional<Span> source) {
  if (trimmed(value, {0, value.size()}).empty()) return;
  fields.push_back({std::string(field), std::string(value), std::string(place), 0, source, false});
}

Result<Article> article_of(const NewsItem& item, const Article& whole, const Lexicon& lexicon) {
  return Filling(item, whole, lexicon).run();
}

Result<std::vector<Article>> articles_of(const std::vector<NewsItem>& items, const Article& whole,
                                         const Lexicon& lexicon, std::vector<std::string> faults) {
  std::vector<Article> articles;
  for (std::size_t i = 0; i < items.size(); ++i) {
    Result<Article> article = article_of(items[i], whole, lexicon);
    if (!article) {
      faults.push_back("item " + std::to_string(i + 1) + ": " + article.error().message);
      continue;
    }
    article->part = articles.size();
    articles.push_back(std::move(article).value());
  }
  if (articles.empty()) {
    return Error{ErrorCode::malformed, "", faults.empty() ? "no news item in it" : faults.front(),
                 "give items of text, each with a body", ""};
  }
  if (faults.size() > kNamedFaults) {
    const std::size_t more = faults.size() - kNamedFaults;
    faults.resize(kNamedFaults);
    faults.push_back(std::to_string(more) + " more items are none");
  }
  std::vector<std::string>& warnings = articles.front().warnings;
  warnings.insert(warnings.begin(), whole.warnings.begin(), whole.warnings.end());
  warnings.insert(warnings.end(), faults.begin(), faults.end());
  return articles;
}

}  // namespace hearsay
