// Candidates are the pairs that share a spelling key. Decisions are followed first; then candidates in order of their
// score are joined, if nothing parts any member of the one cluster from any of the other (complete linkage). A role
// parts two people of one name only where many bear that name and the two roles have no word in common. Limits: a
// person who changes office between articles and has a common name stays two until someone decides.

#include "core/resolve/join.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "core/compare/name_keys.h"
#include "core/text/normalise.h"

namespace hearsay {
namespace {

using IndexPair = std::pair<std::size_t, std::size_t>;

IndexPair ordered(std::size_t a, std::size_t b) { return {std::min(a, b), std::max(a, b)}; }

std::set<std::string> words_of(std::string_view text) {
  static constexpr std::size_t kShortestWord = 3;  // bytes: "of", "a", "UN" tell no roles apart
  const std::string folded = fold(text);
  std::set<std::string> words;
  std::string word;
  for (const char c : folded + ' ') {
    const bool inner = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
    if (inner) {
      word += c;
    } else {
      if (word.size() >= kShortestWord) words.insert(word);
      word.clear();
    }
  }
  return words;
}

bool borne_by_many(const Name& name) {
  if (!name.korean.empty() || !name.chinese.empty()) return true;
  return std::all_of(name.tokens.begin(), name.tokens.end(), [](const NameToken& token) {
    return token.part != NamePart::word || token.initial ||
           (token.word != nullptr && (token.word->common_given || token.word->common_surname));
  });
}

// What one pair says: joined with this score and reason, or parted with this reason.
struct Verdict {
  bool one = false;
  double score = 0;
  std::string reason;
};

class Joiner {
 public:
  Joiner(const std::vector<ArticleEntity>& entities, const NameComparer& names) : entities_(entities), names_(names) {
    for (std::size_t i = 0; i < entities.size(); ++i) {
      read_.push_back(names.reader().read(entities[i].name));
      roles_.push_back(words_of(entities[i].role));
      cluster_of_.push_back(i);
      clusters_.push_back({{i}, {}});
    }
  }

  Joined run(const std::vector<JoinDecision>& decisions) {
    follow(decisions);
    struct Candidate {
      double score;
      IndexPair pair;
    };
    std::vector<Candidate> candidates;
    for (const IndexPair& pair : pairs_with_a_key()) {
      const Verdict& verdict = judge(pair);
      if (verdict.one) candidates.push_back({verdict.score, pair});
      if (!verdict.one && verdict.score > 0) apart_[pair] = verdict.reason;
    }
    std::sort(candidates.begin(), candidates.end(), [](const Candidate& x, const Candidate& y) {
      return x.score != y.score ? x.score > y.score : x.pair < y.pair;
    });
    for (const Candidate& candidate : candidates) join_if_all_agree(candidate.pair);
    return result();
  }

 private:
  void follow(const std::vector<JoinDecision>& decisions) {
    const auto known = [&](const JoinDecision& d) {
      return d.a != d.b && d.a < entities_.size() && d.b < entities_.size();
    };
    for (const JoinDecision& decision : decisions) {
      if (known(decision) && !decision.same) parted_.insert(ordered(decision.a, decision.b));
    }
    for (const JoinDecision& decision : decisions) {
      if (!known(decision) || !decision.same) continue;
      const IndexPair pair = ordered(decision.a, decision.b);
      decided_.insert(pair);
      if (cluster_of_[pair.first] == cluster_of_[pair.second]) continue;
      if (const std::optional<IndexPair> against = decided_apart(pair)) {
        apart_[pair] = "decided to be one, but '" + entities_[against->first].name + "' and '" +
                       entities_[against->second].name + "' were decided to be two";
      } else {
        merge(pair, "'" + entities_[pair.first].name + "' and '" + entities_[pair.second].name + "': decided");
      }
    }
  }

  // A pair across the two clusters that a person parted.
  [[nodiscard]] std::optional<IndexPair> decided_apart(IndexPair pair) const {
    for (const std::size_t a : clusters_[cluster_of_[pair.first]].members) {
      for (const std::size_t b : clusters_[cluster_of_[pair.second]].members) {
        if (parted_.contains(ordered(a, b))) return ordered(a, b);
      }
    }
    return std::nullopt;
  }

  [[nodiscard]] std::set<IndexPair> pairs_with_a_key() const {
    const NameKeys keys(names_.reader());
    std::map<std::string, std::vector<std::size_t>> blocks;
    for (std::size_t i = 0; i < entities_.size(); ++i) {
      if (entities_[i].kind == EntityKind::anonymous) continue;
      if (entities_[i].kind == EntityKind::person) {
        for (std::string& key : keys.of(read_[i])) blocks[std::move(key)].push_back(i);
      } else {
        blocks["e:" + fold_spaces(entities_[i].name)].push_back(i);
      }
    }
    std::set<IndexPair> pairs;
    for (const auto& [key, members] : blocks) {
      for (std::size_t i = 0; i < members.size(); ++i) {
        for (std::size_t j = i + 1; j < members.size(); ++j) pairs.insert(ordered(members[i], members[j]));
      }
    }
    return pairs;
  }

