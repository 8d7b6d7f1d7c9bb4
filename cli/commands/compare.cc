// hearsay compare: two names or two statements, without a store: one line out for each line in. Names are here,
// statements in compare_claims.cc.

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <istream>
#include <ostream>
#include <string>
#include <vector>

#include "cli/commands/commands.h"
#include "cli/commands/compare_claims.h"
#include "core/compare/names.h"
#include "core/text/utf8.h"
#include "desk/inputs.h"

namespace hearsay {
namespace {

std::vector<std::string_view> cells_of(std::string_view line) {
  if (line.ends_with('\r')) line.remove_suffix(1);
  std::vector<std::string_view> cells;
  for (;;) {
    const std::size_t tab = line.find('\t');
    cells.push_back(line.substr(0, tab));
    if (tab == std::string_view::npos) return cells;
    line.remove_prefix(tab + 1);
  }
}

// A line stays a line and a cell a cell, whatever the names hold.
std::string one_cell(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
  return text;
}

// Where the two names stand in a line.
struct Columns {
  std::size_t a = 0;
  std::size_t b = 0;
};

Result<Columns> columns_of(std::string_view header, const std::string& where) {
  if (header.starts_with("\xEF\xBB\xBF")) header.remove_prefix(3);
  const std::vector<std::string_view> names = cells_of(header);
  const auto a = std::find(names.begin(), names.end(), "name_a");
  const auto b = std::find(names.begin(), names.end(), "name_b");
  if (a == names.end() || b == names.end()) {
    return Error{ErrorCode::malformed, where + ":1", "no columns name_a and name_b",
                 "begin the file with a line that names its columns, parted by tabs", ""};
  }
  return Columns{static_cast<std::size_t>(a - names.begin()), static_cast<std::size_t>(b - names.begin())};
}

class CompareNames {
 public:
  void declare(CLI::App& app) {
    app.add_option("file", path_, "TSV with columns name_a and name_b and a header line; - for standard input")
        ->type_name("FILE")
        ->capture_default_str();
    app.footer(
        "Out: same, variant (one name, spelled differently) or different; a score in [0,1]; the kind of\n"
        "difference and the reason. A line without two names gives 'different'.");
  }

  int run(Session& session) {
    const Result<const Lexicon*> lexicon = session.lexicon();
    if (!lexicon) return session.trouble(lexicon.error());
    const Result<std::string> bytes = read_bytes({path_}, session.in);
    if (!bytes) return session.trouble(bytes.error());
    const Decoded decoded = decode_utf8(*bytes);
    std::string_view rest = decoded.text;
    const auto next_line = [&rest] {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      const std::string_view line = rest.substr(0, end);
      rest.remove_prefix(std::min(end + 1, rest.size()));
      return line;
    };
    const Result<Columns> columns = columns_of(next_line(), path_ == "-" ? "standard input" : path_);
    if (!columns) return session.trouble(columns.error());
    const NameComparer names(**lexicon);
    while (!rest.empty()) session.out << answer(names, cells_of(next_line()), *columns) << '\n';
    session.out.flush();
    return session.out ? kNothingToReport : kTrouble;
  }

 private:
  static std::string answer(const NameComparer& names, const std::vector<std::string_view>& cells, Columns columns) {
    if (std::max(columns.a, columns.b) >= cells.size()) return "different\t0.000\ta line without two names";
    const NameComparison comparison = names.compare(cells[columns.a], cells[columns.b]);
    std::string reason = comparison.reason;
    if (comparison.answer == NameAnswer::variant) reason = std::string(name_of(comparison.kind)) + ": " + reason;
    return fmt::format("{}\t{:.3f}\t{}", name_of(comparison.answer), comparison.score, one_cell(std::move(reason)));
  }

  std::string path_ = "-";
};

class Compare : public Command {
 public:
  void declare(CLI::App& app) override {
    app.require_subcommand(1);
    CLI::App* names = app.add_subcommand("names", "Are two names one, spelled differently?");
    names_.declare(*names);
    names->callback([this] { chosen_ = Chosen::names; });
    CLI::App* claims = app.add_subcommand("claims", "Do two statements speak of one thing, and can both hold?");
    claims_.declare(*claims);
    claims->callback([this] { chosen_ = Chosen::claims; });
  }

  int run(Session& session) override {
    switch (chosen_) {
      case Chosen::names:
        return names_.run(session);
      case Chosen::claims:
        return claims_.run(session);
    }
    return kTrouble;
  }

 private:
  enum class Chosen { names, claims };

  CompareNames names_;
  CompareClaims claims_;
  Chosen chosen_ = Chosen::names;
};

}  // namespace

std::unique_ptr<Command> make_compare() { return std::make_unique<Compare>(); }

}  // namespace hearsay
