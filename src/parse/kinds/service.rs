//! 内部服务承诺: the fields of what one department promises another.

use crate::parse::fields::{Shape, fields};
use crate::parse::kinds::shapes::{DEPARTMENT, ROLE};
use crate::parse::kinds::{Kind, KindRow, Written};

pub(super) const KIND: KindRow = KindRow {
    kind: Kind::Service,
    id: "service",
    zh: "内部服务承诺",
    en: ("internal service", "internal services"),
    written: Written::Pages("services"),
    fields: fields! {
        "name" "名称" Required Shape::Words, "调查结论回馈服务",
            "服务的名称。", "What the service is called.";
        "provider" "提供部门" Required DEPARTMENT, "marketing",
            "哪个部门承诺。", "The department that promises.";
        "customer" "客户部门" Required DEPARTMENT, "sales",
            "向哪个部门承诺。", "The department it promises to.";
        "promise" "承诺" Required Shape::Words, "收表后10个工作日内公布结论和采纳情况",
            "承诺什么，一句话，说得出做得到。", "What is promised, in one sentence that can be kept.";
        "about" "事项" Optional Shape::List(&Shape::Ref(&[Kind::Area, Kind::Duty, Kind::Process, Kind::Form, Kind::Decision])), "[market-research]",
            "关系到哪些职能、职责、流程、表单或权限表。", "The areas, duties, processes, forms or tables it concerns.";
        "within" "时限" Optional Shape::Duration, "10 workdays",
            "多长时间内做到。", "How soon it is done.";
        "measured_by" "衡量" Optional Shape::List(&Shape::Ref(&[Kind::Form, Kind::Goal])), "internal-customer-survey",
            "用哪张表或哪项目标衡量。", "The form or goal that measures it.";
        "contact" "联系" Optional ROLE, "market-researcher",
            "有事找哪个岗位。", "The role to turn to.";
    },
    about: (
        "一个部门对另一个部门的承诺：做什么，多长时间，怎样衡量。",
        "What one department promises another: what, how soon, and how it is measured.",
    ),
};
