#include "unit/layout/page.h"

namespace hubglass::layout {

std::vector<std::string> LaidOut::lines(document::Index block) const {
  const html::BlockBox& area = box(block);
  std::vector<std::string> lines;
  float baseline = -1;
  for (const Item& item : layout.list().items) {
    const bool inside = item.box.y >= area.y - 0.01F && item.box.bottom() <= area.y + area.height + 0.01F &&
                        item.box.x >= area.x - 0.01F && item.box.x <= area.x + area.width + 0.01F;
    if (item.kind != ItemKind::text || !inside) {
      continue;
    }
    if (lines.empty() || item.baseline > baseline + 8) {
      lines.emplace_back();
      baseline = item.baseline;
    }
    lines.back() += text(item);
  }
  return lines;
}

}  // namespace hubglass::layout
