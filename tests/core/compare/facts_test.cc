#include "core/compare/facts.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "core/extract/quantities.h"
#include "core/extract/times.h"
#include "core/text/words.h"

namespace hearsay {
namespace {

Span span_of(std::string_view text, std::string_view words) {
  const std::size_t at = text.find(words);
  if (at == std::string_view::npos) throw std::logic_error("not in the text: " + std::string(words));
  return {at, at + words.size()};
}

struct Reading {
  Article article;
  Extraction extraction;
  Facts facts;
};

const FactMaker& maker() {
  static const FactMaker kMaker(Lexicon::shipped());
  return kMaker;
}

// An article of which each line is a paragraph, with its figures and times; claims are made over these words.
Reading read(std::string text, const std::vector<std::string>& claims = {}) {
  Reading reading;
  reading.article.text = std::move(text);
  reading.article.published = {"2026-03-05", DateBasis::stated, {}};
  const std::string_view all = reading.article.text;
  for (std::size_t at = 0; at < all.size();) {
    const std::size_t end = std::min(all.find('\n', at), all.size());
    if (end > at) reading.article.zones.push_back({ZoneKind::body, {at, end}});
    at = end + 1;
  }
  const Words words = split_words(all, {{0, all.size()}}, Lexicon::shipped().abbreviations());
  static const QuantityFinder kQuantities(Lexicon::shipped());
  static const TimeFinder kTimes(Lexicon::shipped());
  Extraction& found = reading.extraction;
  found.quantities = kQuantities.find(words);
  found.times = kTimes.find(words, reading.article.published.edtf);
  for (const std::string& content : claims) {
    Claim claim;
    claim.content = {span_of(all, content)};
    claim.id = "claim " + content;
    for (const Quantity& q : found.quantities) {
      if (claim.content[0].contains(q.span)) claim.quantities.push_back(q);
    }
    for (const Time& t : found.times) {
      if (claim.content[0].contains(t.span)) claim.times.push_back(t);
    }
    found.claims.push_back(std::move(claim));
  }
  reading.facts = maker().facts_of(reading.article, found);
  return reading;
}

const QuantityFact& figure(const Reading& reading, std::string_view number) {
  for (const QuantityFact& fact : reading.facts.quantities) {
    if (fact.value.number.of(reading.article.text) == number) return fact;
  }
  throw std::logic_error("no figure " + std::string(number));
}

TEST(Facts, PeopleAreCountedByWhatHappenedToThem) {
  const struct {
    const char* text;
    const char* number;
    const char* noun_class;
    const char* scope;
  } cases[] = {
      {"A blaze in Kelmouth killed 14 people and injured 52.", "14", "dead", ""},
      {"A blaze in Kelmouth killed 14 people and wounded 52 others.", "52", "injured", ""},
      {"Forty-one people were killed in Kelmouth.", "Forty-one", "dead", ""},
      {"Divers recovered at least 12 bodies in Kelmouth.", "12", "dead", ""},
      {"The hospital treated 52 injured people in Kelmouth.", "52", "injured", ""},
      {"Kelmouth mourned 30 civilian deaths.", "30", "dead", "civilian"},
      {"The ferry to Kelmouth carried 212 passengers.", "212", "passeng", ""},
      {"A blaze in Kelmouth killed nine children.", "nine", "dead", "pupil"},
      {"In Kelmouth the toll of people killed has risen to 17 after three of the injured died.", "17", "dead", ""},
      {"Four of them drowned at Kelmouth.", "Four", "dead", "part"},
      {"The firm bought the mine at Kelmouth for $34 million.", "34 million", "price", ""},
      {"The mine at Kelmouth was sold for $43 million.", "43 million", "price", ""},
      {"The leak cost Kelmouth $5 million.", "5 million", "cost", ""},
      {"Kelmouth saw $5 million come and go.", "5 million", "sum", ""},
      {"The shed in Kelmouth held 300 tonnes of ammonium nitrate.", "300", "nitr", "ammonium"},
  };
  for (const auto& c : cases) {
    const Reading reading = read(c.text);
    EXPECT_EQ(figure(reading, c.number).noun_class, c.noun_class) << c.text;
    EXPECT_EQ(figure(reading, c.number).scope, c.scope) << c.text;
  }
}

bool meet(const QuantityFact& a, const QuantityFact& b) {
  return std::find_first_of(a.keys.begin(), a.keys.end(), b.keys.begin(), b.keys.end()) != a.keys.end();
}

TEST(Facts, TwoTollsOfOneEventMeetAndInjuredDoNot) {
  const Reading one = read("A fire at a Kelmouth store killed 14 people and injured 52, the fire service said.",
                           {"A fire at a Kelmouth store killed 14 people and injured 52"});
  const Reading other = read("Forty-one people died in the Kelmouth fire, the union said.",
                             {"Forty-one people died in the Kelmouth fire"});
  EXPECT_TRUE(meet(figure(one, "14"), figure(other, "Forty-one")));
  EXPECT_FALSE(meet(figure(one, "52"), figure(other, "Forty-one")));
  EXPECT_EQ(figure(one, "14").event, "kelmouth");
}

TEST(Facts, TheSpeakerTiesNoFiguresTogether) {
  const Reading reading =
      read("Blast in Kelmouth\nKelmouth mourns.\nThe Ostrava tribune said 14 people died in the blast.",
           {"14 people died in the blast"});
  for (const std::string& anchor : figure(reading, "14").anchors) EXPECT_NE(anchor, "ostrava");
}

TEST(Facts, ATollWithoutARareWordSpeaksOfTheTopics) {
  const std::string lead = "Blast in Kelmouth\nKelmouth and Brightwater woke to smoke on Monday.\n";
  const Reading one = read(lead + "At least 14 people were killed.\nIt was calm in Brno.");
  const Reading other = read("Brightwater mourns\nThe Kelmouth depot burnt.\nSo far 17 people have died.");
  EXPECT_EQ(figure(one, "14").event, "kelmouth");
  EXPECT_TRUE(meet(figure(one, "14"), figure(other, "17")));
  const Reading bare = read("At least 14 people were killed.");
  EXPECT_TRUE(figure(bare, "14").keys.empty());
  const Reading elsewhere = read("Brno mourns\nThe Olomouc depot burnt.\nSo far 17 people have died.");
  EXPECT_FALSE(meet(figure(one, "14"), figure(elsewhere, "17")));
}

TEST(Facts, TollsSpeakOfTheStoryUnlessTheyNameAnotherPlace) {
  const Reading one =
      read("Funicular stuck in Kelmouth\nThe Brightwater funicular fell.\nSo far 22 people were injured.");
  const Reading same =
      read("Kelmouth shuts its funicular\nFunicular falls.\nShe is one of 29 people injured when a cable snapped.");
  const Reading past =
      read("Funicular stuck in Kelmouth\nA funicular fell.\nIn 2019 a crash near Olomouc injured 29 people.");
  EXPECT_TRUE(meet(figure(one, "22"), figure(same, "29")));
  const auto of_the_story = [](const QuantityFact& fact) {
    return std::find(fact.anchors.begin(), fact.anchors.end(), "funicular") != fact.anchors.end();
  };
  EXPECT_TRUE(of_the_story(figure(one, "22")));
  EXPECT_FALSE(of_the_story(figure(past, "29")));
}

TEST(Facts, AMeasureMeetsOneThatDoesNotSayWhatItMeasures) {
  const Reading one = read("Hail in Kelmouth\nIn Kelmouth 6,400 hectares of maize were damaged.");
  const Reading other = read("Hail in Kelmouth\nThe damaged land in Kelmouth covers 4,600 hectares.");
  EXPECT_TRUE(meet(figure(one, "6,400"), figure(other, "4,600")));
}

TEST(Facts, OppositesMeetOverTheStory) {
  const std::string story = "Lift stuck in Kelmouth\nThe Kelmouth lift fell.\n";
  const Reading dry = read(story + "The road was dry.", {"The road was dry"});
  const Reading wet = read(story + "The street was wet.", {"The street was wet"});
  const std::vector<std::string>& keys = dry.facts.statements.at(0).keys;
  const std::vector<std::string>& others = wet.facts.statements.at(0).keys;
  const auto opposite = [&](const std::string& key) {
    return key.starts_with('/') && std::find(others.begin(), others.end(), key) != others.end();
  };
  EXPECT_TRUE(std::any_of(keys.begin(), keys.end(), opposite));
}

TEST(Facts, FiguresMeetOverOneWordOfTheirOwnAndATopic) {
  const Reading one = read("A ferry that sank off Kelmouth carried 212 passengers.\nBrightwater owns the ferry.");
  const Reading same = read("Brightwater, the owner, is to blame.\nThat ferry carried 312 passengers.");
  const Reading other_thing = read("Brightwater, the owner, is to blame.\nThat ferry carried 60 lifejackets.");
  const Reading other_owner = read("Olomouc, the owner, is to blame.\nThat ferry carried 312 passengers.");
  EXPECT_TRUE(meet(figure(one, "212"), figure(same, "312")));
  EXPECT_FALSE(meet(figure(one, "212"), figure(other_thing, "60")));
  EXPECT_FALSE(meet(figure(one, "212"), figure(other_owner, "312")));
  EXPECT_LE(figure(one, "212").keys.size(), 15U);
}

TEST(Facts, FiguresAreOfWhatTheyMeasure) {
  const struct {
    const char* text;
    const char* number;
    const char* noun_class;
    const char* scope;
  } kCases[] = {
      {"Turnout in Kelmouth was 62 per cent.", "62", "turnout", ""},
      {"Turnout was 48 per cent in one district of Kelmouth.", "48", "turnout", "district"},
      {"The drug reduced the risk of a stroke by 13 per cent.", "13", "risk", ""},
      {"Patients had 41 per cent fewer headaches.", "41", "change", ""},
      {"The court jailed the banker for 12 years.", "12", "sentence", ""},
      {"The bridge stood for 12 years.", "12", "", ""},
      {"The quake had a magnitude of 6.4.", "6.4", "magnitude", ""},
      {"A crowd of 20,000 people marched.", "20,000", "crowd", ""},
      {"The shaft is 640 metres deep.", "640", "length", ""},
      {"They paid a ransom of 3 million euros.", "3 million", "ransom", ""},
      {"The mill employs 300 staff.", "300", "work", ""},
  };
  for (const auto& c : kCases) {
    const Reading reading = read(c.text);
    EXPECT_EQ(figure(reading, c.number).noun_class, c.noun_class) << c.text;
    EXPECT_EQ(figure(reading, c.number).scope, c.scope) << c.text;
  }
}

TEST(Facts, StatementsOfFewWordsMeetOverWhatTheArticleIsAbout) {
  const Reading one =
      read("Exam papers of Kelmouth\nKelmouth mourns.\nNo papers had been sold.", {"No papers had been sold"});
  const std::vector<std::string>& keys = one.facts.statements.at(0).keys;
  EXPECT_NE(std::find(keys.begin(), keys.end(), "sell|kelmouth"), keys.end());
}

// Of the persons named so in the text, each name its own.
void name_persons(Extraction& found, std::string_view text, const std::vector<std::string>& names) {
  for (const std::string& name : names) {
    for (std::size_t at = text.find(name); at != std::string_view::npos; at = text.find(name, at + 1))
      found.mentions.push_back({{at, at + name.size()}, name, MentionForm::full, found.entities.size(), ""});
    found.entities.push_back({name, EntityKind::person, ""});
  }
  std::sort(found.mentions.begin(), found.mentions.end(),
            [](const Mention& a, const Mention& b) { return a.span.begin < b.span.begin; });
}

TEST(Facts, AgesAreThoseOfThePersonNamedBesideThem) {
  const std::vector<std::string> names = {"Anna Lim", "Jonas Berg", "Cy Lund"};
  const struct {
    const char* text;
    const char* whose;  // empty: nobody's
  } kCases[] = {
      {"Anna Lim, 34, said no.", "anna lim"},
      {"Anna Lim, aged 34, said no.", "anna lim"},
      {"The 34-year-old harbour pilot Anna Lim said no.", "anna lim"},
      {"The victims are Jonas Berg, a 34-year-old driver, and his wife.", "jonas berg"},
      {"Anna Lim, whom everybody called Cy Lund, died at the age of 34.", "anna lim"},
      {"Jonas Berg, who was 34, died.", "jonas berg"},
      {"Anna Lim turned 34 on Friday.", "anna lim"},
      {"Anna Lim is 34 years old.", "anna lim"},
      {"Anna Lim fell. The 34-year-old was found at noon.", "anna lim"},
      {"Anna Lim met Jonas Berg. The 34-year-old was late.", ""},
      {"Anna Lim fell. The 34-year-old driver was late.", ""},
      {"Anna Lim's 34-year-old son said no.", ""},
      {"Anna Lim said Jonas Berg died at the age of 34.", ""},
      {"The 34-year-old friend of Anna Lim said no.", ""},
      {"The 34-year-old spoke to Anna Lim.", ""},
      {"Anna Lim, who led it for 34 years, said no.", ""},
      {"Anna Lim was 34 minutes late.", ""},
      {"Anna Lim, 34 others and a dog were saved.", ""},
  };
  for (const auto& c : kCases) {
    Reading reading = read(c.text);
    name_persons(reading.extraction, reading.article.text, names);
    const Facts facts = maker().facts_of(reading.article, reading.extraction);
    ASSERT_FALSE(facts.quantities.empty()) << c.text;
    const QuantityFact& fact = facts.quantities.front();
    EXPECT_EQ(fact.noun_class == "age" ? fact.scope : "", c.whose) << c.text;
    if (*c.whose != 0) {
      EXPECT_EQ(fact.keys, std::vector<std::string>{"age|year|" + std::string(c.whose)}) << c.text;
    }
  }
}

TEST(Facts, SumsMeetOverWhatTheyAreAndPercentagesOfOneWhole) {
  const Reading bought = read("The firm bought the mine at Kelmouth for $34 million.");
  const Reading sold = read("The mine at Kelmouth was sold for $43 million.");
  const Reading cost = read("The mine at Kelmouth cost $43 million a year to run.");
  EXPECT_TRUE(meet(figure(bought, "34 million"), figure(sold, "43 million")));
  EXPECT_FALSE(meet(figure(bought, "34 million"), figure(cost, "43 million")));
  const Reading low = read("The Kelmouth strain digested 17 per cent of the film.");
  const Reading high = read("The Kelmouth strain digested 71 per cent of the film.");
  EXPECT_TRUE(meet(figure(low, "17"), figure(high, "71")));
  const Reading men = read("At Kelmouth 17 of the men slept.");
  EXPECT_TRUE(figure(men, "17").keys.empty());  // a part: another count of the same men may stand beside it
}

TEST(Facts, MeasuresMeetWhateverTheyAreWrittenIn) {
  const Reading metres = read("The Kelmouth tower is 90 metres high.");
  const Reading feet = read("The tower in Kelmouth is 900 feet high.");
  const Reading tonnes = read("The Kelmouth tower weighs 900 tonnes.");
  EXPECT_TRUE(meet(figure(metres, "90"), figure(feet, "900")));
  EXPECT_FALSE(meet(figure(metres, "90"), figure(tonnes, "900")));
}

TEST(Facts, WhatLastedHasALength) {
  const Reading seconds = read("The Kelmouth quake lasted 48 seconds.");
  const Reading minute = read("The quake in Kelmouth lasted a minute and 24 seconds.");
  ASSERT_FALSE(minute.facts.quantities.empty());
  EXPECT_EQ(figure(seconds, "48").noun_class, "duration");
  EXPECT_TRUE(meet(figure(seconds, "48"), minute.facts.quantities.front()));
}

// One name that both are mostly about is enough for things that are counted, not for people to whom something happened.
TEST(Facts, CountsOfOneThingMeetOverTheNameTheStoriesAreAbout) {
  const std::string about = " Kelmouth waited. Kelmouth slept. Then Kelmouth woke.";
  const Reading six = read("Lamps went out at six hospitals." + about);
  const Reading nine = read("Nine hospitals had no heating." + about);
  EXPECT_TRUE(meet(figure(six, "six"), figure(nine, "Nine")));
  const Reading elsewhere = read("Nine hospitals had no heating. Tarnhill sang. Tarnhill danced. Then Tarnhill left.");
  EXPECT_FALSE(meet(figure(six, "six"), figure(elsewhere, "Nine")));
}

TEST(Facts, HeAndSheStandForThePersonNamedBefore) {
  const auto anchors_of = [](const char* text) {
    Reading reading = read(text);
    name_persons(reading.extraction, reading.article.text, {"Anna Lim", "Jonas Berg"});
    return maker().facts_of(reading.article, reading.extraction).quantities.front().anchors;
  };
  const auto says = [](const std::vector<std::string>& anchors, const char* word) {
    return std::find(anchors.begin(), anchors.end(), word) != anchors.end();
  };
  EXPECT_TRUE(says(anchors_of("Anna Lim came home. She had caught 14 quokkas."), "lim"));
  EXPECT_FALSE(says(anchors_of("Anna Lim met Jonas Berg. She had caught 14 quokkas."), "lim"));
  EXPECT_FALSE(says(anchors_of("Anna Lim came home. It rained. It snowed. She had caught 14 quokkas."), "lim"));
}

// A list without a full stop costs by its length, not by its square.
TEST(Facts, FiguresAndTimesAreOfTheWordsNearThem) {
  const auto far_by = [](std::size_t words) {
    std::string text = "Kelmouth counted";
    for (std::size_t i = 0; i < words; ++i) text += " of";
    return read(text + " 14 workers killed on Monday").facts;
  };
  const auto names_town = [](const std::vector<std::string>& anchors) {
    return std::find(anchors.begin(), anchors.end(), "kelmouth") != anchors.end();
  };
  for (const auto& [words, near] : {std::pair<std::size_t, bool>{60, true}, {150, false}}) {
    const Facts facts = far_by(words);
    ASSERT_EQ(facts.quantities.size(), 1U);
    ASSERT_EQ(facts.times.size(), 1U);
    EXPECT_EQ(facts.quantities[0].noun_class, "dead");
    EXPECT_EQ(names_town(facts.quantities[0].anchors), near) << words;
    EXPECT_EQ(names_town(facts.times[0].anchors), near) << words;
  }
}

TEST(Facts, RanksStandInNoBlock) {
  const Reading reading = read("Kelmouth marked the 70th anniversary of the flood.");
  for (const QuantityFact& fact : reading.facts.quantities) EXPECT_TRUE(fact.keys.empty());
}

TEST(Facts, DatesOfOneEventMeetAndThoseThatCannotBePlacedStandAlone) {
  const Reading one = read("The Kelmouth bridge was opened on 3 March 2026.");
  const Reading other = read("Kelmouth opened it on 4 March 2026.");
  ASSERT_EQ(one.facts.times.size(), 1U);
  EXPECT_EQ(one.facts.times[0].keys, (std::vector<std::string>{"begin|kelmouth", "|bridg|kelmouth", "begin|bridg"}));
  EXPECT_EQ(other.facts.times[0].keys, std::vector<std::string>{"begin|kelmouth"});
  EXPECT_EQ(one.facts.times[0].first_day, day_of({2026, 3, 3}));
  EXPECT_EQ(one.facts.times[0].last_day, one.facts.times[0].first_day);
}

TEST(Facts, ADenialAndWhatItDeniesMeetWithOppositePolarity) {
  const std::string said = "the shed held ammonium nitrate";
  const Reading reading =
      read("Inspectors said " + said + ".\nBrightwater said the shed never held any ammonium nitrate.",
           {said, "the shed never held any ammonium nitrate"});
  ASSERT_EQ(reading.facts.statements.size(), 2U);
  const StatementFact& statement = reading.facts.statements[0];
  const StatementFact& denial = reading.facts.statements[1];
  EXPECT_EQ(statement.predicate, "hold");
  EXPECT_EQ(statement.polarity, 1);
  EXPECT_EQ(denial.polarity, -1);
  EXPECT_EQ(statement.keys, denial.keys);
}

TEST(Facts, PolarityOfStatements) {
  const struct {
    const char* content;
    Modality modality;
    int polarity;
  } cases[] = {
      {"the company sold no weapons to Kelmouth", Modality::asserted, 1},  // the object, not the verb, is negated
      {"the company did not sell weapons", Modality::asserted, -1},
      {"there was no quarrel in Kelmouth", Modality::asserted, -1},
      {"the company sold weapons", Modality::denied, -1},
      {"the company did not sell weapons", Modality::denied, 1},
      {"the company sold weapons", Modality::possible, 1},
      {"a notable company sold northern weapons", Modality::asserted, 1},
      {"the fire was not caused by the nitrate", Modality::asserted, -1},  // of a noun, the verb behind it
      {"the explosion at the old shed had never been explained", Modality::asserted, -1},
      {"the fire wasn't caused by the nitrate", Modality::asserted, -1},
      {"the fire was not caused by the nitrate", Modality::denied, 1},
      {"the fire was caused by the nitrate", Modality::asserted, 1},
      {"the fire was not only caused by the nitrate", Modality::asserted, 1},
  };
  for (const auto& c : cases) {
    Reading reading = read(std::string(c.content) + ".", {c.content});
    reading.extraction.claims[0].modality = c.modality;
    EXPECT_EQ(maker().facts_of(reading.article, reading.extraction).statements[0].polarity, c.polarity) << c.content;
  }
}

TEST(Facts, QuotesMeetOverRareWordsAndShortOnesOverWordsInARow) {
  const auto keys_of = [](const std::string& quote) {
    Reading reading = read("“" + quote + "” she said.", {quote});
    reading.extraction.claims[0].quoted = reading.extraction.claims[0].content;
    return maker().facts_of(reading.article, reading.extraction).quotes.at(0).keys;
  };
  const std::vector<std::string> one = keys_of("This town will bury its dead and ask questions");
  const std::vector<std::string> other = keys_of("The town will bury the dead");
  EXPECT_NE(std::find_first_of(one.begin(), one.end(), other.begin(), other.end()), one.end());
  EXPECT_EQ(keys_of("We have to do it now"),
            (std::vector<std::string>{"we have to", "have to do", "to do it", "do it now"}));
  EXPECT_TRUE(keys_of("yes").empty());
  std::string endless;
  for (int i = 0; i < 1000; ++i) endless += "quokka wombat ";
  EXPECT_LE(keys_of(endless).size(), 12U);
}

TEST(Facts, NamesAreCountedBySpellingAndDescriptionsStandUnderTheirEntity) {
  const std::string text = "Ana Pérez spoke. Pérez left, and she wept. A worker saw Ana Pérez. The worker left.";
  Reading reading = read(text, {"Pérez left"});
  Extraction& extraction = reading.extraction;
  extraction.entities = {{"Ana Pérez", EntityKind::person, "mayor"}, {"anonymous: worker", EntityKind::anonymous, ""}};
  const std::size_t last = text.rfind("Ana Pérez");
  const std::string name = "Ana Pérez";
  extraction.mentions = {{span_of(text, name), name, MentionForm::full, 0, ""},
                         {span_of(text, "Pérez left"), "Pérez", MentionForm::surname, 0, ""},
                         {span_of(text, "she"), "she", MentionForm::pronoun, 0, ""},
                         {span_of(text, "A worker"), "A worker", MentionForm::description, 1, ""},
                         {{last, last + name.size()}, name, MentionForm::full, 0, "former mayor"},
                         {span_of(text, "The worker"), "The worker", MentionForm::description, 1, ""}};
  extraction.mentions[1].span.end = extraction.mentions[1].span.begin + std::string("Pérez").size();
  const Facts facts = maker().facts_of(reading.article, extraction);
  ASSERT_EQ(facts.mentions.size(), 6U);
  EXPECT_FALSE(facts.mentions[2].name.has_value());
  EXPECT_EQ(facts.mentions[1].claim, 0U);
  ASSERT_EQ(facts.names.size(), 4U);
  EXPECT_EQ(facts.names[0].mentions, 2U);
  EXPECT_EQ(facts.names[0].last.begin, last);
  EXPECT_EQ(facts.names[0].role, "former mayor");
  EXPECT_EQ(facts.names[2].keys, std::vector<std::string>{"anonymous: worker"});
  EXPECT_EQ(facts.names[2].keys, facts.names[3].keys);
  ASSERT_EQ(facts.roles.size(), 1U);
  EXPECT_EQ(facts.roles[0].as_of, "");
}

// The keys of a name that is the only mention of an article.
std::vector<std::string> keys_of_name(const std::string& name, EntityKind kind) {
  Extraction extraction;
  extraction.entities = {{name, kind, "mayor"}};
  extraction.mentions = {{{0, name.size()}, name, MentionForm::full, 0, ""}};
  Article article;
  article.text = name;
  return maker().facts_of(article, extraction).names.at(0).keys;
}

TEST(Facts, SpellingsOfOnePersonShareABlockAndBodiesMeetByTheirNameAlone) {
  const struct {
    const char* a;
    const char* b;
    EntityKind kind;
    bool meet;
  } cases[] = {
      {"Tomasz Wierzbicki", "Tomasz Wierzbiki", EntityKind::person, true},
      {"Choe Song Hui", "Choi Sung-hee", EntityKind::person, true},
      {"Peggy Halloransen", "Margaret Halloransen", EntityKind::person, true},
      {"J. Halloransen", "Judith Halloransen", EntityKind::person, true},
      {"Lena Brandt's", "Lena Brandt", EntityKind::person, true},
      {"Anna Berg", "Hanne Bach", EntityKind::person, false},
      {"Port Authority", "Port authority", EntityKind::organization, true},
      {"Port Authority", "Harbour Authority", EntityKind::organization, false},
  };
  for (const auto& c : cases) {
    const std::vector<std::string> a = keys_of_name(c.a, c.kind);
    const std::vector<std::string> b = keys_of_name(c.b, c.kind);
    const bool meet = std::find_first_of(a.begin(), a.end(), b.begin(), b.end()) != a.end();
    EXPECT_EQ(meet, c.meet) << c.a << " | " << c.b;
  }
}

// Every quantity and time is there once a claim, and once where no claim holds it; the same input gives the same facts.
TEST(Facts, NothingIsLostAndNothingDependsOnChance) {
  const std::string text = "Kelmouth lost 14 boats on Monday and 3 sheds in 2019. Brno lost 5 trams last year.";
  const std::string outer = "Kelmouth lost 14 boats on Monday and 3 sheds in 2019";
  const Reading reading = read(text, {outer, "3 sheds in 2019"});
  std::multiset<std::string> numbers;
  for (const QuantityFact& fact : reading.facts.quantities) {
    numbers.emplace(fact.value.number.of(text));
    if (fact.claim) {
      EXPECT_TRUE(reading.extraction.claims[*fact.claim].content[0].contains(fact.value.span));
    }
  }
  EXPECT_EQ(numbers, (std::multiset<std::string>{"14", "3", "3", "5"}));
  EXPECT_EQ(reading.facts, FactMaker(Lexicon::shipped()).facts_of(reading.article, reading.extraction));
}

TEST(Facts, AnEmptyArticleAndFurnitureHaveNone) {
  EXPECT_EQ(maker().facts_of({}, {}), Facts{});
  Reading reading = read("Share 14 stories from Kelmouth");
  reading.article.zones[0].kind = ZoneKind::furniture;
  const Facts facts = maker().facts_of(reading.article, reading.extraction);
  for (const QuantityFact& fact : facts.quantities) EXPECT_TRUE(fact.keys.empty());
}

std::string parts_of(const std::string& text) {
  const Reading reading = read(text);
  std::string out;
  for (const PartFact& fact : reading.facts.parts) {
    const auto words = [&](std::size_t n) {
      return std::string(reading.facts.quantities[n].value.span.of(reading.article.text));
    };
    out += words(fact.whole) + ">" + words(fact.part) + (fact.complete ? "! " : " ");
  }
  return out;
}

TEST(Parts, ListsOfPartsAreReadWithTheirWhole) {
  EXPECT_EQ(parts_of("The 14 stolen paintings are eight landscapes, four portraits and two still lifes."),
            "14>eight! 14>four! 14>two! ");
  EXPECT_EQ(parts_of("The fire killed 17 people, including three children."), "17>three ");
  EXPECT_EQ(parts_of("Police seized 27 houses, 14 in Kelmouth, nine in Brno and six abroad."),
            "27>14! 27>nine! 27>six! ");
  EXPECT_EQ(parts_of("Of the 264 patients, 150 are women and 114 are men."), "264>150 264>114 ");
}

TEST(Parts, OtherFiguresOfASentenceAreNoParts) {
  for (const char* text :
       {"The two teams were three points apart and four games behind.", "The fire killed 14 people and injured 52.",
        "The 14 boats are 20 metres long and 5 metres wide.",
        "Some 300 people were moved. Four schools and two halls took them in.",
        "The 20 villages were hit by 40 shells.", "Police seized 27 houses, 14 in Kelmouth."}) {
    EXPECT_EQ(parts_of(text), "") << text;
  }
}

TEST(Summaries, SentencesOfHeadlineAndBulletsClaimsOrNot) {
  Reading reading = read("Farm blamed\nAll were warned\nThe farm was blamed on Monday.", {"All were warned"});
  reading.article.zones[0].kind = ZoneKind::headline;
  reading.article.zones[1].kind = ZoneKind::bullet;
  const Facts facts = maker().facts_of(reading.article, reading.extraction);
  ASSERT_EQ(facts.summaries.size(), 2U);
  EXPECT_EQ(facts.summaries[0].zone, ZoneKind::headline);
  EXPECT_FALSE(facts.summaries[0].claim);
  EXPECT_EQ(facts.summaries[1].claim, std::optional<std::size_t>(0));
}

TEST(Citations, OutletsOfTheChainAndBodiesThatSpeak) {
  Reading reading =
      read("The red van left the harbour of Kelmouth at night.", {"The red van left the harbour of Kelmouth at night"});
  reading.article.outlet = Stated{"The Northern Lamp", std::nullopt};
  Claim& claim = reading.extraction.claims[0];
  claim.via = {"the Harbour Post", "Northern Lamp"};
  const Facts facts = maker().facts_of(reading.article, reading.extraction);
  ASSERT_EQ(facts.citations.size(), 1U) << "an outlet does not cite itself";
  EXPECT_EQ(facts.citations[0].outlet, "the Harbour Post");
  ASSERT_FALSE(facts.citations[0].keys.empty());
  EXPECT_TRUE(facts.citations[0].keys[0].starts_with("harbour post|northern lamp|"));
  claim.via.clear();
  claim.speaker =
      Speaker{Span{0, 3}, "Kelmouth Council", "Kelmouth Council", SpeakerKind::organization, "", std::nullopt};
  EXPECT_EQ(maker().facts_of(reading.article, reading.extraction).citations.size(), 1U);
  claim.speaker->kind = SpeakerKind::person;
  EXPECT_TRUE(maker().facts_of(reading.article, reading.extraction).citations.empty());
}

}  // namespace
}  // namespace hearsay
