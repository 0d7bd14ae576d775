use crate::library::library;
use ninesteps::score::Verifier;
use ninesteps::session::Attempt;
use std::rc::Rc;

thread_local! {
    /// Only the smallest scenario: each is analysed whole.
    static VERIFIER: Verifier = Verifier::new([Rc::clone(&library().scenarios[0].pack.scenario)]);
}

/// Bytes as an attempt file: it is refused, or a verdict is found.
pub fn attempt(bytes: &[u8]) {
    let Ok(mut attempt) = Attempt::from_json(bytes) else { return };
    assert_eq!(Attempt::from_json(attempt.to_json()).as_ref(), Ok(&attempt), "an attempt is the same as a file");
    let verify = |attempt: &Attempt| VERIFIER.with(|verifier| verifier.verify(attempt));
    assert!(!verify(&attempt).word().is_empty());
    // The fuzzer would not guess a hash.
    let pack = Rc::clone(&library().scenarios[0].pack);
    attempt.scenario.clone_from(&pack.scenario.id);
    attempt.hashes = pack.hashes.clone();
    let verdict = verify(&attempt);
    attempt.claim = verdict.replayed();
    let mended = verify(&attempt);
    assert_eq!(mended.holds(), attempt.claim.is_some(), "{verdict:?}, then {mended:?}");
}
