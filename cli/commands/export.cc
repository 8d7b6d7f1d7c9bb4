// hearsay export: decisions for a colleague.

#include <ostream>

#include "cli/commands/commands.h"
#include "desk/exchange.h"
#include "desk/inputs.h"

namespace hearsay {
namespace {

class ExportCommand : public Command {
 public:
  void declare(CLI::App& app) override {
    app.add_option("--format", format_, "jsonl for another store, csv for a spreadsheet")
        ->check(CLI::IsMember({"jsonl", "csv"}))
        ->default_str("jsonl");
    app.add_flag("--open", open_, "Also the flags that wait for a verdict, to be filled in");
    app.add_option("--out", out_, "Write to this file, whole or not at all (default: standard output)")
        ->type_name("FILE");
    app.footer("'hearsay import FILE' takes either back, edited or not.");
  }

  int run(Session& session) override {
    Result<std::unique_ptr<Store>> store = session.open_store(OpenMode::read_only);
    if (!store) return session.trouble(store.error());
    Result<std::vector<ExchangeRecord>> records = exchange_records(**store, open_);
    if (!records) return session.trouble(records.error());
    const std::string text = format_ == "csv" ? exchange_csv(*records) : exchange_jsonl(*records);
    if (out_.empty()) {
      session.out << text;
      return kNothingToReport;
    }
    if (Result<Done> written = write_file(out_, text); !written) return session.trouble(written.error());
    return kNothingToReport;
  }

 private:
  std::string format_ = "jsonl";
  std::string out_;
  bool open_ = false;
};

}  // namespace

std::unique_ptr<Command> make_export() { return std::make_unique<ExportCommand>(); }

}  // namespace hearsay
