// hearsay read: the reading stage alone. Files in, one JSON object an article out, no store.

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <map>
#include <ostream>

#include "cli/commands/commands.h"
#include "cli/input_options.h"
#include "core/ingest/archive.h"
#include "core/ingest/html_reader.h"
#include "core/ingest/page_metadata.h"
#include "core/ingest/reader.h"
#include "core/text/code_points.h"

namespace hearsay {
namespace {

using JsonWriter = rapidjson::Writer<rapidjson::StringBuffer>;

void write_string(JsonWriter& json, std::string_view text) {
  json.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
}

void write_field(JsonWriter& json, const char* name, std::string_view text) {
  json.Key(name);
  write_string(json, text);
}

void write_optional(JsonWriter& json, const char* name, std::string_view text) {
  json.Key(name);
  if (text.empty()) {
    json.Null();
  } else {
    write_string(json, text);
  }
}

void write_span(JsonWriter& json, Span span) {
  json.Key("span");
  json.StartArray();
  json.Uint64(span.begin);
  json.Uint64(span.end);
  json.EndArray();
}

// Running text as "text" with its "zones"; what stands apart from it, behind it in the article's text, as "apart".
void write_text(JsonWriter& json, const Article& article) {
  const CodePoints points(article.text);
  const Span running = running_text(article);
  write_field(json, "text", running.of(article.text));
  for (const bool apart : {false, true}) {
    json.Key(apart ? "apart" : "zones");
    json.StartArray();
    for (const Zone& zone : article.zones) {
      if (running.contains(zone.span) == apart) continue;
      json.StartObject();
      write_field(json, "kind", name_of(zone.kind));
      write_span(json, points.from_bytes(zone.span));
      if (apart) write_field(json, "text", zone.span.of(article.text));
      json.EndObject();
    }
    json.EndArray();
  }
}

// What was weighed for each field: every candidate, and which of them disagree.
void write_why(JsonWriter& json, const Article& article) {
  json.Key("candidates");
  json.StartArray();
  for (const FieldCandidate& candidate : article.candidates) {
    json.StartObject();
    write_field(json, "field", candidate.field);
    write_field(json, "value", candidate.value);
    write_field(json, "place", candidate.place);
    json.Key("rank");
    json.Uint64(candidate.rank);
    json.Key("bytes");
    if (candidate.source) {
      json.StartArray();
      json.Uint64(candidate.source->begin);
      json.Uint64(candidate.source->end);
      json.EndArray();
    } else {
      json.Null();
    }
    json.Key("taken");
    json.Bool(candidate.taken);
    json.EndObject();
  }
  json.EndArray();
  json.Key("conflicts");
  json.StartArray();
  for (const std::string& conflict : conflicts_of(article.candidates)) write_string(json, conflict);
  json.EndArray();
}

std::string json_of(const Article& article, bool why) {
  rapidjson::StringBuffer buffer;
  JsonWriter json(buffer);
  json.StartObject();
  write_field(json, "article", article.id);
  write_field(json, "sha256", article.sha256);
  write_field(json, "media_type", article.media_type);
  write_optional(json, "url", article.url);
  write_optional(json, "title", article.title ? article.title->value : "");
  json.Key("byline");
  json.StartArray();
  for (const Stated& name : article.byline) write_string(json, name.value);
  json.EndArray();
  write_optional(json, "outlet", article.outlet ? article.outlet->value : "");
  write_optional(json, "published", article.published.edtf);
  write_field(json, "published_basis", name_of(article.published.basis));
  json.Key("dateline");
  if (article.dateline) {
    json.StartObject();
    write_optional(json, "place", article.dateline->place);
    write_optional(json, "date", article.dateline->date);
    write_optional(json, "agency", article.dateline->agency);
    json.EndObject();
  } else {
    json.Null();
  }
  write_optional(json, "language", article.language);
  write_text(json, article);
  if (why) write_why(json, article);
  json.EndObject();
  return {buffer.GetString(), buffer.GetSize()};
}

class ReadCommand : public Command {
 public:
  void declare(CLI::App& app) override {
    inputs_.declare(app);
    app.add_option("--outlet", options_.outlet, "The outlet, where the article does not name it")->type_name("NAME");
    app.add_option("--published", options_.published,
                   "The date of publication (EDTF, 2024-11-04), where it is not stated")
        ->type_name("DATE");
    app.add_option("--charset", options_.charset, "The encoding of the bytes, where it is known")->type_name("NAME");
    app.add_option_function<std::vector<std::string>>(
           "--field", [this](const std::vector<std::string>& names) { name_fields(names); },
           "What a field of JSON lines is called: text=body, or text=content.body inside an object. Fields: id text "
           "html title byline outlet published url "
           "language")
        ->type_name("FIELD=NAME");
    app.add_flag("--why", why_, "Also every candidate for title, byline, outlet and date, and which of them disagree");
    app.footer(
        "One JSON object a line, an article each; offsets are code points of its text. What cannot be read is\n"
        "named on standard error, the others still come out, and the exit code is 2.");
  }

  int run(Session& session) override {
    Result<const Lexicon*> lexicon = session.lexicon();
    if (!lexicon) return session.trouble(lexicon.error());
    int code = kNothingToReport;
    const Inputs inputs = inputs_.find(session);
    for (const Error& error : inputs.errors) code = session.trouble(error);
    for (const Input& input : inputs.files) {
      if (!print(session, **lexicon, input)) code = kTrouble;
    }
    return code;
  }

 private:
  void name_fields(const std::vector<std::string>& names) {
    for (const std::string& name : names) {
      const std::size_t equals = name.find('=');
      std::string* field = equals == std::string::npos ? nullptr : options_.fields.named(name.substr(0, equals));
      if (field == nullptr) throw CLI::ValidationError("--field", "'" + name + "' is no FIELD=NAME of a known field");
      *field = name.substr(equals + 1);
    }
  }

  bool print(Session& session, const Lexicon& lexicon, const Input& input) {
    const Result<Source> whole = inputs_.take(input, session);
    if (!whole) {
      session.trouble(whole.error());
      return false;
    }
    bool good = true;
    const Unpacked unpacked =
        unpack(*whole, [&](const Source& source) { good = print_source(session, lexicon, source) && good; });
    for (const Error& fault : unpacked.faults) session.trouble(fault);
    return good && unpacked.faults.empty();
  }

  bool print_source(Session& session, const Lexicon& lexicon, const Source& source) {
    Result<std::vector<Article>> articles = read(source, lexicon, options_);
    if (!articles) {
      session.trouble(articles.error());
      return false;
    }
    for (Article& article : *articles) {
      const std::size_t taken = ++taken_[article.id];
      if (taken > 1) article.id += "~" + std::to_string(taken);
      for (const std::string& warning : article.warnings)
        session.err << printable(source.name + ": " + warning) << '\n';
      session.out << json_of(article, why_) << '\n';
    }
    return true;
  }

  InputOptions inputs_;
  ReadOptions options_;
  bool why_ = false;
  std::map<std::string, std::size_t> taken_;  // stems so far
};

}  // namespace

std::unique_ptr<Command> make_read() { return std::make_unique<ReadCommand>(); }

}  // namespace hearsay
