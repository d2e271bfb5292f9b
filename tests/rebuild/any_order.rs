//! Random edits of a part of the handbook, one after another: the law of `rebuild` holds after each.

use crate::rebuild::Desk;
use crate::world::handbook;
use hejin::sources::Sources;
use proptest::prelude::*;
use proptest::sample::Index;

/// What a random edit puts into a file.
const SCRAPS: &[&str] = &[
    "",
    "\n",
    "---\n",
    "- ",
    ": ",
    "：",
    "\t",
    "\"",
    "[[minutes]]",
    "[[first-asked|先问]]",
    "[",
    "# 标题\n",
    "| a | b |\n|---|---|\n",
    "{{limit promotion-approval budget=in}}",
    "::: decision promotion-approval\n:::\n",
    "<script>",
    "\u{0}",
    "*",
    "&a",
    "*a",
    "{{",
    "name: x\n",
    "id: minutes\n",
    "owner: nobody-at-all\n",
    "former: [old]\n",
    "e\u{301}",
    "汉",
];

#[derive(Clone, Debug)]
enum Edit {
    Splice {
        file: Index,
        at: Index,
        cut: usize,
        scrap: Index,
    },
    Delete(Index),
    Move {
        file: Index,
        to: Index,
    },
    Mend(Index),
    Replace {
        template: Index,
        scrap: Index,
    },
    Day(i8),
}

fn edit() -> impl Strategy<Value = Edit> {
    let index = any::<Index>;
    prop_oneof![
        4 => (index(), index(), 0..9_usize, index()).prop_map(|(file, at, cut, scrap)| Edit::Splice { file, at, cut, scrap }),
        1 => index().prop_map(Edit::Delete),
        1 => (index(), index()).prop_map(|(file, to)| Edit::Move { file, to }),
        2 => index().prop_map(Edit::Mend),
        1 => (index(), index()).prop_map(|(template, scrap)| Edit::Replace { template, scrap }),
        1 => any::<i8>().prop_map(Edit::Day),
    ]
}

/// A part of the handbook: enough that everything refers to something.
fn part() -> Sources {
    let mut sources = handbook();
    let kept = [
        "handbook.yaml",
        "index.md",
        "roles.yaml",
        "people.yaml",
        "glossary.yaml",
        "waivers.yaml",
        "departments/sales.md",
        "forms/minutes.md",
        "processes/escalation.md",
        "decisions/promotion-approval.md",
        "meetings/weekly-work-plan.md",
        "guide/how-to-read.md",
    ];
    sources
        .texts
        .retain(|path, _| kept.iter().any(|end| path.ends_with(end)));
    assert_eq!(
        sources.texts.len(),
        kept.len(),
        "the handbook has changed: take other files"
    );
    sources
}

fn apply(desk: &mut Desk, whole: &Sources, edit: &Edit) {
    const PLACES: &[&str] = &[
        "forms/moved.md",
        "moved.yaml",
        "guide/移动.md",
        "people.yaml",
        "processes/minutes.md",
        "Index.md",
    ];
    const TEMPLATES: &[&str] = &["layout.html", "page.html", "index.html", "part/strip.html"];
    let texts: Vec<_> = desk.sources.texts.keys().cloned().collect();
    match edit {
        Edit::Mend(file) => {
            let path = file
                .get(&whole.texts.keys().collect::<Vec<_>>())
                .to_string();
            desk.put(&path, &whole.texts[path.as_str()].text);
        }
        Edit::Replace { template, scrap } => {
            let scrap: &&str = scrap.get(SCRAPS);
            let path = format!("themes/default/templates/{}", template.get(TEMPLATES));
            desk.put(&path, scrap);
        }
        Edit::Day(days) => {
            desk.options.today = desk
                .options
                .today
                .saturating_add(jiff::Span::new().days(*days));
        }
        _ if texts.is_empty() => {}
        Edit::Delete(file) => _ = desk.take(file.get(&texts).as_ref()),
        Edit::Move { file, to } => {
            let text = desk.take(file.get(&texts).as_ref());
            desk.put(&format!("content/{}", to.get(PLACES)), &text);
        }
        Edit::Splice {
            file,
            at,
            cut,
            scrap,
        } => {
            let path = file.get(&texts);
            let letters: Vec<char> = desk.read(path).chars().collect();
            let at = at.index(letters.len() + 1);
            let end = (at + cut).min(letters.len());
            let text: String = letters[..at]
                .iter()
                .chain(&scrap.get(SCRAPS).chars().collect::<Vec<_>>())
                .chain(&letters[end..])
                .collect();
            desk.put(path, &text);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, ..ProptestConfig::default() })]

    #[test]
    fn any_edits_in_any_order(edits in prop::collection::vec(edit(), 1..8)) {
        let whole = part();
        let mut desk = Desk::new(whole.clone());
        for edit in &edits {
            apply(&mut desk, &whole, edit);
            desk.build(&format!("{edit:?}"));
        }
    }
}
