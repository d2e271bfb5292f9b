//! 部门: the fields of a department.

use crate::parse::fields::{Shape, fields};
use crate::parse::kinds::shapes::{DEPARTMENT, DEPARTMENTS, ROLE};
use crate::parse::kinds::{Kind, KindRow, Written};

pub(super) const KIND: KindRow = KindRow {
    kind: Kind::Department,
    id: "department",
    zh: "部门",
    en: ("department", "departments"),
    written: Written::Pages("departments"),
    fields: fields! {
        "name" "名称" Required Shape::Words, "销售部",
            "部门的名称。", "What the department is called.";
        "head" "负责人" Required ROLE, "sales-director",
            "领导这个部门的岗位。", "The role that leads it.";
        "parent" "上级部门" Optional DEPARTMENT, "general-management",
            "它所属的部门。", "The department it belongs to.";
        "mission" "使命" Optional Shape::Words, "推动市场健康发展",
            "这个部门为什么存在，一句话。", "Why it exists, in one sentence.";
        "internal_customers" "内部客户" Optional DEPARTMENTS, "[marketing, finance]",
            "它服务的部门。", "The departments it serves.";
    },
    about: (
        "一个部门：由谁负责，为谁服务。",
        "A department: who leads it and whom it serves.",
    ),
};
