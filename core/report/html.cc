// One self-contained page, a template a part (templates/). The templates escape everything that is put into them; no
// value is ever inserted raw.

#include <algorithm>
#include <set>

#include "core/report/html_parts.h"
#include "core/report/words.h"
#include "core/value/named_text.h"

namespace hearsay {

std::vector<NamedText> report_templates();  // made by hearsay_embed

namespace {

constexpr std::size_t kIndexed = 25;  // disputes in the summary, the most severe; the others are folded away below them

class Template {
 public:
  explicit Template(std::string_view name) : template_(text_of(name)) {}
  std::string with(const Fields& fields) { return template_.render(fields.data()); }

 private:
  static std::string text_of(std::string_view name) {
    for (const NamedText& file : report_templates()) {
      if (file.name == name) return std::string(file.text);
    }
    return {};
  }
  kainjow::mustache::mustache template_;
};

std::string occurrences(std::size_t count) {
  return count == 1 ? "once" : count == 2 ? "twice" : std::to_string(count) + " times";
}

Fields header_fields(const Report& report) {
  const ReportHeader& header = report.header;
  return Fields()
      .text("at", header.at)
      .text("at_words", time_in_words(header.at))
      .text("program", header.program)
      .text("store_sha256", header.store_sha256)
      .text("log_sha256", header.log_sha256)
      .text("rules_sha256", header.rules_sha256);
}

Fields begin_fields(const Report& report) {
  Fields out = header_fields(report);
  out.text("about", report.about).text("heading", heading_of(report)).text("extent", extent_of(report));
  out.text("disputes", disputes_of(report)).text("voices", voices_of(report));
  std::vector<Fields> flags;
  std::vector<Fields> rest;
  for (const ReportFlag& row : report.flags) {
    (flags.size() < kIndexed ? flags : rest)
        .push_back(Fields()
                       .text("id", row.flag.id)
                       .text("message", sentence(row.flag.message))
                       .text("severity", std::string(name_of(row.flag.severity)))
                       .text("status", std::string(name_of(row.flag.status))));
  }
  out.list("rest", rest).yes("has_rest", !rest.empty());
  out.text("rest_count", counted(rest.size(), "more dispute", "more disputes"));
  return out.list("flags", flags).yes("has_flags", !flags.empty());
}

std::vector<Fields> claim_rows(const Report& report) {
  std::vector<Fields> rows;
  for (const ReportClaimRef ref : report.claims) {
    const StoredClaim& stored = report.claim(ref);
    rows.push_back(Fields()
                       .text("text", stored.text)
                       .text("who", speaker_told(stored))
                       .text("manner", manner_of(stored.claim))
                       .known("said", stored.claim.said.edtf.empty() ? "" : day_in_words(stored.claim.said.edtf))
                       .text("place", place_id(report, ref))
                       .text("outlet", outlet_of(report.articles[ref.article]))
                       .text("title", report.title_of(ref.article)));
  }
  return rows;
}

Fields wording_fields(const Report& report, const std::string& text, const std::vector<ReportSpelling>& spellings) {
  std::vector<Fields> places;
  for (const ReportSpelling& spelling : spellings) {
    if (spelling.text != text) continue;
    places.push_back(Fields()
                         .yes("next", !places.empty())
                         .text("count", occurrences(spelling.count))
                         .text("place", place_id(report, spelling.article, spelling.first))
                         .text("title", report.title_of(spelling.article))
                         .known("outlet", report.articles[spelling.article].entry.outlet));
  }
  return Fields().text("text", text).list("places", places);
}

std::vector<Fields> name_rows(const Report& report) {
  std::vector<Fields> rows;
  for (const ReportName& name : report.names) {
    if (name.wordings() < 2) continue;
    std::set<std::string> written;
    std::vector<Fields> wordings;
    for (const ReportSpelling& spelling : name.spellings) {
      if (written.insert(spelling.text).second)
        wordings.push_back(wording_fields(report, spelling.text, name.spellings));
    }
    rows.push_back(Fields().text("name", name.name).known("role", name.role).list("wordings", wordings));
  }
  return rows;
}

std::vector<Fields> source_rows(const Report& report) {
  std::vector<Fields> rows;
  for (std::size_t i = 0; i < report.articles.size(); ++i) {
    const ReportArticle& page = report.articles[i];
    const ArticleEntry& entry = page.entry;
    rows.push_back(
        Fields()
            .text("place", article_id(i))
            .text("title", report.title_of(i))
            .text("outlet", outlet_of(page))
            .text("published", day_in_words(entry.published))
            .known("basis", entry.published.empty() ? "" : std::string(name_of(entry.published_basis)))
            .text("claims", counted(page.claims.size(), "statement", "statements"))
            .known("flags", page.flags == 0 ? "" : "in " + counted(page.flags, "dispute", "disputes"))
            .known("version", entry.version == 1 && entry.superseded_by.empty() ? "" : std::to_string(entry.version))
            .known("superseded", entry.superseded_by)
            .known("url", entry.url)
            .text("media_type", page.article.media_type)
            .number("size", report.sources[page.source].bytes.size())
            .text("received", time_in_words(entry.received))
            .text("article", entry.id)
            .text("sha256", entry.sha256));
  }
  return rows;
}

std::vector<Fields> decision_rows(const Report& report) {
  std::vector<Fields> rows;
  for (const DecisionEntry* entry : decisions_apart(report))
    rows.push_back(decision_fields(*entry).text("matter", sentence(matter_of(*entry))));
  return rows;
}

Fields list_fields(const Report& report) {
  const std::vector<Fields> claims = claim_rows(report);
  const std::vector<Fields> names = name_rows(report);
  const std::vector<Fields> decisions = decision_rows(report);
  return Fields()
      .list("claims", claims)
      .yes("has_claims", !claims.empty())
      .list("names", names)
      .yes("has_names", !names.empty())
      .list("decisions", decisions)
      .yes("has_decisions", !decisions.empty())
      .list("sources", source_rows(report));
}

// Everything that some link leads to, by article.
std::vector<EmbeddedText> marked_texts(const Report& report) {
  std::vector<EmbeddedText> texts;
  for (std::size_t i = 0; i < report.articles.size(); ++i) {
    texts.emplace_back(report, i);
    for (const StoredClaim& claim : report.articles[i].claims) texts[i].add_place(claim.claim.content.front());
  }
  for (std::size_t i = 0; i < report.flags.size(); ++i) {
    for (const ReportPlace& place : report.flags[i].places) texts[place.article].add_mark(place.span, i);
  }
  for (const ReportName& name : report.names) {
    if (name.wordings() < 2) continue;
    for (const ReportSpelling& spelling : name.spellings) texts[spelling.article].add_place(spelling.first);
  }
  return texts;
}

Fields article_fields(const Report& report, std::size_t index, const EmbeddedText& text) {
  const ReportArticle& page = report.articles[index];
  std::vector<Fields> claims;
  for (std::size_t i = 0; i < page.claims.size(); ++i) {
    const Claim& claim = page.claims[i].claim;
    claims.push_back(Fields()
                         .known("who", claim.type == ClaimType::assertion ? "" : speaker_of(claim))
                         .text("text", page.claims[i].text)
                         .text("place", place_id(report, {index, i}))
                         .text("manner", manner_of(claim)));
  }
  return Fields()
      .text("id", article_id(index))
      .number("n", index + 1)
      .text("outlet", outlet_of(page))
      .text("published", day_in_words(page.entry.published))
      .text("article", page.entry.id)
      .known("lang", page.article.language)
      .list("zones", text.zones())
      .yes("has_claims", !claims.empty())
      .text("count", counted(claims.size(), "statement", "statements") + " in this article")
      .list("claims", claims);
}

}  // namespace

std::string html(const Report& report) {
  Template flag("flag.html");
  Template article("article.html");
  std::string out = Template("begin.html").with(begin_fields(report));
  for (std::size_t i = 0; i < report.flags.size(); ++i) out += flag.with(flag_fields(report, i));
  out += Template("lists.html").with(list_fields(report));
  const std::vector<EmbeddedText> texts = marked_texts(report);
  for (std::size_t i = 0; i < texts.size(); ++i) out += article.with(article_fields(report, i, texts[i]));
  out += Template("end.html").with(header_fields(report));
  return out;
}

}  // namespace hearsay
