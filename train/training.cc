#include "train/training.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <random>
#include <thread>

#include "core/extract/tagger_stages.h"
#include "core/learn/learner.h"
#include "train/measure.h"

namespace hearsay {
namespace {

constexpr std::size_t kFolds = 4;
constexpr std::size_t kHeadLines = std::size_t{1} << 16;
constexpr std::size_t kLabelLines = std::size_t{1} << 16;
constexpr std::size_t kAnalysisLines = std::size_t{1} << 15;

using Documents = std::vector<std::unique_ptr<Document>>;

std::size_t fold_of(std::size_t document) { return document % kFolds; }

// Runs job(0) ... job(count - 1) on some threads.
void in_parallel(std::size_t count, unsigned threads, const std::function<void(std::size_t)>& job) {
  std::atomic<std::size_t> next = 0;
  std::vector<std::thread> running;
  for (unsigned t = 0; t < std::max(1U, threads); ++t) {
    running.emplace_back([&] {
      for (std::size_t i = next++; i < count; i = next++) job(i);
    });
  }
  for (std::thread& thread : running) thread.join();
}

// Platform-independent: std::shuffle is not.
template <typename T>
void shuffle(std::vector<T>& items, std::mt19937& random) {
  for (std::size_t i = items.size(); i > 1; --i) std::swap(items[i - 1], items[random() % i]);
}

class Trainer {
 public:
  Trainer(const Documents& documents, const TrainingOptions& options,
          const std::function<void(const std::string&)>& report)
      : documents_(documents), options_(options), report_(report), parts_(kFolds + 1) {}

  TaggerModel run() {
    list_words();
    learn_heads();
    learn_labels();
    learn_analyses();
    return std::move(parts_[kFolds]);
  }

 private:
  // parts_[fold] is trained without that fold, parts_[kFolds] on everything.
  [[nodiscard]] static bool trains(std::size_t part, std::size_t document) {
    return part == kFolds || fold_of(document) != part;
  }

  void list_words() {
    for (const auto& document : documents_) {
      for (const TokenMark& mark : document->text->marks) parts_[kFolds].known.put(mark.word->whole);
      for (const GoldReading& reading : document->readings) {
        parts_[kFolds].cue_words.put(document->text->marks[reading.head].word->whole);
      }
    }
    for (std::size_t f = 0; f < kFolds; ++f) {
      parts_[f].known = parts_[kFolds].known;
      parts_[f].cue_words = parts_[kFolds].cue_words;
    }
  }

  void learn_heads();
  void learn_labels();
  void learn_analyses();

