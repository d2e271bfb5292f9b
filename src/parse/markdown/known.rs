//! The directives that a handbook knows. The reference page is made from these tables, so that a
//! directive and what is told of it cannot part.

use crate::text::Words;

/// A directive that can be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Known {
    /// Its name.
    pub name: &'static str,
    /// Its Chinese name, read as the same.
    pub zh: &'static str,
    /// What may be written after the name.
    pub args: &'static [Argument],
    /// What it shows, one sentence.
    says_zh: &'static str,
    says_en: &'static str,
    /// One as an author would write it.
    pub example: &'static str,
}

/// A word after the name of a directive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Argument {
    /// The key before its `=`; empty for the words without one; `…` for a key that the data names, such
    /// as a column of the decision table.
    pub key: &'static str,
    /// Whether the directive says nothing without it.
    pub required: bool,
    says_zh: &'static str,
    says_en: &'static str,
}

impl Known {
    /// What it shows.
    pub fn says(&self) -> Words {
        Words::new(self.says_zh, self.says_en)
    }
}

impl Argument {
    /// What it names.
    pub fn says(&self) -> Words {
        Words::new(self.says_zh, self.says_en)
    }
}

/// The block of this name, English or Chinese.
pub fn known_block(name: &str) -> Option<&'static Known> {
    named(BLOCKS, name)
}

/// The inline directive of this name, English or Chinese.
pub fn known_inline(name: &str) -> Option<&'static Known> {
    named(INLINES, name)
}

/// The kind of callout that this name is of, if it is one.
pub(super) fn callout(name: &str) -> Option<&'static str> {
    ["note", "tip", "important", "warning", "caution"]
        .into_iter()
        .find(|kind| *kind == name)
}

