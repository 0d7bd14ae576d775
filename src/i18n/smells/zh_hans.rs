//! 说得通、却不大对劲的地方，用中文讲。

use crate::analysis::{LIMIT, Player};
use crate::check::{Difference, Smell, gates};
use crate::i18n::faults::Told;
use crate::i18n::percent;
use crate::language::Language;

pub fn describe(smell: &Smell) -> Told {
    let (what, mend) = match smell {
        Smell::SceneUnreachable { scene } => {
            (format!("怎么走都到不了“{scene}”。"), "找一处用 `next` 通向它，条件要满足得了；用不着就删掉。".to_owned())
        }
        Smell::ReplyUnreachable { scene } => (
            format!("在“{scene}”里，这句回应永远轮不到。"),
            "不管怎么走到这里，它的 `when` 都不成立：放宽条件，或者删掉这句。".into(),
        ),
        Smell::EndingUnreachable { ending } => {
            (format!("没有一场对话会以“{ending}”收场。"), "找一处用 `next` 通向它，条件要满足得了；用不着就删掉。".into())
        }
        Smell::DeadEnd { scene } => (
            format!("在“{scene}”里话可能说完了，接下来去哪儿却没写。到了那一步，谈话就断了，单子也丢了。"),
            "给最后那几句加上 `next`，或者给这个场面加上 `otherwise`。".into(),
        ),
        Smell::PatienceLoop { scenes } => (
            format!("在这里可以一直兜圈子，兜到客户没了耐心：{}。", scenes.join("、")),
            "去掉其中一句的 `repeat`，或者用 `next` 让它走出这个圈。".into(),
        ),
        Smell::NoImpatient => (
            "客户的耐心可能耗尽，到时候谈话说停就停，客户一句话也没有。".into(),
            "为它写一个结局，在文件开头用 `impatient = \"…\"` 指明。".into(),
        ),
        Smell::StepUnreached { step } => (format!("“{step}”这一步写了场面，却一个也走不到。"), "用 `next` 通向其中一个。".into()),
        Smell::StepsUnused { steps } => (
            format!("这些文件里，没有一个场景练到：{}。", steps.join("、")),
            "专门写一个场景，或者在哪个场景里添一个场面，`moment` 用那一步的时机。".into(),
        ),
        Smell::SameWorth { scene, worth } => (
            format!("在“{scene}”里，每句回应都值 {worth} 分。"),
            "让学员有得选：一句合时机的，一句不合的。要是这里本来就不打分，就把 `moment` 去掉。".into(),
        ),
        Smell::NoGoodReply { scene } => (
            format!("在“{scene}”里，没有一句值 {} 分以上。", gates::GOOD_WORTH),
            "添上好销售会说的那一句，用合这个时机的招。".into(),
        ),
        Smell::NoWeakReply { scene } => {
            (format!("在“{scene}”里，句句都是好的，怎么选都错不了。"), "添上一句心急的新人会说的话。".into())
        }
        Smell::Unjudged { scene } => {
            (format!("“{scene}”是要打分的，这句却没有评判。"), "给它一个 `move`，或者写上 `worth` 和 `why`。".into())
        }
        Smell::UnlistedMove { mov, moment } => (
            format!("方法没说 `{moment}` 时用 `{mov}` 好不好，学员只会读到一句笼统的话。"),
            "换一招这个时机里讲到的，或者自己写一句 `why`。".into(),
        ),
        Smell::NoOwnWhy { worth, method } => (
            format!("这句在这里值 {worth} 分，理由却是方法里为 {method} 分写的。"),
            "自己写一句 `why`，说清楚为什么是这个分。".into(),
        ),
        Smell::LongestIsBest { count, of, scenes } => (
            format!("{of} 个打分的场面里，有 {count} 个是最长的那句最好。学员看得出来。"),
            format!("从这些场面里挑几个，把那句改短，或者把别的写长：{}。", scenes.join("、")),
        ),
        Smell::SamePlace { place, count, of } => (
            format!("{of} 个打分的场面里，有 {count} 个最好的都是文件里的第 {place} 句。"),
            "换换次序，也看看别的几句是不是写得一样用心。".into(),
        ),
        Smell::UnevenReplies { scene, longest, shortest } => (
            format!("“{scene}”里的回应长短悬殊：最长 {longest} 个字，最短 {shortest} 个字。"),
            "拉近一些，别让长短露了底。".into(),
        ),
        Smell::LongLine { scene, load, limit, language } => (
            format!("“{scene}”一开头就要读 {load} 个{}，{limit} 个以内读着才舒服。", unit(*language)),
            "写短些，或者挪一部分到客户的回答里。".into(),
        ),
        Smell::LongReply { load, limit, language } => (
            format!("这句有 {load} 个{}，{limit} 个以内读着才舒服。", unit(*language)),
            "写短些：谁也不会一口气说这么多。".into(),
        ),
        Smell::Todo { scene } => (format!("“{scene}”还没写。"), "写好，再去掉 `todo`。".into()),
        Smell::NaivePlayer { player, skill } => (
            format!("{}，不听客户说话，从瞎蒙到最好的路也能走 {}。", habit(*player), percent(*skill)),
            format!(
                "让这个习惯多碰几次壁：要在 {} 以下才行。各个场面的分，用 `ninesteps analyse` 看。",
                percent(gates::NAIVE_SKILL)
            ),
        ),
        Smell::NothingToWin => ("瞎蒙跟最好的打法一样：这里没什么可学的。".into(), "给场面加上时机，给回应用上不同的招。".into()),
        Smell::ManyStates { states: Some(states) } => {
            (format!("这场对话能走出 {states} 种局面；到了 {} 种，在手机上算复盘就要等太久。", gates::STATES), SIMPLER.to_owned())
        }
        Smell::ManyStates { states: None } => (
            format!("这场对话能走出的局面在 {} 种以上，所以只看了哪里通向哪里。", gates::STATES),
            format!("{SIMPLER}加上 `--publish`，就会全部算完。"),
        ),
        Smell::NotExact => (format!("这场对话能走出的局面超过 {LIMIT} 种，每句值多少，算不出来了。"), SIMPLER.to_owned()),
        Smell::TwinDiffers { file, difference } => (
            format!("{file} 是同一位客户的另一种语言版，内容却对不上：{}。", parted(difference)),
            "把两份对齐，只有文字可以不同。".into(),
        ),
    };
    Told { what, mend }
}

