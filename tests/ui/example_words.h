// The words of the example desks in both languages.
#pragma once

#include <string>
#include <vector>

#include "client/model/language.h"

namespace aandacht::test {

struct ExampleStep {
  std::string channel;
  std::string what;
};

struct ExampleWords {
  std::string customer;
  std::string second_customer;
  std::vector<ExampleStep> steps;  ///< Six, oldest first.
  std::string broken_promise;
  std::string open_promise;
  std::string kept_promise;
  std::string about;
  std::string opening;
  std::string we_line;
  std::string we_evidence;
  std::string why_topic;
  std::string why_line;
  std::string why_detail;
  std::string why_evidence;
  std::string question;            ///< What this customer and others today want.
  std::string story_customer;      ///< Made up, as everybody here.
  std::vector<std::string> story;  ///< Three lines.
  std::string prompt_line;
  std::string prompt_reason;
  std::string watch_reason;
  std::string second_watcher;
  std::vector<std::string> heard;     ///< Three, oldest first.
  std::vector<std::string> habit;     ///< After, will, celebrate.
  std::vector<std::string> promises;  ///< Two, of this call.
  std::vector<std::string> why_topics;
  std::vector<std::string> why_lines;
  std::string search;
  std::string last_words;
};

[[nodiscard]] ExampleWords example_words(model::Language language);

/// The longest words anybody would use.
[[nodiscard]] ExampleWords long_words(model::Language language);

}  // namespace aandacht::test
