#include "document/ascii_folding.h"

#include <algorithm>
#include <cstdint>
#include <iterator>

namespace hubglass::document {

namespace {

/// `count` neighbouring code points from `first` on, each folding to `width` letters; the first's are at `offset`.
struct Run {
  std::uint32_t first;
  std::uint16_t count;
  std::uint8_t width;
  std::uint16_t offset;
};

// Both tables are made from the Unicode Character Database, by the rule the header states.
constexpr std::string_view letters =
    "  a 23  1o141234aaaaaaceeeeiiiinooooouuuuyaaaaaaceeeeiiiinooooouuuuyyaaaaaaccccccccddeeeeeeeeeegggggggghhiiiii"
    "iiiiijijjjkkllllllllnnnnnnnoooooorrrrrrssssssssttttuuuuuuuuuuuuwwyyyzzzzzzsoouudzdzdzljljljnjnjnjaaiioouuuuuuu"
    "uuuaaaaggkkoooojdzdzdzggnnaaaaaaeeeeiiiioooorrrruuuusstthhaaeeooooooooyyhjrwy      lsx   abdeghijklmnoprtuwabd"
    "egkmoptuviruvcfzaabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrr"
    "rrssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwyasaaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooo"
    "oooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy                             0i456789n0123456789aeoxhklmnpstrsacascc"
    "cocufghhhhiillnnopqrrrsmteltmzzkabceefmoifaxddeij17191101323152535451656183858781iiiiiiivvviviiviiiixxxixiilcd"
    "miiiiiiivvviviiviiiixxxixiilcdm0312345678910111213141516171819201234567891011121314151617181920123456789101112"
    "1314151617181920abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz0jv   pte2122232"
    "42526272829303132333435363738394041424344454647484950123456789101112hgergevltd01234567891011121314151617181920"
    "21222324hpadaaubarovpcdmdm2dm3iupanaamakakbmbgbcalkcalpfnffgmgkghzkhzmhzghzthzlmldlklfmnmmmmcmkmmm2cm2m2km2mm3"
    "cm3m3km3msms2pakpampagparadradsrads2psnssmspvnvvmvkvmvpwnwwmwkwmwkmambqcccdckgcodbgyhahpinkkkmktlmlnloglxmbmil"
    "molphpmppmprsrsvwbvmam12345678910111213141516171819202122232425262728293031galcfqfffiflffifflstst          __ "
    "   ___-        -0123456789abcdefghijklmnopqrstuvwxyz_abcdefghijklmnopqrstuvwxyz qabcdefghijklmnopqrstuvwxyzabc"
    "defghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefgijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghij"
    "klmnopqrstuvwxyzacdgjknopqstuvwxyzabcdfhijklmnpqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyza"
    "bdefgjklmnopqstuvwxyabcdefghijklmnopqrstuvwxyzabdefgijklmostuvwxyabcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrs"
    "tuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxy"
    "zabcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcde"
    "fghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz0123456789012345678901234567890123456"
    "789012345678900123456789abcdefghijklmnopqrstuvwxyzscrcdwzabcdefghijklmnopqrstuvwxyzhvmvsdssppvwcmcmdmrdj012345"
    "6789";

// clang-format off
constexpr Run runs[] = {
    {0xA0, 1, 1, 0}, {0xA8, 1, 1, 1}, {0xAA, 1, 1, 2}, {0xAF, 1, 1, 3}, {0xB2, 3, 1, 4}, {0xB8, 3, 1, 7},
    {0xBC, 3, 2, 10}, {0xC0, 6, 1, 16}, {0xC7, 9, 1, 22}, {0xD1, 6, 1, 31}, {0xD9, 5, 1, 37}, {0xE0, 6, 1, 42},
    {0xE7, 9, 1, 48}, {0xF1, 6, 1, 57}, {0xF9, 5, 1, 63}, {0xFF, 17, 1, 68}, {0x112, 20, 1, 85}, {0x128, 9, 1, 105},
    {0x132, 2, 2, 114}, {0x134, 4, 1, 118}, {0x139, 8, 1, 122}, {0x143, 7, 1, 130}, {0x14C, 6, 1, 137},
    {0x154, 18, 1, 143}, {0x168, 24, 1, 161}, {0x1A0, 2, 1, 185}, {0x1AF, 2, 1, 187}, {0x1C4, 9, 2, 189},
    {0x1CD, 16, 1, 207}, {0x1DE, 4, 1, 223}, {0x1E6, 8, 1, 227}, {0x1F0, 1, 1, 235}, {0x1F1, 3, 2, 236},
    {0x1F4, 2, 1, 242}, {0x1F8, 4, 1, 244}, {0x200, 28, 1, 248}, {0x21E, 2, 1, 276}, {0x226, 14, 1, 278},
    {0x2B0, 1, 1, 292}, {0x2B2, 2, 1, 293}, {0x2B7, 2, 1, 295}, {0x2D8, 6, 1, 297}, {0x2E1, 3, 1, 303},
    {0x37A, 1, 1, 306}, {0x384, 2, 1, 307}, {0x1D2C, 1, 1, 309}, {0x1D2E, 1, 1, 310}, {0x1D30, 2, 1, 311},
    {0x1D33, 8, 1, 313}, {0x1D3C, 1, 1, 321}, {0x1D3E, 6, 1, 322}, {0x1D47, 3, 1, 328}, {0x1D4D, 1, 1, 331},
    {0x1D4F, 2, 1, 332}, {0x1D52, 1, 1, 334}, {0x1D56, 3, 1, 335}, {0x1D5B, 1, 1, 338}, {0x1D62, 4, 1, 339},
    {0x1D9C, 1, 1, 343}, {0x1DA0, 1, 1, 344}, {0x1DBB, 1, 1, 345}, {0x1E00, 156, 1, 346}, {0x1EA0, 90, 1, 502},
    {0x1FBD, 1, 1, 592}, {0x1FBF, 3, 1, 593}, {0x1FCD, 3, 1, 596}, {0x1FDD, 3, 1, 599}, {0x1FED, 2, 1, 602},
    {0x1FFD, 2, 1, 604}, {0x2000, 11, 1, 606}, {0x2017, 1, 1, 617}, {0x202F, 1, 1, 618}, {0x203E, 1, 1, 619},
    {0x205F, 1, 1, 620}, {0x2070, 2, 1, 621}, {0x2074, 6, 1, 623}, {0x207F, 11, 1, 629}, {0x2090, 4, 1, 640},
    {0x2095, 8, 1, 644}, {0x20A8, 1, 2, 652}, {0x2100, 2, 2, 654}, {0x2102, 2, 1, 658}, {0x2105, 2, 2, 660},
    {0x2109, 6, 1, 664}, {0x2110, 4, 1, 670}, {0x2115, 1, 1, 674}, {0x2116, 1, 2, 675}, {0x2119, 5, 1, 677},
    {0x2120, 1, 2, 682}, {0x2121, 1, 3, 684}, {0x2122, 1, 2, 687}, {0x2124, 1, 1, 689}, {0x2128, 1, 1, 690},
    {0x212A, 4, 1, 691}, {0x212F, 3, 1, 695}, {0x2133, 2, 1, 698}, {0x2139, 1, 1, 700}, {0x213B, 1, 3, 701},
    {0x2145, 5, 1, 704}, {0x2150, 2, 2, 709}, {0x2152, 1, 3, 713}, {0x2153, 12, 2, 716}, {0x215F, 2, 1, 740},
    {0x2161, 1, 2, 742}, {0x2162, 1, 3, 744}, {0x2163, 1, 2, 747}, {0x2164, 1, 1, 749}, {0x2165, 1, 2, 750},
    {0x2166, 1, 3, 752}, {0x2167, 1, 4, 755}, {0x2168, 1, 2, 759}, {0x2169, 1, 1, 761}, {0x216A, 1, 2, 762},
    {0x216B, 1, 3, 764}, {0x216C, 5, 1, 767}, {0x2171, 1, 2, 772}, {0x2172, 1, 3, 774}, {0x2173, 1, 2, 777},
    {0x2174, 1, 1, 779}, {0x2175, 1, 2, 780}, {0x2176, 1, 3, 782}, {0x2177, 1, 4, 785}, {0x2178, 1, 2, 789},
    {0x2179, 1, 1, 791}, {0x217A, 1, 2, 792}, {0x217B, 1, 3, 794}, {0x217C, 4, 1, 797}, {0x2189, 1, 2, 801},
    {0x2460, 9, 1, 803}, {0x2469, 11, 2, 812}, {0x2474, 9, 1, 834}, {0x247D, 11, 2, 843}, {0x2488, 9, 1, 865},
    {0x2491, 11, 2, 874}, {0x249C, 79, 1, 896}, {0x2C7C, 2, 1, 975}, {0x3000, 1, 1, 977}, {0x309B, 2, 1, 978},
    {0x3250, 1, 3, 980}, {0x3251, 15, 2, 983}, {0x32B1, 15, 2, 1013}, {0x32C0, 9, 1, 1043}, {0x32C9, 4, 2, 1052},
    {0x32CD, 1, 3, 1060}, {0x32CE, 1, 2, 1063}, {0x32CF, 1, 3, 1065}, {0x3358, 10, 1, 1068}, {0x3362, 15, 2, 1078},
    {0x3371, 1, 3, 1108}, {0x3372, 2, 2, 1111}, {0x3374, 1, 3, 1115}, {0x3375, 3, 2, 1118}, {0x3378, 2, 3, 1124},
    {0x337A, 1, 2, 1130}, {0x3380, 2, 2, 1132}, {0x3382, 1, 1, 1136}, {0x3383, 5, 2, 1137}, {0x3388, 1, 3, 1147},
    {0x3389, 1, 4, 1150}, {0x338A, 2, 2, 1154}, {0x338C, 2, 1, 1158}, {0x338E, 3, 2, 1160}, {0x3391, 4, 3, 1166},
    {0x3395, 1, 1, 1178}, {0x3396, 5, 2, 1179}, {0x339B, 1, 1, 1189}, {0x339C, 3, 2, 1190}, {0x339F, 2, 3, 1196},
    {0x33A1, 1, 2, 1202}, {0x33A2, 3, 3, 1204}, {0x33A5, 1, 2, 1213}, {0x33A6, 1, 3, 1215}, {0x33A7, 1, 2, 1218},
    {0x33A8, 1, 3, 1220}, {0x33A9, 1, 2, 1223}, {0x33AA, 4, 3, 1225}, {0x33AE, 1, 4, 1237}, {0x33AF, 1, 5, 1241},
    {0x33B0, 2, 2, 1246}, {0x33B2, 1, 1, 1250}, {0x33B3, 3, 2, 1251}, {0x33B6, 1, 1, 1257}, {0x33B7, 5, 2, 1258},
    {0x33BC, 1, 1, 1268}, {0x33BD, 3, 2, 1269}, {0x33C0, 2, 1, 1275}, {0x33C2, 4, 2, 1277}, {0x33C6, 1, 3, 1285},
    {0x33C7, 11, 2, 1288}, {0x33D2, 1, 3, 1310}, {0x33D3, 2, 2, 1313}, {0x33D5, 2, 3, 1317}, {0x33D7, 2, 2, 1323},
    {0x33D9, 1, 3, 1327}, {0x33DA, 6, 2, 1330}, {0x33E0, 9, 1, 1342}, {0x33E9, 22, 2, 1351}, {0x33FF, 1, 3, 1395},
    {0xA7F2, 3, 1, 1398}, {0xFB00, 3, 2, 1401}, {0xFB03, 2, 3, 1407}, {0xFB05, 2, 2, 1413}, {0xFC5E, 6, 1, 1417},
    {0xFDFA, 1, 3, 1423}, {0xFDFB, 1, 1, 1426}, {0xFE33, 2, 1, 1427}, {0xFE49, 7, 1, 1429}, {0xFE63, 1, 1, 1436},
    {0xFE70, 1, 1, 1437}, {0xFE72, 1, 1, 1438}, {0xFE74, 1, 1, 1439}, {0xFE76, 1, 1, 1440}, {0xFE78, 1, 1, 1441},
    {0xFE7A, 1, 1, 1442}, {0xFE7C, 1, 1, 1443}, {0xFE7E, 1, 1, 1444}, {0xFF0D, 1, 1, 1445}, {0xFF10, 10, 1, 1446},
    {0xFF21, 26, 1, 1456}, {0xFF3F, 1, 1, 1482}, {0xFF41, 26, 1, 1483}, {0xFFE3, 1, 1, 1509}, {0x107A5, 1, 1, 1510},
    {0x1D400, 85, 1, 1511}, {0x1D456, 71, 1, 1596}, {0x1D49E, 2, 1, 1667}, {0x1D4A2, 1, 1, 1669},
    {0x1D4A5, 2, 1, 1670}, {0x1D4A9, 4, 1, 1672}, {0x1D4AE, 12, 1, 1676}, {0x1D4BB, 1, 1, 1688},
    {0x1D4BD, 7, 1, 1689}, {0x1D4C5, 65, 1, 1696}, {0x1D507, 4, 1, 1761}, {0x1D50D, 8, 1, 1765},
    {0x1D516, 7, 1, 1773}, {0x1D51E, 28, 1, 1780}, {0x1D53B, 4, 1, 1808}, {0x1D540, 5, 1, 1812},
    {0x1D546, 1, 1, 1817}, {0x1D54A, 7, 1, 1818}, {0x1D552, 338, 1, 1825}, {0x1D7CE, 50, 1, 2163},
    {0x1F100, 11, 1, 2213}, {0x1F110, 29, 1, 2224}, {0x1F12D, 2, 2, 2253}, {0x1F130, 26, 1, 2257},
    {0x1F14A, 4, 2, 2283}, {0x1F14E, 1, 3, 2291}, {0x1F14F, 1, 2, 2294}, {0x1F16A, 3, 2, 2296},
    {0x1F190, 1, 2, 2302}, {0x1FBF0, 10, 1, 2304},
};
// clang-format on

}  // namespace

std::string_view ascii_folding(char32_t code_point) {
  const auto value = static_cast<std::uint32_t>(code_point);
  const Run* after = std::upper_bound(std::begin(runs), std::end(runs), value,
                                      [](std::uint32_t wanted, const Run& run) { return wanted < run.first; });
  if (after == std::begin(runs)) return {};
  const Run& run = *(after - 1);
  const std::uint32_t place = value - run.first;
  if (place >= run.count) return {};
  return letters.substr(run.offset + static_cast<std::size_t>(place) * run.width, run.width);
}

}  // namespace hubglass::document
