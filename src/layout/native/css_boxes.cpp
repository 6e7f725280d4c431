#include "layout/native/css_writer.h"

#include <array>
#include <cmath>
#include <cstdio>

namespace hubglass::layout {

namespace {

std::string edges(const Edges& value) {
  return px(value.top) + " " + px(value.right) + " " + px(value.bottom) + " " + px(value.left);
}

std::string_view display(const BoxStyle& style) {
  switch (style.flow) {
    case Flow::row:
    case Flow::wrap:
    case Flow::table_row:
      return "flex";
    case Flow::grid:
      return "grid";
    default:
      return "flow-root";
  }
}

std::string_view align_name(document::Align align) {
  switch (align) {
    case document::Align::centre:
      return "center";
    case document::Align::right:
      return "right";
    default:
      return "left";
  }
}

class Declarations {
 public:
  explicit Declarations(const Theme& theme) : theme_(theme) {}

  /// `fresh`: the look belongs to a plain kind, so what is not stated need not be reset.
  std::string of(const BoxStyle& style, bool fresh) {
    add("display", std::string(display(style)));
    add_flow(style);
    if (!fresh || has(style.padding)) {
      add("padding", edges(style.padding));
    }
    if (!fresh || style.maximum > 0) {
      add("max-width", style.maximum > 0 ? px(style.maximum) : "none");
    }
    if (style.width > 0) {
      add("width", px(style.width));
      add("flex", "none");
    } else if (style.fit) {
      add("width", "fit-content");
      add("max-width", "100%");
    }
    if (style.grow) {
      add("flex", "1 1 0");
    }
    if (style.height > 0) {
      add("height", px(style.height));
    }
    add_paint(style);
    add_text(style);
    return text_;
  }

 private:
  static bool has(const Edges& value) { return value.top + value.right + value.bottom + value.left > 0; }

  void add(std::string_view name, const std::string& value) {
    text_.append(name).append(":").append(value).append(";");
  }

  void add_flow(const BoxStyle& style) {
    switch (style.flow) {
      case Flow::row:
        add("align-items", "center");
        add("gap", px(style.gap));
        break;
      case Flow::wrap:
        add("flex-wrap", "wrap");
        break;
      case Flow::grid:
        add("grid-template-columns", "repeat(auto-fit,minmax(min(" + px(style.column) + ",100%),1fr))");
        add("gap", px(style.gap));
        break;
      case Flow::code:
        add("white-space", "pre-wrap");
        add("tab-size", "4");
        break;
      default:
        break;
    }
  }

  void add_paint(const BoxStyle& style) {
    if (has(style.border)) {
      add("border-style", "solid");
      add("border-width", edges(style.border));
      add("border-color", colour_variable(style.border_colour));
    }
    if (style.radius > 0) {
      add("border-radius", corners(style.radius));
    }
    if (style.background != Colour::none) {
      add("background", colour_variable(style.background));
    }
    if (style.shadow) {
      add("box-shadow", "0 2px 14px var(--hg-shadow)");
    }
    if (style.colour != Colour::none) {
      add("color", colour_variable(style.colour));
    }
  }

  void add_text(const BoxStyle& style) {
    if (style.text != inherited_role) {
      text_ += role_declarations(theme_, style.text);
    }
    if (style.bold) {
      add("font-weight", "700");
    }
    if (style.balanced) {
      add("text-wrap", "balance");
    }
    if (style.align != document::Align::none) {
      add("text-align", std::string(align_name(style.align)));
    }
    if (style.lines > 0) {
      add("overflow", "hidden");
    }
  }

