// Every value printed for the texts of the fixtures and of the fuzz corpus passes the parser of npm's `edtf`. Skipped
// where node or the package (build/npm, made by scripts/setup --dev) is not there.

#include <gtest/gtest.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>
#include <vector>

#include "core/extract/times.h"
#include "tests/core/extract/span_cases.h"

namespace hearsay {
namespace {

constexpr const char* kPackages = HEARSAY_ROOT "/build/npm/node_modules";

std::vector<std::string> texts() {
  std::vector<std::string> found = odd_texts();
  for (const char* file : {"cases", "forms", "grammar"}) {
    const std::string path = std::string(HEARSAY_ROOT "/fixtures/times/") + file + ".tsv";
    for (const SpanCase& c : span_cases(path, 4)) found.push_back(c.cells[1]);
  }
  std::ifstream corpus(HEARSAY_ROOT "/tests/fuzz/corpus/figures_and_times.txt");
  for (std::string line; std::getline(corpus, line);) found.push_back(line);
  return found;
}

// Each value once, whatever the day of publication.
std::set<std::string> printed_values() {
  const TimeFinder finder(Lexicon::shipped());
  std::set<std::string> values;
  for (const std::string& text : texts()) {
    const Words words = split_text(text);
    for (const char* published :
         {"2018-08-20", "2016-02-29", "2018-08", "2018", "XXXX-08-18", "0001-01-01", "9999-12-31", ""}) {
      for (const Time& time : finder.find(words, published)) {
        if (!time.edtf.empty()) values.insert(time.edtf);
      }
    }
  }
  return values;
}

std::string output_of(const std::string& command) {
  std::string output;
  FILE* pipe = popen(command.c_str(), "r");
  if (pipe == nullptr) return output;
  char buffer[4096];
  while (const std::size_t size = fread(buffer, 1, sizeof buffer, pipe)) output.append(buffer, size);
  pclose(pipe);
  return output;
}

TEST(Edtf, EveryPrintedValuePassesTheParserOfNpm) {
  if (!std::filesystem::exists(std::string(kPackages) + "/edtf")) {
    GTEST_SKIP() << kPackages << "/edtf is not there; scripts/setup --dev installs it";
  }
  if (output_of("node --version 2>/dev/null").empty()) GTEST_SKIP() << "node is not installed";
  const std::set<std::string> values = printed_values();
  ASSERT_GT(values.size(), 300U);
  const std::filesystem::path list = std::filesystem::path(testing::TempDir()) / "hearsay-edtf-values.txt";
  std::ofstream file(list);
  for (const std::string& value : values) file << value << '\n';
  file.close();
  const std::string command = std::string("NODE_PATH='") + kPackages +
                              "' node '" HEARSAY_ROOT "/tests/support/edtf_check.js' <'" + list.string() + "' 2>&1";
  EXPECT_EQ(output_of(command), "checked " + std::to_string(values.size()) + "\n");
  std::filesystem::remove(list);
}

}  // namespace
}  // namespace hearsay
