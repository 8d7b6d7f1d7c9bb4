// The method, stage by stage. Each stage is a file of this folder and sees only what the stages before it have found.
// Paragraphs are the article's zones without furniture, so nothing in a share bar or a comment form can speak,
// and without the dateline.

#include "core/extract/extract.h"

#include <algorithm>

#include "core/extract/assertions.h"
#include "core/extract/attributions.h"
#include "core/extract/certainty.h"
#include "core/extract/claims.h"
#include "core/extract/mentions.h"
#include "core/extract/names.h"
#include "core/extract/patterns.h"
#include "core/extract/quantities.h"
#include "core/extract/quotations.h"
#include "core/extract/reading.h"
#include "core/extract/tagger.h"
#include "core/extract/times.h"
#include "core/lexicon/name_words.h"
#include "core/resolve/entities.h"

namespace hearsay {
namespace {

std::vector<Span> paragraphs_of(const Article& article) {
  std::vector<Span> paragraphs;
  for (const Zone& zone : article.zones) {
    if (zone.kind == ZoneKind::furniture) continue;
    const bool opens_with_dateline = article.dateline && zone.span.contains(article.dateline->span);
    paragraphs.push_back({opens_with_dateline ? article.dateline->span.end : zone.span.begin, zone.span.end});
  }
  return paragraphs;
}

}  // namespace

struct Extractor::Stages {
  Stages(const Lexicon& words, std::shared_ptr<const Tagger> model)
      : lexicon(words),
        tagger(std::move(model)),
        patterns(words),
        name_words(words),
        quantities(words),
        times(words),
        certainty(words),
        assertions(words) {}

  // The tagger, which weighs what the rules found; the rules alone where there is no tagger.
  [[nodiscard]] std::vector<Attribution> attributions(const Article& article, const Words& words,
                                                      const std::vector<Quotation>& quotations) const {
    std::vector<Attribution> found = patterns.find(words, quotations);
    if (tagger) found = join_attributions(words, quotations, tagger->tag(words, quotations, found), found);
    std::erase_if(found, [&](const Attribution& attribution) { return !is_statement(words, quotations, attribution); });
    if (article.dateline) leave_out_dateline(words, article.dateline->span, found);
    return found;
  }

  const Lexicon& lexicon;
  std::shared_ptr<const Tagger> tagger;
  Patterns patterns;
  NameWords name_words;
  QuantityFinder quantities;
  TimeFinder times;
  Certainty certainty;
  AssertionFinder assertions;
};

Extractor::Extractor(const Lexicon& lexicon, std::shared_ptr<const Tagger> tagger)
    : stages_(std::make_unique<const Stages>(lexicon, std::move(tagger))) {}

Extractor::~Extractor() = default;

namespace {

// The article's own date, where its weekday is another: it stands outside the paragraphs that are read.
void add_misfit(const Article& article, const TimeFinder& finder, const Lexicon& lexicon, std::vector<Time>& times) {
  if (!article.published.span) return;
  const Words written = split_words(article.text, {*article.published.span}, lexicon.abbreviations());
  for (Time& time : finder.find(written, "")) {
    const bool known =
        std::any_of(times.begin(), times.end(), [&](const Time& other) { return other.span.overlaps(time.span); });
    if (!time.weekday_misfit || known) continue;
    const auto behind = std::find_if(times.begin(), times.end(), [&](const Time& t) { return time.span < t.span; });
    times.insert(behind, std::move(time));
  }
}

}  // namespace

Extraction Extractor::extract(const Article& article) const {
  const Words words = split_words(article.text, paragraphs_of(article), stages_->lexicon.abbreviations());
  const std::vector<Quotation> quotations = find_quotations(words);
  const std::vector<Attribution> attributions = stages_->attributions(article, words, quotations);
  const std::vector<WrittenName> names = NameFinder(stages_->name_words).find(words);
  const Mentions mentions = MentionFinder(stages_->name_words).find(words, names, attributions);
  Resolution resolution = resolve(article.text, mentions.references, stages_->name_words);
  std::vector<Quantity> quantities = stages_->quantities.find(words);
  std::vector<Time> times = stages_->times.find(words, article.published.edtf);
  add_misfit(article, stages_->times, stages_->lexicon, times);

  const Reading reading{article, words, quotations, names, attributions, mentions, resolution, quantities, times};
  const std::vector<Span> assertions = stages_->assertions.find(reading);
  const ClaimMaker maker(stages_->certainty, stages_->patterns.cues());

  Extraction extraction;
  extraction.claims = maker.make(reading, assertions);
  extraction.entities = std::move(resolution.entities);
  extraction.mentions = std::move(resolution.mentions);
  std::sort(extraction.mentions.begin(), extraction.mentions.end(),
            [](const Mention& a, const Mention& b) { return a.span < b.span; });
  extraction.quantities = std::move(quantities);
  extraction.times = std::move(times);
  return extraction;
}

}  // namespace hearsay
