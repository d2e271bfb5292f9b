//! 步骤: the fields of one step of a process.

use crate::parse::fields::{Field, Shape, fields};
use crate::parse::kinds::shapes::{FORMS, MEETING, PHASES, ROLE, ROLES};
use crate::parse::kinds::{Kind, KindRow, Written};

pub(super) const KIND: KindRow = KindRow {
    kind: Kind::Step,
    id: "step",
    zh: "步骤",
    en: ("step", "steps"),
    written: Written::Inside(Kind::Process, "steps"),
    fields: FIELDS,
    about: (
        "流程中的一步：谁做，收到什么，交出什么，多长时间。",
        "One step of a process: who does it, what comes in, what goes out, how soon.",
    ),
};

pub(super) const FIELDS: &[Field] = fields! {
    "id" "编号" Required Shape::Text, "collect",
        "供本流程引用的编号。", "The id by which this process refers to it.";
    "do" "做" Required Shape::Words, "收集、核对、催缺",
        "做什么。", "What is done.";
    "who" "谁" Optional ROLE, "sales-clerk",
        "由哪个岗位做。", "The role that does it.";
    "decision" "权限表" Optional Shape::Ref(&[Kind::Decision]), "market-plan-approval",
        "由哪张权限表决定谁来批。", "The table that says who decides here.";
    "meeting" "会议" Optional MEETING, "plan-briefing",
        "在哪个会上做。", "The meeting in which it happens.";
    "process" "子流程" Optional Shape::Ref(&[Kind::Process]), "escalation",
        "转入哪个流程。", "The process that it hands over to.";
    "in" "输入" Optional FORMS, "[store-visit-survey]",
        "要用到的表单或记录。", "The forms or records it needs.";
    "out" "输出" Optional FORMS, "[survey-summary]",
        "交出的表单或记录。", "The forms or records it hands on.";
    "within" "时限" Optional Shape::Duration, "2 workdays",
        "多长时间内做完。", "How soon it is done.";
    "phase" "阶段" Optional Shape::Choice(PHASES), "plan",
        "属于策划、实施还是检查。", "Whether it plans, does or checks.";
    "consult" "征询" Optional ROLES, "[sales-director]",
        "事前征询谁。", "Who is asked beforehand.";
    "inform" "知会" Optional ROLES, "[sales-representative]",
        "事后告知谁。", "Who is told afterwards.";
    "support" "配合" Optional ROLES, "[promotion-planner]",
        "谁来配合。", "Who lends a hand.";
    "instructs" "指派" Optional ROLES, "[sales-representative]",
        "这一步向谁布置工作。", "Whom this step gives work to.";
    "next" "下一步" Optional Shape::List(&Shape::Group(NEXT)), "[{if: 缺项或超期, to: fill, at_most: 2, then: escalate}, {else: analyse}]",
        "做完转到哪里；不写就是下面一步。", "Where it goes from here; to the step below when left out.";
    "end" "结束" Optional Shape::Flag, "true",
        "流程到这一步结束。", "The process ends here.";
};

const NEXT: &[Field] = fields! {
    "if" "如果" Optional Shape::Words, "缺项或超期",
        "在什么情况下。", "In which case.";
    "to" "转到" Optional Shape::Ref(&[Kind::Step]), "fill",
        "转到哪一步。", "The step to go to.";
    "at_most" "最多次数" Optional Shape::Whole, "2",
        "最多退回几次。", "How often it may go back.";
    "then" "之后" Optional Shape::Ref(&[Kind::Step]), "escalate",
        "次数用完后转到哪一步。", "The step to go to after that.";
    "else" "否则" Optional Shape::Ref(&[Kind::Step]), "analyse",
        "其他情况转到哪一步，写在最后。", "The step for all other cases; stands last.";
};
