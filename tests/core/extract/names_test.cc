// Names of texts made up for these tests: kinds, edges, roles, and capitals that are no names.

#include "core/extract/names.h"

#include <gtest/gtest.h>

#include "core/lexicon/lexicon.h"
#include "tests/core/extract/lines.h"

namespace hearsay {
namespace {

// "kind:name" of each name, demonyms and unsure words left out; with a role as "kind:name (role)".
std::string names_of(std::string_view text, bool roles = false) {
  static const NameWords kNameWords(Lexicon::shipped());
  const Words words = words_of_lines(text);
  std::string found;
  for (const WrittenName& name : NameFinder(kNameWords).find(words)) {
    if (name.demonym || !name.sure) continue;
    if (!found.empty()) found += " | ";
    found += std::string(name_of(name.kind)) + ":" + std::string(name.span.of(text));
    if (roles && !name.role.empty()) found += " (" + name.role + ")";
  }
  return found;
}

struct Row {
  std::string_view text;
  std::string_view expected;
};

TEST(Names, KindAndEdges) {
  const Row rows[] = {
      {"The bridge was closed by Marta Olsen on Monday.", "person:Marta Olsen"},
      {"It was raised by Mr. Tobias Renn again.", "person:Tobias Renn"},
      {"He met Jan van der Meer and Ana de Souza there.", "person:Jan van der Meer | person:Ana de Souza"},
      {"The report by the Coastal Safety Commission was late.", "organization:Coastal Safety Commission"},
      {"It came from the Committee for Harbour Rights in Norway on Friday.",
       "organization:Committee for Harbour Rights in Norway"},
      {"They live in Kestrel County with family.", "place:Kestrel County"},
      {"The Harbour Herald had the story.", "outlet:Harbour Herald"},
      {"She wrote it in The Northport Times last week.", "outlet:The Northport Times"},
      {"It fell to Kim Min-jae’s brother.", "person:Kim Min-jae"},
      {"The deal binds Russia and the U.S. alike.", "place:Russia | place:U.S."},
      {"The U.N. sent help to Chad.", "organization:U.N. | place:Chad"},
      {"The union backed the Workers’ Party here.", "organization:Workers’ Party"},
      {"Geologist Dr Marta Olsen of the Academy of Tarnhill came.",
       "person:Marta Olsen | organization:Academy of Tarnhill"},
      {"Operator Renn Aggregates closed it.", "organization:Renn Aggregates"},
      {"It was sung by Samira al-Hadidi again.", "person:Samira al-Hadidi"},
      {"It was read by Nguyen Thi Thu Ha again.", "person:Nguyen Thi Thu Ha"},
      {"The Transitional Justice Working Group came.", "organization:Transitional Justice Working Group"},
  };
  for (const Row& row : rows) EXPECT_EQ(names_of(row.text), row.expected) << row.text;
}

TEST(Names, BodiesWithoutAHeadNounAreKnownByWhatIsSaidOfThem) {
  const Row rows[] = {
      {"It was said that Marlow Pike are at home.", "organization:Marlow Pike"},
      {"It came from Tolmer Gears, which makes chips.", "organization:Tolmer Gears"},
      {"The director of Tolmer Gears came.", "organization:Tolmer Gears"},
      {"He sold Tolmer Gears' shares.", "organization:Tolmer Gears"},
      {"Again Tolmer Gears workers walked out.", "organization:Tolmer Gears"},
      {"Today Tolmer Gears is a maker and a firm of note.", "organization:Tolmer Gears"},
      {"It was said that Ondro Palva and Misko Renat are at home.", "person:Ondro Palva | person:Misko Renat"},
      {"The director of Ondro Palva, who wrote it, came.", "person:Ondro Palva"},
      {"The director of Ondro Palva, 34, came.", "person:Ondro Palva"},
      {"The director of Anna Lim came.", "person:Anna Lim"},
      {"It was closed by Ondro Palva again.", "person:Ondro Palva"},
  };
  for (const Row& row : rows) EXPECT_EQ(names_of(row.text), row.expected) << row.text;
}

TEST(Names, WordsOfMastheadsMakeNoOutlets) {
  for (const std::string_view text : {"She paid with American Express.", "It was shown in Pioneer Square again.",
                                      "It fell to Economist Marta Olsen.", "They moved to Concord New Hampshire."})
    EXPECT_EQ(names_of(text).find("outlet:"), std::string::npos) << text;
  EXPECT_EQ(names_of("It was in the Daily Express again."), "outlet:Daily Express");
}

TEST(Names, CapitalsThatNameNobody) {
  for (const std::string_view text : {
           "Residents said nothing.",
           "Meanwhile the water rose.",
           "On Tuesday and in March the gates were shut.",
           "The treaty was signed after the Summit ended.",
           "Several Russian ships and many Germans left.",
           "It was, I think, a long day.",
           "",
           "THE END IS NEAR",
       })
    EXPECT_EQ(names_of(text), "") << text;
}

TEST(Names, TitleCaseLineHoldsOnlyNamesTheTextKnows) {
  EXPECT_EQ(names_of("Harbour Chief Olsen Warns Of Rising Tides\nThe harbour is run by Marta Olsen, who spoke."),
            "person:Olsen | person:Marta Olsen");
  EXPECT_EQ(names_of("Record Storm Closes Northern Bridges Again\nThe bridges closed."), "");
}

TEST(Names, SingleWordIsAPersonWhereTheTextNamesOneSo) {
  EXPECT_EQ(names_of("It was Marta Olsen. The board thanked Olsen. The board thanked Quorl."),
            "person:Marta Olsen | person:Olsen");
}

TEST(Names, HalfOfADividedCountryOnlyWhereTheCountryIsNamed) {
  EXPECT_EQ(names_of("South Korea protested. The patrols of the South went on."), "place:South Korea | place:South");
  EXPECT_EQ(names_of("The winds of the South went on."), "");
}

TEST(Names, RoleBesideTheName) {
  const Row rows[] = {
      {"The claim of harbour director Marta Olsen stood.", "person:Marta Olsen (harbour director)"},
      {"Marta Olsen, director of the port, spoke.", "person:Marta Olsen (director of the port)"},
      {"Marta Olsen, 45, director of the port, spoke.", "person:Marta Olsen (director of the port)"},
      {"The director of the port, Marta Olsen, spoke.", "person:Marta Olsen (The director of the port)"},
      {"The vote was lost by Norwegian Foreign Minister Erik Dahl.", "person:Erik Dahl (Norwegian Foreign Minister)"},
      {"Marta Olsen, who likes a director, spoke.", "person:Marta Olsen"},
      {"Marta Olsen, speaking in the rain, left.", "person:Marta Olsen"},
      {"It was Mr. Tobias Renn.", "person:Tobias Renn"},
      {"They lend Mr. Tobias Renn a boat.", "person:Tobias Renn"},
      {"He voted against President Tobias Renn.", "person:Tobias Renn (President)"},
      {"The nominee also faced a rival, Marta Olsen, again.", "person:Marta Olsen"},
      {"It fell to Marta Olsen, others vow to help.", "person:Marta Olsen"},
  };
  for (const Row& row : rows) EXPECT_EQ(names_of(row.text, true), row.expected) << row.text;
}

}  // namespace
}  // namespace hearsay
