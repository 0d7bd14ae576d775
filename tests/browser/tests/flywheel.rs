//! The four passes: watch, explained, play, teach back.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a journey that cannot go on says so by panicking, like any test"
)]

use journeys::play::{EN, Words, ZH};
use journeys::{Books, Page, Role, journey, words_of};
use serde_json::json;
use thirtyfour::prelude::Key;

/// The words of the passes.
struct Passes {
    words: &'static Words,
    four: &'static str,
    watch: &'static str,
    explained: &'static str,
    play: &'static str,
    teach_back: &'static str,
    done: &'static str,
    go_on_to: fn(&str) -> String,
    you: &'static str,
    customer: &'static str,
    /// Letters or characters that are read in a second.
    pace: usize,
    /// Watching.
    start: &'static str,
    pause: &'static str,
    go_on: &'static str,
    back: &'static str,
    forward: &'static str,
    all: &'static str,
    again: &'static str,
    signed: &'static str,
    to_flawed: &'static str,
    where_wrong: &'static str,
    is_mistake: fn(usize) -> String,
    compare: &'static str,
    found_one_of: fn(usize) -> String,
    one_was_fine: &'static str,
    found: &'static str,
    missed: &'static str,
    fine: &'static str,
    /// Explained.
    turn_of_7: fn(usize) -> String,
    turn: fn(usize) -> String,
    turn_back: &'static str,
    next_turn: &'static str,
    all_turns: &'static str,
    read: &'static str,
    /// Teaching back.
    from_own: &'static str,
    question_of: fn(usize) -> String,
    once_more: &'static str,
    fits: &'static str,
    does_not_fit: &'static str,
    moment: &'static str,
    mov: &'static str,
    reasons: &'static str,
    yes: &'static str,
    not_quite: &'static str,
    comes_again: &'static str,
    next: &'static str,
    mend: &'static str,
    place_of: fn(usize, usize) -> String,
    said_instead: &'static str,
    mended: &'static str,
    not_mended: &'static str,
    summary: &'static str,
    explained_3_of_4: &'static str,
    mended_of: fn(usize, usize) -> String,
    /// The best replies of the scenes that a weak reply leads to, and those of the scene
    /// in which nothing is judged.
    best_elsewhere: [&'static str; 6],
}

const IN_ENGLISH: Passes = Passes {
    words: &EN,
    four: "Four passes",
    watch: "Watch",
    explained: "Explained",
    play: "Play",
    teach_back: "Teach back",
    done: "done",
    go_on_to: |pass| format!("Next: {pass}"),
    you: "You",
    customer: "Mr Zhao",
    pace: 15,
    start: "Start",
    pause: "Pause",
    go_on: "Go on",
    back: "Step back",
    forward: "Step forward",
    all: "Show all",
    again: "Again from the beginning",
    signed: "Signed",
    to_flawed: "On to the flawed talk",
    where_wrong: "Where did it go wrong?",
    is_mistake: |turn| format!("Turn {turn} was a mistake"),
    compare: "Compare",
    found_one_of: |all| format!("You found 1 of {all} mistakes."),
    one_was_fine: "One reply that you marked gave nothing away.",
    found: "Found",
    missed: "Slipped by",
    fine: "This one cost nothing",
    turn_of_7: |turn| format!("Turn {turn} of 7"),
    turn: |turn| format!("Turn {turn} "),
    turn_back: "One turn back",
    next_turn: "Next turn",
    all_turns: "Show every turn",
    read: "I have read it",
    from_own: "From your last conversation with this customer.",
    question_of: |n| format!("Question {n} of 4"),
    once_more: "Once more",
    fits: "It fits.",
    does_not_fit: "It does not fit.",
    moment: "The moment",
    mov: "Your move",
    reasons: "Does it fit the moment, and why?",
    yes: "Yes, that is the reason.",
    not_quite: "Not quite.",
    comes_again: "The question comes again at the end.",
    next: "Next",
    mend: "Mend a talk",
    place_of: |n, all| format!("Place {n} of {all}"),
    said_instead: "What would you say instead?",
    mended: "That mends it: nothing is given away.",
    not_mended: "That still gives something away.",
    summary: "What you have taught back",
    explained_3_of_4: "Explained at the first go: 3 of 4.",
    mended_of: |n, all| format!("Mended: {n} of {all}."),
    best_elsewhere: [
        "What's it like at home by the time you get in?",
        "May I put it simply: would you try one single Thursday, yes or no?",
        "Say Chen gets his bowl at half past seven. Is it a yes, then?",
        "I will. Monday at three I'll come for a bowl, and leave my bag at home.",
        "Please, you go ahead. I'm fine over here.",
        "I'm standing here anyway. Shall I take the chopsticks over?",
    ],
};

const IN_CHINESE: Passes = Passes {
    words: &ZH,
    four: "四遍",
    watch: "看一遍",
    explained: "听一遍",
    play: "练一遍",
    teach_back: "说一遍",
    done: "已完成",
    go_on_to: |pass| format!("接下来：{pass}"),
    you: "你",
    customer: "老赵",
    pace: 5,
    start: "开始看",
    pause: "停一下",
    go_on: "接着看",
    back: "退一步",
    forward: "进一步",
    all: "全部显示",
    again: "从头再看",
    signed: "签了",
    to_flawed: "去看走偏的那一场",
    where_wrong: "哪里走偏了？",
    is_mistake: |turn| format!("第 {turn} 轮走偏了"),
    compare: "对一对",
    found_one_of: |all| format!("走偏了 {all} 处，你找到 1 处。"),
    one_was_fine: "你标的里面，有 1 句其实没丢分。",
    found: "找到了",
    missed: "这句漏过去了",
    fine: "这句没丢分",
    turn_of_7: |turn| format!("第 {turn} 轮，共 7 轮"),
    turn: |turn| format!("第 {turn} 轮"),
    turn_back: "回上一轮",
    next_turn: "下一轮",
    all_turns: "每一轮都显示",
    read: "看完了",
    from_own: "取自你和这位客户的上一场。",
    question_of: |n| format!("第 {n} 题，共 4 题"),
    once_more: "再来一次",
    fits: "用对了。",
    does_not_fit: "用得不对。",
    moment: "当时的情形",
    mov: "你的招",
    reasons: "对不对，为什么？",
    yes: "对，就是这个道理。",
    not_quite: "还差一点。",
    comes_again: "这一题最后再问一次。",
    next: "下一个",
    mend: "把走偏的改过来",
    place_of: |n, all| format!("第 {n} 处，共 {all} 处"),
    said_instead: "换成你，这里说什么？",
    mended: "改得好，这样一分没丢。",
    not_mended: "这样还是丢了一点。",
    summary: "这一遍你讲下来",
    explained_3_of_4: "4 个道理，一次讲对 3 个。",
    mended_of: |n, all| format!("{all} 处走偏，改好了 {n} 处。"),
    best_elsewhere: [
        "您每天收了工到家，家里是个什么情形？",
        "我直说了啊：就这一个礼拜四，您是试，还是不试？",
        "老陈要是七点半能吃上面，这事您就定了，是不是？",
        "好，给您留着。下周一三点我来吃碗面，包就不背进来了。",
        "您先忙，您先忙，我在边上等着就行。",
        "我反正站着，筷子我给那位拿过去吧？",
    ],
};

/// How a thing is used.
#[derive(Clone, Copy, PartialEq, Eq)]
enum By {
    Mouse,
    Keyboard,
}

impl By {
    async fn press(self, page: &Page, role: Role, name: &str) {
        match self {
            Self::Mouse => page.press(role, name).await,
            Self::Keyboard => {
                page.find(role, name).await;
                page.tab_to(role, name).await;
                page.key(if role == Role::Button { ' ' } else { char::from(Key::Enter) }).await;
            }
        }
    }

