//! How replies are judged: something to find, something to get wrong, and a why that
//! speaks for it.

use super::gates::{GOOD_WORTH, WEAK_WORTH};
use super::{Case, JudgedScene, Smell, Smelt, Subject, judged_scenes, worth};
use crate::scenario::{Basis, Judged, Reply, ReplyId};

/// Scenes in which every reply is worth the same, or none is good, or none weak.
pub fn worths(case: &Case<'_>) -> Vec<Smelt> {
    judged_scenes(case.scenario).filter_map(|scene| worths_of(case, &scene)).collect()
}

fn worths_of(case: &Case<'_>, judged: &JudgedScene<'_>) -> Option<Smelt> {
    let worths = || judged.replies.iter().map(|(_, reply)| worth(reply));
    let (most, least) = (worths().max()?, worths().min()?);
    let scene = case.scenario.scene(judged.id)?.id.clone();
    let smell = if most == least {
        Smell::SameWorth { scene, worth: most }
    } else if most < GOOD_WORTH {
        Smell::NoGoodReply { scene }
    } else if least > WEAK_WORTH {
        Smell::NoWeakReply { scene }
    } else {
        return None;
    };
    Some(Smelt { subject: Subject::Scene(judged.id), smell })
}

/// Replies that the method has nothing of its own to say about.
pub fn moves(case: &Case<'_>) -> Vec<Smelt> {
    let replies = |scene: JudgedScene<'_>| -> Vec<Smelt> {
        let told =
            |(id, reply): &(ReplyId, &Reply)| Some(Smelt { subject: Subject::Reply(*id), smell: judged_how(case, reply)? });
        scene.replies.iter().filter_map(told).collect()
    };
    judged_scenes(case.scenario).flat_map(replies).collect()
}

fn judged_how(case: &Case<'_>, reply: &Reply) -> Option<Smell> {
    let scene = case.scenario.scene(reply.scene)?;
    let Some(Judged { worth, why, basis, .. }) = &reply.judgement else {
        return Some(Smell::Unjudged { scene: scene.id.clone() });
    };
    let (moment, _) = scene.moment?;
    let mov = reply.mov?;
    match basis {
        Basis::Method(_) => None,
        Basis::Default => {
            Some(Smell::UnlistedMove { mov: case.method.mov(mov)?.id.clone(), moment: case.method.moment(moment)?.id.clone() })
        }
        Basis::Scenario => {
            let verdict = case.method.judge(moment, mov)?;
            let borrowed = verdict.why.get(case.scenario.language) == why;
            (borrowed && verdict.worth != *worth).then_some(Smell::NoOwnWhy { worth: *worth, method: verdict.worth })
        }
    }
}
