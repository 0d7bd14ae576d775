//! What the keys of files mean, in a line for the hover of an editor. Whoever writes a
//! customer in one language may read the other better, so both are always shown.

/// In English and in Chinese; the table is called as the parser calls it.
pub fn describe(table: &str, key: &str) -> Option<[&'static str; 2]> {
    match table {
        "scenario" => scenario(key),
        "customer" | "briefing" | "meter" | "promise" => about(table, key),
        "scene" => scene(key),
        "reply" => reply(key),
        "ending" | "broken" => ending(table, key),
        "next" | "drift" | "wording" => part(table, key),
        "when" => condition(key),
        _ => method(table, key),
    }
}

fn scenario(key: &str) -> Option<[&'static str; 2]> {
    Some(match key {
        "format" => ["The version of the file format: always 1.", "文件格式的版本，永远是 1。"],
        "id" => [
            "The name of the scenario, the same in both languages. Results are filed under it.",
            "场景的代号，中英两份相同。成绩按它存放。",
        ],
        "language" => ["The language of the texts.", "用哪种语言写的。"],
        "title" => ["What the learner sees above the conversation.", "对话上方显示的标题。"],
        "summary" => {
            ["One sentence for the library: curious, and nothing given away.", "场景库里的一句话：勾得起兴趣，又不漏底。"]
        }
        "method" => ["The sales method that judges the replies.", "按哪套方法评分。"],
        "level" => ["1 starter, 2 regular, 3 demanding.", "1 入门，2 常规，3 有难度。"],
        "minutes" => ["About how many minutes one play takes.", "玩一遍大约几分钟。"],
        "patience" => ["Turns until the customer ends the meeting; 30 where nothing is said.", "客户肯陪你谈几轮；不写就是 30。"],
        "impatient" => [
            "The ending that is told when patience runs out; without it the order is lost.",
            "耐心耗尽时讲哪个结局；不写就是丢单。",
        ],
        "customer" => ["Who the learner talks to.", "学员跟谁谈。"],
        "briefing" => ["What the learner reads before playing.", "学员开始前先读的。"],
        "meters" => [
            "Whole numbers from 0 to 10 that replies move, each under a name of yours.",
            "刻度：0 到 10 的整数，随回应升降。代号由你起。",
        ],
        "promises" => [
            "What may be promised and what can be kept, each under a name of yours.",
            "承诺：可能许什么，守得住什么。代号由你起。",
        ],
        "facts" => ["What the learner can find out: a name and a text each.", "事实：学员能打听到的事，一行一条。"],
        "scene" => [
            "A moment of the conversation. The first of the file is where it begins.",
            "场面：对话里的一刻。文件里第一个就是开头。",
        ],
        "ending" => ["A way for the conversation to end.", "结局：对话怎么收场。"],
        _ => return None,
    })
}

fn about(table: &str, key: &str) -> Option<[&'static str; 2]> {
    Some(match (table, key) {
        ("customer", "name") => ["What the customer is called.", "客户怎么称呼。"],
        ("customer", "role") => ["What the customer does.", "客户是做什么的。"],
        ("customer", "contact") => [
            "Glad to meet (receptive), unhappy with today's supplier (dissatisfied), or deciding (power).",
            "receptive 接纳者，dissatisfied 不满者，power 权力者。",
        ],
        ("customer", "grade") => ["How good a prospect: A is best.", "客户等级，A 最理想。"],
        ("customer", "mood") => {
            ["The meter that shows in the face; the first where nothing is said.", "脸色跟着哪个刻度变；不写就是第一个。"]
        }
        ("briefing", "aim") => ["What this meeting is for.", "这次会面为了什么。"],
        ("briefing", "notes") => {
            ["What is known beforehand: prices, limits, the last visit.", "事先知道的事：价格、底线、上回谈到哪儿。"]
        }
        ("meter", "name") => ["Its name, as it is shown.", "显示出来的名字。"],
        ("meter", "start") => ["Where it stands at the beginning.", "开始时是几。"],
        ("promise", "name") => ["What is promised.", "承诺的是什么。"],
        ("promise", "unit") => ["The unit behind the number.", "写在数字后面的单位。"],
        ("promise", "better") => [
            "Whether the customer would pull it up (more) or down (less).",
            "客户盼它大（more）还是盼它小（less）；不写就是 more。",
        ],
        ("promise", "deliver") => ["The number that can be kept.", "守得住的数。"],
        ("promise", "assumed") => ["What the customer expects as long as no number is named.", "没人报数时，客户心里的数。"],
        ("promise", "broken") => [
            "What a signed order becomes when this promise cannot be kept; cancelled where nothing is said.",
            "守不住时，订单变成什么；不写就是 cancelled。",
        ],
        _ => return None,
    })
}

