//! The page, as somebody sees it who goes by roles and names: the browser's own
//! reckoning of them, the one that it tells assistive technology.

use crate::{Folder, Site};
use serde_json::{Value, json};
use std::path::Path;
use std::time::{Duration, Instant};
use thirtyfour::prelude::{ChromiumLikeCapabilities, DesiredCapabilities, Key, WebDriver, WebElement};
use thirtyfour::{LoggingPrefsLogLevel, WindowHandle};

/// How long anything may take to appear.
const PATIENCE: Duration = Duration::from_secs(10);
/// Between two looks.
const PAUSE: Duration = Duration::from_millis(15);

const BROWSER: [&str; 14] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-dev-shm-usage",
    "--no-proxy-server",
    "--hide-scrollbars",
    "--lang=en-US",
    "--accept-lang=en-US",
    // A desk with a mouse, which a browser without a head does not take for granted.
    "--blink-settings=primaryHoverType=2,availableHoverTypes=2,primaryPointerType=4,availablePointerTypes=4",
    // Lets a script read the roles and names that the browser reckons.
    "--enable-blink-features=ComputedAccessibilityInfo",
];

/// What a thing is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    Button,
    Heading,
    Image,
    Link,
    List,
    Log,
    Radio,
    Region,
    Table,
    Checkbox,
    Combobox,
    Disclosure,
    Group,
    Textbox,
}

impl Role {
    const fn word(self) -> &'static str {
        match self {
            Self::Button => "button",
            Self::Heading => "heading",
            Self::Image => "img|image",
            Self::Link => "link",
            Self::List => "list",
            Self::Log => "log",
            Self::Radio => "radio",
            Self::Region => "region",
            Self::Table => "table",
            Self::Checkbox => "checkbox",
            Self::Combobox => "combobox",
            Self::Disclosure => "|summary",
            Self::Group => "group",
            Self::Textbox => "textbox",
        }
    }

    /// What can have this role at all, so that not everything is looked at.
    const fn candidates(self) -> &'static str {
        match self {
            Self::Button => "button, [role=button], input",
            Self::Heading => "h1, h2, h3, h4",
            Self::Image => "[role=img], img",
            Self::Link => "a",
            Self::List => "ol, ul",
            Self::Log => "[role=log]",
            Self::Radio => "input",
            Self::Region => "section, [role=region]",
            Self::Table => "table",
            Self::Checkbox => "input",
            Self::Combobox => "select",
            Self::Disclosure => "summary",
            Self::Group => "[role=group], fieldset",
            Self::Textbox => "textarea",
        }
    }
}

/// Elements of a role whose name is, or begins with, the wanted one.
const FIND: &str = r#"
const [candidates, roles, wanted, whole] = arguments;
const plain = text => (text ?? "").replace(/\s+/g, " ").trim();
return [...document.querySelectorAll(candidates)].filter(element => {
    if (!roles.split("|").includes(element.computedRole)) return false;
    const name = plain(element.computedName);
    return whole ? name === wanted : name.startsWith(wanted);
});
"#;

