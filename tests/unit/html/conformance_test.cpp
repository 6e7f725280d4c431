#include "html/html.h"
#include "unit/html/sample.h"

#include <gtest/gtest.h>

namespace hubglass::html {
namespace {

using document::Align;
using document::BlockKind;
using document::InlineKind;
using document::LinkKind;
using document::Task;

std::string conformance(const Sample& sample) {
  Options options;
  options.conformance = true;
  return sample.html(options);
}

TEST(Conformance, TightAndLooseItemsDiffer) {
  for (const bool tight : {true, false}) {
    Sample sample;
    const auto list = sample.block(0, BlockKind::bullet_list);
    sample.document.blocks[list].tight = tight;
    const auto item = sample.block(list, BlockKind::list_item);
    sample.paragraph(item, "one");
    const auto inner = sample.block(item, BlockKind::ordered_list);
    sample.document.blocks[inner].tight = true;
    sample.document.blocks[inner].start = 0;
    sample.paragraph(sample.block(inner, BlockKind::list_item), "two");
    EXPECT_EQ(conformance(sample),
              tight ? "<ul>\n<li>one\n<ol start=\"0\">\n<li>two</li>\n</ol>\n</li>\n</ul>\n"
                    : "<ul>\n<li>\n<p>one</p>\n<ol start=\"0\">\n<li>two</li>\n</ol>\n</li>\n</ul>\n");
  }
}

TEST(Conformance, VoidElementsAndAddresses) {
  Sample sample;
  sample.block(0, BlockKind::rule);
  const auto leaf = sample.paragraph(0, "a\"");
  sample.builder.add_inline(leaf, InlineKind::hard_break);
  sample.image(leaf, "my pic\\.png", "pic");
  sample.builder.add_link(leaf, "/ü?a&b", LinkKind::unresolved, "x");
  EXPECT_EQ(
      conformance(sample),
      "<hr />\n<p>a&quot;<br />\n<img src=\"my%20pic%5C.png\" alt=\"pic\" /><a href=\"/%C3%BC?a&amp;b\">x</a></p>\n");
}

TEST(Conformance, TablesAndTasksAreThoseOfGfm) {
  Sample sample;
  const auto table = sample.block(0, BlockKind::table);
  const auto row = sample.block(table, BlockKind::table_row);
  sample.document.blocks[row].header = true;
  const auto cell = sample.block(row, BlockKind::table_cell);
  sample.document.blocks[cell].align = Align::centre;
  sample.builder.add_text(cell, "a");
  const auto list = sample.block(0, BlockKind::bullet_list);
  sample.document.blocks[list].tight = true;
  for (const Task task : {Task::open, Task::done}) {
    const auto item = sample.block(list, BlockKind::list_item);
    sample.document.blocks[item].task = task;
    sample.paragraph(item, "t");
  }
  EXPECT_EQ(conformance(sample),
            "<table>\n<thead>\n<tr>\n<th align=\"center\">a</th>\n</tr>\n</thead>\n</table>\n"
            "<ul>\n<li><input type=\"checkbox\" disabled=\"\" /> t</li>\n"
            "<li><input type=\"checkbox\" checked=\"\" disabled=\"\" /> t</li>\n</ul>\n");
}

}  // namespace
}  // namespace hubglass::html