  const Theme& theme_;
  std::string text_;
};

std::string link_declarations(LinkLook look) {
  switch (look) {
    case LinkLook::quiet:
      return "color:var(--hg-muted);text-decoration:none;";
    case LinkLook::text:
      return "color:var(--hg-text);text-decoration:none;";
    case LinkLook::plain:
      return "color:var(--hg-accent);text-decoration:none;";
    case LinkLook::strong:
      return "color:var(--hg-accent);text-decoration:none;font-weight:700;";
    default:
      return {};
  }
}

void append_rule(std::string& css, std::string_view selector, std::string_view suffix,
                 const std::string& declarations) {
  if (!declarations.empty()) {
    css.append(".hg-page :where(").append(selector).append(")").append(suffix).append("{").append(declarations);
    css.append("}\n");
  }
}

void append_look(const Theme& theme, Look look, const BoxStyle& style, bool fresh, std::string& css) {
  const std::string_view selector = selector_of(look);
  append_rule(css, selector, "", Declarations(theme).of(style, fresh));
  if (style.at_bottom) {
    append_rule(css, selector, ":where(:not(:first-child))", "margin-block-start:auto;");
  } else if (!fresh || style.before > 0) {
    append_rule(css, selector, ":where(:not(:first-child))", "margin-block-start:" + px(style.before) + ";");
  }
  if (style.bleed > 0) {
    append_rule(css, selector, "", "margin-inline:-" + px(style.bleed) + ";");
  }
  if (style.links != LinkLook::inherit) {
    css.append(".hg-page :where(").append(selector).append(") :where(a){").append(link_declarations(style.links));
    css.append("}\n");
  }
}

void append_after_heading(Look look, const BoxStyle& style, std::string& css) {
  if (style.after_heading > 0) {
    css.append(".hg-page :where(:is(h1,h2,h3,h4,h5,h6)+").append(selector_of(look)).append("){margin-block-start:");
    css.append(px(style.after_heading)).append(";}\n");
  }
}

constexpr auto first_look = static_cast<std::size_t>(Look::region) + 1;
constexpr auto first_role = static_cast<std::size_t>(Look::main);
constexpr auto look_count = static_cast<std::size_t>(Look::count);

bool same_edges(const Edges& a, const Edges& b) {
  return a.top == b.top && a.right == b.right && a.bottom == b.bottom && a.left == b.left;
}

/// Whether a look is another one on phones, in what phones change (make_styles()).
bool differs_on_phones(Look look, bool kiosk) {
  const BoxStyle& wide = box_style(look, false, kiosk);
  const BoxStyle& phone = box_style(look, true, kiosk);
  return wide.before != phone.before || wide.gap != phone.gap || wide.text != phone.text ||
         !same_edges(wide.padding, phone.padding);
}

/// Looks [first, end), then those among them that differ on phones.
void append_looks(const Theme& theme, std::size_t first, std::size_t end, bool fresh, std::string& css) {
  const auto append_all = [&](bool phone) {
    for (std::size_t i = first; i < end; ++i) {
      if (!phone || differs_on_phones(static_cast<Look>(i), theme.kiosk)) {
        append_look(theme, static_cast<Look>(i), box_style(static_cast<Look>(i), phone, theme.kiosk), fresh, css);
      }
    }
  };
  append_all(false);
  css += "@container hg (max-width:" + px(phone_width - 0.02F) + "){\n";
  append_all(true);
  css += "}\n";
}

}  // namespace

std::string px(float value) {
  if (value == 0) {
    return "0";
  }
  std::array<char, 32> buffer{};
  constexpr float usual_text_size = 16;
  constexpr float thickest_line = 2;
  if (std::abs(value) <= thickest_line) {
    std::snprintf(buffer.data(), buffer.size(), "%gpx", static_cast<double>(value));
  } else {
    std::snprintf(buffer.data(), buffer.size(), "%.9grem", static_cast<double>(value / usual_text_size));
  }
  return buffer.data();
}

std::string corners(float radius) {
  constexpr float round = 100;
  return radius >= round ? px(radius) : "calc(" + px(radius) + "*var(--hg-rounding,1))";
}

void append_box_rules(const Theme& theme, std::string& css) {
  append_looks(theme, first_look, first_role, true, css);
  for (std::size_t i = first_look; i < first_role; ++i) {
    append_after_heading(static_cast<Look>(i), box_style(static_cast<Look>(i), false, theme.kiosk), css);
  }
  for (const Spacing& spacing : spacings()) {
    append_rule(css, spacing.selector, ":where(:not(:first-child))", "margin-block-start:" + px(spacing.before) + ";");
  }
  append_looks(theme, first_role, look_count, false, css);
}

}  // namespace hubglass::layout
