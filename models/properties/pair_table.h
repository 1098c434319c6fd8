#pragma once

#include <cstddef>
#include <vector>

namespace stillhouse {

/// One number for each ordered pair (i, j) of `size` things; zero until set.
class PairTable {
 public:
  PairTable() = default;
  explicit PairTable(std::size_t size) : size_(size), values_(size * size, 0.0) {}

  std::size_t size() const { return size_; }
  double& operator()(std::size_t i, std::size_t j) { return values_[i * size_ + j]; }
  double operator()(std::size_t i, std::size_t j) const { return values_[i * size_ + j]; }

 private:
  std::size_t size_ = 0;
  std::vector<double> values_;
};

}  // namespace stillhouse
