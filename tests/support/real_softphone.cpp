#include "tests/support/real_softphone.h"

#include <sys/wait.h>

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "tests/support/catch.h"

namespace aandacht::test {
namespace {

int run_script(const std::string& arguments) {
  return std::system(("'" AANDACHT_SOURCE_DIR "/tests/support/softphone.sh' " + arguments).c_str());
}

}  // namespace

bool softphone_is_installed() {
  if (run_script("available") == 0) return true;
  WARN("SKIPPED: baresip-core and sip-tester are not installed; nothing about a real softphone was tested");
  return false;
}

RealSoftphone::RealSoftphone() {
  const std::string facts_file = folder_.file("facts");
  if (run_script("start --dir '" + folder_.path().string() + "' >'" + facts_file + "'") != 0) {
    throw std::runtime_error("baresip did not start");
  }
  std::ifstream facts(facts_file);
  for (std::string line; std::getline(facts, line);)
    facts_[line.substr(0, line.find('='))] = line.substr(line.find('=') + 1);
}

RealSoftphone::~RealSoftphone() {
  if (caller_.joinable()) caller_.join();
  (void)run_script("stop --dir '" + folder_.path().string() + "'");
}

void RealSoftphone::call(const std::string& arguments) {
  if (caller_.joinable()) caller_.join();
  const std::string command =
      "call --sip-port " + facts_["sip"] + " " + arguments + " 2>>'" + folder_.file("caller") + "'";
  caller_ = std::thread([this, command] { caller_status_ = run_script(command); });
}

int RealSoftphone::call_and_wait(const std::string& arguments) {
  call(arguments);
  caller_.join();
  return WIFEXITED(caller_status_) ? WEXITSTATUS(caller_status_) : 1;
}

std::string RealSoftphone::log() {
  std::ostringstream text;
  for (const char* name : {"log", "caller"}) text << name << ":\n" << std::ifstream(folder_.file(name)).rdbuf() << "\n";
  return text.str();
}

void RealSoftphone::tell(const std::string& command) {
  (void)run_script("tell --dir '" + folder_.path().string() + "' " + command);
}

}  // namespace aandacht::test
