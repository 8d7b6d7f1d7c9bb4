#pragma once
// What ingest, read and extract take in: files, folders and addresses as arguments, lists of addresses.

#include <CLI/CLI.hpp>
#include <optional>
#include <string>
#include <vector>

#include "cli/command.h"
#include "core/value/source.h"
#include "desk/fetch.h"
#include "desk/inputs.h"

namespace hearsay {

class InputOptions {
 public:
  void declare(CLI::App& app);

  // Everything that was named, in order; the lists' addresses behind the arguments.
  Inputs find(Session& session) const;

  // One of them as a Source, `url` as its address unless it was fetched. Errors of read_bytes() and Fetcher.
  Result<Source> take(const Input& input, Session& session, const std::string& url = "");

 private:
  std::vector<std::string> paths_;
  std::vector<std::string> lists_;
  bool private_addresses_ = false;
  bool ignore_robots_ = false;
  std::optional<Fetcher> fetcher_;  // made with the first address
};

}  // namespace hearsay
