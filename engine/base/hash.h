#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace stillhouse {

/// 32 bytes of SHA-256 (FIPS 180-4).
using Digest = std::array<std::uint8_t, 32>;

/// SHA-256 fed piece by piece. Allocates nothing.
class Sha256 {
 public:
  Sha256();

  Sha256& update(std::string_view bytes);

  /// The digest of everything fed so far; the object goes on and may be fed more.
  Digest digest() const;

 private:
  // room for the state of the library behind the door, which hash.cpp checks
  alignas(8) std::array<std::byte, 128> state_;
};

/// SHA-256 of the bytes. Example: `to_hex(sha256("abc"))` begins with ba7816bf.
Digest sha256(std::string_view bytes);

/// 64 lower-case hexadecimal digits.
std::string to_hex(const Digest& digest);

/// The inverse of `to_hex`; nothing if the text is not exactly 64 lower-case hexadecimal digits.
std::optional<Digest> digest_from_hex(std::string_view text);

/// Digest of several arrays of numbers, for comparing two runs bit by bit.
///
/// Hashes for each array its length (8 bytes, little-endian) and then each number's 8 bytes, little-endian, as they
/// are: -0.0 differs from 0.0 and every NaN pattern is its own. Allocates nothing.
Digest state_digest(std::initializer_list<std::span<const double>> arrays);

template <class... Arrays>
Digest state_digest(const Arrays&... arrays) {
  return state_digest({std::span<const double>(arrays)...});
}

}  // namespace stillhouse
