#pragma once
// How many voices really speak: which text comes from which, who cites whom, and what is left when copies, derived
// texts and citations are followed back to where they begin.
//
//   std::vector<Step> steps = ...;                  // "daily" <- "wire" (copy), "evening" <- "daily" (cites)
//   Origins origins = origins_of({"daily", "evening", "wire"}, steps);
//   origins.roots                                   // {"wire"}: three articles, one origin
//   origins.loops                                   // {{"a", "b"}} where a cites b and b cites a

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

// Parts of a text found in another from which on it is taken from it.
inline constexpr double kCopy = 0.8;
inline constexpr double kDerived = 0.3;

enum class Kinship { none, derived, copy };
std::string_view name_of(Kinship kinship);  // "none", "derived", "copy"
Kinship kinship(double containment);        // in [0, 1]

// What is known of a text when it must be said which of two came first.
struct TextOrigin {
  std::string article;
  std::string published;  // EDTF; empty: not known
  std::string outlet;     // empty: not known
  std::string credit;     // the agency it credits: "UPI" of its dateline; empty: none
};

// Whether `first` came before `second`, where they share words: by day, then by credit (a text that credits the other's
// outlet comes after it), then by what each has of its own (`of_first`, `of_second`: containments,
// core/origins/shingles.h; the one that is less contained is the fuller), then by article id. Never both ways round.
bool came_first(const TextOrigin& first, const TextOrigin& second, double of_first, double of_second);

// Whether two names of outlets are one: without case, "the" and possessive.
bool same_outlet(std::string_view a, std::string_view b);

// `from` takes what it says from `to`.
struct Step {
  std::string from;
  std::string to;
};

struct Origins {
  std::map<std::string, std::string> root_of;   // of each node asked for
  std::vector<std::string> roots;               // sorted, each once
  std::vector<std::vector<std::string>> loops;  // nodes of each loop in the order of the steps, least first; sorted
};

// Follows the steps of each of `nodes` to their ends. A node with several steps takes the first given that leads on. A
// loop has no beginning: its root is its least node, and it is listed. Linear in the steps, times the longest chain.
Origins origins_of(const std::vector<std::string>& nodes, const std::vector<Step>& steps);

}  // namespace hearsay