    /// Presses the first button that is called so in the keyboard's way: by its key.
    async fn press_or(self, page: &Page, name: &str, key: char) {
        match self {
            Self::Mouse => page.press(Role::Button, name).await,
            Self::Keyboard => page.key(key).await,
        }
    }
}

impl Passes {
    fn title(&self, pass: &str) -> String {
        format!("{pass} · {}", self.words.first_day)
    }

    /// From the briefing into a pass.
    async fn enter(&self, page: &Page, by: By, pass: &str) {
        by.press(page, Role::Link, pass).await;
        page.find(Role::Heading, &self.title(pass)).await;
        assert_eq!(page.focus().await.0, "main", "where the focus goes on moving to {pass}");
    }

    fn is_best(&self, say: &str) -> bool {
        self.words.best.contains(&say) || self.best_elsewhere.contains(&say)
    }
}

/// What the log of a pass shows, line by line, without who says it.
async fn log(page: &Page, passes: &Passes) -> Vec<String> {
    let log = page.find(Role::Log, "").await;
    let text = page.ask("return arguments[0].innerText", vec![log.to_json().unwrap()]).await;
    let lines = text.as_str().unwrap().lines().map(words_of).filter(|line| !line.is_empty());
    lines.filter(|line| ![passes.you, passes.customer].contains(&line.as_str())).collect()
}

/// The items of the log of a pass, as texts.
async fn items(page: &Page) -> Vec<String> {
    let script = "
        const list = [...document.querySelectorAll('main ol')].find(list => list.querySelector('li') && !list.querySelector('a'));
        return [...list.children].map(item => item.innerText.replace(/\\s+/g, ' ').trim())";
    serde_json::from_value(page.ask(script, Vec::new()).await).unwrap()
}

/// Whether a button is pressed, or cannot be; `null` for any other.
async fn state(page: &Page, name: &str) -> serde_json::Value {
    let button = page.find(Role::Button, name).await;
    let script = "return arguments[0].disabled ? 'disabled' : arguments[0].ariaPressed";
    page.ask(script, vec![button.to_json().unwrap()]).await
}

/// Waits until the log shows so many lines more than before, in a beat of its own; what
/// is new.
async fn beat(page: &Page, passes: &Passes, before: &[String]) -> Vec<String> {
    let now = page.until("the next beat", async || Some(log(page, passes).await).filter(|now| now.len() > before.len())).await;
    assert_eq!(now[..before.len()], *before, "what was there has changed");
    now[before.len()..].to_vec()
}

#[test]
fn the_best_line_is_acted_out_at_reading_speed_and_nothing_moves_while_paused() {
    let passes = &IN_ENGLISH;
    journey(async |page| {
        page.hold_time().await;
        page.library(&EN).await;
        page.to_briefing(&EN).await;
        passes.enter(page, By::Mouse, passes.watch).await;
        page.find(Role::Button, passes.start).await;
        assert_eq!((log(page, passes).await.len(), page.waits().await.len()), (0, 0), "it starts by itself");
        assert_eq!(state(page, passes.back).await, "disabled");

        page.press(Role::Button, passes.start).await;
        let mut shown = Vec::new();
        let mut beats = Vec::new();
        for _ in 0..5 {
            let new = beat(page, passes, &shown).await;
            let letters: usize = new.iter().map(|line| line.chars().filter(|c| c.is_alphanumeric()).count()).sum();
            let time = (letters * 1000 / passes.pace).max(1200);
            assert_eq!(page.waits().await, [time as f64], "{new:?}");
            shown.extend(new.clone());
            beats.push(new);
            page.wait_is_over().await;
        }
        let sixth = beat(page, passes, &shown).await;
        assert_eq!((beats[1][0].as_str(), beats[4][0].as_str()), (EN.best[0], EN.best[1]), "{beats:?}");
        shown.extend(sixth);

        page.press(Role::Button, passes.pause).await;
        page.find(Role::Button, passes.go_on).await;
        assert_eq!(page.focus().await, ("button".to_owned(), passes.go_on.to_owned()), "the focus stays where it was");
        assert_eq!(page.waits().await, Vec::<f64>::new(), "something goes on while it is paused");
        assert_eq!(log(page, passes).await, shown);
        page.press(Role::Button, passes.back).await;
        page.until("the last beat to go", async || (log(page, passes).await.len() < shown.len()).then_some(())).await;
        let fewer = log(page, passes).await;
        page.press(Role::Button, passes.forward).await;
        beat(page, passes, &fewer).await;
        assert_eq!(log(page, passes).await, shown);
        assert_eq!(page.waits().await, Vec::<f64>::new(), "stepping sets it going");

        page.press(Role::Button, passes.go_on).await;
        let next = beat(page, passes, &shown).await;
        assert_eq!(page.waits().await.len(), 1);
        shown.extend(next);
        page.wait_is_over().await;
        beat(page, passes, &shown).await;

        page.press(Role::Button, passes.all).await;
        page.find(Role::Button, passes.to_flawed).await;
        assert_eq!(page.focus().await, ("button".to_owned(), passes.to_flawed.to_owned()));
        assert_eq!(page.waits().await, Vec::<f64>::new());
        page.says(passes.signed).await;
        let all = log(page, passes).await;
        let places: Vec<_> = EN.best.iter().map(|say| all.iter().position(|line| line == say)).collect();
        assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?} in {all:?}");
        assert!(all.iter().any(|line| line.starts_with("There, my name.")), "{all:?}");
        assert_eq!(state(page, passes.forward).await, "disabled");

        // From the beginning it runs again.
        page.press(Role::Button, passes.again).await;
        page.find(Role::Button, passes.pause).await;
        assert_eq!((log(page, passes).await, page.waits().await.len()), (beats[0].clone(), 1));
        // Who leaves it does not hear of it again.
        page.press(Role::Link, EN.back).await;
        page.find(Role::Heading, EN.library).await;
        assert_eq!(page.waits().await, Vec::<f64>::new());
    });
}

