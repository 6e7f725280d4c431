#pragma once

#include <cstddef>

namespace hubglass::tests {

/// Allocations of the whole program so far: operator new and ImGui's own (after count_imgui_allocations).
std::size_t allocations();
/// Has ImGui's allocator counted, too. Before the first ImGui context is made.
void count_imgui_allocations();

}  // namespace hubglass::tests
