#include "layout/measurer.h"

#include <cstring>

namespace hubglass::layout {

namespace {

constexpr std::size_t first_slots = 4096;
constexpr std::size_t most_text = 4u << 20;  // bytes of words

std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
  const std::uint64_t product = (a ^ b) * 0x9E3779B97F4A7C15u;
  return product ^ (product >> 32);
}

std::uint32_t hash_of(std::string_view text, std::uint8_t style_key) {
  std::uint64_t hash = 0xA0761D6478BD642Fu ^ style_key ^ (static_cast<std::uint64_t>(text.size()) << 8);
  const char* at = text.data();
  std::size_t left = text.size();
  while (left >= 8) {
    std::uint64_t chunk = 0;
    std::memcpy(&chunk, at, 8);
    hash = mix(hash, chunk);
    at += 8;
    left -= 8;
  }
  std::uint64_t rest = 0;
  for (std::size_t i = 0; i < left; ++i) {
    rest |= static_cast<std::uint64_t>(static_cast<unsigned char>(at[i])) << (8 * i);
  }
  hash = mix(hash, rest);
  return static_cast<std::uint32_t>(hash ^ (hash >> 29));
}

}  // namespace

std::uint32_t Measurer::word(std::string_view text, std::uint8_t style_key) {
  const std::uint32_t hash = hash_of(text, style_key);
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  for (; slots_[at].entry != empty; at = (at + 1) & mask) {
    if (slots_[at].hash != hash) {
      continue;
    }
    const Entry& entry = entries_[slots_[at].entry];
    if (entry.style_key == style_key && entry.size == text.size() &&
        std::memcmp(text_.data() + entry.begin, text.data(), text.size()) == 0) {
      return slots_[at].entry;
    }
  }
  const auto index = static_cast<std::uint32_t>(entries_.size());
  slots_[at] = {hash, index};
  entries_.push_back({static_cast<std::uint32_t>(text_.size()), static_cast<std::uint32_t>(text.size()), style_key});
  text_.append(text);
  if (entries_.size() * 2 > slots_.size()) {
    grow();
  }
  return index;
}

void Measurer::grow() {
  std::vector<Slot> old(slots_.size() * 2);
  old.swap(slots_);
  const std::size_t mask = slots_.size() - 1;
  for (const Slot& slot : old) {
    if (slot.entry == empty) {
      continue;
    }
    std::size_t at = slot.hash & mask;
    while (slots_[at].entry != empty) {
      at = (at + 1) & mask;
    }
    slots_[at] = slot;
  }
}

void Measurer::flush() {
  const std::size_t known = advances_.size();
  if (known == entries_.size()) {
    return;
  }
  runs_.clear();
  for (std::size_t i = known; i < entries_.size(); ++i) {
    runs_.push_back(
        {std::string_view(text_).substr(entries_[i].begin, entries_[i].size), Style::from_key(entries_[i].style_key)});
  }
  advances_.resize(entries_.size());
  engine_.measure(runs_, std::span<float>(advances_).subspan(known));
}

float Measurer::space(std::uint8_t style_key) {
  float& known = spaces_[style_key];
  if (known < 0) {
    const Run run{" ", Style::from_key(style_key)};
    engine_.measure(std::span<const Run>(&run, 1), std::span<float>(&known, 1));
  }
  return known;
}

void Measurer::trim() {
  if (text_.size() > most_text) {
    clear();
  }
}

void Measurer::clear() {
  ++generation_;
  text_.clear();
  slots_.assign(first_slots, Slot{});
  entries_.clear();
  advances_.clear();
  spaces_.fill(-1);
}

}  // namespace hubglass::layout