#[test]
fn by_keyboard_the_best_line_goes_on_by_itself_until_it_is_paused() {
    let passes = &IN_CHINESE;
    journey(async |page| {
        page.library(&ZH).await;
        page.tab_to(Role::Link, ZH.first_day).await;
        page.key(Key::Enter).await;
        passes.enter(page, By::Keyboard, passes.watch).await;
        page.find(Role::Button, passes.start).await;
        assert_eq!(log(page, passes).await.len(), 0);
        // Up to the sixth reply, which has a short answer.
        let mut shown = Vec::new();
        for _ in 0..=3 * 5 + 1 {
            page.key('3').await;
            shown.extend(beat(page, passes, &shown).await);
        }
        assert_eq!(shown.last().unwrap(), ZH.best[5], "{shown:?}");
        page.key('2').await;
        shown.extend(beat(page, passes, &shown).await);
        // The next comes without a press.
        shown.extend(beat(page, passes, &shown).await);
        page.key('2').await;
        page.find(Role::Button, passes.go_on).await;
        page.key('1').await;
        page.until("a beat to go", async || (log(page, passes).await.len() < shown.len()).then_some(())).await;
        page.key('4').await;
        page.find(Role::Button, passes.to_flawed).await;
        assert_eq!(page.focus().await, ("button".to_owned(), passes.to_flawed.to_owned()));
    });
}

