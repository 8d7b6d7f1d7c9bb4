// Everything is read again from the store, the source's bytes included, so that what is shown is what is there now.

#include "desk/trace.h"

#include "core/ingest/source_place.h"
#include "core/report/context.h"
#include "core/text/code_points.h"
#include "core/value/hash.h"

namespace hearsay {
namespace {

TracedSpan traced(Span span, const Article& article, const CodePoints& points, const std::string& bytes) {
  TracedSpan out;
  out.points = points.from_bytes(span);
  const SourcePlace place = source_place(article, span, bytes);
  out.source_bytes = place.bytes;
  out.words = span.of(article.text);
  out.spelled =
      article.offsets.entries.empty() ? out.source_bytes.of(bytes) == std::string_view(out.words) : place.spelled;
  return out;
}

void add_context(const Claim& claim, const Article& article, Trace& out) {
  const Span whole{claim.content.front().begin, claim.content.back().end};
  const Span around = context_of(article, whole);
  out.before = article.text.substr(around.begin, whole.begin - around.begin);
  out.after = article.text.substr(whole.end, around.end - whole.end);
}

}  // namespace

Result<Trace> trace(Store& store, std::string_view ref) {
  Result<StoredClaim> claim = store.claim(ref);
  if (!claim) return claim.error();
  Result<ArticleEntry> entry = store.article_entry(claim->ref.article);
  if (!entry) return entry.error();
  Result<Article> article = store.article(claim->ref.article);
  if (!article) return article.error();
  Result<Source> source = store.source(entry->sha256);
  if (!source) return source.error();
  Trace out;
  const CodePoints points(article->text);
  for (const Span& span : claim->claim.content) out.spans.push_back(traced(span, *article, points, source->bytes));
  add_context(claim->claim, *article, out);
  if (claim->claim.cue) out.cue = claim->claim.cue->of(article->text);
  if (claim->claim.speaker) out.chain.push_back(claim->claim.speaker->name);
  out.chain.insert(out.chain.end(), claim->claim.via.begin(), claim->claim.via.end());
  const std::string outlet = entry->outlet.empty() ? "outlet not named" : entry->outlet;
  const bool own_voice = claim->claim.speaker && claim->claim.speaker->kind == SpeakerKind::outlet;
  if (!own_voice && (out.chain.empty() || out.chain.back() != outlet)) out.chain.push_back(outlet);
  out.source_name = source->name;
  out.media_type = source->media_type;
  out.source_size = source->bytes.size();
  out.source_intact = sha256_hex(source->bytes) == entry->sha256;
  out.claim = std::move(claim).value();
  out.article = std::move(entry).value();
  return out;
}

}  // namespace hearsay
