//! 会议: the fields of a recurring meeting.

use crate::parse::fields::{Choice, Field, Shape, choices, fields};
use crate::parse::kinds::shapes::{DIRECTIONS, FORM, FORMS, IDS, ROLE, ROLES};
use crate::parse::kinds::{Kind, KindRow, Written};

pub(super) const KIND: KindRow = KindRow {
    kind: Kind::Meeting,
    id: "meeting",
    zh: "会议",
    en: ("meeting", "meetings"),
    written: Written::Pages("meetings"),
    fields: fields! {
        "name" "名称" Required Shape::Words, "月经营检讨会",
            "会议的名称。", "What the meeting is called.";
        "purpose" "目的" Optional Shape::Words, "看清目标差距，当场定下措施",
            "为什么开这个会。", "What it is good for.";
        "type" "类型" Optional Shape::Choice(TYPES), "review",
            "是哪一类会。", "What sort of meeting it is.";
        "direction" "沟通方向" Optional Shape::List(&Shape::Choice(DIRECTIONS)), "horizontal",
            "属于四种沟通中的哪一种。", "Which of the four kinds of communication it is.";
        "when" "时间" Required Shape::Cadence, "monthly 6th workday 14:00",
            "多久开一次，几点开；on demand 表示按需。", "How often and at what time; on demand when it depends.";
        "on_holiday" "遇假日" Optional Shape::Choice(HOLIDAYS), "next workday",
            "碰上放假怎么办。", "What happens when it falls on a holiday.";
        "length" "时长" Required Shape::Duration, "120 min",
            "开多长时间。", "How long it takes.";
        "place" "地点" Optional Shape::Words, "三楼会议室",
            "在哪里开。", "Where it is held.";
        "chair" "主持" Optional ROLE, "general-manager",
            "谁主持。", "Who leads it.";
        "minutes" "记录" Optional ROLE, "management-system-officer",
            "谁做记录；不应是主持人。", "Who takes the minutes; not the one who leads.";
        "attend" "参加" Required ROLES, "[marketing-director, sales-director]",
            "必须参加的岗位。", "The roles that must attend.";
        "optional" "列席" Optional ROLES, "[hr-manager]",
            "可以列席的岗位。", "The roles that may attend.";
        "quorum" "法定到会" Optional ROLES, "[marketing-director, sales-director]",
            "缺了谁就不能开。", "The roles without which it is not held.";
        "notice" "提前通知" Optional Shape::Duration, "24 h",
            "提前多久通知。", "How long beforehand it is announced.";
        "in" "输入" Optional Shape::List(&Shape::Group(INPUT)), "[{form: monthly-business-report, by: 2 workdays before}]",
            "会前要收到的材料。", "What must have arrived before it.";
        "agenda" "议程" Optional Shape::List(&Shape::Group(ITEM)), "[{min: 10, item: 上次决议追踪, lead: management-system-officer, uses: action-register}]",
            "逐项写：几分钟，谈什么，谁主讲。", "Item by item: minutes, subject, who leads it.";
        "out" "输出" Optional Shape::List(&Shape::Group(OUTPUT)), "[{form: action-register, owner: management-system-officer, within: 24 h}]",
            "会后要交出的材料，给谁，多长时间。", "What comes out of it, for whom and how soon.";
    },
    about: (
        "一个定期的会：谁主持，带什么来，谈什么，带什么走。",
        "A recurring meeting: who leads, what to bring, what to talk about, what to take away.",
    ),
};

const TYPES: &[Choice] = choices! {
    "plan" "计划" "planning";
    "report" "报告" "report";
    "review" "检讨" "review";
    "decision" "决策" "decision";
    "kickoff" "启动" "kick-off";
    "coaching" "指导" "coaching";
    "sharing" "分享" "sharing";
};

const HOLIDAYS: &[Choice] = choices! {
    "next workday" "顺延" "the next workday";
    "previous workday" "提前" "the workday before";
    "skip" "取消" "not held";
};

const INPUT: &[Field] = fields! {
    "form" "表单" Required FORM, "monthly-business-report",
        "哪份材料。", "Which form or record.";
    "by" "提前" Optional Shape::Lead, "2 workdays before",
        "最迟提前多久送到。", "How long beforehand it must be there.";
    "from" "提供" Optional ROLES, "sales-director",
        "由谁提供；不写则由填表人。", "Who brings it; its filler when left out.";
};

const ITEM: &[Field] = fields! {
    "min" "分钟" Optional Shape::Whole, "10",
        "用几分钟；合计应等于时长。", "How many minutes; all of them should make up the length.";
    "item" "议题" Required Shape::Words, "上次决议追踪",
        "谈什么。", "What it is about.";
    "type" "类型" Optional Shape::Choice(ITEM_TYPES), "decide",
        "是通报、讨论、决定、指导还是追踪。", "Whether to inform, discuss, decide, coach or follow up.";
    "lead" "主讲" Optional ROLE, "management-system-officer",
        "谁主讲。", "Who leads the item.";
    "uses" "用到" Optional FORMS, "action-register",
        "用到哪份材料。", "The forms or records it uses.";
    "decides" "决定" Optional Shape::List(&Shape::Ref(&[Kind::Decision])), "budget-adjustment",
        "按哪张权限表在会上决定。", "The table by which it decides.";
    "topics" "主题" Optional IDS, "[industry, region]",
        "谈到哪些信息主题，写 profile.yaml 里的编号。", "The topics of information it covers, by the ids of profile.yaml.";
};

const ITEM_TYPES: &[Choice] = choices! {
    "inform" "通报" "inform";
    "discuss" "讨论" "discuss";
    "decide" "决定" "decide";
    "coach" "指导" "coach";
    "follow-up" "追踪" "follow up";
};

const OUTPUT: &[Field] = fields! {
    "form" "表单" Required FORM, "minutes",
        "哪份材料。", "Which form or record.";
    "owner" "责任人" Optional ROLE, "management-system-officer",
        "谁负责写成。", "Who sees to it.";
    "to" "发给" Optional PEOPLE_OF_OUTPUT, "[marketing-director, sales-director]",
        "发给谁。", "Who gets it.";
    "within" "时限" Optional Shape::Duration, "24 h",
        "会后多长时间内。", "How soon after the meeting.";
};

const PEOPLE_OF_OUTPUT: Shape = Shape::List(&Shape::Ref(&[Kind::Role, Kind::Department]));
