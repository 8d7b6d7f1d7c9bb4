#pragma once
// Articles taken into a store and checked by the shipped rules, as the desk does it.

#include <gtest/gtest.h>

#include <string>

#include "desk/check.h"
#include "desk/ingest.h"

namespace hearsay {

inline const Ruleset& shipped_rules() {
  static const Ruleset kRules = load_rules({});
  return kRules;
}

inline void check_at_desk(Store& store, const std::string& now) {
  const Result<CheckReport> checked = check_unchecked(store, shipped_rules(), Lexicon::shipped(), now);
  ASSERT_TRUE(checked.ok()) << checked.error().text();
  ASSERT_TRUE(faults_of(*checked).empty());
}

inline void ingest_at_desk(Store& store, const std::string& name, const std::string& text, const std::string& now) {
  static const Extractor kExtractor(Lexicon::shipped());
  Ingest ingest(store, Lexicon::shipped(), kExtractor, {});
  ASSERT_TRUE(ingest.add(received(text, name + ".txt", "https://merrow.example/" + name, now)).ok());
  ASSERT_TRUE(ingest.finish().ok());
  check_at_desk(store, now);
}

}  // namespace hearsay
