//! 设置: the fields of a handbook's settings.

use crate::parse::fields::{Choice, Field, Shape, choices, fields};
use crate::parse::kinds::shapes::{DEPARTMENTS, IDS, PHRASES};
use crate::parse::kinds::{Kind, KindRow, Written};

pub(super) const KIND: KindRow = KindRow {
    kind: Kind::Settings,
    id: "settings",
    zh: "设置",
    en: ("settings", "settings"),
    written: Written::Whole("handbook"),
    fields: fields! {
        "title" "书名" Required Shape::Words, "市场部—销售部协同手册",
            "手册的名称。", "What the handbook is called.";
        "organisation" "单位" Optional Shape::Words, "示范酒业",
            "哪家公司的手册。", "Whose handbook it is.";
        "languages" "语言" Optional IDS, "[zh, en]",
            "用哪些语言；第一种是原文，其余是译文。", "Its languages; the first is the original, the others translate it.";
        "currency" "货币" Optional Shape::Text, "CNY",
            "金额的币种。", "The currency of amounts.";
        "timezone" "时区" Optional Shape::Text, "Asia/Shanghai",
            "会议时间所在的时区。", "The time zone of meetings.";
        "law" "法律" Optional Shape::Choice(LAWS), "prc",
            "按哪国法律理解“以上、以下、超过”。", "Under which law limits such as up to and over are read.";
        "pairs" "结对" Optional Shape::List(&DEPARTMENTS), "[[marketing, sales]]",
            "哪些部门必须有共同的会议、目标和接口页。", "Which departments must have joint meetings, goals and an interface page.";
        "audiences" "人群" Optional Shape::Map(&Shape::Group(AUDIENCE)), "{staff: {name: 全体员工}, managers: {name: 管理层, includes: [staff]}}",
            "给不同人群各建一个站点；页面用“可见范围”指明给谁看。", "A site for each audience; pages say by audience who may see them.";
        "theme" "主题风格" Optional Shape::Text, "default",
            "用 themes 下的哪一套外观。", "Which look of those under themes.";
        "site_id" "站点编号" Optional Shape::Text, "sample-handbook",
            "浏览器里保存选择时用的编号；不写则由书名算出。", "The id under which browsers keep a reader's choices; made from the title when left out.";
        "base_url" "网址" Optional Shape::Text, "https://handbook.example.com/",
            "站点的完整网址，只用于站点地图和订阅。", "The full address of the site, used only in the sitemap and in feeds.";
        "addresses" "地址形式" Optional Shape::Choice(ADDRESSES), "page",
            "网页地址写成 page.html 还是 page/index.html。", "Whether addresses are page.html or page/index.html.";
        "robots" "搜索引擎" Optional Shape::Choice(ROBOTS), "deny",
            "是否允许搜索引擎收录；不写就是不允许。", "Whether search engines may list the site; they may not when left out.";
        "history" "修订历史" Optional Shape::Flag, "false",
            "页面上是否显示 git 里的修订历史。", "Whether pages show their history from git.";
        "audit" "检查" Optional Shape::Group(AUDIT), "{fail_on: error, limits: {meeting_hours_per_month: 16}}",
            "检查多严，限额多少。", "How strict the audit is, and its limits.";
    },
    about: (
        "整本手册的设置：书名、语言、货币、检查的尺度。",
        "Settings of the whole handbook: title, languages, currency, how strict the audit is.",
    ),
};

const LAWS: &[Choice] = choices! {
    "prc" "中国" "PRC Civil Code";
};

const ADDRESSES: &[Choice] = choices! {
    "page" "文件" "page.html";
    "folder" "文件夹" "page/index.html";
};

const ROBOTS: &[Choice] = choices! {
    "deny" "不允许" "not listed";
    "allow" "允许" "listed";
};

const AUDIENCE: &[Field] = fields! {
    "name" "名称" Required Shape::Words, "管理层",
        "人群的名称。", "What the audience is called.";
    "includes" "包含" Optional IDS, "[staff]",
        "还能看到哪些人群的内容。", "The audiences whose pages it sees as well.";
};

const AUDIT: &[Field] = fields! {
    "fail_on" "不通过" Optional Shape::Choice(FAIL_ON), "error",
        "查出什么程度的问题就不发布。", "How bad a finding must be to stop the build.";
    "limits" "限额" Optional Shape::Group(LIMITS), "{meeting_hours_per_month: 16, roles_per_person: 3}",
        "各项检查的限额。", "The limits that rules compare with.";
    "rules" "规则" Optional Shape::List(&Shape::Group(RULE)), "[{rule: WRD-105, level: info, reason: 新手册试运行期, until: 2026-12-31}]",
        "调整某条规则的轻重，须说明理由和期限。", "Rules made heavier or lighter, with a reason and an end.";
    "blame_words" "指责用语" Optional PHRASES, "[执行不力, 拍脑袋, 跑腿的]",
        "正文里不该出现的指责的话。", "Phrases of blame that should not stand in the text.";
};

const FAIL_ON: &[Choice] = choices! {
    "error" "错误" "errors";
    "warn" "警告" "warnings";
    "never" "从不" "never";
};

const LIMITS: &[Field] = fields! {
    "meeting_hours_per_month" "每月会议小时" Optional Shape::Whole, "16",
        "一个岗位每月最多开几小时会。", "Hours of meetings a role may have in a month.";
    "roles_per_person" "每人岗位数" Optional Shape::Whole, "3",
        "一个人最多兼几个岗位。", "Roles that one person may hold.";
    "handoffs_per_process" "每流程交接数" Optional Shape::Whole, "8",
        "一个流程最多跨部门交接几次。", "Changes of department on the longest way through a process.";
    "returns_per_gate" "每关退回数" Optional Shape::Whole, "2",
        "一个关口最多退回几次就要升级。", "How often one gate may send work back before it escalates.";
    "attendees_per_meeting" "每会人数" Optional Shape::Whole, "12",
        "一个会最多几个岗位必须参加。", "Roles that must attend one meeting.";
    "overdue_review_days" "评审宽限天数" Optional Shape::Whole, "0",
        "评审过期几天以后才算问题。", "Days by which a review may be late.";
};

const RULE: &[Field] = fields! {
    "rule" "规则" Required Shape::Text, "WRD-105",
        "规则编号。", "The code of the rule.";
    "level" "轻重" Required Shape::Choice(LEVELS), "info",
        "当作错误、警告、提示，还是不查。", "Error, warning, information, or not checked.";
    "reason" "理由" Optional Shape::Words, "新手册试运行期",
        "为什么调整。", "Why it is changed.";
    "until" "截止" Optional Shape::Date, "2026-12-31",
        "调整到哪一天为止。", "The day on which this ends.";
};

const LEVELS: &[Choice] = choices! {
    "error" "错误" "error";
    "warn" "警告" "warning";
    "info" "提示" "information";
    "off" "不查" "not checked";
};
