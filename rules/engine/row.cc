#include "rules/engine/row.h"

#include <fmt/format.h>

#include <algorithm>

namespace hearsay {

const Row::Value* Row::find(std::string_view column) const {
  const auto found = std::find(names_->begin(), names_->end(), column);
  return found == names_->end() ? nullptr : &values_[static_cast<std::size_t>(found - names_->begin())];
}

std::string Row::text(std::string_view column) const {
  const Value* value = find(column);
  if (value == nullptr) return {};
  if (const auto* text = std::get_if<std::string>(value)) return *text;
  if (const auto* integer = std::get_if<std::int64_t>(value)) return std::to_string(*integer);
  if (const auto* real = std::get_if<double>(value)) return fmt::format("{}", *real);
  return {};
}

std::optional<double> Row::number(std::string_view column) const {
  const Value* value = find(column);
  if (value == nullptr) return std::nullopt;
  if (const auto* integer = std::get_if<std::int64_t>(value)) return static_cast<double>(*integer);
  if (const auto* real = std::get_if<double>(value)) return *real;
  return std::nullopt;
}

}  // namespace hearsay
