// Refuses what is no text with a reason a person can act on, decodes, and hands the rest to the format's own reader.

#include "core/ingest/reader.h"

#include <array>
#include <string_view>
#include <utility>

#include "core/ingest/article_name.h"
#include "core/ingest/encoding.h"
#include "core/ingest/feed.h"
#include "core/ingest/html_reader.h"
#include "core/ingest/json_lines.h"
#include "core/ingest/layout.h"
#include "core/ingest/newsml.h"
#include "core/ingest/ninjs.h"
#include "core/ingest/text_reader.h"
#include "core/text/utf8.h"

namespace hearsay {
namespace {

constexpr std::size_t kControlShare = 50;  // one control character in so many bytes: binary
constexpr std::size_t kInvalidShare = 10;  // one invalid byte run in so many bytes: not UTF-8

struct Signature {
  std::string_view bytes;
  std::string_view name;
  std::string_view hint;
};

constexpr std::array<Signature, 9> kSignatures = {{
    {"%PDF-", "a PDF file", "save its text as UTF-8 first, for example with pdftotext"},
    {"PK\x03\x04", "a ZIP archive or an office document inside an archive", "give it by itself"},
    {"\x89PNG", "a PNG picture", "give its text instead"},
    {"\xFF\xD8\xFF", "a JPEG picture", "give its text instead"},
    {"GIF8", "a GIF picture", "give its text instead"},
    {"\x1F\x8B", "gzip-compressed inside an archive", "unpack it first"},
    {"\xFD"
     "7zXZ",
     "xz-compressed", "unpack it first"},
    {"\x7F"
     "ELF",
     "a program", "give an article"},
    {"SQLite format 3", "an SQLite file", "a store is named with --store, not as an article"},
}};

Error malformed(const Source& source, std::string message, std::string hint) {
  return {ErrorCode::malformed, source.name, std::move(message), std::move(hint), ""};
}

// Without a branch, so that the compiler looks at many bytes at once.
bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  const bool layout = static_cast<unsigned char>(byte - '\t') <= '\r' - '\t';
  return (static_cast<unsigned>(byte < 0x20) & static_cast<unsigned>(!layout) & static_cast<unsigned>(byte != 0x1B)) !=
             0 ||
         byte == 0x7F;
}

struct Controls {
  std::size_t nuls = 0;
  std::size_t all = 0;
};

Controls count_controls(std::string_view bytes) {
  Controls found;
  for (const char c : bytes) {
    found.nuls += c == '\0' ? 1 : 0;
    found.all += is_control(c) ? 1 : 0;
  }
  return found;
}

// nullopt: the bytes may be text.
std::optional<Error> refusal(const Source& source, const std::string& encoding, const Controls& controls) {
  const std::string_view bytes = source.bytes;
  if (bytes.empty()) return malformed(source, "the file is empty", "there is nothing to read in it");
  if (bytes.size() > kMaxSourceBytes) {
    return Error{
        ErrorCode::too_large, source.name,
        "the file holds " + std::to_string(bytes.size()) + " bytes, more than " + std::to_string(kMaxSourceBytes),
        "split it into one file an article", ""};
  }
  for (const Signature& signature : kSignatures) {
    if (bytes.starts_with(signature.bytes))
      return malformed(source, "this is " + std::string(signature.name) + ", not text", std::string(signature.hint));
  }
  const bool wide = encoding.starts_with("UTF-16") || encoding.starts_with("UTF-32");
  if (controls.all * kControlShare > bytes.size() && !wide) {
    return malformed(source,
                     "binary data: " + std::to_string(controls.all) + " control characters, " +
                         std::to_string(controls.nuls) + " of them NUL, in " + std::to_string(bytes.size()) + " bytes",
                     "give plain text or a page, in UTF-8");
  }
  return std::nullopt;
}

bool only_blanks(std::string_view text) { return trimmed(text, {0, text.size()}).empty(); }

Result<Article> decoded(const Source& source, const ReadOptions& options) {
  const std::string encoding = encoding_of(source.bytes, options.charset, charset_of(source.media_type));
  const Controls controls = count_controls(source.bytes);
  if (std::optional<Error> refused = refusal(source, encoding, controls)) return *std::move(refused);
  Result<Decoded> converted = decode(source.bytes, encoding);
  if (!converted) {
    Error error = converted.error();
    error.where = source.name;
    return error;
  }
  Decoded text = std::move(converted).value();
  if (text.invalid * kInvalidShare > source.bytes.size()) {
    return malformed(source,
                     "not " + encoding + ": " + std::to_string(text.invalid) + " invalid bytes, the first at byte " +
                         std::to_string(*text.first_invalid),
                     "save it as UTF-8, or name its encoding with --charset");
  }
  if (only_blanks(text.text)) return malformed(source, "nothing but white space", "there is nothing to read in it");
  Article article;
  article.id = article_name(source.name);
  article.sha256 = source.sha256;
  article.url = source.url;
  article.text = std::move(text.text);
  article.offsets = std::move(text.offsets);
  if (text.invalid > 0) {
    article.warnings.push_back(std::to_string(text.invalid) + " invalid bytes replaced, the first at byte " +
                               std::to_string(*text.first_invalid));
  }
  if (controls.all > 0) {
    article.warnings.push_back(std::to_string(controls.all) + " control characters kept in the text");
  }
  return article;
}

// The media type decides, or else how the bytes begin: a page saved under any name is a page.
bool is_html(const Source& source) {
  return source.media_type.empty() ? looks_like_html(source.bytes) : is_html_type(source.media_type);
}

void fill_from(const ReadOptions& options, Article& article) {
  if (!article.outlet && !options.outlet.empty()) article.outlet = Stated{options.outlet, std::nullopt};
  if (article.published.basis != DateBasis::stated && !options.published.empty()) {
    article.published = {options.published, DateBasis::stated, std::nullopt};
  }
}

// The articles of a source that may hold several; nullopt: it is of no such form.
std::optional<Result<std::vector<Article>>> read_several(const Source& source, const Article& whole,
                                                         const Lexicon& lexicon, const FieldNames& fields) {
  if (looks_like_ninjs(source)) return read_ninjs(whole, lexicon);
  if (looks_like_json_lines(source, fields)) return read_json_lines(whole, lexicon, fields);
  if (looks_like_newsml(source.bytes)) return read_newsml(whole, lexicon);
  if (looks_like_feed(source.bytes)) return read_feed(whole, lexicon);
  return std::nullopt;
}

}  // namespace

Result<std::vector<Article>> read(const Source& source, const Lexicon& lexicon, const ReadOptions& options) {
  Result<Article> article = decoded(source, options);
  if (!article) return article.error();
  if (std::optional<Result<std::vector<Article>>> several = read_several(source, *article, lexicon, options.fields)) {
    if (!*several) {
      Error error = several->error();
      error.where = source.name;
      return error;
    }
    for (Article& one : several->value()) fill_from(options, one);
    return *std::move(several);
  }
  if (is_html(source)) {
    article->media_type = source.media_type.empty() ? "text/html" : source.media_type;
    const std::string html = std::move(article->text);
    if (Result<Done> done = read_html(*article, html, lexicon); !done) {
      Error error = done.error();
      error.where = source.name;
      return error;
    }
  } else {
    article->media_type = source.media_type.empty() ? "text/plain" : source.media_type;
    read_text(*article, lexicon);
  }
  fill_from(options, *article);
  return std::vector<Article>{std::move(article).value()};
}

}  // namespace hearsay
