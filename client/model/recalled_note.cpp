#include "client/model/recalled_note.h"

#include "client/model/bilingual.h"

namespace aandacht::model {
namespace {

constexpr Bilingual kRecalled{"Het bericht is ingetrokken.", "The message was taken back."};
constexpr Bilingual kRecalledBy{"$0 heeft het bericht ingetrokken.", "$0 took the message back."};

}  // namespace

std::string recalled_note(const std::string& supervisor, Language language) {
  return supervisor.empty() ? std::string(kRecalled.in(language)) : kRecalledBy.fill(language, supervisor);
}

}  // namespace aandacht::model
