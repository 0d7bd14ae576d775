//! 说得通、却不大对劲的地方，用中文讲。

use super::percent;
use crate::analysis::Player;
use crate::check::{Difference, Smell, gates};
use crate::i18n::faults::Told;

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
            format!("在“{scene}”里话可能说完了，接下来去哪儿却没写。"),
            "给最后那几句加上 `next`，或者给场面加上 `otherwise`。".into(),
        ),
        Smell::PatienceLoop { scenes } => (
            format!("在这里可以一直兜圈子，兜到客户没了耐心：{}。", scenes.join("、")),
            "路上的回应，去掉一处 `repeat`，或者让它走出去。".into(),
        ),
        Smell::NoImpatient => {
            ("客户的耐心可能耗尽，却没给他留一句话。".into(), "写一个结局，在文件开头用 `impatient = \"…\"` 指明。".into())
        }
        Smell::StepUnreached { step } => (format!("有“{step}”这一步的场面，却一个也走不到。"), "至少让其中一个走得到。".into()),
        Smell::StepsUnused { steps } => (
            format!("这里的场景都没练到这几步：{}。", steps.join("、")),
            "为它们写一个场景，或者给现有的添一个这种时机的场面。".into(),
        ),
        Smell::SameWorth { scene, worth } => (
            format!("在“{scene}”里，每句回应都值 {worth} 分。"),
            "给学员留点可找的：一句合时机的，一句不合的。要是这里不打分，就把 `moment` 去掉。".into(),
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
            format!("方法里没讲 `{moment}` 时用 `{mov}` 怎么样，学员只会看到一句笼统的话。"),
            "换一招这个时机里列了的，或者自己写上 `why`。".into(),
        ),
        Smell::NoOwnWhy { worth, method } => {
            (format!("这句在这里值 {worth} 分，方法给的理由讲的却是 {method} 分。"), "写一句 `why`，说明为什么是这个分。".into())
        }
        Smell::LongestIsBest { count, of, scenes } => (
            format!("{of} 个打分的场面里，有 {count} 个最长的就是最好的。学员看得出来。"),
            format!("挑几个场面，把它改短，或者把别的写长：{}。", scenes.join("、")),
        ),
        Smell::SamePlace { place, count, of } => (
            format!("{of} 个打分的场面里，有 {count} 个最好的那句都写在第 {place} 个。"),
            "换换次序，也看看别的几句是不是写得一样用心。".into(),
        ),
        Smell::UnevenReplies { scene, longest, shortest } => (
            format!("“{scene}”里的回应长短悬殊：最长 {longest} 个字，最短 {shortest} 个字。"),
            "拉近一些，别让长短露了底。".into(),
        ),
        Smell::LongLine { scene, load, limit, .. } => {
            (format!("“{scene}”一开头就要读 {load} 个字，{limit} 个以内才舒服。"), "写短些，或者挪一部分到回答里说。".into())
        }
        Smell::LongReply { load, limit, .. } => {
            (format!("这句有 {load} 个字，{limit} 个以内才舒服。"), "写短些：谁也不会一口气说这么多。".into())
        }
        Smell::Todo { scene } => (format!("“{scene}”还没写。"), "写好，再去掉 `todo`。".into()),
        Smell::NaivePlayer { player, skill } => (
            format!("{}的人，从瞎蒙到最好的路，走了 {}。", habit(*player), percent(*skill)),
            format!("让这个习惯多碰几次壁；低于 {} 才能发布。哪些场面，`analyse` 里看得到。", percent(gates::NAIVE_SKILL)),
        ),
        Smell::NothingToWin => ("瞎蒙跟最好的打法一样：这里没什么可学的。".into(), "给场面加上时机，给回应用上不同的招。".into()),
        Smell::ManyStates { states } => (
            format!("这场对话有 {states} 种局面；不超过 {} 种，在哪儿都能马上算完。", gates::STATES),
            "条件里少用几个刻度和事实，少留些能回头的场面。".into(),
        ),
        Smell::NotExact => {
            ("这场对话的局面太多，没法精确算完。".into(), "条件里少用几个刻度和事实，耐心写小些，少留些能回头的场面。".into())
        }
        Smell::TwinDiffers { file, difference } => (
            format!("{file} 是同一位客户的另一种语言，意思却不一样：{}。", parted(difference)),
            "把两份改成一样，只有话可以不同。".into(),
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
        Player::AskClosing => "总问封闭问题",
        Player::Agree => "总顺着客户",
    }
}

fn parted(difference: &Difference) -> String {
    let called = |other: &Option<String>| other.as_ref().map_or_else(|| "没有".to_owned(), |id| format!("叫“{id}”"));
    match difference {
        Difference::Frame { key } => format!("`{key}` 不同"),
        Difference::Names { key } => format!("`{key}` 里的名字或数字不同"),
        Difference::Scene { at, other } => format!("第 {at} 个场面，那边{}", called(other)),
        Difference::Staging { key } => format!("这个场面的 `{key}` 不同"),
        Difference::Replies { here, there } => format!("这个场面，这边 {here} 句回应，那边 {there} 句"),
        Difference::Reply { at, key } => format!("第 {at} 句回应的 `{key}` 不同"),
        Difference::Ending { at, other } => format!("第 {at} 个结局，那边{}，或者结果不同", called(other)),
    }
}
