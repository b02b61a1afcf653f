// aandachtctl whys check and whys map
#pragma once

namespace CLI {
class App;
}

namespace aandacht::ctl {

struct Environment;
struct Session;

/// Adds both to the command `whys`.
void add_why_checks(CLI::App& whys, Session& session, const Environment& environment);

}  // namespace aandacht::ctl
