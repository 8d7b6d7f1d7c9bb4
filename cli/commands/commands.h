#pragma once
// The makers of the commands, one a file in this folder. A new command is declared here and listed in cli/command.cc.

#include <memory>

#include "cli/command.h"

namespace hearsay {

std::unique_ptr<Command> make_ingest();
std::unique_ptr<Command> make_check();
std::unique_ptr<Command> make_flags();
std::unique_ptr<Command> make_why();
std::unique_ptr<Command> make_review();
std::unique_ptr<Command> make_report();
std::unique_ptr<Command> make_claims();
std::unique_ptr<Command> make_trace();
std::unique_ptr<Command> make_origins();
std::unique_ptr<Command> make_articles();
std::unique_ptr<Command> make_changes();
std::unique_ptr<Command> make_names();
std::unique_ptr<Command> make_merge();
std::unique_ptr<Command> make_split();
std::unique_ptr<Command> make_undo();
std::unique_ptr<Command> make_log();
std::unique_ptr<Command> make_export();
std::unique_ptr<Command> make_import();
std::unique_ptr<Command> make_rules();
std::unique_ptr<Command> make_verify();
std::unique_ptr<Command> make_compare();
std::unique_ptr<Command> make_read();
std::unique_ptr<Command> make_extract();
std::unique_ptr<Command> make_parse();

}  // namespace hearsay
