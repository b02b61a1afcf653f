#include "client/softphone/baresip_lists.h"

#include <algorithm>

#include "client/softphone/sip_text.h"

namespace aandacht::softphone {
namespace {

std::string without_colours(std::string_view text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\x1b' && i + 1 < text.size() && text[i + 1] == '[') {
      while (i < text.size() && text[i] != 'm') {
        ++i;
      }
    } else {
      plain.push_back(text[i]);
    }
  }
  return plain;
}

std::vector<std::string_view> split(std::string_view text, std::string_view separators) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(separators), text.size());
    if (end > 0) {
      parts.push_back(text.substr(0, end));
    }
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

std::string_view after(std::string_view text, std::string_view label) {
  const std::size_t at = text.find(label);
  return at == std::string_view::npos ? std::string_view() : text.substr(at + label.size());
}

std::string_view first_word(std::string_view text) {
  const std::vector<std::string_view> words = split(text.substr(0, text.find('\n')), " \t");
  return words.empty() ? std::string_view() : words.front();
}

bool is_uri(std::string_view word) {
  return word.starts_with("sip:") || word.starts_with("sips:") || word.starts_with("tel:") || word.starts_with('<');
}

}  // namespace

std::vector<ListedCall> read_listcalls(std::string_view text) {
  const std::string plain = without_colours(text);
  std::vector<ListedCall> calls;
  for (const std::string_view line : split(plain, "\n")) {
    if (line.find("[line ") == std::string_view::npos) {
      continue;
    }
    ListedCall call;
    call.current = line.front() == '>';
    call.held = line.find("(on hold)") != std::string_view::npos;
    for (const std::string_view word : split(line, " \t")) {
      call.established = call.established || word == "ESTABLISHED";
      if (is_uri(word)) {
        call.uri = word;
      }
    }
    if (!call.uri.empty()) {
      calls.push_back(std::move(call));
    }
  }
  return calls;
}

CallStat read_callstat(std::string_view text) {
  const std::string plain = without_colours(text);
  const std::string_view peer_line = after(plain, "peer_uri:");
  const NameAndAddress peer = split_header(peer_line.substr(0, peer_line.find('\n')));
  CallStat stat;
  stat.id = first_word(after(plain, " id="));
  stat.uri = peer.uri;
  stat.name = peer.name;
  if (first_word(after(plain, "direction:")) == "Outgoing") {
    stat.direction = domain::CallDirection::kOutgoing;
  }
  return stat;
}

}  // namespace aandacht::softphone
