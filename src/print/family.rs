//! The families of rules by the letters of their codes, with their names.

use crate::text::Tongue;

/// Rules that belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Family {
    /// The letters before the number of a code.
    pub code: &'static str,
    /// Its name in Chinese.
    pub zh: &'static str,
    /// Its name in English.
    pub en: &'static str,
}

/// In the order in which they are told.
pub const FAMILIES: &[Family] = &[
    family("SRC", "文件读取", "Reading files"),
    family("SYN", "写法", "Syntax"),
    family("REF", "引用", "References"),
    family("GAP", "空白", "Gaps"),
    family("OVL", "重叠", "Overlaps"),
    family("CRX", "交叉", "Crossings"),
    family("FLO", "流转", "Flow"),
    family("AUT", "权限", "Authority"),
    family("CAD", "节奏", "Cadence"),
    family("PPL", "人员", "People"),
    family("GOA", "目标", "Goals"),
    family("DOC", "文件控制", "Document control"),
    family("WRD", "用词", "Wording"),
    family("AUD", "读者范围", "Audiences"),
    family("THM", "主题样式", "Themes"),
];

const fn family(code: &'static str, zh: &'static str, en: &'static str) -> Family {
    Family { code, zh, en }
}

impl Family {
    /// The family of these letters; one that has no name goes by its letters.
    pub fn of(code: &'static str) -> Family {
        let known = FAMILIES.iter().find(|family| family.code == code);
        known.copied().unwrap_or(family(code, code, code))
    }

    /// Its name.
    pub fn say(&self, tongue: Tongue) -> &'static str {
        match tongue {
            Tongue::Zh => self.zh,
            Tongue::En => self.en,
        }
    }
}
