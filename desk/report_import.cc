// What a person stated when a source was ingested (--outlet, --published) is not in its bytes: it is given again where
// the bytes alone do not say what the report says.

#include "desk/report_import.h"

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <utility>

#include "core/text/code_points.h"
#include "desk/check.h"

namespace hearsay {
namespace {

using Parts = std::vector<const ReportedArticle*>;  // of one source

class ReportImporter {
 public:
  ReportImporter(Store& store, const ReportFile& file, const std::string& name, const ReportReading& reading)
      : store_(store), file_(file), name_(name), reading_(reading) {}

  Result<ReportImport> run(const std::string& by, const std::string& at) {
    if (Result<Done> done = ingest(); !done) return done.error();
    if (Result<Done> done = adopt_log(); !done) return done.error();
    if (Result<Done> done = check(at); !done) return done.error();
    if (!out_.log_adopted) {
      out_.decisions = import_decisions(store_, decisions_that_count(), by, at);
      if (Result<Done> done = check(at); !done) return done.error();
    }
    if (Result<Done> done = keep_retired(); !done) return done.error();
    if (Result<Done> done = compare_articles(); !done) return done.error();
    if (Result<Done> done = compare_flags(); !done) return done.error();
    return std::move(out_);
  }

 private:
  Result<Done> ingest() {
    std::map<std::string, Parts> parts;
    for (const ReportedArticle& article : file_.articles) parts[article.sha256].push_back(&article);
    ReadOptions given;
    auto ingest = std::make_unique<Ingest>(store_, reading_.lexicon, reading_.extractor, given);
    const auto finish = [&]() -> Result<Done> {
      Result<Done> done = ingest->finish();
      add(ingest->counts());
      return done;
    };
    for (const Source& source : file_.sources) {
      ReadOptions stated = stated_of(source, parts[source.sha256]);
      if (stated.outlet != given.outlet || stated.published != given.published) {
        if (Result<Done> done = finish(); !done) return done;
        given = std::move(stated);
        ingest = std::make_unique<Ingest>(store_, reading_.lexicon, reading_.extractor, given);
      }
      if (Result<std::vector<std::string>> unusual = ingest->add(source); !unusual) {
        Error error = unusual.error();
        error.where = name_ + ": source " + source.name + (error.where.empty() ? "" : ": " + error.where);
        out_.errors.push_back(std::move(error));
      }
    }
    return finish();
  }

  // What a person must have stated for the articles to be what the report says.
  ReadOptions stated_of(const Source& source, const Parts& reported) const {
    ReadOptions stated;
    const Result<std::vector<Article>> articles = read(source, reading_.lexicon, {});
    if (!articles) return stated;
    for (const Article& article : *articles) {
      const auto same = std::find_if(reported.begin(), reported.end(),
                                     [&](const ReportedArticle* known) { return known->part == article.part; });
      if (same == reported.end()) continue;
      if (!article.outlet) stated.outlet = (*same)->outlet;
      if (article.published.edtf.empty()) stated.published = (*same)->published;
    }
    return stated;
  }

  void add(const IngestCounts& counts) {
    out_.ingested.added += counts.added;
    out_.ingested.unchanged += counts.unchanged;
    out_.ingested.reread += counts.reread;
    out_.ingested.new_versions += counts.new_versions;
    out_.ingested.claims += counts.claims;
  }

  // A log that has gone another way is no error: its decisions come in one by one.
  Result<Done> adopt_log() {
    std::vector<Decision> log;
    for (const ReportedDecision& made : file_.decisions) log.push_back(made.decision);
    const Result<std::size_t> adopted = store_.adopt_log(log);
    if (!adopted && adopted.error().code != ErrorCode::conflict) return adopted.error();
    out_.log_adopted = adopted.ok();
    if (!adopted) return Done{};
    out_.decisions.added = *adopted;
    out_.decisions.known = log.size() - *adopted;
    return Done{};
  }

