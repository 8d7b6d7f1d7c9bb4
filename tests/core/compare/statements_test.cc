#include "core/compare/statements.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/extract/statement_reader.h"

namespace hearsay {
namespace {

struct Case {
  const char* name;
  const char* a;
  const char* b;
  const char* expected;  // answer, and for contradictions a blank and the kind
  const char* date_a = "2033-05-12";
  const char* date_b = "2033-05-12";
};

StatementVerdict compared(const std::string& a, const std::string& b, const std::string& date_a,
                          const std::string& date_b) {
  static const StatementReader reader(Lexicon::shipped());
  static const StatementComparer comparer(Lexicon::shipped());
  return comparer.compare(reader.read(a, date_a), reader.read(b, date_b));
}

std::string told(const StatementVerdict& verdict) {
  std::string text(name_of(verdict.answer));
  return verdict.answer == StatementAnswer::contradiction ? text + " " + verdict.kind : text;
}

const Case kCases[] = {
    {"TwoTollsOfOneDay", "The Harlow ferry fire killed 14 people.", "Nineteen people died in the Harlow ferry fire.",
     "contradiction number"},
    {"LaterHigherToll", "The Harlow ferry fire killed 14 people.", "Nineteen people died in the Harlow ferry fire.",
     "compatible", "2033-05-12", "2033-05-14"},
    {"LaterLowerToll", "The Harlow ferry fire killed 19 people.", "Fourteen people died in the Harlow ferry fire.",
     "contradiction number", "2033-05-12", "2033-05-14"},
    {"CountingIsNoFormOfCounter", "Observers were allowed into the counting hall on Sunday.",
     "Observers were not allowed into the counting hall on Sunday.", "contradiction negation"},
    {"LeftDeadIsNoLeaving", "A landslide at the Orvan quarry leaves at least nine dead.",
     "At least nine died in the landslide at the Orvan quarry and remain there.", "compatible"},
    {"DeadAndInjured", "The Harlow ferry fire killed 14 people.", "The Harlow ferry fire injured 60 people.",
     "compatible"},
    {"AtLeastHoldsMore", "At least 14 people died in the Harlow ferry fire.", "The Harlow ferry fire killed 17 people.",
     "compatible"},
    {"RoundNumber", "About 2,000 farmers blocked the Orlen bridge.", "The Orlen bridge was blocked by 1,950 farmers.",
     "compatible"},
    {"KilometresAndMiles", "The tunnel at Corve is 10 kilometres long.", "The tunnel at Corve is 6.2 miles long.",
     "compatible"},
    {"LengthAndWidth", "The canal at Corve is 80 metres wide.", "The canal at Corve is 12 metres deep.", "compatible"},
    {"OneOfTwoPlaces", "A flood at Corve destroyed 40 homes.", "A flood at Lisk destroyed 90 homes.", "unrelated"},
    {"PartExceedsWhole", "In the town of Corve alone, 400 people died in the Ardat quake.",
     "The Ardat quake killed 150 people across the country.", "contradiction number"},
    {"PartOfWhole", "In the town of Corve alone, 40 people died in the Ardat quake.",
     "The Ardat quake killed 150 people across the country.", "compatible"},
    {"DayOutsideMonth", "The Orlen bridge collapsed in March.", "The Orlen bridge gave way on 3 May.",
     "contradiction date"},
    {"DayInsideMonth", "The Orlen bridge collapsed in May.", "The Orlen bridge gave way on 3 May.", "compatible"},
    {"TwoWeekdaysOfOneDate", "The vote took place on Tuesday, 3 May 2033.",
     "The vote took place on Monday, 3 May 2033.", "contradiction weekday"},
    {"NotBeforeDate", "The trial of Ivar Lund will begin in June.",
     "The trial of Ivar Lund will not begin before October.", "contradiction date"},
    {"PlainNegation", "The navy sank the trawler Merle.", "The navy did not sink the trawler Merle, an officer said.",
     "contradiction negation"},
    {"NoneOfThemAgainstSome", "The exam papers were sold before the Corve test.",
     "No exam papers were sold before the Corve test.", "contradiction negation"},
    {"NoAgreementAgainstTwoSides", "The two sides reached an agreement on Orlen.", "No agreement was reached on Orlen.",
     "contradiction negation"},
    {"TheClubForItsName", "Ivar Lund has asked to leave Corve Rovers.", "Ivar Lund had not asked to leave the club.",
     "contradiction negation"},
    {"AnotherTellersHigherCountOfTheNextDay", "Ivar Lund wrote 34 songs.", "Ivar Lund wrote 43 songs.",
     "contradiction number", "2033-05-12", "2033-05-13"},
    {"MoreOfThemAMonthLater", "Ivar Lund wrote 34 songs.", "Ivar Lund wrote 43 songs.", "compatible", "2033-05-12",
     "2033-06-12"},
    {"NetAndOperatingProfit", "Corve Mills made a net profit of 34 million euros.",
     "Corve Mills made an operating profit of 52 million euros.", "compatible"},
    {"DenialAgainstAssertion", "Ivar Lund took bribes from the port company.",
     "Ivar Lund denied taking bribes from the port company.", "contradiction denial"},
    {"TwoDenials", "Ivar Lund denied taking bribes from the port company.",
     "Ivar Lund did not take bribes from the port company.", "compatible"},
    {"NegationOfAnotherThing", "The council did not close the Corve library.", "The council visited the Corve library.",
     "compatible"},
    {"Opposites", "Parliament ratified the Corve treaty.", "Parliament voted down the Corve treaty.",
     "contradiction antonym"},
    {"Synonyms", "Parliament ratified the Corve treaty.", "Parliament approved the Corve treaty.", "compatible"},
    {"OppositesOfTwoSpeakers", "Senator Ivar Lund supports the Corve treaty.",
     "Governor Ana Roche opposes the Corve treaty.", "compatible"},
    {"BanLiftedAndInForce", "The ban on logging at Corve was lifted.", "The ban on logging at Corve is still in force.",
     "contradiction antonym"},
    {"BanLiftedAndAllowed", "The ban on logging at Corve was lifted.", "Logging at Corve is allowed again.",
     "compatible"},
    {"OnlyPossible", "The navy may have sunk the trawler Merle.", "The navy did not sink the trawler Merle.",
     "compatible"},
    {"TwoHoldersOfOneOffice", "Ivar Lund is the mayor of Corve.", "Corve's mayor, Ana Roche, opened the fair.",
     "contradiction role"},
    {"FormerHolder", "Ivar Lund, the former mayor of Corve, opened the fair.",
     "Corve's mayor, Ana Roche, opened the fair.", "compatible"},
    {"HoldersOfTwoBodies", "Ivar Lund is the mayor of Corve.", "Ana Roche is the mayor of Lisk.", "unrelated"},
    {"TwoWinners", "The Corve marathon was won by Ivar Lund.", "Ana Roche won the Corve marathon.",
     "contradiction name"},
    {"TwoCauses", "A faulty cable caused the Corve fire.", "The Corve fire was caused by lightning.",
     "contradiction attribution"},
    {"WishIsNoFact", "The union wants the Corve mine to close.", "The Corve mine is open.", "compatible"},
    {"PlanNotYetCarriedOut", "Ivar Lund plans to resign over the Corve affair.",
     "Ivar Lund has not resigned over the Corve affair.", "compatible"},
    {"PlanRuledOut", "Ivar Lund will resign over the Corve affair.",
     "Ivar Lund refused to resign over the Corve affair.", "contradiction antonym"},
    {"OneAfterTheOther", "The Corve bridge was closed in March.", "The Corve bridge reopened in May.", "compatible"},
    {"IrregularForm", "The dyke at Lisk held during the storm.", "The dyke at Lisk burst during the storm.",
     "contradiction antonym"},
    {"OnePersonInTwoOffices", "Interior minister Karl Roe opened the Lisk fair.",
     "Defence minister Karl Roe opened the Lisk fair.", "contradiction role"},
    {"VerbIsNoOffice", "Arvia is governed by a council.", "Arvia has a king.", "compatible"},
    {"TakenBackByItsPrefix", "The Corve fine was paid in May.", "The Corve fine is still unpaid.",
     "contradiction antonym"},
    {"NotTakenBackByItsPrefix", "The Corve guards were unarmed.", "The Corve guards were not armed.", "compatible"},
    {"NoSuchThing", "No siren sounded at Corve.", "The siren at Corve sounded within one minute.",
     "contradiction negation"},
    {"NotASinglePerson", "Not a single person was vaccinated in Corve.", "Vaccination began in Corve on Monday.",
     "contradiction negation"},
    {"ThereWasNone", "There was no warning.", "Warnings were sent to every phone in Corve.", "contradiction negation"},
    {"WouldNotAgainstWill", "The Corve dam will be closed.", "The Corve company said it would not close the dam.",
     "contradiction negation"},
    {"OppositesInClausesOfOtherThings", "The Corve sanctions came to an end, Ivar Lund said.",
     "After the attacks in Corve a president kept the homeland safe for years by striking back, Ivar Lund said.",
     "compatible"},
    {"NegationInAClauseOfAnotherThing", "Ivar Lund would never vote for Corve.",
     "A panel voted on Thursday to hold a former aide from Corve in contempt of the house, Ivar Lund said.",
     "compatible"},
    {"NothingInCommon", "Rain fell on the hills.", "The bank published its accounts.", "unrelated"},
    {"Empty", "", "", "unrelated"},
    {"OneEmpty", "The navy sank the trawler Merle.", "", "unrelated"},
};

class StatementPairs : public testing::TestWithParam<Case> {};

TEST_P(StatementPairs, AnswerAndKind) {
  const Case& c = GetParam();
  const StatementVerdict verdict = compared(c.a, c.b, c.date_a, c.date_b);
  EXPECT_EQ(told(verdict), c.expected) << verdict.kind << ": " << verdict.reason;
  EXPECT_FALSE(verdict.reason.empty());
}

TEST_P(StatementPairs, OrderOfTheTwoDoesNotMatter) {
  const Case& c = GetParam();
  const StatementVerdict forth = compared(c.a, c.b, c.date_a, c.date_b);
  const StatementVerdict back = compared(c.b, c.a, c.date_b, c.date_a);
  EXPECT_EQ(told(forth), told(back)) << forth.reason << " / " << back.reason;
}

TEST_P(StatementPairs, NoStatementContradictsItself) {
  const Case& c = GetParam();
  for (const char* text : {c.a, c.b}) {
    const StatementVerdict verdict = compared(text, text, c.date_a, c.date_a);
    EXPECT_NE(verdict.answer, StatementAnswer::contradiction) << text << ": " << verdict.reason;
  }
}

std::string title(const testing::TestParamInfo<Case>& tested) { return tested.param.name; }

INSTANTIATE_TEST_SUITE_P(Pairs, StatementPairs, testing::ValuesIn(kCases), title);

TEST(Statements, QuotationsOfSeveralSentencesAreComparedSentenceBySentence) {
  const auto by_sentences = [](const char* a, const char* b) {
    return told(by_sentence(a, b, [](std::string_view said_a, std::string_view said_b) {
      return compared(std::string(said_a), std::string(said_b), "2033-05-12", "2033-05-12");
    }));
  };
  const char* several =
      "We ran. No siren sounded in the Corve shaft. The men who took the other way have not been seen.";
  EXPECT_EQ(by_sentences(several, "The siren in the Corve shaft sounded at once."), "contradiction negation");
  EXPECT_EQ(by_sentences("The siren in the Corve shaft sounded at once.", several), "contradiction negation");
  // a figure of another sentence is another sentence's
  EXPECT_EQ(by_sentences("Mr. Lund came to Corve. He saw 14 boats there.", "Mr. Lund saw 14 boats in Corve."),
            "compatible");
  EXPECT_EQ(sentences_of("Mr. Lund was late at No. 3. He left. He did!").size(), 2U);
  EXPECT_EQ(sentences_of("").size(), 1U);
  std::string many;
  for (int i = 0; i < 40; ++i) many += "The boat is here. ";
  EXPECT_EQ(sentences_of(many).size(), kMaxSentences);
}

TEST(Statements, OddTextsAreAnswered) {
  const std::vector<std::string> texts = {"...",
                                          "not not not no never",
                                          "\xEF\xBB\xBF",
                                          "5 5 5 5",
                                          "before before 2033",
                                          std::string(5000, ','),
                                          "No no one. None of the none, not yet to refuse to"};
  for (const std::string& a : texts) {
    for (const std::string& b : texts) EXPECT_FALSE(compared(a, b, "", "not a date").reason.empty()) << a << " | " << b;
  }
}

}  // namespace
}  // namespace hearsay
