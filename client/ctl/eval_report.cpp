#include "client/ctl/eval_report.h"

#include <algorithm>
#include <numeric>

namespace aandacht::ctl {

Json worst(std::vector<Mistake> mistakes, std::size_t most) {
  std::stable_sort(mistakes.begin(), mistakes.end(),
                   [](const Mistake& a, const Mistake& b) { return a.weight > b.weight; });
  Json told = Json::array();
  for (std::size_t i = 0; i < std::min(most, mistakes.size()); ++i) told.push_back(std::move(mistakes[i].told));
  return told;
}

Json labels_json(const learn::Confusion& confusion) {
  Json made = Json::object();
  for (const std::string& label : confusion.labels()) {
    made[label] = {{"precision", rounded(confusion.precision(label))},
                   {"recall", rounded(confusion.recall(label))},
                   {"f1", rounded(confusion.f1(label))},
                   {"wanted", confusion.wanted(label)},
                   {"said", confusion.said(label)}};
  }
  return made;
}

Json confusion_json(const learn::Confusion& confusion) {
  Json made = Json::object();
  for (const std::string& wanted : confusion.labels()) {
    if (confusion.wanted(wanted) == 0) continue;
    Json row = Json::object();
    for (const std::string& said : confusion.labels()) row[said] = confusion.count(wanted, said);
    made[wanted] = std::move(row);
  }
  return made;
}

Json share_json(std::size_t count, std::size_t of) {
  const Json share = of == 0 ? Json(nullptr) : Json(rounded(static_cast<double>(count) / static_cast<double>(of)));
  return {{"count", count}, {"of", of}, {"share", share}};
}

Json auc_json(const std::vector<learn::Scored>& scored) {
  const auto having = std::count_if(scored.begin(), scored.end(), [](const learn::Scored& line) { return line.has; });
  if (having == 0 || having == static_cast<std::ptrdiff_t>(scored.size())) return nullptr;
  return rounded(learn::roc_auc(scored));
}

Json models_json(const domain::Library& library) {
  Json made = Json::object();
  for (const auto& [name, model] : library.models) made[name] = model->version();
  return made;
}

Json LineTimes::json() const {
  if (took_.empty()) return nullptr;
  std::vector<double> sorted = took_;
  std::sort(sorted.begin(), sorted.end());
  const double sum = std::accumulate(sorted.begin(), sorted.end(), 0.0);
  return {{"mean", rounded(sum / static_cast<double>(sorted.size()))},
          {"median", rounded(sorted[sorted.size() / 2])},
          {"p99", rounded(sorted[sorted.size() * 99 / 100])}};
}

}  // namespace aandacht::ctl
