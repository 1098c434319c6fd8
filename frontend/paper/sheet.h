#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace stillhouse {

/// Shades of a printed page; nothing on it depends on colour.
enum class Ink { black, quiet, rule, bar, band };

/// An A4 document that is written from top to bottom. Lengths in points (1/72 inch), y downwards. Latin and Chinese;
/// the letters used are embedded.
class Sheet {
 public:
  static constexpr double kWidth = 595.0, kHeight = 842.0, kMargin = 45.0;
  static constexpr double kInside = kWidth - 2.0 * kMargin;

  /// Throws std::runtime_error with a sentence if the file cannot be written or the font is missing.
  Sheet(const std::string& path, const std::string& title);
  ~Sheet();
  Sheet(const Sheet&) = delete;
  Sheet& operator=(const Sheet&) = delete;

  double y() const { return y_; }
  void down(double points) { y_ += points; }
  /// A new page unless so much room is left. True if a page was begun.
  bool make_room(double points);

  /// Width of a text in one line.
  double width(std::string_view text, double size);
  /// A text in lines no wider than `width`: broken at spaces and between Chinese characters, else anywhere.
  std::vector<std::string> lines(std::string_view text, double size, double width);
  static double line_height(double size) { return 1.35 * size; }

  /// One line with its upper edge at `y`.
  void text(double x, double y, std::string_view text, double size, Ink ink = Ink::black);
  void text_right(double right, double y, std::string_view text, double size, Ink ink = Ink::black);
  /// A paragraph over the whole width, at `y`, which moves down; over pages if need be.
  void paragraph(std::string_view text, double size, Ink ink = Ink::black);
  void rule(double x, double y, double width);
  void box(double x, double y, double width, double height, Ink ink);
  void dashed_upright(double x, double top, double bottom);

  /// Numbers the last page and closes the file. Throws std::runtime_error if it could not be written.
  void finish();

 private:
  void end_page();

  struct Pen;
  std::unique_ptr<Pen> pen_;
  std::string path_, title_;
  double y_ = kMargin;
  int page_ = 1;
};

}  // namespace stillhouse
