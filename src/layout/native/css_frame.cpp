#include "layout/native/css_writer.h"
#include "layout/text_pool.h"

namespace hubglass::layout {

void append_frame_rules(const Theme& theme, std::string& css) {
  const FrameSizes& sizes = theme.frame;
  const float columns =
      sizes.navigation_width + sizes.column_gap + sizes.content_width + sizes.column_gap + sizes.contents_width;
  const std::string margin = "max(" + px(frame_margin) + ",(100cqw - " + px(columns) + ")/2)";
  const auto content_margin = [&sizes](float gutter) {
    return "margin-inline:max(" + px(gutter) + ",(100cqw - " + px(sizes.content_width) + ")/2);";
  };
  css += ".hg-page{display:grid;grid-template-columns:auto minmax(0,1fr) auto;align-content:start;min-height:100vh;}\n";
  css += ".hg-page :where(.hg-region-header){grid-area:1/1/2/4;position:sticky;top:0;z-index:4;}\n";
  css += ".hg-page :where(.hg-region-content){grid-area:2/1/3/4;align-self:start;padding-top:" + px(phone_content_top) +
         ";" + content_margin(phone_gutter) + "}\n";
  css += ".hg-page :where(.hg-region-navigation){grid-area:3/1/4/4;border-top:1px solid var(--hg-line);" +
         content_margin(phone_gutter) + "}\n";
  css += ".hg-page :where(.hg-region-contents){display:none;}\n";
  css +=
      ".hg-page :where([id],.hg-region-content :is(a,button,summary)){scroll-margin:" + px(sizes.header_height + 16) +
      " 0 " + px(16) + ";}\n";
  css += ".hg-page :where(:focus-visible){outline:2px solid var(--hg-accent);outline-offset:2px;}\n";
  css += ".hg-page :where([tabindex=\"-1\"]:focus){outline:none;}\n";
  // Firefox and WebKit each balance another way than Chromium and layout do: there nobody balances.
  css +=
      "@supports (-moz-appearance:none) or (-webkit-nbsp-mode:space){.hg-page "
      ":where(h1,h2,h3,h4,h5,h6){text-wrap:wrap;}}\n";
  css += "@container hg (min-width:" + px(phone_width) +
         "){\n.hg-page :where(.hg-region-content){padding-top:" + px(content_top) + ";" +
         content_margin(tablet_gutter) + "}\n.hg-page :where(.hg-region-navigation){" + content_margin(tablet_gutter) +
         "}\n}\n";
  const std::string column = "position:sticky;top:" + px(sizes.header_height) +
                             ";align-self:start;height:calc(100vh - " + px(sizes.header_height) +
                             ");overflow:hidden auto;scrollbar-width:none;border:0;margin:0;";
  css += "@container hg (min-width:" + px(sizes.wide_width) + "){\n";
  css += ".hg-page :where(.hg-region-navigation){grid-area:2/1/3/2;" + column + "width:" + px(sizes.navigation_width) +
         ";margin-left:" + margin + ";}\n";
  css += ".hg-page :where(.hg-region-contents){display:block;grid-area:2/3/3/4;" + column +
         "width:" + px(sizes.contents_width) + ";margin-right:" + margin + ";}\n";
  const float around = 2 * frame_margin + sizes.navigation_width + sizes.contents_width + 2 * sizes.column_gap;
  css += ".hg-page :where(.hg-region-content){grid-area:2/2/3/3;margin:0 0 0 " + px(sizes.column_gap) + ";width:min(" +
         px(sizes.content_width) + ",100cqw - " + px(around) + ");}\n}\n";
  css +=
      ".hg-skip{position:absolute;left:8px;top:-64px;z-index:5;padding:8px 16px;border-radius:8px;background:#1d4ed8;"
      "color:#ffffff;font:700 16px/24px system-ui,sans-serif;}\n.hg-skip:focus{top:8px;}\n";
  // A passage that an address names: by the browser on the static page, by us on the mirror.
  css += ".hg-page ::target-text{background:var(--hg-mark);color:var(--hg-text);}\n";
  css += ".hg-page ::highlight(hg-passage){background:var(--hg-mark);color:var(--hg-text);}\n";
}

void append_dialog_rules(std::string& css) {
  css += ".hg-page.hg-dialog{display:block;min-height:0;width:min(" + px(400) + ",100% - " + px(32) +
         ");box-sizing:border-box;border:1px solid var(--hg-line);border-radius:" + px(12) +
         ";padding:0;max-height:calc(100% - " + px(32) +
         ");background:var(--hg-raised);}\n"
         ".hg-dialog::backdrop{background:#0b101a99;}\n"
         ".hg-dialog>*{margin:" +
         px(16) + " " + px(24) + ";}\n.hg-dialog>h2{font-weight:700;font-size:" + px(20) + ";line-height:" + px(28) +
         ";}\n.hg-dialog>dl{display:grid;grid-template-columns:" + px(48) + " 1fr;gap:" + px(8) +
         " 0;}\n.hg-dialog>label{display:block;}\n.hg-dialog input{accent-color:var(--hg-accent);width:" + px(18) +
         ";height:" + px(18) + ";vertical-align:-" + px(3) + ";margin-right:" + px(6) +
         ";}\n.hg-dialog>button{font:inherit;font-weight:700;color:var(--hg-on-accent);background:var(--hg-accent);"
         "border-radius:" +
         px(8) + ";padding:" + px(8) + " " + px(20) + ";cursor:pointer;}\n";
}

void append_glass_rules(std::string& css) {
  css += "@media screen and (forced-colors:none){\n";
  // Boxes lie where layout put them: in plain flow, by margins that may be negative.
  css +=
      ".hg-glass .hg-box{--t:0px;--l:0px;--w:0px;--h:0px;--pl:0px;--pt:0px;--lh:0px;--in:0px;}\n"
      ".hg-glass .hg-box.hg-box{display:flow-root;box-sizing:border-box;position:static;float:none;margin:var(--t) 0 0 "
      "var(--l);"
      "width:var(--w);height:var(--h);min-width:0;max-width:none;min-height:0;max-height:none;padding-top:var(--pt);"
      "padding-left:var(--pl);padding-bottom:0;border-top-width:0;border-left-width:0;border-bottom-width:0;"
      "line-height:var(--lh);text-indent:var(--in);overflow:visible;text-wrap:nowrap;white-space:nowrap;}\n";
  css += ".hg-glass pre.hg-box,.hg-glass pre.hg-box *{white-space:pre;}\n";
  // A hair less than what is left of the line: browsers cut lengths to 60ths or 64ths, and too long a sum breaks before
  // it.
  css +=
      ".hg-glass .hg-box .hg-pin{white-space:normal;padding-inline-start:calc(var(--f) - .0625px);}\n"
      ".hg-glass .hg-indent{padding-inline-start:var(--i);}\n"
      // What is empty stays on the line before: U+200C takes no room, and a line may break before it.
      ".hg-glass .hg-indent::before{content:'\\200c';}\n"
      ".hg-glass wbr{display:none;}\n.hg-glass .hg-pin wbr{display:inline;}\n";
  // Firefox does not break at a <wbr> among text that must not wrap, but it does at a space.
  css +=
      "@supports (-moz-appearance:none){.hg-glass .hg-pin:has(wbr)::after{content:' ';font-size:0;}\n"
      ".hg-glass a.hg-button{padding-inline:0;border-inline:0;margin-inline:" +
      px(frame_padding(FrameKind::button)) + ";}}\n";
  css += ".hg-glass .hg-box:is(th,td){vertical-align:top;}\n";
  // Only list items count themselves, and screen readers are told the number.
  css += ".hg-glass ol>.hg-box.hg-box:not(.hg-task){display:list-item;contain:layout;}\n";
  // A title of more lines than are shown must not reach over what stands beside it.
  css +=
      ".hg-glass .hg-brand.hg-box.hg-box{overflow:clip;white-space:normal;text-wrap:wrap;}.hg-glass .hg-brand "
      "a{display:inline;}\n.hg-glass .hg-brand "
      "img{position:absolute;}\n"
      ".hg-glass .hg-mark>span{display:inline;margin:0;}\n.hg-glass .hg-mark img,.hg-glass .hg-card-icon .hg-icon"
      "{position:absolute;}\n.hg-glass .hg-mark.hg-box.hg-box{position:relative;}\n.hg-glass "
      ".hg-control.hg-box{padding:0;}\n"
      ".hg-glass .hg-task-box{transform:none;border:0;width:20px;height:20px;margin:0;}\n";
  // Whole boxes are links there.
  for (const Look look :
       {Look::navigation_entry, Look::contents_entry, Look::pager_previous, Look::pager_next, Look::language_entry}) {
    css += ".hg-glass :where(" + std::string(selector_of(look)) +
           ").hg-box>a{padding-top:var(--pt);padding-left:var(--pl);"
           "margin-top:calc(-1*var(--pt));margin-left:calc(-1*var(--pl));height:var(--h);line-height:var(--lh);}\n";
  }
  // Nothing is seen but what is selected, and text of the content that the canvas does not reach yet (web/cover.ts).
  css +=
      ".hg-glass *,.hg-glass ::before,.hg-glass ::after{background:none!important;border-color:transparent!important;"
      "box-shadow:none!important;outline-color:transparent!important;text-shadow:none!important;"
      "caret-color:transparent;}\n";
  css +=
      ".hg-glass,.hg-glass ::before,.hg-glass ::after,.hg-glass .hg-covered{-webkit-text-fill-color:transparent;}\n"
      ".hg-glass>.hg-region-content{-webkit-text-fill-color:currentColor;}\n"
      ".hg-glass>:not(.hg-region-content) *,.hg-glass "
      ":is(.hg-covered,.hg-covered *){text-decoration-color:transparent!important;}\n"
      ".hg-glass :is(.hg-region-header,.hg-region-navigation,.hg-region-contents,.hg-covered) "
      ":is(img,svg,.hg-icon,.hg-task-box){opacity:0!important;}\n";
  css += ".hg-glass ::marker{color:transparent;}\n.hg-glass .hg-summary::before{content:none;}\n";
  // A colour of its own: currentColor would mean what lies below the highlight, and that is transparent.
  css +=
      ".hg-glass ::selection{color:var(--hg-text)!important;-webkit-text-fill-color:var(--hg-text)!important;"
      "background:var(--hg-selection)!important;}\n";
  css +=
      ".hg-glass ::target-text{-webkit-text-fill-color:var(--hg-text);}\n"
      ".hg-glass ::highlight(hg-passage){-webkit-text-fill-color:var(--hg-text);}\n";
  // Selecting must not jump to another region where nothing of it is seen: beside and below the columns' entries, and
  // behind the header, which lies over the text that is being selected.
  css +=
      ".hg-glass:not(.narrow)>:is(.hg-region-navigation,.hg-region-contents){pointer-events:none;}\n"
      ".hg-glass:not(.narrow)>:is(.hg-region-navigation,.hg-region-contents)>*{pointer-events:auto;}\n"
      ".hg-glass:has(>.hg-region-content:active)>.hg-region-header{pointer-events:none;}\n";
  // WebKitGTK paints what find in page found, but for the current hit, as a yellow box over the text; Safari paints the
  // text anew. So there the whole mirror is a tint, and the canvas' text shows through it.
  css +=
      "@supports (-webkit-nbsp-mode:space) and (not (font:-apple-system-body)){.hg-glass>div{opacity:.25;}\n"
      ".hg-glass ::selection{-webkit-text-fill-color:transparent!important;background:var(--hg-accent)!important;}}\n";
  css += "}\n";
  css +=
      "@media (forced-colors:active){.hg-page :where(.hg-card,.hg-facts,.hg-notice,.hg-admonition){border:1px "
      "solid;}}\n";
}

}  // namespace hubglass::layout
