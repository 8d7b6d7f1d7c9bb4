#include "core/ingest/html_tokenizer.h"

#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

#include "core/text/utf8.h"

namespace hearsay {
namespace {

// Tokens in a form that compares: adjoining text as one, attributes by name.
std::string shown(const std::map<std::string, std::string>& attributes) {
  std::string all;
  for (const auto& [name, value] : attributes) all += " " + name + "=\"" + value + "\"";
  return all;
}

std::vector<std::string> tokens_of(HtmlTokenizer tokens) {
  std::vector<std::string> all;
  bool text = false;
  for (HtmlToken token; tokens.next(token);) {
    if (token.kind == HtmlToken::Kind::text) {
      if (!text) all.emplace_back("text ");
      all.back() += token.data;
      text = true;
      continue;
    }
    text = false;
    if (token.kind == HtmlToken::Kind::start_tag) {
      std::map<std::string, std::string> attributes;
      for (const HtmlAttribute& attribute : token.attributes) attributes[attribute.name] = attribute.value;
      all.push_back("<" + token.name + shown(attributes) + (token.self_closing ? " />" : ">"));
    } else if (token.kind == HtmlToken::Kind::end_tag) {
      all.push_back("</" + token.name + ">");
    } else if (token.kind == HtmlToken::Kind::comment) {
      all.push_back("comment " + token.data);
    } else {
      all.push_back("doctype " + token.name + "|" + token.public_id.value_or("null") + "|" +
                    token.system_id.value_or("null") + (token.quirks ? "|quirks" : ""));
    }
  }
  return all;
}

// \uHHHH once more, lone surrogates as three bytes.
std::string unescaped(const std::string& text) {
  std::string out;
  char32_t high = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text.substr(at, 2) != "\\u" || at + 6 > text.size()) {
      out += text[at];
      high = 0;
      continue;
    }
    const auto unit = static_cast<char32_t>(std::stoul(text.substr(at + 2, 4), nullptr, 16));
    at += 5;
    if (high != 0 && unit >= 0xDC00 && unit <= 0xDFFF) {
      out.resize(out.size() - 3);
      append(out, 0x10000 + ((high - 0xD800) << 10U) + (unit - 0xDC00));
      high = 0;
    } else {
      if (unit >= 0x800) {
        out += static_cast<char>(0xE0U | (unit >> 12U));
        out += static_cast<char>(0x80U | ((unit >> 6U) & 0x3FU));
        out += static_cast<char>(0x80U | (unit & 0x3FU));
      } else {
        append(out, unit);
      }
      high = unit >= 0xD800 && unit <= 0xDBFF ? unit : 0;
    }
  }
  return out;
}

struct StandardCase {
  std::string description;
  std::string input;
  std::vector<std::string> expected;
  std::vector<std::string> states;
  std::string last_start_tag;
};

StandardCase case_of(const rapidjson::Value& test) {
  const bool escaped = test.HasMember("doubleEscaped") && test["doubleEscaped"].GetBool();
  const auto text = [&](const rapidjson::Value& value) {
    const std::string raw(value.GetString(), value.GetStringLength());
    return escaped ? unescaped(raw) : raw;
  };
  StandardCase found;
  found.description = test["description"].GetString();
  found.input = text(test["input"]);
  bool in_text = false;
  for (const rapidjson::Value& token : test["output"].GetArray()) {
    const std::string kind = token[0].GetString();
    if (kind == "Character") {
      if (!in_text) found.expected.emplace_back("text ");
      found.expected.back() += text(token[1]);
      in_text = true;
      continue;
    }
    in_text = false;
    if (kind == "StartTag") {
      std::map<std::string, std::string> attributes;
      for (const auto& member : token[2].GetObject()) attributes[text(member.name)] = text(member.value);
      found.expected.push_back("<" + text(token[1]) + shown(attributes) + (token.Size() > 3 ? " />" : ">"));
    } else if (kind == "EndTag") {
      found.expected.push_back("</" + text(token[1]) + ">");
    } else if (kind == "Comment") {
      found.expected.push_back("comment " + text(token[1]));
    } else {
      const auto id = [&](const rapidjson::Value& value) { return value.IsNull() ? "null" : text(value); };
      found.expected.push_back("doctype " + (token[1].IsNull() ? "" : text(token[1])) + "|" + id(token[2]) + "|" +
                               id(token[3]) + (token[4].GetBool() ? "" : "|quirks"));
    }
  }
  if (test.HasMember("initialStates")) {
    for (const rapidjson::Value& state : test["initialStates"].GetArray()) found.states.emplace_back(state.GetString());
  } else {
    found.states.emplace_back("Data state");
  }
  if (test.HasMember("lastStartTag")) found.last_start_tag = test["lastStartTag"].GetString();
  return found;
}