/// Which of the four passes are shown as done where they stand as a list.
async fn done(page: &Page, passes: &Passes) -> [bool; 4] {
    let script = "
        const [watch, done] = arguments;
        const lists = [...document.querySelectorAll('main ol')].filter(list => list.children.length === 4);
        const list = lists.find(list => list.textContent.startsWith(watch) && list.checkVisibility());
        return list ? [...list.children].map(item => item.textContent.includes(done)) : null";
    let answer = page
        .until("the four passes", async || {
            Some(page.ask(script, vec![json!(passes.watch), json!(passes.done)]).await).filter(|answer| !answer.is_null())
        })
        .await;
    serde_json::from_value(answer).unwrap()
}

/// First day's card in the library.
async fn card(page: &Page, passes: &Passes) -> String {
    let list = page.find(Role::List, passes.words.scenarios).await;
    let script = "
        const [list, name] = arguments;
        const card = [...list.children].find(card => card.querySelector('h2').textContent === name);
        return card.textContent.replace(/\\s+/g, ' ')";
    let text = page.ask(script, vec![list.to_json().unwrap(), json!(passes.words.first_day)]).await;
    text.as_str().unwrap().to_owned()
}

/// The passes as the card tells them, one after the other.
fn on_card(passes: &Passes, done: [bool; 4]) -> String {
    let names = [passes.watch, passes.explained, passes.play, passes.teach_back];
    let told = names.iter().zip(done).map(|(name, is_done)| format!("{name}{}", if is_done { passes.done } else { "" }));
    format!("{}{}", passes.four, told.collect::<String>())
}

