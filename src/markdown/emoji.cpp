#include "markdown/emoji.h"

#include <algorithm>
#include <array>

namespace hubglass::markdown {

namespace {

struct Emoji {
  std::string_view name;
  std::string_view character;
};

constexpr bool by_name(const Emoji& a, const Emoji& b) {
  return a.name < b.name;
}

// clang-format off
constexpr std::array emoji = {
    Emoji{"+1", "\xF0\x9F\x91\x8D"}, Emoji{"-1", "\xF0\x9F\x91\x8E"}, Emoji{"100", "\xF0\x9F\x92\xAF"},
    Emoji{"alarm_clock", "\xE2\x8F\xB0"}, Emoji{"arrow_down", "\xE2\xAC\x87\xEF\xB8\x8F"},
    Emoji{"arrow_forward", "\xE2\x96\xB6\xEF\xB8\x8F"}, Emoji{"arrow_left", "\xE2\xAC\x85\xEF\xB8\x8F"},
    Emoji{"arrow_right", "\xE2\x9E\xA1\xEF\xB8\x8F"}, Emoji{"arrow_up", "\xE2\xAC\x86\xEF\xB8\x8F"},
    Emoji{"art", "\xF0\x9F\x8E\xA8"}, Emoji{"ballot_box", "\xF0\x9F\x97\xB3\xEF\xB8\x8F"},
    Emoji{"bar_chart", "\xF0\x9F\x93\x8A"}, Emoji{"bell", "\xF0\x9F\x94\x94"}, Emoji{"bike", "\xF0\x9F\x9A\xB2"},
    Emoji{"blue_heart", "\xF0\x9F\x92\x99"}, Emoji{"blush", "\xF0\x9F\x98\x8A"}, Emoji{"book", "\xF0\x9F\x93\x96"},
    Emoji{"bookmark", "\xF0\x9F\x94\x96"}, Emoji{"books", "\xF0\x9F\x93\x9A"}, Emoji{"boom", "\xF0\x9F\x92\xA5"},
    Emoji{"brain", "\xF0\x9F\xA7\xA0"}, Emoji{"bug", "\xF0\x9F\x90\x9B"},
    Emoji{"building_construction", "\xF0\x9F\x8F\x97\xEF\xB8\x8F"}, Emoji{"bulb", "\xF0\x9F\x92\xA1"},
    Emoji{"bus", "\xF0\x9F\x9A\x8C"}, Emoji{"calendar", "\xF0\x9F\x93\x85"}, Emoji{"camera", "\xF0\x9F\x93\xB7"},
    Emoji{"car", "\xF0\x9F\x9A\x97"}, Emoji{"chart_with_downwards_trend", "\xF0\x9F\x93\x89"},
    Emoji{"chart_with_upwards_trend", "\xF0\x9F\x93\x88"}, Emoji{"city_sunrise", "\xF0\x9F\x8C\x87"},
    Emoji{"city_sunset", "\xF0\x9F\x8C\x86"}, Emoji{"cityscape", "\xF0\x9F\x8F\x99\xEF\xB8\x8F"},
    Emoji{"clap", "\xF0\x9F\x91\x8F"}, Emoji{"classical_building", "\xF0\x9F\x8F\x9B\xEF\xB8\x8F"},
    Emoji{"clipboard", "\xF0\x9F\x93\x8B"}, Emoji{"closed_lock_with_key", "\xF0\x9F\x94\x90"},
    Emoji{"cloud", "\xE2\x98\x81\xEF\xB8\x8F"}, Emoji{"coffee", "\xE2\x98\x95"}, Emoji{"compass", "\xF0\x9F\xA7\xAD"},
    Emoji{"computer", "\xF0\x9F\x92\xBB"}, Emoji{"confetti_ball", "\xF0\x9F\x8E\x8A"},
    Emoji{"construction", "\xF0\x9F\x9A\xA7"}, Emoji{"credit_card", "\xF0\x9F\x92\xB3"},
    Emoji{"crown", "\xF0\x9F\x91\x91"}, Emoji{"dart", "\xF0\x9F\x8E\xAF"}, Emoji{"date", "\xF0\x9F\x93\x85"},
    Emoji{"deciduous_tree", "\xF0\x9F\x8C\xB3"}, Emoji{"desktop_computer", "\xF0\x9F\x96\xA5\xEF\xB8\x8F"},
    Emoji{"dizzy", "\xF0\x9F\x92\xAB"}, Emoji{"droplet", "\xF0\x9F\x92\xA7"},
    Emoji{"earth_africa", "\xF0\x9F\x8C\x8D"}, Emoji{"earth_americas", "\xF0\x9F\x8C\x8E"},
    Emoji{"earth_asia", "\xF0\x9F\x8C\x8F"}, Emoji{"electric_plug", "\xF0\x9F\x94\x8C"},
    Emoji{"email", "\xF0\x9F\x93\xA7"}, Emoji{"envelope", "\xE2\x9C\x89\xEF\xB8\x8F"},
    Emoji{"eu", "\xF0\x9F\x87\xAA\xF0\x9F\x87\xBA"}, Emoji{"exclamation", "\xE2\x9D\x97"},
    Emoji{"eyes", "\xF0\x9F\x91\x80"}, Emoji{"factory", "\xF0\x9F\x8F\xAD"}, Emoji{"file_folder", "\xF0\x9F\x93\x81"},
    Emoji{"fire", "\xF0\x9F\x94\xA5"}, Emoji{"gear", "\xE2\x9A\x99\xEF\xB8\x8F"}, Emoji{"gift", "\xF0\x9F\x8E\x81"},
    Emoji{"globe_with_meridians", "\xF0\x9F\x8C\x90"}, Emoji{"green_heart", "\xF0\x9F\x92\x9A"},
    Emoji{"grey_question", "\xE2\x9D\x94"}, Emoji{"grin", "\xF0\x9F\x98\x81"}, Emoji{"grinning", "\xF0\x9F\x98\x80"},
    Emoji{"hammer", "\xF0\x9F\x94\xA8"}, Emoji{"hammer_and_wrench", "\xF0\x9F\x9B\xA0\xEF\xB8\x8F"},
    Emoji{"handshake", "\xF0\x9F\xA4\x9D"}, Emoji{"heart", "\xE2\x9D\xA4\xEF\xB8\x8F"},
    Emoji{"heart_eyes", "\xF0\x9F\x98\x8D"}, Emoji{"heavy_check_mark", "\xE2\x9C\x94\xEF\xB8\x8F"},
    Emoji{"heavy_exclamation_mark", "\xE2\x9D\x97"}, Emoji{"heavy_multiplication_x", "\xE2\x9C\x96\xEF\xB8\x8F"},
    Emoji{"heavy_plus_sign", "\xE2\x9E\x95"}, Emoji{"herb", "\xF0\x9F\x8C\xBF"},
    Emoji{"hospital", "\xF0\x9F\x8F\xA5"}, Emoji{"hourglass", "\xE2\x8C\x9B"}, Emoji{"house", "\xF0\x9F\x8F\xA0"},
    Emoji{"houses", "\xF0\x9F\x8F\x98\xEF\xB8\x8F"}, Emoji{"hugs", "\xF0\x9F\xA4\x97"},
    Emoji{"inbox_tray", "\xF0\x9F\x93\xA5"}, Emoji{"information_source", "\xE2\x84\xB9\xEF\xB8\x8F"},
    Emoji{"iphone", "\xF0\x9F\x93\xB1"}, Emoji{"joy", "\xF0\x9F\x98\x82"}, Emoji{"key", "\xF0\x9F\x94\x91"},
    Emoji{"keyboard", "\xE2\x8C\xA8\xEF\xB8\x8F"}, Emoji{"label", "\xF0\x9F\x8F\xB7\xEF\xB8\x8F"},
    Emoji{"laughing", "\xF0\x9F\x98\x86"}, Emoji{"leaves", "\xF0\x9F\x8D\x83"}, Emoji{"link", "\xF0\x9F\x94\x97"},
    Emoji{"lock", "\xF0\x9F\x94\x92"}, Emoji{"loudspeaker", "\xF0\x9F\x93\xA2"}, Emoji{"mag", "\xF0\x9F\x94\x8D"},
    Emoji{"mag_right", "\xF0\x9F\x94\x8E"}, Emoji{"mailbox", "\xF0\x9F\x93\xAB"}, Emoji{"mega", "\xF0\x9F\x93\xA3"},
    Emoji{"memo", "\xF0\x9F\x93\x9D"}, Emoji{"microscope", "\xF0\x9F\x94\xAC"}, Emoji{"moneybag", "\xF0\x9F\x92\xB0"},
    Emoji{"moon", "\xF0\x9F\x8C\x94"}, Emoji{"mortar_board", "\xF0\x9F\x8E\x93"},
    Emoji{"mountain", "\xE2\x9B\xB0\xEF\xB8\x8F"}, Emoji{"muscle", "\xF0\x9F\x92\xAA"},
    Emoji{"necktie", "\xF0\x9F\x91\x94"}, Emoji{"newspaper", "\xF0\x9F\x93\xB0"}, Emoji{"no_entry", "\xE2\x9B\x94"},
    Emoji{"no_entry_sign", "\xF0\x9F\x9A\xAB"}, Emoji{"notebook", "\xF0\x9F\x93\x93"},
    Emoji{"ocean", "\xF0\x9F\x8C\x8A"}, Emoji{"office", "\xF0\x9F\x8F\xA2"}, Emoji{"ok", "\xF0\x9F\x86\x97"},
    Emoji{"ok_hand", "\xF0\x9F\x91\x8C"}, Emoji{"open_book", "\xF0\x9F\x93\x96"},
    Emoji{"open_file_folder", "\xF0\x9F\x93\x82"}, Emoji{"outbox_tray", "\xF0\x9F\x93\xA4"},
    Emoji{"package", "\xF0\x9F\x93\xA6"}, Emoji{"page_facing_up", "\xF0\x9F\x93\x84"},
    Emoji{"paperclip", "\xF0\x9F\x93\x8E"}, Emoji{"partying_face", "\xF0\x9F\xA5\xB3"},
    Emoji{"pencil", "\xF0\x9F\x93\x9D"}, Emoji{"pencil2", "\xE2\x9C\x8F\xEF\xB8\x8F"},
    Emoji{"phone", "\xE2\x98\x8E\xEF\xB8\x8F"}, Emoji{"point_down", "\xF0\x9F\x91\x87"},
    Emoji{"point_left", "\xF0\x9F\x91\x88"}, Emoji{"point_right", "\xF0\x9F\x91\x89"},
    Emoji{"point_up", "\xE2\x98\x9D\xEF\xB8\x8F"}, Emoji{"pray", "\xF0\x9F\x99\x8F"},
    Emoji{"pushpin", "\xF0\x9F\x93\x8C"}, Emoji{"puzzle_piece", "\xF0\x9F\xA7\xA9"},
    Emoji{"question", "\xE2\x9D\x93"}, Emoji{"rainbow", "\xF0\x9F\x8C\x88"},
    Emoji{"raised_hands", "\xF0\x9F\x99\x8C"}, Emoji{"recycle", "\xE2\x99\xBB\xEF\xB8\x8F"},
    Emoji{"red_circle", "\xF0\x9F\x94\xB4"}, Emoji{"robot", "\xF0\x9F\xA4\x96"}, Emoji{"rocket", "\xF0\x9F\x9A\x80"},
    Emoji{"rotating_light", "\xF0\x9F\x9A\xA8"}, Emoji{"round_pushpin", "\xF0\x9F\x93\x8D"},
    Emoji{"satellite", "\xF0\x9F\x93\xA1"}, Emoji{"scales", "\xE2\x9A\x96\xEF\xB8\x8F"},
    Emoji{"school", "\xF0\x9F\x8F\xAB"}, Emoji{"scroll", "\xF0\x9F\x93\x9C"}, Emoji{"seedling", "\xF0\x9F\x8C\xB1"},
    Emoji{"shield", "\xF0\x9F\x9B\xA1\xEF\xB8\x8F"}, Emoji{"slightly_smiling_face", "\xF0\x9F\x99\x82"},
    Emoji{"smile", "\xF0\x9F\x98\x84"}, Emoji{"smiley", "\xF0\x9F\x98\x83"}, Emoji{"smirk", "\xF0\x9F\x98\x8F"},
    Emoji{"snowflake", "\xE2\x9D\x84\xEF\xB8\x8F"}, Emoji{"sob", "\xF0\x9F\x98\xAD"},
    Emoji{"soon", "\xF0\x9F\x94\x9C"}, Emoji{"sos", "\xF0\x9F\x86\x98"}, Emoji{"sparkles", "\xE2\x9C\xA8"},
    Emoji{"speech_balloon", "\xF0\x9F\x92\xAC"}, Emoji{"star", "\xE2\xAD\x90"}, Emoji{"star2", "\xF0\x9F\x8C\x9F"},
    Emoji{"stop_sign", "\xF0\x9F\x9B\x91"}, Emoji{"sunflower", "\xF0\x9F\x8C\xBB"},
    Emoji{"sunglasses", "\xF0\x9F\x98\x8E"}, Emoji{"sunny", "\xE2\x98\x80\xEF\xB8\x8F"},
    Emoji{"sweat_smile", "\xF0\x9F\x98\x85"}, Emoji{"tada", "\xF0\x9F\x8E\x89"},
    Emoji{"telephone", "\xE2\x98\x8E\xEF\xB8\x8F"}, Emoji{"telescope", "\xF0\x9F\x94\xAD"},
    Emoji{"test_tube", "\xF0\x9F\xA7\xAA"}, Emoji{"thinking", "\xF0\x9F\xA4\x94"},
    Emoji{"thumbsdown", "\xF0\x9F\x91\x8E"}, Emoji{"thumbsup", "\xF0\x9F\x91\x8D"},
    Emoji{"ticket", "\xF0\x9F\x8E\xAB"}, Emoji{"timer_clock", "\xE2\x8F\xB2\xEF\xB8\x8F"},
    Emoji{"tractor", "\xF0\x9F\x9A\x9C"}, Emoji{"traffic_light", "\xF0\x9F\x9A\xA5"},
    Emoji{"train", "\xF0\x9F\x9A\x8B"}, Emoji{"tram", "\xF0\x9F\x9A\x8A"}, Emoji{"trophy", "\xF0\x9F\x8F\x86"},
    Emoji{"truck", "\xF0\x9F\x9A\x9A"}, Emoji{"umbrella", "\xE2\x98\x94"}, Emoji{"unlock", "\xF0\x9F\x94\x93"},
    Emoji{"video_camera", "\xF0\x9F\x93\xB9"}, Emoji{"warning", "\xE2\x9A\xA0\xEF\xB8\x8F"},
    Emoji{"wastebasket", "\xF0\x9F\x97\x91\xEF\xB8\x8F"}, Emoji{"watch", "\xE2\x8C\x9A"},
    Emoji{"wave", "\xF0\x9F\x91\x8B"}, Emoji{"wheelchair", "\xE2\x99\xBF"}, Emoji{"white_check_mark", "\xE2\x9C\x85"},
    Emoji{"white_circle", "\xE2\x9A\xAA"}, Emoji{"wind_face", "\xF0\x9F\x8C\xAC\xEF\xB8\x8F"},
    Emoji{"wink", "\xF0\x9F\x98\x89"}, Emoji{"world_map", "\xF0\x9F\x97\xBA\xEF\xB8\x8F"},
    Emoji{"wrench", "\xF0\x9F\x94\xA7"}, Emoji{"writing_hand", "\xE2\x9C\x8D\xEF\xB8\x8F"},
    Emoji{"x", "\xE2\x9D\x8C"}, Emoji{"yellow_heart", "\xF0\x9F\x92\x9B"}, Emoji{"yum", "\xF0\x9F\x98\x8B"},
    Emoji{"zap", "\xE2\x9A\xA1"}, Emoji{"zzz", "\xF0\x9F\x92\xA4"},
};
// clang-format on
static_assert(std::is_sorted(emoji.begin(), emoji.end(), by_name));

}  // namespace

std::string_view emoji_character(std::string_view name) {
  const auto found = std::lower_bound(emoji.begin(), emoji.end(), Emoji{name, {}}, by_name);
  return found != emoji.end() && found->name == name ? found->character : std::string_view();
}

}  // namespace hubglass::markdown
