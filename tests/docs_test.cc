// What the pages say and what the program has are the same: commands and their options, words of the values, exit
// codes.

#include <gtest/gtest.h>

#include <fstream>
#include <regex>
#include <sstream>
#include <string>

#include "cli/command.h"
#include "tests/support/run_command.h"
#include "tests/support/temp_folder.h"

namespace hearsay {
namespace {

std::string page(const std::string& name) {
  std::ifstream file(std::string(HEARSAY_ROOT) + "/" + name);
  std::stringstream text;
  text << file.rdbuf();
  EXPECT_FALSE(text.str().empty()) << name;
  return text.str();
}

TEST(Docs, EveryCommandIsDocumented) {
  const std::string text = page("docs/cli.md");
  ASSERT_GT(commands().size(), 8U);
  for (const CommandEntry& entry : commands()) {
    EXPECT_TRUE(std::regex_search(text, std::regex("`" + std::string(entry.name) + "[` ]"))) << entry.name;
  }
}

TEST(Docs, EveryOptionIsDocumented) {
  const std::string text = page("docs/cli.md");
  for (const CommandEntry& entry : commands()) {
    CLI::App app;
    const std::unique_ptr<Command> command = entry.make();
    command->declare(app);
    for (const CLI::Option* option : app.get_options()) {
      if (option->get_lnames().empty() || option->get_lnames().front() == "help") continue;
      const std::string name = "--" + option->get_lnames().front();
      EXPECT_TRUE(std::regex_search(text, std::regex(name + "[` ,]"))) << entry.name << " " << name;
    }
  }
}

TEST(Docs, EveryCommandAndOptionHasHelp) {
  for (const CommandEntry& entry : commands()) {
    EXPECT_FALSE(entry.summary.empty()) << entry.name;
    CLI::App app;
    const std::unique_ptr<Command> command = entry.make();
    command->declare(app);
    for (const CLI::Option* option : app.get_options()) {
      EXPECT_FALSE(option->get_description().empty()) << entry.name << " " << option->get_name();
    }
  }
}

TEST(Docs, DocumentedCommandsExist) {
  const std::string text = page("docs/cli.md");
  const std::string table = text.substr(text.find("| command | does |"));
  const std::regex row("\\n\\| ((`[^`]+` ?)+)\\|");
  for (std::sregex_iterator at(table.begin(), table.end(), row); at != std::sregex_iterator(); ++at) {
    const std::string cells = (*at)[1];
    const std::regex word("`([a-z]+)");
    for (std::sregex_iterator name(cells.begin(), cells.end(), word); name != std::sregex_iterator(); ++name) {
      const std::string command = (*name)[1];
      EXPECT_TRUE(std::any_of(commands().begin(), commands().end(), [&](const auto& entry) {
        return entry.name == command;
      })) << command;
    }
  }
}

// The words of a command line as a shell would hand them on: spaces part them, double quotes hold them together.
std::vector<std::string> words_of(const std::string& line) {
  std::vector<std::string> words;
  std::regex word("\"([^\"]*)\"|([^ ]+)");
  for (std::sregex_iterator at(line.begin(), line.end(), word); at != std::sregex_iterator(); ++at) {
    words.push_back((*at)[1].matched ? (*at)[1] : (*at)[2]);
  }
  return words;
}

TEST(Docs, TheReadmeShowsWhatTheProgramPrints) {
  const std::string text = page("README.md");
  const std::size_t begin = text.find("```\n", text.find("<!-- demo: begin -->")) + 4;
  std::istringstream block(text.substr(begin, text.find("```", begin) - begin));
  const TempFolder home;
  std::filesystem::current_path(HEARSAY_ROOT);
  std::string shown;
  std::string printed;
  for (std::string line; std::getline(block, line);) {
    shown += line + "\n";
    if (!line.starts_with("$ hearsay ")) continue;
    std::vector<std::string> arguments = words_of(line.substr(10));
    arguments.insert(arguments.begin(), {"--store", home.path("readme.db")});
    const Ran ran = run_command(arguments);
    EXPECT_EQ(ran.err, "") << line;
    printed += (printed.empty() ? "" : "\n") + line + "\n" + ran.out;
  }
  EXPECT_EQ(shown, printed);
}

}  // namespace
}  // namespace hearsay
