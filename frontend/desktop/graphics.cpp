#include "frontend/desktop/graphics.h"

#include <algorithm>
#include <stdexcept>
#include <vector>

#include <GLFW/glfw3.h>
#include <backends/imgui_impl_glfw.h>
#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>
#include <stb_image_write.h>

namespace stillhouse {

namespace {

std::string last_error;  // GLFW tells by callback

void keep_error(int, const char* text) {
  last_error = text;
}

/// Pixels from the top, red, green, blue.
struct Pixels {
  int width, height;
  std::vector<unsigned char> bytes;
};

Pixels pixels_of(int left, int bottom, int width, int height) {
  const auto row = static_cast<std::size_t>(width) * 3;
  Pixels pixels{width, height, std::vector<unsigned char>(row * static_cast<std::size_t>(height))};
  glPixelStorei(GL_PACK_ALIGNMENT, 1);
  glReadPixels(left, bottom, width, height, GL_RGB, GL_UNSIGNED_BYTE, pixels.bytes.data());
  // OpenGL counts rows from below
  const auto at = [&](int y) { return pixels.bytes.begin() + static_cast<std::ptrdiff_t>(row) * y; };
  for (int y = 0; y < height / 2; ++y) std::swap_ranges(at(y), at(y + 1), at(height - 1 - y));
  return pixels;
}

void append_bytes(void* text, void* bytes, int size) {
  static_cast<std::string*>(text)->append(static_cast<const char*>(bytes), static_cast<std::size_t>(size));
}

}  // namespace

Graphics::Graphics(const char* title, int width, int height, bool visible) {
  glfwSetErrorCallback(keep_error);
  if (glfwInit() == GLFW_FALSE)
    throw std::runtime_error("no display to open a window on (" + last_error +
                             "); use `stillhouse run`, or start with --headless");
  glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
  glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 0);
  glfwWindowHint(GLFW_VISIBLE, visible ? GLFW_TRUE : GLFW_FALSE);
  window_ = glfwCreateWindow(width, height, title, nullptr, nullptr);
  if (window_ == nullptr) {
    glfwTerminate();
    throw std::runtime_error("the display has no OpenGL 3 (" + last_error +
                             "); the Debian package libgl1-mesa-dri draws without a graphics card");
  }
  glfwMakeContextCurrent(window_);
  glfwSwapInterval(visible ? 1 : 0);
  ImGui::CreateContext();
  ImGui::GetIO().IniFilename = nullptr;
  ImGui_ImplGlfw_InitForOpenGL(window_, true);
  ImGui_ImplOpenGL3_Init("#version 130");
  glfwGetFramebufferSize(window_, &width_, &height_);
}

Graphics::~Graphics() {
  ImGui_ImplOpenGL3_Shutdown();
  ImGui_ImplGlfw_Shutdown();
  ImGui::DestroyContext();
  glfwDestroyWindow(window_);
  glfwTerminate();
}

bool Graphics::wants_to_close() const {
  return glfwWindowShouldClose(window_) != 0;
}

bool Graphics::wait(double seconds) {
  const double before = glfwGetTime();
  glfwWaitEventsTimeout(seconds);
  glfwGetFramebufferSize(window_, &width_, &height_);
  return glfwGetTime() - before < 0.95 * seconds;
}

void Graphics::wake() {
  glfwPostEmptyEvent();
}

void Graphics::name(const std::string& title) {
  glfwSetWindowTitle(window_, title.c_str());
}

int Graphics::function_key() {
  for (int key = 0; key < 12; ++key)
    if (ImGui::IsKeyPressed(GLFW_KEY_F1 + key, false)) return key;
  return -1;
}

void Graphics::reload_letters() {
  ImGui_ImplOpenGL3_DestroyFontsTexture();
  ImGui_ImplOpenGL3_CreateFontsTexture();
}

void Graphics::begin_frame() {
  ImGui_ImplOpenGL3_NewFrame();
  ImGui_ImplGlfw_NewFrame();
  ImGui::NewFrame();
}

bool Graphics::end_frame(const std::string& png) {
  ImGui::Render();
  glViewport(0, 0, width_, height_);
  glClearColor(0.9f, 0.9f, 0.9f, 1.0f);
  glClear(GL_COLOR_BUFFER_BIT);
  ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
  bool written = true;
  if (!png.empty()) {
    const Pixels all = pixels_of(0, 0, width_, height_);
    written = stbi_write_png(png.c_str(), all.width, all.height, 3, all.bytes.data(), 3 * all.width) != 0;
  }
  if (std::exchange(wants_part_, false)) {
    const int left = std::clamp(static_cast<int>(part_low_.x), 0, width_);
    const int top = std::clamp(static_cast<int>(part_low_.y), 0, height_);
    const int right = std::clamp(static_cast<int>(part_high_.x), left, width_);
    const int bottom = std::clamp(static_cast<int>(part_high_.y), top, height_);
    const Pixels part = pixels_of(left, height_ - bottom, right - left, bottom - top);
    part_.clear();
    if (!part.bytes.empty())
      stbi_write_png_to_func(append_bytes, &part_, part.width, part.height, 3, part.bytes.data(), 3 * part.width);
  }
  glfwSwapBuffers(window_);
  return written;
}

}  // namespace stillhouse
