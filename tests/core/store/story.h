#pragma once
// A small article with everything the store keeps of one, made by hand, and stores in folders of their own.

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "core/store/store.h"

namespace hearsay {

struct Story {
  Source source;
  Article article;
  Extraction extraction;
  Facts facts;
};

// The first place of `words` in `text`; they must be there.
Span span_of(std::string_view text, std::string_view words);

// "<count> people died …, Ana Pérez said", a quotation, an anonymous source, a time that cannot be placed. Everything
// that Article, Claim and Facts can hold is set somewhere.
Story mill_story(const std::string& name = "mill.txt", const std::string& count = "Twelve",
                 const std::string& url = "https://daily.example/mill");

// A folder that goes with the test.
class Folder {
 public:
  Folder();
  ~Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  [[nodiscard]] std::string file(const std::string& name) const { return (path_ / name).string(); }

 private:
  std::filesystem::path path_;
};

// Opens or fails the test.
std::unique_ptr<Store> opened(const std::string& path, OpenMode mode = OpenMode::create);

IngestOutcome ingested(Store& store, const Story& story);

// Rows of a query on the file at `path`: cells joined by "|", rows ended by newlines.
std::string rows_of(const std::string& path, const std::string& sql);

// All rows of all tables of a store, one a line: what `changes no row` means.
std::string dump(const std::string& path);

}  // namespace hearsay
