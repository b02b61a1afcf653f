#include "shared/domain/normalise.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>

namespace aandacht::domain {
namespace {

constexpr utf8proc_int32_t kNothing = -1;

struct CodePoint {
  utf8proc_int32_t value = kNothing;  // kNothing: ill-formed or past the end
  std::size_t bytes = 1;
};

CodePoint decode(std::string_view text, std::size_t at) {
  if (at >= text.size()) return {kNothing, 0};
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x80) return {byte, 1};
  utf8proc_int32_t value = kNothing;
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data() + at);
  const auto left = static_cast<utf8proc_ssize_t>(std::min<std::size_t>(4, text.size() - at));
  const utf8proc_ssize_t length = utf8proc_iterate(bytes, left, &value);
  if (length <= 0) return {kNothing, 1};
  return {value, static_cast<std::size_t>(length)};
}

bool is_digit(utf8proc_int32_t c) { return c >= '0' && c <= '9'; }

bool is_letter_or_digit(utf8proc_int32_t c) {
  if (c < 0) return false;
  if (c < 0x80) return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  const utf8proc_category_t category = utf8proc_category(c);
  return (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO) || category == UTF8PROC_CATEGORY_ND;
}

bool is_mark(utf8proc_int32_t c) { return c >= 0x300 && utf8proc_category(c) == UTF8PROC_CATEGORY_MN; }

bool is_apostrophe(utf8proc_int32_t c) {
  return c == '\'' || c == 0x2019 || c == 0x2018 || c == 0x02BC || c == 0x00B4 || c == '`' || c == 0x2032;
}

// "'s", "'t", "'n", "'ie": one or two letters and then no apostrophe that would make it a quotation.
bool begins_clipped_word(std::string_view text, std::size_t at) {
  int letters = 0;
  while (letters < 3) {
    const CodePoint next = decode(text, at);
    if (!is_letter_or_digit(next.value) || is_digit(next.value)) return letters > 0 && !is_apostrophe(next.value);
    at += next.bytes;
    ++letters;
  }
  return false;
}

// Base and mark as one letter, or kNothing.
utf8proc_int32_t compose(utf8proc_int32_t base, utf8proc_int32_t mark) {
  std::array<utf8proc_int32_t, 3> pair = {base, mark, 0};
  const auto length = utf8proc_normalize_utf32(pair.data(), 2, static_cast<utf8proc_option_t>(UTF8PROC_COMPOSE));
  return length == 1 ? pair[0] : kNothing;
}