  const Verdict& judge(IndexPair pair) {
    const auto [at, fresh] = verdicts_.try_emplace(pair);
    if (fresh) at->second = verdict_of(pair);
    return at->second;
  }

  [[nodiscard]] Verdict verdict_of(IndexPair pair) const {
    const ArticleEntity& a = entities_[pair.first];
    const ArticleEntity& b = entities_[pair.second];
    const std::string both = "'" + a.name + "' and '" + b.name + "': ";
    if (parted_.contains(pair)) return {false, 1, both + "decided to be two"};
    if (decided_.contains(pair)) return {true, 1, both + "decided"};
    if (a.kind != b.kind || a.kind == EntityKind::anonymous) return {};
    if (a.kind != EntityKind::person) {
      const bool equal = fold_spaces(a.name) == fold_spaces(b.name);
      return {equal, equal ? 1.0 : 0.0, both + "equal"};
    }
    const NameComparison names = names_.compare(read_[pair.first], read_[pair.second]);
    if (names.answer == NameAnswer::different) return {false, 0, both + names.reason};
    if (a.article == b.article) return {false, names.score, both + "two of one article"};
    if (borne_by_many(read_[pair.first]) && borne_by_many(read_[pair.second]) && roles_part(pair)) {
      return {false, names.score, both + "many bear this name, and '" + a.role + "' is not '" + b.role + "'"};
    }
    return {true, names.score, both + names.reason};
  }

  [[nodiscard]] bool roles_part(IndexPair pair) const {
    const std::set<std::string>& a = roles_[pair.first];
    const std::set<std::string>& b = roles_[pair.second];
    return !a.empty() && !b.empty() &&
           std::none_of(a.begin(), a.end(), [&](const std::string& word) { return b.contains(word); });
  }

  void join_if_all_agree(IndexPair pair) {
    const std::size_t left = cluster_of_[pair.first];
    const std::size_t right = cluster_of_[pair.second];
    if (left == right) return;
    for (const std::size_t a : clusters_[left].members) {
      for (const std::size_t b : clusters_[right].members) {
        const Verdict& verdict = judge(ordered(a, b));
        if (verdict.one) continue;
        apart_[pair] = verdict.reason;
        return;
      }
    }
    merge(pair, judge(pair).reason);
  }

  void merge(IndexPair pair, std::string reason) {
    const std::size_t into = std::min(cluster_of_[pair.first], cluster_of_[pair.second]);
    const std::size_t from = std::max(cluster_of_[pair.first], cluster_of_[pair.second]);
    for (const std::size_t member : clusters_[from].members) cluster_of_[member] = into;
    Cluster& whole = clusters_[into];
    whole.members.insert(whole.members.end(), clusters_[from].members.begin(), clusters_[from].members.end());
    whole.reasons.insert(whole.reasons.end(), clusters_[from].reasons.begin(), clusters_[from].reasons.end());
    whole.reasons.push_back(std::move(reason));
    clusters_[from] = {};
  }

  Joined result() {
    Joined joined;
    for (Cluster& cluster : clusters_) {
      if (cluster.members.empty()) continue;
      std::sort(cluster.members.begin(), cluster.members.end());
      joined.clusters.push_back(std::move(cluster));
    }
    std::sort(joined.clusters.begin(), joined.clusters.end(),
              [](const Cluster& x, const Cluster& y) { return x.members < y.members; });
    for (const auto& [pair, reason] : apart_) {
      if (cluster_of_[pair.first] != cluster_of_[pair.second])
        joined.apart.push_back({pair.first, pair.second, reason});
    }
    return joined;
  }

  const std::vector<ArticleEntity>& entities_;
  const NameComparer& names_;
  std::vector<Name> read_;
  std::vector<std::set<std::string>> roles_;
  std::vector<std::size_t> cluster_of_;
  std::vector<Cluster> clusters_;  // emptied when merged into another
  std::set<IndexPair> parted_;
  std::set<IndexPair> decided_;
  std::map<IndexPair, Verdict> verdicts_;
  std::map<IndexPair, std::string> apart_;
};

}  // namespace

Joined join(const std::vector<ArticleEntity>& entities, const std::vector<JoinDecision>& decisions,
            const NameComparer& names) {
  return Joiner(entities, names).run(decisions);
}

}  // namespace hearsay
