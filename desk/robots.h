#pragma once
// What a site asks of programs that fetch its pages (robots.txt, RFC 9309). Pure: text in, answers out.
//
//   const Robots robots = robots_of(text, "hearsay");
//   if (!robots.allows("/2026/fire.html?print")) ...

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

inline constexpr std::size_t kMaxRobotsBytes = 500U << 10U;  // what lies beyond is not read (RFC 9309, 2.5)

struct RobotsRule {
  bool allow = false;
  std::string path;         // as it is compared (percent-encoding made one), with * for any bytes
  bool to_the_end = false;  // it ended in $: the path ends there
  std::size_t line = 0;     // of the file, from 1
};

// The rules for one program: those of every group that names it, else those of "*".
struct Robots {
  std::vector<RobotsRule> rules;
  std::optional<double> crawl_delay;  // seconds between requests; not in the RFC, but asked for by many sites

  // The rule that decides on a path with its query: the longest that fits, of two of one length the one that allows.
  // nullptr where none fits: allowed.
  [[nodiscard]] const RobotsRule* deciding(std::string_view target) const;
  [[nodiscard]] bool allows(std::string_view target) const;
};

// Lines that are none of the format are passed over; whatever the bytes, there is an answer. Linear in the text.
// `product`: the token that groups name the program by, in any case of letters.
Robots robots_of(std::string_view text, std::string_view product);

}  // namespace hearsay
