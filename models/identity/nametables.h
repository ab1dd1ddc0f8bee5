// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string_view>

namespace meitrace::nametables {

/// Han texts that reading a name needs, as code points; the comment gives the pinyin.

/// Surnames of two characters
inline constexpr std::array<std::u32string_view, 37> kDoubleSurnames {
    U"\u6B27\u9633",  // ouyang
    U"\u53F8\u9A6C",  // sima
    U"\u4E0A\u5B98",  // shangguan
    U"\u8BF8\u845B",  // zhuge
    U"\u53F8\u5F92",  // situ
    U"\u7687\u752B",  // huangfu
    U"\u5C09\u8FDF",  // yuchi
    U"\u516C\u5B59",  // gongsun
    U"\u6155\u5BB9",  // murong
    U"\u4EE4\u72D0",  // linghu
    U"\u5B87\u6587",  // yuwen
    U"\u957F\u5B59",  // zhangsun
    U"\u590F\u4FAF",  // xiahou
    U"\u8F69\u8F95",  // xuanyuan
    U"\u7AEF\u6728",  // duanmu
    U"\u4E1C\u65B9",  // dongfang
    U"\u72EC\u5B64",  // dugu
    U"\u5357\u5BAB",  // nangong
    U"\u7533\u5C60",  // shentu
    U"\u95FB\u4EBA",  // wenren
    U"\u6FB9\u53F0",  // tantai
    U"\u6DF3\u4E8E",  // chunyu
    U"\u6FEE\u9633",  // puyang
    U"\u592A\u53F2",  // taishi
    U"\u516C\u7F8A",  // gongyang
    U"\u8D6B\u8FDE",  // helian
    U"\u949F\u79BB",  // zhongli
    U"\u9C9C\u4E8E",  // xianyu
    U"\u897F\u95E8",  // ximen
    U"\u767E\u91CC",  // baili
    U"\u547C\u5EF6",  // huyan
    U"\u4E07\u4FDF",  // moqi
    U"\u4EF2\u5B59",  // zhongsun
    U"\u62D3\u8DCB",  // tuoba
    U"\u6B50\u967D",  // ouyang, traditional
    U"\u53F8\u99AC",  // sima, traditional
    U"\u8AF8\u845B",  // zhuge, traditional
};

/// Forms of address that follow a name; longer ones first
inline constexpr std::array<std::u32string_view, 24> kTitles {
    U"\u5C0F\u59D0\u59D0",  // xiaojiejie
    U"\u5C0F\u54E5\u54E5",  // xiaogege
    U"\u5C0F\u59D0",        // xiaojie
    U"\u5973\u58EB",        // nvshi
    U"\u5148\u751F",        // xiansheng
    U"\u592A\u592A",        // taitai
    U"\u592B\u4EBA",        // furen
    U"\u8001\u5E08",        // laoshi
    U"\u533B\u751F",        // yisheng
    U"\u62A4\u58EB",        // hushi
    U"\u963F\u59E8",        // ayi
    U"\u53D4\u53D4",        // shushu
    U"\u59D1\u5A18",        // guniang
    U"\u59B9\u59B9",        // meimei
    U"\u59D0\u59D0",        // jiejie
    U"\u54E5\u54E5",        // gege
    U"\u7F8E\u5973",        // meinv
    U"\u5E05\u54E5",        // shuaige
    U"\u8001\u677F",        // laoban
    U"\u7ECF\u7406",        // jingli
    U"\u4E3B\u4EFB",        // zhuren
    U"\u9662\u957F",        // yuanzhang
    U"\u5E97\u957F",        // dianzhang
    U"\u540C\u5B66",        // tongxue
};

/// Forms of address of one character; they count only behind a bare surname
inline constexpr std::u32string_view kShortTitles = U"\u603B\u59D0\u54E5\u592A\u59E8\u53D4\u5AC2";
// zong, jie, ge, tai, yi, shu, sao

/// Words that no name of a person contains
inline constexpr std::array<std::u32string_view, 10> kPlaceholders {
    U"\u7528\u6237",  // yonghu, user
    U"\u5BA2\u6237",  // kehu, client
    U"\u987E\u5BA2",  // guke, customer
    U"\u4F1A\u5458",  // huiyuan, member
    U"\u533F\u540D",  // niming, anonymous
    U"\u6D4B\u8BD5",  // ceshi, test
    U"\u672A\u77E5",  // weizhi, unknown
    U"\u65E0\u540D",  // wuming, nameless
    U"\u6563\u5BA2",  // sanke, walk-in
    U"\u6E38\u5BA2",  // youke, visitor
};

/// Latin forms of address, folded
inline constexpr std::array<std::u32string_view, 8> kLatinTitles {U"mr",  U"mrs", U"ms",    U"miss",
                                                                  U"mdm", U"dr",  U"madam", U"prof"};

inline constexpr char32_t kSmall = U'\u5C0F';  ///< xiao: "little X" is a nickname
inline constexpr char32_t kOld = U'\u8001';    ///< lao: "old X" is a nickname
inline constexpr char32_t kDear = U'\u963F';   ///< a: a nickname unless a long transcribed name
inline constexpr char32_t kMiddleDot = U'\u00B7';
inline constexpr char32_t kSomebody = U'\u67D0';  ///< mou: stands for what is left out

}  // namespace meitrace::nametables
