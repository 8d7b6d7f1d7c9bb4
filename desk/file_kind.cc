// By the members of the outermost object, which stand in any order; of a list, by those of its first object.

#include "desk/file_kind.h"

#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include <string>

namespace hearsay {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// Stops at the first member that tells.
class Outermost : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, Outermost> {
 public:
  FileKind kind = FileKind::decisions;

  bool StartObject() {
    ++depth_;
    return true;
  }
  bool EndObject(rapidjson::SizeType /*members*/) { return --depth_ > 0; }
  bool Key(const char* text, rapidjson::SizeType size, bool /*copy*/) {
    if (depth_ == 1) key_.assign(text, size);
    return true;
  }
  bool String(const char* text, rapidjson::SizeType size, bool /*copy*/) {
    const std::string_view value(text, size);
    if (depth_ != 1) return true;
    if (key_ == "format" && value.starts_with("hearsay report")) return found(FileKind::report);
    const bool of_annotations = value == "Annotation" || value == "AnnotationCollection" || value == "AnnotationPage";
    if (key_ == "type" && of_annotations) return found(FileKind::annotations);
    return true;
  }

 private:
  bool found(FileKind what) {
    kind = what;
    return false;
  }

  std::size_t depth_ = 0;
  std::string key_;
};

}  // namespace

FileKind file_kind(std::string_view bytes) {
  if (bytes.starts_with(kByteOrderMark)) bytes.remove_prefix(kByteOrderMark.size());
  rapidjson::MemoryStream stream(bytes.data(), bytes.size());
  Outermost outermost;
  rapidjson::Reader().Parse<rapidjson::kParseIterativeFlag>(stream, outermost);
  return outermost.kind;
}

}  // namespace hearsay
