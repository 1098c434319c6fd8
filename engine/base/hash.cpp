#include "engine/base/hash.h"

#include <sodium.h>

#include <bit>
#include <cstring>
#include <new>
#include <stdexcept>

namespace stillhouse {
namespace {

using State = crypto_hash_sha256_state;

State* state_in(std::byte* bytes) {
  return std::launder(reinterpret_cast<State*>(bytes));
}

const State* state_in(const std::byte* bytes) {
  return std::launder(reinterpret_cast<const State*>(bytes));
}

const unsigned char* octets(std::string_view bytes) {
  return reinterpret_cast<const unsigned char*>(bytes.data());
}

// the 8 bytes of a word, least significant first on every processor
std::array<char, 8> little_endian(std::uint64_t word) {
  std::array<char, 8> bytes;
  for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<char>((word >> (8 * i)) & 0xff);
  return bytes;
}

void update_with_word(Sha256& hash, std::uint64_t word) {
  const std::array<char, 8> bytes = little_endian(word);
  hash.update(std::string_view(bytes.data(), bytes.size()));
}

}  // namespace

Sha256::Sha256() {
  static_assert(sizeof(State) <= sizeof(state_) && alignof(State) <= 8 && std::is_trivially_copyable_v<State>);

  // the library picks its implementation for this processor once; it must be asked to before its first use
  static const int ready = sodium_init();
  if (ready < 0) throw std::runtime_error("libsodium could not start; reinstall the package libsodium23");

  new (state_.data()) State;
  crypto_hash_sha256_init(state_in(state_.data()));
}

Sha256& Sha256::update(std::string_view bytes) {
  crypto_hash_sha256_update(state_in(state_.data()), octets(bytes), bytes.size());
  return *this;
}

Digest Sha256::digest() const {
  static_assert(std::tuple_size_v<Digest> == crypto_hash_sha256_BYTES);
  // finishing spoils the state, so that a copy is finished
  State copy;
  std::memcpy(&copy, state_in(state_.data()), sizeof(copy));
  Digest digest;
  crypto_hash_sha256_final(&copy, digest.data());
  return digest;
}

Digest sha256(std::string_view bytes) {
  return Sha256().update(bytes).digest();
}

std::string to_hex(const Digest& digest) {
  static constexpr char digits[] = "0123456789abcdef";
  std::string text;
  text.reserve(2 * digest.size());
  for (const std::uint8_t byte : digest) {
    text.push_back(digits[byte >> 4]);
    text.push_back(digits[byte & 0xf]);
  }
  return text;
}

std::optional<Digest> digest_from_hex(std::string_view text) {
  Digest digest{};
  if (text.size() != 2 * digest.size()) return std::nullopt;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    int nibble = 0;
    if (c >= '0' && c <= '9') {
      nibble = c - '0';
    } else if (c >= 'a' && c <= 'f') {
      nibble = c - 'a' + 10;
    } else {
      return std::nullopt;
    }
    digest[i / 2] = static_cast<std::uint8_t>(digest[i / 2] << 4 | nibble);
  }
  return digest;
}

Digest state_digest(std::initializer_list<std::span<const double>> arrays) {
  Sha256 hash;
  for (const std::span<const double> array : arrays) {
    // the length goes in first, so that moving a number from one array to the next is seen
    update_with_word(hash, array.size());
    if constexpr (std::endian::native == std::endian::little) {
      hash.update(std::string_view(reinterpret_cast<const char*>(array.data()), array.size_bytes()));
    } else {
      for (const double number : array) update_with_word(hash, std::bit_cast<std::uint64_t>(number));
    }
  }
  return hash.digest();
}

}  // namespace stillhouse
