// Figures as JSON lines, each beside its floor of the same run.
#pragma once

#include <cstdio>
#include <nlohmann/json.hpp>
#include <string>

namespace aandacht::bench {

/// The least that the same machine can do for the same purpose.
struct Floor {
  double figure = 0;
  std::string of;  ///< What was measured.
};

/// `{"name", "figure", "unit", "floor", "floor_is", "ratio"}`; `more` is appended. The ratio is figure by floor.
inline void print(const std::string& name, double figure, const std::string& unit, const Floor& floor,
                  const nlohmann::ordered_json& more = {}) {
  nlohmann::ordered_json line{
      {"name", name}, {"figure", figure}, {"unit", unit}, {"floor", floor.figure}, {"floor_is", floor.of}};
  if (floor.figure != 0) line["ratio"] = figure / floor.figure;
  if (!more.is_null()) line.update(more);
  std::puts(line.dump().c_str());
  std::fflush(stdout);
}

/// A figure that nothing else does the like of.
inline void print_alone(const std::string& name, double figure, const std::string& unit,
                        const nlohmann::ordered_json& more = {}) {
  nlohmann::ordered_json line{{"name", name}, {"figure", figure}, {"unit", unit}};
  if (!more.is_null()) line.update(more);
  std::puts(line.dump().c_str());
  std::fflush(stdout);
}

}  // namespace aandacht::bench
