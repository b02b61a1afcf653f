// aandachtctl transcript
#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <atomic>
#include <filesystem>
#include <map>
#include <memory>

#include "absl/strings/str_cat.h"
#include "client/ctl/json_out.h"
#include "client/ctl/kept_turns.h"
#include "client/ctl/line_reader.h"
#include "client/ctl/mailbox.h"
#include "client/ctl/options.h"
#include "client/ctl/program.h"
#include "client/ctl/service.h"
#include "client/ctl/transcript_line.h"
#include "client/net/channel.h"
#include "client/net/transcript_stream.h"

namespace aandacht::ctl {
namespace {

constexpr char kHelp[] =
    R"(Reads one turn a line on standard input: {"speaker": "customer" or "agent", "text": …, "lang"?, "id"?, "at"? or "at_ms"?}.
Card numbers, IBANs, e-mail addresses, phone numbers and the like are taken out before anything is sent. A turn is
acknowledged once it is on disk; when the connection breaks, what was not acknowledged is sent again. Give each line an
"id" of your own if you may run the command twice: the same id twice changes nothing.
While the service is away turns are kept in the outbox and sent once when it is back; an overlay on this machine reads
them meanwhile.
A line that is wrong is named with its number and left out; the exit status is 1 then.

Example:
  my-recogniser | aandachtctl transcript stream --call 3c26700857a87f84@10.0.4.12 --lang nl)";

struct Options {
  bool json = false;
  std::string call;
  std::string language;
  absl::Time start = absl::InfinitePast();
  absl::Duration patience = absl::Seconds(30);
  bool keep = false;
  std::string outbox;
};

constexpr absl::Duration kConnectsWithin = absl::Milliseconds(500);
constexpr absl::Duration kLooksAgain = absl::Milliseconds(50);

const char* word(net::UtteranceOutcome outcome) {
  switch (outcome) {
    case net::UtteranceOutcome::kStored:
      return "stored";
    case net::UtteranceOutcome::kDuplicate:
      return "duplicate";
    case net::UtteranceOutcome::kOnHold:
      return "on_hold";
    case net::UtteranceOutcome::kRefused:
      return "refused";
    case net::UtteranceOutcome::kUnknownCall:
      return "unknown_call";
  }
  return "";
}

/// Sends standard input and keeps the tally.
class Streaming {
 public:
  Streaming(const Session& session, const Options& options, Environment& environment)
      : server_(session.server),
        options_(options),
        environment_(environment),
        run_(environment.ids.next()),
        start_(options.start == absl::InfinitePast() ? environment.clock.now() : options.start),
        channel_(net::open_channel(session.server)),
        away_(options.keep || !can_connect(*channel_, kConnectsWithin)),
        stream_(channel_, {.on_answer = [this](const net::UtteranceAnswer& answer) { answers_.put(answer); },
                           .on_connection =
                               [this](net::ConnectionState state, const std::string&) {
                                 if (state == net::ConnectionState::kDisconnected) away_ = true;
                               }}) {}

  Exit run() {
    LineReader lines(environment_.in);
    bool in_time = true;
    while (in_time && lines.next()) in_time = send_line(lines);
    while (in_time && !numbers_.empty()) in_time = await_answer();
    if (const absl::Status read = lines.status(); !read.ok()) {
      complain(lines.number(), absl::StrCat("standard input ", std::string(read.message())));
    }
    if (kept_) kept_->leave(kConnectsWithin);
    sum_up();
    if (!in_time) {
      return fail(environment_, absl::StrCat(numbers_.size(), " lines were not acknowledged: ",
                                             explain(server_, absl::UnavailableError(""))));
    }
    return bad_ == 0 ? Exit::kOk : Exit::kFailed;
  }

 private:
  bool send_line(const LineReader& lines) {
    absl::StatusOr<net::Utterance> utterance = absl::InvalidArgumentError("the line is over 1 MiB: split the turn");
    if (!lines.too_long()) {
      utterance = parse_transcript_line(lines.line(), {.call_id = options_.call,
                                                       .language = options_.language,
                                                       .start = start_,
                                                       .id = absl::StrCat(run_, "-", lines.number())});
    }
    if (!utterance.ok()) {
      complain(lines.number(), std::string(utterance.status().message()));
      return true;
    }
    for (;;) {
      if (away_) {
        keep_unanswered();
        keep_line(lines.number(), *std::move(utterance));
        break;
      }
      const absl::Status queued = stream_.send(*utterance);
      if (queued.ok()) {
        numbers_[utterance->id] = lines.number();
        break;
      }
      if (!absl::IsResourceExhausted(queued)) {
        complain(lines.number(), std::string(queued.message()));
        break;
      }
      if (!await_answer()) return false;
    }
    while (take_answer(absl::ZeroDuration())) {
    }
    return true;
  }

  /// False: none came for as long as there is patience. When the service goes meanwhile, nothing is left to wait for.
  bool await_answer() {
    const absl::Duration end = environment_.clock.steady() + options_.patience;
    while (environment_.clock.steady() < end) {
      if (take_answer(std::min(options_.patience, kLooksAgain))) return true;
      if (!away_) continue;
      keep_unanswered();
      return true;
    }
    return false;
  }

