#include "desk/inputs.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <sstream>

#include "tests/support/temp_folder.h"

namespace hearsay {
namespace {

std::istringstream nothing() { return std::istringstream(); }

TEST(FindInputs, AFolderStandsForItsFilesInOrderWithoutHiddenOnes) {
  const TempFolder home;
  std::filesystem::create_directories(home.path("a/.hidden"));
  home.write("a/2.txt", "");
  home.write("a/1.txt", "");
  home.write("a/.secret", "");
  home.write("a/.hidden/3.txt", "");
  const Inputs inputs = find_inputs({home.path("a"), home.path("a/1.txt")});
  EXPECT_TRUE(inputs.errors.empty());
  EXPECT_EQ(inputs.files, (std::vector<Input>{{home.path("a/1.txt")}, {home.path("a/2.txt")}, {home.path("a/1.txt")}}));
}

TEST(FindInputs, AMissingPathIsNamedAndTheOthersStay) {
  const TempFolder home;
  home.write("b.txt", "");
  const Inputs inputs = find_inputs({home.path("no.txt"), home.path("b.txt"), "-"});
  ASSERT_EQ(inputs.errors.size(), 1U);
  EXPECT_EQ(inputs.errors[0].code, ErrorCode::not_found);
  EXPECT_EQ(inputs.errors[0].text(), home.path("no.txt") + ": no such file or folder; check the path");
  EXPECT_EQ(inputs.files.size(), 2U);
}

TEST(FindInputs, APatternStandsForWhatItFitsUnlessAFileHasThatName) {
  const TempFolder home;
  home.write("b.txt", "");
  home.write("a.txt", "");
  home.write("c.html", "");
  EXPECT_EQ(find_inputs({home.path("*.txt")}).files, (std::vector<Input>{{home.path("a.txt")}, {home.path("b.txt")}}));
  const Inputs none = find_inputs({home.path("*.pdf")});
  EXPECT_TRUE(none.files.empty());
  EXPECT_EQ(none.errors.size(), 1U);
  home.write("[x].txt", "");
  EXPECT_EQ(find_inputs({home.path("[x].txt")}).files, (std::vector<Input>{{home.path("[x].txt")}}));
}

TEST(ReadBytes, FileStandardInputAndFolder) {
  const TempFolder home;
  const std::string bytes("a\0b\xFF", 4);
  std::istringstream in("typed");
  EXPECT_EQ(*read_bytes({home.write("x.txt", bytes)}, in), bytes);
  EXPECT_EQ(*read_bytes({"-"}, in), "typed");
  auto none = nothing();
  const Result<std::string> folder = read_bytes({home.path("")}, none);
  ASSERT_FALSE(folder.ok());
  EXPECT_EQ(folder.error().message, "is a folder");
}

TEST(ReadBytes, WithoutPermissionIsUnreadable) {
  if (geteuid() == 0) GTEST_SKIP() << "root may read everything";
  const TempFolder home;
  const std::string path = home.write("x.txt", "a");
  chmod(path.c_str(), 0);
  auto none = nothing();
  const Result<std::string> bytes = read_bytes({path}, none);
  ASSERT_FALSE(bytes.ok());
  EXPECT_EQ(bytes.error().code, ErrorCode::unreadable);
}

TEST(ReadFolder, ViewsStayGoodWhenMoreIsRead) {
  const TempFolder home;
  home.write("b.tsv", "bb");
  home.write("a.tsv", "a");
  home.write("c.sql", "c");
  std::deque<std::string> keep;
  const Result<std::vector<NamedText>> first = read_folder(home.path(""), ".tsv", keep);
  const Result<std::vector<NamedText>> second = read_folder(home.path(""), ".sql", keep);
  ASSERT_TRUE(first.ok() && second.ok());
  ASSERT_EQ(first->size(), 2U);
  EXPECT_EQ((*first)[0].name, "a.tsv");
  EXPECT_EQ((*first)[0].text, "a");
  EXPECT_EQ((*first)[1].text, "bb");
  EXPECT_EQ((*second)[0].text, "c");
}

TEST(WriteFile, IsWholeOrNotThere) {
  const TempFolder home;
  ASSERT_TRUE(write_file(home.path("r.md"), "one").ok());
  ASSERT_TRUE(write_file(home.path("r.md"), "two").ok());
  auto none = nothing();
  EXPECT_EQ(*read_bytes({home.path("r.md")}, none), "two");
  const Result<Done> failed = write_file(home.path("missing/r.md"), "x");
  ASSERT_FALSE(failed.ok());
  EXPECT_EQ(failed.error().where, home.path("missing/r.md"));
  EXPECT_FALSE(std::filesystem::exists(home.path("r.md.part")));
}

}  // namespace
}  // namespace hearsay