/// Watches to the end: marks one mistake and one that was none.
async fn watch(page: &Page, passes: &Passes, by: By) {
    passes.enter(page, by, passes.watch).await;
    page.find(Role::Button, passes.all).await;
    by.press_or(page, passes.all, '4').await;
    page.find(Role::Button, passes.to_flawed).await;
    match by {
        By::Mouse => page.press(Role::Button, passes.to_flawed).await,
        // It has the focus.
        By::Keyboard => page.key(Key::Enter).await,
    }
    page.find(Role::Heading, passes.where_wrong).await;
    assert_eq!(page.focus().await.0, "main");
    assert_eq!(done(page, passes).await, [false; 4], "it is not through yet");

    // After the opening, an item a turn.
    let turns = items(page).await[1..].to_vec();
    let replies: Vec<String> = {
        let text = log(page, passes).await;
        (1..=turns.len())
            .map(|turn| {
                let mark = (passes.is_mistake)(turn);
                let at = text.iter().position(|line| *line == mark).expect("a button at every turn");
                text[at - 1].clone()
            })
            .collect()
    };
    let wrong: Vec<usize> = (0..replies.len()).filter(|turn| !passes.is_best(&replies[*turn])).collect();
    let right = (0..replies.len()).find(|turn| !wrong.contains(turn)).expect("a good reply");
    assert!((2..=4).contains(&wrong.len()), "{replies:?}");
    for turn in [wrong[0], right, wrong[1], wrong[1]] {
        let mark = (passes.is_mistake)(turn + 1);
        let before = state(page, &mark).await;
        by.press(page, Role::Button, &mark).await;
        page.until("the mark to be taken", async || (state(page, &mark).await != before).then_some(())).await;
        assert_eq!(page.focus().await, ("button".to_owned(), mark.clone()), "the focus is lost by marking");
        if by == By::Keyboard {
            // So that the tab key meets the button again.
            page.tab_to(Role::Link, passes.words.back).await;
        }
    }
    assert_eq!(state(page, &(passes.is_mistake)(wrong[0] + 1)).await, "true");
    assert_eq!(state(page, &(passes.is_mistake)(wrong[1] + 1)).await, "false");
    by.press(page, Role::Button, passes.compare).await;
    page.says(&(passes.found_one_of)(wrong.len())).await;
    assert_eq!(page.focus().await.0, "main");
    page.says(passes.one_was_fine).await;
    for (turn, told) in items(page).await[1..].iter().enumerate() {
        let verdict = [passes.found, passes.missed, passes.fine].into_iter().find(|verdict| told.starts_with(verdict));
        let expected = match turn {
            turn if turn == wrong[0] => Some(passes.found),
            turn if turn == right => Some(passes.fine),
            turn if wrong.contains(&turn) => Some(passes.missed),
            _ => None,
        };
        assert_eq!(verdict, expected, "turn {} in {told:?}", turn + 1);
        assert!(told.contains(replies[turn].as_str()), "{told:?}");
    }
    assert_eq!(done(page, passes).await, [true, false, false, false]);
}

