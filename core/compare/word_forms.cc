// The stem is taken twice, since "increase" stops a pass before "increased" does.

#include "core/compare/word_forms.h"

#include "core/compare/stem.h"
#include "core/text/normalise.h"

namespace hearsay {

WordForms::WordForms(const Lexicon& lexicon) {
  const Table& table = lexicon.table("irregular-forms");
  for (const Table::Row& row : table.rows()) bases_.emplace(row.key, table.cell(row, "base"));
}

std::string WordForms::form_of(std::string_view word) const {
  std::string plain = unaccented(word);
  if (plain.ends_with("'s")) plain.resize(plain.size() - 2);
  const auto base = bases_.find(plain);
  return stem(stem(base == bases_.end() ? plain : base->second));
}

std::vector<std::string> WordForms::forms_of(const Words& words) const {
  std::vector<std::string> forms;
  forms.reserve(words.folded.size());
  for (const std::string& word : words.folded) forms.push_back(form_of(word));
  return forms;
}

}  // namespace hearsay
