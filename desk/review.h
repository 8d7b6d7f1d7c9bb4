#pragma once
// Deciding on flags one after the other: what is shown of each, and where one stands in the queue.
//
//   Result<Review> review = Review::begin(store, lexicon, {.person = "Varga", .undecided = true}, "Ada");
//   while (!review->at_end()) {
//     Result<ReviewSheet> sheet = review->sheet();
//     Result<Decision> made = review->decide("dismissed", "two officers", DecisionScope::evidence, now);   // and on
//   }
//
// The queue is what the filter finds when it begins, in the order of Store::flags. It begins behind the flag that this
// person decided on last; what was left out before comes round at the end. Flags that somebody else settles meanwhile,
// or a wide decision of one's own, are passed over.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/lexicon/lexicon.h"
#include "core/store/store.h"
#include "core/value/decision.h"
#include "core/value/result.h"
#include "core/value/span.h"
#include "desk/told_place.h"

namespace hearsay {

// One side of a flag.
struct ReviewPlace {
  ToldPlace place;            // words and who says them; `before` and `after` within the sentence
  std::vector<Span> marks{};  // bytes of place.words that the other side does not have
  bool compared = false;      // false: there is no other side, or one with hardly a word in common
};

struct ReviewSheet {
  Flag flag;
  std::vector<ReviewPlace> places;       // the two sides first, then the others
  std::vector<DecisionEntry> decisions;  // about this flag and the wider one it may follow from, oldest first
  std::size_t number = 0;                // from 1
  std::size_t count = 0;                 // flags of the queue
  std::size_t articles = 0;              // that its evidence lies in
  std::size_t outlets = 0;               // known ones among them
};

class Review {
 public:
  // not_found: `filter.article` is not there. Errors of the store.
  // `store` and `lexicon` must outlive the review.
  static Result<Review> begin(Store& store, const Lexicon& lexicon, const FlagFilter& filter, std::string by);

  [[nodiscard]] std::size_t size() const { return ids_.size(); }
  [[nodiscard]] bool at_end() const { return at_ >= ids_.size(); }

  // Of the flag one stands at. Not at the end.
  Result<ReviewSheet> sheet();

  // Decides on the flag of the last sheet() and moves to the next that is still undecided. conflict: somebody decided
  // on it since the sheet was made; sheet() again shows it.
  Result<Decision> decide(const std::string& verdict, const std::string& note, DecisionScope scope,
                          const std::string& at);
  // Takes back this person's last standing decision about a flag, of this sitting or an earlier one, and moves to it.
  // not_found: there is none.
  Result<Decision> undo(const std::string& at);

  Result<Done> skip();  // to the next undecided one
  void back();          // to the one before, decided or not; stays at the first

 private:
  Review(Store& store, const Lexicon& lexicon, std::string by)
      : store_(&store), lexicon_(&lexicon), by_(std::move(by)) {}
  Result<Done> pass_settled();

  Store* store_;
  const Lexicon* lexicon_;
  std::string by_;
  bool undecided_ = true;  // the queue is of flags to be decided on
  std::vector<std::string> ids_;
  std::size_t at_ = 0;
  std::string seen_decision_;  // that the flag followed when its sheet was made
  FlagStatus seen_status_ = FlagStatus::open;
};

}  // namespace hearsay