fn scene(key: &str) -> Option<[&'static str; 2]> {
    Some(match key {
        "id" => ["Its name. Scenes and endings share one set of names.", "场面的代号。场面和结局不能重名。"],
        "moment" => ["What the situation calls for; without it nothing here is judged.", "这是什么时机；不写就不评分。"],
        "speaker" => ["Who speaks here, if it is not the customer.", "这一场不是客户在说话时，写明是谁。"],
        "says" => ["What the customer says.", "客户说的话。"],
        "cue" => ["What can be seen.", "看得见的画面。"],
        "pick" => [
            "So many replies are chosen at once; then `answer` and `next` stand at the scene.",
            "一次选几条；这时 answer 和 next 写在场面上。",
        ],
        "answer" => ["What the customer answers, once the replies are picked.", "选完以后，客户的答话。"],
        "next" => ["Where it goes, once the replies are picked; without it, it stays here.", "选完以后去哪儿；不写就留在原地。"],
        "after" => ["A later meeting begins here: say how much later.", "从这里起是下一次会面；写明隔了多久。"],
        "drift" => ["While the learner stays here, each turn risks the yes.", "变卦：在这里每过一轮，都可能半路变卦。"],
        "otherwise" => ["Where it goes when nothing can be said.", "没有回应可选时去哪儿。"],
        "todo" => ["Not written yet.", "这一场还没写。"],
        "reply" => ["What the learner may say.", "学员能说的话。"],
        _ => return None,
    })
}

fn reply(key: &str) -> Option<[&'static str; 2]> {
    Some(match key {
        "id" => [
            "Its name, needed only to mention it in `used` and `unused` as scene/reply.",
            "代号；要在 used、unused 里提到它（场面/回应），才用得着。",
        ],
        "say" => ["What the learner says. Replies have one wording.", "学员说的话，只能有一种说法。"],
        "move" => ["What the reply does; the method knows what this is worth.", "这句话是哪一招；值几分，看方法。"],
        "answer" => ["What the customer answers at once.", "客户当场的答话。"],
        "effect" => ["How the meters move: `{ trust = 1 }`.", "刻度怎么升降：`{ trust = 1 }`。"],
        "learns" => ["What the learner finds out: a fact, or several.", "打听到了什么：一个事实，或几个。"],
        "promise" => ["What it promises: a number, or \"vague\".", "许了什么诺：一个数，或者 \"vague\"（含糊）。"],
        "next" => ["Where it goes; without it, it stays in this scene.", "接下来去哪儿；不写就留在这一场。"],
        "repeat" => ["May be said again; the points come only once.", "能不能再说一遍；分只给一次。"],
        "when" => ["Offered only when this holds.", "满足了才摆出来。"],
        "worth" => ["Your own judgement, in place of the method's.", "你自己定的分值，顶替方法的。"],
        "criterion" => ["The criterion it earns, one of the moment's step.", "达到哪条标准，要用时机所属步骤里的。"],
        "why" => ["Your own explanation, in place of the method's.", "你自己写的讲评，顶替方法的。"],
        _ => return None,
    })
}

fn ending(table: &str, key: &str) -> Option<[&'static str; 2]> {
    Some(match (table, key) {
        ("ending", "id") => ["Its name. Scenes and endings share one set of names.", "结局的代号。场面和结局不能重名。"],
        ("ending", "outcome") => ["What came of it.", "结果如何。"],
        ("ending", "says") => ["The customer's last words.", "客户最后的话。"],
        ("ending", "cue") => ["What can be seen.", "看得见的画面。"],
        ("ending", "broken") => {
            ["What is said instead when promises of a signed order cannot be kept.", "签了单而承诺守不住时，改说这些话。"]
        }
        ("broken", "unsatisfied") => {
            ["It was made good at great cost, and still disappointed.", "花大力气补救了，客户还是不满意。"]
        }
        ("broken", "cancelled") => ["The order is taken back.", "订单取消。"],
        ("broken", "customer-lost") => ["Order and customer are gone.", "单丢了，客户也丢了。"],
        _ => return None,
    })
}

fn part(table: &str, key: &str) -> Option<[&'static str; 2]> {
    Some(match (table, key) {
        ("next", "when") => ["Counts only when this holds.", "满足了才算数。"],
        ("next", "chance") => [
            "Its share of the whole, 0 to 1, at most four decimals; the last entry takes the rest.",
            "占全部的几成，0 到 1，最多四位小数；剩下的归最后一项。",
        ],
        ("next", "to") => ["The scene or ending it leads to.", "去哪个场面或结局。"],
        ("drift", "chance") => {
            ["The risk of each turn, 0 to 1, at most four decimals.", "每一轮变卦的机会，0 到 1，最多四位小数。"]
        }
        ("drift", "to") => ["Where it goes then.", "变卦了去哪儿。"],
        ("wording", "text") => ["The wording.", "这种说法。"],
        ("wording", "when") => ["Drawn, before the plain ones, when this holds.", "满足了就先用它，不用那些不带条件的。"],
        _ => return None,
    })
}

