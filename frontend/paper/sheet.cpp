#include "frontend/paper/sheet.h"

#include <algorithm>
#include <new>
#include <stdexcept>

#include <cairo-ft.h>
#include <cairo-pdf.h>

#include "frontend/presenter/screen_font.h"

namespace stillhouse {

namespace {

constexpr double kFoot = 24.0;  // room for the page's number

/// Bytes of the UTF-8 letter at the beginning; a byte that begins none stands alone.
std::size_t letter_length(std::string_view text) {
  const auto first = static_cast<unsigned char>(text.front());
  const std::size_t length = first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  return std::min(length, text.size());
}

/// UTF-8 as cairo wants it: a text that is none would put the whole document into an error state.
std::string clean(std::string_view text) {
  std::string safe;
  while (!text.empty()) {
    const std::size_t length = letter_length(text);
    const auto first = static_cast<unsigned char>(text.front());
    bool good = first >= 0x20 && first != 0x7F && (first < 0x80 || (first >= 0xC2 && first < 0xF5));
    for (std::size_t i = 1; i < length; ++i) good &= (static_cast<unsigned char>(text[i]) & 0xC0u) == 0x80u;
    if (first >= 0xC0 && length < (first < 0xE0 ? 2u : first < 0xF0 ? 3u : 4u)) good = false;
    if (good && length == 3) {
      const auto second = static_cast<unsigned char>(text[1]);
      good = !(first == 0xE0 && second < 0xA0) && !(first == 0xED && second > 0x9F);
    }
    if (good && length == 4) {
      const auto second = static_cast<unsigned char>(text[1]);
      good = !(first == 0xF0 && second < 0x90) && !(first == 0xF4 && second > 0x8F);
    }
    safe += good ? std::string(text.substr(0, length)) : std::string(first < 0x20 ? " " : "?");
    text.remove_prefix(good ? length : 1);
  }
  return safe;
}

void set_ink(cairo_t* cairo, Ink ink) {
  const double grey = ink == Ink::black ? 0.0 : ink == Ink::quiet ? 0.35 : ink == Ink::rule ? 0.7 : 0.93;
  if (ink == Ink::bar)
    cairo_set_source_rgb(cairo, 0.43, 0.56, 0.68);
  else
    cairo_set_source_rgb(cairo, grey, grey, grey);
}

}  // namespace

struct Sheet::Pen {
  cairo_font_face_t* font = nullptr;
  cairo_surface_t* surface = nullptr;
  cairo_t* cairo = nullptr;