/// The known name next to a misspelt one, if one is near.
pub(super) fn nearest(table: &'static [Known], name: &str) -> Option<&'static str> {
    let far = if name.chars().count() <= 4 { 1 } else { 2 };
    table
        .iter()
        .flat_map(|known| [known.name, known.zh])
        .map(|known| (strsim::osa_distance(known, name), known))
        .filter(|(distance, known)| *distance <= far && *distance < known.chars().count())
        .min()
        .map(|(_, known)| known)
}

fn named(table: &'static [Known], name: &str) -> Option<&'static Known> {
    table
        .iter()
        .find(|known| known.name == name || known.zh == name)
}

const fn needed(says_zh: &'static str, says_en: &'static str) -> Argument {
    Argument {
        key: "",
        required: true,
        says_zh,
        says_en,
    }
}

const fn perhaps(key: &'static str, says_zh: &'static str, says_en: &'static str) -> Argument {
    Argument {
        key,
        required: false,
        says_zh,
        says_en,
    }
}

const TITLE: &[Argument] = &[perhaps(
    "",
    "标题，不写则用提示的名称",
    "a title instead of the word for its kind",
)];

/// Blocks: `::: name args`, lines of text, `:::`; or on one line, `::: name args :::`.
pub const BLOCKS: &[Known] = &[
    Known {
        name: "decision",
        zh: "决策",
        args: &[needed(
            "决策表的编号或名称",
            "the decision table, by id or name",
        )],
        says_zh: "显示一张决策表。",
        says_en: "Shows a decision table.",
        example: "::: decision promotion-approval :::",
    },
    Known {
        name: "matrix",
        zh: "矩阵",
        args: &[
            perhaps("of", "只显示这个部门或职能", "only this department or area"),
            perhaps("for", "只显示这些岗位", "only these roles"),
        ],
        says_zh: "显示职责矩阵：职能与岗位，用字母和文字标明各自的责任。",
        says_en: "Shows the responsibility matrix: areas by roles, with letters and words.",
        example: "::: matrix of=sales :::",
    },
    Known {
        name: "agenda",
        zh: "议程",
        args: &[needed("会议的编号或名称", "the meeting, by id or name")],
        says_zh: "显示一个会议的议程和各项时间。",
        says_en: "Shows the agenda of a meeting with its time boxes.",
        example: "::: agenda weekly-work-plan :::",
    },
    Known {
        name: "duties",
        zh: "职责",
        args: &[
            needed(
                "职能、岗位或部门的编号或名称",
                "the area, role or department, by id or name",
            ),
            perhaps(
                "letter",
                "只显示这种责任：R、A、S、C 或 I",
                "only this letter: R, A, S, C or I",
            ),
        ],
        says_zh: "列出一个职能、岗位或部门的职责。",
        says_en: "Lists the duties of an area, a role or a department.",
        example: "::: duties sales-clerk letter=A :::",
    },
    Known {
        name: "steps",
        zh: "步骤",
        args: &[needed("流程的编号或名称", "the process, by id or name")],
        says_zh: "列出一个流程的步骤和交接。",
        says_en: "Lists the steps of a process and who hands over to whom.",
        example: "::: steps market-survey-loop :::",
    },
    Known {
        name: "form",
        zh: "表单",
        args: &[needed("表单的编号或名称", "the form, by id or name")],
        says_zh: "显示一张表单的栏目。",
        says_en: "Shows the fields of a form.",
        example: "::: form store-visit-survey :::",
    },
    Known {
        name: "list",
        zh: "列表",
        args: &[
            needed(
                "列出什么，例如 roles、areas、meetings",
                "what is listed, such as roles, areas, meetings",
            ),
            perhaps("of", "只列属于它的", "only what belongs to this"),
        ],
        says_zh: "列出一类内容；在部门页上只列该部门的。",
        says_en: "Lists everything of a kind; on a department's page, that department's.",
        example: "::: list areas :::",
    },
    Known {
        name: "note",
        zh: "说明",
        args: TITLE,
        says_zh: "一段说明。",
        says_en: "Something to know.",
        example: "::: note\n数字是假设。\n:::",
    },
    Known {
        name: "tip",
        zh: "提示",
        args: TITLE,
        says_zh: "一个更好的做法。",
        says_en: "A better way to do it.",
        example: "::: tip\n先看上月的表。\n:::",
    },
    Known {
        name: "important",
        zh: "重要",
        args: TITLE,
        says_zh: "不能漏看的内容。",
        says_en: "Something not to be missed.",
        example: "::: important\n先申请，后执行。\n:::",
    },
    Known {
        name: "warning",
        zh: "警告",
        args: TITLE,
        says_zh: "会出错的地方。",
        says_en: "Where it goes wrong.",
        example: "::: warning\n超过预算要先会签。\n:::",
    },
    Known {
        name: "caution",
        zh: "注意",
        args: TITLE,
        says_zh: "有后果的操作。",
        says_en: "What has consequences.",
        example: "::: caution\n提交后不能撤回。\n:::",
    },
];

/// Directives in a line of text: `{{name args}}`.
pub const INLINES: &[Known] = &[
    Known {
        name: "limit",
        zh: "限额",
        args: &[
            needed("决策表的编号或名称", "the decision table, by id or name"),
            perhaps(
                "…",
                "表中的一个条件和它的值；decide=岗位 表示这个岗位最高能批到多少",
                "an input of the table and its value; decide=role for the most that this role may decide",
            ),
        ],
        says_zh: "决策表里的一个金额界限。",
        says_en: "An amount at which a decision table changes its answer.",
        example: "{{limit promotion-approval budget=out}}",
    },
    Known {
        name: "role",
        zh: "岗位",
        args: &[needed("岗位的编号或名称", "the role, by id or name")],
        says_zh: "岗位的名称，链接到它的页面。",
        says_en: "The name of a role, leading to its page.",
        example: "{{role sales-clerk}}",
    },
    Known {
        name: "term",
        zh: "术语",
        args: &[needed("术语的编号或名称", "the term, by id or name")],
        says_zh: "一个术语，带着它的解释。",
        says_en: "A term with what it means.",
        example: "{{term end-display}}",
    },
    Known {
        name: "goal",
        zh: "目标",
        args: &[needed("目标的编号或名称", "the goal, by id or name")],
        says_zh: "一个目标和它的数值。",
        says_en: "A goal and its figure.",
        example: "{{goal sales-volume}}",
    },
    Known {
        name: "within",
        zh: "时限",
        args: &[needed(
            "步骤或服务的编号；步骤可写成 流程#步骤",
            "the step or service, by id; a step may be written process#step",
        )],
        says_zh: "约定的时限。",
        says_en: "The time in which it is to be done.",
        example: "{{within survey-answer}}",
    },
    Known {
        name: "date",
        zh: "日期",
        args: &[needed(
            "本页的一个日期：effective、reviewed、next-review",
            "a date of this page: effective, reviewed, next-review",
        )],
        says_zh: "本页的一个日期。",
        says_en: "A date of this page.",
        example: "{{date effective}}",
    },
    Known {
        name: "count",
        zh: "数量",
        args: &[
            needed(
                "数什么，例如 roles、areas",
                "what is counted, such as roles, areas",
            ),
            perhaps("of", "只数属于它的", "only what belongs to this"),
        ],
        says_zh: "一类内容的数量。",
        says_en: "How many there are of a kind.",
        example: "{{count roles of=sales}}",
    },
];
