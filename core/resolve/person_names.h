#pragma once
// The persons of one article by the words of their names.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/lexicon/name_words.h"

namespace hearsay {

// The words of a name in comparable form: unaccented, no stops, hyphens parted: "Hwang Joon-kook" -> hwang, joon, kook.
std::vector<std::string> name_parts(std::string_view name);

class PersonNames {
 public:
  explicit PersonNames(const NameWords& name_words) : name_words_(name_words) {}

  // The person a name of two words or more stands for, if one is known: the same words in any order, middle names and
  // initials left out, or a family-name-first name cut short. Nothing where two persons would fit.
  [[nodiscard]] std::optional<std::size_t> find_full(const std::vector<std::string>& parts) const;

  void add(std::size_t person, const std::vector<std::string>& parts);

  // Every person who may be meant by this word alone: those whose family name it is, else those whose given name it is.
  [[nodiscard]] std::vector<std::size_t> find_word(const std::string& part) const;

 private:
  struct Entry {
    std::size_t person = 0;
    std::vector<std::string> parts;
  };
  [[nodiscard]] bool is_family(const Entry& entry, const std::string& part) const;
  [[nodiscard]] bool fits(const std::vector<std::string>& known, const std::vector<std::string>& parts) const;

  const NameWords& name_words_;
  std::vector<Entry> entries_;
  std::unordered_multimap<std::string, std::size_t> by_part_;
};

}  // namespace hearsay
