#include "train/gold.h"

#include <rapidjson/document.h>

#include <filesystem>
#include <fstream>
#include <optional>
#include <sstream>

#include "core/text/code_points.h"
#include "core/text/utf8.h"

namespace hearsay {
namespace {

std::optional<std::string> file_bytes(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return std::nullopt;
  std::ostringstream bytes;
  bytes << in.rdbuf();
  return std::move(bytes).str();
}

// False where the value is no list of spans of the text. A missing member is an empty list.
bool read_spans(const rapidjson::Value& object, const char* member, const CodePoints& points,
                std::vector<Span>& spans) {
  const auto found = object.FindMember(member);
  if (found == object.MemberEnd()) return true;
  if (!found->value.IsArray()) return false;
  for (const auto& pair : found->value.GetArray()) {
    if (!pair.IsArray() || pair.Size() != 2 || !pair[0].IsUint64() || !pair[1].IsUint64()) return false;
    const Span span{pair[0].GetUint64(), pair[1].GetUint64()};
    if (span.begin >= span.end || span.end > points.size()) return false;
    spans.push_back(points.to_bytes(span));
  }
  return true;
}

bool read_article(const rapidjson::Document& line, GoldArticle& article) {
  const CodePoints points(article.text);
  if (!line.HasMember("attributions") || !line["attributions"].IsArray()) return false;
  for (const auto& item : line["attributions"].GetArray()) {
    GoldAttribution& attribution = article.attributions.emplace_back();
    if (!item.IsObject() || !read_spans(item, "source", points, attribution.source) ||
        !read_spans(item, "cue", points, attribution.cue) ||
        !read_spans(item, "content", points, attribution.content)) {
      return false;
    }
  }
  return read_spans(line, "discard", points, article.discard);
}

}  // namespace

Result<std::vector<GoldArticle>> read_gold(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return Error{ErrorCode::unreadable, path, "cannot be opened", "name a .jsonl of annotated articles", ""};
  std::vector<GoldArticle> articles;
  std::string line;
  for (std::size_t number = 1; std::getline(in, line); ++number) {
    if (line.empty()) continue;
    const std::string where = path + ":" + std::to_string(number);
    rapidjson::Document json;
    json.Parse<rapidjson::kParseValidateEncodingFlag | rapidjson::kParseIterativeFlag>(line.data(), line.size());
    if (json.HasParseError() || !json.IsObject() || !json.HasMember("article") || !json["article"].IsString()) {
      return Error{ErrorCode::malformed, where, "not an object with an \"article\"", "see train/README.md", ""};
    }
    GoldArticle article;
    article.name = json["article"].GetString();
    const auto text = std::filesystem::path(path).parent_path() / (article.name + ".txt");
    auto bytes = file_bytes(text);
    if (!bytes) return Error{ErrorCode::unreadable, text.string(), "cannot be opened", "put it beside " + path, ""};
    article.text = std::move(*bytes);
    if (decode_utf8(article.text).invalid > 0) {
      return Error{ErrorCode::malformed, text.string(), "bytes that are no UTF-8", "save the file as UTF-8", ""};
    }
    if (!read_article(json, article)) {
      return Error{ErrorCode::malformed, where, "a span that is not [begin, end] inside the text",
                   "see train/README.md", ""};
    }
    articles.push_back(std::move(article));
  }
  return articles;
}

}  // namespace hearsay
