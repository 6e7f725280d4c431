#include "layout/native/css_writer.h"

#include "document/table_columns.h"
#include "html/semantics.h"
#include "layout/builtin_icons.h"
#include "layout/text_pool.h"

namespace hubglass::layout {

namespace {

std::string outline(std::string_view icon) {
  const BuiltinIcon* found = find_builtin_icon(icon);
  return found == nullptr ? std::string() : "clip-path:path(\"" + std::string(found->path) + "\");";
}

/// A square of one colour, all border: borders are printed where backgrounds are not, and forced colours leave them.
std::string square(const std::string& half, std::string_view colour) {
  return "width:0;height:0;border:" + half + " solid " + std::string(colour) + ";";
}

constexpr const char* half_outline = "12px";  // outlines are of 24 px, whatever the reader's text size

/// A builtin icon as a pseudo-element: its outline cut out of a 24 px square, scaled to `side`, its top left corner at
/// (`left`, `top`).
std::string drawn_icon(std::string_view icon, float side, const std::string& left, const std::string& top,
                       std::string_view colour) {
  std::string css = "content:\"\";position:absolute;transform-origin:0 0;transform:scale(";
  std::string scale = px(side / 24);
  scale.resize(scale.size() - 2);
  css += scale + ");left:" + left + ";top:" + top + ";" + square(half_outline, colour) + outline(icon);
  return css;
}

std::string middle_of_line(float side) {
  return "calc((var(--hg-lh) - " + px(side) + ")/2)";
}

void append_markers(std::string& css) {
  css += ".hg-page :where(li){position:relative;}\n";
  css +=
      ".hg-page :where(.hg-main,.hg-footer) "
      ":where(ul>li:not(.hg-task,.hg-card))::before{content:\"\";position:absolute;"
      "border-radius:50%;left:-" +
      px(bullet_offset) + ";top:" + middle_of_line(bullet_side) + ";" + square(px(bullet_side / 2), "var(--hg-muted)") +
      "}\n";
  css += ".hg-page :where(.hg-main,.hg-footer) :where(ol>li:not(.hg-task,.hg-card)){display:list-item;}\n";
  css +=
      ".hg-page :where(.hg-main,.hg-footer) :where(ol>li:not(.hg-task,.hg-card))::before{content:counter(list-item) "
      "\".\";"
      "position:absolute;right:100%;margin-right:" +
      px(number_gap) + ";top:0;white-space:nowrap;color:var(--hg-muted);}\n";
  css += ".hg-page .hg-task-box{appearance:none;position:absolute;left:-" + px(task_offset) +
         ";top:" + middle_of_line(task_side) + ";transform-origin:0 0;transform:scale(" +
         std::to_string(task_side / 24) + ");" + square(half_outline, "var(--hg-muted)") + outline(icon_task_open) +
         "}\n";
  css += ".hg-page .hg-task-box:checked{border-color:var(--hg-accent);" + outline(icon_task_done) + "}\n";
  css += ".hg-page .hg-task-box+*{margin-block-start:0;}\n";
}

void append_titles(const Theme& theme, std::string& css) {
  const auto icon = [](std::string_view name, std::string_view colour, float padding) {
    return drawn_icon(name, title_icon_side, px(title_icon_left),
                      "calc(" + px(padding) + " + (var(--hg-lh) - " + px(title_icon_side) + ")/2)", colour);
  };
  const float title = box_style(Look::admonition_title, false, theme.kiosk).padding.top;
  const float summary = box_style(Look::summary, false, theme.kiosk).padding.top;
  css += ".hg-page :where(.hg-admonition-title,.hg-summary){position:relative;}\n";
  css += ".hg-page .hg-admonition-title::before{" + icon(icon_note, "var(--hg-variant)", title) + "}\n";
  css +=
      ".hg-page :is(.hg-admonition-tip,.hg-admonition-hint,.hg-admonition-success,.hg-admonition-check,"
      ".hg-admonition-done)>.hg-admonition-title::before{" +
      outline(icon_tip) + "}\n";
  css +=
      ".hg-page :is(.hg-admonition-important,.hg-admonition-warning,.hg-admonition-caution,.hg-admonition-attention,"
      ".hg-admonition-question,.hg-admonition-help,.hg-admonition-faq)>.hg-admonition-title::before{" +
      outline(icon_warning) + "}\n";
  css +=
      ".hg-page :is(.hg-admonition-danger,.hg-admonition-error,.hg-admonition-failure,.hg-admonition-fail,"
      ".hg-admonition-missing,.hg-admonition-bug)>.hg-admonition-title::before{" +
      outline(icon_danger) + "}\n";
  css += ".hg-page .hg-summary{list-style:none;cursor:pointer;}\n";
  css += ".hg-page .hg-summary::-webkit-details-marker{display:none;}\n";
  css += ".hg-page .hg-summary::before{" + icon(icon_chevron_right, "var(--hg-muted)", summary) + "}\n";
  css += ".hg-page [open]>.hg-summary::before{" + outline(icon_chevron_down) + "}\n";
  css += ".hg-page .hg-details:not([open]){padding-bottom:0;}\n";
}

/// Words never make a line higher: only the block's own strut counts.
void append_words(std::string& css) {
  css +=
      ".hg-page "
      ":where(a,b,strong,em,i,del,s,ins,mark,kbd,sub,sup,small,abbr,dfn,cite,var,samp,q,span:not(.hg-line),:not(pre)>"
      "code){line-height:0;}\n";
  css += ".hg-page :where(a){color:var(--hg-accent);text-decoration:underline " + px(underline_thickness) +
         ";text-underline-offset:" + px(underline_offset) + ";}\n";
  css +=
      ".hg-page :where(b,strong){font-weight:700;}\n.hg-page :where(em,i,dfn,cite,var){font-style:italic;}\n.hg-page "
      ":where(q)::before,.hg-page :where(q)::after{content:none;}\n"
      ".hg-page :where(del,s){text-decoration:line-through 1px;}\n.hg-page :where(ins){text-decoration:underline " +
      px(underline_thickness) + ";text-underline-offset:" + px(underline_offset) +
      ";}\n.hg-page :where(abbr){text-decoration:none;}\n";
  // The second form says nothing aloud; the words for that are in the link's description.
  const std::string mark(html::external_mark);
  css += ".hg-page .hg-external::after{content:'" + mark + "';content:'" + mark + "'/'';}\n";
}

void append_frames(const Theme& theme, std::string& css) {
  css += ".hg-page :where(code,kbd,samp,pre){font-family:" + std::string(theme.mono) + ";}\n";
  css +=
      ".hg-page :where(code,kbd,samp,pre){font-size:var(--hg-mono);}\n.hg-page "
      ":where(pre>code){line-height:inherit;}\n";
  css += ".hg-page :where(:not(pre)>code){padding:2px " + px(frame_padding(FrameKind::code)) +
         ";border-radius:4px;background:var(--hg-code);}\n";
  css += ".hg-page :where(kbd){padding:1px " + px(frame_padding(FrameKind::key) - 1) +
         ";border:1px solid var(--hg-line);border-radius:4px;}\n";
  css += ".hg-page :where(mark){padding:1px " + px(frame_padding(FrameKind::mark)) +
         ";border-radius:3px;background:var(--hg-mark);color:inherit;}\n";
  // Firefox breaks lines as if each held the end padding of the inline that goes on in the next: there it is margin and
  // shadow.
  css += "@supports (-moz-appearance:none){";
  for (const auto& [selector, kind] : {std::pair{":not(pre)>code", FrameKind::code}, {"mark", FrameKind::mark}}) {
    const std::string padding = px(frame_padding(kind));
    const std::string colour = kind == FrameKind::code ? " 0 var(--hg-code)" : " 0 var(--hg-mark)";
    css.append(".hg-page :where(").append(selector).append("){padding-inline:0;margin-inline:").append(padding);
    css.append(";box-shadow:").append(padding).append(colour);
    css.append(",-").append(padding).append(colour).append(";}");
  }
  css += "}\n";
  const std::string small = "font-size:" + px(font_size(theme, {TextRole::small, false, false, false})) +
                            ";--hg-mono:" + px(font_size(theme, {TextRole::small, false, false, true})) + ";";
  css += ".hg-page :where(small,sub,sup){" + small + "}\n";
  css +=
      ".hg-page :where(small){color:var(--hg-muted);}\n.hg-page :where(.hg-button,mark,kbd) "
      ":where(small){color:inherit;}\n";
  css += ".hg-page :where(sup){vertical-align:" + px(superscript_raise) +
         ";}\n.hg-page :where(sub){vertical-align:" + px(subscript_raise) + ";}\n";
  css += ".hg-page .hg-button{display:inline;line-height:" + px(button_line_height) + ";padding:7px " +
         px(frame_padding(FrameKind::button) - 1) +
         ";border:1px solid "
         "var(--hg-accent);border-radius:calc(8px*var(--hg-rounding,1));color:var(--hg-accent);font-weight:700;text-"
         "decoration:none;}\n";
  css += ".hg-page .hg-button-primary{background:var(--hg-accent);color:var(--hg-on-accent);}\n";
}

/// Code whose lines have numbers or stand out.
void append_code_lines(const Theme& theme, std::string& css) {
  const float padding = box_style(Look::code, false, theme.kiosk).padding.left;
  css += ".hg-page .hg-line{display:block;position:relative;}\n";
  css += ".hg-page .hg-marked-line{margin-inline:-" + px(padding) + ";padding-inline:" + px(padding) +
         ";background:var(--hg-mark);}\n";
  css += ".hg-page .hg-numbered .hg-line{padding-left:" + px(code_gutter) + ";}\n";
  css += ".hg-page .hg-numbered .hg-marked-line{padding-left:" + px(padding + code_gutter) + ";}\n";
  css += ".hg-page .hg-numbered .hg-line::before{content:attr(data-line);position:absolute;left:0;width:" +
         px(code_gutter - code_number_gap) + ";text-align:right;color:var(--hg-muted);}\n";
  css += ".hg-page .hg-numbered .hg-marked-line::before{left:" + px(padding) + ";}\n";
}

void append_pictures(const Theme& theme, std::string& css) {
  css +=
      ".hg-page :where(.hg-icon){display:inline-block;width:var(--hg-icon);height:var(--hg-icon);"
      "vertical-align:var(--hg-icon-drop);fill:currentColor;}\n";
  css += ".hg-page :where(.hg-card-icon,.hg-control-button) .hg-icon{display:block;}\n";
  css += ".hg-page :where(.hg-control-button) .hg-icon{width:" + px(control_icon_side) +
         ";height:" + px(control_icon_side) + ";}\n";
  css += ".hg-page .hg-only-dark{display:none;}\n";
  css += ".hg-page :where(img){max-width:100%;height:auto;vertical-align:bottom;}\n";
  css += ".hg-page :where(img:not([width])){width:" + px(unknown_image_width) +
         ";aspect-ratio:16/9;object-fit:contain;}\n";
  css += ".hg-page .hg-transparent{background:var(--hg-plate);border-radius:8px;}\n";
  css += ".hg-page .hg-figure img{display:block;border-radius:8px;}\n";
  css +=
      ".hg-page .hg-figure img.hg-align-centre{margin-inline:auto;}\n"
      ".hg-page .hg-figure img.hg-align-right{margin-inline:auto 0;}\n";
  css += ".hg-page :where(.hg-card-icon){display:grid;place-items:center;}\n";
  css += ".hg-page .hg-mark{background:var(--hg-plate);text-align:center;line-height:var(--hg-lh);}\n";
  css +=
      ".hg-page .hg-mark "
      "img{display:block;width:100%;height:100%;object-fit:contain;background:none;border-radius:0;}\n";
  css +=
      ".hg-page .hg-mark:has(.hg-square){padding:0;border-color:transparent;background:none;}\n.hg-page .hg-mark "
      ".hg-square{margin:-1px;width:calc(100% + 2px);height:calc(100% + 2px);max-width:none;border-radius:" +
      px(box_style(Look::mark, false, theme.kiosk).radius) + ";}\n";
  const auto monogram = [&css, &theme](Look look, std::string_view selector) {
    const BoxStyle& style = box_style(look, false, theme.kiosk);
    css.append(".hg-page ")
        .append(selector)
        .append(">span{display:grid;place-items:center;line-height:var(--hg-lh);width:");
    css.append(px(style.width)).append(";height:").append(px(style.height)).append(";margin:-");
    css.append(px(style.padding.left + style.border.left)).append(";background:var(--hg-own-tint);border-radius:");
    css.append(px(style.radius)).append(";}\n");
  };
  monogram(Look::mark, ".hg-mark");
  // No heavier than the other, so that the rules of the glass prevail over both.
  monogram(Look::card_mark, ":where(.hg-card) .hg-mark");
}

void append_parts(const Theme& theme, std::string& css) {
  css += ".hg-page :where(th,td){flex:1 1 0;min-width:0;}\n";
  for (int share = 1; share <= document::heaviest_column * document::widest_span; ++share) {
    const std::string weight = std::to_string(share);
    css.append(".hg-page :where(.hg-share-").append(weight).append("){flex-grow:").append(weight).append(";}\n");
  }
  for (int span = 2; span <= document::widest_span; ++span) {
    const auto basis = [&](bool phone) {
      const Edges& padding = box_style(Look::table_cell, phone, theme.kiosk).padding;
      return ".hg-page .hg-span-" + std::to_string(span) +
             "{flex-basis:" + px(static_cast<float>(span) * (padding.left + padding.right)) + ";}\n";
    };
    css += basis(false) + "@container hg (max-width:" + px(phone_width - 0.02F) + "){" + basis(true) + "}\n";
  }
  css += ".hg-page :where(.hg-card){display:flex;flex-direction:column;}\n";
  css += ".hg-page .hg-breadcrumb :is(ul,ol)>li+li{padding-left:" + px(separator_width) + ";}\n";
  css += ".hg-page .hg-breadcrumb :is(ul,ol)>li::before{content:none;}\n";
  css += ".hg-page .hg-breadcrumb :is(ul,ol)>li+li::before{" +
         drawn_icon(icon_chevron_right, separator_side, px((separator_width - separator_side) / 2),
                    middle_of_line(separator_side), "var(--hg-muted)") +
         "border-radius:0;margin-top:" + px(box_style(Look::breadcrumb_entry, false, theme.kiosk).padding.top) + ";}\n";
  css += ".hg-page .hg-breadcrumb ol>li{display:flow-root;}\n";
  css += ".hg-page .hg-fact>dd{margin-block-start:" + px(definition_gap) + ";}\n";
  css +=
      ".hg-page .hg-align-centre{text-align:center;}\n.hg-page .hg-align-right{text-align:right;}\n"
      ".hg-page .hg-align-left{text-align:left;}\n";
  css += ".hg-page .hg-brand a{display:flex;align-items:center;gap:" + px(brand_gap) +
         ";line-height:var(--hg-lh);min-height:" + px(brand_image_height) +
         ";max-height:" + px(2 * line_height(theme, TextRole::control)) + ";overflow:hidden;}\n";
  css += ".hg-page .hg-brand img{flex:none;height:auto;}\n@container hg (max-width:" + px(phone_width - 0.02F) +
         "){.hg-page .hg-brand img{max-width:" + px(phone_brand_image_width) + ";}}\n";
  css += ".hg-page .hg-control{width:auto;}\n";
  const std::string control = px(box_style(Look::control, false, theme.kiosk).width);
  css +=
      ".hg-page "
      ".hg-control-button{display:grid;place-items:center;width:" +
      control + ";height:" + control +
      ";background:none;border-radius:8px;"
      "color:inherit;font:inherit;cursor:pointer;}\n";
  css +=
      ".hg-page "
      ".hg-text-button{background:none;border:0;padding:2px 0;margin:-2px "
      "0;color:var(--hg-accent);font:inherit;text-decoration:"
      "underline " +
      px(underline_thickness) + ";text-underline-offset:" + px(underline_offset) +
      ";cursor:pointer;}\n.hg-page .hg-text-button[aria-pressed=true]{font-weight:700;}\n";
  css += "@container hg (min-width:" + px(theme.frame.wide_width) +
         "){.hg-page .hg-control:has(>[data-action=menu]){display:none;}}\n";  // its box would keep a gap before it
  // Nobody is offered a switch that does nothing: without its code, or before that is there, the element is not
  // defined.
  css += "hub-glass:not(:defined) button{visibility:hidden;}\n";
  css += "@container hg (max-width:" + px(theme.frame.languages_width - 0.02F) +
         "){.hg-page .hg-languages{display:none;}}\n";
  css += "@container hg (min-width:" + px(theme.frame.languages_width) +
         "){.hg-page .hg-languages-drawer:not(.hg-languages-always){display:none;}}\n";
  for (const Look look :
       {Look::navigation_entry, Look::contents_entry, Look::pager_previous, Look::pager_next, Look::language_entry}) {
    const Edges& padding = box_style(look, false, theme.kiosk).padding;
    const std::string sides =
        px(padding.top) + " " + px(padding.right) + " " + px(padding.bottom) + " " + px(padding.left);
    const auto negative = [](float value) { return value == 0 ? std::string("0") : "-" + px(value); };
    css += ".hg-page :where(" + std::string(selector_of(look)) +
           ")>a{display:block;line-height:var(--hg-lh);padding:" + sides + ";margin:" + negative(padding.top) + " " +
           negative(padding.right) + " " + negative(padding.bottom) + " " + negative(padding.left) +
           ";border-radius:8px;}\n";
  }
  css +=
      ".hg-page .hg-navigation "
      "a[aria-current]{color:var(--hg-accent);background:var(--hg-accent-tint);font-weight:700;}\n";
  css += ".hg-page .hg-language a[aria-current]{color:var(--hg-text);font-weight:700;}\n";
}

}  // namespace

void append_inline_rules(const Theme& theme, std::string& css) {
  append_frames(theme, css);
  append_code_lines(theme, css);
  append_pictures(theme, css);
  append_markers(css);
  append_titles(theme, css);
  append_parts(theme, css);
}

void append_word_rules(std::string& css) {
  append_words(css);
}

}  // namespace hubglass::layout