/// Reads the best line with its reasons, turn by turn.
async fn explained(page: &Page, passes: &Passes, by: By) {
    let words = passes.words;
    by.press(page, Role::Link, &(passes.go_on_to)(passes.explained)).await;
    page.find(Role::Heading, &passes.title(passes.explained)).await;
    assert_eq!(page.focus().await.0, "main");
    page.says(&(passes.turn_of_7)(1)).await;
    let told = page.text_of(Role::Log, "").await;
    assert!(told.contains(words.best[0]) && !told.contains(words.best[1]), "{told:?}");
    // The reason as the method has it.
    let books = Books::of(words);
    let (moment, mov) = if words.tag == "en" { ("Need unknown", "Open question") } else { ("需求未明", "引蛇出洞") };
    assert!(told.contains(books.why(moment, mov)), "{told:?}");
    assert_eq!(state(page, passes.turn_back).await, "disabled");
    by.press_or(page, passes.next_turn, '2').await;
    page.says(&(passes.turn_of_7)(2)).await;
    assert!(page.text_of(Role::Log, "").await.contains(words.best[1]));
    by.press_or(page, passes.turn_back, '1').await;
    page.says(&(passes.turn_of_7)(1)).await;
    assert!(!page.text_of(Role::Log, "").await.contains(words.best[1]));
    assert!(!page.has(Role::Button, passes.read).await, "it was not read yet");
    by.press_or(page, passes.all_turns, '3').await;
    page.says(&(passes.turn_of_7)(7)).await;
    let told = page.text_of(Role::Log, "").await;
    let places: Vec<_> = words.best.iter().map(|say| told.find(say)).collect();
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?} in {told:?}");
    assert!((1..=7).all(|turn| told.contains(&(passes.turn)(turn))), "{told:?}");
    assert_eq!(page.focus().await, ("button".to_owned(), passes.read.to_owned()));
    match by {
        By::Mouse => page.press(Role::Button, passes.read).await,
        By::Keyboard => page.key(Key::Enter).await,
    }
    page.find(Role::Link, &(passes.go_on_to)(passes.play)).await;
    assert_eq!(page.focus().await.0, "main");
    assert_eq!(done(page, passes).await, [true, true, false, false]);
}

/// Plays the best line.
async fn play(page: &Page, passes: &Passes, by: By) {
    let words = passes.words;
    by.press(page, Role::Link, &(passes.go_on_to)(passes.play)).await;
    page.find(Role::Button, words.start).await;
    assert_eq!(done(page, passes).await, [true, true, false, false], "in the briefing");
    by.press(page, Role::Button, words.start).await;
    page.find(Role::List, words.your_reply).await;
    for (turn, say) in words.best.iter().enumerate() {
        let place = page.offer(words).await.iter().position(|other| other == say).expect("the best reply");
        by.press_or(page, say, char::from_digit(u32::try_from(place + 1).unwrap(), 10).unwrap()).await;
        page.turns_played(words, turn + 1).await;
    }
    page.find(Role::Link, words.to_debrief).await;
    page.visit("first-day").await;
    page.find(Role::Button, words.start).await;
    page.until("the play to count", async || (done(page, passes).await == [true, true, true, false]).then_some(())).await;
}

/// The answers on offer, in order.
async fn options(page: &Page) -> Vec<String> {
    let script = "
        const lists = [...document.querySelectorAll('main ol')].filter(list => list.querySelector('li > button'));
        return [...lists.at(-1).querySelectorAll('button')].map(button => button.computedName.replace(/\\s+/g, ' ').trim())";
    serde_json::from_value(page.ask(script, Vec::new()).await).unwrap()
}

async fn choose(page: &Page, by: By, options: &[String], place: usize) {
    by.press_or(page, &options[place], char::from_digit(u32::try_from(place + 1).unwrap(), 10).unwrap()).await;
}

/// Goes on from an explanation: the button for it has the focus.
async fn on(page: &Page, passes: &Passes, by: By) {
    page.find(Role::Button, passes.next).await;
    assert_eq!(page.focus().await, ("button".to_owned(), passes.next.to_owned()), "after an answer");
    match by {
        By::Mouse => page.press(Role::Button, passes.next).await,
        By::Keyboard => page.key(Key::Enter).await,
    }
    page.gone(Role::Button, passes.next).await;
    assert_eq!(page.focus().await.0, "main", "after going on");
}

/// Between two words of a text.
fn between<'t>(text: &'t str, from: &str, to: &str) -> &'t str {
    let (_, rest) = text.split_once(from).unwrap_or_else(|| panic!("no {from:?} in {text:?}"));
    rest.split_once(to).unwrap_or_else(|| panic!("no {to:?} in {rest:?}")).0.trim()
}

/// The place of the true reason, as the books have it.
async fn true_reason(page: &Page, passes: &Passes, books: &Books, options: &[String]) -> usize {
    let text = page.text().await;
    let moment = between(&text, passes.moment, passes.mov);
    let mov = between(&text, passes.mov, passes.reasons);
    let why = books.why(moment, mov);
    options.iter().position(|option| option.ends_with(why)).unwrap_or_else(|| panic!("{why:?} is not in {options:?}"))
}

