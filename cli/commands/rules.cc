// hearsay rules: what rules there are, whether they compile and at what cost, their examples, one rule in words.

#include <fmt/format.h>

#include <ostream>

#include "cli/commands/commands.h"
#include "cli/listing.h"
#include "desk/inputs.h"
#include "desk/parameters.h"
#include "desk/rule_changes.h"
#include "rules/engine/cost.h"
#include "rules/engine/examples.h"
#include "rules/engine/sandbox.h"

namespace hearsay {
namespace {

class RulesCommand : public Command {
 public:
  void declare(CLI::App& app) override {
    list_ = app.add_subcommand("list", "All rules: id, kind, severity, title");
    add_format_option(*list_, format_);
    check_ = app.add_subcommand("check", "Compile every rule, look at its query plan and at what it must compare");
    check_->add_flag("--run", run_, "Run each over the whole store, too, and count its results; nothing is written");
    add_format_option(*check_, format_);
    test_ = app.add_subcommand("test", "Run the examples of every rule");
    test_->add_option("--examples", examples_, "Folder with <rule>/flag.jsonl and <rule>/quiet.jsonl")
        ->type_name("DIR")
        ->default_str(examples_);
    explain_ = app.add_subcommand("explain", "One rule in words");
    explain_->add_option("rule", id_, "The rule's id")->required()->type_name("ID");
    set_ = app.add_subcommand("set", "Set a parameter of a rule for this store; it is kept in the log");
    set_->add_option("rule", id_, "The rule's id")->required()->type_name("ID");
    set_->add_option("parameter", parameter_, "The parameter's name")->required()->type_name("NAME");
    set_->add_option("value", value_, "Its value from now on")->required()->type_name("VALUE");
    set_->add_option("--by", asked_.by, "Who sets it")->required()->type_name("WHO");
    set_->add_option("--note", asked_.note, "Why")->type_name("TEXT");
    runs_ = app.add_subcommand("runs", "When rules ran that changed flags, or had been changed themselves");
    runs_->add_option("rule", id_, "Only this rule")->type_name("ID");
    add_format_option(*runs_, format_);
    app.require_subcommand(1);
    app.footer("Write a rule of your own: docs/rules.md. Lay a folder of rules over these: hearsay --rules DIR.");
  }

  int run(Session& session) override {
    Result<const Lexicon*> lexicon = session.lexicon();
    if (!lexicon) return session.trouble(lexicon.error());
    Result<Ruleset> rules = session.ruleset();
    if (!rules) return session.trouble(rules.error());
    for (const Error& bad : rules->bad) session.trouble(bad);
    int code = rules->bad.empty() ? kNothingToReport : kTrouble;
    if (list_->parsed()) list(session, *rules);
    if (explain_->parsed()) code = std::max(code, explain(session, *rules));
    if (runs_->parsed()) code = std::max(code, runs(session));
    if (set_->parsed()) code = std::max(code, set(session, *rules));
    if (check_->parsed()) code = std::max(code, check(session, *rules, **lexicon));
    if (test_->parsed()) code = std::max(code, test(session, *rules, **lexicon));
    return code;
  }

 private:
  void list(Session& session, const Ruleset& rules) const {
    Listing listing({"rule", "kind", "severity", "title"}, 3);
    for (const Rule& rule : rules.rules)
      listing.add({rule.id, rule.kind, std::string(name_of(rule.severity)), rule.title});
    listing.print(session.out, format_, session.terminal);
  }

  int runs(Session& session) const {
    Result<std::unique_ptr<Store>> store = session.open_store(OpenMode::read_only);
    if (!store) return session.trouble(store.error());
    Result<std::vector<RuleRunTold>> told = rule_changes(**store, id_);
    if (!told) return session.trouble(told.error());
    Listing listing({"at", "rule", "changed", "blocks", "found", "came", "went", "sha256"}, 2);
    for (const RuleRunTold& one : *told) {
      const RuleRunEntry& run = one.run;
      listing.add({run.at, run.rule, one.changed.empty() ? Cell() : Cell(one.changed),
                   run.blocks ? Cell(static_cast<double>(*run.blocks)) : Cell("all"), static_cast<double>(run.found),
                   static_cast<double>(run.opened), static_cast<double>(run.retired),
                   format_ == Format::table ? run.rule_sha256.substr(0, 8) : run.rule_sha256});
    }
    listing.print(session.out, format_, session.terminal);
    return kNothingToReport;
  }

