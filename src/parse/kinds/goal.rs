//! 目标: the fields of a goal and its measure.

use crate::parse::fields::{Shape, fields};
use crate::parse::kinds::shapes::{AREAS, DEPARTMENT, DEPARTMENTS, FORMS, MEETINGS, ROLE};
use crate::parse::kinds::{Kind, KindRow, Written};

pub(super) const KIND: KindRow = KindRow {
    kind: Kind::Goal,
    id: "goal",
    zh: "目标",
    en: ("goal", "goals"),
    written: Written::Entries("goals"),
    fields: fields! {
        "id" "编号" Required Shape::Text, "market-share",
            "供引用的编号，小写字母和连字符。", "The id by which it is referred to, in small letters and hyphens.";
        "name" "名称" Required Shape::Words, "市场占有率",
            "目标的名称。", "What the goal is called.";
        "owner" "责任人" Optional ROLE, "general-manager",
            "哪个岗位对它负责。", "The role that answers for it.";
        "shared_by" "共担" Optional DEPARTMENTS, "[marketing, sales]",
            "哪些部门共同承担。", "The departments that share it.";
        "department" "部门" Optional DEPARTMENT, "sales",
            "只属于一个部门时写。", "The department, where it belongs to one alone.";
        "areas" "职能" Optional AREAS, "[market-research]",
            "靠哪些职能来实现。", "The areas of work that bring it about.";
        "formula" "算法" Optional Shape::Words, "本品销量 ÷ 同价位段总销量",
            "怎样计算。", "How it is worked out.";
        "target" "目标值" Optional Shape::Words, "年底达到18%",
            "要达到多少，到什么时候。", "How much, and by when.";
        "source" "数据来源" Optional FORMS, "monthly-business-report",
            "数字来自哪张表。", "The form that its figures come from.";
        "reviewed_in" "检讨于" Optional MEETINGS, "monthly-operations-review",
            "在哪个会上检讨。", "The meeting that looks at it.";
        "ladder" "支持" Optional Shape::RefOr(&[Kind::Goal], &["company"]), "market-share",
            "支持哪个上级目标；company 表示它就是公司目标。", "The higher goal it supports; company when it is one itself.";
        "conflicts_with" "冲突" Optional Shape::List(&Shape::Ref(&[Kind::Goal])), "[gross-margin]",
            "和哪些目标相互拉扯。", "The goals it pulls against.";
        "settled_by" "裁定" Optional Shape::List(&Shape::Ref(&[Kind::Meeting, Kind::Decision])), "monthly-operations-review",
            "冲突时由哪个会或哪张权限表裁定。", "The meeting or table that settles such a conflict.";
    },
    about: (
        "一个目标：谁负责，怎样算，在哪里检讨。",
        "A goal: who answers for it, how it is worked out and where it is looked at.",
    ),
};
