//! 复盘页上的其他文字。

use super::Words;

pub const ZH_HANS: Words = Words {
    play_on: |turn| format!("从第 {turn} 轮重谈"),
    play_on_note: "哪一轮都能退回去，换个说法接着谈。运气还是原来的，所以只算练习：这一场的得分不变，最好成绩也不变。",
    gives_up: "和这位客户正在谈的那一场就作废了。",
    played_on: |turn| format!("从第 {turn} 轮重谈"),
    practice_only: "只算练习",
    attempts: "和这位客户谈过的其他几场",
    branches: "同一场的另一种谈法",
    others: "从头谈的几场",
    look_back: "复盘",
    lay_beside: "和这一场对照",
    print: "打印",
    other_version: "这一场谈的是这个场景的另一个版本",
    other_version_hint: "场景后来改过，这一场没法在这里重走了。成绩还在，你的选择也还能下载。",
    compare: "两场对照",
};
