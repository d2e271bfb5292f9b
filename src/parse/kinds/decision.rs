//! 权限表: the fields of a decision table.

use crate::parse::fields::{Choice, Field, Shape, choices, fields};
use crate::parse::kinds::shapes::{AREAS, DEPARTMENT, FORM, MEETINGS, PHRASES, ROLE, ROLES};
use crate::parse::kinds::{Kind, KindRow, Written};

pub(super) const KIND: KindRow = KindRow {
    kind: Kind::Decision,
    id: "decision",
    zh: "权限表",
    en: ("decision table", "decision tables"),
    written: Written::Pages("decisions"),
    fields: fields! {
        "name" "名称" Required Shape::Words, "进店费用审批",
            "审批什么。", "What is decided.";
        "about" "事项" Optional AREAS, "promotion-management",
            "关系到哪项职能；该职能的部门必须有发言权。", "The area it concerns; that area's department must have a voice.";
        "hit" "命中" Optional Shape::Choice(HITS), "unique",
            "一种情况允许对上几行；通常只许一行。", "How many rows may answer one case; normally just one.";
        "complete" "完整" Optional Shape::Flag, "true",
            "是否每种情况都必须有答案；不写就是。", "Whether every case must have its answer; it must when left out.";
        "inputs" "条件" Required Shape::Map(&Shape::Group(INPUT)), "{budget: {name: 预算, values: {in: 预算内, out: 预算外}}, amount: {name: 金额, money: CNY, from: 0}}",
            "看哪些条件来定：选项、数字或金额。", "What the answer depends on: choices, numbers or amounts.";
        "criteria" "标准" Optional PHRASES, "[市场状况, 企业资源]",
            "审批时要考虑什么。", "What the decider weighs.";
        "apply_before" "提前" Optional Shape::Duration, "5 workdays",
            "最迟提前多久提出。", "How long beforehand one must apply.";
        "rows" "规则" Required Shape::List(&Shape::Group(ROW)), "[{when: {budget: in, amount: 2万以下}, propose: sales-supervisor, decide: regional-sales-manager, within: 1 workday}]",
            "逐行写：什么情况，谁申请，谁审批，多长时间。", "Row by row: which case, who proposes, who decides, how soon.";
        "otherwise" "改为" Optional Shape::RefOr(OTHERWISE, &["escalate"]), "escalate",
            "没有列出的情况怎么办；escalate 表示升级。", "What to do with a case that no row names; escalate hands it up.";
        "escalate" "升级" Optional Shape::Group(ESCALATE), "{after: 2 workdays, to: general-manager}",
            "逾期不批时升级给谁。", "Who takes over when the decider is late.";
    },
    about: (
        "什么情况由谁审批，多大金额，多长时间。",
        "Who decides in which case, up to how much and how soon.",
    ),
};

const HITS: &[Choice] = choices! {
    "unique" "唯一" "exactly one row";
    "any" "一致" "several rows that agree";
    "first" "首行" "the first row that fits";
};

/// What must come first, or instead, where nobody may say yes.
const OTHERWISE: &[Kind] = &[
    Kind::Training,
    Kind::Process,
    Kind::Decision,
    Kind::Meeting,
    Kind::Form,
    Kind::Role,
];

const INPUT: &[Field] = fields! {
    "name" "名称" Required Shape::Words, "预算",
        "条件的名称。", "What the condition is called.";
    "values" "取值" Optional Shape::Map(&Shape::Words), "{in: 预算内, out: 预算外}",
        "可选的几种情况：编号和名称，必须列全。", "The choices, id and name; the list must be complete.";
    "number" "数字" Optional Shape::Decimal, "0.1",
        "是数字时写最小单位，例如 1 或 0.1。", "For a number: its smallest step, such as 1 or 0.1.";
    "money" "货币" Optional Shape::Text, "CNY",
        "是金额时写币种。", "For an amount: its currency.";
    "unit" "单位" Optional Shape::Words, "人",
        "数字后面的单位。", "The unit shown after the number.";
    "from" "下限" Optional Shape::Any, "0",
        "最小可能的数。", "The smallest that can occur.";
    "to" "上限" Optional Shape::Any, "100",
        "最大可能的数；不写则不限。", "The largest that can occur; no limit when left out.";
};

const ROW: &[Field] = fields! {
    "name" "名称" Optional Shape::Words, "自主审批",
        "给这一行起的名字。", "A name for this row.";
    "when" "情况" Optional Shape::Map(&Shape::Any), "{budget: in, amount: 超过2万 且 10万以下}",
        "什么情况下用这一行；没写的条件不限。", "The case it is for; a condition left out may be anything.";
    "propose" "申请" Optional ROLES, "sales-supervisor",
        "谁提出申请。", "Who proposes.";
    "agree" "会签" Optional ROLES, "[finance-controller]",
        "谁必须先同意。", "Who must agree first.";
    "decide" "审批" Optional Shape::RefOr(&[Kind::Role], &["nobody"]), "marketing-director",
        "谁最后决定；nobody 表示不得批准。", "Who decides; nobody means that it is refused.";
    "use" "转用" Optional Shape::Ref(&[Kind::Decision]), "store-entry-fee",
        "改查另一张权限表。", "Another table that answers for this case.";
    "otherwise" "改为" Optional Shape::Ref(OTHERWISE), "rotate-to-marketing",
        "不批时必须先做什么。", "What must come first when it is refused.";
    "perform" "办理" Optional ROLES, "sales-supervisor",
        "批准后谁去办。", "Who carries it out.";
    "record" "备案" Optional ROLES, "sales-clerk",
        "谁登记备案。", "Who keeps the record.";
    "form" "表单" Optional FORM, "promo-application",
        "用哪张表申请。", "The form to apply with.";
    "within" "时限" Optional Shape::Duration, "2 workdays",
        "多长时间内答复。", "How soon the answer comes.";
    "self_approval" "自主审批" Optional Shape::Group(SELF_APPROVAL), "{department: sales, budget_line: sales-promo-2026q1, checked_in: monthly-operations-review}",
        "部门在预算内自己批时写：哪笔预算，事后在哪个会上检查。", "Where a department approves within its own budget: which budget, and which meeting looks at it later.";
};

const SELF_APPROVAL: &[Field] = fields! {
    "department" "部门" Optional DEPARTMENT, "sales",
        "哪个部门自己批。", "The department that approves by itself.";
    "budget_line" "预算" Optional Shape::Ref(&[Kind::Budget]), "sales-promo-2026q1",
        "用哪笔预算。", "The budget that pays.";
    "checked_in" "检查于" Optional MEETINGS, "monthly-operations-review",
        "事后在哪个会上检查。", "The meeting that looks at it afterwards.";
};

const ESCALATE: &[Field] = fields! {
    "after" "逾期" Optional Shape::Duration, "2 workdays",
        "超过多久算逾期。", "How long to wait.";
    "to" "升级到" Required ROLE, "general-manager",
        "升级给哪个岗位。", "The role that takes over.";
};
