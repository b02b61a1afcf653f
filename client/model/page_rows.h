// How rows of a page are made.
#pragma once

#include <utility>

#include "client/model/own_page.h"
#include "client/model/strings.h"

namespace aandacht::model {

/// Collects the rows of one page.
class PageRows {
 public:
  explicit PageRows(Language language) : language_(language) {}

  [[nodiscard]] Language language() const { return language_; }

  void heading(Text key) { add(PageRowKind::kHeading, text(key, language_)); }
  void words(std::string words) { add(PageRowKind::kText, std::move(words)); }
  void soft(std::string words) { add(PageRowKind::kSoft, std::move(words)); }
  void soft(Text key) { soft(std::string(text(key, language_))); }
  void warm(std::string words) { add(PageRowKind::kWarm, std::move(words)); }
  void warm(Text key) { warm(std::string(text(key, language_))); }
  void pair(std::string label, std::string value) {
    add(PageRowKind::kPair, std::move(label));
    rows_.back().value = std::move(value);
  }
  void buttons(std::vector<PageButton> buttons) {
    add(PageRowKind::kButtons, "");
    rows_.back().buttons = std::move(buttons);
  }
  /// Asked once: what goes with it, and yes or no.
  void sure(std::string words, Text yes, PageDeed deed, Text no) {
    warm(std::move(words));
    buttons({{"sure yes", text(yes, language_), std::move(deed)}, {"sure no", text(no, language_), AskSure{}, true}});
  }
  PageRow& add(PageRowKind kind, std::string label) {
    rows_.push_back({});
    rows_.back().kind = kind;
    rows_.back().label = std::move(label);
    return rows_.back();
  }
  [[nodiscard]] std::vector<PageRow> take() { return std::move(rows_); }

 private:
  Language language_;
  std::vector<PageRow> rows_;
};

}  // namespace aandacht::model
