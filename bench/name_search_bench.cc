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

// Words drawn by Zipf's law as Mandelbrot bent it: the word of rank r weighs 1 / (r + flat), so that the first few are
// borne by many and most by hardly any.
class Ranked {
 public:
  explicit Ranked(double flat) : flat_(flat) {}

  void add(std::string word) {
    sums_.push_back((sums_.empty() ? 0 : sums_.back()) + 1 / (static_cast<double>(words_.size()) + 1 + flat_));
    words_.push_back(std::move(word));
  }
  [[nodiscard]] const Words& words() const { return words_; }

  [[nodiscard]] const std::string& draw(std::mt19937& random) const {
    const double at = std::uniform_real_distribution<double>(0, sums_.back())(random);
    const auto found = std::upper_bound(sums_.begin(), sums_.end(), at) - sums_.begin();
    return words_[std::min(static_cast<std::size_t>(found), words_.size() - 1)];
  }

 private:
  double flat_;
  Words words_;
  std::vector<double> sums_;
};

class Maker {
 public:
  Maker() {
    const Lexicon& lexicon = Lexicon::shipped();
    for (const char* language : {"english", "spanish", "slavic", "arabic", "german", "french", "italian"}) {
      People people;
      add(lexicon.table("attested-given-names"), language, people.given);
      add(lexicon.table("attested-surnames"), language, people.surnames);
      western_.push_back(std::move(people));
    }
    for (People& people : western_) coin(people.surnames);
    const Table& korean = lexicon.table("korean-surnames");
    for (const Table::Row& row : korean.rows()) korean_surnames_.add(korean.cell(row, "spellings"));
    for (const char* syllable : {"min",  "jun",  "seo",  "yeon", "hyun", "woo",  "jin",  "su",   "young", "kyung",
                                 "hye",  "sung", "tae",  "ho",   "chul", "mi",   "eun",  "hee",  "sang",  "dong",
                                 "il",   "jae",  "ki",   "yong", "hyok", "chol", "won",  "joon", "kwang", "myung",
                                 "seok", "soon", "jong", "hwan", "gun",  "beom", "chan", "hong", "nam",   "sun"})
      korean_given_.add(syllable);
    const Table& syllables = lexicon.table("chinese-syllables");
    for (const Table::Row& row : syllables.rows()) chinese_given_.add(row.key);
    const Table& surnames = lexicon.table("chinese-surnames");
    for (const Table::Row& row : surnames.rows()) chinese_surnames_.add(row.key);
  }

  std::string name() {
    switch (random_() % 10) {
      case 0:
        return one(words_of(korean_surnames_.draw(random_))) + ' ' + korean_given_.draw(random_) + '-' +
               korean_given_.draw(random_);
      case 1:
        return chinese_surnames_.draw(random_) + ' ' + chinese_given_.draw(random_) + chinese_given_.draw(random_);
      default:
        break;
    }
    const People& people = western_[random_() % western_.size()];
    std::string name = people.given.draw(random_);
    if (random_() % 3 == 0) name += ' ' + people.given.draw(random_);
    return name + ' ' + people.surnames.draw(random_);
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
  static constexpr std::size_t kSurnames = 30000;  // of a language

  struct People {
    Ranked given{5};
    Ranked surnames{20};
  };

  static Words words_of(const std::string& cell) {
    Words words;
    for (const std::string_view word : words_of_cell(cell)) words.emplace_back(word);
    return words;
  }

  // The words of a language, the common ones first.
  void add(const Table& table, std::string_view language, Ranked& to) {
    for (const bool common : {true, false}) {
      Words words;
      for (const Table::Row& row : table.rows()) {
        if (row.key != language || (table.cell(row, "rank") == "common") != common) continue;
        for (std::string& word : words_of(table.cell(row, "names"))) words.push_back(std::move(word));
      }
      std::shuffle(words.begin(), words.end(), random_);
      for (std::string& word : words) to.add(std::move(word));
    }
  }

  const std::string& one(const Words& words) { return words[random_() % words.size()]; }

  // Surnames that no table has, each coined of two attested ones, for the many that few people bear.
  void coin(Ranked& surnames) {
    const Words attested = surnames.words();
    while (surnames.words().size() < kSurnames) {
      const std::string& begin = one(attested);
      const std::string& end = one(attested);
      surnames.add(begin.substr(0, 2 + begin.size() / 3) + end.substr(end.size() / 2));
    }
  }

  std::mt19937 random_{20240501};
  std::vector<People> western_;
  Ranked korean_surnames_{0};  // all spellings of each
  Ranked korean_given_{10};
  Ranked chinese_surnames_{8};
  Ranked chinese_given_{20};
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
