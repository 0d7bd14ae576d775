//! 简体中文。

use super::{Failure, Misunderstood, Question, Usage, Values, Words, percent};
use crate::i18n::Strings;
use crate::language::Language;
use crate::session::attempt::Claim;
use crate::session::{Edit, Unreadable, Verdict};

pub const ZH_HANS: Words = Words {
    usage: Usage {
        about: "给“九步”写客户，写完心里有数：真能教人。",
        synopsis: "用法：",
        commands: "命令：",
        arguments: "参数：",
        options: "选项：",
        values: Values {
            command: "命令",
            options: "选项",
            file: "文件",
            folder: "文件夹",
            files: "文件|文件夹",
            attempts: "记录|文件夹",
            text: "文字",
            number: "整数",
            format: "格式",
            method: "方法",
            code: "代码",
        },
        language: "说哪种语言，起新场景也用它；不写就跟着终端走",
        help: "显示这份说明",
        version: "显示版本号",
        format: |formats| format!("结果用什么格式：{}；不写就用头一种", formats.join("、")),
        methods: "方法文件在哪个文件夹；不写就找场景旁边或上一级的 methods，再用自带的",
        check: "把场景和方法文件里的问题一次找全",
        check_files: "要查的文件；写文件夹就查里面全部",
        publish: "按发布的要求来查",
        watch: "一保存就重查",
        analyse: "算一算：不听客户说话能走多远，够不够格发布",
        file: "场景文件",
        play: "就在终端里谈一场",
        seed: "运气的号码，一个整数；号码相同，运气就相同",
        coached: "每说一句，马上告诉你好在哪里、差在哪里",
        save: "把这一场记到这个新文件里，说一句存一次",
        new: "起一个新场景：一位带着备注的小客户，现成就能玩，照着改就行",
        new_file: "写到哪儿；不写就按标题起文件名",
        new_title: "标题",
        new_method: |methods| format!("按哪套方法评分：{}", methods.join("、")),
        new_customer: "客户怎么称呼",
        new_role: "客户是做什么的",
        explain: "讲清楚一种问题或提醒：什么意思，错的怎样，对的怎样，为什么要紧",
        explain_code: "它的代码，比如 no-such；不写就列出全部",
        schema: "输出 JSON Schema：编辑器照着它，边写边补全、边写边查错",
        schema_of: "哪一种文件的；不写就是场景的",
        verify: "把成绩记录重走一遍，看它算不算数",
        verify_holds: "记录里的每个选择当时都选得了，算出来的成绩和结果又跟它写的一样，这份记录就算数；场景的文字后来改过，也算数。它证明算得对，证明不了是谁在玩。\n\n退出码 0：份份算数。1：有不算数的；没谈完的不是作假，可也还不是成绩。2：没查成。",
        verify_attempts: "网页上下载的记录（.json），或者装着记录的文件夹",
        verify_scenarios: "谈的是哪些场景",
        script: "把场景写成纸上的剧本，每条岔路都在",
        map: "把场景画成图：有哪些场面和结局，怎么走",
        output: "写到哪个新文件；不写就直接显示在这里",
    },
    misunderstood: |misunderstood| {
        let what = match misunderstood {
            Misunderstood::NoCommand => "要做什么？还缺一个命令。".to_owned(),
            Misunderstood::Missing { what } => format!("还缺一样：{what}"),
            Misunderstood::Unknown { what, near: None } => format!("不认识“{what}”。"),
            Misunderstood::Unknown { what, near: Some(near) } => format!("不认识“{what}”。是不是“{near}”？"),
            Misunderstood::Unfit { what, value, allowed: [] } => format!("{what} 不能写成“{value}”。"),
            Misunderstood::Unfit { what, value, allowed } => {
                format!("{what} 不能写成“{value}”。可以写：{}。", allowed.join("、"))
            }
        };
        format!("{what}\n都有哪些，用 ninesteps --help 看。")
    },
    failure: |failure| match failure {
        Failure::File { path, why } => format!("{path}：{why}。路径写对了吗？有读写的权限吗？"),
        Failure::NothingThere { path } => format!("{path} 里没有场景：一个 .toml 文件都没有。"),
        Failure::NoAttempts { path } => format!("{path} 里没有记录：一个 .json 文件都没有。"),
        Failure::Exists { path } => format!("{path} 已经有了，不会覆盖它。换个名字，或者先把它挪开。"),
        Failure::NoScenario { path } => format!("{path} 是方法文件。请写一个用它评分的场景。"),
        Failure::Unread => "结果没人再往下读了。".to_owned(),
        Failure::Terminal { why } => format!("终端用不了：{why}。"),
        Failure::NoTemplate { method, language } => format!("方法“{method}”还没有 {} 的起步场景。", language.tag()),
        Failure::NoSuchCode { code, near: Some(near) } => format!("没有叫“{code}”的问题。是不是“{near}”？"),
        Failure::NoSuchCode { code, near: None } => format!("没有叫“{code}”的问题。单写 ninesteps explain，会列出全部。"),
    },
    problem: "问题",
    warning: "留意",
    mend: "这样改",
    checked: |files, problems, warnings| {
        let found = match (problems, warnings) {
            (0, 0) => "没什么要改的".to_owned(),
            (0, _) => format!("{warnings} 处要留意"),
            (_, 0) => format!("{problems} 个问题"),
            _ => format!("{problems} 个问题，{warnings} 处要留意"),
        };
        format!("查了 {files} 个文件：{found}。")
    },
    exploring: |scenario, states| format!("{scenario}：已经走到 {states} 种局面……"),
    simulating: |scenario, played, of| format!("{scenario}：{of} 场里已经谈了 {played} 场……"),
    watching: "等着下一次保存。按 Ctrl-C 结束。",
    question: |question, fallback| {
        let asked = match question {
            Question::Language(tags) => format!("客户说哪种语言，{}？", tags.join(" 还是 ")),
            Question::Method(methods) => format!("按哪套方法评分，{}？", methods.join(" 还是 ")),
            Question::Title => "标题是什么？".to_owned(),
            Question::Id => "再给文件起个代号，用小写字母、数字和连字符：".to_owned(),
            Question::Customer => "客户怎么称呼？".to_owned(),
            Question::Role => "客户是做什么的？".to_owned(),
        };
        format!("{asked} [{fallback}]")
    },
    ask_again: |question| match question {
        Question::Language(known) | Question::Method(known) => format!("可以写：{}。", known.join("、")),
        _ => "代号只用小写字母 a 到 z、数字和单个连字符，比如 shop-floor。".to_owned(),
    },
    written: |file| {
        format!(
            "写好了：{file}\n\n用文本编辑器打开，每一块做什么用，备注里都写了。\n  ninesteps check {file}    把问题一次找全\n  ninesteps play {file}     玩一遍\n同一位客户的另一种语言，是另一份文件：代号相同，只有文字不同。"
        )
    },
    verdict: |file, verdict| format!("{file}：{}。", verdict_in_words(verdict)),
    verified: |files, holding| match (files, holding) {
        (1, 1) => "这份记录算数。".to_owned(),
        (1, _) => "这份记录不算数。".to_owned(),
        (all, holding) if all == holding => format!("{all} 份记录都算数。"),
        (all, 0) => format!("{all} 份记录都不算数。"),
        (all, holding) => format!("{all} 份记录，{holding} 份算数。"),
    },
    practice: "它是从另一场半路接着谈的，运气早就知道了：只算练习。",
    proves: "重走一遍，证明算得对，证明不了是谁在玩。",
    left_out: |file| format!("{file} 有问题，没有用上。用 ninesteps check {file} 看看是哪里。"),
    verifying: |done, of| format!("{done} / {of} …"),
};

