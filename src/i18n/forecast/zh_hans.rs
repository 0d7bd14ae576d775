//! 预测的文字。

use super::Words;

pub const ZH_HANS: Words = Words {
    title: "先报个数",
    intro: "考试之前先估一估：每一步你能拿到几成？100% 就是这一步一分不丢。复盘时会把结果摆在旁边。",
    not_chosen: "选一个",
    so_far: |percent, conversations| format!("目前 {percent}%，练过 {conversations} 场。"),
    never: "还没练过。",
    start: "开始考试",
    still_to_choose: |steps| format!("还有 {steps} 步没报。"),
    without: "不报了，直接考",
    between_sentences: "",
    accuracy_so_far: |percent| format!("你目前的预测准度：{percent}。"),
    accuracy: "预测准度",
    accuracy_meaning: |exams| format!("最近 {exams} 场报过数的考试里，结果除以预测。100% 就是说到做到。"),
    too_much: "你常常报高了。下次开口之前，先往下压一压。",
    fits: "你报多少就来多少，说的话靠得住。",
    too_little: "你常常报低了，可以对自己要求再高一点。",
    too_few: |exams| format!("报过 {exams} 场以后，这里会告诉你是容易报高还是报低。"),
    supervisor: "主管就是看着这份记录来定信心指数的：结果出来之前，你报的数按几折算。",
};
