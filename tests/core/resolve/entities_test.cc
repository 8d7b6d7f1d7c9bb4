// Whom a mention stands for. A test lists the mentions of a text in order, each with what the text shows of it.

#include "core/resolve/entities.h"

#include <gtest/gtest.h>

#include "core/lexicon/lexicon.h"

namespace hearsay {
namespace {

class Story {
 public:
  std::size_t person(std::string_view name, std::size_t sentence, Gender gender = Gender::unknown) {
    return add(name, sentence, EntityKind::person, MentionForm::full, gender);
  }
  std::size_t body(std::string_view name, std::size_t sentence, EntityKind kind = EntityKind::organization) {
    return add(name, sentence, kind, MentionForm::full);
  }
  std::size_t voice(std::string_view words, std::string_view head, std::size_t sentence) {
    const std::size_t i = add(words, sentence, EntityKind::anonymous, MentionForm::description);
    references_[i].head = std::string(head);
    references_[i].fresh = words.starts_with("a ") || words.starts_with("another ");
    references_[i].bare = words == head;
    return i;
  }
  std::size_t pronoun(std::string_view word, std::size_t sentence, Gender gender, bool plural = false) {
    const std::size_t i = add(word, sentence, EntityKind::person, MentionForm::pronoun, gender);
    references_[i].plural = plural;
    return i;
  }
  std::size_t joint(std::size_t first, std::size_t second) {
    const Span a = references_[first].span;
    const Span b = references_[second].span;
    Reference both = references_[first];
    both.span = {a.begin, b.end};
    both.members = {first, second};
    both.plural = true;
    references_.push_back(both);
    return references_.size() - 1;
  }
  Reference& operator[](std::size_t i) { return references_[i]; }

  // The name of what each mention stands for.
  std::string name(std::size_t i) const {
    static const NameWords kNameWords(Lexicon::shipped());
    const Resolution resolution = resolve(text_, references_, kNameWords);
    return resolution.entities[resolution.mentions[i].entity].name;
  }
  MentionForm form(std::size_t i) const {
    static const NameWords kNameWords(Lexicon::shipped());
    return resolve(text_, references_, kNameWords).mentions[i].form;
  }
  bool same(std::size_t a, std::size_t b) const {
    static const NameWords kNameWords(Lexicon::shipped());
    const Resolution resolution = resolve(text_, references_, kNameWords);
    return resolution.mentions[a].entity == resolution.mentions[b].entity;
  }

 private:
  std::size_t add(std::string_view words, std::size_t sentence, EntityKind kind, MentionForm form,
                  Gender gender = Gender::unknown) {
    Reference reference;
    reference.span = {text_.size(), text_.size() + words.size()};
    text_ += std::string(words) + ". ";
    reference.sentence = sentence;
    reference.kind = kind;
    reference.form = form;
    reference.gender = gender;
    reference.speaks = true;
    references_.push_back(std::move(reference));
    return references_.size() - 1;
  }

