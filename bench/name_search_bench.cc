// Names made of the attested tables, variants planted among them, and how long it takes to find all variant pairs, how
// many of those planted are found, and how much memory it takes. Prints one line of JSON.
//
//   name_search_bench [NAMES [THREADS [LARGEST_BLOCK [1]]]]     1: then hold the answer to that of comparing all pairs
//
// A planted variant is a name of the list with one thing changed as people change it: a slip of the hand, a respelled
// word, an initial, a familiar form, a turned order, another system of romanising. Only planted pairs that the
// comparison itself calls one name are counted, so that what is measured is the search.

#include <fmt/core.h>
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <random>
#include <string>
#include <unordered_set>
#include <vector>

#include "core/compare/name_search.h"

namespace hearsay {
namespace {

using Words = std::vector<std::string>;

class Maker {
 public:
  Maker() {
    const Lexicon& lexicon = Lexicon::shipped();
    for (const char* language : {"english", "spanish", "slavic", "arabic", "german", "french", "italian"}) {
      Words given = words_of(lexicon.table("attested-given-names"), language, "names");
      Words surnames = words_of(lexicon.table("attested-surnames"), language, "names");
      if (!given.empty() && !surnames.empty()) western_.emplace_back(std::move(given), std::move(surnames));
    }
    const Table& korean = lexicon.table("korean-surnames");
    for (const Table::Row& row : korean.rows()) add(korean.cell(row, "spellings"), korean_surnames_);
    const Table& chinese = lexicon.table("chinese-syllables");
    for (const Table::Row& row : chinese.rows()) syllables_.push_back(row.key);
    const Table& surnames = lexicon.table("chinese-surnames");
    for (const Table::Row& row : surnames.rows()) chinese_surnames_.push_back(row.key);
  }

  std::string name() {
    switch (random_() % 10) {
      case 0:
        return one(korean_surnames_) + ' ' + one(korean_given_) + '-' + one(korean_given_);
      case 1:
        return one(chinese_surnames_) + ' ' + one(syllables_) + one(syllables_);
      default:
        break;
    }
    const auto& [given, surnames] = western_[random_() % western_.size()];
    std::string name = one(given);
    if (random_() % 3 == 0) name += ' ' + one(given);
    return name + ' ' + coined(one(surnames));
  }

  // `name` as somebody else would have it.
  std::string variant(const std::string& name) {
    std::string changed = name;
    const std::size_t last = name.rfind(' ');
    switch (random_() % 5) {
      case 0:  // a letter left out
        changed.erase(last + 2 + random_() % (name.size() - last - 2), 1);
        break;
      case 1: {  // two letters swapped
        const std::size_t at = last + 2 + random_() % (name.size() - last - 2);
        if (at + 1 < changed.size()) std::swap(changed[at], changed[at + 1]);
        break;
      }
      case 2:  // an initial
        changed = name.substr(0, 1) + ". " + name.substr(last + 1);
        break;
      case 3:  // another order
        changed = name.substr(last + 1) + ", " + name.substr(0, last);
        break;
      default: {  // another spelling
        static constexpr std::pair<const char*, const char*> kRespelled[] = {
            {"ov", "off"}, {"sky", "skiy"}, {"ee", "i"}, {"oo", "u"},
            {"yu", "iu"},  {"ph", "f"},     {"eo", "u"}, {"ck", "k"}};
        for (const auto& [from, to] : kRespelled) {
          const std::size_t at = changed.find(from);
          if (at != std::string::npos) return changed.replace(at, std::string(from).size(), to);
        }
        changed += changed.back();
      }
    }
    return changed;
  }

  std::mt19937& random() { return random_; }

 private:
  static void add(const std::string& cell, Words& to) {
    for (const std::string_view word : words_of_cell(cell)) to.emplace_back(word);
  }

  static Words words_of(const Table& table, std::string_view key, const char* column) {
    Words words;
    for (const Table::Row& row : table.rows()) {
      if (row.key == key) add(table.cell(row, column), words);
    }
    return words;
  }

  const std::string& one(const Words& words) { return words[random_() % words.size()]; }

  // Half of the surnames are coined of two, so that a million people do not share a few thousand.
  std::string coined(const std::string& surname) {
    if (random_() % 2 == 0) return surname;
    const auto& other = western_[random_() % western_.size()].second;
    const std::string& end = one(other);
    return surname.substr(0, 2 + surname.size() / 3) + end.substr(end.size() / 2);
  }

  std::mt19937 random_{20240501};
  std::vector<std::pair<Words, Words>> western_;
  Words korean_surnames_;
  Words korean_given_{"min",   "jun",  "seo",  "yeon", "hyun", "woo",  "jin",  "su",  "young",
                      "kyung", "hye",  "sung", "tae",  "ho",   "chul", "mi",   "eun", "hee",
                      "sang",  "dong", "il",   "jae",  "ki",   "yong", "hyok", "chol"};
  Words chinese_surnames_;
  Words syllables_;
};

// Processor time of all threads so far: what others do on the machine does not count.
double cpu_seconds() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const auto of = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
  };
  return of(usage.ru_utime) + of(usage.ru_stime);
}

