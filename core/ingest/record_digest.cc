// The digest is computed and written in each of the ways, since none says which it is.

#include "core/ingest/record_digest.h"

#include <openssl/evp.h>

#include <string>

#include "core/text/normalise.h"

namespace hearsay {
namespace {

const EVP_MD* algorithm_named(std::string_view name) {
  std::string plain;
  for (const char c : fold(name)) {
    if (c != '-' && c != '_') plain += c;
  }
  for (const char* known : {"sha1", "sha256", "sha512", "sha384", "sha224", "md5"}) {
    if (plain == known) return EVP_get_digestbyname(known);
  }
  return nullptr;
}

// The bits of `bytes`, so many at a time, as characters of `alphabet`.
std::string written(std::string_view bytes, unsigned bits, std::string_view alphabet) {
  std::string text;
  unsigned held = 0;
  unsigned count = 0;
  for (const char c : bytes) {
    held = (held << 8U) | static_cast<unsigned char>(c);
    for (count += 8; count >= bits; count -= bits) text += alphabet[(held >> (count - bits)) & ((1U << bits) - 1)];
    held &= (1U << count) - 1;
  }
  if (count > 0) text += alphabet[(held << (bits - count)) & ((1U << bits) - 1)];
  return text;
}

}  // namespace

std::optional<bool> has_digest(std::string_view bytes, std::string_view stated) {
  const std::size_t colon = stated.find(':');
  const EVP_MD* algorithm = colon == std::string_view::npos ? nullptr : algorithm_named(stated.substr(0, colon));
  if (algorithm == nullptr) return std::nullopt;
  std::string digest(EVP_MAX_MD_SIZE, '\0');
  unsigned length = 0;
  if (EVP_Digest(bytes.data(), bytes.size(), reinterpret_cast<unsigned char*>(digest.data()), &length, algorithm,
                 nullptr) != 1)
    return std::nullopt;
  digest.resize(length);
  stated.remove_prefix(colon + 1);
  while (stated.ends_with('=')) stated.remove_suffix(1);
  const std::string folded = fold(stated);
  constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  return folded == written(digest, 4, "0123456789abcdef") ||
         folded == written(digest, 5, "abcdefghijklmnopqrstuvwxyz234567") ||
         stated == written(digest, 6, std::string(kLetters) + "+/") ||
         stated == written(digest, 6, std::string(kLetters) + "-_");
}

}  // namespace hearsay
