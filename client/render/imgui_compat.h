// Where Dear ImGui 1.86, 1.90 and 1.92 differ. Nothing else in the tree asks for the version.
#pragma once

#include <imgui.h>
#include <imgui_freetype.h>

#include <cstdint>

#include "client/render/keys.h"

namespace aandacht::render {

/// The texture id under which the font atlas is drawn.
inline constexpr std::uint64_t kAtlasTexture = 1;

/// The glyphs of an atlas: one byte of coverage a pixel, row by row.
struct AtlasPixels {
  const unsigned char* coverage = nullptr;
  int width = 0;
  int height = 0;
};

/// Makes `atlas` build its glyphs with FreeType, light hinting: 1:1 on whole pixels. Call before the atlas is built.
inline void use_freetype(ImFontAtlas& atlas) {
  atlas.Flags |= ImFontAtlasFlags_NoBakedLines | ImFontAtlasFlags_NoMouseCursors;
#if IMGUI_VERSION_NUM >= 19200
  atlas.SetFontLoader(ImGuiFreeType::GetFontLoader());
  atlas.FontLoaderFlags |= ImGuiFreeTypeLoaderFlags_LightHinting;
#else
  atlas.FontBuilderIO = ImGuiFreeType::GetBuilderForFreeType();
  atlas.FontBuilderFlags |= ImGuiFreeTypeBuilderFlags_LightHinting;
#endif
}

/// `id` as ImGui wants to have it: a pointer up to 1.91.3, a number since.
inline ImTextureID to_texture(std::uint64_t id) {
  return (ImTextureID)(static_cast<std::uintptr_t>(id));  // NOLINT: only this cast means both
}

/// The id that went into to_texture.
inline std::uint64_t from_texture(ImTextureID id) {
  return (std::uint64_t)(id);  // NOLINT: only this cast means both
}

/// Builds `atlas` if need be, names its texture kAtlasTexture and gives its pixels, which live as long as the build.
inline AtlasPixels take_atlas(ImFontAtlas& atlas) {
  unsigned char* coverage = nullptr;
  int width = 0;
  int height = 0;
  atlas.GetTexDataAsAlpha8(&coverage, &width, &height);
  atlas.SetTexID(to_texture(kAtlasTexture));
  return {coverage, width, height};
}

/// The texture id under which `atlas` is drawn: kAtlasTexture, or what another renderer called it.
inline std::uint64_t atlas_texture(const ImFontAtlas& atlas) {
#if IMGUI_VERSION_NUM >= 19200
  return from_texture(atlas.TexRef.GetTexID());
#else
  return from_texture(atlas.TexID);
#endif
}

/// How many pixels the glyphs of a built `atlas` take.
inline void measure_atlas(const ImFontAtlas& atlas, int& width, int& height) {
#if IMGUI_VERSION_NUM >= 19200
  width = atlas.TexData->Width;
  height = atlas.TexData->Height;
#else
  width = atlas.TexWidth;
  height = atlas.TexHeight;
#endif
}

/// Frees the font files that `atlas` was built from: about a megabyte a face. To build again, add the fonts again.
inline void drop_font_files(ImFontAtlas& atlas) {
#if IMGUI_VERSION_NUM < 19200  // from then on glyphs are built while drawing
  atlas.ClearInputData();
#else
  (void)atlas;
#endif
}

/// The texture that `command` draws with.
inline std::uint64_t texture_of(const ImDrawCmd& command) { return from_texture(command.GetTexID()); }

/// Gives `command` another texture.
inline void set_texture(ImDrawCmd& command, std::uint64_t id) {
#if IMGUI_VERSION_NUM >= 19200
  command.TexRef = ImTextureRef(to_texture(id));
#else
  command.TextureId = to_texture(id);
#endif
}

/// Calls `visit(list)` for each draw list of `data`, bottom first.
template <typename Visit>
void for_each_list(const ImDrawData& data, Visit visit) {
#if IMGUI_VERSION_NUM >= 18980
  for (ImDrawList* list : data.CmdLists) visit(*list);
#else
  for (int i = 0; i < data.CmdListsCount; ++i) visit(*data.CmdLists[i]);
#endif
}

/// Makes `data` show `count` lists, which must outlive it: frames made by hand, for tests.
inline void set_lists(ImDrawData& data, ImDrawList** lists, int count) {
#if IMGUI_VERSION_NUM >= 18980
  data.CmdLists.clear();
  for (int i = 0; i < count; ++i) data.CmdLists.push_back(lists[i]);
#else
  data.CmdLists = lists;
#endif
  data.CmdListsCount = count;
  data.Valid = true;
}

/// Calls `visit(size, glyph)` for each glyph of `font` at the size it was loaded with.
template <typename Visit>
void for_each_glyph(const ImFont& font, Visit visit) {
#if IMGUI_VERSION_NUM >= 19200
  const ImFontBaked* baked = const_cast<ImFont&>(font).GetFontBaked(font.LegacySize);
  for (const ImFontGlyph& glyph : baked->Glyphs) visit(baked->Size, glyph);
#else
  for (const ImFontGlyph& glyph : font.Glyphs) visit(font.FontSize, glyph);
#endif
}

/// A child region; `framed` draws its border.
inline bool begin_child(const char* name, const ImVec2& size, bool framed, ImGuiWindowFlags flags = 0) {
#if IMGUI_VERSION_NUM >= 19110
  return ImGui::BeginChild(name, size, framed ? ImGuiChildFlags_Borders : 0, flags);
#elif IMGUI_VERSION_NUM >= 19000
  return ImGui::BeginChild(name, size, framed ? ImGuiChildFlags_Border : 0, flags);
#else
  return ImGui::BeginChild(name, size, framed, flags);
#endif
}

/// An image of `size` pixels in the flow of the layout.
inline void image(std::uint64_t texture, const ImVec2& size) { ImGui::Image(to_texture(texture), size); }

/// Tells ImGui where the keys lie (1.86) and that input comes one step a frame, see platform::InputFeed.
inline void prepare_input(ImGuiIO& io) {
#if IMGUI_VERSION_NUM >= 18700
  io.ConfigInputTrickleEventQueue = false;
#else
  const auto map = [&io](ImGuiKey key, Key place) { io.KeyMap[key] = static_cast<int>(place); };
  map(ImGuiKey_Tab, Key::kTab);
  map(ImGuiKey_LeftArrow, Key::kLeft);
  map(ImGuiKey_RightArrow, Key::kRight);
  map(ImGuiKey_UpArrow, Key::kUp);
  map(ImGuiKey_DownArrow, Key::kDown);
  map(ImGuiKey_PageUp, Key::kPageUp);
  map(ImGuiKey_PageDown, Key::kPageDown);
  map(ImGuiKey_Home, Key::kHome);
  map(ImGuiKey_End, Key::kEnd);
  map(ImGuiKey_Insert, Key::kInsert);
  map(ImGuiKey_Delete, Key::kDelete);
  map(ImGuiKey_Backspace, Key::kBackspace);
  map(ImGuiKey_Space, Key::kSpace);
  map(ImGuiKey_Enter, Key::kEnter);
  map(ImGuiKey_KeyPadEnter, Key::kKeypadEnter);
  map(ImGuiKey_Escape, Key::kEscape);
  const auto letter = [](char c) { return static_cast<Key>(static_cast<int>(Key::kA) + (c - 'A')); };
  map(ImGuiKey_A, letter('A'));
  map(ImGuiKey_C, letter('C'));
  map(ImGuiKey_V, letter('V'));
  map(ImGuiKey_X, letter('X'));
  map(ImGuiKey_Y, letter('Y'));
  map(ImGuiKey_Z, letter('Z'));
#endif
}

#if IMGUI_VERSION_NUM >= 18700
inline ImGuiKey to_imgui(Key key) {
  const int place = static_cast<int>(key);
  const auto from = [place](Key first, ImGuiKey named) {
    return static_cast<ImGuiKey>(static_cast<int>(named) + (place - static_cast<int>(first)));
  };
  if (key >= Key::kA && key <= Key::kZ) return from(Key::kA, ImGuiKey_A);
  if (key >= Key::k0 && key <= Key::k9) return from(Key::k0, ImGuiKey_0);
  if (key >= Key::kF1 && key <= Key::kF12) return from(Key::kF1, ImGuiKey_F1);
  // From Tab to Space the order is ImGui's own.
  if (key >= Key::kTab && key <= Key::kSpace) return from(Key::kTab, ImGuiKey_Tab);
  if (key == Key::kEnter) return ImGuiKey_Enter;
  if (key == Key::kKeypadEnter) return ImGuiKey_KeypadEnter;
  if (key == Key::kEscape) return ImGuiKey_Escape;
  return ImGuiKey_None;
}
#endif

inline void feed_mouse_position(ImGuiIO& io, float x, float y) {
#if IMGUI_VERSION_NUM >= 18700
  io.AddMousePosEvent(x, y);
#else
  io.MousePos = ImVec2(x, y);
#endif
}

inline void feed_mouse_button(ImGuiIO& io, int button, bool down) {
#if IMGUI_VERSION_NUM >= 18700
  io.AddMouseButtonEvent(button, down);
#else
  io.MouseDown[button] = down;
#endif
}

inline void feed_mouse_wheel(ImGuiIO& io, float x, float y) {
#if IMGUI_VERSION_NUM >= 18700
  io.AddMouseWheelEvent(x, y);
#else
  io.MouseWheelH += x;
  io.MouseWheel += y;
#endif
}

inline void feed_key(ImGuiIO& io, Key key, bool down) {
  if (key == Key::kNone || key == Key::kCount) return;
#if IMGUI_VERSION_NUM >= 18700
  if (to_imgui(key) != ImGuiKey_None) io.AddKeyEvent(to_imgui(key), down);
#else
  io.KeysDown[static_cast<int>(key)] = down;
#endif
}

inline void feed_modifiers(ImGuiIO& io, const Modifiers& held) {
#if IMGUI_VERSION_NUM >= 18700
  io.AddKeyEvent(ImGuiMod_Ctrl, held.ctrl);
  io.AddKeyEvent(ImGuiMod_Shift, held.shift);
  io.AddKeyEvent(ImGuiMod_Alt, held.alt);
  io.AddKeyEvent(ImGuiMod_Super, held.super);
#else
  io.KeyCtrl = held.ctrl;
  io.KeyShift = held.shift;
  io.KeyAlt = held.alt;
  io.KeySuper = held.super;
#endif
}

/// True in the frame in which `key` went down, and again while it repeats if `repeat`.
inline bool key_pressed(Key key, bool repeat = false) {
#if IMGUI_VERSION_NUM >= 18700
  return to_imgui(key) != ImGuiKey_None && ImGui::IsKeyPressed(to_imgui(key), repeat);
#else
  return ImGui::IsKeyPressed(static_cast<int>(key), repeat);
#endif
}

/// Lets text fields copy and paste through the window. `user` is handed to both.
inline void use_clipboard(const char* (*get)(void* user), void (*set)(void* user, const char* text), void* user) {
#if IMGUI_VERSION_NUM >= 19110
  static const char* (*get_text)(void*) = nullptr;
  static void (*set_text)(void*, const char*) = nullptr;
  get_text = get;
  set_text = set;
  ImGuiPlatformIO& io = ImGui::GetPlatformIO();
  io.Platform_ClipboardUserData = user;
  io.Platform_GetClipboardTextFn = [](ImGuiContext*) {
    return get_text(ImGui::GetPlatformIO().Platform_ClipboardUserData);
  };
  io.Platform_SetClipboardTextFn = [](ImGuiContext*, const char* text) {
    set_text(ImGui::GetPlatformIO().Platform_ClipboardUserData, text);
  };
#else
  ImGuiIO& io = ImGui::GetIO();
  io.GetClipboardTextFn = get;
  io.SetClipboardTextFn = set;
  io.ClipboardUserData = user;
#endif
}

}  // namespace aandacht::render
