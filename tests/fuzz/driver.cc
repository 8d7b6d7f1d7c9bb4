// Runs a fuzz target without libFuzzer, which g++ does not have. FILE ...: the target takes each file, and each of its
// lines. --seconds N: then it takes changed lines of those files for N seconds. --seed N: another row of changes.
// The changes are cuts, doublings, joins of two lines and odd bytes; nothing is learnt from coverage. A failure is an
// abort of the target; the input at fault is then the last one written to --last FILE.

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "tests/fuzz/target.h"

namespace {

constexpr std::size_t kLongestInput = 4096;  // bytes, of changed lines

struct Options {
  std::vector<std::string> files;
  int seconds = 0;
  unsigned seed = 1;
  std::string last;
};

Options options_from(int count, char** words) {
  Options options;
  for (int i = 1; i < count; ++i) {
    const std::string_view word = words[i];
    const bool more = i + 1 < count;
    if (word == "--seconds" && more) {
      options.seconds = std::atoi(words[++i]);
    } else if (word == "--seed" && more) {
      options.seed = static_cast<unsigned>(std::atoi(words[++i]));
    } else if (word == "--last" && more) {
      options.last = words[++i];
    } else {
      options.files.emplace_back(word);
    }
  }
  return options;
}

void run(const std::string& input) {
  LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(input.data()), input.size());
}

std::string changed(const std::vector<std::string>& lines, std::mt19937& random) {
  static const std::vector<std::string> kOdd = {"-",    "–",     "'", "’s",           "\xFF", "\xE2\x80",
                                                ",",    ".",     "/", "999999999999", "0",    " of ",
                                                " to ", " and ", "½", "\t",           "^",    "e"};
  const auto below = [&](std::size_t end) { return random() % end; };
  std::string text = lines[below(lines.size())];
  for (std::size_t steps = 1 + below(4); steps > 0; --steps) {
    const std::size_t at = below(text.size() + 1);
    switch (below(4)) {
      case 0:
        text.erase(at, below(8));
        break;
      case 1:
        text.insert(at, kOdd[below(kOdd.size())]);
        break;
      case 2:
        text.insert(at, text.substr(below(text.size() + 1), below(16)));
        break;
      default:
        text = text.substr(0, at) + ' ' + lines[below(lines.size())];
    }
    if (text.size() > kLongestInput) text.resize(kLongestInput);
  }
  return text;
}

}  // namespace

int main(int count, char** words) {
  const Options options = options_from(count, words);
  std::vector<std::string> lines;
  for (const std::string& name : options.files) {
    std::ifstream file(name, std::ios::binary);
    if (!file) {
      std::fprintf(stderr, "%s: cannot be read\n", name.c_str());
      return 2;
    }
    const std::string whole((std::istreambuf_iterator<char>(file)), {});
    run(whole);
    for (std::size_t at = 0; at < whole.size();) {
      const std::size_t end = std::min(whole.find('\n', at), whole.size());
      lines.push_back(whole.substr(at, end - at));
      run(lines.back());
      at = end + 1;
    }
  }
  if (lines.empty()) {
    std::fprintf(stderr, "usage: %s FILE... [--seconds N] [--seed N] [--last FILE]\n", words[0]);
    return 2;
  }
  std::mt19937 random(options.seed);
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(options.seconds);
  std::size_t runs = 0;
  for (; std::chrono::steady_clock::now() < end; ++runs) {
    const std::string input = changed(lines, random);
    if (!options.last.empty()) std::ofstream(options.last, std::ios::binary) << input;
    run(input);
  }
  std::fprintf(stderr, "%zu lines, %zu changed ones\n", lines.size(), runs);
  return 0;
}
