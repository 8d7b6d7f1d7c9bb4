#include "desk/annotation_import.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "core/compare/place_finder.h"
#include "core/report/iri.h"
#include "core/text/code_points.h"

namespace hearsay {
namespace {

struct Page {
  Article article;
  CodePoints points;  // of its text
  std::vector<StoredClaim> claims;
};

// Where the targets of one annotation are today; all of them, or why one is not.
struct Anchored {
  const Page* page = nullptr;
  std::vector<Span> spans;  // bytes
  bool moved = false;
  std::string why;  // empty: all are found
};

bool within(const Span& inner, const std::vector<Span>& outer) {
  return std::any_of(outer.begin(), outer.end(),
                     [&](const Span& span) { return span.begin <= inner.begin && inner.end <= span.end; });
}

std::size_t length_of(const StoredClaim& stored) {
  std::size_t length = 0;
  for (const Span& span : stored.claim.content) length += span.end - span.begin;
  return length;
}

// The statement with just these words, else the shortest that holds them all; nullptr: none.
const StoredClaim* claim_at(const Anchored& anchored) {
  const StoredClaim* around = nullptr;
  for (const StoredClaim& stored : anchored.page->claims) {
    if (stored.claim.content == anchored.spans) return &stored;
    const bool holds = std::all_of(anchored.spans.begin(), anchored.spans.end(),
                                   [&](const Span& span) { return within(span, stored.claim.content); });
    if (holds && (around == nullptr || length_of(stored) < length_of(*around))) around = &stored;
  }
  return around;
}

bool has_motivation(const Annotation& annotation, std::string_view motivation) {
  return std::find(annotation.motivations.begin(), annotation.motivations.end(), motivation) !=
         annotation.motivations.end();
}

// Verdict, value and note; no verdict: nothing.
std::optional<Decision> verdict_in(const Annotation& annotation) {
  Decision decision;
  for (const AnnotationBody& body : annotation.bodies) {
    const bool alone = body.purpose.empty() && annotation.motivations.size() == 1;
    const std::string purpose = alone ? annotation.motivations.front() : body.purpose;
    if (purpose == "commenting") decision.note = body.text;
    if (purpose == "assessing") decision.verdict = "rated";
    if (purpose == "classifying" && body.text == "not-a-claim") decision.verdict = body.text;
    if (purpose == "identifying" && has_motivation(annotation, "editing")) decision.verdict = "speaker";
    if (purpose == "assessing" || (purpose == "identifying" && decision.verdict == "speaker"))
      decision.value = body.text;
  }
  if (decision.verdict.empty()) return std::nullopt;
  return decision;
}

std::string words_of(const Annotation& annotation) {
  std::string words;
  for (const AnnotationBody& body : annotation.bodies) words += (words.empty() ? "" : " / ") + body.text;
  return words;
}

class AnnotationImporter {
 public:
  AnnotationImporter(Store& store, const Lexicon& lexicon) : store_(store), finder_(lexicon) {}

  Result<AnnotationImport> run(const std::vector<Annotation>& annotations, const std::string& by,
                               const std::string& at) {
    for (const Annotation& annotation : annotations) {
      if (Result<Done> taken = take(annotation); !taken) return taken.error();
    }
    out_.decisions = import_decisions(store_, records_, by, at);
    return std::move(out_);
  }

 private:
  Result<Done> take(const Annotation& annotation) {
    Result<Anchored> anchored = anchor(annotation);
    if (!anchored) return anchored.error();
    if (!anchored->why.empty()) {
      out_.orphans.push_back({annotation.place, anchored->why});
      return Done{};
    }
    ++(anchored->moved ? out_.moved : out_.placed);
    std::optional<Decision> decision = verdict_in(annotation);
    const bool only_identifies = annotation.bodies.empty() || has_motivation(annotation, "identifying");
    if (!decision) {
      if (!only_identifies) out_.comments.push_back({annotation.place, "no verdict in it: " + words_of(annotation)});
      return Done{};
    }
    const StoredClaim* claim = claim_at(*anchored);
    if (claim == nullptr) {
      out_.comments.push_back({annotation.place, "no statement has these words: " + words_of(annotation)});
      return Done{};
    }
    decision->about = "claim";
    decision->subject = claim->ref.article + "#" + claim->ref.claim;
    decision->by = annotation.creator;
    decision->at = annotation.created;
    ExchangeRecord record;
    record.decision = *std::move(decision);
    record.words = claim->text;
    record.place = annotation.place;
    records_.push_back(std::move(record));
    return Done{};
  }

  Result<Anchored> anchor(const Annotation& annotation) {
    Anchored anchored;
    if (annotation.targets.empty()) anchored.why = "says of nothing where it belongs";
    for (const AnnotationTarget& target : annotation.targets) {
      Result<const Page*> page = page_of(target.source);
      if (!page) return page.error();
      if (*page == nullptr) {
        anchored.why = "no article '" + target.source + "' here; ingest it first";
      } else if (anchored.page != nullptr && anchored.page != *page) {
        anchored.why = "is on several articles at once";
      } else if (target.exact.empty()) {
        anchored.why = "quotes no words; a position alone may be a lookalike";
      }
      if (!anchored.why.empty()) return anchored;
      anchored.page = *page;
      const FoundPlace found = finder_.find(anchored.page->article.text, quoted_place(target, *anchored.page));
      if (!found.span) {
        anchored.why = "“" + target.exact + "”: " + found.why;
        return anchored;
      }
      anchored.spans.push_back(*found.span);
      anchored.moved = anchored.moved || found.moved;
    }
    return anchored;
  }

  static QuotedPlace quoted_place(const AnnotationTarget& target, const Page& page) {
    QuotedPlace place{target.exact, target.prefix, target.suffix, std::nullopt};
    if (target.points && target.points->end <= page.points.size())
      place.position = page.points.to_bytes(*target.points);
    return place;
  }

  // By our own name for an article, or by its address: its current version. nullptr: not here.
  Result<const Page*> page_of(const std::string& source) {
    if (const auto known = pages_.find(source); known != pages_.end()) return known->second ? &*known->second : nullptr;
    std::string id = article_named(source).value_or("");
    if (id.empty() && !source.empty()) {
      Result<std::vector<ArticleEntry>> versions = store_.articles({.address = source});
      if (!versions) return versions.error();
      if (!versions->empty()) id = versions->front().id;
    }
    std::optional<Page>& page = pages_[source];
    if (id.empty()) return nullptr;
    Result<Article> article = store_.article(id);
    if (!article && article.error().code == ErrorCode::not_found) return nullptr;
    if (!article) return article.error();
    Result<std::vector<StoredClaim>> claims = store_.claims({.article = id, .superseded = true, .not_claims = true});
    if (!claims) return claims.error();
    CodePoints points(article->text);
    page = Page{std::move(article).value(), std::move(points), std::move(claims).value()};
    return &*page;
  }

  Store& store_;
  PlaceFinder finder_;
  AnnotationImport out_;
  std::vector<ExchangeRecord> records_;
  std::map<std::string, std::optional<Page>> pages_;  // by source as named
};

}  // namespace

Result<AnnotationImport> import_annotations(Store& store, const Lexicon& lexicon,
                                            const std::vector<Annotation>& annotations, const std::string& by,
                                            const std::string& at) {
  return AnnotationImporter(store, lexicon).run(annotations, by, at);
}

}  // namespace hearsay
