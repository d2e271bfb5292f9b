//! 表单: the fields of a form or record.

use crate::parse::fields::{Choice, Field, Shape, choices, fields};
use crate::parse::kinds::shapes::{DIRECTIONS, FORM, FORMS, IDS, ROLE, ROLES};
use crate::parse::kinds::{Kind, KindRow, Written};

pub(super) const KIND: KindRow = KindRow {
    kind: Kind::Form,
    id: "form",
    zh: "表单",
    en: ("form", "forms"),
    written: Written::Pages("forms"),
    fields: fields! {
        "name" "名称" Required Shape::Words, "终端走访调查表",
            "表单的名称。", "What the form is called.";
        "purpose" "目的" Optional Shape::Words, "掌握终端、竞品和客户状况",
            "为什么要填。", "What it is good for.";
        "topics" "主题" Optional IDS, "[region, competition, customers]",
            "收集哪些主题的信息，写 profile.yaml 里的编号。", "The topics of information it gathers, by the ids of profile.yaml.";
        "direction" "沟通方向" Optional Shape::List(&Shape::Choice(DIRECTIONS)), "vertical",
            "属于四种沟通中的哪一种。", "Which of the four kinds of communication it is.";
        "designed_by" "设计" Optional ROLE, "market-researcher",
            "由谁设计。", "Who designed it.";
        "filled_by" "填写" Required ROLES, "sales-representative",
            "由谁填写。", "Who fills it in.";
        "collected_by" "收集" Optional ROLES, "sales-clerk",
            "交给谁收，只写一个岗位。", "The one role that collects it.";
        "used_by" "使用" Optional ROLES, "[market-researcher, promotion-planner]",
            "谁要用它；没人用的表不该填。", "Who uses it; a form without users should not be filled in.";
        "signed_by" "签字" Optional ROLES, "[marketing-director, sales-director]",
            "须由谁签字。", "Who must sign it.";
        "feeds" "汇入" Optional FORMS, "[survey-summary]",
            "汇总到哪张表。", "The forms that it goes into.";
        "answer_to" "答复" Optional Shape::Group(ANSWER), "{who: sales-representative, form: survey-feedback, within: 10 workdays}",
            "填表人会得到什么答复，多长时间。", "What answer its filler gets, and how soon.";
        "every" "频次" Required Shape::Cadence, "monthly day 10",
            "多久填一次，哪天交；on demand 表示按需。", "How often it is filled in and due; on demand when it depends.";
        "apply_before" "提前" Optional Shape::Duration, "5 workdays",
            "最迟提前多久提交。", "How long beforehand it must be handed in.";
        "max_age" "有效期" Optional Shape::Duration, "1 month",
            "多久以后信息就算旧了。", "How old its information may be when used.";
        "keep" "保存" Optional Shape::Duration, "24 months",
            "保存多久。", "How long it is kept.";
        "minutes_to_fill" "填写分钟" Optional Shape::Whole, "15",
            "填一份要几分钟。", "How many minutes one takes.";
        "lines" "行数" Optional Shape::Whole, "12",
            "台账类表单打印多少空行。", "For a register: how many empty lines to print.";
        "fields" "栏目" Optional Shape::List(&Shape::Group(FIELDS)), "[{id: outlet, ask: 终端名称, type: text, required: true}]",
            "要填的各栏。", "What it asks.";
    },
    about: (
        "一张表或一种记录：谁填，谁收，谁用，谁得到答复。",
        "A form or record: who fills it in, collects it, uses it and gets an answer.",
    ),
};

const ANSWER: &[Field] = fields! {
    "who" "谁" Required ROLES, "sales-representative",
        "答复给谁。", "Who gets the answer.";
    "form" "表单" Optional FORM, "survey-feedback",
        "用哪张表答复。", "The form that carries it.";
    "within" "时限" Optional Shape::Duration, "10 workdays",
        "多长时间内答复。", "How soon it comes.";
};

const FIELDS: &[Field] = fields! {
    "id" "编号" Required Shape::Text, "outlet",
        "栏目的编号。", "The id of the question.";
    "ask" "问题" Required Shape::Words, "终端名称",
        "问什么。", "What is asked.";
    "type" "类型" Optional Shape::Choice(TYPES), "text",
        "填什么样的内容；不写就是文字。", "What sort of answer; text when left out.";
    "required" "必填" Optional Shape::Flag, "true",
        "是否必须填。", "Whether it must be answered.";
    "min" "最小" Optional Shape::Decimal, "0",
        "数字最小多少。", "The smallest number.";
    "max" "最大" Optional Shape::Decimal, "100",
        "数字最大多少。", "The largest number.";
    "unit" "单位" Optional Shape::Words, "箱",
        "数字的单位。", "The unit of the number.";
    "from" "取自" Optional Shape::Ref(&[Kind::Scope]), "region",
        "选项取自哪个划分维度。", "The dimension whose values are the choices.";
    "values" "取值" Optional Shape::Map(&Shape::Words), "{yes: 同意, no: 不同意}",
        "选项：编号和名称。", "The choices, id and name.";
    "note" "说明" Optional Shape::Words, "只填本品，不含赠品",
        "怎样填，写在栏目旁。", "How to answer, shown beside the question.";
    "used_in" "用于" Optional Shape::List(&Shape::Ref(USERS)), "survey-analysis",
        "这一栏用在哪张表、哪项目标或权限表；没用处的不该问。", "The form, goal or table that uses the answer; what nobody uses should not be asked.";
    "same_as" "同于" Optional Shape::Text, "store-visit-survey.outlet",
        "和另一张表的哪一栏相同，写作表单.栏目，免得重填。", "The same question of another form, written form.question, so that nobody answers twice.";
    "required_by" "依据" Optional Shape::Words, "食品安全法",
        "哪部法规要求填。", "The law that asks for it.";
};

/// What may use the answer to a question. Meetings and processes are left out: they often share an id
/// with the form that they use, and it is the form that the answer goes into.
const USERS: &[Kind] = &[Kind::Form, Kind::Goal, Kind::Decision];

const TYPES: &[Choice] = choices! {
    "text" "文字" "text";
    "longtext" "长文字" "long text";
    "number" "数字" "number";
    "money" "金额" "amount of money";
    "date" "日期" "date";
    "time" "时间" "time";
    "choice" "单选" "one choice";
    "multichoice" "多选" "several choices";
    "yesno" "是否" "yes or no";
    "file" "附件" "file";
    "signature" "签字" "signature";
};