const fn habit(player: Player) -> &'static str {
    match player {
        Player::Chance => "瞎蒙",
        Player::First => "总选文件里第一句",
        Player::Last => "总选文件里最后一句",
        Player::Longest => "总选最长那句",
        Player::Shortest => "总选最短那句",
        Player::AskOpen => "总问开放问题",
        Player::AskClosing => "总问收结问题",
        Player::Agree => "总顺着客户",
    }
}

/// 怎样让对话小一点。
const SIMPLER: &str = "条件里少用几个刻度和事实，`patience` 写小些，少留些能回头的场面。";

const fn unit(language: Language) -> &'static str {
    match language {
        Language::En => "词",
        Language::ZhHans => "字",
    }
}

fn parted(difference: &Difference) -> String {
    let named = |what: &str, at: &usize, here: &Option<String>, there: &Option<String>| match (here, there) {
        (Some(here), Some(there)) => format!("第 {at} 个{what}，这边叫“{here}”，那边叫“{there}”"),
        (Some(here), None) => format!("那边没有{what}“{here}”"),
        (None, Some(there)) => format!("这边没有{what}“{there}”"),
        (None, None) => format!("第 {at} 个{what}不同"),
    };
    match difference {
        Difference::Frame { key } => format!("`{key}` 不同"),
        Difference::Names { key } => format!("`{key}` 里的名字或数字不同"),
        Difference::Scene { at, here, there } => named("场面", at, here, there),
        Difference::Ending { at, here, there } => named("结局", at, here, there),
        Difference::Outcome => "这个结局的 `outcome` 不同".to_owned(),
        Difference::Replies { here, there } => format!("这个场面，这边 {here} 句回应，那边 {there} 句"),
        Difference::Staging { key } => format!("这个场面的 `{key}` 不同"),
        Difference::Reply { at, key } => format!("第 {at} 句回应的 `{key}` 不同"),
        Difference::Wordings { key } => format!("`{key}` 的说法，两边的数目或条件不同"),
        Difference::Rules => "两边的规则不同".to_owned(),
    }
}
