// aandachtctl replay
#include <CLI/CLI.hpp>
#include <algorithm>
#include <fstream>
#include <memory>
#include <set>
#include <thread>

#include "absl/strings/str_cat.h"
#include "client/ctl/call_player.h"
#include "client/ctl/input_file.h"
#include "client/ctl/line_reader.h"
#include "client/ctl/options.h"
#include "client/ctl/program.h"
#include "client/net/channel.h"

namespace aandacht::ctl {
namespace {

constexpr std::size_t kBatch = 200;

constexpr char kHelp[] =
    R"(Sends whole calls through the running service as if they happened now: stores the customer and the company's whys,
reports ringing, answering, hold and hang-up, sends every turn, finishes the wrap-up, and prints all that the agent was
shown. The call keeps its own date and times, so the attention budget works as it would have; --now dates it today.
With several agents and a speed the calls run beside each other; with --instant one after another, always with the
same result. Which of several fitting sentences a card has follows from the ids: a fresh service and the same --run
give the same sentences.

Examples:
  aandachtctl replay calls.jsonl --instant --json | jq -c 'select(.card)'
  aandachtctl replay calls.jsonl --speed 20 --agent anna,bram,chris
  aandachtctl replay calls.jsonl --only nl-telecom-01 --agent anna --no-phone)";

struct Options {
  bool json = false;
  std::string file;
  std::vector<std::string> agents = {"demo"};
  std::vector<std::string> only;
  PlayOptions play;
  bool no_phone = false;
  std::string timeline;  ///< Empty: none.
};

std::string complaint_about_run(const std::string& name) {
  return is_agent_name(name) && name.size() <= 40 ? std::string()
                                                  : "'" + name + "' cannot be a run: use 1 to 40 letters and digits";
}

absl::StatusOr<std::vector<AnnotatedCall>> read_calls(std::istream& in, const Options& options) {
  std::vector<AnnotatedCall> calls;
  std::set<std::string> ids;
  LineReader lines(in);
  while (lines.next()) {
    absl::StatusOr<AnnotatedCall> call = absl::InvalidArgumentError("the line is over 1 MiB");
    if (!lines.too_long()) call = parse_call(lines.line());
    if (!call.ok()) {
      return absl::InvalidArgumentError(
          absl::StrCat(options.file, ", line ", lines.number(), ": ", call.status().message()));
    }
    if (!ids.insert(call->id).second) {
      return absl::InvalidArgumentError(
          absl::StrCat(options.file, ", line ", lines.number(), ": the id ", call->id, " was used before"));
    }
    const bool wanted =
        options.only.empty() || std::find(options.only.begin(), options.only.end(), call->id) != options.only.end();
    if (wanted) calls.push_back(*std::move(call));
  }
  if (absl::Status read = lines.status(); !read.ok()) {
    return absl::DataLossError(absl::StrCat(spoken_name(options.file), " ", std::string(read.message())));
  }
  if (calls.empty()) return absl::NotFoundError(absl::StrCat("there is no such call in ", options.file));
  return calls;
}

absl::StatusOr<std::vector<AnnotatedCall>> read_calls(const Options& options, Environment& environment) {
  absl::StatusOr<Input> input = Input::open(options.file, environment.in);
  if (!input.ok()) return input.status();
  return read_calls(input->stream(), options);
}

/// Stores who calls and what the companies can tell.
absl::Status prepare(const std::vector<AnnotatedCall>& calls, Service& service, const std::string& run) {
  for (std::size_t first = 0; first < calls.size(); first += kBatch) {
    std::vector<domain::Customer> customers;
    std::vector<domain::Why> whys;
    for (std::size_t i = first; i < std::min(first + kBatch, calls.size()); ++i) {
      customers.push_back(calls[i].customer);
      // A file may name a company's whys with each of its calls; one request may name an id once only.
      for (const domain::Why& why : calls[i].whys) {
        const auto same = [&](const domain::Why& other) { return other.id == why.id; };
        if (std::none_of(whys.begin(), whys.end(), same)) whys.push_back(why);
      }
    }
    const auto imported = service.import_customers(absl::StrCat("replay-", run, "-customers-", first), customers);
    if (!imported.ok()) return imported.status();
    if (!imported->refusals.empty()) {
      const Refusal& refusal = imported->refusals.front();
      const AnnotatedCall& call = calls[first + static_cast<std::size_t>(refusal.index)];
      return absl::InvalidArgumentError(
          absl::StrCat("the customer of call ", call.id, " was refused: ", refusal.reason));
    }
    const auto put = service.put_whys(absl::StrCat("replay-", run, "-whys-", first), whys);
    if (!put.ok()) return put.status();
  }
  return absl::OkStatus();
}

/// Plays calls at the desks of agents.
class Replay {
 public:
  Replay(const Session& session, const Options& options, Environment& environment)
      : server_(session.server),
        options_(options),
        environment_(environment),
        channel_(net::open_channel(session.server)),
        printer_(environment.out, options.json, options.agents.size() > 1, environment.zone) {}

