#include "layout/native/css_writer.h"

namespace hubglass::layout {

/// Paper: the page's own text in dark ink, whole, with the addresses that its links lead to.
void append_print_rules(std::string& css) {
  css += "@media print{\n@page{margin:18mm 16mm;}\n";
  css +=
      ".hg-skip,.hg-page "
      ":is(.hg-region-header,.hg-region-navigation,.hg-region-contents,.hg-breadcrumb,.hg-pager,[data-action],"
      ".hg-summary::before){display:none;}\n";
  css +=
      ".hg-page.hg-page{display:block;container:none;min-height:0;}\n"
      ".hg-page .hg-region-content{margin:0;padding:0 0 0 8pt;width:auto;}\n"
      ".hg-page,.hg-page *{background:none!important;box-shadow:none!important;color:#000!important;}\n";
  css +=
      ".hg-page "
      ":is(h1,h2,h3,h4,h5,h6,.hg-summary,.hg-admonition-title,.hg-fact-label){break-after:avoid;break-inside:avoid;}\n"
      ".hg-page :is(.hg-card,.hg-fact,figure,img,pre,tr,blockquote){break-inside:avoid;}\n"
      ".hg-page :is(p,li,dd){orphans:3;widows:3;}\n"
      ".hg-page img{max-height:22cm;object-fit:contain;}\n";
  // As tables, so that their headings come again on every page.
  css +=
      ".hg-page table{display:table;width:100%;border-collapse:collapse;}\n.hg-page "
      "thead{display:table-header-group;}\n"
      ".hg-page tbody{display:table-row-group;}\n.hg-page tr{display:table-row;}\n"
      ".hg-page :is(th,td){display:table-cell;vertical-align:top;overflow-wrap:break-word;}\n";
  css +=
      ".hg-page .hg-card-grid{display:block;}\n.hg-page .hg-card{margin-block-start:12pt;padding:10pt;}\n"
      ".hg-page .hg-details::details-content{content-visibility:visible;block-size:auto;}\n";
  // Only addresses that are whole: those of the static page lead from where it lies.
  css +=
      ".hg-page :is(.hg-main,.hg-footer) :is(a.hg-external,a[href^=http]:not([href*=\"#\"]),a[href^=\"mailto:\"])"
      ":not(.hg-bare)::after{content:\" (\" attr(href) \")\";font-size:.8em;font-weight:400;overflow-wrap:anywhere;}\n";
  css +=
      ".hg-page[data-address]::after{content:attr(data-address);display:block;margin-block-start:12pt;font-size:9pt;"
      "overflow-wrap:anywhere;}\n}\n";
}

}  // namespace hubglass::layout
