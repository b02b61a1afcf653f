#include "shared/learn/metrics.h"

#include <algorithm>
#include <set>

namespace aandacht::learn {
namespace {

double ratio(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

void Confusion::add(const std::string& wanted, const std::string& said) {
  ++counts_[wanted][said];
  ++total_;
}

std::vector<std::string> Confusion::labels() const {
  std::set<std::string> names;
  for (const auto& [wanted, row] : counts_) {
    names.insert(wanted);
    for (const auto& cell : row) names.insert(cell.first);
  }
  return {names.begin(), names.end()};
}

std::size_t Confusion::count(const std::string& wanted, const std::string& said) const {
  const auto row = counts_.find(wanted);
  if (row == counts_.end()) return 0;
  const auto cell = row->second.find(said);
  return cell == row->second.end() ? 0 : cell->second;
}

std::size_t Confusion::wanted(const std::string& label) const {
  const auto row = counts_.find(label);
  if (row == counts_.end()) return 0;
  std::size_t sum = 0;
  for (const auto& cell : row->second) sum += cell.second;
  return sum;
}

std::size_t Confusion::said(const std::string& label) const {
  std::size_t sum = 0;
  for (const auto& row : counts_) sum += count(row.first, label);
  return sum;
}

double Confusion::precision(const std::string& label) const { return ratio(count(label, label), said(label)); }
double Confusion::recall(const std::string& label) const { return ratio(count(label, label), wanted(label)); }

double Confusion::f1(const std::string& label) const {
  return ratio(2 * count(label, label), wanted(label) + said(label));
}

double Confusion::accuracy() const {
  std::size_t right = 0;
  for (const auto& row : counts_) right += count(row.first, row.first);
  return ratio(right, total_);
}

double Confusion::macro_f1() const {
  if (counts_.empty()) return 0;
  double sum = 0;
  for (const auto& row : counts_) sum += f1(row.first);
  return sum / static_cast<double>(counts_.size());
}

double Confusion::share(const std::string& wanted_label, const std::string& said_label) const {
  return ratio(count(wanted_label, said_label), wanted(wanted_label));
}

double roc_auc(std::span<const Scored> lines) {
  std::vector<Scored> sorted(lines.begin(), lines.end());
  std::sort(sorted.begin(), sorted.end(), [](const Scored& a, const Scored& b) { return a.score < b.score; });
  double above = 0;   // Pairs in the right order.
  double others = 0;  // Lines without the class, seen so far.
  double with = 0;
  for (std::size_t i = 0; i < sorted.size();) {
    double tied_with = 0;
    double tied_others = 0;
    std::size_t j = i;
    for (; j < sorted.size() && sorted[j].score == sorted[i].score; ++j) (sorted[j].has ? tied_with : tied_others) += 1;
    above += tied_with * (others + tied_others / 2);
    with += tied_with;
    others += tied_others;
    i = j;
  }
  return with == 0 || others == 0 ? 0.5 : above / (with * others);
}

}  // namespace aandacht::learn
