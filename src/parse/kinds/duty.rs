//! 职责: the fields of one duty of an area.

use crate::parse::fields::{Field, Shape, fields};
use crate::parse::kinds::shapes::{FORMS, PART, PHASES, ROLES};
use crate::parse::kinds::{Kind, KindRow, Written};

pub(super) const KIND: KindRow = KindRow {
    kind: Kind::Duty,
    id: "duty",
    zh: "职责",
    en: ("duty", "duties"),
    written: Written::Inside(Kind::Area, "duties"),
    fields: FIELDS,
    about: (
        "一项职责：一个岗位负总责，其他岗位执行、配合、征询或知会。",
        "One duty: one role answers for it, others do it, support it, are asked or are told.",
    ),
};

pub(super) const FIELDS: &[Field] = fields! {
    "id" "编号" Required Shape::Text, "collect-surveys",
        "供引用的编号，小写字母和连字符。", "The id by which it is referred to, in small letters and hyphens.";
    "name" "名称" Required Shape::Words, "收集并核对市场调查表",
        "做什么事，动词开头。", "What is done; begin with a verb.";
    "A" "负责" Optional ROLES, "sales-clerk",
        "负总责的岗位，只能有一个。", "The one role that answers for it.";
    "R" "执行" Optional ROLES, "[sales-clerk]",
        "动手执行的岗位。", "The roles that do it.";
    "S" "配合" Optional ROLES, "[sales-representative]",
        "出人出力配合的岗位。", "The roles that lend a hand.";
    "C" "征询" Optional ROLES, "[market-researcher]",
        "事前必须征询意见的岗位。", "The roles to be asked beforehand.";
    "I" "知会" Optional ROLES, "[sales-director]",
        "事后必须告知的岗位。", "The roles to be told afterwards.";
    "phase" "阶段" Optional Shape::Choice(PHASES), "plan",
        "属于策划、实施还是检查；策划必须听取实施者的意见。", "Whether it plans, does or checks; planners must hear those who do.";
    "split" "划分" Optional Shape::List(&Shape::Ref(&[Kind::Scope])), "[region]",
        "按哪些维度分给几个人；分完不得有缺有重。", "The dimensions it is divided by; the parts must leave no hole and no double cover.";
    "by" "分管" Optional Shape::List(&Shape::Group(SHARE)), "[{scope: {channel: restaurant}, A: sales-supervisor, R: promoter}]",
        "划分以后各部分由谁负责；不写则按岗位的范围。", "Who answers for which part; by the scopes of the roles when left out.";
    "output" "成果" Optional FORMS, "survey-summary",
        "做完交出的表单或记录。", "The form or record that it hands over.";
};

/// Who has one part of a divided duty.
const SHARE: &[Field] = fields! {
    "scope" "范围" Required PART, "{channel: [restaurant, supermarket]}",
        "哪一部分：维度和它的取值。", "Which part: dimensions and their values.";
    "A" "负责" Optional ROLES, "sales-supervisor",
        "这一部分由谁负总责。", "The one role that answers for this part.";
    "R" "执行" Optional ROLES, "[sales-representative]",
        "这一部分由谁执行。", "The roles that do this part.";
    "S" "配合" Optional ROLES, "[promoter]",
        "这一部分由谁配合。", "The roles that lend a hand here.";
    "C" "征询" Optional ROLES, "[brand-planner]",
        "这一部分征询谁。", "The roles to be asked beforehand here.";
    "I" "知会" Optional ROLES, "[sales-director]",
        "这一部分知会谁。", "The roles to be told afterwards here.";
};
