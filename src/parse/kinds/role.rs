//! 岗位: the fields of a role.

use crate::parse::fields::{Field, Shape, fields};
use crate::parse::kinds::shapes::{DEPARTMENT, LEVELS, PART, PHRASES, ROLE, ROLES, TRAININGS};
use crate::parse::kinds::{Kind, KindRow, Written};

pub(super) const KIND: KindRow = KindRow {
    kind: Kind::Role,
    id: "role",
    zh: "岗位",
    en: ("role", "roles"),
    written: Written::Entries("roles"),
    fields: fields! {
        "id" "编号" Required Shape::Text, "sales-clerk",
            "供引用的编号，小写字母和连字符。", "The id by which it is referred to, in small letters and hyphens.";
        "name" "名称" Required Shape::Words, "销售内勤（专职）",
            "岗位的名称。", "What the role is called.";
        "department" "部门" Required DEPARTMENT, "sales",
            "所在的部门。", "The department it stands in.";
        "reports_to" "汇报" Optional ROLES, "sales-director",
            "向哪个岗位汇报；除最高岗位外都要写，只写一个。", "The one role it reports to; only the topmost has none.";
        "dotted_to" "虚线汇报" Optional ROLES, "[marketing-director]",
            "业务上还听谁指导，但不归他管。", "Who else guides its work without being its boss.";
        "level" "级别" Optional Shape::Choice(LEVELS), "staff",
            "岗位的级别；金额越大，审批的级别应越高。", "Its level; larger amounts should go to higher levels.";
        "seats" "编制" Optional Shape::Whole, "3",
            "有几个名额；不写是一个。", "How many people hold it; one when left out.";
        "scope" "范围" Optional PART, "{region: [east, west, north]}",
            "各名额分管的范围。", "What its seats divide among them.";
        "dedicated" "专职" Optional Shape::Flag, "true",
            "任职者不得兼任其他岗位。", "Its holder may hold no other role.";
        "deputy" "代理" Optional ROLE, "sales-assistant",
            "不在时由谁代理（B岗）。", "Who stands in when its holder is away.";
        "purpose" "目的" Optional Shape::Words, "让一线信息按时、按格式到达市场部",
            "为什么设这个岗位，一句话。", "Why the role exists, in one sentence.";
        "owns" "专管" Optional PHRASES, "[调查表档案]",
            "只有它可以改动的东西。", "The things that it alone may change.";
        "competences" "能力" Optional PHRASES, "[data-entry, negotiation]",
            "需要的能力，每一项都应有培养项目；写 profile.yaml 里的编号，或直接写词。", "What its holder must be able to do, and some programme should give; ids of profile.yaml, or plain words.";
        "development" "培养" Optional Shape::Group(DEVELOPMENT), "{training: [market-knowledge], coaching: [gm-coaching], rotation: [rotate-to-marketing]}",
            "培训、指导和轮岗各是什么。", "Its training, coaching and rotation.";
        "field_days_per_month" "每月下市场天数" Optional Shape::Whole, "4",
            "每月到市场一线的天数。", "How many days a month it spends in the field.";
        "recruit_from" "选拔来源" Optional Shape::List(&Shape::Ref(&[Kind::Role, Kind::Department])), "[sales-representative, sales-supervisor]",
            "优先从哪些岗位或部门选人。", "The roles or departments to recruit from first.";
        "recruit_min" "选拔条件" Optional Shape::Group(RECRUIT), "{sales_experience_months: 12}",
            "至少要有的经历。", "The experience it takes at least.";
        "recruit_reason" "外聘理由" Optional Shape::Words, "统计分析专业性强，内部暂无人选",
            "不从内部选拔时，说明理由。", "Why it is not recruited from within, if so.";
        "pay" "薪酬" Optional Shape::Group(PAY), "{base: 60, variable: 40, weights: {sales-volume: 50, market-share: 50}}",
            "固定和浮动的比例，浮动部分看哪些目标。", "Fixed and variable shares, and the goals behind the variable one.";
    },
    about: (
        "一个岗位：在哪个部门，向谁汇报，谁来代理。职责写岗位，不写人名。",
        "A role: its department, whom it reports to, who stands in. Duties name roles, not people.",
    ),
};

const DEVELOPMENT: &[Field] = fields! {
    "training" "培训" Optional TRAININGS, "[market-knowledge]",
        "要参加的培训。", "The trainings to attend.";
    "coaching" "指导" Optional Shape::List(&Shape::Ref(&[Kind::Training, Kind::Meeting])), "[gm-coaching]",
        "由谁指导：培养项目，或起指导作用的会议。", "The coaching: a programme, or a meeting that coaches.";
    "rotation" "轮岗" Optional TRAININGS, "[rotate-to-marketing]",
        "要参加的轮岗。", "The rotations to take part in.";
};

const RECRUIT: &[Field] = fields! {
    "sales_experience_months" "销售经验月数" Optional Shape::Whole, "12",
        "做过销售的月数。", "Months of work in sales.";
};

const PAY: &[Field] = fields! {
    "base" "固定" Optional Shape::Whole, "60",
        "固定部分占百分之几。", "The fixed share, in percent.";
    "variable" "浮动" Optional Shape::Whole, "40",
        "浮动部分占百分之几。", "The variable share, in percent.";
    "weights" "权重" Optional Shape::Map(&Shape::Whole), "{sales-volume: 50, market-share: 50}",
        "浮动部分按哪些目标、各占百分之几，合计一百。", "Goals and their percentages of the variable share, a hundred in all.";
};
