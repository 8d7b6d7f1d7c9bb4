#include "rules/engine/readings.h"

namespace hearsay {
namespace {

constexpr std::size_t kMaxSentences = 6;
constexpr std::size_t kShortestSentence = 12;  // bytes: "No. 3", "Mr." end none

constexpr char kBehindDate = '\n';  // a day of publication, this, the text

std::string dated(std::string_view published, std::string_view text) {
  std::string out(published.substr(0, published.find(kBehindDate)));
  return (out += kBehindDate).append(text);
}

std::string pair_of(std::string_view a, std::string_view b) {
  std::string out(a);
  return (out += '\0').append(b);
}

// A quotation of several sentences says several things; kMaxSentences of them at most.
std::vector<std::string_view> sentences_of(std::string_view text) {
  std::vector<std::string_view> sentences;
  std::size_t begin = 0;
  for (std::size_t at = 0; at + 2 < text.size() && sentences.size() + 1 < kMaxSentences; ++at) {
    const bool stop = text[at] == '.' || text[at] == '!' || text[at] == '?';
    const bool opens = text[at + 1] == ' ' && text[at + 2] >= 'A' && text[at + 2] <= 'Z';
    if (!stop || !opens || at < begin + kShortestSentence) continue;
    sentences.push_back(text.substr(begin, at + 1 - begin));
    begin = at + 2;
  }
  sentences.push_back(text.substr(begin));
  return sentences;
}

}  // namespace

const ContentWords& Readings::words(std::string_view text) {
  return words_.of(text, [this](const std::string& kept) { return comparers_.likeness.read(kept); });
}

const NameComparison& Readings::names(std::string_view a, std::string_view b) {
  const auto read = [this](const std::string& kept) { return comparers_.names.reader().read(kept); };
  return last_names_.of(a, b, [&] { return comparers_.names.compare(names_.of(a, read), names_.of(b, read)); });
}

const Proposition& Readings::proposition(std::string_view dated) {
  const auto read = [this](const std::string& kept) {
    const std::size_t end = kept.find(kBehindDate);
    auto reading = std::make_unique<ReadStatement>();
    reading->statement = comparers_.reader.read(std::string_view(kept).substr(end + 1), kept.substr(0, end));
    reading->proposition = comparers_.statements.reader().read(reading->statement);
    return std::unique_ptr<const ReadStatement>(std::move(reading));
  };
  return statements_.of(dated, read)->proposition;
}

bool Readings::offices_exclude(std::string_view a, std::string_view b) {
  return hearsay::offices_exclude(proposition(dated("", a)), proposition(dated("", b)));
}

const StatementVerdict& Readings::statements(std::string_view a, std::string_view published_a, std::string_view b,
                                             std::string_view published_b) {
  const std::string first = dated(published_a, a);
  const std::string second = dated(published_b, b);
  return compared_statements_.of(pair_of(first, second), [&](const std::string&) {
    const std::vector<std::string_view> parts_a = sentences_of(a);
    const std::vector<std::string_view> parts_b = sentences_of(b);
    if (parts_a.size() * parts_b.size() > 1) {
      for (const std::string_view part_a : parts_a) {
        for (const std::string_view part_b : parts_b) {
          StatementVerdict verdict = comparers_.statements.compare(proposition(dated(published_a, part_a)),
                                                                   proposition(dated(published_b, part_b)));
          if (verdict.answer == StatementAnswer::contradiction) return verdict;
        }
      }
    }
    return comparers_.statements.compare(proposition(first), proposition(second));
  });
}

}  // namespace hearsay
