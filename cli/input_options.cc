#include "cli/input_options.h"

#include "desk/ingest.h"
#include "desk/web_address.h"

namespace hearsay {

void InputOptions::declare(CLI::App& app) {
  app.add_option("files", paths_,
                 "Files, folders (all files in them), http:// and https:// addresses, or - for standard input")
      ->type_name("FILE");
  app.add_option("--addresses", lists_, "A list of addresses to fetch, one a line; lines that begin with # are none")
      ->allow_extra_args(false)
      ->type_name("FILE");
  app.add_flag("--private-addresses", private_addresses_,
               "Also fetch from this machine and private networks, which addresses and redirects else never reach");
  app.add_flag("--ignore-robots", ignore_robots_,
               "Fetch what a site's robots.txt asks programs not to; for single pages you are entitled to read");
  app.callback([this] {
    if (paths_.empty() && lists_.empty()) throw CLI::RequiredError("a file or an address");
  });
}

Inputs InputOptions::find(Session& session) const {
  Inputs inputs = find_inputs(paths_);
  for (const std::string& list : lists_) {
    Result<std::string> text = read_bytes({list}, session.in);
    if (text) {
      add_addresses(*text, list, inputs);
    } else {
      inputs.errors.push_back(text.error());
    }
  }
  return inputs;
}

Result<Source> InputOptions::take(const Input& input, Session& session, const std::string& url) {
  if (!is_web_address(input.path)) {
    Result<std::string> bytes = read_bytes(input, session.in);
    if (!bytes) return bytes.error();
    return received(std::move(bytes).value(), input.path, url, session.now());
  }
  if (!fetcher_) {
    FetchOptions options;
    options.ignore_robots = ignore_robots_;
    if (private_addresses_) options.allowed = [](const sockaddr&) { return true; };
    fetcher_.emplace(std::move(options), [&session] { return session.now(); });
  }
  return fetcher_->fetch(input.path);
}

}  // namespace hearsay
