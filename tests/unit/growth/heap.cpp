#include "unit/growth/heap.h"

#include <cstdlib>
#include <new>

#include <malloc.h>

namespace {

// Tests run in one thread.
std::size_t total = 0;
std::size_t held = 0;
std::size_t held_at_start = 0;
std::size_t most_held = 0;

void release(void* block) {
  held -= malloc_usable_size(block);
  std::free(block);
}

}  // namespace

// All forms are replaced: a sanitizer's own form of one, paired with ours of another, is an error to it.
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  void* block = std::malloc(size == 0 ? 1 : size);
  if (block == nullptr) {
    return nullptr;
  }
  const std::size_t usable = malloc_usable_size(block);
  total += usable;
  held += usable;
  most_held = held > most_held ? held : most_held;
  return block;
}
void* operator new(std::size_t size) {
  void* block = operator new(size, std::nothrow);
  if (block == nullptr) {
    throw std::bad_alloc();
  }
  return block;
}
void* operator new[](std::size_t size) {
  return operator new(size);
}
void* operator new[](std::size_t size, const std::nothrow_t&) noexcept {
  return operator new(size, std::nothrow);
}
void operator delete(void* block) noexcept {
  release(block);
}
void operator delete[](void* block) noexcept {
  release(block);
}
void operator delete(void* block, std::size_t) noexcept {
  release(block);
}
void operator delete[](void* block, std::size_t) noexcept {
  release(block);
}
void operator delete(void* block, const std::nothrow_t&) noexcept {
  release(block);
}
void operator delete[](void* block, const std::nothrow_t&) noexcept {
  release(block);
}

namespace hubglass::tests {

void Heap::restart() {
  total = 0;
  held_at_start = most_held = held;
}

std::size_t Heap::allocated() {
  return total;
}

std::size_t Heap::peak() {
  return most_held - held_at_start;
}

}  // namespace hubglass::tests