fn condition(key: &str) -> Option<[&'static str; 2]> {
    Some(match key {
        "at_least" => ["The meter stands here or above.", "刻度到了这个数，或者更高。"],
        "at_most" => ["The meter stands here or below.", "刻度不超过这个数。"],
        "known" => ["The learner has found out this fact.", "打听到了这个事实。"],
        "unknown" => ["Not found out yet.", "还没打听到。"],
        "made" => ["A number was promised.", "报过数。"],
        "unmade" => ["No number was promised.", "没报过数。"],
        "overdrawn" => ["The customer expects more than can be kept.", "客户盼的，超出守得住的。"],
        "kept" => ["A number was promised that can be kept.", "报过数，而且守得住。"],
        "used" => ["This reply was said: scene/reply.", "这句说过：场面/回应。"],
        "unused" => ["This reply was not said: scene/reply.", "这句没说过：场面/回应。"],
        "visited" => ["This scene was entered.", "到过这一场。"],
        "unvisited" => ["This scene was not entered.", "没到过这一场。"],
        _ => return None,
    })
}

fn method(table: &str, key: &str) -> Option<[&'static str; 2]> {
    Some(match (table, key) {
        ("method", "format") => ["The version of the file format: always 1.", "文件格式的版本，永远是 1。"],
        ("method", "id") => ["Scenarios name the method by this.", "场景用它点名。"],
        ("method", "languages") => {
            ["The languages it is written in; both where nothing is said.", "用哪几种语言写的；不写就是两种都有。"]
        }
        ("method", "name") => ["What the method is called.", "方法的名字。"],
        ("method", "default") => ["The judgement of a move that a moment does not list.", "时机里没列的招，怎么评。"],
        ("method", "step") => ["A step of the method, in order.", "方法的步骤，按先后排。"],
        ("method", "move") => ["What a reply may do.", "招：一句回应是在干什么。"],
        ("method", "moment") => ["What a situation may call for.", "时机：眼下要的是什么。"],
        ("method", "drill") => {
            ["A short question asked of scenes; it makes the cards of the drills.", "练习题：拿场面来问的一句话，题卡由它生成。"]
        }
        ("drill", "id") => ["Its name. What a learner has answered is filed under it.", "题的代号。学员答过的按它存放。"],
        ("drill", "ask") => ["The question.", "问的话。"],
        ("drill", "option") => [
            "An answer to choose, 2 to 9 of them; without any, the steps are the answers.",
            "可选的答案，2 到 9 个；一个不写，就拿步骤来选。",
        ],
        ("option", "text") => ["The answer, as the learner reads it.", "学员读到的答案。"],
        ("option", "moments") => ["It is right for scenes of these moments.", "遇到这些时机的场面，选它就对。"],
        ("option", "promise") => [
            "It is right for replies whose promise is kept, overdrawn or vague.",
            "回应里许的话守得住（kept）、守不住（overdrawn）或没说死（vague），选它就对。",
        ],
        ("option", "moves") => [
            "Of such replies, only those with one of these moves are asked about; all where nothing is said.",
            "这样的回应里，只问用了这几招的；不写就都问。",
        ],
        ("step", "id") => ["Moments name the step by this.", "时机用它点名。"],
        ("step", "name") => ["What the step is called.", "步骤叫什么。"],
        ("step", "principle") => ["What it teaches, in a sentence.", "讲什么道理，一句话。"],
        ("step" | "judgement", "source") => {
            ["The document and heading, or house rule.", "出处：文档和标题，或 house rule（自家规矩）。"]
        }
        ("step", "criterion") => ["What good looks like; two to four for a step.", "做到什么样才算好，每个步骤两到四条。"],
        ("criterion", "id") => ["Judgements name the criterion by this.", "评判用它点名。"],
        ("criterion", "text") => ["What good looks like.", "做到什么样才算好。"],
        ("move", "id") => ["Replies name the move by this.", "回应用它点名。"],
        ("move", "name") => ["What the move is called.", "招叫什么。"],
        ("move", "definition") => ["What counts as this move.", "怎样算这一招。"],
        ("move", "question") => ["Which form of question it is.", "是哪种问句。"],
        ("move", "agrees") => ["It says yes to whatever the customer wants.", "客户要什么都答应。"],
        ("move", "unlisted") => ["Its own judgement where a moment does not list it.", "时机里没列它时，它自己的评判。"],
        ("moment", "id") => ["Scenes name the moment by this.", "场面用它点名。"],
        ("moment", "step") => ["Where its points belong.", "分数归哪个步骤。"],
        ("moment", "name") => ["What the moment is called.", "时机叫什么。"],
        ("moment", "definition") => ["When it is there.", "什么情形算。"],
        ("moment", "judgement") => ["What a move is worth in this moment, and why.", "这一招用在这个时机，值几分，为什么。"],
        ("judgement", "move") => ["Which move; once for each moment.", "评哪一招；一个时机里只评一次。"],
        ("judgement", "criterion") => {
            ["The criterion it earns, one of the moment's step.", "达到哪条标准，要用时机所属步骤里的。"]
        }
        ("judgement" | "default" | "unlisted", "worth") => ["Points, 0 to 3.", "分值，0 到 3。"],
        ("judgement" | "default" | "unlisted", "why") => {
            ["What the learner reads, in a sentence or two.", "学员会读到的讲评，一两句话。"]
        }
        (_, "en") => ["In English.", "英文。"],
        (_, "zh-Hans") => ["In simplified Chinese.", "简体中文。"],
        _ => return None,
    })
}
