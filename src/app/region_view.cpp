#include "app/region_view.h"

#include <imgui.h>

#include <algorithm>
#include <utility>

namespace hubglass::app {

void RegionView::show(layout::Layout layout) {
  layout_ = std::move(layout);
  areas_.reset();
  areas_.extend(layout_->list());
  visible_areas_.clear();
  lifted_.clear();
  lifts_.clear();
  expected_ = hovered_ = {};
  pressed_ = 0;
}

bool RegionView::advance(float bottom) {
  const bool complete = layout_->advance(bottom);
  areas_.extend(layout_->list());
  return complete;
}

bool RegionView::point(float x, float y) {
  Target target;
  const layout::DisplayList& shown = list();
  const std::uint32_t area = areas_.at(shown, x, y);
  if (area != AreaIndex::none) {
    target = {shown.areas[area].action, shown.areas[area].card};
  }
  for (std::size_t i = 0; target.card == 0 && i < shown.cards.size(); ++i) {
    if (shown.cards[i].box.contains(x, y)) {
      target.card = static_cast<std::uint32_t>(i) + 1;
    }
  }
  if (target.card != 0 && target.action == 0) {
    target.action = shown.cards[target.card - 1].action;
  }
  const bool changed = !(target == expected_);
  expected_ = target;
  return changed;
}

bool RegionView::point_away() {
  const bool changed = !(expected_ == Target{});
  expected_ = {};
  return changed;
}

void RegionView::run_items(float x, float y, float scale, const layout::Rect& visible) {
  const layout::DisplayList& shown = list();
  areas_.find(shown, visible, visible_areas_);
  hovered_ = {};
  pressed_ = 0;
  for (const std::uint32_t index : visible_areas_) {
    const layout::Area& area = shown.areas[index];
    if (area.action == 0 || area.box.width <= 0 || area.box.height <= 0) {
      continue;
    }
    ImGui::PushID(static_cast<int>(index));
    ImGui::SetCursorScreenPos(ImVec2(x + area.box.x * scale, y + area.box.y * scale));
    ImGui::InvisibleButton("area", ImVec2(area.box.width * scale, area.box.height * scale));
    if (ImGui::IsItemHovered(ImGuiHoveredFlags_AllowWhenBlockedByActiveItem)) {
      hovered_ = {area.action, area.card};
    }
    if (ImGui::IsItemActive()) {
      pressed_ = area.action;
    }
    ImGui::PopID();
  }
  if (hovered_.card == 0 && expected_.card != 0 && expected_.card <= shown.cards.size()) {
    const layout::Card& card = shown.cards[expected_.card - 1];
    const ImVec2 from(x + card.box.x * scale, y + card.box.y * scale);
    const ImVec2 to(x + card.box.right() * scale, y + card.box.bottom() * scale);
    if (ImGui::IsWindowHovered(ImGuiHoveredFlags_AllowWhenBlockedByActiveItem) &&
        ImGui::IsMouseHoveringRect(from, to)) {
      hovered_.card = expected_.card;
      hovered_.action = hovered_.action != 0 ? hovered_.action : card.action;
      pressed_ = ImGui::IsMouseDown(ImGuiMouseButton_Left) && pressed_ == 0 ? card.action : pressed_;
    }
  }
}

bool RegionView::advance_lifts(float elapsed_ms, bool at_once) {
  const auto known = std::find_if(lifted_.begin(), lifted_.end(),
                                  [this](const LiftedCard& card) { return card.card == hovered_.card; });
  if (hovered_.card != 0 && known == lifted_.end()) {
    lifted_.push_back({.card = hovered_.card, .motion = {}});
  }
  bool moving = false;
  lifts_.clear();
  for (LiftedCard& card : lifted_) {
    card.motion.aim(card.card == hovered_.card);
    moving = card.motion.advance(elapsed_ms, hover_ms, at_once) || moving;
    lifts_.push_back({card.card, card.motion.value()});
  }
  std::erase_if(lifted_, [](const LiftedCard& card) { return !card.motion.forward() && !card.motion.moving(); });
  return moving;
}

void RegionView::live(paint::PaintState& state) const {
  state.hovered = hovered_.action;
  state.pressed = pressed_;
  state.focused = focused;
  state.current = current;
  state.lifts = lifts_;
  state.visible_areas = visible_areas_;
}

}  // namespace hubglass::app
