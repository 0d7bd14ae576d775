//! 简体中文。

use super::{Failure, Usage, Words};

pub const ZH_HANS: Words = Words {
    usage: Usage {
        about: "给九步写客户，写完心里有数：这位客户教得了人。",
        template: "{about}\n\n用法：{usage}\n\n{all-args}\n",
        commands: "命令",
        options: "选项",
        language: "用哪种语言；不写就跟着终端走",
        help: "显示这份说明",
        version: "显示版本号",
        format: "结果用什么格式",
        methods: "方法文件所在的文件夹；不写就找剧本旁边或上一级的 methods，再用自带的",
        check: "把剧本和方法文件里的问题一次找全",
        check_files: "文件，或者要翻找的文件夹",
        publish: "按发布的要求来查",
        watch: "一保存就重查",
        file: "剧本文件",
        play: "就在终端里谈一场",
        seed: "运气的号码，一个整数；号码相同，运气就相同",
        coached: "每说一句，马上告诉你好在哪里、差在哪里",
        save: "把这一场记到这个新文件里，说一句存一次",
        script: "把剧本写成纸上能看的样子，每条岔路都在",
        map: "把一个剧本的场面、结局和走法画成图",
        output: "写到哪个新文件；不写就直接显示",
    },
    misunderstood: |missing, argument, value, allowed| {
        let what = match (missing, value) {
            (true, _) => format!("还缺一样：{argument}。"),
            (false, "") => format!("不认识“{argument}”。"),
            (false, value) => format!("{argument} 不能写成“{value}”。"),
        };
        let hint = if allowed.is_empty() { String::new() } else { format!("可以写：{allowed}。") };
        format!("{what}{hint}用 ninesteps --help 看都有哪些。")
    },
    failure: |failure| match failure {
        Failure::File { path, why } => format!("{path}：{why}。路径写对了吗？有读写的权限吗？"),
        Failure::NothingThere { path } => format!("{path} 里没有剧本：一个 .toml 文件都没有。"),
        Failure::Exists { path } => format!("{path} 已经有了，不会覆盖它。换个名字，或者先把它挪开。"),
        Failure::NoScenario { path } => format!("{path} 是方法文件。请写一个用它评分的剧本。"),
        Failure::Terminal { why } => format!("终端用不了：{why}。"),
        Failure::NoSuchCode { code, near: Some(near) } => format!("没有叫“{code}”的问题。是不是“{near}”？"),
        Failure::NoSuchCode { code, near: None } => format!("没有叫“{code}”的问题。单写 ninesteps explain，会列出全部。"),
    },
    problem: "问题",
    mend: "这样改",
};
