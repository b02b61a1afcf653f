// Numbers in runs of digits: card numbers and codes, phone and citizen numbers, accounts, PINs.
#include <algorithm>
#include <utility>

#include "shared/base/one_of.h"
#include "shared/domain/redaction_number_kinds.h"
#include "shared/domain/redaction_number_run.h"
#include "shared/domain/redaction_open_number.h"

namespace aandacht::domain::redaction {
namespace {

// The stretches of a run that no other detector took.
std::vector<Digits> free_stretches(const Search& search, const Digits& run) {
  std::vector<Digits> stretches;
  bool open = false;
  for (const Digits::Part& part : run.parts) {
    if (!search.is_free(part.first, part.last)) {
      open = false;
      continue;
    }
    if (!open) {
      stretches.emplace_back();
      const bool first = &part == &run.parts.front();
      stretches.back().plus = first && run.plus;
      stretches.back().plus_token = run.plus_token;
    }
    stretches.back().parts.push_back(part);
    stretches.back().parts.front().fresh = true;
    open = true;
  }
  return stretches;
}

// "… achtenzeventig nee negenenzeventig": the correction of what was taken belongs to it.
std::size_t with_correction(const NumberRun& run, std::size_t from, std::size_t to) {
  if (to >= run.parts.size() || !run.parts[to].corrects) return to;
  std::size_t length = 0;
  for (std::size_t i = to; i < run.parts.size(); ++i) length += run.parts[i].digits.size();
  return length <= run.digits(from, to).size() ? run.parts.size() : to;
}

// What begins at part `from`; how many parts it took, 0 when nothing does.
std::size_t take_at(NumberRun& run, std::size_t from) {
  const bool start = from == 0 || run.parts[from].fresh || run.parts[from].written;
  if (!start) return 0;
  std::size_t to = card_end(run, from);
  SpanKind kind = SpanKind::kCardNumber;
  // After its cue a part that passes by chance is not all of it.
  if (to > 0 && from == 0 && run.told.cue == Cue::kCard && run.total <= kLongestCard) to = run.parts.size();
  if (to == 0 && from == 0) to = cued_end(run, kind);
  if (to == 0) {
    to = phone_end(run, from);
    kind = SpanKind::kPhone;
  }
  if (to == 0 && from == 0 && is_citizen_number(run)) {
    to = run.parts.size();
    kind = SpanKind::kBsn;
  }
  if (to == 0) return 0;
  to = with_correction(run, from, to);
  run.take(from, to, kind);
  return to - from;
}

// "nul achthonderd veertien twintig": where everybody calls.
bool is_service_number_in_words(const NumberRun& run) {
  return run.parts.size() > 1 && run.parts[0].digits == "0" &&
         base::is_one_of(run.tokens[run.parts[1].first].key, {"achthonderd", "negenhonderd"});
}

void take_numbers(NumberRun& run) {
  if (is_service_number_in_words(run)) return;
  if (take_codes(run) || run.total < 3) return;
  for (std::size_t from = 0; from < run.parts.size();) {
    const std::size_t taken = take_at(run, from);
    from += taken > 0 ? taken : 1;
  }
}

// Hides what this run is. `open` is what the run before left unfinished, and becomes what this one does.
void find_in(NumberRun run, OpenNumber& open) {
  if (run.parts.empty()) return;
  resolve_cue(run);
  if (open.goes_on_with(run)) return;
  take_numbers(run);
  open.begin_after(run);
}

// "… dubbel nul nee wacht negen nul nul …": the two halves of one number, and the words between.
void join_corrected(Search& search) {
  std::vector<RedactedSpan>& found = search.found;
  std::sort(found.begin(), found.end(), [](const RedactedSpan& a, const RedactedSpan& b) { return a.begin < b.begin; });
  std::size_t at = 0;
  for (std::size_t i = 1; i < found.size();) {
    bool joins = found[i - 1].kind == found[i].kind &&
                 (found[i].kind == SpanKind::kPhone || found[i].kind == SpanKind::kBirthDate);
    bool corrects = false;
    while (at < search.tokens.size() && search.tokens[at].begin < found[i - 1].end) ++at;
    for (std::size_t between = at;
         joins && between < search.tokens.size() && search.tokens[between].begin < found[i].begin; ++between) {
      const Token& token = search.tokens[between];
      joins = token.kind == TokenKind::kMark || token.has(kFiller | kGap | kConnector);
      corrects = corrects || token.has(kCorrection);
    }
    if (joins && corrects) {
      found[i - 1].end = found[i].end;
      found.erase(found.begin() + static_cast<std::ptrdiff_t>(i));
    } else {
      ++i;
    }
  }
}

}  // namespace

void find_numbers(Search& search) {
  OpenNumber open;
  for (const Digits& digits : digit_runs(search.tokens)) {
    for (Digits& stretch : free_stretches(search, digits)) find_in(NumberRun(search, std::move(stretch)), open);
  }
  join_corrected(search);
}

}  // namespace aandacht::domain::redaction