  Exit run() {
    const absl::StatusOr<std::vector<AnnotatedCall>> calls = read_calls(options_, environment_);
    if (!calls.ok()) return fail(environment_, std::string(calls.status().message()));
    if (!options_.timeline.empty()) {
      timeline_.open(options_.timeline);
      if (!timeline_) return fail(environment_, absl::StrCat("cannot write ", options_.timeline));
      printer_.keep_timeline(timeline_);
    }
    Service service(channel_, {.sleep = environment_.sleep});
    if (const absl::Status ready = prepare(*calls, service, options_.play.run); !ready.ok()) {
      return fail(environment_, server_, ready);
    }
    for (const std::string& agent : options_.agents) {
      // A channel each: a desk is shown to its own agent only.
      desks_.push_back(std::make_unique<ReplayDesk>(net::open_channel(server_, {.agent = agent}), agent,
                                                    options_.play.run, environment_, printer_));
      if (const absl::Status opened = desks_.back()->open(); !opened.ok()) return fail(environment_, server_, opened);
    }
    if (options_.play.instant || desks_.size() == 1) {
      play_in_turn(*calls);
    } else {
      play_beside(*calls);
    }
    printer_.sum_up();
    return failures_ == 0 ? Exit::kOk : Exit::kFailed;
  }

 private:
  void play_in_turn(const std::vector<AnnotatedCall>& calls) {
    for (std::size_t i = 0; i < calls.size(); ++i) play(calls[i], *desks_[i % desks_.size()]);
  }

  void play_beside(const std::vector<AnnotatedCall>& calls) {
    std::vector<std::thread> threads;
    for (std::size_t d = 0; d < desks_.size(); ++d) {
      threads.emplace_back([this, &calls, d] {
        for (std::size_t i = d; i < calls.size(); i += desks_.size()) play(calls[i], *desks_[d]);
      });
    }
    for (std::thread& thread : threads) thread.join();
  }

  void play(const AnnotatedCall& call, ReplayDesk& desk) {
    printer_.begin(call, desk.agent());
    const absl::Status played = play_call(call, options_.play, desk, environment_);
    if (played.ok()) return;
    const std::lock_guard lock(mutex_);
    ++failures_;
    fail(environment_, absl::StrCat("call ", call.id, ": ", explain(server_, played)));
  }

  std::string server_;
  const Options& options_;
  Environment& environment_;
  std::shared_ptr<grpc::Channel> channel_;
  std::ofstream timeline_;
  ReplayPrinter printer_;
  std::vector<std::unique_ptr<ReplayDesk>> desks_;
  std::mutex mutex_;
  int failures_ = 0;  ///< Guarded by mutex_ while threads run.
};

}  // namespace

void add_replay(CLI::App& app, Session& session) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("replay", "Send whole annotated calls through the service");
  command->footer(kHelp);
  command->add_option("FILE", options->file, "JSON lines, one call each; - for standard input")->required();
  add_agents(*command, options->agents, "Whose desk; several with commas")->capture_default_str();
  CLI::Option* speed =
      add_number(*command, "--speed", options->play.speed, "Times as fast as the calls were", 0.01, 1e6);
  command->add_flag("--instant", options->play.instant, "Do not wait between turns")->excludes(speed);
  command->add_flag("--now", options->play.dated_now, "Date the calls now instead of on their own day");
  command->add_flag("--no-phone", options->no_phone, "A softphone reports the calls: only say their words")
      ->excludes("--now");
  command->add_option("--only", options->only, "Only the call with this id; may be repeated")->type_name("ID");
  command->add_option("--run", options->play.run, "Name of this run, part of every id; left out: a new one each time")
      ->check(CLI::Validator(complaint_about_run, ""))
      ->type_name("NAME");
  command->add_option("--timeline", options->timeline, "Also write what the agents saw, a JSON line each")
      ->type_name("FILE");
  command->add_flag("--json", options->json, "JSON lines out");
  command->callback([&session, options] {
    session.command = [&session, options](Environment& environment) {
      options->play.phone = !options->no_phone;
      if (options->play.run.empty()) options->play.run = environment.ids.next();
      return Replay(session, *options, environment).run();
    };
  });
}

}  // namespace aandacht::ctl
