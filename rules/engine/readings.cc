#include "rules/engine/readings.h"

namespace hearsay {
namespace {

constexpr char kBehindDate = '\n';  // a day of publication, this, the text

std::string dated(std::string_view published, std::string_view text) {
  std::string out(published.substr(0, published.find(kBehindDate)));
  return (out += kBehindDate).append(text);
}

std::string pair_of(std::string_view a, std::string_view b) {
  std::string out(a);
  return (out += '\0').append(b);
}

}  // namespace

const ContentWords& Readings::words(std::string_view text) {
  return words_.of(text, [this](const std::string& kept) { return comparers_.likeness.read(kept); });
}

const NameComparison& Readings::names(std::string_view a, std::string_view b) {
  const auto read = [this](const std::string& kept) { return comparers_.names.reader().read(kept); };
  return last_names_.of(a, b, [&] { return comparers_.names.compare(names_.of(a, read), names_.of(b, read)); });
}

const Proposition& Readings::proposition(std::string_view dated) {
  const auto read = [this](const std::string& kept) {
    const std::size_t end = kept.find(kBehindDate);
    auto reading = std::make_unique<ReadStatement>();
    reading->statement = comparers_.reader.read(std::string_view(kept).substr(end + 1), kept.substr(0, end));
    reading->proposition = comparers_.statements.reader().read(reading->statement);
    return std::unique_ptr<const ReadStatement>(std::move(reading));
  };
  return statements_.of(dated, read)->proposition;
}

bool Readings::offices_exclude(std::string_view a, std::string_view b) {
  return hearsay::offices_exclude(proposition(dated("", a)), proposition(dated("", b)));
}

const StatementVerdict& Readings::statements(std::string_view a, std::string_view published_a, std::string_view b,
                                             std::string_view published_b) {
  return compared_statements_.of(pair_of(dated(published_a, a), dated(published_b, b)), [&](const std::string&) {
    return by_sentence(a, b, [&](std::string_view said_a, std::string_view said_b) {
      return comparers_.statements.compare(proposition(dated(published_a, said_a)),
                                           proposition(dated(published_b, said_b)));
    });
  });
}

}  // namespace hearsay
