#pragma once
// One result row of a query: columns by name, in the order of the SELECT.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace hearsay {

class Row {
 public:
  using Value = std::variant<std::monostate, std::int64_t, double, std::string>;

  Row(std::shared_ptr<const std::vector<std::string>> names, std::vector<Value> values)
      : names_(std::move(names)), values_(std::move(values)) {}

  // nullptr where there is no such column.
  [[nodiscard]] const Value* find(std::string_view column) const;
  // The value as SQLite would print it; empty for NULL and for no such column. Whole reals print without ".0".
  [[nodiscard]] std::string text(std::string_view column) const;
  [[nodiscard]] std::optional<double> number(std::string_view column) const;

 private:
  std::shared_ptr<const std::vector<std::string>> names_;
  std::vector<Value> values_;
};

}  // namespace hearsay
