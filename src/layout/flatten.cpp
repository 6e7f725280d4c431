#include "html/semantics.h"
#include "layout/text_pool.h"
#include "text/address.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace hubglass::layout {

namespace {

using document::Document;
using document::Inline;
using document::InlineKind;
using document::Link;
using document::LinkKind;
using document::none;

constexpr std::string_view object_replacement = "\xEF\xBF\xBC";

bool is_blank(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

Colour cluster_colour(std::uint8_t accent) {
  return accent >= 1 && accent <= 6 ? static_cast<Colour>(static_cast<unsigned>(Colour::cluster_1) + accent - 1u)
                                    : Colour::accent;
}

class Flattener {
 public:
  Flattener(const Document& document, const TextContext& context, Look look, TextPool& pool)
      : document_(document), context_(context), look_(look), pool_(pool) {}

  LeafText run(Index block) {
    LeafText leaf;
    leaf.block = block;
    leaf.text_begin = size();
    leaf.element_begin = static_cast<std::uint32_t>(pool_.elements.size());
    leaf.piece_begin = static_cast<std::uint32_t>(pool_.pieces.size());
    leaf.break_begin = static_cast<std::uint32_t>(pool_.breaks.size());
    leaf_ = &leaf;  // for this call only
    in_heading_ = document_.blocks[block].kind == document::BlockKind::heading;
    ink_ = Ink{};
    ink_.style = Style{context_.role, context_.bold, false, false};
    ink_.colour = context_.colour == own_accent ? cluster_colour(context_.accent) : context_.colour;
    add_list(document_.blocks[block].first_inline);
    trim_end();
    leaf.text_end = size();
    leaf.element_end = static_cast<std::uint32_t>(pool_.elements.size());
    leaf.piece_end = static_cast<std::uint32_t>(pool_.pieces.size());
    leaf.break_end = static_cast<std::uint32_t>(pool_.breaks.size());
    leaf_ = nullptr;
    return leaf;
  }

 private:
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(pool_.text.size()); }

  void add_list(Index first) {
    for (Index i = first; i != none; i = document_.inlines[i].next) {
      add(i, document_.inlines[i]);
    }
  }

  void add(Index index, const Inline& node) {
    switch (node.kind) {
      case InlineKind::text:
        add_text(index, document_.view(node.text));
        return;
      case InlineKind::soft_break:
        add_text(index, " ");
        return;
      case InlineKind::hard_break:
        trim_end();
        append(index, 0, "\n");
        leaf_->forced_breaks = true;
        after_blank_ = true;
        return;
      case InlineKind::wbr:
        pool_.breaks.push_back({size(), index});
        apart_ = true;
        return;
      case InlineKind::code:
        add_framed(FrameKind::code, true, [&] { add_text(index, document_.view(node.text)); });
        return;
      case InlineKind::keyboard:
        add_framed(FrameKind::key, true, [&] { add_list(node.first_child); });
        return;
      case InlineKind::mark:
        add_framed(FrameKind::mark, false, [&] { add_list(node.first_child); });
        return;
      case InlineKind::link:
        add_link(index, node);
        return;
      case InlineKind::image:
        add_image(index, node);
        return;
      case InlineKind::icon: {
        const IconBox box = icon_box(ink_.style.role);
        add_atom(index, box.side, box.side);
        return;
      }
      case InlineKind::html:
        return;
      default:
        add_styled(index, node);
        return;
    }
  }

  void add_styled(Index index, const Inline& node) {
    const Ink outer = ink_;
    switch (node.kind) {
      case InlineKind::strong:
        ink_.style.bold = true;
        break;
      case InlineKind::emphasis:
      case InlineKind::defined_term:
      case InlineKind::citation:
      case InlineKind::variable:
        ink_.style.italic = true;
        break;
      case InlineKind::sample:
        ink_.style.mono = true;
        break;
      case InlineKind::strikethrough:
        ink_.strike = true;
        break;
      case InlineKind::insert:
        ink_.underline = true;
        break;
      case InlineKind::abbreviation:
        ink_.dotted = !node.text2.empty() && ink_.action == 0 && !ink_.underline && !in_heading_;
        break;
      case InlineKind::subscript:
      case InlineKind::superscript:
        make_small();
        ink_.raise += node.kind == InlineKind::superscript ? superscript_raise : subscript_raise;
        break;
      case InlineKind::small:
        make_small();
        ink_.colour = ink_.frame == 0 ? Colour::muted : ink_.colour;
        break;
      case InlineKind::button:
        set_action(inline_action + index);
        if (document::is_text_button(document_, node)) {
          ink_.colour = Colour::accent;
          ink_.underline = true;
        }
        break;
      default:
        break;
    }
    add_list(node.first_child);
    ink_ = outer;
  }

  /// Small text keeps the weight of what it stands in.
  void make_small() {
    const TextRole role = ink_.style.role;
    ink_.style.bold = ink_.style.bold || role == TextRole::h1_phone || (role >= TextRole::h1 && role <= TextRole::h4);
    ink_.style.role = TextRole::small;
  }

  void set_action(ActionId action) {
    ink_.action = action;
    if (leaf_->first_action == 0) {
      leaf_->first_action = action;
    }
  }

  void add_link(Index index, const Inline& node) {
    const Link& link = document_.links[node.detail];
    if (!leads_somewhere(document_, link)) {
      add_list(node.first_child);
      return;
    }
    const Ink outer = ink_;
    ink_.dotted = false;
    set_action(inline_action + index);
    if (link.button != 0) {
      ink_.colour = link.button == 2 ? Colour::on_accent : Colour::accent;
      ink_.style.bold = true;
      add_framed(link.button == 2 ? FrameKind::primary_button : FrameKind::button, false,
                 [&] { add_linked(index, node); });
      ink_ = outer;
      return;
    }
    switch (context_.links) {
      case LinkLook::quiet:
        ink_.colour = Colour::muted;
        break;
      case LinkLook::text:
        ink_.colour = Colour::text;
        break;
      case LinkLook::strong:
        ink_.style.bold = true;
        [[fallthrough]];
      case LinkLook::plain:
        ink_.colour = Colour::accent;
        break;
      default:
        ink_.colour = Colour::accent;
        ink_.underline = true;
        break;
    }
    if (link.current && (look_ == Look::navigation_entry || look_ == Look::language_entry)) {
      ink_.colour = look_ == Look::language_entry ? Colour::text : Colour::accent;
      ink_.style.bold = true;
    }
    add_linked(index, node);
    ink_ = outer;
  }

  /// What a link shows. The mark belongs to the end of the last words: a line that breaks there breaks behind it.
  void add_linked(Index index, const Inline& node) {
    const std::size_t before = pool_.pieces.size();
    add_list(node.first_child);
    if (pool_.pieces.size() > before && html::is_marked_external(document_, index)) {
      const Piece last = pool_.pieces.back();
      append(last.node, last.source + (last.end - last.begin), html::external_mark);
      after_blank_ = false;
    }
  }

  template <typename Add>
  void add_framed(FrameKind kind, bool mono, Add&& add_content) {
    const Ink outer = ink_;
    pool_.frames.push_back({kind});
    ink_.frame = static_cast<std::uint32_t>(pool_.frames.size());
    ink_.style.mono = ink_.style.mono || mono;
    const bool button = kind == FrameKind::button || kind == FrameKind::primary_button;
    const float least_height = button ? button_line_height : 0;
    leaf_->tall = leaf_->tall || button;
    add_edge(ElementKind::open, frame_padding(kind), least_height);
    add_content();
    add_edge(ElementKind::close, frame_padding(kind), least_height);
    ink_ = outer;
  }

  void add_image(Index index, const Inline& node) {
    const document::Image& image = document_.images[node.detail];
    if (image.scheme == document::Scheme::dark) {
      return;  // pages are drawn for light pictures; CSS hides it likewise
    }
    if (!shows_image(document_, image)) {
      add_text(index, document_.view(shown_text(document_, node)));
      return;
    }
    if (look_ == Look::brand && leaf_->leading_image == none) {
      leaf_->leading_image = index;
      return;
    }
    const ImageSize natural = image_size(image, 1e6F);
    leaf_->tall = true;
    add_atom(index, natural.width, natural.height);
  }

  std::uint32_t ink_number() {
    if (pool_.inks.empty() || !(pool_.inks.back() == ink_)) {
      pool_.inks.push_back(ink_);
    }
    return static_cast<std::uint32_t>(pool_.inks.size() - 1);
  }

  void add_edge(ElementKind kind, float width, float height) {
    pool_.elements.push_back({size(), size(), kind, ink_number(), width, height, none});
  }

  void add_atom(Index index, float width, float height) {
    const std::uint32_t begin = size();
    pool_.text.append(object_replacement);
    pool_.elements.push_back({begin, size(), ElementKind::atom, ink_number(), width, height, index});
    pool_.pieces.push_back({begin, size(), index, 0});
    after_blank_ = false;
  }

  /// Appends collapsed text that maps linearly to the inline's text from `source` on.
  void append(Index node, std::uint32_t source, std::string_view text) {
    if (text.empty()) {
      return;
    }
    const std::uint32_t begin = size();
    pool_.text.append(text);
    const std::uint32_t ink = ink_number();
    const bool follows_text =
        pool_.elements.size() > leaf_->element_begin && !apart_ && pool_.elements.back().kind == ElementKind::text;
    if (follows_text && pool_.elements.back().ink == ink) {
      pool_.elements.back().end = size();
    } else {
      // Browsers shape text in one font in one go, links and all, but not across a place to break.
      const bool joined = pool_.joins && follows_text && pool_.inks[pool_.elements.back().ink].style == ink_.style;
      pool_.elements.push_back({begin, size(), ElementKind::text, ink, 0, 0, none, joined});
    }
    apart_ = false;
    pool_.pieces.push_back({begin, size(), node, source});
  }

  /// White space collapses as in CSS: runs to one space, none at the start of a line.
  void add_text(Index node, std::string_view text) {
    std::size_t from = 0;
    while (from < text.size()) {
      if (after_blank_ && is_blank(text[from])) {
        ++from;
        continue;
      }
      std::size_t at = from;
      bool plain = true;  // nothing to replace up to `at`
      while (at < text.size()) {
        const char c = text[at];
        if (static_cast<unsigned char>(c) > ' ' || !is_blank(c)) {
          ++at;
          continue;
        }
        if (c != ' ') {
          plain = false;
          break;
        }
        ++at;
        if (at < text.size() && is_blank(text[at])) {
          break;
        }
      }
      if (at > from) {
        append(node, static_cast<std::uint32_t>(from), text.substr(from, at - from));
        after_blank_ = text[at - 1] == ' ';
      }
      if (!plain) {
        if (!after_blank_) {
          append(node, static_cast<std::uint32_t>(at), " ");
          after_blank_ = true;
        }
        ++at;
      }
      from = at;
    }
  }

  /// Takes away the space at the end of a line.
  void trim_end() {
    if (size() == leaf_->text_begin || pool_.text.back() != ' ') {
      return;
    }
    pool_.text.pop_back();
    pool_.pieces.back().end = size();
    if (pool_.pieces.back().begin == size()) {
      pool_.pieces.pop_back();
    }
    for (std::size_t i = pool_.elements.size(); i > leaf_->element_begin; --i) {
      Element& element = pool_.elements[i - 1];
      element.begin = std::min(element.begin, size());
      element.end = std::min(element.end, size());
      if (element.kind == ElementKind::text) {
        break;
      }
    }
  }

  const Document& document_;
  const TextContext& context_;
  Look look_;
  TextPool& pool_;
  LeafText* leaf_ = nullptr;
  Ink ink_;
  bool in_heading_ = false;  ///< where a dotted line would be too loud
  bool after_blank_ = true;
  bool apart_ = false;  ///< the next text is not shaped in one with what stands before it
};

}  // namespace