/// Explains four moves, one wrongly at first, and mends a talk, in one place badly.
async fn teach_back(page: &Page, passes: &Passes, by: By) {
    let books = Books::of(passes.words);
    passes.enter(page, by, passes.teach_back).await;
    let (mut missed, mut own) = (String::new(), 0);
    for number in 1..=5 {
        let heading = if number == 5 { passes.once_more.to_owned() } else { (passes.question_of)(number) };
        page.find(Role::Heading, &heading).await;
        let options = options(page).await;
        let fitting = options.iter().filter(|option| option.starts_with(passes.fits)).count();
        let unfitting = options.iter().filter(|option| option.starts_with(passes.does_not_fit)).count();
        assert_eq!((fitting, unfitting), (1, 2), "{options:?}");
        let right = true_reason(page, passes, &books, &options).await;
        own += usize::from(page.text().await.contains(passes.from_own));
        let text = page.text_of(Role::Log, "").await;
        if number == 2 {
            missed = text.clone();
            choose(page, by, &options, (right + 1) % 3).await;
            page.says(passes.not_quite).await;
            page.says(passes.comes_again).await;
        } else {
            choose(page, by, &options, right).await;
            page.says(passes.yes).await;
        }
        if number == 5 {
            assert_eq!(text, missed, "what was missed comes again");
        }
        // Either way it is explained.
        let why = options[right].trim_start_matches(passes.fits).trim_start_matches(passes.does_not_fit).trim();
        assert!(page.text_of(Role::Log, "").await.contains(why), "{why:?}");
        on(page, passes, by).await;
    }
    assert!(own > 0, "nothing is asked of the own conversation");

    page.find(Role::Heading, passes.mend).await;
    let text = page.text().await;
    let places = (2..=4).find(|all| text.contains(&(passes.place_of)(1, *all))).expect("the number of places");
    for place in 1..=places {
        page.says(&(passes.place_of)(place, places)).await;
        page.find(Role::Heading, passes.said_instead).await;
        let options = options(page).await;
        let best = options.iter().position(|option| passes.is_best(option)).unwrap_or_else(|| panic!("{options:?}"));
        if place == 1 {
            choose(page, by, &options, (best + 1) % options.len()).await;
            page.says(passes.not_mended).await;
            assert!(page.text_of(Role::Log, "").await.contains(&options[best]), "the best is told");
        } else {
            choose(page, by, &options, best).await;
            page.says(passes.mended).await;
        }
        on(page, passes, by).await;
    }
    page.find(Role::Heading, passes.summary).await;
    page.says(passes.explained_3_of_4).await;
    page.says(&(passes.mended_of)(places - 1, places)).await;
    assert_eq!(done(page, passes).await, [true; 4]);
}

async fn all_four(page: &Page, passes: &Passes, by: By) {
    page.library(passes.words).await;
    assert!(card(page, passes).await.contains(&on_card(passes, [false; 4])));
    by.press(page, Role::Link, passes.words.first_day).await;
    page.find(Role::Button, passes.words.start).await;
    assert_eq!(done(page, passes).await, [false; 4]);
    watch(page, passes, by).await;
    explained(page, passes, by).await;
    play(page, passes, by).await;
    teach_back(page, passes, by).await;
    by.press(page, Role::Link, passes.words.back).await;
    page.find(Role::Heading, passes.words.library).await;
    let told = on_card(passes, [true; 4]);
    assert!(card(page, passes).await.contains(&told), "{told:?} in {:?}", card(page, passes).await);
    page.reload().await;
    page.until("the passes after a reload", async || card(page, passes).await.contains(&told).then_some(())).await;
    by.press(page, Role::Link, passes.words.first_day).await;
    page.find(Role::Button, passes.words.start).await;
    assert_eq!(done(page, passes).await, [true; 4]);
}

#[test]
fn a_customer_is_gone_through_in_four_passes_by_mouse() {
    journey(async |page| all_four(page, &IN_ENGLISH, By::Mouse).await);
}

#[test]
fn a_customer_is_gone_through_in_four_passes_by_keyboard_alone() {
    journey(async |page| all_four(page, &IN_CHINESE, By::Keyboard).await);
}