  ~Pen() {
    if (cairo != nullptr) cairo_destroy(cairo);
    if (surface != nullptr) cairo_surface_destroy(surface);
    if (font != nullptr) cairo_font_face_destroy(font);
  }
};

namespace {

/// The house's font. cairo keeps the face as long as it likes and then lets go of it, so the library outlives all.
cairo_font_face_t* font_face() {
  static FT_Library library = nullptr;
  static const cairo_user_data_key_t key{};
  const std::string path = screen_font().string();
  FT_Face face = nullptr;
  if ((library == nullptr && FT_Init_FreeType(&library) != 0) || FT_New_Face(library, path.c_str(), 0, &face) != 0)
    throw std::runtime_error("the font " + path + " cannot be read; install the Debian package fonts-wqy-microhei");
  cairo_font_face_t* font = cairo_ft_font_face_create_for_ft_face(face, FT_LOAD_NO_HINTING);
  const auto release = [](void* held) { FT_Done_Face(static_cast<FT_Face>(held)); };
  if (cairo_font_face_set_user_data(font, &key, face, release) != CAIRO_STATUS_SUCCESS) {
    cairo_font_face_destroy(font);
    FT_Done_Face(face);
    throw std::bad_alloc();
  }
  return font;
}

}  // namespace

Sheet::Sheet(const std::string& path, const std::string& title)
    : pen_(std::make_unique<Pen>()), path_(path), title_(clean(title)) {
  pen_->font = font_face();
  pen_->surface = cairo_pdf_surface_create(path.c_str(), kWidth, kHeight);
  if (cairo_surface_status(pen_->surface) != CAIRO_STATUS_SUCCESS)
    throw std::runtime_error(path + ": the PDF could not be written; choose a folder of your own");
  cairo_pdf_surface_set_metadata(pen_->surface, CAIRO_PDF_METADATA_TITLE, title_.c_str());
  cairo_pdf_surface_set_metadata(pen_->surface, CAIRO_PDF_METADATA_CREATOR, "Stillhouse");
  pen_->cairo = cairo_create(pen_->surface);
  cairo_set_font_face(pen_->cairo, pen_->font);
}

Sheet::~Sheet() = default;

bool Sheet::make_room(double points) {
  if (y_ + points <= kHeight - kMargin - kFoot) return false;
  end_page();
  ++page_;
  y_ = kMargin;
  return true;
}

void Sheet::end_page() {
  rule(kMargin, kHeight - kMargin - kFoot + 8.0, kInside);
  text(kMargin, kHeight - kMargin - kFoot + 12.0, title_, 8.0, Ink::quiet);
  text_right(kWidth - kMargin, kHeight - kMargin - kFoot + 12.0, std::to_string(page_), 8.0, Ink::quiet);
  cairo_show_page(pen_->cairo);
}

double Sheet::width(std::string_view text, double size) {
  cairo_set_font_size(pen_->cairo, size);
  cairo_text_extents_t extents;
  cairo_text_extents(pen_->cairo, clean(text).c_str(), &extents);
  return extents.x_advance;
}

std::vector<std::string> Sheet::lines(std::string_view text, double size, double most) {
  std::vector<std::string> lines;
  std::string line, word;
  const std::string whole = clean(text);
  const auto end_line = [&] {
    lines.push_back(line);
    line.clear();
  };
  const auto end_word = [&] {
    if (!line.empty() && width(line + word, size) > most) end_line();
    // a word that is wider than the line is broken where it must
    while (width(word, size) > most && word.size() > 1) {
      std::size_t fits = letter_length(word);
      for (std::size_t next = fits; next < word.size(); fits = next) {
        next += letter_length(std::string_view(word).substr(next));
        if (width(word.substr(0, next), size) > most) break;
      }
      lines.push_back(word.substr(0, fits));
      word.erase(0, fits);
    }
    line += word;
    word.clear();
  };
  for (std::string_view rest = whole; !rest.empty();) {
    const std::string letter(rest.substr(0, letter_length(rest)));
    rest.remove_prefix(letter.size());
    if (letter == " ") {
      end_word();
      if (!line.empty()) line += letter;
    } else if (letter.size() >= 3) {
      // Chinese may be broken anywhere but before its closing marks
      const bool closes = std::string("，。；：！？、）》”’％").find(letter) != std::string::npos;
      if (!closes) end_word();
      word += letter;
    } else {
      word += letter;
    }
  }
  end_word();
  if (!line.empty() || lines.empty()) lines.push_back(line);
  return lines;
}

void Sheet::text(double x, double y, std::string_view text, double size, Ink ink) {
  set_ink(pen_->cairo, ink);
  cairo_set_font_size(pen_->cairo, size);
  cairo_move_to(pen_->cairo, x, y + size);
  cairo_show_text(pen_->cairo, clean(text).c_str());
}

void Sheet::text_right(double right, double y, std::string_view words, double size, Ink ink) {
  text(right - width(words, size), y, words, size, ink);
}

void Sheet::paragraph(std::string_view words, double size, Ink ink) {
  for (const std::string& line : lines(words, size, kInside)) {
    make_room(line_height(size));
    text(kMargin, y_, line, size, ink);
    y_ += line_height(size);
  }
}

void Sheet::rule(double x, double y, double width) {
  set_ink(pen_->cairo, Ink::rule);
  cairo_set_line_width(pen_->cairo, 0.5);
  cairo_move_to(pen_->cairo, x, y);
  cairo_line_to(pen_->cairo, x + width, y);
  cairo_stroke(pen_->cairo);
}

void Sheet::box(double x, double y, double width, double height, Ink ink) {
  set_ink(pen_->cairo, ink);
  cairo_rectangle(pen_->cairo, x, y, width, height);
  cairo_fill(pen_->cairo);
}

void Sheet::dashed_upright(double x, double top, double bottom) {
  set_ink(pen_->cairo, Ink::black);
  const double dashes[] = {4.0, 3.0};
  cairo_set_dash(pen_->cairo, dashes, 2, 0.0);
  cairo_set_line_width(pen_->cairo, 1.0);
  cairo_move_to(pen_->cairo, x, top);
  cairo_line_to(pen_->cairo, x, bottom);
  cairo_stroke(pen_->cairo);
  cairo_set_dash(pen_->cairo, nullptr, 0, 0.0);
}

void Sheet::finish() {
  end_page();
  cairo_surface_finish(pen_->surface);
  if (cairo_status(pen_->cairo) != CAIRO_STATUS_SUCCESS || cairo_surface_status(pen_->surface) != CAIRO_STATUS_SUCCESS)
    throw std::runtime_error(path_ + ": the PDF could not be written; choose a folder of your own");
}

}  // namespace stillhouse