  std::string text_;
  std::vector<Reference> references_;
};

TEST(Entities, SurnameAlone) {
  Story story;
  story.person("Marta Olsen", 0);
  EXPECT_EQ(story.name(story.person("Olsen", 4)), "Marta Olsen");
}

TEST(Entities, DoubleSurnameAlone) {
  Story story;
  const std::size_t full = story.person("Marta Olsen-Beck", 0);
  EXPECT_TRUE(story.same(full, story.person("Olsen-Beck", 3)));
  EXPECT_EQ(story.name(full), "Marta Olsen-Beck");
}

TEST(Entities, NameBrokenOverTwoLinesIsOneName) {
  Story story;
  EXPECT_EQ(story.name(story.person("Marta\nOlsen", 0)), "Marta Olsen");
}

TEST(Entities, SurnameOfAHeadlineBeforeTheFullName) {
  Story story;
  const std::size_t headline = story.person("Olsen", 0);
  story.person("Marta Olsen", 3);
  EXPECT_EQ(story.name(headline), "Marta Olsen");
}

TEST(Entities, GivenNameAlone) {
  Story story;
  story.person("Marta Olsen", 0);
  const std::size_t given = story.person("Marta", 2);
  EXPECT_EQ(story.name(given), "Marta Olsen");
  EXPECT_EQ(story.form(given), MentionForm::given);
}

TEST(Entities, FamilyNameFirst) {
  Story story;
  story.person("Baek Ha-neul", 0);
  const std::size_t family = story.person("Baek", 2);
  EXPECT_EQ(story.name(family), "Baek Ha-neul");
  EXPECT_EQ(story.form(family), MentionForm::surname);
}

TEST(Entities, TruncatedFamilyFirstName) {
  Story story;
  story.person("Park Geun Sik", 0);
  const std::size_t cut = story.person("Park Geun", 1);
  EXPECT_EQ(story.name(cut), "Park Geun Sik");
  EXPECT_EQ(story.form(cut), MentionForm::truncated);
}

TEST(Entities, AccentsAndOrderAndMiddleNamesAreOnePerson) {
  Story story;
  const std::size_t first = story.person("Renée Duval", 0);
  EXPECT_TRUE(story.same(first, story.person("Renee Duval", 1)));
  EXPECT_TRUE(story.same(first, story.person("Duval Renee", 2)));
  EXPECT_TRUE(story.same(first, story.person("Renee M. Duval", 3)));
}

TEST(Entities, SharedSurnameIsNotSharedIdentity) {
  Story story;
  const std::size_t ann = story.person("Ann Lee", 0);
  const std::size_t ben = story.person("Ben Lee", 0);
  EXPECT_FALSE(story.same(ann, ben));
}

TEST(Entities, SurnameOfSeveralIsWhomTheSentenceBeforeNames) {
  Story story;
  story.person("Ann Lee", 0);
  story.person("Ben Lee", 4);
  EXPECT_EQ(story.name(story.person("Lee", 5)), "Ben Lee");
}

TEST(Entities, SurnameOfSeveralStaysWithWhomItMeantLast) {
  Story story;
  story.person("Ann Lee", 0);
  EXPECT_EQ(story.name(story.person("Lee", 1)), "Ann Lee");
  story.person("Ben Lee", 5);
  EXPECT_EQ(story.name(story.person("Lee", 9)), "Ann Lee");
}

TEST(Entities, AcronymAfterTheFullName) {
  Story story;
  story.body("Coastal Safety Working Group", 0);
  const std::size_t letters = story.body("CSWG", 2);
  EXPECT_EQ(story.name(letters), "Coastal Safety Working Group");
  EXPECT_EQ(story.form(letters), MentionForm::acronym);
  EXPECT_EQ(story.name(story.body("CSG", 3)), "CSG");
}

TEST(Entities, TheSourceIsTheSourceMetBefore) {
  Story story;
  const std::size_t first = story.voice("a source in the port", "source", 0);
  EXPECT_EQ(story.name(first), "anonymous: source in the port");
  EXPECT_TRUE(story.same(first, story.voice("the source", "source", 5)));
  EXPECT_FALSE(story.same(first, story.voice("a source close to the mayor", "source", 7)));
  EXPECT_FALSE(story.same(first, story.voice("the resident", "resident", 8)));
}

TEST(Entities, AnotherResidentIsNotTheResident) {
  Story story;
  const std::size_t first = story.voice("a resident of the hill", "resident", 0);
  const std::size_t other = story.voice("another resident", "resident", 2);
  EXPECT_FALSE(story.same(first, other));
}

TEST(Entities, SourceOfAHeadlineIsThatOfTheBody) {
  Story story;
  const std::size_t headline = story.voice("source", "source", 0);
  const std::size_t body = story.voice("a source in the port", "source", 2);
  EXPECT_TRUE(story.same(headline, body));
}

TEST(Entities, OfficeAloneIsWhoHoldsIt) {
  Story story;
  const std::size_t mayor = story.person("Marta Olsen", 0);
  story[mayor].role = "mayor of Northport";
  EXPECT_EQ(story.name(story.voice("the mayor", "mayor", 3)), "Marta Olsen");
  EXPECT_EQ(story.name(story.voice("the governor", "governor", 4)), "anonymous: governor");
}

TEST(Entities, PronounAgreesInGenderAndNumber) {
  Story story;
  story.person("Marta Olsen", 0, Gender::female);
  story.person("Tobias Renn", 1, Gender::male);
  story.body("Coastal Safety Commission", 2);
  EXPECT_EQ(story.name(story.pronoun("she", 3, Gender::female)), "Marta Olsen");
  EXPECT_EQ(story.name(story.pronoun("he", 3, Gender::male)), "Tobias Renn");
  EXPECT_EQ(story.name(story.pronoun("it", 3, Gender::neuter)), "Coastal Safety Commission");
}

TEST(Entities, PronounWithNobodyToStandForIsUnspecified) {
  Story story;
  story.person("Marta Olsen", 0, Gender::female);
  EXPECT_EQ(story.name(story.pronoun("he", 1, Gender::male)), "unspecified");
  Story empty;
  EXPECT_EQ(empty.name(empty.pronoun("they", 0, Gender::unknown, true)), "unspecified");
}

TEST(Entities, JointSpeakersAndTheirPlural) {
  Story story;
  const std::size_t ann = story.person("Ann Lee", 0);
  const std::size_t ben = story.person("Ben Koch", 0);
  story[ann].role = "divers";
  const std::size_t both = story.joint(ann, ben);
  EXPECT_EQ(story.name(both), "Ann Lee and Ben Koch");
  const std::size_t divers = story.voice("the divers", "diver", 3);
  story[divers].plural = true;
  EXPECT_TRUE(story.same(both, divers));
  EXPECT_TRUE(story.same(both, story.pronoun("they", 4, Gender::unknown, true)));
}

TEST(Entities, NothingGivesNothing) {
  const NameWords name_words(Lexicon::shipped());
  const Resolution resolution = resolve("", {}, name_words);
  EXPECT_TRUE(resolution.entities.empty());
  EXPECT_TRUE(resolution.mentions.empty());
}

TEST(Singular, OfNouns) {
  const std::pair<std::string_view, std::string_view> rows[] = {
      {"sources", "source"},  {"women", "woman"},       {"agencies", "agency"}, {"people", "person"},
      {"witness", "witness"}, {"witnesses", "witness"}, {"boss", "boss"},       {"virus", "virus"}};
  for (const auto& [plural, one] : rows) EXPECT_EQ(singular(plural), one);
}

}  // namespace
}  // namespace hearsay