fn verdict_in_words(verdict: &Verdict) -> String {
    match verdict {
        Verdict::Holds(came) => format!("算数。{}", came_out(came)),
        Verdict::OtherWording(came) => format!("算数，只是文字跟这里的场景不一样。{}", came_out(came)),
        Verdict::Edited(Edit::Choice { turn }) => format!("改过。第 {} 轮选的那一句，当时选不了", turn + 1),
        Verdict::Edited(Edit::Claim { claimed, replayed: Some(replayed) }) => {
            format!("改过。上面写的是{}；照它的选择走下来，是{}", came_out(claimed), came_out(replayed))
        }
        Verdict::Edited(Edit::Claim { claimed, replayed: None }) => {
            format!("改过。上面写的是{}；照它的选择走下来，还没谈完", came_out(claimed))
        }
        Verdict::Unfinished { turns } => format!("没谈完。走了 {turns} 轮，谈话还没结束"),
        Verdict::OtherVersion => "版本不同。当时的规则跟这里的场景不一样".to_owned(),
        Verdict::Unknown => "无从查起。谈的那个场景不在给出的这些里面".to_owned(),
        Verdict::Unreadable(Unreadable::Damaged { line, column }) => {
            format!("读不出来。到第 {line} 行第 {column} 列，就不是成绩记录了")
        }
        Verdict::Unreadable(Unreadable::OtherFormat { found }) => format!("读不出来。它是第 {found} 版格式，这里不认识"),
    }
}

fn came_out(claim: &Claim) -> String {
    let score = claim.score.map_or_else(|| "没有成绩".to_owned(), percent);
    format!("{score}，“{}”", (Strings::of(Language::ZhHans).outcome)(claim.outcome))
}
