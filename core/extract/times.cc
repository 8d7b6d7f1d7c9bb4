#include "core/extract/times.h"
namespace hearsay {
struct TimeFinder::Tables {};
TimeFinder::TimeFinder(const Lexicon&) {}
TimeFinder::~TimeFinder() = default;
std::vector<Time> TimeFinder::find(const Words&, const std::string&) const { return {}; }
}  // namespace hearsay
