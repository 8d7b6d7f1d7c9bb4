#include "rules/engine/cost.h"

#include <fmt/format.h>

#include <algorithm>

#include "rules/engine/form.h"

namespace hearsay {
namespace {

constexpr std::size_t kLargest = 3;  // blocks named

}  // namespace

Result<RuleCost> cost_of(const Rule& rule, Store& store, Sandbox& sandbox, bool run, const ParamValues& params) {
  Result<Plan> plan = sandbox.check(rule);
  if (!plan) return std::move(plan).error();
  RuleCost cost;
  const std::string family{family_of(rule.needs.front())};
  if (family == "articles" || family == "origins") {
    Result<std::vector<ArticleEntry>> articles = store.articles();
    if (!articles) return articles.error();
    cost.blocks = articles->size();
  } else {
    Result<BlockCounts> counts = store.blocks(family, kLargest);
    if (!counts) return counts.error();
    cost.blocks = counts->several;
    cost.pairs = counts->pairs;
    for (const BlockSize& block : counts->largest)
      cost.largest +=
          fmt::format("{}{} ({} of {})", cost.largest.empty() ? "" : ", ", block.key, block.groups, block.facts);
  }
  if (plan->scan) {
    cost.refused = error_at_word(rule, nullptr, fmt::format("compares everything with everything: {}", *plan->scan),
                                 "join the views on block_key");
  } else if (run) {
    if (Result<Done> wide = sandbox.widen(); !wide) return std::move(wide).error();
    Result<std::vector<Row>> rows = sandbox.run(rule, params);
    if (rows) cost.results = rows->size();
    if (!rows && rows.error().code != ErrorCode::too_large) return std::move(rows).error();
    if (!rows) cost.refused = std::move(rows).error();
  }
  return cost;
}

}  // namespace hearsay
