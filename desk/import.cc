// Who decided what before whom: the rules by which a colleague's decisions join one's own.

#include "desk/exchange.h"

namespace hearsay {
namespace {

bool says_the_same(const Decision& a, const Decision& b) {
  return a.verdict == b.verdict && a.value == b.value && a.scope == b.scope;
}

// RFC 3339 in UTC to the second, or a prefix of it that names a day at least; spreadsheets like a space for the T.
std::string time_in(std::string text) {
  if (text.size() > 10 && text[10] == ' ') text[10] = 'T';
  constexpr std::string_view kShape = "dddd-dd-ddTdd:dd:ddZ";
  if (text.size() > 19 && text[19] == '.') text.erase(19, text.find_first_not_of("0123456789", 20) - 19);
  if (text.ends_with("+00:00")) text.replace(text.size() - 6, 6, "Z");
  if (text.size() == 10) text += "T00:00:00Z";
  if (text.size() == 16) text += ":00";
  if (text.size() == 19) text += "Z";
  if (text.size() != kShape.size()) return "";
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool digit = text[i] >= '0' && text[i] <= '9';
    if (kShape[i] == 'd' ? !digit : text[i] != kShape[i]) return "";
  }
  return text;
}

class Importer {
 public:
  Importer(Store& store, const std::string& by, const std::string& at) : store_(store), by_(by), at_(at) {}

  void take(const ExchangeRecord& record) {
    if (record.decision.verdict.empty()) {
      ++report_.waiting;
      return;
    }
    if (Result<Done> taken = decide(record); !taken) {
      Error error = taken.error();
      if (!record.place.empty()) error.where = record.place;
      report_.errors.push_back(std::move(error));
    }
  }

  ImportReport report() { return std::move(report_); }

 private:
  Result<Done> decide(const ExchangeRecord& record) {
    Decision theirs = record.decision;
    if (theirs.about == "flag") {
      if (Result<Flag> flag = store_.flag(theirs.subject); !flag) return flag.error();
    }
    Result<std::vector<DecisionEntry>> entries =
        store_.decision_entries({.about = theirs.about, .subject = theirs.subject});
    if (!entries) return entries.error();
    std::optional<Decision> ours;
    for (const DecisionEntry& entry : *entries) {
      const Decision& stored = entry.decision;
      if (stored.subject != theirs.subject) continue;
      if (stored.by == theirs.by && stored.at == theirs.at && stored.note == theirs.note &&
          says_the_same(stored, theirs)) {
        ++report_.known;
        return Done{};
      }
      const bool counts = entry.state == DecisionState::standing || entry.state == DecisionState::stale;
      if (counts && stored.verdict != "undone" &&
          aspect_of(stored.about, stored.verdict) == aspect_of(theirs.about, theirs.verdict)) {
        ours = stored;
      }
    }
    if (ours) {
      if (theirs.by == ours->by && theirs.at == ours->at) theirs.by = theirs.at = "";  // the line itself was edited
      if (says_the_same(*ours, theirs) && ours->note == theirs.note) {
        ++report_.known;
        return Done{};
      }
    }
    if (theirs.by.empty()) theirs.by = by_;
    theirs.at = time_in(theirs.at);
    if (theirs.at.empty()) theirs.at = at_;
    if (ours && ours->by != theirs.by) {
      if (says_the_same(*ours, theirs)) {
        ++report_.known;
      } else {
        report_.conflicts.push_back({{theirs, record.words, record.severity, record.rule, record.place}, *ours});
      }
      return Done{};
    }
    if (ours && theirs.at < ours->at) {
      ++report_.known;  // an older one of the same person
      return Done{};
    }
    Result<Decision> made = store_.decide(theirs);
    if (!made) return made.error();
    ++report_.added;
    return Done{};
  }

  Store& store_;
  const std::string& by_;
  const std::string& at_;
  ImportReport report_;
};

}  // namespace

ImportReport import_decisions(Store& store, const std::vector<ExchangeRecord>& records, const std::string& by,
                              const std::string& at) {
  Importer importer(store, by, at);
  for (const ExchangeRecord& record : records) importer.take(record);
  return importer.report();
}

}  // namespace hearsay
