#pragma once
// Errors the world can cause, as values. An Error is written for the person who must act on it: where, what, what to do
// next. Result<T> crosses every module border; no exception does (g++ 12 has no std::expected).

#include <string>
#include <utility>
#include <variant>

namespace hearsay {

enum class ErrorCode {
  not_found,    // a file, an id, a name that is not there
  unreadable,   // there, but cannot be opened or read
  malformed,    // bytes that are not what they should be
  too_large,    // over a documented limit
  conflict,     // contradicts what is stored
  locked,       // another process holds it
  unsupported,  // a newer version, an unknown format
  internal,     // our own fault
};

struct Error {
  ErrorCode code = ErrorCode::internal;
  std::string where;    // "file.sql:12:7", "articles/a.txt", "--flag"; may be empty
  std::string message;  // what is wrong, with the exact piece of input at fault
  std::string hint;     // what to do next; may be empty
  std::string excerpt;  // the offending line and, below it, a caret; may be empty

  // "where: message; hint", then the excerpt on lines of its own. No newline at the end.
  [[nodiscard]] std::string text() const;

  friend bool operator==(const Error&, const Error&) = default;
};

// Either a T or an Error. Ask ok() first; value() on an error and error() on a value are programming mistakes
// (std::bad_variant_access).
template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::move(value)) {}      // NOLINT(google-explicit-constructor): return either side plainly
  Result(Error error) : state_(std::move(error)) {}  // NOLINT(google-explicit-constructor)

  [[nodiscard]] bool ok() const { return std::holds_alternative<T>(state_); }
  explicit operator bool() const { return ok(); }

  [[nodiscard]] T& value() & { return std::get<T>(state_); }
  [[nodiscard]] const T& value() const& { return std::get<T>(state_); }
  [[nodiscard]] T&& value() && { return std::get<T>(std::move(state_)); }
  [[nodiscard]] T& operator*() & { return value(); }
  // By value: `for (x : *make())` must not outlive what it walks over.
  [[nodiscard]] T operator*() && { return std::move(*this).value(); }
  [[nodiscard]] const T& operator*() const& { return value(); }
  [[nodiscard]] T* operator->() { return &value(); }
  [[nodiscard]] const T* operator->() const { return &value(); }

  [[nodiscard]] const Error& error() const& { return std::get<Error>(state_); }
  [[nodiscard]] Error&& error() && { return std::get<Error>(std::move(state_)); }

 private:
  std::variant<T, Error> state_;
};

// For operations that answer nothing but may fail: `return Done{};`
struct Done {
  friend bool operator==(const Done&, const Done&) = default;
};

}  // namespace hearsay
