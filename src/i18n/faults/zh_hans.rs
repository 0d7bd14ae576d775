//! 文件里的问题，像同事那样说出来。

use super::Told;
use super::examples::examples;
use crate::diagnostic::{Fault, Kind, Named, Slip};

pub fn describe(fault: &Fault) -> Told {
    let (what, mend) = match fault {
        Fault::TooLarge { bytes, limit } => (
            format!("这个文件有 {} KiB，最多只读 {} KiB。", bytes.div_ceil(1024), limit / 1024),
            "把场景拆开，或者看看是不是误贴了什么进来。".into(),
        ),
        Fault::NotUtf8 => ("这不是 UTF-8 文本。".into(), "在编辑器里选“以指定编码保存”，选 UTF-8，再存一次。".into()),
        Fault::ControlCharacter { code } => {
            (format!("这里有一个看不见的控制字符（U+{code:04X}）。"), "删掉它；看不见的话，就把这一行重打一遍。".into())
        }
        Fault::Syntax { slip: which } => {
            let (what, mend) = slip(*which);
            (what.to_owned(), mend.to_owned())
        }
        Fault::FullWidth { found } => {
            (format!("“{found}”是中文标点，引号外面只认英文标点。"), "切到英文输入法再打一遍：= , : \" [ ] { }。".into())
        }
        Fault::WrongFormat { found, supported } => (
            format!("这个文件是第 {found} 版格式，这里只读第 {supported} 版。"),
            if found > supported { "请换新一点的九步。" } else { "请把文件改成现在的格式。" }.into(),
        ),
        Fault::UnknownKey { key, table, near } => {
            (format!("`{key}` 在{}里没有意义。", section(table)), did_you_mean(near, "删掉它，或者挪到该放的地方。"))
        }
        Fault::MissingKey { key, table } => (format!("{}缺了 `{key}`。", section(table)), format!("加上 {}。", addition(key))),
        Fault::WrongKind { key, expected, found } => {
            (format!("`{key}` 应该是{}，这里写的却是{}。", kind(*expected), kind(*found)), example(key, *expected))
        }
        Fault::OutOfRange { key, found, min, max } => {
            (format!("`{key}` 写的是 {found}，但要是 {min} 到 {max} 之间的整数。"), "换一个范围内的数。".into())
        }
        Fault::BadChance { found } => {
            (format!("{found} 当不了概率。"), "概率是 0 到 1 之间的数，小数最多四位，比如 0.25。".into())
        }
        Fault::NotOneOf { key, found, allowed, near } => {
            (format!("`{key}` 不能写“{found}”。"), did_you_mean(near, &format!("只能是：{}。", allowed.join("、"))))
        }
        Fault::BadId { found } => {
            (format!("“{found}”当不了名字。"), "名字只用小写字母 a 到 z、数字和单个连字符，比如 shop-floor。".into())
        }
        Fault::DuplicateId { id, first_line } => {
            (format!("“{id}”这个名字第 {first_line} 行已经用了。"), "给其中一个换个名字。".into())
        }
        Fault::EmptyText { key } => (format!("`{key}` 是空的。"), "把内容写上，或者删掉这一行。".into()),
        Fault::NoSuch { what, id, near } => (
            format!("没有叫“{id}”的{}。", named(*what)),
            did_you_mean(near, &format!("把它写出来，或者换成已有的{}。", named(*what))),
        ),
        Fault::ReservedMeter { id } => (format!("刻度不能叫“{id}”：这个词在条件里另有用处。"), "换个名字。".into()),
        Fault::OpenNext => (
            "这个 `next` 可能走不下去：最后一项不是每次都成立。".into(),
            "末尾放一项既没有 `when` 也没有 `chance` 的，比如 { to = \"shrug\" }。".into(),
        ),
        Fault::DeadBranch => ("这一项永远轮不到：前面那项总是成立。".into(), "把没有 `when` 和 `chance` 的那项挪到最后。".into()),
        Fault::ChanceOverfull => ("这个 `next` 里的概率加起来超过了 1。".into(), "改小一些：剩下的都归最后一项。".into()),
        Fault::NoPlainWording { key } => (
            format!("`{key}` 的每种说法都带 `when`，有时会没话可说。"),
            "留一种不带 `when` 的说法，别的都不合适时就用它。".into(),
        ),
        Fault::OnlyInPick { key } => (
            format!("`{key}` 写在了场面上，可只有带 `pick` 的场面才能这样写。"),
            format!("把 `{key}` 挪到回应里，或者加上 `pick = 2`。"),
        ),
        Fault::NotInPick { key } => (
            format!("带 `pick` 的场面里，回应不能有 `{key}`。"),
            if key == "next" { "`next` 只在场面上写一次。" } else { "删掉它。" }.into(),
        ),
        Fault::PickTooMany { pick, replies } => {
            (format!("写了 `pick = {pick}`，可这一场只有 {replies} 个回应。"), "多写几个回应，或者少选几个。".into())
        }
        Fault::TooManyReplies { replies, limit } => {
            (format!("这一场有 {replies} 个回应，最多显示 {limit} 个。"), "三个就够让人为难了。".into())
        }
        Fault::TooManyScenes { scenes, limit } => {
            (format!("这个文件有 {scenes} 个场面，最多读 {limit} 个。"), "拆成几个场景。".into())
        }
        Fault::NoScene => ("一个场面也没有。".into(), "加一个：先写一行 [[scene]]，下面写 `id` 和 `says`。".into()),
        Fault::NoReply { scene } => (
            format!("“{scene}”里没有话可说，谈话会卡在这里。"),
            "加一个 [[scene.reply]]，或者用 `otherwise` 写明去哪里，或者标上 `todo = true`。".into(),
        ),
        Fault::JudgedWithoutMoment { key } => {
            (format!("`{key}` 是给回应打分的，可这一场没有 `moment`，不计分。"), "给这一场加上 `moment`，或者删掉这一行。".into())
        }
        Fault::AfterCycle { scenes } => {
            (format!("几次会面绕成了圈：{}。", scenes.join(" → ")), "每次会面耐心都会补满，这样会没完没了。请把圈断开。".into())
        }
        Fault::MissingBroken { ending, outcome, promise } => (
            format!("结局“{ending}”没写“{promise}”兑现不了时客户怎么说。"),
            format!("在这个结局下面加 [ending.broken]，写上 {outcome} = \"那时客户说的话\"。"),
        ),
        Fault::DuplicateJudgement { id } => (format!("“{id}”这一招在这个时机里评了两次。"), "留一个就好。".into()),
        Fault::DuplicateAnswer { id } => {
            (format!("“{id}”在这道练习题里写了两次，正确答案就成了两个。"), "只留在一个选项里。".into())
        }
        Fault::MethodLanguage { method, language } => {
            (format!("方法“{method}”没有 {language} 这种语言的文字。"), "在方法文件里补上。".into())
        }
    };
    Told { what, mend }
}

