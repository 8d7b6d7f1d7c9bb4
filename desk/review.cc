#include "desk/review.h"

#include <algorithm>
#include <set>

#include "core/text/difference.h"
#include "core/text/normalise.h"
#include "core/text/words.h"

namespace hearsay {
namespace {

bool undecided(const Flag& flag) { return flag.status == FlagStatus::open || flag.status == FlagStatus::stale; }

// The last decision of this person about a flag that still stands; nothing if there is none.
Result<std::optional<Decision>> last_of(Store& store, const std::string& by) {
  Result<std::vector<DecisionEntry>> entries = store.decision_entries({.about = "flag", .by = by});
  if (!entries) return entries.error();
  for (auto entry = entries->rbegin(); entry != entries->rend(); ++entry) {
    if (entry->decision.verdict != "undone" &&
        (entry->state == DecisionState::standing || entry->state == DecisionState::stale)) {
      return std::optional(std::move(entry->decision));
    }
  }
  return std::optional<Decision>();
}

// Cuts what stands around the words to the sentences they lie in.
void keep_sentence(ToldPlace& place, const Abbreviations& abbreviations) {
  const std::string text = place.before + place.words + place.after;
  const Span inner{place.before.size(), place.before.size() + place.words.size()};
  const Words words = split_words(text, {{0, text.size()}}, abbreviations);
  Span kept = inner;
  for (const Sentence& sentence : words.sentences) {
    if (sentence.span.end <= inner.begin || sentence.span.begin >= inner.end) continue;
    kept.begin = std::min(kept.begin, sentence.span.begin);
    kept.end = std::max(kept.end, sentence.span.end);
  }
  place.before = text.substr(kept.begin, inner.begin - kept.begin);
  place.after = text.substr(inner.end, kept.end - inner.end);
}

// The first place whose words are not those of the first place: the other side.
std::size_t other_side(const std::vector<ReviewPlace>& places) {
  for (std::size_t i = 1; i < places.size(); ++i) {
    if (places[i].place.words != places[0].place.words) return i;
  }
  return places.size();
}

void mark(std::vector<ReviewPlace>& places) {
  const std::size_t other = other_side(places);
  if (other == places.size()) return;
  std::swap(places[1], places[other]);
  WordingDifference found = difference(places[0].place.words, places[1].place.words);
  const bool little_in_common =
      found == WordingDifference{} && fold_spaces(places[0].place.words) != fold_spaces(places[1].place.words);
  if (little_in_common) return;
  places[0].marks = std::move(found.of_a);
  places[1].marks = std::move(found.of_b);
  places[0].compared = places[1].compared = true;
}

}  // namespace

Result<Review> Review::begin(Store& store, const Lexicon& lexicon, const FlagFilter& filter, std::string by) {
  if (!filter.article.empty()) {
    if (Result<ArticleEntry> article = store.article_entry(filter.article); !article) return article.error();
  }
  Review review(store, lexicon, std::move(by));
  Result<std::vector<std::string>> ids = store.flag_ids(filter);
  if (!ids) return ids.error();
  Result<std::optional<Decision>> last = last_of(store, review.by_);
  if (!last) return last.error();
  if (*last) {
    // where the flag last decided on stands among all of the filter, decided ones included
    FlagFilter all = filter;
    all.undecided = false;
    all.status.reset();
    Result<std::vector<std::string>> every = store.flag_ids(all);
    if (!every) return every.error();
    const auto stopped = std::find(every->begin(), every->end(), (*last)->subject);
    if (stopped != every->end()) {
      const std::set<std::string> before(every->begin(), stopped);
      std::stable_partition(ids->begin(), ids->end(), [&](const std::string& id) { return !before.contains(id); });
    }
  }
  review.ids_ = std::move(ids).value();
  review.undecided_ = filter.undecided;
  return review;
}

Result<ReviewSheet> Review::sheet() {
  Result<Flag> flag = store_->flag(ids_.at(at_));
  if (!flag) return flag.error();
  Result<std::vector<ToldPlace>> shown = told_places(*store_, *flag);
  if (!shown) return shown.error();
  ReviewSheet sheet;
  std::set<std::string> articles, outlets;
  for (ToldPlace& place : *shown) {
    articles.insert(place.article);
    if (!place.outlet.empty()) outlets.insert(place.outlet);
    keep_sentence(place, lexicon_->abbreviations());
    sheet.places.push_back({std::move(place)});
  }
  mark(sheet.places);
  Result<std::vector<DecisionEntry>> entries = store_->decision_entries({.about = "flag", .subject = flag->id});
  if (!entries) return entries.error();
  sheet.decisions = std::move(entries).value();
  const auto own = [&](const DecisionEntry& entry) { return entry.decision.id == flag->decision; };
  if (!flag->decision.empty() && std::none_of(sheet.decisions.begin(), sheet.decisions.end(), own)) {
    Result<DecisionEntry> wider = store_->decision_entry(flag->decision);
    if (!wider) return wider.error();
    sheet.decisions.push_back(std::move(wider).value());
  }
  seen_decision_ = flag->decision;
  seen_status_ = flag->status;
  sheet.number = at_ + 1;
  sheet.count = ids_.size();
  sheet.articles = articles.size();
  sheet.outlets = outlets.size();
  sheet.flag = std::move(flag).value();
  return sheet;
}

Result<Decision> Review::decide(const std::string& verdict, const std::string& note, DecisionScope scope,
                                const std::string& at) {
  Result<Flag> flag = store_->flag(ids_.at(at_));
  if (!flag) return flag.error();
  if (flag->decision != seen_decision_ || flag->status != seen_status_) {
    return Error{ErrorCode::conflict, "flag " + flag->id, "it was settled otherwise while you were looking",
                 "look at it again, then decide", ""};
  }
  Result<Decision> made = store_->decide({"", "flag", flag->id, verdict, note, by_, at, "", "", "", scope});
  if (!made) return made;
  if (Result<Done> moved = skip(); !moved) return moved.error();
  return made;
}

Result<Decision> Review::undo(const std::string& at) {
  Result<std::optional<Decision>> last = last_of(*store_, by_);
  if (!last) return last.error();
  if (!*last) {
    return Error{ErrorCode::not_found, "undo", by_ + " has decided on no flag that could be taken back",
                 "'hearsay log' shows what was decided", ""};
  }
  Result<Decision> made = store_->undo((*last)->id, {"", "", "", "", "", by_, at, "", ""});
  if (!made) return made;
  const auto place = std::find(ids_.begin(), ids_.end(), made->subject);
  at_ = static_cast<std::size_t>(place - ids_.begin());
  if (place == ids_.end()) ids_.push_back(made->subject);  // of an earlier sitting
  return made;
}

Result<Done> Review::skip() {
  ++at_;
  return pass_settled();
}

void Review::back() {
  if (at_ > 0) --at_;
}

Result<Done> Review::pass_settled() {
  for (; undecided_ && at_ < ids_.size(); ++at_) {
    Result<Flag> flag = store_->flag(ids_[at_]);
    if (!flag) return flag.error();
    if (undecided(*flag)) return Done{};
  }
  return Done{};
}

}  // namespace hearsay
