#include "core/extract/statement_reader.h"

#include <algorithm>

#include "core/text/words.h"

namespace hearsay {
namespace {

constexpr std::size_t kShortestSentence = 12;  // bytes: "No. 3", "Mr." end none

}  // namespace

std::vector<std::string_view> sentences_of(std::string_view text) {
  std::vector<std::string_view> sentences;
  std::size_t begin = 0;
  for (std::size_t at = 0; at + 2 < text.size() && sentences.size() + 1 < kMaxSentences; ++at) {
    const bool stop = text[at] == '.' || text[at] == '!' || text[at] == '?';
    const bool opens = text[at + 1] == ' ' && text[at + 2] >= 'A' && text[at + 2] <= 'Z';
    if (!stop || !opens || at < begin + kShortestSentence) continue;
    sentences.push_back(text.substr(begin, at + 1 - begin));
    begin = at + 2;
  }
  sentences.push_back(text.substr(begin));
  return sentences;
}

StatementReader::StatementReader(const Lexicon& lexicon)
    : lexicon_(lexicon), quantities_(lexicon), times_(lexicon), name_words_(lexicon), names_(name_words_) {}

Statement StatementReader::read(std::string_view text, const std::string& published) const {
  std::size_t end = std::min(text.size(), kLongestStatement);
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;  // not inside a letter
  text = text.substr(0, end);
  Statement statement;
  statement.words = split_words(text, {{0, text.size()}}, lexicon_.abbreviations());
  if (date_from_text(published)) statement.published = published;
  statement.quantities = quantities_.find(statement.words);
  statement.times = times_.find(statement.words, statement.published);
  for (const WrittenName& name : names_.find(statement.words)) {
    if (!name.demonym) statement.names.push_back(name.span);
  }
  return statement;
}

}  // namespace hearsay
