//! 地图上的文字。

use super::Words;

pub const ZH_HANS: Words = Words {
    patience: |turns| format!("谈满 {turns} 轮"),
    not_judged: "不计分",
    todo: "还没写",
    letters: "a、b……：走这条路的回应，按文件里的次序；没有字母：条条都走这里",
    conditional: "?：要看条件",
    later_meeting: "双线：下一次见面开始",
    drift: "虚线：没签字时可能变卦",
    otherwise: "点线：没有话可说，或者耐心耗尽",
    good: "签了单",
    open: "没成，门还开着",
    bad: "丢了，或者签了又出事",
};