double seconds_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

// What comparing all pairs finds and the search did not.
void compare_all(const std::vector<std::string>& names, const NameComparer& comparer, const NameSearch::Found& found) {
  std::vector<Name> read;
  for (const std::string& name : names) read.push_back(comparer.reader().read(name));
  std::size_t ones = 0;
  std::size_t missed = 0;
  auto next = found.pairs.begin();
  for (std::uint32_t a = 0; a < read.size(); ++a) {
    for (std::uint32_t b = a + 1; b < read.size(); ++b) {
      if (comparer.compare(read[a], read[b]).answer == NameAnswer::different) continue;
      ++ones;
      if (next != found.pairs.end() && next->a == a && next->b == b) {
        ++next;
        continue;
      }
      ++missed;
      fmt::print(stderr, "missed: {} | {}\n", names[a], names[b]);
    }
  }
  fmt::print("{{\"all_pairs\":{},\"missed\":{}}}\n", ones, missed);
}

int run(std::size_t size, const NameSearch::Options& options, bool against_all) {
  Maker maker;
  std::vector<std::string> names;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> planted;
  std::unordered_set<std::string> known;
  while (names.size() < size) {
    std::string name = maker.name();
    if (!known.insert(name).second) continue;
    names.push_back(std::move(name));
    if (names.size() % 50 != 0 || names.size() == size) continue;
    const auto of = static_cast<std::uint32_t>(maker.random()() % names.size());
    std::string variant = maker.variant(names[of]);
    if (!known.insert(variant).second) continue;
    planted.emplace_back(of, static_cast<std::uint32_t>(names.size()));
    names.push_back(std::move(variant));
  }
  known = {};
  const NameComparer comparer(Lexicon::shipped());
  std::erase_if(planted, [&](const auto& pair) {
    return comparer.compare(names[pair.first], names[pair.second]).answer == NameAnswer::different;
  });

  // Verdicts on names read before, one thread.
  std::vector<Name> read;
  double cpu = cpu_seconds();
  for (std::size_t i = 0; i < std::min<std::size_t>(size, 20000); ++i) read.push_back(comparer.reader().read(names[i]));
  const double reads = static_cast<double>(read.size()) / (cpu_seconds() - cpu);
  std::size_t ones = 0;
  std::size_t verdicts = 0;
  cpu = cpu_seconds();
  for (std::size_t i = 0; i < read.size(); i += 40) {
    for (std::size_t j = i + 1; j < read.size(); j += 7, ++verdicts) {
      ones += comparer.compare(read[i], read[j]).answer != NameAnswer::different ? 1U : 0U;
    }
  }
  const double rate = static_cast<double>(verdicts) / (cpu_seconds() - cpu);
  read = {};

  cpu = cpu_seconds();
  const auto start = std::chrono::steady_clock::now();
  const NameSearch::Found found = NameSearch(comparer).variants(names, options);
  const double seconds = seconds_since(start);
  cpu = cpu_seconds() - cpu;
  std::size_t met = 0;
  for (const auto& [a, b] : planted) {
    const NameSearch::Pair wanted{std::min(a, b), std::max(a, b)};
    const auto at = std::lower_bound(
        found.pairs.begin(), found.pairs.end(), wanted,
        [](const NameSearch::Pair& x, const NameSearch::Pair& y) { return x.a != y.a ? x.a < y.a : x.b < y.b; });
    met += at != found.pairs.end() && at->a == wanted.a && at->b == wanted.b ? 1U : 0U;
  }
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  fmt::print(
      "{{\"names\":{},\"threads\":{},\"largest_block\":{},\"seconds\":{:.1f},\"cpu_seconds\":{:.1f},\"peak_mb\":{},"
      "\"words\":{},\"neighbours\":{},"
      "\"blocks_skipped\":{},\"compared\":{},\"pairs\":{},\"planted\":{},\"planted_found\":{},\"recall\":{:.4f},"
      "\"reads_per_second\":{:.0f},\"verdicts_per_second\":{:.0f},\"chance_pairs\":{},\"chance_verdicts\":{}}}\n",
      names.size(), options.threads, options.largest_block, seconds, cpu, usage.ru_maxrss / 1024, found.words,
      found.neighbours, found.blocks_skipped, found.compared, found.pairs.size(), planted.size(), met,
      planted.empty() ? 0.0 : static_cast<double>(met) / static_cast<double>(planted.size()), reads, rate, ones,
      verdicts);
  if (against_all) compare_all(names, comparer, found);
  return 0;
}

}  // namespace
}  // namespace hearsay

int main(int argc, char** argv) {
  const auto number = [&](int at, std::size_t otherwise) {
    return argc > at ? static_cast<std::size_t>(std::strtoul(argv[at], nullptr, 10)) : otherwise;
  };
  hearsay::NameSearch::Options options;
  options.threads = static_cast<unsigned>(number(2, 2));
  options.largest_block = number(3, options.largest_block);
  return hearsay::run(std::max<std::size_t>(number(1, 1'000'000), 2), options, number(4, 0) != 0);
}
