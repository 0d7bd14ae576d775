//! The browser's own voices.

use crate::language::Language;
use wasm_bindgen::JsCast;
use web_sys::{SpeechSynthesis, SpeechSynthesisUtterance, SpeechSynthesisVoice};

/// Reads a text aloud after what is being read, in a voice of its language; not at all
/// where the browser has voices and none of them speaks it. The mood, 0 to 4, gives the
/// tone.
pub fn speak(text: &str, language: Language, mood: u8) {
    let (Some(synthesis), Ok(utterance)) = (synthesis(), SpeechSynthesisUtterance::new_with_text(text)) else { return };
    let tag = spoken_tag(language);
    let voices: Vec<SpeechSynthesisVoice> = synthesis.get_voices().iter().filter_map(|voice| voice.dyn_into().ok()).collect();
    // Chinese voices call themselves zh-CN or zh_CN, seldom zh-Hans.
    let voice = voices.iter().find(|voice| voice.lang().get(..2) == tag.get(..2));
    if voice.is_none() && !voices.is_empty() {
        return;
    }
    utterance.set_voice(voice);
    utterance.set_lang(tag);
    let warmth = f32::from(mood.min(4)) - 2.0;
    utterance.set_pitch(1.0 + 0.08 * warmth);
    utterance.set_rate(1.0 - 0.03 * warmth);
    synthesis.speak(&utterance);
}

/// Stops in the middle of a word.
pub fn silence() {
    if let Some(synthesis) = synthesis() {
        synthesis.cancel();
    }
}

const fn spoken_tag(language: Language) -> &'static str {
    match language {
        Language::En => "en-US",
        Language::ZhHans => "zh-CN",
    }
}

/// `None` where the browser has no voices at all.
fn synthesis() -> Option<SpeechSynthesis> {
    web_sys::window()?.speech_synthesis().ok()
}
