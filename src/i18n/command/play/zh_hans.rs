//! 在终端里谈一场。

use super::Words;

pub const ZH_HANS: Words = Words {
    seed: |seed| format!("想要同样的运气：--seed {seed}"),
    ask_one: |of| if of == 1 { "填 1；q 离开：".to_owned() } else { format!("填 1 到 {of}；q 离开：") },
    ask_several: |count, of| {
        let example: Vec<String> = (1..=count).map(|number| number.to_string()).collect();
        format!("1 到 {of} 里选 {count} 条，比如 {}；q 离开：", example.join(" "))
    },
    not_offered: |typed, of| match (typed, of) {
        ("", _) => "填上那一条的号码。".to_owned(),
        (typed, 1) => format!("没有“{typed}”，只有 1。"),
        (typed, of) => format!("没有“{typed}”，只有 1 到 {of}。"),
    },
    other_count: |wanted, named| format!("要选 {wanted} 条不同的，你填了 {named} 条。"),
    ask_turn: |of| format!("第几轮，1 到 {of}；不猜就按回车："),
    no_such_turn: |typed, of| format!("没有第“{typed}”轮，只有 1 到 {of}。"),
    left: |turns| match turns {
        0 => "一句还没说就离开了。客户等着你。".to_owned(),
        turns => format!("谈了 {turns} 轮就离开了：这一场没谈完，没有成绩。"),
    },
    saved: |path| format!("这一场记在 {path} 里。"),
};
