#include "unit/app/allocation_counter.h"

#include <imgui.h>

#include <atomic>
#include <cstdlib>
#include <new>

namespace {

std::atomic<std::size_t> count{0};

void* counted(std::size_t size) {
  ++count;
  return std::malloc(size == 0 ? 1 : size);
}

}  // namespace

void* operator new(std::size_t size) {
  void* block = counted(size);
  if (block == nullptr) {
    throw std::bad_alloc();
  }
  return block;
}
void* operator new[](std::size_t size) {
  return operator new(size);
}
void operator delete(void* block) noexcept {
  std::free(block);
}
void operator delete[](void* block) noexcept {
  std::free(block);
}
void operator delete(void* block, std::size_t) noexcept {
  std::free(block);
}
void operator delete[](void* block, std::size_t) noexcept {
  std::free(block);
}

namespace hubglass::tests {

std::size_t allocations() {
  return count;
}

void count_imgui_allocations() {
  ImGui::SetAllocatorFunctions([](std::size_t size, void*) { return counted(size); },
                               [](void* block, void*) { std::free(block); });
}

}  // namespace hubglass::tests
