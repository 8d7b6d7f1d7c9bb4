#include "core/report/context.h"

#include <algorithm>
#include <string_view>

namespace hearsay {
namespace {

std::size_t context_begin(std::string_view text, std::size_t from, std::size_t place) {
  if (place - from <= kContextBytes) return from;
  const std::size_t space = text.find(' ', place - kContextBytes);
  return space < place ? space + 1 : place;
}

std::size_t context_end(std::string_view text, std::size_t place, std::size_t to) {
  if (to - place <= kContextBytes) return to;
  const std::size_t space = text.rfind(' ', place + kContextBytes);
  return space != std::string_view::npos && space > place ? space : place;
}

}  // namespace

Span context_of(const Article& article, Span place) {
  const Zone* zone = zone_at(article, place.begin);
  const Span around = zone != nullptr ? zone->span : place;
  return {context_begin(article.text, std::min(around.begin, place.begin), place.begin),
          context_end(article.text, place.end, std::max(around.end, place.end))};
}

}  // namespace hearsay