utf8proc_int32_t lower(utf8proc_int32_t c) {
  if (c >= 0x80) return utf8proc_tolower(c);
  return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c;
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

utf8proc_int32_t without_diacritics(utf8proc_int32_t c) {
  if (c < 0x80) return c;
  std::array<utf8proc_int32_t, 8> parts = {};
  int last_boundary = 0;
  const auto length = utf8proc_decompose_char(c, parts.data(), static_cast<utf8proc_ssize_t>(parts.size()),
                                              UTF8PROC_DECOMPOSE, &last_boundary);
  if (length <= 1 || length > static_cast<utf8proc_ssize_t>(parts.size())) return c;
  return is_mark(parts[1]) ? parts[0] : c;
}

class Builder {
 public:
  explicit Builder(std::string_view original) : original_(original) {
    made_.text.reserve(original.size());
    made_.origin.reserve(original.size() + 1);
  }

  Normalised build() {
    for (std::size_t at = 0; at < original_.size();) {
      const CodePoint now = decode(original_, at);
      take(now, at);
      at += now.bytes;
    }
    made_.origin.push_back(static_cast<std::uint32_t>(original_.size()));
    return std::move(made_);
  }

 private:
  void take(CodePoint now, std::size_t at) {
    const utf8proc_int32_t next = decode(original_, at + now.bytes).value;
    if (is_letter_or_digit(now.value)) {
      append(lower(now.value), at);
    } else if (is_mark(now.value) && last_ != kNothing) {
      add_mark(now.value);
    } else if (is_apostrophe(now.value) && keeps_apostrophe(at + now.bytes, next)) {
      append('\'', at);
    } else if (is_digit(last_) && is_digit(next) && (now.value == ',' || now.value == '.' || now.value == ':')) {
      append(now.value, at);
    } else if (now.value != 0xAD && now.value != 0x200D) {  // soft hyphen, joiner: nothing at all
      last_ = kNothing;
    }
  }

  bool keeps_apostrophe(std::size_t after, utf8proc_int32_t next) const {
    if (!is_letter_or_digit(next)) return false;
    return last_ != kNothing ? last_ != '\'' : begins_clipped_word(original_, after);
  }

  void append(utf8proc_int32_t c, std::size_t at) {
    if (last_ == kNothing && !made_.text.empty()) {
      made_.text += ' ';
      made_.origin.push_back(static_cast<std::uint32_t>(at - 1));
    }
    last_begin_ = made_.text.size();
    put(c, static_cast<std::uint32_t>(at));
  }

  void add_mark(utf8proc_int32_t mark) {
    const utf8proc_int32_t one = compose(last_, mark);
    if (one == kNothing) return;
    const std::uint32_t at = made_.origin[last_begin_];
    made_.text.resize(last_begin_);
    made_.origin.resize(last_begin_);
    put(one, at);
  }

  void put(utf8proc_int32_t c, std::uint32_t at) {
    last_ = c;
    if (c < 0x80) {
      made_.text += static_cast<char>(c);
      made_.origin.push_back(at);
      return;
    }
    std::array<utf8proc_uint8_t, 4> bytes = {};
    const auto length = static_cast<std::size_t>(utf8proc_encode_char(c, bytes.data()));
    made_.text.append(reinterpret_cast<const char*>(bytes.data()), length);
    made_.origin.insert(made_.origin.end(), length, at);
  }

  std::string_view original_;
  Normalised made_;
  utf8proc_int32_t last_ = kNothing;  // code point last put in this word
  std::size_t last_begin_ = 0;
};

}  // namespace

Normalised normalise(std::string_view original) { return Builder(original).build(); }

Normalised folded(const Normalised& normalised) {
  if (is_ascii(normalised.text)) return normalised;
  Normalised plain;
  plain.text.reserve(normalised.text.size());
  plain.origin.reserve(normalised.origin.size());
  for (std::size_t at = 0; at < normalised.text.size();) {
    const CodePoint now = decode(normalised.text, at);
    std::array<utf8proc_uint8_t, 4> bytes = {};
    const auto length = static_cast<std::size_t>(utf8proc_encode_char(without_diacritics(now.value), bytes.data()));
    plain.text.append(reinterpret_cast<const char*>(bytes.data()), length);
    plain.origin.insert(plain.origin.end(), length, normalised.origin[at]);
    at += now.bytes;
  }
  plain.origin.push_back(normalised.origin.empty() ? 0 : normalised.origin.back());
  return plain;
}

std::string fold(std::string_view text) {
  if (is_ascii(text)) return std::string(text);
  std::string plain;
  plain.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint now = decode(text, at);
    if (now.value < 0x80) {
      plain += text[at];
    } else if (!is_mark(now.value)) {
      std::array<utf8proc_uint8_t, 4> bytes = {};
      const auto length = static_cast<std::size_t>(utf8proc_encode_char(without_diacritics(now.value), bytes.data()));
      plain.append(reinterpret_cast<const char*>(bytes.data()), length);
    }
    at += now.bytes;
  }
  return plain;
}

std::string_view original_words(const Normalised& normalised, std::string_view original, std::size_t begin,
                                std::size_t end) {
  end = std::min(end, normalised.text.size());
  while (begin < end && normalised.text[begin] == ' ') ++begin;
  while (end > begin && normalised.text[end - 1] == ' ') --end;
  if (begin >= end) return {};
  const std::size_t from = normalised.origin[begin];
  std::size_t to = normalised.origin[end - 1];
  if (from >= original.size() || to >= original.size()) return {};
  to += decode(original, to).bytes;
  for (CodePoint next = decode(original, to); is_mark(next.value); next = decode(original, to)) to += next.bytes;
  return original.substr(from, to - from);
}

}  // namespace aandacht::domain