float frame_padding(FrameKind kind) {
  switch (kind) {
    case FrameKind::code:
    case FrameKind::key:
      return 5;
    case FrameKind::mark:
      return 2;
    case FrameKind::button:
    case FrameKind::primary_button:
      return 16;
  }
  return 0;
}

LeafText flatten(const Document& document, Index block, Look look, const TextContext& context, TextPool& pool) {
  return Flattener(document, context, look, pool).run(block);
}

ImageSize image_size(const document::Image& image, float available) {
  if (image.width < 1 || image.height < 1) {
    const float shown = std::min(unknown_image_width, available);
    return {shown, shown * unknown_image_ratio};
  }
  const float shown = std::min(image.width, available);
  return {shown, shown * image.height / image.width};
}

bool shows_image(const Document& document, const document::Image& image) {
  return !image.source.empty() && text::allowed_image(document.view(image.source));
}

document::Text shown_text(const Document& document, const Inline& node) {
  switch (node.kind) {
    case InlineKind::text:
    case InlineKind::code:
      return node.text;
    case InlineKind::image: {
      const document::Image& image = document.images[node.detail];
      return image.decorative || shows_image(document, image) ? document::Text{} : image.alt;
    }
    default:
      return {};
  }
}

bool leads_somewhere(const Document& document, const Link& link) {
  switch (link.kind) {
    case LinkKind::internal:
    case LinkKind::asset:
      return true;
    case LinkKind::unresolved:
    case LinkKind::external:
      return !link.href.empty() && text::allowed_link(document.view(link.href));
    case LinkKind::broken:
      break;
  }
  return false;
}

}  // namespace hubglass::layout
