#include "shared/domain/word_tables.h"

#include "shared/domain/word_tables_detail.h"

namespace aandacht::domain {

const WordTables& word_tables(bool english) {
  static const auto* dutch_tables = new WordTables(make_dutch_tables());
  static const auto* english_tables = new WordTables(make_english_tables());
  return english ? *english_tables : *dutch_tables;
}

}  // namespace aandacht::domain
