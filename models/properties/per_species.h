#pragma once

#include <array>
#include <cstddef>

namespace stillhouse {

/// The most species that a fluid may have.
inline constexpr std::size_t most_species = 24;

/// One value for each species of a fluid: a vector of at most `most_species` that lives where it is declared, so that
/// equations may make as many as they like without allocating.
template <class Real>
class PerSpecies {
 public:
  PerSpecies() = default;
  explicit PerSpecies(std::size_t size) : size_(size) {}

  std::size_t size() const { return size_; }
  Real& operator[](std::size_t i) { return values_[i]; }
  const Real& operator[](std::size_t i) const { return values_[i]; }
  void push_back(const Real& value) { values_[size_++] = value; }

  Real* begin() { return values_.data(); }
  Real* end() { return values_.data() + size_; }
  const Real* begin() const { return values_.data(); }
  const Real* end() const { return values_.data() + size_; }

 private:
  std::array<Real, most_species> values_{};
  std::size_t size_ = 0;
};

}  // namespace stillhouse
