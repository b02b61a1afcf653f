// The few functions of OpenGL that the painter calls itself, found at run time.
#pragma once

namespace aandacht::platform {

/// OpenGL's constants as its registry has them.
enum : unsigned {
  kGlColourBuffer = 0x4000,
  kGlTexture2d = 0x0DE1,
  kGlUnsignedByte = 0x1401,
  kGlRgba = 0x1908,
  kGlLinear = 0x2601,
  kGlMagFilter = 0x2800,
  kGlMinFilter = 0x2801,
  kGlUnpackAlignment = 0x0CF5,
};

struct GlFunctions {
  void (*viewport)(int x, int y, int width, int height) = nullptr;
  void (*clear_colour)(float red, float green, float blue, float alpha) = nullptr;
  void (*clear)(unsigned mask) = nullptr;
  void (*gen_textures)(int count, unsigned* names) = nullptr;
  void (*delete_textures)(int count, const unsigned* names) = nullptr;
  void (*bind_texture)(unsigned target, unsigned name) = nullptr;
  void (*tex_parameter)(unsigned target, unsigned parameter, int value) = nullptr;
  void (*pixel_store)(unsigned parameter, int value) = nullptr;
  void (*tex_image_2d)(unsigned target, int level, int internal, int width, int height, int border, unsigned format,
                       unsigned type, const void* pixels) = nullptr;

  /// Looks them up in the current context; false when one is missing.
  bool load();
};

}  // namespace aandacht::platform