  std::vector<ExchangeRecord> decisions_that_count() const {
    std::vector<ExchangeRecord> records;
    for (std::size_t i = 0; i < file_.decisions.size(); ++i) {
      const ReportedDecision& made = file_.decisions[i];
      const bool counts = made.state == DecisionState::standing || made.state == DecisionState::stale;
      if (!counts || made.decision.verdict == "undone") continue;
      ExchangeRecord record;
      record.decision = made.decision;
      record.place = name_ + ": /decisions/" + std::to_string(i);
      records.push_back(std::move(record));
    }
    return records;
  }

  Result<Done> check(const std::string& at) {
    Result<CheckReport> checked = check_unchecked(store_, reading_.rules, reading_.lexicon, at);
    if (!checked) return checked.error();
    out_.rule_faults = faults_of(*checked);
    return Done{};
  }

  // With the places that are here and spell the same words.
  Result<Done> keep_retired() {
    std::vector<Flag> flags = file_.retired;
    for (Flag& flag : flags) {
      std::vector<Evidence> spelled;
      for (Evidence& place : flag.evidence) {
        Result<Article> article = store_.article(place.article);
        if (!article && article.error().code != ErrorCode::not_found) return article.error();
        if (!article) continue;
        const CodePoints points(article->text);
        if (place.span.begin > place.span.end || place.span.end > points.size()) continue;
        place.span = points.to_bytes(place.span);
        if (place.span.of(article->text) == place.text) spelled.push_back(std::move(place));
      }
      flag.evidence = std::move(spelled);
    }
    const Result<std::size_t> kept = store_.keep_retired(flags);
    return kept ? Result<Done>(Done{}) : kept.error();
  }

  Result<Done> compare_articles() {
    Result<std::vector<ArticleEntry>> entries = store_.articles({.superseded = true});
    if (!entries) return entries.error();
    std::set<std::string> sources;
    for (const ReportedArticle& reported : file_.articles) sources.insert(reported.sha256);
    std::map<std::pair<std::string, std::size_t>, Article> here;  // by source and part
    for (const ArticleEntry& entry : *entries) {
      if (!sources.contains(entry.sha256)) continue;
      Result<Article> article = store_.article(entry.id);
      if (!article) return article.error();
      const std::pair key(entry.sha256, article->part);
      here.emplace(key, std::move(article).value());
    }
    for (const ReportedArticle& reported : file_.articles) {
      const auto article = here.find({reported.sha256, reported.part});
      if (article == here.end()) {
        out_.differs.push_back("article " + reported.id + ": the sources of the report do not give it");
      } else if (Result<Done> done = compare(reported, article->second); !done) {
        return done;
      }
    }
    return Done{};
  }

  Result<Done> compare(const ReportedArticle& reported, const Article& article) {
    const std::string about = "article " + reported.id + ": ";
    if (article.id != reported.id) out_.differs.push_back(about + "is called " + article.id + " here");
    if (article.text != reported.text) out_.differs.push_back(about + "is read here with another text");
    Result<std::vector<StoredClaim>> claims =
        store_.claims({.article = article.id, .superseded = true, .not_claims = true});
    if (!claims) return claims.error();
    const auto found = static_cast<std::size_t>(std::count_if(
        claims->begin(), claims->end(), [&](const StoredClaim& c) { return reported.claims.contains(c.ref.claim); }));
    if (found < reported.claims.size() || found < claims->size()) {
      out_.differs.push_back(about + std::to_string(found) + " of " + std::to_string(reported.claims.size()) +
                             " statements are found here, and " + std::to_string(claims->size() - found) + " others");
    }
    return Done{};
  }

  Result<Done> compare_flags() {
    for (const std::string& id : file_.flags) {
      Result<Flag> flag = store_.flag(id);
      if (!flag && flag.error().code != ErrorCode::not_found) return flag.error();
      if (!flag || flag->status == FlagStatus::retired)
        out_.differs.push_back("dispute " + id + ": the rules here do not find it");
    }
    return Done{};
  }

  Store& store_;
  const ReportFile& file_;
  const std::string& name_;
  const ReportReading& reading_;
  ReportImport out_;
};

}  // namespace

Result<ReportImport> import_report(Store& store, const ReportFile& file, const std::string& file_name,
                                   const ReportReading& reading, const std::string& by, const std::string& at) {
  return ReportImporter(store, file, file_name, reading).run(by, at);
}

}  // namespace hearsay
