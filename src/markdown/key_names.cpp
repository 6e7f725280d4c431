#include "markdown/key_names.h"

#include "markdown/characters.h"

#include <algorithm>
#include <array>

namespace hubglass::markdown {

namespace {

struct Key {
  std::string_view name;
  std::string_view label;
};

/// Keys whose label is another one than their name in capitals.
constexpr std::array keys = {
    Key{"add", "Num +"},
    Key{"alt-graph", "AltGr"},
    Key{"altgr", "AltGr"},
    Key{"apps", "Menu"},
    Key{"arrow-down", "Down"},
    Key{"arrow-left", "Left"},
    Key{"arrow-right", "Right"},
    Key{"arrow-up", "Up"},
    Key{"back", "Backspace"},
    Key{"backslash", "\\"},
    Key{"backtab", "Back Tab"},
    Key{"bar", "|"},
    Key{"bksp", "Backspace"},
    Key{"bktab", "Back Tab"},
    Key{"brace-left", "{"},
    Key{"brace-right", "}"},
    Key{"bracket-left", "["},
    Key{"bracket-right", "]"},
    Key{"cancel", "Break"},
    Key{"capital", "Caps Lock"},
    Key{"close-brace", "}"},
    Key{"close-bracket", "]"},
    Key{"clr", "Clear"},
    Key{"colon", ":"},
    Key{"comma", ","},
    Key{"command", "Cmd"},
    Key{"context-menu", "Menu"},
    Key{"control", "Ctrl"},
    Key{"cplk", "Caps Lock"},
    Key{"dblquote", "\""},
    Key{"decimal", "Num ."},
    Key{"delete", "Del"},
    Key{"divide", "Num /"},
    Key{"double-quote", "\""},
    Key{"equal", "="},
    Key{"escape", "Esc"},
    Key{"exclam", "!"},
    Key{"exclamation", "!"},
    Key{"favorites", "Browser Favorites"},
    Key{"forward", "Browser Forward"},
    Key{"function", "Fn"},
    Key{"grave", "`"},
    Key{"grave-accent", "`"},
    Key{"greater", ">"},
    Key{"greater-than", ">"},
    Key{"gt", ">"},
    Key{"hyphen", "-"},
    Key{"insert", "Ins"},
    Key{"lalt", "Left Alt"},
    Key{"launch-mail", "Mail"},
    Key{"launch-media", "Media"},
    Key{"lbutton", "Left Button"},
    Key{"lcmd", "Left Command"},
    Key{"lcommand", "Left Command"},
    Key{"lcontrol", "Left Ctrl"},
    Key{"lctrl", "Left Ctrl"},
    Key{"left-cmd", "Left Command"},
    Key{"left-control", "Left Ctrl"},
    Key{"left-opt", "Left Option"},
    Key{"left-windows", "Left Win"},
    Key{"less", "<"},
    Key{"less-than", "<"},
    Key{"lmeta", "Left Meta"},
    Key{"lopt", "Left Option"},
    Key{"loption", "Left Option"},
    Key{"lshift", "Left Shift"},
    Key{"lsuper", "Left Super"},
    Key{"lt", "<"},
    Key{"lwin", "Left Win"},
    Key{"lwindows", "Left Win"},
    Key{"mbutton", "Middle Button"},
    Key{"media-next-track", "Next Track"},
    Key{"media-pause", "Pause"},
    Key{"media-play", "Play"},
    Key{"media-play-pause", "Play/Pause"},
    Key{"media-prev-track", "Previous Track"},
    Key{"media-stop", "Stop"},
    Key{"minus", "-"},
    Key{"multiply", "Num *"},
    Key{"next", "Page Down"},
    Key{"num-asterisk", "Num *"},
    Key{"num-delete", "Num Del"},
    Key{"num-equal", "Num ="},
    Key{"num-minus", "Num -"},
    Key{"num-plus", "Num +"},
    Key{"num-separator", "Num ."},
    Key{"num-slash", "Num /"},
    Key{"num0", "Num 0"},
    Key{"num1", "Num 1"},
    Key{"num2", "Num 2"},
    Key{"num3", "Num 3"},
    Key{"num4", "Num 4"},
    Key{"num5", "Num 5"},
    Key{"num6", "Num 6"},
    Key{"num7", "Num 7"},
    Key{"num8", "Num 8"},
    Key{"num9", "Num 9"},
    Key{"numlk", "Num Lock"},
    Key{"open-brace", "{"},
    Key{"open-bracket", "["},
    Key{"opt", "Option"},
    Key{"page-dn", "Page Down"},
    Key{"period", "."},
    Key{"pg-dn", "Page Down"},
    Key{"pg-up", "Page Up"},
    Key{"pipe", "|"},
    Key{"play-pause", "Play/Pause"},
    Key{"plus", "+"},
    Key{"prev-track", "Previous Track"},
    Key{"prior", "Page Up"},
    Key{"prtsc", "Print Screen"},
    Key{"question", "?"},
    Key{"question-mark", "?"},
    Key{"ralt", "Right Alt"},
    Key{"rbutton", "Right Button"},
    Key{"rcmd", "Right Command"},
    Key{"rcommand", "Right Command"},
    Key{"rcontrol", "Right Ctrl"},
    Key{"rctrl", "Right Ctrl"},
    Key{"refresh", "Browser Refresh"},
    Key{"return", "Enter"},
    Key{"right-cmd", "Right Command"},
    Key{"right-control", "Right Ctrl"},
    Key{"right-opt", "Right Option"},
    Key{"right-windows", "Right Win"},
    Key{"rmeta", "Right Meta"},
    Key{"ropt", "Right Option"},
    Key{"roption", "Right Option"},
    Key{"rshift", "Right Shift"},
    Key{"rsuper", "Right Super"},
    Key{"rwin", "Right Win"},
    Key{"rwindows", "Right Win"},
    Key{"scroll", "Scroll Lock"},
    Key{"search", "Browser Search"},
    Key{"semicolon", ";"},
    Key{"separator", "Num ."},
    Key{"single-quote", "'"},
    Key{"slash", "/"},
    Key{"spc", "Space"},
    Key{"subtract", "Num -"},
    Key{"tabulator", "Tab"},
    Key{"tilde", "~"},
    Key{"underscore", "_"},
    Key{"vol-down", "Volume Down"},
    Key{"vol-mute", "Mute"},
    Key{"vol-up", "Volume Up"},
    Key{"volume-mute", "Mute"},
    Key{"windows", "Win"},
    Key{"x-button1", "X Button 1"},
    Key{"x-button2", "X Button 2"},
    Key{"xbutton1", "X Button 1"},
    Key{"xbutton2", "X Button 2"},
};

constexpr bool by_name(const Key& a, const Key& b) {
  return a.name < b.name;
}
static_assert(std::is_sorted(keys.begin(), keys.end(), by_name));

}  // namespace

std::string key_label(std::string_view name) {
  std::string wanted = lower(name);
  std::replace(wanted.begin(), wanted.end(), '_', '-');
  const auto found = std::lower_bound(keys.begin(), keys.end(), Key{wanted, {}}, by_name);
  if (found != keys.end() && found->name == wanted) return std::string(found->label);
  bool begins_word = true;
  for (char& byte : wanted) {
    if (begins_word && byte >= 'a' && byte <= 'z') byte = static_cast<char>(byte - 'a' + 'A');
    begins_word = byte == '-';
    if (begins_word) byte = ' ';
  }
  return wanted;
}

}  // namespace hubglass::markdown