fn did_you_mean(near: &Option<String>, otherwise: &str) -> String {
    near.as_ref().map_or_else(|| otherwise.to_owned(), |near| format!("是不是想写“{near}”？"))
}

/// 表的名字。
fn section(table: &str) -> String {
    let name = match table {
        "scenario" => "文件开头",
        "scene" => "场面",
        "reply" => "回应",
        "ending" => "结局",
        "customer" => "客户一节",
        "briefing" => "准备一节",
        "meter" => "刻度",
        "promise" => "承诺",
        "drift" => "变卦一项",
        "wording" => "说法",
        "next" => "去向",
        "when" => "条件",
        "broken" => "失约一节",
        "method" => "方法文件开头",
        "step" => "步骤",
        "move" => "招",
        "moment" => "时机",
        "judgement" => "评判",
        "criterion" => "标准",
        "default" => "[default] 一节",
        other => return format!("`{other}`"),
    };
    name.to_owned()
}

const fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Text => "引号里的文字",
        Kind::Number => "整数",
        Kind::Fraction => "小数",
        Kind::Flag => "true 或 false",
        Kind::List => "方括号里的列表",
        Kind::Table => "一个表",
        Kind::Date => "日期",
        Kind::Wordings => "一句话，或者几种说法的列表",
        Kind::Names => "一个名字，或者名字的列表",
        Kind::Branches => "一个名字，或者几条去向的列表",
        Kind::Conditions => "一个条件表",
        Kind::Bounds => "整数，或者 { at_least, at_most }",
        Kind::Promise => "整数，或者 \"vague\"",
        Kind::Sections => "一节一节的写法",
    }
}

fn example(key: &str, expected: Kind) -> String {
    let examples = examples(key, expected).map(|example| format!("`{example}`"));
    format!("写成 {}。", examples.collect::<Vec<_>>().join(" 或 "))
}

/// 缺的键怎么补。
fn addition(key: &str) -> String {
    match key {
        "customer" | "briefing" | "default" => format!("[{key}] 一节"),
        _ => format!("`{key} = …`"),
    }
}

const fn named(what: Named) -> &'static str {
    match what {
        Named::Scene => "场面",
        Named::SceneOrEnding => "场面或结局",
        Named::Ending => "结局",
        Named::Reply => "回应（写作 场面/回应）",
        Named::Meter => "刻度",
        Named::Fact => "事实",
        Named::Promise => "承诺",
        Named::Method => "方法",
        Named::Step => "步骤",
        Named::Moment => "时机",
        Named::Move => "招",
        Named::Criterion => "标准",
    }
}

/// TOML 写错了，用没见过 TOML 的人也懂的话说。
const fn slip(slip: Slip) -> (&'static str, &'static str) {
    match slip {
        Slip::Unquoted => ("文字要放在引号里。", "前后各加一个英文引号 \"。"),
        Slip::UnclosedText => ("这句话没有收尾的引号。", "用英文引号 \" 收尾；句子里面的英文引号写成 \\\"。"),
        Slip::DuplicateKey => ("这个键在这里写了第二次。", "留一个就好。"),
        Slip::Escape => ("这里的反斜杠后面跟错了东西。", "真要写反斜杠，就连写两个：\\\\。"),
        Slip::NoValue => ("等号后面是空的。", "把值写上，或者删掉这一行。"),
        Slip::Assignment => ("键和值之间要有且只有一个等号。", "写成 `键 = 值`。"),
        Slip::MissingComma => ("少了一个逗号。", "在两项之间加一个英文逗号。"),
        Slip::ExtraComma => ("多了一个逗号。", "删掉它。"),
        Slip::UnclosedList => ("这个列表没有收尾。", "用 ] 收尾。"),
        Slip::UnclosedTable => ("这个 { 没有收尾。", "用 } 收尾。"),
        Slip::UnclosedHeading => ("这一节的标题没有收尾。", "标题写成 [customer] 或 [[scene]] 这样。"),
        Slip::BadKey => ("这个当不了键。", "键只用英文字母、数字和连字符；标点请用英文的。"),
        Slip::Taken => ("这个名字已经有值了，里面放不了别的。", "给其中一个换个名字。"),
        Slip::BadNumber => ("这个数写得不对。", "直接写，比如 30。"),
        Slip::TooDeep => ("括号套得太深了。", "写简单一些。"),
        Slip::Other => ("这里读不懂。", "看看这一行或上一行是不是少了引号、括号或等号；标点要用英文的。"),
    }
}