  void keep_unanswered() {
    for (net::Utterance& turn : stream_.take_back()) {
      const auto line = numbers_.find(turn.id);
      if (line == numbers_.end()) continue;
      const std::size_t number = line->second;
      numbers_.erase(line);
      keep(number, std::move(turn));
    }
    while (take_answer(absl::ZeroDuration())) {
    }
    numbers_.clear();
  }

  void keep_line(std::size_t line, net::Utterance utterance) {
    absl::StatusOr<net::Utterance> redacted = stream_.redact(std::move(utterance));
    if (!redacted.ok()) return complain(line, std::string(redacted.status().message()));
    keep(line, *std::move(redacted));
  }

  void keep(std::size_t line, net::Utterance turn) {
    if (turn.said == absl::InfinitePast()) turn.said = environment_.clock.now();
    const absl::StatusOr<bool> kept = try_to_keep(turn);
    if (!kept.ok()) {
      return complain(line, absl::StrCat("cannot be kept, so it is lost: ", std::string(kept.status().message())));
    }
    if (*kept) {
      ++kept_count_;
    } else {
      ++tally_[static_cast<std::size_t>(net::UtteranceOutcome::kOnHold)];
    }
    if (!options_.json) return;
    const Json json = {{"line", line}, {"id", turn.id}, {"outcome", *kept ? "kept" : "on_hold"}};
    environment_.out << to_line(json) << std::endl;
  }

  absl::StatusOr<bool> try_to_keep(const net::Utterance& turn) {
    if (!kept_) {
      const std::filesystem::path file =
          options_.outbox.empty() ? net::default_outbox_file() : std::filesystem::path(options_.outbox);
      auto opened = KeptTurns::open(file, channel_, environment_.clock);
      if (!opened.ok()) return opened.status();
      kept_ = *std::move(opened);
    }
    return kept_->keep(turn);
  }

  bool take_answer(absl::Duration wait) {
    const std::optional<net::UtteranceAnswer> answer = answers_.take(wait);
    if (!answer) return false;
    const auto asked = numbers_.find(answer->utterance_id);
    if (asked == numbers_.end()) return true;  // Kept meanwhile.
    const std::size_t line = asked->second;
    numbers_.erase(asked);
    ++tally_[static_cast<std::size_t>(answer->outcome)];
    if (options_.json) print(line, *answer);
    if (answer->outcome == net::UtteranceOutcome::kUnknownCall) {
      complain(line, absl::StrCat("the service does not know call ", options_.call,
                                  ": report it first with `aandachtctl call ringing --id ", options_.call, "`"));
    } else if (answer->outcome == net::UtteranceOutcome::kRefused) {
      complain(line, answer->reason);
    }
    return true;
  }

  void print(std::size_t line, const net::UtteranceAnswer& answer) {
    Json json = {{"line", line}, {"id", answer.utterance_id}, {"outcome", word(answer.outcome)}};
    if (!answer.reason.empty()) json["reason"] = answer.reason;
    if (answer.desk_version != 0) json["desk_version"] = answer.desk_version;
    environment_.out << to_line(json) << std::endl;
  }

  void complain(std::size_t line, const std::string& reason) {
    ++bad_;
    environment_.err << "aandachtctl: line " << line << ": " << reason << '\n';
  }

  void sum_up() {
    if (options_.json) return;
    environment_.out << tally_[0] << " turns stored, " << tally_[1] << " known already, " << tally_[2]
                     << " said on hold and not kept, " << bad_ << " not taken";
    if (kept_count_ > 0) environment_.out << ", " << kept_count_ << " kept until the service is back";
    environment_.out << '\n';
  }

  std::string server_;
  const Options& options_;
  Environment& environment_;
  std::string run_;
  absl::Time start_;
  Mailbox<net::UtteranceAnswer> answers_;
  std::map<std::string, std::size_t> numbers_;  ///< Line by utterance, of those without an answer.
  std::array<int, 5> tally_{};                  ///< By outcome.
  int bad_ = 0;
  int kept_count_ = 0;
  std::shared_ptr<grpc::Channel> channel_;
  std::atomic<bool> away_;           ///< From then on all goes by the outbox: the order stays.
  std::unique_ptr<KeptTurns> kept_;  ///< Opened with the first turn that is kept.
  net::TranscriptStream stream_;     ///< Last: its threads use what is above.
};

}  // namespace

void add_transcript(CLI::App& app, Session& session) {
  auto options = std::make_shared<Options>();
  CLI::App* transcript = app.add_subcommand("transcript", "The words of calls");
  transcript->require_subcommand(1);
  CLI::App* stream = transcript->add_subcommand("stream", "Send a call's turns as they come on standard input");
  stream->footer(kHelp);
  stream->add_option("--call", options->call, "The softphone's id of the call")->required()->type_name("ID");
  stream->add_option("--lang", options->language, "Language of lines that do not say; empty: the call's");
  add_moment(*stream, "--start", options->start, "What at_ms counts from; left out: when this command began");
  add_duration(*stream, "--patience", options->patience, "How long to wait for an answer of the service");
  stream->add_flag("--keep", options->keep, "Keep every turn in the outbox first, also when the service is there");
  stream->add_option("--outbox", options->outbox, "Where turns are kept until they are sent")->type_name("FILE");
  stream->add_flag("--json", options->json, "One JSON line for each answer");
  stream->callback([&session, options] {
    session.command = [&session, options](Environment& e) { return Streaming(session, *options, e).run(); };
  });
}

}  // namespace aandacht::ctl