/// A text with single spaces and no line breaks.
pub fn words_of(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A browser window with the site at hand.
pub struct Page {
    driver: WebDriver,
    pub site: Site,
}

impl Page {
    pub(crate) async fn open(driver: String, site: Site) -> Self {
        let mut wanted = DesiredCapabilities::chrome();
        for argument in BROWSER {
            wanted.add_arg(argument).expect("an argument");
        }
        wanted.set_browser_log_level(LoggingPrefsLogLevel::All).expect("the browser's log");
        let driver = WebDriver::new(driver, wanted).await.expect("a browser");
        Self { driver, site }
    }

    pub(crate) async fn close(self) {
        let _ = self.driver.quit().await;
    }

    /// Errors of the console since the start, breaches of the content policy and
    /// failed requests among them.
    pub async fn complaints(&self) -> Vec<String> {
        let log = self.driver.browser_log().await.expect("the browser's log");
        log.into_iter().filter(|entry| entry.level == "SEVERE").map(|entry| entry.message).collect()
    }

    // Going somewhere

    /// Opens the site at a place, the part of its address after `#`.
    pub async fn visit(&self, place: &str) {
        self.go(&format!("{}#/{place}", self.site.address())).await;
    }

    pub async fn go(&self, address: &str) {
        self.driver.goto(address).await.expect("the page");
    }

    pub async fn reload(&self) {
        self.driver.refresh().await.expect("a reload");
    }

    pub async fn this_window(&self) -> WindowHandle {
        self.driver.window().await.expect("this window")
    }

    /// Opens another window of the same browser and looks at it.
    pub async fn another_window(&self) -> WindowHandle {
        let window = self.driver.new_window().await.expect("another window");
        self.look_at(&window).await;
        window
    }

    pub async fn look_at(&self, window: &WindowHandle) {
        self.driver.switch_to_window(window.clone()).await.expect("that window");
    }

    pub async fn close_window(&self) {
        self.driver.close_window().await.expect("to close the window");
    }

    // Waiting

    /// Looks again and again until there is an answer.
    ///
    /// # Panics
    /// When there is none in good time: then `what` was awaited in vain.
    pub async fn until<T>(&self, what: &str, look: impl AsyncFn() -> Option<T>) -> T {
        let begun = Instant::now();
        loop {
            if let Some(found) = look().await {
                return found;
            }
            if begun.elapsed() > PATIENCE {
                panic!("waited in vain for {what}; the page says:\n{}", self.text().await);
            }
            tokio::time::sleep(PAUSE).await;
        }
    }

    // Finding

    async fn all(&self, role: Role, name: &str, whole: bool) -> Vec<WebElement> {
        let arguments = vec![json!(role.candidates()), json!(role.word()), json!(name), json!(whole)];
        let found = self.driver.execute(FIND, arguments).await;
        found.and_then(|found| found.elements()).unwrap_or_default()
    }

    /// The one thing of this role and name, once it is there.
    pub async fn find(&self, role: Role, name: &str) -> WebElement {
        self.until(&format!("one {role:?} called {name:?}"), async || one(self.all(role, name, true).await)).await
    }

    /// As [`Page::find`], by the beginning of the name.
    pub async fn find_beginning(&self, role: Role, name: &str) -> WebElement {
        self.until(&format!("one {role:?} beginning {name:?}"), async || one(self.all(role, name, false).await)).await
    }

    /// Whether it is there now.
    pub async fn has(&self, role: Role, name: &str) -> bool {
        !self.all(role, name, true).await.is_empty()
    }

    /// Waits until nothing of this role and name is left.
    pub async fn gone(&self, role: Role, name: &str) {
        let what = format!("the {role:?} called {name:?} to go");
        self.until(&what, async || self.all(role, name, true).await.is_empty().then_some(())).await;
    }

    /// The names of all things of a role within another thing, in order.
    pub async fn names_in(&self, outer: Role, outer_name: &str, role: Role) -> Vec<String> {
        let outer = self.find(outer, outer_name).await;
        let script = r#"
            const [outer, candidates, roles] = arguments;
            return [...outer.querySelectorAll(candidates)]
                .filter(element => roles.split("|").includes(element.computedRole))
                .map(element => element.computedName.replace(/\s+/g, " ").trim());
        "#;
        let names =
            self.ask(script, vec![outer.to_json().expect("an element"), json!(role.candidates()), json!(role.word())]).await;
        serde_json::from_value(names).expect("names")
    }

    // Reading

    /// All that can be read on the page, with single spaces.
    pub async fn text(&self) -> String {
        let text = self.ask("return document.body.innerText", Vec::new()).await;
        words_of(text.as_str().unwrap_or_default())
    }

    pub async fn text_of(&self, role: Role, name: &str) -> String {
        words_of(&self.find(role, name).await.text().await.expect("a text"))
    }

    /// Waits until the page says this.
    pub async fn says(&self, text: &str) {
        self.until(&format!("{text:?}"), async || self.text().await.contains(text).then_some(())).await;
    }

    /// Waits until the page has stopped saying this.
    pub async fn says_no_more(&self, text: &str) {
        self.until(&format!("{text:?} to go"), async || (!self.text().await.contains(text)).then_some(())).await;
    }

    // Doing

    /// Presses the one thing of this role and name with the mouse.
    pub async fn press(&self, role: Role, name: &str) {
        // Between finding and pressing it may have been drawn anew.
        self.until(&format!("the {role:?} {name:?} to take a press"), async || {
            let element = self.find(role, name).await;
            element.click().await.ok()
        })
        .await;
    }

    /// Presses one key.
    pub async fn key(&self, key: impl Into<char>) {
        self.driver.action_chain().send_keys(key.into().to_string()).perform().await.expect("a key");
    }

    /// What has the focus: its role and its name.
    pub async fn focus(&self) -> (String, String) {
        let script = r#"
            const element = document.activeElement ?? document.body;
            const role = element === document.body ? "body" : element.computedRole || element.localName;
            return [role, (element.computedName ?? "").replace(/\s+/g, " ").trim()];
        "#;
        serde_json::from_value(self.ask(script, Vec::new()).await).expect("a role and a name")
    }

    /// Moves on with the tab key until something of this role has the focus whose
    /// name begins so.
    pub async fn tab_to(&self, role: Role, name: &str) {
        const MOST: usize = 60;
        let mut met = Vec::new();
        for _ in 0..MOST {
            self.key(Key::Tab).await;
            let focus = self.focus().await;
            if role.word().split('|').any(|word| word == focus.0) && focus.1.starts_with(name) {
                return;
            }
            met.push(focus);
        }
        panic!("the tab key never reaches the {role:?} {name:?}; it met {met:?}");
    }

    /// Types a text into what has the focus.
    pub async fn write(&self, text: &str) {
        self.driver.action_chain().send_keys(text).perform().await.expect("to type");
    }

    /// Chooses an option of a field with the mouse.
    pub async fn choose_option(&self, field: &str, option: &str) {
        let field = self.find(Role::Combobox, field).await;
        let script = "return [...arguments[0].options].find(option => option.label === arguments[1])";
        let option = self.driver.execute(script, vec![field.to_json().expect("an element"), json!(option)]).await;
        option.and_then(|option| option.element()).expect("an option").click().await.expect("to choose an option");
    }

    /// What a field, a tick or a button stands at: its text, its option, whether it is
    /// ticked or pressed; `null` where it can be pressed and stands at nothing.
    pub async fn state_of(&self, role: Role, name: &str) -> Value {
        let element = self.find(role, name).await;
        let script = r#"
            const element = arguments[0];
            if (element.localName === "button") return element.disabled ? "disabled" : element.getAttribute("aria-pressed");
            if (element.localName === "select") return element.selectedOptions[0].label;
            return element.type === "checkbox" ? element.checked : element.value;
        "#;
        self.ask(script, vec![element.to_json().expect("an element")]).await
    }

    /// What stands under a heading: the text of its section.
    pub async fn under(&self, heading: &str) -> String {
        let heading = self.find(Role::Heading, heading).await;
        let text =
            self.ask("return arguments[0].closest('section').innerText", vec![heading.to_json().expect("an element")]).await;
        words_of(text.as_str().unwrap_or_default())
    }

    /// The rows of the one table with these columns, once it is there.
    pub async fn rows(&self, columns: &[&str]) -> Vec<Vec<String>> {
        let script = r#"
            const cells = row => [...row.cells].map(cell => cell.innerText.replace(/\s+/g, " ").trim());
            const wanted = JSON.stringify(arguments[0]);
            const tables = [...document.querySelectorAll("table")].filter(table => table.computedRole === "table");
            const found = tables.filter(table => JSON.stringify(cells(table.tHead.rows[0])) === wanted);
            return found.length === 1 ? [...found[0].tBodies[0].rows].map(cells) : null;
        "#;
        let look = async || Some(self.ask(script, vec![json!(columns)]).await).filter(|rows| !rows.is_null());
        let rows = self.until(&format!("one table with the columns {columns:?}"), look).await;
        serde_json::from_value(rows).expect("rows of cells")
    }

    /// Chooses a file in the field of this name.
    pub async fn choose_file(&self, field: &str, path: &Path) {
        let field = self.find_beginning(Role::Button, field).await;
        field.send_keys(path.to_string_lossy().into_owned()).await.expect("to choose a file");
    }

    // The browser

    /// The answer of a script in the page.
    pub async fn ask(&self, script: &str, arguments: Vec<Value>) -> Value {
        let answer = self.driver.execute(script, arguments).await;
        answer.unwrap_or_else(|error| panic!("{error}, in {script}")).json().clone()
    }

    /// The answer of a script in the page that takes its time.
    pub async fn ask_and_wait(&self, script: &str, arguments: Vec<Value>) -> Value {
        let answer = self.driver.execute_async(script, arguments).await;
        answer.unwrap_or_else(|error| panic!("{error}, in {script}")).json().clone()
    }

    /// Tells the browser something that no page could.
    pub async fn command(&self, method: &str, parameters: Value) {
        self.command_answer(method, parameters).await;
    }

    /// The same, with what it answers.
    pub async fn command_answer(&self, method: &str, parameters: Value) -> Value {
        let answer = self.driver.cdp().send_raw(method, parameters).await;
        answer.unwrap_or_else(|error| panic!("{method}: {error}"))
    }

    /// A script that runs before anything else in every page to come.
    pub async fn before_each_page(&self, script: &str) {
        self.command("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await;
    }

    /// What the page keeps under a name.
    pub async fn kept(&self, name: &str) -> Option<String> {
        self.ask("return localStorage.getItem(arguments[0])", vec![json!(name)]).await.as_str().map(str::to_owned)
    }

    pub async fn keep(&self, name: &str, text: &str) {
        self.ask("localStorage.setItem(arguments[0], arguments[1])", vec![json!(name), json!(text)]).await;
    }

    pub async fn forget(&self, name: &str) {
        self.ask("localStorage.removeItem(arguments[0])", vec![json!(name)]).await;
    }

    /// How many bytes of the record the device keeps, beside what is kept under names.
    pub async fn bytes_of_record(&self) -> u64 {
        let script = r#"
            const done = arguments[0];
            const opening = indexedDB.open("ninesteps");
            opening.onsuccess = () => {
                const database = opening.result;
                const reading = database.transaction("record").objectStore("record").getAll();
                reading.onsuccess = () => {
                    database.close();
                    done(reading.result.reduce((sum, row) => sum + row.length, 0));
                };
            };
        "#;
        self.ask_and_wait(script, Vec::new()).await.as_u64().expect("a number of bytes")
    }

    /// The names under which the page keeps something.
    pub async fn kept_names(&self) -> Vec<String> {
        let names = self.ask("return Object.keys(localStorage).filter(name => name.startsWith('ninesteps/')).sort()", Vec::new());
        serde_json::from_value(names.await).expect("names")
    }

    /// The width and height of the window's content, in CSS pixels.
    pub async fn resize(&self, width: u32, height: u32) {
        let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.command("Emulation.setDeviceMetricsOverride", size).await;
    }

    /// The window as it looks, with the mouse out of the way.
    pub async fn picture(&self) -> Vec<u8> {
        self.driver.action_chain().move_to(1, 1).perform().await.expect("to move the mouse away");
        self.driver.screenshot_as_png().await.expect("a picture")
    }

    /// Presses a button that hands out a file, and reads that file: name and text.
    pub async fn download(&self, button: &str) -> (String, String) {
        self.handed_out(async || self.press(Role::Button, button).await).await
    }

    /// Does what hands out a file, and reads that file: name and text.
    pub async fn handed_out(&self, act: impl AsyncFnOnce()) -> (String, String) {
        let folder = Folder::new();
        let place = json!({ "behavior": "allow", "downloadPath": folder.path() });
        self.command("Browser.setDownloadBehavior", place).await;
        act().await;
        let file = self.until("the download", async || folder.files().pop()).await;
        let name = file.file_name().expect("a name").to_string_lossy().into_owned();
        let bytes = self.until("what was downloaded", async || std::fs::read(&file).ok().filter(|bytes| !bytes.is_empty())).await;
        (name, String::from_utf8(bytes).expect("a text"))
    }
}

/// The only one, if it is the only one.
fn one(mut found: Vec<WebElement>) -> Option<WebElement> {
    let only = found.pop();
    only.filter(|_| found.is_empty())
}
