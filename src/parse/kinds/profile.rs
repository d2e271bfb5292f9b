//! 类型: the fields of the sets that this kind of handbook must hold.

use crate::parse::fields::{Field, Shape, fields};
use crate::parse::kinds::shapes::{
    AREAS, DEPARTMENT, DIRECTIONS, IDS, LEVELS, MEETINGS, MODES, READINGS, ROLE,
};
use crate::parse::kinds::{Kind, KindRow, Written};

pub(super) const KIND: KindRow = KindRow {
    kind: Kind::Profile,
    id: "profile",
    zh: "类型",
    en: ("profile", "profiles"),
    written: Written::Whole("profile"),
    fields: fields! {
        "name" "名称" Optional Shape::Words, "市场与销售协同",
            "这一类手册的名称。", "What this kind of handbook is called.";
        "areas" "职能" Optional AREAS, "[market-research, brand-planning]",
            "必须有的职能。", "The areas that it must have.";
        "forums" "会议" Optional MEETINGS, "[weekly-work-plan, monthly-operations-review]",
            "必须有的会议。", "The meetings that it must have.";
        "sponsored" "高层到会" Optional Shape::Group(SPONSORED), "{role: general-manager, meetings: [monthly-operations-review]}",
            "哪些会必须有高层主持或参加。", "The meetings that the head of the company must lead or attend.";
        "topics" "主题" Optional Shape::Map(&Shape::Words), "{industry: 行业动态, region: 区域特点}",
            "必须收集并讨论的信息主题：编号和名称，表单和议程写编号。", "The topics of information to be gathered and discussed, id and name; forms and agendas write the id.";
        "competences" "能力" Optional Shape::Map(&Shape::Words), "{data-entry: 数据录入, negotiation: 谈判}",
            "岗位和培养项目里写编号的能力叫什么。", "The names of the competences that roles and programmes write as ids.";
        "directions" "沟通方向" Optional Shape::List(&Shape::Choice(DIRECTIONS)), "[vertical, horizontal]",
            "每一种沟通方向都要有会议或表单。", "Each of these directions needs a meeting or a form.";
        "readings" "读物" Optional Shape::List(&Shape::Choice(READINGS)), "[culture, strategy, duties]",
            "新人要读的几类，每类至少一页。", "The readings of newcomers, at least one page each.";
        "development" "培养方式" Optional Shape::List(&Shape::Choice(MODES)), "[training, coaching, rotation]",
            "每个岗位都要有的培养方式。", "The ways of development that every role needs.";
        "lanes" "通道" Optional Shape::List(&Shape::Group(LANE)), "[{decision: promotion-approval, input: budget, values: [in, out]}]",
            "权限表必须分开处理的情况。", "The cases that a decision table must tell apart.";
        "supported_areas" "配合职能" Optional AREAS, "[market-research, outlet-building]",
            "这些职能里必须有一项职责写明对方部门的配合。", "The areas in which some duty must name support from the other department.";
        "dedicated_collectors" "专职收集" Optional Shape::Flag, "true",
            "跨部门的表单是否必须由专职岗位收集。", "Whether forms between departments need a dedicated collector.";
        "field_days" "下市场" Optional Shape::List(&DEPARTMENT), "[marketing]",
            "哪些部门的岗位必须下市场。", "The departments whose roles must spend days in the field.";
        "recruit" "内部选拔" Optional Shape::List(&Shape::Group(RECRUIT)), "[{department: marketing, from: sales}]",
            "哪个部门应优先从哪个部门选人。", "Which department is to recruit first from which.";
        "rotation_before" "先轮岗" Optional Shape::List(&Shape::Group(ROTATION)), "[{department: sales, level: supervisor, host: marketing}]",
            "升到哪一级之前必须到哪个部门轮岗。", "Before which level one must have worked where.";
    },
    about: (
        "这一类手册必须具备哪些内容，缺了就是空白。",
        "What this kind of handbook must hold; what is missing is a gap.",
    ),
};

const SPONSORED: &[Field] = fields! {
    "role" "岗位" Required ROLE, "general-manager",
        "哪个岗位。", "The role.";
    "meetings" "会议" Required MEETINGS, "[monthly-operations-review, market-analysis-session]",
        "哪些会。", "The meetings.";
};

const LANE: &[Field] = fields! {
    "decision" "权限表" Required Shape::Ref(&[Kind::Decision]), "promotion-approval",
        "哪张权限表。", "The decision table.";
    "input" "条件" Required Shape::Text, "budget",
        "哪个条件。", "The condition.";
    "values" "取值" Required IDS, "[in, out]",
        "必须分开的取值。", "The values to be told apart.";
};

const RECRUIT: &[Field] = fields! {
    "department" "部门" Required DEPARTMENT, "marketing",
        "哪个部门招人。", "The department that recruits.";
    "from" "来自" Required DEPARTMENT, "sales",
        "优先从哪个部门选。", "The department to recruit from first.";
};

const ROTATION: &[Field] = fields! {
    "department" "部门" Required DEPARTMENT, "sales",
        "在哪个部门升任。", "The department in which one rises.";
    "level" "级别" Required Shape::Choice(LEVELS), "supervisor",
        "升到哪一级或以上。", "The level, and those above it.";
    "host" "承办" Required DEPARTMENT, "marketing",
        "须先到哪个部门。", "The department to have worked in.";
};
