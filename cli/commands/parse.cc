// hearsay parse: figures and times of texts, without articles or a store. JSON lines in, one JSON line out for each.

#include <rapidjson/document.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <istream>
#include <ostream>
#include <string>

#include "cli/commands/commands.h"
#include "core/extract/quantities.h"
#include "core/extract/times.h"
#include "core/text/code_points.h"
#include "core/text/utf8.h"
#include "core/text/words.h"

namespace hearsay {
namespace {

using Writer = rapidjson::Writer<rapidjson::StringBuffer>;

void write_text(Writer& json, std::string_view key, std::string_view text) {
  json.Key(key.data(), static_cast<rapidjson::SizeType>(key.size()));
  json.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
}

void write_span(Writer& json, const char* key, Span span) {
  json.Key(key);
  json.StartArray();
  json.Uint64(span.begin);
  json.Uint64(span.end);
  json.EndArray();
}

void write_bound(Writer& json, const char* key, std::optional<double> bound) {
  json.Key(key);
  if (bound) {
    json.Double(*bound);
  } else {
    json.Null();
  }
}

void write_quantity(Writer& json, const Quantity& quantity, std::string_view text, const CodePoints& points) {
  json.StartObject();
  write_span(json, "span", points.from_bytes(quantity.span));
  write_text(json, "text", quantity.span.of(text));
  write_span(json, "num_span", points.from_bytes(quantity.number));
  write_bound(json, "low", quantity.low);
  write_bound(json, "high", quantity.high);
  json.Key("unit");
  if (quantity.unit.empty()) {
    json.Null();
  } else {
    json.String(quantity.unit);
  }
  write_text(json, "mod", name_of(quantity.modifier));
  if (!quantity.noun.empty()) write_text(json, "noun", quantity.noun);
  if (!quantity.rate.empty()) write_text(json, "rate", quantity.rate);
  json.EndObject();
}

void write_time(Writer& json, const Time& time, std::string_view text, const CodePoints& points) {
  json.StartObject();
  write_span(json, "span", points.from_bytes(time.span));
  write_text(json, "text", time.span.of(text));
  json.Key("edtf");
  const std::string& value = time.edtf.empty() ? time.duration : time.edtf;
  if (value.empty()) {
    json.Null();
  } else {
    json.String(value);
  }
  json.EndObject();
}

class Parse : public Command {
 public:
  void declare(CLI::App& app) override {
    app.footer(
        "Reads JSON lines from standard input: {\"id\": .., \"text\": .., \"ref\": \"YYYY-MM-DD\"}, ref being the day "
        "of\n"
        "publication; it may be absent. Writes one line for each: {\"id\", \"quantities\": [..], \"times\": [..]}, "
        "offsets in\n"
        "code points. A line that cannot be read gives {\"id\": null, \"quantities\": [], \"times\": [], \"error\": "
        "..}.");
  }

  int run(Session& session) override {
    const Result<const Lexicon*> lexicon = session.lexicon();
    if (!lexicon) return session.trouble(lexicon.error());
    const QuantityFinder quantities(**lexicon);
    const TimeFinder times(**lexicon);
    std::size_t number = 0;
    std::size_t bad = 0;
    for (std::string line; std::getline(session.in, line);) {
      ++number;
      rapidjson::StringBuffer out;
      Writer json(out);
      const std::string error = answer(line, (*lexicon)->abbreviations(), quantities, times, json);
      if (!error.empty()) {
        ++bad;
        session.err << "standard input:" << number << ": " << error << '\n';
      }
      session.out << out.GetString() << '\n';
    }
    return bad > 0 ? kTrouble : kNothingToReport;
  }

 private:
  // Writes the answer to one line; returns what was wrong with it, empty if nothing.
  static std::string answer(const std::string& line, const Abbreviations& abbreviations,
                            const QuantityFinder& quantities, const TimeFinder& times, Writer& json) {
    rapidjson::Document document;
    document.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag>(line.c_str(), line.size());
    std::string error;
    if (document.HasParseError() || !document.IsObject()) {
      error = "not a JSON object; write one object a line";
    } else if (!document.HasMember("text") || !document["text"].IsString()) {
      error = "no \"text\"; give the text to read as a string";
    }
    json.StartObject();
    json.Key("id");
    const bool has_id = document.IsObject() && !document.HasParseError() && document.HasMember("id");
    if (has_id) {
      document["id"].Accept(json);
    } else {
      json.Null();
    }
    std::string text;
    if (error.empty()) text = decode_utf8({document["text"].GetString(), document["text"].GetStringLength()}).text;
    std::string published;
    if (error.empty() && document.HasMember("ref") && document["ref"].IsString())
      published = document["ref"].GetString();
    const Words words = split_words(text, {{0, text.size()}}, abbreviations);
    const CodePoints points(text);
    json.Key("quantities");
    json.StartArray();
    for (const Quantity& quantity : quantities.find(words)) {
      if (!quantity.ordinal) write_quantity(json, quantity, text, points);
    }
    json.EndArray();
    json.Key("times");
    json.StartArray();
    for (const Time& time : times.find(words, published)) write_time(json, time, text, points);
    json.EndArray();
    if (!error.empty()) write_text(json, "error", error);
    json.EndObject();
    return error;
  }
};

}  // namespace

std::unique_ptr<Command> make_parse() { return std::make_unique<Parse>(); }

}  // namespace hearsay