  int set(Session& session, const Ruleset& rules) {
    Result<std::unique_ptr<Store>> store = session.open_store(OpenMode::existing);
    if (!store) return session.trouble(store.error());
    asked_.at = session.now();
    Result<Decision> made = set_parameter(**store, rules, id_, parameter_, value_, asked_);
    if (!made) return session.trouble(made.error());
    session.out << fmt::format("{} {} {} = {}; run 'hearsay check'\n", made->id, id_, parameter_, printable(value_));
    return kNothingToReport;
  }

  int explain(Session& session, const Ruleset& rules) const {
    const Rule* rule = rules.find(id_);
    if (rule == nullptr) {
      return session.trouble(
          {ErrorCode::not_found, "rules explain", "no rule '" + id_ + "'", "see hearsay rules list", ""});
    }
    session.out << fmt::format(
        "{} (version {}): {}\n\nkind {}, severity {}\nwhy         {}\nquiet when  {}\nreads       {}\n", rule->id,
        rule->version, rule->title, rule->kind, name_of(rule->severity), rule->why, rule->quiet_when,
        fmt::join(rule->needs, ", "));
    for (const RuleParam& param : rule->params)
      session.out << fmt::format("param       {} = {}: {}\n", param.name, param.value, param.about);
    session.out << fmt::format("SHA-256     {}\n", rule->sha256);
    return kNothingToReport;
  }

  // Against the store of --store where there is one: what each rule would have to compare in it.
  int check(Session& session, const Ruleset& rules, const Lexicon& lexicon) const {
    constexpr const char* kEmptyStore = "file:rules-check?mode=memory&cache=shared";
    Result<std::unique_ptr<Store>> store = session.open_store(OpenMode::read_only);
    if (!store && store.error().code != ErrorCode::not_found) return session.trouble(store.error());
    if (!store) store = Store::open(kEmptyStore, OpenMode::create);
    if (!store) return session.trouble(store.error());
    const Comparers comparers(lexicon);
    Result<std::unique_ptr<Sandbox>> sandbox = Sandbox::open((*store)->path(), comparers);
    if (!sandbox) return session.trouble(sandbox.error());
    Result<std::map<std::string, ParamValues>> params = parameters(**store);
    if (!params) return session.trouble(params.error());
    Listing listing({"rule", "verdict", "results", "blocks", "pairs", "largest"}, 5);
    int code = kNothingToReport;
    for (const Rule& rule : rules.rules) {
      Result<RuleCost> cost = cost_of(rule, **store, **sandbox, run_, (*params)[rule.id]);
      if (!cost) {
        code = session.trouble(cost.error());
        listing.add({rule.id, "bad", Cell(), Cell(), Cell(), Cell()});
        continue;
      }
      if (cost->refused) code = session.trouble(*cost->refused);
      listing.add({rule.id, cost->refused ? "refused" : "good",
                   cost->results ? Cell(static_cast<double>(*cost->results)) : Cell(),
                   static_cast<double>(cost->blocks), cost->pairs, cost->largest});
    }
    listing.print(session.out, format_, session.terminal);
    return code;
  }

  int test(Session& session, const Ruleset& rules, const Lexicon& lexicon) const {
    const Comparers comparers(lexicon);
    std::size_t passed = 0;
    std::size_t failed = 0;
    for (const Rule& rule : rules.rules) {
      for (const bool must_flag : {true, false}) {
        const std::string path = examples_ + "/" + rule.test + (must_flag ? "/flag.jsonl" : "/quiet.jsonl");
        Result<std::string> text = read_bytes({path}, session.in);
        if (!text) return session.trouble(text.error());
        Result<std::vector<ExampleOutcome>> outcomes = run_examples(rule, {path, *text}, must_flag, comparers);
        if (!outcomes) return session.trouble(outcomes.error());
        for (const ExampleOutcome& outcome : *outcomes) {
          ++(outcome.fault.empty() ? passed : failed);
          if (!outcome.fault.empty())
            session.err << fmt::format("{}: {} {}: {}\n", outcome.where, rule.id, outcome.name, outcome.fault);
        }
      }
    }
    session.out << fmt::format("{} passed, {} failed\n", passed, failed);
    return failed == 0 ? kNothingToReport : kTrouble;
  }

  CLI::App* list_ = nullptr;
  CLI::App* check_ = nullptr;
  CLI::App* test_ = nullptr;
  CLI::App* explain_ = nullptr;
  CLI::App* set_ = nullptr;
  CLI::App* runs_ = nullptr;
  bool run_ = false;
  Format format_ = Format::table;
  std::string examples_ = "fixtures/rules";
  std::string id_;
  std::string parameter_;
  std::string value_;
  Decision asked_;
};

}  // namespace

std::unique_ptr<Command> make_rules() { return std::make_unique<RulesCommand>(); }

}  // namespace hearsay
