// The settings as the window has them, before they become words.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "shared/base/settings.h"

namespace aandacht::model {

/// What came of trying the service.
enum class ServiceAnswer {
  kNotTried,
  kTrying,
  kServes,         ///< It answers and this agent has a desk there.
  kRefuses,        ///< It answers, and does not know this agent.
  kExpired,        ///< It answers, and wants to know who this is.
  kSomethingElse,  ///< Something answers that is not the service.
  kNobody,
  kWrongAddress,
};

/// What came of trying the softphone.
enum class PhoneAnswer {
  kNotTried,
  kTrying,
  kAnswers,
  kInUse,          ///< It is there, and a program is connected to it already: most likely this one.
  kSomethingElse,  ///< Something listens that does not speak as a softphone does.
  kNobody,
  kWrongAddress,
  kNotFollowed,  ///< There is none to try.
};

/// A setting "softphone" is "none" or this and an address.
inline constexpr const char* kBaresipPrefix = "baresip:";
/// A setting "dock" is "right-edge", "left-edge" or this and a part of a window's name.
inline constexpr const char* kBesidePrefix = "beside:";

/// Of no file: the service keeps whether the agent wants to be asked a why a day.
inline constexpr const char* kWhyCheck = "why_check";

/// Parts of a setting that have a row of their own; what is chosen there is put together again by whoever keeps it.
inline constexpr const char* kSoftphoneKind = "softphone.kind";        ///< "none" or "baresip".
inline constexpr const char* kSoftphoneAddress = "softphone.address";  ///< "127.0.0.1:4444"
inline constexpr const char* kDockKind = "dock.kind";                  ///< "right-edge", "left-edge" or "beside".
inline constexpr const char* kDockWindow = "dock.window";

struct SettingsState {
  std::map<std::string, std::string> values;        ///< Of every setting by its dotted name, as base::Settings::get().
  std::set<std::string> by_command;                 ///< What the command line decided for this time.
  std::set<std::string> after_restart;              ///< What was changed and does not hold yet.
  std::map<std::string, std::string> not_taken;     ///< What was typed into a row and cannot be.
  std::map<std::string, std::string> key_troubles;  ///< "keys.used": "Ctrl+Alt+G bezet", ready words.
  std::vector<base::Fault> faults;                  ///< Of the file.
  std::string file;                                 ///< Its path.
  bool written = true;                              ///< False: the last change could not be written.
  std::vector<std::string> findings;                ///< Ready sentences: what the desktop cannot do.
  ServiceAnswer service = ServiceAnswer::kNotTried;
  PhoneAnswer softphone = PhoneAnswer::kNotTried;
  std::string version;
};

}  // namespace aandacht::model
