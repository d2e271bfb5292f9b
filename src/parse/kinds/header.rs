//! The keys that stand in the header of every page, and those that every entry of a list may have.
//!
//! A kind's own table comes first; these are added by [`KindRow::all_fields`](super::KindRow::all_fields).

use crate::parse::fields::{Choice, Field, Shape, choices, fields};
use crate::parse::kinds::Kind;
use crate::parse::kinds::shapes::{IDS, PEOPLE, READINGS, ROLE, WAIVE};

const STATUSES: &[Choice] = choices! {
    "draft" "草稿" "draft";
    "in-force" "生效" "in force";
    "obsolete" "作废" "obsolete";
};

/// What can take the place of an obsolete page: any kind that has pages.
const SUCCESSOR: Shape = Shape::Ref(&[
    Kind::Department,
    Kind::Area,
    Kind::Decision,
    Kind::Process,
    Kind::Meeting,
    Kind::Form,
    Kind::Service,
    Kind::Training,
    Kind::Career,
    Kind::Policy,
    Kind::Tension,
    Kind::Page,
]);

/// The common header of every page: document control, and how the page is found.
pub const HEADER: &[Field] = fields! {
    "aliases" "别名" Optional IDS, "[经营会, 月度检讨]",
        "人们也这样叫它；引用和搜索时都认。", "What people also call it; references and search know these too.";
    "owner" "责任人" Optional ROLE, "management-system-officer",
        "哪个岗位负责让这一页保持正确。", "The role that keeps this page right.";
    "author" "编写" Optional Shape::Ref(&[Kind::Role, Kind::Person]), "promotion-planner",
        "谁写的；批准的人应当是另一个人。", "Who wrote it; somebody else should approve it.";
    "approved_by" "批准" Optional ROLE, "general-manager",
        "哪个岗位批准了现行版本。", "The role that approved the version in force.";
    "reviewed_by" "外部评审" Optional Shape::Words, "外部管理顾问",
        "公司以外谁评审过，可不写。", "Who outside the company reviewed it, if anybody.";
    "version" "版本" Optional Shape::Text, "\"1.0\"",
        "版本号，加引号书写；内容一改就换新号。", "The version, in quotes; a changed text takes a new one.";
    "effective" "生效日期" Optional Shape::Date, "2026-01-01",
        "从哪一天起执行。", "The day from which it holds.";
    "reviewed" "评审日期" Optional Shape::Date, "2026-06-30",
        "最近一次评审是哪一天。", "The day on which it was last reviewed.";
    "review_every" "评审周期" Optional Shape::Duration, "12 months",
        "隔多久评审一次，免得过期。", "How often it is reviewed, so that it does not go stale.";
    "status" "状态" Optional Shape::Choice(STATUSES), "in-force",
        "草稿、生效还是作废；不写就是生效。", "Draft, in force or obsolete; in force when left out.";
    "replaced_by" "替代为" Optional SUCCESSOR, "process:promo-application",
        "作废以后看哪一页。", "The page to read instead of an obsolete one.";
    "read_by" "必读" Optional PEOPLE, "[sales, marketing-director]",
        "哪些岗位或部门必须读并签收；everyone 表示所有人。", "The roles or departments that must read and sign it; everyone means all.";
    "reading" "读物" Optional Shape::List(&Shape::Choice(READINGS)), "strategy",
        "它属于入职六类读物中的哪一类。", "Which of a newcomer's six readings it belongs to.";
    "audience" "可见范围" Optional IDS, "[managers]",
        "只给哪些人群看；不写则所有人可见。人群在 handbook.yaml 里设。", "Which audiences alone may see it; all when left out. They are named in handbook.yaml.";
    "tags" "标签" Optional IDS, "[促销, 终端]",
        "便于归类查找的词。", "Words to group and find it by.";
    "assumption" "假定" Optional Shape::Flag, "true",
        "其中的数字是示例，须换成本公司的。", "Its figures are examples, to be replaced by your own.";
    "weight" "排序" Optional Shape::Whole, "10",
        "在目录里的先后，数小的在前。", "Its place in the navigation; smaller comes first.";
    "former" "旧地址" Optional IDS, "[meetings/monthly-review.html]",
        "这一页从前的地址，旧链接会转到这里。", "Addresses it had before; old links lead here.";
    "source_hash" "原文摘要" Optional Shape::Text, "\"9f2c41d07ab3e6158c20\"",
        "译文页写：所译原文的摘要，原文一改便知译文旧了。", "In a translation: the digest of the text it translates, so that a stale one shows.";
    "waive" "豁免" Optional Shape::List(&Shape::Group(WAIVE)), "[{rule: WRD-101, reason: 试行期, by: general-manager, until: 2026-12-31}]",
        "这一页暂时接受哪些检查结果。", "The findings that this page accepts for a time.";
};

/// The keys that every entry of a list may have beside its kind's own.
pub const ENTRY: &[Field] = fields! {
    "aliases" "别名" Optional IDS, "[内勤, 专职内勤]",
        "人们也这样叫它；引用和搜索时都认。", "What people also call it; references and search know these too.";
    "audience" "可见范围" Optional IDS, "[managers]",
        "只给哪些人群看；不写则所有人可见。人群在 handbook.yaml 里设。", "Which audiences alone may see it; all when left out. They are named in handbook.yaml.";
    "tags" "标签" Optional IDS, "[促销, 终端]",
        "便于归类查找的词。", "Words to group and find it by.";
    "assumption" "假定" Optional Shape::Flag, "true",
        "其中的数字是示例，须换成本公司的。", "Its figures are examples, to be replaced by your own.";
    "former" "旧地址" Optional IDS, "[roles/office-clerk.html]",
        "它的页面从前的地址，旧链接会转到这里。", "Addresses its page had before; old links lead here.";
    "waive" "豁免" Optional Shape::List(&Shape::Group(WAIVE)), "[{rule: PPL-102, reason: 代理人四月到岗, by: general-manager, until: 2026-12-31}]",
        "这一条暂时接受哪些检查结果。", "The findings that this entry accepts for a time.";
};