TEST(HtmlTokenizer, EveryCaseOfHtml5lib) {
  const std::filesystem::path folder = HEARSAY_ROOT "/../shared/data/html5lib-tokenizer";
  if (!std::filesystem::is_directory(folder)) GTEST_SKIP() << "no html5lib cases at " << folder;
  const std::map<std::string, HtmlContent> states = {
      {"Data state", HtmlContent::data},          {"PLAINTEXT state", HtmlContent::plaintext},
      {"RCDATA state", HtmlContent::rcdata},      {"RAWTEXT state", HtmlContent::rawtext},
      {"Script data state", HtmlContent::script}, {"CDATA section state", HtmlContent::cdata}};
  std::size_t run = 0;
  std::size_t failed = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".test" || entry.path().stem() == "xmlViolation") continue;
    std::ifstream file(entry.path(), std::ios::binary);
    const std::string json{std::istreambuf_iterator<char>(file), {}};
    rapidjson::Document document;
    document.Parse(json.data(), json.size());
    ASSERT_FALSE(document.HasParseError()) << entry.path();
    for (const rapidjson::Value& test : document["tests"].GetArray()) {
      const StandardCase standard = case_of(test);
      for (const std::string& state : standard.states) {
        HtmlTokenizer tokens(standard.input);
        tokens.set_content(states.at(state));
        tokens.set_last_start_tag(standard.last_start_tag);
        ++run;
        const std::vector<std::string> found = tokens_of(tokens);
        if (found != standard.expected && ++failed <= 12) {
          ADD_FAILURE() << entry.path().filename() << " " << state << ": " << standard.description << "\ninput "
                        << testing::PrintToString(standard.input) << "\nfound " << testing::PrintToString(found)
                        << "\nexpected " << testing::PrintToString(standard.expected);
        }
      }
    }
  }
  EXPECT_EQ(failed, 0U) << "of " << run;
  EXPECT_GE(run, 6800U);
}

TEST(HtmlTokenizer, ATokenKnowsItsBytes) {
  const std::string html = "<p class=a>Caf&eacute; d’or\r\nend</p><!--x-->";
  HtmlTokenizer tokens(html);
  std::vector<std::string> sources;
  std::size_t last = 0;
  for (HtmlToken token; tokens.next(token);) {
    EXPECT_EQ(token.source.begin, last);
    last = token.source.end;
    sources.emplace_back(token.source.of(html));
  }
  EXPECT_EQ(last, html.size());
  EXPECT_EQ(sources,
            (std::vector<std::string>{"<p class=a>", "Caf", "&eacute;", " d’or", "\r\n", "end", "</p>", "<!--x-->"}));
}

TEST(HtmlTokenizer, HostileInputStaysLinear) {
  const std::vector<std::string> units = {
      "<", "<a", "<!--", "&", "&am", "</", "</>", "<a b=\"", "<script><!--<script>", "\r", "]]>", "<!doctype "};
  for (const std::string& unit : units) {
    std::string html;
    while (html.size() < (1U << 20U)) html += unit;
    const auto begin = std::chrono::steady_clock::now();
    HtmlTokenizer tokens(html);
    HtmlToken token;
    while (tokens.next(token)) {
    }
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
    EXPECT_LT(seconds.count(), 5) << unit;
  }
}

TEST(HtmlTokenizer, AttributesBeyondTheLimitAreDropped) {
  std::string html = "<p";
  for (int i = 0; i < 5000; ++i) html += " a" + std::to_string(i) + "=1";
  HtmlTokenizer tokens(html += ">");
  HtmlToken token;
  ASSERT_TRUE(tokens.next(token));
  EXPECT_EQ(token.attributes.size(), kMaxHtmlAttributes);
}

}  // namespace
}  // namespace hearsay
