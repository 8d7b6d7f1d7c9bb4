// One self-contained page from templates/report.html. The template escapes everything that is put into it; no value is
// ever inserted raw.

#include <kainjow/mustache.hpp>

#include "core/report/report.h"
#include "core/value/named_text.h"

namespace hearsay {

std::vector<NamedText> report_templates();  // made by hearsay_embed

namespace {

using kainjow::mustache::data;

std::string or_else(const std::string& text, const char* otherwise) { return text.empty() ? otherwise : text; }

// An empty field is false, so that its section of the template is left out.
void set_known(data& row, const char* key, const std::string& text) {
  if (text.empty())
    row.set(key, data{false});
  else
    row.set(key, text);
}

data place_row(const ReportPlace& place) {
  data row;
  row.set("before", place.before);
  row.set("words", place.words);
  row.set("after", place.after);
  row.set("article", place.article);
  row.set("outlet", or_else(place.outlet, "outlet not named"));
  row.set("published", or_else(place.published, "no date"));
  row.set("begin", std::to_string(place.span.begin));
  row.set("end", std::to_string(place.span.end));
  row.set("has_claim", !place.claim.empty());
  row.set("claim", place.claim);
  row.set("type", place.type);
  row.set("modality", place.modality);
  set_known(row, "mention", place.mention);
  set_known(row, "role", place.role);
  set_known(row, "said", place.said);
  std::string chain;
  for (const std::string& link : place.chain) chain += (chain.empty() ? "" : " → ") + link;
  row.set("chain", chain);
  return row;
}

data flag_row(const ReportFlag& flag, std::size_t number) {
  data row;
  row.set("number", std::to_string(number));
  row.set("id", flag.flag.id);
  row.set("message", flag.flag.message);
  row.set("title", flag.flag.rule_title);
  row.set("kind", flag.flag.kind);
  row.set("why", flag.flag.rule_why);
  row.set("severity", std::string(name_of(flag.flag.severity)));
  row.set("status", std::string(name_of(flag.flag.status)));
  data places{data::type::list};
  for (const ReportPlace& place : flag.places) places << place_row(place);
  row.set("places", places);
  data decisions{data::type::list};
  for (const Decision& decision : flag.decisions) {
    data line;
    line.set("verdict", decision.verdict);
    line.set("by", decision.by);
    line.set("at", decision.at);
    set_known(line, "note", decision.note);
    decisions << line;
  }
  row.set("decisions", decisions);
  row.set("decided", !flag.decisions.empty());
  return row;
}

data name_row(const ReportName& name) {
  data row;
  row.set("name", name.name);
  set_known(row, "role", name.role);
  data spellings{data::type::list};
  for (const ReportSpelling& spelling : name.spellings) {
    data line;
    line.set("text", spelling.text);
    line.set("article", spelling.article);
    line.set("count", std::to_string(spelling.count));
    spellings << line;
  }
  row.set("spellings", spellings);
  return row;
}

data article_row(const ReportArticle& article) {
  data row;
  row.set("article", article.entry.id);
  row.set("title", or_else(article.entry.title, "(no title)"));
  row.set("outlet", or_else(article.entry.outlet, "not named"));
  row.set("published", or_else(article.entry.published, "no date"));
  row.set("claims", std::to_string(article.entry.claims));
  row.set("attributed", std::to_string(article.attributed));
  row.set("flags", std::to_string(article.flags));
  row.set("sha256", article.entry.sha256);
  return row;
}

}  // namespace

std::string html(const Report& report) {
  data page;
  page.set("about", report.about);
  page.set("article_count", std::to_string(report.articles.size()));
  page.set("claim_count", std::to_string(report.claims));
  page.set("flag_count", std::to_string(report.flags.size()));
  std::size_t open = 0;
  data flags{data::type::list};
  for (std::size_t i = 0; i < report.flags.size(); ++i) {
    open += report.flags[i].flag.status == FlagStatus::open ? 1 : 0;
    flags << flag_row(report.flags[i], i + 1);
  }
  page.set("open_count", std::to_string(open));
  page.set("has_flags", !report.flags.empty());
  page.set("flags", flags);
  data names{data::type::list};
  for (const ReportName& name : report.names) names << name_row(name);
  page.set("has_names", !report.names.empty());
  page.set("names", names);
  data articles{data::type::list};
  for (const ReportArticle& article : report.articles) articles << article_row(article);
  page.set("articles", articles);
  page.set("at", report.header.at);
  page.set("program", report.header.program);
  page.set("store_sha256", report.header.store_sha256);
  page.set("rules_sha256", report.header.rules_sha256);
  kainjow::mustache::mustache document{std::string(report_templates().front().text)};
  return document.render(page);
}

}  // namespace hearsay
