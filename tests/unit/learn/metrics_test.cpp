#include "shared/learn/metrics.h"

#include <random>

#include "tests/support/catch.h"

namespace aandacht::learn {
namespace {

TEST_CASE("figures of a confusion table worked out by hand") {
  Confusion table;
  for (int i = 0; i < 6; ++i) table.add("bad", "bad");
  for (int i = 0; i < 2; ++i) table.add("bad", "fine");
  for (int i = 0; i < 3; ++i) table.add("fine", "bad");
  for (int i = 0; i < 9; ++i) table.add("fine", "fine");
  CHECK(table.precision("bad") == Approx(6.0 / 9));
  CHECK(table.recall("bad") == Approx(6.0 / 8));
  CHECK(table.f1("bad") == Approx(12.0 / 17));
  CHECK(table.macro_f1() == Approx((12.0 / 17 + 18.0 / 23) / 2));
  CHECK(table.accuracy() == Approx(15.0 / 20));
  CHECK(table.share("fine", "bad") == Approx(0.25));
  CHECK(table.labels() == std::vector<std::string>{"bad", "fine"});
}

TEST_CASE("a label that is said but never wanted takes no part in the macro-F1") {
  Confusion table;
  table.add("bad", "bad");
  table.add("fine", "odd");
  CHECK(table.macro_f1() == Approx(0.5));
  CHECK(table.precision("odd") == 0);
  CHECK(Confusion().macro_f1() == 0);
}

TEST_CASE("the area under the curve is the share of pairs in the right order") {
  std::mt19937 random(7);
  for (int round = 0; round < 50; ++round) {
    std::vector<Scored> lines;
    for (int i = 0; i < 30; ++i) lines.push_back({static_cast<double>(random() % 8), random() % 3 == 0});
    double right = 0;
    double pairs = 0;
    for (const Scored& a : lines) {
      for (const Scored& b : lines) {
        if (!a.has || b.has) continue;
        pairs += 1;
        right += a.score > b.score ? 1 : a.score == b.score ? 0.5 : 0;
      }
    }
    if (pairs > 0) CHECK(roc_auc(lines) == Approx(right / pairs));
  }
  CHECK(roc_auc(std::vector<Scored>{{1, true}, {2, true}}) == 0.5);
}

}  // namespace
}  // namespace aandacht::learn
