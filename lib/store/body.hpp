// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <charconv>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "lib/diagnostics/error.hpp"
#include "lib/model/identifier.hpp"
#include "lib/quantity/date.hpp"
#include "lib/quantity/rational.hpp"
#include "lib/store/field.hpp"
#include "lib/store/names.hpp"
#include "lib/syntax/json_view.hpp"

// A model value as the one line of JSON a row keeps, and back. Members that have their default value are left out;
// enums are kept by name, rationals and dates as text, so that a body can be read by people and by other programs.
namespace crosswalk::store {

template <class T>
struct is_list : std::false_type {};
template <class T>
struct is_list<std::vector<T>> : std::true_type {};
template <class T>
struct is_map : std::false_type {};
template <class T>
struct is_map<std::map<std::string, T>> : std::true_type {};
template <class T>
struct is_optional : std::false_type {};
template <class T>
struct is_optional<std::optional<T>> : std::true_type {};
template <class T>
struct is_pair : std::false_type {};
template <class A, class B>
struct is_pair<std::pair<A, B>> : std::true_type {};
template <class T>
struct is_identifier : std::false_type {};
template <class Kind>
struct is_identifier<Identifier<Kind>> : std::true_type {};

// Appends `text` as a JSON string.
void append_json_string(std::string& out, std::string_view text);

template <class T>
void append_body(std::string& out, const T& value);

template <class T>
void append_members(std::string& out, const T& value) {
  static const T prototype{};
  bool first = true;
  const auto member = [&](const auto& field) {
    if (value.*field.member == prototype.*field.member) return;
    out += first ? '{' : ',';
    first = false;
    append_json_string(out, field.name);
    out += ':';
    append_body(out, value.*field.member);
  };
  std::apply([&](const auto&... field) { (member(field), ...); }, fields(Type<T>{}));
  out += first ? "{}" : "}";
}

template <class T>
void append_number(std::string& out, T value) {
  char digits[40];  // NOLINT(modernize-avoid-c-arrays): the buffer to_chars asks for
  const auto [end, error] = std::to_chars(std::begin(digits), std::end(digits), value);
  out.append(digits, end);
}

template <class T>
void append_body(std::string& out, const T& value) {
  if constexpr (std::is_same_v<T, std::string>) {
    append_json_string(out, value);
  } else if constexpr (std::is_same_v<T, bool>) {
    out += value ? "true" : "false";
  } else if constexpr (std::is_arithmetic_v<T>) {
    append_number(out, value);
  } else if constexpr (std::is_enum_v<T>) {
    append_json_string(out, name(value));
  } else if constexpr (std::is_same_v<T, Rational> || std::is_same_v<T, Date>) {
    append_json_string(out, to_string(value));
  } else if constexpr (is_identifier<T>::value) {
    append_json_string(out, value.text);
  } else if constexpr (is_optional<T>::value) {
    value ? append_body(out, *value) : void(out += "null");
  } else if constexpr (is_pair<T>::value) {
    out += '[';
    append_body(out, value.first);
    out += ',';
    append_body(out, value.second);
    out += ']';
  } else if constexpr (is_list<T>::value) {
    out += '[';
    for (const auto& item : value) {
      if (&item != &value.front()) out += ',';
      append_body(out, item);
    }
    out += ']';
  } else if constexpr (is_map<T>::value) {
    bool first = true;
    out += '{';
    for (const auto& [key, item] : value) {
      if (!first) out += ',';
      first = false;
      append_json_string(out, key);
      out += ':';
      append_body(out, item);
    }
    out += '}';
  } else {
    append_members(out, value);
  }
}

template <class T>
[[nodiscard]] std::string write_body(const T& value) {
  std::string out;
  append_body(out, value);
  return out;
}

// A body this program did not write, or wrote differently.
[[noreturn]] inline void refuse_body(std::string_view found) {
  throw StoreError("a stored value cannot be read: '" + printable(found.substr(0, 60)) + "'");
}

template <class T>
void read_value(const syntax::JsonView& from, T& into);

template <class T>
void read_enum(std::string_view text, T& into) {
  constexpr int most_enumerators = 64;
  for (int i = 0; i < most_enumerators; ++i)
    if (name(static_cast<T>(i)) == text) return void(into = static_cast<T>(i));
  refuse_body(text);
}

template <class T>
void read_members(const syntax::JsonView& from, T& into) {
  if (from.kind() != syntax::Node::Kind::mapping) refuse_body(from.text());
  from.each_member([&](std::string_view key, const syntax::JsonView& value) {
    bool known = false;
    const auto member = [&](const auto& field) {
      if (known || field.name != key) return;
      known = true;
      read_value(value, into.*field.member);
    };
    std::apply([&](const auto&... field) { (member(field), ...); }, fields(Type<T>{}));
    if (!known) refuse_body(key);
  });
}

template <class T>
void read_parsed(const syntax::JsonView& from, T& into) {
  const auto parsed = T::parse(from.text());
  if (!parsed) refuse_body(from.text());
  into = *parsed;
}

template <class T>
void read_number(std::string_view text, T& into) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), into);
  if (error != std::errc{} || end != text.data() + text.size()) refuse_body(text);
}

template <class T>
void read_pair(const syntax::JsonView& from, T& into) {
  int place = 0;
  from.each_item([&](const syntax::JsonView& item) {
    if (place == 0) read_value(item, into.first);
    if (place == 1) read_value(item, into.second);
    ++place;
  });
  if (place != 2) refuse_body(from.text());
}

template <class T>
void read_value(const syntax::JsonView& from, T& into) {
  if constexpr (std::is_same_v<T, std::string>) {
    into = from.text();
  } else if constexpr (std::is_same_v<T, bool>) {
    into = from.truth();
  } else if constexpr (std::is_arithmetic_v<T>) {
    read_number(from.text(), into);
  } else if constexpr (std::is_enum_v<T>) {
    read_enum(from.text(), into);
  } else if constexpr (std::is_same_v<T, Rational> || std::is_same_v<T, Date>) {
    read_parsed(from, into);
  } else if constexpr (is_identifier<T>::value) {
    into.text = from.text();
  } else if constexpr (is_optional<T>::value) {
    if (from.kind() != syntax::Node::Kind::null) read_value(from, into.emplace());
  } else if constexpr (is_pair<T>::value) {
    read_pair(from, into);
  } else if constexpr (is_list<T>::value) {
    from.each_item([&](const syntax::JsonView& item) { read_value(item, into.emplace_back()); });
  } else if constexpr (is_map<T>::value) {
    from.each_member(
        [&](std::string_view key, const syntax::JsonView& item) { read_value(item, into[std::string(key)]); });
  } else {
    read_members(from, into);
  }
}

// A value from the body a row keeps; StoreError where it is none of that kind.
template <class T>
[[nodiscard]] T read_body(std::string_view body) {
  syntax::Limits limits;  // bodies were written here: only their depth is watched
  limits.json_depth = 1'000;
  limits.field_bytes = 1U << 30U;
  try {
    syntax::JsonTape tape;
    tape.parse(body, "body", 1, limits);
    T out{};
    read_value(tape.root(), out);
    return out;
  } catch (const InputError&) {
    refuse_body(body);
  }
}

}  // namespace crosswalk::store
