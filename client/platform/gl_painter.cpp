#include "client/platform/gl_painter.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#include <backends/imgui_impl_opengl3.h>

#include <map>

#include "client/platform/gl_functions.h"
#include "client/platform/glfw_window.h"
#include "client/render/frame_hash.h"
#include "client/render/imgui_compat.h"
#include "client/render/quads.h"

namespace aandacht::platform {
namespace {

template <typename Function>
bool find(const char* name, Function& function) {
  function = reinterpret_cast<Function>(glfwGetProcAddress(name));
  return function != nullptr;
}

class GlPainter final : public Painter {
 public:
  GlPainter(GlfwWindow& window, const render::Textures& textures, const GlFunctions& gl)
      : window_(window), textures_(textures), gl_(gl) {}

  ~GlPainter() override {
    glfwMakeContextCurrent(window_.handle());
    for (const auto& [id, name] : uploaded_) gl_.delete_textures(1, &name);
    ImGui_ImplOpenGL3_Shutdown();
  }

  [[nodiscard]] absl::Status use_fonts(ImFontAtlas&) override {
    glfwMakeContextCurrent(window_.handle());
    ImGui_ImplOpenGL3_NewFrame();  // makes shaders and buffers the first time
#if IMGUI_VERSION_NUM < 19200
    ImGui_ImplOpenGL3_DestroyFontsTexture();
    if (!ImGui_ImplOpenGL3_CreateFontsTexture()) return absl::UnavailableError("OpenGL took no texture of the glyphs");
#endif
    hash_.reset();
    return absl::OkStatus();
  }

  [[nodiscard]] absl::StatusOr<Painted> paint(ImDrawData& frame, render::Pixel background) override {
    if (background != background_) hash_.reset();
    background_ = background;
    const Size size = window_.size();
    if (hash_.changes(frame, {0, 0, size.width, size.height}).empty() && !window_.take_uncovered()) return Painted{};
    glfwMakeContextCurrent(window_.handle());
    lay_glyphs(frame);
    name_pictures(frame);
    gl_.viewport(0, 0, size.width, size.height);
    const auto part = [background](unsigned shift) {
      return static_cast<float>((background >> shift) & 0xFFU) / 255.0F;
    };
    gl_.clear_colour(part(16), part(8), part(0), 1.0F);
    gl_.clear(kGlColourBuffer);
    ImGui_ImplOpenGL3_RenderDrawData(&frame);
    glfwSwapBuffers(window_.handle());
    return Painted{true, true, static_cast<std::int64_t>(size.width) * size.height};
  }

  [[nodiscard]] const char* name() const override { return "opengl"; }

 private:
  /// Text stands on the same pixels as with the software renderer, and is as sharp.
  static void lay_glyphs(ImDrawData& frame) {
    const ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    int width = 0;
    int height = 0;
    render::measure_atlas(atlas, width, height);
    render::lay_glyphs_on_whole_pixels(frame, render::atlas_texture(atlas), width, height);
  }

  /// Replaces the ids of our pictures in `frame` by OpenGL's names, uploading what is new and dropping what is gone.
  void name_pictures(ImDrawData& frame) {
    for (auto it = uploaded_.begin(); it != uploaded_.end();) {
      if (textures_.find(it->first) == nullptr) {
        gl_.delete_textures(1, &it->second);
        it = uploaded_.erase(it);
      } else {
        ++it;
      }
    }
    render::for_each_list(frame, [this](ImDrawList& list) {
      for (ImDrawCmd& command : list.CmdBuffer) {
        if (command.UserCallback != nullptr) continue;
        const std::uint64_t id = render::texture_of(command);
        if (const render::Picture* picture = textures_.find(id)) render::set_texture(command, name_of(id, *picture));
      }
    });
  }

  unsigned name_of(std::uint64_t id, const render::Picture& picture) {
    unsigned& name = uploaded_[id];
    if (name != 0) return name;
    gl_.gen_textures(1, &name);
    gl_.bind_texture(kGlTexture2d, name);
    gl_.tex_parameter(kGlTexture2d, kGlMinFilter, kGlLinear);
    gl_.tex_parameter(kGlTexture2d, kGlMagFilter, kGlLinear);
    gl_.pixel_store(kGlUnpackAlignment, 4);
    gl_.tex_image_2d(kGlTexture2d, 0, kGlRgba, picture.width, picture.height, 0, kGlRgba, kGlUnsignedByte,
                     picture.rgba.data());
    return name;
  }

  GlfwWindow& window_;
  const render::Textures& textures_;
  GlFunctions gl_;
  render::FrameHash hash_;
  render::Pixel background_ = 0;
  std::map<std::uint64_t, unsigned> uploaded_;
};

}  // namespace

bool GlFunctions::load() {
  return find("glViewport", viewport) && find("glClearColor", clear_colour) && find("glClear", clear) &&
         find("glGenTextures", gen_textures) && find("glDeleteTextures", delete_textures) &&
         find("glBindTexture", bind_texture) && find("glTexParameteri", tex_parameter) &&
         find("glPixelStorei", pixel_store) && find("glTexImage2D", tex_image_2d);
}

absl::StatusOr<std::unique_ptr<Painter>> make_gl_painter(GlfwWindow& window, const render::Textures& textures) {
  glfwMakeContextCurrent(window.handle());
  glfwSwapInterval(0);  // frames come one at a time; waiting for the beam would only add to their delay
  GlFunctions gl;
  if (!gl.load()) return absl::UnavailableError("functions of OpenGL 3.0 are missing");
  if (!ImGui_ImplOpenGL3_Init("#version 130")) return absl::UnavailableError("libGL could not be loaded");
  return std::make_unique<GlPainter>(window, textures, gl);
}

}  // namespace aandacht::platform
