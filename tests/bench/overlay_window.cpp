// What a frame of the overlay costs without a screen: CPU time of the drawing thread, beside the least that moving the
// same pixels can cost on the same machine in the same run.
#include <cstdio>
#include <cstring>
#include <nlohmann/json.hpp>
#include <string>

#include "client/render/frame_hash.h"
#include "client/render/imgui_compat.h"
#include "client/render/primitives.h"
#include "client/render/rasteriser.h"
#include "tests/bench/measure.h"
#include "tests/bench/sample_panel.h"
#include "tests/support/headless_ui.h"

namespace aandacht::bench {
namespace {

constexpr int kTimes = 500;
constexpr render::Pixel kPaper = render::pixel(0xFA, 0xF8, 0xF4);

void print(nlohmann::ordered_json object) { std::puts(object.dump().c_str()); }

nlohmann::ordered_json named(const char* name, const Spread& spread) {
  return {{"bench", name}, {"unit", "us CPU"}, {"median", spread.median}, {"p99", spread.p99}, {"times", kTimes}};
}

/// Setting and copying every pixel once: no renderer that fills a canvas can do less.
Spread floor_of(int width, int height) {
  render::Canvas one(width, height);
  render::Canvas other(width, height);
  const std::size_t bytes = static_cast<std::size_t>(width) * height * sizeof(render::Pixel);
  return measure(kTimes, [&, value = 0]() mutable {
    std::memset(one.row(0), ++value, bytes);
    std::memcpy(other.row(0), one.row(0), bytes);
    __asm__ volatile("" : : "r"(other.row(0)) : "memory");
  });
}

struct Glyphs {
  int count = 0;
  void quad(const render::Batch&, const ImDrawVert& a, const ImDrawVert& c) {
    count += render::same(a.uv, c.uv) ? 0 : 1;
  }
  void triangle(const render::Batch&, const ImDrawVert&, const ImDrawVert&, const ImDrawVert&) {}
};

void raster(test::HeadlessUi& ui, const char* name) {
  const ImDrawData& frame = *ui.loop().last_frame();
  render::Rasteriser rasteriser(ui.loop().textures());
  rasteriser.use_atlas(render::take_atlas(*ImGui::GetIO().Fonts));
  const platform::Size size = ui.window().size();
  render::Canvas canvas(size.width, size.height);
  const Spread floor = floor_of(size.width, size.height);
  const Spread full = measure(kTimes, [&] { rasteriser.draw(frame, kPaper, canvas.bounds(), canvas); });
  auto object = named(name, full);
  object["width"] = size.width;
  object["height"] = size.height;
  object["vertices"] = frame.TotalVtxCount;
  object["floor_memset_memcpy"] = floor.median;
  object["ratio_to_floor"] = full.median / floor.median;
  print(std::move(object));

  const render::Rect line{0, 0, size.width, 2 * render::FrameHash::kBandHeight};
  print(named("raster_two_bands", measure(kTimes, [&] { rasteriser.draw(frame, kPaper, line, canvas); })));
}

void hashing(test::HeadlessUi& ui) {
  const ImDrawData& frame = *ui.loop().last_frame();
  const platform::Size size = ui.window().size();
  render::FrameHash hash;
  int changes = static_cast<int>(hash.changes(frame, {0, 0, size.width, size.height}).size());
  const Spread spread = measure(kTimes, [&] {
    changes += static_cast<int>(hash.changes(frame, {0, 0, size.width, size.height}).size());
  });
  auto object = named("hash_unchanged_frame", spread);
  object["vertices"] = frame.TotalVtxCount;
  object["regions_drawn"] = changes - 1;
  print(std::move(object));
}

/// Nothing but text, on the whole canvas.
void glyphs() {
  test::HeadlessUi ui({.add_fonts = add_sample_font}, [] {
    const float height = ImGui::GetIO().DisplaySize.y;
    for (float y = 0; y + 20 < height; y += 20) {
      ImGui::GetForegroundDrawList()->AddText({4, y}, IM_COL32(0x23, 0x26, 0x2B, 255),
                                              "de klant belt vandaag terug over de terugbetaling");
    }
  });
  const ImDrawData& frame = *ui.loop().last_frame();
  Glyphs counted;
  render::for_each_primitive(frame, counted);
  render::Rasteriser rasteriser(ui.loop().textures());
  rasteriser.use_atlas(render::take_atlas(*ImGui::GetIO().Fonts));
  const platform::Size size = ui.window().size();
  render::Canvas canvas(size.width, size.height);
  const Spread all = measure(kTimes, [&] { rasteriser.draw(frame, kPaper, canvas.bounds(), canvas); });
  const Spread fill = measure(kTimes, [&] { rasteriser.draw(ImDrawData(), kPaper, canvas.bounds(), canvas); });
  auto object = named("glyphs_laid", all);
  object["glyphs"] = counted.count;
  object["glyphs_per_second"] = counted.count / ((all.median - fill.median) / 1e6);
  print(std::move(object));
}

void whole_frames(test::HeadlessUi& ui, SamplePanel& panel) {
  const auto turns = [&](const char* name, auto change) {
    const app::LoopStats before = ui.stats();
    const Spread spread = measure(kTimes, [&] {
      change();
      ui.loop().redraw(1);
      (void)ui.loop().turn(absl::ZeroDuration());
    });
    auto object = named(name, spread);
    const app::LoopStats& after = ui.stats();
    object["frames"] = after.frames - before.frames;
    object["presents"] = after.presents - before.presents;
    object["pixels_per_frame"] = (after.pixels - before.pixels) / (after.frames - before.frames);
    print(std::move(object));
  };
  turns("frame_unchanged", [] {});
  turns("frame_clock_ticks", [&, second = 0]() mutable {
    second = (second + 1) % 60;
    panel.clock = "02:" + std::to_string(second + 10);
  });
  turns("frame_talk_scrolls", [&, line = 0]() mutable {
    panel.lines.erase(panel.lines.begin());
    panel.lines.push_back("klant: regel " + std::to_string(++line) + " en daar wacht ik nu al drie weken op");
  });
}

/// The panel that is measured.
class Sample {
 public:
  explicit Sample(float scale)
      : ui_({.width = static_cast<int>(380 * scale),
             .height = static_cast<int>(720 * scale),
             .scale = scale,
             .add_fonts = add_sample_font,
             .apply_style = [](float s) { ImGui::GetStyle().ScaleAllSizes(s); }},
            [this] { draw(panel_); }) {
    ui_.settle();
  }
  test::HeadlessUi& ui() { return ui_; }
  SamplePanel& panel() { return panel_; }

 private:
  SamplePanel panel_ = sample_panel();
  test::HeadlessUi ui_;
};

void measure_all() {
  glyphs();
  {
    Sample sample(1.0F);
    raster(sample.ui(), "raster_full_panel");
    hashing(sample.ui());
    whole_frames(sample.ui(), sample.panel());
  }
  Sample large(2.0F);
  raster(large.ui(), "raster_full_panel_200_percent");
  hashing(large.ui());
}

}  // namespace
}  // namespace aandacht::bench

/// bench_overlay_window [FILE.png]: with a file, writes the picture of the panel that is measured instead.
int main(int count, char** arguments) {
  if (count == 2) {
    aandacht::bench::Sample(1.0F).ui().save_png(arguments[1]);
  } else {
    aandacht::bench::measure_all();
  }
  return 0;
}
