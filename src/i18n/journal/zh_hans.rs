//! 周记的文字。

use super::Words;
use crate::record::Part;

const DAYS: [&str; 7] = ["周一", "周二", "周三", "周四", "周五", "周六", "周日"];

pub const ZH_HANS: Words = Words {
    journal: "周记",
    lead: "每晚几分钟：不顺的说出来，做成的讲出来，看到的记下来。写什么都行，几句话就够。",
    on_this_device: |characters| format!("写的都留在这台设备上。每一栏最多 {characters} 字。"),
    today: "今天",
    day: |at, (_, month, day)| format!("{month}月{day}日{}", DAYS.get(at).copied().unwrap_or_default()),
    week: |(from_year, from_month, from), (year, to_month, to)| {
        let end = match (from_year == year, from_month == to_month) {
            (true, true) => format!("{to}日"),
            (true, false) => format!("{to_month}月{to}日"),
            (false, _) => format!("{year}年{to_month}月{to}日"),
        };
        format!("{from_year}年{from_month}月{from}日到{end}")
    },
    part: |part| match part {
        Part::Setback => "不顺的",
        Part::Success => "做成的",
        Part::Noticed => "看到的",
    },
    ask: |part| match part {
        Part::Setback => "不顺的：怎么回事，换作现在我会怎么说",
        Part::Success => "做成的：哪一件值得讲给大家听",
        Part::Noticed => "看到的：留意到了什么",
    },
    kept: "存好了，就在这台设备上。",
    cut: |characters| format!("存好了，就在这台设备上；超过 {characters} 字的部分没有留下。"),
    edit: |day| format!("改{day}的"),
    nothing_written: "没有写。",
    add: "补写这一周的：",
    week_before: "前一周",
    week_after: "后一周",
    facts: "这一天练过的",
    no_talk: "这一天没在这里练。别处遇到的事，一样值得记。",
    no_score: "没有成绩",
    played_on: |turn| format!("从第 {turn} 轮重谈"),
    costliest: |turn, title| format!("《{title}》第 {turn} 轮丢得最多：换作现在，你会怎么说？"),
    success: |title, outcome| format!("《{title}》{outcome}：靠的是什么？"),
    take_along: "存成文件",
    take_along_hint: "纯文本（Markdown），什么编辑器都打得开。新写的排在后面。",
    all_as_file: "全部周记",
    week_as_file: |week| format!("只存{week}"),
};
