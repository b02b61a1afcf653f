#include "client/model/format.h"
#include "client/model/parts.h"

namespace aandacht::model {

SearchModel make_search(const Search& search) {
  SearchModel model;
  model.open = search.open;
  model.text = search.text;
  model.waiting = search.waiting && search.whys.empty();
  for (const domain::Why& why : search.whys) {
    model.rows.push_back({why.id, sentence_text(why.topic), why.customer.empty() ? why.rule : why.customer});
  }
  return model;
}

}  // namespace aandacht::model
