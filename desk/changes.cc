// Sentences that are the same but for trivial edits are taken off both sides first; what is left is paired by its
// words, the best pair first; the rest was added or removed.

#include "desk/changes.h"

#include <algorithm>
#include <map>

#include "core/compare/likeness.h"
#include "core/compare/wording.h"
#include "core/text/normalise.h"
#include "core/text/words.h"

namespace hearsay {
namespace {

struct Line {
  std::string where;
  std::string text;
  std::string form;  // equal for trivial edits
};

std::string form_of(std::string_view text) {
  std::string form;
  for (const char c : fold(text)) {
    const bool kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
    if (kept) form += c;
  }
  return form;
}

std::vector<Line> lines_of(const Article& article, const Lexicon& lexicon) {
  std::vector<Line> lines;
  std::vector<Span> spans;
  std::vector<std::string> zones;
  for (const Zone& zone : article.zones) {
    if (zone.kind == ZoneKind::furniture) continue;
    spans.push_back(zone.span);
    zones.emplace_back(name_of(zone.kind));
  }
  const Words words = split_words(article.text, spans, lexicon.abbreviations());
  for (const Sentence& sentence : words.sentences) {
    std::string text{sentence.span.of(article.text)};
    std::string form = form_of(text);
    if (!form.empty()) lines.push_back({zones[sentence.paragraph], std::move(text), std::move(form)});
  }
  return lines;
}

class Comparison {
 public:
  Comparison(const Article& older, const Article& newer, const Lexicon& lexicon)
      : older_(older),
        newer_(newer),
        likeness_(lexicon),
        before_(lines_of(older, lexicon)),
        after_(lines_of(newer, lexicon)) {}

  std::vector<Change> read() {
    field("title", older_.title ? older_.title->value : "", newer_.title ? newer_.title->value : "");
    field("outlet", older_.outlet ? older_.outlet->value : "", newer_.outlet ? newer_.outlet->value : "");
    field("published", older_.published.edtf, newer_.published.edtf);
    take_off_equal();
    pair();
    return std::move(changes_);
  }

 private:
  void add(ChangeKind kind, const std::string& where, std::string text) {
    changes_.push_back({newer_.id, older_.id, kind, where, std::move(text)});
  }
  void field(const std::string& name, const std::string& before, const std::string& after);
  void take_off_equal();
  void pair();

  const Article& older_;
  const Article& newer_;
  Likeness likeness_;
  std::vector<Line> before_;
  std::vector<Line> after_;
  std::vector<Change> changes_;
};

void Comparison::field(const std::string& name, const std::string& before, const std::string& after) {
  if (form_of(before) == form_of(after)) return;
  if (before.empty()) return add(ChangeKind::added, name, after);
  if (after.empty()) return add(ChangeKind::removed, name, before);
  add(ChangeKind::changed, name, "[" + before + " | " + after + "]");
}

void Comparison::take_off_equal() {
  std::map<std::string, std::size_t> left;
  for (const Line& line : before_) ++left[line.form];
  std::map<std::string, std::size_t> shared;
  std::erase_if(after_, [&](const Line& line) {
    const auto found = left.find(line.form);
    if (found == left.end() || found->second == 0) return false;
    --found->second;
    ++shared[line.form];
    return true;
  });
  std::erase_if(before_, [&](const Line& line) {
    const auto found = shared.find(line.form);
    if (found == shared.end() || found->second == 0) return false;
    --found->second;
    return true;
  });
}

void Comparison::pair() {
  struct Candidate {
    double likeness;
    std::size_t before;
    std::size_t after;
  };
  std::vector<Candidate> candidates;
  for (std::size_t i = 0; i < before_.size(); ++i) {
    for (std::size_t j = 0; j < after_.size(); ++j) {
      const double likeness = likeness_.compare(before_[i].text, after_[j].text).likeness();
      if (likeness >= kSameSentence) candidates.push_back({likeness, i, j});
    }
  }
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const Candidate& a, const Candidate& b) { return a.likeness > b.likeness; });
  std::vector<bool> gone(before_.size(), false);
  std::vector<const Line*> from(after_.size(), nullptr);
  for (const Candidate& c : candidates) {
    if (gone[c.before] || from[c.after] != nullptr) continue;
    gone[c.before] = true;
    from[c.after] = &before_[c.before];
  }
  for (std::size_t j = 0; j < after_.size(); ++j) {
    if (from[j] != nullptr) {
      add(ChangeKind::changed, after_[j].where, marked_difference(from[j]->text, after_[j].text));
    } else {
      add(ChangeKind::added, after_[j].where, after_[j].text);
    }
  }
  for (std::size_t i = 0; i < before_.size(); ++i) {
    if (!gone[i]) add(ChangeKind::removed, before_[i].where, before_[i].text);
  }
}

// Versions of one address, newest first; the current article's entry first of all.
Result<std::vector<Change>> of_versions(Store& store, const Lexicon& lexicon, const ArticleEntry& entry) {
  std::vector<Change> all;
  if (entry.url.empty() || entry.version < 2) return all;
  Result<std::vector<ArticleEntry>> versions = store.articles({.address = entry.url, .superseded = true});
  if (!versions) return versions.error();
  std::erase_if(*versions, [&](const ArticleEntry& v) { return v.version > entry.version; });
  std::sort(versions->begin(), versions->end(),
            [](const ArticleEntry& a, const ArticleEntry& b) { return a.version > b.version; });
  for (std::size_t i = 0; i + 1 < versions->size(); ++i) {
    Result<Article> newer = store.article((*versions)[i].id);
    if (!newer) return newer.error();
    Result<Article> older = store.article((*versions)[i + 1].id);
    if (!older) return older.error();
    for (Change& change : Comparison(*older, *newer, lexicon).read()) all.push_back(std::move(change));
  }
  return all;
}

}  // namespace

std::string_view name_of(ChangeKind kind) {
  switch (kind) {
    case ChangeKind::changed:
      return "changed";
    case ChangeKind::added:
      return "added";
    case ChangeKind::removed:
      return "removed";
  }
  return "changed";
}

Result<std::vector<Change>> changes(Store& store, const Lexicon& lexicon, std::string_view article) {
  if (!article.empty()) {
    Result<ArticleEntry> entry = store.article_entry(article);
    if (!entry) return entry.error();
    return of_versions(store, lexicon, *entry);
  }
  Result<std::vector<ArticleEntry>> entries = store.articles();
  if (!entries) return entries.error();
  std::vector<Change> all;
  for (auto entry = entries->rbegin(); entry != entries->rend(); ++entry) {
    Result<std::vector<Change>> found = of_versions(store, lexicon, *entry);
    if (!found) return found.error();
    all.insert(all.end(), found->begin(), found->end());
  }
  return all;
}

}  // namespace hearsay