  const Documents& documents_;
  const TrainingOptions& options_;
  const std::function<void(const std::string&)>& report_;
  std::vector<TaggerModel> parts_;
  std::vector<Heads> heads_;  // one a document, jackknifed
};

void Trainer::learn_heads() {
  struct Example {
    std::size_t document = 0;
    std::vector<std::uint32_t> features;
    bool head = false;
  };
  FeatureNumbers numbers;
  std::vector<Example> examples;
  FeatureList features;
  for (const bool counting : {true, false}) {
    for (std::size_t d = 0; d < documents_.size(); ++d) {
      const Document& document = *documents_[d];
      auto reading = document.readings.begin();
      for (std::size_t i = 0; i < document.text->marks.size(); ++i) {
        while (reading != document.readings.end() && reading->head < i) ++reading;
        if (document.discarded[i] || !may_be_head(*document.text, i, parts_[kFolds])) continue;
        features.clear();
        head_features(*document.text, i, features);
        if (counting) {
          numbers.count(features.copy());
        } else {
          examples.push_back(
              {d, numbers.numbers_of(features.copy()), reading != document.readings.end() && reading->head == i});
        }
      }
    }
    if (counting) numbers.close(options_.least_count);
  }
  report_(fmt::format("heads: {} candidates, {} features", examples.size(), numbers.size()));
  in_parallel(kFolds + 1, options_.threads, [&](std::size_t part) {
    ChoiceLearner learner(numbers.size(), {options_.head_rate, 0, 0});
    std::vector<std::size_t> order;
    for (std::size_t e = 0; e < examples.size(); ++e) {
      if (trains(part, examples[e].document)) order.push_back(e);
    }
    std::mt19937 random(options_.seed);
    for (int round = 0; round < options_.head_rounds; ++round) {
      shuffle(order, random);
      double likelihood = 0;
      for (const std::size_t e : order) {
        likelihood += static_cast<double>(learner.learn({examples[e].features}, examples[e].head ? 0 : 1));
      }
      if (round >= options_.head_rounds / 2) learner.keep();
      if (part == kFolds)
        report_(fmt::format("  round {}: {:.4f} a candidate", round, likelihood / static_cast<double>(order.size())));
    }
    parts_[part].heads = Weights::quantise(learner.rows(numbers), 1, kHeadLines);
  });
  heads_.resize(documents_.size());
  in_parallel(documents_.size(), options_.threads,
              [&](std::size_t d) { heads_[d] = find_heads(*documents_[d]->text, parts_[fold_of(d)]); });
  report_(measure_heads(documents_, heads_));
}

std::vector<Label> gold_labels(const GoldReading& reading, TokenRange window) {
  std::vector<Label> labels(window.size(), kOther);
  const auto set = [&](std::size_t token, Label part) {
    if (window.contains(token)) labels[token - window.first] = part;
  };
  for (const TokenRange& source : reading.source) {
    for (std::size_t i = source.first; i < source.last; ++i) set(i, i == source.first ? kSourceFirst : kSource);
  }
  for (std::size_t i = reading.cue.first; i < reading.cue.last; ++i) set(i, kCue);
  for (const TokenRange& content : reading.content) {
    const TokenRange seen{std::max(content.first, window.first), std::min(content.last, window.last)};
    if (seen.first >= seen.last) continue;
    for (std::size_t i = seen.first; i < seen.last; ++i) set(i, kContent);
    set(seen.last - 1, kContentLast);
    set(seen.first, seen.size() == 1 ? kContentOnly : kContentFirst);
  }
  set(reading.head, kCue);
  return labels;
}

bool lawful(const ChainLearner::Example& example, const Transitions& transitions) {
  const auto& gold = example.gold;
  if (transitions.start[gold.front()] == kForbidden || transitions.stop[gold.back()] == kForbidden) return false;
  for (std::size_t i = 0; i < gold.size(); ++i) {
    if ((example.allowed[i] >> gold[i] & 1) == 0) return false;
    if (i > 0 && transitions.step[example.sides[i]][gold[i - 1]][gold[i]] == kForbidden) return false;
  }
  return true;
}

void Trainer::learn_labels() {
  FeatureNumbers numbers;
  FeatureList features;
  std::vector<std::vector<std::vector<std::uint32_t>>> shared(documents_.size());
  std::vector<ChainLearner::Example> examples;
  std::vector<std::size_t> document_of;
  std::size_t unlawful = 0;
  std::size_t all_tokens = 0;
  std::size_t outside = 0;
  const Transitions legal = legal_transitions();
  for (const bool counting : {true, false}) {
    for (std::size_t d = 0; d < documents_.size(); ++d) {
      const Document& document = *documents_[d];
      const TaggerText& text = *document.text;
      for (std::size_t i = 0; i < text.marks.size(); ++i) {
        features.clear();
        token_features(text, i, features);
        if (counting) {
          numbers.count(features.copy());
        } else {
          shared[d].push_back(numbers.numbers_of(features.copy()));
        }
      }
      for (const GoldReading& reading : document.readings) {
        const TokenRange window = window_of(text, reading.head);
        const Cue cue(text, heads_[d], reading.head);
        ChainLearner::Example example;
        example.gold = gold_labels(reading, window);
        for (std::size_t i = window.first; i < window.last; ++i) {
          features.clear();
          if (i != reading.head) CuePair(cue, i).add_features(features);
          if (counting) {
            numbers.count(features.copy());
            continue;
          }
          example.shared.push_back(&shared[d][i]);
          example.own.push_back(numbers.numbers_of(features.copy()));
          example.sides.push_back(side_of(text, reading.head, i));
          example.allowed.push_back(allowed_parts(reading.head, i));
        }
        if (counting) continue;
        for (const TokenRange& c : reading.content) {
          all_tokens += c.size();
          for (std::size_t i = c.first; i < c.last; ++i) outside += !window.contains(i);
        }
        if (!lawful(example, legal)) {
          ++unlawful;
          continue;
        }
        examples.push_back(std::move(example));
        document_of.push_back(d);
      }
    }
    if (counting) numbers.close(options_.least_count);
  }
  report_(fmt::format("labels: {} cues ({} left out), {} features; {} of {} tokens of content out of reach",
                      examples.size(), unlawful, numbers.size(), outside, all_tokens));
  in_parallel(kFolds + 1, options_.threads, [&](std::size_t part) {
    ChainLearner learner(numbers.size(), legal, {options_.label_rate, 0.1F, 0});
    std::vector<std::size_t> order;
    for (std::size_t e = 0; e < examples.size(); ++e) {
      if (trains(part, document_of[e])) order.push_back(e);
    }
    std::mt19937 random(options_.seed);
    for (int round = 0; round < options_.label_rounds; ++round) {
      shuffle(order, random);
      double likelihood = 0;
      for (const std::size_t e : order) likelihood += static_cast<double>(learner.learn(examples[e]));
      if (round >= options_.label_rounds / 2) learner.keep();
      if (part == kFolds)
        report_(fmt::format("  round {}: {:.3f} a cue", round, likelihood / static_cast<double>(order.size())));
    }
    parts_[part].labels = Weights::quantise(learner.rows(numbers), 7, kLabelLines);
    parts_[part].transitions = learner.average();
  });
}

void Trainer::learn_analyses() {
  std::vector<std::vector<std::vector<Analysis>>> analyses(documents_.size());
  in_parallel(documents_.size(), options_.threads, [&](std::size_t d) {
    CueReader reader(*documents_[d]->text, heads_[d], parts_[fold_of(d)]);
    for (const Head& head : heads_[d].found) analyses[d].push_back(reader.read(head.token, kReadings));
  });
  struct Example {
    std::size_t document = 0;
    std::size_t head = 0;
    std::vector<ChoiceLearner::Candidate> candidates;
    std::size_t gold = 0;
  };
  FeatureNumbers numbers;
  FeatureList features;
  std::vector<Example> examples;
  for (const bool counting : {true, false}) {
    for (std::size_t d = 0; d < documents_.size(); ++d) {
      const TaggerText& text = *documents_[d]->text;
      const auto around = surroundings_of(text, heads_[d], analyses[d]);
      for (std::size_t h = 0; h < heads_[d].found.size(); ++h) {
        if (documents_[d]->discarded[heads_[d].found[h].token]) continue;
        Example example{d, h, {}, gold_choice(*documents_[d], heads_[d].found[h], analyses[d][h])};
        for (const Analysis& analysis : analyses[d][h]) {
          features.clear();
          analysis_features(text, heads_[d], heads_[d].found[h], analysis, around[h], features);
          if (counting) {
            numbers.count(features.copy());
          } else {
            example.candidates.push_back(numbers.numbers_of(features.copy()));
          }
        }
        if (!counting) examples.push_back(std::move(example));
      }
    }
    if (counting) numbers.close(options_.least_count + 1);
  }
  report_(fmt::format("analyses: {} cues, {} features", examples.size(), numbers.size()));
  std::vector<ScoredReadings> scored(documents_.size());
  for (std::size_t d = 0; d < documents_.size(); ++d) scored[d].resize(heads_[d].found.size());
  in_parallel(kFolds + 1, options_.threads, [&](std::size_t part) {
    ChoiceLearner learner(numbers.size(), {options_.analysis_rate, 0, 0});
    std::vector<std::size_t> order;
    for (std::size_t e = 0; e < examples.size(); ++e) {
      if (trains(part, examples[e].document)) order.push_back(e);
    }
    std::mt19937 random(options_.seed);
    for (int round = 0; round < options_.analysis_rounds; ++round) {
      shuffle(order, random);
      double likelihood = 0;
      for (const std::size_t e : order)
        likelihood += static_cast<double>(learner.learn(examples[e].candidates, examples[e].gold));
      if (round >= options_.analysis_rounds / 2) learner.keep();
      if (part == kFolds)
        report_(fmt::format("  round {}: {:.4f} a cue", round, likelihood / static_cast<double>(order.size())));
    }
    parts_[part].analyses = Weights::quantise(learner.rows(numbers), 1, kAnalysisLines);
    if (part == kFolds) return;
    for (const Example& example : examples) {
      if (trains(part, example.document)) continue;
      for (std::size_t c = 0; c < example.candidates.size(); ++c) {
        const float score = learner.average_score(example.candidates[c]);
        ScoredReading& best = scored[example.document][example.head];
        if (c == 0 || score > best.score) best = {&analyses[example.document][example.head][c], score};
      }
    }
  });
  parts_[kFolds].least_analysis = best_threshold(documents_, scored, report_);
}

}  // namespace

TaggerModel train(const Documents& documents, const TrainingOptions& options,
                  const std::function<void(const std::string&)>& report) {
  return Trainer(documents, options, report).run();
}

}  // namespace hearsay
